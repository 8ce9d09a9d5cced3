package siting

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
)

// sharesOf counts, demand by demand, the smallest share of any group with weight and the weight of all; false where no group has weight.
func (x *Instance) sharesOf(open []int, radius float64) (least, all float64, any bool) {
	got, of := map[int]float64{}, map[int]float64{}
	for j, w := range x.Weights {
		of[x.Groups[j]] += w
		for _, i := range open {
			if x.cost(i, j) <= radius {
				got[x.Groups[j]] += w
				all += w
				break
			}
		}
	}
	least = 1
	for g, w := range of {
		if w > 0 {
			least, any = min(least, got[g]/w), true
		}
	}
	return least, all, any
}

func TestFloorAgainstAllPlans(t *testing.T) {
	solved := 0
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 6))
		x := randomCase(r, 12, 10)
		m := Floor{P: r.IntN(5), Radius: float64(2 + r.IntN(8)), Least: []float64{0, 0.2, 0.25, 0.5, 0.75, 1}[r.IntN(6)]}
		worth := func(sites []int) (float64, bool) {
			least, all, any := x.sharesOf(x.serving(sites), m.Radius)
			return all, any && least >= m.Least
		}
		if found := examine(t, seed, x, m.P, m, worth); found != nil {
			solved++
			continue
		}
		_, err := m.Solve(context.Background(), x)
		if short := (*InfeasibleError)(nil); errors.As(err, &short) && short.Key == "floor" && short.Need != bestShare(x, m.P, m.Radius) {
			t.Fatalf("seed %d: the largest least share is %v, not %v", seed, bestShare(x, m.P, m.Radius), short.Need)
		}
	}
	if solved < 1500 {
		t.Errorf("only %d solved", solved)
	}
}

func bestShare(x *Instance, p int, radius float64) (best float64) {
	everyChoice(x, p, func(sites []int) {
		least, _, _ := x.sharesOf(x.serving(sites), radius)
		best = max(best, least)
	})
	return best
}

func TestLeastShareAgainstAllPlans(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		x := randomCase(r, 12, 10)
		m := LeastShare{P: r.IntN(5), Radius: float64(2 + r.IntN(8))}
		found := examine(t, seed, x, m.P, m, func(sites []int) (float64, bool) {
			least, _, any := x.sharesOf(x.serving(sites), m.Radius)
			return least, any
		})
		if found == nil {
			continue
		}
		_, weight, _ := x.sharesOf(x.serving(found.Sites), m.Radius)
		everyChoice(x, m.P, func(sites []int) {
			if least, all, _ := x.sharesOf(x.serving(sites), m.Radius); least == found.Value && all > weight+1e-9 {
				t.Fatalf("seed %d: %v cover %v with the same share, the solution %v", seed, sites, all, weight)
			}
		})
	}
}
