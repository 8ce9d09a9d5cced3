package report

import (
	_ "embed"
	"html/template"
	"math"

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

// planKind says that nothing of the plan stands yet.
func (v *view) planKind() Line {
	if v.plan.Request.Model == "" {
		return Line{v.t("plan.kind.whatif"), v.t("plan.kind.whatif.text")}
	}
	return Line{v.t("plan.kind"), v.t("plan.kind.text")}
}

// planHero is the change of coverage in percentage points; of changes by hand that leave it as it is, the first main figure that they change.
func (v *view) planHero() hero {
	if was, is := v.plan.counts(); was == is && len(v.plan.Changes) > 0 {
		if out, ok := v.changedHero(); ok {
			return out
		}
	}
	return v.coverageHero()
}

// changedHero is the first figure of floor area that the changes move, else the shortfalls of communities; false where they move none.
func (v *view) changedHero() (hero, bool) {
	c := v.plan.c
	for _, key := range []string{"area_actual", "area_gap"} {
		t := charts.MetricChange(v.lang, c, c.Total(), key)
		if d := c.Delta(c.Total(), key); d.Change.Known && t.Before != t.After {
			m, _ := coverage.MetricByKey(key)
			name := charts.MetricName(v.lang, v.r, key)
			if key == "area_actual" { // its name says "present", which the caption says of one side
				name = v.t("plan.floor")
			}
			return v.figureHero(name, t, v.t("unit."+string(v.r.UnitOf(m)))), true
		}
	}
	now, with := v.plan.shortfalls()
	t := charts.Changed{Before: charts.Count(now), After: charts.Count(with), Change: charts.Signed(charts.Count(with - now))}
	return v.figureHero(v.t("plan.short"), t, v.t("plan.items")), now != with
}

func (v *view) figureHero(name string, t charts.Changed, unit string) hero {
	return hero{Value: t.Change, How: "plan_figure", Size: heroSize(t.Change), Caption: []string{unit, v.t("plan.hero.figure", "name", name, "before", t.Before, "after", t.After)}}
}

func (v *view) coverageHero() hero {
	before, after := v.plan.share(v.plan.Before), v.plan.share(v.plan.After)
	a, b := charts.Rates(before, after)
	value := charts.Signed(charts.Points(after, before))
	out := hero{Value: value, How: "plan_points", Size: heroSize(value), Caption: []string{
		v.t("plan.hero.points"), v.t("plan.hero.fromto", "who", v.who(), "before", a, "after", marked("plan_share", "", "", plain, b)),
	}}
	out.Gauge = &gauge{Fill: bar(after), Strict: bar(before), HasStrict: true}
	out.Gauge.Low, out.Gauge.High = bar(min(before, after)), bar(max(before, after))
	out.Scale = apart(tick{v.t("plan.scale.now", "n", a), bar(before), ""}, tick{v.t("plan.scale.plan", "n", b), bar(after), ""})
	if limit, ok := charts.CoverageLimit(v.r.Total()); ok && v.plan.Request.Objective == siting.People {
		out.Gauge.Target, out.Gauge.HasTarget = bar(limit), true
		out.Scale = append(out.Scale, tick{v.t("answer.scale.target", "n", charts.Limit(limit)), bar(limit), "above"})
	}
	return out
}

// twoLabels is the room that a label of the scale takes, in percent of the track on paper, the shortest.
const twoLabels = 26

// apart places two labels below a gauge, left and right of their places; near the end of the track both give way to the left.
func apart(a, b tick) []tick {
	low, high := &a, &b
	if a.Left > b.Left {
		low, high = &b, &a
	}
	low.Left, low.Side, high.Side = math.Max(low.Left, twoLabels), "end", "start"
	if high.Left > 100-twoLabels {
		low.Left, high.Left, high.Side = math.Min(low.Left, 100-twoLabels), 100, "end"
	}
	return []tick{a, b}
}

// who is the label of the population group that the plan counts, or "".
func (v *view) who() string {
	if i, ok := v.plan.Request.Objective.Group(); ok {
		return v.cohortName(v.r.Cohorts[i])
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
	out := &siteList{Title: v.t("map.plan.list"), Place: v.t("site.head.name"), New: p.text.NewHead(), After: v.t("plan.tip.after")}
	for i := range p.Picks {
		k := &p.Picks[i]
		out.Rows = append(out.Rows, siteLine{charts.Count(k.Rank), charts.PickKey(k), p.text.Candidate(k.Candidate), charts.Whole(k.Gain), charts.Percent(k.Share)})
	}
	return out
}
