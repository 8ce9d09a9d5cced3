package cmd

import (
	"context"
	"slices"

	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
	"quarter/data/load"
	"quarter/geo"
)

// This file makes of a request, once the city is known, what siting understands.

// ask resolves what depends on the data.
func (r *siteRequest) ask(ctx context.Context, j *job, before *coverage.Result) (siting.Ask, error) {
	ask := siting.Ask{Before: before, Request: r.Request, Search: siting.Search{Seed: r.Seed, Threads: j.threads}}
	for _, step := range []func() error{
		func() (err error) { ask.Request.Objective, err = objective(r.objective, before); return },
		func() error { return r.addCandidates(ctx, &ask) },
		func() error { return r.addChanges(&ask) },
		func() error { return mark(ask.Candidates, r.force, siting.Forced) },
		func() error { return mark(ask.Candidates, r.forbid, siting.Forbidden) },
		func() (err error) { ask.Matrix, err = r.readMatrix(ctx, j); return },
	} {
		if err := step(); err != nil {
			return ask, err
		}
	}
	return ask, nil
}

// objectives are those that need no population group, each with its word ("site.objective."+key).
var objectives = []string{"people", "households"}

// objective finds whom to count: people, households, or a population group by its name.
func objective(text string, r *coverage.Result) (siting.Objective, error) {
	o := siting.People
	if text == "" {
		return o, nil
	}
	if kind := chosen("site.objective.", objectives, text); kind != "" {
		o.Households = kind == "households"
		return o, nil
	}
	choices := wordsOf("site.objective.", objectives)
	for i, c := range r.Cohorts {
		if c.Label == text || string(c.Field) == text {
			return siting.ByCohort(i), nil
		}
		choices = append(choices, wordOf(c.Label))
	}
	return o, usage("choice", "flag", "--objective", "value", text, "choices", choices)
}

// addChanges reads the changes by hand in the city as it is.
func (r *siteRequest) addChanges(ask *siting.Ask) error {
	for _, w := range r.steps {
		c, err := siting.ParseChange(w.kind, w.text, ask.Before, siting.FromCity(ask.Before.City))
		if err != nil {
			return err
		}
		ask.Changes = append(ask.Changes, c)
	}
	return nil
}

// addCandidates takes those of the file, or makes some.
func (r *siteRequest) addCandidates(ctx context.Context, ask *siting.Ask) (err error) {
	q, given := &ask.Request, ask.Before.City.Candidates
	switch {
	case r.goal == "":
		return nil
	case q.Source == "" && len(given) > 0:
		q.Source = siting.SourceFile
	case q.Source == "":
		q.Source = siting.SourceGrids
	case q.Source == siting.SourceFile && len(given) == 0:
		return fail("site_no_file", nil)
	}
	options := siting.CandidateOptions{Source: q.Source, Spacing: q.Spacing}
	if options.Avoid, err = r.readAvoid(ctx); err != nil {
		return err
	}
	if ask.Candidates, ask.Refused, err = siting.Generate(ask.Before, options); err != nil {
		return err
	}
	return r.checkPrices(ask)
}

// readAvoid reads the ground to keep off.
func (r *siteRequest) readAvoid(ctx context.Context) ([]*geo.Shape, error) {
	if len(r.avoid) == 0 {
		return nil, nil
	}
	areas, err := load.Areas(ctx, r.avoid, load.Options{})
	if err != nil {
		return nil, err
	}
	r.tell(areas.Sources, areas.Faults)
	for _, s := range areas.Sources {
		r.avoidRead = append(r.avoidRead, asReference(s))
	}
	return areas.Shapes, nil
}

// tell keeps what was read beside the layers, and what was wrong in it.
func (r *siteRequest) tell(sources []data.Source, faults []data.Fault) {
	r.further.Sources, r.further.Faults = append(r.further.Sources, sources...), append(r.further.Faults, faults...)
}

// asReference is what the manifest notes of a file that belongs to no layer.
func asReference(s data.Source) reference {
	return reference{File: s.File, Path: s.Path, Bytes: s.Bytes, SHA256: s.SHA256}
}

// checkPrices refuses a budget for candidates that have no price.
func (r *siteRequest) checkPrices(ask *siting.Ask) error {
	priced := func(c siting.Candidate) bool { return c.Price.Known }
	if r.Budget > 0 && r.SitePrice == 0 && !slices.ContainsFunc(ask.Candidates, priced) {
		return usage("site_no_price")
	}
	return nil
}

// mark gives the candidates that are named a state.
func mark(candidates []siting.Candidate, named []string, state siting.State) error {
	for _, text := range named {
		at, err := siting.FindCandidate(candidates, text)
		if err != nil {
			return err
		}
		if c := &candidates[at]; c.State == siting.Free || c.State == state {
			c.State = state
			continue
		}
		return usage("site_forced_forbidden", "value", text)
	}
	return nil
}

// readMatrix reads a user's costs.
func (r *siteRequest) readMatrix(ctx context.Context, j *job) (*data.CostMatrix, error) {
	if r.matrix == "" {
		return nil, nil
	}
	m, err := load.CostMatrix(ctx, r.matrix, load.MatrixOptions{Columns: j.columnOf, Unit: r.costUnit})
	if err != nil {
		return nil, err
	}
	r.tell([]data.Source{m.Source}, m.Faults)
	read := asReference(m.Source)
	r.matrixRead = &read
	return m, nil
}
