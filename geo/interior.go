package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// InteriorPoint returns a point strictly inside the shape: the middle of the widest span of a parallel that runs far from
// all vertices, in the middle half of the shape if it can. Only a shape thinner than the spacing of float64 has none; then a vertex
// is returned.
func (s *Shape) InteriorPoint() orb.Point {
	var room [64]gap // most shapes need no more, and nothing off the stack
	gaps := s.gaps(room[:0])
	if len(gaps) == 0 {
		return s.world[0][0][0]
	}
	if p, ok := s.insideAt(slices.MinFunc(gaps, quieter).lat); ok { // nearly always
		return p
	}
	slices.SortFunc(gaps, quieter)
	for _, g := range gaps {
		if p, ok := s.insideAt(g.lat); ok {
			return p
		}
	}
	return s.world[0][0][0]
}

// insideAt returns a point on a parallel that is strictly inside.
func (s *Shape) insideAt(lat float64) (orb.Point, bool) {
	p, ok := s.widestSpan(lat)
	return p, ok && s.inside(p)
}

// inside reports whether p lies strictly inside. It looks at every edge: sorting them first pays for many points only.
func (s *Shape) inside(p orb.Point) bool {
	winding, touched := 0, false
	eachEdge(s.world, func(e segment) {
		turn, on := edgeVote(e.a, e.b, p)
		winding += turn
		touched = touched || on
	})
	return winding != 0 && !touched
}

// gap is a stretch between the latitudes of vertices; lat is its middle.
type gap struct {
	lat, width float64
	middle     bool // in the middle half of the shape
}

// quieter orders gaps: those in the middle half first, wide ones first.
func quieter(g, h gap) int {
	if g.middle != h.middle {
		if g.middle {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(h.width, g.width), cmp.Compare(g.lat, h.lat))
}

// gaps appends the gaps between the latitudes of vertices, from south to north.
func (s *Shape) gaps(to []gap) []gap {
	var room [64]float64
	lats := room[:0]
	eachEdge(s.world, func(e segment) { lats = append(lats, e.b[1]) })
	slices.Sort(lats)
	center, height := (s.bound.Min[1]+s.bound.Max[1])/2, s.bound.Max[1]-s.bound.Min[1]
	for i := 1; i < len(lats); i++ {
		if lats[i] > lats[i-1] {
			lat := lats[i-1] + (lats[i]-lats[i-1])/2
			to = append(to, gap{lat, lats[i] - lats[i-1], math.Abs(lat-center) <= height/4})
		}
	}
	return to
}

// widestSpan returns the middle of the longest stretch of a parallel inside the shape. No vertex may lie on the parallel.
func (s *Shape) widestSpan(lat float64) (p orb.Point, ok bool) {
	var room [32]float64
	lons := room[:0]
	eachEdge(s.world, func(e segment) {
		if (e.a[1] < lat) != (e.b[1] < lat) {
			lons = append(lons, onCut(e.a, e.b, 1, lat)[0])
		}
	})
	slices.Sort(lons)
	widest := 0.0
	for i := 1; i < len(lons); i += 2 { // in and out by turns
		if w := lons[i] - lons[i-1]; w > widest {
			widest, p, ok = w, orb.Point{lons[i-1] + w/2, lat}, true
		}
	}
	return p, ok
}
