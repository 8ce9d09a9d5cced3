package siting

import (
	"math"
	"slices"
)

// coverNode is one branch: all choices that agree with its decisions.
type coverNode struct {
	state []decision
	share []float32 // multipliers to begin with, per unit of weight of each row
	y     []float32 // average choice to begin with; nil for none
	bound int64
	order int // of creation
}

// coverNodes is a heap: the greatest bound first, of equals the younger, which is deeper.
type coverNodes []*coverNode

func (q coverNodes) Len() int { return len(q) }
func (q coverNodes) Less(a, b int) bool {
	return q[a].bound > q[b].bound || q[a].bound == q[b].bound && q[a].order > q[b].order
}
func (q coverNodes) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *coverNodes) Push(x any)   { *q = append(*q, x.(*coverNode)) }
func (q *coverNodes) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

// coverBranch is what the work on a node brought.
type coverBranch struct {
	closed bool    // nothing in the node is better than what is known
	found  []int32 // a choice
	value  int64   // its worth
	split  int     // column to branch on
	fixed  int     // columns settled
	runs   int     // evaluations
	work   int     // pairs looked at
}

// examine bounds a node: multipliers by the volume algorithm on what its decisions leave, proved in whole numbers; columns for which the proof
// shows that the other way is no better than the known value are settled. The node keeps the multipliers for its children.
func (s *coverSearch) examine(n *coverNode, evaluations int, known int64) (b coverBranch) {
	part := s.c.reduce(n.state)
	if part.budget < 0 {
		return coverBranch{closed: true}
	}
	b.found, b.value = takenColumns(n.state), part.base
	if part.height() > 0 {
		s.volume(n, part, evaluations, known, &b)
	}
	b.work += 2 * s.c.columns.Len()
	proof := s.c.prove(n.state, s.c.multipliers(n.share))
	n.bound = min(n.bound, s.rounded(proof.bound))
	known = max(known, b.value)
	b.fixed = s.settle(n, &proof, known)
	b.split = n.split()
	if b.split < 0 {
		b.leaf(s.c, n)
	}
	b.closed = b.split < 0 || n.bound <= known+s.slack(known)
	return b
}

// settle decides the columns for which the proof shows that the other way is no better than the known value.
func (s *coverSearch) settle(n *coverNode, proof *coverProof, known int64) (fixed int) {
	for i, d := range n.state {
		if d == undecided && s.rounded(proof.other(i)) <= known+s.slack(known) {
			fixed++
			n.state[i] = dropped
			if proof.filled[i] {
				n.state[i] = taken
			}
		}
	}
	return fixed
}

// split returns the undecided column of which the average choice is least sure; -1: none is undecided.
func (n *coverNode) split() int {
	column, furthest := -1, float32(-1)
	for i, d := range n.state {
		if d == undecided {
			if unsure := min(n.y[i], 1-n.y[i]); unsure > furthest {
				column, furthest = i, unsure
			}
		}
	}
	return column
}

// leaf offers what is taken where nothing is undecided.
func (b *coverBranch) leaf(c *cover, n *coverNode) {
	list := takenColumns(n.state)
	var price int64
	for _, i := range list {
		price += c.prices[i]
	}
	if value := c.worth(list); price <= c.budget && value > b.value {
		b.found, b.value = list, value
	}
}

// volume improves the multipliers of a node.
func (s *coverSearch) volume(n *coverNode, part *coverPart, evaluations int, known int64, b *coverBranch) {
	v := newCoverVolume(&part.cover, s.threads, part.squeeze(n.share, s.c.weights), part.narrow(n.y))
	v.target = float64(known - part.base)
	v.run(s.ctx, evaluations, v.target+float64(s.grain))
	b.found, b.value = part.whole(b.found, v.found), part.base+int64(math.Round(v.value))
	b.runs, b.work = v.runs, v.runs*(part.columns.Len()+4*part.height())
	n.share, n.y = part.spread(v.best), part.widen(v.y, s.c.width())
}

// children are the two ways to decide a column.
func (n *coverNode) children(split int) [2]*coverNode {
	var both [2]*coverNode
	for k, d := range []decision{dropped, taken} {
		both[k] = &coverNode{state: slices.Clone(n.state), share: n.share, y: n.y, bound: n.bound}
		both[k].state[split] = d
	}
	return both
}
