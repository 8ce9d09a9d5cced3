package siting

import (
	"cmp"
	"slices"

	"quarter/coverage"
	"quarter/data"
)

// changed analyses the city with the changes asked for.
func (a *Ask) changed(ctx Context) (*coverage.Result, error) {
	if len(a.Changes) == 0 {
		return a.Before, nil
	}
	city, touched := a.Before.City.With(), map[int]bool{}
	for i := range a.Changes {
		c := &a.Changes[i]
		if c.Kind != ChangeOpen && touched[c.Center] {
			return nil, &InputError{Key: "change_twice", Args: []any{"name", c.Name}}
		}
		touched[c.Center] = true
		city = c.apply(city, newTier(a.Before))
	}
	ctx, cancel := withoutDeadline(ctx)
	defer cancel()
	return a.Before.Again(ctx, city)
}

// leaveOpened leaves the candidates out at whose place a change puts a center.
func (a *Ask) leaveOpened() error {
	taken := func(p Point) bool {
		return slices.ContainsFunc(a.Changes, func(c Change) bool { return (c.Kind == ChangeOpen || c.Kind == ChangeMove) && c.To == p })
	}
	var kept []Candidate
	for _, c := range a.Candidates {
		switch {
		case !taken(c.Point):
			kept = append(kept, c)
		case c.State == Forced:
			return &InputError{Key: "opened_forced", Args: []any{"name", cmp.Or(c.Name, c.Code)}}
		}
	}
	if n := len(a.Candidates) - len(kept); n > 0 {
		a.Candidates, a.Refused = kept, append(slices.Clone(a.Refused), Refusal{"opened", n})
	}
	return nil
}

// apply makes one change in a city whose centers nobody else sees. Centers keep their numbers.
func (c *Change) apply(city *data.City, tier data.Tier) *data.City {
	switch c.Kind {
	case ChangeOpen:
		return city.With(newCenter(city, tier, c.Code, c.Name, c.To, c.Area))
	case ChangeClose:
		city.Centers[c.Center].Status = data.StatusClosed
	case ChangeMove:
		stand(city, &city.Centers[c.Center], c.To)
	case ChangeEnlarge:
		city.Centers[c.Center].FloorArea = c.Area
	}
	return city
}
