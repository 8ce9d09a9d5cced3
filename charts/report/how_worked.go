package report

import (
	"quarter/charts"
	"quarter/coverage"
)

// worked is the formula of a metric with the numbers of a unit; "" where it has no figure. Where the figure is no calculation of a few numbers
// (a sum, a distance) it is the unrounded number of the whole area, if that says more than the printed one.
func (v *view) worked(u *coverage.Unit, m coverage.Metric) string {
	value := u.Get(m.Key)
	if !value.Known {
		return ""
	}
	switch {
	case m.Key == "population_uncovered":
		return v.t("how.worked.difference", "a", charts.Exact(u.People.Total), "b", charts.Exact(u.People.Covered), "value", charts.Exact(value.V))
	case m.Key == "nearest_p90_minutes":
		c := v.r.Circle
		return v.t("how.worked.walk", "d", charts.Exact(u.Get("nearest_p90").V), "detour", charts.Plain(c.Detour), "speed", charts.Plain(c.Speed), "value", charts.Exact(value.V))
	case m.Unit == coverage.UnitShare && value.Denominator > 0:
		return v.quotient("how.worked.share", value, charts.Decimal(value.V*100, 4, percents(charts.MetricLimits(v.r, u, m.Key))...))
	case m.Key == "per100" && value.Denominator > 0:
		return v.quotient("how.worked.per100", value, charts.Exact(value.V))
	case m.Key == "households_per_member" && value.Denominator > 0:
		return v.quotient("how.worked.quotient", value, charts.Exact(value.V))
	case u.Level == coverage.LevelTotal && charts.Exact(value.V) != charts.MetricText(v.lang, v.r, u, m.Key):
		return v.t("how.worked.value", "value", v.withUnit(v.r.UnitOf(m), charts.Exact(value.V)))
	}
	return ""
}

func (v *view) quotient(key string, value coverage.Value, result string) string {
	return v.t(key, "a", charts.Exact(value.Numerator), "b", charts.Exact(value.Denominator), "value", result)
}

func percents(shares []float64) []float64 {
	out := make([]float64, len(shares))
	for i, s := range shares {
		out[i] = s * 100
	}
	return out
}

// workedLevels are the levels whose units have their own line, by the letter of their keys.
var workedLevels = []struct {
	letter string
	level  coverage.Level
}{{"d", coverage.LevelDistrict}, {"s", coverage.LevelStreet}, {"c", coverage.LevelCommunity}}

// workedOfUnits has the formulas with numbers of all units, for the figures that a page may show of each.
var workedOfUnits = []string{
	"population_uncovered", "coverage_pop", "coverage_pop_strict", "coverage_area", "coverage_own", "coverage_overlap", "coverage_org",
	"per100", "service_share", "rate_attain", "share_in_range", "balanced_communities",
}

// workedUnits are the lines of quarter-how.
func (v *view) workedUnits() map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for _, key := range workedOfUnits {
		m, _ := coverage.MetricByKey(key)
		levels := map[string][]string{}
		for _, l := range workedLevels {
			if lines := v.workedOf(m, v.r.Level(l.level)); lines != nil {
				levels[l.letter] = lines
			}
		}
		if len(levels) > 0 {
			out[key] = levels
		}
	}
	return out
}

// workedOf is nil where no unit has the figure. A share of communities says nothing of a single one.
func (v *view) workedOf(m coverage.Metric, units []coverage.Unit) []string {
	lines := make([]string, len(units))
	some := false
	for i := range units {
		lines[i] = v.worked(&units[i], m)
		some = some || lines[i] != ""
	}
	if !some {
		return nil
	}
	return lines
}
