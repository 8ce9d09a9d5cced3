package geo

import (
	"math"
	"slices"
)

// Reach divides s among the centers of the set, each part going to its nearest center; radii play no role, the lowest number stands
// for centers in one place. An empty set gives a Reach whose Within is 0 and whose Mean and Range are +Inf.
func (d *Disks) Reach(s *Shape) *Reach {
	r := &Reach{area: s.area, nearest: math.Inf(1), farthest: math.Inf(1)}
	if len(d.disks) == 0 {
		return r
	}
	r.farthest = 0
	k := kernels.Get().(*kernel)
	k.voronoi = true
	r.edges, r.loops = k.seen[:0], k.loops[:0]
	for i := range s.tiles {
		k.gatherNearest(d, &s.tiles[i])
		r.divide(k, &s.tiles[i])
	}
	k.voronoi = false
	k.seen, k.loops = r.edges, r.loops
	r.edges, r.loops = slices.Clone(r.edges), slices.Clone(r.loops)
	kernels.Put(k)
	return r
}

// gatherNearest collects every center that is nearest to some point of the tile. All points lie within rho of the
// tile's origin, so such a center is at most 2 rho farther from the origin than the one nearest to it.
func (k *kernel) gatherNearest(d *Disks, t *tile) {
	k.disks = k.disks[:0]
	origin := site{t.frame.at, t.frame.origin}
	_, first := d.centers().nearest(origin)
	rho := math.Sqrt(t.box.far2(XY{}))
	reach := (first.Meters()+2*rho)*(1+1e-6) + 1
	middle := t.box.center()
	d.centers().near(t.frame.origin, Length(reach), func(i int) bool {
		if s := &d.sites[i]; s.at.minus(t.frame.at).length2() <= reach*reach {
			c := t.frame.place(s)
			m := c.minus(middle)
			k.disks = append(k.disks, planeDisk{c, 1, m.dot(m) - 1, int32(i)})
		}
		return true
	})
}

// divide adds the pieces of one tile.
func (r *Reach) divide(k *kernel, t *tile) {
	k.order()
	k.grid.load(k.disks)
	k.dropNested()
	for i := range k.disks {
		if k.disks[i].r == 0 || !k.clip(&t.region, int32(i)) {
			continue
		}
		k.cell.copy()
		start := int32(0)
		for _, end := range k.cell.ends {
			r.addLoop(k.cell.points[start:end])
			start = end
		}
		r.extend(t, k.disks[i].c, k.cell.points)
	}
}

func (r *Reach) addLoop(ring []XY) {
	l := loop{near: math.Inf(1), area: ringArea(ring)}
	around := 0.0
	a := ring[len(ring)-1]
	for _, b := range ring {
		l.far = math.Max(l.far, b.dot(b))
		l.near = math.Min(l.near, originToEdge2(a, b))
		s := newSeenEdge(a, b)
		r.edges = append(r.edges, s)
		around += s.angle
		a = b
	}
	l.near, l.far = math.Sqrt(l.near), math.Sqrt(l.far)
	l.turns = int32(math.Round(around / (2 * math.Pi)))
	if l.turns != 0 {
		r.nearest = 0
	}
	r.nearest = math.Min(r.nearest, l.near)
	l.end = int32(len(r.edges))
	r.loops = append(r.loops, l)
}

// originToEdge2 returns the squared distance from the origin to the segment from a to b.
func originToEdge2(a, b XY) float64 {
	e := b.minus(a)
	l2 := e.dot(e)
	if l2 == 0 {
		return a.dot(a)
	}
	p := a.toward(b, math.Min(math.Max(-a.dot(e)/l2, 0), 1))
	return p.dot(p)
}

// extend raises farthest to the farthest point of a piece. It is one of the vertices, but where a Voronoi cell was cut out of a
// non-convex tile some vertices lie on stretches outside the shape: those are passed over.
func (r *Reach) extend(t *tile, center XY, points []XY) {
	far2 := r.farthest * r.farthest
	best := 0
	for i, p := range points {
		if p.dot(p) > points[best].dot(points[best]) {
			best = i
		}
	}
	if points[best].dot(points[best]) <= far2 {
		return
	}
	if t.holds(points[best].plus(center)) {
		r.farthest = points[best].length()
		return
	}
	for _, p := range points {
		if p.dot(p) > far2 && t.holds(p.plus(center)) {
			r.farthest = p.length()
			far2 = p.dot(p)
		}
	}
}

// onEdge is how far, in metres, a computed vertex may stand from the edge it lies on.
const onEdge = 1e-6

// holds reports whether the tile's area holds p or has it on its edge. Edges along cuts are no edges of the shape; a
// point on one counts if the area is next to it.
func (t *tile) holds(p XY) bool {
	if t.winding(p) != 0 || t.nearEdge(p) {
		return true
	}
	if t.seam == nil {
		return false
	}
	const h = 10 * onEdge
	for _, q := range [4]XY{{p.X + h, p.Y + h}, {p.X - h, p.Y + h}, {p.X - h, p.Y - h}, {p.X + h, p.Y - h}} {
		if t.winding(q) != 0 {
			return true
		}
	}
	return false
}

func (t *tile) nearEdge(p XY) bool {
	start := int32(0)
	for _, end := range t.ends {
		a := t.points[end-1].minus(p)
		for i := start; i < end; i++ {
			b := t.points[i].minus(p)
			if originToEdge2(a, b) <= onEdge*onEdge && (t.seam == nil || !t.seam[i]) {
				return true
			}
			a = b
		}
		start = end
	}
	return false
}

// winding returns the winding number of the rings around p.
func (g *region) winding(p XY) int {
	w, start := 0, int32(0)
	for _, end := range g.ends {
		a := g.points[end-1].minus(p)
		for _, q := range g.points[start:end] {
			b := q.minus(p)
			switch {
			case a.Y <= 0 && b.Y > 0 && a.cross(b) > 0:
				w++
			case b.Y <= 0 && a.Y > 0 && a.cross(b) < 0:
				w--
			}
			a = b
		}
		start = end
	}
	return w
}
