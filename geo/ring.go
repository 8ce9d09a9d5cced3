package geo

import (
	"math"
	"math/big"

	"github.com/paulmach/orb"
)

// open returns the ring without its closing vertex.
func open(ring orb.Ring) []orb.Point {
	if n := len(ring); n > 1 && ring[0] == ring[n-1] {
		return ring[:n-1]
	}
	return ring
}

// samePlace compares points with longitudes 360° apart taken as equal.
func samePlace(a, b orb.Point) bool {
	return a == b || (a[1] == b[1] && math.Abs(a[0]-b[0]) == 360)
}

// unwrap makes the longitudes of an open ring continuous across the antimeridian and brings the first one within 180° of near.
// It returns the ring itself where nothing has to change. The turn is 0 unless the ring runs around a pole.
func unwrap(ring []orb.Point, near float64) (out []orb.Point, turn float64) {
	start := near + reduce(ring[0][0]-near)
	if start != ring[0][0] {
		// Avoid 179.99999999999997 for 180: shift by whole turns only.
		start = ring[0][0] + 360*math.Round((start-ring[0][0])/360)
	}
	out = ring
	shift := start - ring[0][0]
	for i, p := range ring {
		if i > 0 {
			shift += jump(ring[i-1][0], p[0])
		}
		if shift == 0 && &out[0] == &ring[0] {
			continue
		}
		if &out[0] == &ring[0] {
			out = append([]orb.Point(nil), ring...)
		}
		out[i][0] = p[0] + shift
	}
	shift += jump(ring[len(ring)-1][0], ring[0][0])
	return out, shift - (start - ring[0][0])
}

// jump returns the turns to add, in degrees, where the shorter way from one longitude to the next passes the antimeridian.
func jump(from, to float64) float64 {
	switch d := to - from; {
	case d >= 180:
		return -360
	case d < -180:
		return 360
	}
	return 0
}

// windingSign returns the sign of a ring's signed area in lon/lat, exactly: +1 counter-clockwise, 0 for no area.
func windingSign(ring []orb.Point) int {
	area, bound := shoelace(ring)
	if area > bound || area < -bound {
		return sign(area)
	}
	return exactShoelace(ring)
}

// shoelace returns twice the signed area in square degrees and a bound of its rounding error.
func shoelace(ring []orb.Point) (area, bound float64) {
	o, a := ring[0], ring[len(ring)-1]
	for _, b := range ring {
		left, right := (a[0]-o[0])*(b[1]-o[1]), (b[0]-o[0])*(a[1]-o[1])
		area += left - right
		bound += math.Abs(left) + math.Abs(right)
		a = b
	}
	return area, bound * 0x1p-51 * float64(len(ring)+2)
}

// exactShoelace returns the sign of the signed area without rounding.
func exactShoelace(ring []orb.Point) int {
	sum := new(big.Float).SetPrec(bigPrec + 64)
	term := new(big.Float).SetPrec(bigPrec)
	a := ring[len(ring)-1]
	for _, b := range ring {
		sum.Add(sum, term.Mul(big.NewFloat(a[0]), big.NewFloat(b[1])))
		sum.Sub(sum, term.Mul(big.NewFloat(b[0]), big.NewFloat(a[1])))
		a = b
	}
	return sum.Sign()
}

// collinear reports whether all points lie on one line.
func collinear(ring []orb.Point) bool {
	a, b := ring[0], ring[0]
	for _, p := range ring {
		if b == a {
			b = p
		} else if orient(a, b, p) != 0 {
			return false
		}
	}
	return true
}
