package geo

import "math"

// cell is the part of a region nearer to one center than to the others, in coordinates relative to that center. Nothing is copied
// until a half-plane really cuts: most cells of a union are found empty by the box alone.
type cell struct {
	src    *region
	center XY
	box    planeBox // of the cell
	copied bool
	points []XY
	ends   []int32
	spare  []XY
	height []float64 // of the points above the cutting line
}

func (c *cell) start(p *region, center XY) {
	c.src, c.center, c.copied = p, center, false
	c.box = planeBox{p.box.lo.minus(center), p.box.hi.minus(center)}
}

// copy fetches the region.
func (c *cell) copy() {
	if c.copied {
		return
	}
	c.copied = true
	c.points = c.points[:0]
	for _, p := range c.src.points {
		c.points = append(c.points, p.minus(c.center))
	}
	c.ends = append(c.ends[:0], c.src.ends...)
}

// cut keeps what satisfies x·d <= limit; it returns false if nothing is left.
func (c *cell) cut(d XY, limit float64) bool {
	lowX, highX := c.box.lo.X, c.box.hi.X
	if d.X < 0 {
		lowX, highX = highX, lowX
	}
	lowY, highY := c.box.lo.Y, c.box.hi.Y
	if d.Y < 0 {
		lowY, highY = highY, lowY
	}
	if highX*d.X+highY*d.Y <= limit {
		return true
	}
	if lowX*d.X+lowY*d.Y >= limit {
		return false
	}
	c.copy()
	return c.clip(d, limit)
}

// clip is Sutherland and Hodgman's, one ring at a time. The pieces of a non-convex ring stay joined by stretches that run
// back and forth along the line; in signed areas they cancel.
func (c *cell) clip(d XY, limit float64) bool {
	c.height = c.height[:0]
	above, below := false, false
	for _, p := range c.points {
		h := p.X*d.X + p.Y*d.Y - limit
		c.height = append(c.height, h)
		above = above || h > 0
		below = below || h < 0
	}
	if !above || !below {
		return below
	}
	c.box = emptyPlaneBox()
	out := c.spare[:0]
	start, kept := int32(0), 0
	for _, end := range c.ends {
		from := len(out)
		out = c.clipRing(out, start, end)
		start = end
		if len(out)-from < 3 {
			out = out[:from]
			continue
		}
		c.ends[kept] = int32(len(out))
		kept++
	}
	c.ends = c.ends[:kept]
	c.points, c.spare = out, c.points
	for _, p := range out {
		c.box.add(p)
	}
	return kept > 0
}

// clipRing appends what is left of the points start..end-1.
func (c *cell) clipRing(out []XY, start, end int32) []XY {
	ring, height := c.points[start:end], c.height[start:end]
	a, ha := ring[len(ring)-1], height[len(ring)-1]
	for i, b := range ring {
		hb := height[i]
		if (ha > 0 && hb < 0) || (ha < 0 && hb > 0) {
			out = append(out, a.toward(b, ha/(ha-hb)))
		}
		if hb <= 0 {
			out = append(out, b)
		}
		a, ha = b, hb
	}
	return out
}

// clip makes the cell of disk i; it returns false if the cell is empty.
func (k *kernel) clip(p *region, i int32) bool {
	k.cell.start(p, k.disks[i].c)
	if k.grid.columns > 0 {
		return k.clipOutward(i)
	}
	for j := range k.disks {
		if int32(j) != i && !k.bisect(i, int32(j)) {
			return false
		}
	}
	return true
}

// bisect cuts the cell of disk i by the half-plane of disk j: the points x with x·d <= (|d|² + rᵢ² - rⱼ²)/2, d = cⱼ - cᵢ. Disks
// that do not meet have nothing to share out.
func (k *kernel) bisect(i, j int32) bool {
	a, b := &k.disks[i], &k.disks[j]
	d := b.c.minus(a.c)
	d2, sum := d.dot(d), a.r+b.r
	if b.r == 0 || (d2 >= sum*sum && !k.voronoi) {
		return true
	}
	return k.cell.cut(d, (d2+(a.r-b.r)*sum)/2)
}

// clipOutward takes the other disks ring by ring from the grid and stops once those that remain cannot reach the cell.
func (k *kernel) clipOutward(i int32) bool {
	g, r := &k.grid, k.disks[i].r
	x, y := g.at(k.disks[i].c)
	for ring := int32(0); ring <= max(g.columns, g.rows); ring++ {
		if ring > 1 && k.beyond(float64(ring-1)*g.size, r) {
			break
		}
		for v := max(y-ring, 0); v <= min(y+ring, g.rows-1); v++ {
			step := int32(1)
			if v != y-ring && v != y+ring && ring > 0 {
				step = 2 * ring
			}
			for u := x - ring; u <= x+ring; u += step {
				if u < 0 || u >= g.columns {
					continue
				}
				for _, j := range g.cell(u, v) {
					if j != i && !k.bisect(i, j) {
						return false
					}
				}
			}
		}
	}
	return true
}

// beyond reports whether disks at least a distance d away leave the cell of a disk with radius r alone. The half-plane of one stands
// (d² + r² - rⱼ²)/2d away, which grows with d.
func (k *kernel) beyond(d, r float64) bool {
	reach2 := k.cell.box.far2(XY{})
	if !k.voronoi {
		reach2 = math.Min(reach2, r*r)
	}
	line := (d*d + r*r - k.widest*k.widest) / (2 * d)
	return line > 0 && line*line >= reach2
}
