package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// zoneTable has every blind zone that is listed, and one row for the others.
func (v *view) zoneTable() *table {
	columns := []column{
		number(v.t("page.col.rank")), text(v.t("level." + v.zoneLevel().String())).fix(), text(v.t("page.col.direction")), number(v.t("page.col.zone.people", "people", v.people())).how("zone_people"),
		number(v.t("page.col.zone.households")).how("zone_households").shownIf(v.r.Basis.Basis != data.ByHouseholds && v.r.Total().Households.Known > 0), number(v.t("page.col.hectares")).how("zone_area"),
		text(v.t("page.col.nearestcenter")), number(v.t("page.col.away")).how("zone_distance"),
	}
	t := &table{ID: "table-zones", Online: true, Caption: v.t("page.lists.zones", "n", charts.Count(len(v.r.Zones))), Columns: columns, N: len(v.r.Zones), Page: 100, Screen: 15, Key: zoneKey, Row: v.zoneRow, Note: v.t("page.lists.zones.note", "people", boolInt(v.r.Basis.Basis != data.ByHouseholds))}
	if rest := v.r.ZonesRest; rest.Count > 0 {
		_, others := charts.ZonePeople(v.r)
		t.SumKey, t.Sum = "z0", []string{"", v.t("chart.zones.others", "n", charts.Count(rest.Count)), "", charts.Whole(others), charts.Whole(rest.Households), charts.Hectares(rest.Area), "", ""}
	}
	return t
}

// zoneKey is how the page calls a blind zone: by the number that it has on the map.
func zoneKey(i int) string { return "z" + strconv.Itoa(i+1) }

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

// cohortName is the word for a part of the population.
func (v *view) cohortName(c coverage.Cohort) string { return charts.CohortName(v.lang, c) }

// everyone is the word for those whom a part of the population is held against: people, also in a run that counts households.
func (v *view) everyone() string {
	basis := v.r.Basis.Basis
	if basis == data.ByHouseholds && len(v.r.Basis.Present) > 0 {
		basis = v.r.Basis.Present[0]
	}
	return v.t("page.people." + basis.String())
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
	own, points := v.againstAll(c)
	more := "page.people.more"
	switch {
	case points == v.t("page.people.even"):
		key += ".even"
	case c.GapShare.V > 0:
		more = "page.people.less"
	}
	return v.t(key, "name", v.cohortName(v.r.Cohorts[worst]), "everyone", v.everyone(), "rate", marked("cohort_rate", "", cohortKey(worst), plain, own),
		"gap", marked("cohort_points", "amount", cohortKey(worst), plain, strings.TrimLeft(points, "+−")), "more", v.t(more))
}

// cohortKey and serviceKey are how the page calls a part of the population and a type of service.
func cohortKey(i int) string  { return "h" + strconv.Itoa(i) }
func serviceKey(i int) string { return "v" + strconv.Itoa(i) }

func (v *view) cohortTable() *table {
	columns := []column{
		text(v.t("page.col.cohort")), number(v.t("page.col.total")).how("cohort_total"), number(v.t("page.col.covered")).how("cohort_covered"), number(v.t("page.col.rate")).how("cohort_rate"),
		number(v.t("page.col.cohort.gap")).how("cohort_gap"), number(v.t("page.col.cohort.pp")).how("cohort_points"), number(v.t("outcome.nodata")).how("cohort_missing"),
	}
	return &table{ID: "table-cohorts", Key: cohortKey, Caption: v.t("page.people.cohorts"), Columns: columns, N: len(v.r.Cohorts), Note: v.t("page.people.cohorts.note", "everyone", v.everyone()), Row: func(i int) []string {
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
		own, points := v.againstAll(c)
		return append(out, charts.Whole(c.Covered), own, charts.Number(v.lang, c.GapPeople, func(gap float64) string { return charts.Signed(charts.Whole(-gap)) }), points, missing)
	}}
}

// againstAll is the coverage of a part of the population, and that less the coverage of all people in percentage points; rates that print alike
// are even.
func (v *view) againstAll(c coverage.CohortAccount) (own, points string) {
	share, other, limits := c.Covered/c.Total, c.AllCovered/c.AllTotal, charts.MetricLimits(v.r, v.r.Total(), "coverage_pop")
	if !c.GapShare.Known {
		return v.rate(share), v.t("outcome.nodata")
	}
	if own = charts.Rate(share, limits...); own == charts.Rate(other, limits...) {
		return own, v.t("page.people.even")
	}
	own, _ = charts.Rates(share, other, limits...)
	return own, charts.Signed(charts.Points(share, other, limits...))
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
	return v.t("page.people.title.service", "name", v.r.Services[least].Name, "people", v.people(), "rate", marked("service_rate", "", serviceKey(least), plain, v.rate(total.Services[least]/total.People.Total)))
}

func (v *view) serviceTable() *table {
	columns := []column{text(v.t("page.col.servicetype")), number(v.t("page.col.centers")).how("service_centers"), number(v.t("page.col.reached", "people", v.people())).how("service_people"), number(v.t("page.col.rate")).how("service_rate")}
	order := v.leastReached()
	return &table{ID: "table-services", Caption: v.t(charts.OfBasis(v.r, "page.people.services")), Columns: columns, N: len(order), Key: func(at int) string { return serviceKey(order[at]) }, Row: func(at int) []string {
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
	columns := []column{v.parentColumn(), named(v.t("page.col.community")).fix(), long(v.t("page.col.missingtype")), long(v.t(charts.OfBasis(v.r, "page.col.shorttype")))}
	slices.SortStableFunc(units, func(a, b *coverage.Unit) int {
		return cmp.Or(cmp.Compare(len(v.r.MissingServices(b)), len(v.r.MissingServices(a))), cmp.Compare(len(v.r.ShortServices(b)), len(v.r.ShortServices(a))))
	})
	return &table{
		ID: "table-services-missing", Online: true, Caption: v.t("page.people.missing", "n", charts.Count(len(units))), Columns: columns, N: len(units), Page: 60, Screen: 10, Key: keysOf(units),
		Row: func(i int) []string {
			missing := v.r.MissingServices(units[i])
			short := slices.DeleteFunc(v.r.ShortServices(units[i]), func(k int) bool { return slices.Contains(missing, k) })
			return []string{v.names.Parent(units[i]), v.names.Beside(units[i]), v.serviceNames(missing), v.serviceNames(short)}
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
