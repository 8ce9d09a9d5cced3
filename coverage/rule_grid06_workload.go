package coverage

import "quarter/data"

// GRID-06: the workload index of a grid lies between its limits. w = Σ w_k · x_k ÷ mean_k over households, area, party members and
// units, 1.00 being the average of its community (see weighGrids). [ZB19] and [YT] name the factors; weights and limits are
// definitions of this project.
var ruleGRID06 = Rule{ID: "GRID-06", Objects: byCommunity, Unit: UnitShare, Part: PartGrid, Given: (*Result).knowsWork, Each: judgeWorkload}

func judgeWorkload(r *Result, i int, rule data.Rule) Verdict {
	community := r.Community(r.City.Grids[i].Community)
	switch index := r.Grids[i].Workload; {
	case r.City.Grids[i].Exclusive:
		return na(ReasonAllExempt)
	case !limit(rule, "low").Known && !limit(rule, "high").Known:
		return na(ReasonNotRegulated)
	case community.Grids.Count-community.Grids.Exempt < 2:
		return na(ReasonFewGrids)
	case !index.Known:
		return noData(ReasonGridsMissing)
	default:
		return between(index, limit(rule, "low"), limit(rule, "high"))
	}
}
