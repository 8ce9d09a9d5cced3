package siting

import (
	"cmp"
	"math"
	"slices"
)

// assignScore compares two choices: by the first number, then by the second; larger is better.
type assignScore struct{ first, second float64 }

func (s assignScore) above(o assignScore) bool {
	return s.first > o.first || s.first == o.first && s.second > o.second
}

// assignSearch finds the best choice of places: relaxed solutions and exchanges of one site give plans, branch and bound closes the gap.
type assignSearch struct {
	*assignBound
	ctx   Context
	score func(open []int) assignScore
	worth func(assignScore) float64 // the objective, -Inf where the choice is not allowed
	whole bool                      // all values are whole numbers, so that a bound may be rounded down
	low   float64                   // no allowed choice is worth less
	high  float64                   // nor more

	best    []int // places picked beside those that are open in any case; nil: none yet
	record  assignScore
	bound   float64 // no choice is worth more
	tried   map[string]bool
	nodes   int
	tests   int // exact evaluations of a choice
	testing int // work of one, beside flows
	flows   int // work of those with capacities
	limit   int // of the work
	effort  float64
	done    bool // the whole tree was searched
}

// States of a place at a node.
const (
	assignUndecided = uint8(iota)
	assignOpen
	assignClosed
)

// assignNode is a part of all choices.
type assignNode struct {
	state  []uint8
	picks  int // undecided places to open
	prices assignPrices
	bound  float64
}

func newAssignSearch(ctx Context, b *assignBound, s Search) *assignSearch {
	a := &assignSearch{assignBound: b, ctx: ctx, tried: map[string]bool{}, effort: s.effort(), bound: math.Inf(1)}
	a.testing = a.perChoice()
	return a
}

// run searches until nothing better can exist, or the work is done.
func (s *assignSearch) run() {
	root := &assignNode{state: make([]uint8, len(s.sites)), picks: s.choice.picks, prices: s.first(ascending(s.always(), s.best)), bound: s.high}
	for place, open := range s.state {
		if open {
			root.state[place] = assignOpen
		}
	}
	s.limit = s.spent() + int(assignWork*s.effort)
	s.improve(root, assignRootRounds, true)
	s.exchange()
	s.improve(root, assignRootRounds, true)
	s.branch(root)
}

// startFrom offers what a simpler model chooses, as if there were room everywhere and no groups.
func (s *assignSearch) startFrom(m Model) {
	if start, err := m.Solve(s.ctx, s.x); err == nil {
		s.offer(s.picked(start.Sites))
	}
}

// lighter is the search for a start.
func (s Search) lighter() Search {
	s.Effort = s.effort() / 20
	return s
}

// spent is the work so far, in pairs looked at.
func (s *assignSearch) spent() int {
	return s.rounds*(len(s.demand)+len(s.weight)) + s.tested()
}

// tested is the work on exact evaluations so far.
func (s *assignSearch) tested() int { return s.tests*s.testing + s.flows }

// flow serves the demand from open places.
func (s *assignSearch) flow(open []int) *transport {
	t := newTransport(s.assignPairs, open)
	s.flows += t.work
	return t
}

// The work of a search, in pairs looked at, exchanges alone and all together.
const (
	exchangeWork = 3e8
	assignWork   = 1e9
)

// perChoice is about how many pairs a choice looks at.
func (s *assignSearch) perChoice() int {
	open := len(s.always()) + s.choice.picks
	return len(s.demand)*open/max(1, len(s.sites)) + len(s.weight)
}

// improve lowers the bound of a node in so many rounds, from its prices, which end as the best. It stops where the bound shows that no
// choice in the node is better than the best. With offers, what relaxed solutions open is valued on the way.
func (s *assignSearch) improve(n *assignNode, rounds int, offers bool) {
	p := n.prices.clone()
	d := assignPrices{make([]float64, len(p.demand)), make([]float64, len(p.group))}
	scale, since, fresh := 1.0, 0, 1.0
	for range rounds {
		bound := s.evaluate(p, n)
		s.average(s.order[:n.picks])
		if offers && s.tested() <= s.rounds*len(s.demand) { // valuing choices shall not take more than bounding them
			s.relaxed(n, s.order[:n.picks])
		}
		since++
		if bound < n.bound-1e-9*math.Abs(n.bound) {
			n.bound, since = bound, 0
			copy(n.prices.demand, p.demand)
			copy(n.prices.group, p.group)
		}
		if n.bound <= s.floor() || s.spent() >= s.limit || s.ctx.Err() != nil {
			return
		}
		if since == patience {
			scale, since, fresh = scale/2, 0, 1
			copy(p.demand, n.prices.demand)
			copy(p.group, n.prices.group)
			s.evaluate(p, n)
		}
		square := s.slope(d, fresh)
		if square == 0 || scale < 1e-6 {
			return
		}
		fresh = 0.4
		s.move(p, d, scale*max(bound-s.aim(n), 1e-9)/square)
	}
}

// Rounds of the bound at the root, twice, and at each node; and how many without a better bound halve the step.
const (
	assignRootRounds = 300
	assignNodeRounds = 25
	patience         = 12
)

// aim is the value that steps are measured against (Polyak 1969): that of the best choice, or a little below the bound where there is none.
func (s *assignSearch) aim(n *assignNode) float64 {
	if t := s.target(); !math.IsInf(t, -1) {
		return t
	}
	return n.bound - 0.2*math.Abs(n.bound) - 1e-3
}

// target is what the best choice is worth, -Inf where there is none.
func (s *assignSearch) target() float64 {
	if s.best == nil {
		return math.Inf(-1)
	}
	return s.worth(s.record)
}

// floor is the bound at which nothing better than the best can be left.
func (s *assignSearch) floor() float64 {
	t := s.target()
	switch {
	case math.IsInf(t, -1):
		return s.low - 1e-9*max(1, math.Abs(s.low)) - 1e-12
	case s.whole:
		return t + 1 - 1e-6 - 1e-9*math.Abs(t)
	}
	return t + 1e-9*math.Abs(t)
}

// offer values picks that were not valued before and keeps the best.
func (s *assignSearch) offer(picks []int) {
	picks = ascending(picks)
	key := newBitset(len(s.sites))
	for _, place := range picks {
		key.add(place)
	}
	if name := key.String(); !s.tried[name] {
		s.tried[name] = true
		s.tests++
		if score := s.score(ascending(s.always(), picks)); s.best == nil || score.above(s.record) {
			s.best, s.record = picks, score
		}
	}
}

// relaxed offers what the relaxed solution of a node opens.
func (s *assignSearch) relaxed(n *assignNode, top []int) {
	s.offer(slices.Concat(s.opened(n), top))
}

// opened lists the places that a node opens beside those that are open in any case.
func (s *assignSearch) opened(n *assignNode) (open []int) {
	for place, state := range n.state {
		if state == assignOpen && !s.state[place] {
			open = append(open, place)
		}
	}
	return open
}

// exchange swaps one picked place for another while that helps, likely places first.
func (s *assignSearch) exchange() {
	limit := s.spent() + int(exchangeWork*s.effort)
	others := s.likely()
	for improved := true; improved; {
		improved = false
		for _, in := range others {
			for at := 0; at < len(s.best) && !slices.Contains(s.best, in); at++ {
				if s.spent() >= limit || s.high <= s.floor() || s.ctx.Err() != nil {
					return
				}
				before := s.record
				next := slices.Clone(s.best)
				next[at] = in
				s.offer(next)
				improved = improved || s.record.above(before)
			}
		}
	}
}

// likely orders the free places by how often the relaxed solutions opened them.
func (s *assignSearch) likely() []int {
	var places []int
	for place, open := range s.state {
		if !open {
			places = append(places, place)
		}
	}
	slices.SortStableFunc(places, func(i, k int) int { return cmp.Compare(s.mean[k], s.mean[i]) })
	return places
}

// branch opens or closes one place after the other, depth first, until nothing better than the best can be left.
func (s *assignSearch) branch(root *assignNode) {
	stack := []*assignNode{root}
	for len(stack) > 0 {
		if s.spent() >= s.limit || s.ctx.Err() != nil {
			s.close(stack)
			return
		}
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		s.nodes++
		s.improve(n, assignNodeRounds, false)
		s.relaxed(n, s.order[:n.picks])
		if n.bound > s.floor() && !s.leaf(n) {
			stack = append(stack, s.split(n)...)
		}
	}
	s.done = true
	s.bound = s.target()
}

// close sets the bound of a search that ended early.
func (s *assignSearch) close(stack []*assignNode) {
	s.bound = s.target()
	for _, n := range stack {
		b := n.bound
		if s.whole {
			b = math.Floor(b + 1e-6 + 1e-9*math.Abs(b))
		}
		s.bound = max(s.bound, b)
	}
}

// leaf values a node that holds one choice only.
func (s *assignSearch) leaf(n *assignNode) bool {
	var left []int
	for place, state := range n.state {
		if state == assignUndecided {
			left = append(left, place)
		}
	}
	switch n.picks {
	case 0:
		s.relaxed(n, nil)
	case len(left):
		s.relaxed(n, left)
	default:
		return false
	}
	return true
}

// split decides the place about which the relaxed solutions waver most; the child that opens it comes last and is searched first.
func (s *assignSearch) split(n *assignNode) []*assignNode {
	s.evaluate(n.prices, n)
	pick := s.order[0]
	for _, place := range s.order {
		if m, best := s.mean[place], s.mean[pick]; m*(1-m) > best*(1-best) {
			pick = place
		}
	}
	child := func(state uint8, picks int) *assignNode {
		c := &assignNode{state: slices.Clone(n.state), picks: picks, prices: n.prices.clone(), bound: n.bound}
		c.state[pick] = state
		return c
	}
	return []*assignNode{child(assignClosed, n.picks), child(assignOpen, n.picks-1)}
}

// solution makes the parts that all these models share: picks, bound, work.
func (s *assignSearch) solution(m Model, sense Sense, limit float64) *Solution {
	open := ascending(s.always(), s.best)
	found := s.x.solution(m.Key(), sense, s.chosen(open), limit)
	found.Proven = s.done
	found.Cut = !s.done && s.ctx.Err() != nil
	found.Work = Work{Demands: len(s.x.Weights), Sites: len(s.sites), Evaluations: s.rounds, Nodes: s.nodes}
	return found
}
