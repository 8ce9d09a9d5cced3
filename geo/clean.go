package geo

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Clean makes a polygonal geometry valid where that changes nothing: rings closed and oriented (shells counter-clockwise, holes
// clockwise), repeated points dropped, empty parts dropped. It returns what was done. A geometry that cannot be used gives a *Defect
// with the place. Rings that touch themselves or each other without crossing are accepted: their signed area is right.
//
// It takes orb.Ring, orb.Polygon and orb.MultiPolygon. Where nothing had to change the result shares memory with g.
//
// Laws: Clean of a result returns it unchanged, with no repairs; the points of the result are points of g.
func Clean(g orb.Geometry) (orb.MultiPolygon, Repairs, error) {
	var c cleaner
	var out orb.MultiPolygon
	for _, polygon := range polygons(g) {
		cleaned, err := c.polygon(polygon)
		if err != nil {
			return nil, c.done, err
		}
		if cleaned != nil {
			out = append(out, cleaned)
		}
	}
	if len(out) == 0 {
		return nil, c.done, &Defect{Kind: DefectEmpty}
	}
	if err := validate(out); err != nil {
		return nil, c.done, err
	}
	return out, c.done, nil
}

func polygons(g orb.Geometry) []orb.Polygon {
	switch g := g.(type) {
	case orb.MultiPolygon:
		return g
	case orb.Polygon:
		return []orb.Polygon{g}
	case orb.Ring:
		return []orb.Polygon{{g}}
	}
	return nil
}

type cleaner struct{ done Repairs }

// polygon returns nil for a polygon without a shell.
func (c *cleaner) polygon(p orb.Polygon) (orb.Polygon, error) {
	if len(p) == 0 || len(p[0]) == 0 {
		c.done.EmptyParts++
		return nil, nil
	}
	out := p
	for i, ring := range p {
		cleaned, err := c.ring(ring, i == 0)
		if err != nil {
			return nil, err
		}
		same := len(cleaned) == len(ring) && len(ring) > 0 && &cleaned[0] == &ring[0]
		if !same && &out[0] == &p[0] {
			out = slices.Clone(p)
		}
		out[i] = cleaned
	}
	kept := len(out)
	for _, ring := range out {
		if len(ring) == 0 {
			kept--
		}
	}
	if kept == len(out) {
		return out, nil
	}
	c.done.EmptyParts += len(out) - kept
	return slices.DeleteFunc(slices.Clone(out), func(r orb.Ring) bool { return len(r) == 0 }), nil
}

// ring returns the ring itself where nothing has to change.
func (c *cleaner) ring(ring orb.Ring, shell bool) (orb.Ring, error) {
	if len(ring) == 0 {
		return nil, nil
	}
	if err := checkPoints(ring); err != nil {
		return nil, err
	}
	if n := c.repeats(ring); n > 0 {
		c.done.Repeated += n
		ring = slices.CompactFunc(slices.Clone(ring), samePlace)
	}
	if ring[0] != ring[len(ring)-1] {
		c.done.Closed++
		if samePlace(ring[0], ring[len(ring)-1]) {
			ring = ring[:len(ring)-1] // closed, but a turn further
		}
		ring = append(slices.Clip(ring), ring[0])
	}
	points := open(ring)
	if len(points) < 3 || !threeDifferent(points) {
		return nil, &Defect{DefectTooFewPoints, ring[0]}
	}
	return c.orient(ring, shell)
}

func (c *cleaner) orient(ring orb.Ring, shell bool) (orb.Ring, error) {
	flat, turn := unwrap(open(ring), ring[0][0])
	if turn != 0 {
		return nil, &Defect{DefectPole, northmost(ring)}
	}
	way := windingSign(flat)
	if way == 0 && collinear(flat) {
		return nil, &Defect{DefectZeroArea, ring[0]}
	}
	// A figure of eight with equal lobes has way 0; validate names its crossing.
	if (way < 0 && shell) || (way > 0 && !shell) {
		c.done.Oriented++
		ring = slices.Clone(ring)
		slices.Reverse(ring)
	}
	return ring, nil
}

func (c *cleaner) repeats(ring orb.Ring) int {
	n := 0
	for i := 1; i < len(ring); i++ {
		if samePlace(ring[i-1], ring[i]) {
			n++
		}
	}
	return n
}

// checkPoints refuses coordinates that are not numbers or no place on Earth.
func checkPoints(ring orb.Ring) error {
	for _, p := range ring {
		if math.IsNaN(p[0]-p[0]) || math.IsNaN(p[1]-p[1]) {
			return &Defect{DefectNotFinite, p}
		}
		if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
			return &Defect{DefectOutOfRange, p}
		}
		if math.Abs(p[1]) == 90 {
			return &Defect{DefectPole, p}
		}
	}
	return nil
}

// threeDifferent reports whether an open ring has three different points.
func threeDifferent(points []orb.Point) bool {
	a := points[0]
	b := a
	for _, p := range points {
		switch {
		case p == a || p == b:
		case b == a:
			b = p
		default:
			return true
		}
	}
	return false
}

// northmost returns the point of the ring nearest to a pole, to show where it runs around one.
func northmost(ring orb.Ring) orb.Point {
	best := ring[0]
	for _, p := range ring {
		if math.Abs(p[1]) > math.Abs(best[1]) {
			best = p
		}
	}
	return best
}
