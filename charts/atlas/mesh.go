package atlas

import "quarter/charts"

// mesh are the edges that were drawn, without direction.
type mesh map[[2][2]int32]bool

// mark notes an edge; it reports whether that was new.
func (m mesh) mark(a, b [2]int32) bool {
	if b[0] < a[0] || b[0] == a[0] && b[1] < a[1] {
		a, b = b, a
	}
	k := [2][2]int32{a, b}
	if m[k] {
		return false
	}
	m[k] = true
	return true
}

// add notes all edges of a line.
func (m mesh) add(line [][2]int32) {
	for i := 1; i < len(line); i++ {
		m.mark(line[i-1], line[i])
	}
}

// rings are the corners of all rings of a region, in quanta.
func rings(r charts.Region) [][][2]int32 {
	var out [][][2]int32
	for _, polygon := range r {
		for _, path := range polygon {
			out = append(out, quanta(path))
		}
	}
	return out
}
