package siting

import (
	"container/heap"
	"context"
	"math/rand/v2"
)

// coverSearch solves a cover:
//
//  1. greedy choice, exchanges                     (picks)
//  2. multipliers and their bound                  (coverVolume, coverProof)
//  3. search among the columns that the relaxation likes, and those of the best choice (kernel)
//  4. better multipliers towards the better value, columns settled by them, until that ends
//  5. branches, the one with the greatest bound first, until they are closed or the work is done; where they are not closed soon, a wider
//     search between them (coverPool)
//
// Work is counted in pairs of row and column looked at.
type coverSearch struct {
	ctx     context.Context
	c       *cover
	threads int
	rng     *rand.Rand
	exact   bool  // weights are whole: a bound may be rounded down to a multiple of grain
	grain   int64 // 1 where not exact
	work    int   // left
	aim     int64 // only a choice worth more is of interest, and any such will do; 0: the best

	best  []int32 // the best choice known
	value int64
	did   Work
}

const (
	coverBranchWork   = 5_000_000_000 // pairs looked at while branching, for an effort of 1
	coverRootSteps    = 600           // evaluations per round at the root
	coverRounds       = 6
	coverNodeSteps    = 150
	coverKernelLeast  = 0.005 // average choice from which on a column belongs to the kernel
	coverKernelRounds = 200
	coverExploreAfter = 10 // part of the work after which branches that are still open wait for a wider search
	coverExploreShare = 3  // part of the work that this may take
	coverBatch        = 4  // nodes examined, and choices bred, side by side, whatever the number of threads
)

func newCoverSearch(ctx context.Context, c *cover, o Search, exact bool) *coverSearch {
	effort := o.Effort
	if effort <= 0 {
		effort = 1
	}
	s := &coverSearch{ctx: ctx, c: c, threads: o.Threads, rng: rand.New(rand.NewPCG(o.Seed, 1)), exact: exact, grain: 1, work: int(effort * coverBranchWork)}
	if exact {
		s.grain = c.grain()
	}
	return s
}

// rounded rounds a bound down to what a value can be.
func (s *coverSearch) rounded(bound int64) int64 { return bound - bound%s.grain }

// slack is how far a bound may pass a value that is called proven: nothing for whole weights, else below 1e-9 of it.
func (s *coverSearch) slack(value int64) int64 {
	if s.exact {
		return 0
	}
	return value >> 31
}

// offer keeps a choice that is better than the best.
func (s *coverSearch) offer(columns []int32, value int64) bool {
	if value <= s.value && s.best != nil {
		return false
	}
	s.best, s.value = columns, value
	return true
}

// run returns the bound of all choices; best and value hold the best choice found.
func (s *coverSearch) run() int64 {
	s.begin()
	root := &coverNode{state: make([]decision, s.c.width()), share: s.firstShares(), bound: 1 << 62}
	last := s.root(root)
	if last.closed {
		return max(s.value, min(root.bound, s.known()+s.slack(s.known())))
	}
	if s.met() {
		return max(s.value, root.bound)
	}
	return s.branch(root, last.split)
}

// known is the worth up to which choices are of no interest any more.
func (s *coverSearch) known() int64 { return max(s.value, s.aim) }

// met reports whether the choice sought has been found.
func (s *coverSearch) met() bool { return s.aim > 0 && s.value > s.aim }

// begin makes the first choice: the better of greedy and, where prices differ, greedy after the best single column.
func (s *coverSearch) begin() {
	p := newPicks(s.c)
	p.greedy()
	p.swap()
	s.offer(p.columns(), p.value)
	best, gain := -1, int64(-1)
	p.set(nil)
	for i := range s.c.width() {
		if g := p.gain[i]; g > gain && p.fits(i) {
			best, gain = i, g
		}
	}
	if best >= 0 {
		p.add(best)
		p.greedy()
		p.swap()
		s.offer(p.columns(), p.value)
	}
}

// firstShares guesses multipliers from the first choice: rows that it leaves out bind fully, those covered twice not at all.
func (s *coverSearch) firstShares() []float32 {
	count := make([]int, s.c.height())
	for _, i := range s.best {
		for _, j := range s.c.columns.Of(int(i)) {
			count[j]++
		}
	}
	share := make([]float32, s.c.height())
	for j, n := range count {
		share[j] = 1 / float32(1+n*n)
	}
	return share
}

// root improves bound and choice in turn.
func (s *coverSearch) root(n *coverNode) (b coverBranch) {
	for round := range coverRounds {
		before := n.bound
		b = s.examine(n, coverRootSteps, s.known())
		s.work -= b.work
		s.did.Evaluations += b.runs
		s.did.Fixed += b.fixed
		better := s.offer(b.found, b.value)
		if b.closed || s.met() {
			break
		}
		better = s.kernel(n, coverKernelRounds<<round) || better
		if s.ctx.Err() != nil || round > 1 && !better && b.fixed == 0 && before-n.bound < (n.bound-s.known())/20 {
			break
		}
	}
	return b
}

// kernel searches among few columns: those that the average choice of a node likes, and the best choice.
func (s *coverSearch) kernel(n *coverNode, rounds int) bool {
	state := make([]decision, s.c.width())
	for i, y := range n.y {
		if y < coverKernelLeast {
			state[i] = dropped
		}
	}
	for _, i := range s.best {
		state[i] = undecided
	}
	part := s.c.restrict(state)
	index := make(map[int32]int32, part.width())
	for k, i := range part.column {
		index[i] = int32(k)
	}
	p := newPicks(&part.cover)
	for _, i := range s.best {
		p.add(int(index[i]))
	}
	p.swap()
	p.shake(s.rng, rounds, s.work/8)
	s.work -= p.work
	return s.offer(part.whole(nil, p.columns()), p.value)
}

// branch examines open nodes, a few side by side, and returns the greatest bound that is left.
func (s *coverSearch) branch(root *coverNode, split int) int64 {
	var queue coverNodes
	born := 0
	grow := func(n *coverNode, split int) {
		for _, child := range n.children(split) {
			born++
			child.order = born
			heap.Push(&queue, child)
		}
	}
	grow(root, split)
	total, explored := s.work, false
	for len(queue) > 0 && s.work > 0 && !s.met() && s.ctx.Err() == nil {
		if !explored && s.work < total-total/coverExploreAfter {
			s.explore(root.y, total/coverExploreShare)
			explored = true
		}
		var nodes []*coverNode
		for len(queue) > 0 && len(nodes) < coverBatch {
			if n := heap.Pop(&queue).(*coverNode); n.bound > s.known()+s.slack(s.known()) {
				nodes = append(nodes, n)
			}
		}
		results := make([]coverBranch, len(nodes))
		known := s.known()
		eachChunk(len(nodes), s.threads, 1, func(k int) { results[k] = s.examine(nodes[k], coverNodeSteps, known) })
		for k, b := range results {
			s.count(b)
			if !b.closed {
				grow(nodes[k], b.split)
			}
		}
	}
	if len(queue) > 0 {
		return max(queue[0].bound, s.value)
	}
	return s.known() + s.slack(s.known())
}

func (s *coverSearch) count(b coverBranch) {
	s.did.Nodes++
	s.did.Evaluations += b.runs
	s.work -= b.work
	if s.offer(b.found, b.value) {
		p := newPicks(s.c)
		p.set(s.best)
		p.swap()
		s.offer(p.columns(), p.value)
	}
}
