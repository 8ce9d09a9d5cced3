package siting

import "math"

// CapacitatedMedian is the p-median with capacities and demand that may be split (Lorena and Senne 2004, there unsplit): choose P sites so
// that all demand which any site can reach is served, no site serves more than its Capacity, and the sum of weight times cost is least.
//
//	minimise sum d_ij x_ij;  sum_i x_ij = w_j;  sum_j x_ij <= C_i y_i;  sum y_i = P
//
// Kept centers serve too. The value is in weight times the unit of the costs.
type CapacitatedMedian struct {
	P      int
	Search Search
}

// Key returns "capacitated-median".
func (CapacitatedMedian) Key() string { return "capacitated-median" }

// Solve finds the sites. Where P sites cannot hold all demand the InfeasibleError names the least P that can.
func (m CapacitatedMedian) Solve(ctx Context, x *Instance) (*Solution, error) {
	c, err := x.choose(m.P)
	if err != nil {
		return nil, err
	}
	pairs, err := x.assignPairs(c, math.Inf(1))
	if err != nil {
		return nil, err
	}
	room := newCapacitySearch(ctx, pairs, m.Search)
	room.run()
	if room.missing(room.record.first) > 0 {
		return nil, m.short(ctx, room)
	}
	s := m.search(ctx, pairs)
	s.offer(room.best)
	s.startFrom(Median{P: m.P, Search: m.Search.lighter()})
	s.run()
	found := s.solution(m, Minimize, math.Inf(1))
	flow := newTransport(pairs, ascending(s.always(), s.best))
	flow.fill(found)
	found.Value, found.Bound = flow.cost, min(-s.bound, flow.cost)
	return found, nil
}

// missing is the weight that is not served, 0 within rounding.
func (a *assignPairs) missing(served float64) float64 {
	total := a.total()
	if served >= total-1e-9*total {
		return 0
	}
	return total - served
}

func (m CapacitatedMedian) search(ctx Context, pairs *assignPairs) *assignSearch {
	b := newAssignBound(pairs)
	b.distance, b.all, b.capacity = true, true, pairs.capacities()
	s := newAssignSearch(ctx, b, m.Search)
	s.low = -pairs.dearest()
	s.whole = whole(pairs.weight) && wholeCapacities(b.capacity) && whole(pairs.cost) && -s.low < 1<<52
	s.score = func(open []int) assignScore {
		t := s.flow(open)
		return assignScore{-pairs.missing(t.served), -t.cost}
	}
	s.worth = func(v assignScore) float64 {
		if v.first < 0 {
			return math.Inf(-1)
		}
		return v.second
	}
	return s
}

// dearest is what it costs to serve all demand from the dearest place.
func (a *assignPairs) dearest() (sum float64) {
	most := make([]float64, len(a.weight))
	for k, j := range a.demand {
		most[j] = max(most[j], a.cost[k])
	}
	for j, d := range most {
		sum += d * a.weight[j]
	}
	return sum
}

// short says how much finds no room, and the least P with which all does; where no P helps, by how much the capacity of all sites is short.
func (m CapacitatedMedian) short(ctx Context, room *assignSearch) error {
	e := &InfeasibleError{Key: "capacity", Group: -1, Weight: room.missing(room.record.first)}
	if !room.done {
		e.Key = "capacity_open" // whether some choice has room is not settled
		return e
	}
	if all := newTransport(room.assignPairs, room.every()); room.missing(all.served) > 0 {
		e.Key = "capacity_all"
		e.Weight, e.Need = room.missing(all.served), room.missing(all.served)
		for j, w := range all.unserved {
			if w > 0 {
				e.Demand = append(e.Demand, j)
			}
		}
		return e
	}
	c := room.choice
	for c.picks++; c.picks <= len(c.free); c.picks++ {
		pairs := *room.assignPairs
		pairs.choice = c
		more := newCapacitySearch(ctx, &pairs, m.Search)
		more.run()
		if pairs.missing(more.record.first) == 0 {
			e.Need = float64(len(c.forced) + c.picks)
			return e
		}
		if !more.done {
			return e
		}
	}
	return e
}
