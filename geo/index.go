package geo

import (
	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
)

// Index finds bounding boxes, antimeridian included; safe for concurrent use after it is built.
//
// A box may pass ±180 (179 to 181, or 179 to -179): it is stored once, with its western side in [-180, 180).
type Index struct {
	tree rtree.RTreeG[int32]
	east float64 // the easternmost side stored; from 180 on, boxes pass the antimeridian
}

// turnRounding is more than a turn of 360° can round away, in degrees.
const turnRounding = 1e-12

// visitor receives boxes as the tree stores them; it returns false to stop.
type visitor func(lo, hi [2]float64, i int32) bool

// NewIndex loads the boxes; box i keeps the number i. Empty boxes (south above north) are never found.
func NewIndex(boxes []orb.Bound) *Index {
	x := &Index{east: -180}
	for i, b := range boxes {
		if lo, hi, ok := canonical(b); ok {
			x.tree.Insert(lo, hi, int32(i))
			x.east = max(x.east, hi[0])
		}
	}
	return x
}

// Search calls yield with the number of each box that meets b (in no order, each once) until it returns false. Touching is meeting.
func (x *Index) Search(b orb.Bound, yield func(i int) bool) {
	x.search(b, func(_, _ [2]float64, i int32) bool { return yield(int(i)) })
}

func (x *Index) search(b orb.Bound, visit visitor) {
	lo, hi, ok := canonical(b)
	if !ok {
		return
	}
	if hi[0] < 180 && x.east < 180 {
		x.tree.Search(lo, hi, visit)
		return
	}
	x.searchAround(lo, hi, visit)
}

// searchAround repeats the search one turn to the west and to the east, and reports a box at the first turn that meets it.
func (x *Index) searchAround(lo, hi [2]float64, visit visitor) {
	turns := [3]float64{0, -360, 360}
	more := true
	for k := 0; k < len(turns) && more; k++ {
		from := [2]float64{lo[0] + turns[k], lo[1]}
		to := [2]float64{hi[0] + turns[k], hi[1]}
		x.tree.Search(from, to, func(bLo, bHi [2]float64, i int32) bool {
			for _, t := range turns[:k] {
				if bLo[0] <= hi[0]+t && bHi[0] >= lo[0]+t {
					return true
				}
			}
			more = visit(bLo, bHi, i)
			return more
		})
	}
}

// canonical brings the western side into [-180, 180); ok is false for an empty box or one with NaN.
func canonical(b orb.Bound) (lo, hi [2]float64, ok bool) {
	lo, hi = b.Min, b.Max
	if hi[0] < lo[0] {
		hi[0] += 360
	}
	width := hi[0] - lo[0]
	if !(lo[1] <= hi[1]) || !(width >= 0) {
		return lo, hi, false
	}
	if width >= 360 {
		lo[0], hi[0] = -180, 180
	} else if lo[0] < -180 || lo[0] >= 180 {
		west := reduce(lo[0])
		hi[0] += west - lo[0]
		lo[0] = west
		lo[0], hi[0] = lo[0]-turnRounding, hi[0]+turnRounding
	}
	return lo, hi, true
}
