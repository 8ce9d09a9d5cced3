package siting

import (
	"math"
	"slices"
)

// centerSearch holds the demand that counts, the few rows that are looked at, and what is known of the least distance.
type centerSearch struct {
	ctx     Context
	x       *Instance
	choice  choice
	counted []bool
	base    []float64 // cost of each demand from the sites open in any case
	near    []float64 // and from the sites tried last
	row     []float64

	rows []int32     // demand looked at, in order of discovery
	cost [][]float64 // of each row from every site
	seen []bool      // demand that is a row

	value float64 // largest distance of the best sites
	best  []int   // picked free sites
	least float64 // no choice is better
	work  coverWork
}

func newCenterSearch(ctx Context, x *Instance, c choice, m Center) *centerSearch {
	n := len(x.Weights)
	s := &centerSearch{ctx: ctx, x: x, choice: c, counted: make([]bool, n), base: make([]float64, n), near: make([]float64, n),
		row: make([]float64, n), seen: make([]bool, n), value: math.Inf(1), work: newCoverWork(ctx, m.Search)}
	for j, w := range x.Weights {
		s.counted[j] = w > 0 || m.All
		s.base[j] = math.Inf(1)
	}
	for _, i := range c.open() {
		s.take(i, s.base)
	}
	return s
}

// take lowers near to the costs of a site.
func (s *centerSearch) take(site int, near []float64) {
	s.x.Costs.Row(site, s.row)
	for j, d := range s.row {
		near[j] = min(near[j], d)
	}
}

// reachable sets the first bound, the largest distance where all sites stand, and refuses demand that none can serve.
func (s *centerSearch) reachable() error {
	copy(s.near, s.base)
	for _, i := range s.choice.free {
		s.take(i, s.near)
	}
	missing := &InfeasibleError{Key: "unreachable", Group: -1}
	for j, d := range s.near {
		switch {
		case !s.counted[j]:
		case math.IsInf(d, 1):
			missing.Demand = append(missing.Demand, j)
			missing.Weight += s.x.Weights[j]
		default:
			s.least = max(s.least, d)
		}
	}
	if missing.Demand != nil {
		return missing
	}
	return nil
}

// start picks, again and again, the site nearest to the demand that is farthest from what is open (Gonzalez 1985); those demands are the
// first rows.
func (s *centerSearch) start() {
	picks := make([]int, 0, s.choice.picks)
	s.farthest(picks)
	for range s.choice.picks {
		j := s.worst()
		if j < 0 || s.seen[j] {
			break
		}
		s.look(j)
		costs := s.cost[len(s.cost)-1]
		nearest := -1
		for _, i := range s.choice.free {
			if !slices.Contains(picks, i) && (nearest < 0 || costs[i] < costs[nearest]) {
				nearest = i
			}
		}
		picks = append(picks, nearest)
		s.take(nearest, s.near)
	}
	s.offer(picks)
	if j := s.worst(); j >= 0 {
		s.look(j)
	}
}

// worst returns the demand that is farthest from what near describes, -1 where none counts.
func (s *centerSearch) worst() int {
	worst := -1
	for j, d := range s.near {
		if s.counted[j] && (worst < 0 || d > s.near[worst]) {
			worst = j
		}
	}
	return worst
}

// look makes rows of demands that are none yet.
func (s *centerSearch) look(demands ...int) {
	from := len(s.rows)
	for _, j := range demands {
		if !s.seen[j] {
			s.seen[j] = true
			s.rows = append(s.rows, int32(j))
			s.cost = append(s.cost, make([]float64, len(s.x.Sites)))
		}
	}
	if from == len(s.rows) {
		return
	}
	for _, i := range s.choice.usable() {
		s.x.Costs.Row(i, s.row)
		for k := from; k < len(s.rows); k++ {
			s.cost[k][i] = s.row[s.rows[k]]
		}
	}
}

// farthest returns the largest distance with the picked sites; near describes them afterwards.
func (s *centerSearch) farthest(picks []int) float64 {
	copy(s.near, s.base)
	for _, i := range picks {
		s.take(i, s.near)
	}
	if j := s.worst(); j >= 0 {
		return s.near[j]
	}
	return 0
}

// offer keeps the picks where they are the best so far.
func (s *centerSearch) offer(picks []int) {
	if v := s.farthest(picks); v < s.value || s.best == nil {
		s.value, s.best = v, slices.Clone(picks)
	}
}

// narrow closes in on the least distance: it halves the distances of the rows that are still open, and last asks whether anything is
// better than the best. Rows that come in bring new distances. Where a test runs out of work, larger distances are tried for a better
// value, then smaller ones for a better bound.
func (s *centerSearch) narrow() {
	unsettled := math.Inf(1)
	for from := s.least; from < s.value && s.ctx.Err() == nil; from = max(from, s.least) {
		if r := s.middle(from, s.value); s.try(r) == unknown {
			unsettled = min(unsettled, r)
			from = math.Nextafter(r, math.Inf(1))
		}
	}
	for s.least < min(unsettled, s.value) && s.ctx.Err() == nil {
		if r := s.middle(s.least, min(unsettled, s.value)); s.try(r) == unknown {
			unsettled = r
		}
	}
}

// try asks for a choice within r: it lowers the value, or raises the bound.
func (s *centerSearch) try(r float64) answer {
	s.work.begin()
	picks, answer := s.cover(r, s.choice.picks)
	switch answer {
	case yes:
		s.offer(picks)
	case no:
		s.least = math.Nextafter(r, math.Inf(1))
	}
	return answer
}

// middle returns the median of the rows' distances in [from, to), or, where there is none, the number just below to.
func (s *centerSearch) middle(from, to float64) float64 {
	var open []float64
	for _, costs := range s.cost {
		for _, i := range s.choice.usable() {
			if d := costs[i]; d >= from && d < to {
				open = append(open, d)
			}
		}
	}
	slices.Sort(open)
	if open = slices.Compact(open); len(open) > 0 {
		return open[(len(open)-1)/2]
	}
	return math.Nextafter(to, 0)
}

// cover looks for at most k free sites that, with the open ones, have all demand within r.
func (s *centerSearch) cover(r float64, k int) ([]int, answer) {
	for {
		picks, answer := s.work.cover(s.within(r), s.choice.free, k)
		if answer != yes {
			return nil, answer
		}
		if s.farthest(picks) <= r {
			return picks, yes
		}
		s.look(s.outliers(r, picks)...)
	}
}

// within lists for each row that no open site has within r the free sites that have, as places in choice.free.
func (s *centerSearch) within(r float64) [][]int32 {
	var rows [][]int32
	for k, j := range s.rows {
		if s.base[j] <= r {
			continue
		}
		row := []int32{}
		for place, i := range s.choice.free {
			if s.cost[k][i] <= r {
				row = append(row, int32(place))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// outliers returns, for each open site, the farthest of the demand beyond r that it is nearest to, as near describes it.
func (s *centerSearch) outliers(r float64, picks []int) []int {
	var far []int
	for _, i := range slices.Concat(s.choice.open(), picks) {
		s.x.Costs.Row(i, s.row)
		worst := -1
		for j, d := range s.near {
			if s.counted[j] && d > r && s.row[j] == d && (worst < 0 || d > s.near[worst]) {
				worst = j
			}
		}
		if worst >= 0 {
			far = append(far, worst)
		}
	}
	if far == nil {
		far = append(far, s.worst()) // nothing is open
	}
	return far
}

// fill adds the sites that the largest distance does not need, those that lower the weighted sum of distances most.
func (s *centerSearch) fill(picks []int) []int {
	for len(picks) < s.choice.picks {
		s.farthest(picks)
		gain, next := math.Inf(-1), -1
		for _, i := range s.choice.free {
			if slices.Contains(picks, i) {
				continue
			}
			if g := s.saved(i); g > gain {
				gain, next = g, i
			}
		}
		picks = append(picks, next)
	}
	return picks
}

// saved is the weighted distance that one more site saves.
func (s *centerSearch) saved(site int) float64 {
	s.x.Costs.Row(site, s.row)
	sum := 0.0
	for j, d := range s.row {
		if d < s.near[j] && !math.IsInf(s.near[j], 1) {
			sum += s.x.Weights[j] * (s.near[j] - d)
		}
	}
	return sum
}

// tooFew says that P sites cannot reach all demand, and how many can, where the search finds it.
func (s *centerSearch) tooFew() error {
	short := &InfeasibleError{Key: "too_few", Group: -1}
	for k := s.choice.picks + 1; k <= len(s.choice.free); k++ {
		s.work.begin()
		switch _, answer := s.cover(math.MaxFloat64, k); answer {
		case yes:
			short.Need = float64(len(s.choice.forced) + k)
			return short
		case unknown:
			return short
		}
	}
	return short
}
