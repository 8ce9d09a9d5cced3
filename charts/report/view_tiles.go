package report

import (
	"math"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// tile is one of the figures below the answer. All have the same rows at the same height: name, value, gauge, four facts.
type tile struct {
	Name, Value, Unit string
	How               string // key of the explanation of the value, or ""
	Outcome           string // key, or "" where there is no target
	Gauge             *gauge
	Facts             []Line // marked (see rich)
}

// Size is the class of letters of the value: many and most where value and unit would not stand side by side (a digit takes about 20 pixels
// of the 180 there are), words where the value is some that may break.
func (t tile) Size() string {
	switch width := 20*len(t.Value) + 8*narrow(t.Unit); {
	case width <= 180:
		return ""
	case t.Unit == "":
		return "words"
	case width > 220:
		return "many most"
	}
	return "many"
}

func (v *view) tiles() []tile {
	return []tile{v.coverageTile(), v.uncoveredTile(), v.facilityTile(), v.attainTile(), v.gapTile(), v.gridTile()}
}

// metricTile is a metric of the whole area with its unit and its target; the facts are the caller's.
func (v *view) metricTile(key, title, unit, rule string) tile {
	u := v.r.Total()
	t := tile{Name: title, Value: charts.MetricText(v.lang, v.r, u, key), Unit: unit, How: key}
	if verdict, ok := u.Verdict(rule); ok {
		t.Outcome = markKey[verdict.Outcome]
	}
	return t
}

// shareTile is a share with the target of its rule as first fact.
func (v *view) shareTile(key, rule string) tile {
	u := v.r.Total()
	t := v.metricTile(key, charts.MetricName(v.lang, v.r, key), "%", rule)
	t.Gauge = &gauge{Fill: bar(u.Get(key).V), Class: gaugeClass(u, rule)}
	target := v.t("answer.fact.none")
	if verdict, ok := u.Verdict(rule); ok && verdict.Limit.Known {
		t.Gauge.Target, t.Gauge.HasTarget = bar(verdict.Limit.V), true
		target = charts.Limit(verdict.Limit.V) + "%"
	} else {
		t.Outcome = ""
	}
	t.Facts = []Line{{v.t("answer.fact.target"), target}}
	return t
}

// emptyTile says why there is no figure, and nothing else.
func (v *view) emptyTile(title string, a charts.Absence) tile {
	out := tile{Name: title, Value: a.Word(v.lang), Outcome: markKey[coverage.NoData]}
	switch a {
	case charts.Unregulated:
		out.Outcome, out.Facts = markKey[coverage.NotApplicable], []Line{{v.t("page.rules.unregulated"), ""}}
	case charts.NotProvided:
		out.Facts = []Line{{v.t("reason.not_provided"), ""}}
	case charts.NotMeant, charts.NothingToRun:
		out.Outcome = markKey[coverage.NotApplicable]
	}
	return out
}

// tileNote explains the gauges, the signs, and what the facility rate counts.
func (v *view) tileNote() string {
	note := v.t("page.tiles.note")
	if _, _, ok := v.rateRange(v.r.Total()); ok {
		low, high, _ := v.radii()
		note += v.t("page.tiles.note.band", "a", low, "b", high)
	}
	if v.r.City.HasCenters() {
		note += v.t("page.tiles.note.facility")
	}
	return note
}

// parts is a fraction; its label gives way to a shorter one where both would not stand side by side.
func (v *view) parts(key, a, b string) Line {
	label, total := v.t("page.fact.parts"), v.r.Total()
	if narrow(label)+narrow(a)+narrow(b) > mostFact {
		label = v.t("answer.fact.count")
	}
	return Line{label, v.t("page.of", "a", num(key, "n", total, plain, a), "b", num(key, "d", total, plain, b))}
}

// mostFact is what a label and its fact may take of a tile's width, in halves of a Chinese letter.
const mostFact = 25

func (v *view) missing(key, things string, n int) Line {
	if n == 0 {
		return Line{v.t("outcome.nodata"), v.t("page.none")}
	}
	return Line{v.t("outcome.nodata"), num(key, "missing", v.r.Total(), plain, v.t(charts.Plural("page.fact."+things, n), "n", charts.Count(n)))}
}

// rangeFact is a figure under all walking assumptions, from its smallest to its largest number, which are its parts of those names.
func (v *view) rangeFact(key string, parts [2]string, from, to, unit string) Line {
	if from == to {
		return Line{v.t("answer.fact.range"), v.t("answer.fact.same")}
	}
	total := v.r.Total()
	return Line{v.t("answer.fact.range"), num(key, parts[0], total, plain, from) + "–" + num(key, parts[1], total, plain, to+unit)}
}

func (v *view) demandMissing(key string) Line {
	return v.missing(key, v.demandUnits(), v.r.Total().People.Missing)
}

// demandUnits is the end of the key for what people are counted by: grids, communities, or both.
func (v *view) demandUnits() string {
	switch b := v.r.Basis; {
	case b.ByGrid == 0:
		return "communities"
	case b.ByCommunity+b.Estimated+b.Missing == 0:
		return "demand"
	}
	return "units"
}

func (v *view) coverageTile() tile {
	total := v.r.Total()
	if a := charts.NoCoverage(v.r, total); a != charts.Present {
		return v.emptyTile(charts.MetricName(v.lang, v.r, "coverage_pop"), a)
	}
	t := v.shareTile("coverage_pop", "COV-04")
	t.Gauge = v.coverageGauge(total)
	t.Gauge.HasStrict = false // it stands below the large figure
	if low, high, ok := v.rateRange(total); ok {
		t.Facts = append(t.Facts, v.rangeFact("coverage_pop", [2]string{"low", "high"}, low, high, "%"))
	} else if v.hasStrict() {
		t.Facts = append(t.Facts, Line{v.t("page.strict", "n", v.strict()), v.rateOf("coverage_pop_strict", total, plain)})
	}
	people := charts.PeopleIn(v.lang, v.r, total)
	t.Facts = append(t.Facts, v.parts("coverage_pop", people.Covered, people.Total), v.demandMissing("coverage_pop"))
	return t
}

func (v *view) uncoveredTile() tile {
	total := v.r.Total()
	title := v.t("page.tile.uncovered", "people", v.people())
	if a := charts.NoCoverage(v.r, total); a != charts.Present {
		return v.emptyTile(title, a)
	}
	t := v.metricTile("population_uncovered", title, v.unit(), "COV-04")
	value := total.Get("population_uncovered")
	t.Gauge = &gauge{Fill: bar(value.V / total.People.Total), Class: gaugeClass(total, "COV-04")}
	target := v.t("answer.fact.none")
	if limit, ok := charts.CoverageLimit(total); ok {
		most := num("population_uncovered", "limit", total, plain, charts.Whole(math.Floor(total.People.Total*(1-limit)+1e-6)))
		target = v.t("answer.fact.most", "n", most)
		t.Gauge.Target, t.Gauge.HasTarget = bar(1-limit), true
	} else {
		t.Outcome = ""
	}
	t.Facts = []Line{{v.t("answer.fact.target"), target}}
	if value.Low.Known && value.High.Known && v.r.Sensitivity.Low < v.r.Sensitivity.High {
		t.Gauge.Low, t.Gauge.High = bar(value.High.V/total.People.Total), bar(value.Low.V/total.People.Total)
		t.Facts = append(t.Facts, v.rangeFact("population_uncovered", [2]string{"high", "low"}, charts.Whole(value.High.V), charts.Whole(value.Low.V), ""))
	}
	if fact, ok := v.zonesFact(); ok {
		t.Facts = append(t.Facts, fact)
	}
	t.Facts = append(t.Facts, v.demandMissing("population_uncovered"))
	return t
}

// zonesFact counts the uncovered zones, where the profile lists any.
func (v *view) zonesFact() (Line, bool) {
	least, ok := v.r.Profile.Rules["COV-08"].Values["min_people"]
	if !ok {
		return Line{}, false
	}
	n := num("blind_zones", "", v.r.Total(), plain, v.t("answer.zones.count", "n", charts.Count(len(v.r.Zones))))
	return Line{v.t("page.fact.zones"), v.t("answer.fact.zones", "n", n, "least", charts.Plain(least.Value), "unit", v.unit())}, true
}

func (v *view) facilityTile() tile {
	value := v.r.Total().Get("coverage_org")
	switch {
	case !v.r.City.HasCenters():
		return v.emptyTile(v.t("metric.coverage_org"), charts.NotProvided)
	case !value.Known:
		return v.emptyTile(v.t("metric.coverage_org"), charts.NotMeant)
	}
	t := v.shareTile("coverage_org", "COV-10")
	counted, unknown := 0, 0
	for i := range v.r.Centers {
		if v.r.Centers[i].Use.Counted() {
			counted++
		}
		if v.r.City.Centers[i].Status == data.StatusUnknown {
			unknown++
		}
	}
	total := v.r.Total()
	centers := v.t("page.of", "a", num("centers", "counted", total, plain, charts.Count(counted)), "b", num("centers", "all", total, plain, charts.Count(len(v.r.Centers))))
	t.Facts = append(t.Facts, Line{v.t("page.fact.counted"), centers}, v.parts("coverage_org", charts.Whole(value.Numerator), charts.Whole(value.Denominator)),
		Line{v.t("answer.fact.statusless"), num("centers", "statusless", total, plain, v.withUnit(coverage.UnitCount, charts.Count(unknown)))})
	return t
}

func (v *view) attainTile() tile {
	total := v.r.Total()
	value := total.Get("rate_attain")
	if a := charts.NoFloor(v.r, total); a != charts.Present || !value.Known {
		return v.emptyTile(v.t("metric.rate_attain"), max(a, charts.Unregulated))
	}
	t := v.shareTile("rate_attain", "AREA-07")
	if per100 := total.Get("per100"); per100.Known {
		text := num("per100", "", total, plain, charts.MetricText(v.lang, v.r, total, "per100"))
		t.Facts = append(t.Facts, Line{v.t("answer.fact.per100"), v.t("page.m2", "n", text)})
	}
	t.Facts = append(t.Facts, v.parts("rate_attain", charts.Whole(value.Numerator), charts.Whole(value.Denominator)), v.missing("rate_attain", "communities", value.Missing))
	return t
}

func (v *view) gapTile() tile {
	total := v.r.Total()
	f := total.Floor
	if a := charts.NoFloor(v.r, total); a != charts.Present {
		return v.emptyTile(v.t("metric.area_gap"), a)
	}
	t := v.metricTile("area_gap", v.t("metric.area_gap"), v.t("unit.m2"), "")
	t.Outcome, t.Gauge = markKey[coverage.Attained], &gauge{Class: "y", HasTarget: true}
	if f.Gap > 0 {
		t.Outcome, t.Gauge.Class = markKey[coverage.NotAttained], "n"
		t.Gauge.Fill = bar(f.Gap / f.Required)
	}
	t.Facts = []Line{{v.t("answer.fact.target"), v.t("answer.fact.zero")}}
	if f.Required > 0 {
		t.Facts = append(t.Facts, Line{v.t("answer.fact.ofrequired"), num("area_gap", "share", total, plain, charts.Percent(f.Gap/f.Required))})
	}
	short := v.t("page.of", "a", num("communities_short", "", total, plain, charts.Count(f.Short)), "b", num("communities_short", "d", total, plain, charts.Count(f.Evaluated)))
	t.Facts = append(t.Facts, Line{v.t("answer.fact.short"), short}, v.missing("area_gap", "communities", f.Missing))
	return t
}

func (v *view) gridTile() tile {
	total := v.r.Total()
	value := total.Get("share_in_range")
	if a := charts.NoSizes(v.r, total); a != charts.Present {
		return v.emptyTile(v.t("page.tile.grids"), a)
	}
	t := v.shareTile("share_in_range", "")
	t.Name = v.t("page.tile.grids")
	t.Facts = append(t.Facts, Line{v.t("page.fact.range"), v.t("page.fact.range.value", "lo", charts.Whole(v.r.GridSizes.Lo), "hi", charts.Whole(v.r.GridSizes.Hi))},
		v.parts("share_in_range", charts.Whole(value.Numerator), charts.Whole(value.Denominator)), v.missing("share_in_range", "grids", total.Grids.Missing))
	return t
}
