package cmd

import (
	"errors"
	"math"
	"testing"

	"quarter/data"
)

func TestParseTarget(t *testing.T) {
	for _, c := range []struct {
		typed  string
		key    string
		atMost bool
		limit  float64
	}{
		{"coverage_pop=90", "coverage_pop", false, .90},
		{"coverage_pop>=89.96", "coverage_pop", false, .8996},
		{"coverage_pop=0.5%", "coverage_pop", false, .005},
		{"coverage_pop=90％", "coverage_pop", false, .90},
		{" coverage_pop = 100 ", "coverage_pop", false, 1},
		{"coverage_pop=0", "coverage_pop", false, 0},
		{"area_gap<=0", "area_gap", true, 0},
		{"nearest_p90<=900", "nearest_p90", true, 900},
		{"cv_people<=0.3", "cv_people", true, .3},
	} {
		got, err := parseTarget(c.typed)
		if err != nil || got.metric.Key != c.key || got.atMost != c.atMost || math.Abs(got.limit-c.limit) > 1e-15 {
			t.Errorf("%q: %v %v %v, %v", c.typed, got.metric.Key, got.atMost, got.limit, err)
		}
	}
	for typed, key := range map[string]string{
		"coverage_pop":         "require",
		"coverage_pop=":        "require",
		"coverage_pop=ninety":  "require",
		"coverage_pop=NaN":     "require",
		"coverage_pop=-1":      "require",
		"area_gap=5%":          "require",
		"coverage_pop=0.9":     "percent",
		"coverage_pop=1":       "percent",
		"coverage_pop=101":     "percent_range",
		"happiness=3":          "require_metric",
		"=3":                   "require_metric",
		"coverage_pop<90":      "require",
		"coverage_pop<=<=90":   "require",
		"area_gap<=1e400":      "require",
		"area_gap<=1_000_000x": "require",
	} {
		_, err := parseTarget(typed)
		var u *usageError
		if !errors.As(err, &u) || u.key != key {
			t.Errorf("%q: %v, want usage.%s", typed, err, key)
		}
	}
}

// Judged unrounded: 89.96 % and 89.996 % fail 90, what lies within 1e-9 of it passes, a missing value never passes.
func TestTargetMet(t *testing.T) {
	least, most := target{limit: .9}, target{limit: 200, atMost: true}
	for _, c := range []struct {
		t    target
		v    data.Number
		want bool
	}{
		{least, data.Num(.9), true},
		{least, data.Num(.9 * (1 - 1e-10)), true},
		{least, data.Num(.9 * (1 - 1e-8)), false},
		{least, data.Num(.89996), false},
		{least, data.Num(.8996), false},
		{least, data.Num(1), true},
		{least, data.Number{}, false},
		{most, data.Num(200), true},
		{most, data.Num(200 * (1 + 1e-10)), true},
		{most, data.Num(200.001), false},
		{most, data.Num(0), true},
		{most, data.Number{}, false},
		{target{limit: 0, atMost: true}, data.Num(0), true},
		{target{limit: 0, atMost: true}, data.Num(1e-12), false},
	} {
		if got := c.t.met(c.v); got != c.want {
			t.Errorf("%v against %v (at most %v): %v", c.v, c.t.limit, c.t.atMost, got)
		}
	}
}

func TestSetValue(t *testing.T) {
	p := data.Profile{ID: "x", Rules: map[string]data.Rule{
		"COV-04":  {Values: map[string]data.Limit{"green": {Value: .9, Unit: "share"}}},
		"AREA-01": {Values: map[string]data.Limit{"minimum": {Value: 300, Unit: "m2"}}},
	}}
	for typed, want := range map[string]float64{"COV-04.green=85": .85, "AREA-01.minimum=400": 400, " AREA-01.minimum = 0": 0} {
		got, err := setValue(p, typed)
		if err != nil || len(got.Overrides) != 1 || got.Overrides[0].To != want || got.Overrides[0].By != "--set" {
			t.Errorf("%s: %+v, %v", typed, got.Overrides, err)
		}
	}
	for typed, key := range map[string]string{
		"COV-04.green": "set", "COV-04=3": "set", "COV-05.x=3": "set_rule", "COV-04.blue=3": "set_value", "COV-04.green=.85": "percent",
		"AREA-01.minimum=1e10": "set_number", "AREA-01.minimum=x": "set_number",
	} {
		_, err := setValue(p, typed)
		var u *usageError
		if !errors.As(err, &u) || u.key != key {
			t.Errorf("%s: %v, want usage.%s", typed, err, key)
		}
	}
}
