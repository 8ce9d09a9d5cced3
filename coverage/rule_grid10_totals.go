package coverage

import (
	"math"

	"quarter/data"
)

// GRID-10: the grids of a community add up to its own total, within 1 %, for people and for households. The verdict shows the larger
// relative difference.
var ruleGRID10 = Rule{ID: "GRID-10", Objects: []Level{LevelCommunity}, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
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
		return atMost(worst, rule.Values["tolerance"].Value)
	}}

// totalsDiffer returns |Σ grids − own| ÷ own of community i, or why it cannot be said.
func (r *Result) totalsDiffer(i int, k kind) (difference float64, why string) {
	own := k.of(&r.City.Communities[i].Counts)
	if !own.Known {
		return 0, ReasonNoOwnTotal
	}
	var total sum
	grids := 0
	for _, g := range r.gridsOf[i] {
		n := k.of(&r.City.Grids[g].Counts)
		if !n.Known && !r.City.Grids[g].Exclusive {
			return 0, ReasonGridsMissing
		}
		total.add(n.Or(0))
		grids++
	}
	if grids == 0 {
		return 0, ReasonGridsMissing
	}
	if own.V == 0 {
		return math.Min(1, total.value()), ""
	}
	return math.Abs(total.value()-own.V) / own.V, ""
}
