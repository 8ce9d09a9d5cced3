package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// edges projects the edges of a tile, splitting those that are long or bend.
//
// An edge straight in lon/lat is bent in the plane. With east and north components E and N its sagitta is at most
// tan(lat) |E| (|E| + 2|N|) / 8R: 0.8 mm for 200 m due east at 60°, 20 mm for 1 km at 45°.
type edges struct {
	to      *tile
	box     orb.Bound
	cut     cuts
	east    float64 // metres per degree of longitude where the tile is widest
	north   float64
	longest float64 // edge, metres
	sharp   float64 // tan(lat)/8R where it is largest, over the allowed sagitta
	stride  float64 // degrees of longitude between vertices on cuts along a parallel
}

func newEdges(to *tile, box orb.Bound, cut cuts, t *tiler) edges {
	e := edges{to: to, box: box, cut: cut, north: semiMajor * radians, longest: math.Max(edgeMax, t.side/10)}
	low, high := math.Abs(to.bound.Min[1]), math.Abs(to.bound.Max[1])
	if low > high {
		low, high = high, low
	}
	if to.bound.Min[1] < 0 && to.bound.Max[1] > 0 {
		low = 0
	}
	e.east = e.north * math.Cos(low*radians)
	e.sharp = math.Tan(high*radians) / (8 * minCurvature) / t.bend
	if cut.any() {
		// A sagitta of 1.5e-7 of the tile's side costs 1e-7 of its area: 290 m at 25°, 150 m at 60° in a tile of 5 km.
		step := math.Sqrt(1.5e-7 * t.side / (e.sharp * t.bend))
		steps := math.Ceil((box.Max[0] - box.Min[0]) * e.east / math.Min(math.Max(step, edgeMin), e.longest))
		e.stride = (box.Max[0] - box.Min[0]) / steps
	}
	return e
}

// add projects the edge from a to b without a.
func (e *edges) add(a, b orb.Point) {
	if e.cut.any() {
		if e.onSeam(a, b, 1) {
			e.seam(a, b)
			return
		}
		if e.onSeam(a, b, 0) { // along a meridian: straight in the plane
			e.put(b, true)
			return
		}
	}
	east, north := math.Abs(b[0]-a[0])*e.east, math.Abs(b[1]-a[1])*e.north
	length := math.Hypot(east, north)
	n := math.Ceil(length / e.longest)
	if bend := e.sharp * east * (east + 2*north); bend > 1 {
		n = max(n, min(math.Ceil(math.Sqrt(bend)), math.Ceil(length/edgeMin)))
	}
	for i := 1.0; i < n; i++ {
		e.put(orb.Point{a[0] + (b[0]-a[0])*i/n, a[1] + (b[1]-a[1])*i/n}, false)
	}
	e.put(b, false)
}

func (e *edges) put(p orb.Point, seam bool) {
	e.to.points = append(e.to.points, e.to.frame.Project(p))
	if e.cut.any() {
		e.to.seam = append(e.to.seam, seam)
	}
}

// onSeam reports whether the edge lies on a cut across the axis: 0 for cuts along meridians, 1 along parallels.
func (e *edges) onSeam(a, b orb.Point, axis int) bool {
	if a[axis] != b[axis] {
		return false
	}
	return (e.cut.lo[axis] && a[axis] == e.box.Min[axis]) || (e.cut.hi[axis] && a[axis] == e.box.Max[axis])
}

// seam splits an edge on a cut along a parallel at fixed places, so that stretches run in both directions cancel.
func (e *edges) seam(a, b orb.Point) {
	from, to := (a[0]-e.box.Min[0])/e.stride, (b[0]-e.box.Min[0])/e.stride
	if from < to {
		for k := math.Floor(from) + 1; k < to; k++ {
			e.put(orb.Point{e.box.Min[0] + k*e.stride, a[1]}, true)
		}
	} else {
		for k := math.Ceil(from) - 1; k > to; k-- {
			e.put(orb.Point{e.box.Min[0] + k*e.stride, a[1]}, true)
		}
	}
	e.put(b, true)
}
