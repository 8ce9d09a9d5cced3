package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Sample is a point that stands for a part of a shape.
type Sample struct {
	Point orb.Point // the center of gravity of the part; it may lie outside a part that is not convex
	Area  float64   // m², > 0
}

// Samples stands points for what the disks leave of a shape, which is cut into cells of at most the given side by lines of equal longitude
// and latitude: one for each cell, or for each part of a cell that disks cross. The areas add up to s.Area() − UnionArea(s), to 1e-6 of the
// shape.
func (d *Disks) Samples(s *Shape, side Length) []Sample {
	k := kernels.Get().(*kernel)
	defer kernels.Put(k)
	var out []Sample
	for _, cell := range s.cells(side) {
		if area, full := k.tile(d, &cell, nil); !full && area < cell.area {
			out = append(out, cell.samples(k.disks, cell.area-area)...)
		}
	}
	return out
}

// cells cuts a shape.
func (s *Shape) cells(side Length) []tile {
	width, height := extent(s.bound)
	if width <= side.Meters() && height <= side.Meters() {
		return s.tiles
	}
	t := tiler{side: side.Meters(), bend: math.Max(bendShare*1.5*s.area/width, 1e-6)}
	for _, polygon := range s.world {
		t.part(appendOpen(nil, polygon))
	}
	return t.tiles
}

// sampleTolerance is how far a chord of a part may stray from its arc: enough for its center of gravity.
const sampleTolerance = Length(1)

// samples stands points for what disks leave of a cell; left is its area. Where the parts cannot be told apart the cell's own center stands
// for all.
func (t *tile) samples(disks []planeDisk, left float64) []Sample {
	whole := Sample{t.frame.Unproject(t.moments().times(1 / t.area)), left}
	if left == t.area {
		return []Sample{whole}
	}
	pieces, ok := t.without(disks, left, sampleTolerance)
	if !ok || len(pieces) == 0 {
		return []Sample{whole}
	}
	scale(pieces, left)
	out := make([]Sample, len(pieces))
	for i, p := range pieces {
		out[i] = Sample{NewShape(orb.MultiPolygon{p.Outline}).Centroid(), p.Area}
	}
	return out
}
