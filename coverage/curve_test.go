package coverage

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"quarter/data"
)

// mixedTown is a random town with all that a real one has: two districts, four streets, groups, points beside polygons, a community
// that is estimated, one without any count, several bases, tiers and statuses.
func mixedTown(seed uint64) *data.City {
	random := rand.New(rand.NewPCG(seed, 2))
	town := newTown()
	town.Districts = append(town.Districts, data.District{Unit: data.Unit{Code: "2", Name: "E"}})
	for i := 1; i < 4; i++ {
		town.Streets = append(town.Streets, data.Street{Unit: data.Unit{Code: fmt.Sprint("1", i+1), Group: []string{"", "north", "south"}[i%3]}, District: i / 2})
	}
	for i := range 9 {
		households := make([]float64, random.IntN(5))
		for k := range households {
			households[k] = float64(random.IntN(700)) - 30*float64(i%2) // some negative: not given
		}
		east, north := 1300*float64(i%3)+float64(random.IntN(200)), 900*float64(i/3)
		m := town.community(string(rune('a'+i)), east, north, households...)
		town.Communities[m].Street = i % 4
		if i%4 == 1 {
			town.Communities[m].People[data.Resident] = data.Num(1500)
		}
		town.point(m, east+400, north+300, float64(random.IntN(90)))
		for range random.IntN(3) {
			c := town.center(east+float64(random.IntN(900))-200, north+float64(random.IntN(600)), 400, m)
			c.Street, c.District = i%4, i%4/2
			c.Tier = []data.Tier{data.TierCommunity, data.TierStreet, data.TierUnknown, data.TierCommunity, data.TierDistrict}[random.IntN(5)]
			c.Status = []data.Status{data.StatusOpen, data.StatusOpen, data.StatusUnknown, data.StatusPlanned}[random.IntN(4)]
		}
	}
	for i := range town.Grids {
		if g := &town.Grids[i]; g.Households.Known && i%5 != 0 {
			g.People[data.Registered] = data.Num(float64(random.IntN(500)))
		}
	}
	return town.city()
}

// point adds a grid that is a point, with residents but no households.
func (t *town) point(community int, east, north, people float64) {
	g := data.Grid{Unit: data.Unit{Code: fmt.Sprintf("p%03d", len(t.Grids))}, Community: community, Point: at(east, north)}
	g.People[data.Resident] = data.Num(people)
	t.Grids = append(t.Grids, g)
}

// allUnits lists every unit and group.
func allUnits(r *Result) []*Unit {
	var out []*Unit
	for _, units := range [][]Unit{r.Units, r.Groups} {
		for i := range units {
			out = append(out, &units[i])
		}
	}
	return out
}

// A center in the middle of a square of 200 m: π d² of it lie within d below 100 m, all of it from half the diagonal, 141 m, on.
func TestCurveInClosedForm(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400))
	r := analyze(t, town.city(), Options{Radius: 75, StrictRadius: 60})
	total := r.Total()
	for _, d := range []float64{50, 60, 75} {
		near(t, fmt.Sprint("within ", d), r.WithinRadius(total, d).V, 1000*math.Pi*d*d/total.Ground.Total, 1e-6)
	}
	near(t, "within 150", r.WithinRadius(total, 150).V, 1000, 0)
	// The inverse: √(share · area ÷ π) as long as the circle lies in the square.
	near(t, "nearest_p50", total.Get("nearest_p50").V, math.Sqrt(0.5*total.Ground.Total/math.Pi), 1e-6)
}

// Ten residents each at 100, 200 … 1000 m: the curve is a staircase that counts its own edge.
func TestCurveOfPoints(t *testing.T) {
	r := analyze(t, ladder().city(), Options{Radius: 950})
	for _, d := range []float64{50, 150, 350, 950, 1050, 3000} {
		near(t, fmt.Sprint("within ", d), r.WithinRadius(r.Total(), d).V, 10*math.Floor(math.Min(d, 1000)/100), 0)
	}
	for key, want := range map[string]float64{"radius_80": 800, "radius_90": 900, "radius_95": 1000} {
		near(t, key, r.Total().Get(key).V, want, 0.2)
	}
}

// ladder is ten places of ten residents each, 100, 200 … 1000 m north of the center.
func ladder() *town {
	town := newTown()
	m := town.community("111", 0, 0)
	for i := range 10 {
		town.point(m, 0, 100*float64(i+1), 10)
	}
	town.center(0, 0, 300, m)
	return town
}

// The curve at any of its radii is what a run with that radius finds, in every unit and group.
func TestCurveIsCoverage(t *testing.T) {
	for seed := range uint64(6) {
		city := mixedTown(seed)
		r := analyze(t, city, Options{Sites: -1})
		for _, radius := range []float64{50, 200, 300, 500, 714, 800, 1000, 1042, 1450, 3000} {
			direct := analyze(t, city, Options{Radius: lengthOf(radius), Sites: -1})
			for i, u := range allUnits(direct) {
				got := r.WithinRadius(allUnits(r)[i], radius)
				if got.Known != u.Get("population_covered").Known {
					t.Fatalf("seed %d radius %v unit %d: known %v", seed, radius, i, got.Known)
				}
				near(t, fmt.Sprintf("seed %d radius %v unit %d", seed, radius, i), got.V, u.People.Covered, 1e-12*math.Max(1, u.People.Total))
			}
		}
	}
}

// Laws: nobody within 0 but at the center itself; a curve never falls; it ends at all people; units add up.
func TestCurveLaws(t *testing.T) {
	for seed := range uint64(40) {
		r := analyze(t, mixedTown(seed), Options{Radius: 400, StrictRadius: 350, Sites: -1})
		if r.Total().Within == nil {
			continue // a town without a center that counts
		}
		last := len(r.Radii) - 1
		sum := make([]float64, len(r.Radii))
		for _, u := range allUnits(r) {
			if u.People.Known == 0 {
				if u.Within != nil {
					t.Fatalf("seed %d: nobody is counted in %s, within %v", seed, u.Name, u.Within)
				}
				continue
			}
			if !slices.IsSorted(u.Within) || u.Within[0] < 0 {
				t.Fatalf("seed %d: %s falls: %v", seed, u.Name, u.Within)
			}
			if u.Reach.Max.V <= r.Radii[last] {
				near(t, "at the far end", u.Within[last], u.People.Total, 0)
			}
			if u.Level == LevelCommunity {
				addTo(sum, u.Within)
			}
		}
		for k := range sum {
			near(t, "sum of communities", sum[k], r.Total().Within[k], 1e-12*r.Total().People.Total)
		}
	}
}

func TestCurveAtZero(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	town.point(m, 100, 100, 7)
	town.center(100, 100, 500, m)
	a, err := newAnalysis(t.Context(), town.city(), data.General(), Options{})
	for _, step := range []func() error{a.measureGrounds, a.countCommunities, a.placePeople} {
		if err == nil {
			err = step()
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	got := curve(a.places, []float64{0, a.places[0].far})
	near(t, "within 0", got[0], 7, 0)
	near(t, "within the farthest point", got[1], 1007, 0)
}

// Every radius that the run names is there once, ascending.
func TestRadii(t *testing.T) {
	r := analyze(t, ladder().city(), Options{Radius: 700 + 1e-7, StrictRadius: 123})
	for i := 1; i < len(r.Radii); i++ {
		if r.Radii[i] <= r.Radii[i-1]*(1+1e-9) {
			t.Errorf("%v and %v", r.Radii[i-1], r.Radii[i])
		}
	}
	named := []float64{50, 100, 3000, 123, 700 + 1e-7, 300, 500, r.Sensitivity.Low.Meters(), r.Sensitivity.High.Meters()}
	for _, w := range r.Walkers {
		named = append(named, w.Radius)
	}
	for _, d := range named {
		if _, found := findRadius(r.Radii, d); !found {
			t.Errorf("%v is not among %v", d, r.Radii)
		}
	}
	if at, _ := findRadius(r.Radii, 700); r.Radii[at] != r.Circle.Radius.Meters() {
		t.Errorf("%v stands for the service radius", r.Radii[at])
	}
}

func TestWithinRadiusMissing(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	town.community("112", 900, 0, -1)
	if v := analyze(t, town.city(), Options{}); v.WithinRadius(v.Total(), 1000).Known {
		t.Error("people within 1000 m, though no layer of centers was given")
	}
	town.center(100, 100, 300, m).Status = data.StatusBuilding
	r := analyze(t, town.city(), Options{})
	if v := r.WithinRadius(r.Total(), 1000); !v.Known || v.V != 0 || r.Total().Within != nil {
		t.Errorf("no center counts: %v within 1000 m", v)
	}
	town.Centers[0].Status = data.StatusOpen
	r = analyze(t, town.city(), Options{})
	if v := r.WithinRadius(r.Community(1), 1000); v.Known {
		t.Errorf("%v of people whom nobody counted", v)
	}
	if v := r.WithinRadius(r.Total(), 1001); v.Known {
		t.Errorf("%v at a radius that the curve does not have", v)
	}
}

// Groups have distances too: those of the places of their communities.
func TestReachOfGroups(t *testing.T) {
	town := ladder()
	town.Communities[0].Group = "north"
	r := analyze(t, town.city(), Options{})
	if r.Groups[0].Reach != r.Total().Reach || !r.Groups[0].Reach.P95.Known {
		t.Errorf("%+v, want %+v", r.Groups[0].Reach, r.Total().Reach)
	}
}
