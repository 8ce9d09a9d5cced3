package coverage

import "quarter/data"

// GRID-01: lo <= households <= hi of every grid. Its objects are grids; the size class of each stands in Result.Grids.
var ruleGRID01 = Rule{ID: "GRID-01", Metric: "share_in_range", Objects: byCommunity, Unit: UnitShare, Part: PartGrid,
	Given: func(r *Result) bool { return r.facts.work[workHouseholds] },
	Each:  func(r *Result, i int, _ data.Rule) Verdict { return r.Grids[i].Size.verdict() }}

// verdict is what GRID-01 says of a grid of this size.
func (s SizeClass) verdict() Verdict {
	switch s {
	case SizeIn:
		return Verdict{Outcome: Attained}
	case SizeUnder, SizeOver:
		return Verdict{Outcome: NotAttained}
	case SizeExempt:
		return na(ReasonAllExempt)
	case SizeUnjudged:
		return na(ReasonNotRegulated)
	}
	return noData(ReasonGridsMissing)
}
