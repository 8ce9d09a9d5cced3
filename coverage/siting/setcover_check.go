package siting

import (
	"math"
	"slices"
)

// proofCheck walks through a proof and computes every bound that it rests on again, in whole numbers and from the lists.
type proofCheck struct {
	*setCover
	proof   *setProof
	limit   int64 // in units, as are all values here
	next    int   // step
	marks   []decision
	implied []bool
	u       []int64
	sum     []int64 // s_i
	low     int64   // reduced price that a column displaces where it is taken,
	high    int64   // and of the one that replaces it where it is dropped
}

// holds reports whether the proof shows that no solution has an objective of at most the limit.
func (p *setProof) holds(c *setCover, limit int64) bool {
	rows, columns := c.size()
	k := &proofCheck{setCover: c, proof: p, limit: limit << p.shift, marks: make([]decision, columns), implied: make([]bool, rows),
		u: make([]int64, rows), sum: make([]int64, columns)}
	for _, i := range c.given {
		k.marks[i] = taken
	}
	return k.branch() && k.next == len(p.steps)
}

// branch checks the part of the tree that begins at the next step.
func (k *proofCheck) branch() bool {
	rows, columns, ok := k.reductions()
	ok = ok && k.next < len(k.proof.steps) && k.node()
	for _, j := range rows {
		k.implied[j] = false
	}
	k.undecide(columns)
	return ok
}

// reductions checks the steps that leave out rows and columns, and does so.
func (k *proofCheck) reductions() (rows, columns []int32, ok bool) {
	for ok = true; ok && k.next < len(k.proof.steps); k.next++ {
		switch s := k.proof.steps[k.next]; s.kind {
		case impliedRow:
			ok = k.once == nil && !k.implied[s.a] && k.implies(s.b, s.a)
			k.implied[s.a] = true
			rows = append(rows, s.a)
		case worseColumn:
			ok = k.once == nil && k.marks[s.a] == undecided && k.replaces(s.b, s.a)
			k.marks[s.a] = dropped
			columns = append(columns, s.a)
		default:
			return rows, columns, ok
		}
	}
	return rows, columns, ok
}

func (k *proofCheck) node() bool {
	s := k.proof.steps[k.next]
	k.next++
	switch s.kind {
	case takeFirst:
		return k.side(s.a, taken) && k.side(s.a, dropped)
	case dropFirst:
		return k.side(s.a, dropped) && k.side(s.a, taken)
	case closed:
		total, possible := k.bound(s)
		return !possible || total > k.limit
	case priced:
		return k.settles(s)
	}
	return false
}

// side checks the branch in which a column is decided.
func (k *proofCheck) side(i int32, d decision) bool {
	if k.marks[i] != undecided {
		return false
	}
	k.marks[i] = d
	ok := k.branch()
	k.marks[i] = undecided
	return ok
}

// settles checks the columns that one bound decides, and then the branch in which they are.
func (k *proofCheck) settles(s proofStep) bool {
	total, possible := k.bound(s)
	if !possible {
		return false
	}
	var settled []int32
	for ok := true; ok && k.next < len(k.proof.steps); k.next++ {
		f := k.proof.steps[k.next]
		if f.kind != pricedTaken && f.kind != pricedDropped {
			ok = k.branch()
			k.undecide(settled)
			return ok
		}
		settled = append(settled, f.a)
		if f.kind == pricedTaken {
			ok = total+k.high-k.reduced(f.a) > k.limit
			k.marks[f.a] = taken
		} else {
			ok = total+k.reduced(f.a)-k.low > k.limit
			k.marks[f.a] = dropped
		}
	}
	k.undecide(settled)
	return false
}

func (k *proofCheck) undecide(columns []int32) {
	for _, i := range columns {
		k.marks[i] = undecided
	}
}

// implies reports whether a row must be covered, and another is covered with it.
func (k *proofCheck) implies(row, other int32) bool {
	if row == other || k.optional || k.implied[row] {
		return false
	}
	for _, i := range k.rows.Of(int(row)) {
		if _, found := slices.BinarySearch(k.rows.Of(int(other)), i); !found && k.marks[i] != dropped {
			return false
		}
	}
	return true
}

// replaces reports whether a column covers all that another does, of what is not covered, for no more; no column
// (-1) covers nothing.
func (k *proofCheck) replaces(column, other int32) bool {
	var covers []int32
	if column >= 0 {
		covers = k.columns.Of(int(column))
		if column == other || k.marks[column] != undecided || k.price[column] > k.price[other] {
			return false
		}
	}
	for _, j := range k.columns.Of(int(other)) {
		if _, found := slices.BinarySearch(covers, j); !found && !k.implied[j] {
			if times, _ := k.count(j); times == 0 {
				return false
			}
		}
	}
	return true
}

// count returns how many taken and undecided columns a row has.
func (k *proofCheck) count(row int32) (times, left int) {
	for _, i := range k.rows.Of(int(row)) {
		switch k.marks[i] {
		case taken:
			times++
		case undecided:
			left++
		}
	}
	return times, left
}

// bound computes L(u) with the multipliers of a step; possible is false where nothing covers one of
// the rows.
func (k *proofCheck) bound(s proofStep) (total int64, possible bool) {
	rows, units := k.proof.rows[s.a:s.b], k.proof.units[s.a:s.b]
	clear(k.sum)
	rough := 0.0
	for n, j := range rows {
		k.u[j] = max(0, units[n])
		rough += float64(units[n]) * float64(1+len(k.rows.Of(int(j))))
	}
	look := rows
	if k.once != nil {
		look = k.everyRow()
	}
	total, possible = k.rowTerms(look)
	total += k.columnTerms()
	for _, j := range rows {
		k.u[j] = 0
	}
	if possible && rough > 1<<62 { // it might have overflowed: nothing is proven
		return math.MinInt64, true
	}
	return total, possible
}

func (k *proofCheck) everyRow() []int32 {
	rows := make([]int32, len(k.u))
	for j := range rows {
		rows[j] = int32(j)
	}
	return rows
}

// rowTerms adds up what rows add to the bound, and the sums of their columns.
func (k *proofCheck) rowTerms(rows []int32) (total int64, possible bool) {
	for _, j := range rows {
		if k.implied[j] {
			continue
		}
		times, left := k.count(j)
		if times > 0 || left > 0 {
			total += k.rowTerm(j, times, left)
		} else if !k.optional {
			return 0, false
		}
	}
	return total, true
}

// rowTerm is what one row adds to the bound; its u goes to its columns where one more of them would count.
func (k *proofCheck) rowTerm(j int32, times, left int) (total int64) {
	u, once, twice := k.u[j], int64(0), int64(0)
	if k.once != nil {
		once, twice = k.once[j]<<k.proof.shift, k.twice[j]<<k.proof.shift
	}
	switch {
	case times > 1 || times == 1 && twice == 0:
		return -once - twice
	case times == 1 && left == 0:
		return -once
	case times == 1:
		total = -once
	case k.optional:
		total = min(0, u-once)
	default:
		total = u - once
	}
	for _, i := range k.rows.Of(int(j)) {
		k.sum[i] += u
	}
	return total - max(0, twice-u)
}

func (k *proofCheck) reduced(i int32) int64 { return k.price[i]<<k.proof.shift - k.sum[i] }

// columnTerms adds the prices of the taken columns and the least that the others can add, and finds low and high.
func (k *proofCheck) columnTerms() (total int64) {
	var reduced []int64
	picks := k.pick
	for i, d := range k.marks {
		switch d {
		case taken:
			total += k.price[i] << k.proof.shift
			picks--
		case undecided:
			reduced = append(reduced, k.reduced(int32(i)))
		}
	}
	if k.pick < 0 {
		for _, v := range reduced {
			total += min(0, v)
		}
		return total
	}
	if picks < 0 || picks > len(reduced) {
		return math.MaxInt64 / 2
	}
	slices.Sort(reduced)
	k.low, k.high = math.MaxInt64/4, math.MaxInt64/4
	for n, v := range reduced {
		switch {
		case n < picks:
			total += v
			k.low = v
		case n == picks:
			k.high = v
		}
	}
	return total
}
