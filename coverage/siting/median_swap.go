package siting

// medianPlan is a choice of free sites with what the swap search needs to know of it: for each demand the cheapest and the second
// cheapest cost. A place is a position among the open sites, 0 to p-1.
type medianPlan struct {
	*medianLists
	open   []int32   // site at each place
	place  []int32   // of each site, -1 where it is not open
	first  []int32   // place that serves each demand, -1: the base
	c1, c2 []float64 // cheapest and second cheapest cost of each demand, the base included
	value  float64

	loss, gain, extra []float64 // of each place; of each site; of each site and place: see exchange
	pairs             int       // looked at
}

// newMedianPlan returns a plan without open sites.
func newMedianPlan(l *medianLists) *medianPlan {
	m, n := len(l.sites), len(l.demand)
	s := &medianPlan{medianLists: l, open: make([]int32, 0, l.p), place: make([]int32, m), first: make([]int32, n),
		c1: make([]float64, n), c2: make([]float64, n), loss: make([]float64, l.p), gain: make([]float64, m), extra: make([]float64, m*l.p)}
	s.set(nil)
	return s
}

// set opens exactly these sites.
func (s *medianPlan) set(open []int32) {
	s.open = append(s.open[:0], open...)
	for i := range s.place {
		s.place[i] = -1
	}
	for t, i := range s.open {
		s.place[i] = int32(t)
	}
	for j := range s.demand {
		s.serve(j)
	}
	s.sum()
}

// serve finds who serves a demand.
func (s *medianPlan) serve(j int) {
	s.first[j], s.c1[j], s.c2[j] = -1, s.base[j], s.base[j]
	sites, costs := s.list(j)
	for k, i := range sites {
		t := s.place[i]
		if t < 0 {
			continue
		}
		if s.first[j] >= 0 {
			s.c2[j] = costs[k]
			s.pairs += k
			return
		}
		s.first[j], s.c1[j] = t, costs[k]
	}
	s.pairs += len(sites)
}

// sum adds the value up anew.
func (s *medianPlan) sum() {
	s.value = 0
	for _, c := range s.c1 {
		s.value += c
	}
}

// greedy opens sites until there are p, each time the one that saves most.
func (s *medianPlan) greedy() {
	for len(s.open) < s.p {
		clear(s.gain)
		for j, c1 := range s.c1 {
			for k := s.start[j]; k < s.start[j+1] && s.cost[k] < c1; k++ {
				s.gain[s.site[k]] += c1 - s.cost[k]
			}
		}
		best := -1
		for i, g := range s.gain {
			if s.place[i] < 0 && (best < 0 || g > s.gain[best]) {
				best = i
			}
		}
		s.place[best] = int32(len(s.open))
		s.open = append(s.open, int32(best))
		for j := range s.demand {
			s.serve(j)
		}
	}
	s.sum()
}

// exchange is the best swap of one open site for a closed one that is allowed (nil: any), by what all of them would save.
//
// One pass over the lists, each only as far as the second cheapest cost, prices all p removals for all candidates (Whitaker 1983, in the
// form of Resende, Werneck 2007):
//
//	saved(i, t) = gain(i) - loss(t) + extra(i, t)
//	gain(i)     what candidate i saves, nobody leaving:         sum of c1 - c over demand with c < c1
//	loss(t)     what leaving costs without a newcomer:          sum of c2 - c1 over the demand that t serves
//	extra(i, t) where both meet, i stands in for t:             sum of c2 - max(c, c1) over demand that t serves with c < c2
func (s *medianPlan) exchange(allowed []bool) (in, out int32, saved float64) {
	s.price()
	in, p := int32(-1), len(s.open)
	for i, g := range s.gain {
		if s.place[i] >= 0 || allowed != nil && !allowed[i] {
			continue
		}
		for t, e := range s.extra[i*s.p : i*s.p+p] {
			if v := g - s.loss[t] + e; in < 0 || v > saved {
				in, out, saved = int32(i), int32(t), v
			}
		}
	}
	return in, out, saved
}

// price fills gain, loss and extra.
func (s *medianPlan) price() {
	clear(s.loss)
	clear(s.gain)
	clear(s.extra)
	for j, t := range s.first {
		c1, c2 := s.c1[j], s.c2[j]
		if t >= 0 {
			s.loss[t] += c2 - c1
		}
		sites, costs := s.list(j)
		for k, c := range costs {
			if c >= c2 {
				s.pairs += k
				break
			}
			i := int(sites[k])
			if c < c1 {
				s.gain[i] += c1 - c
			}
			if t >= 0 {
				s.extra[i*s.p+int(t)] += c2 - max(c, c1)
			}
		}
	}
}

// swap exchanges sites until no exchange saves anything beyond rounding, or the context ends.
func (s *medianPlan) swap(ctx Context, allowed []bool) {
	for ctx.Err() == nil {
		in, out, saved := s.exchange(allowed)
		if in < 0 || saved <= 1e-12*s.value {
			return
		}
		before, old := s.value, s.open[out]
		if s.replace(out, in); s.value >= before {
			s.replace(out, old)
			return
		}
	}
}

// replace puts another site at a place.
func (s *medianPlan) replace(t, in int32) {
	s.place[s.open[t]] = -1
	s.open[t], s.place[in] = in, t
	for j := range s.demand {
		s.serve(j)
	}
	s.sum()
}
