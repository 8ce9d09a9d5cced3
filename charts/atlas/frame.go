package atlas

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/charts"
)

// point is a place in a drawing: x to the right, y down.
type point struct{ x, y float64 }

// box is a rectangle of a drawing.
type box struct{ x, y, w, h float64 }

func (b box) inset(by float64) box { return box{b.x + by, b.y + by, b.w - 2*by, b.h - 2*by} }

// meets reports whether boxes overlap; touching is not overlapping.
func (b box) meets(c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}

// holds reports whether c lies in b.
func (b box) holds(c box) bool {
	return c.x >= b.x && c.y >= b.y && c.x+c.w <= b.x+b.w && c.y+c.h <= b.y+b.h
}

// frame places the ground in a drawing. A degree of longitude is as wide everywhere as on the middle latitude of the map, a degree of
// latitude as long as the aspect of the map says, so that shapes near the middle are true.
type frame struct {
	box
	west, north    float64 // degrees at the upper left corner of the box
	perLon, perLat float64 // units of the drawing in a degree
	step           [2]float64
	origin         point // of the quanta
	perMeter       float64
}

// fit lets the view of a map fill a box as far as its proportions allow, in the middle of it.
func fit(m *charts.Map, b box) frame { return fitted(m, m.View, b) }

// fitted is fit for a part of the map: west, south, east, north in degrees.
func fitted(m *charts.Map, view [4]float64, b box) frame {
	lon, lat := view[2]-view[0], view[3]-view[1]
	full := m.Aspect * (m.View[3] - m.View[1]) / (m.View[2] - m.View[0]) // degrees of latitude as long as one of longitude
	perLon := math.Min(b.w/lon, b.h*full/lat)
	f := frame{box: b, perLon: perLon, perLat: perLon / full}
	f.west = view[0] - (b.w/f.perLon-lon)/2
	f.north = view[3] + (b.h/f.perLat-lat)/2
	f.origin = f.at(orb.Point(m.Geometry.Origin))
	f.step = [2]float64{m.Geometry.Quantum * f.perLon, m.Geometry.Quantum * f.perLat}
	f.perMeter = (m.Scale.To[0] - m.Scale.From[0]) * f.perLon / m.Scale.Meters
	return f
}

func (f *frame) height() float64 { return f.h }

// at is where a place lies in the drawing.
func (f *frame) at(p orb.Point) point {
	return point{f.x + (p[0]-f.west)*f.perLon, f.y + (f.north-p[1])*f.perLat}
}

// corners are the corners of a path in the drawing.
func (f *frame) corners(p charts.Path, out []point) []point {
	var x, y int32
	for i := 0; i+1 < len(p); i += 2 {
		x, y = x+p[i], y+p[i+1]
		out = append(out, f.quantum([2]int32{x, y}))
	}
	return out
}

// quantum is where a corner of the geometry lies in the drawing.
func (f *frame) quantum(c [2]int32) point {
	return point{f.origin.x + float64(c[0])*f.step[0], f.origin.y - float64(c[1])*f.step[1]}
}

// bounds is the box around a region.
func (f *frame) bounds(r charts.Region) box {
	least, most := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	var room []point
	for _, polygon := range r {
		room = f.corners(polygon[0], room[:0])
		for _, c := range room {
			least = point{math.Min(least.x, c.x), math.Min(least.y, c.y)}
			most = point{math.Max(most.x, c.x), math.Max(most.y, c.y)}
		}
	}
	return box{least.x, least.y, most.x - least.x, most.y - least.y}
}
