package siting

import (
	"errors"
	"slices"

	"quarter/geo"
)

// Near is how close two sites are taken for one place when plans for different radii are compared.
const Near = 300 * geo.Meter

// robustRadii is how many radii of the sensitivity range a plan is made for again, beside that of the run.
const robustRadii = 6

// robustness asks the same question again for radii of the sensitivity range (DOMAIN 4.7), and counts how often each site is taken. A radius for
// which it has no answer is left out.
func (t *study) robustness(order []int) error {
	low, high := t.base.Sensitivity.Low.Meters(), t.base.Sensitivity.High.Meters()
	if !t.covers() || low == 0 || len(order) == 0 || t.late() {
		return nil
	}
	for _, radius := range rangeOf(low, high, t.limit) {
		sites := order
		if radius != t.limit {
			found, err := t.atRadius(geo.Length(radius))
			if none := (*InfeasibleError)(nil); errors.As(err, &none) {
				continue
			}
			if err != nil {
				return err
			}
			sites = found.Sites
		}
		if t.late() {
			break
		}
		t.plan.Radii = append(t.plan.Radii, radius)
		for n := range t.plan.Picks {
			if t.taken(t.plan.Picks[n].Candidate, sites) {
				t.plan.Picks[n].Often++
			}
		}
	}
	if len(t.plan.Radii) == 1 { // the run's own alone says nothing
		t.plan.Radii = nil
	}
	for n := range t.plan.Picks {
		t.plan.Picks[n].Often /= max(1, float64(len(t.plan.Radii)))
	}
	return nil
}

// rangeOf spreads radii evenly from low to high and puts the run's own among them.
func rangeOf(low, high, own float64) []float64 {
	out := []float64{own}
	for k := range robustRadii {
		if r := low + (high-low)*float64(k)/(robustRadii-1); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	slices.Sort(out)
	return out
}

// taken reports whether a site, or one near it, is among others.
func (t *study) taken(site int, sites []int) bool {
	return slices.ContainsFunc(sites, func(o int) bool {
		return geo.Distance(t.Candidates[site].Point, t.Candidates[o].Point) <= Near
	})
}

// atRadius is the answer, on points, where all circles, those that stand and new ones, have another radius.
func (t *study) atRadius(radius geo.Length) (*Solution, error) {
	disks := t.base.CountedDisks()
	for i := range disks {
		disks[i].Radius = radius
	}
	d := newDemand(t.spots, disks, evenSide(t.spots, radius, sampleAim/4), t.Search.Threads)
	x := t.openInstance()
	x.Weights, x.Groups = d.weights, d.groups
	x.Costs = catchmentsOf(NewCrow(d.points, points(t.Candidates), 1), radius.Meters())
	search := t.Search
	search.Effort = max(search.Effort, 1) * curveEffort
	return t.question(x, radius.Meters(), search).Solve(t.ctx, x)
}

// question is the one asked, for the uncovered people of another radius.
func (t *study) question(x *Instance, radius float64, search Search) Model {
	switch {
	case t.Request.Budget > 0:
		return Budget{Money: t.Request.Budget, Radius: radius, Search: search}
	case t.Request.Cover == 0:
		return MCLP{P: t.Request.P, Radius: radius, Search: search}
	}
	share, open := 0.0, 0.0
	for _, w := range x.Weights {
		open += w
	}
	if want := t.Request.Cover*t.total - (t.total - open); want > 0 {
		share = want / open
	}
	return t.fewest(x, share, true, radius, search)
}
