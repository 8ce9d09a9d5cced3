package charts

import (
	"math"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// tips are the tooltips of the wanted regions or points, in drawing order.
func (m *mapDrawing) tips(wanted func(i int) bool) Tips {
	rate, strict := m.lang.T("metric.coverage_pop"), strictHead(m.lang, m.result)
	if m.ground.kind != "communities" {
		t := Tips{Head: []string{m.lang.T("page.col.community"), rate, strict, m.people(), m.lang.T("page.col.households")}}
		for i, g := range m.ground.unit {
			if wanted(i) {
				t.Rows = append(t.Rows, m.gridTip(g, m.ground.shares[i]))
			}
		}
		return t
	}
	t := Tips{Head: []string{
		m.names.ParentHead(), rate, m.lang.T("page.col.covered_of"), strict, m.lang.T("page.col.uncovered"),
		m.lang.T("page.col.centers"), m.lang.T("page.col.gap"),
	}}
	for i, c := range m.ground.unit {
		if wanted(i) {
			t.Rows = append(t.Rows, m.communityTip(m.result.Community(c)))
		}
	}
	return t
}

func (m *mapDrawing) communityTip(u *coverage.Unit) []string {
	people := PeopleIn(m.lang, m.result, u)
	covered := people.Covered
	rate, strict := CoverageRate(m.lang, m.result, u), StrictRate(m.lang, m.result, u)
	if u.Get("coverage_pop").Known {
		rate, strict, covered = rate+"%", strict+"%", m.lang.T("page.of", "a", people.Covered, "b", people.Total)
	}
	return []string{m.names.Name(u), m.names.Parent(u), rate, covered, shownIf(HasStrict(m.result), strict), people.Uncovered, Centers(m.lang, u), FloorGap(m.lang, m.result, u)}
}

func (m *mapDrawing) gridTip(i int, share data.Number) []string {
	g := &m.result.Grids[i]
	rate := GridAbsence(m.result, i).Word(m.lang)
	strict := rate
	if share.Known {
		rate, strict = Percent(g.Share), Percent(g.StrictShare)
	}
	strict = shownIf(HasStrict(m.result), strict)
	community := m.result.Community(m.result.City.Grids[i].Community)
	return []string{m.names.Grid(i), m.names.Name(community), rate, strict, Number(m.lang, g.People, Whole), Number(m.lang, g.Households, Whole)}
}

// strictHead is the head of the strict check, or "" where it says nothing of its own; a cell without text is not drawn.
func strictHead(lang words.Lang, r *coverage.Result) string {
	return shownIf(HasStrict(r), lang.T("page.strict", "n", Meters(r.Circle.StrictRadius.Meters())))
}

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

// legend counts every class; the counts add up to all communities (or grids), those without data and without outline included.
func (m *mapDrawing) legend() []LegendGroup {
	var counts [len(coverageColors)]int
	missing := 0
	for _, share := range m.ground.shares {
		if class := classOf(share); class >= 0 {
			counts[class]++
		} else {
			missing++
		}
	}
	unit := "communities"
	if m.ground.kind != "communities" {
		unit = "grids"
	}
	g := LegendGroup{Title: m.lang.T("chart.map.legend." + unit)}
	for class := len(counts) - 1; class >= 0 && m.result.City.HasCenters(); class-- {
		g.Rows = append(g.Rows, LegendRow{"class-" + itoa(class), m.lang.T("chart.map.class." + itoa(class)), Count(counts[class])})
	}
	g.Rows = append(g.Rows, LegendRow{"nodata", m.lang.T(m.nodata()), Count(missing)})
	if m.ground.missing > 0 {
		g.Rows = append(g.Rows, LegendRow{"none", m.lang.T("chart.map.class.none"), Count(m.ground.missing)})
	}
	if !m.result.City.HasCenters() {
		return []LegendGroup{g}
	}
	return []LegendGroup{g, m.signLegend()}
}

// nodata is the key of what the hatch means: no count, or no layer of centers to evaluate.
func (m *mapDrawing) nodata() string {
	if !m.result.City.HasCenters() {
		return "chart.map.class.notevaluated"
	}
	return "chart.map.class.nodata"
}

func (m *mapDrawing) signLegend() LegendGroup {
	g := LegendGroup{Title: m.lang.T("chart.map.legend.signs")}
	n := make(map[string]int)
	for i, c := range m.result.Centers {
		switch {
		case c.Use.Counted():
			n[m.result.City.Centers[i].Tier.String()]++
		case uncounted(c.Use):
			n["uncounted"]++
		default:
			n["point"]++
		}
	}
	for _, s := range signs {
		if count := n[s.tier.String()]; count > 0 || s.tier != data.TierUnknown {
			g.Rows = append(g.Rows, LegendRow{s.key, m.lang.T("tier." + s.tier.String()), Count(count)})
		}
	}
	if n["uncounted"] > 0 {
		g.Rows = append(g.Rows, LegendRow{"uncounted", m.lang.T("chart.map.uncounted"), Count(n["uncounted"])})
	}
	if n["point"] > 0 {
		g.Rows = append(g.Rows, LegendRow{"none", m.lang.T("chart.map.points"), Count(n["point"])})
	}
	g.Rows = append(g.Rows, LegendRow{"circle", m.lang.T("chart.map.circle", "n", Meters(m.result.Circle.Radius.Meters())), ""})
	g.Rows = append(g.Rows, m.zoneLegend()...)
	if sites := len(m.result.Sites); sites > 0 {
		g.Rows = append(g.Rows, LegendRow{"site", m.lang.T(Plural("chart.map.sites", sites), "n", sites), Count(sites)})
	}
	return g
}

// table is the legend's classes, for those who cannot see the map; every unit's own number stands in the report's tables.
func (m *mapDrawing) table() [][]string {
	group := m.legend()[0]
	rows := [][]string{{group.Title, m.lang.T("page.col.count")}}
	for _, row := range group.Rows {
		rows = append(rows, []string{row.Label, row.Count})
	}
	return rows
}

// Scale is what the script needs to draw a scale bar in true ground metres: Lon degrees along the middle latitude are Meters on the
// ground; Steps are the lengths to choose from, with their names.
type Scale struct {
	From   [2]float64  `json:"from"`
	To     [2]float64  `json:"to"`
	Meters float64     `json:"meters"`
	Steps  []ScaleStep `json:"steps"`
}

// ScaleStep is one length of the bar.
type ScaleStep struct {
	Meters float64 `json:"meters"`
	Label  string  `json:"label"`
}

// newScale measures the middle of the view from west to east.
func newScale(lang words.Lang, view [4]float64, middle float64) *Scale {
	middle = degrees(middle)
	from, to := [2]float64{view[0], middle}, [2]float64{view[2], middle}
	s := &Scale{From: from, To: to, Meters: math.Round(groundDistance(from, to)*10) / 10}
	for exponent := 0; exponent <= 6; exponent++ {
		for _, step := range []float64{1, 2, 5} {
			s.Steps = append(s.Steps, newScaleStep(lang, step*math.Pow10(exponent)))
		}
	}
	return s
}

func newScaleStep(lang words.Lang, m float64) ScaleStep {
	if m < 1000 {
		return ScaleStep{m, lang.T("chart.map.scale.m", "n", Meters(m))}
	}
	return ScaleStep{m, lang.T("chart.map.scale.km", "n", Decimal(m/1000, 0))}
}
