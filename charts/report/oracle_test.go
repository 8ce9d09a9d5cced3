package report

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// The oracle says what a printed number must be, from the Result alone: by the key of its explanation, the part of it, and the key of its
// unit. Shares are in percent, as they are printed.
type oracle struct {
	r      *coverage.Result
	units  map[string]*coverage.Unit
	ground *charts.Map
}

func newOracle(r *coverage.Result) *oracle {
	o := &oracle{r: r, units: map[string]*coverage.Unit{"": r.Total()}}
	for _, units := range [][]coverage.Unit{r.Units, r.Groups} {
		for i := range units {
			o.units[charts.UnitKey(&units[i])] = &units[i]
		}
	}
	return o
}

// value is the number behind a key; ok is false where the Result has none.
func (o *oracle) value(key, part, unit string) (v float64, ok bool) {
	if u := o.units[unit]; unit != "" && u != nil && (part == "limit" || part == "gap") {
		return o.judged(key, part, u)
	}
	if v, ok := o.further(key, part, unit); ok {
		return v, ok
	}
	m, found := coverage.MetricByKey(key)
	u := o.units[unit]
	if !found || u == nil {
		return o.row(key, part, unit)
	}
	scale := 1.0
	if m.Unit == coverage.UnitShare {
		scale = 100
	}
	value := u.Get(key)
	switch part {
	case "", "per100":
		return value.V * scale, value.Known
	case "low":
		return value.Low.V * scale, value.Low.Known
	case "high":
		return value.High.V * scale, value.High.Known
	case "n":
		return value.Numerator, value.Known
	case "d":
		return value.Denominator, value.Known
	case "missing":
		return float64(value.Missing), true
	case "evaluated":
		return u.Floor.ActualEvaluated, true
	case "not":
		return value.Denominator - value.Numerator, true
	case "other":
		return float64(u.Communities) - value.Denominator, true
	}
	return 0, false
}

// further are the figures that are no metric, and the parts that are no number of one.
func (o *oracle) further(key, part, unit string) (float64, bool) {
	r, total := o.r, o.r.Total()
	at, _ := strconv.Atoi(strings.TrimLeft(unit, "xz")) // a zone, or a site
	at--
	limit, limited := charts.CoverageLimit(total)
	share := total.Get("coverage_pop").V
	if at < 0 && (strings.HasPrefix(key, "zone_") || strings.HasPrefix(key, "site_") && part != "sum") {
		return 0, false
	}
	switch key + "." + part {
	case "coverage_pop.gap":
		return (limit - share) * 100, limited
	case "population_uncovered.limit":
		return math.Floor(total.People.Total*(1-limit) + 1e-6), limited
	case "communities_short.d":
		return float64(total.Floor.Evaluated), true
	case "area_gap.share":
		return total.Floor.Gap / total.Floor.Required * 100, true
	case "centers.all":
		return float64(len(r.Centers)), true
	case "centers.counted":
		return o.centers(func(i int) bool { return r.Centers[i].Use.Counted() }), true
	case "centers.statusless":
		return o.centers(func(i int) bool { return r.City.Centers[i].Status == data.StatusUnknown }), true
	case "coverage_walkers." + part:
		for _, w := range r.Walkers {
			if w.Key == part {
				return r.WithinRadius(total, w.Radius).V / total.People.Total * 100, true
			}
		}
	case "zone_people.":
		return r.Zones[at].People, true
	case "site_new.":
		return r.Sites[at].NewPeople, true
	case "site_new.sum":
		return r.Sites[len(r.Sites)-1].Covered - total.People.Covered, true
	case "site_rate.":
		return r.Sites[at].Share * 100, true
	case "site_rate.gap":
		return (limit - r.Sites[at].Share) * 100, true
	case "gap_share.":
		return o.largestGaps(3) / total.Floor.Gap * 100, true
	}
	return 0, false
}

func (o *oracle) centers(is func(i int) bool) float64 {
	n := 0
	for i := range o.r.Centers {
		if is(i) {
			n++
		}
	}
	return float64(n)
}

// largestGaps adds the n largest shortfalls of the units that the report lists by.
func (o *oracle) largestGaps(n int) float64 {
	_, units := charts.Breakdown(o.r)
	taken := make([]bool, len(units))
	sum := 0.0
	for range n {
		best := -1
		for i := range units {
			if !taken[i] && !units[i].Virtual && (best < 0 || units[i].Floor.Gap > units[best].Floor.Gap) {
				best = i
			}
		}
		taken[best] = true
		sum += units[best].Floor.Gap
	}
	return sum
}

// printed reads the first number of a text: its value and its decimals.
func printedNumber(text string) (v float64, decimals int, ok bool) {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return 0, 0, false
	}
	end := start
	for end < len(text) && strings.IndexByte("0123456789,.", text[end]) >= 0 {
		end++
	}
	number := strings.Trim(strings.ReplaceAll(text[start:end], ",", ""), ".")
	v, err := strconv.ParseFloat(number, 64)
	if strings.HasSuffix(text[:start], "−") {
		v = -v
	}
	_, rest, _ := strings.Cut(number, ".")
	return v, len(rest), err == nil
}

// addingUp are whole people that are shared out so that the parts that are printed add up.
var addingUp = []string{"depth_people", "zone_people"}

// check fails where a printed number is not that of the Result. Covered and uncovered people may each be one off, so that they add up;
// minutes are rounded up.
func (o *oracle) check(t *testing.T, key, part, unit, text string) {
	t.Helper()
	want, ok := o.value(key, part, unit)
	if !ok {
		t.Errorf("no number behind %s part %q of unit %q, printed %q", key, part, unit, text)
		return
	}
	got, decimals, ok := printedNumber(text)
	tolerance := .5 * math.Pow10(-decimals) * (1 + 1e-9)
	switch {
	case part == "gap", key == "cohort_points", key == "tornado_width": // differences of rates are those of the printed rates
		tolerance *= 2.01
	case strings.HasPrefix(key, "population") || slices.Contains(addingUp, key) || key == "coverage_pop" && (part == "n" || part == "d"):
		tolerance = 1
	case key == "nearest_p90_minutes":
		tolerance = 1
	}
	if !ok || math.Abs(got-want) > tolerance+1e-9 {
		t.Errorf("%s part %q of unit %q is printed as %q, the result has %v", key, part, unit, text, want)
	}
}
