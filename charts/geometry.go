package charts

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// quantum is the step of coordinates in a page, degrees: about one metre. Corners that two regions share stay shared.
const quantum = 1e-5

// arcFlatness is how far a drawn arc strays from the true one: less than a step of the page.
const arcFlatness = 0.5 * geo.Meter

// Geometry is the ground of a map: regions in whole quanta from Origin. Region i carries the name "i" on the map, so that two
// communities of one name stay two.
type Geometry struct {
	Origin  [2]float64 `json:"origin"` // lon, lat
	Quantum float64    `json:"quantum"`
	Regions []Region   `json:"regions"`
	Bounds  [4]float64 `json:"bounds"` // west, south, east, north
}

// Region is polygons of rings; the first ring of a polygon is its outside.
type Region [][]Path

// Path is x0, y0 and then the steps dx, dy, in quanta.
type Path []int32

// grid of quanta that geometry is snapped to.
type quantizer struct{ origin orb.Point }

func (q quantizer) point(p orb.Point) [2]int32 {
	return [2]int32{int32(math.Round((p[0] - q.origin[0]) / quantum)), int32(math.Round((p[1] - q.origin[1]) / quantum))}
}

// snap returns the corners of a line on the grid, without repeats.
func (q quantizer) snap(line []orb.Point) [][2]int32 {
	out := make([][2]int32, 0, len(line))
	for _, p := range line {
		if at := q.point(p); len(out) == 0 || out[len(out)-1] != at {
			out = append(out, at)
		}
	}
	return out
}

// path writes corners as steps.
func path(corners [][2]int32) Path {
	out := make(Path, 0, 2*len(corners))
	var last [2]int32
	for _, c := range corners {
		out = append(out, c[0]-last[0], c[1]-last[1])
		last = c
	}
	return out
}

// corners is the inverse of path.
func (p Path) corners() [][2]int32 {
	out := make([][2]int32, 0, len(p)/2)
	var at [2]int32
	for i := 0; i+1 < len(p); i += 2 {
		at[0] += p[i]
		at[1] += p[i+1]
		out = append(out, at)
	}
	return out
}

// region snaps a multipolygon; rings that vanish at this scale are left out.
func (q quantizer) region(mp orb.MultiPolygon) Region {
	var out Region
	for _, polygon := range mp {
		var rings []Path
		for i, ring := range polygon {
			if corners := q.snap(ring); len(corners) >= 4 {
				rings = append(rings, path(corners))
			} else if i == 0 {
				break // without its outside a polygon has no holes either
			}
		}
		if len(rings) > 0 {
			out = append(out, rings)
		}
	}
	return out
}

// newGeometry snaps shapes to one grid. The bounds hold all of them and nothing else.
func newGeometry(shapes []orb.MultiPolygon) (*Geometry, quantizer) {
	bound := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	for _, s := range shapes {
		if len(s) > 0 {
			bound = bound.Union(s.Bound())
		}
	}
	q := quantizer{origin: orb.Point{floor(bound.Min[0]), floor(bound.Min[1])}}
	g := &Geometry{
		Origin: q.origin, Quantum: quantum, Regions: make([]Region, len(shapes)),
		Bounds: [4]float64{degrees(bound.Min[0]), degrees(bound.Min[1]), degrees(bound.Max[0]), degrees(bound.Max[1])},
	}
	for i, s := range shapes {
		g.Regions[i] = q.region(s)
	}
	return g, q
}

// floor is v rounded down to a hundredth of a degree, so that the origin is a short number.
func floor(v float64) float64 { return math.Floor(v*100) / 100 }

// groundDistance is in metres.
func groundDistance(a, b [2]float64) float64 { return geo.Distance(a, b).Meters() }
