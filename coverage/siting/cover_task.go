package siting

import "math"

// coverTask is what the models of maximal cover differ in.
type coverTask struct {
	key    string
	radius float64
	prices []int64 // of each site
	budget int64
	most   int // no plan has more sites
	search Search
	tidy   func(open []int, lists *Catchments) []int // what is made of the sites found, kept ones among them
}

// solveCover makes a cover of an instance, solves it and turns the answer back.
func (x *Instance) solveCover(ctx Context, t coverTask) (*Solution, error) {
	if !(t.radius >= 0) {
		return nil, &InputError{Key: "radius", Args: []any{"radius", t.radius}}
	}
	lists := x.catchments(t.radius)
	weights, k := inWhole(x.Weights, t.most)
	all := &cover{weights: weights, columns: lists, rows: lists.Reversed(), prices: t.prices, budget: t.budget}
	state := make([]decision, len(x.Sites))
	for i, site := range x.Sites {
		switch {
		case site.State == Kept:
			t.prices[i] = 0
			state[i] = taken
		case site.State == Forced || site.State == Free && t.prices[i] == 0:
			state[i] = taken
		case site.State == Forbidden:
			state[i] = dropped
		}
	}
	merged := all.restrict(state)
	part := merged.reduce(make([]decision, merged.width()))
	s := newCoverSearch(ctx, &part.cover, t.search, whole(x.Weights) && k >= 0)
	bound := merged.base + s.run()
	var sites []int
	for _, i := range merged.whole(takenColumns(state), part.whole(nil, s.best)) {
		sites = append(sites, int(i))
	}
	return x.covered(t, all, s, t.tidy(ascending(sites), lists), math.Ldexp(float64(bound), -k)), nil
}

// covered makes the solution: sites, value and who is served by whom are taken from the instance again.
func (x *Instance) covered(t coverTask, all *cover, search *coverSearch, open []int, bound float64) *Solution {
	s := &Solution{Model: t.key, Sense: Maximize, Bound: bound, Cut: search.ctx.Err() != nil, Work: search.did}
	s.Work.Demands, s.Work.Sites = search.c.height(), search.c.width()
	for _, i := range open {
		if x.Sites[i].State != Kept {
			s.Sites = append(s.Sites, i)
		}
	}
	s.Assigned = x.assigned(open, all.columns)
	for j, w := range x.Weights {
		if s.Assigned[j] >= 0 {
			s.Value += w
		} else if !x.reachable(all.rows.Of(j)) {
			s.Unreachable += w
		}
	}
	s.Bound = math.Max(s.Bound, s.Value)
	s.Proven = s.Bound-s.Value <= 1e-9*s.Value && (!search.exact || s.Bound == s.Value)
	return s
}

func (x *Instance) reachable(sites []int32) bool {
	for _, i := range sites {
		if x.Sites[i].State != Forbidden {
			return true
		}
	}
	return false
}

// assigned gives each demand the cheapest of the open sites that reach it, of equals the first; -1 for none.
func (x *Instance) assigned(open []int, lists *Catchments) []int32 {
	to := make([]int32, len(x.Weights))
	for j := range to {
		to[j] = -1
	}
	least, row := make([]float64, len(to)), make([]float64, len(to))
	for _, i := range open {
		x.Costs.Row(i, row)
		for _, j := range lists.Of(i) {
			if to[j] < 0 || row[j] < least[j] {
				to[j], least[j] = int32(i), row[j]
			}
		}
	}
	return to
}
