package siting

import (
	"cmp"
	"slices"
)

// Candidates are measured exactly in the order of what they gain on points, until the points leave no hope: those gains differ from exact
// ones by far less than the margin. What is measured must not depend on the threads.
const (
	bestMargin = 0.05
	bestBatch  = 8
	bestMost   = 48
)

// best is the candidate that covers most people in addition to c among those that may be taken, and how many; -1 where none covers anybody.
func (t *study) best(c *covering, allowed func(site int) bool) (site int, gain float64) {
	estimate := t.estimates(c.sites)
	order := make([]int, 0, len(estimate))
	for i, e := range estimate {
		if e > 0 && allowed(i) && !slices.Contains(c.sites, i) {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(estimate[b], estimate[a]), cmp.Compare(a, b)) })
	site = -1
	for from := 0; from < min(len(order), bestMost) && estimate[order[from]] > gain*(1-bestMargin); from += bestBatch {
		batch := order[from:min(from+bestBatch, len(order))]
		measured := make([]float64, len(batch))
		eachChunk(len(batch), t.Search.Threads, 1, func(k int) { measured[k] = t.exact.gain(c, batch[k]) })
		for k, g := range measured {
			if g > gain*(1+1e-9) {
				site, gain = batch[k], g
			}
		}
	}
	return site, gain
}

// estimates are the people on points that each candidate newly covers beside some sites.
func (t *study) estimates(sites []int) []float64 {
	left := slices.Clone(t.open.weights)
	for _, s := range sites {
		for _, j := range t.lists.Of(s) {
			left[j] = 0
		}
	}
	out := make([]float64, len(t.Candidates))
	eachIndex(len(out), t.Search.Threads, func(i int) {
		for _, j := range t.lists.Of(i) {
			out[i] += left[j]
		}
	})
	return out
}
