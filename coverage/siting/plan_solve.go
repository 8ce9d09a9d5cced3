package siting

import (
	"fmt"
	"math"
	"slices"

	"quarter/coverage"
	"quarter/data"
)

// Solve answers one question about a city, in these steps: make the changes; choose sites by the model, on points; exchange sites as long as
// that covers more by exact areas; measure the city with them by the engine of every other run; explain.
//
// It fails with *InputError or *InfeasibleError where the request cannot be met as it stands. A deadline of the context does not fail: the
// plan is then what had been found, and Plan.Solution.Cut says so.
func Solve(ctx Context, ask Ask) (*Plan, error) {
	base, err := ask.changed(ctx)
	if err != nil {
		return nil, err
	}
	if err := ask.leaveOpened(); err != nil {
		return nil, err
	}
	t, err := newStudy(ctx, ask, base)
	if err != nil {
		return nil, err
	}
	var sites []int
	if ask.Request.Model != "" {
		if sites, err = t.choose(); err != nil {
			return nil, err
		}
	}
	sites = t.rank(sites)
	if err := t.evaluate(sites); err != nil {
		return nil, err
	}
	if err := t.explain(sites); err != nil {
		return nil, err
	}
	return t.plan, canceled(ctx)
}

// evaluate runs the engine on the city with the sites, and holds its account against that of the exact gains.
func (t *study) evaluate(sites []int) error {
	if len(sites) > 0 {
		ctx, cancel := withoutDeadline(t.ctx)
		defer cancel()
		after, err := t.base.Again(ctx, t.base.City.With(t.centers(sites)...))
		if err != nil {
			return err
		}
		t.plan.After = after
	}
	gain := t.exact.cover(sites).people
	_, covered := t.Request.Objective.Account(t.plan.After)
	if d := math.Abs(covered - t.start - gain); d > 1e-6*math.Max(1, t.total) {
		return fmt.Errorf("siting: the plan covers %v more, its gains add up to %v", covered-t.start, gain)
	}
	t.plan.Exact = covered - t.start
	t.measureAim()
	return nil
}

// centers makes the centers that a plan builds, in the order of its sites: in After they stand behind those of Base.
func (t *study) centers(sites []int) []data.Center {
	out := make([]data.Center, len(sites))
	for k, i := range sites {
		c := &t.Candidates[i]
		out[k] = newCenter(t.base.City, t.tier(), c.Code, c.Name, c.Point, t.area(i))
	}
	return out
}

// tier of a new center: community level, or where the run does not count that the first that it counts.
func (t *study) tier() data.Tier { return newTier(t.base) }

func newTier(r *coverage.Result) data.Tier {
	if tiers := r.Options.Tiers; len(tiers) > 0 && !slices.Contains(tiers, data.TierCommunity) {
		return tiers[0]
	}
	return data.TierCommunity
}
