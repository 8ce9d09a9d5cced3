package coverage

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"quarter/data"
	"quarter/geo"
)

// zoneTown builds a town, with a center far away unless it has one.
func zoneTown(build func(t *town)) *data.City {
	t := newTown()
	build(t)
	if len(t.Centers) == 0 {
		t.center(90000, 0, -1)
	}
	return t.city()
}

func TestZonesOfSmallTowns(t *testing.T) {
	type zone struct {
		unit        string
		communities []int
		people      float64
		area        float64
		direction   Direction
		rings       int // of the shape
	}
	for _, c := range []struct {
		name   string
		build  func(t *town)
		zones  []zone
		rest   int
		people float64 // in the rest
	}{
		{"all is one zone", func(t *town) { t.community("1", 0, 0, 400) }, []zone{{"S", []int{0}, 1000, 40000, DirectionMiddle, 1}}, 0, 0},
		{"all is covered", func(t *town) { t.community("1", 0, 0, 400); t.center(100, 100, -1).Point = at(100, 100) }, nil, 0, 0},
		{"over a community border", func(t *town) { t.community("1", 0, 0, 400); t.community("2", 200, 0, 800) },
			[]zone{{"S", []int{1, 0}, 3000, 80000, DirectionMiddle, 1}}, 0, 0},
		{"over a gap of 0.8 m", func(t *town) { t.community("1", 0, 0, 400); t.community("2", 200.8, 0, 800) },
			[]zone{{"S", []int{1, 0}, 3000, 80000, DirectionMiddle, 1}}, 0, 0},
		{"not over a gap of 1.5 m", func(t *town) { t.community("1", 0, 0, 400); t.community("2", 201.5, 0, 800) },
			[]zone{{"S", []int{1}, 2000, 40000, DirectionE, 1}, {"S", []int{0}, 1000, 40000, DirectionW, 1}}, 0, 0},
		{"not over a street border", func(t *town) {
			t.community("1", 0, 0, 400)
			t.community("2", 200, 0, 800)
			t.Streets = append(t.Streets, data.Street{Unit: data.Unit{Code: "12", Name: "T"}})
			t.Communities[1].Street = 1
		}, []zone{{"T", []int{1}, 2000, 40000, DirectionMiddle, 1}, {"S", []int{0}, 1000, 40000, DirectionMiddle, 1}}, 0, 0},
		{"without streets", func(t *town) {
			t.community("1", 0, 0, 400)
			t.community("2", 200, 0, 800)
			t.Streets = []data.Street{{Unit: data.Unit{Virtual: true}}, {Unit: data.Unit{Virtual: true}}}
			t.Communities[1].Street = 1
		}, []zone{{"D", []int{1, 0}, 3000, 80000, DirectionMiddle, 1}}, 0, 0},
		{"without districts either", func(t *town) {
			t.community("1", 0, 0, 400)
			t.Streets[0].Virtual, t.Districts[0].Virtual = true, true
		}, []zone{{"Testtown", []int{0}, 1000, 40000, DirectionMiddle, 1}}, 0, 0},
		{"a community without data is cut out", func(t *town) {
			t.community("1", 0, 0, 400)
			t.community("2", 200, 0, -1)
			t.community("3", 400, 0, 800)
		}, []zone{{"S", []int{2}, 2000, 40000, DirectionE, 1}, {"S", []int{0}, 1000, 40000, DirectionW, 1}}, 0, 0},
		{"land where nobody lives joins, and is none by itself", func(t *town) {
			t.community("1", 0, 0, 400, 0, 400)
			t.community("2", 0, 9000, 0)
		}, []zone{{"S", []int{0}, 2000, 120000, DirectionS, 1}}, 0, 0},
		{"few people", func(t *town) { t.community("1", 0, 0, 39); t.community("2", 0, 900, 40) }, []zone{{"S", []int{1}, 100, 40000, DirectionN, 1}}, 1, 97.5},
		{"points", func(t *town) {
			t.community("1", 0, 0, 400, 800, 400)
			for i := range t.Grids {
				t.Grids[i].Shape = nil
			}
		}, []zone{{"S", []int{0}, 4000, 0, DirectionMiddle, 0}}, 0, 0},
	} {
		r := analyze(t, zoneTown(c.build), Options{Radius: 150})
		if len(r.Zones) != len(c.zones) || r.ZonesRest.Count != c.rest {
			t.Errorf("%s: %d zones and %d in the rest", c.name, len(r.Zones), r.ZonesRest.Count)
			continue
		}
		near(t, c.name+": rest", r.ZonesRest.People, c.people, 1e-9)
		for i, want := range c.zones {
			z := &r.Zones[i]
			if u := r.Units[z.Unit]; u.Name != want.unit || !slices.Equal(z.Communities, want.communities) || z.Direction != want.direction {
				t.Errorf("%s: zone %d lies in %s %v, communities %v", c.name, i, u.Name, z.Direction, z.Communities)
			}
			near(t, c.name+": people", z.People, want.people, 1e-9*want.people)
			near(t, c.name+": households", z.Households, want.people/2.5, 1e-9*want.people)
			near(t, c.name+": area", z.Area, want.area, 5e-4*want.area)
			if rings := len(slices.Concat(z.Shape...)); rings != want.rings {
				t.Errorf("%s: zone %d has %d rings", c.name, i, rings)
			}
		}
		if total := r.Total(); total.Zones != len(c.zones) || total.Get("blind_zones").V != float64(len(c.zones)) {
			t.Errorf("%s: the whole area counts %d", c.name, total.Zones)
		}
	}
}

// A circle that touches the sides of a square leaves four corners; a smaller one leaves a ring; a row of circles parts north from south.
func TestZonesBesideCircles(t *testing.T) {
	corner := (200*200 - math.Pi*100*100) / 4
	for _, c := range []struct {
		name       string
		radius     geo.Length
		east       []float64 // of the centers, at north 100
		directions string
		area       float64 // of each zone
	}{
		{"corners", 100.01, []float64{100}, "ne nw se sw", corner},
		{"ring", 50, []float64{100}, "middle", 40000 - math.Pi*2500},
		{"north and south", 70, []float64{0, 50, 100, 150, 200}, "n s", math.NaN()},
	} {
		r := analyze(t, zoneTown(func(t *town) {
			t.community("1", 0, 0, 4000)
			for _, x := range c.east {
				t.center(x, 100, -1, 0)
			}
		}), Options{Radius: c.radius})
		var directions []string
		for _, z := range r.Zones {
			directions = append(directions, z.Direction.String())
			if !math.IsNaN(c.area) {
				near(t, c.name, z.Area, c.area, 1e-2*c.area)
				near(t, c.name+": people", z.People, 10000*z.Area/r.Total().Ground.Total, 1e-6)
			}
			s := geo.NewShape(z.Shape)
			if !s.Contains(z.Point) || geo.Distance(z.Point, r.City.Centers[z.Nearest].Point).Meters() != z.Distance.V || z.Distance.V <= c.radius.Meters() {
				t.Errorf("%s: %v is no place in the zone, %v m from %d", c.name, z.Point, z.Distance, z.Nearest)
			}
		}
		slices.Sort(directions)
		if got := strings.Join(directions, " "); got != c.directions {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func TestZonesNotSaid(t *testing.T) {
	without := newTown()
	without.community("1", 0, 0, 400)
	city := without.city()
	r := analyze(t, city, Options{})
	if v := r.Total().Get("blind_zones"); len(r.Zones) > 0 || v.Known {
		t.Errorf("without a layer of centers: %v", v)
	}
	profile := data.General()
	profile.Rules = maps.Clone(profile.Rules)
	delete(profile.Rules, "COV-08")
	r, err := Analyze(context.Background(), zoneTown(func(t *town) { t.community("1", 0, 0, 400) }), profile, Options{})
	if err != nil || len(r.Zones) > 0 || r.ZonesRest.People != 0 || r.Total().Get("blind_zones").Known {
		t.Errorf("without the rule: %v %+v", err, r.ZonesRest)
	}
}

// Households counted for the community alone are put on the zones by area.
func TestZonesHouseholdsOfTheCommunity(t *testing.T) {
	city := zoneTown(func(t *town) {
		t.community("1", 0, 0, 400, 100)
		for i := range t.Grids {
			t.Grids[i].Households = data.Number{}
		}
		t.Communities[0].Households = data.Num(600)
		t.center(-50, 100, -1, 0)
	})
	r := analyze(t, city, Options{Radius: 250})
	u := r.Total()
	if len(r.Zones) != 1 {
		t.Fatalf("%d zones", len(r.Zones))
	}
	near(t, "people", r.Zones[0].People, u.People.Uncovered, 1e-9)
	near(t, "households", r.Zones[0].Households, u.Households.Uncovered, 1e-9)
}

// The same bytes of a zone list whatever the number of threads, and in every order of grids.
func TestZonesThreads(t *testing.T) {
	city := zoneTown(func(t *town) {
		for k := range 6 {
			t.community(string(rune('1'+k)), 300*float64(k%3), 500*float64(k), 400, 300, 900, 100)
			t.center(300*float64(k%3)+400, 500*float64(k), -1, k)
		}
	})
	one, four := analyze(t, city, Options{Radius: 180, Threads: 1}), analyze(t, city, Options{Radius: 180, Threads: 4})
	var a, b strings.Builder
	if err := one.WriteZones(&a); err != nil {
		t.Fatal(err)
	}
	if err := four.WriteZones(&b); err != nil || a.String() != b.String() || len(one.Zones) < 3 {
		t.Errorf("%v, %d zones: %s", err, len(one.Zones), a.String())
	}
}
