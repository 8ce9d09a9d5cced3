package coverage

import (
	"slices"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// use decides whether a center counts (notes c and d of DOMAIN 4.1).
func (o Options) use(c *data.Center) CenterUse {
	switch {
	case c.Tier == data.TierPoint:
		return UsePoint
	case c.Status != data.StatusOpen && c.Status != data.StatusUnknown:
		return UseNotOpen
	case len(o.Tiers) > 0 && !slices.Contains(o.Tiers, c.Tier):
		return UseTier
	case c.Status == data.StatusUnknown && o.ExcludeUnknown:
		return UseExcluded
	case c.Status == data.StatusUnknown:
		return UseUnknown
	}
	return UseCounted
}

// works reports whether a center is in use. Provision is judged by this alone: the tiers asked for are a matter of coverage.
func (o Options) works(c *data.Center) bool {
	return c.Status == data.StatusOpen || c.Status == data.StatusUnknown && !o.ExcludeUnknown
}

// belongs reports whether a center is the study area's, by place or by the units that it names.
func belongs(c *data.Center) bool {
	return c.District != data.None || c.Street != data.None || len(c.Communities) > 0
}

// facility reports whether a center counts toward the floor area of its communities: it works, and stands at community level.
// District, street and regional centers do not count there; the tiers asked for play no role.
func (o Options) facility(c *data.Center) bool {
	works := o.works(c)
	level := c.Tier == data.TierCommunity || c.Tier == data.TierUnknown
	return works && level && len(c.Communities) > 0
}

// circles are the disks of the counted centers, and which center each belongs to.
type circles struct {
	base, strict *geo.Disks
	center       []int              // of disk i
	own          map[int]*geo.Disks // by community: the disks of its own centers
}

func newCircles(city *data.City, centers []Center, c Circle) circles {
	var out circles
	var base, strict []geo.Disk
	own := map[int][]geo.Disk{}
	for i := range centers {
		if !centers[i].Use.Counted() {
			continue
		}
		p := city.Centers[i].Point
		out.center = append(out.center, i)
		base = append(base, geo.Disk{Center: p, Radius: c.Radius})
		strict = append(strict, geo.Disk{Center: p, Radius: c.StrictRadius})
		for _, m := range city.Centers[i].Communities {
			own[m] = append(own[m], geo.Disk{Center: p, Radius: c.Radius})
		}
	}
	out.base, out.strict = geo.NewDisks(base), geo.NewDisks(strict)
	out.own = make(map[int]*geo.Disks, len(own))
	for m, disks := range own {
		out.own[m] = geo.NewDisks(disks)
	}
	return out
}

// ServiceArea returns the outline of all service circles together, for drawing: no chord strays more than the tolerance from its arc. It
// is nil where no center counts.
func (r *Result) ServiceArea(tolerance geo.Length) orb.MultiPolygon {
	return geo.NewDisks(r.CountedDisks()).Outline(tolerance)
}

// judgeCenters fills Result.Centers.
func (r *Result) judgeCenters() {
	r.Centers = make([]Center, len(r.City.Centers))
	for i := range r.City.Centers {
		c := &r.City.Centers[i]
		r.Centers[i] = Center{
			Use:      r.Options.use(c),
			Outside:  c.Outside || !belongs(c),
			Facility: r.Options.facility(c),
		}
	}
}

// nearest returns the counted center nearest to p, as an index into the city's centers, and its distance; missing where there is none.
func (a *analysis) nearest(p orb.Point) (int, data.Number) {
	i, d := a.disks.base.Nearest(p)
	if i < 0 {
		return data.None, data.Number{}
	}
	return a.disks.center[i], data.Num(d.Meters())
}

// measureCenters fills the residents inside each counted circle by itself. Circles overlap, so these do not add up to the people covered.
func (a *analysis) measureCenters() error {
	disks, boxes := make([]geo.Disk, len(a.disks.center)), make([]orb.Bound, len(a.disks.center))
	for i, center := range a.disks.center {
		disks[i] = geo.Disk{Center: a.City.Centers[center].Point, Radius: a.Circle.Radius}
		boxes[i] = geo.Pad(orb.Bound{Min: disks[i].Center, Max: disks[i].Center}, disks[i].Radius)
	}
	index, none := geo.NewIndex(boxes), geo.NewDisks(nil)
	holds := make([][]alone, len(a.places)) // the share of each place that a disk holds, whoever else does
	err := each(a.ctx, len(a.places), a.Options.Threads, func(i int) {
		index.Search(a.places[i].ground.bound(), func(k int) bool {
			if share := a.places[i].ground.inside(none, disks[k]); share > 0 {
				holds[i] = append(holds[i], alone{int32(k), share})
			}
			return true
		})
	})
	people := make([]sum, len(disks))
	for i := range holds {
		for _, h := range holds[i] {
			people[h.disk].add(a.places[i].people * h.share)
		}
	}
	for i, center := range a.disks.center {
		a.Centers[center].People = people[i].value()
	}
	return err
}

// bound returns the box of the ground in degrees.
func (g *ground) bound() orb.Bound {
	if g.shape == nil {
		return orb.Bound{Min: g.point, Max: g.point}
	}
	return g.shape.Bound()
}

// inside returns the share of the ground that one disk holds; none is an empty set of disks.
func (g *ground) inside(none *geo.Disks, disk geo.Disk) float64 {
	if g.shape == nil {
		return indicator(geo.Distance(disk.Center, g.point) <= disk.Radius)
	}
	return none.UnionArea(g.shape, disk) / g.shape.Area()
}
