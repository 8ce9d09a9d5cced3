package siting

import (
	"cmp"
	"math"
	"slices"
)

// assignBound is the relaxed problem behind the models with capacities and groups. All of them are
//
//	maximise  sum v_ij x_ij
//	          sum_i x_ij <= w_j   (= w_j where all must be served)    price l_j
//	          sum_j x_ij <= C_i y_i;  0 <= x_ij <= w_j y_i;  sum y_i = P
//	          sum of x_ij over each group >= its least weight         price u_g
//
// with x_ij the weight of demand j that site i serves: v_ij is 1 for coverage, -d_ij for distance, 0 where only the smallest share counts.
// For any prices, with l_j >= 0 unless all must be served and u_g >= 0,
//
//	L = sum l_j w_j - sum u_g least_g + sum of c_i over open sites + sum of the P largest c_i of the others,
//	c_i = most of sum_j (v_ij + u_g(j) - l_j) x_ij over x_ij <= w_j, sum_j x_ij <= C_i: a fractional knapsack (Dantzig 1957)
//
// is at least the value of every choice (Cornuejols, Sridharan and Thizy 1991). The prices move along the averaged subgradient.
type assignBound struct {
	*assignPairs
	value    float64   // v_ij of every pair
	distance bool      // v_ij is value - d_ij
	capacity []float64 // by place; nil: no limits
	all      bool      // all reachable demand must be served
	groups   []int
	least    []float64 // by group: weight that must be served; nil: none
	totals   []float64 // by group, where the smallest share is maximised: prices with sum u_g totals_g = 1; else nil

	gain     []float64 // c_i by place
	order    []int     // undecided places, largest gain first
	served   []float64 // by demand: in the relaxed solution
	mean     []float64 // by place: how often it was among the largest lately
	knapsack []assignItem
	rounds   int
}

type assignItem struct {
	demand int32
	value  float64
}

// assignPrices are the multipliers.
type assignPrices struct{ demand, group []float64 }

func (p assignPrices) clone() assignPrices {
	return assignPrices{slices.Clone(p.demand), slices.Clone(p.group)}
}

// newAssignBound makes the work space; the caller sets the kind of problem before the first evaluation.
func newAssignBound(a *assignPairs) *assignBound {
	return &assignBound{assignPairs: a, gain: make([]float64, len(a.sites)), served: make([]float64, len(a.x.Weights)),
		mean: make([]float64, len(a.sites))}
}

// first returns prices to start with. For distance they are what it costs to reach the nearest of some open places, where none does of all,
// and some more, since the second nearest is dearer.
func (b *assignBound) first(open []int) assignPrices {
	p := assignPrices{make([]float64, len(b.weight)), make([]float64, max(len(b.least), len(b.totals)))}
	if b.distance {
		near := b.nearest(open)
		for j, d := range b.nearest(b.every()) {
			if !math.IsInf(near[j], 1) {
				d = near[j]
			}
			if !math.IsInf(d, 1) {
				p.demand[j] = -1.15 * d
			}
		}
	}
	b.normalize(p)
	return p
}

// evaluate returns L for a node; gain, order and served describe the relaxed solution.
func (b *assignBound) evaluate(p assignPrices, n *assignNode) float64 {
	b.rounds++
	clear(b.served)
	bound := 0.0
	for j, l := range p.demand {
		bound += l * b.weight[j]
	}
	for g, least := range b.least {
		bound -= p.group[g] * least
	}
	b.order = b.order[:0]
	for place, s := range n.state {
		switch s {
		case assignOpen:
			b.gain[place] = b.pack(p, place, true)
			bound += b.gain[place]
		case assignUndecided:
			b.gain[place] = b.pack(p, place, false)
			b.order = append(b.order, place)
		}
	}
	slices.SortFunc(b.order, func(i, k int) int { return cmp.Or(cmp.Compare(b.gain[k], b.gain[i]), cmp.Compare(i, k)) })
	for _, place := range b.order[:n.picks] {
		bound += b.pack(p, place, true)
	}
	return bound
}

// pack is the knapsack of a place; it enters what it serves where asked.
func (b *assignBound) pack(p assignPrices, place int, enter bool) float64 {
	demands, costs := b.of(place)
	b.knapsack = b.knapsack[:0]
	weight, gain := 0.0, 0.0
	for k, j := range demands {
		v := b.value - p.demand[j]
		if b.distance {
			v -= costs[k]
		}
		if b.groups != nil {
			v += p.group[b.groups[j]]
		}
		if v > 0 {
			b.knapsack = append(b.knapsack, assignItem{j, v})
			weight += b.weight[j]
			gain += v * b.weight[j]
		}
	}
	if b.capacity == nil || weight <= b.capacity[place] {
		if enter {
			for _, item := range b.knapsack {
				b.served[item.demand] += b.weight[item.demand]
			}
		}
		return gain
	}
	return b.squeeze(b.capacity[place], enter)
}

// squeeze fills a capacity with the items of most value.
func (b *assignBound) squeeze(room float64, enter bool) (gain float64) {
	slices.SortFunc(b.knapsack, func(a, c assignItem) int {
		return cmp.Or(cmp.Compare(c.value, a.value), cmp.Compare(a.demand, c.demand))
	})
	for _, item := range b.knapsack {
		x := min(room, b.weight[item.demand])
		gain += item.value * x
		room -= x
		if enter {
			b.served[item.demand] += x
		}
		if room <= 0 {
			break
		}
	}
	return gain
}

// slope adds the subgradient at the relaxed solution to the averaged one, with so much weight, and returns its square.
func (b *assignBound) slope(d assignPrices, fresh float64) (square float64) {
	group := make([]float64, len(d.group))
	for j, w := range b.weight {
		d.demand[j] += fresh * (w - b.served[j] - d.demand[j])
		square += d.demand[j] * d.demand[j]
		if len(group) > 0 {
			group[b.groups[j]] += b.served[j]
		}
	}
	along, length := 0.0, 0.0
	for g, total := range b.totals {
		along += group[g] * total
		length += total * total
	}
	for g := range group {
		if b.totals != nil {
			group[g] -= b.totals[g] * along / length
		} else {
			group[g] -= b.least[g]
		}
		d.group[g] += fresh * (group[g] - d.group[g])
		square += d.group[g] * d.group[g]
	}
	return square
}

// move goes against the direction, as far as prices may.
func (b *assignBound) move(p, d assignPrices, step float64) {
	for j := range p.demand {
		p.demand[j] -= step * d.demand[j]
		if !b.all {
			p.demand[j] = max(0, p.demand[j])
		}
	}
	for g := range p.group {
		p.group[g] = max(0, p.group[g]-step*d.group[g])
	}
	b.normalize(p)
}

// normalize keeps sum u_g totals_g = 1 where the smallest share is maximised; where all are 0 it starts with equal parts.
func (b *assignBound) normalize(p assignPrices) {
	for range 2 {
		sum := 0.0
		for g, total := range b.totals {
			sum += p.group[g] * total
		}
		for g, total := range b.totals {
			switch {
			case total == 0:
				p.group[g] = 0
			case sum > 0:
				p.group[g] /= sum
			default:
				p.group[g] = 1 / total
			}
		}
	}
}

// average notes which places were among the largest.
func (b *assignBound) average(top []int) {
	const fade = 0.1
	for _, place := range b.order {
		b.mean[place] *= 1 - fade
	}
	for _, place := range top {
		b.mean[place] += fade
	}
}
