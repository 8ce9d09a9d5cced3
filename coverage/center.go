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

// judgeCenters fills Result.Centers.
func (r *Result) judgeCenters() {
	r.Centers = make([]Center, len(r.City.Centers))
	for i := range r.City.Centers {
		c := &r.City.Centers[i]
		r.Centers[i] = Center{
			Use:      r.Options.use(c),
			Outside:  c.District == data.None && c.Street == data.None && len(c.Communities) == 0,
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

// measureCenters fills the residents inside each counted circle alone. Circles overlap, so these do not add up to the people covered.
func (a *analysis) measureCenters() error {
	boxes := make([]orb.Bound, len(a.places))
	for i := range a.places {
		g := a.places[i].ground
		boxes[i] = orb.Bound{Min: g.point, Max: g.point}
		if g.shape != nil {
			boxes[i] = g.shape.Bound()
		}
	}
	index, alone := geo.NewIndex(boxes), geo.NewDisks(nil)
	return each(a.ctx, len(a.disks.center), a.Options.Threads, func(i int) {
		center := a.disks.center[i]
		disk := geo.Disk{Center: a.City.Centers[center].Point, Radius: a.Circle.Radius}
		var met []int
		index.Search(geo.Pad(orb.Bound{Min: disk.Center, Max: disk.Center}, disk.Radius), func(p int) bool {
			met = append(met, p)
			return true
		})
		slices.Sort(met)
		var people sum
		for _, p := range met {
			people.add(a.places[p].inside(alone, disk))
		}
		a.Centers[center].People = people.value()
	})
}

// inside returns how many people of the place one disk holds.
func (p *place) inside(none *geo.Disks, disk geo.Disk) float64 {
	if s := p.ground.shape; s != nil {
		return p.people * (none.UnionArea(s, disk) / s.Area())
	}
	return p.people * indicator(geo.Distance(disk.Center, p.ground.point) <= disk.Radius)
}
