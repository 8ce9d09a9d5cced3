package report

import (
	"math"

	"quarter/charts"
	"quarter/coverage"
)

// hero is the one figure of the page. Caption, Lines and the labels of the scale hold marked numbers (see rich).
type hero struct {
	Value, Unit string
	How         string // key of the explanation of the value, or ""
	Size        string // word, long, longer: a smaller class of letters, or empty
	Caption     []string
	Gauge       *gauge
	Scale       []tick
	Other       string // the head of Lines
	Lines       []heroLine
}

// heroLine is the figure under another definition.
type heroLine struct{ Label, Note, Value string }

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
	out := hero{Value: charts.CoverageRate(v.lang, v.r, total), Unit: "%", How: "coverage_pop", Gauge: v.coverageGauge(total), Lines: v.heroLines()}
	out.Size = heroSize(out.Value)
	out.Caption = []string{v.t("page.hero", "people", v.people(), "circle", v.circle())}
	if beside := v.heroBeside(); beside != "" {
		out.Caption = append(out.Caption, beside)
	}
	out.Scale = v.scale(out.Gauge)
	if len(out.Lines) > 0 {
		out.Other = v.t("answer.other")
	}
	return out
}

// heroBeside is the range and the target, where there are any.
func (v *view) heroBeside() string {
	total := v.r.Total()
	text := ""
	if low, high, ok := v.rateRange(total); ok && low != high {
		text = v.t("answer.hero.range", "low", num("coverage_pop", "low", total, plain, low), "high", num("coverage_pop", "high", total, plain, high+"%"))
	}
	if limit, ok := charts.CoverageLimit(total); ok {
		if text != "" {
			text += v.t("answer.comma")
		}
		text += v.t("page.hero.target", "n", charts.Limit(limit))
	}
	return text
}

// heroLines are the same people at other radii, and the figure of other kinds of coverage.
func (v *view) heroLines() []heroLine {
	total := v.r.Total()
	var out []heroLine
	if v.hasStrict() {
		out = append(out, heroLine{v.t("page.strict.long", "n", v.strict()), "", v.rateOf("coverage_pop_strict", total, plain)})
	}
	for _, w := range v.walkers() {
		note := v.t("answer.walker", "speed", charts.Plain(w.Speed), "radius", charts.Radius(v.r, w.Radius))
		out = append(out, heroLine{v.t("walker." + w.Key), note, num("coverage_walkers", w.Key, total, plain, v.rate(w.share)+"%")})
	}
	for _, key := range []string{"coverage_own", "coverage_area"} {
		if total.Get(key).Known {
			out = append(out, heroLine{v.t("metric." + key), "", v.rateOf(key, total, plain)})
		}
	}
	return out
}

// rateOf is a share with its sign, marked.
func (v *view) rateOf(key string, u *coverage.Unit, l look) string {
	return num(key, "", u, l, charts.MetricText(v.lang, v.r, u, key)+"%")
}

// tick is a label of the scale of the hero's gauge: Left is where it stands, in percent of the track, Side how it stands there.
type tick struct {
	Text string
	Left float64
	Side string // above; start, middle, end: below
}

// labelWidth is the width of a label below the gauge and labelGap what it keeps free, in percent of the track.
const (
	labelWidth = 9
	labelGap   = 2
)

// scale labels a gauge: its ends, its target and its range. Labels that would run into each other move apart, the ends give way.
func (v *view) scale(g *gauge) []tick {
	total := v.r.Total()
	var out []tick
	if limit, ok := charts.CoverageLimit(total); ok {
		out = append(out, tick{v.t("answer.scale.target", "n", charts.Limit(limit)), g.Target, "above"})
	}
	from, to := 100.0, 0.0 // what the labels of the range take
	if low, high, ok := v.rateRange(total); ok && low != high {
		a, b, sides := g.Low, g.High, [2]string{"middle", "middle"}
		from, to = a-labelWidth/2.0, b+labelWidth/2.0
		if b-a < labelWidth+labelGap {
			sides = [2]string{"end", "start"}
			middle := math.Max(labelWidth+labelGap, math.Min((a+b)/2, 100-labelWidth-labelGap))
			a, b = math.Max(labelWidth, math.Min(a, middle-1)), math.Min(100-labelWidth, math.Max(b, middle+1))
			from, to = a-labelWidth, b+labelWidth
		}
		out = append(out, tick{num("coverage_pop", "low", total, plain, low), a, sides[0]}, tick{num("coverage_pop", "high", total, plain, high), b, sides[1]})
	}
	if from > labelWidth+labelGap {
		out = append(out, tick{"0", 0, "start"})
	}
	if to < 100-labelWidth-labelGap {
		out = append(out, tick{"100", 100, "end"})
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

// headline is the finding of the whole page: of a hundred people, where that is honest; else the rate.
func (v *view) headline() string {
	total := v.r.Total()
	if !total.Get("coverage_pop").Known {
		return v.t("page.headline.nodata." + charts.WhyNoCoverage(v.r))
	}
	worst := charts.Lowest(v.r, v.lang)
	if text := v.ofHundred(total, worst); text != "" {
		return text
	}
	args := []any{"rate", v.rateOf("coverage_pop", total, plain), "people", v.people(), "circle", v.circle()}
	switch total.Get("coverage_pop").V {
	case 0:
		return v.t("answer.headline.none", args...)
	case 1:
		return v.t("answer.headline.all", args...)
	}
	if worst == nil {
		return v.t("answer.headline.rate", args...)
	}
	return v.t("answer.headline.rate.worst", append(args, "name", name(v.names.Distinct(worst)), "worst", v.rateOf("coverage_pop", worst, plain))...)
}

// ofHundred tells the rates as people of a hundred; "" where a whole number would not be honest: it stands on the other side of the
// standard, says none or all, or tells two places alike.
func (v *view) ofHundred(total, worst *coverage.Unit) string {
	n, ok := hundredth(total)
	if !ok {
		return ""
	}
	args := []any{"people", v.people(), "reach", v.reachable(), "n", v.perHundred(total, n), "name", ""}
	if worst != nil {
		least, ok := hundredth(worst)
		if !ok || least >= n {
			return ""
		}
		args = append(args[:len(args)-2], "name", name(v.names.Distinct(worst)), "worst", v.perHundred(worst, least))
	}
	return v.t("answer.headline."+v.counted(), args...)
}

func (v *view) perHundred(u *coverage.Unit, n int) string {
	return num("coverage_pop", "per100", u, plain, v.t("how.unit."+v.counted(), "n", charts.Count(n)))
}

// counted says whether the run counts people or households.
func (v *view) counted() string {
	m, _ := coverage.MetricByKey("population")
	return string(v.r.UnitOf(m))
}

// countWord is the word for their number.
func (v *view) countWord() string { return v.t("answer.count." + v.counted()) }

// hundredth is how many of a hundred are covered.
func hundredth(u *coverage.Unit) (n int, honest bool) {
	share := u.Get("coverage_pop").V
	n = int(math.Round(share * 100))
	if limit, ok := charts.CoverageLimit(u); ok && charts.Reached(float64(n)/100, limit) != charts.Reached(share, limit) {
		return n, false
	}
	return n, n > 0 && n < 100
}

// reachable is what being inside the circle means: a walk of so many minutes where the run asked for whole ones.
func (v *view) reachable() string {
	minutes := charts.Decimal(math.Round(v.r.Circle.Minutes), 0)
	if v.circle() != v.t("page.circle.minutes", "n", minutes) {
		return v.t("answer.reach.circle", "circle", name(v.circle()))
	}
	walk := v.t("answer.walk.minutes", "n", minutes)
	if minutes == "15" {
		walk = v.t("answer.walk.quarter")
	}
	return v.t("answer.reach.walk", "walk", name(walk))
}

func (v *view) regulates(rule string) bool {
	_, ok := v.r.Profile.Rule(rule)
	return ok
}

// rate writes a share of people that is read beside the standard for the whole area.
func (v *view) rate(share float64) string {
	limit, ok := charts.CoverageLimit(v.r.Total())
	return v.shareBeside(share, limit, ok)
}

func (v *view) shareBeside(share, limit float64, ok bool) string {
	if ok {
		return charts.Rate(share, limit)
	}
	return charts.Rate(share)
}
