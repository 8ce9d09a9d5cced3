package siting

import "math"

// LSCP is the location set covering problem (Toregas, Swain, ReVelle and Bergman 1971): the fewest sites with which every demand has one within
// Radius.
//
//	minimise    sum of y_i   (sum of f_i y_i where Prices is set)
//	subject to  sum of y_i over the sites i with d_ij <= Radius  >= 1   for every demand j that counts
//
// Demand of weight 0 does not count, since nobody is there to be served, unless All is set (as in PySAL spopt, where all demand counts).
// Forced sites count towards the value, kept ones serve and do not.
type LSCP struct {
	Radius float64 // in the unit of the costs, >= 0; the edge is covered
	All    bool    // demand of weight 0 counts too
	Prices bool    // the least sum of Site.Price instead of the fewest sites
	Search Search
}

// Key returns lscp.
func (LSCP) Key() string { return "lscp" }

// Solve solves the model. Demand that no site may reach is an InfeasibleError, whose Need is the least radius with which all is reached (0:
// none is known).
func (m LSCP) Solve(ctx Context, x *Instance) (*Solution, error) {
	t, err := newSetTask(x, m.Key(), m.Radius)
	if err != nil {
		return nil, err
	}
	weights := m.counted(x)
	if out, _ := t.out(weights); out != nil {
		return nil, x.uncovered(out)
	}
	prices := newGrains(m.prices(x), math.Floor)
	t.settle(weights, prices.count)
	c := t.problem()
	c.loose = prices.loose
	n := t.solve(ctx, c, m.Search)
	s := t.solution(n.best, n.did, Minimize)
	for _, i := range s.Sites {
		s.Value += m.price(x.Sites[i])
		if x.Sites[i].State == Forced {
			s.Bound += m.price(x.Sites[i])
		}
	}
	s.Bound = min(s.Bound+prices.unit*float64(n.bound), s.Value)
	s.close(n)
	return s, nil
}

// close says what is proven; where nothing is rounded a bound that meets the value is the value.
func (s *Solution) close(n *setSearch) {
	s.Proven, s.Cut = n.proven(), n.cut()
	if s.Proven && !n.core.loose {
		s.Bound = s.Value
	}
}

// price is what a site counts for.
func (m LSCP) price(s Site) float64 {
	if m.Prices {
		return s.Price
	}
	return 1
}

// counted is 1 for demand that counts.
func (m LSCP) counted(x *Instance) []int64 {
	weights := make([]int64, len(x.Weights))
	for j, w := range x.Weights {
		if w > 0 || m.All {
			weights[j] = 1
		}
	}
	return weights
}

// prices are what the sites count for.
func (m LSCP) prices(x *Instance) []float64 {
	prices := make([]float64, len(x.Sites))
	for i, s := range x.Sites {
		prices[i] = m.price(s)
	}
	return prices
}

// uncovered says which demand no site may reach, and from what radius on all would be.
func (x *Instance) uncovered(demands []int) error {
	e := &InfeasibleError{Key: "all_unreachable", Demand: demands, Group: -1}
	near, row := make([]float64, len(x.Weights)), make([]float64, len(x.Weights))
	for j := range near {
		near[j] = math.Inf(1)
	}
	for i, s := range x.Sites {
		if s.State == Forbidden {
			continue
		}
		x.Costs.Row(i, row)
		for j, d := range row {
			near[j] = min(near[j], d)
		}
	}
	for _, j := range demands {
		e.Weight += x.Weights[j]
		e.Need = max(e.Need, near[j])
	}
	if math.IsInf(e.Need, 1) {
		e.Need = 0
	}
	return e
}
