package coverage

import "quarter/data"

// GRID-09: the share of grids with a party branch or a party group reaches the target. Source: [ZB19], [HK19] 7.
var ruleGRID09 = Rule{ID: "GRID-09", Metric: "grids_with_branch", Objects: byCommunity, Unit: UnitShare, Part: PartGrid, Target: "target",
	Given: func(r *Result) bool { return r.given(data.LayerGrids, data.FieldBranch, data.FieldPartyGroups) },
	Each: func(r *Result, i int, _ data.Rule) Verdict {
		unknown := false
		for _, field := range []data.Field{data.FieldBranch, data.FieldPartyGroups} {
			n := r.City.Attribute(data.LayerGrids, field, i)
			if n.V > 0 {
				return Verdict{Outcome: Attained}
			}
			unknown = unknown || !n.Known && r.given(data.LayerGrids, field)
		}
		if unknown {
			return noData(ReasonGridsMissing)
		}
		return Verdict{Outcome: NotAttained}
	}}
