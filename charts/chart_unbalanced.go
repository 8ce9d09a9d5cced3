package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostUnbalanced is how many communities the figure draws; the table of balance holds all.
const mostUnbalanced = 12

// unbalanced draws the communities whose grids differ most: the coefficient of variation of their households as a dot against its
// limit, the largest over the smallest grid as a number. The sign is the outcome of GRID-02, which asks for both.
func unbalanced(r *coverage.Result, lang words.Lang) Figure {
	units := balanceUnits(r)
	if len(units) == 0 {
		return absent("unbalanced", lang.T("chart.balance.none"), lang)
	}
	w := &worst{result: r, lang: lang, units: units[:min(mostUnbalanced, len(units))], names: NewNamer(r, lang)}
	rule := r.Profile.Rules["GRID-02"]
	cv, ratio := rule.Values["cv"], rule.Values["max_min"]
	w.cv, w.ratio = limits(cv.Value, cv.Value > 0), limits(ratio.Value, ratio.Value > 0)
	f := Figure{Key: "unbalanced", Title: w.title(), Subtitle: lang.T(Plural("chart.unbalanced.subtitle", len(w.units)), "n", Count(len(w.units)), "ratio", shownIf(len(w.ratio) > 0, Ratio(ratio.Value))), Drawing: w.drawing(), Table: w.table(), Hows: []string{"", "", "cv_households", "max_min_households", "grids"}, Units: unitKeys(w.units)}
	if more := len(units) - len(w.units); more > 0 {
		f.Note = lang.T("chart.unbalanced.more", "n", Count(more))
	}
	return finding(f, lang)
}

type worst struct {
	result    *coverage.Result
	lang      words.Lang
	units     []*coverage.Unit
	names     *Namer
	cv, ratio []float64 // the limits, empty where the profile sets none
}

func (w *worst) title() string {
	first := w.units[0]
	return w.lang.T("chart.unbalanced.title", "name", w.names.Distinct(first), "cv", w.written(first, "cv_households", w.cv), "ratio", w.written(first, "max_min_households", w.ratio))
}

// written is a figure beside its limit; zeros alone have no ratio.
func (w *worst) written(u *coverage.Unit, metric string, limit []float64) string {
	n := u.Get(metric).Number
	if !n.Known {
		return "–"
	}
	return Ratio(n.V, limit...)
}

func (w *worst) drawing() *Drawing {
	var names, written []string
	var dots []opts.CustomData
	most := 0.0
	tips := Tips{Head: w.table()[0][2:]}
	for row, u := range w.units {
		cv := u.Get("cv_households").V
		shape, color := signOf(u, "GRID-02")
		names = append(names, w.names.Distinct(u))
		written = append(written, w.lang.T("chart.unbalanced.value", "cv", w.written(u, "cv_households", w.cv), "ratio", w.written(u, "max_min_households", w.ratio)))
		dots = append(dots, sign("", color, drawn(cv), row, shape, 1))
		tips.Rows = append(tips.Rows, append([]string{w.names.Distinct(u)}, w.cells(u)[2:]...))
		most = max(most, cv)
	}
	p := newPlot()
	p.mark("dots", "dots", dots, 3)
	if len(w.cv) > 0 {
		most = max(most, w.cv[0])
		p.mark("limit", "posts", []opts.CustomData{post(w.cv[0], solid, false, 0, w.lang.T("chart.balance.limit", "n", Ratio(w.cv[0])))}, 2)
	}
	end, step := axis(most)
	return &Drawing{Option: p.placed(names, written, scale{to: end, step: step, side: "top"}, margins{8, 24}), Height: 58 + rowHeight*len(names), Names: nameRoom, Tips: map[string]Tips{"dots": tips}}
}

func (w *worst) cells(u *coverage.Unit) []string {
	return []string{
		w.names.Parent(u), w.names.Beside(u), w.written(u, "cv_households", w.cv), w.written(u, "max_min_households", w.ratio), Count(u.Grids.Count),
	}
}

func (w *worst) table() [][]string {
	out := [][]string{{w.names.ParentHead(), w.lang.T("page.col.community"), w.lang.T("page.col.cv.households"), w.lang.T("page.col.ratio.households"), w.lang.T("page.col.grids")}}
	for _, u := range w.units {
		out = append(out, w.cells(u))
	}
	return out
}
