package coverage

import "quarter/data"

// judgement is what a rule says of a unit.
type judgement = func(*Result, *Unit, data.Rule) Verdict

// whereGiven judges what the units of a layer state. Where no unit of the input states any of the fields nothing is said, and a unit
// that no file names states nothing.
func whereGiven(judge judgement, layer data.Layer, fields ...data.Field) judgement {
	return func(r *Result, u *Unit, rule data.Rule) Verdict {
		switch {
		case !r.given(layer, fields...):
			return noData(ReasonNotProvided)
		case u.Virtual:
			return na(ReasonVirtual)
		}
		return judge(r, u, rule)
	}
}

// PROV-08: party-organisation coverage of a district: markets, industries and parks, each against its own limit; the worst decides.
// Advisory (力争). Source: [HK19] 8. These shares have nothing to do with service circles.
var rulePROV08 = Rule{ID: "PROV-08", Objects: []Level{LevelDistrict}, Unit: UnitShare,
	Judge: whereGiven(judgeOrganisations, data.LayerDistricts, data.FieldOrgMarket, data.FieldOrgIndustry, data.FieldOrgPark)}

func judgeOrganisations(r *Result, u *Unit, rule data.Rule) Verdict {
	of := func(field data.Field, name string) Verdict {
		return statedAtLeast(r.City.Attribute(data.LayerDistricts, field, u.Index), limit(rule, name)).about(field)
	}
	return worst(of(data.FieldOrgMarket, "market"), of(data.FieldOrgIndustry, "industry"), of(data.FieldOrgPark, "park"))
}

// PROV-09: a community with 100 party members or more has an enlarged committee (大党委); one with 50 or more may have one, which asks
// for nothing. Source: [HK19] 5.
var rulePROV09 = Rule{ID: "PROV-09", Objects: []Level{LevelCommunity}, Unit: UnitCount,
	Judge: whereGiven(judgeCommittee, data.LayerCommunities, data.FieldCommittee)}

func judgeCommittee(r *Result, u *Unit, rule data.Rule) Verdict {
	must, may := limit(rule, "members"), limit(rule, "members_may")
	switch members := r.partyMembers(u.Index); {
	case !must.Known:
		return na(ReasonNotRegulated)
	case !members.Known:
		return noData(ReasonPartly)
	case !reached(members.V, must.V) && may.Known && reached(members.V, may.V):
		return na(ReasonMay)
	case !reached(members.V, must.V):
		return na(ReasonFewMembers)
	}
	return statedAtLeast(r.City.Attribute(data.LayerCommunities, data.FieldCommittee, u.Index), limit(rule, "target"))
}

// partyMembers is the number of a community's party members: its own, else the sum of its grids where all of them state it.
func (r *Result) partyMembers(i int) data.Number {
	if own := r.City.Attribute(data.LayerCommunities, data.FieldPartyMembers, i); own.Known || len(r.gridsOf[i]) == 0 {
		return own
	}
	var total sum
	for _, g := range r.gridsOf[i] {
		n := r.City.Attribute(data.LayerGrids, data.FieldPartyMembers, g)
		if !n.Known {
			return n
		}
		total.add(n.V)
	}
	return data.Num(total.value())
}

// PROV-10: at most 5 partner units and 100 reporting party members; exceptions are allowed, so it is advisory. Source: [YT] 9.
var rulePROV10 = Rule{ID: "PROV-10", Objects: []Level{LevelCommunity}, Unit: UnitCount,
	Judge: whereGiven(judgePartners, data.LayerCommunities, data.FieldPartners, data.FieldReporting)}

func judgePartners(r *Result, u *Unit, rule data.Rule) Verdict {
	of := func(field data.Field, name string) Verdict {
		return statedAtMost(r.City.Attribute(data.LayerCommunities, field, u.Index), limit(rule, name)).about(field)
	}
	return worst(of(data.FieldPartners, "partners"), of(data.FieldReporting, "reporting"))
}
