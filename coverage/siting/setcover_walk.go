package siting

import (
	"math"
	"math/rand/v2"
	"slices"
)

// setWalk looks for better and better solutions of a setCover without worth by weighting local search (Gao, Weise and Li 2015): whenever
// the chosen columns are a solution, one is taken out; then, step by step, the one that is missed least goes out and one that covers a row
// drawn among the uncovered comes in, and every row that stays uncovered becomes heavier.
type setWalk struct {
	p       *setState // what the reductions decided
	in      []bool
	times   []int32
	penalty []int64
	score   []int64 // penalty that a column in would leave uncovered, or that a column out would cover
	since   []int   // step of the last change of a column
	bare    []int32 // uncovered rows
	place   []int32 // of a row in bare, or -1
	spent   int64
	random  *rand.Rand
	step    int
}

func newSetWalk(p *setState, seed uint64) *setWalk {
	rows, columns := p.size()
	w := &setWalk{p: p, in: make([]bool, columns), times: slices.Clone(p.times), penalty: make([]int64, rows), score: make([]int64, columns),
		since: make([]int, columns), place: make([]int32, rows), spent: p.spent, random: rand.New(rand.NewPCG(seed, 1))}
	for j := range w.penalty {
		w.penalty[j] = 1
		w.place[j] = -1
		if w.times[j] == 0 && p.left[j] > 0 {
			w.uncover(int32(j))
			for _, i := range p.rows.Of(j) {
				w.score[i]++
			}
		}
	}
	return w
}

func (w *setWalk) uncover(j int32) {
	w.place[j] = int32(len(w.bare))
	w.bare = append(w.bare, j)
}

func (w *setWalk) cover(j int32) {
	last := w.bare[len(w.bare)-1]
	w.bare[w.place[j]] = last
	w.place[last] = w.place[j]
	w.bare = w.bare[:len(w.bare)-1]
	w.place[j] = -1
}

// add brings a column in.
func (w *setWalk) add(i int32) {
	w.in[i], w.since[i] = true, w.step
	w.spent += w.p.price[i]
	for _, j := range w.p.columns.Of(int(i)) {
		w.times[j]++
		switch w.times[j] {
		case 1:
			w.cover(j)
			w.change(j, -w.penalty[j], i)
		case 2:
			w.score[w.keeper(j, i)] -= w.penalty[j]
		}
	}
	w.rescore(i)
}

// remove takes a column out.
func (w *setWalk) remove(i int32) {
	w.in[i], w.since[i] = false, w.step
	w.spent -= w.p.price[i]
	for _, j := range w.p.columns.Of(int(i)) {
		w.times[j]--
		switch w.times[j] {
		case 0:
			w.uncover(j)
			w.change(j, w.penalty[j], i)
		case 1:
			w.score[w.keeper(j, i)] += w.penalty[j]
		}
	}
	w.rescore(i)
}

// rescore counts the score of a column anew.
func (w *setWalk) rescore(i int32) {
	alone := int32(0)
	if w.in[i] {
		alone = 1
	}
	w.score[i] = 0
	for _, j := range w.p.columns.Of(int(i)) {
		if w.times[j] == alone {
			w.score[i] += w.penalty[j]
		}
	}
}

// change adds to the score of the columns of a row, but one.
func (w *setWalk) change(j int32, by int64, except int32) {
	for _, k := range w.p.rows.Of(int(j)) {
		if k != except {
			w.score[k] += by
		}
	}
}

// keeper returns the column in, other than one, that covers a row.
func (w *setWalk) keeper(j, except int32) int32 {
	for _, k := range w.p.rows.Of(int(j)) {
		if w.in[k] && k != except {
			return k
		}
	}
	panic("siting: a covered row without a column")
}

// columns returns all that are in, those of the reductions included.
func (w *setWalk) columns() []int32 {
	all := w.p.chosen()
	for i, in := range w.in {
		if in {
			all = append(all, int32(i))
		}
	}
	return all
}

// run walks so many steps and returns the best solution found; nil where there is none.
func (w *setWalk) run(ctx Context, steps int) (best []int32) {
	below := int64(math.MaxInt64)
	barred := int32(-1)
	for w.step = 1; w.step <= steps; w.step++ {
		if w.step%256 == 0 && ctx.Err() != nil {
			break
		}
		for len(w.bare) == 0 {
			if w.spent < below {
				best, below = w.columns(), w.spent
			}
			i := w.cheapest(-1)
			if i < 0 {
				return best
			}
			w.remove(i)
		}
		if i := w.cheapest(barred); i >= 0 {
			w.remove(i)
		}
		barred = w.refill(below, barred)
	}
	return best
}

// refill brings columns in until they are a solution, or would cost as much as the best; it returns the last.
func (w *setWalk) refill(below int64, last int32) int32 {
	for len(w.bare) > 0 {
		i := w.wanted()
		if i < 0 || w.spent+w.p.price[i] >= below {
			break
		}
		w.add(i)
		last = i
		w.heavier()
	}
	return last
}

// cheapest returns the column in whose loss is least for its price, of equal ones that which is in longest; barred is not to be touched.
func (w *setWalk) cheapest(barred int32) int32 {
	best := int32(-1)
	for k, in := range w.in {
		i := int32(k)
		if !in || i == barred {
			continue
		}
		if best < 0 || w.better(best, i, w.since[i] < w.since[best]) {
			best = i
		}
	}
	return best
}

// better reports whether b has less score for its price than a, or the same and older.
func (w *setWalk) better(a, b int32, older bool) bool {
	x, y := float64(w.score[a])*float64(w.p.price[b]), float64(w.score[b])*float64(w.p.price[a])
	return y < x || y == x && older
}

// wanted returns the best column of a row drawn among the uncovered, not one that has just left.
func (w *setWalk) wanted() int32 {
	row := w.bare[w.random.IntN(len(w.bare))]
	best := int32(-1)
	for _, i := range w.p.rows.Of(int(row)) {
		if w.p.marks[i] != undecided || w.since[i] == w.step {
			continue
		}
		if best < 0 || w.better(i, best, w.since[i] < w.since[best]) {
			best = i
		}
	}
	return best
}

// heavier raises the penalty of the uncovered rows.
func (w *setWalk) heavier() {
	for _, j := range w.bare {
		w.penalty[j]++
		w.change(j, 1, -1)
	}
}
