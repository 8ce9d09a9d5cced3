package charts

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/coverage"
)

// ground is what a map colours: communities, or grids where no community has an outline.
type ground struct {
	kind     string // communities, grids, points
	shapes   []orb.MultiPolygon
	points   []orb.Point
	unit     []int // index in the city of the community or grid of each
	missing  int   // without outline: not drawn, but counted
	geometry *Geometry
	cells    []Region
	snap     quantizer
}

func newGround(r *coverage.Result) *ground {
	g := communityGround(r)
	if len(g.shapes) == 0 {
		g = gridGround(r)
	}
	if len(g.shapes) == 0 && len(g.points) == 0 {
		return nil
	}
	var cells []orb.MultiPolygon
	if g.kind == "communities" {
		cells = gridShapes(r)
	}
	g.geometry, g.cells, g.snap = newGeometry(g.shapes, cells, g.points)
	return g
}

func communityGround(r *coverage.Result) *ground {
	g := &ground{kind: "communities"}
	for i := range r.City.Communities {
		if shape := r.City.Communities[i].Shape; shape != nil {
			g.shapes, g.unit = append(g.shapes, shape.Geometry()), append(g.unit, i)
		}
	}
	g.missing = len(r.City.Communities) - len(g.shapes)
	return g
}

func gridGround(r *coverage.Result) *ground {
	g := &ground{kind: "grids"}
	for i, shape := range gridShapes(r) {
		if shape != nil {
			g.shapes, g.unit = append(g.shapes, shape), append(g.unit, i)
		}
	}
	if len(g.shapes) > 0 {
		g.missing = len(r.City.Grids) - len(g.shapes)
		return g
	}
	g.kind = "points"
	for i := range r.City.Grids {
		g.points, g.unit = append(g.points, rounded(r.City.Grids[i].Point)), append(g.unit, i)
	}
	return g
}

// gridShapes are the outlines of the grids in the city's order, nil for those that have none.
func gridShapes(r *coverage.Result) []orb.MultiPolygon {
	out := make([]orb.MultiPolygon, len(r.City.Grids))
	for i := range r.City.Grids {
		if shape := r.City.Grids[i].Shape; shape != nil {
			out[i] = shape.Geometry()
		}
	}
	return out
}

// lonScale is a degree of longitude over one of latitude in the middle of a box.
func lonScale(b [4]float64) float64 { return degrees(math.Cos((b[1] + b[3]) / 2 * math.Pi / 180)) }

// padded is the box that the map shows: the ground and a margin of 3 % of its longer side, with room for the scale bar below.
func padded(b [4]float64, aspect float64) [4]float64 {
	margin := max((b[2]-b[0])*aspect, b[3]-b[1], 4*quantum) * .03
	return [4]float64{degrees(b[0] - margin/aspect), degrees(b[1] - 1.8*margin), degrees(b[2] + margin/aspect), degrees(b[3] + margin)}
}

// degrees is a coordinate as a page holds it: 1e-6 degrees, a tenth of a metre.
func degrees(v float64) float64 { return math.Round(v*1e6) / 1e6 }

func rounded(p orb.Point) orb.Point { return orb.Point{degrees(p[0]), degrees(p[1])} }
