package report

import (
	"strings"

	"quarter/charts"
	"quarter/coverage"
)

// unsigned takes the sign off a number whose direction stands in words.
func unsigned(number string) string { return strings.TrimLeft(number, "+−") }

// say is the answer in sentences: the assumptions first where they differ, for then a change is not the city's alone.
func (v *compareView) say() []Line {
	return []Line{
		{v.t("compare.say.assumed"), v.sayAssumed()}, {v.t("compare.say.people"), v.sayPeople()}, {v.t("compare.say.losers"), v.sayLosers()},
		{v.t("compare.say.short"), v.sayShort()}, {v.t("compare.say.centers"), v.sayCenters()}, {v.t("compare.say.data"), v.sayData()},
	}
}

func (v *compareView) sayAssumed() string {
	n := len(v.c.Assumptions)
	if n == 0 {
		return v.t("compare.say.assumed.none")
	}
	return v.t(oneOr("compare.say.assumed.text", "compare.say.assumed.one", n), "warning", charts.Elsewhere(v.lang, v.c), "n", charts.Count(n))
}

// oneOr is the key for many, or for a single one.
func oneOr(many, one string, n int) string {
	if n == 1 {
		return one
	}
	return many
}

// heads is a number of people with its unit.
func (v *compareView) heads(n float64) string { return charts.Headcount(v.r, v.lang, n) }

func (v *compareView) headsIf(n float64) string {
	if n == 0 {
		return ""
	}
	return v.heads(n)
}

func (v *compareView) sayPeople() string {
	p := &v.c.People
	if !p.Known {
		return v.t("compare.people.unknown")
	}
	if len(p.Gainers)+len(p.Losers)+len(p.Redrew) == 0 && p.Entered == 0 && p.Left == 0 {
		return v.t("compare.say.people.same", "people", v.people())
	}
	return v.t("compare.say.people.text", "people", v.people(), "unit", v.unit(), "net", v.change("population_covered").Change, "gainers", charts.Count(len(p.Gainers)), "gained", v.heads(p.Gained),
		"losers", charts.Count(len(p.Losers)), "lost", v.heads(p.Lost), "redrew", charts.Count(len(p.Redrew)), "redrawn", v.redrawn(), "names", v.redrawnNames(), "entered", v.headsIf(p.Entered), "left", v.headsIf(p.Left))
}

// redrawn is the net change of the communities with another boundary; "" where none has one and another count.
func (v *compareView) redrawn() string {
	if len(v.c.People.Redrew) == 0 {
		return ""
	}
	return charts.Further(v.c.People.Redrawn)
}

// redrawnNames names the first of them; the notes have all.
func (v *compareView) redrawnNames() string {
	all := v.c.People.Redrew
	var names []string
	for _, s := range all[:min(len(all), mostRedrawn)] {
		_, u := v.c.Units(&v.c.Pairs[s.Pair])
		names = append(names, v.names.Distinct(u))
	}
	text := strings.Join(names, v.t("page.comma"))
	if len(all) > mostRedrawn {
		return v.t("page.fault.more", "places", text)
	}
	return text
}

// mostRedrawn is how many communities with another boundary a sentence names.
const mostRedrawn = 4

func (v *compareView) sayLosers() string {
	p := &v.c.People
	switch {
	case !p.Known:
		return v.t("compare.people.unknown")
	case len(p.Losers) == 0:
		return v.t("compare.say.losers.none")
	}
	pair := &v.c.Pairs[p.Losers[0].Pair]
	_, u := v.c.Units(pair)
	more := ""
	if n := len(p.Losers); n > 1 {
		more = charts.Count(n)
	}
	fewer := unsigned(charts.MetricChange(v.lang, v.c, pair, "population_covered").Change)
	return v.t("compare.say.losers.text", "name", name(v.names.Distinct(u)), "n", v.t("chart.headcount", "n", fewer, "unit", v.unit()), "more", more)
}

func (v *compareView) sayShort() string {
	n := &v.c.Short
	at := func(k coverage.ShortKind) string { return charts.Count(n[k]) }
	before := n[coverage.ShortSolved] + n[coverage.ShortRemaining] + n[coverage.ShortUnjudged] + n[coverage.ShortGone]
	after := n[coverage.ShortNew] + n[coverage.ShortRemaining] + n[coverage.ShortFound] + n[coverage.ShortAdded]
	return charts.Sentences(v.lang, v.t("compare.say.short.text", "before", charts.Count(before), "after", charts.Count(after), "solved", at(coverage.ShortSolved), "new", at(coverage.ShortNew),
		"remaining", at(coverage.ShortRemaining), "unjudged", at(coverage.ShortUnjudged), "found", at(coverage.ShortFound), "gone", at(coverage.ShortGone), "added", at(coverage.ShortAdded)),
		charts.FloorSaid(v.lang, v.c))
}

func (v *compareView) sayCenters() string {
	var parts []string
	for kind := coverage.CenterOpened; kind <= coverage.CenterDropped; kind++ {
		if n := v.c.CenterCount(kind); n > 0 {
			word := "compare.center." + kind.String()
			if v.c.After.Planned && kind == coverage.CenterOpened {
				word = "compare.center.proposed"
			}
			parts = append(parts, v.t("compare.say.centers.item", "kind", v.t(word), "n", charts.Count(n)))
		}
	}
	if len(parts) == 0 {
		return v.t("compare.say.centers.none")
	}
	return v.t("compare.say.list", "list", strings.Join(parts, v.t("compare.semicolon")))
}

// sayData counts the communities that do not match, or are not as they were.
func (v *compareView) sayData() string {
	count := map[string]int{}
	for i := range v.rows {
		switch row := &v.rows[i]; row.State {
		case coverage.SideBefore:
			count["gone"]++
		case coverage.SideAfter:
			count["added"]++
		default:
			p := &v.c.Pairs[row.Pair]
			count["renamed"] += boolInt(p.Renamed)
			count["redrawn"] += boolInt(p.Redrawn)
			count["recount"] += boolInt(p.Recounted)
		}
	}
	var parts []string
	for _, key := range []string{"gone", "added", "renamed", "redrawn", "recount"} {
		if n := count[key]; n > 0 {
			parts = append(parts, v.t("compare.say.data."+key, "n", charts.Count(n), "people", v.people()))
		}
	}
	if len(parts) == 0 {
		return v.t("compare.say.data.none")
	}
	return v.t("compare.say.list", "list", strings.Join(parts, v.t("compare.semicolon")))
}

func (v *compareView) tiles() []tile {
	c, n := v.c, &v.c.Short
	rate, covered := v.change("coverage_pop"), v.change("population_covered")
	fromTo := func(t charts.Changed, sign string) []Line {
		return []Line{{v.t("compare.before"), t.Before + sign}, {v.t("compare.after"), t.After + sign}}
	}
	larger, smaller := v.gapsChanged()
	people := fromTo(covered, "")
	if c.People.Known {
		people = append(people, Line{v.t("compare.tile.gained"), charts.Whole(c.People.Gained)}, Line{v.t("compare.tile.lost"), charts.Whole(c.People.Lost)})
	}
	if sum := v.redrawn(); sum != "" {
		people = append(people, Line{v.t("compare.tile.redrawn"), sum})
	}
	items := v.t("compare.tile.items")
	return []tile{
		{Name: v.t("compare.tile.rate", "name", v.rateName()), Value: rate.Change, Unit: v.t("compare.tile.points"), Facts: fromTo(rate, percentIf(c.Delta(c.Total(), "coverage_pop")))},
		{Name: v.t("compare.tile.covered", "people", v.people()), Value: covered.Change, Unit: v.unit(), Facts: people},
		{Name: v.t("compare.tile.solved"), Value: charts.Count(n[coverage.ShortSolved]), Unit: items, Facts: []Line{
			{v.t("compare.tile.communities"), v.communitiesWith(coverage.ShortSolved)}, {v.t("compare.tile.unjudged"), charts.Count(n[coverage.ShortUnjudged])}}},
		{Name: v.t("compare.tile.new"), Value: charts.Count(n[coverage.ShortNew]), Unit: items, Facts: []Line{
			{v.t("compare.tile.communities"), v.communitiesWith(coverage.ShortNew)}, {v.t("compare.tile.found"), charts.Count(n[coverage.ShortFound])}}},
		{Name: v.t("compare.tile.remaining"), Value: charts.Count(n[coverage.ShortRemaining]), Unit: items, Facts: []Line{
			{v.t("compare.tile.worse"), charts.Count(larger)}, {v.t("compare.tile.better"), charts.Count(smaller)}}},
		v.gapTile(fromTo),
	}
}

// gapTile is the change of the shortfall of floor area, over the communities that both runs could evaluate where these are not all.
func (v *compareView) gapTile(fromTo func(t charts.Changed, sign string) []Line) tile {
	f, gap := &v.c.Floor, v.change("area_gap")
	t := tile{Name: v.t("compare.tile.gap"), Value: gap.Change, Unit: v.t("compare.tile.area"), Facts: fromTo(gap, "")}
	if f.Lost+f.Found == 0 || f.Both == 0 {
		return t
	}
	like := charts.FloorChange(v.lang, v.c)
	t.Value, t.Facts = like.Change, append(fromTo(like, ""), Line{v.t("compare.tile.both"), charts.Count(f.Both)},
		Line{v.t("compare.tile.unjudged"), charts.Count(f.Lost)}, Line{v.t("compare.tile.found"), charts.Count(f.Found)})
	return t
}

// gapsChanged counts the remaining shortfalls that grew, and those that shrank.
func (v *compareView) gapsChanged() (larger, smaller int) {
	for i := range v.c.Shortfalls {
		s := &v.c.Shortfalls[i]
		if s.Kind != coverage.ShortRemaining {
			continue
		}
		d := coverage.Delta{Before: s.Before.Gap, After: s.After.Gap, Change: s.GapChange()}
		larger += boolInt(d.Differs() && d.Change.V > 0)
		smaller += boolInt(d.Differs() && d.Change.V < 0)
	}
	return larger, smaller
}

// communitiesWith counts the communities that have a shortfall of a kind.
func (v *compareView) communitiesWith(kind coverage.ShortKind) string {
	units := map[int]bool{}
	for i := range v.c.Shortfalls {
		if s := &v.c.Shortfalls[i]; s.Kind == kind {
			units[s.Unit] = true
		}
	}
	return charts.Count(len(units))
}

// percentIf is the sign of percent where both sides have a number.
func percentIf(d coverage.Delta) string {
	if d.Before.Known && d.After.Known {
		return "%"
	}
	return ""
}
