package charts

import (
	"math"
	"slices"

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

// ringsOf are shapes taken apart into their rings, and how to put them together again.
type ringsOf struct {
	rings [][][2]int32
	shape [][]int // for each polygon of each shape in turn: its shape, and how many rings it has
}

// add snaps a multipolygon; rings that vanish at this scale are left out.
func (r *ringsOf) add(q quantizer, shape int, mp orb.MultiPolygon) {
	for _, polygon := range mp {
		n := 0
		for i, ring := range polygon {
			if corners := q.snap(ring); len(corners) >= 4 {
				r.rings = append(r.rings, corners)
				n++
			} else if i == 0 {
				break // without its outside a polygon has no holes either
			}
		}
		if n > 0 {
			r.shape = append(r.shape, []int{shape, n})
		}
	}
}

// regions puts n shapes together.
func (r *ringsOf) regions(n int) []Region {
	out := make([]Region, n)
	next := 0
	for _, s := range r.shape {
		paths := make([]Path, s[1])
		for k := range paths {
			paths[k] = path(r.rings[next+k])
		}
		next += s[1]
		out[s[0]] = append(out[s[0]], paths)
	}
	return out
}

// newGeometry snaps shapes, and the cells inside them, to one grid, and simplifies them together. The bounds hold the shapes and points, and nothing else.
func newGeometry(shapes, cells []orb.MultiPolygon, points []orb.Point) (*Geometry, []Region, quantizer) {
	bound := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	for _, s := range shapes {
		if len(s) > 0 {
			bound = bound.Union(s.Bound())
		}
	}
	for _, p := range points {
		bound = bound.Extend(p)
	}
	q := quantizer{origin: orb.Point{floor(bound.Min[0]), floor(bound.Min[1])}}
	g := &Geometry{
		Origin: q.origin, Quantum: quantum,
		Bounds: [4]float64{degrees(bound.Min[0]), degrees(bound.Min[1]), degrees(bound.Max[0]), degrees(bound.Max[1])},
	}
	var all ringsOf
	for i, s := range slices.Concat(shapes, cells) {
		all.add(q, i, s)
	}
	all.rings = simplifyRings(all.rings, g.slack())
	regions := all.regions(len(shapes) + len(cells))
	g.Regions = regions[:len(shapes)]
	return g, regions[len(shapes):], q
}

// slackPart is the part of the longer side of a map by which a simplified line may be off: 0.4 of a pixel on a map of 1,000.
const slackPart = 1.0 / 2500

// slack is how far a simplified line may be off, in quanta: never less than one, about a metre.
func (g *Geometry) slack() float64 {
	return math.Max(1, math.Max(g.Bounds[2]-g.Bounds[0], g.Bounds[3]-g.Bounds[1])/g.Quantum*slackPart)
}

// floor is v rounded down to a hundredth of a degree, so that the origin is a short number.
func floor(v float64) float64 { return math.Floor(v*100) / 100 }

// groundDistance is in metres.
func groundDistance(a, b [2]float64) float64 { return geo.Distance(a, b).Meters() }
