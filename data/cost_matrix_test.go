package data

import (
	"reflect"
	"slices"
	"testing"
)

// od is a matrix of two places by three.
func od() *CostMatrix {
	return &CostMatrix{
		Unit: "m",
		From: []Label{{"A", "A"}, {"1", "1.0"}},
		To:   []Label{{"x", "x"}, {"y", "y"}, {"z", "z"}},
		Links: []CostLink{
			{0, 0, 10}, {0, 2, 30}, {1, 0, 5}, {1, 1, 6},
		},
	}
}

func TestMatch(t *testing.T) {
	places := func(codes ...string) []Label {
		var out []Label
		for _, c := range codes {
			out = append(out, Label{Code: c})
		}
		return out
	}
	names := func(names ...string) []Label {
		var out []Label
		for _, n := range names {
			out = append(out, Label{Code: "code of " + n, Name: n})
		}
		return out
	}
	for name, c := range map[string]struct {
		sites, demands []Label
		want           CostMatch
	}{
		"by codes, in another order": {places("1", "A"), places("z", "y", "x"), CostMatch{Links: []CostLink{{0, 1, 6}, {0, 2, 5}, {1, 0, 30}, {1, 2, 10}}}},
		"turned":                     {places("x", "y", "z"), places("A", "1"), CostMatch{Links: []CostLink{{0, 0, 10}, {0, 1, 5}, {1, 1, 6}, {2, 0, 30}}, Turned: true}},
		"by names":                   {names("1.0"), places("x"), CostMatch{Links: []CostLink{{0, 0, 5}}, ExtraSites: []string{"A"}, ExtraDemands: []string{"y", "z"}}},
		"some unknown": {places("A", "B"), places("x", "w"), CostMatch{Links: []CostLink{{0, 0, 10}}, LostSites: []int{1}, LostDemands: []int{1},
			ExtraSites: []string{"1.0"}, ExtraDemands: []string{"y", "z"}}},
		"a code that two share is nobody's": {places("A", "A", "1"), places("x"), CostMatch{Links: []CostLink{{2, 0, 5}}, LostSites: []int{0, 1},
			ExtraSites: []string{"A"}, ExtraDemands: []string{"y", "z"}}},
		"nothing": {nil, nil, CostMatch{ExtraSites: []string{"A", "1.0"}, ExtraDemands: []string{"x", "y", "z"}}},
	} {
		m := od()
		if got := m.Match(c.sites, c.demands); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if !slices.Equal(m.Links, od().Links) {
			t.Errorf("%s: the matrix was changed", name)
		}
	}
}
