package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Contains reports whether the shape holds p (lon, lat), exactly, with edges straight in lon/lat. The boundary counts as inside, the
// edge of a hole included.
func (s *Shape) Contains(p orb.Point) bool { return s.side(p) != outside }

// side places p; longitudes a turn apart are the same.
func (s *Shape) side(p orb.Point) side {
	for p[0] < s.bound.Min[0] && p[0]+360 <= s.bound.Max[0] {
		p[0] += 360
	}
	for p[0] > s.bound.Max[0] && p[0]-360 >= s.bound.Min[0] {
		p[0] -= 360
	}
	if !s.bound.Contains(p) {
		return outside
	}
	return s.edgesByLatitude().side(p)
}

// stripes sorts the edges of a shape into stripes of equal height, so that a point looks at a few edges only.
type stripes struct {
	south, perDegree float64
	first            []int32 // edges[first[k]:first[k+1]] reach into stripe k
	edges            []segment
}

func (s *Shape) edgesByLatitude() *stripes {
	if made := s.stripes.Load(); made != nil {
		return made
	}
	s.stripes.CompareAndSwap(nil, newStripes(s.world, s.bound)) // two makers make the same
	return s.stripes.Load()
}

func newStripes(mp orb.MultiPolygon, bound orb.Bound) *stripes {
	n := 0
	for _, polygon := range mp {
		for _, ring := range polygon {
			n += len(ring)
		}
	}
	count := n/8 + 1
	t := &stripes{south: bound.Min[1], first: make([]int32, count+1)}
	t.perDegree = float64(count) / (bound.Max[1] - bound.Min[1])
	if math.IsInf(t.perDegree, 0) || math.IsNaN(t.perDegree) {
		t.perDegree = 0
	}
	eachEdge(mp, func(e segment) {
		for k := t.stripe(min(e.a[1], e.b[1])); k <= t.stripe(max(e.a[1], e.b[1])); k++ {
			t.first[k+1]++
		}
	})
	for k := range count {
		t.first[k+1] += t.first[k]
	}
	t.edges = make([]segment, t.first[count])
	next := append([]int32(nil), t.first...)
	eachEdge(mp, func(e segment) {
		for k := t.stripe(min(e.a[1], e.b[1])); k <= t.stripe(max(e.a[1], e.b[1])); k++ {
			t.edges[next[k]] = e
			next[k]++
		}
	})
	return t
}

func eachEdge(mp orb.MultiPolygon, visit func(segment)) {
	for _, polygon := range mp {
		for _, ring := range polygon {
			points := open(ring)
			a := points[len(points)-1]
			for _, b := range points {
				visit(segment{a, b})
				a = b
			}
		}
	}
}

// stripe is monotone in the latitude, so an edge is listed in every stripe that a latitude of its falls into.
func (t *stripes) stripe(lat float64) int {
	return max(0, min(int((lat-t.south)*t.perDegree), len(t.first)-2))
}

func (t *stripes) side(p orb.Point) side {
	k := t.stripe(p[1])
	winding := 0
	for _, e := range t.edges[t.first[k]:t.first[k+1]] {
		turn, on := edgeVote(e.a, e.b, p)
		if on {
			return boundary
		}
		winding += turn
	}
	if winding != 0 {
		return inside
	}
	return outside
}
