package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// mostNamed is how many communities of the figure carry their names: those with the largest shortfalls.
const mostNamed = 3

// requiredArea draws communities by households and floor area, with the requirement as a kinked line: what lies below it is short.
func requiredArea(r *coverage.Result, lang words.Lang) Figure {
	if r.Total().Floor.Evaluated == 0 {
		return absent("required", lang.T("chart.floor.none."+floorWhy(r)), lang)
	}
	s := &required{result: r, lang: lang, names: NewNamer(r, lang), short: shortUnits(r)}
	communities := r.Level(coverage.LevelCommunity)
	for i := range communities {
		if u := &communities[i]; u.Floor.Evaluated > 0 && u.Households.Known > 0 {
			s.units = append(s.units, u)
		}
	}
	rule, _ := r.Profile.Rule("AREA-01")
	s.least, s.per100 = rule.Values["minimum"].Value, rule.Values["per_100"].Value
	s.newOnly = rule.Values["new_only"].Value == 1
	return finding(Figure{
		Key: "required", Title: s.title(), Subtitle: s.subtitle(), Drawing: s.drawing(), Table: s.table(),
		Hows: []string{"", "", "households", "area_actual", "area_required", "area_gap"}, Units: unitKeys(s.units),
	}, lang)
}

type required struct {
	result        *coverage.Result
	lang          words.Lang
	names         *Namer
	units, short  []*coverage.Unit
	least, per100 float64 // m², m² per 100 households; 0 where the profile does not say
	newOnly       bool    // per100 binds new compounds alone: no line is right for all
}

// small counts the communities that are short of the least area, and those of them with so few households that it alone binds.
func (s *required) small() (below, few int) {
	for _, u := range s.short {
		if u.Floor.Actual < s.least && !near(u.Floor.Actual, s.least) {
			below++
		}
		if s.bound(u) {
			few++
		}
	}
	return below, few
}

// bound reports whether the least area is what binds a community, not the area per 100 households.
func (s *required) bound(u *coverage.Unit) bool { return s.per100*u.Households.Total/100 <= s.least }

// bend is the number of households from which the area per 100 households binds; 0 where the profile has none.
func (s *required) bend() float64 {
	if s.per100 == 0 {
		return 0
	}
	return s.least / s.per100 * 100
}

func (s *required) title() string {
	below, few := s.small()
	many := len(s.short) - few
	args := []any{"n", Count(len(s.short)), "all", Count(len(s.units)), "min", Plain(s.least), "below", Count(below), "few", Count(few), "many", Count(many), "bend", Whole(math.Floor(s.bend() + reached))}
	switch {
	case len(s.short) == 0:
		return s.lang.T("chart.required.title.none", args...)
	case len(s.units) == 1:
		return s.lang.T("chart.required.title.single", args...)
	case below == len(s.short) && below > 1:
		return s.lang.T("chart.required.title.every", args...)
	case s.least > 0 && 2*below > len(s.short):
		return s.lang.T(Plural("chart.required.title.least", below), args...)
	case few > 0 && many > 0 && !s.newOnly:
		return s.lang.T("chart.required.title.bend", args...)
	}
	return s.lang.T(Plural("chart.required.title", len(s.short)), args...)
}

func (s *required) subtitle() string {
	return s.lang.T("chart.required.subtitle", "n", Count(len(s.units)), "line", shownIf(!s.newOnly, "1"))
}

func (s *required) drawing() *Drawing {
	most, top := 0.0, s.least
	for _, u := range s.units {
		most, top = max(most, u.Households.Total), max(top, u.Floor.Actual)
	}
	right, step := axis(most)
	second, hasSecond := secondPer100(s.result)
	u := upright{right: right, step: step, top: 30, across: s.lang.T("page.col.households"), upward: s.lang.T("chart.required.y")}
	u = u.from0(max(top, s.at(right)))
	p := newPlot()
	if !s.newOnly {
		p.mark("failing", "tints", append(s.line(right, s.per100, ""), sign("", NotWash, drawn(right), 0), sign("", NotWash, 0, 0)), 1)
		p.mark("rule", "edges", s.named(s.line(right, s.per100, Ink), s.per100, true), 6)
	}
	if hasSecond && second*right/100 > s.least {
		x := right
		if second*right/100 > u.high {
			x = u.high / second * 100
		}
		p.mark("second", "edges", s.named(s.second(x, second), second, false), 3)
	}
	points, tips := s.points()
	p.mark("communities", "points", points, 5)
	return &Drawing{Option: p.upright(u), Height: 380, Margin: 76, Tips: map[string]Tips{"communities": tips}}
}

// at is the requirement at a number of households, m².
func (s *required) at(households float64) float64 {
	if s.newOnly {
		return s.least
	}
	return max(s.least, s.per100*households/100)
}

// line is the requirement from no households to a number of them, with its kink.
func (s *required) line(right, per100 float64, color string) []opts.CustomData {
	if color == "" {
		color = NotWash
	}
	out := []opts.CustomData{sign("", color, 0, drawn(s.least), 0)}
	if per100 > 0 && s.least/per100*100 < right {
		out = append(out, sign("", color, drawn(s.least/per100*100), drawn(s.least), 0))
	}
	return append(out, sign("", color, drawn(right), drawn(max(s.least, per100*right/100)), 0))
}

// second is a second standard from where it leaves the least area.
func (s *required) second(right, per100 float64) []opts.CustomData {
	from := s.least / per100 * 100
	return []opts.CustomData{sign("", Ink2, drawn(from), drawn(s.least), 1), sign("", Ink2, drawn(right), drawn(per100*right/100), 1)}
}

// named writes the names at the ends of a line: the least area, and the area per 100 households.
func (s *required) named(line []opts.CustomData, per100 float64, first bool) []opts.CustomData {
	if first && s.least > 0 {
		line[0].Name = s.lang.T("chart.required.least", "n", Plain(s.least))
	}
	if per100 > 0 {
		line[len(line)-1].Name = s.lang.T("chart.required.rate", "n", Plain(per100))
	}
	return line
}

// pointSize is the radius of a community, px, so that many leave room for one another.
func (s *required) pointSize() float64 {
	switch n := len(s.units); {
	case n <= 150:
		return 4.5
	case n <= 400:
		return 3.2
	}
	return 2.2
}

// points are the communities, those that are short above the others, the largest shortfalls with their names.
func (s *required) points() ([]opts.CustomData, Tips) {
	var out []opts.CustomData
	tips := Tips{Head: []string{s.lang.T("page.col.households"), s.lang.T("page.col.actual"), s.lang.T("page.col.required"), s.lang.T("page.col.gap")}}
	size := s.pointSize()
	add := func(u *coverage.Unit, name, color string, short bool) {
		out = append(out, sign(name, color, drawn(u.Households.Total), drawn(u.Floor.Actual), bit(short), size))
		tips.Rows = append(tips.Rows, append([]string{s.names.Distinct(u)}, s.cells(u)...))
	}
	for _, u := range s.units {
		if u.Floor.Gap <= 0 {
			add(u, "", Gain, false)
		}
	}
	for rank, u := range s.short {
		if u.Households.Known > 0 {
			add(u, shownIf(rank < mostNamed, s.names.Distinct(u)), NotMet, true)
		}
	}
	return out, tips
}

func (s *required) cells(u *coverage.Unit) []string {
	return []string{Whole(u.Households.Total), Area(u.Floor.Actual, u.Floor.Required), Area(u.Floor.Required, u.Floor.Actual), Area(u.Floor.Gap)}
}

func (s *required) table() [][]string {
	out := [][]string{{s.names.ParentHead(), s.lang.T("page.col.community"), s.lang.T("page.col.households"), s.lang.T("page.col.actual"), s.lang.T("page.col.required"), s.lang.T("page.col.gap")}}
	for _, u := range s.units {
		out = append(out, append([]string{s.names.Parent(u), s.names.Beside(u)}, s.cells(u)...))
	}
	return out
}

// secondPer100 is the national goal for area per 100 households, m², as the profile of that goal states it; ok is false where the profile
// of the run regulates no such area, or has the goal for its own limit.
func secondPer100(r *coverage.Result) (per100 float64, ok bool) {
	own, regulated := r.Profile.Rule("AREA-04")
	goal, err := data.BuiltinProfile("national30")
	if err != nil {
		panic(err) // embedded
	}
	per100 = goal.Rules["AREA-04"].Values["per_100"].Value
	return per100, regulated && per100 > 0 && math.Abs(own.Values["per_100"].Value-per100) > reached
}
