package coverage

import (
	"math"
	"testing"

	"quarter/data"
)

// The spots add up to the account, in people, in households and in a part of the people, wherever the numbers stand.
func TestSpotsAddUp(t *testing.T) {
	cities := map[string]*data.City{"sample": demoCity(t)}
	for seed := range uint64(20) {
		cities[string(rune('a'+seed))] = randomTown(seed)
	}
	for name, city := range cities {
		r := analyze(t, city, Options{Radius: 350, StrictRadius: 300, Sites: -1})
		u := r.Total()
		addUp(t, name+" people", r.Spots(), u.People.Total, u.People.Covered)
		addUp(t, name+" households", r.HouseholdSpots(), u.Households.Total, u.Households.Covered)
		for k, c := range u.Cohorts {
			addUp(t, name+" "+r.Cohorts[k].Label, r.CohortSpots(k), c.Total, c.Covered)
		}
	}
}

func addUp(t *testing.T, what string, spots []Spot, total, covered float64) {
	t.Helper()
	var all, in sum
	for _, s := range spots {
		if s.People <= 0 || s.Share < 0 || s.Share > 1 {
			t.Fatalf("%s: spot %+v", what, s)
		}
		all.add(s.People)
		in.add(s.People * s.Share)
	}
	near(t, what, all.value(), total, 1e-9*math.Max(1, total))
	near(t, what+" covered", in.value(), covered, 1e-9*math.Max(1, total))
}

// A total of a community without outline is spread over its grids by area, and what circles would gain is what the engine says.
func TestSpotsOfAnEstimatedCommunity(t *testing.T) {
	town := newTown()
	m := town.community("1", 0, 0, -1, -1, 100)
	town.Communities[m].People[data.Resident] = data.Num(900)
	town.center(9000, 0, 300)
	r := analyze(t, town.city(), Options{Sites: -1})
	spots := r.Spots()
	if len(spots) != 3 {
		t.Fatalf("spots %+v", spots)
	}
	for _, s := range spots {
		near(t, "people", s.People, 300, 1e-3)
	}
	g := NewGains(spots, r.CountedDisks(), r.Circle.Radius)
	gain := 0.0
	for i := range g.Spots {
		gain += g.Spots[i].People * (g.Share(i, g.Disk(at(-900, 100))) - g.Spots[i].Share)
	}
	after, err := r.Again(t.Context(), r.City.With(data.Center{Code: "n", Point: at(-900, 100), Tier: data.TierCommunity,
		Status: data.StatusOpen, Street: data.None, District: data.None, Grid: data.None}))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "gain", gain, after.Total().People.Covered, 1e-6)
}

// The same question again gives the same answer, whatever the options resolved to.
func TestAgain(t *testing.T) {
	for _, o := range []Options{{}, {Minutes: 10}, {Radius: 700}, {Radius: 350, StrictRadius: 300}} {
		r := analyze(t, randomTown(3), o)
		again, err := r.Again(t.Context(), r.City)
		if err != nil {
			t.Fatal(err)
		}
		if again.Total().People != r.Total().People || again.Circle != r.Circle {
			t.Errorf("%+v: %+v, again %+v", o, r.Total().People, again.Total().People)
		}
	}
}
