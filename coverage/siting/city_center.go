package siting

import (
	"quarter/data"
	"quarter/geo"
)

// newCenter is a center that is built at a place, open, of the community that it stands in.
func newCenter(c *data.City, tier data.Tier, code, name string, at Point, area data.Number) data.Center {
	out := data.Center{Code: code, Name: name, Tier: tier, Status: data.StatusOpen, FloorArea: area, Planned: true}
	stand(c, &out, at)
	return out
}

// stand puts a center at a place and makes it that of the units there.
func stand(c *data.City, center *data.Center, at Point) {
	center.Point, center.Communities, center.Street, center.District = at, nil, data.None, data.None
	center.Grid = gridAt(c, at)
	m := communityAt(c, at)
	if m == data.None && center.Grid != data.None {
		m = c.Grids[center.Grid].Community
	}
	center.Outside = m == data.None
	if m != data.None {
		center.Communities, center.Street = []int{m}, c.Communities[m].Street
		center.District = c.Streets[center.Street].District
	}
}

func communityAt(c *data.City, p Point) int {
	for i := range c.Communities {
		if holds(c.Communities[i].Shape, p) {
			return i
		}
	}
	return data.None
}

func gridAt(c *data.City, p Point) int {
	for i := range c.Grids {
		if holds(c.Grids[i].Shape, p) {
			return i
		}
	}
	return data.None
}

// holds reports whether a shape holds a point; of several the first does, which has the lowest code.
func holds(s *geo.Shape, p Point) bool {
	return s != nil && s.Bound().Contains(p) && s.Contains(p)
}
