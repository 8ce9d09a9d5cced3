package geo

import (
	"maps"
	"math"
	"slices"
)

// eachPart calls visit for every polygon that the edges of one owner bound, owners in order and their largest polygons first: its loops as
// lists of nodes, the outside first. Loops narrower than the tolerance are gaps and left out.
func (m *mesh) eachPart(visit func(owner int32, loops [][]int32)) {
	loops, faces := map[int32][][]int32{}, map[int32][]face{}
	m.eachLoop(func(owner int32, loop []int32) {
		points := m.points(loop)
		if f := (face{ringArea(points), points, points[0].toward(points[1], 0.5)}); math.Abs(f.area) > m.tolerance*perimeter(points)/2 {
			loops[owner], faces[owner] = append(loops[owner], loop), append(faces[owner], f)
		}
	})
	for _, owner := range slices.Sorted(maps.Keys(loops)) {
		parts, _ := assemble(faces[owner], 0)
		for _, part := range parts {
			var rings [][]int32
			for _, k := range part {
				rings = append(rings, loops[owner][k])
			}
			visit(owner, rings)
		}
	}
}

// perimeter is the length of an open ring, m.
func perimeter(ring []XY) float64 {
	sum := 0.0
	a := ring[len(ring)-1]
	for _, b := range ring {
		sum += b.minus(a).length()
		a = b
	}
	return sum
}

// points are the places of nodes.
func (m *mesh) points(loop []int32) []XY {
	out := make([]XY, len(loop))
	for i, n := range loop {
		out[i] = m.at[n]
	}
	return out
}

// eachLoop chains the edges of each owner into loops that pass no node twice.
func (m *mesh) eachLoop(visit func(owner int32, loop []int32)) {
	w := newWalker(m)
	for e := range m.edges {
		if w.used[e] {
			continue
		}
		for at := int32(e); ; at = w.follow(w.path[len(w.path)-1]) {
			w.used[at] = true
			w.place[m.edges[at].a] = int32(len(w.path))
			w.path = append(w.path, at)
			if back := w.place[m.edges[at].b]; back >= 0 {
				visit(m.edges[at].owner, w.cut(back))
			}
			if len(w.path) == 0 {
				break
			}
		}
	}
}

// walker walks along the edges of a mesh, each once.
type walker struct {
	*mesh
	first, leaving []int32 // leaving[first[n]:first[n+1]] are the edges that start at node n
	used           []bool
	path           []int32 // edges
	place          []int32 // by node: where it stands on the path, or -1
}

func newWalker(m *mesh) *walker {
	w := &walker{mesh: m, first: make([]int32, len(m.at)+1), leaving: make([]int32, len(m.edges)), used: make([]bool, len(m.edges)), place: make([]int32, len(m.at))}
	for _, e := range m.edges {
		w.first[e.a+1]++
	}
	for n := range m.at {
		w.first[n+1] += w.first[n]
		w.place[n] = -1
	}
	next := slices.Clone(w.first)
	for i, e := range m.edges {
		w.leaving[next[e.a]] = int32(i)
		next[e.a]++
	}
	return w
}

// cut takes the loop that starts at a place off the path.
func (w *walker) cut(from int32) []int32 {
	loop := make([]int32, 0, len(w.path)-int(from))
	for _, e := range w.path[from:] {
		n := w.edges[e].a
		loop = append(loop, n)
		w.place[n] = -1
	}
	w.path = w.path[:from]
	return loop
}

// follow returns the edge to walk after another: the first one clockwise from it, looking back. Between the two lies nothing but inside, so
// polygons that touch in a point stay apart.
func (w *walker) follow(in int32) int32 {
	e := w.edges[in]
	back := w.at[e.a].minus(w.at[e.b])
	best, least := int32(-1), math.Inf(1)
	for _, out := range w.leaving[w.first[e.b]:w.first[e.b+1]] {
		if f := w.edges[out]; !w.used[out] && f.owner == e.owner {
			angle := clockwiseAngle(back, w.at[f.b].minus(w.at[f.a]))
			if angle == 0 {
				angle = 2 * math.Pi
			}
			if angle < least {
				best, least = out, angle
			}
		}
	}
	return best
}
