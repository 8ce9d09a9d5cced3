package geo

import "github.com/paulmach/orb"

// region is a polygonal area in a plane: rings one after the other, outer ones counter-clockwise and holes clockwise, so that the
// signed areas add up to the area. Rings may run back and forth along a line; such stretches cancel.
type region struct {
	points []XY
	ends   []int32 // ends[k] is the end of ring k in points
	box    planeBox
	area   float64 // m², >= 0
}

// newRegion copies rings, closed or not, into a region.
func newRegion(rings ...[]XY) region {
	var r region
	for _, ring := range rings {
		if n := len(ring); n > 1 && ring[0] == ring[n-1] {
			ring = ring[:n-1]
		}
		r.points = append(r.points, ring...)
		r.ends = append(r.ends, int32(len(r.points)))
	}
	r.finish()
	return r
}

// reserve makes room for rings that are projected vertex by vertex, and for some edges that are split.
func (r *region) reserve(rings [][]orb.Point) {
	n := 0
	for _, ring := range rings {
		n += len(ring)
	}
	r.points, r.ends = make([]XY, 0, n+n/4), make([]int32, 0, len(rings))
}

// finish computes box and area.
func (r *region) finish() {
	r.box = emptyPlaneBox()
	for _, p := range r.points {
		r.box.add(p)
	}
	r.area = 0
	for k := range r.ends {
		r.area += ringArea(r.ring(k))
	}
}

func (r *region) ring(k int) []XY {
	start := int32(0)
	if k > 0 {
		start = r.ends[k-1]
	}
	return r.points[start:r.ends[k]]
}

// ringArea returns the signed area of an open ring, m², positive counter-clockwise. Differences from the first vertex keep
// the digits of small rings far from the origin.
func ringArea(ring []XY) float64 {
	if len(ring) < 3 {
		return 0
	}
	o, sum := ring[0], 0.0
	a := ring[1].minus(o)
	for _, p := range ring[2:] {
		b := p.minus(o)
		sum += a.cross(b)
		a = b
	}
	return sum / 2
}

// moments returns area times the centroid, m³.
func (r *region) moments() XY {
	var m XY
	o := r.box.center()
	for k := range r.ends {
		ring := r.ring(k)
		a := ring[len(ring)-1].minus(o)
		for _, p := range ring {
			b := p.minus(o)
			m = m.plus(a.plus(b).times(a.cross(b) / 6))
			a = b
		}
	}
	return m.plus(o.times(r.area))
}

// vertices reports whether some and whether all vertices lie within a circle.
func (r *region) vertices(c XY, r2 float64) (some, all bool) {
	all = true
	for _, p := range r.points {
		if d := p.minus(c); d.dot(d) <= r2 {
			some = true
		} else {
			all = false
		}
		if some && !all {
			break
		}
	}
	return some, all
}

// reached reports whether a circle that holds no vertex crosses an edge or lies inside the region.
func (r *region) reached(c XY, r2 float64) bool {
	start := int32(0)
	for _, end := range r.ends {
		a := r.points[end-1].minus(c)
		for _, p := range r.points[start:end] {
			b := p.minus(c)
			e := b.minus(a)
			if ae, l2 := a.dot(e), e.dot(e); ae < 0 && -ae < l2 {
				if cross := a.cross(e); cross*cross < r2*l2 {
					return true
				}
			}
			a = b
		}
		start = end
	}
	return r.box.near2(c) == 0 && r.winding(c) != 0
}
