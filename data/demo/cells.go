package demo

import (
	"cmp"
	"math"
	"slices"
)

// side is one edge of a Voronoi cell: the straight border with one neighbour, the cell on its left.
type side struct {
	from     vec
	neighbor int // index into the sites; -1 for the edge of the plane
}

// mosaic is the sites around one district, enough to know every border of it.
type mosaic struct {
	*terrain
	sites []site
	cells map[int][]side // known so far
	finer float64        // border vertices stand at the spacing of communities ÷ finer
}

// voronoi returns the cell of site i as sides in counter-clockwise order.
func (m *mosaic) voronoi(i int) []side {
	if known, ok := m.cells[i]; ok {
		return known
	}
	for cutoff := 5 * m.land(m.sites[i].cell).spacing(m.sites[i].at); ; cutoff *= 2 {
		cell, complete := m.clip(i, cutoff)
		if complete || cutoff > 100*(m.width+m.height) {
			m.cells[i] = m.exact(i, cell)
			return m.cells[i]
		}
	}
}

// clip cuts a large square by the bisectors with all sites within cutoff, nearest first. It is complete where no site beyond the
// cutoff can cut further: all vertices are nearer than half of it.
func (m *mosaic) clip(i int, cutoff float64) (cell []side, complete bool) {
	at := m.sites[i].at
	big := 4 * cutoff
	cell = []side{{at.add(vec{-big, -big}), -1}, {at.add(vec{big, -big}), -1}, {at.add(vec{big, big}), -1}, {at.add(vec{-big, big}), -1}}
	for _, n := range m.within(i, cutoff) {
		cell = cut(cell, at, m.sites[n].at, n)
	}
	for _, s := range cell {
		if s.neighbor < 0 || s.from.sub(at).length() > cutoff/2 {
			return cell, false
		}
	}
	return cell, true
}

// within returns the other sites nearer than cutoff, nearest first.
func (m *mosaic) within(i int, cutoff float64) []int {
	type near struct {
		n int
		d float64
	}
	var found []near
	for n := range m.sites {
		if d := m.sites[n].at.dist2(m.sites[i].at); n != i && d < cutoff*cutoff {
			found = append(found, near{n, d})
		}
	}
	slices.SortFunc(found, func(a, b near) int { return cmp.Or(cmp.Compare(a.d, b.d), cmp.Compare(a.n, b.n)) })
	out := make([]int, len(found))
	for k, f := range found {
		out[k] = f.n
	}
	return out
}

// cut keeps the part of a convex cell that is nearer to a than to b.
func cut(cell []side, a, b vec, n int) []side {
	normal, middle := b.sub(a), lerp(a, b, 0.5)
	beyond := func(v vec) float64 { return v.sub(middle).dot(normal) }
	var out []side
	for i, s := range cell {
		to := cell[(i+1)%len(cell)].from
		d, e := beyond(s.from), beyond(to)
		if d <= 0 {
			out = append(out, s)
			if e > 0 {
				out = append(out, side{lerp(s.from, to, d/(d-e)), n})
			}
		} else if e <= 0 {
			out = append(out, side{lerp(s.from, to, d/(d-e)), s.neighbor})
		}
	}
	return out
}

// exact replaces each vertex by the circumcenter of its three sites, computed in the order of their ids, so that all three cells
// have the same vertex to the last bit.
func (m *mosaic) exact(i int, cell []side) []side {
	out := slices.Clone(cell)
	for k := range cell {
		before := cell[(k+len(cell)-1)%len(cell)].neighbor
		if before >= 0 && cell[k].neighbor >= 0 && before != cell[k].neighbor {
			out[k].from = circumcenter(&m.sites[i], &m.sites[before], &m.sites[cell[k].neighbor])
		}
	}
	return out
}

func circumcenter(a, b, c *site) vec {
	three := []*site{a, b, c}
	slices.SortFunc(three, func(x, y *site) int { return cmp.Compare(x.id, y.id) })
	o, p, q := three[0].at, three[1].at.sub(three[0].at), three[2].at.sub(three[0].at)
	d := 2 * p.cross(q)
	pp, qq := p.dot(p), q.dot(q)
	return o.add(vec{(q.y*pp - p.y*qq) / d, (p.x*qq - q.x*pp) / d})
}

// area of a straight cell, km².
func area(cell []side) float64 {
	var sum float64
	for i := range cell {
		sum += cell[i].from.cross(cell[(i+1)%len(cell)].from)
	}
	return sum / 2
}

// ring returns the outline of site i's community, counter-clockwise, not closed. A bank that would cross itself, which happens about
// once in 100,000 where the river turns sharply, is drawn straight: a bank is its community's own, no neighbour shares it.
func (m *mosaic) ring(i int) []point {
	out, river := m.outline(i, false)
	if river && !simple(out) {
		out, _ = m.outline(i, true)
	}
	return out
}

// outline joins the borders of a site's cell, and says whether one of them is a bank of the river.
func (m *mosaic) outline(i int, straight bool) (out []point, river bool) {
	cell := m.voronoi(i)
	back := m.setback(i, cell)
	for k, s := range cell {
		next := (k + 1) % len(cell)
		line := m.border(i, s.neighbor, s.from, cell[next].from, back[k], back[next])
		if m.isRiver(&m.sites[i], &m.sites[s.neighbor]) {
			river = true
			if straight {
				line = []vec{line[0], line[len(line)-1]}
			}
		}
		for _, v := range line {
			if p := place(v); len(out) == 0 || out[len(out)-1] != p {
				out = append(out, p)
			}
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out, river
}

// setback tells how far each vertex of a cell moves back from the river, km: half the river's width, or less (see halfWidth). A vertex
// between two stretches of bank belongs to this cell alone: it follows its neighbours where they are near.
func (m *mosaic) setback(i int, cell []side) []float64 {
	n := len(cell)
	back := make([]float64, n)
	bank := make([]bool, n)
	for k, s := range cell {
		back[k] = m.halfWidth(i, s.neighbor, cell[(k+n-1)%n].neighbor, s.from)
		bank[k] = m.isRiver(&m.sites[i], &m.sites[s.neighbor])
	}
	const slope = 0.3
	for range 2 {
		for k := range n {
			before, after := (k+n-1)%n, (k+1)%n
			if bank[before] && bank[k] {
				at := cell[k].from
				back[k] = min(back[k], back[before]+slope*at.sub(cell[before].from).length(), back[after]+slope*at.sub(cell[after].from).length())
			}
		}
	}
	return back
}

// border returns the noisy line between two communities from p to q, whose ends move back from the river as told; it is the bank of i
// where the river is between them. The line is drawn from the site with the lower id and turned round for the other.
func (m *mosaic) border(i, j int, p, q vec, backP, backQ float64) []vec {
	a, b := &m.sites[i], &m.sites[j]
	river := m.isRiver(a, b)
	if !river {
		p, q = m.shore(a, p, backP), m.shore(a, q, backQ)
	}
	var line []vec
	if a.id < b.id {
		line = append(m.wiggle(a, b, p, q), q)
	} else {
		line = append(m.wiggle(b, a, q, p), p)
		slices.Reverse(line)
	}
	if river {
		for k, v := range line {
			t := float64(k) / float64(len(line)-1)
			line[k] = m.shore(a, v, backP*(1-t)+backQ*t)
		}
	}
	return line
}

// isRiver reports whether the river runs between two sites.
func (m *mosaic) isRiver(a, b *site) bool {
	return m.river > 0 && a.cell.row == b.cell.row && a.north != b.north
}

// halfWidth is half the river's width at the vertex v of three sites, km: 0 where the river does not pass, less than usual where the
// border between the two communities of one bank is so short that moving its end would turn it round.
func (m *mosaic) halfWidth(i, j, k int, v vec) float64 {
	three := []int{i, j, k}
	for turn := range three {
		a, b, c := three[turn], three[(turn+1)%3], three[(turn+2)%3]
		if m.sites[a].id > m.sites[b].id {
			a, b = b, a
		}
		if m.isRiver(&m.sites[a], &m.sites[c]) && m.isRiver(&m.sites[b], &m.sites[c]) {
			return min(m.river/2, 0.4*m.length(a, b), 0.35*m.sites[a].at.sub(v).length())
		}
	}
	return 0
}

// length of the straight border between two sites, km.
func (m *mosaic) length(i, j int) float64 {
	cell := m.voronoi(i)
	for k, s := range cell {
		if s.neighbor == j {
			return cell[(k+1)%len(cell)].from.sub(s.from).length()
		}
	}
	return 0
}

// shore moves a point of the river's middle line by half its width to the bank on which s stands.
func (m *mosaic) shore(s *site, v vec, half float64) vec {
	across := m.acrossRiver(s.cell.row, v.x).times(half)
	if s.north {
		return v.add(across)
	}
	return v.sub(across)
}

// wiggle draws the line from p to q without its end: halved again and again inside a rhombus that lies in the triangles of the two
// sites over the border, and therefore crosses no other border.
func (m *mosaic) wiggle(a, b *site, p, q vec) []vec {
	length := q.sub(p).length()
	if length == 0 {
		return []vec{p}
	}
	reach := 0.36 * length
	if m.isRiver(a, b) {
		reach = 0.05 * length
	}
	reach = min(reach, 0.9*headroom(a.at, p, q), 0.9*headroom(b.at, p, q))
	normal := vec{p.y - q.y, q.x - p.x}.times(reach / length)
	middle := lerp(p, q, 0.5)
	levels := int(math.Ceil(math.Log2(length * m.finer / m.land(a.cell).spacing(middle))))
	r := random(hash(m.seed, 20, a.id, b.id))
	return halve(nil, p, middle.add(normal), q, middle.sub(normal), min(levels, 10), &r)
}

// headroom is how far the triangle (s, p, q) reaches over the middle of pq.
func headroom(s, p, q vec) float64 {
	e := q.sub(p)
	l := e.length()
	along, height := s.sub(p).dot(e)/l, math.Abs(s.sub(p).cross(e))/l
	return height * (l / 2) / max(along, l-along)
}

// halve appends p and the points between p and q: the line stays inside the convex quadrilateral p, left, q, right.
func halve(line []vec, p, left, q, right vec, levels int, r *random) []vec {
	if levels <= 0 {
		return append(line, p)
	}
	u, w := r.between(0.12, 0.88), r.between(0.35, 0.65)
	pr, lq := lerp(p, right, w), lerp(left, q, w)
	pl, rq := lerp(p, left, w), lerp(right, q, w)
	h := lerp(pr, lq, u)
	s, t := r.between(0.7, 1), r.between(0.7, 1)
	line = halve(line, p, lerp(p, lerp(pl, h, 0.5), s), h, lerp(p, lerp(pr, h, 0.5), t), levels-1, r)
	return halve(line, h, lerp(h, lerp(lq, h, 0.5), s), q, lerp(h, lerp(rq, h, 0.5), t), levels-1, r)
}
