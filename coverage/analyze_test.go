package coverage

import (
	"bytes"
	"context"
	"errors"
	"math"
	"testing"

	"quarter/data"
	"quarter/geo"
)

// Two communities of two grids, 400 households each. The circle of 1000 m around the first grid's center holds the first community
// (farthest corner √(300²+100²) = 316 m); the second begins at 5 km.
func TestCoverageOfTwoCommunities(t *testing.T) {
	town := newTown()
	a := town.community("111", 0, 0, 400, 400)
	town.community("112", 5000, 0, 400, 400)
	town.center(100, 100, 500, a)
	r := analyze(t, town.city(), Options{})

	total := r.Total()
	near(t, "population", total.People.Total, 4000, 0)
	near(t, "covered", total.People.Covered, 2000, 1e-9)
	near(t, "uncovered", total.People.Uncovered, 2000, 1e-9)
	near(t, "coverage", total.Get("coverage_pop").V, 0.5, 1e-12)
	outcome(t, r.Community(0), "COV-04", Attained)
	outcome(t, r.Community(1), "COV-04", NotAttained)
	near(t, "area", total.Get("area").V, 4*200*200, 20)
}

// A circle of 99 m in the middle of a 200 m grid covers π·99² m² of it, the strict circle of 50 m π·50².
func TestCoverageIsExact(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400))
	r := analyze(t, town.city(), Options{Radius: 99, StrictRadius: 50})
	area := r.Total().Ground.Total
	near(t, "coverage", r.Total().Get("coverage_pop").V, math.Pi*99*99/area, 1e-9)
	near(t, "strict", r.Total().Get("coverage_pop_strict").V, math.Pi*50*50/area, 1e-9)
}

// Of 10,000 residents 8,996 are covered: 89.96 % fails 90 %, and 90 % itself passes.
func TestThresholdUnrounded(t *testing.T) {
	for _, c := range []struct {
		covered float64
		want    Outcome
	}{{8996, NotAttained}, {8999.6, NotAttained}, {9000, Attained}, {9000 - 1e-6, Attained}, {9001, Attained}} {
		town := newTown()
		m := town.community("111", 0, 0, 1)
		town.community("112", 50000, 0, 1)
		town.Grids[0].People[data.Resident] = data.Num(c.covered)
		town.Grids[1].People[data.Resident] = data.Num(10000 - c.covered)
		town.center(100, 100, 500, m)
		outcome(t, analyze(t, town.city(), Options{}).Total(), "COV-04", c.want)
	}
}

func TestWhichCentersCount(t *testing.T) {
	cases := []struct {
		name   string
		change func(*data.Center)
		opts   Options
		covers bool
		use    CenterUse
	}{
		{"open", func(*data.Center) {}, Options{}, true, UseCounted},
		{"outside the border", func(c *data.Center) { c.Communities, c.Street, c.District = nil, data.None, data.None }, Options{}, true, UseCounted},
		{"under construction", func(c *data.Center) { c.Status = data.StatusBuilding }, Options{}, false, UseNotOpen},
		{"planned", func(c *data.Center) { c.Status = data.StatusPlanned }, Options{}, false, UseNotOpen},
		{"closed", func(c *data.Center) { c.Status = data.StatusClosed }, Options{}, false, UseNotOpen},
		{"status blank", func(c *data.Center) { c.Status = data.StatusUnknown }, Options{}, true, UseUnknown},
		{"status blank, excluded", func(c *data.Center) { c.Status = data.StatusUnknown }, Options{ExcludeUnknown: true}, false, UseExcluded},
		{"tier not asked for", func(*data.Center) {}, Options{Tiers: []data.Tier{data.TierStreet}}, false, UseTier},
		{"service point", func(c *data.Center) { c.Tier = data.TierPoint }, Options{}, false, UsePoint},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			town := newTown()
			c.change(town.center(-300, 100, 500, town.community("111", 0, 0, 400)))
			r := analyze(t, town.city(), c.opts)
			if r.Centers[0].Use != c.use {
				t.Errorf("use = %v, want %v", r.Centers[0].Use, c.use)
			}
			near(t, "coverage", r.Total().Get("coverage_pop").V, indicator(c.covers), 1e-12)
		})
	}
}

// Note a of DOMAIN 4.1: one level per community.
func TestDemandLevel(t *testing.T) {
	known, missing := data.Num(10), data.Number{}
	cases := []struct {
		name   string
		own    data.Number
		grids  []data.Number
		exempt []bool
		want   Demand
	}{
		{"every grid", known, []data.Number{known, known}, []bool{false, false}, DemandGrid},
		{"exempt grid missing", known, []data.Number{known, missing}, []bool{false, true}, DemandGrid},
		{"grid missing, own total", known, []data.Number{known, missing}, []bool{false, false}, DemandEstimated},
		{"grid missing, no own total", missing, []data.Number{known, missing}, []bool{false, false}, DemandGrid},
		{"no grids", known, nil, nil, DemandCommunity},
		{"nothing", missing, []data.Number{missing}, []bool{false}, DemandMissing},
		{"nothing at all", missing, nil, nil, DemandMissing},
	}
	for _, c := range cases {
		if got := demandLevel(c.own, c.grids, c.exempt); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A community whose grids have no counts is missing, not red, and stands in no denominator.
func TestMissingIsNotZero(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400))
	town.community("112", 9000, 0, -1, -1)
	r := analyze(t, town.city(), Options{})
	near(t, "coverage", r.Total().Get("coverage_pop").V, 1, 1e-12)
	v := outcome(t, r.Community(1), "COV-04", NoData)
	if v.Reason != ReasonNoPeople || r.Total().Get("coverage_pop").Missing != 2 {
		t.Errorf("reason %q, missing %d", v.Reason, r.Total().Get("coverage_pop").Missing)
	}
	outcome(t, r.Community(1), "AREA-02", NoData)
}

// An estimated community spreads its own total over its ground: half of its two grids is covered, so half of its people.
func TestEstimatedCommunity(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400, -1)
	town.Communities[m].People[data.Resident] = data.Num(3000)
	town.Grids[1].Shape = square(5000, 0, 200)
	town.center(100, 100, 500, m)
	r := analyze(t, town.city(), Options{})
	near(t, "population", r.Total().People.Total, 3000, 0)
	near(t, "covered", r.Total().People.Covered, 1500, 0.01) // the two squares differ by the projection of the test
	if r.Basis.Estimated != 1 || r.Community(0).Demand != DemandEstimated {
		t.Errorf("not marked as an estimate: %+v", r.Basis)
	}
}

func TestOptionErrors(t *testing.T) {
	cases := map[string]Options{
		"radius_and_minutes":  {Radius: 1000, Minutes: 15},
		"radius_range":        {Radius: 60000},
		"minutes_range":       {Minutes: 500},
		"speed_range":         {Speed: 5000},
		"detour_range":        {Detour: 0.5},
		"strict_radius_range": {Radius: 500, StrictRadius: 800},
		"basis_absent":        {Basis: basis(data.Registered)},
	}
	town := newTown()
	town.community("111", 0, 0, 400)
	city := town.city()
	for key, o := range cases {
		_, err := Analyze(context.Background(), city, data.General(), o)
		var wrong *OptionError
		if !errors.As(err, &wrong) || wrong.Key != key {
			t.Errorf("%s: %v", key, err)
		}
	}
	if _, err := Analyze(context.Background(), city, data.General(), Options{Radius: geo.Length(math.NaN())}); err == nil {
		t.Error("a radius of NaN was taken")
	}
}

func basis(b data.Basis) *data.Basis { return &b }

// COV-02: 15 min · 80 m/min ÷ 1.2 = 1000 m.
func TestRadiusFromWalking(t *testing.T) {
	c, err := Options{Minutes: 15}.Circle(data.General())
	if err != nil || c.Radius != 1000 || c.StrictRadius != 800 || !c.FromWalking {
		t.Errorf("%+v, %v", c, err)
	}
	c, err = Options{Minutes: 15, Speed: 4000.0 / 60, Detour: 1.3}.Circle(data.General())
	near(t, "radius at 4 km/h, detour 1.3", c.Radius.Meters(), 769.23, 0.01)
	if err != nil || c.StrictRadius != c.Radius {
		t.Errorf("a strict radius above the radius was kept: %+v, %v", c, err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	town := newTown()
	town.community("111", 0, 0, 400)
	if _, err := Analyze(ctx, town.city(), data.General(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

// Same input, same bytes: whatever the order of the rows and the number of threads.
func TestOrderAndThreadsChangeNoByte(t *testing.T) {
	build := func(reverse bool) *data.City {
		town := newTown()
		for i, code := range []string{"111", "112", "113", "114"} {
			m := town.community(code, 900*float64(i), 300*float64(i%2), 350, 410, 180+100*float64(i))
			if i != 2 {
				town.center(900*float64(i)+50, 100, 280+40*float64(i), m)
			}
		}
		if reverse {
			n := len(town.Grids)
			for i := range n / 2 {
				town.Grids[i], town.Grids[n-1-i] = town.Grids[n-1-i], town.Grids[i]
			}
			town.Centers[0], town.Centers[2] = town.Centers[2], town.Centers[0]
		}
		return town.city()
	}
	var want bytes.Buffer
	if err := analyze(t, build(false), Options{Radius: 400, StrictRadius: 300, Threads: 1}).WriteJSON(&want); err != nil {
		t.Fatal(err)
	}
	for _, threads := range []int{1, 2, 7} {
		var got bytes.Buffer
		if err := analyze(t, build(true), Options{Radius: 400, StrictRadius: 300, Threads: threads}).WriteJSON(&got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			t.Errorf("threads %d: other bytes", threads)
		}
	}
}

// Nothing added changes nothing; a center added never lowers anybody's coverage.
func TestAddingCenters(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400, 350, 300, 500)
	town.center(100, 100, 500, m)
	city := town.city()
	before := analyze(t, city, Options{Radius: 250, StrictRadius: 200})
	same := analyze(t, city.With(), Options{Radius: 250, StrictRadius: 200})
	if before.Total().People != same.Total().People {
		t.Error("adding nothing changed the account")
	}
	last := before.Total().People.Covered
	for i := range 8 {
		city = city.With(data.Center{Code: "N", Point: at(100*float64(i), 150), Tier: data.TierCommunity, Status: data.StatusOpen,
			Street: data.None, District: data.None, Grid: data.None})
		now := analyze(t, city, Options{Radius: 250, StrictRadius: 200}).Total().People.Covered
		if now < last-1e-9 {
			t.Errorf("center %d lowered coverage from %v to %v", i, last, now)
		}
		last = now
	}
}

// Two centers on one spot cover what one covers: circles are united first.
func TestOverlapCountsOnce(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400, 400, 400)
	town.center(100, 100, 500, m)
	one := analyze(t, town.city(), Options{Radius: 300, StrictRadius: 200}).Total().People.Covered
	town.center(100, 100, 500, 0)
	town.Centers[1].Street, town.Centers[1].District = 0, 0
	near(t, "two on one spot", analyze(t, town.city(), Options{Radius: 300, StrictRadius: 200}).Total().People.Covered, one, 1e-9)
}

// COV-06 knows only the centers of the same community.
func TestOwnCenterCoverage(t *testing.T) {
	town := newTown()
	a := town.community("111", 0, 0, 400)
	town.community("112", 200, 0, 400)
	town.center(100, 100, 500, a)
	r := analyze(t, town.city(), Options{})
	near(t, "own of the first", r.Community(0).Get("coverage_own").V, 1, 1e-12)
	near(t, "own of the second", r.Community(1).Get("coverage_own").V, 0, 0)
	near(t, "coverage of the second", r.Community(1).Get("coverage_pop").V, 1, 1e-12)
}

// Points: 10 residents each at 100, 200, 300 … 1000 m north of the center. Half of them live within 500 m, nine tenths within 900 m.
func TestReachOfPoints(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0)
	for i := 1; i <= 10; i++ {
		g := data.Grid{Unit: data.Unit{Code: string(rune('a' + i))}, Community: m, Point: at(0, 100*float64(i))}
		g.People[data.Resident] = data.Num(10)
		town.Grids = append(town.Grids, g)
	}
	town.center(0, 0, 300, m)
	r := analyze(t, town.city(), Options{Radius: 950})
	reach := r.Total().Reach
	near(t, "P50", reach.P50.V, 500, 0.2)
	near(t, "P90", reach.P90.V, 900, 0.2)
	near(t, "max", reach.Max.V, 1000, 0.2)
	near(t, "mean", reach.Mean.V, 550, 0.2)
	near(t, "covered", r.Total().People.Covered, 90, 0)
	if !r.Basis.Points {
		t.Error("points are not mentioned")
	}
}

// The distribution at the radius is the coverage, bar by bar.
func TestDistribution(t *testing.T) {
	town := newTown()
	for i := range 6 {
		town.community(string(rune('1'+i)), 450*float64(i), 0, 400, 300)
	}
	town.center(100, 100, 500, 0)
	r := analyze(t, town.city(), Options{})
	var within, all float64
	for i, p := range r.Distances.People {
		all += p
		if i < 10 {
			within += p
		}
	}
	near(t, "people within 1000 m", within, r.Total().People.Covered, 1e-6)
	near(t, "all people", all+r.Distances.Beyond, r.Total().People.Total, 1e-6)
}

// No layer of centers: coverage is not said, rather than 0. No center that counts: it is 0, and nothing is infinite.
func TestNoCenters(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400, 300)
	r := analyze(t, town.city(), Options{})
	for _, key := range []string{"coverage_pop", "population_covered", "coverage_area", "coverage_own", "centers", "coverage_org", "area_gap"} {
		if v := r.Total().Get(key); v.Known {
			t.Errorf("%s = %v without a layer of centers", key, v.V)
		}
	}
	outcome(t, r.Total(), "COV-04", NoData)
	if len(r.Sites) != 0 {
		t.Error("sites recommended without a layer of centers")
	}

	town.center(100, 100, 300, m).Status = data.StatusBuilding
	r = analyze(t, town.city(), Options{})
	near(t, "coverage", r.Total().Get("coverage_pop").V, 0, 0)
	outcome(t, r.Total(), "COV-04", NotAttained)
	if err := r.WriteJSON(&bytes.Buffer{}); err != nil {
		t.Error(err)
	}
}

// Where households are counted, the figures say so.
func TestUnitFollowsBasis(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 400)
	r := analyze(t, town.city(), Options{Basis: basis(data.ByHouseholds)})
	if u := r.UnitOf(Metrics[0]); u != UnitHouseholds || r.Total().People.Total != 400 {
		t.Errorf("unit %s of %v", u, r.Total().People.Total)
	}
}
