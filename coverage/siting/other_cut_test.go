package siting

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"
)

// A search that is cut at once, or may do next to no work, still states a true value and a bound that no plan passes.
func TestOtherBoundsHoldWhenCut(t *testing.T) {
	over, cancel := context.WithCancel(context.Background())
	cancel()
	unproven := 0
	for seed := range 400 {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		x := randomCase(r, 14, 14)
		for j := range x.Weights {
			if seed%2 == 1 {
				x.Weights[j] *= 0.7
			}
		}
		p, little := 1+r.IntN(4), Search{Effort: 1e-7}
		for _, pair := range []struct{ cut, full Model }{
			{Center{P: p, Search: little}, Center{P: p}},
			{Dispersion{P: p, Search: little}, Dispersion{P: p}},
			{CapacitatedCover{P: p, Radius: 5, Search: little}, CapacitatedCover{P: p, Radius: 5}},
			{CapacitatedMedian{P: p, Search: little}, CapacitatedMedian{P: p}},
			{Floor{P: p, Radius: 6, Least: 0.25, Search: little}, Floor{P: p, Radius: 6, Least: 0.25}},
			{LeastShare{P: p, Radius: 6, Search: little}, LeastShare{P: p, Radius: 6}},
		} {
			best, err := pair.full.Solve(context.Background(), x)
			if err != nil {
				continue
			}
			for _, ctx := range []context.Context{context.Background(), over} {
				if found, err := pair.cut.Solve(ctx, x); err == nil {
					checkBracket(t, seed, found, best.Value)
					if !found.Proven {
						unproven++
					}
				}
			}
		}
	}
	if unproven == 0 {
		t.Error("nothing was cut")
	}
}

// checkBracket looks whether the best value lies between value and bound.
func checkBracket(t *testing.T, seed int, found *Solution, best float64) {
	t.Helper()
	low, high := found.Value, found.Bound
	if found.Sense == Minimize {
		low, high = high, low
	}
	const rounding = 1e-9
	if low > best+rounding || high < best-rounding {
		t.Fatalf("seed %d: %s: value %v, bound %v, but the best is %v", seed, found.Model, found.Value, found.Bound, best)
	}
	if found.Proven && !near(found.Value, best) {
		t.Fatalf("seed %d: %s: %v called the best, which is %v", seed, found.Model, found.Value, best)
	}
}

// What cannot be is refused with a reason and, where there is one, a cure.
func TestOtherRefuses(t *testing.T) {
	street := func() *Instance {
		return &Instance{Weights: []float64{1, 1, 1}, Sites: make([]Site, 3), Costs: NewMatrix([][]float64{{0, 9, math.Inf(1)}, {9, 0, math.Inf(1)}, {math.Inf(1), math.Inf(1), 0}})}
	}
	alone := street()
	alone.Sites[2].State = Forbidden
	for _, c := range []struct {
		name string
		x    *Instance
		m    Model
		key  string
		need float64
	}{
		{"one site reaches two of three", street(), Center{P: 1}, "too_few", 2},
		{"nobody reaches the third", alone, Center{P: 1}, "unreachable", 0},
		{"four of three sites", street(), Center{P: 4}, "p_exceeds_sites", 3},
		{"no capacity at all", street(), CapacitatedMedian{P: 3}, "capacity_all", 3},
	} {
		_, err := c.m.Solve(context.Background(), c.x)
		short, ok := err.(*InfeasibleError)
		if !ok || short.Key != c.key || short.Need != c.need {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, m := range []Model{Center{P: -1}, Dispersion{P: 2}, CapacitatedCover{P: 1, Radius: -1}, Floor{P: 1, Least: 2}, LeastShare{P: 1}} {
		if _, err := m.Solve(context.Background(), street()); err == nil {
			t.Errorf("%#v: accepted", m)
		} else if _, ok := err.(*InputError); !ok {
			t.Errorf("%#v: %v", m, err)
		}
	}
}
