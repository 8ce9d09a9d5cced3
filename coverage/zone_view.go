package coverage

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// describe fills where a zone lies in its unit.
func (a *analysis) describe(z *Zone, unit *extent) {
	middle := z.Point
	if len(z.Shape) > 0 {
		whole := geo.NewShape(z.Shape)
		z.Point, middle = largest(whole).Heart(), whole.Centroid()
	}
	z.Nearest, z.Distance = a.nearest(z.Point)
	z.Direction = unit.direction(middle)
}

// largest returns the largest polygon of a shape, the shape itself if it is one.
func largest(s *geo.Shape) *geo.Shape {
	polygons := s.Geometry()
	if len(polygons) == 1 {
		return s
	}
	best := geo.NewShape(polygons[:1])
	for i := 1; i < len(polygons); i++ {
		if other := geo.NewShape(polygons[i : i+1]); other.Area() > best.Area() {
			best = other
		}
	}
	return best
}

// extent is where the ground of a unit lies: its box, and its center of gravity by weight.
type extent struct {
	bound            orb.Bound
	lon, lat, weight sum
}

// extents measures the units that have listed zones: the outlines of their communities, or the grids where those have none.
func (a *analysis) extents() map[int]*extent {
	out := map[int]*extent{}
	for _, z := range a.Zones {
		out[z.Unit] = &extent{}
	}
	for i := range a.City.Communities {
		grounds := []*ground{&a.outlines[i]}
		if a.outlines[i].shape == nil {
			grounds = a.groundsOf(i)
		}
		for u := a.start[LevelCommunity] + i; u >= 0; u = a.Units[u].Parent {
			if out[u] != nil {
				out[u].add(grounds)
			}
		}
	}
	return out
}

// add includes grounds by their area, a point counting as one square metre.
func (e *extent) add(grounds []*ground) {
	for _, g := range grounds {
		at, weight, box := g.point, 1.0, orb.Bound{Min: g.point, Max: g.point}
		if g.shape != nil {
			at, weight, box = g.shape.Centroid(), g.shape.Area(), g.shape.Bound()
		}
		if e.weight.value() == 0 {
			e.bound = box
		}
		e.bound = e.bound.Union(box)
		e.lon.add(at[0] * weight)
		e.lat.add(at[1] * weight)
		e.weight.add(weight)
	}
}

// middleShare is how far from the center of gravity a part still lies in the middle, as a share of half the width and height.
const middleShare = 0.15

// direction returns the sector of 45 degrees, seen from the center of gravity, in which p lies.
func (e *extent) direction(p orb.Point) Direction {
	frame := geo.NewFrame(orb.Point{e.lon.value() / e.weight.value(), e.lat.value() / e.weight.value()})
	at, low, high := frame.Project(p), frame.Project(e.bound.Min), frame.Project(e.bound.Max)
	if math.Hypot(ofHalf(at.X, high.X-low.X), ofHalf(at.Y, high.Y-low.Y)) <= middleShare {
		return DirectionMiddle
	}
	sector := int(math.Round(math.Atan2(at.X, at.Y) / (math.Pi / 4)))
	return DirectionN + Direction((sector+8)%8)
}

// ofHalf is v as a share of half a span, both in metres; what has no span has only a middle.
func ofHalf(v, span float64) float64 {
	if span < 1 {
		return 0
	}
	return 2 * v / span
}
