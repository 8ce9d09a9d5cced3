//go:build data

package siting

import (
	"errors"
	"fmt"
	"math"
	"testing"
)

// Distances solved with an exact MILP solver, m.
func TestCenterSanFrancisco(t *testing.T) {
	x := readSF(t)
	for p, want := range map[int]float64{1: 11577.27900, 2: 9130.75874, 3: 7529.98595, 4: 7403.0638108, 5: 5985.50007, 6: 5903.66715, 8: 4644.84569} {
		found, err := Center{P: p, All: true}.Solve(t.Context(), x)
		if err != nil || !found.Proven || math.Abs(found.Value-want) > 1e-5 {
			t.Errorf("p = %d: %+v %v, want %v", p, found, err, want)
		}
	}
}

// pmedCenters are the p-center optima of Beasley's OR-Library, after Pullan (2008).
var pmedCenters = [...]float64{127, 98, 93, 74, 48, 84, 64, 55, 37, 20, 59, 51, 36, 26, 18, 47, 39, 28, 18, 13}

// All twenty are solved to the published optimum, and proven.
func TestCenterORLibrary(t *testing.T) {
	for k, want := range pmedCenters {
		t.Run(fmt.Sprint("pmed", k+1), func(t *testing.T) {
			x, p := readPmed(t, k+1)
			found, err := Center{P: p}.Solve(t.Context(), x)
			if err != nil || found.Value != want || !found.Proven {
				t.Fatalf("%+v %v, want %v", found, err, want)
			}
			t.Logf("%+v", found.Work)
		})
	}
}

// Values stated by PySAL spopt, m, to the millimetre that they are printed with.
func TestDispersionSanFrancisco(t *testing.T) {
	x := readSF(t)
	check := func(p int, want float64) {
		t.Helper()
		found, err := Dispersion{P: p}.Solve(t.Context(), x)
		if err != nil || !found.Proven || math.Abs(found.Value-want) > 6e-4 {
			t.Errorf("p = %d: %+v %v, want %v", p, found, err, want)
		}
	}
	check(3, 10164.495)
	x.Sites[5].State, x.Sites[10].State = Forced, Forced
	check(3, 6043.265)
	_, err := Dispersion{P: 17}.Solve(t.Context(), x)
	if short := (*InfeasibleError)(nil); !errors.As(err, &short) || short.Need != 16 {
		t.Errorf("17 of 16 stores: %v", err)
	}
}
