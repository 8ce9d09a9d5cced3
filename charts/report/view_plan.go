package report

import (
	_ "embed"
	"html/template"

	"quarter/charts"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// proposed is the plan of a page with what its parts share. The page below it is the report on the present: nothing in that holds a site
// that does not stand.
type proposed struct {
	*siting.Plan
	text *charts.PlanText
	c    *coverage.Comparison // of the present with the plan
}

func newProposed(p Page) *proposed {
	if p.Plan == nil {
		return nil
	}
	return &proposed{p.Plan, charts.NewPlanText(p.Plan, p.Lang), charts.PlanComparison(p.Plan)}
}

//go:embed page/plan.css
var planCSS string

// planStyle is the look of what only a page with a plan has.
func (v *view) planStyle() template.CSS {
	if v.plan == nil {
		return ""
	}
	return template.CSS(planCSS) // ours, no data is in it
}

// share is the coverage of those whom the plan counts, 0 to 1.
func (p *proposed) share(r *coverage.Result) float64 {
	all, covered := p.Request.Objective.Account(r)
	return covered / all
}

// counts are how many the plan counts inside the circles now and with it, rounded as they are printed.
func (p *proposed) counts() (was, is float64) {
	_, was = p.Request.Objective.Account(p.Before)
	_, is = p.Request.Objective.Account(p.After)
	return rounded(was), rounded(is)
}

// planHero is the change of coverage in percentage points.
func (v *view) planHero() hero {
	before, after := v.plan.share(v.plan.Before), v.plan.share(v.plan.After)
	a, b := charts.Rates(before, after)
	value := charts.Signed(charts.Points(after, before))
	out := hero{Value: value, How: "plan_share", Size: heroSize(value), Caption: []string{
		v.t("plan.hero.points"), v.t("plan.hero.fromto", "who", v.who(), "before", a, "after", marked("plan_share", "", "", plain, b)),
	}}
	out.Gauge = &gauge{Fill: bar(after), Strict: bar(before), HasStrict: true}
	from, to := min(before, after), max(before, after)
	out.Gauge.Low, out.Gauge.High = bar(from), bar(to)
	out.Scale = []tick{{v.t("plan.scale.now", "n", a), bar(before), end(before <= after)}, {v.t("plan.scale.plan", "n", b), bar(after), end(before > after)}}
	if limit, ok := charts.CoverageLimit(v.r.Total()); ok && v.plan.Request.Objective == siting.People {
		out.Gauge.Target, out.Gauge.HasTarget = bar(limit), true
		out.Scale = append(out.Scale, tick{v.t("answer.scale.target", "n", charts.Limit(limit)), bar(limit), "above"})
	}
	return out
}

// who is the label of the population group that the plan counts, or "".
func (v *view) who() string {
	if o := v.plan.Request.Objective; o.Cohort >= 0 {
		return v.r.Cohorts[o.Cohort].Label
	}
	return ""
}

func (v *view) planHeadline() string {
	p := v.plan
	a, b := charts.Rates(p.share(p.Before), p.share(p.After))
	was, is := p.counts()
	key := "plan.headline"
	switch {
	case len(p.Changes) == 0 && is <= was:
		key = "plan.headline.still"
	case len(p.Changes) == 0:
	case is > was:
		key = "plan.headline.up"
	case is < was:
		key = "plan.headline.down"
	default:
		key = "plan.headline.same"
	}
	sites := ""
	if n := len(p.Picks); n > 0 {
		sites = p.text.Sites(n)
	}
	return v.t(key, "sites", sites, "before", a, "after", b)
}

func (v *view) planSay() []Line {
	var out []Line
	for _, s := range v.plan.text.Sayings(v.plan.c) {
		out = append(out, Line{v.t("plan.say." + s.Key), s.Text})
	}
	return out
}

// planSections are those of the plan, before those about the present.
func (v *view) planSections() []*section {
	if v.plan == nil {
		return nil
	}
	return []*section{v.pickSection(), v.gainSection(), v.effectSection(), v.lossSection(), v.presentSection()}
}

// presentSection says where the plan ends.
func (v *view) presentSection() *section {
	people := charts.PeopleIn(v.lang, v.r, v.r.Total())
	return &section{
		Template: "section", ID: "present", Kicker: v.t("plan.section.present"), Title: v.t("plan.present.title"),
		Note: v.t("plan.present.note", "people", num("population", "", v.r.Total(), plain, v.withUnit(v.peopleUnit(), people.Total)),
			"covered", num("population_covered", "", v.r.Total(), plain, v.withUnit(v.peopleUnit(), people.Covered)), "rate", num("coverage_pop", "", v.r.Total(), plain, charts.CoverageRate(v.lang, v.r, v.r.Total()))),
	}
}

// peopleUnit is the unit of people in this run.
func (v *view) peopleUnit() coverage.ValueUnit {
	m, _ := coverage.MetricByKey("population")
	return v.r.UnitOf(m)
}

// siteList is nil where no site was chosen.
func (v *view) siteList() *siteList {
	p := v.plan
	if len(p.Picks) == 0 {
		return nil
	}
	out := &siteList{Title: v.t("map.plan.list"), Place: v.t("site.head.name"), New: v.t("site.head.new." + v.planUnit()), After: v.t("plan.tip.after")}
	for i := range p.Picks {
		k := &p.Picks[i]
		out.Rows = append(out.Rows, siteLine{charts.Count(k.Rank), charts.PickKey(k), p.text.Candidate(k.Candidate), charts.Whole(k.Gain), charts.Percent(k.Share)})
	}
	return out
}
