package siting

import "context"

// coverVolume minimises the bound of coverProof over the multipliers by the volume algorithm (Barahona and Anbil, 2000), which also yields
// an approximate solution of the linear relaxation: the average of the choices seen. Multipliers are steered per unit of weight, so that
// merging rows changes nothing.
//
// One evaluation: worth of the columns, their best fractional filling, how often it covers each row. The bound falls where multipliers of
// rows covered more than once fall, and those of rows not covered rise.
type coverVolume struct {
	c       *cover
	threads int
	weights []float64
	lambda  []float64 // of the evaluation
	best    []float64 // with the least bound
	bound   float64   // of best
	mean    []float64 // averaged cover of each row
	count   []float64 // cover of each row by the present filling
	y       []float64 // averaged choice of each column
	fill    filling
	target  float64 // known value: Polyak's step aims there
	step    float64
	mix     float64 // largest share of a new filling in the average
	fails   int     // evaluations in a row that did not lower the bound

	found []int32 // best whole filling seen, and what it is worth
	value float64
	runs  int
}

// newCoverVolume starts from the given share of each row's weight, and from the given average choice; nil for neither.
func newCoverVolume(c *cover, threads int, share, y []float64) *coverVolume {
	n, m := c.height(), c.width()
	v := &coverVolume{c: c, threads: threads, weights: make([]float64, n), lambda: make([]float64, n), best: make([]float64, n), mean: make([]float64, n),
		count: make([]float64, n), y: make([]float64, m), fill: newFilling(c), step: 0.2, mix: 0.1, value: -1}
	if c.columns.Len() < 1<<17 {
		v.threads = 1
	}
	for j, w := range c.weights {
		v.weights[j] = float64(w)
		v.lambda[j] = float64(w) * share[j]
	}
	v.bound = v.evaluate()
	copy(v.best, v.lambda)
	copy(v.y, v.fill.y)
	copy(v.mean, v.count)
	if y != nil {
		copy(v.y, y)
		v.cover(v.mean, v.y)
	}
	return v
}

// cover adds up over each row what is chosen of its columns.
func (v *coverVolume) cover(count, y []float64) {
	clear(count)
	for i, part := range y {
		if part > 0 {
			for _, j := range v.c.columns.Of(i) {
				count[j] += part
			}
		}
	}
}

// evaluate returns the bound of lambda and leaves the filling in fill and count.
func (v *coverVolume) evaluate() float64 {
	v.runs++
	worth, lambda := v.fill.worth, v.lambda
	eachIndex(v.c.width(), v.threads, func(i int) {
		var sum float64
		for _, j := range v.c.columns.Of(i) {
			sum += lambda[j]
		}
		worth[i] = sum
	})
	bound := v.fill.run(float64(v.c.budget))
	v.cover(v.count, v.fill.y)
	var value float64
	for j, w := range v.weights {
		bound += w - lambda[j]
		if v.count[j] >= 1 {
			value += w
		}
	}
	if value > v.value {
		v.value, v.found = value, v.fill.wholly()
	}
	return bound
}

// run makes so many evaluations, fewer where the bound falls below the floor, or hardly any more compared with its distance from the target.
func (v *coverVolume) run(ctx context.Context, evaluations int, floor float64) {
	before := v.bound
	for t := 1; t <= evaluations && v.bound >= floor && ctx.Err() == nil; t++ {
		if !v.move() {
			return
		}
		bound := v.evaluate()
		v.average()
		v.learn(bound)
		if t%50 == 0 {
			if before-v.bound < 1e-3*(v.bound-v.target) {
				if v.mix *= 0.5; v.mix < 5e-3 {
					return
				}
			}
			before = v.bound
		}
	}
}

// move steps from the best multipliers against the averaged cover; false where there is no way.
func (v *coverVolume) move() bool {
	var norm float64
	for j, w := range v.weights {
		d := v.mean[j] - 1
		if d > 0 && v.best[j] > 0 || d < 0 && v.best[j] < w {
			norm += w * d * d
		}
	}
	if norm == 0 {
		return false
	}
	s := v.step * max(v.bound-v.target, 1e-6*v.bound) / norm
	for j, w := range v.weights {
		v.lambda[j] = min(w, max(0, v.best[j]-s*w*(v.mean[j]-1)))
	}
	return true
}

// average mixes the present filling in, by the share that makes the direction shortest, within [mix/10, mix].
func (v *coverVolume) average() {
	var up, down float64
	for j, w := range v.weights {
		d, difference := v.mean[j]-1, v.mean[j]-v.count[j]
		up += w * d * difference
		down += w * difference * difference
	}
	share := v.mix
	if down > 0 {
		share = max(v.mix/10, min(v.mix, up/down))
	}
	for j, n := range v.count {
		v.mean[j] += share * (n - v.mean[j])
	}
	for i, n := range v.fill.y {
		v.y[i] += share * (n - v.y[i])
	}
}

// learn keeps better multipliers and sizes the next step: longer after a success whose filling agrees with the direction, shorter after
// six failures.
func (v *coverVolume) learn(bound float64) {
	if bound >= v.bound {
		if v.fails++; v.fails >= 6 {
			v.fails = 0
			v.step = max(v.step*0.66, 1e-4)
		}
		return
	}
	var along float64
	for j, w := range v.weights {
		along += w * (v.mean[j] - 1) * (v.count[j] - 1)
	}
	if along > 0 {
		v.step = min(v.step*1.1, 2)
	}
	v.fails = 0
	v.bound = bound
	v.lambda, v.best = v.best, v.lambda
}
