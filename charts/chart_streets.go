package charts

import (
	"slices"

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
		return absent("streets", lang.T("chart.notevaluated."+WhyNoCoverage(r)), lang)
	}
	s := &ranking{result: r, lang: lang, level: lang.T("page.units." + level.String()), units: units, order: byCoverage(units), names: NewNamer(r, lang)}
	f := Figure{
		ID: figureID("streets"), Key: "streets", Title: s.title(),
		Subtitle: lang.T("chart.streets.subtitle", "people", lang.T("page.people."+r.Basis.Basis.String()), "strict", shownIf(HasStrict(r), Meters(r.Circle.StrictRadius.Meters()))),
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
	missed, judged, limit := s.judged()
	args := []any{
		"all", Count(len(s.units)), "n", Count(judged), "level", s.level, "missed", Count(missed), "limit", limit,
		"lowest", shownIf(s.differ(), s.names.Distinct(last)), "even", shownIf(!s.differ(), "1"), "name", s.names.Distinct(last), "rate", CoverageRate(s.lang, s.result, last),
	}
	key := "chart.streets.title"
	switch {
	case len(s.units) == 1:
		return s.lang.T(key+".single", args...)
	case judged == 0:
		return s.lang.T(key+".nolimit", args...)
	case judged == 1:
		return s.lang.T(key+".only", args...)
	case missed == 0:
		key += ".all"
	}
	if judged < len(s.units) {
		key += ".part"
	}
	return s.lang.T(key, args...)
}

// judged counts the units that miss the standard and those that could be judged; limit is the standard in percent.
func (s *ranking) judged() (missed, judged int, limit string) {
	for i := range s.units {
		v, _ := s.units[i].Verdict("COV-04")
		if v.Outcome == coverage.NotAttained {
			missed++
		}
		if v.Outcome == coverage.NotAttained || v.Outcome == coverage.Attained {
			judged, limit = judged+1, Limit(v.Limit.V)
		}
	}
	return missed, judged, limit
}

// differ reports whether one unit is lower than another: else none is the lowest.
func (s *ranking) differ() bool {
	first := s.units[s.order[0]].Get("coverage_pop")
	for _, i := range s.order {
		if v := s.units[i].Get("coverage_pop"); v.Known && v.V > first.V {
			return true
		}
	}
	return false
}

func (s *ranking) drawing() *Drawing {
	rows := s.order[:s.drawn()]
	var names, written []string
	var bars []opts.BarData
	var ticks []opts.CustomData
	tips := Tips{Head: []string{s.lang.T("metric.coverage_pop"), s.lang.T("page.col.covered_of"), strictHead(s.lang, s.result), s.lang.T("page.col.uncovered")}}
	for row, i := range rows {
		u := &s.units[i]
		names, written = append(names, s.names.Distinct(u)), append(written, CoverageRate(s.lang, s.result, u))
		bars = append(bars, s.bar(u))
		if strict := u.Get("coverage_pop_strict"); strict.Known && HasStrict(s.result) {
			ticks = append(ticks, opts.CustomData{Value: []any{drawn(strict.V * 100), row}, ItemStyle: &opts.ItemStyle{Color: Ink}})
		}
		people := PeopleIn(s.lang, s.result, u)
		tips.Rows = append(tips.Rows, []string{s.names.Distinct(u), CoverageRate(s.lang, s.result, u), s.lang.T("page.of", "a", people.Covered, "b", people.Total), shownIf(HasStrict(s.result), StrictRate(s.lang, s.result, u)), people.Uncovered})
	}
	p := newPlot()
	p.bars("coverage", bars, "", true)
	if len(ticks) > 0 {
		p.mark("strict", "ticks", ticks, 4)
	}
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
	rows := [][]string{{s.level, s.lang.T("page.col.rate"), strictHead(s.lang, s.result), s.lang.T("page.col.covered"), s.lang.T("page.col.uncovered"), s.lang.T("page.col.total")}}
	for _, i := range s.order {
		u := &s.units[i]
		p := PeopleIn(s.lang, s.result, u)
		rows = append(rows, []string{s.names.Distinct(u), CoverageRate(s.lang, s.result, u), shownIf(HasStrict(s.result), StrictRate(s.lang, s.result, u)), p.Covered, p.Uncovered, p.Total})
	}
	if !HasStrict(s.result) {
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 2, 3)
		}
	}
	return rows
}
