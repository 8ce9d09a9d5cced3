package charts

import "testing"

func TestAtMostNeverRoundsDown(t *testing.T) {
	for gap, want := range map[float64]string{0.003: "0.3%", 0.00301: "0.4%", 0.0000001: "0.1%", 0.1: "10.0%", 0.0905: "9.1%"} {
		if got := AtMost(gap); got != want {
			t.Errorf("%v: %s, want %s", gap, got, want)
		}
	}
}
