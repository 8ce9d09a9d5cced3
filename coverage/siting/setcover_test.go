package siting

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// setModels are the models on set cover that every instance of one size has a solution of.
func setModels(radius float64) []Model {
	return []Model{LSCP{Radius: radius}, LSCP{Radius: radius, Prices: true}, Partial{Share: 0.9, Radius: radius}, Backup{Radius: radius},
		WeightedBackup{P: 6, Radius: radius, First: 1, Second: 0.5}}
}

// withPrices gives the sites of an instance whole prices.
func withPrices(x *Instance) *Instance {
	for i := range x.Sites {
		x.Sites[i].Price = float64(1 + i*i%7)
	}
	return x
}

// The order of demands and sites changes neither value nor bound.
func TestSetCoverPermuted(t *testing.T) {
	for seed := range uint64(3) {
		x := withPrices(coverable(300, 40, 8, seed))
		r := rand.New(rand.NewPCG(seed, 1))
		demands, sites := r.Perm(300), r.Perm(40)
		y := &Instance{}
		for _, j := range demands {
			y.Weights = append(y.Weights, x.Weights[j])
		}
		rows, row := [][]float64{}, make([]float64, 300)
		for _, i := range sites {
			x.Costs.Row(i, row)
			moved := make([]float64, 300)
			for k, j := range demands {
				moved[k] = row[j]
			}
			rows, y.Sites = append(rows, moved), append(y.Sites, x.Sites[i])
		}
		y.Costs = NewMatrix(rows)
		for _, m := range setModels(8) {
			a, errA := m.Solve(t.Context(), x)
			b, errB := m.Solve(t.Context(), y)
			if errA != nil || errB != nil || !near(a.Value, b.Value) || !near(a.Bound, b.Bound) || !a.Proven || !b.Proven {
				t.Errorf("seed %d %#v: %+v %v, %+v %v", seed, m, a, errA, b, errB)
			}
		}
	}
}

// A larger radius and a further site never need more sites; a larger share never fewer; all of the weight is full cover.
func TestSetCoverLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		radius, seed := rapid.Float64Range(6, 15).Draw(rt, "radius"), rapid.Uint64().Draw(rt, "seed")
		share := rapid.Float64Range(0, 1).Draw(rt, "share")
		x := coverable(60, 15, radius, seed)
		value := func(m Model) float64 {
			s, err := m.Solve(t.Context(), x)
			if err != nil || !s.Proven {
				rt.Fatalf("%#v: %+v %v", m, s, err)
			}
			return s.Value
		}
		all := value(LSCP{Radius: radius})
		if v := value(LSCP{Radius: radius + 1}); v > all {
			rt.Errorf("radius %v: %v, then %v", radius, all, v)
		}
		if v := value(Partial{Share: 1, Radius: radius}); v != all {
			rt.Errorf("all: %v, share 1: %v", all, v)
		}
		if a, b := value(Partial{Share: share * 0.9, Radius: radius}), value(Partial{Share: share, Radius: radius}); a > b {
			rt.Errorf("share %v: %v, then %v", share, a, b)
		}
		for i := range x.Sites {
			if x.Sites[i].State = Forbidden; coveredBy(x, radius) {
				if v := value(LSCP{Radius: radius}); v < all {
					rt.Errorf("without site %d: %v, with it %v", i, v, all)
				}
			}
			x.Sites[i].State = Free
		}
	})
}

// coveredBy reports whether the sites that are not forbidden reach all weight.
func coveredBy(x *Instance, radius float64) bool {
	var sites []int
	for i, s := range x.Sites {
		if s.State != Forbidden {
			sites = append(sites, i)
		}
	}
	all := 0.0
	for _, w := range x.Weights {
		all += w
	}
	to := x.assigned(sites, x.catchments(radius))
	for j, i := range to {
		if i >= 0 {
			all -= x.Weights[j]
		}
	}
	return all == 0
}

// A deadline that has passed leaves a solution, says so, and claims nothing.
func TestSetCoverCut(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	x := coverable(2000, 200, 4, 0)
	for _, m := range []Model{LSCP{Radius: 4}, Partial{Share: 0.95, Radius: 4}, Backup{Radius: 4}} {
		s, err := m.Solve(ctx, x)
		if err != nil || !s.Cut || s.Proven {
			t.Errorf("%#v: %+v %v", m, s, err)
		}
	}
}

// The check refuses a proof for a limit that a solution meets, and one of which a piece is missing or changed.
func TestSetProof(t *testing.T) {
	x := coverable(1000, 100, 5, 3)
	task, err := newSetTask(x, "lscp", 5)
	if err != nil {
		t.Fatal(err)
	}
	task.settle(LSCP{}.counted(x), ones(100))
	n := task.solve(t.Context(), task.problem(), Search{})
	if n.bound != n.value {
		t.Fatal(n.bound, n.value)
	}
	n.r.begin()
	proof := n.tree(n.value - 1)
	if !proof.search() || !proof.proof.holds(n.core, n.value-1) {
		t.Fatal("no proof")
	}
	p := proof.proof
	if p.holds(n.core, n.value) {
		t.Error("it proves that there is no solution")
	}
	for k := range p.steps {
		short := *p
		if short.steps = slices.Delete(slices.Clone(p.steps), k, k+1); p.steps[k].kind != impliedRow && p.steps[k].kind != worseColumn &&
			p.steps[k].kind != pricedTaken && p.steps[k].kind != pricedDropped && short.holds(n.core, n.value-1) {
			t.Errorf("holds without step %d of %d: %v", k, len(p.steps), p.steps[k])
		}
	}
	cheap := *p
	cheap.units = make([]int64, len(p.units))
	if cheap.holds(n.core, n.value-1) {
		t.Error("holds without multipliers")
	}
}
