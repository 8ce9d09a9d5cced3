package demo

import (
	"slices"
	"testing"
)

func TestNamesAreDifferent(t *testing.T) {
	for what, a := range map[string]*alphabet{"zh communities": &zhCommunities, "zh streets": &zhStreets, "zh districts": &zhDistricts, "en communities": &enCommunities, "en streets": &enStreets, "en districts": &enDistricts} {
		seen := map[string]int{}
		for i := range 60_000 {
			name := a.name(i)
			if before, twice := seen[name]; twice {
				t.Fatalf("%s: %q is name %d and %d", what, name, before, i)
			}
			seen[name] = i
		}
		// The farther tables are too long to walk: their ends must be different from one another.
		last := a.name(MaxCommunities * 2)
		if _, twice := seen[last]; twice {
			t.Errorf("%s: %q again", what, last)
		}
	}
}

func TestTheDistrictCodesOfALargeCityDiffer(t *testing.T) {
	seen := map[string]bool{}
	n := namesIn(false)
	for d := range MaxCommunities / 100 {
		code := n.districtCode(d)
		if len(code) != 6 || seen[code] {
			t.Fatalf("district %d: code %s", d, code)
		}
		seen[code] = true
	}
}

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		n       int
		weights []float64
		want    []int
	}{
		{10, []float64{1, 1, 2}, []int{3, 2, 5}},
		{0, []float64{1, 2}, []int{0, 0}},
		{1, []float64{1, 1, 1}, []int{1, 0, 0}},
		{7, []float64{5}, []int{7}},
	} {
		if got := apportion(c.n, c.weights); !slices.Equal(got, c.want) {
			t.Errorf("apportion(%d, %v) = %v, want %v", c.n, c.weights, got, c.want)
		}
	}
}

func TestPartsAddUp(t *testing.T) {
	for _, n := range []int{0, 1, 7, 120, 1000} {
		for _, k := range []int{1, 3, 8} {
			sum := 0
			for i := range k {
				sum += part(n, i, k)
			}
			if sum != n {
				t.Errorf("%d in %d parts: %d", n, k, sum)
			}
		}
	}
}

func TestDegrees(t *testing.T) {
	for units, want := range map[int64]string{1035000000: "103.5000000", 255000001: "25.5000001", 7: "0.0000007", -12345678: "-1.2345678"} {
		if got := string(appendDegrees(nil, units)); got != want {
			t.Errorf("%d: %s, want %s", units, got, want)
		}
	}
}
