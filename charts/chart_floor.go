package charts

import (
	"cmp"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostShort is how many communities the figure draws; the list of shortfalls holds all.
const mostShort = 12

// floorArea draws the communities that lack the most floor area: what they have, what is missing, and the required area as a tick.
func floorArea(r *coverage.Result, lang words.Lang) Figure {
	total := r.Total()
	switch {
	case total.Floor.Evaluated == 0:
		return absent("floor", lang.T("chart.floor.none."+floorWhy(r)), lang)
	case total.Floor.Short == 0:
		f := absent("floor", lang.T(Plural("chart.floor.allmet", total.Floor.Evaluated), "n", Count(total.Floor.Evaluated)), lang)
		f.Title = f.Absent
		return f
	}
	s := &shortfall{result: r, lang: lang, units: shortUnits(r), names: NewNamer(r, lang)}
	f := Figure{
		ID: figureID("floor"), Key: "floor",
		Title: lang.T(Plural("chart.floor.title", total.Floor.Short), "n", Count(total.Floor.Short), "gap", Area(total.Floor.Gap),
			"name", s.names.Distinct(s.units[0]), "worst", Area(s.units[0].Floor.Gap)),
		Subtitle: lang.T(Plural("chart.floor.subtitle", len(s.units)), "n", Count(min(mostShort, len(s.units)))),
		Drawing:  s.drawing(),
		Table:    s.table(),
		Hows:     []string{"", "", "area_required", "area_actual", "area_gap"},
		Units:    unitKeys(s.units[:min(mostShort, len(s.units))]),
	}
	if more := len(s.units) - mostShort; more > 0 {
		f.Note = lang.T("chart.floor.more", "n", Count(more))
	}
	f.Alt = lang.T("chart.alt", "title", f.Title, "subtitle", f.Subtitle)
	return f
}

// LargestShortTitle says how much of the whole shortfall the communities of the figure hold; where it draws them all, that it does.
func LargestShortTitle(r *coverage.Result, lang words.Lang) string {
	units, drawn := shortUnits(r), 0.0
	for _, u := range units[:min(mostShort, len(units))] {
		drawn += u.Floor.Gap
	}
	if len(units) <= mostShort {
		return lang.T(Plural("chart.floor.all", len(units)), "n", Count(len(units)))
	}
	return lang.T("chart.floor.largest", "n", Count(mostShort), "share", Percent(drawn/r.Total().Floor.Gap))
}

// floorWhy is the end of the key that says why nothing could be evaluated.
func floorWhy(r *coverage.Result) string {
	switch NoFloor(r, r.Total()) {
	case Unregulated:
		return "unregulated"
	case NotProvided:
		return "notprovided"
	}
	return "missing"
}

// shortUnits are the communities with a shortfall, the largest first, ties in code order.
func shortUnits(r *coverage.Result) []*coverage.Unit {
	var out []*coverage.Unit
	communities := r.Level(coverage.LevelCommunity)
	for i := range communities {
		if communities[i].Floor.Gap > 0 {
			out = append(out, &communities[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *coverage.Unit) int { return cmp.Compare(b.Floor.Gap, a.Floor.Gap) })
	return out
}

type shortfall struct {
	result *coverage.Result
	lang   words.Lang
	units  []*coverage.Unit
	names  *Namer
}

func (s *shortfall) drawing() *Drawing {
	var names, written []string
	var actual, gap []opts.BarData
	var required []opts.CustomData
	largest := 0.0
	tips := Tips{Head: []string{s.names.ParentHead(), s.lang.T("page.col.required"), s.lang.T("page.col.actual"), s.lang.T("page.col.gap")}}
	for row, u := range s.units[:min(mostShort, len(s.units))] {
		name := s.names.Distinct(u)
		names, written = append(names, name), append(written, Area(u.Floor.Gap))
		actual = append(actual, opts.BarData{Value: drawn(u.Floor.Actual), ItemStyle: &opts.ItemStyle{Color: Neutral}})
		gap = append(gap, opts.BarData{Value: drawn(u.Floor.Gap), ItemStyle: &opts.ItemStyle{Color: ShortSoft}})
		required = append(required, opts.CustomData{Value: []any{drawn(u.Floor.Required), row}, ItemStyle: &opts.ItemStyle{Color: Ink}})
		largest = max(largest, u.Floor.Required)
		tips.Rows = append(tips.Rows, []string{name, s.names.Parent(u), Area(u.Floor.Required, u.Floor.Actual), Area(u.Floor.Actual, u.Floor.Required), Area(u.Floor.Gap)})
	}
	end, step := axis(largest)
	p := newPlot()
	p.bars("actual", actual, "area", false)
	p.bars("gap", gap, "area", false)
	p.mark("required", "ticks", required, 4)
	p.mark("keys", "keys", []opts.CustomData{sign(s.lang.T("chart.floor.key.actual"), Neutral, 0), sign(s.lang.T("chart.floor.key.gap"), ShortSoft, 1)}, 2)
	p.unit(unitValues, s.lang.T("page.col.gap"))
	return &Drawing{
		Option: p.placed(names, written, scale{to: end, step: step}, margins{38, 2}), Height: 44 + rowHeight*len(names), Names: nameRoom,
		Tips: map[string]Tips{"actual": tips, "gap": tips},
	}
}

func (s *shortfall) table() [][]string {
	rows := [][]string{{s.names.ParentHead(), s.lang.T("page.col.community"), s.lang.T("page.col.required"), s.lang.T("page.col.actual"), s.lang.T("page.col.gap")}}
	for _, u := range s.units[:min(mostShort, len(s.units))] {
		rows = append(rows, []string{s.names.Parent(u), s.names.Beside(u), Area(u.Floor.Required, u.Floor.Actual), Area(u.Floor.Actual, u.Floor.Required), Area(u.Floor.Gap)})
	}
	return rows
}
