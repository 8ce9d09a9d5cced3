package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Pad returns the box grown by d on every side, outwards: every point within d of the box lies in the result. Longitudes may pass
// ±180; latitudes stop at ±90, and a box that reaches a pole spans all longitudes.
func Pad(b orb.Bound, d Length) orb.Bound {
	// A millionth more covers the rounding; the smallest radius of curvature covers every direction.
	up := d.Meters() / minCurvature / radians * (1 + 1e-6)
	b.Min[1] -= up
	b.Max[1] += up
	if b.Min[1] <= -90 || b.Max[1] >= 90 {
		return orb.Bound{
			Min: orb.Point{-180, max(b.Min[1], -90)},
			Max: orb.Point{180, min(b.Max[1], 90)},
		}
	}
	widest := math.Max(math.Abs(b.Min[1]), math.Abs(b.Max[1]))
	aside := up / math.Cos(widest*radians)
	if b.Max[0]-b.Min[0]+2*aside >= 360 {
		b.Min[0], b.Max[0] = -180, 180
		return b
	}
	b.Min[0] -= aside
	b.Max[0] += aside
	return b
}

// emptyBound holds nothing; grow makes it the box of points.
func emptyBound() orb.Bound {
	inf := math.Inf(1)
	return orb.Bound{Min: orb.Point{inf, inf}, Max: orb.Point{-inf, -inf}}
}

func grow(b *orb.Bound, p orb.Point) {
	b.Min[0], b.Min[1] = min(b.Min[0], p[0]), min(b.Min[1], p[1])
	b.Max[0], b.Max[1] = max(b.Max[0], p[0]), max(b.Max[1], p[1])
}

// extent returns width and height of a box in metres, the width where the box is widest.
func extent(b orb.Bound) (width, height float64) {
	low := 0.0 // latitude nearest to the equator
	if b.Min[1] > 0 {
		low = b.Min[1]
	} else if b.Max[1] < 0 {
		low = b.Max[1]
	}
	width = (b.Max[0] - b.Min[0]) * radians * semiMajor * math.Cos(low*radians)
	return width, (b.Max[1] - b.Min[1]) * radians * semiMajor
}
