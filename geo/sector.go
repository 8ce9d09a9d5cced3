package geo

import "math"

// within returns the area of the cell inside the circle of radius r around its center, and whether that is all of the cell.
func (c *cell) within(r float64) (area float64, held bool) {
	c.copy()
	start, held := int32(0), true
	for _, end := range c.ends {
		a, _, h := diskArea(c.points[start:end], r*r)
		area += a
		held = held && h
		start = end
	}
	return area, held
}

// diskArea returns the signed area of a ring within the circle around the origin with squared radius r2, the angle of the arcs of that
// circle inside the ring (so that the area grows by r · angle with r), and whether no vertex lies outside the circle. The sum runs over the triangles (0, a, b) of the edges:
//
//	inside the circle   cross(a, b)/2
//	outside             the sector r²/2 · angle(a, b)
//	an edge that crosses the circle is cut where it does (chord)
func diskArea(ring []XY, r2 float64) (area, angles float64, held bool) {
	held = true
	triangles := 0.0
	a := ring[len(ring)-1]
	aIn := a.dot(a) <= r2
	for _, b := range ring {
		bIn := b.dot(b) <= r2
		e := XY{b.X - a.X, b.Y - a.Y}
		cross := a.X*e.Y - a.Y*e.X
		if aIn && bIn {
			triangles += cross
		} else {
			held = false
			t, s := crossingEdge(a, b, e, cross, r2, aIn, bIn)
			triangles += t
			angles += s
		}
		a, aIn = b, bIn
	}
	return (triangles + r2*angles) / 2, angles, held
}

// crossingEdge returns twice the triangle area and the angle of the sectors of an edge that is not wholly inside.
func crossingEdge(a, b, e XY, cross, r2 float64, aIn, bIn bool) (triangle, sector float64) {
	enter, leave, ok := chord(a, e, cross, r2, aIn, bIn)
	if !ok {
		return 0, angle(cross, a.dot(b))
	}
	if !aIn {
		p := XY{a.X + enter*e.X, a.Y + enter*e.Y}
		sector += angle(enter*cross, a.dot(p))
	}
	if !bIn {
		p := XY{a.X + leave*e.X, a.Y + leave*e.Y}
		sector += angle((1-leave)*cross, p.dot(b))
	}
	return (leave - enter) * cross, sector
}

// angle is atan2(cross, dot), by its series for the small angles that are the rule; both agree to the last digit.
func angle(cross, dot float64) float64 {
	if math.Abs(cross) > dot/8 {
		return math.Atan2(cross, dot)
	}
	if cross == 0 {
		return 0 // dot may be 0
	}
	t := cross / dot
	x := t * t
	// Terms to x^8: the next, x^8/17 at x = 1/64, is below 1e-15 of the first.
	return t * (1 - x*(1./3-x*(1./5-x*(1./7-x*(1./9-x*(1./11-x*(1./13-x*(1./15-x/17))))))))
}
