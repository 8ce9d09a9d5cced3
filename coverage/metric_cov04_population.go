package coverage

// COV-04 population coverage: Σ people(p ∈ U) ÷ Σ people, U the union of the circles; COV-03 the same at the strict radius. People
// are those of the run's basis, spread evenly over the smallest unit that has numbers. Range 0 to 1. Source: DOMAIN 4.1.

func population(_ *Result, u *Unit) Value {
	return counted(u.People.Total, u.People.Known, u.People.Missing)
}

func populationCovered(_ *Result, u *Unit) Value {
	return counted(u.People.Covered, u.People.Known, u.People.Missing)
}

func populationUncovered(_ *Result, u *Unit) Value {
	return counted(u.People.Uncovered, u.People.Known, u.People.Missing)
}

func coveragePop(_ *Result, u *Unit) Value {
	return share(u.People.Covered, u.People.Total, u.People.Missing)
}

func coveragePopStrict(_ *Result, u *Unit) Value {
	return share(u.People.Strict, u.People.Total, u.People.Missing)
}

func households(_ *Result, u *Unit) Value {
	return counted(u.Households.Total, u.Households.Known, u.Households.Missing)
}

func householdsCovered(_ *Result, u *Unit) Value {
	return counted(u.Households.Covered, u.Households.Known, u.Households.Missing)
}

func coverageHouseholds(_ *Result, u *Unit) Value {
	return share(u.Households.Covered, u.Households.Total, u.Households.Missing)
}
