package coverage

import "quarter/data"

// GRID-07: at least one service point in every grid. Source: [K18] 党建服务点设在网格.
var ruleGRID07 = Rule{ID: "GRID-07", Metric: "grids_with_point", Objects: byCommunity, Unit: UnitShare, Part: PartGrid,
	Given: func(r *Result) bool { return r.facts.servicePoints && r.City.HasGrids() },
	Each: func(r *Result, i int, rule data.Rule) Verdict {
		return statedAtLeast(r.Grids[i].Points, limit(rule, "minimum"))
	}}
