package coverage

import "quarter/data"

// PROV-06: popularity of a center, visits ÷ residents served in the same period. It ranks centers (Result.Centers) and judges none,
// whatever the profile says. Source: [YN]; the formula is from public reports.
var rulePROV06 = Rule{ID: "PROV-06", Part: PartCenter, Unit: UnitRatio,
	Given: func(r *Result) bool { return r.given(data.LayerCenters, data.FieldVisits) },
	Each: func(r *Result, i int, _ data.Rule) Verdict {
		switch {
		case !r.inService(i):
			return na(ReasonNotInUse)
		case !r.Centers[i].Popularity.Known:
			return noData(ReasonCentersBlank)
		}
		return na(ReasonShownOnly)
	}}
