package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// coverageCurve draws the share of people within every radius of a center, with the radii of this run, the sensitivity range, the
// standard, and how far each kind of walker gets.
func coverageCurve(r *coverage.Result, lang words.Lang) Figure {
	if why := noCircles(r, lang); why != "" {
		return absent("curve", why, lang)
	}
	c := &curve{result: r, lang: lang, total: r.Total()}
	table := c.table()
	return finding(Figure{
		Key: "curve", Title: c.title(),
		Subtitle: lang.T("chart.curve.subtitle", "people", peopleWord(r, lang), "walkers", shownIf(len(r.Walkers) > 0, c.pace())),
		Drawing:  c.drawing(),
		Table:    table,
		Hows:     []string{"", "curve_people", "curve_rate"},
		Units:    numbered("r", 0, len(table)-1),
	}, lang)
}

type curve struct {
	result *coverage.Result
	lang   words.Lang
	total  *coverage.Unit
}

// share is the coverage at a radius, 0 to 1.
func (c *curve) share(radius float64) data.Number {
	n := c.result.WithinRadius(c.total, radius)
	return data.Number{V: n.V / c.total.People.Total, Known: n.Known}
}

func (c *curve) rate(share float64) string { return Rate(share, limits(CoverageLimit(c.total))...) }

func (c *curve) title() string {
	list := ""
	for _, w := range c.result.Walkers {
		if s := c.share(w.Radius); s.Known {
			list += shownIf(list != "", c.lang.T("page.comma")) + c.lang.T("chart.curve.walker", "who", c.lang.T("walker."+w.Key), "rate", c.rate(s.V))
		}
	}
	if list != "" {
		return c.lang.T("chart.curve.title", "list", list)
	}
	return c.lang.T("chart.curve.title.plain", "r", Radius(c.result, c.result.Circle.Radius.Meters()), "rate", CoverageRate(c.lang, c.result, c.total))
}

// pace says how the radii of the walkers came about.
func (c *curve) pace() string {
	w := c.result.Walkers[0]
	return c.lang.T("chart.curve.pace", "minutes", Minutes(w.Minutes), "up", shownIf(Plain(w.Minutes) != Minutes(w.Minutes), "1"), "detour", Plain(w.Detour))
}

func (c *curve) drawing() *Drawing {
	p := newPlot()
	var line []opts.CustomData
	right := c.right()
	tips := Tips{Head: []string{MetricName(c.lang, c.result, "coverage_pop"), c.lang.T("page.col.covered")}}
	for i, radius := range c.result.Radii {
		if radius > right {
			continue
		}
		line = append(line, sign("", Met, drawn(radius), drawn(c.total.Within[i]/c.total.People.Total*100)))
		tips.Rows = append(tips.Rows, []string{c.lang.T("page.meters", "n", Radius(c.result, radius)), c.rate(c.total.Within[i]/c.total.People.Total) + "%", Whole(c.total.Within[i])})
	}
	if low, high, ok := c.ends(); ok {
		p.mark("range", "strips", []opts.CustomData{sign(c.lang.T("chart.curve.range", "a", Radius(c.result, low), "b", Radius(c.result, high)), Band, drawn(low), drawn(high))}, 1)
	}
	p.mark("curve", "curve", line, 3)
	if limit, ok := CoverageLimit(c.total); ok {
		p.mark("target", "levels", []opts.CustomData{sign(c.lang.T("page.target", "n", Limit(limit)), Ink, drawn(limit*100), 0)}, 4)
	}
	p.mark("readings", "rings", c.readings(), 6)
	u := upright{right: right, step: tick(right, 250), high: 100, up: 25, percent: true, top: 22, across: c.lang.T("chart.curve.x")}
	return &Drawing{Option: p.upright(u), Height: plotHeight, Tips: map[string]Tips{"curve": tips}}
}

// right is where the drawing ends: twice the radius, and beyond whatever else is named on it, as far as the curve was measured.
func (c *curve) right() float64 {
	far := max(2*c.result.Circle.Radius.Meters(), 1.2*c.result.Sensitivity.High.Meters())
	for _, reading := range c.named() {
		far = max(far, 1.2*reading.radius)
	}
	return math.Ceil(min(far, slices.Max(c.result.Radii))/500) * 500
}

// ends are the radii of the sensitivity range; ok is false where there is none.
func (c *curve) ends() (low, high float64, ok bool) {
	low, high = c.result.Sensitivity.Low.Meters(), c.result.Sensitivity.High.Meters()
	return low, high, low < high && c.share(low).Known && c.share(high).Known
}

// reading is a point of the curve that carries a name.
type reading struct {
	radius, share float64
	name          string
	meets         bool // where the curve meets the standard
}

// named are the walkers on the curve, the radius of the run where it is none of theirs, and where the curve meets the standard.
func (c *curve) named() []reading {
	var out []reading
	add := func(radius float64, who string) {
		if s := c.share(radius); s.Known && !slices.ContainsFunc(out, func(r reading) bool { return near(r.radius, radius) }) {
			out = append(out, reading{radius: radius, share: s.V, name: c.lang.T("chart.curve.ring", "who", who, "r", Radius(c.result, radius), "rate", c.rate(s.V))})
		}
	}
	for _, w := range c.result.Walkers {
		add(w.Radius, c.lang.T("walker."+w.Key))
	}
	add(c.result.Circle.Radius.Meters(), c.lang.T("chart.curve.is.radius"))
	limit, ok := CoverageLimit(c.total)
	for _, at := range inverse {
		if n := c.total.Get(at.metric); ok && near(at.share, limit) && n.Known && n.V <= slices.Max(c.result.Radii) {
			out = append(out, reading{n.V, limit, c.lang.T("chart.curve.meets", "r", Radius(c.result, n.V), "limit", Limit(limit)), true})
		}
	}
	return out
}

func (c *curve) readings() []opts.CustomData {
	var out []opts.CustomData
	for _, r := range c.named() {
		color := Ink
		if r.meets {
			color = NotMetInk
		}
		out = append(out, sign(r.name, color, drawn(r.radius), drawn(r.share*100), bit(r.meets)))
	}
	return out
}

// inverse are the readings the other way round: the least radius within which a share of the people lives.
var inverse = []struct {
	metric string
	share  float64
}{{"radius_80", .80}, {"radius_90", .90}, {"radius_95", .95}}

// curveRow is one reading in words.
type curveRow struct {
	radius float64
	cells  []string
}

// table reads the curve every 250 m and wherever a radius has a name.
func (c *curve) table() [][]string {
	var all []curveRow
	add := func(radius, people float64, remark string) {
		all = append(all, curveRow{radius, []string{Radius(c.result, radius), Whole(people), c.rate(people / c.total.People.Total), remark}})
	}
	for i, radius := range c.result.Radii {
		if remark := c.remark(radius); remark != "" || math.Mod(radius, 250) == 0 {
			add(radius, c.total.Within[i], remark)
		}
	}
	for _, at := range inverse {
		if n := c.total.Get(at.metric); n.Known {
			add(n.V, at.share*c.total.People.Total, c.lang.T("chart.curve.inverse", "n", Limit(at.share)))
			if c.result.Basis.Points { // people at points come in jumps: at that distance it may be more
				all[len(all)-1].cells[1], all[len(all)-1].cells[2] = "–", "–"
			}
		}
	}
	slices.SortStableFunc(all, func(a, b curveRow) int { return cmp.Compare(a.radius, b.radius) })
	out := [][]string{{c.lang.T("chart.curve.x"), c.lang.T("page.col.covered"), c.lang.T("page.col.rate"), c.lang.T("page.col.remark")}}
	for _, row := range all {
		out = append(out, row.cells)
	}
	return out
}

// remark names a radius of this run.
func (c *curve) remark(radius float64) string {
	named := []struct {
		radius float64
		key    string
	}{
		{c.result.Circle.Radius.Meters(), "chart.curve.is.radius"}, {c.result.Circle.StrictRadius.Meters(), "chart.curve.is.strict"},
		{c.result.Sensitivity.Low.Meters(), "chart.curve.is.low"}, {c.result.Sensitivity.High.Meters(), "chart.curve.is.high"},
	}
	for _, w := range c.result.Walkers {
		named = append(named, struct {
			radius float64
			key    string
		}{w.Radius, "walker." + w.Key})
	}
	out := ""
	for _, n := range named {
		if near(n.radius, radius) {
			out += shownIf(out != "", c.lang.T("page.comma")) + c.lang.T(n.key)
		}
	}
	return out
}
