package coverage

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"quarter/geo"
)

// Two grids of 200 m with 100 and 300 households: the heart lies three quarters of the way from the first centroid to the second.
func TestHeart(t *testing.T) {
	c := newTown()
	c.community("01", 0, 0, 100, 300)
	c.community("02", 1000, 0, 0, 0)  // nobody: the mean of its grids' points
	c.community("03", 2000, 0, -1, 5) // one grid without a count: the other one alone
	c.community("04", 3000, 0)        // no place on the ground
	c.community("05", 4000, 0)
	c.Communities[4].Shape = square(4000, 0, 600) // nobody counted: the centroid of the outline
	r := analyze(t, c.city(), Options{})
	for i, want := range [][2]float64{{250, 100}, {1200, 100}, {2300, 100}, {}, {4300, 300}} {
		u := r.Community(i)
		if i == 3 {
			if u.Heart != nil || u.Near != nil {
				t.Errorf("04: heart %v, near %v", u.Heart, u.Near)
			}
			continue
		}
		if u.Heart == nil {
			t.Fatalf("%s: no heart", u.Code)
		}
		if d := geo.Distance(*u.Heart, at(want[0], want[1])).Meters(); d > 0.1 {
			t.Errorf("%s: heart %v, %v m from where it should be", u.Code, *u.Heart, d)
		}
		if u.Near != nil {
			t.Errorf("%s: near %v without centers", u.Code, u.Near)
		}
	}
}

// Near is the first three of all counted centers sorted by distance from the heart.
func TestNearAgainstBruteForce(t *testing.T) {
	r := analyze(t, demoCity(t), Options{})
	if len(r.City.Centers) <= NearCount {
		t.Fatal("too few centers")
	}
	for i := range r.City.Communities {
		u := r.Community(i)
		if u.Heart == nil {
			continue
		}
		var all []Near
		for k := range r.City.Centers {
			if r.Centers[k].Use.Counted() {
				all = append(all, Near{k, geo.Distance(*u.Heart, r.City.Centers[k].Point).Meters()})
			}
		}
		slices.SortStableFunc(all, func(a, b Near) int { return cmp.Compare(a.Distance, b.Distance) })
		if !slices.Equal(u.Near, all[:NearCount]) {
			t.Errorf("%s: near %v, want %v", u.Code, u.Near, all[:NearCount])
		}
	}
}

// The heart lies in the box of the places that people live in, and moving everybody to one place moves it there.
func TestHeartIsAMean(t *testing.T) {
	r := analyze(t, demoCity(t), Options{})
	for i := range r.City.Communities {
		u := r.Community(i)
		if u.Demand != DemandGrid || u.People.Total == 0 {
			continue
		}
		var lon, lat, people float64
		for _, g := range r.gridsOf[i] {
			n := r.Grids[g].People.Or(0)
			p := r.City.Grids[g].Shape.Centroid()
			lon, lat, people = lon+n*p[0], lat+n*p[1], people+n
		}
		if math.Abs(u.Heart[0]-lon/people) > 1e-6 || math.Abs(u.Heart[1]-lat/people) > 1e-6 {
			t.Errorf("%s: heart %v, the mean of degrees is %v, %v", u.Code, *u.Heart, lon/people, lat/people)
		}
	}
}
