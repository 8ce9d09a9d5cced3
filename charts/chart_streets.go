package charts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostRows is how many rows the ranking of units draws; the table behind it holds all.
const mostRows = 40

// coverageByStreet ranks the units of the breakdown from low to high coverage, with the standard as a line and the strict radius as
// a tick on each bar.
func coverageByStreet(r *coverage.Result, lang words.Lang) Figure {
	level, units := Breakdown(r)
	if len(units) == 0 || !r.Total().Get("coverage_pop").Known {
		return absent("streets", lang.T("chart.streets.none"), lang)
	}
	s := &ranking{result: r, lang: lang, level: lang.T("page.units." + level.String()), units: units, order: byCoverage(units), names: NewNamer(r, lang)}
	f := Figure{
		ID: figureID("streets"), Key: "streets", Title: s.title(),
		Subtitle: lang.T("chart.streets.subtitle", "people", lang.T("page.people."+r.Basis.Basis.String()), "strict", Meters(r.Circle.StrictRadius.Meters())),
		Drawing:  s.drawing(),
		Table:    s.table(),
	}
	if hidden := len(units) - s.drawn(); hidden > 0 {
		f.Note = lang.T("chart.streets.more", "n", Count(hidden), "level", s.level)
	}
	f.Alt = lang.T("chart.alt", "title", f.Title, "subtitle", f.Subtitle)
	return f
}

type ranking struct {
	result *coverage.Result
	lang   words.Lang
	level  string // the word for the units
	units  []coverage.Unit
	order  []int
	names  *Namer
}

func (s *ranking) drawn() int { return min(len(s.units), mostRows) }

// title says how many miss the standard, and who is last.
func (s *ranking) title() string {
	last := &s.units[s.order[0]]
	missed, judged := 0, 0
	var limit []float64
	for i := range s.units {
		v, ok := s.units[i].Verdict("COV-04")
		if !ok {
			continue
		}
		if v.Outcome == coverage.NotAttained {
			missed++
		}
		if v.Outcome == coverage.NotAttained || v.Outcome == coverage.Attained {
			judged, limit = judged+1, []float64{v.Limit.V}
		}
	}
	args := []any{"n", Count(judged), "level", s.level, "missed", Count(missed), "name", s.names.Distinct(last), "rate", CoverageRate(s.lang, last)}
	switch {
	case judged == 0:
		return s.lang.T("chart.streets.title.nolimit", args...)
	case missed == 0:
		return s.lang.T("chart.streets.title.all", append(args, "limit", Limit(limit[0]))...)
	}
	return s.lang.T("chart.streets.title", append(args, "limit", Limit(limit[0]))...)
}

func (s *ranking) drawing() *Drawing {
	rows := s.order[:s.drawn()]
	var names, written []string
	var bars []opts.BarData
	var ticks []opts.CustomData
	tips := Tips{Head: []string{s.lang.T("metric.coverage_pop"), s.lang.T("page.col.covered_of"), s.lang.T("page.strict", "n", Meters(s.result.Circle.StrictRadius.Meters())), s.lang.T("page.col.uncovered")}}
	for row, i := range rows {
		u := &s.units[i]
		names, written = append(names, s.names.Distinct(u)), append(written, CoverageRate(s.lang, u))
		bars = append(bars, s.bar(u))
		if strict := u.Get("coverage_pop_strict"); strict.Known {
			ticks = append(ticks, opts.CustomData{Value: []any{drawn(strict.V * 100), row}, ItemStyle: &opts.ItemStyle{Color: Ink}})
		}
		people := PeopleOf(u.People)
		tips.Rows = append(tips.Rows, []string{s.names.Distinct(u), CoverageRate(s.lang, u), s.lang.T("page.of", "a", people.Covered, "b", people.Total), StrictRate(s.lang, u), people.Uncovered})
	}
	p := newPlot()
	p.bars("coverage", bars, "", true)
	p.mark("strict", "ticks", ticks, 4)
	if limit, ok := CoverageLimit(&s.units[rows[0]]); ok {
		p.mark("target", "rules", []opts.CustomData{rule(limit*100, 1, false, Ink, s.lang.T("page.target", "n", Limit(limit)))}, 5)
	}
	return &Drawing{Option: p.ranked(names, written, 100, 20), Height: 44 + rowHeight*len(rows), Names: nameRoom, Tips: map[string]Tips{"coverage": tips}}
}

// bar is blue where the standard is attained, amber where not, grey where there is none.
func (s *ranking) bar(u *coverage.Unit) opts.BarData {
	value := u.Get("coverage_pop")
	if !value.Known {
		return opts.BarData{Value: nil}
	}
	color := Neutral
	if v, ok := u.Verdict("COV-04"); ok {
		switch v.Outcome {
		case coverage.Attained:
			color = Met
		case coverage.NotAttained:
			color = Short
		}
	}
	return opts.BarData{Value: drawn(value.V * 100), ItemStyle: &opts.ItemStyle{Color: color}}
}

func (s *ranking) table() [][]string {
	rows := [][]string{{s.level, s.lang.T("page.col.rate"), s.lang.T("page.strict", "n", Meters(s.result.Circle.StrictRadius.Meters())), s.lang.T("page.col.covered"), s.lang.T("page.col.uncovered"), s.lang.T("page.col.total")}}
	for _, i := range s.order {
		u := &s.units[i]
		p := PeopleOf(u.People)
		rows = append(rows, []string{s.names.Distinct(u), CoverageRate(s.lang, u), StrictRate(s.lang, u), p.Covered, p.Uncovered, p.Total})
	}
	return rows
}
