package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// heartParallels is how many parallels Heart tries.
const heartParallels = 15

// Heart returns a point well inside the shape, where its number is drawn: on each of some parallels the middle of the widest span, and of
// these, and InteriorPoint, the one farthest from all edges.
func (s *Shape) Heart() orb.Point {
	best := s.InteriorPoint()
	most := s.room2(best, 0)
	for k := 1; k <= heartParallels; k++ {
		lat := s.bound.Min[1] + (s.bound.Max[1]-s.bound.Min[1])*float64(k)/(heartParallels+1)
		if p, ok := s.widestSpan(lat); ok {
			if room := s.room2(p, most); room > most && s.inside(p) {
				best, most = p, room
			}
		}
	}
	return best
}

// room2 is the squared distance of p to the nearest edge, in degrees of latitude; of any edge no farther than enough if there is one.
func (s *Shape) room2(p orb.Point, enough float64) float64 {
	least, narrow := math.Inf(1), math.Cos(p[1]*radians)
	seen := func(q orb.Point) XY { return XY{(q[0] - p[0]) * narrow, q[1] - p[1]} }
	for _, polygon := range s.world {
		for _, ring := range polygon {
			points := open(ring)
			a := seen(points[len(points)-1])
			for _, q := range points {
				b := seen(q)
				if least = min(least, originToEdge2(a, b)); least <= enough {
					return least
				}
				a = b
			}
		}
	}
	return least
}
