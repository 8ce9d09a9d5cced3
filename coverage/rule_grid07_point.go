package coverage

import "quarter/data"

// GRID-07: at least one service point in every grid. Its objects are grids.
var ruleGRID07 = Rule{ID: "GRID-07", Metric: "grids_with_point", Unit: UnitCount,
	Count: func(r *Result, rule data.Rule) (n [4]int) {
		for i := range r.Grids {
			n[pointOutcome(r, &r.Grids[i], rule)]++
		}
		return n
	}}

func pointOutcome(r *Result, g *Grid, rule data.Rule) Outcome {
	switch {
	case !r.facts.servicePoints || !g.Points.Known:
		return NoData
	}
	return atLeast(g.Points, limit(rule, "minimum")).Outcome
}
