package charts

import (
	"math"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

func TestRateStandsOnTheTrueSideOfItsLimit(t *testing.T) {
	for _, c := range []struct {
		share, limit float64
		want         string
	}{
		{0.861, 0.9, "86.1"},
		{0.8996, 0.9, "89.96"},
		{0.89996, 0.9, "89.996"},
		{0.9, 0.9, "90.0"},
		{0.9 - 1e-12, 0.9, "90.0"}, // within 1e-9 has reached it
		{0.9004, 0.9, "90.04"},
		{0.9006, 0.9, "90.1"},
		{0.99996, 0.9, "99.996"}, // not everybody
		{0.0004, 0.9, "0.04"},    // not nobody
		{1, 0.9, "100.0"},
		{0, 0.9, "0.0"},
	} {
		if got := Rate(c.share, c.limit); got != c.want {
			t.Errorf("Rate(%v, %v) = %s, want %s", c.share, c.limit, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Whole(512339.5), "512,340"},
		{Whole(999), "999"},
		{Whole(1000), "1,000"},
		{Whole(-1234.4), "−1,234"},
		{Whole(-0.4), "0"},
		{Area(299.7, 300), "299.7"},
		{Area(0.3), "0.3"},
		{Area(0), "0"},
		{Ratio(0.3004, 0.3), "0.3004"},
		{Ratio(0.27), "0.27"},
		{Minutes(17.2), "18"},
		{Minutes(15), "15"},
		{Minutes(15 + 1e-12), "15"},
		{Limit(0.9), "90"},
		{Limit(0.005), "0.5"},
		{Plain(1500), "1,500"},
		{Plain(0.3), "0.3"},
		{SquareKilometers(132530600), "132.53"},
		{Date(words.Chinese, "2025-11-22"), "2025年11月22日"},
		{Date(words.English, "2025-11-02"), "2 November 2025"},
		{Date(words.English, "autumn"), "autumn"},
		{Value(words.Chinese, data.Number{}, coverage.UnitShare), "缺数据"},
		{Number(words.English, data.Num(math.NaN()), Whole), "No data"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestPeopleAddUp(t *testing.T) {
	p := PeopleOf(coverage.Account{Total: 10, Covered: 4.5, Uncovered: 5.5})
	if p.Total != "10" || p.Covered != "5" || p.Uncovered != "5" {
		t.Errorf("%+v", p)
	}
}

func TestCoverageClassesStandOnTheStandards(t *testing.T) {
	for share, want := range map[float64]int{0: 0, .5999: 0, .6: 1, .7999: 1, .8: 2, .9 - 1e-12: 3, .8999: 2, .9: 3, .9999: 3, 1: 4, 1 - 1e-12: 4} {
		if got := CoverageClass(share); got != want {
			t.Errorf("class of %v = %d, want %d", share, got, want)
		}
	}
}

func TestAxisEndsOnRoundNumbers(t *testing.T) {
	for v, want := range map[float64][2]float64{1176: {1250, 250}, 178000: {200000, 50000}, 4: {4, 1}, 7: {8, 2}, 0: {1, 1}, 100: {100, 20}} {
		if end, step := axis(v); v != 0 && (end != want[0] || step != want[1]) {
			t.Errorf("axis(%v) = %v, %v, want %v", v, end, step, want)
		}
	}
}

func TestPointsAreTheDifferenceOfPrintedRates(t *testing.T) {
	for _, c := range []struct {
		share, other float64
		limits       []float64
		want         string
	}{
		{0.87004, 0.8675, nil, "0.25"},     // 87.00 and 86.75: 87.0 and 86.8 are 0.2 apart, too little by more than half of it
		{0.97149, 0.97151, nil, "−0.002"},  // 97.149 and 97.151, not 0.1 between 97.1 and 97.2
		{0.621, 0.621 + 2e-13, nil, "0.0"}, // the same sum in another order
		{2e-13, 0, nil, "0.0"},
		{0.503638, 0.213358, nil, "29.02"},                 // 50.36 and 21.34, 29.028 apart: no third decimal
		{0.87004, 0.8675, []float64{0.87}, "0.254"},        // 87.004 and 86.750
		{0.8675, 0.87004, []float64{0.87}, "−0.254"},       // the same the other way round
		{0.86752, 0.8019, nil, "6.6"},                      // 86.8 and 80.2, though 6.56 apart
		{0.905, 0.90499, []float64{0.9, 0.90499}, "0.001"}, // one rate needs a third decimal, and so does the other
		{0.9, 0.8675, []float64{0.9}, "3.2"},
		{0.9, 0.8996, []float64{0.9}, "0.04"},
		{0.8675, 0.87004, nil, "−0.25"},
		{0.8651, 0.8652, nil, "−0.01"}, // both 86.5
		{0.5, 0.5, nil, "0.0"},
		{1, 0, nil, "100.0"},
	} {
		if got := Points(c.share, c.other, c.limits...); got != c.want {
			t.Errorf("Points(%v, %v, %v) = %s, want %s", c.share, c.other, c.limits, got, c.want)
		}
	}
}

func TestSigned(t *testing.T) {
	for number, want := range map[string]string{"441": "+441", "−3": "−3", "0": "0", "0.0": "0.0", "0.2": "+0.2"} {
		if got := Signed(number); got != want {
			t.Errorf("%s: got %s, want %s", number, got, want)
		}
	}
}

// A radius is told in whole metres, unless it was asked for with decimals.
func TestRadius(t *testing.T) {
	asked := &coverage.Result{Circle: coverage.Circle{Radius: 694.25, StrictRadius: 500}}
	walked := &coverage.Result{Circle: coverage.Circle{Radius: 2000. / 3, StrictRadius: 2000. / 3, FromWalking: true}}
	for _, c := range []struct {
		r    *coverage.Result
		v    float64
		want string
	}{{asked, 694.25, "694.25"}, {asked, 476.4, "476"}, {walked, 2000. / 3, "667"}, {walked, 694.67, "695"}} {
		if got := Radius(c.r, c.v); got != c.want {
			t.Errorf("%g: got %s, want %s", c.v, got, c.want)
		}
	}
}
