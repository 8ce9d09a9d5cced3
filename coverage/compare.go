package coverage

import (
	"quarter/data"
)

// Comparison is what changed between two runs: two plans, two dates, two profiles. Pages, tables and JSON are made from it alone. Changes
// are after − before; a figure that either side lacks has none, and is never taken for 0.
type Comparison struct {
	Before, After *Snapshot

	// Assumptions are those that differ. Where there is any, a change is not the city's alone.
	Assumptions []Assumed
	// Pairs are the units of both sides that are the same: the whole area, then districts, streets, communities, in the order of After.
	Pairs []Pair
	// Gone are the units of Before, and Added those of After, that the other side does not have.
	Gone, Added []int
	Groups      []Pair       // of Result.Groups, by label
	Cohorts     []CohortPair // parts of the population that both sides count, by field, else by the column's name

	People     Moved         // who gains and who loses
	Floor      FloorChange   // of the shortfall of floor area
	Shortfalls []ShortChange // in the order of After, then those of units that are gone
	Short      [shortKinds]int
	Centers    []CenterChange // that changed, in the order of After, then those of Before alone
	Grids      []GridPair     // with another share or another count of people, in the order of After
	Checks     []Check        // identities, all holding

	uneven map[oneSided]bool // figures without a change, since the two runs sum them over other communities
}

// Pair is one unit on both sides, as indexes into Result.Units (or Result.Groups).
type Pair struct {
	Before, After int
	ByName        bool // matched by name and parent: no code, or another one
	Renamed       bool // the name differs
	Redrawn       bool // the area of its ground differs: the boundary was changed
	Recounted     bool // the number of its people differs
}

// Compare matches the units and centers of two runs and finds what changed. It changes neither. The error is a failed identity: a defect of
// the program, or of what was read.
func Compare(before, after *Snapshot) (*Comparison, error) {
	c := &Comparison{Before: before, After: after}
	c.match()
	c.Assumptions = assumptionsThatDiffer(before, after, c.SameArea())
	c.compareFloor()
	c.movePeople()
	c.compareShortfalls()
	c.compareCenters()
	c.compareGrids()
	return c, c.check()
}

// SamePeople reports whether both sides count the same kind: people, or households.
func (c *Comparison) SamePeople() bool {
	return c.Before.Result.peopleUnit() == c.After.Result.peopleUnit()
}

// Total is the pair of the whole areas.
func (c *Comparison) Total() *Pair { return &c.Pairs[0] }

// Units are the two sides of a pair of Pairs.
func (c *Comparison) Units(p *Pair) (before, after *Unit) {
	return &c.Before.Result.Units[p.Before], &c.After.Result.Units[p.After]
}

// Delta is a metric on both sides, and the change: of shares 0 to 1, so that 0.01 is one percentage point.
type Delta struct{ Before, After, Change data.Number }

// Delta returns a metric of a pair. Figures of people have no change where one side counts people and the other households; those over the
// communities with evaluated floor area have none where the two runs could not evaluate the same ones (Comparison.Floor).
func (c *Comparison) Delta(p *Pair, key string) Delta {
	before, after := c.Units(p)
	return c.delta(before, after, key, p.After)
}

// delta returns a metric of two units, which are even or uneven as a unit of After is.
func (c *Comparison) delta(before, after *Unit, key string, as int) Delta {
	d := Delta{Before: before.Get(key).Number, After: after.Get(key).Number}
	if d.Before.Known && d.After.Known && (c.SamePeople() || !ofPeople(key)) && !c.uneven[oneSided{key, as}] {
		d.Change = data.Num(Change(d.Before.V, d.After.V))
	}
	return d
}

// notOfPeople are metrics of rules about people that do not depend on which kind is counted.
var notOfPeople = map[string]bool{"households": true, "households_covered": true, "coverage_households": true, "nearest_centroid_m": true}

// ofPeople reports whether a metric is another figure where households are counted in place of people.
func ofPeople(key string) bool {
	switch m := Metrics[metricIndex[key]]; m.ID {
	case "COV-03", "COV-04", "COV-06", "COV-07", "COV-09":
		return !notOfPeople[key]
	}
	return key == "cv_people" || key == "max_min_people" || key == "deviation_people"
}

// Level returns the pairs of a level, a window into Pairs.
func (c *Comparison) Level(l Level) []Pair {
	from := 0
	for from < len(c.Pairs) && c.After.Result.Units[c.Pairs[from].After].Level < l {
		from++
	}
	to := from
	for to < len(c.Pairs) && c.After.Result.Units[c.Pairs[to].After].Level == l {
		to++
	}
	return c.Pairs[from:to]
}
