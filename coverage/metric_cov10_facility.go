package coverage

// COV-10 facility coverage: communities with at least one counted center of their own ÷ communities. A center is a community's own by
// code, by name, or by place. Virtual communities are none: they count as 0. Source: DOMAIN 4.1.

func communities(_ *Result, u *Unit) Value           { return count(u.Communities) }
func communitiesWithCenter(r *Result, u *Unit) Value { return r.ofCircles(count(u.WithCenter)) }
func centers(r *Result, u *Unit) Value               { return r.ofCircles(count(u.Centers)) }

func coverageOrg(r *Result, u *Unit) Value {
	if !r.City.HasCenters() {
		return Value{}
	}
	return share(float64(u.WithCenter), float64(u.Communities), 0)
}
