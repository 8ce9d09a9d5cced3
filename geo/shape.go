package geo

import (
	"sync/atomic"

	"github.com/paulmach/orb"
)

// Shape is a polygon or multipolygon prepared for measuring: projected once, cut into tiles where it is large. It never changes and
// is safe for concurrent use.
type Shape struct {
	given   orb.MultiPolygon
	world   orb.MultiPolygon // longitudes continuous across the antimeridian; given itself nearly always
	bound   orb.Bound
	area    float64
	tiles   []tile
	stripes atomic.Pointer[stripes] // made at the first Contains
}

// NewShape prepares a clean geometry (see Clean). The geometry is kept, not copied.
func NewShape(mp orb.MultiPolygon) *Shape {
	s := &Shape{given: mp, world: continuous(mp), bound: emptyBound()}
	for _, polygon := range s.world {
		for _, ring := range polygon {
			for _, p := range ring {
				grow(&s.bound, p)
			}
		}
	}
	s.tiles = makeTiles(s.world, s.bound)
	for i := range s.tiles {
		s.area += s.tiles[i].area
	}
	return s
}

// continuous returns mp with longitudes unwrapped, mp itself if there is nothing to do.
func continuous(mp orb.MultiPolygon) orb.MultiPolygon {
	out := mp
	for i, polygon := range mp {
		for k, ring := range polygon {
			points, _ := unwrap(open(ring), mp[0][0][0][0])
			if len(points) == 0 || &points[0] == &ring[0] {
				continue
			}
			if &out[0] == &mp[0] {
				out = mp.Clone()
			}
			out[i][k] = append(orb.Ring(points), points[0])
		}
	}
	return out
}

// Geometry returns the geometry as given to NewShape. Do not change it.
func (s *Shape) Geometry() orb.MultiPolygon { return s.given }

// Bound returns the box in degrees. A shape that crosses the antimeridian has an eastern side beyond 180 (or a western beyond -180).
func (s *Shape) Bound() orb.Bound { return s.bound }

// Area returns the area in square metres, > 0. Against the ellipsoid it errs by less than 2e-7 of itself.
func (s *Shape) Area() float64 { return s.area }

// Centroid returns lon, lat of the center of gravity. It may lie outside a non-convex shape.
func (s *Shape) Centroid() orb.Point {
	var sum vec3
	for i := range s.tiles {
		t := &s.tiles[i]
		if t.area > 0 {
			sum = sum.plus(t.frame.lift(t.moments().times(1 / t.area)).times(t.area))
		}
	}
	return geodetic(sum.times(1 / s.area))
}
