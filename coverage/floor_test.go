package coverage

import (
	"math"
	"testing"

	"quarter/data"
)

// 20 m² per 100 households binds above 1,500 households, the 300 m² below. Households are not rounded up to hundreds.
func TestRequiredArea(t *testing.T) {
	p := data.General()
	rules := func(p data.Profile) floorRules { return (&Result{Profile: p}).floorRules() }
	for households, want := range map[float64]float64{1: 300, 1499: 300, 1500: 300, 1501: 300.2, 5000: 1000} {
		near(t, "required", rules(p).required(households, data.Unstated), want, 1e-9)
	}
	near(t, "rounded up", rules(p.With("AREA-01", "round_up_hundreds", 1, "test")).required(1501, data.Unstated), 320, 1e-9)
	onlyNew := p.With("AREA-01", "new_only", 1, "test")
	near(t, "old compound", rules(onlyNew).required(5000, data.No), 300, 0)
	near(t, "new compound", rules(onlyNew).required(5000, data.Yes), 1000, 0)
}

// One community lacks 200 m², the other has 150 m² too much: the area lacks 200, not 50.
func TestSurplusNeverOffsets(t *testing.T) {
	town := newTown()
	short := town.community("111", 0, 0, 1000, 1500) // 2,500 households: 500 m²
	rich := town.community("112", 2000, 0, 1000)     // 300 m²
	town.center(0, 0, 300, short)
	town.center(2000, 0, 450, rich)
	r := analyze(t, town.city(), Options{})
	near(t, "gap", r.Total().Get("area_gap").V, 200, 1e-9)
	near(t, "short", r.Total().Get("communities_short").V, 1, 0)
	near(t, "rate", r.Total().Get("rate_attain").V, 0.5, 1e-12)
	near(t, "required", r.Total().Get("area_required").V, 800, 1e-9)
	near(t, "per 100", r.Total().Get("per100").V, 750.0/3500*100, 1e-9)
	outcome(t, r.Community(0), "AREA-02", NotAttained)
	outcome(t, r.Community(1), "AREA-02", Attained)
}

func TestFloorOutcomes(t *testing.T) {
	cases := []struct {
		name       string
		households float64
		areas      []float64 // -1: not stated
		area, main Outcome
		gap        float64
	}{
		{"at the limit", 2000, []float64{400}, Attained, Attained, 0},
		{"a hair below", 2000, []float64{399.9}, NotAttained, Attained, 0.1},
		{"within 1e-9", 2000, []float64{400 - 1e-8}, Attained, Attained, 0},
		{"two rooms, main too small", 2000, []float64{250, 250}, Attained, NotAttained, 0},
		{"no facility", 2000, nil, NotAttained, NotAttained, 400},
		{"area not stated", 2000, []float64{-1}, NoData, NoData, 0},
		{"one not stated, the other suffices", 2000, []float64{-1, 450}, Attained, Attained, 0},
		{"one not stated, the other does not", 2000, []float64{-1, 350}, NoData, Attained, 0},
		{"no households at all", 0, []float64{350}, NotApplicable, NotApplicable, 0},
		{"households not given", -1, []float64{350}, NoData, NoData, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			town := newTown()
			m := town.community("111", 0, 0, c.households)
			other := town.community("112", 900, 0, 100)
			town.center(900, 0, 300, other) // so that floor areas are given at all
			for _, a := range c.areas {
				town.center(0, 0, a, m)
			}
			u := analyze(t, town.city(), Options{}).Community(0)
			outcome(t, u, "AREA-02", c.area)
			outcome(t, u, "AREA-03", c.main)
			near(t, "gap", u.Floor.Gap, c.gap, 1e-9)
		})
	}
}

// District, street and regional centers and those not open add nothing to a community's floor area.
func TestWhichFacilitiesCount(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 2000)
	town.center(0, 0, 100, m)
	town.center(0, 0, 1000, m).Tier = data.TierDistrict
	town.center(0, 0, 1000, m).Tier = data.TierStreet
	town.center(0, 0, 1000, m).Tier = data.TierRegional
	town.center(0, 0, 1000, m).Status = data.StatusBuilding
	town.center(0, 0, 50, m).Tier = data.TierUnknown
	near(t, "actual", analyze(t, town.city(), Options{}).Total().Get("area_actual").V, 150, 0)
}

// A building of 600 m² shared by 1,000 and 2,000 households: 200 and 400 m².
func TestSharedFacility(t *testing.T) {
	town := newTown()
	a := town.community("111", 0, 0, 1000)
	b := town.community("112", 900, 0, 2000)
	town.center(0, 0, 600, a, b)
	r := analyze(t, town.city(), Options{})
	near(t, "first", r.Community(0).Floor.Actual, 200, 1e-9)
	near(t, "second", r.Community(1).Floor.Actual, 400, 1e-9)
	near(t, "gap", r.Total().Floor.Gap, 100, 1e-9)
}

// A profile that does not regulate floor area gives na, never a value borrowed from another one.
func TestProfileWithoutFloorRule(t *testing.T) {
	town := newTown()
	town.center(0, 0, 100, town.community("111", 0, 0, 2000))
	p := data.General()
	delete(p.Rules, "AREA-01")
	delete(p.Rules, "AREA-02")
	r, err := Analyze(t.Context(), town.city(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := outcome(t, r.Community(0), "AREA-02", NotApplicable)
	if v.Reason != ReasonNotRegulated || r.Total().Get("area_gap").Known {
		t.Errorf("reason %q, gap %v", v.Reason, r.Total().Get("area_gap").Number)
	}
}

func TestBalance(t *testing.T) {
	b := balance([]float64{2, 4, 4, 4, 5, 5, 7, 9}) // the textbook row: mean 5, population σ 2
	near(t, "mean", b.Mean, 5, 0)
	near(t, "cv", b.CV.V, 0.4, 1e-15)
	near(t, "ratio", b.Ratio.V, 4.5, 0)
	near(t, "deviation", b.Deviation.V, 0.8, 1e-15)

	withZero := balance([]float64{0, 10, 20})
	if withZero.Zero != 1 || withZero.Ratio.V != 2 || !withZero.CV.Known {
		t.Errorf("with a zero: %+v", withZero)
	}
	for _, x := range [][]float64{nil, {5}, {0, 0}} {
		if b := balance(x); b.CV.Known || b.Ratio.Known {
			t.Errorf("balance(%v) = %+v", x, b)
		}
	}
	near(t, "equal grids", balance([]float64{7, 7, 7}).CV.V, 0, 0)
}

func TestGridRules(t *testing.T) {
	cases := []struct {
		name       string
		households []float64
		want       Outcome
	}{
		{"even", []float64{400, 400, 400}, Attained},
		{"ratio at 2", []float64{300, 400, 600, 500}, Attained},
		{"ratio above 2", []float64{299, 400, 600, 500}, NotAttained},
		{"one grid", []float64{400}, NotApplicable},
		{"none known", []float64{-1, -1}, NoData},
		{"one known of two", []float64{400, -1}, NoData},
		{"even as far as known", []float64{400, 400, -1}, NoData},               // the third may have 900
		{"ratio above 2 as far as known", []float64{300, 601, -1}, NotAttained}, // no third count lowers it
		{"CV of 0.345 as far as known", []float64{300, 300, 590, -1}, NoData},   // a fourth of 444 brings it to 0.294
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			town := newTown()
			town.community("111", 0, 0, c.households...)
			outcome(t, analyze(t, town.city(), Options{}).Community(0), "GRID-02", c.want)
		})
	}
}

func TestSizeRange(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 299, 300, 500, 501, -1, 0)
	exclusive := data.Grid{Unit: data.Unit{Code: "zz"}, Community: m, Shape: square(0, 500, 200), Exclusive: true}
	exclusive.Point = exclusive.Shape.Centroid()
	town.Grids = append(town.Grids, exclusive)
	r := analyze(t, town.city(), Options{})
	g := r.Total().Grids
	if g.In != 2 || g.Under != 2 || g.Over != 1 || g.Missing != 1 || g.Exempt != 1 || g.Count != 7 {
		t.Errorf("%+v", g)
	}
	for i := range r.Rules {
		if s := r.Rules[i]; Rules[s.Rule].ID == "GRID-01" && s.Counts != [4]int{NotApplicable: 1, NoData: 1, Attained: 2, NotAttained: 3} {
			t.Errorf("summary %v", s.Counts)
		}
	}
}

func TestTotalsAgree(t *testing.T) {
	for _, c := range []struct {
		own  float64
		want Outcome
	}{{800, Attained}, {800 / 1.01, Attained}, {800 / 1.0101, NotAttained}, {808, Attained}, {809, NotAttained}, {-1, NoData}} {
		town := newTown()
		m := town.community("111", 0, 0, 400, 400)
		if c.own >= 0 {
			town.Communities[m].Households = data.Num(c.own)
		}
		v := outcome(t, analyze(t, town.city(), Options{}).Community(0), "GRID-10", c.want)
		if c.own > 0 {
			near(t, "difference", v.Value.V, math.Abs(800-c.own)/c.own, 1e-12)
		}
	}
}

func TestCommunitySize(t *testing.T) {
	town := newTown()
	for i, h := range []float64{1000, 1000, 1000, 500, 499, 2000, 2001} {
		town.community(string(rune('1'+i)), 900*float64(i), 0, h)
	}
	r := analyze(t, town.city(), Options{})
	for i, want := range []Outcome{Attained, Attained, Attained, Attained, NotAttained, Attained, NotAttained} {
		outcome(t, r.Community(i), "SIZE-01", want)
	}
}

func TestProvision(t *testing.T) {
	town := newTown()
	a := town.community("111", 0, 0, 400)
	b := town.community("112", 900, 0, 400)
	c := town.community("113", 1800, 0, 400)
	town.center(0, 0, 300, a).DemoSite = data.No
	town.center(900, 0, 300, b).Tier = data.TierUnknown
	town.center(0, 0, 300, a).Tier = data.TierStreet
	_ = c
	r := analyze(t, town.city(), Options{})
	outcome(t, r.Community(0), "PROV-03", Attained)
	outcome(t, r.Community(1), "PROV-03", NoData) // its only center does not say its level
	outcome(t, r.Community(2), "PROV-03", NotAttained)
	outcome(t, &r.Level(LevelStreet)[0], "PROV-02", Attained)
	outcome(t, &r.Level(LevelDistrict)[0], "PROV-01", NoData)
	outcome(t, &r.Level(LevelDistrict)[0], "PROV-04", NotAttained) // ⌈10 % · 3⌉ = 1
	outcome(t, r.Total(), "COV-10", NotAttained)
	near(t, "facility coverage", r.Total().Get("coverage_org").V, 2.0/3, 1e-12)
}
