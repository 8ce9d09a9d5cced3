package report

import (
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// assumedSection lists the assumptions that differ; nil where there are none.
func (v *compareView) assumedSection() *section {
	n := len(v.c.Assumptions)
	if n == 0 {
		return nil
	}
	t := &table{ID: "table-assumed", N: n, Full: true,
		Columns: []column{text(v.t("compare.col.assumed")), text(v.t("compare.before")), text(v.t("compare.after"))},
		Row: func(i int) []string {
			return charts.AssumedRow(v.lang, v.c, &v.c.Assumptions[i])
		}}
	return &section{
		Template: "section", ID: "assumed", Title: v.t(charts.Plural("compare.assumed.title", n), "n", charts.Count(n)), Note: v.t("compare.assumed.note"),
		Blocks: []block{{Table: v.table(t)}},
	}
}

// mapSection is nil where nothing can be drawn.
func (v *compareView) mapSection() *section {
	m := charts.NewChangeMap(v.c, v.lang)
	if m == nil {
		return nil
	}
	v.ground = m
	l := &m.Layers[0]
	f := &figure{Figure: charts.Figure{ID: "figure-map", Key: "map", Title: l.Title, Alt: l.Alt, Table: l.Table}, Behind: v.t("page.behind")}
	f.Body = figureRows(f.Figure)
	return &section{Template: "mapsection", ID: "map", Class: "mapsec", Title: l.Title, Figure: f, Map: v.view.mapView(m)}
}

// changeSection is who gains and who loses.
func (v *compareView) changeSection() *section {
	p := &v.c.People
	s := &section{Template: "section", ID: "change", Title: v.t("compare.change.title")}
	if p.Known {
		s.Note = v.t("compare.change.note", "net", v.change("population_covered").Change, "gained", charts.Whole(p.Gained), "lost", charts.Whole(p.Lost), "redrawn", v.redrawn(), "entered", charts.Whole(p.Entered), "left", charts.Whole(p.Left))
	}
	s.Blocks = append(inPairs(v.keep(charts.GainFigure(v.c, v.lang)), v.keep(charts.LossFigure(v.c, v.lang))), block{Table: v.table(v.changeTable())})
	return s
}

// changeTable has every community of either side.
func (v *compareView) changeTable() *table {
	columns := []column{
		v.parentColumn(), text(v.t("page.col.community")).fix(), number(v.t("compare.col.rate1")), number(v.t("compare.col.rate2")), number(v.t("compare.col.points")),
		number(v.t("compare.col.in1")), number(v.t("compare.col.in2")), number(v.t("compare.col.covered")), number(v.t("compare.col.gapchange")),
		text(v.t("compare.col.class")).pick(),
	}
	return &table{
		ID: "table-change", Caption: v.t("compare.change.caption"), Columns: columns, N: len(v.rows), Page: 120, Screen: 20, Wide: true, Key: func(i int) string { return v.rowKey(&v.rows[i]) },
		Row: func(i int) []string {
			row := &v.rows[i]
			names := v.sides.Of(row)
			return append([]string{names.Parent(row.Unit), names.Beside(row.Unit)}, charts.CommunityChange(v.lang, v.c, row)...)
		},
	}
}

// rowKey is the key of a community on the map; one of Before alone is not there.
func (v *compareView) rowKey(row *coverage.Row) string {
	if row.State == coverage.SideBefore {
		return ""
	}
	return charts.UnitKey(row.Unit)
}

// areaSection is the change of the units of the breakdown; nil where these are the communities.
func (v *compareView) areaSection() *section {
	if v.level == coverage.LevelCommunity {
		return nil
	}
	pairs := v.c.Level(v.level)
	columns := []column{
		text(v.t("level." + v.level.String())).fix(), number(v.t("compare.col.rate1")), number(v.t("compare.col.rate2")), number(v.t("compare.col.points")),
		number(v.t("compare.col.in1")), number(v.t("compare.col.in2")), number(v.t("compare.col.covered")), number(v.t("compare.col.gapchange")),
	}
	row := func(name string, p *coverage.Pair) []string {
		rate, in, gap := charts.MetricChange(v.lang, v.c, p, "coverage_pop"), charts.MetricChange(v.lang, v.c, p, "population_covered"), charts.MetricChange(v.lang, v.c, p, "area_gap")
		return []string{name, rate.Before, rate.After, rate.Change, in.Before, in.After, in.Change, gap.Change}
	}
	unit := func(i int) *coverage.Unit {
		_, u := v.c.Units(&pairs[i])
		return u
	}
	t := &table{
		ID: "table-areas", Columns: columns, N: len(pairs), Full: true, Page: 200, Screen: 40, Wide: true, Key: func(i int) string { return charts.UnitKey(unit(i)) },
		Row: func(i int) []string { return row(v.names.Distinct(unit(i)), &pairs[i]) }, Sum: row(v.t("level.total"), v.c.Total()),
	}
	return &section{Template: "section", ID: "streets", Title: v.t("compare.streets.title"), Blocks: []block{{Table: v.table(t)}}}
}

// figureSection has every figure of the whole area that a side knows.
func (v *compareView) figureSection() *section {
	var rows [][]string
	for _, m := range coverage.Metrics {
		d := v.c.Delta(v.c.Total(), m.Key)
		if !d.Before.Known && !d.After.Known {
			continue
		}
		t := v.change(m.Key)
		rows = append(rows, []string{charts.MetricName(v.lang, v.r, m.Key), t.Before, t.After, t.Change, v.t("unit." + string(v.r.UnitOf(m)))})
	}
	for _, p := range v.c.Cohorts {
		t := charts.CohortChange(v.lang, v.c, p)
		rows = append(rows, []string{charts.CohortRate(v.lang, v.c, p), t.Before, t.After, t.Change, v.t("unit." + string(coverage.UnitShare))})
	}
	columns := []column{text(v.t("compare.col.metric")).fix(), number(v.t("compare.before")), number(v.t("compare.after")), number(v.t("compare.col.what")), text(v.t("compare.col.unit"))}
	t := listed("table-figures", columns, rows)
	t.Full = true
	return &section{Template: "section", ID: "figures", Title: v.t("compare.figures.title"), Note: v.t("compare.figures.note"), Blocks: []block{{Table: v.table(t)}}}
}

// noteSection lists the units that do not match one to one, or are not what they were; nil where all are.
func (v *compareView) noteSection() *section {
	rows := v.noteRows()
	if len(rows) == 0 {
		return nil
	}
	columns := []column{text(v.t("compare.col.level")).pick(), text(v.t("compare.col.name")).fix(), long(v.t("compare.col.note"))}
	t := listed("table-notes", columns, rows)
	t.Page, t.Screen = 120, 20
	return &section{Template: "section", ID: "notes", Title: v.t(oneOr("compare.notes.title", "compare.notes.one", len(rows)), "n", charts.Count(len(rows))), Blocks: []block{{Table: v.table(t)}}}
}

func (v *compareView) noteRows() [][]string {
	var rows [][]string
	add := func(u *coverage.Unit, names *charts.Namer, note string) {
		if note != "" && !u.Virtual {
			rows = append(rows, []string{v.t("level." + u.Level.String()), names.Distinct(u), note})
		}
	}
	for _, i := range v.c.Gone {
		add(&v.c.Before.Result.Units[i], v.sides.Before, v.t("compare.note.gone"))
	}
	for _, i := range v.c.Added {
		add(&v.c.After.Result.Units[i], v.sides.After, v.t("compare.note.added"))
	}
	for k := range v.c.Pairs {
		p := &v.c.Pairs[k]
		_, u := v.c.Units(p)
		add(u, v.sides.After, v.pairNote(p))
	}
	return rows
}

// pairNote says what is other about a unit that both sides have.
func (v *compareView) pairNote(p *coverage.Pair) string {
	before, _ := v.c.Units(p)
	var parts []string
	say := func(is bool, key string, args ...any) {
		if is {
			parts = append(parts, v.t(key, args...))
		}
	}
	people := charts.MetricChange(v.lang, v.c, p, "population")
	say(p.ByName, "compare.note.byname")
	say(p.Renamed, "compare.note.renamed", "name", before.Name)
	say(p.Redrawn, "compare.note.redrawn", "change", charts.Signed(charts.Hectares(v.c.Delta(p, "area").Change.V)))
	say(p.Recounted, "compare.note.recounted", "before", people.Before, "after", people.After)
	return strings.Join(parts, v.t("compare.semicolon"))
}

// methodSection says how the runs were compared, with the identities that hold.
func (v *compareView) methodSection() *section {
	s := &section{Template: "method", ID: "method", Title: v.t("compare.method.title")}
	for _, key := range []string{"match", "missing", "classes", "source"} {
		s.Lines = append(s.Lines, Line{v.t("compare.method.label." + key), v.t("compare.method."+key, "n", charts.Limit(coverage.MuchChange))})
	}
	var rows [][]string
	for _, k := range v.c.Checks {
		rows = append(rows, []string{v.t("check." + k.Key), charts.Exact(k.Left), charts.Exact(k.Right)})
	}
	t := listed("table-checks", []column{long(v.t("compare.col.identity")), number(v.t("compare.col.left")), number(v.t("compare.col.right"))}, rows)
	t.Caption = v.t("compare.method.checks")
	s.Right = []block{{Table: v.table(t)}}
	return s
}

// gapText writes a change of a gap in the unit of its rule; of rates in percentage points.
func (v *compareView) gapText(n data.Number, unit coverage.ValueUnit) string {
	if !n.Known {
		return v.t("page.dash")
	}
	if unit == coverage.UnitShare {
		return v.t("page.points", "n", charts.Signed(charts.Rate(n.V)))
	}
	if n.V == 0 {
		return v.quantity(n, unit)
	}
	return charts.Signed(v.quantity(n, unit, 0))
}
