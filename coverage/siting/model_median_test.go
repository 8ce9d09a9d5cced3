package siting

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// travelOf is the objective of the p-median by its definition: the demand that some allowed site reaches, +Inf where one of it is left.
func travelOf(x *Instance, sites []int) (total float64) {
	reach := reachable(x)
	for j, d := range nearestCosts(x, sites) {
		if x.Weights[j] > 0 && reach[j] {
			total += x.Weights[j] * d
		}
	}
	return total
}

// reachable tells which demand some site that is not forbidden can serve.
func reachable(x *Instance) []bool {
	var all []int
	for i, s := range x.Sites {
		if s.State != Forbidden {
			all = append(all, i)
		}
	}
	reach := make([]bool, len(x.Weights))
	for j, d := range nearestCosts(x, all) {
		reach[j] = !math.IsInf(d, 1)
	}
	return reach
}

// nearestCosts is what each demand costs with these sites and the kept ones open, +Inf where nobody serves.
func nearestCosts(x *Instance, sites []int) []float64 {
	row, costs := make([]float64, len(x.Weights)), make([]float64, len(x.Weights))
	for j := range costs {
		costs[j] = math.Inf(1)
	}
	for _, i := range x.serving(sites) {
		x.Costs.Row(i, row)
		for j, d := range row {
			costs[j] = min(costs[j], d)
		}
	}
	return costs
}

// Five thousand instances against every choice there is.
func TestMedianBruteForce(t *testing.T) {
	checkLeast(t, func(p int) Model { return Median{P: p} }, travelOf)
}

// checkLeast solves random instances, half of them of weights that are not whole, a quarter with hardly any ways, and compares with every
// choice by an objective.
func checkLeast(t *testing.T, model func(p int) Model, objective func(x *Instance, sites []int) float64) {
	solved := 0
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		x, p := randomCase(r, 16, 18), r.IntN(5)
		for j := range x.Weights {
			if seed%2 == 1 {
				x.Weights[j] *= r.Float64()
			}
		}
		for k := range x.Costs.(*Matrix).values {
			if seed%8 < 2 && r.IntN(2) == 0 {
				x.Costs.(*Matrix).values[k] = math.Inf(1)
			}
		}
		found := examine(t, seed, x, p, model(p), func(sites []int) (float64, bool) {
			if p == 0 && len(x.serving(nil)) == 0 {
				return 0, false
			}
			v := objective(x, sites)
			return v, !math.IsInf(v, 1)
		})
		if found != nil {
			solved++
			checkChoice(t, seed, x, found)
		}
	}
	if solved < 2000 || solved > 4900 {
		t.Errorf("%d of 5000 solved: the instances are no test", solved)
	}
}

// Demand that the choice leaves, though a site could serve it, makes an instance infeasible; which, is said.
func TestMedianUnserved(t *testing.T) {
	inf := math.Inf(1)
	x := &Instance{Weights: []float64{1, 2, 4, 8}, Sites: make([]Site, 3), Costs: NewMatrix([][]float64{{1, inf, inf, inf}, {inf, 1, 1, inf}, {inf, 1, inf, inf}})}
	var none *InfeasibleError
	if _, err := (Median{P: 1}).Solve(t.Context(), x); !errors.As(err, &none) || none.Key != "too_few" || none.Need != 2 || none.Weight != 1 || len(none.Demand) != 1 {
		t.Errorf("%+v", err)
	}
	found, err := Median{P: 2}.Solve(t.Context(), x)
	if err != nil || found.Value != 7 || found.Unreachable != 8 || !slices.Equal(found.Assigned, []int32{0, 1, 1, -1}) {
		t.Errorf("%+v, %v", found, err)
	}
}

// A P that makes no sense is refused.
func TestMedianRefuses(t *testing.T) {
	x := planeInstance(1, 10, 4, false)
	var input *InputError
	for _, p := range []int{-1, 0} {
		if _, err := (Median{P: p}).Solve(t.Context(), x); !errors.As(err, &input) {
			t.Errorf("p = %d: %v", p, err)
		}
	}
	var none *InfeasibleError
	if _, err := (Median{P: 1000}).Solve(t.Context(), x); !errors.As(err, &none) || none.Need != 4 {
		t.Errorf("p = 1000: %v", err)
	}
}

// checkChoice looks at the bound, at who serves whom, and at what is out of reach.
func checkChoice(t *testing.T, seed int, x *Instance, found *Solution) {
	t.Helper()
	if found.Bound > found.Value {
		t.Fatalf("seed %d: %+v", seed, found)
	}
	row, unreachable, reach := make([]float64, len(x.Weights)), 0.0, reachable(x)
	costs := nearestCosts(x, found.Sites)
	for j, i := range found.Assigned {
		if !reach[j] {
			unreachable += x.Weights[j]
		}
		if math.IsInf(costs[j], 1) != (i < 0) {
			t.Fatalf("seed %d: demand %d of cost %v assigned to %d", seed, j, costs[j], i)
		}
		if i < 0 {
			continue
		}
		if x.Costs.Row(int(i), row); row[j] != costs[j] || x.Sites[i].State != Kept && !slices.Contains(found.Sites, int(i)) {
			t.Fatalf("seed %d: demand %d assigned to %d at %v, not %v", seed, j, i, row[j], costs[j])
		}
	}
	if !near(unreachable, found.Unreachable) {
		t.Fatalf("seed %d: %v unreachable, not %v", seed, found.Unreachable, unreachable)
	}
}

// planeInstance is a larger random instance: demand and sites in a square of 10 km.
func planeInstance(seed uint64, demands, sites int, whole bool) *Instance {
	r := rand.New(rand.NewPCG(seed, 2))
	at := func() (float64, float64) { return 10000 * r.Float64(), 10000 * r.Float64() }
	x := &Instance{Weights: make([]float64, demands), Sites: make([]Site, sites)}
	places := make([][2]float64, demands)
	for j := range places {
		places[j][0], places[j][1] = at()
		x.Weights[j] = float64(1 + r.IntN(100))
	}
	rows := make([][]float64, sites)
	for i := range rows {
		a, b := at()
		rows[i] = make([]float64, demands)
		for j, p := range places {
			if rows[i][j] = math.Hypot(a-p[0], b-p[1]); whole {
				rows[i][j] = math.Round(rows[i][j])
			}
		}
	}
	x.Costs = NewMatrix(rows)
	return x
}

// A thousand demands and a hundred sites as CBC 2 solves the same model, to the end.
func TestMedianAgainstCBC(t *testing.T) {
	const want = 60190512.24344167
	found, err := Median{P: 10}.Solve(t.Context(), planeInstance(1, 1000, 100, false))
	if err != nil || !found.Proven || !near(found.Value, want) {
		t.Errorf("%+v, %v; want %v", found, err, want)
	}
}

// Threads change nothing, and so does asking again.
func TestMedianRepeats(t *testing.T) {
	x := planeInstance(3, 200, 60, false)
	first, err := Median{P: 9, Search: Search{Threads: 1}}.Solve(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	for _, threads := range []int{1, 2, 5} {
		again, err := Median{P: 9, Search: Search{Threads: threads}}.Solve(t.Context(), x)
		if err != nil || !reflect.DeepEqual(first, again) {
			t.Errorf("%d threads: %+v, %v; one: %+v", threads, again, err, first)
		}
	}
}

// A context that has ended gives a plan, a bound and a remark.
func TestMedianCut(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	found, err := Median{P: 9}.Solve(ctx, planeInstance(3, 200, 60, false))
	if err != nil || !found.Cut || len(found.Sites) != 9 || found.Bound > found.Value {
		t.Errorf("%+v, %v", found, err)
	}
}

// endsAfter is a context that ends when it has been asked so often.
type endsAfter struct {
	context.Context
	left *int
}

func (c endsAfter) Err() error {
	if *c.left--; *c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever the context ends, the plan has P sites, its value is true, and the bound is below the best.
func TestMedianCutAnywhere(t *testing.T) {
	x := planeInstance(8, 60, 25, false)
	best, err := Median{P: 6}.Solve(t.Context(), x)
	if err != nil || !best.Proven {
		t.Fatalf("%+v, %v", best, err)
	}
	for asked := 0; asked < 400; asked += 3 {
		left := asked
		found, err := Median{P: 6}.Solve(endsAfter{t.Context(), &left}, x)
		if err != nil || len(found.Sites) != 6 || !near(found.Value, travelOf(x, found.Sites)) || found.Value < best.Value || found.Bound > best.Value*(1+1e-9) {
			t.Fatalf("ended after %d: %+v, %v; best %+v", asked, found, err, best)
		}
	}
}

// Without work to spend the answer says what it does not know.
func TestMedianLittleEffort(t *testing.T) {
	x := planeInstance(4, 300, 100, false)
	best, err := Median{P: 12}.Solve(t.Context(), x)
	if err != nil || !best.Proven {
		t.Fatalf("%+v, %v", best, err)
	}
	little, err := Median{P: 12, Search: Search{Effort: 1e-6}}.Solve(t.Context(), x)
	if err != nil || little.Value < best.Value || little.Bound > best.Value || little.Proven && !near(little.Value, best.Value) {
		t.Errorf("%+v, %v; best %v", little, err, best.Value)
	}
}

// Laws: another order changes neither value nor bound, another site or a higher P never makes it worse, a factor on the weights is one on
// the value.
func TestMedianLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 3))
		x := planeInstance(r.Uint64(), 5+r.IntN(40), 6+r.IntN(15), r.IntN(2) == 0)
		p := 1 + r.IntN(4)
		value := func(x *Instance, p int) float64 {
			found, err := Median{P: p}.Solve(context.Background(), x)
			if err != nil || !found.Proven || !near(found.Bound, found.Value) {
				t.Fatalf("%+v, %v", found, err)
			}
			return found.Value
		}
		base := value(x, p)
		if v := value(shuffled(x, r), p); !near(v, base) {
			t.Errorf("in another order %v, not %v", v, base)
		}
		if v := value(x, p+1); v > base*(1+1e-9) {
			t.Errorf("with one more %v, above %v", v, base)
		}
		fewer := *x
		fewer.Sites = slices.Clone(x.Sites)
		fewer.Sites[r.IntN(len(x.Sites))].State = Forbidden
		if v := value(&fewer, p); v < base*(1-1e-9) {
			t.Errorf("with a site less %v, below %v", v, base)
		}
		heavy := *x
		heavy.Weights = slices.Clone(x.Weights)
		for j := range heavy.Weights {
			heavy.Weights[j] *= 3
		}
		if v := value(&heavy, p); !near(v, 3*base) {
			t.Errorf("three times the weight gives %v, not %v", v, 3*base)
		}
	})
}

// shuffled is the same instance with demands and sites in another order.
func shuffled(x *Instance, r *rand.Rand) *Instance {
	y := &Instance{Weights: make([]float64, len(x.Weights)), Sites: make([]Site, len(x.Sites))}
	demands, rows, row := r.Perm(len(x.Weights)), make([][]float64, len(x.Sites)), make([]float64, len(x.Weights))
	for k, i := range r.Perm(len(x.Sites)) {
		x.Costs.Row(i, row)
		rows[k], y.Sites[k] = make([]float64, len(row)), x.Sites[i]
		for l, j := range demands {
			rows[k][l], y.Weights[l] = row[j], x.Weights[j]
		}
	}
	y.Costs = NewMatrix(rows)
	return y
}
