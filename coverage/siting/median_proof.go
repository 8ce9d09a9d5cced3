package siting

import (
	"cmp"
	"math"
	"slices"
)

// medianProof computes L(u) again in whole numbers, apart from the search for u: every bound that is stated, every site that is settled and
// every branch that is given up rests on its figures alone. Costs and multipliers are counted in units of 1/scale, costs rounded down, so
// that no rounding can lift the bound; where all costs are whole numbers nothing is rounded but u, and any u is as good as another.
type medianProof struct {
	*medianLists
	total int64 // L in units
	rho   []int64
	scale float64
	free  []int32 // of the node, smallest rho first
	p     int
}

// examine computes L of the node's multipliers.
func (c *medianProof) examine(d *medianNode) {
	sum := 0.0
	for _, u := range d.u {
		sum += u
	}
	c.scale = math.Ldexp(1, 60-exponent(sum)-exponent(float64(d.p+2)))
	c.total, c.p = 0, d.p
	clear(c.rho)
	for j, v := range d.u {
		u := int64(min(v, d.base[j]) * c.scale)
		c.total += u
		sites, costs := c.list(j)
		for k, cost := range costs {
			if cost > v {
				break
			}
			c.rho[sites[k]] += min(0, int64(cost*c.scale)-u)
		}
	}
	c.free = append(c.free[:0], d.free...)
	slices.SortFunc(c.free, func(x, y int32) int { return cmp.Or(cmp.Compare(c.rho[x], c.rho[y]), cmp.Compare(x, y)) })
	for _, i := range c.free[:d.p] {
		c.total += c.rho[i]
	}
}

// exponent returns the least e with v < 2^e.
func exponent(v float64) int {
	_, e := math.Frexp(v)
	return e
}

// bound states so many units as a cost; whole-number values cannot lie between two whole numbers.
func (c *medianProof) bound(units int64) float64 {
	v := float64(units)
	if int64(v) > units {
		v = math.Nextafter(v, math.Inf(-1))
	}
	v /= c.scale // a power of two: exact
	if c.whole {
		return math.Ceil(v)
	}
	return v
}

// with bounds all plans of the node that open the free site at position k of the order, without those that close it.
func (c *medianProof) with(k int) float64 {
	if k < c.p {
		return c.bound(c.total)
	}
	if c.p == 0 {
		return math.Inf(1)
	}
	return c.bound(c.total - c.rho[c.free[c.p-1]] + c.rho[c.free[k]])
}

// without bounds all plans of the node that close it.
func (c *medianProof) without(k int) float64 {
	switch {
	case k >= c.p:
		return c.bound(c.total)
	case c.p == len(c.free):
		return math.Inf(1)
	}
	return c.bound(c.total - c.rho[c.free[k]] + c.rho[c.free[c.p]])
}
