package coverage

import "quarter/data"

// FUND-01: party-building funds a year: of a street, of a community, and of each residents' group. A community is judged by its own
// funds and by those of its groups; the worse decides. Source: [K18] 4(3).
var ruleFUND01 = Rule{ID: "FUND-01", Objects: byCommunity, Unit: UnitYuan,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if u.Level == LevelStreet {
			return streetFunds(r, u, rule)
		}
		return communityFunds(r, u, rule)
	}}

var (
	streetFunds    = stateOne(data.LayerStreets, data.FieldPartyFunds, "street")
	communityFunds = whereGiven(judgePartyFunds, data.LayerCommunities, data.FieldPartyFunds, data.FieldGroupFunds)
)

// judgePartyFunds judges a community; one that has no residents' groups is asked for nothing for them.
func judgePartyFunds(r *Result, u *Unit, rule data.Rule) Verdict {
	of := func(field data.Field) data.Number { return r.City.Attribute(data.LayerCommunities, field, u.Index) }
	ofGroups := na(ReasonNoGroups)
	if groups := of(data.FieldResidentGroups); !groups.Known || groups.V > 0 {
		ofGroups = statedAtLeast(of(data.FieldGroupFunds), limit(rule, "group")).about(data.FieldGroupFunds)
	}
	return worst(statedAtLeast(of(data.FieldPartyFunds), limit(rule, "community")).about(data.FieldPartyFunds), ofGroups)
}

// FUND-02: running funds of a community a year. Source: [YN], [YT] 8.
var ruleFUND02 = Rule{ID: "FUND-02", Objects: []Level{LevelCommunity}, Unit: UnitYuan, Judge: stateOne(data.LayerCommunities, data.FieldRunningFunds, "community")}

// FUND-03: service funds of a community a year, by the class of its seat, and growing. The documents give no rate of growth: this
// project takes it as no less than last year, where last year is given. The worse of the two decides. Source: [YN], [YT] 8.
var ruleFUND03 = Rule{ID: "FUND-03", Objects: []Level{LevelCommunity}, Unit: UnitYuan,
	Judge: whereGiven(judgeServiceFunds, data.LayerCommunities, data.FieldServiceFunds)}

func judgeServiceFunds(r *Result, u *Unit, rule data.Rule) Verdict {
	seat := r.City.Communities[u.Index].Seat
	least := limit(rule, seat.String())
	switch {
	case len(rule.Values) == 0:
		return na(ReasonNotRegulated)
	case seat == data.SeatUnknown:
		return noData(ReasonSeatUnknown)
	case !least.Known:
		return na(ReasonSeatOther)
	}
	now := r.City.Attribute(data.LayerCommunities, data.FieldServiceFunds, u.Index)
	before := r.City.Attribute(data.LayerCommunities, data.FieldServiceFundsBefore, u.Index)
	return worst(statedAtLeast(now, least).about(data.FieldServiceFunds), statedAtLeast(now, before).about(data.FieldServiceFundsBefore)) // without a year before only the first applies
}
