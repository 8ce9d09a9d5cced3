package atlas

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"quarter/charts"
	"quarter/geo"
)

// sheetAspect is width ÷ height of a sheet's map; sheetMargin the ground around the community, in parts of its longer side.
const sheetAspect, sheetMargin = 470. / 400, .1

// neighbourWidth and gridWidth are widths of lines on a sheet, px.
const neighbourWidth, gridWidth = .8, .7

// sheet is the map of one community in the making.
type sheet struct {
	*drawing
	of     *Sheets
	region int
	view   orb.Bound
	window window
	drawn  mesh
}

func (s *Sheets) sheet(region int, width float64, id string) *sheet {
	d := &sheet{drawing: newDrawing(s.m, s.layer, id, pageLook, 0), of: s, region: region}
	b := shape(s.m.Geometry, d.own()).Bound()
	shrink := math.Cos(b.Center()[1] * math.Pi / 180)
	margin := sheetMargin * max((b.Max[0]-b.Min[0])*shrink, b.Max[1]-b.Min[1])
	view := [4]float64{b.Min[0] - margin/shrink, b.Min[1] - margin, b.Max[0] + margin/shrink, b.Max[1] + margin}
	d.frame = fitted(s.m, view, box{0, 0, width, math.Round(width / sheetAspect)})
	d.fine, d.signed = 1, 1 // it shows few parts
	d.see()
	d.drawn = mesh{}
	for _, ring := range rings(d.own()) {
		d.drawn.add(ring)
	}
	return d
}

func (d *sheet) own() charts.Region { return d.m.Geometry.Regions[d.region] }

// see finds what the frame shows: in degrees, and in quanta with room for the width of a line.
func (d *sheet) see() {
	d.view = orb.Bound{
		Min: orb.Point{d.west, d.north - d.h/d.perLat},
		Max: orb.Point{d.west + d.w/d.perLon, d.north},
	}
	quanta := func(degrees, origin float64) int32 {
		return int32(math.Round((degrees - origin) / d.m.Geometry.Quantum))
	}
	const edge = 3 // px
	lon, lat, from := edge/d.perLon, edge/d.perLat, d.m.Geometry.Origin
	d.window = window{
		quanta(d.view.Min[0]-lon, from[0]), quanta(d.view.Min[1]-lat, from[1]),
		quanta(d.view.Max[0]+lon, from[0]), quanta(d.view.Max[1]+lat, from[1]),
	}
}

// parts defines the outlines of the community and of the circles, and the inside of the community.
func (d *sheet) parts() {
	d.raw(`<defs><path id="` + d.id + `o" d="`)
	d.pen.region(&d.frame, d.own())
	d.raw(`"/><path id="` + d.id + `r" d="`)
	d.room = d.room[:0]
	for _, o := range d.of.circles {
		d.outline(o)
	}
	d.raw(`"/><clipPath id="` + d.id + `c"><use href="#` + d.id + `o"/></clipPath></defs>`)
}

// known reports whether the community has a verdict: without data its ground is neither inside nor outside.
func (d *sheet) known() bool {
	class := d.layer.Of[d.region]
	return class >= 0 && d.layer.Classes[class].Pattern != "nodata"
}

// use draws the outline of the community (o) or of the circles (r).
func (d *sheet) use(part, style string) {
	d.raw(`<use href="#` + d.id + part + `" ` + style + `/>`)
}

// neighbours draws the edges of the communities around, as far as they are seen.
func (d *sheet) neighbours() {
	var near []int
	d.of.regions.Search(d.view, func(i int) bool {
		if i != d.region {
			near = append(near, i)
		}
		return true
	})
	slices.Sort(near)
	d.raw(`<path fill="none" ` + stroke(charts.Line, short(neighbourWidth)) + ` d="`)
	for _, i := range near {
		d.mesh(d.m.Geometry.Regions[i])
	}
	d.raw(`"/>`)
}

// mesh writes the edges of a region that are seen and not yet drawn: neighbours share theirs.
func (d *sheet) mesh(r charts.Region) {
	for _, ring := range rings(r) {
		d.room = d.room[:0]
		for i := 1; i < len(ring); i++ {
			if !d.drawn.mark(ring[i-1], ring[i]) || d.window.beyond(ring[i-1])&d.window.beyond(ring[i]) != 0 {
				d.flush()
				continue
			}
			if len(d.room) == 0 {
				d.room = append(d.room, d.quantum(ring[i-1]))
			}
			d.room = append(d.room, d.quantum(ring[i]))
		}
		d.flush()
	}
}

// flush writes the line that was gathered.
func (d *sheet) flush() {
	d.line(d.room)
	d.room = d.room[:0]
}

// outline writes what the sheet shows of an outline.
func (d *sheet) outline(o outline) {
	for _, c := range o.cropped(d.window) {
		d.room = append(d.room, d.quantum(c))
	}
	d.flush()
}

// inside hatches the ground and lays the circles over it.
func (d *sheet) inside() {
	hatch := hatchNoData
	if d.known() {
		hatch = hatchOutside
	}
	d.use("o", `fill="url(#`+hatch+`)"`)
	if d.known() {
		d.use("r", `clip-path="url(#`+d.id+`c)" fill="`+charts.Inside+`"`)
	}
}

// grids draws the edges of the community's grids.
func (d *sheet) grids() {
	if len(d.of.cells[d.region]) == 0 {
		return
	}
	d.raw(`<path fill="none" ` + stroke(charts.Neutral, short(gridWidth)) + ` d="`)
	for _, i := range d.of.cells[d.region] {
		d.mesh(d.m.Cells[i])
	}
	d.raw(`"/>`)
}

// lines draws the outline of the circles and of the community.
func (d *sheet) lines() {
	d.use("r", `fill="none" `+stroke(charts.Reach, short(reachWidth)))
	d.use("o", `fill="none" `+stroke(charts.Ink, short(outerWidth)))
}

// near draws the centers in the frame; they keep numbers off their place.
func (d *sheet) near(p *placer) {
	var near []int
	d.of.places.Search(d.view, func(i int) bool { near = append(near, i); return true })
	slices.Sort(near)
	for _, i := range near {
		c := d.of.centers[i]
		d.raw("<g " + d.signStyle(c.key) + ">")
		d.sign(c.key, d.at(c.at), d.px)
		d.raw("</g>")
		p.take(around(d.at(c.at), signSize(c.key), signSize(c.key)))
	}
}

// numbers writes the number of each grid in it, where there is room.
func (d *sheet) numbers(p *placer) {
	var all []grain
	moves := nearby(textWidth("00", d.small), d.small)
	for n, i := range d.of.cells[d.region] {
		text := strconv.Itoa(n + 1)
		w, h := textWidth(text, d.small), d.small
		if b := d.bounds(d.m.Cells[i]); len(d.m.Cells[i]) == 0 || b.w < w || b.h < h {
			continue
		}
		if at, ok := p.place(d.middle(d.m.Cells[i]), w, h, moves); ok {
			all = append(all, grain{at, text})
		}
	}
	d.grains(script{size: d.small, color: charts.Ink2, halo: true}, all)
}

// grain is a number of a few digits.
type grain struct {
	at   point
	text string
}

// grains writes many small numbers as one text, each digit at its own place: a sheet may have dozens.
func (d *sheet) grains(s script, all []grain) {
	if len(all) == 0 {
		return
	}
	var x, y, digits []string
	for _, g := range all {
		step := s.size * runeWidth('0')
		left := g.at.x - step*float64(len(g.text)-1)/2
		for i := range len(g.text) {
			x = append(x, strconv.Itoa(int(math.Round(left+step*float64(i)))))
			y = append(y, strconv.Itoa(int(math.Round(g.at.y+s.size*baseline))))
		}
		digits = append(digits, g.text)
	}
	d.raw(`<g` + s.attributes() + ` fill="` + s.color + `"` + s.haloed() + `><text x="` + strings.Join(x, " ") + `" y="` + strings.Join(y, " ") + `">`)
	d.raw(strings.Join(digits, "") + "</text></g>")
}

// middle is a point in a region: its centroid where that lies inside, as in most grids, else some point inside.
func (d *sheet) middle(r charts.Region) point {
	if len(r) == 1 && len(r[0]) == 1 {
		d.room = d.corners(r[0][0], d.room[:0])
		if at := centroid(d.room); inside(d.room, at) {
			return at
		}
	}
	return d.at(geo.NewShape(shape(d.m.Geometry, r)).InteriorPoint())
}
