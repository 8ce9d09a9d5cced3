package coverage

import (
	"testing"

	"quarter/data"
)

// Without a single floor area in the input nobody is short of any.
func TestNoFloorAreaAtAll(t *testing.T) {
	town := newTown()
	town.center(0, 0, -1, town.community("111", 0, 0, 1000))
	town.community("112", 900, 0, 1000)
	r := analyze(t, town.city(), Options{})
	for _, key := range []string{"area_gap", "area_actual", "area_required", "rate_attain", "per100"} {
		if v := r.Total().Get(key); v.Known {
			t.Errorf("%s = %v", key, v.V)
		}
	}
	if v := outcome(t, r.Community(1), "AREA-02", NoData); v.Reason != ReasonNotProvided {
		t.Errorf("reason %q", v.Reason)
	}
}

// Grids that belong to no community count their people, but are judged as no community.
func TestVirtualCommunityIsNone(t *testing.T) {
	town := newTown()
	town.center(100, 100, 400, town.community("111", 0, 0, 400, 400))
	orphan := data.Grid{Unit: data.Unit{Code: "z"}, Community: data.None, Shape: square(5000, 0, 200)}
	orphan.Point, orphan.Households = orphan.Shape.Centroid(), data.Num(400)
	orphan.People[data.Resident] = data.Num(1000)
	town.Grids = append(town.Grids, orphan)
	r := analyze(t, town.city(), Options{})
	total := r.Total()
	near(t, "people", total.People.Total, 3000, 0)
	near(t, "facility coverage", total.Get("coverage_org").V, 1, 0)
	near(t, "communities", total.Get("communities").V, 1, 0)
	near(t, "required", total.Get("area_required").V, 300, 0)
	for _, id := range []string{"AREA-02", "AREA-03", "GRID-02", "SIZE-01", "PROV-03"} {
		if v := outcome(t, r.Community(1), id, NotApplicable); v.Reason != ReasonVirtual {
			t.Errorf("%s: reason %q", id, v.Reason)
		}
	}
}

// A community without grids is a candidate by its own centroid.
func TestSiteInCommunityWithoutGrids(t *testing.T) {
	town := newTown()
	town.center(100, 100, 400, town.community("111", 0, 0, 400, 400))
	m := town.community("112", 0, 0)
	town.Communities[m].Shape = square(9000, 0, 400)
	town.Communities[m].People[data.Resident] = data.Num(5000)
	r := analyze(t, town.city(), Options{})
	if len(r.Sites) != 1 || r.Sites[0].Community != 1 || r.Sites[0].Grid != data.None {
		t.Fatalf("sites %+v", r.Sites)
	}
	near(t, "gain", r.Sites[0].NewPeople, 5000, 1e-6)
}

// The tiers asked for are a matter of circles: provision is judged by the centers that work.
func TestTiersDoNotChangeProvision(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	town.center(0, 0, 300, m)
	town.center(0, 0, 300, m).Tier = data.TierStreet
	r := analyze(t, town.city(), Options{Tiers: []data.Tier{data.TierDistrict}})
	outcome(t, r.Community(0), "PROV-03", Attained)
	outcome(t, &r.Level(LevelStreet)[0], "PROV-02", Attained)
	near(t, "coverage", r.Total().Get("coverage_pop").V, 0, 0)
}

// Only a center that works is a demonstration site or a service point.
func TestPlannedIsNotProvision(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	town.center(0, 0, 300, m)
	planned := town.center(0, 0, 300, m)
	planned.Tier, planned.Status, planned.DemoSite, planned.Grid = data.TierPoint, data.StatusPlanned, data.Yes, 0
	r := analyze(t, town.city(), Options{})
	outcome(t, &r.Level(LevelDistrict)[0], "PROV-04", NotAttained)
	if r.Grids[0].Points.V != 0 {
		t.Error("a planned point counts")
	}
}

// A limit that the profile does not state is no limit of 0: nothing can be judged by it.
func TestMissingLimitsJudgeNothing(t *testing.T) {
	p := data.General()
	bare := map[string]data.Rule{}
	for id, rule := range p.Rules {
		rule.Values = nil
		bare[id] = rule
	}
	p.Rules = bare
	town := newTown()
	m := town.community("111", 0, 0, 400, 700)
	town.Communities[m].Households = data.Num(5000)
	center := town.center(100, 100, 100, m)
	center.DemoSite, center.Comprehensive, center.ServiceArea = data.Yes, data.Yes, data.Num(50)
	town.center(0, 0, 10, m).Tier = data.TierDistrict
	r, err := Analyze(t.Context(), town.city(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Units {
		for _, v := range r.Units[i].Verdicts {
			if v.Outcome == Attained || v.Outcome == NotAttained {
				t.Errorf("%s of %s: %v, value %v, limit %v", Rules[v.Rule].ID, r.Units[i].Name, v.Outcome, v.Value, v.Limit)
			}
		}
	}
	for _, s := range r.Rules {
		if s.Counts[Attained]+s.Counts[NotAttained] > 0 {
			t.Errorf("%s judged: %v", Rules[s.Rule].ID, s.Counts)
		}
	}
}

// 350 m² suffice for 1,000 households, but whether the main facility has 300 m² is not known: not a failure in AREA-07.
func TestUnknownMainFacilityIsNoFailure(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 1000)
	town.center(0, 0, 200, m)
	town.center(0, 0, 150, m)
	town.center(0, 0, -1, m)
	r := analyze(t, town.city(), Options{})
	outcome(t, r.Community(0), "AREA-02", Attained)
	outcome(t, r.Community(0), "AREA-03", NoData)
	if v := r.Total().Get("rate_attain"); v.Known || v.Missing != 1 {
		t.Errorf("rate %v, missing %d", v.Number, v.Missing)
	}
}

// Blank is not none: a grid without an entry in the column of service points has no outcome.
func TestBlankServicePoints(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 400, 400, 400)
	town.Attributes = map[data.Layer]map[data.Field][]data.Number{data.LayerGrids: {data.FieldPoints: {data.Num(1), {}, data.Num(0)}}}
	r := analyze(t, town.city(), Options{})
	for _, s := range r.Rules {
		if Rules[s.Rule].ID == "GRID-07" && s.Counts != [4]int{NoData: 1, Attained: 1, NotAttained: 1} {
			t.Errorf("%v", s.Counts)
		}
	}
}

// The walk that a radius stands for follows from it.
func TestMinutesFollowRadius(t *testing.T) {
	for radius, want := range map[float64]float64{1000: 15, 500: 7.5, 800: 12} {
		c, err := Options{Radius: lengthOf(radius)}.Circle(data.General())
		if err != nil || c.Minutes != want {
			t.Errorf("%v m: %v min, %v", radius, c.Minutes, err)
		}
	}
}

// A center that stands among grids of no community makes no community provided.
func TestCenterOfVirtualCommunity(t *testing.T) {
	town := newTown()
	town.center(100, 100, 400, town.community("111", 0, 0, 400))
	m := town.community("", 5000, 0, 400)
	town.Communities[m].Virtual = true
	town.center(5100, 100, 400, m)
	r := analyze(t, town.city(), Options{})
	near(t, "with center", r.Total().Get("communities_with_center").V, 1, 0)
	near(t, "facility coverage", r.Total().Get("coverage_org").V, 1, 0)
	near(t, "centers", r.Total().Get("centers").V, 2, 0)
}
