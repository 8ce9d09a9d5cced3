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
	for _, lat := range s.quietLatitudes() {
		if p, ok := s.widestSpan(lat); ok && s.side(p) == inside {
			return p
		}
	}
	return s.world[0][0][0]
}

// quietLatitudes returns the middles of the gaps between the latitudes of vertices, wide gaps first, those in the middle half before
// the others.
func (s *Shape) quietLatitudes() []float64 {
	var lats []float64
	eachEdge(s.world, func(e segment) { lats = append(lats, e.b[1]) })
	slices.Sort(lats)
	lats = slices.Compact(lats)

	type gap struct {
		lat, width float64
		middle     bool
	}
	center, height := (s.bound.Min[1]+s.bound.Max[1])/2, s.bound.Max[1]-s.bound.Min[1]
	var gaps []gap
	for i := 1; i < len(lats); i++ {
		lat := lats[i-1] + (lats[i]-lats[i-1])/2
		gaps = append(gaps, gap{lat, lats[i] - lats[i-1], math.Abs(lat-center) <= height/4})
	}
	slices.SortFunc(gaps, func(g, h gap) int {
		if g.middle != h.middle {
			if g.middle {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(h.width, g.width), cmp.Compare(g.lat, h.lat))
	})
	out := make([]float64, len(gaps))
	for i, g := range gaps {
		out[i] = g.lat
	}
	return out
}

// widestSpan returns the middle of the longest stretch of a parallel inside the shape. No vertex may lie on the parallel.
func (s *Shape) widestSpan(lat float64) (p orb.Point, ok bool) {
	var lons []float64
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
