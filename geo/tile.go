package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Limits of a tile, in metres.
const (
	tileSide = 5e3   // a polygon with a longer box is cut
	tilesMax = 2e5   // beyond, tiles grow: to 10 km for 10 million km², where areas still err by only 2e-7
	edgeMax  = 500.0 // longer edges are split before projecting (a tenth of the tile's side where tiles grow)
	edgeMin  = 25.0  // splitting for the bend of an edge stops here
)

// bendShare bounds the area that straight plane edges may lose against straight lon/lat edges along one side of a shape (two
// thirds of their sagitta times their length), as a share of the shape: a third of the 1e-6 budget.
const bendShare = 3e-7

// tile is a piece of a shape, 5 km at most, with its own frame.
type tile struct {
	region
	frame Frame
	bound orb.Bound // lon/lat box of the piece
	seam  []bool    // seam[i]: the edge that ends in points[i] runs along a cut; nil for a tile that was not cut
}

// sides of a lon/lat box, by axis.
type cuts struct{ lo, hi [2]bool }

func (c cuts) any() bool { return c.lo[0] || c.lo[1] || c.hi[0] || c.hi[1] }

// tiler cuts parts into tiles and projects them.
type tiler struct {
	tiles []tile
	side  float64 // of a tile, metres
	bend  float64 // allowed sagitta of an edge, metres
}

// makeTiles projects the parts of a geometry: all in one frame if they fit, otherwise each on its own, cut if needed.
func makeTiles(mp orb.MultiPolygon, bound orb.Bound) []tile {
	area, length := measure(mp, bound)
	width, height := extent(bound)
	t := tiler{side: tileSide, bend: math.Max(bendShare*1.5*area/width, 1e-6)}
	if width <= tileSide && height <= tileSide {
		var rings [][]orb.Point
		for _, polygon := range mp {
			rings = appendOpen(rings, polygon)
		}
		t.emit(rings, bound, cuts{})
		return t.tiles
	}
	// About area/side² tiles lie inside and two to a side's length along the edges.
	t.side = math.Max(t.side, math.Max(math.Sqrt(2*area/tilesMax), 4*length/tilesMax))
	for _, polygon := range mp {
		t.part(appendOpen(nil, polygon))
	}
	return t.tiles
}

// measure returns area (m²) and length of the edges (m), both somewhat too large, from the scale where the box is widest.
func measure(mp orb.MultiPolygon, bound orb.Bound) (area, length float64) {
	width, _ := extent(bound)
	east, north := width/(bound.Max[0]-bound.Min[0]), semiMajor*radians
	for _, polygon := range mp {
		for _, ring := range polygon {
			twice, _ := shoelace(ring)
			area += twice / 2 * east * north
			for i := 1; i < len(ring); i++ {
				length += math.Hypot((ring[i][0]-ring[i-1][0])*east, (ring[i][1]-ring[i-1][1])*north)
			}
		}
	}
	return area, length
}

func appendOpen(rings [][]orb.Point, polygon orb.Polygon) [][]orb.Point {
	for _, ring := range polygon {
		rings = append(rings, open(ring))
	}
	return rings
}

// part cuts one polygon by lines of equal longitude and latitude.
func (t *tiler) part(rings [][]orb.Point) {
	box := boundOf(rings)
	w, h := extent(box)
	t.divide(rings, box, cuts{}, max(1, int(math.Ceil(w/t.side))), max(1, int(math.Ceil(h/t.side))))
}

func boundOf(rings [][]orb.Point) orb.Bound {
	box := emptyBound()
	for _, ring := range rings {
		for _, p := range ring {
			grow(&box, p)
		}
	}
	return box
}

// divide halves a box of columns x rows tiles until one is left.
func (t *tiler) divide(rings [][]orb.Point, box orb.Bound, cut cuts, columns, rows int) {
	if len(rings) == 0 {
		return
	}
	if columns == 1 && rows == 1 {
		t.emit(rings, box, cut)
		return
	}
	axis, n := 0, columns
	if rows > columns {
		axis, n = 1, rows
	}
	half := n / 2
	at := box.Min[axis] + (box.Max[axis]-box.Min[axis])*float64(half)/float64(n)
	for _, low := range [2]bool{true, false} {
		sub, subCut, count := box, cut, n-half
		if low {
			sub.Max[axis], subCut.hi[axis], count = at, true, half
		} else {
			sub.Min[axis], subCut.lo[axis] = at, true
		}
		c, r := count, rows
		if axis == 1 {
			c, r = columns, count
		}
		t.divide(clipRings(rings, axis, at, low), sub, subCut, c, r)
	}
}

// clipRings keeps the part of each ring on one side of a cut (Sutherland-Hodgman: pieces stay joined along the cut).
func clipRings(rings [][]orb.Point, axis int, at float64, low bool) [][]orb.Point {
	var out [][]orb.Point
	for _, ring := range rings {
		if kept := clipRing(ring, axis, at, low); len(kept) > 2 {
			out = append(out, kept)
		}
	}
	return out
}

func clipRing(ring []orb.Point, axis int, at float64, low bool) []orb.Point {
	in := func(p orb.Point) bool {
		if low {
			return p[axis] <= at
		}
		return p[axis] >= at
	}
	all, none := true, true
	for _, p := range ring {
		if in(p) {
			none = false
		} else {
			all = false
		}
	}
	if all {
		return ring
	}
	if none {
		return nil
	}
	var out []orb.Point
	a := ring[len(ring)-1]
	for _, b := range ring {
		if in(a) != in(b) && a[axis] != at && b[axis] != at {
			out = append(out, onCut(a, b, axis, at))
		}
		if in(b) {
			out = append(out, b)
		}
		a = b
	}
	return out
}

// onCut returns where the edge meets the cut; both directions of an edge give the same point.
func onCut(a, b orb.Point, axis int, at float64) orb.Point {
	if b[axis] < a[axis] {
		a, b = b, a
	}
	other := 1 - axis
	var p orb.Point
	p[axis] = at
	p[other] = a[other] + (b[other]-a[other])*(at-a[axis])/(b[axis]-a[axis])
	return p
}

// emit projects one piece.
func (t *tiler) emit(rings [][]orb.Point, box orb.Bound, cut cuts) {
	bound := boundOf(rings)
	piece := tile{frame: NewFrame(bound.Center()), bound: bound}
	e := newEdges(&piece, box, cut, t)
	piece.reserve(rings)
	for _, ring := range rings {
		a := ring[len(ring)-1]
		for _, b := range ring {
			e.add(a, b)
			a = b
		}
		piece.ends = append(piece.ends, int32(len(piece.points)))
	}
	piece.finish()
	w, h := extent(box)
	if cut.any() && piece.area <= 1e-12*w*h {
		return // only stretches along the cuts
	}
	t.tiles = append(t.tiles, piece)
}
