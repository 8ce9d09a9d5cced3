package siting

import "math"

// CapacitatedCover is maximal cover with capacities (Current and Storbeck 1988; Pirkul and Schilling 1991): choose P sites so that the
// weight served is largest, nobody is served from beyond the radius, and no site serves more than its Capacity. Demand may be split.
//
//	maximise sum x_ij;  d_ij <= Radius;  sum_i x_ij <= w_j;  sum_j x_ij <= C_i y_i;  sum y_i = P
//
// Kept centers serve too, within their own capacity, and count in the value. Of all ways to serve as much, the one in Solution.Parts was
// made along cheapest paths.
type CapacitatedCover struct {
	P      int
	Radius float64 // in the unit of the costs, edge included
	Search Search
}

// Key returns "capacitated-cover".
func (CapacitatedCover) Key() string { return "capacitated-cover" }

// Solve finds the sites.
func (m CapacitatedCover) Solve(ctx Context, x *Instance) (*Solution, error) {
	if !(m.Radius >= 0) {
		return nil, &InputError{Key: "radius", Args: []any{"radius", m.Radius}}
	}
	c, err := x.choose(m.P)
	if err != nil {
		return nil, err
	}
	pairs, err := x.assignPairs(c, m.Radius)
	if err != nil {
		return nil, err
	}
	s := newCapacitySearch(ctx, pairs, m.Search)
	s.startFrom(MCLP{P: m.P, Radius: m.Radius, Search: m.Search.lighter()})
	s.run()
	found := s.solution(m, Maximize, m.Radius)
	flow := newTransport(pairs, ascending(s.always(), s.best))
	flow.fill(found)
	found.Value, found.Bound = flow.served, max(s.bound, flow.served)
	return found, nil
}

// newCapacitySearch looks for the choice that serves most.
func newCapacitySearch(ctx Context, pairs *assignPairs, search Search) *assignSearch {
	b := newAssignBound(pairs)
	b.value, b.capacity = 1, pairs.capacities()
	s := newAssignSearch(ctx, b, search)
	s.high = pairs.total()
	s.whole = whole(pairs.weight) && wholeCapacities(b.capacity)
	s.score = func(open []int) assignScore {
		t := s.flow(open)
		return assignScore{t.served, -t.cost}
	}
	s.worth = func(v assignScore) float64 { return v.first }
	return s
}

// capacities lists the capacity of each place.
func (a *assignPairs) capacities() []float64 {
	all := make([]float64, len(a.sites))
	for place, i := range a.sites {
		all[place] = a.x.Sites[i].Capacity
	}
	return all
}

// wholeCapacities reports whether all that are limited are whole numbers.
func wholeCapacities(capacities []float64) bool {
	for _, c := range capacities {
		if !math.IsInf(c, 1) && !whole([]float64{c}) {
			return false
		}
	}
	return true
}
