package geo

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// touch is a point where edges i and j meet without crossing there in their interiors.
type touch struct {
	at   orb.Point
	i, j int32
}

// bruteEdges is the number of edges up to which looking at every pair is fastest; sweepBudget is the number of pairs per edge after
// which the sweep gives way to the tree (combs and spirals keep many edges in the sweep at once).
const (
	bruteEdges  = 48
	sweepBudget = 400
)

// cut compares all pairs of edges that come near each other.
func (c *checker) cut() *Defect {
	if len(c.segs) <= bruteEdges {
		return c.brute()
	}
	d, ok := c.sweep()
	if ok {
		return d
	}
	c.touches = c.touches[:0]
	return c.probe()
}

func (c *checker) brute() *Defect {
	n := int32(len(c.segs))
	for i := int32(0); i < n; i++ {
		box := c.boxes[i]
		for j := i + 1; j < n; j++ {
			if disjoint(&box, &c.boxes[j]) {
				continue
			}
			if d := c.pair(i, j); d != nil {
				return d
			}
		}
	}
	return nil
}

// disjoint reports whether two boxes have no point in common.
func disjoint(a, b *orb.Bound) bool {
	return a.Max[1] < b.Min[1] || b.Max[1] < a.Min[1] || a.Max[0] < b.Min[0] || b.Max[0] < a.Min[0]
}

// sweep goes from west to east and compares each edge with those not yet passed; ok is false when it ran out of budget.
func (c *checker) sweep() (d *Defect, ok bool) {
	c.order = c.order[:0]
	for i := range c.segs {
		c.order = append(c.order, int32(i))
	}
	slices.SortFunc(c.order, func(i, j int32) int {
		return cmp.Or(cmp.Compare(c.boxes[i].Min[0], c.boxes[j].Min[0]), cmp.Compare(i, j))
	})
	budget := sweepBudget * len(c.segs)
	c.active = c.active[:0]
	for _, i := range c.order {
		budget -= len(c.active)
		if budget < 0 {
			return nil, false
		}
		from := c.boxes[i].Min[0]
		kept := c.active[:0]
		for _, j := range c.active {
			if c.boxes[j].Max[0] < from {
				continue
			}
			kept = append(kept, j)
			if d := c.pair(min(i, j), max(i, j)); d != nil {
				return d, true
			}
		}
		c.active = append(kept, i)
	}
	return nil, true
}

// probe finds the pairs with the index.
func (c *checker) probe() *Defect {
	x := NewIndex(c.boxes)
	var found *Defect
	for i := range c.boxes {
		x.Search(c.boxes[i], func(j int) bool {
			if j > i {
				found = c.pair(int32(i), int32(j))
			}
			return found == nil
		})
		if found != nil {
			break
		}
	}
	return found
}

// pair compares edges i < j: it returns a defect for a crossing or a forbidden overlap and records touching points.
func (c *checker) pair(i, j int32) *Defect {
	s, t := &c.segs[i], &c.segs[j]
	if disjoint(&c.boxes[i], &c.boxes[j]) {
		return nil
	}
	if c.owner[i] == c.owner[j] {
		if c.next(i) == j {
			return c.corner(s, t)
		}
		if c.next(j) == i {
			return c.corner(t, s)
		}
	}
	tA, tB := orient(s.a, s.b, t.a), orient(s.a, s.b, t.b)
	if tA*tB > 0 {
		return nil
	}
	sA, sB := orient(t.a, t.b, s.a), orient(t.a, t.b, s.b)
	switch {
	case sA*sB > 0:
		return nil
	case tA == 0 && tB == 0:
		return c.line(i, j)
	case tA*tB < 0 && sA*sB < 0:
		return &Defect{c.crossingKind(i, j), crossing(s, t)}
	}
	c.meet(i, j, tA, tB, sA, sB)
	return nil
}

// corner refuses a spike: two consecutive edges that run back on each other.
func (c *checker) corner(s, t *segment) *Defect {
	if orient(s.a, s.b, t.b) != 0 {
		return nil
	}
	if (s.a[0] < s.b[0]) == (t.b[0] < s.b[0]) && (s.a[1] < s.b[1]) == (t.b[1] < s.b[1]) &&
		(s.a[0] > s.b[0]) == (t.b[0] > s.b[0]) && (s.a[1] > s.b[1]) == (t.b[1] > s.b[1]) {
		return &Defect{DefectOverlappingEdges, s.b}
	}
	return nil
}

// line handles two edges on one line: they may share a stretch, a point or nothing.
func (c *checker) line(i, j int32) *Defect {
	s, t := &c.segs[i], &c.segs[j]
	axis := 0
	if s.a[0] == s.b[0] {
		axis = 1
	}
	lo := max(min(s.a[axis], s.b[axis]), min(t.a[axis], t.b[axis]))
	hi := min(max(s.a[axis], s.b[axis]), max(t.a[axis], t.b[axis]))
	if lo < hi && c.owner[i] == c.owner[j] {
		for _, p := range []orb.Point{s.a, s.b, t.a, t.b} {
			if p[axis] == lo {
				return &Defect{DefectOverlappingEdges, p}
			}
		}
	}
	for _, p := range []orb.Point{s.a, s.b, t.a, t.b} {
		if lo <= hi && (p[axis] == lo || p[axis] == hi) {
			c.touches = append(c.touches, touch{p, i, j})
		}
	}
	return nil
}

// meet records the ends of one edge that lie on the other.
func (c *checker) meet(i, j int32, tA, tB, sA, sB int) {
	s, t := &c.segs[i], &c.segs[j]
	add := func(o int, p orb.Point, on *segment) {
		if o == 0 && between(on.a, on.b, p) {
			c.touches = append(c.touches, touch{p, i, j})
		}
	}
	add(tA, t.a, s)
	add(tB, t.b, s)
	add(sA, s.a, t)
	add(sB, s.b, t)
}

// crossingKind names what it means that edges i and j cross.
func (c *checker) crossingKind(i, j int32) string {
	r, q := &c.rings[c.owner[i]], &c.rings[c.owner[j]]
	switch {
	case c.owner[i] == c.owner[j]:
		return DefectSelfCrossing
	case r.part != q.part:
		return DefectPartsOverlap
	case r.hole && q.hole:
		return DefectHolesOverlap
	}
	return DefectHoleOutside
}

// crossing returns where two edges cross, rounded.
func crossing(s, t *segment) orb.Point {
	dx, dy := s.b[0]-s.a[0], s.b[1]-s.a[1]
	ex, ey := t.b[0]-t.a[0], t.b[1]-t.a[1]
	u := ((t.a[0]-s.a[0])*ey - (t.a[1]-s.a[1])*ex) / (dx*ey - dy*ex)
	return orb.Point{s.a[0] + u*dx, s.a[1] + u*dy}
}
