package siting

import "math"

// cover is a maximal cover problem in whole numbers: choose columns (sites) whose prices fit the budget, so that the rows (demand) in at
// least one of them weigh most. With all prices 1 and a budget of p it is the problem of Church and ReVelle (1974).
//
// All that is claimed about it (bounds, columns settled, branches closed) is claimed in whole numbers, see coverProof; floating point
// only proposes.
type cover struct {
	weights []int64     // of each row, >= 0
	columns *Catchments // rows of each column
	rows    *Catchments // columns of each row: the reverse
	prices  []int64     // of each column, >= 0
	budget  int64
}

// decision is what is settled about a column.
type decision uint8

const (
	undecided decision = iota
	taken
	dropped
)

// inWhole turns weights into whole numbers w*2^k, rounded up where that is needed, so that the sum of them over p columns stays below 2^60
// and the sum of all below 2^52. The error of each is below 2^-k; whole weights are exact up to a total of 2^52 or 2^60/(p+1).
func inWhole(weights []float64, p int) (scaled []int64, k int) {
	var total float64
	for _, w := range weights {
		total += w
	}
	scaled = make([]int64, len(weights))
	if total == 0 {
		return scaled, 0
	}
	k = min(58-math.Ilogb(total*float64(p+1)), 50-math.Ilogb(total))
	for j, w := range weights {
		scaled[j] = int64(math.Ceil(math.Ldexp(w, k)))
	}
	return scaled, k
}

// width and height are the numbers of columns and rows.
func (c *cover) width() int  { return len(c.prices) }
func (c *cover) height() int { return len(c.weights) }

// worth returns the weight of the rows that the columns cover together.
func (c *cover) worth(columns []int32) int64 {
	covered := make([]bool, c.height())
	var total int64
	for _, i := range columns {
		for _, j := range c.columns.Of(int(i)) {
			if !covered[j] {
				covered[j] = true
				total += c.weights[j]
			}
		}
	}
	return total
}

// grain returns the greatest number of which all weights are multiples, 1 for none: every value is a multiple of it.
func (c *cover) grain() int64 {
	var g int64
	for _, w := range c.weights {
		for w != 0 {
			g, w = w, g%w
		}
		if g == 1 {
			break
		}
	}
	return max(g, 1)
}
