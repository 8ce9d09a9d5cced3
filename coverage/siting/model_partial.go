package siting

import (
	"math"
	"slices"
)

// Partial is partial set cover (Daskin and Owen 1999): the fewest sites with which at least a share of the demand has one within Radius.
//
//	minimise    sum of y_i
//	subject to  sum of w_j z_j >= Share * sum of w_j,   z_j <= sum of y_i over the sites i with d_ij <= Radius
//
// Forced sites count towards the value, kept ones serve and do not. The share is of all demand, also of that which no site can reach, and
// is met to 1e-9 of the sum of the weights; for whole-number weights to 1e-12.
//
// It is solved by maximal cover: greedily first, then with one site fewer again and again, until it is proven that so few do not reach the
// share. (The multiplier that the share would have in a relaxation of its own is there that of the number of sites.)
type Partial struct {
	Share  float64 // 0 to 1
	Radius float64 // in the unit of the costs, >= 0; the edge is covered
	Search Search
}

// Key returns partial.
func (Partial) Key() string { return "partial" }

// Solve solves the model. A share that all sites together do not reach is an InfeasibleError, whose Need is the share that they reach.
func (m Partial) Solve(ctx Context, x *Instance) (*Solution, error) {
	t, err := newSetTask(x, m.Key(), m.Radius)
	if err != nil {
		return nil, err
	}
	if !(m.Share >= 0 && m.Share <= 1) {
		return nil, &InputError{Key: "share_range", Args: []any{"share", m.Share}}
	}
	weights, _ := inWhole(x.Weights, 1)
	total := int64(0)
	for _, w := range weights {
		total += w
	}
	want := int64(math.Ceil(m.Share * float64(total) * (1 - 1e-12)))
	if out, lost := t.out(weights); total-lost < want {
		return nil, x.short(out)
	}
	t.settle(weights, ones(len(x.Sites)))
	s := newPartialSearch(ctx, t.part, want, m.Search)
	s.run()
	return t.counted(s), nil
}

func ones(n int) []int64 {
	list := make([]int64, n)
	for i := range list {
		list[i] = 1
	}
	return list
}

// short says which demand no site may reach, and the share that can be reached.
func (x *Instance) short(out []int) error {
	e := &InfeasibleError{Key: "cover_unreachable", Demand: out, Group: -1}
	sum := 0.0
	for _, j := range out {
		e.Weight += x.Weights[j]
	}
	for _, w := range x.Weights {
		sum += w
	}
	e.Need = (sum - e.Weight) / sum
	return e
}

// counted makes the solution of a partial search.
func (t *setTask) counted(p *partialSearch) *Solution {
	s := t.solution(p.best, p.did, Minimize)
	forced := float64(len(s.Sites) - len(p.best))
	s.Value, s.Bound = float64(len(s.Sites)), forced+float64(p.least)
	s.Proven = p.least == len(p.best)
	s.Cut = p.ctx.Err() != nil && !s.Proven
	return s
}

// partialSearch looks for the fewest columns that cover enough.
type partialSearch struct {
	ctx    Context
	part   *coverPart // without dominated columns
	merged *coverPart // that it is part of
	want   int64
	search Search

	best  []int32 // of merged
	least int     // no fewer will do
	did   Work
}

func newPartialSearch(ctx Context, merged *coverPart, want int64, s Search) *partialSearch {
	p := &partialSearch{ctx: ctx, merged: merged, want: want - merged.base, search: s}
	p.part = merged.reduce(make([]decision, merged.width()))
	p.did.Demands, p.did.Sites = p.part.height(), p.part.width()
	return p
}

// run goes down from a greedy choice. Where neither choice nor proof is found for some number, the choice stands, and only the bounds of lower
// numbers are looked at.
func (p *partialSearch) run() {
	p.offer(p.greedy())
	search := p.search
	for k := len(p.best) - 1; k >= 0 && p.want > 0; k = min(k, len(p.best)) - 1 {
		found, none := p.try(k, search)
		if none {
			p.least = k + 1
			return
		}
		if found != nil {
			p.offer(found)
		} else {
			search.Effort = math.SmallestNonzeroFloat64
		}
	}
}

// greedy takes the column that covers most, again and again, until enough is covered.
func (p *partialSearch) greedy() []int32 {
	picks := newPicks(&p.part.cover)
	for picks.value < p.want {
		best := 0
		for i, g := range picks.gain {
			if g > picks.gain[best] {
				best = i
			}
		}
		picks.add(best)
	}
	return picks.columns()
}

func (p *partialSearch) offer(columns []int32) { p.best = p.part.whole(nil, columns) }

// try looks for k columns that cover enough; none: it is proven that there are none.
func (p *partialSearch) try(k int, search Search) (found []int32, none bool) {
	c := p.part.cover
	c.budget = int64(k)
	s := newCoverSearch(p.ctx, &c, search, true)
	s.aim = p.want - 1
	bound := s.run()
	p.did.Evaluations += s.did.Evaluations
	p.did.Nodes += s.did.Nodes
	p.did.Fixed += s.did.Fixed
	if c.worth(s.best) >= p.want {
		return slices.Clone(s.best), false
	}
	return nil, bound < p.want
}
