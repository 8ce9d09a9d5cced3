package siting

import (
	"errors"
	"math"
	"slices"
)

// Median is the p-median (Hakimi 1964; ReVelle, Swain 1970): choose P sites so that the demand, each served by the nearest open site, costs
// as little as possible in all.
//
//	minimise sum_j w_j d_ij x_ij;  sum_i x_ij = 1;  x_ij <= y_i;  sum_i y_i = P
//
// Value and Bound are weight times cost, person-metres; divided by the weight that is served they are the mean distance. Kept centers
// serve too. Demand that no site can reach is set aside (Solution.Unreachable); all other demand of positive weight must be served.
//
// Solved by Lagrangian bound, swap and kernel search and branch and bound; up to 2^27 pairs of demand and free site are held in memory.
type Median struct {
	P      int // free and forced sites to choose; 0 only where centers are kept
	Search Search
}

// Key is p-median.
func (Median) Key() string { return "p-median" }

// Solve returns the best plan found, with its bound.
func (m Median) Solve(ctx Context, x *Instance) (*Solution, error) {
	c, err := x.choose(m.P)
	if err != nil {
		return nil, err
	}
	if m.P == 0 && len(c.kept) == 0 {
		return nil, &InputError{Key: "p", Args: []any{"p", m.P}}
	}
	lists, err := newMedianLists(x, c.picks, m.Search.Threads)
	if err != nil {
		return nil, err
	}
	search := newMedianSearch(ctx, lists, m.Search)
	root := search.start()
	if err := search.serveAll(x, c); err != nil {
		return nil, err
	}
	bound := search.run(root)
	sites := slices.Clone(c.forced)
	for _, i := range search.best {
		sites = append(sites, int(lists.sites[i]))
	}
	s := x.solution(m.Key(), Minimize, sites, math.Inf(1))
	s.Value, s.Work, s.Cut = x.travel(s), search.work(), ctx.Err() != nil
	s.Proven = search.proves(bound, s.Value)
	s.Bound = min(bound, s.Value)
	return s, nil
}

// travel sums weight times cost, anew from the sites that serve.
func (x *Instance) travel(s *Solution) (total float64) {
	for j, d := range x.served(s) {
		if x.Weights[j] > 0 && s.Assigned[j] >= 0 {
			total += x.Weights[j] * d
		}
	}
	return total
}

// served is what each demand costs from the site that serves it, +Inf where none does.
func (x *Instance) served(s *Solution) []float64 {
	row, costs := make([]float64, len(x.Weights)), make([]float64, len(x.Weights))
	for j := range costs {
		costs[j] = math.Inf(1)
	}
	for i, site := range x.Sites {
		if _, chosen := slices.BinarySearch(s.Sites, i); !chosen && site.State != Kept {
			continue
		}
		x.Costs.Row(i, row)
		for j, d := range row {
			costs[j] = min(costs[j], d)
		}
	}
	return costs
}

// serveAll finds a plan that serves all demand where the first plans do not: that of the p-center, or its word that there is none, with the
// demand that the best plan leaves.
func (s *medianSearch) serveAll(x *Instance, c choice) error {
	if s.value < s.penalty {
		return nil
	}
	within := *x
	within.Weights = make([]float64, len(x.Weights)) // 0 where no site can serve
	for _, j := range s.demand {
		within.Weights[j] = x.Weights[j]
	}
	found, err := Center{P: len(c.forced) + c.picks}.Solve(s.ctx, &within)
	var none *InfeasibleError
	if errors.As(err, &none) {
		s.leave(x, none)
	}
	if err != nil {
		return err
	}
	var open []int32
	for k, i := range s.sites {
		if slices.Contains(found.Sites, int(i)) {
			open = append(open, int32(k))
		}
	}
	s.try(open, nil)
	return nil
}

// leave notes the demand that the best plan leaves.
func (s *medianSearch) leave(x *Instance, e *InfeasibleError) {
	s.plan.set(s.best)
	for j, c := range s.plan.c1 {
		if c == s.penalty {
			e.Demand = append(e.Demand, int(s.demand[j]))
			e.Weight += x.Weights[s.demand[j]]
		}
	}
}

// proves reports whether the bound meets the value: exactly where all costs are whole numbers, else to 1e-9 of it.
func (s *medianSearch) proves(bound, value float64) bool {
	if s.whole {
		return bound >= value
	}
	return bound >= value-1e-9*value
}

// work tells what was done.
func (s *medianSearch) work() Work {
	return Work{Demands: len(s.demand), Sites: len(s.sites), Evaluations: s.bound.evaluations, Nodes: s.nodes, Fixed: s.fixed}
}
