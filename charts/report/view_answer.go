package report

import (
	"math"

	"quarter/charts"
	"quarter/coverage"
)

// hero is the one figure of the page.
type hero struct {
	Value, Unit string
	Size        string // word, long, longer: a smaller class of letters, or empty
	Caption     []string
	Gauge       *gauge
	Lines       []Line
}

// gauge is a bar with its target, in percent of its track; geometry only.
type gauge struct {
	Class                string // y, n, or empty where there is no target
	Fill, Target, Strict float64
	Low, High            float64 // the sensitivity range; both 0 where there is none
	HasTarget, HasStrict bool
}

// Width is the width of the sensitivity range.
func (g *gauge) Width() float64 { return g.High - g.Low }

func bar(share float64) float64 { return math.Max(0, math.Min(100, share*100)) }

func (v *view) hero() hero {
	total := v.r.Total()
	value := total.Get("coverage_pop")
	if !value.Known {
		return hero{Value: charts.NoCoverage(v.r, total).Word(v.lang), Size: "word", Caption: []string{v.t("page.hero.nodata." + charts.WhyNoCoverage(v.r))}}
	}
	out := hero{Value: charts.CoverageRate(v.lang, v.r, total), Unit: "%", Gauge: v.coverageGauge(total)}
	out.Size = heroSize(out.Value)
	out.Caption = []string{v.t("page.hero", "people", v.people(), "circle", v.circle())}
	if low, high, ok := v.rateRange(total); ok {
		out.Caption = append(out.Caption, v.t("page.range", "low", low, "high", high))
	}
	if limit, ok := charts.CoverageLimit(total); ok {
		out.Caption = append(out.Caption, v.t("page.hero.target", "n", charts.Limit(limit)))
	}
	if v.hasStrict() {
		out.Lines = []Line{{v.t("page.strict.long", "n", v.strict()), charts.StrictRate(v.lang, v.r, total) + "%"}}
	}
	if a := total.Get("coverage_area"); a.Known {
		out.Lines = append(out.Lines, Line{v.t("metric.coverage_area"), charts.Percent(a.V)})
	}
	if own := total.Get("coverage_own"); own.Known {
		out.Lines = append(out.Lines, Line{v.t("metric.coverage_own"), charts.Percent(own.V)})
	}
	return out
}

// heroSize is the class of letters that keeps a number in its column.
func heroSize(text string) string {
	switch {
	case len(text) > 6:
		return "longer"
	case len(text) > 4:
		return "long"
	}
	return ""
}

func (v *view) coverageGauge(u *coverage.Unit) *gauge {
	value, strict := u.Get("coverage_pop"), u.Get("coverage_pop_strict")
	g := &gauge{Fill: bar(value.V), Strict: bar(strict.V), HasStrict: strict.Known && v.hasStrict()}
	if limit, ok := charts.CoverageLimit(u); ok {
		g.Target, g.HasTarget = bar(limit), true
	}
	if value.Low.Known && value.High.Known {
		g.Low, g.High = bar(value.Low.V), bar(value.High.V)
	}
	g.Class = gaugeClass(u, "COV-04")
	return g
}

// rateRange is the coverage of a unit at both ends of the sensitivity range; ok is false where walking makes no difference.
func (v *view) rateRange(u *coverage.Unit) (low, high string, ok bool) {
	value := u.Get("coverage_pop")
	limit, limited := charts.CoverageLimit(u)
	return v.shareBeside(value.Low.V, limit, limited), v.shareBeside(value.High.V, limit, limited), value.Low.Known && value.High.Known && v.r.Sensitivity.Low < v.r.Sensitivity.High
}

func gaugeClass(u *coverage.Unit, rule string) string {
	v, _ := u.Verdict(rule)
	switch v.Outcome {
	case coverage.Attained:
		return "y"
	case coverage.NotAttained:
		return "n"
	}
	return ""
}

// headline is the finding of the whole page.
func (v *view) headline() string {
	total := v.r.Total()
	if !total.Get("coverage_pop").Known {
		return v.t("page.headline.nodata." + charts.WhyNoCoverage(v.r))
	}
	args := []any{"rate", charts.CoverageRate(v.lang, v.r, total), "people", v.people(), "circle", v.circle(), "units", v.t("page.units." + v.level.String())}
	worst := v.lowest()
	if worst == nil {
		return v.t("page.headline", args...)
	}
	return v.t("page.headline.worst", append(args, "name", v.names.Distinct(worst), "worst", charts.CoverageRate(v.lang, v.r, worst))...)
}

// lowest is the unit of the breakdown with the lowest coverage, where there are several and they differ.
func (v *view) lowest() *coverage.Unit {
	var low, high *coverage.Unit
	for i := range v.units {
		u := &v.units[i]
		value := u.Get("coverage_pop")
		if !value.Known || u.Virtual {
			continue
		}
		if low == nil || value.V < low.Get("coverage_pop").V {
			low = u
		}
		if high == nil || value.V > high.Get("coverage_pop").V {
			high = u
		}
	}
	if low == nil || low.Get("coverage_pop").V == high.Get("coverage_pop").V {
		return nil
	}
	return low
}

// say is the answer: coverage, floor area, grids, and what to do first. A sentence without facts is left out.
func (v *view) say() []Line {
	var out []Line
	for _, line := range []Line{
		{v.t("page.say.coverage"), v.sayCoverage()}, {v.t("page.say.floor"), v.sayFloor()},
		{v.t("page.say.grids"), v.sayGrids()}, {v.t("page.say.first"), v.saySites()},
	} {
		if line.Value != "" {
			out = append(out, line)
		}
	}
	return out
}

func (v *view) sayCoverage() string {
	total := v.r.Total()
	if !total.Get("coverage_pop").Known {
		return ""
	}
	people := charts.PeopleIn(v.lang, v.r, total)
	text := v.t("page.say.coverage.text", "total", people.Total, "covered", people.Covered, "uncovered", people.Uncovered,
		"people", v.people(), "unit", v.unit(), "circle", v.circle(), "strict", v.strict(), "rate", charts.StrictRate(v.lang, v.r, total))
	if low, high, ok := v.rateRange(total); ok {
		text += v.t("page.say.range", "low", low, "high", high)
	}
	if verdict, ok := total.Verdict("COV-04"); ok && verdict.Outcome == coverage.NotAttained && verdict.Gap.Known {
		text += v.t("page.say.coverage.gap", "limit", charts.Limit(verdict.Limit.V), "gap", charts.Points(verdict.Limit.V, verdict.Value.V, verdict.Limit.V))
	}
	if n := len(v.r.Zones); n > 0 {
		worst := &v.r.Zones[0]
		text += v.t(charts.Plural("page.say.zones", n), "n", charts.Count(n), "name", v.names.Zone(worst), "people", charts.Headcount(v.r, v.lang, worst.People))
	}
	if total.People.Missing > 0 {
		text += v.t(charts.Plural("page.say.coverage.missing", total.People.Missing), "n", charts.Count(total.People.Missing))
	}
	return text
}

func (v *view) sayFloor() string {
	f := v.r.Total().Floor
	if f.Evaluated == 0 {
		return ""
	}
	key := "page.say.floor.text"
	if f.Short == 0 {
		key = "page.say.floor.none"
	}
	text := v.t(charts.Plural(key, f.Evaluated), "n", charts.Count(f.Evaluated), "short", charts.Count(f.Short), "gap", charts.Area(f.Gap), "required", charts.Area(f.Required, f.ActualEvaluated))
	if f.Missing > 0 {
		text += v.t(charts.Plural("page.say.floor.missing", f.Missing), "n", charts.Count(f.Missing))
	}
	return text
}

func (v *view) sayGrids() string {
	total := v.r.Total()
	g := total.Grids
	share := total.Get("share_in_range")
	if charts.NoSizes(v.r, total) != charts.Present || !share.Known {
		return ""
	}
	text := v.t("page.say.grids.text", "n", charts.Whole(share.Denominator), "in", charts.Count(g.In), "rate", charts.Rate(share.V),
		"over", charts.Count(g.Over), "under", charts.Count(g.Under), "lo", charts.Whole(v.r.GridSizes.Lo), "hi", charts.Whole(v.r.GridSizes.Hi))
	if b := total.Get("balanced_communities"); b.Known && v.regulates("GRID-02") {
		text += v.t("page.say.grids.balance", "n", charts.Whole(b.Denominator), "balanced", charts.Whole(b.Numerator))
	}
	return text
}

func (v *view) saySites() string {
	if len(v.r.Sites) == 0 {
		return ""
	}
	first, last := v.r.Sites[0], v.r.Sites[len(v.r.Sites)-1]
	limit, ok := charts.CoverageLimit(v.r.Total())
	text := v.t(charts.Plural("page.say.sites", len(v.r.Sites)), "n", charts.Count(len(v.r.Sites)), "place", charts.SitePlace(v.names, v.r, first), "new", charts.Whole(first.NewPeople),
		"unit", v.unit(), "people", v.people(), "rate", v.shareBeside(last.Share, limit, ok))
	if at, reached := v.reaching(); reached && len(v.r.Sites) > 1 {
		text += v.t("page.say.sites.reach", "k", charts.Count(at.Rank), "limit", charts.Limit(limit))
	}
	return text
}

// reaching is the first site after which the standard is attained, where it is not attained already.
func (v *view) reaching() (coverage.Site, bool) {
	verdict, ok := v.r.Total().Verdict("COV-04")
	if !ok || verdict.Outcome != coverage.NotAttained {
		return coverage.Site{}, false
	}
	for _, s := range v.r.Sites {
		if charts.Reached(s.Share, verdict.Limit.V) {
			return s, true
		}
	}
	return coverage.Site{}, false
}

func (v *view) regulates(rule string) bool {
	_, ok := v.r.Profile.Rule(rule)
	return ok
}

func (v *view) shareBeside(share, limit float64, ok bool) string {
	if ok {
		return charts.Rate(share, limit)
	}
	return charts.Rate(share)
}
