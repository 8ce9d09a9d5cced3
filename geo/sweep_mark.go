package geo

import "slices"

// mark is a place where a disk or the tile begins or ends, on the way around a circle or along an edge.
type mark struct {
	at   XY
	key  float64 // its order: turn around the circle, or share of the edge
	edge int32
	disk int32 // that begins or ends; -1 for the tile
	step int32 // 1 begins, -1 ends
}

// place is what marks are sorted by; a disk's beginning is marked before its end, so that no depth falls below 0.
type place struct {
	key        float64
	edge, mark int32
}

func comparePlaces(a, b place) int {
	switch {
	case a.edge != b.edge:
		return int(a.edge - b.edge)
	case a.key < b.key:
		return -1
	case a.key > b.key:
		return 1
	}
	return int(a.mark - b.mark)
}

func (s *sweep) sort(marks []mark) {
	s.order = s.order[:0]
	for i := range marks {
		s.order = append(s.order, place{marks[i].key, marks[i].edge, int32(i)})
	}
	slices.SortFunc(s.order, comparePlaces)
}

// cover tells which disks lie over a place: how many and the sum of their numbers, which is the number of the disk if it is one.
type cover struct{ depth, sum int32 }

func (c *cover) add(disk, step int32) {
	c.depth += step
	c.sum += disk * step
}

// bounds is a piece of a boundary, or many: twice the area, and the way from start to end, which is nothing once it is closed.
type bounds struct {
	twice float64
	way   XY
}

func (b *bounds) add(piece bounds) {
	b.twice += piece.twice
	b.way = b.way.plus(piece.way)
}

func (b bounds) times(winding int) bounds {
	return bounds{b.twice * float64(winding), b.way.times(float64(winding))}
}

// level is what lies in a number of disks: stretches of edges, and arcs with so many others over them.
type level struct{ edge, arc bounds }
