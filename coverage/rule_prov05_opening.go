package coverage

import "quarter/data"

// PROV-05: a center states that it is open at a weekend or in an evening. Source: [HK19] 12; what the text of its opening hours must
// say is a definition of this project (data/load reads it).
var rulePROV05 = Rule{ID: "PROV-05", Metric: "centers_extended", Objects: byCommunity, Unit: UnitShare, Part: PartCenter,
	Given: func(r *Result) bool { return r.facts.opening },
	Each: func(r *Result, i int, rule data.Rule) Verdict {
		switch open := r.City.Centers[i].Extended; {
		case !r.inService(i):
			return na(ReasonNotInUse)
		case limit(rule, "weekend_or_evening").V == 0: // not stated, or switched off
			return na(ReasonNotRegulated)
		case open == data.Unstated:
			return noData(ReasonCentersBlank)
		default:
			return Verdict{Outcome: map[data.Flag]Outcome{data.Yes: Attained, data.No: NotAttained}[open]}
		}
	}}
