package geo

import (
	"math"
	"math/big"

	"github.com/paulmach/orb"
)

// orientFilter bounds the rounding error of the 2x2 determinant relative to its terms (Shewchuk 1997, ccwerrboundA).
const orientFilter = (3 + 16*0x1p-53) * 0x1p-53

// orient tells on which side of the line a to b the point c lies: +1 left, -1 right, 0 exactly on it.
// The sign is exact: floating point answers when its error bound allows, big numbers otherwise.
func orient(a, b, c orb.Point) int {
	left := (a[0] - c[0]) * (b[1] - c[1])
	right := (a[1] - c[1]) * (b[0] - c[0])
	det := left - right
	if bound := orientFilter * (math.Abs(left) + math.Abs(right)); det > bound || det < -bound {
		return sign(det)
	}
	if a == b || b == c || a == c || (a[0] == b[0] && b[0] == c[0]) || (a[1] == b[1] && b[1] == c[1]) {
		return 0
	}
	return orientExact(a, b, c)
}

// bigPrec holds every product of two differences of coordinates up to 1024 without rounding.
const bigPrec = 2 * (1074 + 11 + 2)

func orientExact(a, b, c orb.Point) int {
	difference := func(x, y float64) *big.Float {
		return new(big.Float).SetPrec(bigPrec).Sub(big.NewFloat(x), big.NewFloat(y))
	}
	product := func(x, y *big.Float) *big.Float {
		return new(big.Float).SetPrec(bigPrec).Mul(x, y)
	}
	left := product(difference(a[0], c[0]), difference(b[1], c[1]))
	right := product(difference(a[1], c[1]), difference(b[0], c[0]))
	return left.Cmp(right)
}

func sign(x float64) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// between tells whether p, known to lie on the line through a and b, lies on the closed segment.
func between(a, b, p orb.Point) bool {
	return min(a[0], b[0]) <= p[0] && p[0] <= max(a[0], b[0]) &&
		min(a[1], b[1]) <= p[1] && p[1] <= max(a[1], b[1])
}

// side is the place of a point relative to an area.
type side int8

const (
	outside  side = -1
	boundary side = 0
	inside   side = 1
)

// edgeVote adds one edge to a point-in-ring test by an upward ray count, exactly: it returns the change of the winding number,
// and whether p lies on the edge.
func edgeVote(a, b, p orb.Point) (turn int, on bool) {
	if (a[1] < p[1] && b[1] < p[1]) || (a[1] > p[1] && b[1] > p[1]) {
		return 0, false
	}
	if max(a[0], b[0]) < p[0] {
		return 0, false
	}
	o := orient(a, b, p)
	if o == 0 && between(a, b, p) {
		return 0, true
	}
	switch {
	case a[1] <= p[1] && b[1] > p[1] && o > 0:
		return 1, false
	case b[1] <= p[1] && a[1] > p[1] && o < 0:
		return -1, false
	}
	return 0, false
}

// sideOf places p relative to the region a ring winds around; the ring may be closed or not. Exact.
func sideOf(ring []orb.Point, p orb.Point) side {
	winding := 0
	if len(ring) == 0 {
		return outside
	}
	a := ring[len(ring)-1]
	for _, b := range ring {
		turn, on := edgeVote(a, b, p)
		if on {
			return boundary
		}
		winding += turn
		a = b
	}
	if winding != 0 {
		return inside
	}
	return outside
}
