package siting

import (
	"quarter/coverage"
	"quarter/data"
)

// Key is how JSON and the command line call an objective: people, households, or the label of a population group.
func (o Objective) Key(r *coverage.Result) string {
	switch {
	case o.Cohort >= 0:
		return r.Cohorts[o.Cohort].Label
	case o.Households:
		return "households"
	}
	return "people"
}

// Account returns how many of the objective there are in the whole area, and how many are covered.
func (o Objective) Account(r *coverage.Result) (total, covered float64) { return o.of(r.Total()) }

// of returns the same for one unit.
func (o Objective) of(u *coverage.Unit) (total, covered float64) {
	switch {
	case o.Cohort >= 0:
		return u.Cohorts[o.Cohort].Total, u.Cohorts[o.Cohort].Covered
	case o.Households:
		return u.Households.Total, u.Households.Covered
	}
	return u.People.Total, u.People.Covered
}

// Unit is that of the objective: people or households.
func (o Objective) Unit(r *coverage.Result) coverage.ValueUnit {
	if o.Households || o.Cohort < 0 && r.Basis.Basis == data.ByHouseholds {
		return coverage.UnitHouseholds
	}
	return coverage.UnitPeople
}
