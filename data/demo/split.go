package demo

import (
	"cmp"
	"math"
	"slices"
)

// Metres per unit of 1e-7 degrees at the origin: good enough to choose cuts by.
const (
	meterX = 1000 / unitsPerKX
	meterY = 1000 / unitsPerKY
)

// pieces cuts a ring (counter-clockwise, not closed) into one piece per weight, areas about as the weights. The pieces tile the ring
// exactly: cuts run from vertex to vertex and both sides have the same points.
func pieces(ring []point, weights []float64, r *random) [][]point {
	if len(weights) <= 1 {
		return [][]point{ring}
	}
	k := len(weights) / 2
	share := total(weights[:k]) / total(weights)
	left, right := halves(ring, min(0.85, max(0.15, share)), len(weights), r)
	return append(pieces(left, weights[:k], r), pieces(right, weights[k:], r)...)
}

func total(w []float64) float64 {
	var sum float64
	for _, x := range w {
		sum += x
	}
	return sum
}

// chord is a possible cut from vertex i to vertex j of a ring; the piece i…j lies on its left.
type chord struct {
	i, j int
	cost float64
}

// manner is how careful a cut must be: how far from the border, as a share of its own step, and at what angle to it, radians.
type manner struct{ clear, angle float64 }

var manners = []manner{{0.5, 0.7}, {0.4, 0.45}, {0.25, 0.2}, {0.05, 0.03}, {0, 0}}

// halves cuts a ring in two, the first with about the given share of the area.
func halves(ring []point, share float64, parts int, r *random) (left, right []point) {
	cuts := chords(ring, share, r)
	step := cutStep(ring, parts)
	for _, m := range manners {
		left := slices.Clone(cuts)
		for len(left) > 0 { // one of the first few nearly always fits: no need to sort
			k := cheapest(left)
			if line, ok := drawn(ring, left[k], m, step, r); ok {
				return cutAlong(ring, left[k], line)
			}
			left[k] = left[len(left)-1]
			left = left[:len(left)-1]
		}
	}
	return corner(ring)
}

func cheapest(cuts []chord) int {
	best := 0
	for k := range cuts {
		if cuts[k].cost < cuts[best].cost {
			best = k
		}
	}
	return best
}

// corner cuts an odd ring where no chord fits: any straight diagonal, else a triangle off the longest edge.
func corner(ring []point) (left, right []point) {
	n := len(ring)
	longest := 0
	for i := range n {
		for j := i + 2; j <= i+n-2; j++ {
			if c := (chord{i: i, j: j % n}); inside(ring, c, nil, 0) {
				return cutAlong(ring, c, nil)
			}
		}
		if meters(ring[i], ring[(i+1)%n]) > meters(ring[longest], ring[(longest+1)%n]) {
			longest = i
		}
	}
	c := chord{i: longest, j: (longest + 1) % n}
	far := ring[(longest+2)%n]
	a, b := ring[c.i], ring[c.j]
	return cutAlong(ring, c, []point{{(2*a.x + 2*b.x + far.x) / 5, (2*a.y + 2*b.y + far.y) / 5}})
}

// chords lists cuts that leave about the wanted share; short ones are cheap.
func chords(ring []point, share float64, r *random) []chord {
	n := len(ring)
	sums := fans(ring)
	whole := sums[n] // twice the area
	size := math.Sqrt(whole / 2 * meterX * meterY)
	out := make([]chord, 0, 2*n)
	for i := range n {
		low, high := i+2, i+n-2
		for low < high { // the piece grows with j where the ring is about convex
			mid := (low + high) / 2
			if pieceArea(ring, sums, i, mid) < share*whole {
				low = mid + 1
			} else {
				high = mid
			}
		}
		for j := max(i+2, low-1); j <= min(low, i+n-2); j++ {
			off := math.Abs(pieceArea(ring, sums, i, j)/whole - share)
			long := meters(ring[i], ring[j%n]) / size
			out = append(out, chord{i, j % n, long*r.between(0.85, 1.15) + 4*off})
		}
	}
	return out
}

// fans returns running sums of twice the signed area, relative to vertex 0: sums[k] is up to vertex k, sums[n] the whole.
func fans(ring []point) []float64 {
	sums := make([]float64, 2*len(ring)+1)
	for k := range 2 * len(ring) {
		sums[k+1] = sums[k] + crossFrom(ring[0], ring[k%len(ring)], ring[(k+1)%len(ring)])
	}
	return sums
}

func crossFrom(o, a, b point) float64 {
	return float64((a.x-o.x)*(b.y-o.y) - (a.y-o.y)*(b.x-o.x))
}

// pieceArea is twice the area of the vertices i to j (j may run past the end) closed by the chord.
func pieceArea(ring []point, sums []float64, i, j int) float64 {
	n := len(ring)
	return sums[j] - sums[i] + crossFrom(ring[0], ring[j%n], ring[i%n])
}

func meters(a, b point) float64 {
	x, y := float64(a.x-b.x)*meterX, float64(a.y-b.y)*meterY
	return math.Sqrt(x*x + y*y)
}

// drawn returns the inner points of a cut, and whether it lies inside the ring in the given manner.
func drawn(ring []point, c chord, m manner, step float64, r *random) ([]point, bool) {
	a, b := ring[c.i], ring[c.j]
	length := meters(a, b)
	if length == 0 || !steep(ring, c.i, b, m.angle) || !steep(ring, c.j, a, m.angle) {
		return nil, false
	}
	n := int(math.Round(length / step))
	for _, bend := range []float64{0.07, 0.025, 0} {
		line := bent(a, b, n, bend*length, r)
		if inside(ring, c, line, m.clear*min(step, length)) {
			return line, true
		}
	}
	return nil, false
}

// cutStep is how far apart the points of a cut stand: a quarter of a finished piece, so that further cuts find vertices.
func cutStep(ring []point, parts int) float64 {
	sums := fans(ring)
	return max(2, math.Sqrt(sums[len(ring)]/2*meterX*meterY/float64(parts))/4)
}

// bent returns n-1 points between a and b on a line with one soft bend and a little noise, amplitude in metres.
func bent(a, b point, n int, amplitude float64, r *random) []point {
	dx, dy := float64(b.x-a.x), float64(b.y-a.y)
	length := meters(a, b)
	nx, ny := -dy*meterY/length/meterX, dx*meterX/length/meterY // one metre to the left, in units
	bow, wave, phase := r.between(-1, 1), r.between(0.2, 0.5), r.between(0, 6.28)
	line := make([]point, 0, max(0, n-1))
	for k := 1; k < n; k++ {
		t := float64(k) / float64(n)
		off := amplitude * (bow*4*t*(1-t)*0.7 + wave*math.Sin(phase+5*t)*math.Sin(math.Pi*t))
		line = append(line, point{a.x + int64(math.Round(dx*t+nx*off)), a.y + int64(math.Round(dy*t+ny*off))})
	}
	return line
}

// steep reports whether the direction from vertex i to a point makes at least the given angle with both edges of the ring at i.
func steep(ring []point, i int, to point, angle float64) bool {
	n := len(ring)
	d := direction(ring[i], to)
	limit := math.Cos(angle)
	return d.dot(direction(ring[i], ring[(i+1)%n])) <= limit && d.dot(direction(ring[i], ring[(i+n-1)%n])) <= limit
}

func direction(a, b point) vec {
	v := vec{float64(b.x-a.x) * meterX, float64(b.y-a.y) * meterY}
	return v.times(1 / max(v.length(), 1e-9))
}

// enters reports, exactly, whether the segment from vertex i to a point starts into the ring.
func enters(ring []point, i int, to point) bool {
	n := len(ring)
	o, before, after := ring[i], ring[(i+n-1)%n], ring[(i+1)%n]
	left, right := turn(o, after, to) > 0, turn(o, to, before) > 0
	if turn(o, after, before) > 0 {
		return left && right
	}
	return left || right
}

// inside reports whether the line vertex i, points…, vertex j runs inside the ring, meets it at its ends only, and keeps clear metres
// away from its other vertices. A bend is too soft to cross itself.
func inside(ring []point, c chord, line []point, clear float64) bool {
	full := make([]point, 0, len(line)+2)
	full = append(append(append(full, ring[c.i]), line...), ring[c.j])
	if !enters(ring, c.i, full[1]) || !enters(ring, c.j, full[len(full)-2]) {
		return false
	}
	n := len(ring)
	box := around(full, clear)
	for k := range n {
		p, q := ring[k], ring[(k+1)%n]
		if !box.meets(p, q) {
			continue
		}
		for s := range len(full) - 1 {
			if touches(n, k, c, full, s, p, q) || clear > 0 && !nextTo(k, c, n) && segmentDistance(p, full[s], full[s+1]) < clear {
				return false
			}
		}
	}
	return true
}

// nextTo reports whether vertex k is an end of the chord or beside one.
func nextTo(k int, c chord, n int) bool {
	return k == c.i || k == c.j || k == (c.i+1)%n || k == (c.j+1)%n || (k+1)%n == c.i || (k+1)%n == c.j
}

// touches reports whether edge k of the ring, from p to q, meets segment s of the line elsewhere than in a shared end.
func touches(n, k int, c chord, full []point, s int, p, q point) bool {
	a, b := full[s], full[s+1]
	atStart := s == 0 && (k == c.i || (k+1)%n == c.i)
	atEnd := s == len(full)-2 && (k == c.j || (k+1)%n == c.j)
	switch {
	case atStart && atEnd:
		return true
	case atStart:
		return overlaps(a, b, p, q)
	case atEnd:
		return overlaps(b, a, p, q)
	}
	return meet(a, b, p, q)
}

// overlaps reports whether the segments from shared to far and p to q, which have the end shared in common, run along each other.
func overlaps(shared, far, p, q point) bool {
	other := q
	if q == shared {
		other = p
	}
	return turn(shared, far, other) == 0 && (far.x-shared.x)*(other.x-shared.x)+(far.y-shared.y)*(other.y-shared.y) > 0
}

// turn is the sign of the turn a, b, c, exact: 1 left, -1 right, 0 straight.
func turn(a, b, c point) int {
	return cmp.Compare((b.x-a.x)*(c.y-a.y)-(b.y-a.y)*(c.x-a.x), 0)
}

// meet reports whether two closed segments have a point in common, exactly.
func meet(a, b, p, q point) bool {
	t1, t2, t3, t4 := turn(a, b, p), turn(a, b, q), turn(p, q, a), turn(p, q, b)
	if t1 != t2 && t3 != t4 {
		return true
	}
	return t1 == 0 && between(a, p, b) || t2 == 0 && between(a, q, b) || t3 == 0 && between(p, a, q) || t4 == 0 && between(p, b, q)
}

func between(a, m, b point) bool {
	return min(a.x, b.x) <= m.x && m.x <= max(a.x, b.x) && min(a.y, b.y) <= m.y && m.y <= max(a.y, b.y)
}

// simple reports whether a ring meets itself nowhere, exactly.
func simple(ring []point) bool {
	n := len(ring)
	for i := range n {
		a, b := ring[i], ring[(i+1)%n]
		near := box{point{min(a.x, b.x), min(a.y, b.y)}, point{max(a.x, b.x), max(a.y, b.y)}}
		for j := i + 1; j < n; j++ {
			p, q := ring[j], ring[(j+1)%n]
			switch {
			case !near.meets(p, q):
			case j == i+1 && overlaps(b, a, p, q), i == 0 && j == n-1 && overlaps(a, b, p, q):
				return false
			case j != i+1 && (i != 0 || j != n-1) && meet(a, b, p, q):
				return false
			}
		}
	}
	return n >= 3
}

// segmentDistance is the distance from p to the segment ab in metres.
func segmentDistance(p, a, b point) float64 {
	v := vec{float64(p.x-a.x) * meterX, float64(p.y-a.y) * meterY}
	e := vec{float64(b.x-a.x) * meterX, float64(b.y-a.y) * meterY}
	t := 0.0
	if l := e.dot(e); l > 0 {
		t = min(1, max(0, v.dot(e)/l))
	}
	return v.sub(e.times(t)).length()
}

// box is a bounding box in units.
type box struct{ lo, hi point }

func around(line []point, margin float64) box {
	b := box{line[0], line[0]}
	for _, p := range line {
		b.lo = point{min(b.lo.x, p.x), min(b.lo.y, p.y)}
		b.hi = point{max(b.hi.x, p.x), max(b.hi.y, p.y)}
	}
	mx, my := int64(margin/meterX)+1, int64(margin/meterY)+1
	return box{point{b.lo.x - mx, b.lo.y - my}, point{b.hi.x + mx, b.hi.y + my}}
}

func (b box) meets(p, q point) bool {
	return max(p.x, q.x) >= b.lo.x && min(p.x, q.x) <= b.hi.x && max(p.y, q.y) >= b.lo.y && min(p.y, q.y) <= b.hi.y
}

// cutAlong returns the two pieces of a ring on the left and the right of a cut.
func cutAlong(ring []point, c chord, line []point) (left, right []point) {
	back := slices.Clone(line)
	slices.Reverse(back)
	left = append(along(ring, c.i, c.j), back...)
	right = append(along(ring, c.j, c.i), line...)
	return left, right
}

// along returns the vertices from i to j, both included, running round the end.
func along(ring []point, i, j int) []point {
	if j < i {
		return append(slices.Clone(ring[i:]), ring[:j+1]...)
	}
	return slices.Clone(ring[i : j+1])
}
