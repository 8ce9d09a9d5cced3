package siting

import (
	"cmp"
	"math"
	"slices"
)

// The p-median is solved on lists: for each demand the free sites that would serve it better than what stands already, cheapest first.
// Three things that look different become one number per demand, its base: what it costs when no free site serves it. That is the cost
// from the nearest kept or forced site; where there is none, a penalty above the cost of any plan that serves all. A site that branching
// opens lowers bases, a site that it closes is passed over; nothing else changes, so one bound and one swap search do for all.
//
//	demand j   0 ──── cost[k] ──── cost[k+1] ──── … ──── base[j]
//	                  site[k]      site[k+1]             kept, forced, opened by branching, or the penalty
type medianLists struct {
	p      int     // free sites to choose
	sites  []int32 // site of the instance of each free site
	demand []int32 // demand of the instance of each demand here: weight > 0, and somebody can serve it
	start  []int   // of the list of each demand, and one past the last
	site   []int32 // free sites, cheapest first, ties by the lower
	cost   []float64
	base   []float64

	penalty float64 // above every plan that serves all
	whole   bool    // all costs are whole numbers, and so is the value of every plan
}

// medianPairs is the largest number of pairs of demand and site that are held at once, 12 bytes each.
const medianPairs = 1 << 27

// newMedianLists makes the lists of an instance for so many sites to choose.
func newMedianLists(x *Instance, picks, threads int) (*medianLists, error) {
	l := &medianLists{p: picks}
	base, reached := l.prepare(x)
	for j, w := range x.Weights {
		if w > 0 && reached[j] {
			l.demand = append(l.demand, int32(j))
			l.base = append(l.base, base[j])
		}
	}
	if n := len(l.demand) * len(l.sites); n > medianPairs {
		return nil, &InputError{Key: "pairs", Args: []any{"sites", len(l.sites), "demands", len(x.Weights), "limit", medianPairs}}
	}
	l.fill(x, threads)
	return l, nil
}

// prepare lists the free sites and returns what each demand of the instance costs from the kept and forced ones, +Inf where none of them
// serves it, and whether any site that may be open does.
func (l *medianLists) prepare(x *Instance) (base []float64, reached []bool) {
	base, reached = make([]float64, len(x.Weights)), make([]bool, len(x.Weights))
	for j := range base {
		base[j] = math.Inf(1)
	}
	row := make([]float64, len(x.Weights))
	for i, s := range x.Sites {
		if s.State == Forbidden {
			continue
		}
		x.Costs.Row(i, row)
		for j, d := range row {
			reached[j] = reached[j] || !math.IsInf(d, 1)
		}
		if s.State == Free {
			l.sites = append(l.sites, int32(i))
			continue
		}
		for j, d := range row {
			base[j] = min(base[j], x.Weights[j]*d)
		}
	}
	return base, reached
}

// fill makes the lists, the penalty, and the bases where nobody serves yet.
func (l *medianLists) fill(x *Instance, threads int) {
	table, n := l.table(x), len(l.sites)
	l.start = make([]int, len(l.demand)+1)
	for j, b := range l.base {
		for _, c := range table[j*n : (j+1)*n] {
			if c < b {
				l.start[j+1]++
			}
		}
		l.start[j+1] += l.start[j]
	}
	l.site, l.cost = make([]int32, l.start[len(l.demand)]), make([]float64, l.start[len(l.demand)])
	eachIndex(len(l.demand), threads, func(j int) { l.sort(j, table[j*n:(j+1)*n]) })
	l.measure()
}

// table is what each demand costs from each free site, a row for each demand.
func (l *medianLists) table(x *Instance) []float64 {
	n := len(l.sites)
	table := make([]float64, len(l.demand)*n)
	row := make([]float64, len(x.Weights))
	for k, i := range l.sites {
		x.Costs.Row(int(i), row)
		for j, d := range l.demand {
			table[j*n+k] = x.Weights[d] * row[d]
		}
	}
	return table
}

// sort fills the list of a demand from its row of the table.
func (l *medianLists) sort(j int, row []float64) {
	list := l.site[l.start[j]:l.start[j]:l.start[j+1]]
	for i, c := range row {
		if c < l.base[j] {
			list = append(list, int32(i))
		}
	}
	slices.SortFunc(list, func(a, b int32) int { return cmp.Or(cmp.Compare(row[a], row[b]), cmp.Compare(a, b)) })
	for k, i := range list {
		l.cost[l.start[j]+k] = row[i]
	}
}

// measure finds the penalty, puts it where nobody serves yet, and sees whether all costs are whole numbers.
func (l *medianLists) measure() {
	most := 0.0
	for j, b := range l.base {
		if math.IsInf(b, 1) {
			b = l.cost[l.start[j+1]-1]
		}
		most += b
	}
	if l.penalty = 2 * most; most == 0 {
		l.penalty = 1
	}
	for j, b := range l.base {
		l.base[j] = min(b, l.penalty)
	}
	l.whole = l.penalty*float64(len(l.demand)) < 1<<52 && whole(l.cost) && whole(l.base)
}

// list returns the free sites of a demand and their costs, cheapest first.
func (l *medianLists) list(j int) ([]int32, []float64) {
	from, to := l.start[j], l.start[j+1]
	return l.site[from:to], l.cost[from:to]
}
