package siting

import (
	"math"
	"slices"
)

// dispersionSearch holds the distances, and what is known of the largest.
type dispersionSearch struct {
	ctx     Context
	between *Matrix
	choice  choice
	own     []float64 // distance of each free site, as a place in choice.free, to the nearest open one
	value   float64   // least distance of the best sites
	best    []int
	bound   float64 // no choice is better

	limit        int // work of a test
	tests, nodes int
}

func newDispersionSearch(ctx Context, between *Matrix, c choice, search Search) *dispersionSearch {
	s := &dispersionSearch{ctx: ctx, between: between, choice: c, own: make([]float64, len(c.free)), bound: math.Inf(1),
		limit: int(3e8 * search.effort())}
	for a, i := range c.forced {
		for _, k := range slices.Concat(c.forced[:a], c.kept) {
			s.bound = min(s.bound, s.apart(i, k))
		}
	}
	for place, i := range c.free {
		s.own[place] = math.Inf(1)
		for _, k := range c.open() {
			s.own[place] = min(s.own[place], s.apart(i, k))
		}
	}
	return s
}

// apart is the distance between two sites, the smaller of both directions.
func (s *dispersionSearch) apart(i, k int) float64 {
	return min(s.between.At(i, k), s.between.At(k, i))
}

// start picks, from every first site, again and again the site farthest from those chosen (Ravi, Rosenkrantz and Tayi 1994).
func (s *dispersionSearch) start() {
	if s.choice.picks == 0 {
		s.value = s.bound
		return
	}
	for first := range s.choice.free {
		s.offer(s.spread(first))
	}
}

// spread grows a choice from a first free site, given as a place.
func (s *dispersionSearch) spread(first int) []int {
	near := slices.Clone(s.own)
	picks := make([]int, 0, s.choice.picks)
	for next := first; ; {
		picks = append(picks, s.choice.free[next])
		if len(picks) == s.choice.picks {
			return picks
		}
		near[next] = -1 // taken
		next = 0
		for place := range near {
			if near[place] >= 0 {
				near[place] = min(near[place], s.apart(s.choice.free[place], picks[len(picks)-1]))
			}
			if near[place] > near[next] {
				next = place
			}
		}
	}
}

// offer keeps the picks where they are the best so far.
func (s *dispersionSearch) offer(picks []int) {
	if d := s.least(picks); s.best == nil || d > s.value {
		s.value, s.best = d, picks
	}
}

// least is the least distance that counts with these picks.
func (s *dispersionSearch) least(picks []int) float64 {
	least := math.Inf(1)
	chosen := slices.Concat(s.choice.forced, picks)
	for a, i := range chosen {
		for _, k := range slices.Concat(chosen[:a], s.choice.kept) {
			least = min(least, s.apart(i, k))
		}
	}
	return least
}

// narrow halves the distances between the value and the bound until they meet. Where a test runs out of work, smaller distances are tried
// for a better value, then larger ones for a better bound.
func (s *dispersionSearch) narrow() {
	open := s.distances()
	out, unsettled := len(open), -1 // open[out:] are out of reach
	try := func(k int) {
		picks, answer := s.clique(open[k])
		switch answer {
		case yes:
			s.offer(picks)
		case no:
			out = k
		case unknown:
			unsettled = max(unsettled, k)
		}
	}
	for low, high := 0, out; low < high; {
		middle := (low + high) / 2
		if try(middle); open[middle] > s.value {
			high = middle
		}
		low, _ = slices.BinarySearch(open, math.Nextafter(s.value, math.Inf(1)))
	}
	for low := unsettled + 1; unsettled >= 0 && low < out; low = unsettled + 1 {
		middle := (low + out) / 2
		if try(middle); open[middle] <= s.value {
			break
		}
	}
	s.bound = s.value
	if out > 0 {
		s.bound = max(s.value, open[out-1])
	}
}

// distances lists the distinct distances above the value that a better choice may have, ascending; the bound is one of them where the
// open sites set it.
func (s *dispersionSearch) distances() []float64 {
	var all []float64
	for a, i := range s.choice.free {
		all = append(all, s.own[a])
		for _, k := range s.choice.free[:a] {
			all = append(all, s.apart(i, k))
		}
	}
	all = append(all, s.bound)
	slices.Sort(all)
	all = slices.Compact(all)
	from, _ := slices.BinarySearch(all, math.Nextafter(s.value, math.Inf(1)))
	to, _ := slices.BinarySearch(all, s.bound)
	return all[min(from, len(all)):max(min(from, len(all)), min(to+1, len(all)))]
}

// clique looks for picks that are all at least d apart, from each other and from what is open.
func (s *dispersionSearch) clique(d float64) ([]int, answer) {
	s.tests++
	var sites []int
	for place, i := range s.choice.free {
		if s.own[place] >= d {
			sites = append(sites, i)
		}
	}
	t := newCliqueTest(s.ctx, len(sites), s.choice.picks, s.limit)
	all := newBitset(len(sites))
	for a, i := range sites {
		all.add(a)
		for b, k := range sites {
			if a != b && s.apart(i, k) >= d {
				t.friends[a].add(b)
			}
		}
	}
	found := t.grow(all)
	s.nodes += t.nodes
	picks := make([]int, len(t.taken))
	for k, v := range t.taken {
		picks[k] = sites[v]
	}
	return picks, found
}
