package siting

import (
	"errors"
	"math"
	"slices"
	"testing"

	"quarter/coverage"
	"quarter/data"
)

// threeByCosts is the town of threeCenters with costs that contradict its circles: by them the first center reaches nobody, candidate x the first
// two squares, candidate y none.
func threeByCosts() Ask {
	m := &data.CostMatrix{Unit: "m", From: []data.Label{{Code: "x"}, {Code: "y"}, {Code: "K000"}}, To: []data.Label{{Code: "1000"}, {Code: "2000"}, {Code: "3000"}},
		Links: []data.CostLink{{From: 0, To: 0, Cost: 90}, {From: 0, To: 1, Cost: 100}, {From: 1, To: 2, Cost: 9000}, {From: 2, To: 0, Cost: 9000}}}
	return Ask{Before: analyzed(threeCenters(), 350), Matrix: m, Candidates: []Candidate{candidate("x", 4100, 100), candidate("y", 4000, 900)}}
}

// With a user's costs the share asked for, what is covered before, the curve and its bounds are all by these costs: by circles 2/3 are covered
// before the plan and all of them after it.
func TestAMatrixJudgesTheWholeQuestion(t *testing.T) {
	ask := threeByCosts()
	ask.Request = Request{Model: Partial{}.Key(), Cover: 0.6}
	plan := solve(t, ask)
	if *plan.ByCosts != (ByCosts{750, 0, 500}) || len(plan.Picks) != 1 || plan.Picks[0].Candidate != 0 {
		t.Errorf("by costs %+v, picks %+v", plan.ByCosts, plan.Picks)
	}
	if s := plan.Curve[1]; plan.Curve[0].Covered != 0 || s.Covered != 500 || s.Bound != 500 || s.OnPoint != 500 || s.Gain != 500 {
		t.Errorf("curve %+v", plan.Curve)
	}
	closeTo(t, "by circles", plan.Exact, 250, 1e-6)
	ask.Request.Cover = 0.9
	var none *InfeasibleError
	if _, err := Solve(background, ask); !errors.As(err, &none) || math.Abs(none.Need-2.0/3) > 1e-9 {
		t.Errorf("90 %% by costs: %v %+v", err, none)
	}
	ask.Matrix.From[2].Code = "elsewhere"
	var input *InputError
	if _, err := Solve(background, ask); !errors.As(err, &input) || input.Key != "matrix_no_centers" {
		t.Errorf("costs without centers: %v", err)
	}
}

// Where nobody was served before nothing is saved, and a plan can be written all the same.
func TestTheFirstCenterSavesNobodyAnything(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	ask := Ask{Before: r, Candidates: []Candidate{candidate("x", 4100, 100)}, Request: Request{Model: MCLP{}.Key(), P: 1}}
	for i := range 3 {
		ask.Changes = append(ask.Changes, Change{Kind: ChangeClose, Center: i})
	}
	plan := solve(t, ask)
	if k := plan.Picks[0]; k.Saved.Known || k.Nearer == 0 {
		t.Errorf("%+v", k)
	}
	if err := plan.WriteJSON(discard{}); err != nil {
		t.Error(err)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// A share that is reached already asks for nothing more; what is forced is built.
func TestForcedWhereNothingIsNeeded(t *testing.T) {
	candidates := []Candidate{candidate("x", 4100, 100), candidate("y", 4000, 900)}
	candidates[1].State = Forced
	plan := solve(t, Ask{Before: analyzed(threeCenters(), 350), Candidates: candidates, Request: Request{Model: Partial{}.Key(), Cover: 0.5}})
	if len(plan.Picks) != 1 || plan.Picks[0].Candidate != 1 || !plan.Solution.Proven {
		t.Errorf("%+v of %+v", plan.Picks, plan.Solution)
	}
}

// Trade-offs answer the question too, and a budget has no curve.
func TestTradeoffsAnswerTheQuestion(t *testing.T) {
	for seed := range uint64(4) {
		r, candidates := smallCity(seed, 20)
		for i := range candidates {
			candidates[i].Price = data.Num(float64(1+i%4) * 1e6)
		}
		people := r.Total().People
		some := (people.Covered + 0.5*(builtCovered(r, candidates, indexes(20))-people.Covered)) / people.Total
		for _, request := range []Request{{Model: Budget{}.Key(), Budget: 5e6}, {Model: Partial{}.Key(), Cover: some}, {Model: LSCP{}.Key()}} {
			plan := solve(t, Ask{Before: r, Candidates: candidates, Request: request})
			if got := len(plan.Curve) == 0; got != (request.Budget > 0) {
				t.Errorf("seed %d %s: a curve of %d", seed, request.Model, len(plan.Curve))
			}
			for _, one := range plan.Tradeoffs {
				money := 0.0
				for _, s := range one.Sites {
					money += candidates[s].Price.V
				}
				short := request.Cover > 0 && one.Covered < request.Cover*people.Total*(1-1e-9) || request.Model == LSCP{}.Key() && one.Covered < plan.After.Total().People.Covered*(1-1e-9)
				if short || request.Budget > 0 && money > request.Budget || one.Covered > one.CoveredBound*1.02 {
					t.Errorf("seed %d %s: %+v for %v yuan", seed, request.Model, one, money)
				}
			}
		}
	}
}

// For other radii the same question is asked: a budget that pays for one cheap site alone never takes the dear one, which covers more.
func TestRadiiAskTheSameQuestion(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	dear, cheap := candidate("x", 4100, 100), candidate("y", 4350, 100)
	dear.Price, cheap.Price = data.Num(9e6), data.Num(1e6)
	plan := solve(t, Ask{Before: r, Candidates: []Candidate{dear, cheap}, Request: Request{Model: Budget{}.Key(), Budget: 2e6}})
	if k := plan.Picks[0]; k.Candidate != 1 || k.Often != 1 || len(plan.Radii) < 3 {
		t.Errorf("%+v for %v", k, plan.Radii)
	}
	plan = solve(t, Ask{Before: r, Candidates: []Candidate{cheap}, Request: Request{Model: Partial{}.Key(), Cover: 0.9}})
	for _, radius := range plan.Radii {
		if radius < 250 { // the square ends 450 m from the site
			t.Errorf("%v m is too little for the question", radius)
		}
	}
}

// What would be missed least is told of the city with the plan: a new center beside an old one makes that needless.
func TestLossesAreThoseOfThePlan(t *testing.T) {
	plan := solve(t, Ask{Before: analyzed(threeCenters(), 350), Candidates: []Candidate{candidate("y", 110, 100)}, Request: Request{Model: MCLP{}.Key(), P: 1},
		Changes: []Change{{Kind: ChangeClose, Center: 1}}})
	if len(plan.Losses) != 2 || slices.ContainsFunc(plan.Losses, func(l Loss) bool { return l.Center == 1 || l.Lost > 1e-6 }) {
		t.Errorf("%+v", plan.Losses)
	}
}

// A candidate that is opened keeps its code, is not offered again, and cannot be forced too.
func TestAnOpenedCandidate(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	candidates := []Candidate{candidate("x", 4100, 100), candidate("y", 100, 120)}
	change, err := ParseChange(ChangeOpen, "x", r, candidates)
	if err != nil {
		t.Fatal(err)
	}
	ask := Ask{Before: r, Candidates: candidates, Changes: []Change{change}, Request: Request{Model: MCLP{}.Key(), P: 1}}
	plan := solve(t, ask)
	opened := plan.After.City.Centers[3]
	if opened.Code != "x" || len(plan.Candidates) != 1 || plan.Candidates[0].Code != "y" || !slices.Equal(plan.Refused, []Refusal{{"opened", 1}}) {
		t.Errorf("%+v, candidates %+v, refused %+v", opened, plan.Candidates, plan.Refused)
	}
	candidates[0].State = Forced
	var input *InputError
	if _, err := Solve(background, ask); !errors.As(err, &input) || input.Key != "opened_forced" {
		t.Errorf("forced and opened: %v", err)
	}
}

// A place is served anew where its nearest center is another one or stands elsewhere, whatever their codes.
func TestServedAnew(t *testing.T) {
	city := threeCenters()
	for i := range city.Centers {
		city.Centers[i].Code = ""
	}
	for text, want := range map[string][]bool{"West Hall=103.5219,25.501": {false, true, true}, "Depot=x": {false, false, true}} {
		plan := whatIf(t, city, map[ChangeKind]string{ChangeMove: text})
		for g, a := range plan.Assignments() {
			if plan.Changed(&a) != want[g] {
				t.Errorf("%s: square %d from %+v to %+v", text, g, a.Before, a.After)
			}
		}
	}
}

// The people of all assignments are the plan's, of whomever it counts, and also where a community's people are put on all of its ground.
func TestAssignmentsAddUp(t *testing.T) {
	for seed := range uint64(4) {
		r, candidates := smallCity(seed, 10)
		city := r.City.With()
		city.Communities = slices.Clone(city.Communities)
		city.Grids = slices.Clone(city.Grids)
		city.Communities[0].People[data.Resident], city.Grids[0].People[data.Resident] = data.Num(700), data.Number{}
		for _, base := range []*coverage.Result{r, analyzed(city, 350)} {
			for _, whom := range []Objective{People, {Households: true}} {
				plan := solve(t, Ask{Before: base, Candidates: candidates, Request: Request{Model: MCLP{}.Key(), P: 1, Objective: whom}})
				sum := 0.0
				for _, a := range plan.Assignments() {
					sum += a.People.V
				}
				total, _ := whom.Account(base)
				closeTo(t, "assigned", sum, total, 1e-6*total)
			}
		}
	}
}
