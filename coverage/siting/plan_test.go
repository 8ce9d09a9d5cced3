package siting

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// smallCity is a small city drawn by a seed: six communities of some squares, a few centers, m candidates.
func smallCity(seed uint64, m int) (*coverage.Result, []Candidate) {
	random := rand.New(rand.NewPCG(seed, 7))
	t := newTown(200)
	for i := range 6 {
		households := make([]float64, 1+random.IntN(4))
		for k := range households {
			households[k] = float64(random.IntN(800))
		}
		c := t.community(string(rune('a'+i)), 1100*float64(i%3)+float64(random.IntN(100)), 700*float64(i/3), households...)
		if random.IntN(3) == 0 {
			t.center(string(rune('A'+i)), 1100*float64(i%3)+float64(random.IntN(500)), 700*float64(i/3)+float64(random.IntN(300)), c)
		}
	}
	t.center("far", 9000, 9000)
	var candidates []Candidate
	for i := range m {
		candidates = append(candidates, candidate(fmt.Sprint(i), 3200*random.Float64(), 1000*random.Float64()))
	}
	return analyzed(t.city(), 350), candidates
}

func analyzed(c *data.City, radius float64) *coverage.Result {
	r, err := coverage.Analyze(background, c, data.General(), coverage.Options{Radius: geo.Length(radius), StrictRadius: geo.Length(radius * 0.8), Sites: -1})
	if err != nil {
		panic(err)
	}
	return r
}

func solve(t *testing.T, ask Ask) *Plan {
	t.Helper()
	plan, err := Solve(background, ask)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func closeTo(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v, want %v ± %v", what, got, want, tolerance)
	}
}

// builtCovered is the exact oracle: the engine itself on the city with centers at some candidates.
func builtCovered(r *coverage.Result, candidates []Candidate, sites []int) float64 {
	var centers []data.Center
	for _, i := range sites {
		centers = append(centers, newCenter(r.City, data.TierCommunity, "", "", candidates[i].Point, data.Number{}))
	}
	after, err := r.Again(background, r.City.With(centers...))
	if err != nil {
		panic(err)
	}
	return after.Total().People.Covered
}

// Two sites among ten candidates, against the engine on every pair: the plan is the best by exact areas, or worse by what it says.
func TestThePlanIsTheBestPair(t *testing.T) {
	missed := 0
	for seed := range uint64(12) {
		r, candidates := smallCity(seed, 9)
		if r.Total().People.Covered >= r.Total().People.Total {
			continue
		}
		plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: 2, Objective: People}})
		best := 0.0
		for a := range candidates {
			for b := range a {
				best = max(best, builtCovered(r, candidates, []int{a, b}))
			}
		}
		got := plan.After.Total().People.Covered
		if got > best*(1+1e-9) {
			t.Fatalf("seed %d: the plan covers %v, the best pair %v", seed, got, best)
		}
		if got < best*(1-1e-9) {
			missed++
			t.Logf("seed %d: the plan covers %v, the best pair %v", seed, got, best)
		}
		checkPlan(t, plan)
	}
	if missed > 0 {
		t.Errorf("%d plans are not the best pair", missed)
	}
}

// checkPlan holds what a plan says against the engine's own account.
func checkPlan(t *testing.T, p *Plan) {
	t.Helper()
	total, start := p.Request.Objective.Account(p.Base)
	_, covered := p.Request.Objective.Account(p.After)
	for i := range p.After.City.Centers {
		if c := &p.After.City.Centers[i]; i >= len(p.Base.City.Centers) && !c.Planned || i < len(p.Before.City.Centers) && c.Planned {
			t.Errorf("center %d of %d is planned: %v", i, len(p.Before.City.Centers), c.Planned)
		}
	}
	sum := 0.0
	for n, k := range p.Picks {
		sum += k.Gain
		closeTo(t, "covered after a pick", k.Covered, start+sum, 1e-6*total)
		if n > 0 && k.Gain > p.Picks[n-1].Gain*(1+1e-9) {
			t.Errorf("pick %d gains %v, the one before it %v", n, k.Gain, p.Picks[n-1].Gain)
		}
		people := 0.0
		for _, c := range k.Communities {
			people += c.People
		}
		closeTo(t, "gain by community", people, k.Gain, 1e-6*total)
		if k.Alone > k.Gain*(1+1e-9)+1e-9 || k.Gain > k.Within*(1+1e-9)+1e-9 {
			t.Errorf("alone %v, gain %v, within %v", k.Alone, k.Gain, k.Within)
		}
		if i := len(p.Base.City.Centers) + n; p.Request.Objective == People {
			closeTo(t, "within", k.Within, p.After.Centers[i].People, 1e-6*total)
			closeTo(t, "alone", k.Alone, p.After.Centers[i].Alone, 1e-6*total)
		}
	}
	closeTo(t, "gains", sum, covered-start, 1e-6*total)
	closeTo(t, "exact", p.Exact, covered-start, 1e-6*total)
	for n := 1; n < len(p.Curve); n++ {
		if s := p.Curve[n]; s.Covered < p.Curve[n-1].Covered-1e-6*total || s.OnPoint > s.Bound*(1+1e-9) {
			t.Errorf("curve %+v after %+v", s, p.Curve[n-1])
		}
	}
	for _, l := range p.Losses {
		if p.Request.Objective != People {
			break
		}
		closeTo(t, "loss", l.Lost, p.After.Centers[l.Center].Alone, 1e-6*total)
	}
}

// A square with a candidate in its middle that reaches all of it, and one far away: the first, with all people, proven.
func TestOneSquare(t *testing.T) {
	town := newTown(200)
	town.community("1", 0, 0, 400)
	town.community("2", 20000, 0, 100)
	town.center("far", -20000, 0)
	r := analyzed(town.city(), 350)
	ask := Ask{Before: r, Candidates: []Candidate{candidate("x", 20100, 100), candidate("y", 100, 100)}, Request: Request{Model: "mclp", P: 1, Objective: People, SitePrice: 5e5, SiteArea: 200}}
	plan := solve(t, ask)
	k := plan.Picks[0]
	if k.Candidate != 1 || k.RunnerUp != 0 || !plan.Solution.Proven {
		t.Fatalf("pick %+v of %+v", k, plan.Solution)
	}
	closeTo(t, "gain", k.Gain, 1000, 1e-6)
	closeTo(t, "runner-up", k.RunnerUpLoss, 750, 1e-6)
	closeTo(t, "households", k.Households.V, 400, 1e-6)
	closeTo(t, "yuan for one", k.PerPerson.V, 500, 1e-6)
	closeTo(t, "on points", plan.OnPoints, 1000, 1e-6)
	closeTo(t, "nearer", k.Nearer, 1250, 1e-6)
	closeTo(t, "saved", k.Saved.V, 0.8*20100+0.2*20000, 100)
	closeTo(t, "often", k.Often, 1, 0)
	if floor := plan.After.City.Centers[1].FloorArea; floor.V != 200 {
		t.Errorf("floor area %v", floor)
	}
	ask.Request = Request{Model: "partial", Cover: 1, Objective: People}
	if plan := solve(t, ask); len(plan.Picks) != 2 || plan.After.Total().People.Covered != plan.After.Total().People.Total {
		t.Errorf("everybody by %+v", plan.Picks)
	}
}

// The same bytes for one thread and for two.
func TestThreadsDoNotMatter(t *testing.T) {
	for seed := range uint64(3) {
		r, candidates := smallCity(seed, 40)
		var plans []*Plan
		for _, threads := range []int{1, 2} {
			plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: 3, Objective: People}, Search: Search{Threads: threads}})
			plan.After, plan.Base, plan.Before = nil, nil, nil
			plans = append(plans, plan)
		}
		if !reflect.DeepEqual(plans[0], plans[1]) {
			t.Errorf("seed %d: %+v and %+v", seed, plans[0], plans[1])
		}
	}
}

// A plan of partial cover reaches its share by exact areas, with no site that it could do without.
func TestCoverIsReachedExactly(t *testing.T) {
	for seed := range uint64(8) {
		r, candidates := smallCity(seed, 30)
		people := r.Total().People
		all := (people.Covered + 0.6*(builtCovered(r, candidates, indexes(30))-people.Covered)) / people.Total
		if all <= people.Covered/people.Total {
			continue
		}
		plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "partial", Cover: all, Objective: People}})
		checkPlan(t, plan)
		if share := plan.After.Total().People.Covered / people.Total; share < all-1e-9 {
			t.Errorf("seed %d: %v of %v", seed, share, all)
		}
		if n := float64(len(plan.Picks)); plan.Solution.Value != n || plan.Solution.Bound > n {
			t.Errorf("seed %d: %v sites of %+v", seed, n, plan.Solution)
		}
		for n := range plan.Picks {
			if plan.After.Total().People.Covered-plan.Picks[n].Alone >= all*people.Total*(1+1e-9) {
				t.Errorf("seed %d: pick %d could be left out", seed, n)
			}
		}
	}
}

func indexes(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// What a plan counts for households and for a part of the people adds up too.
func TestPlansForHouseholds(t *testing.T) {
	r, candidates := smallCity(5, 30)
	plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: 2, Objective: Objective{Households: true}}})
	checkPlan(t, plan)
	if !slices.ContainsFunc(plan.Picks, func(p Pick) bool { return p.Gain > 0 }) {
		t.Error("nobody gained")
	}
}

// Forced sites are chosen, forbidden ones are not, and money is not overspent, whatever the exact search exchanges.
func TestStatesAndMoneyAreKept(t *testing.T) {
	for seed := range uint64(6) {
		r, candidates := smallCity(seed, 20)
		candidates[3].State, candidates[5].State = Forced, Forbidden
		for i := range candidates {
			candidates[i].Price = data.Num(float64(1+i%4) * 1e6)
		}
		for _, request := range []Request{{Model: "mclp", P: 3}, {Model: "budget", Budget: 9e6}} {
			request.Objective = People
			plan := solve(t, Ask{Before: r, Candidates: candidates, Request: request})
			checkPlan(t, plan)
			money, forced := 0.0, false
			for _, k := range plan.Picks {
				money += k.Price.V
				forced = forced || k.Candidate == 3
				if k.Candidate == 5 {
					t.Errorf("seed %d: a forbidden site", seed)
				}
			}
			if !forced || request.Budget > 0 && money > request.Budget {
				t.Errorf("seed %d %s: %v yuan, forced %v", seed, request.Model, money, forced)
			}
		}
	}
}

// A user's costs: who is near by the matrix counts, and the engine's circles are told beside it.
func TestPlanByAMatrix(t *testing.T) {
	r := analyzed(threeCenters(), 350)
	m := &data.CostMatrix{Unit: "m", From: []data.Label{{Code: "x"}, {Code: "y"}, {Code: "K000"}}, To: []data.Label{{Code: "1000"}, {Code: "2000"}, {Code: "3000"}},
		Links: []data.CostLink{{From: 0, To: 1, Cost: 100}, {From: 0, To: 2, Cost: 9000}, {From: 1, To: 2, Cost: 400}, {From: 2, To: 0, Cost: 10}}}
	ask := Ask{Before: r, Matrix: m, Candidates: []Candidate{candidate("x", 4100, 100), candidate("y", 900, 900)}, Request: Request{Model: "mclp", P: 2, Objective: People}}
	plan := solve(t, ask)
	// The matrix knows a center of the first square alone: both others are open, 420 m along the way are within reach.
	closeTo(t, "on points", plan.OnPoints, 500, 1e-6)
	closeTo(t, "by circles", plan.Exact, 250, 1e-6)
	if plan.Match == nil || len(plan.Match.LostSites) != 2 || plan.Swaps != 0 {
		t.Errorf("match %+v", plan.Match)
	}
	ask.Matrix = &data.CostMatrix{Unit: "m", From: []data.Label{{Code: "q"}}, To: []data.Label{{Code: "r"}}, Links: []data.CostLink{{Cost: 1}}}
	var input *InputError
	if _, err := Solve(background, ask); !errors.As(err, &input) || input.Key != "matrix_unmatched" {
		t.Errorf("another city's matrix: %v", err)
	}
}

// The instances of a city by themselves: maximal cover is what the plan's model found, and a median's distances are those of the engine.
func TestInstancesOfACity(t *testing.T) {
	r, candidates := smallCity(2, 20)
	plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: 2, Objective: People}})
	found, err := MCLP{P: 2, Radius: 350}.Solve(background, NewInstance(r, candidates, People))
	if err != nil || !slices.Equal(found.Sites, plan.Solution.Sites) || found.Value != plan.Solution.Value {
		t.Errorf("%+v, the plan's is %+v: %v", found, plan.Solution, err)
	}
	none, err := Median{P: 0}.Solve(background, NewFullInstance(r, candidates, People))
	if err != nil {
		t.Fatal(err)
	}
	u := r.Total()
	closeTo(t, "mean distance", none.Value/u.People.Total, u.Reach.Mean.V, 0.01*u.Reach.Mean.V)
}
