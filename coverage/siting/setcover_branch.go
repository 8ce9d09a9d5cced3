package siting

import (
	"cmp"
	"math"
	"slices"
)

// setTree searches, depth first, for a solution with an objective of at most the limit, or proves that there is none. At each node it
// bounds, settles the columns whose other choice the bound excludes, and splits on a column of the row that has the fewest left.
type setTree struct {
	ctx   Context
	p     *setState
	r     *setBound
	names []int32 // rows as the proof numbers them
	proof *setProof
	limit int64
	most  int     // work of r at which the search ends
	found []int32 // solution within the limit

	nodes, fixed int
}

// Rounds of the bound at a node, and again after the bound has settled many columns. Exact bounds pay: with a quarter of the rounds a tree has
// ten times the nodes and takes twice the time.
const (
	setNodeRounds   = 400
	setAgainRounds  = 100
	setAgainSettled = 20
)

// search reports whether there is no solution within the limit below this node. Where it is false a solution was found, or the work is over.
func (t *setTree) search() bool {
	if t.found != nil || t.r.work > t.most || t.ctx.Err() != nil {
		return false
	}
	t.nodes++
	from := len(t.p.trail)
	defer func() { t.p.undo(from) }()
	settled := setAgainSettled
	for rounds := setNodeRounds; settled >= setAgainSettled; rounds = setAgainRounds {
		if over, none := t.ends(); over {
			return none
		}
		t.r.improve(rounds, t.limit)
		if t.excludes(t.r.best) {
			t.price(closed)
			return true
		}
		if t.offer(t.p.chosen(t.r.picks...)) {
			return false
		}
		settled = t.settle()
	}
	if over, none := t.ends(); over {
		return none
	}
	return t.split()
}

// excludes reports whether a bound is so far above the limit that it stays there when the multipliers are rounded.
func (t *setTree) excludes(bound float64) bool {
	rounding := 1e-13*math.Abs(float64(t.limit)) + float64(2*len(t.names)+2)/float64(int64(1)<<t.proof.shift)
	return bound > float64(t.limit)+rounding
}

// ends closes a node where nothing is left to decide or nothing can be a solution any more; none is what search says.
func (t *setTree) ends() (over, none bool) {
	t.r.list()
	counted := t.p.pick >= 0
	switch {
	case t.p.hopeless():
		t.close()
		return true, true
	case counted && (t.p.picks < 0 || t.p.picks > len(t.r.free)):
		t.proof.bound(closed, nil, nil)
		return true, true
	case counted && t.p.picks > 0 && t.p.picks < len(t.r.free) || !counted && t.r.wanting():
		return false, false
	case counted:
		t.decideRest()
	}
	return true, t.last()
}

// decideRest takes or drops all free columns, since no other choice has the right number.
func (t *setTree) decideRest() {
	kind, decide := takeFirst, t.p.drop
	if t.p.picks > 0 {
		kind, decide = dropFirst, t.p.take
	}
	for _, i := range t.r.free {
		t.proof.step(kind, i, 0)
		t.proof.bound(closed, nil, nil)
		decide(i)
	}
	t.r.list()
}

// close closes a node with a row that cannot be covered any more.
func (t *setTree) close() {
	for j, left := range t.p.left {
		if left == 0 && t.p.times[j] == 0 {
			t.unpaid(t.names[j])
			return
		}
	}
}

// unpaid closes a branch in which a row has no column; its multiplier is only to name it.
func (t *setTree) unpaid(row int32) { t.proof.bound(closed, []int32{row}, []int64{1}) }

// last looks at the only choice that is left.
func (t *setTree) last() bool {
	if t.p.hopeless() {
		t.close()
		return true
	}
	if t.offer(t.p.chosen()) {
		return false
	}
	t.proof.bound(closed, nil, nil)
	return true
}

// offer keeps columns that are a solution within the limit.
func (t *setTree) offer(columns []int32) bool {
	if value, ok := t.p.value(columns); ok && value <= t.limit {
		t.found = columns
		return true
	}
	return false
}

// price writes the multipliers of the bound, rounded down.
func (t *setTree) price(kind proofKind) {
	var rows []int32
	var units []int64
	scale := float64(int64(1) << t.proof.shift)
	for _, j := range t.r.open {
		if u := int64(t.r.u[j] * scale); u > 0 {
			rows, units = append(rows, t.names[j]), append(units, u)
		}
	}
	t.proof.bound(kind, rows, units)
}

// settle decides the columns whose other choice has a bound above the limit, and returns their number.
func (t *setTree) settle() int {
	low, high := t.r.thresholds()
	n := 0
	for _, i := range t.r.free {
		d := t.r.reduced(i)
		with, without := t.excludes(t.r.best+d-low), t.excludes(t.r.best+high-d)
		if !with && !without {
			continue
		}
		if n == 0 {
			t.price(priced)
		}
		n++
		if with {
			t.proof.step(pricedDropped, i, 0)
			t.p.drop(i)
		} else {
			t.proof.step(pricedTaken, i, 0)
			t.p.take(i)
		}
	}
	t.fixed += n
	return n
}

// split searches both sides of a column.
func (t *setTree) split() bool {
	i := t.column()
	u := slices.Clone(t.r.u)
	t.proof.step(takeFirst, i, 0)
	n := len(t.p.trail)
	t.p.take(i)
	if !t.search() {
		return false
	}
	t.p.undo(n)
	copy(t.r.u, u)
	t.p.drop(i)
	return t.search()
}

// column chooses the one to split on: of the row covered least that has the fewest columns left, the one with the least reduced price.
func (t *setTree) column() int32 {
	if len(t.r.open) == 0 { // nothing but the number is left
		return t.r.free[0]
	}
	row := slices.MinFunc(t.r.open, func(a, b int32) int {
		return cmp.Or(cmp.Compare(t.p.times[a], t.p.times[b]), cmp.Compare(t.p.left[a], t.p.left[b]), cmp.Compare(a, b))
	})
	best := int32(-1)
	for _, i := range t.p.rows.Of(int(row)) {
		if t.p.marks[i] == undecided && (best < 0 || t.r.reduced(i) < t.r.reduced(best)) {
			best = i
		}
	}
	return best
}
