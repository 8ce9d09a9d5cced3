package geo

import (
	"math"
)

// With A_k the area of a tile in at least k disks, Green's formula says that 2 A_k is the integral of x dy - y dx along its
// boundary, and that boundary consists of
//
//	the parts of the tile's edges in at least k disks, and
//	the arcs of each circle, inside the tile, that lie in exactly k-1 other disks.
//
// So every circle is walked once around, from event to event: there another disk begins or ends, or the tile does. Then every ring of
// the tile is walked, from crossing to crossing. All depths come out together, and the area that one disk alone holds:
//
//	1 load    move the tile to the middle of its box, so that no digits are lost         (load)
//	2 meet    the events of one circle with the others, and with the edges of the tile   (meetDisks, meetTile)
//	3 round   sort them, find the state before the first, add the arcs                   (round, arcs)
//	4 edges   sort the crossings along the rings, add the stretches                      (edges)
//	5 add up  the levels, deepest first                                                  (total)
//
// An arc weighs the winding number of the tile's rings there, as in the signed areas of the union: where a ring runs back and forth
// along a cut, two crossings cancel. Nothing asks whether a point lies in a disk: such a test can fall on the very point where two
// circles touch. A place where two curves meet is the same point for both, so that boundaries stay closed: a wrong order of
// events within rounding leaves a gap of rounding. sweep_guard.go looks for gaps.

// sweep is the scratch space of one measurement, reused through a pool.
type sweep struct {
	*kernel
	given []planeDisk // as gathered, from west to east

	circles   []planeDisk // relative to the middle of the tile's box, like all points here
	land      region
	events    []mark    // of one circle
	order     []place   // of what was sorted last
	crossings []mark    // of all circles with the edges, edge by edge
	starts    []cover   // at the last vertex of each ring
	levels    []level   // by depth
	alone     []bounds  // by disk, of what it alone holds
	areas     []float64 // A_1, A_2 …
}

// run measures the depths of disks, none of which holds the whole region: areas[k-1] is A_k, raw; alone by disk.
func (s *sweep) run(p *region, disks []planeDisk) {
	s.load(p, disks)
	for i := range s.circles {
		s.round(int32(i))
	}
	s.edges()
	s.total()
}

func (s *sweep) load(p *region, disks []planeDisk) {
	middle := p.box.center()
	s.circles, s.crossings = append(s.circles[:0], disks...), s.crossings[:0]
	s.widest = 0
	for i := range s.circles {
		s.circles[i].c = s.circles[i].c.minus(middle)
		s.widest = math.Max(s.widest, s.circles[i].r)
	}
	s.land.points, s.land.ends = s.land.points[:0], p.ends
	s.land.box = planeBox{p.box.lo.minus(middle), p.box.hi.minus(middle)}
	for _, q := range p.points {
		s.land.points = append(s.land.points, q.minus(middle))
	}
	s.starts = append(s.starts[:0], make([]cover, len(p.ends))...)
	s.levels = append(s.levels[:0], make([]level, len(disks)+1)...)
	s.alone = append(s.alone[:0], make([]bounds, len(disks))...)
}

// round walks around circle i. It starts on the side away from the middle of the box: outside the box unless that holds the center.
// Then only what lies between the crossings with the tile counts, and few of the other disks begin or end there.
func (s *sweep) round(i int32) {
	c := &s.circles[i]
	far := c.c
	if far == (XY{}) {
		far.X = 1
	}
	s.events = s.events[:0]
	crossings := len(s.crossings)
	s.meetTile(i)
	s.turnBack(i, far, s.crossings[crossings:])
	outside := s.land.box.near2(c.c) > 0
	if outside && len(s.events) == 0 {
		return
	}
	from, to := 0.0, 4.0
	if outside {
		from, to = s.window()
	}
	over := s.meetDisks(i, far, from, to)
	s.sort(s.events)
	winding := 0
	if !outside {
		winding = s.winding(i)
	}
	if len(s.events) > 0 {
		s.arcs(i, over, winding)
	} else if winding != 0 {
		s.arc(i, over, bounds{twice: 2 * math.Pi * c.r * c.r}.times(winding))
	}
}

// window returns the first and the last place among the events.
func (s *sweep) window() (from, to float64) {
	from, to = s.events[0].key, s.events[0].key
	for i := range s.events {
		from, to = math.Min(from, s.events[i].key), math.Max(to, s.events[i].key)
	}
	return from, to
}

// turnFrom is turn, counted from the direction of far.
func turnFrom(far, u XY) float64 { return turn(XY{far.dot(u), far.cross(u)}) }

// meetDisks collects where other disks begin and end on circle i within a window, and returns which lie over its start.
func (s *sweep) meetDisks(i int32, far XY, from, to float64) (over cover) {
	c := &s.circles[i]
	first, last := s.neighbours(i)
	for j := first; j < last; j++ {
		if j == i {
			continue
		}
		// Both circles of a pair get the same points: they are computed in one order.
		how, p, q := meet(&s.circles[min(i, j)], &s.circles[max(i, j)])
		if j < i {
			p, q = q, p
		}
		switch {
		case how == meeting:
			begin, end := turnFrom(far, p.minus(c.c)), turnFrom(far, q.minus(c.c))
			if begin > end {
				over.add(j, 1)
			}
			s.note(&over, mark{at: p, key: begin, disk: j, step: 1}, from, to)
			s.note(&over, mark{at: q, key: end, disk: j, step: -1}, from, to)
		case (how == firstInside && i < j) || (how == secondInside && j < i):
			over.add(j, 1)
		}
	}
	return over
}

// neighbours returns the range of circles, sorted from west to east, that can meet circle i.
func (s *sweep) neighbours(i int32) (first, last int32) {
	x, reach := s.circles[i].c.X, s.circles[i].r+s.widest
	for first = i; first > 0 && x-s.circles[first-1].c.X < reach; first-- {
	}
	for last = i + 1; last < int32(len(s.circles)) && s.circles[last].c.X-x < reach; last++ {
	}
	return first, last
}

// note adds an event within the window; those before it count at its start.
func (s *sweep) note(over *cover, e mark, from, to float64) {
	switch {
	case e.key < from:
		over.add(e.disk, e.step)
	case e.key <= to:
		s.events = append(s.events, e)
	}
}

// meetTile collects the crossings of circle i with the edges, and counts disk i at the start of each ring it holds. Whether a vertex
// lies in the disk is decided once, for both its edges.
func (s *sweep) meetTile(i int32) {
	c, r2, start := s.circles[i].c, s.circles[i].r*s.circles[i].r, int32(0)
	for k, end := range s.land.ends {
		a := s.land.points[end-1].minus(c)
		aIn := a.dot(a) < r2
		if aIn {
			s.starts[k].add(i, 1)
		}
		from := end - 1
		for e := start; e < end; e++ {
			b := s.land.points[e].minus(c)
			bIn := b.dot(b) < r2
			if !aIn || !bIn {
				s.meetEdge(i, from, e, a, b, aIn, bIn)
			}
			a, aIn, from = b, bIn, e
		}
		start = end
	}
}

// meetEdge adds the crossings of the edge that ends in vertex `to`; a and b are its ends relative to the center of circle i.
func (s *sweep) meetEdge(i, from, to int32, a, b XY, aIn, bIn bool) {
	r, e := s.circles[i].r, b.minus(a)
	enter, leave, ok := chord(a, e, a.cross(e), r*r, aIn, bIn)
	if !ok || (!aIn && !bIn && (leave-enter)*(leave-enter)*e.dot(e) <= 4*touching*r*r) {
		return
	}
	p, q := s.land.points[from], s.land.points[to]
	if !aIn {
		s.crossings = append(s.crossings, mark{at: p.toward(q, enter), edge: to, disk: i, step: 1, key: enter})
	}
	if !bIn {
		s.crossings = append(s.crossings, mark{at: p.toward(q, leave), edge: to, disk: i, step: -1, key: leave})
	}
}

// turnBack adds crossings of edges to the events of circle i: where an edge enters the disk the tile, on its left, ends.
func (s *sweep) turnBack(i int32, far XY, crossings []mark) {
	for _, x := range crossings {
		s.events = append(s.events, mark{at: x.at, key: turnFrom(far, x.at.minus(s.circles[i].c)), disk: -1, step: -x.step})
	}
}

// arcs adds the arcs between the events of circle i.
func (s *sweep) arcs(i int32, over cover, winding int) {
	c, last := &s.circles[i], &s.events[s.order[len(s.order)-1].mark]
	p, from := last.at, last.key-4
	for _, o := range s.order {
		e := &s.events[o.mark]
		if winding != 0 {
			twice := p.cross(e.at) + bulge(p.minus(c.c), e.at.minus(c.c), c.r, e.key-from > 2)
			s.arc(i, over, bounds{twice, e.at.minus(p)}.times(winding))
		}
		if e.disk < 0 {
			winding += int(e.step)
		} else {
			over.add(e.disk, e.step)
		}
		p, from = e.at, e.key
	}
}

// arc adds an arc of circle i with the given disks over it. It bounds what i alone holds if there are none; if there is one, what
// that one alone holds lies on its other side.
func (s *sweep) arc(i int32, over cover, piece bounds) {
	s.levels[over.depth].arc.add(piece)
	switch over.depth {
	case 0:
		s.alone[i].add(piece)
	case 1:
		s.alone[over.sum].add(piece.times(-1))
	}
}

// unclear is the share of a turn of 4 that decides nothing.
const unclear = 1e-6

// winding returns the winding number of the tile at the start of circle i: 0 or 1, whichever leaves less of the circle with a number
// that no tile has.
func (s *sweep) winding(i int32) int {
	change, from, balance := int32(0), 0.0, 0.0
	for _, o := range s.order {
		if e := &s.events[o.mark]; e.disk < 0 {
			balance += float64(change) * (e.key - from)
			change += e.step
			from = e.key
		}
	}
	switch {
	case balance > unclear:
		return 0
	case balance < -unclear:
		return 1
	}
	return s.vote(i)
}

// vote returns the winding number at the middle one of three places on circle i, which crosses no edge or by next to nothing.
func (s *sweep) vote(i int32) int {
	c := &s.circles[i]
	var w [3]int
	for k, u := range [3]XY{{0.7648421872844885, 0.644217687237691}, {-0.8390715290764524, 0.5440211108893698}, {0.18651236942257576, -0.9824526126243325}} {
		w[k] = s.land.winding(c.c.plus(u.times(c.r)))
	}
	return max(min(w[0], w[1]), min(max(w[0], w[1]), w[2]))
}

// edges adds the stretches of the rings between crossings.
func (s *sweep) edges() {
	s.sort(s.crossings)
	start, next := int32(0), 0
	for k, end := range s.land.ends {
		p, over := s.land.points[end-1], s.starts[k]
		for e := start; e < end; e++ {
			for ; next < len(s.order) && s.order[next].edge == e; next++ {
				x := &s.crossings[s.order[next].mark]
				s.stretch(p, x.at, over)
				over.add(x.disk, x.step)
				p = x.at
			}
			s.stretch(p, s.land.points[e], over)
			p = s.land.points[e]
		}
		start = end
	}
}

func (s *sweep) stretch(p, q XY, over cover) {
	if over.depth == 0 {
		return
	}
	piece := bounds{p.cross(q), q.minus(p)}
	s.levels[over.depth].edge.add(piece)
	if over.depth == 1 {
		s.alone[over.sum].add(piece)
	}
}

// total adds up the levels.
func (s *sweep) total() {
	s.areas = append(s.areas[:0], make([]float64, len(s.circles))...)
	edge := 0.0
	for k := len(s.circles); k > 0; k-- {
		edge += s.levels[k].edge.twice
		s.areas[k-1] = (edge + s.levels[k-1].arc.twice) / 2
	}
}
