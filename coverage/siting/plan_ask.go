package siting

import (
	"quarter/coverage"
	"quarter/data"
)

// Ask is one question about a city: where to build, or what changes by hand would do, or both.
type Ask struct {
	Before     *coverage.Result
	Candidates []Candidate // that may be chosen; none for a what-if
	Refused    []Refusal
	Request    Request
	Matrix     *data.CostMatrix // a user's costs, by the codes of candidates, centers and demand; nil: straight line
	Changes    []Change         // made before sites are chosen, in this order; see ParseChange
	Search     Search
}

// limit is the largest cost at which a person counts as covered, in the unit of the costs. Circles of new centers are those of the run: one
// city is not measured with two yardsticks. Costs of a matrix are along the way, so that the radius is lengthened by the detour.
func (a *Ask) limit() (float64, error) {
	c := a.Before.Circle
	switch {
	case a.Matrix == nil && a.Request.Radius != 0 && a.Request.Radius != c.Radius:
		return 0, &InputError{Key: "site_radius", Args: []any{"radius", a.Request.Radius.Meters(), "run", c.Radius.Meters()}}
	case a.Matrix != nil && a.Matrix.Unit == "min":
		return c.Minutes, nil
	case a.Matrix != nil && a.Request.Radius != 0:
		return a.Request.Radius.Meters(), nil
	case a.Matrix != nil:
		return c.Radius.Meters() * c.Detour, nil
	}
	return c.Radius.Meters(), nil
}

// price of a candidate, yuan.
func (a *Ask) price(i int) float64 { return a.Candidates[i].Price.Or(a.Request.SitePrice) }

// area of a candidate, m²; missing where neither the file nor the request states it.
func (a *Ask) area(i int) data.Number {
	if n := a.Candidates[i].FloorArea; n.Known || a.Request.SiteArea == 0 {
		return n
	}
	return data.Num(a.Request.SiteArea)
}

// forced lists the candidates that must be chosen.
func (a *Ask) forced() []int {
	var out []int
	for i := range a.Candidates {
		if a.Candidates[i].State == Forced {
			out = append(out, i)
		}
	}
	return out
}

// choosable counts the candidates that may be chosen.
func (a *Ask) choosable() int {
	n := 0
	for i := range a.Candidates {
		if s := a.Candidates[i].State; s == Free || s == Forced {
			n++
		}
	}
	return n
}

// FromCity takes the candidates that a city has.
func FromCity(c *data.City) []Candidate {
	out := make([]Candidate, len(c.Candidates))
	for i, one := range c.Candidates {
		out[i] = Candidate{Candidate: one, Origin: "file", Zone: data.None}
	}
	return out
}
