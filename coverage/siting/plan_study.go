package siting

import (
	"slices"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// study is a Plan in the making, with what only the making needs.
type study struct {
	Ask
	ctx   Context
	plan  *Plan
	base  *coverage.Result // with the changes, before any site
	limit float64          // of the costs
	total float64          // of the objective
	start float64          // of them covered in base

	spots []coverage.Spot
	exact *exact      // whom circles newly cover
	whole *exact      // whom circles hold, whoever else does
	open  *demand     // the uncovered part
	lists *Catchments // of the candidates, in open
	all   *demand     // everybody
	costs Costs       // of the candidates and the counted centers, for all

	want    float64 // people to be newly covered, where a share or all within reach is asked for
	beyond  float64 // people whom the instance of the model left out
	movable []bool  // communities that the highest least share is asked of; nil: all
}

func newStudy(ctx Context, ask Ask, base *coverage.Result) (*study, error) {
	t := &study{Ask: ask, ctx: ctx, base: base}
	t.total, t.start = ask.Request.Objective.Account(base)
	t.plan = &Plan{Request: ask.Request, Before: ask.Before, Base: base, After: base, Candidates: ask.Candidates, Refused: ask.Refused, Changes: ask.Changes}
	if err := t.countable(); err != nil {
		return nil, err
	}
	var err error
	if t.limit, err = t.Ask.limit(); err != nil {
		return nil, err
	}
	t.plan.Request.Radius, t.plan.Request.Unit = base.Circle.Radius, t.costUnit()
	if ask.Request.Model == (LSCP{}).Key() {
		t.Request.Cover = 1
	}
	t.spots = ask.Request.Objective.spots(base)
	t.exact = t.exactOf(t.spots, base.CountedDisks())
	t.whole = t.exactOf(bare(t.spots), nil)
	t.all = newDemand(t.spots, nil, fullSide(base), ask.Search.Threads)
	return t, nil
}

func (t *study) exactOf(spots []coverage.Spot, disks []geo.Disk) *exact {
	return &exact{Gains: coverage.NewGains(spots, disks, t.base.Circle.Radius), points: points(t.Candidates), threads: t.Search.Threads}
}

// bare are the spots as if no center stood.
func bare(spots []coverage.Spot) []coverage.Spot {
	out := slices.Clone(spots)
	for i := range out {
		out[i].Share = 0
	}
	return out
}

// countable refuses a city of which nobody knows who is covered.
func (t *study) countable() error {
	switch {
	case !t.base.City.HasCenters():
		return &InputError{Key: "no_centers"}
	case t.total == 0:
		return &InputError{Key: "no_people", Args: []any{"objective", t.Request.Objective.Key(t.base)}}
	}
	return nil
}

// prepare fills what the choice of sites works on.
func (t *study) prepare() error {
	if t.Matrix != nil {
		return t.prepareMatrix()
	}
	t.open = newDemand(t.spots, t.base.CountedDisks(), evenSide(t.spots, t.base.Circle.Radius, sampleAim), t.Search.Threads)
	t.lists = catchmentsOf(NewCrow(t.open.points, t.exact.points, 1), t.limit)
	t.costs = NewCrow(t.all.points, t.places(), 1)
	t.plan.Points = len(t.open.points)
	return nil
}

func catchmentsOf(c Costs, limit float64) *Catchments { return (&Instance{Costs: c}).catchments(limit) }

// prepareMatrix takes a user's costs. Demand is then one point for each spot, by its code; what the counted centers cover is told by the costs
// too, so that the file has to know some of them.
func (t *study) prepareMatrix() error {
	c := t.base.City
	var sites, demands []data.Label
	for i := range t.Candidates {
		sites = append(sites, data.Label{Code: t.Candidates[i].Code, Name: t.Candidates[i].Name})
	}
	centers := counted(t.base)
	for _, i := range centers {
		sites = append(sites, data.Label{Code: c.Centers[i].Code, Name: c.Centers[i].Name})
	}
	t.all, t.open = &demand{}, &demand{}
	for i := range t.spots {
		s := &t.spots[i]
		demands = append(demands, label(c, s))
		t.all.add(s, s.People)
		t.open.add(s, s.People)
	}
	match := t.Matrix.Match(sites, demands)
	if len(match.Links) == 0 {
		return &InputError{Key: "matrix_unmatched", Args: []any{"sites", len(match.LostSites), "demands", len(match.LostDemands)}}
	}
	t.plan.Unknown = unmatched(match, len(t.Candidates), sites, demands)
	links := NewLinks(len(demands), len(sites), match.Links)
	t.plan.Match, t.costs, t.plan.Points = &match, links, len(demands)
	if len(centers) > 0 && len(t.plan.Unknown.Centers) == len(centers) {
		return &InputError{Key: "matrix_no_centers", Args: []any{"count", len(centers), "code", t.plan.Unknown.Centers[0]}}
	}
	t.lists = t.candidateLists(links)
	return nil
}

// candidateLists lists what the candidates reach; what the centers reach is no longer open.
func (t *study) candidateLists(links *Links) *Catchments {
	lists := make([][]int32, len(t.Candidates))
	for i := range lists {
		lists[i] = links.Within(i, t.limit, nil)
	}
	_, sites := links.Size()
	for i := len(t.Candidates); i < sites; i++ {
		for _, j := range links.Within(i, t.limit, nil) {
			t.open.weights[j] = 0
		}
	}
	return NewCatchments(len(t.open.points), lists)
}

// before is how many are covered without the sites, as the question counts: by circles, or by a user's costs.
func (t *study) before() float64 {
	if t.Matrix == nil {
		return t.start
	}
	return t.all.total() - t.open.total()
}

// newly is how many some sites newly cover, counted likewise.
func (t *study) newly(sites []int) float64 {
	if t.Matrix == nil {
		return t.exact.cover(sites).people
	}
	return t.onPoints(sites)
}

func (d *demand) add(s *coverage.Spot, weight float64) {
	d.points, d.weights, d.groups = append(d.points, s.Point), append(d.weights, weight), append(d.groups, s.Community)
}
