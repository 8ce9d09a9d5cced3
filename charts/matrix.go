package charts

import (
	"slices"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// MatrixRules are the rules, as indexes into coverage.Rules, that were judged for at least one community.
func MatrixRules(r *coverage.Result) []int {
	var out []int
	for i, rule := range coverage.Rules {
		if slices.Contains(rule.Objects, coverage.LevelCommunity) && judgedSomewhere(r, i) {
			out = append(out, i)
		}
	}
	return out
}

func judgedSomewhere(r *coverage.Result, rule int) bool {
	communities := r.Level(coverage.LevelCommunity)
	for i := range communities {
		for _, v := range communities[i].Verdicts {
			if v.Rule == rule && (v.Outcome == coverage.Attained || v.Outcome == coverage.NotAttained) {
				return true
			}
		}
	}
	return false
}

// RuleHead is the head of a rule's column: id and name, and whether it is advisory only.
func RuleHead(r *coverage.Result, lang words.Lang, rule int) string {
	id := coverage.Rules[rule].ID
	advisory := r.Profile.Rules[id].Level != data.Mandatory
	return lang.T("chart.matrix.head", "id", id, "name", RuleName(lang, r, id), "advisory", shownIf(advisory, "1"))
}

// VerdictOf is a unit's verdict for a rule by index; a rule that is not about the unit does not apply.
func VerdictOf(u *coverage.Unit, rule int) coverage.Verdict {
	for _, v := range u.Verdicts {
		if v.Rule == rule {
			return v
		}
	}
	return coverage.Verdict{Rule: rule}
}

// RulesNotProvided names the rules that the data says nothing about, for no unit at all.
func RulesNotProvided(r *coverage.Result, lang words.Lang) string {
	list := ""
	for _, s := range r.Rules {
		if s.Reason == coverage.ReasonNotProvided {
			list += shownIf(list != "", lang.T("page.comma")) + RuleName(lang, r, coverage.Rules[s.Rule].ID)
		}
	}
	return list
}

// Quantity writes a number with its unit.
func Quantity(lang words.Lang, n data.Number, unit coverage.ValueUnit, limits ...float64) string {
	text := Value(lang, n, unit, limits...)
	if !n.Known {
		return text
	}
	key := "page.quantity." + string(unit)
	if text == "1" {
		key = Plural(key, 1)
	}
	return lang.T(key, "n", text)
}

// tally counts the outcomes of one rule over the communities of a group.
type tally [4]int

func (t tally) judged() int { return t[coverage.Attained] + t[coverage.NotAttained] }

// outcome is what a group's communities have in common: all judged ones attain, some does not, none could be judged.
func (t tally) outcome() coverage.Outcome {
	switch {
	case t[coverage.NotAttained] > 0:
		return coverage.NotAttained
	case t[coverage.Attained] > 0:
		return coverage.Attained
	case t[coverage.NoData] > 0:
		return coverage.NoData
	}
	return coverage.NotApplicable
}

// RuleKey is how a page calls a rule in its rows: q and its place in coverage.Rules; "" for none.
func RuleKey(id string) string {
	at := slices.IndexFunc(coverage.Rules, func(r coverage.Rule) bool { return r.ID == id })
	if at < 0 {
		return ""
	}
	return "q" + itoa(at)
}

// tallies counts the outcomes of rules for every unit of a level.
func tallies(r *coverage.Result, level coverage.Level, rules []int) [][]tally {
	out := make([][]tally, len(r.Level(level)))
	for i := range out {
		out[i] = make([]tally, len(rules))
	}
	for c := range r.City.Communities {
		row := out[groupOf(r, level, c)]
		for k, rule := range rules {
			row[k][VerdictOf(r.Community(c), rule).Outcome]++
		}
	}
	return out
}
