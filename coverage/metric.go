package coverage

import "quarter/data"

// ValueUnit is the unit of a value; its name stands in charts/words as "unit."+ValueUnit.
type ValueUnit string

// The units.
const (
	UnitPeople      ValueUnit = "people"
	UnitHouseholds  ValueUnit = "households"
	UnitShare       ValueUnit = "share" // 0 to 1; people read percent
	UnitSquareMeter ValueUnit = "m2"
	UnitPer100      ValueUnit = "m2_per_100_households"
	UnitMeter       ValueUnit = "m"
	UnitMinute      ValueUnit = "min"
	UnitCount       ValueUnit = "count"
	UnitRatio       ValueUnit = "ratio"
	UnitPerMember   ValueUnit = "households_per_member"
	UnitYuan        ValueUnit = "yuan" // people read 万元
	UnitHour        ValueUnit = "hour"
)

// Metric is one published figure of a unit.
type Metric struct {
	Key  string // JSON key; "metric."+Key in charts/words
	ID   string // of DOMAIN section 4
	Unit ValueUnit
	Of   func(*Result, *Unit) Value
}

// Metrics are the published figures of every unit, in the order in which they are written.
var Metrics = []Metric{
	{"population", "COV-04", UnitPeople, population},
	{"population_covered", "COV-04", UnitPeople, populationCovered},
	{"population_uncovered", "COV-04", UnitPeople, populationUncovered},
	{"coverage_pop", "COV-04", UnitShare, coveragePop},
	{"coverage_pop_strict", "COV-03", UnitShare, coveragePopStrict},
	{"households", "COV-04", UnitHouseholds, households},
	{"households_covered", "COV-04", UnitHouseholds, householdsCovered},
	{"coverage_households", "COV-04", UnitShare, coverageHouseholds},
	{"area", "COV-05", UnitSquareMeter, area},
	{"area_covered", "COV-05", UnitSquareMeter, areaCovered},
	{"coverage_area", "COV-05", UnitShare, coverageArea},
	{"coverage_own", "COV-06", UnitShare, coverageOwn},
	{"nearest_mean", "COV-07", UnitMeter, nearestMean},
	{"nearest_p50", "COV-07", UnitMeter, nearestP50},
	{"nearest_p90", "COV-07", UnitMeter, nearestP90},
	{"nearest_max", "COV-07", UnitMeter, nearestMax},
	{"nearest_p90_minutes", "COV-07", UnitMinute, nearestP90Minutes},
	{"nearest_centroid_m", "COV-07", UnitMeter, nearestCentroid},
	{"radius_80", "COV-07", UnitMeter, radius80},
	{"radius_90", "COV-07", UnitMeter, radius90},
	{"radius_95", "COV-07", UnitMeter, radius95},
	{"population_once", "COV-09", UnitPeople, populationOnce},
	{"population_twice", "COV-09", UnitPeople, populationTwice},
	{"population_thrice", "COV-09", UnitPeople, populationThrice},
	{"population_overlap", "COV-09", UnitPeople, populationOverlap},
	{"coverage_overlap", "COV-09", UnitShare, coverageOverlap},
	{"service_completeness", "COV-04", UnitShare, serviceCompleteness},
	{"blind_zones", "COV-08", UnitCount, blindZones},
	{"communities", "COV-10", UnitCount, communities},
	{"communities_with_center", "COV-10", UnitCount, communitiesWithCenter},
	{"coverage_org", "COV-10", UnitShare, coverageOrg},
	{"centers", "COV-10", UnitCount, centers},
	{"area_required", "AREA-01", UnitSquareMeter, areaRequired},
	{"area_actual", "AREA-02", UnitSquareMeter, areaActual},
	{"area_gap", "AREA-02", UnitSquareMeter, areaGap},
	{"communities_short", "AREA-02", UnitCount, communitiesShort},
	{"area_main", "AREA-03", UnitSquareMeter, areaMain},
	{"per100", "AREA-04", UnitPer100, per100},
	{"service_share", "AREA-06", UnitShare, serviceShare},
	{"rate_attain", "AREA-07", UnitShare, rateAttain},
	{"grids", "GRID-01", UnitCount, grids},
	{"grids_in_range", "GRID-01", UnitCount, gridsInRange},
	{"grids_over", "GRID-01", UnitCount, gridsOver},
	{"grids_under", "GRID-01", UnitCount, gridsUnder},
	{"share_in_range", "GRID-01", UnitShare, shareInRange},
	{"households_in_range", "GRID-02", UnitShare, householdsInRange},
	{"cv_people", "GRID-02", UnitRatio, cvPeople},
	{"cv_households", "GRID-02", UnitRatio, cvHouseholds},
	{"max_min_people", "GRID-02", UnitRatio, maxMinPeople},
	{"max_min_households", "GRID-02", UnitRatio, maxMinHouseholds},
	{"deviation_people", "GRID-02", UnitRatio, deviationPeople},
	{"deviation_households", "GRID-02", UnitRatio, deviationHouseholds},
	{"balanced_communities", "GRID-02", UnitShare, balancedCommunities},
	{"grids_overloaded", "GRID-06", UnitCount, gridsOverloaded},
	{"grids_underloaded", "GRID-06", UnitCount, gridsUnderloaded},
	{"grids_with_point", "GRID-07", UnitShare, gridsWithPoint},
	{"grids_staffed", "GRID-08", UnitShare, gridsStaffed},
	{"households_per_member", "GRID-08", UnitPerMember, householdsPerMember},
	{"grids_with_branch", "GRID-09", UnitShare, gridsWithBranch},
	{"centers_extended", "PROV-05", UnitShare, centersExtended},
	{"compounds_with_branch", "PROV-07", UnitShare, compoundsWithBranch},
	{"centers_staffed", "STAFF-03", UnitShare, centersStaffed},
}

// metricIndex gives the place of a key in Metrics.
var metricIndex = map[string]int{}

func init() {
	for i, m := range Metrics {
		metricIndex[m.Key] = i
	}
}

// MetricByKey returns the metric of a key.
func MetricByKey(key string) (Metric, bool) {
	i, ok := metricIndex[key]
	if !ok {
		return Metric{}, false
	}
	return Metrics[i], true
}

// UnitOf returns the unit of a metric in this run: people are households where the run counts those.
func (r *Result) UnitOf(m Metric) ValueUnit {
	if m.Unit == UnitPeople && r.Basis.Basis == data.ByHouseholds {
		return UnitHouseholds
	}
	return m.Unit
}

// compute fills Values of every unit.
func (a *analysis) compute() error {
	return each(a.ctx, len(a.Units)+len(a.Groups), a.Options.Threads, func(i int) {
		u := a.unit(i)
		u.Values = make([]Value, len(Metrics))
		for k := range Metrics {
			u.Values[k] = Metrics[k].Of(a.Result, u)
		}
	})
}

// share is numerator ÷ denominator, missing where the denominator is 0.
func share(numerator, denominator float64, missing int) Value {
	v := Value{Numerator: numerator, Denominator: denominator, Missing: missing}
	if denominator > 0 {
		v.Number = data.Num(numerator / denominator)
	}
	return v
}

// counted is a sum over known objects; it is missing where none is known.
func counted(v float64, known, missing int) Value {
	out := Value{Missing: missing}
	if known > 0 {
		out.Number = data.Num(v)
	}
	return out
}

func count(n int) Value { return Value{Number: data.Num(float64(n))} }
