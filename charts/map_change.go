package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
)

// changeMapper draws up the map of a comparison: the communities of After by the change of their coverage, its circles and centers, and a
// diamond for every center that is not as it was.
type changeMapper struct {
	mapper
	c      *coverage.Comparison
	change map[int]*coverage.Row // communities of After by their index
}

// NewChangeMap draws up the map of a comparison; nil where no community of After has an outline.
func NewChangeMap(c *coverage.Comparison, lang words.Lang) *Map {
	g := communityGround(c.After.Result)
	if len(g.shapes) == 0 {
		return nil
	}
	g.geometry, g.cells, g.snap = newGeometry(g.shapes, nil, nil)
	m := newChanges(mapper{result: c.After.Result, lang: lang, ground: g, names: NewNamer(c.After.Result, lang)}, c)
	layer := m.changeLayer()
	sites, legend := m.changedCenters()
	classes := m.legends([]Layer{layer})[layer.Key][0]
	classes.How = ""
	if layer.Plan = m.planned(); layer.Plan != nil {
		n := len(layer.Plan.Marks)
		legend = append([]LegendRow{{Swatch: "planned", Letter: lang.T("compare.mark.opened"), Label: lang.T("compare.legend.planned"), Count: Count(n)}}, legend...)
	}
	out := m.draft([]Layer{layer}, map[string][]LegendGroup{layer.Key: {classes, {Title: lang.T("chart.map.legend.signs"), Rows: append(legend, m.tierLegend()...)}}})
	out.Sites, out.SiteHead = sites, m.changeHead()
	return out
}

func newChanges(m mapper, c *coverage.Comparison) *changeMapper {
	out := &changeMapper{m, c, map[int]*coverage.Row{}}
	rows := c.Communities()
	for i := range rows {
		if rows[i].State != coverage.SideBefore {
			out.change[rows[i].Unit.Index] = &rows[i]
		}
	}
	return out
}

// ways are the classes of the map from the best to the worst.
var ways = []coverage.Way{coverage.WayMuchMore, coverage.WayMore, coverage.WaySame, coverage.WayLess, coverage.WayMuchLess}

func (m *changeMapper) changeLayer() Layer {
	l := Layer{
		Key: "change", Title: m.title(), Reading: m.lang.T("map.change.reading"), Circles: true, Light: true, Tips: m.communityTips(m.head(), m.changeCells),
	}
	classes, of := m.classes("change")
	return m.ofRegions(l, classes, of)
}

// classes are those of the map in the colours of a family, and which one a community is in.
func (m *changeMapper) classes(family string) ([]Class, func(*coverage.Unit) string) {
	var classes []Class
	swatch := map[coverage.Way]string{coverage.WayUnknown: classNoData}
	for i, way := range ways {
		key := way.String()
		swatch[way] = family + "-" + itoa(len(ways)-1-i)
		classes = append(classes, class(swatch[way], m.lang.T("compare.letter."+key), m.lang.T("compare.way."+key, "n", Limit(coverage.MuchChange))))
	}
	return classes, func(u *coverage.Unit) string {
		d := m.c.RowDelta(m.change[u.Index], "coverage_pop")
		return swatch[d.Way()]
	}
}

// head are the labels of changeCells.
func (m *changeMapper) head() []string {
	return []string{MetricName(m.lang, m.result, "coverage_pop"), m.lang.T("compare.col.points"), m.lang.T("compare.col.covered")}
}

// title counts the communities by the way their coverage went.
func (m *changeMapper) title() string {
	n := map[coverage.Way]int{}
	for _, row := range m.change {
		n[m.c.RowDelta(row, "coverage_pop").Way()]++
	}
	more, less := n[coverage.WayMore]+n[coverage.WayMuchMore], n[coverage.WayLess]+n[coverage.WayMuchLess]
	return m.lang.T("map.change.title", "more", Count(more), "less", Count(less), "same", Count(n[coverage.WaySame]))
}

// changeCells are before and after, the change in percentage points, and the further people covered.
func (m *changeMapper) changeCells(u *coverage.Unit) []string {
	row := m.change[u.Index]
	rate, covered := RowChange(m.lang, m.c, row, "coverage_pop"), RowChange(m.lang, m.c, row, "population_covered")
	return []string{m.lang.T("compare.fromto", "a", rate.Before, "b", rate.After), rate.Change, covered.Change}
}

// markedKinds are what a center's diamond can say, the most telling first.
var markedKinds = []coverage.CenterKind{coverage.CenterOpened, coverage.CenterClosed, coverage.CenterShifted, coverage.CenterEnlarged, coverage.CenterReduced}

// changedCenters are the diamonds and their rows in the legend.
func (m *changeMapper) changedCenters() (marks []Place, legend []LegendRow) {
	names := NewCompareNames(m.c, m.lang)
	for _, kind := range markedKinds {
		n, letter := 0, m.lang.T("compare.mark."+kind.String())
		for i := range m.c.Centers {
			k := &m.c.Centers[i]
			if k.Kinds == nil || firstMarked(k) != kind || m.isPlanned(k) {
				continue
			}
			n++
			marks = append(marks, m.changedCenter(k, letter, names))
		}
		if n > 0 {
			legend = append(legend, LegendRow{Swatch: "site", Letter: letter, Label: m.lang.T("compare.legend." + kind.String()), Count: Count(n)})
		}
	}
	return marks, legend
}

// isPlanned reports whether a center that changed is one that a plan proposes.
func (m *changeMapper) isPlanned(k *coverage.CenterChange) bool {
	return k.After >= 0 && m.c.After.Result.City.Centers[k.After].Planned
}

// planned are the centers that After proposes, hollow and dashed as on the map of a plan; nil where there is none.
func (m *changeMapper) planned() *Proposal {
	var marks []Place
	names := NewCompareNames(m.c, m.lang)
	for i := range m.c.Centers {
		if k := &m.c.Centers[i]; m.isPlanned(k) {
			marks = append(marks, m.changedCenter(k, m.lang.T("compare.mark.opened"), names))
		}
	}
	if marks == nil {
		return nil
	}
	return &Proposal{Marks: marks, Head: m.changeHead()}
}

// changeHead are the labels of what changedCenter tells behind the name.
func (m *changeMapper) changeHead() []string {
	return []string{m.lang.T("compare.col.what"), m.lang.T("compare.col.moved"), m.lang.T("compare.col.areachange")}
}

// firstMarked is the kind that stands in the diamond of a center; that of one that is only listed or dropped is none of markedKinds.
func firstMarked(k *coverage.CenterChange) coverage.CenterKind {
	for _, kind := range markedKinds {
		if k.Is(kind) {
			return kind
		}
	}
	return k.Kinds[0]
}

func (m *changeMapper) changedCenter(k *coverage.CenterChange, letter string, names CompareNames) Place {
	at := m.c.Before.Result.City.Centers
	i := k.Before
	if k.After >= 0 {
		at, i = m.c.After.Result.City.Centers, k.After
	}
	return Place{At: rounded(at[i].Point), Text: letter, Tip: []string{
		CenterChangeName(names, k), CenterKinds(m.lang, k), CenterMove(m.lang, k), FurtherArea(m.lang, k.Area),
	}}
}

// CenterChangeName is the name of a center that changed.
func CenterChangeName(names CompareNames, k *coverage.CenterChange) string {
	if k.After >= 0 {
		return names.After.Center(k.After)
	}
	return names.Before.Center(k.Before)
}

// CenterKinds says what happened to a center.
func CenterKinds(lang words.Lang, k *coverage.CenterChange) string {
	text := ""
	for i, kind := range k.Kinds {
		if i > 0 {
			text += lang.T("page.comma")
		}
		text += lang.T("compare.center." + kind.String())
	}
	return text
}

// CenterMove writes how far a center moved, m; a dash where it did not.
func CenterMove(lang words.Lang, k *coverage.CenterChange) string {
	if !k.Is(coverage.CenterShifted) {
		return lang.T("page.dash")
	}
	return Meters(k.Distance.Meters())
}
