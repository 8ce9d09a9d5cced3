package coverage

import (
	"slices"

	"quarter/data"
)

// saidBy are rules that another one says for a community: who has no center at all has none of community level, and who is below the area
// per 100 households is below the required area.
var saidBy = map[string]string{"COV-10": "PROV-03", "AREA-04": "AREA-02"}

// SaidBy is the rule that says what another one says for a community, "" for none.
func SaidBy(id string) string { return saidBy[id] }

// ShortRules are the rules that make the list of shortfalls (短板清单), as indexes into Rules: the mandatory ones of communities that judge
// the service, and not the data, each thing once.
func ShortRules(p data.Profile) []int {
	mandatory := func(id string) bool {
		rule, regulated := p.Rule(id)
		return regulated && rule.Level == data.Mandatory
	}
	var out []int
	for i, rule := range Rules {
		if mandatory(rule.ID) && !rule.Check && slices.Contains(rule.Objects, LevelCommunity) && !mandatory(SaidBy(rule.ID)) {
			out = append(out, i)
		}
	}
	return out
}
