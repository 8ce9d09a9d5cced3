package siting

import (
	"container/heap"
	"math"
	"slices"
)

// medianNode is a part of all plans: those that open certain sites and do not open certain others.
type medianNode struct {
	opened []int32   // free sites of the instance that every plan of the node opens
	free   []int32   // sites still to decide
	p      int       // how many of them to open
	base   []float64 // of each demand, opened sites counted in
	u      []float64 // multipliers
	bound  float64   // proved: no plan of the node is better
	serial int       // in order of making
}

// medianNodes is the queue of branch and bound: least bound first, then the younger.
type medianNodes []*medianNode

func (q medianNodes) Len() int { return len(q) }
func (q medianNodes) Less(a, b int) bool {
	return q[a].bound < q[b].bound || q[a].bound == q[b].bound && q[a].serial > q[b].serial
}
func (q medianNodes) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *medianNodes) Push(d any)   { *q = append(*q, d.(*medianNode)) }
func (q *medianNodes) Pop() any {
	last := len(*q) - 1
	d := (*q)[last]
	*q = (*q)[:last]
	return d
}

// branch splits nodes, the one with the least bound first, until none can hold a better plan or the work is done, and returns the bound
// that is left.
func (s *medianSearch) branch(root *medianNode) (bound float64) {
	nodes := &medianNodes{root}
	for serial := 0; nodes.Len() > 0 && !s.settled((*nodes)[0].bound); {
		if s.done() {
			return (*nodes)[0].bound
		}
		d := heap.Pop(nodes).(*medianNode)
		if s.nodes++; s.nodes > 1 {
			s.explore(d, medianNodeSteps)
		}
		if s.settled(d.bound) {
			continue
		}
		for _, child := range s.split(d) {
			serial++
			child.serial = serial
			heap.Push(nodes, child)
		}
	}
	return s.given
}

// explore improves the bound of a node, looks for a better plan where the bound points, and settles sites.
func (s *medianSearch) explore(d *medianNode, steps int) {
	s.bound.climb(s.ctx, d, s.value, s.enough(), steps)
	if len(s.bound.best) == d.p { // the context may have ended before
		s.try(append(slices.Clone(d.opened), s.bound.best...), nil)
	}
	s.settle(d)
}

// settle takes the proved bound of a node over and opens or closes the sites whose other choice cannot be better.
func (s *medianSearch) settle(d *medianNode) {
	s.proof.examine(d)
	d.bound = max(d.bound, s.proof.bound(s.proof.total))
	if s.settled(d.bound) {
		return
	}
	var open, keep []int32
	for k, i := range s.proof.free {
		switch {
		case s.settled(s.proof.without(k)):
			open = append(open, i)
		case !s.settled(s.proof.with(k)):
			keep = append(keep, i)
		}
	}
	s.fixed += len(d.free) - len(keep)
	s.open(d, open, keep)
	if len(d.free) == d.p {
		s.open(d, d.free, nil)
	}
	if d.p == 0 {
		s.try(d.opened, nil)
		d.free, d.bound = nil, s.value // its only plan is no better
	}
}

// open opens some sites of a node and keeps these undecided; all others are closed.
func (s *medianSearch) open(d *medianNode, open, keep []int32) {
	d.opened = append(slices.Clip(d.opened), open...)
	d.free, d.p = keep, d.p-len(open)
	clear(s.mark)
	for _, i := range open {
		s.mark[i] = true
	}
	for j := range d.base {
		sites, costs := s.list(j)
		for k, c := range costs {
			if c >= d.base[j] {
				break
			}
			if s.mark[sites[k]] {
				d.base[j] = c
			}
		}
		d.u[j] = min(d.u[j], d.base[j])
	}
}

// split makes two nodes of one, with and without the site on which the relaxation is least decided.
func (s *medianSearch) split(d *medianNode) []*medianNode {
	at, least := 0, math.Inf(1)
	for k, i := range s.proof.free {
		if !slices.Contains(d.free, i) {
			continue
		}
		if v := math.Abs(s.bound.mean[i] - 0.5); v < least {
			at, least = k, v
		}
	}
	site := s.proof.free[at]
	rest := slices.DeleteFunc(slices.Clone(d.free), func(i int32) bool { return i == site })
	with := &medianNode{opened: d.opened, free: d.free, p: d.p, base: slices.Clone(d.base), u: slices.Clone(d.u), bound: d.bound}
	s.open(with, []int32{site}, rest)
	without := &medianNode{opened: d.opened, free: slices.Clone(rest), p: d.p, base: d.base, u: d.u, bound: d.bound}
	return []*medianNode{with, without}
}
