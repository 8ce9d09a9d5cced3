package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage/siting"
)

// planTrade sets plans of the same size against each other: how many they cover, and how far it is on average. No plan can pass the lines.
func planTrade(p *siting.Plan, lang words.Lang) Figure {
	if len(p.Tradeoffs) < 2 {
		return absent("plantrade", lang.T("chart.plantrade.none"), lang)
	}
	c := &tradeChart{NewPlanText(p, lang)}
	return finding(Figure{
		Key: "plantrade", Title: c.title(), Subtitle: lang.T("chart.plantrade.subtitle", "sites", c.Sites(len(p.Tradeoffs[0].Sites))), Note: lang.T("chart.plantrade.note"),
		Drawing: c.drawing(), Table: c.table(), Hows: []string{"", "plan_rate", "plan_bound", "plan_mean", "plan_meanbound"}, Units: numbered("r", 0, len(p.Tradeoffs)),
	}, lang)
}

type tradeChart struct{ *PlanText }

// title tells what a metre less costs in coverage.
func (c *tradeChart) title() string {
	all := c.plan.Tradeoffs
	most, nearest := &all[0], &all[len(all)-1]
	return c.t("chart.plantrade.title", "meters", Meters(round(most.Mean)-round(nearest.Mean)), "fewer", c.People(round(most.Covered)-round(nearest.Covered)))
}

func (c *tradeChart) drawing() *Drawing {
	var plans, own []opts.CustomData
	tips := Tips{Head: []string{c.t("chart.plancurve.rate"), c.t("plan.col.mean"), c.t("plan.col.sites")}}
	low, high, far := 100.0, 0.0, 0.0
	for i := range c.plan.Tradeoffs {
		one := &c.plan.Tradeoffs[i]
		y := one.Covered / c.total() * 100
		if one.Chosen {
			own = append(own, sign(c.t("chart.plantrade.own"), Ink, drawn(one.Mean), drawn(y), 1))
		}
		low, high, far = min(low, y), max(high, y, one.CoveredBound/c.total()*100), max(far, one.Mean)
		plans = append(plans, sign("", Calm, drawn(one.Mean), drawn(y), 0, 6))
		tips.Rows = append(tips.Rows, []string{c.label(i), Rate(one.Covered/c.total()) + "%", c.t("page.meters", "n", Meters(one.Mean)), c.names(one.Sites)})
	}
	first := &c.plan.Tradeoffs[0]
	p := newPlot()
	p.mark("bound", "levels", []opts.CustomData{sign(c.t("chart.plantrade.bound", "rate", Rate(first.CoveredBound/c.total())), Ink2, drawn(first.CoveredBound/c.total()*100), 0)}, 2)
	p.mark("nearest", "rules", []opts.CustomData{rule(first.MeanBound, 0, dashed, 0, Ink2, c.t("chart.plantrade.nearest", "n", Meters(first.MeanBound)))}, 3)
	p.mark("plans", "points", plans, 5)
	p.mark("own", "rings", own, 6)
	on, across := around(low, high), lengths(first.MeanBound, far)
	u := upright{left: across.from, right: across.to, step: across.step, low: on.from, high: on.to, up: on.step, percent: true, top: 40, across: c.t("plan.col.mean")}
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"plans": tips}}
}

// lengths is an axis around a range of metres.
func lengths(from, to float64) scale {
	step := 1.0
	for _, s := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		if step = s; (to-from)/s <= 4 {
			break
		}
	}
	return scale{from: math.Max(0, math.Floor(from/step-.5)*step), to: math.Ceil(to/step+.5) * step, step: step}
}

// label names a plan of the list.
func (c *tradeChart) label(i int) string {
	if c.plan.Tradeoffs[i].Chosen {
		return c.t("chart.plantrade.own")
	}
	return c.t("chart.plantrade.other", "n", i+1)
}

// names lists candidates.
func (t *PlanText) names(sites []int) string {
	out := ""
	for i, site := range sites {
		out += shownIf(i > 0, t.t("page.comma")) + t.Candidate(site)
	}
	return out
}

func (c *tradeChart) table() [][]string {
	out := [][]string{{c.t("plan.col.plan"), c.t("plan.col.rate", "exact", "exact"), c.t("plan.col.ratebound"), c.t("plan.col.mean"), c.t("plan.col.meanbound"), c.t("plan.col.sites")}}
	for i := range c.plan.Tradeoffs {
		one := &c.plan.Tradeoffs[i]
		out = append(out, []string{c.label(i), Rate(one.Covered / c.total()), Rate(one.CoveredBound / c.total()), Meters(one.Mean), Meters(one.MeanBound), c.names(one.Sites)})
	}
	return out
}
