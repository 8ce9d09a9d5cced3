package geo

import (
	"cmp"
	"math"
	"slices"
)

// slabArea is an independent exact measurement of the union of disks inside rings (even-odd), for comparison with the power
// cells. It cuts the plane into horizontal slabs at every ordinate where the picture can change: vertices, tops and bottoms of
// circles, circle/circle and circle/edge crossings. Inside a slab the covered stretches of a scanline are bounded by the same curves
// from bottom to top, so the area is a sum of closed integrals under edges and arcs.
func slabArea(rings [][]XY, centers []XY, radii []float64) float64 {
	o := slabs{}
	for _, ring := range rings {
		a := ring[len(ring)-1]
		for _, b := range ring {
			if a.Y != b.Y {
				o.curves = append(o.curves, curve{a: a, b: b})
			}
			a = b
		}
	}
	o.edges = len(o.curves)
	for i, c := range centers {
		if radii[i] > 0 {
			o.curves = append(o.curves, curve{c: c, r: radii[i], side: -1}, curve{c: c, r: radii[i], side: 1})
		}
	}
	return o.area()
}

// curve is x as a function of y: the line through a and b, or one half of a circle.
type curve struct {
	a, b XY
	c    XY
	r    float64
	side float64
}

func (k *curve) x(y float64) float64 {
	if k.r > 0 {
		t := y - k.c.Y
		return k.c.X + k.side*math.Sqrt(math.Max(0, (k.r-t)*(k.r+t)))
	}
	return k.a.X + (y-k.a.Y)*(k.b.X-k.a.X)/(k.b.Y-k.a.Y)
}

// integral of x over y from y0 to y1.
func (k *curve) integral(y0, y1 float64) float64 {
	if k.r == 0 {
		return k.x((y0+y1)/2) * (y1 - y0)
	}
	t0, t1 := y0-k.c.Y, y1-k.c.Y
	s0 := math.Sqrt(math.Max(0, (k.r-t0)*(k.r+t0)))
	s1 := math.Sqrt(math.Max(0, (k.r-t1)*(k.r+t1)))
	turn := math.Atan2(t1*s0-t0*s1, s0*s1+t0*t1)
	return k.c.X*(y1-y0) + k.side/2*(t1*s1-t0*s0+k.r*k.r*turn)
}

type slabs struct {
	curves []curve
	edges  int // curves[:edges] are edges
	events []float64
}

func (o *slabs) area() float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, e := range o.curves[:o.edges] {
		lo, hi = min(lo, e.a.Y, e.b.Y), max(hi, e.a.Y, e.b.Y)
	}
	o.collect()
	slices.Sort(o.events)
	sum, carry, from := 0.0, 0.0, lo
	for _, y := range append(o.events, hi) {
		if y <= from || y > hi {
			continue
		}
		term := o.slab(from, y) - carry // Kahan
		next := sum + term
		carry = (next - sum) - term
		sum = next
		from = y
	}
	return sum
}

func (o *slabs) collect() {
	for i := range o.curves {
		k := &o.curves[i]
		if k.r == 0 {
			o.events = append(o.events, k.a.Y, k.b.Y)
			continue
		}
		if k.side > 0 {
			continue
		}
		o.events = append(o.events, k.c.Y-k.r, k.c.Y+k.r)
		for j := range o.curves {
			l := &o.curves[j]
			if l.r == 0 {
				o.circleEdge(k, l)
			} else if j > i && l.side < 0 {
				o.circleCircle(k, l)
			}
		}
	}
}

func (o *slabs) circleEdge(k, l *curve) {
	e := l.b.minus(l.a)
	u := l.a.minus(k.c)
	length := e.length()
	along, h := -u.dot(e)/length, u.cross(e)/length
	half := math.Sqrt(math.Max(0, (k.r-h)*(k.r+h)))
	if math.Abs(h) > k.r*(1+1e-9) {
		return
	}
	for _, t := range [2]float64{along - half, along + half} {
		o.events = append(o.events, l.a.Y+t*e.Y/length)
	}
}

func (o *slabs) circleCircle(k, l *curve) {
	d := l.c.minus(k.c)
	d2 := d.dot(d)
	if d2 == 0 {
		return
	}
	s := (d2 + (k.r-l.r)*(k.r+l.r)) / (2 * d2)
	h2 := ((k.r+l.r)*(k.r+l.r) - d2) * (d2 - (k.r-l.r)*(k.r-l.r)) / (4 * d2 * d2)
	if h2 < -1e-9 {
		return
	}
	h := math.Sqrt(math.Max(0, h2))
	o.events = append(o.events, k.c.Y+s*d.Y+h*d.X, k.c.Y+s*d.Y-h*d.X)
}

type stretch struct {
	from, to   float64
	west, east *curve
}

func (o *slabs) slab(y0, y1 float64) float64 {
	y := y0 + (y1-y0)/2
	land := o.land(y)
	sum := 0.0
	for _, s := range o.covered(y) {
		for _, l := range land {
			from, to := max(s.from, l.from), min(s.to, l.to)
			if from >= to {
				continue
			}
			west, east := s.west, s.east
			if l.from > s.from {
				west = l.west
			}
			if l.to < s.to {
				east = l.east
			}
			sum += east.integral(y0, y1) - west.integral(y0, y1)
		}
	}
	return sum
}

// land returns the stretches of the scanline inside the rings.
func (o *slabs) land(y float64) []stretch {
	type hit struct {
		x float64
		k *curve
	}
	var hits []hit
	for i := range o.curves[:o.edges] {
		k := &o.curves[i]
		if (k.a.Y < y) != (k.b.Y < y) {
			hits = append(hits, hit{k.x(y), k})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Compare(a.x, b.x) })
	var out []stretch
	for i := 1; i < len(hits); i += 2 {
		out = append(out, stretch{hits[i-1].x, hits[i].x, hits[i-1].k, hits[i].k})
	}
	return out
}

// covered returns the stretches inside the union, in order and apart.
func (o *slabs) covered(y float64) []stretch {
	var all []stretch
	for i := o.edges; i < len(o.curves); i += 2 {
		west, east := &o.curves[i], &o.curves[i+1]
		if math.Abs(y-west.c.Y) < west.r {
			all = append(all, stretch{west.x(y), east.x(y), west, east})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	var out []stretch
	for _, s := range all {
		if n := len(out); n > 0 && s.from <= out[n-1].to {
			if s.to > out[n-1].to {
				out[n-1].to, out[n-1].east = s.to, s.east
			}
			continue
		}
		out = append(out, s)
	}
	return out
}
