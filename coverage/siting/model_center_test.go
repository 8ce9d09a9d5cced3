package siting

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestCenterAgainstAllPlans(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		x := randomCase(r, 14, 12)
		m := Center{P: r.IntN(5), All: r.IntN(2) == 0}
		examine(t, seed, x, m.P, m, func(sites []int) (float64, bool) {
			far := x.farthest(x.serving(sites), m.All)
			return far, !math.IsInf(far, 1)
		})
	}
}

// farthest is the largest distance, term by term.
func (x *Instance) farthest(open []int, all bool) float64 {
	far := 0.0
	for j, w := range x.Weights {
		if w == 0 && !all {
			continue
		}
		near := math.Inf(1)
		for _, i := range open {
			near = min(near, x.cost(i, j))
		}
		far = max(far, near)
	}
	return far
}

func TestDispersionAgainstAllPlans(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		x := randomCase(r, 1, 12)
		m := Dispersion{P: r.IntN(5)}
		examine(t, seed, x, m.P, m, func(sites []int) (float64, bool) {
			least, pairs := math.Inf(1), 0
			for a, i := range sites {
				for b, k := range x.serving(sites) {
					if b > a {
						least = min(least, x.Between.At(i, k))
						pairs++
					}
				}
			}
			return least, pairs > 0
		})
	}
}
