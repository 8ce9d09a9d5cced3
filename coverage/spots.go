package coverage

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// Spot is some people in one place, as the account of a run puts them: evenly over the ground, or at the point.
type Spot struct {
	People    float64 // > 0
	Community int
	Grid      int        // or data.None where the community's outline is the ground
	Shape     *geo.Shape // nil where the people live at the point
	Point     orb.Point  // lon, lat: of the shape its centroid
	Share     float64    // covered, 0 to 1
}

// Spots lists where the people of the account live, community by community; their sum is the account of the whole area, and so is the sum
// of what is covered. The same holds for HouseholdSpots and CohortSpots.
func (r *Result) Spots() []Spot { return r.spotsOf(r.kinds()[0]) }

// HouseholdSpots lists where the households live.
func (r *Result) HouseholdSpots() []Spot { return r.spotsOf(r.kinds()[1]) }

func (r *Result) spotsOf(k kind) []Spot {
	return r.spots(
		func(m int) data.Number { return k.of(&r.City.Communities[m].Counts) },
		func(g int) data.Number { return k.of(&r.City.Grids[g].Counts) })
}

// CohortSpots lists where the people of Cohorts[k] live.
func (r *Result) CohortSpots(k int) []Spot {
	column := r.City.AllCohorts()[k]
	return r.spots(
		func(m int) data.Number { return column.Communities[m] },
		func(g int) data.Number { return column.Grids[g] })
}

// spots puts what communities and grids count where the account puts it.
func (r *Result) spots(own, inGrid func(i int) data.Number) []Spot {
	var out []Spot
	for m := range r.City.Communities {
		r.lodge(m, own(m), inGrid, func(people float64, grid int) {
			if people > 0 {
				out = append(out, r.spot(people, m, grid))
			}
		})
	}
	return out
}

func (r *Result) spot(people float64, community, grid int) Spot {
	s := Spot{People: people, Community: community, Grid: grid}
	if grid != data.None {
		g := &r.City.Grids[grid]
		s.Shape, s.Point, s.Share = g.Shape, g.Point, r.Grids[grid].Share
	} else {
		ground := r.Community(community).Ground
		s.Shape, s.Share = r.City.Communities[community].Shape, ground.Covered/ground.Total
		s.Point = s.Shape.Centroid()
	}
	return s
}

// lodge puts the people of community m on its grids, or on its outline (grid is data.None), by the numbers that it states itself and by
// grid. A total of the community's own is spread over the outline, or over the grids in proportion to their area.
func (r *Result) lodge(m int, own data.Number, inGrid func(g int) data.Number, put func(people float64, grid int)) {
	numbers, exempt := r.listGrids(m, inGrid)
	switch demandLevel(own, numbers, exempt) {
	case DemandGrid:
		for n, g := range r.gridsOf[m] {
			if numbers[n].Known {
				put(numbers[n].V, g)
			}
		}
	case DemandCommunity, DemandEstimated:
		if r.City.Communities[m].Shape != nil {
			put(own.V, data.None)
			return
		}
		area := r.gridArea(m)
		for _, g := range r.gridsOf[m] {
			if s := r.City.Grids[g].Shape; s != nil {
				put(own.V*s.Area()/area, g)
			}
		}
	}
}

// gridArea is the ground of a community that has no outline, m².
func (r *Result) gridArea(m int) float64 {
	var area sum
	for _, g := range r.gridsOf[m] {
		if s := r.City.Grids[g].Shape; s != nil {
			area.add(s.Area())
		}
	}
	return area.value()
}
