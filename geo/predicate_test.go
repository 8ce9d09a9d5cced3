package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// TestOrientExact walks one ulp at a time around the line through (12, 12) and (24, 24), where plain arithmetic draws a ragged picture
// (Kettner et al. 2008): the sign must be that of the coordinates.
func TestOrientExact(t *testing.T) {
	const ulp = 0x1p-53
	for i := range 64 {
		for j := range 64 {
			p := orb.Point{0.5 + float64(i)*ulp, 0.5 + float64(j)*ulp}
			want := sign(p[1] - p[0])
			if got := orient(orb.Point{12, 12}, orb.Point{24, 24}, p); got != want {
				t.Fatalf("%v: %d, want %d", p, got, want)
			}
			if got := orient(orb.Point{24, 24}, orb.Point{12, 12}, p); got != -want {
				t.Fatalf("%v backwards: %d, want %d", p, got, -want)
			}
		}
	}
}

func TestOrientTiny(t *testing.T) {
	tiny := math.SmallestNonzeroFloat64
	if orient(orb.Point{0, 0}, orb.Point{180, 90}, orb.Point{2 * tiny, tiny}) != 0 {
		t.Error("a multiple of the direction is off the line")
	}
	if orient(orb.Point{0, 0}, orb.Point{1, 1}, orb.Point{0, tiny}) != 1 {
		t.Error("the smallest step to the left is not seen")
	}
}

func TestSideOf(t *testing.T) {
	ring := []orb.Point{{0, 0}, {4, 0}, {4, 4}, {2, 2}, {0, 4}}
	for p, want := range map[orb.Point]side{
		{1, 1}: inside, {2, 3}: outside, {2, 2}: boundary, {3, 3}: boundary, {4, 4}: boundary, {4, 1}: boundary,
		{5, 4}: outside, {-1, 4}: outside, {-1, 0}: outside, {2, 0}: boundary, {1, 2}: inside, {-1, 2}: outside,
	} {
		if got := sideOf(ring, p); got != want {
			t.Errorf("%v: %d, want %d", p, got, want)
		}
	}
	if sideOf(nil, orb.Point{}) != outside {
		t.Error("nothing holds a point")
	}
}

func TestWindingSign(t *testing.T) {
	if windingSign([]orb.Point{{0, 0}, {2, 2}, {2, 0}, {0, 2}}) != 0 {
		t.Error("a bow tie has area")
	}
	sliver := []orb.Point{{100, 30}, {101, 31}, {100.5, math.Nextafter(30.5, 31)}}
	if windingSign(sliver) != 1 {
		t.Error("a sliver one ulp high is not seen")
	}
}
