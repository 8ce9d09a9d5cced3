package siting

import "slices"

// MCLP is the maximal covering location problem (Church and ReVelle, 1974): choose exactly P sites so that the demand within Radius of a
// site weighs most.
//
//	maximise    sum over j of w_j z_j
//	subject to  z_j <= sum of y_i over the sites i with d_ij <= Radius
//	            sum of y_i = P,  y_i and z_j 0 or 1
//
// Value counts all that is covered, by kept sites too; P counts free and forced sites only and may be 0. Where fewer than P sites cover all that can
// be covered, the first free ones make up the number. Prices do not matter.
type MCLP struct {
	P      int
	Radius float64 // in the unit of the costs, >= 0; the edge is covered
	Search Search
}

// Key returns mclp.
func (MCLP) Key() string { return "mclp" }

// Solve solves the model. It reports an InputError for an instance or a P that makes no sense, an InfeasibleError where P is less than the
// forced sites or more than there are.
func (m MCLP) Solve(ctx Context, x *Instance) (*Solution, error) {
	c, err := x.choose(m.P)
	if err != nil {
		return nil, err
	}
	prices := make([]int64, len(x.Sites))
	for i := range prices {
		prices[i] = 1
	}
	fill := func(open []int, _ *Catchments) []int { return fillUp(open, c.free, m.P+len(c.kept)) }
	return x.solveCover(ctx, coverTask{key: m.Key(), radius: m.Radius, prices: prices, budget: int64(m.P), most: m.P, search: m.Search, tidy: fill})
}

// fillUp adds the first free sites that are not chosen until there are so many.
func fillUp(open, free []int, most int) []int {
	for _, i := range free {
		if len(open) >= most {
			break
		}
		if !slices.Contains(open, i) {
			open = append(open, i)
		}
	}
	return ascending(open)
}
