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

func (a *sum) value() float64 { return a.s + a.c }

// reached reports whether v has reached the limit: unrounded, and a value within 1e-9 (relative) of the limit has reached it.
func reached(v, limit float64) bool { return v >= limit-1e-9*math.Abs(limit) }

// within reports whether v is at most the limit, with the same tolerance.
func within(v, limit float64) bool { return v <= limit+1e-9*math.Abs(limit) }
