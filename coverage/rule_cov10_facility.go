package coverage

import "quarter/data"

// COV-10: every community has a center of its own, of whatever tier; PROV-03 asks for one of community level.
var ruleCOV10 = Rule{ID: "COV-10", Metric: "coverage_org", Objects: []Level{LevelStreet, LevelDistrict, LevelTotal, LevelCommunity}, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		v := coverageOrg(r, u)
		switch {
		case u.Communities == 0:
			return na(ReasonVirtual)
		case !v.Known:
			return noData(ReasonNotProvided)
		}
		return atLeast(v.Number, limit(rule, "target"))
	}}
