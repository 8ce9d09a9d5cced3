package siting

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// within is the weight that the sites and the kept ones cover.
func within(x *Instance, sites []int, radius float64) float64 {
	var total float64
	open := x.serving(sites)
	for j, w := range x.Weights {
		for _, i := range open {
			if x.cost(i, j) <= radius {
				total += w
				break
			}
		}
	}
	return total
}

// Against every choice of small cases.
func TestMCLPBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		x, p := randomInstance(r)
		radius := float64(r.IntN(10)) * []float64{1, 1, 0.1}[r.IntN(3)]
		m := MCLP{P: p, Radius: radius, Search: Search{Seed: uint64(seed), Threads: 1 + seed%2}}
		examine(t, seed, x, p, m, func(sites []int) (float64, bool) { return within(x, sites, radius), true })
	}
}

// The same with money.
func TestBudgetBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		x := randomCase(r, 14, 12)
		part := []float64{1, 1, 0.1}[r.IntN(3)] // tenths are no whole numbers of any power of two
		for i := range x.Sites {
			x.Sites[i].Price *= part
		}
		money, radius := float64(r.IntN(30))*part, float64(r.IntN(10))
		found, err := Budget{Money: money, Radius: radius, Search: Search{Seed: uint64(seed)}}.Solve(t.Context(), x)
		best, any := bestWithin(x, money, radius)
		var refused *InfeasibleError
		switch {
		case err != nil && (any || !errors.As(err, &refused)):
			t.Fatalf("seed %d: %v", seed, err)
		case err == nil && (!any || !near(found.Value, best) || !near(found.Bound, best) || !found.Proven || price(x, found.Sites) > money+1e-9):
			t.Fatalf("seed %d: found %+v, best %v %v, price %v of %v", seed, found, best, any, price(x, found.Sites), money)
		case err == nil && within(x, found.Sites, radius) != found.Value:
			t.Fatalf("seed %d: sites are worth %v, not %v", seed, within(x, found.Sites, radius), found.Value)
		}
	}
}

func bestWithin(x *Instance, money, radius float64) (best float64, any bool) {
	for p := range len(x.Sites) + 1 {
		everyChoice(x, p, func(sites []int) {
			if price(x, sites) <= money+1e-9 {
				best, any = max(best, within(x, sites, radius)), true
			}
		})
	}
	return best, any
}

func price(x *Instance, sites []int) (total float64) {
	for _, i := range sites {
		total += x.Sites[i].Price
	}
	return total
}

// The same bytes for any number of threads; a larger radius and a further site never lower the optimum; the order of sites and demand
// changes neither value nor bound.
func TestMCLPInvariants(t *testing.T) {
	x := family(1500, 80, 1)
	solve := func(x *Instance, p int, radius float64, threads int) *Solution {
		s, err := MCLP{P: p, Radius: radius, Search: Search{Threads: threads}}.Solve(t.Context(), x)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	before := 0.0
	for _, radius := range []float64{3, 3.5, 4, 4.5} {
		one, two := solve(x, 8, radius, 1), solve(x, 8, radius, 2)
		if !reflect.DeepEqual(one, two) {
			t.Errorf("radius %v: one thread %v of %v, two %v of %v", radius, one.Value, one.Bound, two.Value, two.Bound)
		}
		further := solve(x, 9, radius, 2)
		if !one.Proven || one.Value < before || further.Value < one.Value {
			t.Errorf("radius %v: %v after %v, with a further site %v", radius, one.Value, before, further.Value)
		}
		before = one.Value
		if turned := solve(mirrored(x), 8, radius, 2); turned.Value != one.Value || turned.Bound != one.Bound {
			t.Errorf("radius %v: %v of %v in the other order, %v of %v in the first", radius, turned.Value, turned.Bound, one.Value, one.Bound)
		}
	}
}

// mirrored is a family instance with demand and sites in reverse order.
func mirrored(x *Instance) *Instance {
	plane := x.Costs.(*Plane)
	demands, sites, weights := slices.Clone(plane.demands), slices.Clone(plane.sites), slices.Clone(x.Weights)
	slices.Reverse(demands)
	slices.Reverse(sites)
	slices.Reverse(weights)
	return &Instance{Weights: weights, Sites: x.Sites, Costs: NewPlane(demands, sites)}
}

// A deadline cuts the search short: the answer is worse, the bound still holds, and both say so.
func TestMCLPCut(t *testing.T) {
	x := family(3000, 200, 1)
	whole, err := MCLP{P: 20, Radius: 2.5}.Solve(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cut, err := MCLP{P: 20, Radius: 2.5}.Solve(ctx, x)
	if err != nil {
		t.Fatal(err)
	}
	if !cut.Cut || cut.Proven || cut.Bound < whole.Value || cut.Value > whole.Bound || len(cut.Sites) != 20 || whole.Cut {
		t.Errorf("cut: %v of %v, whole: %v of %v", cut.Value, cut.Bound, whole.Value, whole.Bound)
	}
}

// Weights that are no whole numbers are proven to 1e-9.
func TestMCLPFractional(t *testing.T) {
	x := family(800, 60, 2)
	for j := range x.Weights {
		x.Weights[j] /= 7
	}
	s, err := MCLP{P: 8, Radius: 4}.Solve(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Proven || s.Bound < s.Value || s.Bound-s.Value > 1e-9*s.Value {
		t.Errorf("%v of %v, proven %v", s.Value, s.Bound, s.Proven)
	}
}

// What cannot be is refused, with what would cure it.
func TestMCLPRefuses(t *testing.T) {
	x := &Instance{Weights: []float64{1, 2}, Sites: []Site{{State: Forced}, {State: Forced}, {}, {State: Forbidden}},
		Costs: NewMatrix([][]float64{{0, 1}, {1, 0}, {2, 2}, {0, 0}})}
	for _, c := range []struct {
		model Model
		key   string
		need  float64
	}{
		{MCLP{P: 4}, "p_exceeds_sites", 3},
		{MCLP{P: 1}, "forced_exceed_p", 2},
		{MCLP{P: -1}, "p", 0},
		{MCLP{P: 2, Radius: math.NaN()}, "radius", 0},
		{Budget{Money: -1}, "budget", 0},
	} {
		_, err := c.model.Solve(t.Context(), x)
		var refused *InfeasibleError
		var wrong *InputError
		switch {
		case errors.As(err, &refused) && refused.Key == c.key && refused.Need == c.need:
		case errors.As(err, &wrong) && wrong.Key == c.key:
		default:
			t.Errorf("%+v: %v, want %s %v", c.model, err, c.key, c.need)
		}
	}
	if s, err := (MCLP{Radius: 1}).Solve(t.Context(), &Instance{Weights: []float64{3}, Sites: make([]Site, 1), Costs: NewMatrix([][]float64{{0}})}); err != nil || s.Value != 0 ||
		!s.Proven || len(s.Sites) != 0 {
		t.Errorf("no site at all: %+v %v", s, err)
	}
}
