package charts

import "testing"

func TestAtMostNeverRoundsDown(t *testing.T) {
	for gap, want := range map[float64]string{0.003: "0.3%", 0.00301: "0.4%", 0.0000001: "0.1%", 0.1: "10.0%", 0.0905: "9.1%"} {
		if got := AtMost(gap); got != want {
			t.Errorf("%v: %s, want %s", gap, got, want)
		}
	}
}

func TestAtLeastNeverRoundsUp(t *testing.T) {
	for _, c := range []struct {
		share  float64
		limits []float64
		want   string
	}{
		{0.97196, nil, "97.1"}, {0.972, nil, "97.2"}, {0.972 - 1e-12, nil, "97.2"}, {0.9999, nil, "99.9"}, {1, nil, "100.0"}, {0, nil, "0.0"}, {0.0004, nil, "0.04"},
		{0.97186, []float64{0.97166}, "97.18"}, // 97.1 is less than the share of now
	} {
		if got := AtLeast(c.share, c.limits...); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.share, c.limits, got, c.want)
		}
	}
}
