package siting

import (
	"math"
	"math/rand/v2"
	"slices"
)

// medianSearch is one run of the p-median on its lists: a good plan, a bound, and by turns a better plan for the bound and a better bound
// for the plan, until both meet or branching has to decide.
type medianSearch struct {
	*medianLists
	ctx    Context
	plan   *medianPlan
	bound  *medianBound
	proof  *medianProof
	rand   *rand.Rand
	best   []int32 // free sites of the best plan
	value  float64 // its value
	given  float64 // least bound of all that was given up
	effort float64
	nodes  int
	fixed  int
	mark   []bool // of sites, for passing use
}

func newMedianSearch(ctx Context, l *medianLists, search Search) *medianSearch {
	effort := search.Effort
	if effort == 0 {
		effort = 1
	}
	m := len(l.sites)
	return &medianSearch{medianLists: l, ctx: ctx, plan: newMedianPlan(l), bound: newMedianBound(l), proof: &medianProof{medianLists: l, rho: make([]int64, m)},
		rand: rand.New(rand.NewPCG(search.Seed, 0)), value: math.Inf(1), given: math.Inf(1), effort: effort, mark: make([]bool, m)}
}

// Work of one run at effort 1.
const (
	medianStarts    = 8
	medianSteps     = 400           // improvements of the multipliers at the root, in each round
	medianRounds    = 3             // of bound and kernel
	medianIdle      = 60            // perturbations in a row that find nothing better
	medianNodeSteps = 120           // improvements of the multipliers of a node, whatever the effort: fewer leave many more nodes
	medianWork      = 1_500_000_000 // pairs of demand and site looked at
)

// run finds the best plan it can from a start, and returns a bound that no plan passes.
func (s *medianSearch) run(root *medianNode) (bound float64) {
	s.tighten(root)
	return min(s.branch(root), s.value)
}

// tighten brings plan and bound as near to each other as they come without branching.
func (s *medianSearch) tighten(root *medianNode) {
	s.settle(root)
	for range medianRounds {
		if s.settled(root.bound) || s.done() {
			break
		}
		s.explore(root, int(medianSteps*s.effort))
		s.kernel()
	}
	s.settle(root)
}

// start makes the first plans, and multipliers between the cheapest and the second cheapest cost of the best of them.
func (s *medianSearch) start() *medianNode {
	s.plan.greedy()
	s.improve(nil)
	all := make([]int32, len(s.sites))
	for i := range all {
		all[i] = int32(i)
	}
	for range int(medianStarts * s.effort) {
		s.try(s.draw(all, s.p), nil)
	}
	s.plan.set(s.best)
	u := make([]float64, len(s.demand))
	for j := range u {
		u[j] = (s.plan.c1[j] + s.plan.c2[j]) / 2
	}
	return &medianNode{free: all, p: s.p, base: slices.Clone(s.base), u: u}
}

// draw takes so many of the sites at random.
func (s *medianSearch) draw(from []int32, count int) []int32 {
	drawn := make([]int32, 0, count)
	for _, k := range s.rand.Perm(len(from))[:count] {
		drawn = append(drawn, from[k])
	}
	return drawn
}

// try improves a choice of sites by swaps and keeps it if it is the best so far.
func (s *medianSearch) try(open []int32, allowed []bool) bool {
	s.plan.set(open)
	return s.improve(allowed)
}

func (s *medianSearch) improve(allowed []bool) bool {
	s.plan.swap(s.ctx, allowed)
	if s.plan.value >= s.value {
		return false
	}
	s.value = s.plan.value
	s.best = append(s.best[:0], s.plan.open...)
	return true
}

// kernel searches near the best plan among the sites that matter: those that more than 2 % of the late evaluations chose, and the plan's
// own (Angelelli, Mansini, Speranza 2010). Two to five sites of the plan are exchanged at random, then swaps among the kernel follow.
func (s *medianSearch) kernel() {
	allowed, outside := s.members()
	if len(outside) == 0 {
		return
	}
	for idle := 0; idle < int(medianIdle*s.effort) && !s.done(); idle++ {
		count := min(2+s.rand.IntN(4), len(outside), s.p)
		open := slices.Clone(s.best)
		for k, in := range s.draw(outside, count) {
			t := k + s.rand.IntN(s.p-k)
			open[t] = open[k]
			open[k] = in
		}
		if s.try(open, allowed) {
			idle = 0
			allowed, outside = s.members()
		}
	}
}

// members marks the sites of the kernel and lists those that the best plan does not open.
func (s *medianSearch) members() (allowed []bool, outside []int32) {
	allowed = make([]bool, len(s.sites))
	for i, h := range s.bound.hits {
		if 50*h > s.bound.late && !slices.Contains(s.best, int32(i)) {
			outside = append(outside, int32(i))
			allowed[i] = true
		}
	}
	for _, i := range s.best {
		allowed[i] = true
	}
	return allowed, outside
}

// settled reports whether a part with this bound holds no better plan than the best known, and remembers the least bound so given up.
func (s *medianSearch) settled(bound float64) bool {
	if bound < s.value && (s.whole || bound < s.value-1e-9*s.value) {
		return false
	}
	s.given = min(s.given, bound)
	return true
}

// enough is the bound at which climbing can stop.
func (s *medianSearch) enough() float64 {
	if s.whole {
		return s.value - 1 + 1e-3
	}
	return s.value - 1e-10*s.value
}

// done reports whether the work or the time is used up.
func (s *medianSearch) done() bool {
	return s.ctx.Err() != nil || float64(s.plan.pairs+s.bound.pairs) > medianWork*s.effort
}
