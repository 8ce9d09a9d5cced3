package report

import (
	"cmp"
	"slices"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// shortOrder is the order of the kinds in the list: what is better and what is worse first.
var shortOrder = []coverage.ShortKind{
	coverage.ShortSolved, coverage.ShortNew, coverage.ShortRemaining, coverage.ShortFound, coverage.ShortUnjudged, coverage.ShortAdded, coverage.ShortGone,
}

// shortSection lists what became of every shortfall.
func (v *compareView) shortSection() *section {
	s := &section{Template: "section", ID: "lists", Title: v.t("compare.lists.none")}
	all := slices.Clone(v.c.Shortfalls)
	if len(all) == 0 {
		return s
	}
	slices.SortStableFunc(all, func(a, b coverage.ShortChange) int {
		return cmp.Compare(slices.Index(shortOrder, a.Kind), slices.Index(shortOrder, b.Kind))
	})
	n := &v.c.Short
	s.Title = v.t("compare.lists.title", "solved", charts.Count(n[coverage.ShortSolved]), "new", charts.Count(n[coverage.ShortNew]), "remaining", charts.Count(n[coverage.ShortRemaining]))
	columns := []column{
		text(v.t("compare.col.class")), v.parentColumn(), text(v.t("page.col.community")).fix(), text(v.t("page.col.problem")).pick(),
		number(v.t("compare.col.now1")), number(v.t("compare.col.now2")), number(v.t("compare.col.limit2")), number(v.t("compare.col.gapdelta")),
	}
	columns[0].Chips = chipsOf(v.t("live.all"), all, func(k coverage.ShortChange) (string, string) {
		kind := v.t("compare.short." + k.Kind.String())
		return kind, kind
	})
	t := &table{ID: "table-short", Columns: columns, N: len(all), Page: 120, Screen: 20, Long: true, Row: func(i int) []string { return v.shortRow(&all[i]) }}
	s.Blocks = []block{{Table: v.table(t)}}
	return s
}

func (v *compareView) shortRow(k *coverage.ShortChange) []string {
	names, r := v.sides.After, v.c.After.Result
	if k.Kind == coverage.ShortGone {
		names, r = v.sides.Before, v.c.Before.Result
	}
	u, rule := &r.Units[k.Unit], &coverage.Rules[k.Rule]
	now := k.After
	if now.Outcome != coverage.NotAttained {
		now = k.Before
	}
	before, after, change := v.judgedBoth(k, rule.Unit)
	return []string{
		v.t("compare.short." + k.Kind.String()), names.Parent(u), names.Beside(u), v.problem(shortfall{u, now}), before, after, v.standard(now, rule.Unit), change,
	}
}

// judgedBoth is what both runs found, and by how much the gap grew: of rates under one limit the difference of the two as they are printed.
func (v *compareView) judgedBoth(k *coverage.ShortChange, unit coverage.ValueUnit) (before, after, change string) {
	b, a, gap := &k.Before, &k.After, k.GapChange()
	if unit == coverage.UnitShare && b.Value.Known && a.Value.Known && gap.Known && coverage.Change(gap.V, b.Value.V-a.Value.V) == 0 {
		before, after = charts.Rates(b.Value.V, a.Value.V, b.Limit.V)
		return before + "%", after + "%", v.t("page.points", "n", charts.Signed(charts.Points(b.Value.V, a.Value.V, b.Limit.V)))
	}
	return v.judged(*b, unit), v.judged(*a, unit), v.gapText(gap, unit)
}

// judged is what a run found; the word for why where it could not judge.
func (v *compareView) judged(of coverage.Verdict, unit coverage.ValueUnit) string {
	switch {
	case of.Value.Known:
		return v.quantity(of.Value, unit, of.Limit.V)
	case of.Rule == 0 && of.Reason == "" && of.Outcome == coverage.NotApplicable:
		return v.t("page.dash") // the community is not in this run
	}
	return v.t("outcome." + of.Outcome.String())
}

// centerSection lists the centers that changed; nil where none did.
func (v *compareView) centerSection() *section {
	n := len(v.c.Centers)
	if n == 0 {
		return nil
	}
	columns := []column{
		text(v.t("page.col.center")).fix(), text(v.t("compare.col.what")).pick(), text(v.t("compare.col.use1")), text(v.t("compare.col.use2")),
		number(v.t("compare.col.moved")), number(v.t("compare.col.area1")), number(v.t("compare.col.area2")), number(v.t("compare.col.areachange")),
	}
	t := &table{ID: "table-centers", Columns: columns, N: n, Page: 120, Screen: 20, Row: func(i int) []string { return v.centerRow(&v.c.Centers[i]) }}
	return &section{
		Template: "section", ID: "centers", Title: v.t(oneOr("compare.centers.title", "compare.centers.one", n), "n", charts.Count(n)),
		Note: v.t("compare.centers.note", "n", charts.Meters(coverage.CenterMoved.Meters())), Blocks: []block{{Table: v.table(t)}},
	}
}

func (v *compareView) centerRow(k *coverage.CenterChange) []string {
	return []string{
		charts.CenterChangeName(v.sides, k), charts.CenterKinds(v.lang, k), v.useOf(v.c.Before.Result, k.Before), v.useOf(v.c.After.Result, k.After), charts.CenterMove(v.lang, k),
		v.areaOf(v.c.Before.Result, k.Before), v.areaOf(v.c.After.Result, k.After), charts.FurtherArea(v.lang, k.Area),
	}
}

func (v *compareView) useOf(r *coverage.Result, i int) string {
	if i == data.None {
		return v.t("page.dash")
	}
	return charts.UseText(v.lang, r, i)
}

func (v *compareView) areaOf(r *coverage.Result, i int) string {
	if i == data.None {
		return v.t("page.dash")
	}
	return charts.Number(v.lang, r.City.Centers[i].FloorArea, func(a float64) string { return charts.Area(a) })
}
