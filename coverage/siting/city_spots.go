package siting

import (
	"quarter/coverage"
	"quarter/data"
)

// spots lists where those live whom the objective counts.
func (o Objective) spots(r *coverage.Result) []coverage.Spot {
	i, group := o.Group()
	switch {
	case group:
		return r.CohortSpots(i)
	case o.Households:
		return r.HouseholdSpots()
	}
	return r.Spots()
}

// label is how a matrix of costs may call a spot: by its grid, or by its community.
func label(c *data.City, s *coverage.Spot) data.Label {
	if s.Grid != data.None {
		return data.Label{Code: c.Grids[s.Grid].Code, Name: c.Grids[s.Grid].Name}
	}
	return data.Label{Code: c.Communities[s.Community].Code, Name: c.Communities[s.Community].Name}
}

// counted lists the centers of a run that have a circle, as indexes into the city's centers.
func counted(r *coverage.Result) []int {
	var out []int
	for i := range r.Centers {
		if r.Centers[i].Use.Counted() {
			out = append(out, i)
		}
	}
	return out
}
