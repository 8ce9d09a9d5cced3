package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// conventions are the values that are definitions of this report, as this run used them. What the profile says and no figure rests on
// (other radii, or a walk that the command line set aside) is told apart.
func (v *view) conventions() string {
	var out, idle []string
	for _, id := range slices.Sorted(maps.Keys(v.r.Profile.Rules)) {
		if v.neverJudged(id) {
			continue
		}
		rule := v.r.Profile.Rules[id]
		var values []string
		for _, name := range valueNames(rule) {
			l := rule.Values[name]
			if l.Source != "C" {
				continue
			}
			used, set := v.usedLimit(id, name, l), v.limit(id, name, l)
			if used != "" {
				values = append(values, used)
			}
			if used != set {
				idle = append(idle, v.t("page.conventions.idle.value", "rule", v.ruleName(id), "value", set))
			}
		}
		if id == "SIZE-01" && len(values) > 1 {
			values = []string{v.limits(id)}
		}
		if len(values) > 0 {
			out = append(out, v.t("page.convention", "rule", v.ruleName(id), "values", strings.Join(values, v.t("page.semicolon"))))
		}
	}
	if len(idle) > 0 {
		out = append(out, v.t("page.conventions.idle", "list", strings.Join(idle, v.t("page.semicolon"))))
	}
	return cmp.Or(strings.Join(out, "\n"), v.t("page.none"))
}

// neverJudged reports whether a rule that judges found nothing to judge: its limits decided nothing. AREA-01 lends its to AREA-02.
func (v *view) neverJudged(id string) bool {
	if v.r.Profile.Rules[id].Level == data.Report || id == "AREA-01" {
		return false
	}
	for _, s := range v.r.Rules {
		if coverage.Rules[s.Rule].ID == id {
			return s.Counts[coverage.Attained]+s.Counts[coverage.NotAttained] == 0
		}
	}
	return true
}

// usedLimit is a value with its name as this run used it; "" for a radius that only stands in the profile.
func (v *view) usedLimit(id, name string, l data.Limit) string {
	if id == "COV-01" && name != "radius" {
		return ""
	}
	used := v.inRun(id+"."+name, l.Value)
	switch {
	case charts.Reached(used, l.Value) && charts.Reached(l.Value, used):
		return v.limit(id, name, l)
	case l.Unit == "m":
		return v.t("page.limit", "name", v.limitName(id, name), "value", v.t("page.limitunit.m", "n", charts.Radius(v.r, used)))
	case l.Unit == "min":
		return v.t("page.limit", "name", v.limitName(id, name), "value", v.t("page.limitunit.min", "n", minutes(used)))
	}
	return v.t("page.limit", "name", v.limitName(id, name), "value", v.limitValue(used, v.limitUnit(name, l.Unit)))
}

// inRun is what this run used in place of a value of the profile: the command line comes first, and the range of walks grows with the
// minutes of the run.
func (v *view) inRun(name string, value float64) float64 {
	c, s := v.r.Circle, v.r.Sensitivity
	used := map[string]float64{
		"COV-01.radius": c.Radius.Meters(), "COV-02.minutes": c.Minutes, "COV-02.speed": c.Speed, "COV-02.detour": c.Detour,
		"COV-03.radius_strict": c.StrictRadius.Meters(),
	}
	if s.High > 0 {
		maps.Copy(used, map[string]float64{
			"WALK.minutes": c.Minutes, "WALK.radius_low": s.Low.Meters(), "WALK.radius_high": s.High.Meters(),
			"WALK.speed_low": s.SpeedLow, "WALK.speed_high": s.SpeedHigh, "WALK.detour_low": s.DetourLow, "WALK.detour_high": s.DetourHigh,
		})
	}
	if n, ok := used[name]; ok {
		return n
	}
	return value
}
