package coverage

import (
	"bufio"
	"io"
	"sync"
)

// schemaVersion is the version of the layout of result.json; it grows when a reader of the old one would be misled.
const schemaVersion = 2

// WriteJSON writes the whole result as one JSON document: every number with its unit, shares as 0 to 1, missing numbers as null. The
// same result gives the same bytes. Objects of a list stand on lines of their own.
//
// The members, in this order; testdata/result_keys.txt lists theirs:
//
//	schema, city, profile              what was measured, and by which rules
//	circle, population_basis           the assumptions; population_basis.unit is the unit of all that is called people
//	radii, walkers                     the distances of the coverage curve, and how far people walk
//	sensitivity, flips                 headlines at both ends of the range, the tornado; the verdicts that change
//	depths, guard                      people by the number of circles they live in; how the covered area was checked
//	units, groups, grids, centers      the positions; parent and unit_index count the units from 0
//	zones, zones_rest, sites           blind zones and proposed places; the outlines stand in blind_zones.geojson
//	services, population_groups        what the lists of these names in a unit are about
//	distances, grid_sizes, rules       bars of the charts, outcomes by rule
//	checks, unsaid, sources, faults    identities that hold, what cannot be said, what was read
//
// A list of a unit goes with one at the top: curve with radii.values, depth with exactly 0, 1, 2 and at least 3 circles, services and
// population_groups with the lists of their names. A value has low and high where it depends on walking, a verdict where they differ.
func (r *Result) WriteJSON(w io.Writer) error {
	out := &jsonFile{w: bufio.NewWriterSize(w, 1<<16), lanes: make([]lane, threadsOr(r.Options.Threads))}
	out.raw("{")
	out.head(r)
	out.list("units", len(r.Units), func(t *jsonText, i int) { r.appendUnit(t, &r.Units[i]) })
	out.list("groups", len(r.Groups), func(t *jsonText, i int) { r.appendUnit(t, &r.Groups[i]) })
	out.list("grids", len(r.Grids), r.appendGrid)
	out.list("centers", len(r.Centers), r.appendCenter)
	out.list("zones", len(r.Zones), r.appendZone)
	out.field("zones_rest", r.appendZonesRest)
	out.list("sites", len(r.Sites), r.appendSite)
	out.list("services", len(r.Services), r.appendService)
	out.list("population_groups", len(r.Cohorts), r.appendCohort)
	out.field("distances", r.appendDistances)
	out.field("grid_sizes", r.appendGridSizes)
	out.list("rules", len(r.Rules), r.appendRule)
	out.list("checks", len(r.Checks), r.appendCheck)
	out.list("unsaid", len(r.Unsaid), r.appendUnsaid)
	out.list("sources", len(r.City.Sources), func(t *jsonText, i int) { t.marshal(&r.City.Sources[i]) })
	out.list("faults", len(r.City.Faults), func(t *jsonText, i int) { t.marshal(&r.City.Faults[i]) })
	out.raw("\n}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

func (f *jsonFile) head(r *Result) {
	f.field("schema", func(t *jsonText) { t.marshal(schemaVersion) })
	f.field("city", func(t *jsonText) { t.marshal(r.City.Name) })
	f.field("profile", func(t *jsonText) { t.marshal(r.Profile) })
	f.field("circle", r.appendCircle)
	f.field("population_basis", r.appendBasis)
	f.field("radii", r.appendRadii)
	f.list("walkers", len(r.Walkers), r.appendWalker)
	f.field("sensitivity", r.appendSensitivity)
	f.list("flips", len(r.Sensitivity.Flips), r.appendFlip)
	f.field("depths", r.appendDepths)
	f.field("guard", r.appendGuard)
}

// jsonFile streams one object, a member or an item of a list a line, so that a large result never stands in memory twice.
type jsonFile struct {
	w      *bufio.Writer
	err    error
	fields int
	lanes  []lane // one for each thread, used again and again
}

// lane is the text of one thread, kept off the cache lines of the others: they grow byte by byte at the same time.
type lane struct {
	jsonText
	_ [128]byte
}

// blockItems is how many items of a list one thread formats at a time: half a megabyte of units.
const blockItems = 128

func (f *jsonFile) raw(s string) {
	if f.err == nil {
		_, f.err = f.w.WriteString(s)
	}
}

func (f *jsonFile) write(t *jsonText) {
	if f.err == nil {
		f.err = t.err
	}
	if f.err == nil {
		_, f.err = f.w.Write(t.bytes)
	}
}

// name begins the next member.
func (f *jsonFile) name(name string) {
	f.raw([]string{"\n", ",\n"}[min(f.fields, 1)])
	f.fields++
	f.raw(`"` + name + `": `)
}

func (f *jsonFile) field(name string, value func(t *jsonText)) {
	f.name(name)
	var t jsonText
	value(&t)
	f.write(&t)
}

// list writes a named list. Blocks of items are formatted side by side, and written in order.
func (f *jsonFile) list(name string, n int, item func(t *jsonText, i int)) {
	f.name(name)
	f.raw("[")
	for from := 0; from < n && f.err == nil; {
		from = f.blocks(from, n, item)
	}
	f.raw("\n]")
}

// blocks formats and writes the next blocks of a list, one for each thread, and returns the first item that is left.
func (f *jsonFile) blocks(from, n int, item func(t *jsonText, i int)) int {
	lanes := f.lanes[:min(len(f.lanes), (n-from+blockItems-1)/blockItems)]
	var group sync.WaitGroup
	for k := range lanes {
		first := from + k*blockItems
		group.Go(func() { lanes[k].items(first, min(first+blockItems, n), item) })
	}
	group.Wait()
	for k := range lanes {
		f.write(&lanes[k].jsonText)
	}
	return from + len(lanes)*blockItems
}

// items writes items from to to-1, each on a line of its own.
func (t *jsonText) items(from, to int, item func(t *jsonText, i int)) {
	t.bytes = t.bytes[:0]
	for i := from; i < to; i++ {
		if i > 0 {
			t.bytes = append(t.bytes, ',')
		}
		t.bytes = append(t.bytes, '\n')
		item(t, i)
	}
}
