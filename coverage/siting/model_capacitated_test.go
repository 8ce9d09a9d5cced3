package siting

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestCapacitatedCoverAgainstAllPlans(t *testing.T) {
	solved := 0
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 4))
		x := randomCase(r, 10, 9)
		m := CapacitatedCover{P: r.IntN(5), Radius: float64(r.IntN(9))}
		found := examine(t, seed, x, m.P, m, func(sites []int) (float64, bool) {
			served, _ := oracleFlow(x, x.serving(sites), m.Radius)
			return served, true
		})
		if found != nil {
			solved++
			checkParts(t, seed, x, found, m.Radius, found.Value)
		}
	}
	if solved < 2500 {
		t.Errorf("only %d solved", solved)
	}
}

func TestCapacitatedMedianAgainstAllPlans(t *testing.T) {
	solved := 0
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		x := randomCase(r, 7, 9)
		for i := range x.Sites {
			x.Sites[i].Capacity *= float64(1 + r.IntN(3))
		}
		all := 0.0
		for j, reached := range x.reached() {
			if reached {
				all += x.Weights[j]
			}
		}
		m := CapacitatedMedian{P: r.IntN(5)}
		found := examine(t, seed, x, m.P, m, func(sites []int) (float64, bool) {
			served, cost := oracleFlow(x, x.serving(sites), math.MaxFloat64)
			return cost, near(served, all)
		})
		if found != nil {
			solved++
			checkParts(t, seed, x, found, math.MaxFloat64, all)
		} else {
			checkNeed(t, seed, x, m, all)
		}
	}
	if solved < 1200 {
		t.Errorf("only %d solved", solved)
	}
}

// reached reports which demand any site that is not forbidden can serve.
func (x *Instance) reached() []bool {
	reached := make([]bool, len(x.Weights))
	for i, s := range x.Sites {
		for j := range reached {
			reached[j] = reached[j] || s.State != Forbidden && !math.IsInf(x.cost(i, j), 1)
		}
	}
	return reached
}

// checkParts adds the parts up by site and demand.
func checkParts(t *testing.T, seed int, x *Instance, found *Solution, limit, all float64) {
	t.Helper()
	held, got, sum := make([]float64, len(x.Sites)), make([]float64, len(x.Weights)), 0.0
	open := map[int]bool{}
	for _, i := range x.serving(found.Sites) {
		open[i] = true
	}
	for _, p := range found.Parts {
		held[p.Site] += p.Weight
		got[p.Demand] += p.Weight
		sum += p.Weight
		if !open[int(p.Site)] || p.Weight <= 0 || x.cost(int(p.Site), int(p.Demand)) > limit {
			t.Fatalf("seed %d: part %+v", seed, p)
		}
	}
	for i, h := range held {
		if h > x.Sites[i].Capacity*(1+1e-12) {
			t.Fatalf("seed %d: site %d serves %v of %v", seed, i, h, x.Sites[i].Capacity)
		}
	}
	for j, w := range x.Weights {
		if got[j] > w*(1+1e-12) || found.Unserved[j] > 0 && !near(got[j]+found.Unserved[j], w) {
			t.Fatalf("seed %d: demand %d of %v: served %v, unserved %v", seed, j, w, got[j], found.Unserved[j])
		}
	}
	if !near(sum, all) {
		t.Fatalf("seed %d: parts sum to %v, not %v", seed, sum, all)
	}
}

// checkNeed tries every P where the model says what would cure it.
func checkNeed(t *testing.T, seed int, x *Instance, m CapacitatedMedian, all float64) {
	t.Helper()
	_, err := m.Solve(context.Background(), x)
	short := (*InfeasibleError)(nil)
	if !errors.As(err, &short) || short.Key != "capacity" {
		return
	}
	for p := range len(x.Sites) + 1 {
		possible := false
		everyChoice(x, p, func(sites []int) {
			served, _ := oracleFlow(x, x.serving(sites), math.MaxFloat64)
			possible = possible || near(served, all)
			if p == m.P && served > all-short.Weight+1e-9 {
				t.Fatalf("seed %d: %v find no room, but %v of %v can be served", seed, short.Weight, served, all)
			}
		})
		if possible {
			if float64(p) != short.Need {
				t.Fatalf("seed %d: P = %d suffices, not %v", seed, p, short.Need)
			}
			return
		}
	}
	t.Fatalf("seed %d: no P suffices, the cure was %v", seed, short.Need)
}
