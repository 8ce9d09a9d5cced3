package coverage

// COV-05 area coverage: area(U ∩ C) ÷ area(C), C the outline of the community, or its grids where it has none. Range 0 to 1, areas in
// m². Source: DOMAIN 4.1; exact by power cells (package geo).

func area(_ *Result, u *Unit) Value {
	return counted(u.Ground.Total, int(indicator(u.Ground.Total > 0)), 0)
}

func areaCovered(r *Result, u *Unit) Value {
	return r.ofCircles(counted(u.Ground.Covered, int(indicator(u.Ground.Total > 0)), 0))
}

func coverageArea(r *Result, u *Unit) Value {
	return r.ofCircles(share(u.Ground.Covered, u.Ground.Total, 0))
}
