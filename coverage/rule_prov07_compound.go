package coverage

import "quarter/data"

// PROV-07: one compound, one branch: the share of residential compounds with a party branch. A rate to be shown; it is judged only
// where a profile of the user's own sets a target. Source: [YN] 一小区一支部.
var rulePROV07 = Rule{ID: "PROV-07", Metric: "compounds_with_branch", Objects: byCommunity, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		rate := compoundsWithBranch(r, u)
		switch p := &u.Provision; {
		case !r.given(data.LayerCommunities, data.FieldCompounds) || !r.given(data.LayerCommunities, data.FieldCompoundBranches):
			return noData(ReasonNotProvided)
		case u.Virtual:
			return na(ReasonVirtual)
		case p.CompoundsKnown == 0:
			return noData(ReasonPartly)
		case p.Compounds == 0:
			return na(ReasonNoCompounds)
		case !limit(rule, "target").Known:
			return Verdict{Outcome: NotApplicable, Value: rate.Number, Reason: ReasonShownOnly}
		}
		return atLeast(rate.Number, limit(rule, "target"))
	}}
