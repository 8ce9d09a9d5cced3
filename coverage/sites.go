package coverage

import (
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
		best, ok := s.best()
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
	disks      *geo.Disks
	radius     geo.Length
	candidates []siteCandidate
	open       []openPlace // places with someone uncovered
	index      *geo.Index
	taken      []geo.Disk
	covered    float64
}

type siteCandidate struct {
	point           orb.Point
	grid, community int
	bound           float64 // gain is at most this
	gain, distance  float64 // exact, where measured
	measured        bool
}

type openPlace struct {
	*place
	share     float64 // covered so far
	uncovered float64 // people
	center    orb.Point
}

func newSiting(a *analysis) *siting {
	s := &siting{disks: a.disks.base, radius: a.Circle.Radius, covered: a.Total().People.Covered}
	var boxes []orb.Bound
	for i := range a.places {
		p := &a.places[i]
		o := openPlace{place: p, share: p.ground.share, uncovered: p.people * (1 - p.ground.share), center: p.ground.point}
		if o.uncovered <= 0 {
			continue
		}
		box := orb.Bound{Min: p.ground.point, Max: p.ground.point}
		if p.ground.shape != nil {
			box, o.center = p.ground.shape.Bound(), p.ground.shape.Centroid()
		}
		s.open, boxes = append(s.open, o), append(boxes, box)
	}
	s.index = geo.NewIndex(boxes)
	s.candidates = siteCandidates(a.City)
	return s
}

func siteCandidates(c *data.City) []siteCandidate {
	var out []siteCandidate
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

// bound gives every candidate its first bound: the uncovered people of all places that its circle's box meets.
func (s *siting) bound(a *analysis) error {
	return each(a.ctx, len(s.candidates), a.Options.Threads, func(i int) {
		c := &s.candidates[i]
		for _, o := range s.near(c.point) {
			c.bound += s.open[o].uncovered
		}
	})
}

// near lists the open places that may lie within the radius of p, in order.
func (s *siting) near(p orb.Point) []int {
	var out []int
	box := geo.Pad(orb.Bound{Min: p, Max: p}, s.radius)
	s.index.Search(box, func(i int) bool {
		if s.open[i].uncovered > 0 {
			out = append(out, i)
		}
		return true
	})
	slices.Sort(out)
	return out
}

// measure computes the exact gain of a candidate and the mean distance to the people it gains.
func (s *siting) measure(c *siteCandidate) {
	var gain, weighted sum
	for _, i := range s.near(c.point) {
		o := &s.open[i]
		if g := o.people * (s.shareWith(o, c.point) - o.share); g > 0 {
			gain.add(g)
			weighted.add(g * geo.Distance(c.point, o.center).Meters())
		}
	}
	c.gain, c.bound, c.measured = gain.value(), gain.value(), true
	c.distance = math.Inf(1)
	if c.gain > 0 {
		c.distance = weighted.value() / c.gain
	}
}

// shareWith returns the covered share of a place if a site stood at p beside those taken.
func (s *siting) shareWith(o *openPlace, p orb.Point) float64 {
	if o.reach == nil {
		return math.Max(o.share, indicator(geo.Distance(p, o.center) <= s.radius))
	}
	extra := append(slices.Clip(s.taken), geo.Disk{Center: p, Radius: s.radius})
	return s.disks.UnionArea(o.ground.shape, extra...) / o.reach.Area()
}

// best returns the candidate of the largest exact gain; ok is false when nobody is left to gain.
func (s *siting) best() (at int, ok bool) {
	order := make([]int, len(s.candidates))
	for i := range order {
		order[i] = i
		s.candidates[i].measured = false
	}
	slices.SortStableFunc(order, func(x, y int) int { return -compareFloat(s.candidates[x].bound, s.candidates[y].bound) })
	at = -1
	for _, i := range order {
		c := &s.candidates[i]
		if at >= 0 && !reached(c.bound, s.candidates[at].gain) || c.bound <= 0 {
			break
		}
		s.measure(c)
		if at < 0 || c.before(&s.candidates[at], i < at) {
			at = i
		}
	}
	return at, at >= 0 && s.candidates[at].gain >= leastGain
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

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// take puts a site at the candidate and updates what it covers.
func (s *siting) take(a *analysis, at int) Site {
	c := &s.candidates[at]
	for _, i := range s.near(c.point) {
		o := &s.open[i]
		o.share = math.Max(o.share, s.shareWith(o, c.point))
		o.uncovered = o.people * (1 - o.share)
	}
	s.taken = append(s.taken, geo.Disk{Center: c.point, Radius: s.radius})
	s.covered += c.gain
	return Site{
		Rank: len(s.taken), Grid: c.grid, Community: c.community, Point: c.point,
		NewPeople: c.gain, Covered: s.covered, Share: s.covered / a.Total().People.Total,
	}
}
