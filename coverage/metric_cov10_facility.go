package coverage

// COV-10 facility coverage: communities with at least one counted center of their own ÷ communities. A center is a community's own by
// code, by name, or by place. Virtual communities are counted too, so that levels add up. Source: DOMAIN 4.1.

func communities(_ *Result, u *Unit) Value           { return count(u.Communities) }
func communitiesWithCenter(_ *Result, u *Unit) Value { return count(u.WithCenter) }
func centers(_ *Result, u *Unit) Value               { return count(u.Centers) }

func coverageOrg(r *Result, u *Unit) Value {
	if !r.City.HasCenters() {
		return Value{}
	}
	return share(float64(u.WithCenter), float64(u.Communities), 0)
}
