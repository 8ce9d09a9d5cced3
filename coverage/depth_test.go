package coverage

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
	"quarter/geo"
)

// lens is the area that two circles of radius r share whose centers are d apart.
func lens(r, d float64) float64 {
	return 2*r*r*math.Acos(d/(2*r)) - d/2*math.Sqrt(4*r*r-d*d)
}

// Three circles of 60 m in a grid of 200 m, 1000 residents: the first two 70 m apart share a lens, the third stands on the second. With
// L the lens and D the disk: in no circle A − 2D + L, in one D − L, in two D − L, in all three L.
func TestDepthOfThreeCircles(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	for _, east := range []float64{65, 135, 135} {
		town.center(east, 100, 300, m)
	}
	r := analyze(t, town.city(), Options{Radius: 60})
	area, disk := r.Total().Ground.Total, math.Pi*60*60
	apart := r.City.Centers[0].Point
	shared := lens(60, geo.Distance(apart, r.City.Centers[1].Point).Meters())
	per := 1000 / area
	want := [4]float64{1000 - (2*disk-shared)*per, (disk - shared) * per, (disk - shared) * per, shared * per}
	for k, people := range want {
		near(t, fmt.Sprintf("in %d circles", k), r.Total().Depth[k], people, 1e-7)
		near(t, fmt.Sprintf("in %d circles, all depths", k), r.Depths[k], people, 1e-7)
	}
	for key, people := range map[string]float64{"population_once": want[1], "population_twice": want[2], "population_thrice": want[3],
		"population_overlap": want[2] + want[3], "coverage_overlap": (want[2] + want[3]) / 1000} {
		near(t, key, r.Total().Get(key).V, people, 1e-7)
	}
	near(t, "alone of the first", r.Centers[0].Alone, want[1], 1e-7)
	near(t, "alone of twins", r.Centers[1].Alone+r.Centers[2].Alone, 0, 1e-7)
	if r.Guard != (Guard{Measured: 1}) || len(r.Depths) != 4 {
		t.Errorf("guard %+v, depths %v", r.Guard, r.Depths)
	}
}

// A resident at a point lives in every circle whose center is within the radius, the edge included.
func TestDepthOfPoints(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0)
	for i, people := range []float64{1, 2, 4, 8, 16} {
		g := data.Grid{Unit: data.Unit{Code: fmt.Sprint(i)}, Community: m, Point: at(100*float64(i), 0)}
		g.People[data.Resident] = data.Num(people)
		town.Grids = append(town.Grids, g)
	}
	for _, east := range []float64{0, 100, 120, 130, 140} {
		town.center(east, 0, 300, m)
	}
	r := analyze(t, town.city(), Options{Radius: 110})
	// Point 0 m: centers 0 and 100; 100 m: all five; 200 m: 100 to 140; 300 and 400 m: none.
	want := []float64{8 + 16, 0, 1, 0, 4, 2}
	if fmt.Sprint(r.Depths) != fmt.Sprint(want) {
		t.Errorf("depths %v, want %v", r.Depths, want)
	}
	if r.Total().Depth != [4]float64{24, 0, 1, 6} || r.Guard.Measured != 0 {
		t.Errorf("%v, %+v", r.Total().Depth, r.Guard)
	}
}

// Depths are measured where people are put, and nowhere else: on the outline of an estimated community, not on an empty grid.
func TestDepthWherePeopleLive(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400, 0, -1)
	town.Grids[2].Exclusive = true
	n := town.community("112", 0, 400, 400, -1)
	town.Communities[n].Shape = square(0, 400, 400)
	town.Communities[n].People[data.Resident] = data.Num(500)
	town.community("113", 0, 900, -1)
	town.center(100, 100, 300, m)
	r := analyze(t, town.city(), Options{})
	if r.Guard.Measured != 2 {
		t.Errorf("%d grounds measured, want a grid and an outline", r.Guard.Measured)
	}
	near(t, "in one circle", r.Total().Depth[1], 1500, 1e-9)
	if r.Community(2).Get("population_once").Known {
		t.Error("depth of a community without data")
	}
}

func TestDepthWithoutCenters(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	r := analyze(t, town.city(), Options{})
	if r.Depths != nil || r.Total().Get("population_once").Known || r.Total().Get("coverage_overlap").Known {
		t.Error("depth without a layer of centers")
	}
	town.center(100, 100, 300, m).Status = data.StatusBuilding
	r = analyze(t, town.city(), Options{})
	if fmt.Sprint(r.Depths) != "[1000]" || r.Total().Depth != [4]float64{1000} || r.Total().Get("coverage_overlap") != share(0, 1000, 0) {
		t.Errorf("no center counts: %v, %v", r.Depths, r.Total().Depth)
	}
}

// Depths add up at every level and over groups, and speak of households where those are counted.
func TestDepthAddsUp(t *testing.T) {
	r := analyze(t, scatteredTown(rand.New(rand.NewPCG(5, 1))), Options{Radius: 350, Basis: basis(data.ByHouseholds)})
	for _, level := range []Level{LevelDistrict, LevelStreet, LevelCommunity, LevelGroup} {
		var all [4]float64
		for i := range r.Level(level) {
			u := &r.Level(level)[i]
			addTo(all[:], u.Depth[:])
			near(t, u.Name, u.Depth[0]+u.Depth[1]+u.Depth[2]+u.Depth[3], u.People.Total, 1e-9*math.Max(1, u.People.Total))
			near(t, u.Name+" outside", u.Depth[0], u.People.Uncovered, 1e-9*math.Max(1, u.People.Total))
		}
		for k, v := range all {
			near(t, fmt.Sprintf("%v in %d circles", level, k), v, r.Total().Depth[k], 1e-6)
		}
	}
}

// scatteredTown scatters communities of every kind of demand, and centers of every status, over 3 km.
func scatteredTown(random *rand.Rand) *data.City {
	town := newTown()
	for i := range 4 + random.IntN(5) {
		households := make([]float64, random.IntN(5))
		for k := range households {
			households[k] = float64(random.IntN(500) - 20)
		}
		m := town.community(fmt.Sprint(100+i), 3000*random.Float64(), 3000*random.Float64(), households...)
		town.Communities[m].Group = []string{"East", "West"}[random.IntN(2)]
		if random.IntN(2) == 0 {
			town.Communities[m].People[data.Resident] = data.Num(float64(random.IntN(3000)))
			town.Communities[m].Households = data.Num(float64(random.IntN(1000)))
			town.Communities[m].Shape = square(3000*random.Float64(), 3000*random.Float64(), 100+500*random.Float64())
		}
		if random.IntN(3) == 0 {
			g := data.Grid{Unit: data.Unit{Code: fmt.Sprint("p", i)}, Community: m, Point: at(3000*random.Float64(), 3000*random.Float64())}
			g.People[data.Resident], g.Households = data.Num(77), data.Num(30)
			town.Grids = append(town.Grids, g)
		}
	}
	for range random.IntN(25) {
		c := town.center(3000*random.Float64(), 3000*random.Float64(), 300, random.IntN(len(town.Communities)))
		c.Status = []data.Status{data.StatusOpen, data.StatusOpen, data.StatusUnknown, data.StatusPlanned}[random.IntN(4)]
		if random.IntN(8) == 0 {
			town.center(3000*random.Float64(), 3000*random.Float64(), 300, 0).Point = c.Point
		}
	}
	town.center(1500, 1500, 300, 0)
	return town.city()
}

// closings checks for every counted center that the covered people fall by its Alone if it closes, and returns how many there are.
func closings(t require, city *data.City, o Options) (counted int) {
	profile := data.General()
	before, err := Analyze(t.Context(), city, profile, o)
	if err != nil {
		t.Fatal(err)
	}
	people := before.Total().People
	for i := range before.Centers {
		alone := before.Centers[i].Alone
		if !before.Centers[i].Use.Counted() {
			if alone != 0 {
				t.Errorf("center %d does not count and serves %v alone", i, alone)
			}
			continue
		}
		counted++
		closed := city.With()
		closed.Centers[i].Status = data.StatusClosed
		if lost := people.Covered - coveredPeople(t, closed, profile, o); math.Abs(lost-alone) > 1e-9*math.Max(1, people.Total) {
			t.Errorf("center %d: %v lost, %v alone", i, lost, alone)
		}
	}
	return counted
}

// require is a test, or one case of a property.
type require interface {
	Context() context.Context
	Errorf(string, ...any)
	Fatal(...any)
}

// coveredPeople takes an analysis as far as the covered people.
func coveredPeople(t require, city *data.City, profile data.Profile, o Options) float64 {
	a, err := newAnalysis(t.Context(), city, profile, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []func() error{a.measureGrounds, a.countCommunities, a.rollUp} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return a.Total().People.Covered
}

func TestClosingACenter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		closings(t, scatteredTown(random), Options{Radius: lengthOf(200 + 800*random.Float64()), Sites: -1})
	})
}

// demoCity is the sample city as it is read from its files.
func demoCity(t testing.TB) *data.City {
	t.Helper()
	dir := t.TempDir()
	err := demo.Write(t.Context(), demo.Options{}, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) })
	if err != nil {
		t.Fatal(err)
	}
	city, err := load.Dir(t.Context(), dir, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return city
}

func TestClosingEachCenterOfTheDemo(t *testing.T) {
	if n := closings(t, demoCity(t), Options{Sites: -1}); n < 50 {
		t.Errorf("only %d centers", n)
	}
}

// BenchmarkPeople is what depth, cohorts and every circle by itself cost, with all that they rest on in place.
func BenchmarkPeople(b *testing.B) {
	city := benchCity(b)
	a, err := newAnalysis(b.Context(), city, data.General(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	run := func(steps ...func() error) {
		for _, step := range steps {
			if err := step(); err != nil {
				b.Fatal(err)
			}
		}
	}
	run(a.measureGrounds, a.countCommunities, a.placePeople, a.rollUp)
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"grounds", a.measureGrounds}, {"depth", a.measureDepth}, {"centers", a.measureCenters}, {"cohorts", a.measureCohorts},
	} {
		b.Run(step.name, func(b *testing.B) {
			for b.Loop() {
				run(step.run)
			}
		})
	}
}
