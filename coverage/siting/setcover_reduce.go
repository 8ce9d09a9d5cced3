package siting

import (
	"cmp"
	"slices"
)

// setReduction shrinks a setCover without worth to a fixpoint: rows that another row implies go, columns that another column replaces go, and
// columns that alone cover a row which must be covered are taken. What it did is the beginning of every proof.
type setReduction struct {
	c       *setCover
	rowGone []bool
	marks   []decision
	rows    [][]int32   // columns left of each row left
	columns [][]int32   // rows left of each column left
	steps   []proofStep // of the proof; for an essential column (dropFirst) b is the row
	stamp   []int32
	stamps  int32
	work    int
}

// reduceWork is the largest number of comparisons that are spent on reductions.
const reduceWork = 200_000_000

func reduce(c *setCover) *setReduction {
	rows, columns := c.size()
	r := &setReduction{c: c, rowGone: make([]bool, rows), marks: make([]decision, columns), rows: make([][]int32, rows),
		columns: make([][]int32, columns), stamp: make([]int32, max(rows, columns))}
	r.list()
	if c.once != nil {
		return r
	}
	for again := true; again && r.work < reduceWork; {
		again = r.implied()
		r.list()
		again = r.replaced() || again
		r.list()
		again = r.essential() || again
		r.list()
	}
	return r
}

// list makes the lists anew.
func (r *setReduction) list() {
	for j := range r.rows {
		r.rows[j] = r.rows[j][:0]
	}
	for i := range r.columns {
		r.columns[i] = r.columns[i][:0]
		if r.marks[i] != undecided {
			continue
		}
		for _, j := range r.c.columns.Of(i) {
			if !r.rowGone[j] {
				r.columns[i] = append(r.columns[i], j)
				r.rows[j] = append(r.rows[j], int32(i))
			}
		}
	}
}

// mark stamps a list, so that within can compare with it.
func (r *setReduction) mark(list []int32) {
	r.stamps++
	for _, v := range list {
		r.stamp[v] = r.stamps
	}
}

// within reports whether all of a list is in the one marked last.
func (r *setReduction) within(list []int32) bool {
	for n, v := range list {
		if r.stamp[v] != r.stamps {
			r.work += n + 1
			return false
		}
	}
	r.work += len(list)
	return true
}

// shortest returns the indexes of the lists, shortest first.
func shortest(lists [][]int32) []int32 {
	order := make([]int32, len(lists))
	for j := range order {
		order[j] = int32(j)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(len(lists[a]), len(lists[b])), cmp.Compare(a, b)) })
	return order
}

// implied drops rows whose columns include all of a row that must be covered.
func (r *setReduction) implied() (changed bool) {
	kept := make([][]int32, len(r.columns)) // rows, under their first column
	for _, j := range shortest(r.rows) {
		if r.rowGone[j] || len(r.rows[j]) == 0 {
			continue
		}
		if by := r.impliedBy(j, kept); by >= 0 {
			r.rowGone[j] = true
			r.steps = append(r.steps, proofStep{impliedRow, j, by})
			changed = true
		} else {
			first := r.rows[j][0]
			kept[first] = append(kept[first], j)
		}
	}
	return changed
}

func (r *setReduction) impliedBy(j int32, kept [][]int32) int32 {
	r.mark(r.rows[j])
	for _, i := range r.rows[j] {
		for _, k := range kept[i] {
			if len(r.rows[k]) <= len(r.rows[j]) && r.within(r.rows[k]) {
				return k
			}
		}
		if r.work > reduceWork {
			break
		}
	}
	return -1
}

// replaced drops columns whose rows another column covers for no more; of equal ones the later.
func (r *setReduction) replaced() (changed bool) {
	for _, i := range shortest(r.columns) {
		if r.marks[i] != undecided {
			continue
		}
		if by, yes := r.replacedBy(i); yes {
			r.marks[i] = dropped
			r.steps = append(r.steps, proofStep{worseColumn, i, by})
			changed = true
		}
	}
	return changed
}

// replacedBy finds a column that replaces one; none (-1) replaces one that covers nothing any more.
func (r *setReduction) replacedBy(i int32) (by int32, yes bool) {
	if len(r.columns[i]) == 0 {
		return -1, true
	}
	for _, k := range r.rivals(i) {
		if r.work < reduceWork && r.marks[k] == undecided && r.ahead(k, i) {
			r.mark(r.columns[k])
			r.work += len(r.columns[k])
			if r.within(r.columns[i]) {
				return k, true
			}
		}
	}
	return -1, false
}

// ahead reports whether column k costs no more than i and covers no fewer rows; of equals the first is ahead.
func (r *setReduction) ahead(k, i int32) bool {
	return cmp.Or(cmp.Compare(r.c.price[k], r.c.price[i]), cmp.Compare(len(r.columns[i]), len(r.columns[k])), cmp.Compare(k, i)) < 0 &&
		r.c.price[k] <= r.c.price[i] && len(r.columns[k]) >= len(r.columns[i])
}

// rivals returns the columns that may replace one: those of its rarest row.
func (r *setReduction) rivals(i int32) []int32 {
	rarest := slices.MinFunc(r.columns[i], func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(r.rows[a]), len(r.rows[b])), cmp.Compare(a, b))
	})
	return r.rows[rarest]
}

// essential takes columns that alone cover a row that must be covered.
func (r *setReduction) essential() (changed bool) {
	for j, columns := range r.rows {
		if r.rowGone[j] || len(columns) != 1 {
			continue
		}
		i := columns[0]
		r.marks[i] = taken
		r.steps = append(r.steps, proofStep{dropFirst, i, int32(j)})
		for _, k := range r.columns[i] {
			r.rowGone[k] = true
		}
		changed = true
	}
	return changed
}

// problem returns what is left, with the same columns, and which row each of its rows was.
func (r *setReduction) problem() (*setCover, []int32) {
	var names []int32
	place := make([]int32, len(r.rows))
	for j := range r.rows {
		if !r.rowGone[j] {
			place[j] = int32(len(names))
			names = append(names, int32(j))
		}
	}
	lists := make([][]int32, len(r.columns))
	for i, rows := range r.columns {
		for _, j := range rows {
			lists[i] = append(lists[i], place[j])
		}
	}
	columns := NewCatchments(len(names), lists)
	c := &setCover{columns: columns, rows: columns.Reversed(), price: r.c.price, pick: r.c.pick, given: r.c.given, optional: r.c.optional}
	if r.c.once != nil {
		c.once, c.twice = picked(r.c.once, names), picked(r.c.twice, names)
	}
	return c, names
}

// picked returns the values at some places.
func picked(values []int64, places []int32) []int64 {
	out := make([]int64, len(places))
	for k, j := range places {
		out[k] = values[j]
	}
	return out
}
