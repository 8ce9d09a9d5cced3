package report

import (
	"slices"

	"quarter/charts"
	"quarter/coverage"
)

// tile is one of the figures below the answer.
type tile struct {
	Name, Value, Unit string
	Outcome           string // key, or "" where there is no target
	Gauge             *gauge
	Facts             []Line
}

// Size is the class of letters of the value: many where value and unit would not stand side by side (a digit takes about 20 pixels of
// the 180 there are), words where the value is some that may break.
func (t tile) Size() string {
	width := 20 * len(t.Value)
	for _, r := range t.Unit {
		width += 8
		if r >= 0x2E80 {
			width += 7
		}
	}
	switch {
	case width <= 180:
		return ""
	case t.Unit == "":
		return "words"
	}
	return "many"
}

func (v *view) tiles() []tile {
	return []tile{v.coverageTile(), v.uncoveredTile(), v.facilityTile(), v.attainTile(), v.gapTile(), v.gridTile()}
}

// shareTile is a share with its target, count and what is missing.
func (v *view) shareTile(metric, rule string, absence charts.Absence, missing Line) tile {
	u := v.r.Total()
	value := u.Get(metric)
	out := tile{Name: v.t("metric." + metric)}
	if absence != charts.Present {
		return v.emptyTile(out.Name, absence)
	}
	var limit []float64
	if verdict, ok := u.Verdict(rule); ok && verdict.Limit.Known {
		limit = []float64{verdict.Limit.V}
		out.Outcome = markKey[verdict.Outcome]
		out.Facts = append(out.Facts, Line{v.t("page.fact.target"), charts.Limit(verdict.Limit.V) + "%"})
	} else {
		out.Facts = append(out.Facts, Line{v.t("page.fact.target"), v.t("page.fact.notarget")})
	}
	if !value.Known {
		return v.emptyTile(out.Name, charts.Missing)
	}
	out.Value, out.Unit = charts.Rate(value.V, limit...), "%"
	out.Gauge = &gauge{Fill: bar(value.V), Class: gaugeClass(u, rule)}
	if limit != nil {
		out.Gauge.Target, out.Gauge.HasTarget = bar(limit[0]), true
	}
	out.Facts = append(out.Facts, Line{v.t("page.fact.parts"), v.t("page.of", "a", charts.Whole(value.Numerator), "b", charts.Whole(value.Denominator))})
	if missing.Label != "" {
		out.Facts = append(out.Facts, missing)
	}
	return out
}

// emptyTile says why there is no figure, and nothing else.
func (v *view) emptyTile(name string, a charts.Absence) tile {
	out := tile{Name: name, Value: a.Word(v.lang), Outcome: markKey[coverage.NoData]}
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
	strict := v.strict()
	if !v.r.Total().Get("coverage_pop_strict").Known {
		strict = ""
	}
	note := v.t("page.tiles.note", "strict", strict)
	if _, _, ok := v.rateRange(v.r.Total()); ok {
		low, high, _ := v.radii()
		note += v.t("page.tiles.note.band", "a", low, "b", high)
	}
	if v.r.City.HasCenters() {
		note += v.t("page.tiles.note.facility")
	}
	return note
}

func (v *view) missing(key string, n int) Line {
	return Line{v.t("outcome.nodata"), v.t("page.fact."+key, "n", charts.Count(n))}
}

func (v *view) demandMissing() Line {
	b, key := v.r.Basis, "units"
	switch {
	case b.ByGrid == 0:
		key = "communities"
	case b.ByCommunity+b.Estimated+b.Missing == 0:
		key = "demand"
	}
	return v.missing(key, v.r.Total().People.Missing)
}

func (v *view) coverageTile() tile {
	total := v.r.Total()
	t := v.shareTile("coverage_pop", "COV-04", charts.NoCoverage(v.r, total), v.demandMissing())
	if t.Gauge != nil {
		t.Gauge = v.coverageGauge(total)
		people := charts.PeopleIn(v.lang, v.r, total)
		t.Facts[1].Value = v.t("page.of", "a", people.Covered, "b", people.Total)
		if v.hasStrict() {
			t.Facts = slices.Insert(t.Facts, 1, Line{v.t("page.strict", "n", v.strict()), charts.StrictRate(v.lang, v.r, total) + "%"})
		}
		if low, high, ok := v.rateRange(total); ok {
			t.Facts = slices.Insert(t.Facts, 1, Line{v.t("page.fact.sensitivity"), v.t("page.fact.sensitivity.rate", "low", low, "high", high)})
		}
		if overlap := total.Get("coverage_overlap"); overlap.Known {
			t.Facts = append(t.Facts, Line{v.t("page.fact.overlap"), charts.Percent(overlap.V)})
		}
	}
	return t
}

func (v *view) uncoveredTile() tile {
	total := v.r.Total()
	out := tile{Name: v.t("page.tile.uncovered", "people", v.people())}
	if a := charts.NoCoverage(v.r, total); a != charts.Present {
		return v.emptyTile(out.Name, a)
	}
	people := charts.PeopleIn(v.lang, v.r, total)
	out.Value, out.Unit = people.Uncovered, v.unit()
	out.Gauge = &gauge{Fill: bar(total.People.Uncovered / total.People.Total), Class: gaugeClass(total, "COV-04")}
	out.Facts = []Line{{v.t("page.fact.covered"), people.Covered}, {v.t("page.fact.total"), people.Total}}
	if p90 := total.Get("nearest_p90"); p90.Known {
		out.Facts = append(out.Facts, Line{v.t("page.fact.p90", "people", v.t("page.nine."+v.r.Basis.Basis.String())), v.t("page.meters", "n", charts.Meters(p90.V))})
	}
	if outside := total.Get("population_uncovered"); outside.Low.Known && outside.High.Known && v.r.Sensitivity.Low < v.r.Sensitivity.High {
		out.Facts = append(out.Facts, Line{v.t("page.fact.sensitivity"), v.t("page.fact.sensitivity.people", "low", charts.Whole(outside.High.V), "high", charts.Whole(outside.Low.V))})
	}
	if least, ok := v.r.Profile.Rules["COV-08"].Values["min_people"]; ok {
		out.Facts = append(out.Facts, Line{v.t("page.fact.zones"), v.t("page.fact.zones.value", "n", charts.Count(len(v.r.Zones)), "least", charts.Plain(least.Value), "unit", v.unit())})
	}
	out.Facts = append(out.Facts, v.demandMissing())
	return out
}

func (v *view) facilityTile() tile {
	if !v.r.City.HasCenters() {
		return v.emptyTile(v.t("metric.coverage_org"), charts.NotProvided)
	}
	t := v.shareTile("coverage_org", "COV-10", charts.Present, Line{})
	t.Facts = append(t.Facts, Line{v.t("page.fact.counted"), v.t("page.of", "a", charts.Count(v.r.Total().Centers), "b", charts.Count(len(v.r.Centers)))})
	return t
}

func (v *view) attainTile() tile {
	f := v.r.Total().Floor
	t := v.shareTile("rate_attain", "AREA-07", charts.NoFloor(v.r, v.r.Total()), v.missing("communities", f.Missing))
	if p := v.r.Total().Get("per100"); p.Known && t.Gauge != nil {
		t.Facts = append(t.Facts, Line{v.t("metric.per100"), v.t("page.m2", "n", charts.Decimal(p.V, 1))})
	}
	return t
}

func (v *view) gapTile() tile {
	f := v.r.Total().Floor
	out := tile{Name: v.t("metric.area_gap")}
	if a := charts.NoFloor(v.r, v.r.Total()); a != charts.Present {
		return v.emptyTile(out.Name, a)
	}
	out.Value, out.Unit = charts.Area(f.Gap), v.t("unit.m2")
	out.Outcome = markKey[coverage.Attained]
	out.Gauge = &gauge{Class: "y", HasTarget: true}
	if f.Gap > 0 {
		out.Outcome, out.Gauge.Class = markKey[coverage.NotAttained], "n"
		out.Gauge.Fill = bar(f.Gap / f.Required)
	}
	out.Facts = []Line{
		{v.t("page.fact.short"), v.t("page.of", "a", charts.Count(f.Short), "b", charts.Count(f.Evaluated))},
		{v.t("metric.area_required"), v.t("page.m2", "n", charts.Area(f.Required, f.ActualEvaluated))},
		{v.t("metric.area_actual"), v.t("page.m2", "n", charts.Area(f.ActualEvaluated, f.Required))},
		v.missing("communities", f.Missing),
	}
	return out
}

func (v *view) gridTile() tile {
	g := v.r.Total().Grids
	if a := charts.NoSizes(v.r, v.r.Total()); a != charts.Present {
		return v.emptyTile(v.t("page.tile.grids"), a)
	}
	t := v.shareTile("share_in_range", "", charts.Present, v.missing("grids", g.Missing))
	t.Name = v.t("page.tile.grids")
	t.Facts[0] = Line{v.t("page.fact.range"), v.t("page.fact.range.value", "lo", charts.Whole(v.r.GridSizes.Lo), "hi", charts.Whole(v.r.GridSizes.Hi))}
	if g.Exempt > 0 {
		t.Facts = append(t.Facts, Line{v.t("page.fact.exempt"), v.t("page.fact.grids", "n", charts.Count(g.Exempt))})
	}
	if b := v.r.Total().Get("balanced_communities"); b.Known && v.regulates("GRID-02") {
		t.Facts = append(t.Facts, Line{v.t("page.fact.balanced"), v.t("page.of", "a", charts.Whole(b.Numerator), "b", charts.Whole(b.Denominator))})
	}
	return t
}
