package geo

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// The area of a union of disks inside a polygon is the sum over the disks of area(disk ∩ cell ∩ polygon), where the cell of disk i is
// what lies nearer to it than to any other in power distance |x - c|² - r² (its power or Laguerre cell; Aurenhammer 1987). Cells meet along straight
// lines, one per pair of disks, so all that is needed is to clip a polygon by half-planes and to intersect it with one disk:
//
//	1 gather   find the disks that reach the box; one that holds all of the polygon ends the work   (gather)
//	2 sort     nearest first, in power distance from the middle of the box                          (order)
//	3 drop     disks inside other disks; of equal ones the lowest number stays                      (dropNested)
//	4 cell     clip the polygon by the half-planes of the disks that properly intersect this one     (cell.go)
//	5 sum      add the area within the disk, edge by edge                                            (sector.go)
//
// Everything is continuous in the input: a wrong sign near zero costs rounding, never a piece.

// planeDisk is a disk in a frame.
type planeDisk struct {
	c     XY
	r     float64
	power float64 // |c - middle of the box|² - r²
	id    int32
}

// kernel is the scratch space of one measurement, reused through a pool.
type kernel struct {
	disks   []planeDisk
	cell    cell
	grid    grid
	widest  float64    // largest radius
	voronoi bool       // share out the whole region, radii play no role
	seen    []seenEdge // of the Reach in the making, like loops
	loops   []loop

	// State of the gathering from the index.
	from    *Disks
	tileAt  *tile
	holders []int32 // disks that hold the whole tile
	all     bool    // look for more after the first holder
	visit   visitor
}

var kernels = sync.Pool{New: func() any { return newKernel() }}

func newKernel() *kernel {
	k := new(kernel)
	k.visit = func(_, _ [2]float64, i int32) bool {
		if k.gather(&k.tileAt.region, k.tileAt.frame.place(&k.from.sites[i]), k.from.disks[i].Radius.Meters(), i) {
			k.holders = append(k.holders, i)
		}
		return k.all || len(k.holders) == 0
	}
	return k
}

// collect gathers the disks of a set that reach a tile, up to the first that holds all of it unless all are asked for.
func (k *kernel) collect(d *Disks, t *tile) {
	k.holders = k.holders[:0]
	k.from, k.tileAt = d, t
	d.index.search(t.bound, k.visit)
	k.from, k.tileAt = nil, nil
}

// tile returns the area of the union within one tile, and whether the union covers it.
func (k *kernel) tile(d *Disks, t *tile, extra []Disk) (area float64, full bool) {
	k.disks = k.disks[:0]
	for i := len(extra) - 1; i >= 0; i-- { // the last one first: it often holds all of the tile, and then nothing needs to be looked up
		e := &extra[i]
		at := newSite(e.Center)
		if math.Sqrt(at.at.minus(t.frame.at).length2())-1.01*math.Sqrt(t.box.far2(XY{})) < e.Radius.Meters() &&
			k.gather(&t.region, t.frame.place(&at), e.Radius.Meters(), int32(len(d.disks)+i)) {
			return t.area, true
		}
	}
	if k.collect(d, t); len(k.holders) > 0 {
		return t.area, true
	}
	return k.measure(&t.region)
}

// union is the whole computation in a plane: the area of the disks' union within a region, m².
func (k *kernel) union(p *region, centers []XY, radii []float64) float64 {
	k.disks = k.disks[:0]
	for i, c := range centers {
		if k.gather(p, c, radii[i], int32(i)) {
			return p.area
		}
	}
	area, _ := k.measure(p)
	return math.Min(math.Max(area, 0), p.area)
}

// gather keeps a disk that shares area with the region and returns true if it holds the whole region.
func (k *kernel) gather(p *region, c XY, r float64, id int32) bool {
	r2 := r * r
	if !(r > 0) || p.box.near2(c) >= r2 {
		return false
	}
	if p.box.far2(c) <= r2 {
		return true
	}
	switch some, all := p.vertices(c, r2); {
	case all:
		return true
	case !some && !p.reached(c, r2):
		return false
	}
	m := c.minus(p.box.center())
	k.disks = append(k.disks, planeDisk{c, r, m.dot(m) - r2, id})
	return false
}

// measure returns the area of the union of the gathered disks within the region, and whether it covers the region.
func (k *kernel) measure(p *region) (area float64, full bool) {
	if len(k.disks) == 0 {
		return 0, false
	}
	k.order()
	k.grid.load(k.disks)
	k.dropNested()
	full = true
	for i := range k.disks {
		if k.disks[i].r == 0 || !k.clip(p, int32(i)) {
			continue
		}
		piece, held := k.cell.within(k.disks[i].r)
		area += piece
		full = full && held
	}
	// Every cell within its disk means all of the region; the sum guards against a region too thin to have cells.
	return area, full && area >= p.area*(1-1e-9)
}

func (k *kernel) order() {
	slices.SortFunc(k.disks, func(a, b planeDisk) int {
		return cmp.Or(cmp.Compare(a.power, b.power), cmp.Compare(a.id, b.id))
	})
}
