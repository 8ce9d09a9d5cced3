package siting

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// Five thousand instances against every choice there is.
func TestKolmBruteForce(t *testing.T) {
	const kappa = -0.3
	checkLeast(t, func(p int) Model { return Kolm{P: p, Kappa: kappa} }, func(x *Instance, sites []int) float64 { return kolmOf(x, sites, kappa) })
}

// kolmOf is the equivalent by its definition.
func kolmOf(x *Instance, sites []int, kappa float64) float64 {
	reach, sum, weight := reachable(x), 0.0, 0.0
	for j, z := range nearestCosts(x, sites) {
		if x.Weights[j] > 0 && reach[j] {
			sum += x.Weights[j] * math.Exp(-kappa*z)
			weight += x.Weights[j]
		}
	}
	if weight == 0 {
		return 0
	}
	return -math.Log(sum/weight) / kappa
}

// The equivalent lies between mean and maximum, rises with the aversion, and tends to the mean where there is hardly any.
func TestKolmBetweenMeanAndMaximum(t *testing.T) {
	x := planeInstance(5, 120, 30, false)
	median, err := Median{P: 5}.Solve(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	weight := 0.0
	for _, w := range x.Weights {
		weight += w
	}
	before := median.Value / weight
	for _, epsilon := range []float64{-1e-6, -0.1, -0.5, -1, -2, -5} {
		found, err := Kolm{P: 5, Aversion: epsilon}.Solve(t.Context(), x)
		if err != nil || !found.Proven {
			t.Fatalf("%v: %+v, %v", epsilon, found, err)
		}
		if most := slices.Max(nearestCosts(x, found.Sites)); found.Value < before*(1-1e-9) || found.Value > most {
			t.Errorf("aversion %v: %v, want %v to %v", epsilon, found.Value, before, most)
		}
		if epsilon == -1e-6 && math.Abs(found.Value/before-1) > 1e-5 {
			t.Errorf("hardly any aversion: %v, mean %v", found.Value, before)
		}
		before = found.Value
	}
}

// The kappa that Scale tells gives the same plan when it is set, and a unit a thousand times smaller the same plan too.
func TestKolmScale(t *testing.T) {
	x := planeInstance(6, 120, 30, false)
	m := Kolm{P: 4, Aversion: -2}
	found, err := m.Solve(t.Context(), x)
	if err != nil {
		t.Fatal(err)
	}
	kappa, err := m.Scale(t.Context(), x)
	if err != nil || kappa >= 0 {
		t.Fatalf("%v, %v", kappa, err)
	}
	if again, err := (Kolm{P: 4, Kappa: kappa}).Solve(t.Context(), x); err != nil || !near(again.Value, found.Value) || !slices.Equal(again.Sites, found.Sites) {
		t.Errorf("%+v, %v; before %+v", again, err, found)
	}
	rows := make([][]float64, len(x.Sites))
	for i := range rows {
		rows[i] = make([]float64, len(x.Weights))
		x.Costs.Row(i, rows[i])
		for j := range rows[i] {
			rows[i][j] *= 1000
		}
	}
	milli := *x
	milli.Costs = NewMatrix(rows)
	if again, err := m.Solve(t.Context(), &milli); err != nil || !near(again.Value, 1000*found.Value) || !slices.Equal(again.Sites, found.Sites) {
		t.Errorf("in millimetres %+v, %v; in metres %+v", again, err, found)
	}
}

// An aversion that makes no sense, and one beyond what numbers hold, are refused.
func TestKolmRefuses(t *testing.T) {
	x := planeInstance(7, 20, 5, false)
	for _, m := range []Kolm{{P: 2, Aversion: 1}, {P: 2, Kappa: 0.1}, {P: 2, Aversion: math.NaN()}, {P: 2, Kappa: -1}} {
		var refused *InputError
		if _, err := m.Solve(t.Context(), x); !errors.As(err, &refused) {
			t.Errorf("%+v: %v", m, err)
		}
	}
}
