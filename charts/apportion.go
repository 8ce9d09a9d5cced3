package charts

import (
	"cmp"
	"math"
	"slices"

	"quarter/coverage"
)

// apportion rounds parts to whole numbers that add up to a whole: the largest remainders are rounded up, ties in order. The parts add
// up to the whole before it was rounded.
func apportion(parts []float64, whole float64) []float64 {
	out := make([]float64, len(parts))
	order := make([]int, len(parts))
	left := whole
	for i, p := range parts {
		out[i], order[i] = math.Floor(p), i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(parts[b]-out[b], parts[a]-out[a]) })
	for _, i := range order[:max(0, min(len(order), int(round(left))))] {
		out[i]++
	}
	return out
}

// insideOutside are the whole people inside and outside of all circles, as PeopleOf prints them.
func insideOutside(r *coverage.Result) (inside, outside float64) {
	p := r.Total().People
	return round(p.Covered), round(p.Total) - round(p.Covered)
}

// DepthPeople are the whole people in exactly k circles; they add up to those printed as inside and outside.
func DepthPeople(r *coverage.Result) []float64 {
	inside, outside := insideOutside(r)
	if len(r.Depths) == 0 {
		return nil
	}
	return append([]float64{outside}, apportion(r.Depths[1:], inside)...)
}

// ZonePeople are the whole people of all listed blind zones together, and of those too small to be listed; both add up to those printed
// as outside. A single zone is rounded by itself, so that it agrees with the people outside of its street.
func ZonePeople(r *coverage.Result) (listed, rest float64) {
	_, outside := insideOutside(r)
	if r.ZonesRest.Count == 0 {
		return outside, 0
	}
	exact := 0.0
	for i := range r.Zones {
		exact += r.Zones[i].People
	}
	return round(exact), max(0, outside-round(exact))
}

// sumOf adds up whole numbers.
func sumOf(whole []float64) float64 {
	sum := 0.0
	for _, n := range whole {
		sum += n
	}
	return sum
}
