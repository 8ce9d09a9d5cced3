package coverage

// Completeness of services: Σ over the types of service of the share of people who reach it ÷ number of types, that is how much of the
// whole offer a resident reaches on average. Range 0 to coverage_pop. Missing where the centers state fewer than two types. A definition of
// this project's own.

func serviceCompleteness(r *Result, u *Unit) Value {
	var people sum
	for _, v := range u.Services {
		people.add(v)
	}
	return share(people.value(), float64(len(r.Services))*u.People.Total, u.People.Missing)
}
