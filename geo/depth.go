package geo

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/paulmach/orb"
)

// Depth is how much of a shape lies in how many disks of a set, in square metres.
type Depth struct {
	Union   float64   // area in at least one disk, by power cells: what UnionArea returns
	AtLeast []float64 // AtLeast[k-1] lies in at least k disks; never rises; AtLeast[0] is Union; no zeros at the end
	Alone   []Alone   // area that one disk alone holds, by number of the disk; no zeros

	Repeated bool // the two ways to Union differed, or a boundary was not closed: repeated with radii changed by 1e-12
	Differs  bool // the same again
}

// Alone is the area that one disk holds and no other, in square metres.
type Alone struct {
	Disk int
	Area float64
}

var sweeps = sync.Pool{New: func() any {
	k := newKernel()
	k.all = true
	return &sweep{kernel: k}
}}

// Depth measures all depths of a shape at once; out is overwritten, its slices are reused.
//
// Laws: the sum over k of AtLeast[k-1] is the sum over the disks of their areas within s, to 1e-9 s.Area(); the areas held alone add up to
// AtLeast[0] − AtLeast[1], to 1e-12 s.Area(); the order of disks changes nothing but the numbers in Alone, to 1e-12 s.Area().
func (d *Disks) Depth(s *Shape, out *Depth) {
	*out = Depth{AtLeast: out.AtLeast[:0], Alone: out.Alone[:0]}
	w := sweeps.Get().(*sweep)
	defer sweeps.Put(w)
	out.finish(s.sum(func(t *tile) (float64, bool) { return w.tile(d, t, out) }))
}

// Covering returns the disks that cover p, in order: those whose center lies within their radius of it.
func (d *Disks) Covering(p orb.Point) []int {
	at, covering := newSite(p), []int(nil)
	d.index.Search(orb.Bound{Min: p, Max: p}, func(i int) bool {
		if within(&d.sites[i], &at, d.disks[i].Radius) {
			covering = append(covering, i)
		}
		return true
	})
	slices.Sort(covering)
	return covering
}

// tile adds the depths of a tile and returns what kernel.tile does.
func (s *sweep) tile(d *Disks, t *tile, out *Depth) (area float64, full bool) {
	s.disks = s.disks[:0]
	s.collect(d, t)
	return s.depths(&t.region, out)
}

// depths measures with the disks gathered.
func (s *sweep) depths(p *region, out *Depth) (area float64, full bool) {
	s.given = append(s.given[:0], s.disks...)
	slices.SortFunc(s.given, func(a, b planeDisk) int { return cmp.Or(cmp.Compare(a.c.X, b.c.X), cmp.Compare(a.id, b.id)) })
	area, full = s.both(p, out)
	if full {
		s.hold(p, p.area)
	} else {
		s.hold(p, area)
	}
	out.addTile(p.area, s)
	if len(s.holders) > 0 {
		return p.area, true
	}
	return area, full
}

// addTile adds what the sweep found, on top of the disks that hold the whole tile.
func (out *Depth) addTile(area float64, s *sweep) {
	for k := range s.holders {
		out.add(k, area)
	}
	for k, a := range s.areas {
		out.add(len(s.holders)+k, a)
	}
	switch len(s.holders) {
	case 0:
		for i, a := range s.alone {
			out.addAlone(s.given[i].id, a.twice/2)
		}
	case 1:
		if len(s.areas) > 0 {
			area -= s.areas[0]
		}
		out.addAlone(s.holders[0], area)
	}
}

func (out *Depth) add(k int, area float64) {
	if k == len(out.AtLeast) {
		out.AtLeast = append(out.AtLeast, 0)
	}
	out.AtLeast[k] += area
}

func (out *Depth) addAlone(disk int32, area float64) {
	if area > 0 {
		out.Alone = append(out.Alone, Alone{int(disk), area})
	}
}

// finish makes the depths fall and joins what several tiles say of one disk.
func (out *Depth) finish(union float64) {
	out.Union = union
	deepest, last := 0, union
	for k, a := range out.AtLeast {
		last = math.Min(a, last)
		if k == 0 {
			last = union
		}
		out.AtLeast[k] = last
		if last > 0 {
			deepest = k + 1
		}
	}
	out.AtLeast = out.AtLeast[:deepest]
	slices.SortStableFunc(out.Alone, func(a, b Alone) int { return cmp.Compare(a.Disk, b.Disk) })
	kept := out.Alone[:0]
	for _, a := range out.Alone {
		if n := len(kept); n > 0 && kept[n-1].Disk == a.Disk {
			kept[n-1].Area += a.Area
		} else {
			kept = append(kept, a)
		}
	}
	out.Alone = kept
}
