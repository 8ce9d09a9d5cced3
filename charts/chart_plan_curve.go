package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage/siting"
)

// PlanChart makes one figure of a plan.
type PlanChart struct {
	Key  string // "chart."+Key+".…" in charts/words
	Make func(*siting.Plan, words.Lang) Figure
}

// PlanCharts are the figures of a plan, in the order in which a report shows them.
var PlanCharts = []PlanChart{
	{"plancurve", planCurve},
	{"plantrade", planTrade},
	{"planoften", planOften},
}

// MakePlan returns one figure of a plan by key; it panics for a key that is not in PlanCharts.
func MakePlan(key string, p *siting.Plan, lang words.Lang) Figure {
	for _, c := range PlanCharts {
		if c.Key == key {
			return c.Make(p, lang)
		}
	}
	panic("charts: no chart of a plan " + key)
}

// planCurve draws coverage after the first, second … further site, measured exactly, with the bound that no plan of so many sites passes.
func planCurve(p *siting.Plan, lang words.Lang) Figure {
	if len(p.Curve) < 2 {
		key := "chart.plancurve.none"
		if p.Request.Budget > 0 {
			key += ".budget"
		}
		return absent("plancurve", lang.T(key), lang)
	}
	c := &gainCurve{NewPlanText(p, lang)}
	return finding(Figure{
		Key: "plancurve", Title: c.title(), Subtitle: c.t("chart.plancurve.subtitle"+c.yardstick(), "file", c.byFile()), Note: c.note(),
		Drawing: c.drawing(), Table: c.table(), Hows: c.hows(), Units: numbered("r", 0, len(p.Curve)),
	}, lang)
}

type gainCurve struct{ *PlanText }

// yardstick ends the keys of what is said where a user's costs judge the question.
func (c *gainCurve) yardstick() string { return shownIf(c.plan.ByCosts != nil, ".matrix") }

// hows are the explanations of the columns of the table; those of circles are none of a user's costs.
func (c *gainCurve) hows() []string {
	if c.plan.ByCosts != nil {
		return []string{"", "", "", "", "", "plan_bound", ""}
	}
	return []string{"", "plan_covered", "plan_rate", "plan_new", "plan_onpoints", "plan_bound", ""}
}

// exactly is given where the curve is by exact areas.
func (c *gainCurve) exactly() string { return shownIf(c.plan.ByCosts == nil, "exact") }

// total is how many of the objective there are.
func (t *PlanText) total() float64 {
	all, _ := t.plan.Request.Objective.Account(t.plan.Base)
	return all
}

// of is the step of a number of sites; nil where the curve has none.
func (c *gainCurve) of(sites int) *siting.Step {
	for i := range c.plan.Curve {
		if s := &c.plan.Curve[i]; s.P == sites {
			return s
		}
	}
	return nil
}

// own reports whether a step is the plan itself: of other models than maximal cover the best plan of its size by coverage may be another.
func (c *gainCurve) own(s *siting.Step) bool {
	sites := make(map[int]bool, len(s.Sites))
	for _, site := range s.Sites {
		sites[site] = true
	}
	for i := range c.plan.Picks {
		delete(sites, c.plan.Picks[i].Candidate)
	}
	return s.P > 0 && s.P == len(c.plan.Picks) && len(sites) == 0
}

// title tells what the first site buys, the last of the plan, and one more.
func (c *gainCurve) title() string {
	first := &c.plan.Curve[1]
	last, next := c.of(len(c.plan.Picks)), c.of(len(c.plan.Picks)+1)
	switch {
	case last == nil || last == first && next == nil:
		return c.t("chart.plancurve.title.first", "p", first.P, "first", c.People(first.Gain))
	case next == nil:
		return c.t("chart.plancurve.title.last", "p", first.P, "first", c.People(first.Gain), "n", last.P, "last", c.People(last.Gain))
	case last == first:
		return c.t("chart.plancurve.title.next", "p", first.P, "first", c.People(first.Gain), "more", c.People(next.Gain))
	}
	return c.t("chart.plancurve.title", "p", first.P, "first", c.People(first.Gain), "n", last.P, "last", c.People(last.Gain), "more", c.People(next.Gain))
}

// note says how many of the steps are proven, and how the bound is to be read.
func (c *gainCurve) note() string {
	proven := 0
	for i := range c.plan.Curve[1:] {
		proven += bit(c.plan.Curve[1+i].Proven)
	}
	key := "chart.plancurve.note"
	if proven == len(c.plan.Curve)-1 {
		key = "chart.plancurve.note.all"
	}
	note := c.t(key, "n", Count(len(c.plan.Curve)-1), "proven", Count(proven), "reading", c.t("chart.plancurve.reading"+c.yardstick()))
	if s := c.of(len(c.plan.Picks)); s == nil || !c.own(s) {
		note = c.t("chart.plancurve.other", "model", c.Model()) + c.space() + note
	}
	return note
}

func (c *gainCurve) rate(people float64) string { return Rate(people / c.total()) }

func (c *gainCurve) drawing() *Drawing {
	var steps, bounds []opts.CustomData
	tips := Tips{Head: []string{c.t("chart.plancurve.rate"), c.t("chart.plancurve.gain"), c.t("chart.plancurve.bound")}}
	low, high := 100.0, 0.0
	for i := range c.plan.Curve {
		s := &c.plan.Curve[i]
		exact, bound := s.Share*100, s.Bound/c.total()*100
		low, high = min(low, exact), max(high, exact, bound)
		steps = append(steps, sign(c.name(s), Ink, s.P, drawn(exact), bit(s.P > 0 && c.named(s))))
		bounds = append(bounds, sign("", Ink2, s.P, drawn(bound), 1))
		tips.Rows = append(tips.Rows, []string{c.t(Plural("chart.plancurve.tip", s.P), "n", s.P), Rate(s.Share) + "%", c.People(s.Gain), c.boundText(s)})
	}
	p := newPlot()
	p.mark("bound", "edges", bounds, 3)
	p.mark("steps", "steps", steps, 5)
	if n := len(c.plan.Picks); c.of(n) == nil || !c.own(c.of(n)) {
		_, share := c.judged()
		low, high = min(low, share*100), max(high, share*100)
		p.mark("own", "rings", []opts.CustomData{sign(c.t("chart.plancurve.own", "n", n, "rate", Rate(share)), Ink, n, drawn(share*100), 1)}, 6)
	}
	on := around(low, high)
	last := float64(max(c.plan.Curve[len(c.plan.Curve)-1].P, len(c.plan.Picks), 2))
	u := upright{right: last, step: tick(last, 1), low: on.from, high: on.to, up: on.step, percent: true, top: 26, across: c.t("chart.plancurve.x")}
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"steps": tips}}
}

// named are the steps whose reading stands beside their mark: the plan, and the end.
func (c *gainCurve) named(s *siting.Step) bool {
	last := c.plan.Curve[len(c.plan.Curve)-1].P
	return c.own(s) || s.P == last && last > len(c.plan.Picks)+1
}

func (c *gainCurve) name(s *siting.Step) string {
	switch {
	case s.P == 0 && len(c.plan.Changes) > 0:
		return c.t("chart.plancurve.base", "rate", Rate(s.Share))
	case s.P == 0:
		return c.t("chart.gain.now", "rate", Rate(s.Share))
	case c.own(s):
		return c.t("chart.plancurve.own", "n", s.P, "rate", Rate(s.Share))
	case c.named(s):
		return c.t("chart.plancurve.at", "n", s.P, "rate", Rate(s.Share))
	}
	return itoa(s.P)
}

// boundText is the bound of a step, or that it is met.
func (c *gainCurve) boundText(s *siting.Step) string {
	if s.Proven {
		return c.t("plan.proven")
	}
	return c.rate(s.Bound) + "%"
}

func (c *gainCurve) table() [][]string {
	out := [][]string{{
		c.t("chart.plancurve.x"), c.t("plan.col.covered", "unit", c.t("unit."+c.unit), "exact", c.exactly()), c.t("plan.col.rate", "exact", c.exactly()),
		c.t("plan.col.gain", "unit", c.t("unit."+c.unit)), c.t("plan.col.onpoints"), c.t("plan.col.bound"), c.t("plan.col.proof"),
	}}
	for i := range c.plan.Curve {
		s := &c.plan.Curve[i]
		gain, proof := Whole(s.Gain), c.t("plan.open")
		if s.P == 0 {
			gain = c.t("page.dash")
		}
		if s.Proven {
			proof = c.t("plan.proven")
		}
		out = append(out, []string{Count(s.P), Whole(s.Covered), Rate(s.Share), gain, Whole(s.OnPoint), Whole(s.Bound), proof})
	}
	return out
}
