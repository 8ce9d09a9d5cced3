package report

import (
	"strings"

	"quarter/charts"
	"quarter/coverage"
)

// Every printed number of the page that is a result carries the key of its explanation (data-how), of its unit (data-u, charts.UnitKey;
// none is the whole area) and, where it is not the figure itself but one of the numbers that it is made of, which one (data-part: n, d,
// missing, low, high, limit, gap …). A key is that of a metric, or one of furtherFigures.
//
// The explanations stand in the method section as <details class="how" id="how-KEY">, so that they can be read without the script and on
// paper; .worked in them holds the formula with the numbers of the whole area. The block quarter-how has the same line for the other units
// of figures that have a formula with numbers: {"coverage_pop": {"s": ["785 ÷ 4,000 ＝ 19.6350%", …], "c": […], "d": […]}}, by the letter
// of the unit's key and its number; empty where there is no figure. The script puts it in the place of .worked and computes nothing.

// figureParts are the parts that have a name, for the drawer; others are named by the head of their column.
var figureParts = []string{"low", "high", "n", "d", "limit", "gap", "missing", "counted", "all", "statusless", "per100", "share", "sum", "adult", "elderly", "child"}

// explanation is the answer to "how do you know".
type explanation struct {
	Key     string // of the metric, or of a figure that is no metric
	Title   string // the number and its name
	Name    string // of the figure, for the number of one unit
	Unit    string // how that number stands with its unit, in the place of {n}
	From    string // keys of the figures that it is made from and that stand in the row beside it, apart by spaces
	Formula string // in words
	Worked  string // the formula with the numbers of the whole area; or ""
	Inputs  []Line // what it was made from: layers with files and columns, counts used, counts left out with reasons
	Clause  string // rule, source and clause
	Own     string // its values that are conventions of this report; or ""
}

// explanations are those of all figures that this run has a number for, in the order of coverage.Metrics.
func (v *view) explanations() []*explanation {
	var out []*explanation
	for _, m := range coverage.Metrics {
		if v.anyKnown(m.Key) {
			out = append(out, v.explainMetric(m))
		}
	}
	return append(out, v.explainFurther()...)
}

// anyKnown reports whether some unit has the metric.
func (v *view) anyKnown(key string) bool {
	for i := range v.r.Units {
		if v.r.Units[i].Get(key).Known {
			return true
		}
	}
	return false
}

func (v *view) explainMetric(m coverage.Metric) *explanation {
	name := charts.MetricName(v.lang, v.r, m.Key)
	if total := v.r.Total(); total.Get(m.Key).Known {
		name = v.t("how.title", "name", name, "value", v.withUnit(v.r.UnitOf(m), charts.MetricText(v.lang, v.r, total, m.Key)))
	}
	e := v.explain(m.Key, name, m.ID)
	e.Worked = v.worked(v.r.Total(), m)
	e.Name, e.Unit, e.From = charts.MetricName(v.lang, v.r, m.Key), v.withUnit(v.r.UnitOf(m), "{n}"), madeFrom[m.Key]
	return e
}

// explain is an explanation without its calculation.
func (v *view) explain(key, title, rule string) *explanation {
	f := familyOf(rule)
	inputs := append(v.inputs(f, v.countField(key, rule)), Line{v.t("how.used"), f.used(v)}, Line{v.t("how.excluded"), v.excluded(f)})
	return &explanation{Key: key, Title: title, Formula: v.t("how.formula."+key, v.formulaArgs()...), Inputs: inputs, Clause: v.clause(rule), Own: v.ownLimits(rule)}
}

// formulaArgs are what the formulas in words may name.
func (v *view) formulaArgs() []any {
	c, per100 := v.r.Circle, v.r.Profile.Rules["AREA-01"].Values
	return []any{
		"whom", v.whom(), "people", v.people(), "everyone", v.everyone(), "circle", v.circle(), "radius", charts.Radius(v.r, c.Radius.Meters()), "strict", charts.Radius(v.r, c.StrictRadius.Meters()),
		"per100", charts.Plain(per100["per_100"].Value), "minimum", charts.Plain(per100["minimum"].Value),
		"detour", charts.Plain(c.Detour), "speed", charts.Plain(c.Speed), "lo", charts.Whole(v.r.GridSizes.Lo), "hi", charts.Whole(v.r.GridSizes.Hi),
	}
}

// withUnit writes a number with its unit as sentences do.
func (v *view) withUnit(unit coverage.ValueUnit, text string) string {
	return v.t("how.unit."+string(unit), "n", text)
}

// madeFrom are the figures of a unit that another one is made from, of metrics whose formula is not told with numbers unit by unit.
var madeFrom = map[string]string{
	"area_required": "households", "coverage_pop": "coverage_pop", "rate_attain": "rate_attain", "area_gap": "area_required area_actual", "coverage_pop_strict": "population", "grids": "grids_in_range grids_under grids_over",
}

// clause says which rule a figure belongs to, and where that comes from.
func (v *view) clause(rule string) string {
	if key := "how.clause." + rule; hasWord(key) { // of figures that belong to every rule, or to none
		return v.t(key)
	}
	source := v.source(rule)
	if source == "" {
		return v.t("how.clause.none", "rule", rule, "name", v.ruleName(rule))
	}
	return v.t("how.clause", "rule", rule, "name", v.ruleName(rule), "source", source)
}

// ownLimits tells the values of a rule, as this run used them, that are definitions of this report; "" where there are none.
func (v *view) ownLimits(id string) string {
	rule, _ := v.r.Profile.Rule(id)
	var out []string
	for _, name := range valueNames(rule) {
		if l := rule.Values[name]; l.Source == "C" {
			if text := v.usedLimit(id, name, l); text != "" {
				out = append(out, text)
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return v.t("how.clause.own", "values", strings.Join(out, v.t("page.semicolon")))
}
