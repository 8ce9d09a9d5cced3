package siting

import (
	"cmp"
	"math"
	"slices"
)

// medianBound searches for good multipliers of the Lagrangian bound on a node of the branching tree. Any u with 0 <= u_j <= base_j bounds
// every plan of the node from below (Cornuéjols, Fisher, Nemhauser 1977):
//
//	L(u) = sum u_j + sum of the p smallest rho_i,   rho_i = sum_j min(0, w_j d_ij - u_j)
//
// u_j is what demand j pays to be served at all; a site takes part when it collects more than it costs. L is concave: it is climbed along
// subgradients (1 - how often j is served), deflected by the step before (Camerini, Fratta, Maffioli 1975), with steps toward the value of
// the best known plan (Polyak 1969).
type medianBound struct {
	*medianLists
	u, dir []float64
	served []float64 // how many chosen sites each demand pays
	rho    []float64
	pays   [][]int32 // the sites that take part for each demand: those that cost less than u
	chosen []float64 // 1 for the p sites of smallest rho, else 0
	best   []int32   // sites chosen where L was largest; none before the first evaluation
	hits   []int     // in how many of the late evaluations a site was chosen
	late   int       // how many of them there were
	mean   []float64 // moving average of chosen: near the solution of the linear relaxation

	evaluations int
	pairs       int // of demand and site that were looked at: the unit in which work is counted
}

func newMedianBound(l *medianLists) *medianBound {
	m, n := len(l.sites), len(l.demand)
	return &medianBound{medianLists: l, u: make([]float64, n), dir: make([]float64, n), served: make([]float64, n), rho: make([]float64, m),
		pays: make([][]int32, n), chosen: make([]float64, m), hits: make([]int, m), mean: make([]float64, m)}
}

// climb improves the multipliers of a node by at most so many steps toward the target, or until L reaches enough.
func (b *medianBound) climb(ctx Context, d *medianNode, target, enough float64, steps int) {
	copy(b.u, d.u)
	clear(b.dir)
	clear(b.hits)
	b.late, b.best = 0, b.best[:0]
	top, theta, idle := math.Inf(-1), 1.0, 0
	for k := 0; k < steps && theta > 1e-3 && ctx.Err() == nil; k++ {
		l := b.evaluate(d)
		b.count(d, 2*k >= steps)
		if idle++; l > top {
			top, idle = l, 0
			copy(d.u, b.u)
			b.best = append(b.best[:0], d.free[:d.p]...)
		}
		if idle == 20 {
			theta, idle = theta/2, 0
			copy(b.u, d.u)
			clear(b.dir)
			continue
		}
		square := b.deflect(d)
		if l >= enough || square == 0 {
			return
		}
		b.step(d, theta*(target-l)/square)
	}
}

// evaluate returns L(u) of the node, puts its free sites in order, smallest rho first, and marks the chosen.
func (b *medianBound) evaluate(d *medianNode) (total float64) {
	clear(b.rho)
	for j, u := range b.u {
		total += u
		sites, costs := b.list(j)
		k := 0
		for ; k < len(costs) && costs[k] < u; k++ {
			b.rho[sites[k]] += costs[k] - u
		}
		b.pays[j] = sites[:k]
		b.pairs += k
	}
	b.evaluations++
	slices.SortFunc(d.free, func(x, y int32) int { return cmp.Or(cmp.Compare(b.rho[x], b.rho[y]), cmp.Compare(x, y)) })
	clear(b.chosen)
	for _, i := range d.free[:d.p] {
		total += b.rho[i]
		b.chosen[i] = 1
	}
	return total
}

// count notes which sites were chosen, and how often each demand is served.
func (b *medianBound) count(d *medianNode, late bool) {
	for _, i := range d.free {
		b.mean[i] *= 0.95
	}
	for _, i := range d.free[:d.p] {
		b.mean[i] += 0.05
		if late {
			b.hits[i]++
		}
	}
	if late {
		b.late++
	}
	for j, sites := range b.pays {
		served := 0.0
		for _, i := range sites {
			served += b.chosen[i]
		}
		b.served[j] = served
	}
}

// deflect turns the direction and returns its square.
func (b *medianBound) deflect(d *medianNode) (square float64) {
	var cross, before, beta float64
	for j, s := range b.served {
		cross += (1 - s) * b.dir[j]
		before += b.dir[j] * b.dir[j]
	}
	if cross < 0 {
		beta = -1.5 * cross / before
	}
	for j, s := range b.served {
		v := 1 - s + beta*b.dir[j]
		if v > 0 && b.u[j] >= d.base[j] {
			v = 0
		}
		b.dir[j] = v
		square += v * v
	}
	return square
}

// step moves the multipliers along the direction, within what makes sense: between the cheapest cost and the base.
func (b *medianBound) step(d *medianNode, length float64) {
	for j, v := range b.dir {
		low := d.base[j]
		if _, costs := b.list(j); len(costs) > 0 {
			low = min(low, costs[0])
		}
		b.u[j] = min(max(b.u[j]+length*v, low), d.base[j])
	}
}
