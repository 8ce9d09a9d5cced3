package coverage

// COV-04 population coverage: Σ people(p ∈ U) ÷ Σ people, U the union of the circles; COV-03 the same at the strict radius. People
// are those of the run's basis, spread evenly over the smallest unit that has numbers. Range 0 to 1. Source: DOMAIN 4.1.

// ofCircles leaves a value about the circles unsaid where no layer of centers was given: nobody knows of any center, which is not the
// same as there being none.
func (r *Result) ofCircles(v Value) Value {
	if r.City.HasCenters() {
		return v
	}
	return Value{Missing: v.Missing}
}

func population(_ *Result, u *Unit) Value {
	return counted(u.People.Total, u.People.Known, u.People.Missing)
}

func populationCovered(r *Result, u *Unit) Value {
	v := r.ofCircles(counted(u.People.Covered, u.People.Known, u.People.Missing))
	return r.atEnds(u, v, func(covered float64) float64 { return covered })
}

func populationUncovered(r *Result, u *Unit) Value {
	v := r.ofCircles(counted(u.People.Uncovered, u.People.Known, u.People.Missing))
	return r.atEnds(u, v, func(covered float64) float64 { return u.People.Total - covered })
}

func coveragePop(r *Result, u *Unit) Value {
	v := r.ofCircles(share(u.People.Covered, u.People.Total, u.People.Missing))
	return r.atEnds(u, v, func(covered float64) float64 { return covered / u.People.Total })
}

func coveragePopStrict(r *Result, u *Unit) Value {
	return r.ofCircles(share(u.People.Strict, u.People.Total, u.People.Missing))
}

func households(_ *Result, u *Unit) Value {
	return counted(u.Households.Total, u.Households.Known, u.Households.Missing)
}

func householdsCovered(r *Result, u *Unit) Value {
	return r.ofCircles(counted(u.Households.Covered, u.Households.Known, u.Households.Missing))
}

func coverageHouseholds(r *Result, u *Unit) Value {
	return r.ofCircles(share(u.Households.Covered, u.Households.Total, u.Households.Missing))
}
