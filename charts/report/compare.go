package report

import (
	"cmp"
	"io"
	"slices"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
)

// ComparePage is what the page of a comparison is made of. Comparison and Lang are required.
type ComparePage struct {
	Comparison *coverage.Comparison
	Lang       words.Lang

	Title   string // empty: the name of the area and the kind of page
	Marking string
	Version string // of the program
	RunID   string // of the comparison; empty: none
}

// WriteComparison writes the page of a comparison: answer, assumptions that differ, map of change, who gains and loses, areas, shortfalls,
// centers, figures, what does not match, method. It fails as Write does.
func WriteComparison(w io.Writer, p ComparePage) error {
	js, studio, err := scripts(p.Lang)
	if err != nil {
		return err
	}
	return writeView(w, newCompareView(p).view, js, studio)
}

// compareView is the page of a comparison in words. The view below it is that of After, whose names and units it has.
type compareView struct {
	*view
	c     *coverage.Comparison
	rows  []coverage.Row // of all communities, the largest change first
	sides charts.CompareNames
}

func newCompareView(p ComparePage) *compareView {
	c := p.Comparison
	page := Page{Result: c.After.Result, Lang: p.Lang, Cutoff: c.After.Cutoff, Marking: p.Marking, Version: p.Version, RunID: p.RunID}
	v := &compareView{
		view: &view{
			Lang: p.Lang.String(), Words: p.Lang, Marking: p.Marking, page: page, r: c.After.Result, lang: p.Lang,
			names: charts.NewNamer(c.After.Result, p.Lang), compared: true,
		},
		c: c, rows: byChange(c), sides: charts.NewCompareNames(c, p.Lang),
	}
	v.level, v.units = charts.Breakdown(v.r)
	v.Title = cmp.Or(p.Title, v.title())
	v.Meta = v.meta()
	v.Hero, v.Headline, v.Say = v.hero(), v.headline(), v.say()
	v.Tiles, v.TileNote, v.NoScript = v.tiles(), v.t("compare.tile.note"), v.t("page.noscript")
	v.Sections = slices.DeleteFunc([]*section{
		v.assumedSection(), v.mapSection(), v.changeSection(), v.areaSection(), v.shortSection(), v.centerSection(), v.figureSection(),
		v.noteSection(), v.methodSection(),
	}, func(s *section) bool { return s == nil })
	for i, s := range v.Sections {
		v.Nav = append(v.Nav, link{s.ID, v.t("compare.nav." + s.ID)})
		s.Kicker = v.t("page.kicker", "n", v.t("page.ordinal."+charts.Count(i+1)), "name", v.t("compare.section."+s.ID))
	}
	v.NavName, v.FootLine, v.Print, v.Paper = v.t("page.nav"), v.footLine(), v.t("page.print"), v.paper()
	return v
}

func (v *compareView) title() string {
	if v.r.City.Name == "" {
		return v.t("compare.noname")
	}
	return v.t("compare.title", "name", v.r.City.Name)
}

// meta says what was compared.
func (v *compareView) meta() []Line {
	out := []Line{{v.t("compare.before"), v.sideLine(v.c.Before)}, {v.t("compare.after"), v.sideLine(v.c.After)}}
	if v.page.RunID != "" {
		out = append(out, Line{v.t("page.run"), v.page.RunID})
	}
	if v.page.Version != "" {
		out = append(out, Line{v.t("page.version"), v.page.Version})
	}
	return out
}

func (v *compareView) sideLine(s *coverage.Snapshot) string {
	r, cutoff := s.Result, v.t("compare.cutoff.none")
	if s.Cutoff != "" {
		cutoff = v.t("compare.cutoff", "date", charts.Date(v.lang, s.Cutoff))
	}
	city := ""
	if v.c.Before.Result.City.Name != v.c.After.Result.City.Name {
		city = r.City.Name
	}
	plan := ""
	if s.Planned {
		plan = v.t("compare.side.plan")
	}
	return v.t("compare.side.in", "planned", plan, "city", city, "cutoff", cutoff, "profile", cmp.Or(v.text(r.Profile.Name), r.Profile.ID),
		"radius", charts.Radius(r, r.Circle.Radius.Meters()), "people", v.t("basis."+r.Basis.Basis.String()), "run", s.RunID)
}

// change writes a metric of the whole area.
func (v *compareView) change(key string) charts.Changed {
	return charts.MetricChange(v.lang, v.c, v.c.Total(), key)
}

// rateName is what the coverage is called.
func (v *compareView) rateName() string { return charts.MetricName(v.lang, v.r, "coverage_pop") }

// hero is the change of coverage in percentage points.
func (v *compareView) hero() hero {
	t := v.change("coverage_pop")
	if !v.c.Delta(v.c.Total(), "coverage_pop").Change.Known {
		return hero{Value: v.t("compare.hero.none"), Size: "word", Caption: []string{v.rateName()}}
	}
	return hero{Value: t.Change, Size: heroSize(t.Change), Caption: []string{v.t("compare.hero.points"), v.t("compare.hero.fromto", "name", v.rateName(), "a", t.Before, "b", t.After)}}
}

func (v *compareView) headline() string {
	if warning := charts.Elsewhere(v.lang, v.c); warning != "" {
		return warning
	}
	d, t, name := v.c.Delta(v.c.Total(), "coverage_pop"), v.change("coverage_pop"), v.rateName()
	switch {
	case !d.Change.Known:
		return v.t("compare.headline.unknown", "name", name)
	case !d.Differs():
		return v.t("compare.headline.same", "name", name, "b", t.After)
	case d.Change.V > 0:
		return v.t("compare.headline.up", "name", name, "a", t.Before, "b", t.After, "points", unsigned(t.Change))
	}
	return v.t("compare.headline.down", "name", name, "a", t.Before, "b", t.After, "points", unsigned(t.Change))
}

// byChange are all communities, those with the largest change of people covered first; what cannot be subtracted counts as unchanged.
func byChange(c *coverage.Comparison) []coverage.Row {
	rows := c.Communities()
	size := func(row coverage.Row) float64 {
		change := c.RowDelta(&row, "population_covered").Change.V
		return max(change, -change)
	}
	slices.SortStableFunc(rows, func(a, b coverage.Row) int { return cmp.Compare(size(b), size(a)) })
	return rows
}
