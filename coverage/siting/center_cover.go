package siting

import "slices"

// answer is what a test with bounded work can say.
type answer uint8

const (
	no answer = iota
	yes
	unknown // the work ran out
)

// coverWork asks whether few columns cover all rows, and counts the work of all its tests. It asks the set cover search, so that every no
// is checked in whole numbers.
type coverWork struct {
	ctx    Context
	search Search
	left   int // pairs that may still be looked at for the question at hand
	did    Work
}

func newCoverWork(ctx Context, s Search) coverWork {
	w := coverWork{ctx: ctx, search: s}
	w.begin()
	return w
}

// begin gives a new question its work.
func (w *coverWork) begin() { w.left = int(coverTestWork * w.search.effort()) }

// coverTestWork is how many pairs one question may look at, with effort 1.
const coverTestWork = 200_000_000

// effort returns the effort asked for, 1 by default.
func (s Search) effort() float64 {
	if s.Effort > 0 {
		return s.Effort
	}
	return 1
}

// cover looks for at most k columns that together cover every row, given the columns of each row. It returns names[column] of those found.
func (w *coverWork) cover(rows [][]int32, names []int, k int) ([]int, answer) {
	if slices.ContainsFunc(rows, func(columns []int32) bool { return len(columns) == 0 }) {
		return nil, no
	}
	n := newSetSearch(w.ctx, unitCover(rows, len(names)), w.search)
	n.most = w.left
	found := n.within(int64(k), w.search.Seed)
	w.left -= n.r.work
	w.did.Evaluations += n.r.count
	w.did.Nodes += n.did.Nodes
	if found != yes {
		return nil, found
	}
	picks := make([]int, len(n.best))
	for p, column := range n.best {
		picks[p] = names[column]
	}
	return picks, yes
}

// unitCover is the problem of the fewest columns that cover every row.
func unitCover(rows [][]int32, columns int) *setCover {
	c := &setCover{rows: NewCatchments(columns, rows), price: ones(columns), pick: -1}
	c.columns = c.rows.Reversed()
	return c
}

// within asks whether there is a solution within the limit.
func (n *setSearch) within(limit int64, seed uint64) answer {
	if n.walk(seed, setWalkSteps); n.best != nil && n.value <= limit {
		return yes
	}
	n.r.begin()
	return n.ask(limit)
}
