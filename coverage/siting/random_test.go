package siting

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomCase is a small instance with every trouble that instances have: few distinct distances (ties), distances that are not whole, no way
// at all, demand without weight, the same candidate twice, sites of every state, no capacity and unlimited capacity, groups, and prices.
func randomCase(r *rand.Rand, demands, sites int) *Instance {
	n, m := 1+r.IntN(demands), 1+r.IntN(sites)
	x := &Instance{Weights: make([]float64, n), Sites: make([]Site, m), Groups: make([]int, n)}
	for j := range x.Weights {
		x.Weights[j] = float64(r.IntN(8))
		x.Groups[j] = r.IntN(3)
	}
	fraction := []float64{1, 1, 0.1}[r.IntN(3)]
	rows, between := make([][]float64, m), make([][]float64, m)
	for i := range rows {
		between[i] = make([]float64, m)
		rows[i] = make([]float64, n)
		for j := range rows[i] {
			rows[i][j] = fraction * float64(r.IntN(12))
			if r.IntN(12) == 0 {
				rows[i][j] = math.Inf(1)
			}
		}
		if i > 0 && r.IntN(6) == 0 {
			rows[i] = rows[r.IntN(i)]
		}
		for k := range i {
			between[i][k] = fraction * float64(r.IntN(15))
			between[k][i] = between[i][k]
		}
		x.Sites[i] = Site{State: []State{Free, Free, Free, Free, Forced, Kept, Forbidden}[r.IntN(7)], Price: float64(r.IntN(9)),
			Capacity: []float64{0, 3, 5, 8, 13, math.Inf(1)}[r.IntN(6)]}
	}
	x.Costs, x.Between = NewMatrix(rows), NewMatrix(between)
	return x
}

// randomInstance is a case for models without capacity, and how many sites to choose.
func randomInstance(r *rand.Rand) (x *Instance, p int) { return randomCase(r, 14, 12), r.IntN(5) }

// everyChoice calls visit with every choice of p forced and free sites, the forced among them, ascending; the slice is good for one call.
func everyChoice(x *Instance, p int, visit func(sites []int)) {
	var grow func(from int, chosen []int)
	grow = func(from int, chosen []int) {
		if from == len(x.Sites) {
			if len(chosen) == p {
				visit(chosen)
			}
			return
		}
		if s := x.Sites[from].State; s == Free || s == Forced {
			grow(from+1, append(chosen, from))
			if s == Forced {
				return
			}
		}
		grow(from+1, chosen)
	}
	grow(0, make([]int, 0, len(x.Sites)))
}

// serving lists the chosen and the kept sites.
func (x *Instance) serving(chosen []int) []int {
	open := slices.Clone(chosen)
	for i, s := range x.Sites {
		if s.State == Kept {
			open = append(open, i)
		}
	}
	return open
}

// cost reads one cost.
func (x *Instance) cost(i, j int) float64 { return x.Costs.(*Matrix).At(i, j) }

// examine solves the case and compares it with the best of all plans: worth values one, and says whether it is allowed. It returns the
// solution, nil where there is none.
func examine(t *testing.T, seed int, x *Instance, p int, m Model, worth func(sites []int) (float64, bool)) *Solution {
	t.Helper()
	found, err := m.Solve(context.Background(), x)
	best, any := 0.0, false
	everyChoice(x, p, func(sites []int) {
		v, ok := worth(sites)
		if ok && (!any || (found != nil && found.Sense == Minimize && v < best) || (found != nil && found.Sense == Maximize && v > best)) {
			best, any = v, true
		}
	})
	switch {
	case err != nil && any:
		t.Fatalf("seed %d: %#v: %v, but there is a plan", seed, m, err)
	case err != nil:
		return nil
	case !any:
		t.Fatalf("seed %d: %#v found %v, but no plan is allowed", seed, m, found.Sites)
	case !near(found.Value, best) || !near(found.Bound, best) || !found.Proven:
		t.Fatalf("seed %d: %#v: value %v bound %v proven %v, best %v", seed, m, found.Value, found.Bound, found.Proven, best)
	}
	if v, ok := worth(found.Sites); !ok || !near(v, found.Value) || !slices.IsSorted(found.Sites) || len(found.Sites) != p {
		t.Fatalf("seed %d: %#v: sites %v are worth %v %v, not %v", seed, m, found.Sites, v, ok, found.Value)
	}
	return found
}

// near reports whether two values are alike but for rounding.
func near(a, b float64) bool { return a == b || math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b)) }
