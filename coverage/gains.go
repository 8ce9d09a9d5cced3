package coverage

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// Gains measures whom further circles of one radius would newly cover: exactly, by shares of every ground. Safe for concurrent use.
type Gains struct {
	Spots  []Spot // in which someone is uncovered, in the order of the account
	disks  *geo.Disks
	radius geo.Length
	boxes  []orb.Bound
	index  *geo.Index
}

// NewGains takes spots, whose shares are those that the disks cover, and the radius of further circles.
func NewGains(spots []Spot, disks []geo.Disk, radius geo.Length) *Gains {
	g := &Gains{disks: geo.NewDisks(disks), radius: radius}
	for _, s := range spots {
		if s.Share >= 1 {
			continue
		}
		box := orb.Bound{Min: s.Point, Max: s.Point}
		if s.Shape != nil {
			box = s.Shape.Bound()
		}
		g.Spots, g.boxes = append(g.Spots, s), append(g.boxes, box)
	}
	g.index = geo.NewIndex(g.boxes)
	return g
}

// CountedDisks lists the service circles of the run.
func (r *Result) CountedDisks() []geo.Disk {
	var out []geo.Disk
	for i := range r.Centers {
		if r.Centers[i].Use.Counted() {
			out = append(out, geo.Disk{Center: r.City.Centers[i].Point, Radius: r.Circle.Radius})
		}
	}
	return out
}

// Disk is the circle of a further center.
func (g *Gains) Disk(p orb.Point) geo.Disk { return geo.Disk{Center: p, Radius: g.radius} }

// Around visits the spots that may lie within the radius of p. Those in the corners of the circle's box are left out: in units of the half
// sides of the box the circle is the unit circle, but for the bend of the globe, far below the 1 % that is added.
func (g *Gains) Around(p orb.Point, visit func(i int)) {
	box := geo.Pad(orb.Bound{Min: p, Max: p}, g.radius)
	half := orb.Point{box.Max[0] - p[0], box.Max[1] - p[1]}
	g.index.Search(box, func(i int) bool {
		b := &g.boxes[i]
		east, north := gapTo(p[0], b.Min[0], b.Max[0])/half[0], gapTo(p[1], b.Min[1], b.Max[1])/half[1]
		if east > 1 || !(east*east+north*north > 1.02) { // east > 1: across the antimeridian
			visit(i)
		}
		return true
	})
}

// gapTo is how far v lies from an interval.
func gapTo(v, lo, hi float64) float64 { return math.Max(0, math.Max(lo-v, v-hi)) }

// Share returns the covered share of spot i with further circles, 0 to 1.
func (g *Gains) Share(i int, further ...geo.Disk) float64 {
	s := &g.Spots[i]
	if s.Shape != nil {
		return g.disks.UnionArea(s.Shape, further...) / s.Shape.Area()
	}
	share := s.Share
	for _, d := range further {
		share = math.Max(share, indicator(geo.Distance(d.Center, s.Point) <= d.Radius))
	}
	return share
}
