package coverage

import (
	"testing"

	"quarter/data"
)

// Grids of 100, 200 and 300 households, 250, 500 and 750 people; the third is exclusive in some cases.
func TestTotalsAgreeWithBlanks(t *testing.T) {
	for _, c := range []struct {
		name               string
		exclusive          bool
		third              data.Number // households of the third grid; its people are 2.5 times as many
		households, people data.Number // the community's own totals
		want               Outcome
		reason             string
	}{
		{"agree", false, data.Num(300), data.Num(600), data.Num(1500), Attained, ""},
		{"one count off", false, data.Num(300), data.Num(600), data.Num(1600), NotAttained, ""},
		{"no own total", false, data.Num(300), data.Number{}, data.Number{}, NoData, ReasonNoOwnTotal},
		{"one own total", false, data.Num(300), data.Number{}, data.Num(1500), Attained, ""},
		{"a blank grid", false, data.Number{}, data.Num(300), data.Num(750), NoData, ReasonGridsMissing},
		{"a blank exclusive grid, the rest agrees", true, data.Number{}, data.Num(300), data.Num(750), Attained, ""},
		{"a blank exclusive grid may hold who is lacking", true, data.Number{}, data.Num(600), data.Num(1500), NoData, ReasonGridsMissing},
		{"a blank exclusive grid holds nobody to spare", true, data.Number{}, data.Num(200), data.Num(750), NotAttained, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown()
			m := w.community("111", 0, 0, 100, 200, 300)
			w.Communities[m].Households, w.Communities[m].People[data.Resident] = c.households, c.people
			last := &w.Grids[2]
			last.Exclusive, last.Households = c.exclusive, c.third
			last.People[data.Resident] = data.Number{V: 2.5 * c.third.V, Known: c.third.Known}
			r := analyze(t, w.city(), Options{})
			if v := outcome(t, r.Community(0), "GRID-10", c.want); v.Reason != c.reason {
				t.Errorf("reason %q, want %q", v.Reason, c.reason)
			}
		})
	}
}
