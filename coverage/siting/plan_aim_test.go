package siting

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"quarter/data"
)

// pocketTown has a square of 400 households that a candidate reaches, one of 100 that none does, one of no people, and a center far off.
func pocketTown() (*data.City, []Candidate) {
	town := newTown(200)
	town.community("1", 0, 0, 400)
	town.community("2", 20000, 0, 100)
	town.community("3", 1000, 0, 0)
	town.center("far", -20000, 0)
	return town.city(), []Candidate{candidate("x", 100, 100), candidate("y", 400, 100)}
}

// Every model answers where the time is up before it begins: with a plan that is proven or says that it was cut.
func TestADeadlineNeverFails(t *testing.T) {
	past, cancel := context.WithDeadline(background, time.Unix(0, 0))
	defer cancel()
	for seed := range uint64(4) {
		r, candidates := smallCity(seed, 12)
		for key := range ways {
			plan, err := Solve(past, Ask{Before: r, Candidates: candidates, Request: modelRequest(key)})
			if err != nil {
				if _, none := err.(*InfeasibleError); !none {
					t.Errorf("seed %d %s: %v", seed, key, err)
				}
				continue
			}
			if !plan.Solution.Proven && !plan.Solution.Cut {
				t.Errorf("seed %d %s: neither proven nor cut", seed, key)
			}
			checkPlan(t, plan)
		}
	}
	stopped, stop := context.WithCancel(background)
	stop()
	r, candidates := smallCity(1, 12)
	if _, err := Solve(stopped, Ask{Before: r, Candidates: candidates, Request: modelRequest("mclp")}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// modelRequest asks a model for two sites, at least a quarter of every community, or 2 million yuan at 1 million each.
func modelRequest(key string) Request {
	q := Request{Model: key, P: 2, SitePrice: 1e6, SiteArea: 500}
	switch key {
	case Budget{}.Key():
		q.P, q.Budget = 0, 2e6
	case Floor{}.Key():
		q.Floor = 0.01
	case Backup{}.Key():
		q.P = 0
	}
	return q
}

// The zero objective counts everybody.
func TestTheZeroObjectiveIsPeople(t *testing.T) {
	r, _ := smallCity(1, 1)
	total, covered := Objective{}.Account(r)
	if people := r.Total().People; total != people.Total || covered != people.Covered {
		t.Errorf("%v of %v, want %v", covered, total, people)
	}
	if i, ok := ByCohort(0).Group(); i != 0 || !ok || ByCohort(0) == People {
		t.Error("the first group is taken for everybody")
	}
}

// What each model is after, against the nearest of all places for each point of the demand.
func TestAims(t *testing.T) {
	for seed := range uint64(6) {
		r, candidates := smallCity(seed, 10)
		x := NewFullInstance(r, candidates, People)
		for key, figure := range map[string]func(d []float64) float64{
			Center{}.Key(): func(d []float64) float64 {
				worst := 0.0
				for j, v := range d {
					if x.Weights[j] > 0 {
						worst = max(worst, v)
					}
				}
				return worst
			},
			Median{}.Key(): func(d []float64) float64 {
				sum, people := 0.0, 0.0
				for j, v := range d {
					sum, people = sum+x.Weights[j]*v, people+x.Weights[j]
				}
				return sum / people
			},
		} {
			plan := solve(t, Ask{Before: r, Candidates: candidates, Request: modelRequest(key)})
			a := plan.Aim
			closeTo(t, key+" before", a.Before.V, figure(x.served(&Solution{})), 1e-6)
			closeTo(t, key+" after", a.After, figure(x.served(plan.Solution)), 1e-6)
			if a.Bound > a.After*(1+1e-9) || a.After > a.Before.V*(1+1e-9) || a.Unit != "m" {
				t.Errorf("seed %d %s: %+v", seed, key, a)
			}
		}
		plan := solve(t, Ask{Before: r, Candidates: candidates, Request: modelRequest(Kolm{}.Key())})
		if a := plan.Aim; !a.Before.Known || a.After > a.Before.V*(1+1e-9) || a.After < a.Bound {
			t.Errorf("seed %d: %+v", seed, a)
		}
	}
}

// Whom nobody reaches is told apart, and does not keep the others from a full cover.
func TestAllThatCanBeReached(t *testing.T) {
	city, candidates := pocketTown()
	r := analyzed(city, 350)
	for _, key := range []string{LSCP{}.Key(), Backup{}.Key()} {
		plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: key}})
		closeTo(t, key+": beyond", plan.Beyond, 250, 1e-6)
		closeTo(t, key+": unreachable", plan.Solution.Unreachable, 250, 1e-6)
		if len(plan.Picks) != 1 || !plan.Solution.Proven {
			t.Errorf("%s: %+v", key, plan.Solution)
		}
		closeTo(t, key, plan.Exact, 1000, 1e-6)
	}
	again := analyzed(city.With(newCenter(city, data.TierCommunity, "", "", candidates[0].Point, data.Number{})), 350)
	plan := solve(t, Ask{Before: again, Candidates: candidates, Request: Request{Model: LSCP{}.Key()}})
	if len(plan.Picks) != 0 || !plan.Solution.Proven {
		t.Errorf("all is covered: %+v", plan.Solution)
	}
}

// The highest least share is that of the communities that a candidate can help; the others are listed.
func TestLeastShareLeavesOutWhomNobodyReaches(t *testing.T) {
	city, candidates := pocketTown()
	r := analyzed(city, 350)
	plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: LeastShare{}.Key(), P: 1}})
	if !slices.Equal(plan.LeftOut, []int{2}) || !slices.Equal(plan.Fixed, []int{1}) || plan.Picks[0].Candidate != 0 {
		t.Errorf("left out %v, out of reach %v, picks %+v", plan.LeftOut, plan.Fixed, plan.Picks)
	}
	closeTo(t, "before", plan.Aim.Before.V, 0, 0)
	closeTo(t, "after", plan.Aim.After, 1, 1e-9)
}

// Centers of unknown floor area have no room, and are counted; who is served, finds no room or is out of reach adds up to all.
func TestRoom(t *testing.T) {
	city := threeCenters()
	city.Centers[0].FloorArea = data.Number{}
	r := analyzed(city, 350)
	plan := solve(t, Ask{Before: r, Candidates: []Candidate{candidate("x", 4100, 100)}, Request: Request{Model: CapacitatedCover{}.Key(), P: 1, SiteArea: 10}})
	a := plan.Aim
	if plan.Roomless != 1 || math.Abs(a.After+a.NoRoom+a.Outside-750) > 1e-6 || a.NoRoom < 250 {
		t.Errorf("%d centers without area; %+v", plan.Roomless, a)
	}
}
