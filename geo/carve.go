package geo

import "math"

// What disks leave of a region is bounded by its edges outside all disks and by the arcs of the disks inside it that no other disk covers,
// walked clockwise. They meet in three kinds of nodes, each computed once and kept only if no other disk holds it:
//
//	an edge enters a disk      the boundary goes from the ring to the circle
//	an edge leaves a disk      from the circle to the ring
//	two circles cross inside   from the one that enters the other, clockwise, to that other
//
// Rings and circles without nodes are boundary as a whole, or not at all.

// carver makes the arrangement of one region with disks none of which lies inside another.
type carver struct {
	chain
	p       *region
	disks   []planeDisk
	at      []XY   // of the nodes
	crossed []bool // by disk: its circle meets an edge or another circle
	ringed  []bool // by ring: it has nodes
}

// carved is one connected part of a region outside disks.
type carved struct {
	area  float64 // m², arcs taken as arcs
	rings [][]XY  // the outside first; arcs cut into chords
}

// carve returns the parts and the sum of their areas; ok is false where rounding keeps the boundary from closing.
func carve(p *region, disks []planeDisk, tolerance float64) (parts []carved, area float64, ok bool) {
	c := carver{p: p, disks: disks, crossed: make([]bool, len(disks)), ringed: make([]bool, len(p.ends))}
	for i := range disks {
		for k := range p.ends {
			c.crossRing(int32(k), int32(i))
		}
		for j := range i {
			c.crossCircle(int32(j), int32(i))
		}
	}
	c.wholeCurves()
	if !c.close(len(c.at)) {
		return nil, 0, false
	}
	var faces []face
	var rings [][]XY
	c.eachLoop(func(loop []link) {
		f, ring := c.trace(loop, tolerance)
		faces, rings = append(faces, f), append(rings, ring)
		area += f.area
	})
	numbers, ok := assemble(faces, speck*p.area)
	for _, part := range numbers {
		var one carved
		for _, i := range part {
			one.area += faces[i].area
			one.rings = append(one.rings, rings[i])
		}
		parts = append(parts, one)
	}
	return parts, area, ok
}

// speck is the share of a region up to which a part of it is taken for rounding.
const speck = 1e-9

// circle is the number of a disk's circle among the curves: rings come first.
func (c *carver) circle(i int32) int32 { return int32(len(c.p.ends)) + i }

// clockwise is where p lies on the circle of disk i.
func (c *carver) clockwise(i int32, p XY) float64 { return -turn(p.minus(c.disks[i].c)) }

// hidden reports whether a disk other than i and j holds p.
func (c *carver) hidden(p XY, i, j int32) bool {
	for k := range c.disks {
		d := &c.disks[k]
		if u := p.minus(d.c); u.dot(u) < d.r*d.r && int32(k) != i && int32(k) != j {
			return true
		}
	}
	return false
}

// crossRing finds where ring k enters and leaves disk i.
func (c *carver) crossRing(k, i int32) {
	d, ring := &c.disks[i], c.p.ring(int(k))
	r2 := d.r * d.r
	a := ring[len(ring)-1].minus(d.c)
	aIn := a.dot(a) < r2
	for m, q := range ring {
		b := q.minus(d.c)
		bIn := b.dot(b) < r2
		if !aIn || !bIn {
			e := b.minus(a)
			enter, leave, ok := chord(a, e, a.cross(e), r2, aIn, bIn)
			if ok && (aIn != bIn || enter < leave) {
				before := float64(m - 1) // vertex m stands at m, the last one also at -1
				if !aIn {
					c.cross(k, before+enter, i, a.plus(e.times(enter)).plus(d.c), true)
				}
				if !bIn {
					c.cross(k, before+leave, i, a.plus(e.times(leave)).plus(d.c), false)
				}
			}
		}
		a, aIn = b, bIn
	}
}

// cross adds the node where ring k, at a place along it, enters or leaves disk i.
func (c *carver) cross(k int32, along float64, i int32, p XY, enters bool) {
	c.crossed[i] = true
	if c.hidden(p, i, i) {
		return
	}
	c.ringed[k] = true
	node := int32(len(c.at))
	c.at = append(c.at, p)
	if enters {
		c.change(node, k, along, c.circle(i), c.clockwise(i, p))
	} else {
		c.change(node, c.circle(i), c.clockwise(i, p), k, along)
	}
}

// crossCircle finds where the circles of disks i and j cross inside the region.
func (c *carver) crossCircle(i, j int32) {
	how, p, q := meet(&c.disks[i], &c.disks[j])
	if how != meeting {
		return
	}
	c.crossed[i], c.crossed[j] = true, true
	c.pass(i, j, q)
	c.pass(j, i, p)
}

// pass adds the node p where circle i, walked clockwise, enters disk j.
func (c *carver) pass(i, j int32, p XY) {
	if c.p.box.near2(p) > 0 || c.hidden(p, i, j) || c.p.winding(p) == 0 {
		return
	}
	node := int32(len(c.at))
	c.at = append(c.at, p)
	c.change(node, c.circle(i), c.clockwise(i, p), c.circle(j), c.clockwise(j, p))
}

// wholeCurves adds the rings that no disk touches and the circles that nothing touches.
func (c *carver) wholeCurves() {
	for k := range c.ringed {
		if p := c.p.ring(k)[0]; !c.ringed[k] && !c.hidden(p, -1, -1) {
			c.around(int32(k), int32(len(c.at)))
			c.at = append(c.at, p)
		}
	}
	for i := range c.crossed {
		d := &c.disks[i]
		if p := d.c.plus(XY{d.r, 0}); !c.crossed[i] && c.p.winding(p) != 0 && !c.hidden(p, int32(i), -1) {
			c.around(c.circle(int32(i)), int32(len(c.at)))
			c.at = append(c.at, p)
		}
	}
}

// trace walks around a loop; the ring has its arcs cut into chords.
func (c *carver) trace(loop []link, tolerance float64) (f face, ring []XY) {
	f.probe = c.at[loop[0].node]
	for n, l := range loop {
		start, stop := c.at[l.node], c.at[loop[(n+1)%len(loop)].node]
		f.chords, ring = append(f.chords, start), append(ring, start)
		if i := int(l.curve) - len(c.p.ends); i >= 0 {
			f.area -= c.disks[i].bulgeOf(l, start, stop)
			ring = c.disks[i].flatten(ring, l, start, stop, tolerance)
		} else {
			from := len(ring)
			ring = appendBetween(ring, c.p.ring(int(l.curve)), l)
			f.chords = append(f.chords, ring[from:]...)
		}
	}
	f.area += ringArea(f.chords)
	return f, ring
}

// appendBetween adds the vertices of a ring that a link passes.
func appendBetween(out, ring []XY, l link) []XY {
	n := len(ring)
	if l.whole {
		return append(out, ring[1:]...)
	}
	to := l.to
	if to < l.from {
		to += float64(n)
	}
	for m := int(math.Floor(l.from)) + 1; float64(m) < to; m++ {
		out = append(out, ring[(m+n)%n])
	}
	return out
}

// bulgeOf returns the area between the arc of a link, clockwise from start to stop, and its chord.
func (d *planeDisk) bulgeOf(l link, start, stop XY) float64 {
	switch {
	case l.whole:
		return math.Pi * d.r * d.r
	case l.from == l.to:
		return 0
	}
	u, v := stop.minus(d.c), start.minus(d.c)
	return bulge(u, v, d.r, u.cross(v) < 0) / 2
}

// flatten adds points between start and stop so that no chord strays more than the tolerance from the arc.
func (d *planeDisk) flatten(out []XY, l link, start, stop XY, tolerance float64) []XY {
	u := start.minus(d.c)
	eachChord(u, l.angle(u, stop.minus(d.c)), tolerance, func(v XY) { out = append(out, d.c.plus(v)) })
	return out
}

// angle is how far a link along a circle turns, from u clockwise to v.
func (l link) angle(u, v XY) float64 {
	switch {
	case l.whole:
		return 2 * math.Pi
	case l.from == l.to:
		return 0
	}
	return clockwiseAngle(u, v)
}

// clockwiseAngle is the angle from u clockwise to v, 0 to 2π.
func clockwiseAngle(u, v XY) float64 {
	angle := -math.Atan2(u.cross(v), u.dot(v))
	if angle < 0 {
		angle += 2 * math.Pi
	}
	return angle
}

// eachChord cuts the arc from u clockwise around the origin into equal pieces, as few as the tolerance allows, and visits the points between
// them. The sagitta of a piece of angle a is r (1 - cos a/2).
func eachChord(u XY, angle, tolerance float64, visit func(XY)) {
	widest := 2 * math.Acos(math.Max(1-tolerance/u.length(), 0))
	n := math.Min(math.Ceil(angle/widest), chordsMax)
	for i := 1.0; i < n; i++ {
		sin, cos := math.Sincos(angle * i / n)
		visit(XY{u.X*cos + u.Y*sin, u.Y*cos - u.X*sin})
	}
}

// chordsMax bounds the pieces of one arc.
const chordsMax = 1 << 16
