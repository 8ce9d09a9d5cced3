package geo

import (
	"cmp"
	"math"
	"slices"
)

// face is one loop of a boundary: the outside of a part if its area is positive, a hole if negative.
type face struct {
	area   float64
	chords []XY // the loop, arcs as one chord each
	probe  XY   // a point of the loop that lies on no other
}

// holds reports whether the loop runs around p. Chords serve as well as arcs: what lies between an arc and its chord lies in a
// disk, and a loop of what disks leave has no point in a disk.
func (f *face) holds(p XY) bool {
	around := region{points: f.chords, ends: []int32{int32(len(f.chords))}}
	return around.winding(p) != 0
}

// assemble makes parts of loops: each is an outside and its holes, a hole goes to the smallest outside around it. Parts are lists of
// numbers of faces, the outside first, largest outside first. Loops of no more than `least` square metres are rounding and dropped; ok is
// false if a larger hole lies in nothing.
func assemble(faces []face, least float64) (parts [][]int, ok bool) {
	order := make([]int, 0, len(faces))
	for i := range faces {
		if math.Abs(faces[i].area) > least {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(faces[j].area, faces[i].area) }) // holes behind all outsides
	var boxes []planeBox
	for _, i := range order {
		f := &faces[i]
		if f.area > 0 {
			parts, boxes = append(parts, []int{i}), append(boxes, boxOf(f.chords))
			continue
		}
		host := len(parts) - 1 // from the smallest on
		for host >= 0 && (boxes[host].near2(f.probe) > 0 || !faces[parts[host][0]].holds(f.probe)) {
			host--
		}
		if host < 0 {
			return nil, false
		}
		parts[host] = append(parts[host], i)
	}
	return parts, true
}

func boxOf(points []XY) planeBox {
	box := emptyPlaneBox()
	for _, p := range points {
		box.add(p)
	}
	return box
}
