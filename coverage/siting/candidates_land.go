package siting

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// land is where a center may stand: on the ground of a community, off the barriers.
type land struct {
	shapes   []*geo.Shape // of the communities, and of the grids of those that have no outline
	owner    []int        // community of each shape
	ground   *geo.Locator
	barriers *geo.Locator
	zones    *geo.Locator
}

func newLand(r *coverage.Result, avoid []*geo.Shape) *land {
	c, l := r.City, &land{}
	add := func(s *geo.Shape, community int) {
		if s != nil {
			l.shapes, l.owner = append(l.shapes, s), append(l.owner, community)
		}
	}
	for i := range c.Communities {
		add(c.Communities[i].Shape, i)
	}
	for i := range c.Grids {
		if m := c.Grids[i].Community; c.Communities[m].Shape == nil {
			add(c.Grids[i].Shape, m)
		}
	}
	zones := make([]*geo.Shape, len(r.Zones))
	for i, z := range r.Zones {
		if len(z.Shape) > 0 {
			zones[i] = geo.NewShape(z.Shape)
		}
	}
	l.ground, l.barriers, l.zones = geo.NewLocator(l.shapes), geo.NewLocator(avoid), geo.NewLocator(zones)
	return l
}

// known reports whether the city has any outline: inside and outside can be told.
func (l *land) known() bool { return len(l.shapes) > 0 }

// community returns the community whose ground holds a point, or None.
func (l *land) community(p orb.Point) int {
	if i := l.ground.Locate(p); i >= 0 {
		return l.owner[i]
	}
	return data.None
}

// lattice lists the points of a hexagonal lattice over the box of the ground, from north to south and from west to east. Its steps are the
// same in degrees everywhere, and neighbours nowhere closer than the spacing.
func (l *land) lattice(spacing geo.Length) ([]orb.Point, error) {
	if !l.known() {
		return nil, &InputError{Key: "no_area"}
	}
	box := l.shapes[0].Bound()
	for _, s := range l.shapes[1:] {
		box = box.Union(s.Bound())
	}
	lon, lat := latticeSteps(box, spacing)
	columns, rows := math.Ceil((box.Max[0]-box.Min[0])/lon), math.Ceil((box.Max[1]-box.Min[1])/lat)
	if columns*rows > mostCandidates {
		return nil, &InputError{Key: "spacing_small", Args: []any{"spacing", spacing.Meters(), "points", columns * rows, "most", mostCandidates}}
	}
	var out []orb.Point
	for row := range int(rows) {
		for column := range int(columns) {
			aside := 0.25 + 0.5*float64(row%2)
			out = append(out, orb.Point{box.Min[0] + (float64(column)+aside)*lon, box.Max[1] - (float64(row)+0.5)*lat})
		}
	}
	return out, nil
}

// latticeSteps are the steps of the lattice in degrees: a meridian's degree is shortest near the equator, a parallel's near the pole.
func latticeSteps(box orb.Bound, spacing geo.Length) (lon, lat float64) {
	const probe, margin = 0.01, 1 + 1e-6 // degrees; for the bend of the globe
	polar, equatorial := math.Max(math.Abs(box.Min[1]), math.Abs(box.Max[1])), math.Min(math.Abs(box.Min[1]), math.Abs(box.Max[1]))
	if box.Min[1]*box.Max[1] < 0 {
		equatorial = 0
	}
	east := geo.Distance(orb.Point{0, polar}, orb.Point{probe, polar}).Meters() / probe
	north := geo.Distance(orb.Point{0, equatorial}, orb.Point{0, equatorial + probe}).Meters() / probe
	side := margin * spacing.Meters()
	return side / east, side * math.Sqrt(3) / 2 / north
}
