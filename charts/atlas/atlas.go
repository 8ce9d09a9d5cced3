// Package atlas draws the maps of a result as SVG that stands alone: in a page where no script runs and on paper, in community sheets,
// and as files of a paper size for the wall. One drawing code makes them all from a charts.Map; it computes no figure.
//
// Lengths are in units of a drawing: pixels in a page, millimetres on paper. Every map keeps the proportions of the ground, and its scale
// bar is true on the middle latitude of the map.
package atlas

import (
	"math"

	"quarter/charts"
)

// Still returns one layer of the map as an SVG element of a width in pixels, to stand in a page: it takes its fonts from there and refers
// to nothing outside itself. id starts the names of its patterns, which must differ in one document.
func Still(m *charts.Map, layer *charts.Layer, width float64, id string) []byte {
	d := newDrawing(m, layer, id, pageLook, decimals(m, layer))
	d.frame = fit(m, box{0, 0, width, width / m.Aspect})
	d.open(`role="img" class="still" viewBox="0 0 `, width, d.height())
	d.describe(layer.Title, layer.Alt)
	d.patterns()
	d.rect(d.box, `fill="`+charts.Land+`"`)
	d.ground()
	d.candidates()
	d.signs()
	d.letters(d.write(d.northBox(d.box), d.scaleBox(d.box, mapBar)))
	d.furniture(d.box)
	d.raw("</svg>")
	return d.Bytes()
}

// decimals is how fine the coordinates of a still are: of a ground of many parts whole pixels, which keeps a page small.
func decimals(m *charts.Map, layer *charts.Layer) int {
	if layer.Cells && len(m.Cells) > few || len(m.Geometry.Regions) > few {
		return 0
	}
	return 1
}

// pageLook is the look of a map on a page; its unit is the pixel.
var pageLook = look{px: 1, name: 13.5, zone: 12, letter: 12, small: 12}

// look is the size of lines and signs (a pixel of the reference map, 960 px wide) and of letters, in units of the drawing.
type look struct {
	px                        float64
	fine, signed              float64 // lines on a ground of many parts, and signs that are many, are so much finer; 1 where they are few
	name, zone, letter, small float64 // names of the breakdown, zones and sites, letters of classes, the rest
	community                 float64 // names of communities; 0: not written
}

// drawing draws one layer of a map.
type drawing struct {
	pen
	frame
	look
	m     *charts.Map
	layer *charts.Layer
	id    string
	file  bool // stands alone: opened by drawing programs as well
}

func newDrawing(m *charts.Map, layer *charts.Layer, id string, l look, places int) *drawing {
	l.fine, l.signed = fineness(len(m.Geometry.Regions)), fineness(centers(m))
	return &drawing{pen: newPen(places), look: l, m: m, layer: layer, id: id}
}

// few are as many parts, or signs, as the lines and signs are designed for; finest is as fine as they become.
const few, finest = 300, .55

// fineness keeps lines and signs in proportion to the ground between them.
func fineness(n int) float64 {
	return math.Max(finest, math.Min(1, math.Sqrt(few/float64(max(1, n)))))
}

func centers(m *charts.Map) (n int) {
	for _, s := range m.Signs {
		n += len(s.At)
	}
	return n
}

// describe names the drawing for those who cannot see it.
func (d *drawing) describe(title, alt string) {
	d.raw("<title>")
	d.text(title)
	d.raw("</title>")
	if alt != "" {
		d.raw("<desc>")
		d.text(alt)
		d.raw("</desc>")
	}
}
