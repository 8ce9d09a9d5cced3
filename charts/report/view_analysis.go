package report

import (
	"cmp"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// zoneTable has every blind zone that is listed, and one row for the others.
func (v *view) zoneTable() *table {
	columns := []column{
		number(v.t("page.col.rank")), text(v.t("level." + v.zoneLevel().String())), text(v.t("page.col.direction")), number(v.t("page.col.zone.people", "people", v.people())),
		number(v.t("page.col.zone.households")).shownIf(v.r.Basis.Basis != data.ByHouseholds && v.r.Total().Households.Known > 0), number(v.t("page.col.hectares")),
		text(v.t("page.col.nearestcenter")), number(v.t("page.col.away")),
	}
	t := &table{ID: "table-zones", Online: true, Caption: v.t("page.lists.zones", "n", charts.Count(len(v.r.Zones))), Columns: columns, N: len(v.r.Zones), Page: 100, Screen: 15, Row: v.zoneRow, Note: v.t("page.lists.zones.note")}
	if rest := v.r.ZonesRest; rest.Count > 0 {
		_, others := charts.ZonePeople(v.r)
		t.Sum = []string{"", v.t("chart.zones.others", "n", charts.Count(rest.Count)), "", charts.Whole(others), charts.Whole(rest.Households), charts.Hectares(rest.Area), "", ""}
	}
	return t
}

// zoneLevel is the level that zones are named by.
func (v *view) zoneLevel() coverage.Level {
	if len(v.r.Zones) == 0 {
		return coverage.LevelStreet
	}
	return v.r.Units[v.r.Zones[0].Unit].Level
}

func (v *view) zoneRow(i int) []string {
	z := &v.r.Zones[i]
	return []string{
		charts.Count(i + 1), v.names.Distinct(&v.r.Units[z.Unit]), v.names.ZoneWhere(z), charts.Whole(z.People), charts.Whole(z.Households),
		charts.ZoneArea(z), charts.ZoneCenter(v.names, z), charts.Number(v.lang, z.Distance, charts.Meters),
	}
}

// peopleSection tells how parts of the population fare, and how far each type of service reaches; nil where the data has neither.
func (v *view) peopleSection() *section {
	s := &section{Template: "section", ID: "people", Kicker: v.t("page.section.people")}
	if len(v.r.Cohorts) > 0 {
		s.Title = v.cohortTitle()
		s.Blocks = append(s.Blocks, block{Table: v.table(v.cohortTable())})
	}
	if len(v.r.Services) > 0 && v.r.Total().People.Total > 0 {
		if s.Title == "" {
			s.Title = v.serviceTitle()
		}
		s.Blocks = append(s.Blocks, block{Table: v.table(v.serviceTable())})
		if t := v.missingServices(); t.N > 0 {
			s.Blocks = append(s.Blocks, block{Table: v.table(t)})
		}
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// cohortName is the word for a part of the population: that of the field, else the column's own name.
func (v *view) cohortName(c coverage.Cohort) string {
	if c.Field != "" {
		return v.fieldName(c.Field)
	}
	return c.Label
}

// cohortTitle tells the part of the population that fares worst against all people.
func (v *view) cohortTitle() string {
	worst := -1
	for i, c := range v.r.Total().Cohorts {
		if c.GapShare.Known && (worst < 0 || c.GapShare.V > v.r.Total().Cohorts[worst].GapShare.V) {
			worst = i
		}
	}
	if worst < 0 {
		return v.t("page.people.title.cohorts")
	}
	c, key := v.r.Total().Cohorts[worst], "page.people.title.cohort"
	all, own, more := c.AllCovered/c.AllTotal, c.Covered/c.Total, "page.people.less"
	switch {
	case v.rate(own) == v.rate(all):
		key += ".even"
	case own > all:
		all, own, more = own, all, "page.people.more"
	}
	return v.t(key, "name", v.cohortName(v.r.Cohorts[worst]), "rate", v.rate(c.Covered/c.Total), "gap", charts.Points(all, own, charts.MetricLimits(v.r, v.r.Total(), "coverage_pop")...), "more", v.t(more))
}

func (v *view) cohortTable() *table {
	columns := []column{
		text(v.t("page.col.cohort")), number(v.t("page.col.total")), number(v.t("page.col.covered")), number(v.t("page.col.rate")),
		number(v.t("page.col.cohort.gap")), number(v.t("page.col.cohort.pp")), number(v.t("outcome.nodata")),
	}
	return &table{ID: "table-cohorts", Caption: v.t("page.people.cohorts"), Columns: columns, N: len(v.r.Cohorts), Note: v.t("page.people.cohorts.note"), Row: func(i int) []string {
		c := v.r.Total().Cohorts[i]
		name, missing := v.cohortName(v.r.Cohorts[i]), charts.Count(c.Missing)
		if c.Known == 0 {
			none := v.t("outcome.nodata")
			return []string{name, none, none, none, none, none, missing}
		}
		out := []string{name, charts.Whole(c.Total)}
		if !v.r.City.HasCenters() || c.Total == 0 {
			none := charts.NoCoverage(v.r, v.r.Total()).Or(v.lang, "–")
			return append(out, none, none, none, none, missing)
		}
		return append(out, charts.Whole(c.Covered), v.rate(c.Covered/c.Total),
			charts.Number(v.lang, c.GapPeople, func(gap float64) string { return charts.Signed(charts.Whole(-gap)) }), v.againstAll(c), missing)
	}}
}

// againstAll is the coverage of a part of the population less that of all people, in percentage points; rates that print alike are even.
func (v *view) againstAll(c coverage.CohortAccount) string {
	own, all := c.Covered/c.Total, c.AllCovered/c.AllTotal
	if c.GapShare.Known && v.rate(own) == v.rate(all) {
		return v.t("page.people.even")
	}
	return charts.Number(v.lang, c.GapShare, func(float64) string {
		return charts.Signed(charts.Points(own, all, charts.MetricLimits(v.r, v.r.Total(), "coverage_pop")...))
	})
}

// leastReached are the types of service, those that reach the fewest people first.
func (v *view) leastReached() []int {
	order := make([]int, len(v.r.Services))
	for i := range order {
		order[i] = i
	}
	reached := v.r.Total().Services
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(reached[a], reached[b]) })
	return order
}

func (v *view) serviceTitle() string {
	total, least := v.r.Total(), v.leastReached()[0]
	return v.t("page.people.title.service", "name", v.r.Services[least].Name, "people", v.people(), "rate", v.rate(total.Services[least]/total.People.Total))
}

func (v *view) serviceTable() *table {
	columns := []column{text(v.t("page.col.servicetype")), number(v.t("page.col.centers")), number(v.t("page.col.reached", "people", v.people())), number(v.t("page.col.rate"))}
	order := v.leastReached()
	return &table{ID: "table-services", Caption: v.t("page.people.services"), Columns: columns, N: len(order), Row: func(at int) []string {
		i := order[at]
		people := v.r.Total().Services[i]
		return []string{v.r.Services[i].Name, charts.Count(v.r.Services[i].Centers), charts.Whole(people), v.rate(people / v.r.Total().People.Total)}
	}}
}

// missingServices lists the communities that some type of service does not reach, or not as far as the target for coverage, those that
// lack most first.
func (v *view) missingServices() *table {
	var units []*coverage.Unit
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		if u := &communities[i]; len(v.r.MissingServices(u))+len(v.r.ShortServices(u)) > 0 {
			units = append(units, u)
		}
	}
	columns := []column{v.parentColumn(), named(v.t("page.col.community")).fix(), long(v.t("page.col.missingtype")), long(v.t("page.col.shorttype"))}
	slices.SortStableFunc(units, func(a, b *coverage.Unit) int {
		return cmp.Or(cmp.Compare(len(v.r.MissingServices(b)), len(v.r.MissingServices(a))), cmp.Compare(len(v.r.ShortServices(b)), len(v.r.ShortServices(a))))
	})
	return &table{
		ID: "table-services-missing", Online: true, Caption: v.t("page.people.missing", "n", charts.Count(len(units))), Columns: columns, N: len(units), Page: 60, Screen: 10, Key: keysOf(units),
		Row: func(i int) []string {
			missing := v.r.MissingServices(units[i])
			short := slices.DeleteFunc(v.r.ShortServices(units[i]), func(k int) bool { return slices.Contains(missing, k) })
			return []string{v.names.Parent(units[i]), v.names.Name(units[i]), v.serviceNames(missing), v.serviceNames(short)}
		},
	}
}

func (v *view) serviceNames(at []int) string {
	var out []string
	for _, i := range at {
		out = append(out, v.r.Services[i].Name)
	}
	if len(out) == 0 {
		return v.t("page.dash")
	}
	return strings.Join(out, v.t("page.comma"))
}
