package siting

import (
	"io"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// Assignment says which center serves a grid, or a community without grids, before and after a plan: the nearest counted one to its middle.
type Assignment struct {
	Community     int         // index into City.Communities
	Grid          int         // index into City.Grids, data.None for a community
	People        data.Number // of the objective, as the account puts them: the sum over all assignments is the plan's total
	Before, After Service
}

// Service is how a place is served.
type Service struct {
	Center int         // index into City.Centers of its Result; data.None: none
	Meters data.Number // straight distance from the middle
	Share  data.Number // of its people inside a circle, 0 to 1
}

// Changed reports whether another center serves the place after the plan than before it, or the same one at another place: centers keep their
// numbers, and new ones stand behind.
func (p *Plan) Changed(a *Assignment) bool {
	was, is := a.Before.Center, a.After.Center
	return was != is || was != data.None && p.Before.City.Centers[was].Point != p.After.City.Centers[is].Point
}

func centerCode(r *coverage.Result, i int) string {
	if i == data.None {
		return ""
	}
	return r.City.Centers[i].Code
}

// Assignments lists every community that has no grids, or whose people are put on all of its ground (a grid of it then states no people), and
// every grid, in the city's order.
func (p *Plan) Assignments() []Assignment {
	city := p.Before.City
	onGrid, onCommunity := make([]data.Number, len(city.Grids)), make([]data.Number, len(city.Communities))
	for _, s := range p.Request.Objective.spots(p.Before) {
		place := &onCommunity[s.Community]
		if s.Grid != data.None {
			place = &onGrid[s.Grid]
		}
		*place = data.Num(place.V + s.People)
	}
	gridded := make([]bool, len(city.Communities))
	for g := range city.Grids {
		gridded[city.Grids[g].Community] = true
	}
	var out []Assignment
	for i, people := range onCommunity {
		if people.Known || !gridded[i] {
			people = orNobody(people, p.Before.Community(i).Get("population").Number)
			out = append(out, Assignment{i, data.None, people, ofCommunity(p.Before, i), ofCommunity(p.After, i)})
		}
	}
	for g, people := range onGrid {
		people = orNobody(people, p.Before.Grids[g].People)
		out = append(out, Assignment{city.Grids[g].Community, g, people, ofGrid(p.Before, g), ofGrid(p.After, g)})
	}
	return out
}

// orNobody is people, or 0 where the account has nobody because nobody lives there.
func orNobody(people, stated data.Number) data.Number {
	if !people.Known && stated.V == 0 {
		return stated
	}
	return people
}

func ofGrid(r *coverage.Result, g int) Service {
	at := &r.Grids[g]
	return Service{at.Nearest, at.NearestCentroid, data.Number{V: at.Share, Known: r.City.HasCenters()}}
}

func ofCommunity(r *coverage.Result, i int) Service {
	u := r.Community(i)
	return Service{u.NearestCenter, u.NearestCentroid, u.Get("coverage_pop").Number}
}

// circleVertices is how finely a drawn circle is cut.
const circleVertices = 256

// WriteSites writes the picks as GeoJSON: a point and, for drawing, a circle of 256 sides for each, both with its figures.
func (p *Plan) WriteSites(w io.Writer) error {
	return coverage.WriteFeatures(w, 2*len(p.Picks), func(i int) (orb.Geometry, []coverage.Property) {
		k := &p.Picks[i/2]
		c := &p.Candidates[k.Candidate]
		var shape orb.Geometry = c.Point
		kind := "site"
		if i%2 == 1 {
			kind, shape = "circle", orb.Polygon{geo.Circle(c.Point, p.Request.Radius, circleVertices)}
		}
		return shape, []coverage.Property{
			{Key: "kind", Value: kind}, {Key: "rank", Value: float64(k.Rank)}, {Key: "code", Value: c.Code}, {Key: "name", Value: c.Name},
			{Key: "community", Value: p.community(c.Community)}, {Key: "newly_covered", Value: k.Gain}, {Key: "covered_after", Value: k.Covered},
			{Key: "coverage_after", Value: k.Share}, {Key: "lost_without", Value: k.Alone}, {Key: "people_in_circle", Value: k.Within},
			{Key: "price_yuan", Value: k.Price}, {Key: "floor_area_m2", Value: c.FloorArea}, {Key: "radius_m", Value: p.Request.Radius.Meters()},
		}
	})
}

// WriteAssignments writes Assignments as GeoJSON, with the grids' or communities' own shapes.
func (p *Plan) WriteAssignments(w io.Writer) error {
	all, city := p.Assignments(), p.Before.City
	return coverage.WriteFeatures(w, len(all), func(i int) (orb.Geometry, []coverage.Property) {
		a := &all[i]
		code, shape := city.Communities[a.Community].Code, ground(city.Communities[a.Community].Shape)
		if a.Grid != data.None {
			code, shape = city.Grids[a.Grid].Code, gridGeometry(&city.Grids[a.Grid])
		}
		return shape, []coverage.Property{
			{Key: "code", Value: code}, {Key: "community", Value: p.community(a.Community)}, {Key: "people", Value: a.People},
			{Key: "center_before", Value: centerCode(p.Before, a.Before.Center)}, {Key: "nearest_centroid_m_before", Value: a.Before.Meters},
			{Key: "coverage_before", Value: a.Before.Share}, {Key: "center_after", Value: centerCode(p.After, a.After.Center)},
			{Key: "nearest_centroid_m_after", Value: a.After.Meters}, {Key: "coverage_after", Value: a.After.Share}, {Key: "changed", Value: p.Changed(a)},
		}
	})
}

func gridGeometry(g *data.Grid) orb.Geometry {
	if g.Shape != nil {
		return ground(g.Shape)
	}
	return g.Point
}

// ground is a shape as GeoJSON has it; none for nil.
func ground(s *geo.Shape) orb.Geometry {
	if s == nil {
		return nil
	}
	return s.Geometry()
}
