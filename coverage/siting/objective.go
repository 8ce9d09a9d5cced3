package siting

import (
	"quarter/coverage"
	"quarter/data"
)

// ByCohort counts a population group, given by its index in Result.Cohorts.
func ByCohort(i int) Objective { return Objective{Cohort: i + 1} }

// Group returns the index of the population group in Result.Cohorts; ok is false where no group is counted.
func (o Objective) Group() (i int, ok bool) { return o.Cohort - 1, o.Cohort > 0 }

// Key is how JSON and the command line call an objective: people, households, or the label of a population group.
func (o Objective) Key(r *coverage.Result) string {
	i, group := o.Group()
	switch {
	case group:
		return r.Cohorts[i].Label
	case o.Households:
		return "households"
	}
	return "people"
}

// Account returns how many of the objective there are in the whole area, and how many are covered.
func (o Objective) Account(r *coverage.Result) (total, covered float64) { return o.Of(r.Total()) }

// Of returns the same for one unit.
func (o Objective) Of(u *coverage.Unit) (total, covered float64) {
	i, group := o.Group()
	switch {
	case group:
		return u.Cohorts[i].Total, u.Cohorts[i].Covered
	case o.Households:
		return u.Households.Total, u.Households.Covered
	}
	return u.People.Total, u.People.Covered
}

// Unit is that of the objective: people or households.
func (o Objective) Unit(r *coverage.Result) coverage.ValueUnit {
	if o.Households || o.Cohort == 0 && r.Basis.Basis == data.ByHouseholds {
		return coverage.UnitHouseholds
	}
	return coverage.UnitPeople
}
