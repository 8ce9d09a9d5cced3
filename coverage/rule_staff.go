package coverage

import "quarter/data"

// STAFF-01: the community office of a street has at least 4 people full-time. Source: [YT] 6, annex 7.
var ruleSTAFF01 = Rule{ID: "STAFF-01", Objects: []Level{LevelStreet}, Unit: UnitPeople, Judge: stateOne(data.LayerStreets, data.FieldOfficeStaff, "fulltime")}

// STAFF-02: a community has a full-time party-building instructor. Source: [K18] 4(2).
var ruleSTAFF02 = Rule{ID: "STAFF-02", Objects: []Level{LevelCommunity}, Unit: UnitPeople, Judge: stateOne(data.LayerCommunities, data.FieldInstructors, "minimum")}

// stateOne judges a number that the units of a layer state, which must reach one value of the profile.
func stateOne(layer data.Layer, field data.Field, name string) judgement {
	return whereGiven(func(r *Result, u *Unit, rule data.Rule) Verdict {
		return statedAtLeast(r.City.Attribute(layer, field, u.Index), limit(rule, name))
	}, layer, field)
}

// STAFF-03: every center in use has full-time staff. Source: [ZB19] 4(4).
var ruleSTAFF03 = Rule{ID: "STAFF-03", Metric: "centers_staffed", Objects: byCommunity, Unit: UnitShare, Part: PartCenter,
	Given: func(r *Result) bool { return r.given(data.LayerCenters, data.FieldStaff) },
	Each: func(r *Result, i int, rule data.Rule) Verdict {
		staff := r.City.Attribute(data.LayerCenters, data.FieldStaff, i)
		switch {
		case !r.inService(i):
			return na(ReasonNotInUse)
		case !staff.Known:
			return noData(ReasonCentersBlank)
		}
		return atLeast(staff, limit(rule, "minimum"))
	}}

// STAFF-04: training hours a year: the secretary 56, members of the committee and grid staff 32 each. The worst decides; where the
// input has one of the two columns of the latter it stands for both. Source: [HK19] 10.
var ruleSTAFF04 = Rule{ID: "STAFF-04", Objects: []Level{LevelCommunity}, Unit: UnitHour,
	Judge: whereGiven(judgeTraining, data.LayerCommunities, data.FieldTrainingSecretary, data.FieldTrainingMembers, data.FieldTrainingStaff)}

func judgeTraining(r *Result, u *Unit, rule data.Rule) Verdict {
	hours := func(field data.Field, name string) Verdict {
		return statedAtLeast(r.City.Attribute(data.LayerCommunities, field, u.Index), limit(rule, name)).about(field)
	}
	verdicts := []Verdict{hours(data.FieldTrainingSecretary, "secretary")}
	for _, field := range r.trainingFields() {
		verdicts = append(verdicts, hours(field, "members"))
	}
	return worst(verdicts...)
}

// trainingFields are the columns of members' hours that the input has; the first where it has none.
func (r *Result) trainingFields() []data.Field {
	members, staff := data.FieldTrainingMembers, data.FieldTrainingStaff
	switch {
	case r.given(data.LayerCommunities, members) && r.given(data.LayerCommunities, staff):
		return []data.Field{members, staff}
	case r.given(data.LayerCommunities, staff):
		return []data.Field{staff}
	}
	return []data.Field{members}
}
