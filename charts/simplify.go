package charts

// Outlines are drawn with as few corners as a screen can show, and still fit each other. All rings of a map, those of communities and those
// of the grids in them, are taken apart into one net of corners and the edges between them:
//
//	·──·──●──·──·      ● a junction: rings part here, and it stays
//	│     │     │      · a corner with two neighbours, whoever's ring it is: it may go, and then it goes for all rings at once
//	·─────●─────·
//
// A corner v between a and c goes when it lies within slack of the edge a–c, the nearest corners first, so that a curve keeps its form
// (in the manner of Visvalingam and Whyatt 1993, by distance). It stays when
//
//  1. another corner lies in the triangle a v c: nothing is ever swept over, so no edges come to cross and nothing changes sides;
//  2. there is an edge a–c already: no ring collapses, and no two rings become one.
//
// Rounds go on until nothing more can go, so that doing it twice changes nothing.

// net is the corners of rings, each once.
type net struct {
	at       [][2]int32
	beside   [][2]int32 // the neighbours of a corner that may go
	fixed    []bool     // a junction, or an end
	gone     []bool
	straight map[[2]int32]bool // edges between fixed corners
	index    *buckets
}

// simplifyRings drops corners of closed rings together; slack is how far a corner that goes may lie from the line that remains, in quanta.
func simplifyRings(rings [][][2]int32, slack float64) [][][2]int32 {
	n, corners := newNet(rings)
	for n.round(slack * slack) {
	}
	out := make([][][2]int32, len(rings))
	for i, ring := range corners {
		out[i] = n.ring(ring)
	}
	return out
}

// newNet finds the corners of rings, and returns the rings as lists of them, open.
func newNet(rings [][][2]int32) (*net, [][]int32) {
	index, corners := newBuckets(rings)
	n := &net{at: index.at, index: index, straight: map[[2]int32]bool{}}
	n.beside, n.fixed, n.gone = make([][2]int32, len(n.at)), make([]bool, len(n.at)), make([]bool, len(n.at))
	for i := range n.beside {
		n.beside[i] = [2]int32{-1, -1}
	}
	for _, ring := range corners {
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			n.join(a, b)
			n.join(b, a)
		}
	}
	for v, beside := range n.beside {
		n.fixed[v] = n.fixed[v] || beside[1] < 0
	}
	for _, ring := range corners {
		for i, b := range ring {
			if a := ring[(i+len(ring)-1)%len(ring)]; n.fixed[a] && n.fixed[b] {
				n.straight[ordered(a, b)] = true
			}
		}
	}
	return n, corners
}

// join makes b a neighbour of a; a third one makes a junction.
func (n *net) join(a, b int32) {
	switch beside := &n.beside[a]; {
	case beside[0] == b || beside[1] == b:
	case beside[0] < 0:
		beside[0] = b
	case beside[1] < 0:
		beside[1] = b
	default:
		n.fixed[a] = true
	}
}

func ordered(a, b int32) [2]int32 { return [2]int32{min(a, b), max(a, b)} }

// round drops corners chain by chain and reports whether any went; slack is squared, as all distances in the net.
func (n *net) round(slack float64) bool {
	seen := make([]bool, len(n.at))
	any := false
	var q queue
	for v := range n.at {
		if !n.fixed[v] && !n.gone[v] && !seen[v] {
			q.of = q.of[:0]
			n.chain(int32(v), func(at int32) {
				seen[at] = true
				if far := n.far(at); far <= slack {
					q.push(far, at)
				}
			})
			any = n.thin(&q, slack) || any
		}
	}
	return any
}

// chain visits the corners between two junctions, or all of a ring that has none.
func (n *net) chain(v int32, visit func(int32)) {
	visit(v)
	for _, way := range n.beside[v] {
		from, at := v, way
		for !n.fixed[at] && at != v {
			visit(at)
			from, at = at, n.across(at, from)
		}
		if at == v {
			return // all the way round
		}
	}
}

// across is the neighbour of a corner on the other side than from.
func (n *net) across(at, from int32) int32 {
	if n.beside[at][0] == from {
		return n.beside[at][1]
	}
	return n.beside[at][0]
}

// thin drops the corners of a chain, the nearest to their line first.
func (n *net) thin(q *queue, slack float64) bool {
	any := false
	for len(q.of) > 0 {
		far, v := q.pop()
		if n.gone[v] || far != n.far(v) || !n.mayGo(v) {
			continue // gone, or queued anew with another distance, or kept
		}
		a, c := n.drop(v)
		any = true
		for _, next := range []int32{a, c} {
			if n.fixed[next] {
				continue
			}
			if far := n.far(next); far <= slack {
				q.push(far, next)
			}
		}
	}
	return any
}

// far is how far a corner lies from the edge that would remain, squared, to the last bit the same from either end.
func (n *net) far(v int32) float64 {
	a, c := n.at[n.beside[v][0]], n.at[n.beside[v][1]]
	if compareCorners(a, c) > 0 {
		a, c = c, a
	}
	return offLineSquared(n.at[v], a, c)
}

func (n *net) mayGo(v int32) bool {
	a, c := n.beside[v][0], n.beside[v][1]
	switch {
	case !n.fixed[a]:
		if n.beside[a][0] == c || n.beside[a][1] == c {
			return false
		}
	case !n.fixed[c]:
		if n.beside[c][0] == a || n.beside[c][1] == a {
			return false
		}
	case a == c || n.straight[ordered(a, c)]:
		return false
	}
	return n.empty(a, v, c)
}

// drop takes a corner out and returns its neighbours, which are neighbours now.
func (n *net) drop(v int32) (a, c int32) {
	a, c = n.beside[v][0], n.beside[v][1]
	n.gone[v] = true
	for _, link := range [][2]int32{{a, c}, {c, a}} {
		if from := link[0]; !n.fixed[from] {
			n.beside[from] = [2]int32{n.across(from, v), link[1]}
		}
	}
	if n.fixed[a] && n.fixed[c] {
		n.straight[ordered(a, c)] = true
	}
	return a, c
}

// empty reports whether no other corner lies in the triangle of three, or on its sides.
func (n *net) empty(a, v, c int32) bool {
	p, q, r := n.at[a], n.at[v], n.at[c]
	low := [2]int32{min(p[0], q[0], r[0]), min(p[1], q[1], r[1])}
	high := [2]int32{max(p[0], q[0], r[0]), max(p[1], q[1], r[1])}
	return n.index.none(low, high, func(w int32) bool {
		return !n.gone[w] && w != a && w != v && w != c && inBox(n.at[w], low, high) && inTriangle(n.at[w], p, q, r)
	})
}

func inBox(w, low, high [2]int32) bool {
	return w[0] >= low[0] && w[0] <= high[0] && w[1] >= low[1] && w[1] <= high[1]
}

// inTriangle reports whether w lies in a triangle or on its sides, whichever way it turns; of three corners in line, whether it lies in
// their line.
func inTriangle(w, p, q, r [2]int32) bool {
	a, b, c := cross(p, q, w), cross(q, r, w), cross(r, p, w)
	return a >= 0 && b >= 0 && c >= 0 || a <= 0 && b <= 0 && c <= 0
}

// cross is above 0 where w lies left of the way from a to b.
func cross(a, b, w [2]int32) int64 {
	return int64(b[0]-a[0])*int64(w[1]-a[1]) - int64(b[1]-a[1])*int64(w[0]-a[0])
}

// ring is what remains of a ring, closed.
func (n *net) ring(corners []int32) [][2]int32 {
	out := make([][2]int32, 0, len(corners)/2)
	for _, v := range corners {
		if !n.gone[v] {
			out = append(out, n.at[v])
		}
	}
	return append(out, out[0])
}

// queue is a heap of corners, the nearest to their line first, then the first in the order of the net.
type queue struct{ of []queued }

type queued struct {
	far float64 // squared
	v   int32
}

func (q *queue) less(i, j int) bool {
	a, b := q.of[i], q.of[j]
	return a.far < b.far || a.far == b.far && a.v < b.v
}

func (q *queue) push(far float64, v int32) {
	q.of = append(q.of, queued{far, v})
	for i := len(q.of) - 1; i > 0; {
		up := (i - 1) / 2
		if !q.less(i, up) {
			return
		}
		q.of[i], q.of[up] = q.of[up], q.of[i]
		i = up
	}
}

func (q *queue) pop() (float64, int32) {
	top := q.of[0]
	last := len(q.of) - 1
	q.of[0] = q.of[last]
	q.of = q.of[:last]
	for i := 0; ; {
		least := i
		for _, below := range []int{2*i + 1, 2*i + 2} {
			if below < last && q.less(below, least) {
				least = below
			}
		}
		if least == i {
			return top.far, top.v
		}
		q.of[i], q.of[least] = q.of[least], q.of[i]
		i = least
	}
}
