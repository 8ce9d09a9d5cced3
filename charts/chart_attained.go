package charts

import (
	"cmp"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostSymbols is from how many communities in one row they are drawn as parts of a bar, no longer as symbols.
const mostSymbols = 20

// floorAttained draws, unit by unit of the breakdown, how many communities attain the rules of floor area: one symbol per community.
func floorAttained(r *coverage.Result, lang words.Lang) Figure {
	level, units := Breakdown(r)
	switch {
	case r.Total().Floor.Judged == 0:
		return absent("attained", lang.T("chart.floor.none."+floorWhy(r)), lang)
	case level == coverage.LevelCommunity:
		return absent("attained", lang.T("chart.byunit.none"), lang)
	}
	a := &attainment{result: r, lang: lang, names: NewNamer(r, lang)}
	for i := range units {
		if units[i].Communities > 0 {
			a.units = append(a.units, &units[i])
		}
	}
	slices.SortStableFunc(a.units, func(x, y *coverage.Unit) int { return cmp.Compare(failed(y), failed(x)) })
	a.level = lang.T("page.units." + level.String())
	f := Figure{Key: "attained", Title: a.title(), Subtitle: lang.T("chart.attained.subtitle", "bars", shownIf(a.most() >= mostSymbols, "1"), "signs", shownIf(a.most() < mostSymbols, "1")), Table: a.table(), Hows: []string{"", "rate_attain.n", "rate_attain.not", "rate_attain.other", "rate_attain"}, Units: unitKeys(a.units)}
	f.Drawing = a.drawing()
	if hidden := len(a.units) - mostRows; hidden > 0 {
		f.Note = lang.T("chart.attained.more", "n", Count(hidden), "level", a.level)
	}
	return finding(f, lang)
}

// failed is how many communities of a unit were judged and do not attain.
func failed(u *coverage.Unit) int { return u.Floor.Judged - u.Floor.Attained }

type attainment struct {
	result *coverage.Result
	lang   words.Lang
	level  string
	units  []*coverage.Unit // with the most failing communities first
	names  *Namer
}

// title says where all attain, and where most do not.
func (a *attainment) title() string {
	worst, all := a.units[0], 0
	for _, u := range a.units {
		if u.Floor.Judged > 0 && failed(u) == 0 {
			all++
		}
	}
	args := []any{"name", a.names.Distinct(worst), "judged", Count(worst.Floor.Judged), "failed", Count(failed(worst)), "all", Count(all), "level", a.level}
	if failed(worst) == 0 {
		return a.lang.T("chart.attained.title.all", args...)
	}
	key := Plural("chart.attained.title", failed(worst))
	switch n := worst.Floor.Judged; {
	case n == 1:
		key = "chart.attained.title.single"
	case failed(worst) == n:
		key = "chart.attained.title.none"
	}
	return a.lang.T(key, args...)
}

// outcomes are the communities of a unit by outcome, in the order in which they are drawn.
func outcomes(u *coverage.Unit) [3]struct {
	outcome coverage.Outcome
	n       int
} {
	return [3]struct {
		outcome coverage.Outcome
		n       int
	}{{coverage.NotAttained, failed(u)}, {coverage.Attained, u.Floor.Attained}, {coverage.NoData, u.Communities - u.Floor.Judged}}
}

func (a *attainment) drawn() []*coverage.Unit { return a.units[:min(len(a.units), mostRows)] }

// most is the number of communities in the longest row.
func (a *attainment) most() int {
	most := 0
	for _, u := range a.drawn() {
		most = max(most, u.Communities)
	}
	return most
}

func (a *attainment) drawing() *Drawing {
	rows := a.drawn()
	var names, written []string
	var marks []opts.CustomData
	tips := Tips{Head: a.table()[0][1:]}
	most := a.most()
	for row, u := range rows {
		names, written = append(names, a.names.Distinct(u)), append(written, a.written(u))
		at := 0
		for _, part := range outcomes(u) {
			step := 1
			if most >= mostSymbols {
				step = max(part.n, 1)
			}
			for k := 0; k < part.n; k += step {
				marks = append(marks, sign("", Ink, at+k, row, int(part.outcome), step))
				tips.Rows = append(tips.Rows, a.cells(u))
			}
			at += part.n
		}
	}
	p := newPlot()
	p.mark("communities", "symbols", marks, 3)
	p.unit(unitValues, a.lang.T("chart.attained.unit"))
	return &Drawing{Option: p.placed(names, written, scale{to: float64(most), step: float64(most)}, margins{26, 2}), Height: 32 + rowHeight*len(rows), Names: nameRoom, Tips: map[string]Tips{"communities": tips}}
}

// written is the end of a row: communities that attain of those judged, and their share.
func (a *attainment) written(u *coverage.Unit) string {
	if u.Floor.Judged == 0 {
		return a.lang.T("outcome.nodata")
	}
	return a.lang.T("chart.attained.value", "a", Count(u.Floor.Attained), "b", Count(u.Floor.Judged), "rate", a.rate(u))
}

// rate is AREA-07 of a unit, beside its target.
func (a *attainment) rate(u *coverage.Unit) string {
	v, _ := u.Verdict("AREA-07")
	return number(a.lang, u.Get("rate_attain").Number, Missing, func(share float64) string { return Rate(share, limits(v.Limit.V, v.Limit.Known)...) })
}

func (a *attainment) cells(u *coverage.Unit) []string {
	return []string{a.names.Distinct(u), Count(u.Floor.Attained), Count(failed(u)), Count(u.Communities - u.Floor.Judged), a.rate(u)}
}

func (a *attainment) table() [][]string {
	out := [][]string{{a.level, a.lang.T("outcome.attained"), a.lang.T("outcome.not"), a.lang.T("chart.attained.other"), a.lang.T("chart.pyramid.rate")}}
	for _, u := range a.units {
		out = append(out, a.cells(u))
	}
	return out
}
