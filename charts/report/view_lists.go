package report

import (
	"cmp"
	"slices"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// listSection holds every community, grid and center.
func (v *view) listSection() *section {
	s := &section{Template: "section", ID: "lists", Class: "break", Kicker: v.t("page.section.lists"), Title: v.t("page.lists.title"), Note: v.t("page.lists.note")}
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
		text(v.t("page.col.community")), text(v.names.ParentHead()), text(v.t("page.col.code")), number(v.t("page.head." + v.r.Basis.Basis.String())), number(v.t("page.col.households")),
		number(v.t("page.col.rate")), number(v.t("page.strict.head", "n", charts.Meters(v.r.Circle.StrictRadius.Meters()))), number(v.t("page.col.uncovered")), number(v.t("page.col.p90")),
		number(v.t("page.col.centers")), number(v.t("page.col.required")), number(v.t("page.col.actual")), number(v.t("page.col.gap")),
		number(v.t("page.col.grids")), number(v.t("page.col.in")), marks(v.t("page.col.mark.coverage")), marks(v.t("page.col.mark.facility")), marks(v.t("page.col.mark.floor")),
	}
	t := &table{ID: "table-communities", Caption: v.t("page.lists.communities", "n", charts.Count(len(communities))), Columns: columns, N: len(communities), Page: 200, Screen: 20, Wide: true, Sum: v.communityRow(v.r.Total())}
	t.Row = func(i int) []string { return v.communityRow(&communities[i]) }
	t.Note = v.t("page.lists.communities.note")
	return t
}

func (v *view) communityRow(u *coverage.Unit) []string {
	people := v.peopleOf(u)
	households := v.t("outcome.nodata")
	if u.Households.Known > 0 {
		households = charts.Whole(u.Households.Total)
	}
	return []string{
		v.names.Name(u), v.names.Parent(u), u.Code, people.Total, households,
		charts.CoverageRate(v.lang, u), charts.StrictRate(v.lang, u), people.Uncovered, v.value(u, "nearest_p90"),
		charts.Count(u.Centers), v.value(u, "area_required"), v.evaluated(u, charts.Area(u.Floor.ActualEvaluated, u.Floor.Required)), charts.FloorGap(v.lang, u),
		charts.Count(u.Grids.Count), charts.Count(u.Grids.In), v.mark(u, "COV-04"), v.mark(u, "PROV-03"), v.mark(u, "AREA-02"),
	}
}

func (v *view) gridTable() *table {
	columns := []column{
		text(v.names.ParentHead()), text(v.t("page.col.community")), text(v.t("page.col.grid")), number(v.t("page.col.households")), number(v.t("page.head." + v.r.Basis.Basis.String())),
		number(v.t("page.col.rate")), number(v.t("page.strict.head", "n", charts.Meters(v.r.Circle.StrictRadius.Meters()))), number(v.t("page.col.nearest")),
		text(v.t("page.col.size")), number(v.t("page.col.points")),
	}
	byHouseholds := v.r.Basis.Basis == data.ByHouseholds
	if byHouseholds {
		columns = slices.Delete(columns, 4, 5)
	}
	return &table{ID: "table-grids", Caption: v.t("page.lists.grids", "n", charts.Count(len(v.r.Grids))), Columns: columns, N: len(v.r.Grids), Page: 50, Screen: 20, Wide: true, Row: v.gridRow}
}

func (v *view) gridRow(i int) []string {
	g := &v.r.Grids[i]
	community := v.r.Community(v.r.City.Grids[i].Community)
	row := []string{v.names.Parent(community), v.names.Name(community), v.names.Grid(i), charts.Number(v.lang, g.Households, charts.Whole), charts.Number(v.lang, g.People, charts.Whole)}
	if v.r.Basis.Basis == data.ByHouseholds {
		row = row[:4]
	}
	rate, strict := v.t("outcome.nodata"), v.t("outcome.nodata")
	if g.People.Known {
		rate, strict = charts.Rate(g.Share), charts.Rate(g.StrictShare)
	}
	return append(row, rate, strict, charts.Number(v.lang, g.NearestMean, charts.Meters), v.t("size."+g.Size.String()), charts.Count(g.Points))
}

func (v *view) centerTable() *table {
	columns := []column{
		text(v.t("page.col.center")), text(v.t("page.col.tier")), text(v.t("page.col.use")), text(v.names.ParentHead()), text(v.t("page.col.serves")),
		number(v.t("page.col.within", "people", v.people())), number(v.t("page.col.floor")), number(v.t("page.col.service")),
	}
	return &table{ID: "table-centers", Caption: v.t("page.lists.centers", "n", charts.Count(len(v.r.Centers))), Columns: columns, N: len(v.r.Centers), Page: 200, Screen: 20, Wide: true, Row: v.centerRow}
}

func (v *view) centerRow(i int) []string {
	c, at := &v.r.City.Centers[i], &v.r.Centers[i]
	people := "–"
	if at.Use.Counted() {
		people = charts.Whole(at.People)
	}
	return []string{
		v.names.Center(i), v.t("tier." + c.Tier.String()), charts.UseText(v.lang, v.r, i), v.centerStreet(c, at), v.served(c),
		people, charts.Number(v.lang, c.FloorArea, func(m float64) string { return charts.Area(m) }), charts.Number(v.lang, c.ServiceArea, func(m float64) string { return charts.Area(m) }),
	}
}

func (v *view) centerStreet(c *data.Center, at *coverage.Center) string {
	if at.Outside {
		return v.t("page.outside")
	}
	if c.Street == data.None || c.Street >= len(v.r.Level(coverage.LevelStreet)) {
		return ""
	}
	u := &v.r.Level(coverage.LevelStreet)[c.Street]
	if u.Virtual {
		return v.names.Parent(u)
	}
	return v.names.Name(u)
}

func (v *view) served(c *data.Center) string {
	out := ""
	for _, m := range c.Communities {
		if out != "" {
			out += v.t("page.comma")
		}
		out += v.names.Name(v.r.Community(m))
	}
	return out
}

// shortfall is one line of the list of shortfalls.
type shortfall struct {
	u       *coverage.Unit
	verdict coverage.Verdict
}

// shortfalls are the communities that miss one of the rules, where the profile makes it mandatory; rule by rule, the largest gap first.
func (v *view) shortfalls(ids ...string) []shortfall {
	var out []shortfall
	for _, id := range ids {
		rule, regulated := v.r.Profile.Rule(id)
		if !regulated || rule.Level != data.Mandatory {
			continue
		}
		from := len(out)
		communities := v.r.Level(coverage.LevelCommunity)
		for i := range communities {
			if verdict, ok := communities[i].Verdict(id); ok && verdict.Outcome == coverage.NotAttained {
				out = append(out, shortfall{&communities[i], verdict})
			}
		}
		slices.SortStableFunc(out[from:], func(a, b shortfall) int { return cmp.Compare(b.verdict.Gap.V, a.verdict.Gap.V) })
	}
	return out
}

// shortTable is 短板清单: 序号、街道、社区、问题、现状、标准、差距、依据.
func (v *view) shortTable(id string, rows []shortfall) *table {
	columns := []column{
		number(v.t("page.col.rank")), text(v.names.ParentHead()), text(v.t("page.col.community")), text(v.t("page.col.problem")),
		number(v.t("page.col.now")), number(v.t("page.col.standard")), number(v.t("page.col.difference")), long(v.t("page.col.basis")),
	}
	return &table{ID: id, Columns: columns, N: len(rows), Page: 200, Screen: 15, Wide: true, Row: func(i int) []string {
		s := rows[i]
		rule := coverage.Rules[s.verdict.Rule]
		limit := s.verdict.Limit.V
		return []string{
			charts.Count(i + 1), v.names.Parent(s.u), v.names.Name(s.u), v.t("page.problem." + rule.ID),
			v.quantity(s.verdict.Value, rule.Unit, limit), v.t("page.atleast", "n", v.quantity(s.verdict.Limit, rule.Unit)),
			v.difference(s.verdict.Gap, rule.Unit), v.source(rule.ID),
		}
	}}
}

// quantity writes a number with its unit.
func (v *view) quantity(n data.Number, unit coverage.ValueUnit, limits ...float64) string {
	text := charts.Value(v.lang, n, unit, limits...)
	if !n.Known {
		return text
	}
	return v.t("page.quantity."+string(unit), "n", text)
}

// difference writes how much is missing; between rates it is percentage points.
func (v *view) difference(n data.Number, unit coverage.ValueUnit) string {
	if unit == coverage.UnitShare && n.Known {
		return v.t("page.points", "n", charts.Rate(n.V))
	}
	return v.quantity(n, unit)
}
