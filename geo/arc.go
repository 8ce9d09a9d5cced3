package geo

import "math"

// Circles in a plane: where they meet each other and an edge, how directions are ordered around them, what area an arc cuts off.

// relation tells how two disks lie.
type relation uint8

const (
	apart        relation = iota // or touching from outside
	meeting                      // their circles meet in two points
	secondInside                 // the second lies in the first
	firstInside                  // the first lies in the second
)

// touching is the squared half chord, as a share of the product of both radii, up to which two circles (or a circle and an edge) are
// taken to touch: rounding makes about 5e-16 of it. The lens left out has an area of 1e-22 of that product.
const touching = 4e-15

// meet tells how disks a and b lie, and where their circles cross: going round counter-clockwise, a enters b at p and leaves it at q,
// while b enters a at q and leaves it at p. Equal disks: b lies in a.
func meet(a, b *planeDisk) (how relation, p, q XY) {
	d := b.c.minus(a.c)
	d2, sum, diff := d.dot(d), a.r+b.r, a.r-b.r
	switch {
	case d2 >= sum*sum:
		return apart, p, q
	case d2 <= diff*diff:
		return nested(diff), p, q
	}
	h2 := (sum*sum - d2) * (d2 - diff*diff) / (4 * d2)
	if h2 <= touching*a.r*b.r {
		if d2 > a.r*a.r+b.r*b.r {
			return apart, p, q
		}
		return nested(diff), p, q
	}
	along := d.times((d2 + diff*sum) / (2 * d2))
	aside := XY{-d.Y, d.X}.times(math.Sqrt(h2 / d2))
	foot := a.c.plus(along)
	return meeting, foot.minus(aside), foot.plus(aside)
}

func nested(diff float64) relation {
	if diff >= 0 {
		return secondInside
	}
	return firstInside
}

// chord returns the part of an edge that lies within the circle around the origin with squared radius r2, as shares of the edge from
// its start; ok is false if no part does. The edge leads from a along e, cross is that of a and e; aIn and bIn tell whether its ends
// lie in the circle, one of them not. Roots are held to [0, 1]: an edge of 1e-14 m on the circle has roots without a correct digit.
func chord(a, e XY, cross, r2 float64, aIn, bIn bool) (enter, leave float64, ok bool) {
	l2, ae := e.dot(e), a.dot(e)
	if l2 == 0 {
		return 0, 0, aIn != bIn
	}
	if !aIn && !bIn && beside(a, e, cross, r2) {
		return 0, 0, false
	}
	middle, half := -ae/l2, cross/l2
	root := math.Sqrt(math.Max(r2/l2-half*half, 0))
	leave = 1
	if !aIn {
		enter = math.Min(math.Max(middle-root, 0), 1)
	}
	if !bIn {
		leave = math.Min(math.Max(middle+root, 0), 1)
	}
	return enter, leave, true
}

// beside reports whether an edge with both ends outside a circle keeps outside, or touches it; as in chord.
func beside(a, e XY, cross, r2 float64) bool {
	ae, l2 := a.dot(e), e.dot(e)
	return ae >= 0 || -ae >= l2 || r2*l2 <= cross*cross
}

// turn orders directions counter-clockwise: it rises from 0 to 4 as u turns from the x axis once around, and opposite directions differ
// by 2. No direction has turn 0.
func turn(u XY) float64 {
	t := u.Y / (math.Abs(u.X) + math.Abs(u.Y))
	switch {
	case u == XY{}:
		return 0
	case u.X < 0:
		return 2 - t
	case t < 0:
		return 4 + t
	}
	return t
}

// bulge returns twice the area between an arc of radius r from u to v, counter-clockwise and relative to its center, and its chord;
// major tells that it is more than half a circle.
func bulge(u, v XY, r float64, major bool) float64 {
	if major {
		return 2*math.Pi*r*r - bulge(v, u, r, false)
	}
	c := v.minus(u)
	x := c.dot(c) / (4 * r * r) // squared sine of half the angle
	if x > 1./32 {
		return wideBulge(u, v, r)
	}
	// t - sin t = 4 Σ C(2n,n)/4ⁿ sin(t/2)^(2n+3) / (2n+3)
	series := 1./3 + x*(1./10+x*(3./56+x*(5./144+x*(35./1408+x*(63./3328+x*(77./5120+x*(429./34816+x*6435./622592)))))))
	return 4 * r * r * x * math.Sqrt(x) * series
}

func wideBulge(u, v XY, r float64) float64 {
	cross := u.cross(v)
	t := math.Atan2(cross, u.dot(v))
	if t < 0 {
		t += 2 * math.Pi // half a circle, but for rounding
	}
	return r*r*t - cross
}
