package siting

import (
	"math"
	"slices"
)

// setTask makes a setCover of an instance, and a Solution of its answer.
type setTask struct {
	x      *Instance
	key    string
	radius float64
	lists  *Catchments // demands that each site reaches
	rows   *Catchments // sites that reach each demand
	open   []int       // forced and kept sites
	part   *coverPart  // what they leave: free sites, the demand that free sites reach, merged where the same sites do
}

// newSetTask checks the instance. Only demand of positive weight counts.
func newSetTask(x *Instance, key string, radius float64) (*setTask, error) {
	if err := x.check(); err != nil {
		return nil, err
	}
	if !(radius >= 0) {
		return nil, &InputError{Key: "radius", Args: []any{"radius", radius}}
	}
	lists := x.catchments(radius)
	return &setTask{x: x, key: key, radius: radius, lists: lists, rows: lists.Reversed()}, nil
}

// settle takes the forced and kept sites, drops the forbidden ones and merges what they leave, with these weights of the demand and prices
// of the sites.
func (t *setTask) settle(weights, prices []int64) {
	state := make([]decision, len(t.x.Sites))
	for i, site := range t.x.Sites {
		switch site.State {
		case Forced, Kept:
			state[i] = taken
			t.open = append(t.open, i)
		case Forbidden:
			state[i] = dropped
		}
	}
	t.restrict(state, weights, prices)
}

func (t *setTask) restrict(state []decision, weights, prices []int64) {
	all := &cover{weights: weights, columns: t.lists, rows: t.rows, prices: prices, budget: math.MaxInt64}
	t.part = all.restrict(state)
}

// problem is the set cover of what is left.
func (t *setTask) problem() *setCover {
	return &setCover{columns: t.part.columns, rows: t.part.rows, price: t.part.prices, pick: -1}
}

// out returns the weight of demand that no usable site reaches, and the demands.
func (t *setTask) out(weights []int64) (demands []int, weight int64) {
	for j, w := range weights {
		if w > 0 && !t.x.reachable(t.rows.Of(j)) {
			demands = append(demands, j)
			weight += w
		}
	}
	return demands, weight
}

// solve searches, from a walk on.
func (t *setTask) solve(ctx Context, c *setCover, s Search) *setSearch {
	n := newSetSearch(ctx, c, s)
	n.walk(s.Seed, setWalkSteps)
	least := n.root()
	if least < n.value {
		n.walk(s.Seed+1, setFurther)
	}
	n.prove(least)
	return n
}

// solution names the sites and says who is served by whom.
func (t *setTask) solution(columns []int32, did Work, sense Sense) *Solution {
	open := slices.Clone(t.open)
	for _, i := range columns {
		open = append(open, int(t.part.column[i]))
	}
	slices.Sort(open)
	s := &Solution{Model: t.key, Sense: sense, Assigned: t.x.assigned(open, t.lists), Work: did}
	for _, i := range open {
		if t.x.Sites[i].State != Kept {
			s.Sites = append(s.Sites, i)
		}
	}
	for j, w := range t.x.Weights {
		if !t.x.reachable(t.rows.Of(j)) {
			s.Unreachable += w
		}
	}
	return s
}
