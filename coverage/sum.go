package coverage

import "math"

// sum adds compensated (Neumaier), so that a hundred thousand shares of people add up to the last digit of a float64.
type sum struct{ s, c float64 }

func (a *sum) add(v float64) {
	t := a.s + v
	if math.Abs(a.s) >= math.Abs(v) {
		a.c += a.s - t + v
	} else {
		a.c += v - t + a.s
	}
	a.s = t
}

// include adds another sum.
func (a *sum) include(b sum) {
	a.add(b.s)
	a.add(b.c)
}

func (a *sum) value() float64 { return a.s + a.c }

// values reads several sums.
func values(sums []sum) []float64 {
	out := make([]float64, len(sums))
	for i := range sums {
		out[i] = sums[i].value()
	}
	return out
}

// addTo adds b to a, one by one; they are equally long.
func addTo(a, b []float64) {
	for i, v := range b {
		a[i] += v
	}
}

// reached reports whether v has reached the limit: unrounded, and a value within 1e-9 (relative) of the limit has reached it.
func reached(v, limit float64) bool { return v >= limit-1e-9*math.Abs(limit) }

// within reports whether v is at most the limit, with the same tolerance.
func within(v, limit float64) bool { return v <= limit+1e-9*math.Abs(limit) }
