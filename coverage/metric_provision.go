package coverage

import "quarter/data"

// GRID-06 overloaded and underloaded grids, GRID-08 grids with their staff and households per member of it, GRID-09 grids with a party
// branch or group, PROV-05 centers open at weekends or in the evening, PROV-07 compounds with a branch, STAFF-03 centers with
// full-time staff. Shares 0 to 1 of the objects that say. Source: DOMAIN 4.3 and 4.4.

func gridsOverloaded(_ *Result, u *Unit) Value  { return ofWorkload(u, u.Provision.Overloaded) }
func gridsUnderloaded(_ *Result, u *Unit) Value { return ofWorkload(u, u.Provision.Underloaded) }

func ofWorkload(u *Unit, n int) Value {
	c := u.part("GRID-06")
	return counted(float64(n), c.n[Attained]+c.n[NotAttained], c.n[NoData])
}

func gridsStaffed(_ *Result, u *Unit) Value    { return shareOfParts(u, "GRID-08") }
func gridsWithBranch(_ *Result, u *Unit) Value { return shareOfParts(u, "GRID-09") }
func centersExtended(_ *Result, u *Unit) Value { return shareOfParts(u, "PROV-05") }
func centersStaffed(_ *Result, u *Unit) Value  { return shareOfParts(u, "STAFF-03") }

// shareOfParts is the share of the grids or centers of a unit that attain a rule, among those that could be judged.
func shareOfParts(u *Unit, id string) Value {
	c := u.part(id)
	return share(float64(c.n[Attained]), float64(c.n[Attained]+c.n[NotAttained]), c.n[NoData])
}

// householdsPerMember is Σ households ÷ Σ members over the grids that state both; missing where they have no member at all.
func householdsPerMember(_ *Result, u *Unit) Value {
	v := share(u.Provision.MemberHouseholds, u.Provision.Members, 0)
	if u.Provision.MembersKnown > 0 {
		v.Missing = u.Provision.MembersMissing
	}
	return v
}

func compoundsWithBranch(r *Result, u *Unit) Value {
	if !r.given(data.LayerCommunities, data.FieldCompounds) {
		return Value{}
	}
	return share(u.Provision.WithBranch, u.Provision.Compounds, u.Provision.CompoundsAbsent)
}
