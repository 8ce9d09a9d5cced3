package coverage

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// rankSites is COV-11: one after another, the candidate that newly covers the most residents, with exact shares of every ground;
// ties by shorter mean distance to them, then by code order. Candidates are the centroids of grids, and of the
// communities that have none.
//
// The gain of a candidate never grows while sites are added, so an old gain is an upper bound and only the candidates whose bound
// still tops the best exact gain are measured again.
func (a *analysis) rankSites() error {
	if !a.City.HasCenters() {
		return nil // whom the circles already cover is not known
	}
	s := newSiting(a)
	if err := s.bound(a); err != nil {
		return err
	}
	for len(a.Sites) < a.Options.Sites && a.ctx.Err() == nil {
		best, ok := s.best(a)
		if !ok {
			break
		}
		a.Sites = append(a.Sites, s.take(a, best))
	}
	return a.ctx.Err()
}

// leastGain is the least number of residents for whom a site is worth naming.
const leastGain = 0.5

type siting struct {
	*Gains
	candidates []siteCandidate
	order      []int      // of the candidates, by bound
	open       []openSpot // of Gains.Spots
	taken      []geo.Disk
	covered    float64
}

type siteCandidate struct {
	point           orb.Point
	grid, community int
	bound           float64 // gain is at most this
	gain, distance  float64 // exact when last measured
}

// openSpot is what the sites so far leave of a spot.
type openSpot struct {
	share     float64 // covered so far
	uncovered float64 // people
}

func newSiting(a *analysis) *siting {
	s := &siting{Gains: NewGains(a.Spots(), a.CountedDisks(), a.Circle.Radius), candidates: siteCandidates(a.City), covered: a.Total().People.Covered}
	s.open = make([]openSpot, len(s.Spots))
	for i, spot := range s.Spots {
		s.open[i] = openSpot{spot.Share, spot.People * (1 - spot.Share)}
	}
	return s
}

func siteCandidates(c *data.City) []siteCandidate {
	out := make([]siteCandidate, 0, len(c.Grids))
	hasGrids := make([]bool, len(c.Communities))
	for i := range c.Grids {
		hasGrids[c.Grids[i].Community] = true
		out = append(out, siteCandidate{point: c.Grids[i].Point, grid: i, community: c.Grids[i].Community})
	}
	for i := range c.Communities {
		if s := c.Communities[i].Shape; s != nil && !hasGrids[i] {
			out = append(out, siteCandidate{point: s.Centroid(), grid: data.None, community: i})
		}
	}
	return out
}

// bound gives every candidate its first bound: the uncovered people of all places that its circle may reach.
func (s *siting) bound(a *analysis) error {
	err := each(a.ctx, len(s.candidates), a.Options.Threads, func(i int) {
		c := &s.candidates[i]
		s.Around(c.point, func(o int) { c.bound += s.open[o].uncovered })
	})
	s.order = make([]int, len(s.candidates))
	for i := range s.order {
		s.order[i] = i
	}
	slices.SortFunc(s.order, s.byBound)
	return err
}

// byBound orders candidates: large bounds first, then code order.
func (s *siting) byBound(x, y int) int {
	return cmp.Or(cmp.Compare(s.candidates[y].bound, s.candidates[x].bound), cmp.Compare(x, y))
}

// near lists the open spots that may lie within the radius of p, in order.
func (s *siting) near(p orb.Point) []int {
	var out []int
	s.Around(p, func(i int) {
		if s.open[i].uncovered > 0 {
			out = append(out, i)
		}
	})
	slices.Sort(out)
	return out
}

// measure computes the exact gain of a candidate and the mean distance to the people it gains.
func (s *siting) measure(c *siteCandidate) {
	var gain, weighted sum
	with := s.with(c.point)
	for _, i := range s.near(c.point) {
		spot := &s.Spots[i]
		if g := spot.People * (s.Share(i, with...) - s.open[i].share); g > 0 {
			gain.add(g)
			weighted.add(g * geo.Distance(c.point, spot.Point).Meters())
		}
	}
	c.gain, c.bound = gain.value(), gain.value()
	c.distance = math.Inf(1)
	if c.gain > 0 {
		c.distance = weighted.value() / c.gain
	}
}

// with returns the sites taken, and one more at p.
func (s *siting) with(p orb.Point) []geo.Disk {
	return append(slices.Clip(s.taken), s.Disk(p))
}

// siteBatch is how many candidates are measured at a time. It must not depend on the threads: what is measured becomes a bound.
const siteBatch = 8

// best returns the candidate of the largest exact gain; ok is false when nobody is left to gain.
func (s *siting) best(a *analysis) (at int, ok bool) {
	at = -1
	measured := 0
	for measured < len(s.order) {
		batch := s.order[measured:min(measured+siteBatch, len(s.order))]
		first := s.candidates[batch[0]].bound
		if at >= 0 && !reached(first, s.candidates[at].gain) || first <= 0 {
			break
		}
		if eachChunk(a.ctx, len(batch), a.Options.Threads, 1, func(i int) { s.measure(&s.candidates[batch[i]]) }) != nil {
			break
		}
		for _, i := range batch {
			if at < 0 || s.candidates[i].before(&s.candidates[at], i < at) {
				at = i
			}
		}
		measured += len(batch)
	}
	s.reorder(measured)
	return at, at >= 0 && s.candidates[at].gain >= leastGain
}

// reorder brings the first candidates, whose bounds have changed, to where they belong among the others.
func (s *siting) reorder(changed int) {
	moved, rest := slices.Clone(s.order[:changed]), s.order[changed:]
	slices.SortFunc(moved, s.byBound)
	order := s.order[:0]
	for _, i := range moved {
		for len(rest) > 0 && s.byBound(rest[0], i) < 0 {
			order, rest = append(order, rest[0]), rest[1:]
		}
		order = append(order, i)
	}
	s.order = append(order, rest...)
}

// before reports whether c ranks before d: larger gain, then shorter mean distance, then code order.
func (c *siteCandidate) before(d *siteCandidate, earlier bool) bool {
	if !(reached(c.gain, d.gain) && reached(d.gain, c.gain)) {
		return c.gain > d.gain
	}
	if !(reached(c.distance, d.distance) && reached(d.distance, c.distance)) {
		return c.distance < d.distance
	}
	return earlier
}

// take puts a site at the candidate and updates what it covers.
func (s *siting) take(a *analysis, at int) Site {
	c := &s.candidates[at]
	s.taken = s.with(c.point)
	for _, i := range s.near(c.point) {
		o := &s.open[i]
		o.share = math.Max(o.share, s.Share(i, s.taken...))
		o.uncovered = s.Spots[i].People * (1 - o.share)
	}
	s.covered += c.gain
	return Site{
		Rank: len(s.taken), Grid: c.grid, Community: c.community, Point: c.point,
		NewPeople: c.gain, Covered: s.covered, Share: s.covered / a.Total().People.Total,
	}
}
