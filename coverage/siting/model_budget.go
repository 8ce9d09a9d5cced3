package siting

import (
	"math"
	"slices"
)

// Budget is maximal cover for money (Khuller, Moss and Naor, 1999): choose sites whose prices do not pass the budget so that the demand within
// Radius of a site weighs most.
//
//	maximise    sum over j of w_j z_j
//	subject to  z_j <= sum of y_i over the sites i with d_ij <= Radius
//	            sum of f_i y_i <= Money,  y_i and z_j 0 or 1
//
// Forced sites are paid for, kept ones are not; sites without a price are taken free of charge. Whole prices and budgets up to 2^40 are exact;
// others are rounded to the 2^40th part of the budget or less, and a plan may pass the budget by as much per site: 0.1 + 0.2 is within 0.3.
type Budget struct {
	Money  float64 // >= 0, in the unit of Site.Price
	Radius float64 // in the unit of the costs, >= 0; the edge is covered
	Search Search
}

// Key returns budget.
func (Budget) Key() string { return "budget" }

// Solve solves the model. It reports an InputError for an instance or a budget that makes no sense, an InfeasibleError where the forced
// sites alone cost more.
func (m Budget) Solve(ctx Context, x *Instance) (*Solution, error) {
	if err := x.check(); err != nil {
		return nil, err
	}
	if !(m.Money >= 0) || math.IsInf(m.Money, 1) {
		return nil, &InputError{Key: "budget", Args: []any{"budget", m.Money}}
	}
	prices, budget := wholePrices(x.Sites, m.Money)
	forced, due := int64(0), 0.0
	for i, site := range x.Sites {
		if site.State == Forced {
			forced += prices[i]
			due += site.Price
		}
	}
	if forced > budget {
		return nil, &InfeasibleError{Key: "forced_exceed_budget", Group: -1, Need: due}
	}
	return x.solveCover(ctx, coverTask{key: m.Key(), radius: m.Radius, prices: prices, budget: budget, most: len(x.Sites), search: m.Search, tidy: x.worthwhile})
}

// worthwhile leaves out free sites without which as much is covered, the last first.
func (x *Instance) worthwhile(open []int, lists *Catchments) []int {
	count := make([]int, len(x.Weights))
	for _, i := range open {
		for _, j := range lists.Of(i) {
			count[j]++
		}
	}
	alone := func(j int32) bool { return count[j] == 1 && x.Weights[j] > 0 }
	for k, i := range slices.Backward(open) {
		if x.Sites[i].State == Free && !slices.ContainsFunc(lists.Of(i), alone) {
			open = slices.Delete(open, k, k+1)
			for _, j := range lists.Of(i) {
				count[j]--
			}
		}
	}
	return open
}

// wholePrices turns prices and the budget into whole numbers of a unit that is a power of two. Prices beyond the budget become one more
// than it.
func wholePrices(sites []Site, money float64) (prices []int64, budget int64) {
	prices = make([]int64, len(sites))
	exact := money <= 1<<40 && money == math.Trunc(money)
	for _, s := range sites {
		exact = exact && (s.Price == math.Trunc(s.Price) || s.Price > money)
	}
	unit := 0
	if !exact && money > 0 {
		unit = 39 - math.Ilogb(money)
	}
	budget = int64(math.Round(math.Ldexp(money, unit)))
	if !exact {
		budget += int64(len(sites))
	}
	for i, s := range sites {
		prices[i] = budget + 1
		if s.Price <= money {
			prices[i] = int64(math.Round(math.Ldexp(s.Price, unit)))
		}
	}
	return prices, budget
}
