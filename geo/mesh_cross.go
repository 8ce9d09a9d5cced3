package geo

import (
	"cmp"
	"math"
	"slices"
)

// overlaps calls visit for polygons that lie on top of each other somewhere: they run along an edge in one direction, or edges of theirs
// cross. inner are edges inside of two polygons, which need no look. A polygon that lies in another and touches nothing is not found.
func (m *mesh) overlaps(inner []bool, visit func(i, j int32)) {
	for i := 1; i < len(m.edges); i++ {
		if e, f := m.edges[i-1], m.edges[i]; e.a == f.a && e.b == f.b && e.owner != f.owner {
			visit(e.owner, f.owner)
		}
	}
	for _, row := range m.edgeRows(inner) {
		slices.SortFunc(row, m.fromWest)
		for i, e := range row {
			east := max(m.at[e.a].X, m.at[e.b].X)
			for _, f := range row[i+1:] {
				if m.west(f) > east {
					break
				}
				if e.owner != f.owner && m.cross(e, f) {
					visit(e.owner, f.owner)
				}
			}
		}
	}
}

func (m *mesh) west(e border) float64 { return min(m.at[e.a].X, m.at[e.b].X) }

// fromWest orders edges by their western ends.
func (m *mesh) fromWest(e, f border) int {
	if c := cmp.Compare(m.west(e), m.west(f)); c != 0 {
		return c
	}
	return e.compare(f)
}

// edgeRows sorts the edges that are not inner into rows as high as an edge is long; an edge stands in every row that it passes.
func (m *mesh) edgeRows(inner []bool) [][]border {
	box, length, n := boxOf(m.at), 0.0, 0.0
	for i, e := range m.edges {
		if !inner[i] {
			length, n = length+m.at[e.b].minus(m.at[e.a]).length(), n+1
		}
	}
	if n == 0 {
		return nil
	}
	span := box.hi.Y - box.lo.Y
	height := math.Max(length/n, span/(2*n))
	rows := make([][]border, int(span/height)+1)
	row := func(y float64) int { return min(int((y-box.lo.Y)/height), len(rows)-1) }
	for i, e := range m.edges {
		if !inner[i] {
			for k := row(min(m.at[e.a].Y, m.at[e.b].Y)); k <= row(max(m.at[e.a].Y, m.at[e.b].Y)); k++ {
				rows[k] = append(rows[k], e)
			}
		}
	}
	return rows
}

// cross reports whether two edges cross between their ends.
func (m *mesh) cross(e, f border) bool {
	if e.a == f.a || e.a == f.b || e.b == f.a || e.b == f.b {
		return false
	}
	apart := func(o, p, q, r int32) bool {
		u := m.at[p].minus(m.at[o])
		return u.cross(m.at[q].minus(m.at[o]))*u.cross(m.at[r].minus(m.at[o])) < 0
	}
	return apart(e.a, e.b, f.a, f.b) && apart(f.a, f.b, e.a, e.b)
}
