package coverage

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"quarter/data"
)

// Weights 0.5 / 0.1 / 0.2 / 0.2, by hand: two grids of the same ground with 300 and 500 households, 10 and 30 party members, 1 and 3
// units. x ÷ mean: 0.75, 1, 0.5, 0.5 and 1.25, 1, 1.5, 1.5.
func TestWorkloadByHand(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 300, 500)
	town.state(data.LayerGrids, data.FieldPartyMembers, data.Num(10), data.Num(30))
	town.state(data.LayerGrids, data.FieldUnits, data.Num(1), data.Num(3))
	r := analyze(t, town.city(), Options{})
	near(t, "first", r.Grids[0].Workload.V, 0.5*0.75+0.1+0.2*0.5+0.2*0.5, 1e-9)
	near(t, "second", r.Grids[1].Workload.V, 0.5*1.25+0.1+0.2*1.5+0.2*1.5, 1e-9)
	near(t, "underloaded", r.Total().Get("grids_underloaded").V, 1, 0)
	near(t, "overloaded", r.Total().Get("grids_overloaded").V, 1, 0)
	v := outcome(t, r.Community(0), "GRID-06", NotAttained)
	near(t, "share of grids", v.Value.V, 0, 0)
	for _, u := range r.Unsaid {
		if u.Key == "workload_no_party" {
			t.Error("party members are given")
		}
	}
}

// What no grid states has no weight, and is told; a factor that is 0 in all grids of a community is left out there; a grid that lacks
// a stated factor has no index; an exclusive one neither, and does not touch the mean.
func TestWorkloadFactorsLeftOut(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 300, 500)
	town.community("112", 9000, 0, 400, 400, 400, 9999)
	town.Grids[5].Exclusive = true
	town.state(data.LayerGrids, data.FieldPartyMembers, data.Num(0), data.Num(0), data.Num(10), data.Num(30), data.Number{}, data.Num(99))
	r := analyze(t, town.city(), Options{})
	near(t, "no party members at all: 5/6 and 1/6", r.Grids[0].Workload.V, 0.75*5/6+1.0/6, 1e-9)
	near(t, "0.5, 0.1, 0.2 of 0.8", r.Grids[2].Workload.V, (0.5+0.1+0.2*0.5)/0.8, 1e-9)
	if r.Grids[4].Workload.Known || r.Grids[5].Workload.Known {
		t.Errorf("a blank grid %v, an exclusive one %v", r.Grids[4].Workload, r.Grids[5].Workload)
	}
	for _, want := range []string{"workload_no_units"} {
		if !slices.ContainsFunc(r.Unsaid, func(u Unsaid) bool { return u.Key == want }) {
			t.Errorf("%s is not told: %v", want, r.Unsaid)
		}
	}
	outcome(t, r.Community(1), "GRID-06", NoData)
}

// Whatever the numbers, the indexes of a community's grids average 1 where all of them are known.
func TestWorkloadAveragesOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(rt, "grids")
		households := rapid.SliceOfN(rapid.Float64Range(1, 1e6), n, n).Draw(rt, "households")
		party := rapid.SliceOfN(rapid.Float64Range(0, 1e4), n, n).Draw(rt, "party")
		town := newTown()
		town.community("111", 0, 0, households...)
		values := make([]data.Number, n)
		for i, v := range party {
			values[i] = data.Num(v)
		}
		town.state(data.LayerGrids, data.FieldPartyMembers, values...)
		r, err := Analyze(t.Context(), town.city(), data.General(), Options{Sites: -1})
		if err != nil {
			rt.Fatal(err)
		}
		total := 0.0
		for i := range r.Grids {
			total += r.Grids[i].Workload.V
		}
		if math.Abs(total/float64(n)-1) > 1e-9 {
			rt.Errorf("mean index %v", total/float64(n))
		}
	})
}

// Visits of a community center are compared with its community, those of a station with its street, unless the file states whom it
// serves; centers that are not in use, and households, give none.
func TestPopularity(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	other := town.community("112", 9000, 0, 1200)
	town.center(0, 0, 300, m)
	town.center(0, 0, 300, m).Tier = data.TierStreet
	town.center(0, 0, 300, m)
	town.center(0, 0, 300, m).Status = data.StatusClosed
	town.center(9000, 0, 300, m, other)
	town.center(9000, 0, 300, other)
	visits := data.Num(8000)
	town.state(data.LayerCenters, data.FieldVisits, visits, visits, visits, visits, visits, data.Number{})
	town.state(data.LayerCenters, data.FieldServed, data.Number{}, data.Number{}, data.Num(500), data.Number{}, data.Number{}, data.Number{})
	city := town.city()
	r := analyze(t, city, Options{})
	for i, want := range []data.Number{data.Num(8), data.Num(2), data.Num(16), {}, data.Num(2), {}} {
		if got := r.Centers[i].Popularity; got != want {
			t.Errorf("center %d: %v, want %v", i, got, want)
		}
	}
	basis := data.ByHouseholds
	if got := analyze(t, city, Options{Basis: &basis}).Centers[0].Popularity; got.Known {
		t.Errorf("visits for each household: %v", got)
	}
	city.Grids[1].Counts = data.Counts{}
	if got := analyze(t, city, Options{}).Centers[1].Popularity; got.Known {
		t.Errorf("a street of which a part has no count: %v", got)
	}
}

// A community is judged by its grids: all must attain; one that fails decides; one that is unknown leaves it open unless one fails.
func TestPartsRollUp(t *testing.T) {
	for _, c := range []struct {
		points []data.Number
		want   Outcome
		share  data.Number
		reason string
	}{
		{[]data.Number{data.Num(1), data.Num(2)}, Attained, data.Num(1), ""},
		{[]data.Number{data.Num(1), data.Num(0)}, NotAttained, data.Num(0.5), ""},
		{[]data.Number{data.Num(1), {}}, NoData, data.Number{}, ReasonGridsMissing},
		{[]data.Number{data.Num(0), {}}, NotAttained, data.Num(0), ""},
		{[]data.Number{{}, {}}, NoData, data.Number{}, ReasonGridsMissing},
	} {
		town := newTown()
		town.community("111", 0, 0, 400, 400)
		town.community("112", 9000, 0, 400)
		town.community("113", 20000, 0)
		town.Communities[2].Shape = square(20000, 0, 200)
		town.state(data.LayerGrids, data.FieldPoints, append(c.points, data.Num(1))...)
		r := analyze(t, town.city(), Options{})
		v := outcome(t, r.Community(0), "GRID-07", c.want)
		if v.Value != c.share || v.Reason != c.reason {
			t.Errorf("%v: value %v, reason %q", c.points, v.Value, v.Reason)
		}
		if v := outcome(t, r.Community(2), "GRID-07", NotApplicable); v.Reason != ReasonNoGrids {
			t.Errorf("no grids: %q", v.Reason)
		}
		street := outcome(t, &r.Level(LevelStreet)[0], "GRID-07", c.want)
		if c.want == NotAttained && !(street.Value.V > v.Value.V) {
			t.Errorf("street: %v", street.Value)
		}
	}
}

// A target below all: 8 of 10 grids with a branch and one unknown attain 80 %, and would whatever the unknown one is.
func TestPartsAgainstATarget(t *testing.T) {
	for target, want := range map[float64]Outcome{0.8: Attained, 0.9: NoData, 0.95: NotAttained} {
		town := newTown()
		town.community("111", 0, 0, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400)
		values := make([]data.Number, 10)
		for i := range 8 {
			values[i] = data.Num(1)
		}
		values[8] = data.Num(0)
		town.state(data.LayerGrids, data.FieldBranch, values...)
		p := data.General().With("GRID-09", "target", target, "test")
		r, err := Analyze(t.Context(), town.city(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		v := outcome(t, r.Community(0), "GRID-09", want)
		if want == Attained {
			near(t, "share of those known", v.Value.V, 8.0/9, 1e-15)
		}
	}
}

// Only centers in use are asked for opening hours and staff; a shared one counts in each of its communities, and once above.
func TestCentersAsParts(t *testing.T) {
	town := newTown()
	a, b := town.community("111", 0, 0, 400), town.community("112", 9000, 0, 400)
	town.center(0, 0, 300, a, b).Extended = data.Yes
	town.center(0, 0, 300, a).Extended = data.No
	closed := town.center(0, 0, 300, b)
	closed.Extended, closed.Status = data.No, data.StatusClosed
	point := town.center(0, 0, 300, b)
	point.Extended, point.Tier = data.No, data.TierPoint
	town.center(99000, 0, 300).Extended = data.No
	r := analyze(t, town.city(), Options{})
	outcome(t, r.Community(0), "PROV-05", NotAttained)
	outcome(t, r.Community(1), "PROV-05", Attained)
	near(t, "share", r.Total().Get("centers_extended").V, 0.5, 0)
	for _, s := range r.Rules {
		if Rules[s.Rule].ID == "PROV-05" && s.Counts != [4]int{NotApplicable: 3, Attained: 1, NotAttained: 1} {
			t.Errorf("%v", s.Counts)
		}
	}
}

// 99 members need no committee, 50 may have one; a sum of grids stands in for a community's own number only where it is whole.
func TestCommitteeThresholds(t *testing.T) {
	for _, c := range []struct {
		own    data.Number
		grids  [2]data.Number
		want   Outcome
		reason string
	}{
		{data.Num(49), [2]data.Number{}, NotApplicable, ReasonFewMembers},
		{data.Num(50), [2]data.Number{}, NotApplicable, ReasonMay},
		{data.Num(99), [2]data.Number{}, NotApplicable, ReasonMay},
		{data.Num(100 - 1e-8), [2]data.Number{}, NotAttained, ""},
		{data.Num(100), [2]data.Number{}, NotAttained, ""},
		{data.Number{}, [2]data.Number{data.Num(60), data.Num(40)}, NotAttained, ""},
		{data.Number{}, [2]data.Number{data.Num(60), data.Num(20)}, NotApplicable, ReasonMay},
		{data.Number{}, [2]data.Number{data.Num(600), {}}, NoData, ReasonPartly},
		{data.Number{}, [2]data.Number{}, NoData, ReasonPartly},
	} {
		town := newTown()
		town.community("111", 0, 0, 400, 400)
		town.state(data.LayerCommunities, data.FieldCommittee, data.Num(0))
		town.state(data.LayerCommunities, data.FieldPartyMembers, c.own)
		town.state(data.LayerGrids, data.FieldPartyMembers, c.grids[0], c.grids[1])
		if v := outcome(t, analyze(t, town.city(), Options{}).Community(0), "PROV-09", c.want); v.Reason != c.reason {
			t.Errorf("%+v: %q", c, v.Reason)
		}
	}
}

// Of several requirements the worst decides, and what is not stated is never a pass.
func TestWorstOfSeveral(t *testing.T) {
	p, err := data.BuiltinProfile("kunming2018")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		own, group, groups data.Number
		want               Outcome
		value              data.Number
	}{
		{data.Num(90000), data.Num(2500), data.Number{}, Attained, data.Num(90000)},
		{data.Num(70000), data.Num(500), data.Number{}, NotAttained, data.Num(500)},
		{data.Num(10000), data.Num(1900), data.Number{}, NotAttained, data.Num(10000)},
		{data.Num(10000), data.Number{}, data.Number{}, NotAttained, data.Num(10000)},
		{data.Num(90000), data.Number{}, data.Number{}, NoData, data.Number{}},
		{data.Num(90000), data.Number{}, data.Num(0), Attained, data.Num(90000)},
	} {
		town := pair()
		town.state(data.LayerCommunities, data.FieldPartyFunds, c.own, data.Num(1))
		town.state(data.LayerCommunities, data.FieldGroupFunds, c.group, data.Num(1))
		town.state(data.LayerCommunities, data.FieldResidentGroups, c.groups, data.Number{})
		r, err := Analyze(t.Context(), town.city(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if v := outcome(t, r.Community(0), "FUND-01", c.want); v.Value != c.value {
			t.Errorf("%+v: value %v", c, v.Value)
		}
	}
}

func TestSeatClasses(t *testing.T) {
	for _, c := range []struct {
		profile string
		seat    data.Seat
		want    Outcome
		reason  string
	}{
		{"yunnan", data.SeatUnknown, NoData, ReasonSeatUnknown},
		{"yunnan", data.SeatCityCenter, NotApplicable, ReasonSeatOther},
		{"yingtan-type", data.SeatCounty, NotApplicable, ReasonSeatOther},
		{"yingtan-type", data.SeatCountyTown, Attained, ""},
		{"general", data.SeatCounty, NotApplicable, ReasonNotRegulated},
	} {
		p, err := data.BuiltinProfile(c.profile)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Analyze(t.Context(), examSeat(c.seat)(data.Num(1e6)).city(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if v := outcome(t, r.Community(0), "FUND-03", c.want); v.Reason != c.reason {
			t.Errorf("%s, %s: %q", c.profile, c.seat, v.Reason)
		}
	}
}

// A rule that the profile only shows gives its figure and no judgement.
func TestReportLevelJudgesNothing(t *testing.T) {
	p := data.General()
	for _, id := range []string{"COV-04", "GRID-01"} {
		rule := p.Rules[id]
		rule.Level = data.Report
		p.Rules[id] = rule
	}
	town := pair()
	town.Grids[0].Households = data.Num(9000)
	r, err := Analyze(t.Context(), town.city(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"COV-04", "GRID-01"} {
		v := outcome(t, r.Community(0), id, NotApplicable)
		if v.Reason != ReasonShownOnly || !v.Value.Known {
			t.Errorf("%s: %+v", id, v)
		}
	}
	for _, s := range r.Rules {
		if id := Rules[s.Rule].ID; (id == "COV-04" || id == "GRID-01") && s.Counts != [4]int{NotApplicable: 2} {
			t.Errorf("%s: %v", id, s.Counts)
		}
	}
}

// Members and households are of the same grids.
func TestHouseholdsPerMember(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 400, 500, 600, -1)
	town.state(data.LayerGrids, data.FieldStaff, data.Num(2), data.Number{}, data.Num(0), data.Num(7))
	v := analyze(t, town.city(), Options{}).Total().Get("households_per_member")
	near(t, "households per member", v.V, 1000.0/2, 0)
	if v.Missing != 2 {
		t.Errorf("%d missing", v.Missing)
	}
}
