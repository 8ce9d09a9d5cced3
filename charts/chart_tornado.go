package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// tornado draws what population coverage becomes when one assumption is changed and all others stay, the widest first.
func tornado(r *coverage.Result, lang words.Lang) Figure {
	if why := noCircles(r, lang); why != "" {
		return absent("tornado", why, lang)
	}
	if len(r.Sensitivity.Tornado) == 0 {
		return absent("tornado", lang.T("chart.tornado.none"), lang)
	}
	t := &assumptions{result: r, lang: lang, base: r.Total().Get("coverage_pop").V}
	t.limit, t.limited = CoverageLimit(r.Total())
	return finding(Figure{
		Key: "tornado", Title: t.title(), Subtitle: lang.T("chart.tornado.subtitle", "people", peopleWord(r, lang)),
		Drawing: t.drawing(), Table: t.table(), Hows: []string{"", "tornado_rate.set_low", "tornado_rate.at_low", "tornado_rate.set_high", "tornado_rate.at_high", "tornado_width"}, Units: numbered("r", 0, len(r.Sensitivity.Tornado)),
	}, lang)
}

type assumptions struct {
	result  *coverage.Result
	lang    words.Lang
	base    float64
	limit   float64
	limited bool
}

func (t *assumptions) rate(share float64) string { return Rate(share, limits(t.limit, t.limited)...) }

// title names the widest assumption, and says whether any turns the verdict.
func (t *assumptions) title() string {
	widest := t.result.Sensitivity.Tornado[0]
	verdict := ""
	if t.limited {
		verdict = t.lang.T("chart.tornado."+t.verdict(), "limit", Limit(t.limit))
	}
	return t.lang.T("chart.tornado.title", "what", t.lang.T("assumption."+widest.Key), "low", t.rate(widest.Low.Share), "high", t.rate(widest.High.Share), "verdict", verdict)
}

// verdict is the end of the key for what becomes of the verdict.
func (t *assumptions) verdict() string {
	attained := Reached(t.base, t.limit)
	for _, a := range t.result.Sensitivity.Tornado {
		if Reached(a.Low.Share, t.limit) != attained || Reached(a.High.Share, t.limit) != attained {
			return "turns"
		}
	}
	if attained {
		return "stays.attained"
	}
	return "stays.not"
}

// setting is one setting in words, with its number where it has one: a radius in whole metres, unless decimals were asked for.
func (t *assumptions) setting(c coverage.Case) string {
	if c.Setting == "radius" {
		return t.lang.T("setting.radius", "n", Radius(t.result, c.Value))
	}
	return t.lang.T("setting."+c.Setting, "n", Plain(math.Round(c.Value*100)/100))
}

func (t *assumptions) drawing() *Drawing {
	var names, blank []string
	var spans []opts.CustomData
	tips := Tips{Head: []string{t.lang.T("page.col.setting"), MetricName(t.lang, t.result, "coverage_pop"), t.lang.T("page.col.covered")}}
	from, to := t.base, t.base
	for row, a := range t.result.Sensitivity.Tornado {
		names = append(names, t.lang.T("chart.tornado.name", "what", t.lang.T("assumption."+a.Key), "low", t.setting(a.Low), "high", t.setting(a.High)))
		blank = append(blank, "")
		from, to = min(from, a.Low.Share), max(to, a.High.Share)
		for side, c := range []coverage.Case{a.Low, a.High} {
			spans = append(spans, t.span(c, row, side))
			tips.Rows = append(tips.Rows, []string{t.lang.T("assumption." + a.Key), t.setting(c), t.rate(c.Share) + "%", Whole(c.Covered)})
		}
	}
	if t.limited {
		from, to = min(from, t.limit), max(to, t.limit)
	}
	p := newPlot()
	p.mark("spans", "spans", spans, 5)
	p.mark("base", "posts", t.posts(), 4)
	on := around(from*100, to*100)
	return &Drawing{
		Option: p.placed(names, blank, on, margins{8, 44}), Height: 74 + tallRow*len(names), Low: 74 + tallRow*len(names), Names: settingRoom, Tips: map[string]Tips{"spans": tips},
	}
}

// settingRoom is the room for the names of assumptions with their settings, px: in a narrow figure, and in a wide one.
var settingRoom = []int{172, 236}

// tallRow is the height of a row whose name has a second line, px.
const tallRow = 50

// span is one half of a bar: from the base to what the setting gives. A case on the wrong side of the base (both lie on one) keeps its place.
func (t *assumptions) span(c coverage.Case, row, side int) opts.CustomData {
	color := Short
	if c.Share > t.base {
		color = Gain
	}
	name := ""
	if !near(c.Share, t.base) {
		name = t.rate(c.Share)
	}
	from, to := min(c.Share, t.base), max(c.Share, t.base)
	return opts.CustomData{Name: name, Value: []any{drawn(from * 100), drawn(to * 100), row, 2*side - 1}, ItemStyle: &opts.ItemStyle{Color: color}}
}

// posts are the coverage of this run and the standard.
func (t *assumptions) posts() []opts.CustomData {
	out := []opts.CustomData{post(t.base*100, solid, false, 0, t.lang.T("chart.tornado.base", "rate", t.rate(t.base)))}
	if t.limited {
		out = append(out, post(t.limit*100, dashed, false, 1, t.lang.T("page.target", "n", Limit(t.limit))))
	}
	return out
}

// around is a scale of percent that holds two values, not from zero: its bars are differences.
func around(from, to float64) scale {
	step := 1.0
	for _, s := range []float64{1, 2, 5, 10, 20} {
		step = s
		if (to-from)/s <= 4 {
			break
		}
	}
	return scale{from: math.Max(0, math.Floor(from/step-.3)*step), to: math.Min(100, math.Ceil(to/step+.3)*step), step: step, side: "top", percent: true}
}

func (t *assumptions) table() [][]string {
	l := t.lang
	out := [][]string{{l.T("page.col.assumption"), l.T("page.col.setting.low"), l.T("page.col.rate"), l.T("page.col.setting.high"), l.T("page.col.rate"), l.T("page.col.width")}}
	for _, a := range t.result.Sensitivity.Tornado {
		beside := limits(t.limit, t.limited)
		low, high := Rates(a.Low.Share, a.High.Share, beside...)
		out = append(out, []string{l.T("assumption." + a.Key), t.setting(a.Low), low, t.setting(a.High), high, Points(a.High.Share, a.Low.Share, beside...)})
	}
	return out
}
