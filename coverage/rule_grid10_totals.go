package coverage

import (
	"math"

	"quarter/data"
)

// GRID-10: the grids of a community add up to its own total, within 1 %, for people and for households. The verdict shows the larger
// relative difference. An exclusive grid without a count is passed over, as in the account of people; what is lacking then may be there.
var ruleGRID10 = Rule{ID: "GRID-10", Objects: []Level{LevelCommunity}, Unit: UnitShare, Check: true,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if len(r.gridsOf[u.Index]) == 0 {
			return na(ReasonNoGrids)
		}
		worst, said := Verdict{}, false
		reason := ReasonNoOwnTotal
		for _, k := range r.kinds() {
			v := r.totalsDiffer(u.Index, k, limit(rule, "tolerance"))
			switch {
			case v.Outcome == NoData && v.Reason == ReasonGridsMissing:
				reason = v.Reason
			case v.Outcome != NoData && (!said || v.Value.V > worst.Value.V):
				worst, said = v, true
			}
		}
		if !said || reason == ReasonGridsMissing && worst.Outcome == Attained {
			return noData(reason)
		}
		return worst
	}}

// totalsDiffer judges |Σ grids − own| ÷ own of community i.
func (r *Result) totalsDiffer(i int, k kind, tolerance data.Number) Verdict {
	own := k.of(&r.City.Communities[i].Counts)
	if !own.Known {
		return noData(ReasonNoOwnTotal)
	}
	var total sum
	blank := false // an exclusive grid says nothing
	for _, g := range r.gridsOf[i] {
		grid := &r.City.Grids[g]
		n := k.of(&grid.Counts)
		if !n.Known && !grid.Exclusive {
			return noData(ReasonGridsMissing)
		}
		blank = blank || !n.Known
		total.add(n.Or(0))
	}
	difference := math.Min(1, total.value())
	if own.V > 0 {
		difference = math.Abs(total.value()-own.V) / own.V
	}
	v := atMost(data.Num(difference), tolerance)
	if blank && v.Outcome == NotAttained && total.value() < own.V {
		return noData(ReasonGridsMissing)
	}
	return v
}
