package coverage

import "quarter/data"

// GRID-08: every grid has a head and a member of grid staff, by their numbers: heads >= 1, members >= 1. Source: [ZB19] 专兼职网格员, [K18].
var ruleGRID08 = Rule{ID: "GRID-08", Metric: "grids_staffed", Objects: byCommunity, Unit: UnitShare, Part: PartGrid,
	Given: func(r *Result) bool { return r.given(data.LayerGrids, data.FieldHeads, data.FieldStaff) },
	Each: func(r *Result, i int, rule data.Rule) Verdict {
		return worst(
			statedAtLeast(r.City.Attribute(data.LayerGrids, data.FieldHeads, i), limit(rule, "heads")),
			statedAtLeast(r.City.Attribute(data.LayerGrids, data.FieldStaff, i), limit(rule, "members")),
		)
	}}
