package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// regionTips are the tooltips of the coverage layer.
func (m *mapper) regionTips() Tips {
	if m.ground.kind != "communities" {
		return m.gridTips()
	}
	t := Tips{Head: []string{
		m.names.ParentHead(), MetricName(m.lang, m.result, "coverage_pop"), m.lang.T("page.col.covered_of"), strictHead(m.lang, m.result),
		m.lang.T("page.col.uncovered"), m.lang.T("page.col.centers"), m.lang.T("page.col.gap"),
	}}
	for _, c := range m.ground.unit {
		t.Rows = append(t.Rows, m.communityTip(m.result.Community(c)))
	}
	return t
}

func (m *mapper) communityTip(u *coverage.Unit) []string {
	people := PeopleIn(m.lang, m.result, u)
	covered := people.Covered
	rate, strict := CoverageRate(m.lang, m.result, u), StrictRate(m.lang, m.result, u)
	if u.Get("coverage_pop").Known {
		rate, strict, covered = rate+"%", strict+"%", m.lang.T("page.of", "a", people.Covered, "b", people.Total)
	}
	return []string{
		m.names.Beside(u), m.names.Parent(u), rate, covered, shownIf(HasStrict(m.result), strict),
		people.Uncovered, Centers(m.lang, u), FloorGap(m.lang, m.result, u),
	}
}

// communityTips are the tooltips of a layer of communities: name, the unit above, and the cells of the layer.
func (m *mapper) communityTips(head []string, cells func(*coverage.Unit) []string) Tips {
	t := Tips{Head: append([]string{m.names.ParentHead()}, head...)}
	for _, c := range m.ground.unit {
		u := m.result.Community(c)
		t.Rows = append(t.Rows, append([]string{m.names.Beside(u), m.names.Parent(u)}, cells(u)...))
	}
	return t
}

func (m *mapper) gridTips() Tips {
	t := Tips{Head: []string{
		m.lang.T("page.col.community"), MetricName(m.lang, m.result, "coverage_pop"), strictHead(m.lang, m.result),
		peopleWord(m.result, m.lang), m.lang.T("page.col.households"),
	}}
	for _, i := range m.ground.unit {
		t.Rows = append(t.Rows, m.gridTip(i))
	}
	return t
}

func (m *mapper) gridTip(i int) []string {
	g := &m.result.Grids[i]
	rate := GridAbsence(m.result, i).Word(m.lang)
	strict := rate
	if gridShare(m.result, i).Known {
		rate, strict = Percent(g.Share), Percent(g.StrictShare)
	}
	community := m.result.Community(m.result.City.Grids[i].Community)
	return []string{
		m.names.Grid(i), m.names.Distinct(community), rate, shownIf(HasStrict(m.result), strict),
		Number(m.lang, g.People, Whole), Number(m.lang, g.Households, Whole),
	}
}

// gridShare is a grid's population coverage: people are spread evenly in it, so it is the share of its ground. No count, no rate.
func gridShare(r *coverage.Result, i int) data.Number {
	if GridAbsence(r, i) != Present {
		return data.Number{}
	}
	return data.Num(r.Grids[i].Share)
}

// strictHead is the head of the strict check, or "" where it says nothing of its own; a cell without text is not drawn.
func strictHead(lang words.Lang, r *coverage.Result) string {
	return shownIf(HasStrict(r), lang.T("page.strict", "n", Radius(r, r.Circle.StrictRadius.Meters())))
}

// shownIf is the text where it is shown, else none.
func shownIf(shown bool, text string) string {
	if shown {
		return text
	}
	return ""
}

// GridAbsence is why a grid has no rate.
func GridAbsence(r *coverage.Result, i int) Absence {
	switch {
	case !r.City.HasCenters() || len(r.Basis.Present) == 0:
		return NotProvided
	case !r.Grids[i].People.Known:
		return Missing
	}
	return Present
}

// Centers writes the number of a unit's centers; where none were given, nobody knows of any.
func Centers(lang words.Lang, u *coverage.Unit) string {
	return number(lang, u.Get("centers").Number, NotProvided, Whole)
}

// FloorGap writes a unit's shortfall in m², or why there is none.
func FloorGap(lang words.Lang, r *coverage.Result, u *coverage.Unit) string {
	return NoFloor(r, u).Or(lang, Area(u.Floor.Gap))
}

// UseText says whether a center counts, and why not.
func UseText(lang words.Lang, r *coverage.Result, i int) string {
	use := r.Centers[i].Use
	if use == coverage.UseNotOpen {
		return lang.T("page.notcounted", "why", lang.T("status."+r.City.Centers[i].Status.String()))
	}
	return lang.T("use." + use.String())
}

// SitePlace says where a site lies: its community, and its grid where it has one.
func SitePlace(n *Namer, r *coverage.Result, s coverage.Site) string {
	if s.Grid < 0 {
		return n.Distinct(r.Community(s.Community))
	}
	return n.GridPlace(s.Grid)
}
