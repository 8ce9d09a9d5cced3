package report

import (
	"cmp"
	"slices"

	"quarter/charts"
	"quarter/coverage"
)

func (v *view) mapSection() *section {
	f := v.figure("map")
	return &section{Template: "mapsection", ID: "map", Class: "mapsec", Kicker: v.t("page.section.map"), Title: f.Title, Figure: f}
}

func (v *view) streetSection() *section {
	f := v.figure("streets")
	s := &section{Template: "section", ID: "streets", Kicker: v.t("page.section.streets", "level", v.t("page.unit."+v.level.String())), Title: f.Title, Note: v.t("page.streets.note")}
	f.Title = v.t("page.streets.figure", "level", v.t("page.unit."+v.level.String()))
	s.Blocks = []block{{Figure: f}, {Table: v.table(v.streetTable())}}
	if len(v.r.Groups) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.groupTable())})
	}
	return s
}

// groupTable is GROUP-01: the sums of the communities of each label; communities without a label stand in none of them.
func (v *view) groupTable() *table {
	columns := []column{
		text(v.t("level.group")), number(v.t("page.col.communities")), number(v.t("page.head." + v.r.Basis.Basis.String())),
		number(v.t("page.col.rate")), number(v.t("page.strict.head", "n", charts.Meters(v.r.Circle.StrictRadius.Meters()))), number(v.t("page.col.uncovered")),
		number(v.t("page.col.withcenter")), number(v.t("page.col.short")), number(v.t("page.col.gap")), number(v.t("page.col.inrange")),
	}
	return &table{
		ID: "table-groups", Caption: v.t("rule.GROUP-01"), Columns: columns, N: len(v.r.Groups), Page: 200, Screen: 40, Wide: true,
		Row: func(i int) []string {
			u := &v.r.Groups[i]
			people := v.peopleOf(u)
			return []string{
				u.Name, charts.Count(u.Communities), people.Total, charts.CoverageRate(v.lang, u), charts.StrictRate(v.lang, u), people.Uncovered,
				charts.Count(u.WithCenter), v.evaluated(u, charts.Count(u.Floor.Short)), charts.FloorGap(v.lang, u), v.value(u, "share_in_range"),
			}
		},
	}
}

// streetTable has one row for each unit of the breakdown, lowest coverage first, and the total.
func (v *view) streetTable() *table {
	order := make([]int, len(v.units))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := v.units[a].Get("coverage_pop"), v.units[b].Get("coverage_pop")
		return cmp.Or(cmp.Compare(boolInt(!x.Known), boolInt(!y.Known)), cmp.Compare(x.V, y.V))
	})
	columns := []column{
		text(v.t("level." + v.level.String())), number(v.t("page.col.communities")), number(v.t("page.head." + v.r.Basis.Basis.String())),
		number(v.t("page.col.rate")), number(v.t("page.strict.head", "n", charts.Meters(v.r.Circle.StrictRadius.Meters()))), number(v.t("page.col.uncovered")),
		number(v.t("page.col.withcenter")), number(v.t("page.col.short")), number(v.t("page.col.gap")), number(v.t("page.col.inrange")),
		number(v.t("page.col.minutes")), marks(v.t("page.col.mark.coverage")), marks(v.t("page.col.mark.facility")), marks(v.t("page.col.mark.floor")),
	}
	return &table{
		ID: "table-streets", Columns: columns, N: len(order), Page: 200, Screen: 40, Wide: true, Sum: v.streetRow(v.r.Total()),
		Row: func(i int) []string { return v.streetRow(&v.units[order[i]]) }, Note: v.t("page.streets.sum"),
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (v *view) streetRow(u *coverage.Unit) []string {
	people := v.peopleOf(u)
	return []string{
		v.names.Distinct(u), charts.Count(u.Communities), people.Total, charts.CoverageRate(v.lang, u), charts.StrictRate(v.lang, u), people.Uncovered,
		charts.Count(u.WithCenter), v.evaluated(u, charts.Count(u.Floor.Short)), charts.FloorGap(v.lang, u), v.value(u, "share_in_range"),
		v.value(u, "nearest_p90_minutes"), v.mark(u, "COV-04"), v.mark(u, facilityRule(u)), v.mark(u, floorRule(u)),
	}
}

// facilityRule and floorRule judge a community by its own center and area, a larger unit by the rate over its communities.
func facilityRule(u *coverage.Unit) string {
	if u.Level == coverage.LevelCommunity {
		return "PROV-03"
	}
	return "COV-10"
}

func floorRule(u *coverage.Unit) string {
	if u.Level == coverage.LevelCommunity {
		return "AREA-02"
	}
	return "AREA-07"
}

// peopleOf is the account of a unit in words; a unit without any count has no data, not nobody.
func (v *view) peopleOf(u *coverage.Unit) charts.People {
	if u.People.Known == 0 {
		none := v.t("outcome.nodata")
		return charts.People{Total: none, Covered: none, Uncovered: none, Strict: none}
	}
	return charts.PeopleOf(u.People)
}

// evaluated is a text about floor area, or the word for no data where none could be evaluated.
func (v *view) evaluated(u *coverage.Unit, text string) string {
	if u.Floor.Evaluated == 0 {
		return v.t("outcome.nodata")
	}
	return text
}

// value writes a metric of a unit without its unit.
func (v *view) value(u *coverage.Unit, metric string, limits ...float64) string {
	m, _ := coverage.MetricByKey(metric)
	return charts.Value(v.lang, u.Get(metric).Number, m.Unit, limits...)
}

func (v *view) whySection() *section {
	f := v.figure("distance")
	s := &section{Template: "section", ID: "why", Kicker: v.t("page.section.why"), Title: f.Title}
	total := v.r.Total()
	if mean := total.Get("nearest_mean"); mean.Known {
		s.Note = v.t("page.why.note", "mean", charts.Meters(mean.V), "max", v.value(total, "nearest_max"), "minutes", v.value(total, "nearest_p90_minutes"), "people", v.people())
	}
	f.Title = v.t("page.why.figure")
	s.Blocks = []block{{Figure: f}}
	return s
}

func (v *view) floorSection() *section {
	f := v.figure("floor")
	s := &section{Template: "section", ID: "floor", Class: "break", Kicker: v.t("page.section.floor"), Title: f.Title, Note: v.floorNote()}
	f.Title = v.t("page.floor.figure")
	s.Blocks = []block{{Figure: f}}
	if rows := v.shortfalls("AREA-02", "AREA-03"); len(rows) > 0 {
		t := v.shortTable("table-floor", rows)
		t.Caption, t.Note = v.t("page.floor.list"), v.t("page.short.note")
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	return s
}

func (v *view) floorNote() string {
	f := v.r.Total().Floor
	if f.Evaluated == 0 {
		return ""
	}
	rule, _ := v.r.Profile.Rule("AREA-01")
	per100, least := rule.Values["per_100"], rule.Values["minimum"]
	return v.t("page.floor.note", "per100", charts.Decimal(per100.Value, 0), "min", charts.Area(least.Value), "required", charts.Area(f.Required), "actual", charts.Area(f.ActualEvaluated))
}

func (v *view) gridSection() *section {
	f := v.figure("grids")
	s := &section{Template: "section", ID: "grids", Class: "break", Kicker: v.t("page.section.grids"), Title: f.Title}
	f.Title = v.t("page.grids.figure")
	s.Blocks = []block{{Figure: f}}
	if t := v.oddGrids(); t.N > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	if t := v.balanceTable(); t.N > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	return s
}

// oddGrids lists the grids outside the size range, the largest first, then the smallest.
func (v *view) oddGrids() *table {
	var at []int
	for i := range v.r.Grids {
		if s := v.r.Grids[i].Size; s == coverage.SizeUnder || s == coverage.SizeOver {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := v.r.Grids[a], v.r.Grids[b]
		if x.Size != y.Size {
			return cmp.Compare(y.Size, x.Size)
		}
		if x.Size == coverage.SizeUnder {
			return cmp.Compare(x.Households.V, y.Households.V)
		}
		return cmp.Compare(y.Households.V, x.Households.V)
	})
	columns := []column{text(v.names.ParentHead()), text(v.t("page.col.community")), text(v.t("page.col.grid")), number(v.t("page.col.households")), number(v.t("page.head." + v.r.Basis.Basis.String())), text(v.t("page.col.size"))}
	if v.r.Basis.Basis.String() == "households" {
		columns = slices.Delete(columns, 4, 5)
	}
	return &table{ID: "table-odd", Caption: v.t("page.grids.odd"), Columns: columns, N: len(at), Page: 20, Screen: 10, Row: func(i int) []string {
		row := v.gridRow(at[i])
		return append(slices.Clone(row[:len(columns)-1]), row[len(row)-2])
	}}
}

// balanceTable has the balance of each community's grids.
func (v *view) balanceTable() *table {
	var units []*coverage.Unit
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		if communities[i].Grids.Count > 0 {
			units = append(units, &communities[i])
		}
	}
	// The least balanced first; communities that cannot be judged last.
	slices.SortStableFunc(units, func(a, b *coverage.Unit) int {
		x, y := a.Get("cv_households"), b.Get("cv_households")
		return cmp.Or(cmp.Compare(boolInt(!x.Known), boolInt(!y.Known)), cmp.Compare(y.V, x.V))
	})
	rule, _ := v.r.Profile.Rule("GRID-02")
	cv, ratio := rule.Values["cv"].Value, rule.Values["max_min"].Value
	columns := []column{
		text(v.names.ParentHead()), text(v.t("page.col.community")), number(v.t("page.col.grids")), number(v.t("page.col.in")), number(v.t("page.col.under")), number(v.t("page.col.over")),
		number(v.t("page.col.cv.households")), number(v.t("page.col.cv.people")), number(v.t("page.col.ratio.households")), number(v.t("page.col.ratio.people")), marks(v.t("page.col.mark.balance")),
	}
	t := &table{ID: "table-balance", Caption: v.t("page.grids.balance"), Columns: columns, N: len(units), Page: 20, Screen: 10, Wide: true, Row: func(i int) []string {
		u := units[i]
		return []string{
			v.names.Parent(u), v.names.Name(u), charts.Count(u.Grids.Count), charts.Count(u.Grids.In), charts.Count(u.Grids.Under), charts.Count(u.Grids.Over),
			v.value(u, "cv_households", cv), v.value(u, "cv_people", cv), v.value(u, "max_min_households", ratio), v.value(u, "max_min_people", ratio), v.mark(u, "GRID-02"),
		}
	}}
	t.Note = v.t("page.grids.balance.note", "cv", charts.Ratio(cv), "ratio", charts.Ratio(ratio))
	return t
}

func (v *view) siteSection() *section {
	s := &section{Template: "section", ID: "sites", Class: "break", Kicker: v.t("page.section.sites"), Title: v.t("page.sites.none")}
	if n := len(v.r.Sites); n > 0 {
		last := v.r.Sites[n-1]
		limit, ok := charts.CoverageLimit(v.r.Total())
		s.Title = v.t("page.sites.title", "n", charts.Count(n), "before", charts.CoverageRate(v.lang, v.r.Total()), "after", v.shareBeside(last.Share, limit, ok))
		s.Note = v.t("page.sites.note")
		s.Blocks = append(s.Blocks, block{Table: v.table(v.siteTable())})
	}
	if rows := v.shortfalls("COV-04", "PROV-03"); len(rows) > 0 {
		t := v.shortTable("table-short", rows)
		t.Caption, t.Note = v.t("page.short.list"), v.t("page.short.note")
		s.Blocks = append(s.Blocks, block{Table: v.table(t)})
	}
	return s
}

func (v *view) siteTable() *table {
	limit, ok := charts.CoverageLimit(v.r.Total())
	columns := []column{number(v.t("page.col.rank")), text(v.names.ParentHead()), text(v.t("page.col.place")), number(v.t("page.col.lonlat")), number(v.t("page.col.newcov.head", "people", v.people())), number(v.t("page.col.coveredafter")), number(v.t("page.col.after.head"))}
	return &table{ID: "table-sites", Columns: columns, N: len(v.r.Sites), Row: func(i int) []string {
		s := v.r.Sites[i]
		return []string{
			charts.Count(s.Rank), v.names.Parent(v.r.Community(s.Community)), charts.SitePlace(v.names, v.r, s),
			v.t("page.lonlat", "lon", charts.Decimal(s.Point[0], 5), "lat", charts.Decimal(s.Point[1], 5)),
			charts.Whole(s.NewPeople), charts.Whole(s.Covered), v.shareBeside(s.Share, limit, ok),
		}
	}}
}
