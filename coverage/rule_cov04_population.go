package coverage

import "quarter/data"

// COV-04: population coverage reaches the target. A unit without a single count is nodata, never red.
var ruleCOV04 = Rule{ID: "COV-04", Metric: "coverage_pop", Objects: allLevels, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		switch {
		case !r.City.HasCenters():
			return noData(ReasonNotProvided)
		case u.People.Known == 0:
			return noData(ReasonNoPeople)
		case u.People.Total == 0:
			return na(ReasonNoPeople)
		}
		return atLeast(coveragePop(r, u).Number, limit(rule, "target"))
	}}
