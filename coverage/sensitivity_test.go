package coverage

import (
	"fmt"
	"maps"
	"math"
	"testing"

	"quarter/data"
)

// withoutWalk is the general profile without a word on walking.
func withoutWalk() data.Profile {
	p := data.General()
	p.Rules = maps.Clone(p.Rules)
	delete(p.Rules, "WALK")
	return p
}

func analyzeWith(t *testing.T, c *data.City, p data.Profile, o Options) *Result {
	t.Helper()
	r, err := Analyze(t.Context(), c, p, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// v · t ÷ k: 80, 60 and 55 m/min for 15 minutes with detour 1.2 are 1000, 750 and 687.5 m.
func TestWalkers(t *testing.T) {
	cases := []struct {
		opts Options
		want [3]float64
	}{
		{Options{}, [3]float64{1000, 750, 687.5}},
		{Options{Radius: 500}, [3]float64{500, 375, 343.75}},
		{Options{Minutes: 10}, [3]float64{2000. / 3, 500, 1375. / 3}},
		{Options{Minutes: 15, Speed: 60, Detour: 1.5}, [3]float64{800, 600, 550}},
	}
	for _, c := range cases {
		r := analyze(t, ladder().city(), c.opts)
		for i, w := range r.Walkers {
			if w.Key != walkerKeys[i] {
				t.Errorf("walker %d is %s", i, w.Key)
			}
			near(t, fmt.Sprintf("%+v: %s", c.opts, w.Key), w.Radius, c.want[i], 1e-9)
			// The ladder's steps stand slightly beyond the round distances.
			near(t, "curve at the walker's radius", r.WithinRadius(r.Total(), w.Radius).V, 10*math.Floor((c.want[i]-0.5)/100), 0)
		}
	}
	if r := analyzeWith(t, ladder().city(), withoutWalk(), Options{}); len(r.Walkers) != 0 {
		t.Errorf("walkers %+v without a profile's word", r.Walkers)
	}
}

// The ends grow with the minutes of the run, and never exclude the run itself.
func TestWalkingRange(t *testing.T) {
	cases := []struct {
		name      string
		opts      Options
		low, high float64
	}{
		{"15 minutes", Options{}, 714, 1042},
		{"10 minutes", Options{Minutes: 10}, 714. * 10 / 15, 1042. * 10 / 15},
		{"half the radius", Options{Radius: 500}, 357, 521},
		{"slower than the slowest", Options{Minutes: 15, Speed: 50, Detour: 1.5}, 500, 1042},
		{"faster than the fastest", Options{Minutes: 15, Speed: 100, Detour: 1}, 714, 1500},
	}
	for _, c := range cases {
		r := analyze(t, ladder().city(), c.opts)
		s := r.Sensitivity
		near(t, c.name+": low", s.Low.Meters(), c.low, 1e-9)
		near(t, c.name+": high", s.High.Meters(), c.high, 1e-9)
		if !(s.SpeedLow <= r.Circle.Speed && r.Circle.Speed <= s.SpeedHigh && s.DetourLow <= r.Circle.Detour && r.Circle.Detour <= s.DetourHigh) {
			t.Errorf("%s: %+v excludes the run", c.name, s)
		}
	}
}

// Low and high are what runs with these radii find, in every unit and group.
func TestValuesAtEnds(t *testing.T) {
	for seed := range uint64(8) {
		city := mixedTown(seed)
		r := analyze(t, city, Options{Radius: 400, StrictRadius: 300, Sites: -1})
		low := analyze(t, city, Options{Radius: r.Sensitivity.Low, Sites: -1})
		high := analyze(t, city, Options{Radius: r.Sensitivity.High, Sites: -1})
		for i, u := range allUnits(r) {
			for _, key := range []string{"coverage_pop", "population_covered", "population_uncovered"} {
				v, tolerance := u.Get(key), 1e-12*math.Max(1, u.People.Total)
				if v.Low.Known != v.Known || v.High.Known != v.Known {
					t.Fatalf("%s of %s: %+v", key, u.Name, v)
				}
				near(t, key+" low", v.Low.V, allUnits(low)[i].Get(key).V, tolerance)
				near(t, key+" high", v.High.V, allUnits(high)[i].Get(key).V, tolerance)
				if sign := map[bool]float64{true: -1, false: 1}[key == "population_uncovered"]; sign*v.Low.V > sign*v.V || sign*v.V > sign*v.High.V {
					t.Errorf("%s of %s: %v, %v, %v", key, u.Name, v.Low.V, v.V, v.High.V)
				}
			}
			if v := u.Get("area"); v.Low.Known || v.High.Known {
				t.Errorf("area has a range: %+v", v)
			}
		}
	}
}

// Nine tenths live within 900 m: 13.5 minutes; 900 · 1.4 ÷ 67 at the slow end, 900 · 1.2 ÷ 83 at the fast one.
func TestMinutesAtEnds(t *testing.T) {
	v := analyze(t, ladder().city(), Options{}).Total().Get("nearest_p90_minutes")
	near(t, "base", v.V, 13.5, 0.01)
	near(t, "low", v.Low.V, 900*1.4/67, 0.01)
	near(t, "high", v.High.V, 900*1.2/83, 0.01)
}

// A verdict flips where one end stands on the other side of the limit; a share exactly at the limit has reached it.
func TestFlips(t *testing.T) {
	cases := []struct {
		name            string
		radius          float64
		low, base, high Outcome
	}{
		{"9 of 10 at the base, 6 at the low end", 950, NotAttained, Attained, Attained},     // 678 to 990 m
		{"8 of 10 at the base, 9 at the high end", 880, NotAttained, NotAttained, Attained}, // 628 to 917 m
		{"7 of 10 at the high end too", 750, NotAttained, NotAttained, NotAttained},         // 536 to 782 m
		{"9 of 10 at the low end already", 1300, Attained, Attained, Attained},              // 928 to 1355 m
		{"base just below the ninth", 899, NotAttained, NotAttained, Attained},
		{"base just beyond the ninth", 901, NotAttained, Attained, Attained},
		{"low end just below the ninth", 899 / 0.714, NotAttained, Attained, Attained},
		{"low end just beyond the ninth", 901 / 0.714, Attained, Attained, Attained},
	}
	for _, c := range cases {
		r := analyze(t, ladder().city(), Options{Radius: lengthOf(c.radius)})
		for i := range r.Units {
			v := outcome(t, &r.Units[i], "COV-04", c.base)
			if v.Low != c.low || v.High != c.high {
				t.Errorf("%s: %v, %v, %v, want %v, %v, %v", c.name, v.Low, v.Outcome, v.High, c.low, c.base, c.high)
			}
		}
		want := 0
		if c.low != c.base || c.high != c.base {
			want = len(r.Units)
		}
		if len(r.Sensitivity.Flips) != want {
			t.Errorf("%s: %d flips, want %d", c.name, len(r.Sensitivity.Flips), want)
		}
		for i, f := range r.Sensitivity.Flips {
			if f.Unit != i || Rules[f.Rule].ID != "COV-04" || f.Low != c.low || f.Base != c.base || f.High != c.high {
				t.Errorf("%s: flip %+v", c.name, f)
			}
		}
	}
}

// A level that is not in the data has verdicts of its own, but they are the same people once more: no flip is told for it.
func TestNoFlipOfVirtualUnits(t *testing.T) {
	w := ladder()
	w.Districts[0].Virtual = true
	r := analyze(t, w.city(), Options{Radius: lengthOf(950)})
	if n := len(r.Sensitivity.Flips); n != len(r.Units)-1 {
		t.Errorf("%d flips of %d units", n, len(r.Units))
	}
}

func TestHeadlines(t *testing.T) {
	r := analyze(t, ladder().city(), Options{})
	for _, h := range r.Sensitivity.Headlines {
		v := r.Total().Values[h.Metric]
		switch {
		case h.Base != v.Number:
			t.Errorf("%s: %+v, want %v", Metrics[h.Metric].Key, h, v)
		case h.Depends && (h.Low != v.Low || h.High != v.High || !h.Low.Known):
			t.Errorf("%s: %+v, want %+v", Metrics[h.Metric].Key, h, v)
		case !h.Depends && (h.Low != h.Base || h.High != h.Base || v.Low.Known):
			t.Errorf("%s depends on walking: %+v", Metrics[h.Metric].Key, h)
		}
	}
	near(t, "low", r.Sensitivity.Headlines[0].Low.V, 0.7, 1e-12)
	near(t, "high", r.Sensitivity.Headlines[0].High.V, 1, 1e-12)
}

// Where the profile says nothing about walking nothing has a range, and nothing flips.
func TestNoRangeWithoutWalk(t *testing.T) {
	r := analyzeWith(t, ladder().city(), withoutWalk(), Options{Radius: 950})
	if s := r.Sensitivity; s.Low != 0 || s.High != 0 || len(s.Flips) != 0 {
		t.Errorf("%+v", s)
	}
	for _, key := range []string{"coverage_pop", "nearest_p90_minutes"} {
		if v := r.Total().Get(key); !v.Known || v.Low.Known || v.High.Known {
			t.Errorf("%s: %+v", key, v)
		}
	}
	for _, b := range r.Sensitivity.Tornado {
		if b.Key != "strict" {
			t.Errorf("a bar for %s", b.Key)
		}
	}
	outcome(t, r.Total(), "COV-04", Attained)
}

// Nobody, or no layer of centers: no range, no tornado, and missing is not 0.
func TestSensitivityOfNothing(t *testing.T) {
	nobody := newTown()
	nobody.center(0, 0, 300, nobody.community("111", 0, 0, -1))
	noCenters := newTown()
	noCenters.community("111", 0, 0, 400)
	for name, town := range map[string]*town{"nobody": nobody, "no centers": noCenters} {
		r := analyze(t, town.city(), Options{})
		if s := r.Sensitivity; len(s.Tornado) != 0 || len(s.Flips) != 0 {
			t.Errorf("%s: %+v", name, s)
		}
		if h := r.Sensitivity.Headlines[0]; h.Low.Known || h.Base.Known || h.High.Known {
			t.Errorf("%s: %+v", name, h)
		}
	}
}
