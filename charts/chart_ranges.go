package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
)

// mostRows is how many rows a ranking of units draws; the table behind it holds all.
const mostRows = 24

// coverageRanges draws the units of the breakdown as dots on the scale of coverage, with a strip for what coverage would be at the slow and
// at the fast end of walking: a strip that crosses the standard is a verdict that turns with the assumptions.
func coverageRanges(r *coverage.Result, lang words.Lang) Figure {
	_, units := Breakdown(r)
	if len(units) == 0 || !r.Total().Get("coverage_pop").Known {
		return absent("ranges", lang.T("chart.notevaluated."+WhyNoCoverage(r)), lang)
	}
	s := &swings{*newRanking(r, lang)}
	f := Figure{Key: "ranges", Title: s.title(), Subtitle: s.subtitle(), Drawing: s.drawing(), Table: s.table(), Hows: []string{"", "coverage_pop", "coverage_pop.low", "coverage_pop.high"}}
	for _, i := range s.order {
		f.Units = append(f.Units, UnitKey(&units[i]))
	}
	if hidden := len(units) - mostRows; hidden > 0 {
		f.Note = lang.T("chart.ranges.more", "n", Count(hidden), "shown", Count(mostRows), "level", s.level)
	}
	return finding(f, lang)
}

// swings is a ranking with the range of each unit.
type swings struct{ ranking }

// mostFlips is how many units a title names.
const mostFlips = 3

// title names the units whose verdict turns inside the range.
func (s *swings) title() string {
	var flips []string
	for _, i := range s.order {
		if v, ok := s.units[i].Verdict("COV-04"); ok && v.Sensitive() {
			flips = append(flips, s.names.Distinct(&s.units[i]))
		}
	}
	key := Plural("chart.ranges.title", len(flips))
	switch {
	case len(flips) == 0:
		key += ".none"
	case len(flips) > mostFlips:
		key += ".many"
	}
	return s.lang.T(key, "n", Count(len(flips)), "level", s.level, "names", strings.Join(flips[:min(mostFlips, len(flips))], s.lang.T("page.comma")))
}

// subtitle also counts the communities whose verdict turns, where these are not what is drawn.
func (s *swings) subtitle() string {
	communities := 0
	for _, f := range s.result.Sensitivity.Flips {
		if s.result.Units[f.Unit].Level == coverage.LevelCommunity && coverage.Rules[f.Rule].ID == "COV-04" {
			communities++
		}
	}
	if s.units[0].Level == coverage.LevelCommunity {
		communities = 0
	}
	low, high := s.result.Sensitivity.Low.Meters(), s.result.Sensitivity.High.Meters()
	return s.lang.T("chart.ranges.subtitle", "r", Radius(s.result, s.result.Circle.Radius.Meters()), "range", shownIf(low < high, s.lang.T("chart.curve.range", "a", Radius(s.result, low), "b", Radius(s.result, high))),
		"communities", shownIf(communities > 0, s.lang.T(Plural("chart.ranges.communities", communities), "n", Count(communities))))
}

// nearest are the units that are drawn, from low to high: of too many those whose verdict turns, then those nearest to the standard.
func (s *swings) nearest() []int {
	limit, _ := CoverageLimit(s.result.Total())
	away := func(i int) float64 {
		u := &s.units[i]
		if v, _ := u.Verdict("COV-04"); v.Sensitive() {
			return -1
		}
		if v := u.Get("coverage_pop"); v.Known {
			return math.Abs(v.V - limit)
		}
		return math.Inf(1)
	}
	by := slices.Clone(s.order)
	slices.SortStableFunc(by, func(a, b int) int { return cmp.Compare(away(a), away(b)) })
	drawn := by[:min(len(by), mostRows)]
	return slices.DeleteFunc(slices.Clone(s.order), func(i int) bool { return !slices.Contains(drawn, i) })
}

func (s *swings) drawing() *Drawing {
	rows := s.nearest()
	var names, written []string
	var strips, dots []opts.CustomData
	from, to := 1.0, 0.0
	tips := Tips{Head: s.head()[1:]}
	for row, i := range rows {
		u := &s.units[i]
		names, written = append(names, s.names.Distinct(u)), append(written, CoverageRate(s.lang, s.result, u))
		v := u.Get("coverage_pop")
		if !v.Known {
			continue
		}
		from, to = min(from, v.V), max(to, v.V)
		if v.Low.Known && v.High.Known {
			from, to = min(from, v.Low.V), max(to, v.High.V)
			strips = append(strips, sign("", Strip, drawn(v.Low.V*100), drawn(v.High.V*100), row))
		}
		shape, color := signOf(u, "COV-04")
		dots = append(dots, sign("", color, drawn(v.V*100), row, shape, 0))
		tips.Rows = append(tips.Rows, s.cells(u))
	}
	p := newPlot()
	if len(strips) > 0 {
		p.mark("strips", "bands", strips, 2)
	}
	p.mark("dots", "dots", dots, 5)
	if limit, ok := CoverageLimit(&s.units[rows[0]]); ok {
		from, to = min(from, limit), max(to, limit)
		p.mark("target", "posts", []opts.CustomData{post(limit*100, solid, false, 0, s.lang.T("page.target", "n", Limit(limit)))}, 4)
	}
	return &Drawing{Option: p.placed(names, written, around(from*100, to*100), margins{8, 24}), Height: 58 + rowHeight*len(rows), Names: nameRoom, Tips: map[string]Tips{"dots": tips}}
}

// signOf is the sign of a unit's outcome of a rule: a diamond where it is missed, else a disc; grey where it is not judged.
func signOf(u *coverage.Unit, rule string) (shape int, color string) {
	v, _ := u.Verdict(rule)
	switch v.Outcome {
	case coverage.Attained:
		return 0, Met
	case coverage.NotAttained:
		return 1, NotMet
	}
	return 0, Neutral
}

func (s *swings) head() []string {
	return []string{s.level, s.lang.T("page.col.rate"), s.lang.T("page.col.low"), s.lang.T("page.col.high"), s.lang.T("page.col.outcome")}
}

func (s *swings) cells(u *coverage.Unit) []string {
	v := u.Get("coverage_pop")
	end := func(n float64) string { return Rate(n, limits(CoverageLimit(u))...) }
	verdict, _ := u.Verdict("COV-04")
	outcome := s.lang.T("outcome." + verdict.Outcome.String())
	if verdict.Sensitive() {
		outcome = bracket(s.lang, outcome, s.lang.T("chart.ranges.turns"))
	}
	return []string{s.names.Distinct(u), CoverageRate(s.lang, s.result, u), number(s.lang, v.Low, NothingToRun, end), number(s.lang, v.High, NothingToRun, end), outcome}
}

func (s *swings) table() [][]string {
	out := [][]string{s.head()}
	for _, i := range s.order {
		out = append(out, s.cells(&s.units[i]))
	}
	return out
}
