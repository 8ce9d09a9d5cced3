package siting

import (
	"cmp"
	"math"
	"slices"
)

// setBound bounds what the columns not yet decided can do. With multipliers u_j >= 0 of the rows, e_j = u_j - once_j and s_i = sum of u_j over
// the rows of column i, no solution is better than
//
//	L(u) = spent + sum over rows (e_j - max(0, twice_j - u_j)) + the least that columns can add,
//
// where columns add price_i - s_i, each of them or exactly the number still to pick; for optional rows it is min(0, e_j). Taken columns
// settle the once of their rows, or both.
//
// u is improved by the volume algorithm (Barahona and Anbil 2000): steps along the mean of the subgradients from the best point so far.
type setBound struct {
	p     *setState
	u     []float64
	sum   []float64 // s_i
	need  []float64 // subgradient: covers that the row wants less those it gets
	picks []int32   // columns of the inner solution
	open  []int32   // rows whose cover is not settled
	free  []int32   // columns not decided

	best  float64 // largest L
	at    []float64
	mean  []float64 // of the subgradients
	count int       // evaluations
	work  int       // pairs looked at
}

func newSetBound(p *setState) *setBound {
	rows, columns := p.size()
	return &setBound{p: p, u: make([]float64, rows), sum: make([]float64, columns), need: make([]float64, rows),
		at: make([]float64, rows), mean: make([]float64, rows)}
}

// list finds the open rows and the free columns.
func (r *setBound) list() {
	r.open, r.free = r.open[:0], r.free[:0]
	for j, n := range r.p.times {
		if r.p.left[j] > 0 && (n == 0 || n == 1 && r.p.twice != nil && r.p.twice[j] > 0) {
			r.open = append(r.open, int32(j))
		}
	}
	for i, m := range r.p.marks {
		if m == undecided {
			r.free = append(r.free, int32(i))
		}
	}
}

// evaluate returns L(u), and leaves the subgradient and the inner solution.
func (r *setBound) evaluate() float64 {
	r.count++
	r.work += len(r.open) + len(r.free)
	total := float64(r.p.spent)
	clear(r.sum)
	for _, j := range r.open {
		u := r.u[j]
		total += r.row(j, u)
		if u > 0 {
			columns := r.p.rows.Of(int(j))
			r.work += len(columns)
			for _, i := range columns {
				r.sum[i] += u
			}
		}
	}
	return total - r.settledWorth() + r.choose()
}

// row is what an open row adds to L.
func (r *setBound) row(j int32, u float64) float64 {
	total, want := 0.0, 0.0
	if r.p.twice != nil {
		if extra := float64(r.p.twice[j]) - u; extra > 0 {
			total, want = -extra, 1
		}
	}
	if r.p.times[j] > 0 {
		r.need[j] = want
		return total
	}
	if r.p.once != nil {
		u -= float64(r.p.once[j])
	}
	if u > 0 && r.p.optional {
		r.need[j] = want
		return total
	}
	r.need[j] = want + 1
	return total + u
}

// settledWorth is the worth of the covers by taken columns.
func (r *setBound) settledWorth() float64 {
	if r.p.once == nil {
		return 0
	}
	total := int64(0)
	for j, n := range r.p.times {
		if n > 0 {
			total += r.p.worth(j, int(n))
		}
	}
	return float64(total)
}

// choose finds the columns of the inner solution and what they add.
func (r *setBound) choose() float64 {
	r.picks = r.picks[:0]
	for _, i := range r.free {
		if r.p.pick >= 0 || r.reduced(i) < 0 {
			r.picks = append(r.picks, i)
		}
	}
	if r.p.pick >= 0 {
		slices.SortFunc(r.picks, func(a, b int32) int { return cmp.Or(cmp.Compare(r.reduced(a), r.reduced(b)), cmp.Compare(a, b)) })
		r.picks = r.picks[:r.p.picks]
	}
	total := 0.0
	for _, i := range r.picks {
		total += r.reduced(i)
		rows := r.p.columns.Of(int(i))
		r.work += len(rows)
		for _, j := range rows {
			r.need[j]--
		}
	}
	return total
}

// reduced is the reduced price of a column.
func (r *setBound) reduced(i int32) float64 { return float64(r.p.price[i]) - r.sum[i] }

// start evaluates u as it stands.
func (r *setBound) start() {
	r.best = r.evaluate()
	copy(r.at, r.u)
	copy(r.mean, r.need)
}

// The volume algorithm: the first step as a part of the way to the target, how much of the mean each subgradient makes up, and after how many
// failures steps become shorter, by how much.
const (
	setStep     = 0.1
	setShare    = 0.01
	setFailures = 20
	setShorter  = 0.66
)

// improve makes so many rounds, or fewer where no solution can have the limit any more. r.u and the sums are those of the best point afterwards.
func (r *setBound) improve(rounds int, limit int64) {
	target := float64(limit) + 0.01
	r.start()
	worse, step := 0, setStep
	for n := 0; n < rounds && r.best <= target; n++ {
		if !r.move(step * (target + 1 - r.best)) {
			break
		}
		value := r.evaluate()
		same := r.average()
		if value > r.best {
			r.best, worse = value, 0
			copy(r.at, r.u)
			if same {
				step = min(2, 1.2*step)
			}
		} else if worse++; worse%setFailures == 0 {
			step *= setShorter
		}
	}
	copy(r.u, r.at)
	r.best = r.evaluate()
}

// move goes from the best point along the mean subgradient; false where that is zero.
func (r *setBound) move(length float64) bool {
	norm := 0.0
	for _, j := range r.open {
		if g := r.mean[j]; g > 0 || r.at[j] > 0 {
			norm += g * g
		}
	}
	if norm < 1e-12 {
		return false
	}
	for _, j := range r.open {
		r.u[j] = max(0, r.at[j]+length/norm*r.mean[j])
	}
	return true
}

// average takes the new subgradient into the mean; it reports whether both point the same way.
func (r *setBound) average() bool {
	dot := 0.0
	for _, j := range r.open {
		dot += r.mean[j] * r.need[j]
		r.mean[j] += setShare * (r.need[j] - r.mean[j])
	}
	return dot > 0
}

// begin sets multipliers that no column can pay for: each column's price is split evenly among its rows.
func (r *setBound) begin() {
	r.list()
	for _, j := range r.open {
		r.u[j] = math.Inf(1)
		for _, i := range r.p.rows.Of(int(j)) {
			if r.p.marks[i] == undecided {
				r.u[j] = min(r.u[j], float64(r.p.price[i])/float64(len(r.p.columns.Of(int(i)))))
			}
		}
	}
}

// wanting reports whether a row is left that no taken column covers.
func (r *setBound) wanting() bool {
	return slices.ContainsFunc(r.open, func(j int32) bool { return r.p.times[j] == 0 })
}

// thresholds are the reduced prices that a column displaces where it is taken, and that replaces it where it is dropped.
func (r *setBound) thresholds() (low, high float64) {
	if r.p.pick < 0 {
		return 0, 0
	}
	low, high = math.Inf(-1), math.Inf(1)
	for n, d := range r.ordered() {
		switch {
		case n < r.p.picks:
			low = d
		case n == r.p.picks:
			high = d
		}
	}
	return low, high
}

// ordered returns the reduced prices of the free columns, least first.
func (r *setBound) ordered() []float64 {
	prices := make([]float64, len(r.free))
	for k, i := range r.free {
		prices[k] = r.reduced(i)
	}
	slices.Sort(prices)
	return prices
}
