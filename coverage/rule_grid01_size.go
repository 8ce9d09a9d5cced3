package coverage

import "quarter/data"

// GRID-01: lo <= households <= hi. Its objects are grids; the size class of each stands in Result.Grids.
var ruleGRID01 = Rule{ID: "GRID-01", Metric: "share_in_range", Unit: UnitHouseholds,
	Count: func(r *Result, _ data.Rule) (n [4]int) {
		for i := range r.Grids {
			n[r.Grids[i].Size.Outcome()]++
		}
		return n
	}}

// Outcome is what GRID-01 says of a grid of this size.
func (s SizeClass) Outcome() Outcome {
	switch s {
	case SizeIn:
		return Attained
	case SizeUnder, SizeOver:
		return NotAttained
	case SizeExempt:
		return NotApplicable
	}
	return NoData
}
