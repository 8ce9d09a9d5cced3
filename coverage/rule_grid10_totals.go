package coverage

import (
	"math"

	"quarter/data"
)

// GRID-10: the grids of a community add up to its own total, within 1 %, for people and for households. The verdict shows the larger
// relative difference.
var ruleGRID10 = Rule{ID: "GRID-10", Objects: []Level{LevelCommunity}, Unit: UnitShare, Check: true,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if len(r.gridsOf[u.Index]) == 0 {
			return na(ReasonNoGrids)
		}
		worst := data.Number{}
		reason := ReasonNoOwnTotal
		for _, k := range r.kinds() {
			difference, why := r.totalsDiffer(u.Index, k)
			if why == ReasonGridsMissing {
				reason = why
			}
			if why == "" && (!worst.Known || difference > worst.V) {
				worst = data.Num(difference)
			}
		}
		if !worst.Known {
			return noData(reason)
		}
		return atMost(worst, limit(rule, "tolerance"))
	}}

// totalsDiffer returns |Σ grids − own| ÷ own of community i, or why it cannot be said.
func (r *Result) totalsDiffer(i int, k kind) (difference float64, why string) {
	own := k.of(&r.City.Communities[i].Counts)
	if !own.Known {
		return 0, ReasonNoOwnTotal
	}
	var total sum
	for _, g := range r.gridsOf[i] {
		n := k.of(&r.City.Grids[g].Counts)
		if !n.Known {
			return 0, ReasonGridsMissing
		}
		total.add(n.V)
	}
	if own.V == 0 {
		return math.Min(1, total.value()), ""
	}
	return math.Abs(total.value()-own.V) / own.V, ""
}
