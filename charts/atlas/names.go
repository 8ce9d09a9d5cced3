package atlas

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"quarter/charts"
	"quarter/geo"
)

// writing is every label of a map in its place. Rights are in this order: sites, numbers of zones, names of the breakdown, people of zones,
// letters of classes, names of communities. A name moves before it is left out; sites and numbers are never left out.
type writing struct {
	sites, zones  []point
	planned       []point // marks of a plan
	names, people []label
	communities   [len(communitySizes)][]label
	letters       map[string][]label // by colour
}

// write finds a place for every label. fixed are boxes that nothing may lie on.
func (d *drawing) write(fixed ...box) *writing {
	w := &writing{}
	p := &placer{within: d.box.inset(2 * d.px), taken: fixed}
	if d.layer.Circles {
		w.sites = d.placeSites(p)
		w.zones = d.placeZones(p)
	}
	w.planned = d.placePlanned(p)
	d.blockSigns(p)
	w.names = d.placeNames(p)
	if d.layer.Circles {
		w.people = d.placePeople(p, w.zones)
	}
	w.letters = d.placeLetters(p)
	if d.community > 0 {
		w.communities = d.placeCommunities(p)
	}
	return w
}

// letter draws the labels: names below, sites and numbers of zones on top.
func (d *drawing) letters(w *writing) {
	for _, color := range slices.Sorted(maps.Keys(w.letters)) {
		d.labels(script{size: d.letter, color: color, bold: true}, w.letters[color]...)
	}
	for k, part := range communitySizes {
		d.labels(script{size: part * d.community, color: charts.Ink, halo: true}, w.communities[k]...)
	}
	d.labels(script{size: d.name, color: charts.Ink, bold: true, halo: true}, w.names...)
	d.labels(script{size: d.zone, color: charts.NotMetInk, bold: true, halo: true}, w.people...)
	d.zoneNumbers(w.zones)
	d.siteSigns(w.sites)
	d.plannedSigns(w.planned)
}

func (d *drawing) placeSites(p *placer) []point {
	out := make([]point, len(d.m.Sites))
	for i, s := range d.m.Sites {
		out[i] = d.at(s.At)
		p.take(around(out[i], siteSize*d.px, siteSize*d.px))
	}
	return out
}

// placeZones finds a place for every number; where all are taken it stays in its zone.
func (d *drawing) placeZones(p *placer) []point {
	size := (zoneSize + 2) * d.px
	out := make([]point, len(d.m.Zones))
	for i, z := range d.m.Zones {
		at, ok := p.place(d.at(z.At), size, size, about(size))
		if !ok {
			p.take(around(at, size, size))
		}
		out[i] = at
	}
	return out
}

// blockSigns keeps labels off the larger signs, and off the many dots where every community has its name.
func (d *drawing) blockSigns(p *placer) {
	for _, s := range d.m.Signs {
		if !d.explained(s.Key) || s.Key == "dot" && d.community == 0 {
			continue
		}
		for _, c := range s.At {
			size := (signSize(s.Key) + 2) * d.px * d.signed
			p.take(around(d.at(c), size, size))
		}
	}
}

// named is the part of the map that the names of the breakdown may take before they are thinned: beyond it each keeps more room around it,
// so that only those of the units with the most people stand.
const named = .08

func (d *drawing) placeNames(p *placer) []label {
	var out []label
	size := func(n charts.Place) (w, h float64) { return textWidth(n.Text, d.name) * 1.04, d.name * 1.2 }
	taken := 0.0
	for _, n := range d.m.Names {
		w, h := size(n)
		taken += w * h
	}
	grow := max(1, math.Sqrt(taken/(named*d.box.w*d.box.h)))
	for _, n := range d.m.Names {
		w, h := size(n)
		w, h = w*grow, h*grow
		if at, ok := p.place(d.at(n.At), w, h, nearby(w, h)); ok {
			out = append(out, label{at, []string{n.Text}})
		}
	}
	return out
}

// placePeople writes the people of a zone below its number, else above or beside it.
func (d *drawing) placePeople(p *placer, zones []point) []label {
	var out []label
	for i, z := range d.m.Zones {
		if z.More == "" {
			continue
		}
		w, h := textWidth(z.More, d.zone), d.zone*1.15
		down, side := (zoneSize*d.px+h)/2+d.px, (zoneSize*d.px+w)/2+4*d.px
		if at, ok := p.place(zones[i], w, h, []point{{0, down}, {0, -down}, {side, 0}, {-side, 0}}); ok {
			out = append(out, label{at, []string{z.More}})
		}
	}
	return out
}

// communitySizes are the sizes of the names of communities, in parts of the largest: what does not fit is tried again smaller, but never
// smaller than smallestName, mm.
var communitySizes = [...]float64{1, .64}

const smallestName = 1.9

// placeCommunities writes the names of the regions, the largest first, in two lines where that is what fits.
func (d *drawing) placeCommunities(p *placer) (out [len(communitySizes)][]label) {
	if d.m.Kind != "communities" {
		return out
	}
	left := d.bySize()
	if d.crowded(left) {
		return out
	}
	for k, part := range communitySizes {
		if part*d.community < smallestName {
			break
		}
		left = slices.DeleteFunc(left, func(i int) bool {
			l, ok := d.placeCommunity(p, i, part*d.community)
			if ok {
				out[k] = append(out[k], l)
			}
			return ok
		})
	}
	return out
}

// crowdedBy is how many times as wide as the region in the middle its name may be, in two lines of the smallest script, for names of
// communities to help.
const crowdedBy = 1.1

// crowded reports whether the regions are so small that few of them would have their name; then none has.
func (d *drawing) crowded(bySize []int) bool {
	if len(bySize) == 0 {
		return true
	}
	size := d.community
	for _, part := range communitySizes {
		if part*d.community >= smallestName {
			size = part * d.community
		}
	}
	middle := bySize[len(bySize)/2]
	b := d.bounds(d.m.Geometry.Regions[middle])
	return widest(twoLines(d.regionName(middle)), size) > crowdedBy*math.Sqrt(b.w*b.h)
}

func (d *drawing) regionName(i int) string { return d.m.Layers[0].Tips.Rows[i][0] }

// twoLines breaks a name in the middle, where it can be broken.
func twoLines(name string) []string { return wrap(name, 1, math.Ceil(textWidth(name, 1)/2)+.5) }

func widest(lines []string, size float64) (width float64) {
	for _, l := range lines {
		width = max(width, textWidth(l, size))
	}
	return width
}

// placeCommunity finds a place for the name of one region: in one line, or first in two where one is wider than the region.
func (d *drawing) placeCommunity(p *placer, region int, size float64) (label, bool) {
	name := d.regionName(region)
	forms := [][]string{{name}, twoLines(name)}
	if textWidth(name, size) > d.bounds(d.m.Geometry.Regions[region]).w {
		slices.Reverse(forms)
	}
	for _, lines := range forms {
		w, h := widest(lines, size), float64(len(lines))*size*lineHeight
		if at, ok := p.place(d.heart(region), w, h, nearby(w, h)); ok {
			return label{at, lines}, true
		}
	}
	return label{}, false
}

// heart is a point well inside a region.
func (d *drawing) heart(region int) point {
	return d.at(geo.NewShape(shape(d.m.Geometry, d.m.Geometry.Regions[region])).Heart())
}

// bySize orders the regions from the largest box to the smallest, ties in order.
func (d *drawing) bySize() []int {
	order := make([]int, len(d.m.Geometry.Regions))
	size := make([]float64, len(order))
	for i, r := range d.m.Geometry.Regions {
		order[i] = i
		b := d.bounds(r)
		size[i] = b.w * b.h
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	return slices.DeleteFunc(order, func(i int) bool { return len(d.m.Geometry.Regions[i]) == 0 })
}

// placeLetters writes the letter of its class into every unit that has room for it.
func (d *drawing) placeLetters(p *placer) map[string][]label {
	out := map[string][]label{}
	units := d.m.Geometry.Regions
	if d.layer.Cells {
		units = d.m.Cells
	}
	if d.m.Kind == "points" {
		return nil
	}
	for i, k := range d.layer.Of {
		if k < 0 || d.layer.Classes[k].Letter == "" || len(units[i]) == 0 {
			continue
		}
		class := &d.layer.Classes[k]
		w, h := textWidth(class.Letter, d.letter), d.letter
		if b := d.bounds(units[i]); b.w < 2*w || b.h < 2*h {
			continue
		}
		at, ok := p.place(d.at(geo.NewShape(shape(d.m.Geometry, units[i])).Heart()), w, h, []point{{}})
		if ok {
			color := d.letterColor(class)
			out[color] = append(out[color], label{at, []string{class.Letter}})
		}
	}
	return out
}

// letterColor is ink on the layer of a plan, whose pale solved zones lie over the fills.
func (d *drawing) letterColor(c *charts.Class) string {
	if d.layer.Plan != nil {
		return charts.Ink
	}
	return letterColor(c)
}

// letterColor is white on dark fills, ink on light ones.
func letterColor(c *charts.Class) string {
	if c.Pattern == "nodata" || lightness(c.Fill) > .4 {
		return charts.Ink2
	}
	return charts.Paper
}

// lightness is about the luminance of a colour #RRGGBB, 0 to 1.
func lightness(hex string) float64 {
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		panic(err) // a colour of ours
	}
	r, g, b := float64(n>>16&255)/255, float64(n>>8&255)/255, float64(n&255)/255
	return .2126*r*r + .7152*g*g + .0722*b*b
}

// zoneNumbers draws the numbers of the zones in white discs with an orange ring.
func (d *drawing) zoneNumbers(at []point) {
	if len(at) == 0 {
		return
	}
	d.group("zone", `fill="`+charts.Paper+`" `+stroke(charts.NotMet, short(1.8*d.px)))
	numbers := make([]label, len(at))
	for i, p := range at {
		d.circle(p, zoneSize/2*d.px)
		numbers[i] = label{p, []string{d.m.Zones[i].Text}}
	}
	d.raw("</g>")
	d.labels(script{size: d.zone, color: charts.NotMetInk, bold: true}, numbers...)
}

// siteSigns draws the recommended sites as diamonds with their number.
func (d *drawing) siteSigns(at []point) {
	if len(at) == 0 {
		return
	}
	d.group("site", `fill="`+charts.Ink+`" `+stroke(charts.Paper, short(1.5*d.px)))
	numbers := make([]label, len(at))
	for i, p := range at {
		d.shape(diamond(p, siteSize/2*d.px))
		numbers[i] = label{p, []string{d.m.Sites[i].Text}}
	}
	d.raw("</g>")
	d.labels(script{size: d.zone * .92, color: charts.Paper, bold: true}, numbers...)
}
