package siting

import (
	"errors"
	"slices"
	"testing"

	"quarter/data"
)

// threeCenters is a town of three squares of 100 households in a row, 2 km apart, with centers in the first two and one far off.
func threeCenters() *data.City {
	town := newTown(200)
	town.center("East Hall", 100, 100, town.community("1", 0, 0, 100))
	town.center("West Hall", 2100, 100, town.community("2", 2000, 0, 100))
	town.community("3", 4000, 0, 100)
	town.center("Depot", 30000, 0)
	return town.city()
}

func whatIf(t *testing.T, c *data.City, texts map[ChangeKind]string) *Plan {
	t.Helper()
	r := analyzed(c, 350)
	ask := Ask{Before: r, Request: Request{Objective: People}}
	for _, kind := range []ChangeKind{ChangeOpen, ChangeClose, ChangeMove, ChangeEnlarge} {
		if text, ok := texts[kind]; ok {
			change, err := ParseChange(kind, text, r, []Candidate{candidate("x", 4100, 100)})
			if err != nil {
				t.Fatal(err)
			}
			ask.Changes = append(ask.Changes, change)
		}
	}
	return solve(t, ask)
}

// Every change against what it must do to 750 people of whom 500 are covered.
func TestWhatIf(t *testing.T) {
	for name, c := range map[string]struct {
		changes map[ChangeKind]string
		covered float64
		floor   float64 // of the first community
	}{
		"open at a candidate":     {map[ChangeKind]string{ChangeOpen: "x"}, 750, 300},
		"open at a place":         {map[ChangeKind]string{ChangeOpen: "103.5407, 25.5009, 250"}, 750, 300},
		"close":                   {map[ChangeKind]string{ChangeClose: "East"}, 250, 0},
		"move":                    {map[ChangeKind]string{ChangeMove: "K002=Nx"}, 750, 300},
		"enlarge":                 {map[ChangeKind]string{ChangeEnlarge: "East Hall=900"}, 500, 900},
		"close one, open another": {map[ChangeKind]string{ChangeClose: "West Hall", ChangeOpen: "x"}, 500, 300},
	} {
		t.Run(name, func(t *testing.T) {
			plan := whatIf(t, threeCenters(), c.changes)
			closeTo(t, "covered", plan.After.Total().People.Covered, c.covered, 1e-6)
			closeTo(t, "before", plan.Before.Total().People.Covered, 500, 1e-6)
			closeTo(t, "floor", plan.After.Community(0).Floor.Actual, c.floor, 0)
			if len(plan.Changes) != len(c.changes) || plan.Before.City.Centers[0].Status != data.StatusOpen {
				t.Errorf("changes %+v", plan.Changes)
			}
		})
	}
}

// Sites are chosen in the city as it is after the changes.
func TestSitesAfterChanges(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	change, err := ParseChange(ChangeClose, "K000", r, nil)
	if err != nil {
		t.Fatal(err)
	}
	plan := solve(t, Ask{Before: r, Changes: []Change{change}, Candidates: []Candidate{candidate("x", 4100, 100), candidate("y", 100, 120)},
		Request: Request{Model: "mclp", P: 2, Objective: People}})
	checkPlan(t, plan)
	closeTo(t, "after", plan.After.Total().People.Covered, 750, 1e-6)
	closeTo(t, "gain", plan.Exact, 500, 1e-6)
}

// What cannot be read says why, and lists what could have been meant.
func TestChangesThatCannotBeRead(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	for _, c := range []struct {
		kind ChangeKind
		text string
		key  string
	}{
		{ChangeClose, "Hall", "center_ambiguous"},
		{ChangeClose, "Nowhere", "center_unknown"},
		{ChangeClose, "", "center_unknown"},
		{ChangeClose, "East Hall=3", "change_form"},
		{ChangeMove, "East Hall", "change_form"},
		{ChangeMove, "East Hall=somewhere", "candidate_unknown"},
		{ChangeEnlarge, "East Hall=big", "change_area"},
		{ChangeEnlarge, "East Hall=-5", "change_area"},
		{ChangeOpen, "25.5,103.5", "change_place"},
		{ChangeOpen, "120,30", "change_outside"},
		{ChangeMove, "East Hall=120,30", "change_outside"},
		{ChangeOpen, "1,2,3,4", "candidate_unknown"},
	} {
		var input *InputError
		if _, err := ParseChange(c.kind, c.text, r, nil); !errors.As(err, &input) || input.Key != c.key {
			t.Errorf("%s %q: %v, want %s", c.kind, c.text, err, c.key)
		}
	}
	closed := threeCenters()
	closed.Centers[0].Status = data.StatusClosed
	var input *InputError
	if _, err := ParseChange(ChangeClose, "East Hall", analyzed(closed, 350), nil); !errors.As(err, &input) || input.Key != "center_not_counted" {
		t.Errorf("a closed center closed: %v", err)
	}
	twice := Change{Kind: ChangeClose, Center: 0, Name: "East Hall"}
	if _, err := Solve(background, Ask{Before: r, Request: Request{Objective: People}, Changes: []Change{twice, twice}}); !errors.As(err, &input) || input.Key != "change_twice" {
		t.Errorf("closed twice: %v", err)
	}
}

// Requests that cannot be met say why, and what would cure them.

// What was taken for a part of a name is told; what is near to an unknown name shares characters with it.
func TestPartsOfNamesAreTold(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	for text, want := range map[string]string{"East": "East", "East Hall": "", r.City.Centers[0].Code: ""} {
		if c, err := ParseChange(ChangeClose, text, r, nil); err != nil || c.Asked != want || c.Name != "East Hall" {
			t.Errorf("%q: %+v %v", text, c, err)
		}
	}
	names := []data.Label{{Name: "ab"}, {Name: "xyz"}, {Name: "abc"}}
	if got := likest("abcd", names); !slices.Equal(got, []int{2, 0}) {
		t.Errorf("%v", got)
	}
}

func TestImpossibleRequests(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	free := []Candidate{candidate("x", 4100, 200), candidate("y", 100, 120)} // x reaches a part of the third square only at 350 m
	free[0].Price, free[1].Price = data.Num(3e6), data.Num(2e6)
	free[0].Point = at(4420, 100)
	forced := []Candidate{free[0], free[1]}
	forced[0].State, forced[1].State = Forced, Forced
	unpriced := []Candidate{candidate("x", 4100, 100)}
	for _, c := range []struct {
		name       string
		request    Request
		candidates []Candidate
		input      string
		infeasible string
		need       float64
	}{
		{"no candidates", Request{Model: "mclp", P: 1}, nil, "no_candidates", "", 0},
		{"no such model", Request{Model: "best", P: 1}, free, "model_unknown", "", 0},
		{"no sites", Request{Model: "mclp"}, free, "p", "", 0},
		{"too many sites", Request{Model: "mclp", P: 3}, free, "", "p_exceeds_sites", 2},
		{"more forced", Request{Model: "mclp", P: 1}, forced, "", "forced_exceed_p", 2},
		{"little money", Request{Model: "budget", Budget: 1e6}, free, "", "budget_low", 2e6},
		{"forced cost more", Request{Model: "budget", Budget: 4e6}, forced, "", "forced_exceed_budget", 5e6},
		{"no price", Request{Model: "budget", Budget: 4e6}, unpriced, "price_missing", "", 0},
		{"share", Request{Model: "partial", Cover: 1.2}, free, "share_range", "", 0},
		{"another radius", Request{Model: "mclp", P: 1, Radius: 500}, free, "site_radius", "", 0},
	} {
		c.request.Objective = People
		_, err := Solve(background, Ask{Before: r, Candidates: c.candidates, Request: c.request})
		var input *InputError
		var infeasible *InfeasibleError
		switch {
		case errors.As(err, &input) && input.Key == c.input:
		case errors.As(err, &infeasible) && infeasible.Key == c.infeasible && infeasible.Need == c.need:
		default:
			t.Errorf("%s: %v %+v", c.name, err, infeasible)
		}
	}
	_, err := Solve(background, Ask{Before: r, Candidates: free, Request: Request{Model: "partial", Cover: 1, Objective: People}})
	var infeasible *InfeasibleError
	if !errors.As(err, &infeasible) || infeasible.Key != "cover_unreachable" {
		t.Fatalf("everybody: %v", err)
	}
	// All that x reaches of the third square is what the engine says.
	closeTo(t, "largest share", infeasible.Need, builtCovered(r, free, []int{0, 1})/750, 1e-9)
	free[0].Point = at(4100, 100)
	solve(t, Ask{Before: r, Candidates: free, Request: Request{Model: "partial", Cover: infeasible.Need, Objective: People}})
}

// A city without a layer of centers, or without people, has no answer.
func TestNothingToMeasure(t *testing.T) {
	town := newTown(200)
	town.community("1", 0, 0, 100)
	var input *InputError
	ask := Ask{Before: analyzed(town.city(), 350), Request: Request{Model: "mclp", P: 1, Objective: People}}
	if _, err := Solve(background, ask); !errors.As(err, &input) || input.Key != "no_centers" {
		t.Errorf("no centers: %v", err)
	}
	empty := newTown(200)
	empty.center("far", 9000, 0, empty.community("1", 0, 0, 0))
	ask.Before = analyzed(empty.city(), 350)
	if _, err := Solve(background, ask); !errors.As(err, &input) || input.Key != "no_people" {
		t.Errorf("no people: %v", err)
	}
}
