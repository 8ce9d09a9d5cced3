package siting

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// fewestSites is the least number, or sum of prices, of forced and free sites that are enough; false where none are.
func fewestSites(x *Instance, prices bool, enough func(sites []int) bool) (least float64, any bool) {
	for p := range len(x.Sites) + 1 {
		everyChoice(x, p, func(sites []int) {
			v := float64(p)
			if prices {
				v = price(x, sites)
			}
			if (!any || v < least) && enough(sites) {
				least, any = v, true
			}
		})
		if any && !prices {
			break
		}
	}
	return least, any
}

// checkFewest compares a solution with the best of all choices.
func checkFewest(t *testing.T, seed int, x *Instance, m Model, prices bool, enough func(sites []int) bool) {
	t.Helper()
	found, err := m.Solve(t.Context(), x)
	least, any := fewestSites(x, prices, enough)
	var refused *InfeasibleError
	switch {
	case err != nil && (any || !errors.As(err, &refused)):
		t.Fatalf("seed %d: %#v: %v, but %v will do", seed, m, err, least)
	case err != nil:
	case !any:
		t.Fatalf("seed %d: %#v found %v, but nothing will do", seed, m, found.Sites)
	case !near(found.Value, least) || !near(found.Bound, found.Value) || !found.Proven || !enough(found.Sites):
		t.Fatalf("seed %d: %#v: sites %v value %v bound %v proven %v, best %v", seed, m, found.Sites, found.Value, found.Bound, found.Proven, least)
	}
}

// Against every choice of small cases.
func TestLSCPBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		x := randomCase(r, 14, 12)
		part := []float64{1, 1, 0.1}[r.IntN(3)]
		for i := range x.Sites {
			x.Sites[i].Price *= part
		}
		m := LSCP{Radius: float64(r.IntN(12)), All: r.IntN(2) == 0, Prices: r.IntN(2) == 0, Search: Search{Seed: uint64(seed)}}
		checkFewest(t, seed, x, m, m.Prices, func(sites []int) bool { return reachesAll(x, sites, m.Radius, m.All) })
	}
}

// reachesAll reports whether all demand that counts has a site.
func reachesAll(x *Instance, sites []int, radius float64, all bool) bool {
	for j, w := range x.Weights {
		if (w > 0 || all) && times(x, sites, j, radius) == 0 {
			return false
		}
	}
	return true
}

// times is how many sites and kept ones reach a demand.
func times(x *Instance, sites []int, demand int, radius float64) (n int) {
	for _, i := range x.serving(sites) {
		if x.cost(i, demand) <= radius {
			n++
		}
	}
	return n
}

// Shares that are met exactly, and just not, are among them.
func TestPartialBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 4))
		x := randomCase(r, 14, 12)
		total := 0.0
		for _, w := range x.Weights {
			total += w
		}
		m := Partial{Share: float64(r.IntN(21)) / 20, Radius: float64(r.IntN(12)), Search: Search{Seed: uint64(seed)}}
		checkFewest(t, seed, x, m, false, func(sites []int) bool { return within(x, sites, m.Radius) >= m.Share*total-1e-9 })
	}
}

// What cannot be reached is named, with the radius that cures it.
func TestLSCPInfeasible(t *testing.T) {
	x := &Instance{Weights: []float64{1, 0, 5}, Sites: make([]Site, 2), Costs: NewMatrix([][]float64{{100, 900, 700}, {300, 900, 650}})}
	_, err := LSCP{Radius: 500}.Solve(t.Context(), x)
	var refused *InfeasibleError
	if !errors.As(err, &refused) || refused.Need != 650 || refused.Weight != 5 || len(refused.Demand) != 1 || refused.Demand[0] != 2 {
		t.Errorf("%+v", refused)
	}
	if found, err := (LSCP{Radius: 650}).Solve(t.Context(), x); err != nil || found.Value != 1 || found.Sites[0] != 1 {
		t.Errorf("%+v %v", found, err)
	}
	if _, err := (LSCP{Radius: 650, All: true}).Solve(t.Context(), x); !errors.As(err, &refused) || refused.Need != 900 {
		t.Errorf("%v", err)
	}
	if _, err := (LSCP{Radius: math.NaN()}).Solve(t.Context(), x); err == nil {
		t.Error("no radius")
	}
	if _, err := (Partial{Share: 0.5, Radius: 500}).Solve(t.Context(), x); !errors.As(err, &refused) || refused.Need != 1.0/6 {
		t.Errorf("%+v", refused)
	}
}
