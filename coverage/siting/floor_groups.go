package siting

import (
	"cmp"
	"math"
	"slices"
)

// groupPairs are pairs with the groups of the demand.
type groupPairs struct {
	*assignPairs
	totals []float64 // weight of each group
	seen   []bool    // work space: demand that is covered
}

// groupPairs checks the groups and makes the pairs.
func (x *Instance) groupPairs(p int, radius float64) (*groupPairs, error) {
	if !(radius >= 0) {
		return nil, &InputError{Key: "radius", Args: []any{"radius", radius}}
	}
	c, err := x.choose(p)
	if err != nil {
		return nil, err
	}
	g := &groupPairs{seen: make([]bool, len(x.Weights))}
	if g.totals, err = x.groupTotals(); err != nil {
		return nil, err
	}
	g.assignPairs, err = x.assignPairs(c, radius)
	return g, err
}

// groupTotals sums the weights by group. Some group must have weight.
func (x *Instance) groupTotals() ([]float64, error) {
	if x.Groups == nil {
		return nil, &InputError{Key: "no_groups"}
	}
	var totals []float64
	sum := 0.0
	for j, g := range x.Groups {
		if g < 0 {
			return nil, &InputError{Key: "group", Args: []any{"demand", j, "group", g}}
		}
		for len(totals) <= g {
			totals = append(totals, 0)
		}
		totals[g] += x.Weights[j]
		sum += x.Weights[j]
	}
	if sum == 0 {
		return nil, &InputError{Key: "no_weight"}
	}
	return totals, nil
}

// covered returns the smallest share of any group that open places cover, and the weight of all.
func (g *groupPairs) covered(open []int) (least, all float64) {
	shares, all := g.shares(open)
	least = 1
	for k, share := range shares {
		if g.totals[k] > 0 {
			least = min(least, share)
		}
	}
	return least, all
}

// shares returns the share of each group that open places cover, 0 for one without weight, and the weight of all.
func (g *groupPairs) shares(open []int) (shares []float64, all float64) {
	clear(g.seen)
	for _, place := range open {
		demands, _ := g.of(place)
		for _, j := range demands {
			g.seen[j] = true
		}
	}
	shares = make([]float64, len(g.totals))
	for j, seen := range g.seen {
		if seen {
			shares[g.x.Groups[j]] += g.weight[j]
			all += g.weight[j]
		}
	}
	for k, total := range g.totals {
		if total > 0 {
			shares[k] /= total
		}
	}
	return shares, all
}

// floor looks for the largest weight with a least share.
func (g *groupPairs) floor(ctx Context, least float64, search Search) *assignSearch {
	b := newAssignBound(g.assignPairs)
	b.value, b.groups = 1, g.x.Groups
	for _, total := range g.totals {
		b.least = append(b.least, least*total)
	}
	s := newAssignSearch(ctx, b, search)
	s.high, s.whole = g.total(), whole(g.weight)
	s.score = func(open []int) assignScore {
		shares, all := g.shares(open)
		short := 0.0
		for k, share := range shares {
			if g.totals[k] > 0 {
				short += max(0, least-share)
			}
		}
		return assignScore{-short, all}
	}
	s.worth = func(v assignScore) float64 {
		if v.first < 0 {
			return math.Inf(-1)
		}
		return v.second
	}
	return s
}

// share looks for the largest smallest share.
func (g *groupPairs) share(ctx Context, search Search) *assignSearch {
	b := newAssignBound(g.assignPairs)
	b.groups, b.totals = g.x.Groups, g.totals
	s := newAssignSearch(ctx, b, search)
	s.high = g.most(ctx, search)
	s.score = func(open []int) assignScore {
		least, all := g.covered(open)
		return assignScore{least, all}
	}
	s.worth = func(v assignScore) float64 { return v.first }
	return s
}

// most is a first bound of the smallest share: 0 where the picks cannot even touch each group (a cover test), else 1.
func (g *groupPairs) most(ctx Context, search Search) float64 {
	rows, places := make([][]int32, len(g.totals)), []int{}
	touched := make([]bool, len(g.totals))
	for place, open := range g.state {
		demands, _ := g.of(place)
		for _, j := range demands {
			k := g.x.Groups[j]
			switch last := len(rows[k]) - 1; {
			case open:
				touched[k] = true
			case last < 0 || rows[k][last] != int32(len(places)):
				rows[k] = append(rows[k], int32(len(places)))
			}
		}
		if !open {
			places = append(places, place)
		}
	}
	var left [][]int32
	for k, row := range rows {
		if g.totals[k] > 0 && !touched[k] {
			left = append(left, row)
		}
	}
	work := newCoverWork(ctx, search)
	if _, answer := work.cover(left, places, g.choice.picks); answer == no {
		return 0
	}
	return 1
}

// beyond refuses a least share that a group misses where all sites stand; the group that misses it most.
func (g *groupPairs) beyond(least float64) error {
	shares, _ := g.shares(g.every())
	if k := g.lowest(shares); shares[k] < least {
		return &InfeasibleError{Key: "floor_reach", Group: k, Groups: g.below(shares, least), Need: shares[k]}
	}
	return nil
}

// below are the groups with weight that miss a share, the lowest first.
func (g *groupPairs) below(shares []float64, least float64) []int {
	var out []int
	for k, share := range shares {
		if g.totals[k] > 0 && share < least {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(shares[a], shares[b]) })
	return out
}

// lowest is the group with weight that has the smallest share.
func (g *groupPairs) lowest(shares []float64) int {
	lowest := -1
	for k, share := range shares {
		if g.totals[k] > 0 && (lowest < 0 || share < shares[lowest]) {
			lowest = k
		}
	}
	return lowest
}

// short says what least share can be had, and which group is lowest then. Where the searches were not finished it is the best found.
func (g *groupPairs) short(least float64, s, share *assignSearch) error {
	e := &InfeasibleError{Key: "floor", Need: share.record.first}
	if !s.done && share.bound >= least {
		e.Key = "floor_open" // whether some choice has it is not settled
	}
	shares, _ := g.shares(ascending(share.always(), share.best))
	e.Group = g.lowest(shares)
	return e
}
