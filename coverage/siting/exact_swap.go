package siting

import "slices"

// swapsMost bounds the exact swap search. Each exchange covers more people, so it ends by itself; a few are all there ever are.
const swapsMost = 64

// swap exchanges sites of a plan as long as that covers more people by exact areas and the plan stays one that was asked for.
func (t *study) swap(sites []int) []int {
	sites = slices.Clone(sites)
	for still := 0; still < len(sites) && t.plan.Swaps < swapsMost && !t.late(); {
		k := 0
		if t.Candidates[sites[k]].State == Free {
			if other, more := t.substitute(sites, k); other >= 0 && more > 0 {
				sites[k] = other
				t.plan.Swaps++
				still = 0
			}
		}
		sites = append(sites[1:], sites[0]) // the next one
		still++
	}
	slices.Sort(sites)
	return sites
}

// substitute is the best other candidate in the place of sites[k], the others staying, and how many people it covers more: often less than
// none. -1 where there is no other.
func (t *study) substitute(sites []int, k int) (other int, more float64) {
	rest := t.exact.cover(slices.Delete(slices.Clone(sites), k, k+1))
	budget := t.budgetBeside(rest.sites)
	other, gain := t.best(rest, func(i int) bool {
		return i != sites[k] && t.Candidates[i].State == Free && t.price(i) <= budget
	})
	loss := t.exact.gain(rest, sites[k])
	if more = gain - loss; more > 0 && more <= 1e-9*loss {
		more = 0
	}
	return other, more
}

// budgetBeside is what is left for one more site.
func (t *study) budgetBeside(sites []int) float64 {
	left := t.Request.Budget
	for _, s := range sites {
		left -= t.price(s)
	}
	if t.Request.Budget == 0 {
		return inf
	}
	return left
}
