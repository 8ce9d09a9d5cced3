package siting

import (
	"math"
	"slices"
)

// setSearch solves a setCover:
//
//  1. reductions (setReduction) leave fewer rows and columns;
//  2. a walk (setWalk) finds a good solution;
//  3. the bound (setBound) is improved at the root;
//  4. trees (setTree) ask whether there is a solution within a limit, which rises from the bound until it meets the value. Each answer is
//     checked (proofCheck): no bound is stated that the check does not confirm.
type setSearch struct {
	ctx   Context
	core  *setCover
	p     *setState // of what the reductions left
	r     *setBound
	names []int32 // rows of core
	steps []proofStep
	most  int

	best  []int32
	value int64
	bound int64 // no solution is better
	did   Work
}

const (
	setWork       = 2_000_000_000 // pairs that the bound may look at, with effort 1
	setRootRounds = 2000
	setWalkSteps  = 5000
	setFurther    = 20_000 // steps of a second walk, where the first does not meet the bound
)

func newSetSearch(ctx Context, c *setCover, s Search) *setSearch {
	red := reduce(c)
	left, names := red.problem()
	p := newSetState(left)
	for i, d := range red.marks {
		switch d {
		case taken:
			p.take(int32(i))
		case dropped:
			p.drop(int32(i))
		}
	}
	n := &setSearch{ctx: ctx, core: c, p: p, r: newSetBound(p), names: names, steps: red.steps, most: int(s.effort() * setWork)}
	for j := range c.once {
		n.bound -= c.once[j] + c.twice[j]
	}
	n.r.list()
	n.did.Demands, n.did.Sites = len(names), len(n.r.free)
	return n
}

// offer keeps a solution that is better than the best.
func (n *setSearch) offer(columns []int32) {
	if value, ok := n.core.value(columns); ok && (n.best == nil || value < n.value) {
		n.best, n.value = slices.Sorted(slices.Values(columns)), value
	}
}

// walk offers what a walk of so many steps, fewer for few sites, finds.
func (n *setSearch) walk(seed uint64, steps int) {
	n.offer(newSetWalk(n.p, seed).run(n.ctx, min(steps, 1+steps/200*n.did.Sites)))
}

// root improves the bound at the root and returns what it says, not yet checked.
func (n *setSearch) root() int64 {
	n.r.begin()
	n.r.improve(setRootRounds, n.value-1)
	return int64(math.Ceil(n.r.best - 1e-6))
}

// prove closes the gap between bound and value as far as the work and the context allow, from the bound at the root on. There must be a
// solution.
func (n *setSearch) prove(least int64) {
	root, first := slices.Clone(n.r.u), least-1
	for !n.proven() {
		copy(n.r.u, root)
		if n.ask(min(max(first, n.next()), n.goal()-1)) == unknown {
			break
		}
	}
	n.did.Evaluations = n.r.count
}

// ask looks for a solution within the limit and keeps it, or the bound where it is proven that there is none.
func (n *setSearch) ask(limit int64) answer {
	t := n.tree(limit)
	none := t.search()
	n.did.Nodes += t.nodes
	n.did.Fixed += t.fixed
	switch {
	case t.found != nil:
		n.offer(t.found)
		return yes
	case none && t.proof.holds(n.core, limit):
		n.bound = limit + 1
		return no
	}
	return unknown
}

// goal is the bound that meets the value: the value itself, or a little less where numbers are rounded.
func (n *setSearch) goal() int64 {
	if n.core.loose {
		return n.value - max(n.value, -n.value)>>31
	}
	return n.value
}

// proven reports whether bound and value meet.
func (n *setSearch) proven() bool { return n.bound >= n.goal() }

// next is the limit to ask for: a quarter of the way from the bound to the value. Refuting low limits takes small trees.
func (n *setSearch) next() int64 { return n.bound + (n.goal()-1-n.bound)/4 }

// cut reports whether the context ended the search before its time.
func (n *setSearch) cut() bool { return n.ctx.Err() != nil && !n.proven() }

// tree makes a tree for what the reductions left, with these as the beginning of its proof.
func (n *setSearch) tree(limit int64) *setTree {
	t := &setTree{ctx: n.ctx, p: n.p, r: n.r, names: n.names, limit: limit, most: n.most, proof: &setProof{shift: n.core.proofShift()}}
	for _, s := range n.steps {
		t.proof.step(s.kind, s.a, s.b)
		if s.kind == dropFirst { // an essential column
			t.unpaid(s.b)
		}
	}
	return t
}
