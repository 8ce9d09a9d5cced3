package report

import (
	"cmp"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// facts are the nine figures of a community: three of people, three of floor area, three of its grids and centers.
func (m *sheetMaker) facts(u *coverage.Unit) []fact {
	people, floor := charts.NoCoverage(m.r, u), charts.NoFloor(m.r, u)
	population := m.fact(u, "population", m.t("page.head."+m.r.Basis.Basis.String()), m.unit(), charts.Present)
	population.Foot = m.householdsFoot(u)
	rate := m.fact(u, "coverage_pop", charts.MetricName(m.lang, m.r, "coverage_pop"), "%", people)
	rate.Foot, rate.Short = m.rangeFoot(u), m.misses(u, "COV-04")
	outside := m.fact(u, "population_uncovered", m.t("page.tile.uncovered", "people", m.people()), m.unit(), people)
	outside.Foot, outside.Short = m.rateRank(u), rate.Short
	required := m.fact(u, "area_required", m.t("metric.area_required"), m.t("unit.m2"), floor)
	required.Foot = m.requiredFoot(u)
	actual := m.fact(u, "area_actual", m.t("metric.area_actual"), m.t("unit.m2"), charts.NoExisting(m.r, u))
	actual.Foot = m.per100Foot(u)
	gap := m.fact(u, "area_gap", m.t("metric.area_gap"), m.t("unit.m2"), floor)
	gap.Foot, gap.Short = m.gapRank(u), m.misses(u, "AREA-02")
	return []fact{population, rate, outside, required, actual, gap, m.gridFact(u), m.balanceFact(u), m.centerFact(u)}
}

// fact is a metric of a community, or the word for why it has none.
func (m *sheetMaker) fact(u *coverage.Unit, key, label, unit string, absence charts.Absence) fact {
	switch {
	case absence == charts.Present && u.Get(key).Known:
		return fact{Label: label, How: key, Value: charts.MetricText(m.lang, m.r, u, key), Unit: unit}
	case absence == charts.Present:
		absence = charts.Missing
	}
	return fact{Label: label, Value: absence.Word(m.lang)}
}

func (m *sheetMaker) misses(u *coverage.Unit, id string) bool {
	v, ok := u.Verdict(id)
	return ok && v.Outcome == coverage.NotAttained
}

func (m *sheetMaker) householdsFoot(u *coverage.Unit) []span {
	if m.r.Basis.Basis == data.ByHouseholds || u.Households.Known == 0 {
		return nil
	}
	return rich(m.t("sheet.households", "n", num("households", "", u, plain, charts.MetricText(m.lang, m.r, u, "households"))))
}

func (m *sheetMaker) rangeFoot(u *coverage.Unit) []span {
	low, high, ok := m.rateRange(u)
	if !ok || low == high {
		return nil
	}
	return rich(m.t("sheet.range", "low", num("coverage_pop", "low", u, plain, low), "high", num("coverage_pop", "high", u, plain, high)))
}

// rateRank is the place of the community by its coverage, the lowest first, among those that have one.
func (m *sheetMaker) rateRank(u *coverage.Unit) []span {
	rate := u.Get("coverage_pop")
	if !rate.Known {
		return nil
	}
	return rich(m.t("sheet.rank.rate", "n", num("rank_rate", "", u, plain, charts.Count(rankIn(m.rates, rate.V))), "of", charts.Count(len(m.rates))))
}

// gapRank is the place of the community by its shortfall, the largest first, among those that have one.
func (m *sheetMaker) gapRank(u *coverage.Unit) []span {
	if u.Floor.Evaluated == 0 || u.Floor.Gap <= 0 {
		return nil
	}
	return rich(m.t("sheet.rank.gap", "n", num("rank_gap", "", u, plain, charts.Count(rankIn(m.gaps, -u.Floor.Gap))), "of", charts.Count(len(m.gaps))))
}

// requiredFoot says which limit of AREA-01 binds.
func (m *sheetMaker) requiredFoot(u *coverage.Unit) []span {
	name := m.r.FloorLimit(u)
	value := charts.Plain(m.r.Profile.Rules["AREA-01"].Values[name].Value)
	switch name {
	case "minimum":
		return rich(m.t("sheet.required.least", "n", value))
	case "per_100":
		return rich(m.t("sheet.required.rate", "n", value))
	}
	return nil
}

func (m *sheetMaker) per100Foot(u *coverage.Unit) []span {
	if charts.NoFloor(m.r, u) != charts.Present || !u.Get("per100").Known {
		return nil
	}
	return rich(m.t("sheet.per100", "n", num("per100", "", u, plain, charts.MetricText(m.lang, m.r, u, "per100"))))
}

func (m *sheetMaker) gridFact(u *coverage.Unit) fact {
	absence := charts.Present
	if !m.r.City.HasGrids() {
		absence = charts.NotProvided
	}
	f := m.fact(u, "grids", m.t("page.col.grids"), m.t("unit.count"), absence)
	if g := u.Grids; charts.NoSizes(m.r, u) == charts.Present {
		f.Foot = rich(m.t("sheet.grids", "in", num("grids_in_range", "", u, plain, charts.Count(g.In)), "n", charts.Count(g.In+g.Under+g.Over)))
	}
	return f
}

func (m *sheetMaker) balanceFact(u *coverage.Unit) fact {
	limit, limited := m.r.Profile.Rules["GRID-02"].Values["cv"]
	f := fact{Label: m.t("page.col.cv.households"), Value: m.balance(u, "cv_households", limit, limited)}
	if !m.r.City.HasGrids() {
		f.Value = charts.NotProvided.Word(m.lang)
	}
	if cv := u.Get("cv_households"); cv.Known {
		f.How = "cv_households"
		f.Short = limited && charts.BalanceKnown(u) && !charts.Reached(limit.Value, cv.V)
	}
	switch {
	case u.Get("cv_households").Known && !charts.BalanceKnown(u):
		f.Foot = rich(m.t("sheet.balance.blank"))
	case limited:
		f.Foot = rich(m.t("sheet.most", "n", charts.Ratio(limit.Value)))
	}
	return f
}

func (m *sheetMaker) centerFact(u *coverage.Unit) fact {
	absence := charts.Present
	if !m.r.City.HasCenters() {
		absence = charts.NotProvided
	}
	f := m.fact(u, "centers", m.t("metric.centers"), m.t("unit.count"), absence)
	if v, ok := u.Verdict("PROV-03"); ok && v.Limit.Known {
		f.Foot = rich(m.t("sheet.centers", "n", charts.Plain(v.Limit.V)))
	}
	f.Short = m.misses(u, "COV-10")
	return f
}

// mostLacks is how many missed rules a sheet tells one by one, with their numbers; the others by name.
const mostLacks = 8

// lacks are the rules that the community misses, the mandatory ones first; then in one line each those that could not be judged and how many
// it attains.
func (m *sheetMaker) lacks(u *coverage.Unit) []lack {
	var missed []coverage.Verdict
	var blank []string
	attained := 0
	for _, rule := range m.rules {
		switch v := charts.VerdictOf(u, rule); v.Outcome {
		case coverage.NotAttained:
			missed = append(missed, v)
		case coverage.Attained:
			attained++
		case coverage.NoData:
			blank = append(blank, m.ruleName(coverage.Rules[rule].ID))
		}
	}
	slices.SortStableFunc(missed, func(a, b coverage.Verdict) int { return cmp.Compare(m.advisory(a), m.advisory(b)) })
	out := m.missed(u, missed)
	if len(blank) > 0 {
		out = append(out, m.lack(coverage.NoData, m.t("sheet.nodata", "rules", strings.Join(blank, m.t("page.comma")))))
	}
	if attained > 0 {
		out = append(out, m.lack(coverage.Attained, m.t(charts.Plural("sheet.attained", attained), "n", num("rules_attained", "", u, plain, charts.Count(attained)))))
	}
	return out
}

// missed tells the first missed rules one by one and the others in one line.
func (m *sheetMaker) missed(u *coverage.Unit, all []coverage.Verdict) []lack {
	var out []lack
	for _, v := range all[:min(mostLacks, len(all))] {
		out = append(out, m.lack(coverage.NotAttained, m.distance(u, v)))
	}
	var more []string
	for _, v := range all[len(out):] {
		more = append(more, m.problem(shortfall{u, v}))
	}
	if len(more) > 0 {
		out = append(out, m.lack(coverage.NotAttained, m.t("sheet.more", "n", charts.Count(len(more)), "problems", strings.Join(more, m.t("page.comma")))))
	}
	return out
}

func (m *sheetMaker) lack(outcome coverage.Outcome, text string) lack {
	return lack{markKey[outcome], rich(text)}
}

// advisory is 1 for a verdict that does not bind.
func (m *sheetMaker) advisory(v coverage.Verdict) int {
	return boolInt(m.r.Profile.Rules[coverage.Rules[v.Rule].ID].Level != data.Mandatory)
}

// distance says how far a community is from a standard that it misses.
func (m *sheetMaker) distance(u *coverage.Unit, v coverage.Verdict) string {
	rule := coverage.Rules[v.Rule]
	_, unit := m.verdictName(v)
	name := m.problem(shortfall{u, v})
	if m.advisory(v) == 1 {
		name = m.t("sheet.advisory", "rule", name)
	}
	if !v.Value.Known || !v.Limit.Known {
		return name
	}
	key := "sheet.lack"
	if rule.Part != "" {
		key += "." + string(rule.Part)
	}
	return m.t(key, "rule", name, "value", m.ofMeasure(v, m.judged(u, v, unit)), "limit", m.standard(v, unit), "gap", m.difference(v, unit))
}

// judged is the number that a rule judged, asked for by its metric where it is that.
func (m *sheetMaker) judged(u *coverage.Unit, v coverage.Verdict, unit coverage.ValueUnit) string {
	key := coverage.Rules[v.Rule].Metric
	if coverage.Rules[v.Rule].ID == "AREA-02" { // its metric is the gap, it judges the area
		key = "area_actual"
	}
	if key == "" || u.Get(key).Number != v.Value {
		return m.quantity(v.Value, unit, v.Limit.V)
	}
	return m.t("page.quantity."+string(unit), "n", num(key, "", u, plain, charts.MetricText(m.lang, m.r, u, key)))
}
