package geo

import (
	"math"
	"sync"

	"github.com/paulmach/orb"
)

// Disk is a service circle: all points within Radius of Center, the edge included. A radius of 0 covers the center alone; a
// negative one, or NaN, nothing.
type Disk struct {
	Center orb.Point
	Radius Length
}

// Disks is a set of disks with an index; safe for concurrent use.
type Disks struct {
	disks   []Disk
	sites   []site
	index   *Index             // boxes of the disks
	centers func() *centerTree // of the centers alone, made when first asked for
}

// NewDisks builds the set. Disk i keeps the number i.
func NewDisks(disks []Disk) *Disks {
	d := &Disks{disks: append([]Disk(nil), disks...), sites: make([]site, len(disks))}
	boxes := make([]orb.Bound, len(disks))
	for i, disk := range d.disks {
		d.sites[i] = newSite(disk.Center)
		boxes[i] = emptyBound()
		if disk.Radius >= 0 {
			boxes[i] = Pad(orb.Bound{Min: disk.Center, Max: disk.Center}, disk.Radius)
		}
	}
	d.index = NewIndex(boxes)
	d.centers = sync.OnceValue(func() *centerTree { return newCenterTree(d.sites) })
	return d
}

// Len returns the number of disks.
func (d *Disks) Len() int { return len(d.disks) }

// Covers reports whether p lies in any disk: whether Distance to its center is at most its radius.
func (d *Disks) Covers(p orb.Point) bool {
	at, covered := newSite(p), false
	d.index.Search(orb.Bound{Min: p, Max: p}, func(i int) bool {
		covered = within(&d.sites[i], &at, d.disks[i].Radius)
		return !covered
	})
	return covered
}

// within compares the chord first: it is never longer than the geodesic.
func within(a, b *site, r Length) bool {
	if chord2 := a.at.minus(b.at).length2(); chord2 > r.Meters()*r.Meters()*(1+1e-12) {
		return false
	}
	return siteDistance(*a, *b) <= r
}

// Nearest returns the disk whose center is nearest to p, and the distance in metres; the lowest number wins a tie. -1 and +Inf for
// an empty set.
func (d *Disks) Nearest(p orb.Point) (int, Length) {
	return d.centers().nearest(newSite(p))
}

// Neighbor is a disk by number, and how far its center lies from some place, metres.
type Neighbor struct {
	Disk     int
	Distance Length
}

// Neighbors returns the k disks whose centers are nearest to p, nearest first; the lower number comes first among equals. All disks where
// there are no more than k; k is 1 or more. The first is that of Nearest.
func (d *Disks) Neighbors(p orb.Point, k int) []Neighbor {
	return d.centers().neighbors(newSite(p), k)
}

// UnionArea returns the area of s inside at least one disk, in square metres, 0 to s.Area(): exactly 0 if no disk reaches s,
// exactly s.Area() if the disks cover it. Extra disks may be added for one call.
//
// Laws: adding a disk or enlarging a radius never lowers it; the order of disks changes it by less than 1e-12 s.Area().
func (d *Disks) UnionArea(s *Shape, extra ...Disk) float64 {
	k := kernels.Get().(*kernel)
	defer kernels.Put(k)
	return s.sum(func(t *tile) (float64, bool) { return k.tile(d, t, extra) })
}

// sum adds areas tile by tile.
func (s *Shape) sum(measure func(t *tile) (area float64, full bool)) float64 {
	total, covered := 0.0, true
	for i := range s.tiles {
		area, full := measure(&s.tiles[i])
		total += area
		covered = covered && full
	}
	return s.part(total, covered)
}

// part returns an area summed over tiles, held to the shape's; exactly the shape's if every tile is covered.
func (s *Shape) part(sum float64, covered bool) float64 {
	if covered {
		return s.area
	}
	return math.Min(math.Max(sum, 0), s.area)
}
