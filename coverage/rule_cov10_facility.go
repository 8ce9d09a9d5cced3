package coverage

import "quarter/data"

// COV-10: every community has a center.
var ruleCOV10 = Rule{ID: "COV-10", Metric: "coverage_org", Objects: []Level{LevelStreet, LevelDistrict, LevelTotal}, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		v := coverageOrg(r, u)
		if !v.Known {
			return noData(ReasonNotProvided)
		}
		return atLeast(v.Number, rule.Values["target"].Value)
	}}
