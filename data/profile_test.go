package data

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func builtin(t *testing.T, id string) Profile {
	t.Helper()
	p, err := BuiltinProfile(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBuiltinProfilesAreComplete(t *testing.T) {
	for _, id := range ProfileIDs {
		p := builtin(t, id)
		if p.ID != id || p.Name.Zh == "" || p.Name.En == "" || p.About.Zh == "" || p.About.En == "" {
			t.Errorf("%s: id, name or description is missing: %q %+v %+v", id, p.ID, p.Name, p.About)
		}
		if len(p.Overrides) != 0 {
			t.Errorf("%s: a built-in profile is what it is, but records overrides: %v", id, p.Overrides)
		}
		for _, rule := range slices.Sorted(maps.Keys(p.Rules)) {
			checkRule(t, p, rule)
		}
	}
}

// checkRule: every value has unit and source, every mark a title, every rule that rests on more than a convention its clause.
func checkRule(t *testing.T, p Profile, id string) {
	t.Helper()
	r := p.Rules[id]
	checkMarks(t, p, id, r.Source)
	if strings.Contains(r.Source, "C") && (strings.Contains(r.Clause.Zh, "国家标准") || strings.Contains(r.Clause.En, "national standard")) {
		t.Errorf("%s %s: a convention is called a national standard: %v", p.ID, id, r.Clause)
	}
	if (r.Clause.Zh == "") != (r.Clause.En == "") {
		t.Errorf("%s %s: the clause stands in one language only", p.ID, id)
	}
	for name, l := range r.Values {
		if low, high := limitRange(l.Unit); low > high {
			t.Errorf("%s %s.%s: unit %q", p.ID, id, name, l.Unit)
		}
		checkMarks(t, p, id+"."+name, l.Source)
	}
}

func checkMarks(t *testing.T, p Profile, place, marks string) {
	t.Helper()
	for mark := range strings.SplitSeq(marks, ",") {
		if title := p.Documents[strings.TrimSpace(mark)]; title.Zh == "" || title.En == "" {
			t.Errorf("%s %s: source %q has no title", p.ID, place, mark)
		}
	}
}

// The table of DOMAIN section 4.5, and the numbers of sections 4.1 to 4.4 that it refers to.
func TestProfileValues(t *testing.T) {
	type value struct {
		rule, name string
		want       float64
		level      Enforcement
	}
	for id, values := range map[string][]value{
		"general": {
			{"COV-01", "radius", 1000, Report}, {"COV-01", "radius_10", 500, Report}, {"COV-01", "radius_5", 300, Report},
			{"COV-02", "speed", 80, Report}, {"COV-02", "minutes", 15, Report}, {"COV-02", "detour", 1.2, Report},
			{"COV-03", "radius_strict", 800, Report}, {"COV-04", "target", 0.9, Mandatory}, {"COV-04", "red", 0.6, Mandatory},
			{"COV-08", "min_people", 100, Report}, {"COV-10", "target", 1, Mandatory}, {"COV-11", "sites", 10, Report},
			{"AREA-01", "per_100", 20, Mandatory}, {"AREA-01", "minimum", 300, Mandatory}, {"AREA-01", "round_up_hundreds", 0, Mandatory},
			{"AREA-01", "new_only", 0, Mandatory}, {"AREA-03", "minimum", 300, Mandatory}, {"AREA-03", "every_facility", 0, Mandatory},
			{"AREA-04", "per_100", 20, Mandatory}, {"AREA-05", "minimum", 1500, Advisory}, {"AREA-06", "hint", 0.6, Advisory}, {"AREA-07", "target", 1, Mandatory},
			{"GRID-01", "low", 300, Mandatory}, {"GRID-01", "high", 500, Mandatory}, {"GRID-02", "cv", 0.3, Mandatory}, {"GRID-02", "max_min", 2, Mandatory},
			{"GRID-03", "tolerance_share", 0.005, Mandatory}, {"GRID-04", "tolerance_m2", 100, Mandatory}, {"GRID-05", "conflicts", 0, Mandatory},
			{"GRID-06", "low", 0.7, Advisory}, {"GRID-06", "high", 1.3, Advisory}, {"GRID-06", "w_households", 0.5, Advisory}, {"GRID-06", "w_area", 0.1, Advisory},
			{"GRID-06", "w_party", 0.2, Advisory}, {"GRID-06", "w_units", 0.2, Advisory}, {"GRID-07", "minimum", 1, Mandatory},
			{"GRID-08", "heads", 1, Mandatory}, {"GRID-08", "members", 1, Mandatory}, {"GRID-09", "target", 1, Mandatory}, {"GRID-10", "tolerance", 0.01, Mandatory},
			{"SIZE-01", "low", 0.5, Advisory}, {"SIZE-01", "high", 2, Advisory},
			{"PROV-01", "minimum", 1, Mandatory}, {"PROV-02", "minimum", 1, Mandatory}, {"PROV-03", "minimum", 1, Mandatory}, {"PROV-04", "share", 0.1, Mandatory},
			{"STAFF-02", "minimum", 1, Mandatory}, {"STAFF-03", "minimum", 1, Mandatory}, {"WALK", "minutes", 15, Report}, {"WALK", "radius_low", 714, Report}, {"WALK", "radius_high", 1042, Report},
		},
		"kunming2018": {
			{"FUND-01", "street", 100_000, Mandatory}, {"FUND-01", "community", 80_000, Mandatory}, {"FUND-01", "group", 2000, Mandatory},
			{"STAFF-02", "minimum", 1, Mandatory}, {"PROV-01", "minimum", 1, Mandatory}, {"PROV-02", "minimum", 1, Advisory}, {"PROV-03", "minimum", 1, Advisory},
		},
		"yunnan": {
			{"FUND-02", "community", 50_000, Mandatory}, {"FUND-03", "provincial", 200_000, Mandatory}, {"FUND-03", "prefecture", 100_000, Mandatory}, {"FUND-03", "county", 50_000, Mandatory},
		},
		"yingtan-type": {
			{"AREA-01", "per_100", 20, Mandatory}, {"AREA-01", "minimum", 300, Mandatory}, {"AREA-05", "minimum", 1500, Advisory}, {"STAFF-01", "fulltime", 4, Mandatory},
			{"FUND-02", "community", 50_000, Mandatory}, {"FUND-03", "city_center", 100_000, Mandatory}, {"FUND-03", "county_town", 50_000, Mandatory},
			{"PROV-10", "partners", 5, Advisory}, {"PROV-10", "reporting", 100, Advisory},
		},
		"haikou2019": {
			{"PROV-01", "minimum", 1, Mandatory}, {"PROV-02", "minimum", 1, Mandatory}, {"PROV-03", "minimum", 1, Mandatory}, {"PROV-04", "share", 0.1, Mandatory},
			{"PROV-05", "weekend_or_evening", 1, Mandatory}, {"PROV-08", "market", 0.9, Advisory}, {"PROV-08", "industry", 1, Advisory}, {"PROV-08", "park", 1, Advisory},
			{"PROV-09", "members", 100, Mandatory}, {"PROV-09", "target", 1, Mandatory}, {"STAFF-04", "secretary", 56, Mandatory}, {"STAFF-04", "members", 32, Mandatory},
		},
		"national30": {
			{"AREA-01", "per_100", 30, Mandatory}, {"AREA-01", "minimum", 300, Mandatory}, {"AREA-04", "per_100", 30, Mandatory}, {"AREA-06", "hint", 0.6, Advisory},
		},
	} {
		p := builtin(t, id)
		for _, v := range values {
			l, ok := p.Rules[v.rule].Values[v.name]
			if !ok || l.Value != v.want || p.Rules[v.rule].Level != v.level {
				t.Errorf("%s %s.%s: %v %s, want %v %s", id, v.rule, v.name, l.Value, p.Rules[v.rule].Level, v.want, v.level)
			}
		}
	}
}

// The two numbers behind a required area have two sources under the national goal: each is cited for itself.
func TestNationalGoalIsNotCitedForTheMinimum(t *testing.T) {
	values := builtin(t, "national30").Rules["AREA-01"].Values
	least, goal := values["minimum"], values["per_100"]
	if least.Source != "YT" || strings.Contains(least.Clause.En, "30 m²") || least.Clause == (Text{}) {
		t.Errorf("minimum: %+v", least)
	}
	if goal.Source != "P" || !strings.Contains(goal.Clause.En, "30 m²") {
		t.Errorf("per 100 households: %+v", goal)
	}
}

// A rule of another city's document is never filled in; what rests on the national opinion or on a convention holds everywhere.
func TestProfilesRegulate(t *testing.T) {
	area := []string{"AREA-01", "AREA-02", "AREA-03", "AREA-04", "AREA-05", "AREA-06", "AREA-07"}
	everywhere := []string{"COV-01", "COV-02", "COV-03", "COV-04", "COV-07", "COV-09", "COV-11", "GRID-01", "GRID-02", "GRID-03", "GRID-04", "GRID-05", "GRID-06", "GRID-08", "GRID-09", "GRID-10", "SIZE-01", "STAFF-03", "WALK"}
	for id, want := range map[string]struct{ has, hasNot []string }{
		"general":      {slices.Concat(area, []string{"COV-10", "GRID-07", "STAFF-02"}), []string{"FUND-01", "FUND-02", "FUND-03"}},
		"national30":   {area, []string{"FUND-01", "FUND-02", "FUND-03"}},
		"kunming2018":  {[]string{"GRID-07", "GROUP-01", "STAFF-02", "FUND-01"}, slices.Concat(area, []string{"COV-10", "PROV-04", "PROV-05", "PROV-06", "PROV-09", "STAFF-01", "STAFF-04", "FUND-02", "FUND-03"})},
		"yunnan":       {[]string{"COV-10", "PROV-06", "PROV-07", "FUND-02", "FUND-03"}, slices.Concat(area, []string{"GRID-07", "PROV-01", "PROV-02", "PROV-03", "PROV-04", "STAFF-01", "STAFF-02", "FUND-01"})},
		"yingtan-type": {slices.Concat(area, []string{"PROV-01", "PROV-10", "STAFF-01", "FUND-02", "FUND-03"}), []string{"COV-10", "GRID-07", "PROV-02", "PROV-03", "PROV-04", "STAFF-02", "FUND-01"}},
		"haikou2019":   {[]string{"COV-10", "PROV-01", "PROV-02", "PROV-03", "PROV-04", "PROV-05", "PROV-08", "PROV-09", "STAFF-04"}, slices.Concat(area, []string{"GRID-07", "PROV-06", "PROV-10", "STAFF-01", "STAFF-02", "FUND-01", "FUND-02"})},
	} {
		p := builtin(t, id)
		for _, rule := range slices.Concat(want.has, everywhere) {
			if _, ok := p.Rule(rule); !ok {
				t.Errorf("%s does not have %s", id, rule)
			}
		}
		for _, rule := range want.hasNot {
			if _, ok := p.Rule(rule); ok {
				t.Errorf("%s has %s, which its document does not contain", id, rule)
			}
		}
	}
	if _, ok := builtin(t, "yingtan-type").Rules["AREA-06"].Values["hint"]; ok {
		t.Error("yingtan-type: its document gives no number for the share of service area")
	}
}

// The documents that a city's profile may cite: its own, the national ones, public material, conventions.
func TestProfilesCiteTheirOwnDocuments(t *testing.T) {
	common := []string{"ZB19", "GB50180", "P", "M", "C"}
	for id, own := range map[string]string{"kunming2018": "K18", "yunnan": "YN", "yingtan-type": "YT", "haikou2019": "HK19"} {
		p := builtin(t, id)
		for rule, r := range p.Rules {
			marks := strings.Split(r.Source, ",")
			for _, l := range r.Values {
				marks = append(marks, l.Source)
			}
			for _, m := range marks {
				if m = strings.TrimSpace(m); m != own && !slices.Contains(common, m) {
					t.Errorf("%s %s cites %s, another city's document", id, rule, m)
				}
			}
		}
	}
}

func TestUnknownProfile(t *testing.T) {
	if _, err := BuiltinProfile("beijing"); !errors.Is(err, ErrUnknownProfile) {
		t.Error(err)
	}
	if _, err := ProfileSource("../city"); !errors.Is(err, ErrUnknownProfile) {
		t.Error(err)
	}
	if General().ID != "general" {
		t.Error(General().ID)
	}
}

func TestProfileSourceIsAUserFile(t *testing.T) {
	for _, id := range ProfileIDs {
		raw, err := ProfileSource(id)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ReadProfile(strings.NewReader(string(raw)), id+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if want := builtin(t, id); !reflect.DeepEqual(p.Rules, want.Rules) {
			t.Errorf("%s: a copy of the built-in profile reads differently", id)
		}
	}
}

func TestWithRecordsAnOverride(t *testing.T) {
	general := General()
	p := general.With("COV-01", "radius", 1000, "--radius").With("COV-03", "radius_strict", 700, "--strict-radius")
	want := []Override{{Rule: "COV-03", Value: "radius_strict", From: 800, To: 700, Unit: "m", By: "--strict-radius"}}
	if !slices.Equal(p.Overrides, want) {
		t.Errorf("overrides %v, want %v", p.Overrides, want)
	}
	l := p.Rules["COV-03"].Values["radius_strict"]
	if l.Source != "C" || l.Clause != (Text{}) {
		t.Errorf("a changed value still cites the document: %+v", l)
	}
	if general.Value("COV-03", "radius_strict", 0) != 800 || General().Value("COV-03", "radius_strict", 0) != 800 {
		t.Error("With changed the profile that it was called on")
	}
	if p.Value("COV-03", "none", 5) != 5 || p.Value("NONE", "radius", 6) != 6 {
		t.Error("a value that is absent is the other one")
	}
}

// An edited copy of a built-in profile says which file it is and what differs.
func TestEditedCopyIsMarked(t *testing.T) {
	raw, err := ProfileSource("general")
	if err != nil {
		t.Fatal(err)
	}
	own, err := ReadProfile(strings.NewReader(strings.Replace(string(raw), "id: general", "id: mybureau", 1)), "my.yaml")
	if err != nil || own.File != "my.yaml" || len(own.Overrides) != 0 {
		t.Fatalf("%v, %q, %v", err, own.File, own.Overrides)
	}
	own, err = ReadProfile(strings.NewReader(strings.Replace(string(raw), "value: 1000", "value: 900", 1)), "my.yaml")
	if err != nil || len(own.Overrides) != 1 || own.Overrides[0].By != "my.yaml" || own.Overrides[0].To != 900 {
		t.Errorf("%v, %+v", err, own.Overrides)
	}
}
