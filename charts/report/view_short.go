package report

import (
	"cmp"
	"slices"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// shortfall is a mandatory rule that a community misses: one line of 短板清单, and one task of 整改任务清单.
type shortfall struct {
	u       *coverage.Unit
	verdict coverage.Verdict
}

// firstRules stand first in the list of shortfalls; the others follow in the order of coverage.Rules.
var firstRules = []string{"COV-04", "PROV-03", "COV-10"}

// shortRules are coverage.ShortRules in the order of the list.
func (v *view) shortRules() []int {
	out := coverage.ShortRules(v.r.Profile)
	place := func(rule int) int {
		if at := slices.Index(firstRules, coverage.Rules[rule].ID); at >= 0 {
			return at
		}
		return len(firstRules) + rule
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(place(a), place(b)) })
	return out
}

// shortfalls are those of all communities: rule by rule, the largest gap first.
func (v *view) shortfalls() []shortfall {
	var out []shortfall
	communities := v.r.Level(coverage.LevelCommunity)
	for _, rule := range v.shortRules() {
		from := len(out)
		for i := range communities {
			if verdict, ok := communities[i].Verdict(coverage.Rules[rule].ID); ok && verdict.Outcome == coverage.NotAttained {
				out = append(out, shortfall{&communities[i], verdict})
			}
		}
		slices.SortStableFunc(out[from:], func(a, b shortfall) int { return cmp.Compare(b.verdict.Gap.V, a.verdict.Gap.V) })
	}
	return out
}

// byCommunity puts shortfalls in the order of the communities, each with its rules in the order of the list.
func byCommunity(rows []shortfall) []shortfall {
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b shortfall) int { return cmp.Compare(a.u.Index, b.u.Index) })
	return out
}

// shortTable is 短板清单: 序号、街道、社区、问题、现状、标准、差距、依据.
func (v *view) shortTable(rows []shortfall) *table {
	t := v.shortList("table-short", rows)
	t.Long = true
	t.Caption, t.Order, t.Note = v.t("live.short", "n", charts.Count(len(rows))), v.t("live.order.gap"), v.t("live.short.note")
	t.Columns[3].Chips = chipsOf(v.t("live.all"), rows, func(s shortfall) (string, string) {
		return v.problem(s), v.chipLabel(coverage.Rules[s.verdict.Rule].ID)
	})
	return t
}

// taskTable is 整改任务清单: the same lines by community, with 整改措施、责任单位、完成时限 left for people to write.
func (v *view) taskTable(rows []shortfall) *table {
	t := v.shortList("table-tasks", byCommunity(rows))
	t.Caption, t.Order, t.Note = v.t("live.tasks", "n", charts.Count(len(rows))), v.t("live.order.community"), v.t("live.tasks.note")
	t.Columns[3] = t.Columns[3].pick()
	t.Columns[7].Kind += " desk" // as in the list of shortfalls
	t.Columns = append(t.Columns, blank(v.t("live.col.measure")), blank(v.t("live.col.duty")), blank(v.t("live.col.deadline")))
	row := t.Row
	t.Row = func(i int) []string { return append(row(i), "", "", "") }
	return t
}

func (v *view) shortList(id string, rows []shortfall) *table {
	columns := []column{
		rank(v.t("page.col.rank")), v.parentColumn(), named(v.t("page.col.community")).fix(), text(v.t("page.col.problem")),
		number(v.t("page.col.now")).how(ofRow), number(v.t("page.col.standard")).how(ofRow + ".limit"), number(v.t("page.col.difference")).how(ofRow + ".gap"), text(v.t("page.col.basis")),
	}
	return &table{
		ID: id, Columns: columns, N: len(rows), Page: 120, Screen: 15, Key: func(i int) string { return charts.UnitKey(rows[i].u) },
		Figure: func(i int) string { return judgedFigure(&coverage.Rules[rows[i].verdict.Rule]) },
		Row: func(i int) []string {
			s := rows[i]
			rule := &coverage.Rules[s.verdict.Rule]
			return []string{
				charts.Count(i + 1), v.names.Parent(s.u), v.names.Beside(s.u), v.problem(s),
				v.existing(s), v.standard(s.verdict, rule.Unit), v.difference(s.verdict, rule.Unit), v.basis(s),
			}
		},
	}
}

// judgedFigure is the metric whose number a verdict shows, or "judged" where it is none: balance shows one of four measures, size a ratio.
func judgedFigure(rule *coverage.Rule) string {
	switch {
	case rule.ID == "AREA-02":
		return "area_actual"
	case rule.Metric == "", rule.ID == "GRID-02", rule.ID == "SIZE-01":
		return "judged"
	}
	return rule.Metric
}

// basis is where the standard of a line comes from; of a required area, where the number comes from that it rests on.
func (v *view) basis(s shortfall) string {
	id := coverage.Rules[s.verdict.Rule].ID
	if name := v.r.FloorLimit(s.u); id == "AREA-02" && name != "" {
		return v.limitSource("AREA-01", name, id)
	}
	return v.source(id)
}

// problem says what is wrong: one text for each rule.
func (v *view) problem(s shortfall) string {
	id := coverage.Rules[s.verdict.Rule].ID
	if key := "page.problem." + id; hasWord(key) {
		return v.t(charts.OfBasis(v.r, key))
	}
	return v.t("live.problem", "rule", v.ruleName(id))
}

// chipLabel is the problem in few letters.
func (v *view) chipLabel(id string) string {
	if key := "live.chip." + id; hasWord(key) {
		return v.t(key)
	}
	return v.ruleName(id)
}

// existing is what was judged; of a rule that asks for several things, with the name of the one that is missed.
func (v *view) existing(s shortfall) string {
	rule := &coverage.Rules[s.verdict.Rule]
	text := v.quantity(s.verdict.Value, rule.Unit, s.verdict.Limit.V)
	if rule.ID == "COV-04" {
		return v.t("live.now.coverage", "rate", text, "people", v.peopleOf(s.u).Uncovered, "unit", v.unit())
	}
	return v.ofMeasure(s.verdict, text)
}

// ofMeasure puts the name of what a verdict measured before its value, where the rule asks for several things.
func (v *view) ofMeasure(of coverage.Verdict, value string) string {
	name := ""
	switch {
	case coverage.Rules[of.Rule].ID == "GRID-02":
		name = v.measureOf(of)
	case of.Field != "":
		name = v.fieldName(of.Field)
	}
	if name == "" {
		return value
	}
	return v.t("live.now.of", "name", name, "value", value)
}

// measureOf is the measure of balance that a verdict of GRID-02 is about, which its limit tells; "" where both have one limit.
func (v *view) measureOf(of coverage.Verdict) string {
	rule, _ := v.r.Profile.Rule("GRID-02")
	cv, ratio := rule.Values["cv"], rule.Values["max_min"]
	switch {
	case cv.Value == ratio.Value:
		return ""
	case of.Limit.V == cv.Value:
		return v.t("live.measure.cv")
	}
	return v.t("live.measure.ratio")
}

// standard is the limit of a missed rule with its side.
func (v *view) standard(of coverage.Verdict, unit coverage.ValueUnit) string {
	limit := v.quantity(of.Limit, unit)
	if unit == coverage.UnitShare && of.Limit.Known {
		limit = charts.Limit(of.Limit.V) + "%"
	}
	if of.Value.V > of.Limit.V {
		return v.t("live.atmost", "n", limit)
	}
	return v.t("page.atleast", "n", limit)
}

// quantity writes a number with its unit.
func (v *view) quantity(n data.Number, unit coverage.ValueUnit, limits ...float64) string {
	return charts.Quantity(v.lang, n, unit, limits...)
}

// difference writes how much is missing; between rates it is percentage points.
func (v *view) difference(of coverage.Verdict, unit coverage.ValueUnit) string {
	if unit == coverage.UnitShare && of.Gap.Known {
		return v.t("page.points", "n", charts.Points(max(of.Limit.V, of.Value.V), min(of.Limit.V, of.Value.V), of.Limit.V))
	}
	return v.quantity(of.Gap, unit, 0) // a gap is never nothing
}

// chipsOf counts rows by what they say in one column, in the order in which the values come, after all of them together.
func chipsOf[T any](all string, rows []T, of func(T) (value, label string)) []chip {
	out := []chip{{Label: all, N: charts.Count(len(rows))}}
	count := map[string]int{}
	for _, row := range rows {
		value, label := of(row)
		if count[value]++; count[value] == 1 {
			out = append(out, chip{Value: value, Label: label})
		}
	}
	for i := range out[1:] {
		out[i+1].N = charts.Count(count[out[i+1].Value])
	}
	return out
}
