package geo

import (
	"math"
	"math/rand/v2"
	"testing"
)

// compareCase returns the error of the power cells against the slabs, in units of the tolerance.
func compareCase(c *planeCase, k *kernel) (worst, got, want float64) {
	r := c.region()
	got = k.union(&r, c.centers, c.radii)
	want = slabArea(c.rings, c.centers, c.radii)
	return math.Abs(got-want) / c.tolerance(&r), got, want
}

// compareCases runs n random cases and returns the worst error in units of the tolerance.
func compareCases(t *testing.T, rng *rand.Rand, n int) float64 {
	k, worst := newKernel(), 0.0
	for i := range n {
		c := randomCase(rng)
		e, got, want := compareCase(&c, k)
		if e > 1 {
			t.Fatalf("case %d: got %v, want %v, %v tolerances off\n%#v", i, got, want, e, c)
		}
		worst = max(worst, e)
	}
	return worst
}

func TestUnionAgainstSlabs(t *testing.T) {
	worst := compareCases(t, newRand(t), 20_000)
	t.Logf("worst error %.2g of the tolerance", worst)
}
