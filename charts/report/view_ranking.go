package report

import (
	"slices"

	"quarter/charts"
	"quarter/coverage"
)

// streetSection ranks the units of the breakdown; then the groups, where the data has any.
func (v *view) streetSection() *section {
	s := &section{
		Template: "section", ID: "streets", Kicker: v.t("page.section.streets", "level", v.t("page.unit."+v.level.String())),
		Title: charts.RankingTitle(v.r, v.lang), Note: v.t("page.streets.note"), Hint: v.t("page.hint.sort"),
	}
	s.Blocks = []block{{Table: v.table(v.streetTable())}}
	if len(v.r.Groups) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.groupTable())})
	}
	return s
}

// streetTable has one row for each unit of the breakdown, lowest coverage first, and the total.
func (v *view) streetTable() *table {
	var units []*coverage.Unit
	for _, i := range charts.ByCoverage(v.units) {
		units = append(units, &v.units[i])
	}
	t := v.ranking("table-streets", units)
	t.Columns[1].Title = v.t("level." + v.level.String())
	t.Columns[4] = t.Columns[4].rising()
	t.Sum = v.rankRow("", v.r.Total())
	t.Columns[4].Total = v.rankGauge(v.r.Total())
	t.Note = v.t("page.streets.sum", "count", v.countWord()) + v.roundedNote(t)
	if n := v.r.Basis.Missing; n > 0 {
		t.Note += v.t(charts.Plural("page.streets.missing", n), "count", v.countWord(), "n", charts.Count(n))
	}
	return t
}

// groupTable is GROUP-01: the sums of the communities of each label; communities without a label stand in none of them.
func (v *view) groupTable() *table {
	var units []*coverage.Unit
	for i := range v.r.Groups {
		units = append(units, &v.r.Groups[i])
	}
	t := v.ranking("table-groups", units)
	t.Caption = v.t("rule.GROUP-01")
	for i := len(t.Columns) - 3; i < len(t.Columns); i++ {
		t.Columns[i] = t.Columns[i].shownIf(false) // nothing judges a group
	}
	return t
}

// ranking is a table of units by what the answer tells of the whole area.
func (v *view) ranking(id string, units []*coverage.Unit) *table {
	most := 0.0
	for _, u := range units {
		most = max(most, u.Floor.Gap)
	}
	columns := []column{
		rank(v.t("page.col.rank")), text(v.t("level.group")).fix(), number(v.t("page.col.communities")).how("communities"), number(v.t("page.head." + v.r.Basis.Basis.String())).how("population"),
		number(v.t("page.col.rate")).how("coverage_pop").bars(func(i int) *gauge { return v.rankGauge(units[i]) }), v.strictColumn(), number(v.t("page.col.uncovered")).how("population_uncovered"),
		number(v.t("page.col.withcenter")).how("communities_with_center"), number(v.t("page.col.short")).how("communities_short"),
		number(v.t("page.col.gap")).how("area_gap").bars(func(i int) *gauge { return gapGauge(units[i], most) }), number(v.t("page.col.inrange")).how("share_in_range").shownIf(charts.HasSizes(v.r)),
		number(v.t("page.col.minutes")).how("nearest_p90_minutes"), marks(v.t("page.col.mark.coverage")), marks(v.t("page.col.mark.facility")), marks(v.t("page.col.mark.floor")),
	}
	columns[9].Kind += " slim"
	return &table{
		ID: id, Columns: columns, N: len(units), Full: true, Page: 200, Screen: 40, Wide: true,
		Row: func(i int) []string { return v.rankRow(charts.Count(i+1), units[i]) }, Key: keysOf(units),
	}
}

func (v *view) rankRow(rank string, u *coverage.Unit) []string {
	people := v.peopleOf(u)
	return []string{
		rank, v.names.Distinct(u), charts.Count(u.Communities), people.Total, charts.CoverageRate(v.lang, v.r, u), charts.StrictRate(v.lang, v.r, u), people.Uncovered,
		v.withCenter(u), v.evaluated(u, charts.Count(u.Floor.Short)), charts.FloorGap(v.lang, v.r, u), charts.NoSizes(v.r, u).Or(v.lang, v.value(u, "share_in_range")),
		v.reach(u, "nearest_p90_minutes"), v.mark(u, "COV-04"), v.mark(u, "COV-10"), v.mark(u, floorRule(u)),
	}
}

// rankGauge is the bar of coverage: the strict check has a column of its own.
func (v *view) rankGauge(u *coverage.Unit) *gauge {
	if !u.Get("coverage_pop").Known {
		return nil
	}
	g := v.coverageGauge(u)
	g.HasStrict = false
	return g
}

// gapGauge is the bar of a shortfall; the largest one fills its track.
func gapGauge(u *coverage.Unit, most float64) *gauge {
	if u.Floor.Evaluated == 0 || u.Floor.Gap <= 0 {
		return nil
	}
	return &gauge{Fill: bar(u.Floor.Gap / most), Class: "n"}
}

// roundedNote says that the rows of some column do not add up to its total as they are printed; "" where all do.
func (v *view) roundedNote(t *table) string {
	additive := []string{"communities", "population", "population_uncovered", "communities_with_center", "communities_short", "area_gap"}
	for k, c := range t.Columns {
		var parts []string
		for i := range t.N {
			parts = append(parts, t.Row(i)[k])
		}
		if slices.Contains(additive, c.How) && !charts.AddsUp(parts, t.Sum[k]) {
			return v.t("page.streets.rounded")
		}
	}
	return ""
}

// withCenter is the number of communities with a center of their own; where no centers were given, nobody knows.
func (v *view) withCenter(u *coverage.Unit) string {
	if !v.r.City.HasCenters() {
		return charts.NotProvided.Word(v.lang)
	}
	return charts.Count(u.WithCenter)
}
