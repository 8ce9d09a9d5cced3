package geo

import (
	"cmp"
	"math"
	"slices"
)

// mesh is the edges of polygons that lie side by side, tied together where their boundaries meet:
//
//	1 snap    vertices within the tolerance of each other become one node
//	2 split   an edge is split at the nodes within the tolerance of it
//	3 cancel  where two polygons run along an edge in opposite directions it is inside of both
//	4 trace   the edges left are chained into simple loops
//
// Every step leaves as many edges ending in a node as starting there, so the loops always close.
type mesh struct {
	at        []XY     // of the nodes
	given     []int32  // by node: the vertex that it stands on
	edges     []border // in order of their ends
	tolerance float64  // m
}

// border is a directed edge with the inside of its owner on the left.
type border struct {
	a, b  int32
	owner int32
}

func (e border) ends() (lo, hi int32) { return min(e.a, e.b), max(e.a, e.b) }

func (e border) compare(f border) int {
	eLo, eHi := e.ends()
	fLo, fHi := f.ends()
	if eLo != fLo {
		return int(eLo - fLo)
	}
	if eHi != fHi {
		return int(eHi - fHi)
	}
	return cmp.Or(int(e.owner-f.owner), int(e.a-f.a))
}

// newMesh ties open rings together, outsides counter-clockwise and holes clockwise; owners are the polygons that they belong to.
func newMesh(rings [][]XY, owners []int32, tolerance float64) *mesh {
	m := &mesh{tolerance: tolerance}
	node := m.snap(slices.Concat(rings...))
	m.edges = make([]border, 0, len(node))
	length, first := 0.0, 0
	for k, ring := range rings {
		nodes := node[first : first+len(ring)]
		first += len(ring)
		for i, b := range nodes {
			if a := nodes[(i+len(nodes)-1)%len(nodes)]; a != b {
				m.edges = append(m.edges, border{a, b, owners[k]})
				length += m.at[b].minus(m.at[a]).length()
			}
		}
	}
	if len(m.edges) > 0 {
		m.split(length / float64(len(m.edges)))
	}
	slices.SortFunc(m.edges, border.compare)
	return m
}

// snap makes the nodes and returns the node of each point: the first vertex within the tolerance that is a node itself.
func (m *mesh) snap(points []XY) []int32 {
	rows := newRows(points, 2*m.tolerance)
	m.at, m.given = make([]XY, 0, len(points)), make([]int32, 0, len(points))
	node := make([]int32, len(points))
	for i := range node {
		node[i] = -1
	}
	for i, p := range points {
		if node[i] >= 0 {
			continue
		}
		n := int32(len(m.at))
		m.at, m.given = append(m.at, p), append(m.given, int32(i))
		rows.near(p, p, m.tolerance, func(j int32) {
			if u := points[j].minus(p); node[j] < 0 && u.dot(u) <= m.tolerance*m.tolerance {
				node[j] = n
			}
		})
	}
	return node
}

// split cuts edges at the nodes that lie on them; length is that of an edge, in the mean.
func (m *mesh) split(length float64) {
	type stop struct {
		along float64
		node  int32
	}
	rows := newRows(m.at, math.Max(length, 2*m.tolerance))
	var stops []stop
	out := make([]border, 0, len(m.edges)+len(m.edges)/4)
	for _, e := range m.edges {
		a, b := m.at[e.a], m.at[e.b]
		u := b.minus(a)
		l2 := u.dot(u)
		stops = stops[:0]
		rows.near(a, b, m.tolerance, func(n int32) {
			v := m.at[n].minus(a)
			along, aside := v.dot(u), v.cross(u)
			if n != e.a && n != e.b && along > 0 && along < l2 && aside*aside <= m.tolerance*m.tolerance*l2 {
				stops = append(stops, stop{along, n})
			}
		})
		slices.SortFunc(stops, func(s, t stop) int { return cmp.Or(cmp.Compare(s.along, t.along), cmp.Compare(s.node, t.node)) })
		from := e.a
		for _, s := range stops {
			out = append(out, border{from, s.node, e.owner})
			from = s.node
		}
		out = append(out, border{from, e.b, e.owner})
	}
	m.edges = out
}

// opposites calls visit for every two edges with the same ends and opposite directions that `match` allows, each edge once at most.
func (m *mesh) opposites(match func(e, f border) bool, visit func(i, j int)) {
	used := make([]bool, len(m.edges))
	for from, to := 0, 0; from < len(m.edges); from = to {
		lo, hi := m.edges[from].ends()
		for to = from + 1; to < len(m.edges) && sameEnds(m.edges[to], lo, hi); {
			to++
		}
		for i := from; i < to; i++ {
			for j := i + 1; j < to && !used[i]; j++ {
				if !used[j] && m.edges[i].a == m.edges[j].b && match(m.edges[i], m.edges[j]) {
					used[i], used[j] = true, true
					visit(i, j)
				}
			}
		}
	}
}

func sameEnds(e border, lo, hi int32) bool {
	eLo, eHi := e.ends()
	return eLo == lo && eHi == hi
}

// dissolve removes the edges between polygons of one group; group[i] is that of polygon i. The rest has groups as owners.
func (m *mesh) dissolve(group []int32) {
	gone := make([]bool, len(m.edges))
	m.opposites(
		func(e, f border) bool { return group[e.owner] == group[f.owner] },
		func(i, j int) { gone[i], gone[j] = true, true },
	)
	kept := m.edges[:0]
	for i, e := range m.edges {
		if !gone[i] {
			kept = append(kept, border{e.a, e.b, group[e.owner]})
		}
	}
	m.edges = kept
}
