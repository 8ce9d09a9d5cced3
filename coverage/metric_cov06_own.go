package coverage

// COV-06 own-center coverage: as COV-04 using only the centers of the same community. Range 0 to coverage_pop. Missing where the input
// names no community. Source: DOMAIN 4.1.

func coverageOwn(r *Result, u *Unit) Value {
	if u.Communities == 0 {
		return Value{Missing: u.People.Missing}
	}
	return r.ofCircles(share(u.People.Own, u.People.Total, u.People.Missing))
}
