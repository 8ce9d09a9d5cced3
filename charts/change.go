package charts

import (
	"cmp"
	"strconv"
	"strings"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Changed is a figure on both sides of a comparison in words, without its unit: a change of a rate is in percentage points. The change is the
// difference of the two as they are printed, which is what a reader adds up; where a side lacks the figure it is a dash.
type Changed struct{ Before, After, Change string }

// MetricChange writes a metric of a pair of units.
func MetricChange(lang words.Lang, c *coverage.Comparison, p *coverage.Pair, key string) Changed {
	before, after := c.Units(p)
	d := c.Delta(p, key)
	m, _ := coverage.MetricByKey(key)
	out := Changed{MetricText(lang, c.Before.Result, before, key), MetricText(lang, c.After.Result, after, key), lang.T("page.dash")}
	if m.Unit == coverage.UnitShare && d.Before.Known && d.After.Known {
		limits := append(MetricLimits(c.Before.Result, before, key), MetricLimits(c.After.Result, after, key)...)
		out.Before, out.After = Rates(d.Before.V, d.After.V, limits...)
		if d.Change.Known {
			out.Change = Signed(Points(d.After.V, d.Before.V, limits...))
		}
		return out
	}
	if d.Change.Known && !d.Differs() {
		out.After = out.Before
	}
	if d.Change.Known {
		out.Change = printedChange(lang, out, d, m.Unit)
	}
	return out
}

// CohortChange writes the coverage of a part of the population in the whole area.
func CohortChange(lang words.Lang, c *coverage.Comparison, p coverage.CohortPair) Changed {
	d := c.CohortDelta(p)
	if !d.Change.Known {
		return Changed{Value(lang, d.Before, coverage.UnitShare), Value(lang, d.After, coverage.UnitShare), lang.T("page.dash")}
	}
	before, after := Rates(d.Before.V, d.After.V)
	return Changed{before, after, Signed(Points(d.After.V, d.Before.V))}
}

// CohortRate is what the coverage of a part of the population is called.
func CohortRate(lang words.Lang, c *coverage.Comparison, p coverage.CohortPair) string {
	return lang.T("compare.cohort", "name", CohortName(lang, c.After.Result.Cohorts[p.After]))
}

// FloorChange writes the change of the shortfall of floor area over the communities that both runs could evaluate.
func FloorChange(lang words.Lang, c *coverage.Comparison) Changed {
	d := c.Floor.Gap
	out := Changed{Value(lang, d.Before, coverage.UnitSquareMeter), Value(lang, d.After, coverage.UnitSquareMeter), lang.T("page.dash")}
	if d.Change.Known {
		out.Change = printedChange(lang, out, d, coverage.UnitSquareMeter)
	}
	return out
}

// FloorSaid tells how many communities the change of floor area speaks of, where one run alone could evaluate some; else "".
func FloorSaid(lang words.Lang, c *coverage.Comparison) string {
	f := &c.Floor
	if f.Lost+f.Found == 0 {
		return ""
	}
	return lang.T("compare.floor.uneven", "lost", shownIf(f.Lost > 0, Count(f.Lost)), "found", shownIf(f.Found > 0, Count(f.Found)), "both", Count(f.Both),
		"change", FloorChange(lang, c).Change)
}

// RowChange writes a metric of a community that one side alone may have; what the other side lacks is a dash.
func RowChange(lang words.Lang, c *coverage.Comparison, row *coverage.Row, key string) Changed {
	dash := lang.T("page.dash")
	switch row.State {
	case coverage.SideAfter:
		return Changed{dash, MetricText(lang, c.After.Result, row.Unit, key), dash}
	case coverage.SideBefore:
		return Changed{MetricText(lang, c.Before.Result, row.Unit, key), dash, dash}
	}
	return MetricChange(lang, c, &c.Pairs[row.Pair], key)
}

// printedChange is the change between two printed numbers; where these print alike though the figures differ, the change itself.
func printedChange(lang words.Lang, t Changed, d coverage.Delta, unit coverage.ValueUnit) string {
	if t.Before == t.After {
		return Signed(Value(lang, d.Change, unit, 0))
	}
	places := max(decimalsOf(t.Before), decimalsOf(t.After))
	return Signed(group(strconv.FormatFloat(printed(t.After)-printed(t.Before), 'f', places, 64)))
}

// Further writes a change of people or of square metres with its sign.
func Further(v float64) string { return Signed(Whole(v)) }

// FurtherArea writes a change of floor area, m², with its sign; dash where it is not known.
func FurtherArea(lang words.Lang, n data.Number) string {
	if !n.Known {
		return lang.T("page.dash")
	}
	return Signed(Area(n.V))
}

// CompareNames are the names of both sides: those of units in After, and of units that Before alone has.
type CompareNames struct{ Before, After *Namer }

// NewCompareNames counts the names of both sides.
func NewCompareNames(c *coverage.Comparison, lang words.Lang) CompareNames {
	return CompareNames{NewNamer(c.Before.Result, lang), NewNamer(c.After.Result, lang)}
}

// Of is the namer of the side that a community is of.
func (n CompareNames) Of(row *coverage.Row) *Namer {
	if row.State == coverage.SideBefore {
		return n.Before
	}
	return n.After
}

// CommunityChange are the cells of a community in the table of changes: coverage before, after and its change in percentage points, people
// inside before, after and their change, the change of the shortfall of floor area, and which run has it.
func CommunityChange(lang words.Lang, c *coverage.Comparison, row *coverage.Row) []string {
	rate, in, gap := RowChange(lang, c, row, "coverage_pop"), RowChange(lang, c, row, "population_covered"), RowChange(lang, c, row, "area_gap")
	state := lang.T("compare.side." + row.State.String())
	if row.State == coverage.SideBoth {
		state = lang.T("compare.way."+c.RowDelta(row, "coverage_pop").Way().String(), "n", Limit(coverage.MuchChange))
	}
	return []string{rate.Before, rate.After, rate.Change, in.Before, in.After, in.Change, gap.Change, state}
}

// Elsewhere warns that two runs are not about one area, with the share of communities that match; "" where at least half do.
func Elsewhere(lang words.Lang, c *coverage.Comparison) string {
	if c.SameArea() {
		return ""
	}
	n, of := c.Matched()
	return lang.T("compare.elsewhere", "n", Count(n), "of", Count(of), "share", Rate(float64(n)/float64(of)))
}

// AssumedRow is an assumption that differs: its name, and what it was before and after; of one that is not on record the name alone.
func AssumedRow(lang words.Lang, c *coverage.Comparison, a *coverage.Assumed) []string {
	rule := ""
	if a.Rule != "" {
		rule = a.Rule + " " + RuleName(lang, c.After.Result, a.Rule)
	}
	name := lang.T("compare.assumed."+a.Key, "rule", rule)
	if a.Before.Known || a.After.Known {
		return []string{name, limitNumber(lang, a.Before, a.Unit), limitNumber(lang, a.After, a.Unit)}
	}
	return []string{name, settingText(lang, c.Before.Result, a.Key, a.TextBefore), settingText(lang, c.After.Result, a.Key, a.TextAfter)}
}

// limitNumber writes a number of a profile with its unit; shares in percent, as people type them.
func limitNumber(lang words.Lang, n data.Number, unit string) string {
	switch {
	case !n.Known:
		return lang.T("compare.setting.none")
	case unit == string(coverage.UnitShare):
		return Limit(n.V) + "%"
	}
	return strings.TrimSpace(Plain(n.V) + " " + lang.T("limit."+unit))
}

// settingText puts a setting into words; the name of the area is one already.
func settingText(lang words.Lang, r *coverage.Result, key, text string) string {
	switch {
	case text == "" && key == "enforcement":
		return lang.T("compare.setting.none")
	case text == "":
		return ""
	case key == "basis", key == "enforcement":
		return lang.T(key + "." + text)
	case key == "profile":
		return profileText(lang, r.Profile)
	case key == "unknown_status":
		return lang.T("compare.setting." + text)
	case key == "tiers":
		return tiersText(lang, text)
	}
	return text
}

func profileText(lang words.Lang, p data.Profile) string {
	if lang == words.Chinese {
		return cmp.Or(p.Name.Zh, p.ID)
	}
	return cmp.Or(p.Name.En, p.ID)
}

// tiersText names the counted tiers by their keys.
func tiersText(lang words.Lang, keys string) string {
	if keys == "all" {
		return lang.T("compare.setting.all")
	}
	var names []string
	for _, key := range strings.Split(keys, ", ") {
		names = append(names, lang.T("tier."+key))
	}
	return strings.Join(names, lang.T("page.comma"))
}
