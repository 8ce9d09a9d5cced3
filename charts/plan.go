package charts

import (
	"cmp"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
)

// PlanText writes what a plan says, in one language: the terminal, the tables and the page take their words and numbers here.
type PlanText struct {
	plan          *siting.Plan
	lang          words.Lang
	before, after *Namer
	unit          string // of the objective: people, households
}

// NewPlanText prepares the words for a plan.
func NewPlanText(p *siting.Plan, lang words.Lang) *PlanText {
	unit := string(p.Request.Objective.Unit(p.Before))
	return &PlanText{plan: p, lang: lang, before: NewNamer(p.Before, lang), after: NewNamer(p.After, lang), unit: unit}
}

// t returns a text.
func (t *PlanText) t(key string, args ...any) string { return t.lang.T(key, args...) }

// Candidate names a candidate: as the file does, else by where it was put.
func (t *PlanText) Candidate(i int) string {
	c := &t.plan.Candidates[i]
	if c.Name != "" {
		return c.Name
	}
	community := t.Community(c.Community)
	if community == "" || c.Origin == "file" {
		return cmp.Or(c.Code, t.t("page.unnamed", "n", i+1))
	}
	return t.t("site.name."+c.Origin, "community", community, "code", c.Code)
}

// Community names a community of the city; "" for data.None.
func (t *PlanText) Community(i int) string {
	if i == data.None {
		return ""
	}
	return t.before.Distinct(t.plan.Before.Community(i))
}

// People writes a number of people (or households) with its unit: 1,204人, 1,204 residents.
func (t *PlanText) People(v float64) string {
	return t.t(Plural("site.people."+t.unit, int(round(v))), "n", Whole(v))
}

// Sites writes a number of sites: 3处, 3 sites, 1 site.
func (t *PlanText) Sites(n int) string { return t.t(Plural("site.sites", n), "n", Count(n)) }

// Money writes a sum with its unit.
func (t *PlanText) Money(yuan float64) string {
	return t.t("site.money", "n", Money(t.lang, yuan))
}

// Model names a model.
func (t *PlanText) Model() string { return t.t("model." + t.plan.Request.Model) }

// share is the coverage of the objective, 0 to 1. A plan is made only where there is somebody to count.
func (t *PlanText) share(r *coverage.Result) float64 {
	all, covered := t.plan.Request.Objective.Account(r)
	return covered / all
}
