package geo

import (
	"cmp"
	"math"
	"slices"
)

// slabArea is the union measured by measureSlabs.
func slabArea(rings [][]XY, centers []XY, radii []float64) float64 {
	o := measureSlabs(rings, centers, radii)
	return o.atLeast(1)
}

// measureSlabs is an independent exact measurement of disks inside rings (by winding number), for comparison with the power cells and the
// sweep. It cuts the plane into horizontal slabs at every ordinate where the picture can change: vertices, tops and bottoms of
// circles, circle/circle and circle/edge crossings. Inside a slab the stretches of a scanline in the same disks are bounded by the same
// curves from bottom to top, so the areas are sums of closed integrals under edges and arcs.
func measureSlabs(rings [][]XY, centers []XY, radii []float64) slabs {
	o := slabs{levels: make([]total, len(centers)+1), alone: make([]total, len(centers))}
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
			o.curves = append(o.curves, curve{c: c, r: radii[i], side: -1, disk: i}, curve{c: c, r: radii[i], side: 1, disk: i})
		}
	}
	o.measure()
	return o
}

// curve is x as a function of y: the line through a and b, or one half of a circle.
type curve struct {
	a, b XY
	c    XY
	r    float64
	side float64
	disk int
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

// total is a compensated sum.
type total struct{ sum, carry float64 }

func (t *total) add(x float64) {
	x -= t.carry // Kahan
	next := t.sum + x
	t.carry = (next - t.sum) - x
	t.sum = next
}

type slabs struct {
	curves []curve
	edges  int // curves[:edges] are edges
	events []float64
	hits   []hit

	levels []total // levels[k] is the area in exactly k disks
	alone  []total
}

// atLeast returns the area in at least k disks.
func (o *slabs) atLeast(k int) float64 {
	sum := 0.0
	for i := len(o.levels) - 1; i >= k; i-- {
		sum += o.levels[i].sum
	}
	return sum
}

func (o *slabs) measure() {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, e := range o.curves[:o.edges] {
		lo, hi = min(lo, e.a.Y, e.b.Y), max(hi, e.a.Y, e.b.Y)
	}
	o.collect()
	slices.Sort(o.events)
	from := lo
	for _, y := range append(o.events, hi) {
		if y <= from || y > hi {
			continue
		}
		o.slab(from, y)
		from = y
	}
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

// hit is a place where a scanline meets a curve.
type hit struct {
	x float64
	k *curve
}

// slab adds the pieces between curves that follow each other along the scanline in the middle of the slab.
func (o *slabs) slab(y0, y1 float64) {
	o.scan(y0 + (y1-y0)/2)
	winding, depth, sum := 0, 0, 0
	for i, h := range o.hits {
		if winding != 0 && depth > 0 {
			piece := float64(winding) * (h.k.integral(y0, y1) - o.hits[i-1].k.integral(y0, y1))
			o.levels[depth].add(piece)
			if depth == 1 {
				o.alone[sum].add(piece)
			}
		}
		switch h.k.side {
		case 0:
			if h.k.a.Y > h.k.b.Y {
				winding++
			} else {
				winding--
			}
		case -1:
			depth, sum = depth+1, sum+h.k.disk
		case 1:
			depth, sum = depth-1, sum-h.k.disk
		}
	}
}

func (o *slabs) scan(y float64) {
	o.hits = o.hits[:0]
	for i := range o.curves {
		k := &o.curves[i]
		if (k.r > 0 && math.Abs(y-k.c.Y) < k.r) || (k.r == 0 && (k.a.Y < y) != (k.b.Y < y)) {
			o.hits = append(o.hits, hit{k.x(y), k})
		}
	}
	slices.SortStableFunc(o.hits, func(a, b hit) int { return cmp.Compare(a.x, b.x) })
}
