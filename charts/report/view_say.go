package report

import (
	"cmp"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
)

// say is the answer: coverage, floor area, grids, and what to do first. A sentence without facts is left out.
func (v *view) say() []Line {
	var out []Line
	for _, line := range []Line{
		{v.t("page.say.coverage"), v.sayCoverage()}, {v.t("page.say.floor"), v.sayFloor()},
		{v.t("page.say.grids"), v.sayGrids()}, {v.t("page.say.first"), v.sayFirst()},
	} {
		if line.Value != "" {
			out = append(out, line)
		}
	}
	return out
}

// headcount is a marked number of people or households, with its unit where a sentence of the language says it.
func (v *view) headcount(key, part string, u *coverage.Unit, l look, text string) string {
	return num(key, part, u, l, v.t("how.unit."+v.counted(), "n", text))
}

// squareMeters is a marked number of square metres.
func (v *view) squareMeters(key, part string, u *coverage.Unit, l look, text string) string {
	return num(key, part, u, l, v.withUnit(coverage.UnitSquareMeter, text))
}

// objects is a marked number of things.
func (v *view) objects(key, part string, l look, n int) string {
	return num(key, part, v.r.Total(), l, v.withUnit(coverage.UnitCount, charts.Count(n)))
}

// verb is the argument that picks the verb after a number.
func verb(n int) string {
	if n == 1 {
		return "one"
	}
	return "many"
}

// lists joins names as a sentence does.
func (v *view) lists(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], v.t("page.comma")) + v.t("answer.and") + names[last]
}

func (v *view) sayCoverage() string {
	total := v.r.Total()
	if !total.Get("coverage_pop").Known {
		return ""
	}
	people := charts.PeopleIn(v.lang, v.r, total)
	key := "answer.coverage"
	switch "0" {
	case people.Uncovered:
		key = "answer.coverage.all"
	case people.Covered:
		key = "answer.coverage.none"
	}
	args := []any{
		"total", num("population", "", total, plain, v.t("answer.total."+v.counted(), "n", people.Total)), "people", v.people(), "circle", v.circle(), "name", "", "worst", "",
		"covered", v.headcount("population_covered", "", total, strong, people.Covered), "uncovered", v.headcount("population_uncovered", "", total, short, people.Uncovered),
	}
	if worst := v.mostOutside(); worst != nil {
		args[7], args[9] = name(v.names.Distinct(worst)), v.headcount("population_uncovered", "", worst, plain, charts.PeopleIn(v.lang, v.r, worst).Uncovered)
	}
	text := v.t(key, args...) + v.sayVerdict() + v.sayOtherRadii()
	if n := total.People.Missing; n > 0 {
		text += v.t(charts.Plural("answer.coverage.missing", n), "n", v.objects("coverage_pop", "missing", plain, n), "what", v.countWord(),
			"things", v.t(charts.Plural("answer.things."+v.demandUnits(), n)))
	}
	return text
}

// mostOutside is the unit of the breakdown with the most people outside, where there are several.
func (v *view) mostOutside() *coverage.Unit {
	var most *coverage.Unit
	known := 0
	for i := range v.units {
		u := &v.units[i]
		if u.Virtual || !u.Get("population_uncovered").Known {
			continue
		}
		known++
		if most == nil || u.People.Uncovered > most.People.Uncovered {
			most = u
		}
	}
	if known < 2 {
		return nil
	}
	outside := charts.PeopleIn(v.lang, v.r, most).Uncovered
	for i := range v.units {
		if u := &v.units[i]; outside == "0" || u != most && !u.Virtual && charts.PeopleIn(v.lang, v.r, u).Uncovered == outside {
			return nil // nobody is, or several tie
		}
	}
	return most
}

// sayVerdict tells the coverage against its standard, and whether that hangs on the assumptions.
func (v *view) sayVerdict() string {
	verdict, ok := v.r.Total().Verdict("COV-04")
	if !ok || !verdict.Limit.Known || charts.AbsenceOf(verdict) != charts.Present {
		return ""
	}
	limit, turns := charts.Limit(verdict.Limit.V), ""
	if verdict.Sensitive() {
		turns = "1"
	}
	if verdict.Outcome == coverage.Attained {
		return v.t("answer.verdict.attained", "limit", limit, "turns", turns)
	}
	gap := v.t("page.points", "n", charts.Points(verdict.Limit.V, verdict.Value.V, verdict.Limit.V))
	return v.t("answer.verdict.not", "limit", limit, "gap", num("coverage_pop", "gap", v.r.Total(), plain, gap), "turns", turns)
}

// sayOtherRadii tells the coverage at the strict radius and at both ends of walking.
func (v *view) sayOtherRadii() string {
	total := v.r.Total()
	low, high, ranged := v.rateRange(total)
	args := []any{
		"strict", v.strict(), "rate", v.rateOf("coverage_pop_strict", total, plain),
		"low", num("coverage_pop", "low", total, plain, low), "high", num("coverage_pop", "high", total, plain, high+"%"),
	}
	strict := v.hasStrict() && total.Get("coverage_pop_strict").Known
	text := ""
	if strict && ranged && low != high {
		return v.t("answer.strict.range", args...)
	}
	if strict {
		text = v.t("answer.strict", args...)
	}
	switch {
	case ranged && low == high:
		text += v.t("answer.range.same", "rate", num("coverage_pop", "low", total, plain, low+"%"))
	case ranged:
		text += v.t("answer.range", args...)
	}
	return text
}

func (v *view) sayFloor() string {
	total := v.r.Total()
	f := total.Floor
	if f.Evaluated == 0 {
		return ""
	}
	key := "answer.floor"
	switch {
	case f.Short == 0:
		key = "answer.floor.none"
	case f.Short == f.Evaluated && f.Short > 1:
		key = "answer.floor.all"
	}
	names, share := v.mostGap()
	text := v.t(charts.Plural(key, f.Evaluated), "n", v.objects("communities_short", "d", plain, f.Evaluated), "short", v.objects("communities_short", "", short, f.Short),
		"gap", v.squareMeters("area_gap", "", total, short, charts.MetricText(v.lang, v.r, total, "area_gap")), "is", verb(f.Short), "names", names, "share", share,
		"required", v.squareMeters("area_required", "", total, plain, charts.MetricText(v.lang, v.r, total, "area_required")))
	if f.Missing > 0 {
		text += v.t(charts.Plural("answer.floor.missing", f.Missing), "n", v.objects("area_gap", "missing", plain, f.Missing))
	}
	return text
}

// mostPlacesNamed is how many places a sentence names.
const mostPlacesNamed = 3

// mostGap names the units of the breakdown that hold most of the shortfall, with their share; both "" where the others hold none.
func (v *view) mostGap() (names, share string) {
	var short []*coverage.Unit
	for i := range v.units {
		if u := &v.units[i]; u.Floor.Gap > 0 && !u.Virtual {
			short = append(short, u)
		}
	}
	if len(short) <= mostPlacesNamed {
		return "", ""
	}
	slices.SortStableFunc(short, func(a, b *coverage.Unit) int { return cmp.Compare(b.Floor.Gap, a.Floor.Gap) })
	var list []string
	sum := 0.0
	for _, u := range short[:mostPlacesNamed] {
		list = append(list, name(v.names.Distinct(u)))
		sum += u.Floor.Gap
	}
	total := v.r.Total()
	return v.lists(list), num("gap_share", "", total, plain, charts.Percent(sum/total.Floor.Gap))
}

func (v *view) sayGrids() string {
	total := v.r.Total()
	g, share := total.Grids, total.Get("share_in_range")
	if charts.NoSizes(v.r, total) != charts.Present || !share.Known {
		return ""
	}
	all := int(share.Denominator)
	args := []any{
		"n", v.objects("share_in_range", "d", plain, all), "in", v.objects("grids_in_range", "", strong, g.In), "rate", v.rateOf("share_in_range", total, plain),
		"over", v.objects("grids_over", "", plain, g.Over), "under", v.objects("grids_under", "", plain, g.Under), "is", verb(g.In),
		"lo", charts.Whole(v.r.GridSizes.Lo), "hi", charts.Whole(v.r.GridSizes.Hi),
	}
	key := "answer.grids"
	if all == 1 {
		key = map[bool]string{true: "answer.grids.one.in", false: "answer.grids.one.out"}[g.In == 1]
	}
	return v.t(key, args...) + v.sayBalance()
}

// sayBalance tells in how many communities the grids are balanced, and where they are least.
func (v *view) sayBalance() string {
	b := v.r.Total().Get("balanced_communities")
	if !b.Known || !v.regulates("GRID-02") {
		return ""
	}
	all, balanced := int(b.Denominator), int(b.Numerator)
	if all == 1 {
		return v.t(map[bool]string{true: "answer.balance.one.yes", false: "answer.balance.one.no"}[balanced == 1])
	}
	args := []any{"n", v.objects("balanced_communities", "d", plain, all), "balanced", v.objects("balanced_communities", "n", plain, balanced), "name", "", "cv", ""}
	if worst := v.leastBalanced(); worst != nil {
		args[5], args[7] = name(v.names.Distinct(worst)), num("cv_households", "", worst, plain, charts.MetricText(v.lang, v.r, worst, "cv_households"))
	}
	return v.t("answer.balance", args...)
}

// leastBalanced is the community with the largest coefficient of variation of households, of those whose grids are all known.
func (v *view) leastBalanced() *coverage.Unit {
	var worst *coverage.Unit
	communities := v.r.Level(coverage.LevelCommunity)
	for i := range communities {
		u := &communities[i]
		if cv := u.Get("cv_households"); cv.Known && cv.V > 0 && !u.Virtual && charts.BalanceKnown(u) && (worst == nil || cv.V > worst.Get("cv_households").V) {
			worst = u
		}
	}
	return worst
}
