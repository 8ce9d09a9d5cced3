package charts

import (
	"math"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// householdNames are what the figures of people are called in a run that counts households.
var householdNames = map[string]string{
	"population": "households", "population_covered": "households_covered", "population_uncovered": "households_uncovered",
	"coverage_pop": "coverage_households", "coverage_pop_strict": "coverage_households_strict",
	"population_once": "households_once", "population_twice": "households_twice", "population_thrice": "households_thrice",
	"population_overlap": "households_overlap",
}

// MetricName is the name of a metric in this run.
func MetricName(lang words.Lang, r *coverage.Result, key string) string {
	if name, ok := householdNames[key]; ok && r.Basis.Basis == data.ByHouseholds {
		key = name
	}
	return lang.T(OfBasis(r, "metric."+key))
}

// RuleName is the name of a rule in this run.
func RuleName(lang words.Lang, r *coverage.Result, id string) string {
	return lang.T(OfBasis(r, "rule."+id))
}

// judgedBy names the rules that judge a metric of a unit: its number is printed honest beside their limit. Coverage of another kind is read
// beside the standard for population coverage.
var judgedBy = map[string]string{
	"coverage_pop": "COV-04", "coverage_pop_strict": "COV-04", "coverage_own": "COV-04", "coverage_households": "COV-04",
	"coverage_org": "COV-10", "rate_attain": "AREA-07", "per100": "AREA-04",
}

// balanceLimits names the limits of GRID-02 that judge the figures of balance.
var balanceLimits = map[string]string{"cv_people": "cv", "cv_households": "cv", "max_min_people": "max_min", "max_min_households": "max_min"}

// MetricLimits are the limits that a metric of a unit is printed beside.
func MetricLimits(r *coverage.Result, u *coverage.Unit, key string) []float64 {
	if name, ok := balanceLimits[key]; ok {
		limit, set := r.Profile.Rules["GRID-02"].Values[name]
		return limits(limit.Value, set)
	}
	switch key { // what is read beside each other
	case "area_required":
		return []float64{u.Floor.ActualEvaluated}
	case "area_actual":
		return []float64{u.Floor.Required}
	case "radius_80", "radius_90", "radius_95":
		return radii(r)
	}
	v, ok := u.Verdict(judgedBy[key])
	return limits(v.Limit.V, ok && v.Limit.Known)
}

// MetricText writes a metric of a unit without its unit, as every part of every document does.
func MetricText(lang words.Lang, r *coverage.Result, u *coverage.Unit, key string) string {
	m, _ := coverage.MetricByKey(key)
	value := u.Get(key)
	people := PeopleIn(lang, r, u)
	switch {
	case !value.Known:
	case key == "population":
		return people.Total
	case key == "population_covered":
		return people.Covered
	case key == "population_uncovered":
		return people.Uncovered
	}
	return Value(lang, value.Number, m.Unit, MetricLimits(r, u, key)...)
}

// Exact writes a number so that a reader can calculate with it: a whole number as it is, any other with four decimals.
func Exact(v float64) string {
	if math.Abs(v-round(v)) < 5e-5 {
		return Decimal(round(v), 0)
	}
	return Decimal(v, 4)
}

// CohortName is the word for a part of the population: that of the field, else the column's own name.
func CohortName(lang words.Lang, c coverage.Cohort) string {
	if key := "field." + string(c.Field); words.Has(key) {
		return lang.T(key)
	}
	return c.Label
}
