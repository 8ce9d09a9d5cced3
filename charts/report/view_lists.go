package report

import (
	"slices"
	"strconv"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// tableSection holds every blind zone, community, grid and center.
func (v *view) tableSection() *section {
	s := &section{Template: "section", ID: "tables", Class: "land", Kicker: v.t("page.section.lists"), Title: v.t("page.lists.title"), Hint: v.t("page.lists.note")}
	if len(v.r.Zones) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.zoneTable())})
	}
	s.Blocks = append(s.Blocks, block{Table: v.table(v.communityTable())})
	if len(v.r.Grids) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.gridTable())})
	}
	if len(v.r.Centers) > 0 {
		s.Blocks = append(s.Blocks, block{Table: v.table(v.centerTable())})
	}
	return s
}

func (v *view) communityTable() *table {
	communities := v.r.Level(coverage.LevelCommunity)
	columns := []column{
		named(v.t("page.col.community")), v.parentColumn(), code(v.t("page.col.code")), number(v.t("page.head." + v.r.Basis.Basis.String())).how("population"), number(v.t("page.col.households")).how("households"),
		number(v.t("page.col.rate")).how("coverage_pop"), v.strictColumn(), number(v.t("page.col.uncovered")).how("population_uncovered"), number(v.t("page.col.p90")).how("nearest_p90"),
		number(v.t("page.col.centers")).how("centers"), number(v.t("page.col.required")).how("area_required"), number(v.t("page.col.actual")).how("area_actual"), number(v.t("page.col.gap")).how("area_gap"),
		number(v.t("page.col.grids")).how("grids"), number(v.t("page.col.in")).how("grids_in_range").shownIf(charts.HasSizes(v.r)), marks(v.t("page.col.mark.coverage")), marks(v.t("page.col.mark.facility")), marks(v.t("page.col.mark.floor")),
	}
	columns[4] = columns[4].shownIf(v.r.Basis.Basis != data.ByHouseholds)
	t := &table{ID: "table-communities", Caption: v.t("page.lists.communities", "n", charts.Count(len(communities))), Columns: columns, N: len(communities), Page: 200, Screen: 20, Wide: true, Online: true, Sum: v.communityRow(v.r.Total())}
	t.Row = func(i int) []string { return v.communityRow(&communities[i]) }
	t.Key = func(i int) string { return charts.UnitKey(&communities[i]) }
	t.Order = v.t("live.order.code")
	t.Note = v.t("page.lists.communities.note", "name", v.ruleName("COV-04"))
	if f := v.r.Total().Floor; f.Evaluated > 0 && f.Actual != f.ActualEvaluated {
		t.Note += v.t("page.lists.communities.existing", "n", charts.Area(f.ActualEvaluated, f.Required))
	}
	if v.r.Basis.Estimated > 0 {
		t.Note += v.t("page.lists.communities.estimated", "count", v.countWord())
	}
	return t
}

func (v *view) communityRow(u *coverage.Unit) []string {
	people := v.peopleOf(u)
	households := v.households(u)
	name := v.names.Name(u)
	if u.Level == coverage.LevelCommunity && u.Demand == coverage.DemandEstimated {
		name = v.t("page.estimated", "name", name)
	}
	return []string{
		name, v.names.Parent(u), u.Code, people.Total, households,
		charts.CoverageRate(v.lang, v.r, u), charts.StrictRate(v.lang, v.r, u), people.Uncovered, v.reach(u, "nearest_p90"),
		charts.Centers(v.lang, u), v.evaluated(u, charts.Area(u.Floor.Required, u.Floor.ActualEvaluated)), charts.ExistingArea(v.lang, v.r, u), charts.FloorGap(v.lang, v.r, u),
		charts.Count(u.Grids.Count), charts.NoSizes(v.r, u).Or(v.lang, charts.Count(u.Grids.In)), v.mark(u, "COV-04"), v.mark(u, "COV-10"), v.mark(u, floorRule(u)),
	}
}

// households is a unit's number of households, or the word for why it is not known.
func (v *view) households(u *coverage.Unit) string {
	switch {
	case u.Households.Known > 0:
		return charts.Whole(u.Households.Total)
	case v.r.Total().Households.Known == 0:
		return charts.NotProvided.Word(v.lang)
	}
	return v.t("outcome.nodata")
}

func (v *view) gridTable() *table {
	columns := []column{
		v.parentColumn(), text(v.t("page.col.community")), text(v.t("page.col.grid")).fix(), number(v.t("page.col.households")).how("grid_households"), number(v.t("page.head." + v.r.Basis.Basis.String())).how("grid_people"),
		number(v.t("page.col.rate")).how("grid_rate"), v.strictColumn().how("grid_strict"), number(v.t("page.col.nearest")).how("grid_nearest"),
		text(v.t("page.col.size")).how("grid_size").pick().shownIf(charts.HasSizes(v.r)), number(v.t("page.col.points")).how("grid_points"), number(v.t("page.col.workload")).how("grid_workload").shownIf(v.hasWorkload()),
	}
	columns[4] = columns[4].shownIf(v.r.Basis.Basis != data.ByHouseholds)
	return &table{
		ID: "table-grids", Caption: v.t("page.lists.grids", "n", charts.Count(len(v.r.Grids))), Order: v.t("live.order.code"), Columns: columns, N: len(v.r.Grids), Page: 50, Screen: 20, Wide: true, Online: true,
		Row: v.gridRow, Key: func(i int) string { return "g" + strconv.Itoa(i) },
	}
}

func (v *view) gridRow(i int) []string {
	g := &v.r.Grids[i]
	community := v.r.Community(v.r.City.Grids[i].Community)
	row := []string{v.names.Parent(community), v.names.Beside(community), v.names.Grid(i), v.known(g.Households, v.r.Total().Households.Known > 0), v.known(g.People, v.r.Total().People.Known > 0)}
	rate := charts.GridAbsence(v.r, i).Word(v.lang)
	strict := rate
	if charts.GridAbsence(v.r, i) == charts.Present {
		rate, strict = charts.Rate(g.Share), charts.Rate(g.StrictShare)
	}
	return append(row, rate, strict, v.gridReach(i), v.t("size."+g.Size.String()), v.points(i), v.workload(i))
}

// hasWorkload reports whether any grid has a workload index.
func (v *view) hasWorkload() bool {
	return slices.ContainsFunc(v.r.Grids, func(g coverage.Grid) bool { return g.Workload.Known })
}

// workload is the workload index of a grid, honest beside its limits.
func (v *view) workload(i int) string {
	rule := v.r.Profile.Rules["GRID-06"]
	u := v.r.Community(v.r.City.Grids[i].Community)
	switch n := v.r.Grids[i].Workload; {
	case n.Known:
		return charts.Ratio(n.V, rule.Values["low"].Value, rule.Values["high"].Value)
	case v.r.City.Grids[i].Exclusive:
		return charts.NotMeant.Word(v.lang)
	case u.Grids.Count-u.Grids.Exempt < 2:
		return charts.NothingToRun.Word(v.lang)
	}
	return charts.Missing.Word(v.lang)
}

// known is a whole number of an object, or the word for why it is not there: not given for it, or for none at all.
func (v *view) known(n data.Number, given bool) string {
	if !n.Known && !given {
		return charts.NotProvided.Word(v.lang)
	}
	return charts.Number(v.lang, n, charts.Whole)
}

// area is the floor area of a center in m².
func (v *view) area(n data.Number, has func(*data.Center) bool) string {
	if !n.Known {
		return v.known(n, v.anyCenter(has))
	}
	return charts.Area(n.V)
}

// gridReach is the mean distance of a grid's people to their nearest center.
func (v *view) gridReach(i int) string {
	if n := v.r.Grids[i].NearestMean; n.Known {
		return charts.Meters(n.V)
	}
	if a := charts.GridAbsence(v.r, i); a != charts.Present {
		return a.Word(v.lang)
	}
	return charts.NothingToRun.Word(v.lang)
}

// points is the number of service points of a grid; where no grid states one, they were not provided.
func (v *view) points(i int) string {
	if n := v.r.Grids[i].Points; n.Known {
		return charts.Whole(n.V)
	}
	if !v.r.Total().Get("grids_with_point").Known {
		return charts.NotProvided.Word(v.lang)
	}
	return v.t("outcome.nodata")
}

func (v *view) centerTable() *table {
	columns := []column{
		text(v.t("page.col.center")), text(v.t("page.col.tier")).pick(), text(v.t("page.col.use")).pick(), v.parentColumn(), text(v.t("page.col.serves")),
		number(v.t("page.col.within", "people", v.people())).how("center_people"), number(v.t("chart.alone.only", "people", v.people())).how("center_alone"),
		number(v.t("page.col.floor")).how("center_floor"), number(v.t("page.col.service")).how("center_service"),
		number(v.t("page.col.popularity")).how("center_popularity").shownIf(slices.ContainsFunc(v.r.Centers, func(c coverage.Center) bool { return c.Popularity.Known })),
	}
	return &table{
		ID: "table-centers", Caption: v.t("page.lists.centers", "n", charts.Count(len(v.r.Centers))), Order: v.t("live.order.file"), Columns: columns, N: len(v.r.Centers), Page: 200, Screen: 20, Wide: true, Online: true,
		Row: v.centerRow, Key: func(i int) string { return "f" + strconv.Itoa(i) },
	}
}

func (v *view) centerRow(i int) []string {
	c, at := &v.r.City.Centers[i], &v.r.Centers[i]
	people, alone := "–", "–"
	if at.Use.Counted() {
		people, alone = charts.Whole(at.People), charts.Whole(at.Alone)
	}
	if v.r.Total().People.Known == 0 {
		people = charts.NotProvided.Word(v.lang)
		alone = people
	}
	return []string{
		v.names.Center(i), v.t("tier." + c.Tier.String()), charts.UseText(v.lang, v.r, i), v.centerStreet(c, at), v.served(c),
		people, alone, v.area(c.FloorArea, func(c *data.Center) bool { return c.FloorArea.Known }), v.area(c.ServiceArea, func(c *data.Center) bool { return c.ServiceArea.Known }),
		v.popularity(i),
	}
}

// popularity is the popularity index of a center; one that has no circle, or is not open, has none.
func (v *view) popularity(i int) string {
	switch n := v.r.Centers[i].Popularity; {
	case n.Known:
		return charts.Ratio(n.V)
	case v.r.Centers[i].Use.Counted():
		return charts.Missing.Word(v.lang)
	}
	return charts.NothingToRun.Word(v.lang)
}

func (v *view) anyCenter(has func(*data.Center) bool) bool {
	for i := range v.r.City.Centers {
		if has(&v.r.City.Centers[i]) {
			return true
		}
	}
	return false
}

func (v *view) centerStreet(c *data.Center, at *coverage.Center) string {
	if at.Outside && c.Street == data.None {
		return v.t("page.outside")
	}
	if c.Street == data.None || c.Street >= len(v.r.Level(coverage.LevelStreet)) {
		return ""
	}
	u := &v.r.Level(coverage.LevelStreet)[c.Street]
	if u.Virtual {
		return v.names.Parent(u)
	}
	return v.names.Distinct(u)
}

func (v *view) served(c *data.Center) string {
	out := ""
	for _, m := range c.Communities {
		if out != "" {
			out += v.t("page.comma")
		}
		out += v.names.Distinct(v.r.Community(m))
	}
	return out
}
