package coverage

import "quarter/data"

// AREA-02: a community has the floor area that AREA-01 requires.
var ruleAREA02 = Rule{ID: "AREA-02", Metric: "area_gap", Objects: []Level{LevelCommunity}, Unit: UnitSquareMeter,
	Judge: func(r *Result, u *Unit, _ data.Rule) Verdict {
		if v, ok := floorKnown(r, u); !ok {
			return v
		}
		f := u.Floor
		return compare(data.Num(f.ActualEvaluated), f.Required, f.Gap == 0, f.Gap)
	}}

// floorKnown says why the floor area of a community cannot be judged.
func floorKnown(r *Result, u *Unit) (Verdict, bool) {
	switch {
	case u.Communities == 0:
		return na(ReasonVirtual), false
	case !r.floorRules().regulated():
		return na(ReasonNotRegulated), false
	case !r.facts.floorArea:
		return noData(ReasonNotProvided), false
	case u.Households.Known == 0:
		return noData(ReasonNoPeople), false
	case u.Households.Total == 0:
		return na(ReasonNoHouseholds), false
	case u.Floor.Evaluated == 0:
		return noData(ReasonFloorMissing), false
	}
	return Verdict{}, true
}

// AREA-03: the main facility of a community is at least 300 m² (or every facility, where the profile says so).
var ruleAREA03 = Rule{ID: "AREA-03", Metric: "area_main", Objects: []Level{LevelCommunity}, Unit: UnitSquareMeter,
	Judge: func(r *Result, u *Unit, _ data.Rule) Verdict {
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !r.facts.floorArea:
			return noData(ReasonNotProvided)
		case u.Households.Known == 0:
			return noData(ReasonNoPeople)
		case u.Households.Total == 0:
			return na(ReasonNoHouseholds)
		}
		rules := r.floorRules()
		value := u.facilities.largest
		if rules.every {
			value = u.facilities.least
		}
		outcome := u.facilities.mainOutcome(rules)
		switch outcome {
		case NotApplicable:
			return na(ReasonNotRegulated)
		case NoData:
			return noData(ReasonFloorMissing)
		}
		return compare(data.Num(value), rules.main.V, outcome == Attained, rules.main.V-value)
	}}

// AREA-04: floor area per 100 households.
var ruleAREA04 = Rule{ID: "AREA-04", Metric: "per100", Objects: allLevels, Unit: UnitPer100,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if v, ok := floorKnown(r, u); !ok {
			return v
		}
		if r.floorRules().onlyNew && (u.Level != LevelCommunity || r.City.Communities[u.Index].IsNew != data.Yes) {
			return na(ReasonOnlyNew)
		}
		return atLeast(per100(r, u).Number, limit(rule, "per_100"))
	}}

// AREA-05: the largest comprehensive center of a district has at least 1500 m². Advisory.
var ruleAREA05 = Rule{ID: "AREA-05", Objects: []Level{LevelDistrict}, Unit: UnitSquareMeter,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if !r.facts.comprehensive {
			return noData(ReasonNotProvided)
		}
		largest, found, missing := data.Number{}, false, false
		for i := range r.City.Centers {
			c := &r.City.Centers[i]
			if c.District != u.Index || c.Comprehensive != data.Yes || !r.Options.works(c) {
				continue
			}
			found = true
			missing = missing || !c.FloorArea.Known
			if c.FloorArea.Known && c.FloorArea.V >= largest.V {
				largest = c.FloorArea
			}
		}
		least := limit(rule, "minimum")
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !found:
			return na(ReasonNoObject)
		case missing && least.Known && !reached(largest.V, least.V):
			return noData(ReasonFloorMissing)
		}
		return atLeast(largest, least)
	}}

// AREA-06: share of service area in the floor area of the facilities that state it. Advisory, no pass line of any standard.
var ruleAREA06 = Rule{ID: "AREA-06", Metric: "service_share", Objects: allLevels, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		hint := limit(rule, "hint")
		if !hint.Known { // the document names the aim, no number
			return na(ReasonNotRegulated)
		}
		v := serviceShare(r, u)
		switch {
		case u.Communities == 0:
			return na(ReasonVirtual)
		case !r.facts.serviceArea:
			return noData(ReasonNotProvided)
		case !v.Known && v.Missing > 0:
			return noData(ReasonCentersBlank)
		case !v.Known:
			return na(ReasonNoObject)
		}
		return atLeast(v.Number, hint)
	}}

// AREA-07: share of the evaluated communities that pass AREA-01 to AREA-03.
var ruleAREA07 = Rule{ID: "AREA-07", Metric: "rate_attain", Objects: []Level{LevelStreet, LevelDistrict, LevelTotal}, Unit: UnitShare,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if v, ok := floorKnown(r, u); !ok {
			return v
		}
		v := rateAttain(r, u)
		if !v.Known {
			return noData(ReasonFloorMissing)
		}
		return atLeast(v.Number, limit(rule, "target"))
	}}
