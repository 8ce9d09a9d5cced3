package report

import (
	"math"
	"slices"

	"quarter/charts"
	"quarter/coverage"
)

func rounded(v float64) float64 { return math.Round(v) }

// mostTiles is how many tiles stand in a row.
const mostTiles = 6

// planTiles are the first of those that have something to say.
func (v *view) planTiles() []tile {
	var out []tile
	for _, make := range []func() (tile, bool){v.newTile, v.afterTile, v.costTile, v.perTile, v.proofTile, v.leftTile, v.fixedTile, v.gainedTile} {
		if t, ok := make(); ok && len(out) < mostTiles {
			out = append(out, t)
		}
	}
	return out
}

// newTile is how many are newly covered, or no longer.
func (v *view) newTile() (tile, bool) {
	was, is := v.plan.counts()
	name := "plan.tile.new"
	switch {
	case is < was:
		name = "plan.tile.lost"
	case len(v.plan.Changes) > 0:
		name = "plan.tile.net"
	}
	all, _ := v.plan.Request.Objective.Account(v.plan.After)
	return tile{
		Name: v.t(name, "who", v.who()), Value: charts.Whole(math.Abs(is - was)), Unit: v.t("unit." + v.planUnit()), How: "plan_total",
		Facts: []Line{{v.t("plan.fact.now"), charts.Whole(was)}, {v.t("plan.fact.plan"), charts.Whole(is)}, {v.t("plan.fact.out"), charts.Whole(rounded(all) - is)}},
	}, true
}

// planUnit is the unit of those whom the plan counts.
func (v *view) planUnit() string { return string(v.plan.Request.Objective.Unit(v.r)) }

// afterTile is the coverage with the plan.
func (v *view) afterTile() (tile, bool) {
	before, after := v.plan.share(v.plan.Before), v.plan.share(v.plan.After)
	a, b := charts.Rates(before, after)
	t := tile{Name: v.t("plan.tile.after"), Value: b, Unit: "%", How: "plan_share", Gauge: &gauge{Fill: bar(after), Strict: bar(before), HasStrict: true}}
	if cover := v.plan.Request.Cover; cover > 0 {
		t.Gauge.Target, t.Gauge.HasTarget = bar(cover), true
		t.Facts = []Line{{v.t("plan.fact.target"), charts.Limit(cover) + "%"}}
	}
	t.Facts = append(t.Facts, Line{v.t("plan.fact.now"), a + "%"}, Line{v.t("plan.fact.more"), v.t("page.points", "n", charts.Signed(charts.Points(after, before)))})
	return t, true
}

// costTile is what the sites cost together, of those with a price.
func (v *view) costTile() (tile, bool) {
	sum, known, least, most := 0.0, 0, math.Inf(1), 0.0
	for i := range v.plan.Picks {
		if price := v.plan.Picks[i].Price; price.Known {
			sum, known, least, most = sum+price.V, known+1, min(least, price.V), max(most, price.V)
		}
	}
	if known == 0 {
		return tile{}, false
	}
	money := func(yuan float64) string { return v.plan.text.Money(yuan) }
	t := tile{Name: v.t("plan.tile.cost"), Value: charts.Money(v.lang, sum), Unit: v.t("plan.money"), How: "plan_cost"}
	if budget := v.plan.Request.Budget; budget > 0 {
		t.Facts = []Line{{v.t("plan.fact.budget"), money(budget)}}
		t.Gauge = &gauge{Fill: bar(sum / budget), Target: 100, HasTarget: true}
	}
	t.Facts = append(t.Facts, Line{v.t("plan.fact.priced"), v.t("page.of", "a", charts.Count(known), "b", charts.Count(len(v.plan.Picks)))},
		Line{v.t("plan.fact.cheapest"), money(least)}, Line{v.t("plan.fact.dearest"), money(most)})
	return t, true
}

// perTile is what one newly covered costs, where every site has a price.
func (v *view) perTile() (tile, bool) {
	sum, gain, least, most := 0.0, 0.0, math.Inf(1), 0.0
	for i := range v.plan.Picks {
		k := &v.plan.Picks[i]
		if !k.Price.Known || !k.PerPerson.Known {
			return tile{}, false
		}
		sum, gain, least, most = sum+k.Price.V, gain+k.Gain, min(least, k.PerPerson.V), max(most, k.PerPerson.V)
	}
	if len(v.plan.Picks) == 0 || gain == 0 {
		return tile{}, false
	}
	yuan := func(n float64) string { return v.t("plan.yuan.n", "n", charts.Whole(n)) }
	return tile{
		Name: v.t("plan.tile.per", "unit", v.t("plan.tile.per."+v.planUnit())), Value: charts.Whole(sum / gain), Unit: v.t("plan.yuan"), How: "plan_per",
		Facts: []Line{{v.t("plan.fact.cheapest"), yuan(least)}, {v.t("plan.fact.dearest"), yuan(most)}},
	}, true
}

// proofTile is how good the choice of sites is.
func (v *view) proofTile() (tile, bool) {
	s := v.plan.Solution
	if s == nil {
		return tile{}, false
	}
	t := tile{Name: v.t("plan.tile.proof"), Value: v.t("plan.proven")}
	switch gap := v.plan.text.Gap(); {
	case gap != "":
		t.Value = v.t("plan.within", "gap", gap)
	case !s.Proven:
		t.Value = v.t("plan.open")
	}
	t.Facts = []Line{{v.t("plan.fact.points"), charts.Count(v.plan.Points)}, {v.t("plan.fact.candidates"), charts.Count(len(v.plan.Candidates))}}
	return t, true
}

// leftTile counts the uncovered zones that are left.
func (v *view) leftTile() (tile, bool) {
	if _, listed := v.zonesFact(); !listed {
		return tile{}, false
	}
	before, after := len(v.plan.Before.Zones), len(v.plan.After.Zones)
	return tile{
		Name: v.t("plan.tile.zones"), Value: charts.Count(after), Unit: v.t("plan.zones.unit"), How: "plan_count",
		Facts: []Line{{v.t("plan.fact.now"), charts.Count(before)}, {v.t("plan.fact.more"), charts.Signed(charts.Count(after - before))}},
	}, true
}

// fixedTile counts the shortfalls of communities that the plan solves and makes.
func (v *view) fixedTile() (tile, bool) {
	n := &v.plan.c.Short
	now, with := v.plan.shortfalls()
	return tile{
		Name: v.t("plan.tile.short"), Value: charts.Signed(charts.Count(with - now)), Unit: v.t("plan.items"), How: "plan_figure",
		Facts: []Line{{v.t("plan.fact.now"), charts.Count(now)}, {v.t("plan.fact.solved"), charts.Count(n[coverage.ShortSolved])}, {v.t("plan.fact.new"), charts.Count(n[coverage.ShortNew])}},
	}, true
}

// shortfalls counts those of communities now and with the plan, of what both could judge; the communities are the same.
func (p *proposed) shortfalls() (now, with int) {
	n := &p.c.Short
	return n[coverage.ShortSolved] + n[coverage.ShortRemaining], n[coverage.ShortNew] + n[coverage.ShortRemaining]
}

// unjudgedRows tell of the shortfalls that only the present or only the plan could judge: they are neither solved nor new.
func (v *view) unjudgedRows() [][]string {
	var rows [][]string
	dash := v.t("page.dash")
	for _, kind := range []coverage.ShortKind{coverage.ShortUnjudged, coverage.ShortFound} {
		if n := v.plan.c.Short[kind]; n > 0 {
			cells := []string{charts.Count(n), dash}
			if kind == coverage.ShortFound {
				slices.Reverse(cells)
			}
			rows = append(rows, []string{v.t("plan.short." + kind.String()), cells[0], cells[1], dash, v.t("plan.items")})
		}
	}
	return rows
}

// gainedTile counts the communities that gain and lose people inside the circles.
func (v *view) gainedTile() (tile, bool) {
	p := &v.plan.c.People
	return tile{
		Name: v.t("plan.tile.gained"), Value: charts.Count(len(p.Gainers)), Unit: v.t("unit." + string(coverage.UnitCount)), How: "plan_figure",
		Facts: []Line{{v.t("plan.fact.losers"), charts.Count(len(p.Losers))}, {v.t("compare.tile.gained"), charts.Whole(p.Gained)}, {v.t("compare.tile.lost"), charts.Whole(p.Lost)}},
	}, p.Known
}
