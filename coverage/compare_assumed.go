package coverage

import (
	"maps"
	"slices"
	"strings"

	"quarter/data"
)

// Assumed is an assumption that the two runs do not share: Key names it ("compare.assumed."+Key in charts/words). Numbers are in Unit; a
// setting in words is the text. Of a value of the profile Rule and Name say which.
type Assumed struct {
	Key                   string
	Rule, Name            string      // of a value of the profile: COV-04, target
	Before, After         data.Number // missing where a side has none, or the setting is in words
	Unit                  string      // m, min, m/min, ratio, or that of the profile's value
	TextBefore, TextAfter string
}

// assumedUnknown is said where it is not known which tiers and statuses counted on either side.
const assumedUnknown = "options_unknown"

// assumptionsThatDiffer lists them with the most telling first: the city, the circle, who is counted, which centers, the rules.
func assumptionsThatDiffer(before, after *Snapshot, sameArea bool) []Assumed {
	b, a := before.Result, after.Result
	var out []Assumed
	word := func(key, x, y string) {
		if x != y {
			out = append(out, Assumed{Key: key, TextBefore: x, TextAfter: y})
		}
	}
	size := func(key, unit string, x, y float64) {
		if Change(x, y) != 0 {
			out = append(out, Assumed{Key: key, Unit: unit, Before: data.Num(x), After: data.Num(y)})
		}
	}
	if !sameArea {
		out = append(out, Assumed{Key: "city", TextBefore: b.City.Name, TextAfter: a.City.Name})
	}
	size("radius", "m", b.Circle.Radius.Meters(), a.Circle.Radius.Meters())
	size("radius_strict", "m", b.Circle.StrictRadius.Meters(), a.Circle.StrictRadius.Meters())
	size("speed", "m/min", b.Circle.Speed, a.Circle.Speed)
	size("detour", "ratio", b.Circle.Detour, a.Circle.Detour)
	word("basis", b.Basis.Basis.String(), a.Basis.Basis.String())
	if before.Recalled && after.Recalled {
		word("tiers", tierKeys(b.Options.Tiers), tierKeys(a.Options.Tiers))
		word("unknown_status", statusSetting(b), statusSetting(a))
	} else {
		out = append(out, Assumed{Key: assumedUnknown})
	}
	word("profile", b.Profile.ID, a.Profile.ID)
	return append(out, ruleValues(b.Profile, a.Profile)...)
}

// tierKeys are the counted tiers in their own order; all where none was chosen.
func tierKeys(tiers []data.Tier) string {
	if tiers == nil {
		return "all"
	}
	var keys []string
	for _, t := range slices.Sorted(slices.Values(tiers)) {
		keys = append(keys, t.String())
	}
	return strings.Join(slices.Compact(keys), ", ")
}

func statusSetting(r *Result) string {
	if r.Options.ExcludeUnknown {
		return "exclude"
	}
	return "count"
}

// ruleValues are the numbers and the force of rules that differ. What the circle resolved from them stands above already.
func ruleValues(before, after data.Profile) []Assumed {
	rules := maps.Clone(before.Rules)
	if rules == nil {
		rules = map[string]data.Rule{}
	}
	maps.Copy(rules, after.Rules)
	var out []Assumed
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		x, y := before.Rules[id], after.Rules[id]
		if x.Level != y.Level {
			out = append(out, Assumed{Key: "enforcement", Rule: id, TextBefore: string(x.Level), TextAfter: string(y.Level)})
		}
		if id != "COV-01" && id != "COV-02" && id != "COV-03" {
			out = append(out, limitsThatDiffer(id, x, y)...)
		}
	}
	return out
}

func limitsThatDiffer(id string, before, after data.Rule) []Assumed {
	names := maps.Clone(before.Values)
	if names == nil {
		names = map[string]data.Limit{}
	}
	maps.Copy(names, after.Values)
	var out []Assumed
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if x, y := limit(before, name), limit(after, name); x != y {
			out = append(out, Assumed{Key: "limit", Rule: id, Name: name, Before: x, After: y, Unit: names[name].Unit})
		}
	}
	return out
}
