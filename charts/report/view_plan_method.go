package report

import (
	"cmp"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// planMethod says how the sites were chosen.
func (v *view) planMethod() []Line {
	if v.plan == nil {
		return nil
	}
	p := v.plan
	radius := charts.Radius(v.r, v.r.Circle.Radius.Meters())
	out := []Line{{v.t("plan.method.asked"), p.text.Asked()}}
	if p.Request.Model == "" {
		return append(out, Line{v.t("plan.method.model"), v.t("plan.method.whatif")})
	}
	cost := v.t("plan.method.cost.line", "radius", radius)
	if p.Request.Matrix != "" {
		cost = v.t("plan.method.cost.matrix", "file", p.Request.Matrix, "unit", v.t("unit."+cmp.Or(p.Request.Unit, "m")), "radius", radius)
	}
	cut := ""
	if p.Solution != nil && p.Solution.Cut {
		cut = "1"
	}
	return append(out,
		Line{v.t("plan.method.model"), v.t("plan.method.model.text", "model", p.text.Model(), "formula", v.t("model.formula."+p.Request.Model))},
		Line{v.t("plan.method.candidates"), strings.TrimSpace(v.t("plan.method.candidates.text", "source", v.t("plan.source."+p.Request.Source), "n", charts.Count(len(p.Candidates)), "refused", p.text.Refused()))},
		Line{v.t("plan.method.cost"), cost},
		Line{v.t("plan.method.bound"), v.t("plan.method.bound.text", "proof", p.text.Proof())},
		Line{v.t("plan.method.seed"), v.t("plan.method.seed.text", "seed", p.Request.Seed, "cut", cut)},
	)
}

// whom is the word for those whom the plan counts.
func (v *view) whom() string {
	if v.plan == nil {
		return ""
	}
	if v.plan.Request.Objective.Households {
		return v.t("basis." + data.ByHouseholds.String())
	}
	return cmp.Or(v.who(), v.people())
}

// always says that a page with a plan prints a figure whatever stands in its tables.
func always(v *view) bool { return v.plan != nil }

// planFigures are the figures of a plan; a page without one asks for none of them.
var planFigures = []further{
	{"plan_total", planRule, coverage.UnitPeople, "", always},
	{"plan_share", planRule, coverage.UnitShare, "", always},
	{"plan_points", planRule, "", "", always},
	{"plan_cost", planRule, "", "", always},
	{"plan_per", planRule, "", "", always},
	{"plan_new", planRule, coverage.UnitPeople, "", nil},
	{"plan_rate", planRule, coverage.UnitShare, "", nil},
	{"plan_covered", planRule, coverage.UnitPeople, "", nil},
	{"plan_overlap", planRule, coverage.UnitPeople, "", nil},
	{"plan_saved", planRule, coverage.UnitMeter, "", nil},
	{"plan_price", planRule, coverage.UnitYuan, "", nil},
	{"plan_often", planRule, coverage.UnitShare, "", nil},
	{"plan_loss", planRule, coverage.UnitPeople, "", nil},
	{"plan_floor", planRule, coverage.UnitSquareMeter, "", nil},
	{"plan_group", planRule, "", "", nil},
	{"plan_bound", planRule, "", "", nil},
	{"plan_onpoints", planRule, coverage.UnitPeople, "", nil},
	{"plan_mean", planRule, coverage.UnitMeter, "", nil},
	{"plan_meanbound", planRule, coverage.UnitMeter, "", nil},
	{"plan_lost", planRule, coverage.UnitPeople, "", nil},
	{"plan_left", planRule, coverage.UnitShare, "", nil},
	{"plan_farther", planRule, coverage.UnitMeter, "", nil},
	{"plan_served", planRule, coverage.UnitShare, "", nil},
	{"plan_figure", planRule, "", "", always},
	{"plan_count", planRule, "", "", always},
	{"class_plan", planRule, coverage.UnitCount, "", hasLayer("plan")},
}

// planRule stands in the place of a rule for what belongs to a plan.
const planRule = "plan"
