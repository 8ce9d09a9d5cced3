package demo

import (
	"math"
	"testing"
)

// area2 is twice the signed area, in square units.
func area2(ring []point) (sum int64) {
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += (p.x-ring[0].x)*(q.y-ring[0].y) - (q.x-ring[0].x)*(p.y-ring[0].y)
	}
	return sum
}

// An L and a comb are awkward to cut; a triangle and a square have hardly any vertices to cut at.
var awkward = map[string][]point{
	"triangle": {{0, 0}, {90000, 0}, {0, 90000}},
	"square":   {{0, 0}, {90000, 0}, {90000, 90000}, {0, 90000}},
	"L":        {{0, 0}, {90000, 0}, {90000, 30000}, {30000, 30000}, {30000, 90000}, {0, 90000}},
	"comb":     {{0, 0}, {90000, 0}, {90000, 90000}, {80000, 90000}, {80000, 10000}, {50000, 10000}, {50000, 90000}, {40000, 90000}, {40000, 10000}, {10000, 10000}, {10000, 90000}, {0, 90000}},
}

func TestPiecesTileAnyRing(t *testing.T) {
	for name, ring := range awkward {
		for _, k := range []int{1, 2, 3, 7, 30} {
			weights := make([]float64, k)
			for i := range weights {
				weights[i] = 1 + float64(i%3)
			}
			r := random(hash(uint64(k)))
			made := pieces(ring, weights, &r)
			if len(made) != k {
				t.Errorf("%s in %d: %d pieces", name, k, len(made))
			}
			var sum int64
			for _, p := range made {
				if !simple(p) || area2(p) <= 0 {
					t.Errorf("%s in %d: a piece crosses itself or is turned round: %v", name, k, p)
				}
				sum += area2(p)
			}
			if sum != area2(ring) {
				t.Errorf("%s in %d: pieces have %d, the ring %d", name, k, sum, area2(ring))
			}
		}
	}
}

func TestPiecesFollowWeights(t *testing.T) {
	var ring []point // a circle of 60 vertices
	for i := range 60 {
		a := 2 * math.Pi * float64(i) / 60
		ring = append(ring, point{int64(80000 * math.Cos(a)), int64(80000 * math.Sin(a))})
	}
	weights := []float64{1, 2, 3, 2, 4, 1.5}
	r := random(1)
	for i, p := range pieces(ring, weights, &r) {
		got, want := float64(area2(p))/float64(area2(ring)), weights[i]/total(weights)
		if got < 0.6*want || got > 1.6*want {
			t.Errorf("piece %d has %.3f of the area, want about %.3f", i, got, want)
		}
	}
}

func TestSimple(t *testing.T) {
	for name, ring := range awkward {
		if !simple(ring) {
			t.Errorf("%s is simple", name)
		}
	}
	for name, ring := range map[string][]point{
		"bow tie":  {{0, 0}, {10, 10}, {10, 0}, {0, 10}},
		"touching": {{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}},
		"spike":    {{0, 0}, {10, 0}, {20, 0}, {10, 0}, {10, 10}},
		"two":      {{0, 0}, {10, 0}},
	} {
		if simple(ring) {
			t.Errorf("%s is not simple", name)
		}
	}
}

func TestInteriorPointsLieInside(t *testing.T) {
	for name, ring := range awkward {
		p := interior(ring)
		lo, hi := widestChord(ring, p.y)
		if lo >= hi || p.x <= lo || p.x >= hi {
			t.Errorf("%s: %v is not inside %d to %d", name, p, lo, hi)
		}
	}
}
