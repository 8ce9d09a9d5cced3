package siting

import (
	"math/bits"
	"slices"
)

// coverProof is what a set of multipliers proves about a cover under decisions, in whole numbers and independently of how they were found.
//
// For any 0 <= lambda_j <= w_j no choice is worth more than
//
//	sum over rows without a taken column of (w_j - lambda_j)  +  weight of the rows with one
//	+ the best fractional filling of the budget that is left with undecided columns of worth c_i = sum of the lambda_j they cover.
//
// (Relax z_j <= sum of y_i: what a choice y is worth is at most sum (w_j - lambda_j) z_j + sum c_i y_i.) Divisions round up.
type coverProof struct {
	bound    int64
	worth    []int64 // c_i
	critical int     // the column that ends the filling, the first that is not wholly in; -1 where all fit
	last     int     // the last that is wholly in; -1 for none
	whole    bool    // the filling has no fractional part
	filled   []bool
	prices   []int64
}

// prove checks multipliers in O(pairs).
func (c *cover) prove(state []decision, lambda []int64) coverProof {
	p := coverProof{worth: make([]int64, c.width()), critical: -1, last: -1, whole: true, filled: make([]bool, c.width()), prices: c.prices}
	covered := make([]bool, c.height())
	rest := c.budget
	for i, s := range state {
		if s == taken {
			rest -= c.prices[i]
			for _, j := range c.columns.Of(i) {
				covered[j] = true
			}
		}
	}
	for j, w := range c.weights {
		switch {
		case lambda[j] < 0 || lambda[j] > w:
			panic("siting: multiplier out of range")
		case covered[j]:
			p.bound += w
		default:
			p.bound += w - lambda[j]
		}
	}
	var order []int
	for i, s := range state {
		if s == undecided && c.prices[i] <= rest {
			order = append(order, i)
			for _, j := range c.columns.Of(i) {
				if !covered[j] {
					p.worth[i] += lambda[j]
				}
			}
		}
	}
	slices.SortFunc(order, func(a, b int) int { return p.denser(a, b) })
	p.fill(order, rest)
	return p
}

// denser orders columns by worth per price, the best first.
func (p *coverProof) denser(a, b int) int {
	ah, al := bits.Mul64(uint64(p.worth[a]), uint64(p.prices[b]))
	bh, bl := bits.Mul64(uint64(p.worth[b]), uint64(p.prices[a]))
	switch {
	case ah > bh || ah == bh && al > bl:
		return -1
	case ah < bh || al < bl:
		return 1
	}
	return a - b
}

// fill adds the best fractional filling (Dantzig, 1957).
func (p *coverProof) fill(order []int, rest int64) {
	for _, i := range order {
		if p.prices[i] > rest {
			p.critical, p.whole = i, rest == 0
			p.bound += p.share(i, rest, true)
			return
		}
		rest -= p.prices[i]
		p.bound += p.worth[i]
		p.filled[i], p.last = true, i
	}
}

// share returns what a piece of the price of column i is worth at its density, rounded up or down; at most 2^61, more than any value.
func (p *coverProof) share(i int, price int64, up bool) int64 {
	hi, lo := bits.Mul64(uint64(p.worth[i]), uint64(price))
	if hi >= uint64(p.prices[i]) || hi<<3|lo>>61 >= uint64(p.prices[i]) {
		return 1 << 61
	}
	quotient, rest := bits.Div64(hi, lo, uint64(p.prices[i]))
	if up && rest > 0 {
		quotient++
	}
	return int64(quotient)
}

// other bounds all choices in which column i is settled against the filling: taken where it is not filled, left out where it is. The price of
// money is the density of the column that ends the filling; where nothing is fractional any density between it and the last one in will
// do, and the sharper one is taken.
func (p *coverProof) other(i int) int64 {
	if p.filled[i] {
		if p.critical < 0 {
			return p.bound - p.worth[i]
		}
		return p.bound - p.worth[i] + p.share(p.critical, p.prices[i], true)
	}
	reference := p.critical
	if p.whole && p.last >= 0 {
		reference = p.last
	}
	if reference < 0 || i == reference {
		return p.bound
	}
	return p.bound + p.worth[i] - p.share(reference, p.prices[i], false)
}
