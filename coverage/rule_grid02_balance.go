package coverage

import "quarter/data"

// GRID-02: the grids of a community are of even size, by people and by households alike: CV and max ÷ min both within their limits.
// The verdict shows the measure that is farthest over its limit. A grid without a count may move the CV either way, and max ÷ min only up:
// of such a count nothing is certain but that max ÷ min of the known grids is too large already.
var ruleGRID02 = Rule{ID: "GRID-02", Metric: "cv_households", Objects: []Level{LevelCommunity}, Unit: UnitRatio, Judge: judgeBalance}

func judgeBalance(r *Result, u *Unit, rule data.Rule) Verdict {
	comparable := u.Grids.Count - u.Grids.Exempt
	switch {
	case u.Virtual:
		return na(ReasonVirtual)
	case comparable < 2:
		return na(ReasonFewGrids)
	case !limit(rule, "cv").Known && !limit(rule, "max_min").Known:
		return na(ReasonNotRegulated)
	}
	worst, judged, blank := Verdict{}, false, false
	for k, b := range []Balance{u.BalancePeople, u.BalanceHouseholds} {
		measures := []Verdict{atMost(b.CV, limit(rule, "cv")), atMost(b.Ratio, limit(rule, "max_min"))}
		if r.facts.gridCounts[k] && b.N < comparable {
			blank, measures = true, measures[1:]
		}
		for _, v := range measures {
			if v.Value.Known && v.Limit.Known && (!judged || v.excess() > worst.excess()) {
				worst, judged = v, true
			}
		}
	}
	if !judged || blank && worst.Outcome != NotAttained {
		return noData(ReasonGridsMissing)
	}
	return worst
}

// excess is value ÷ limit; any value is endlessly above a limit of 0.
func (v Verdict) excess() float64 {
	if v.Value.V == 0 {
		return 0
	}
	return v.Value.V / v.Limit.V
}
