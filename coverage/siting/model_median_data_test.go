//go:build data

package siting

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pmedOptima are the p-median optima of Beasley's OR-Library (pmedopt.txt).
var pmedOptima = [...]float64{5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729, 8162, 6999, 4809, 2845, 1789}

// All twenty are solved to the published optimum, and proven; before branching the bound is within 0.25 % on average.
func TestMedianORLibrary(t *testing.T) {
	gap := 0.0
	for k, want := range pmedOptima {
		t.Run(fmt.Sprint("pmed", k+1), func(t *testing.T) {
			x, p := readPmed(t, k+1)
			found, err := Median{P: p}.Solve(t.Context(), x)
			if err != nil {
				t.Fatal(err)
			}
			if found.Value != want || !found.Proven || found.Bound != want {
				t.Errorf("%v, bound %v, proven %v; want %v", found.Value, found.Bound, found.Proven, want)
			}
			lists, err := newMedianLists(x, p, 0)
			if err != nil {
				t.Fatal(err)
			}
			search := newMedianSearch(t.Context(), lists, Search{})
			root := search.start()
			search.tighten(root)
			gap += (want - root.bound) / want / float64(len(pmedOptima))
		})
	}
	t.Logf("mean gap at the root %.4f %%", 100*gap)
	if gap > 0.0025 {
		t.Errorf("mean gap at the root %v", gap)
	}
}

// The plans of the San Francisco stores for one to eight sites, person-metres, as solved by others (spopt, HiGHS).
func TestMedianSanFrancisco(t *testing.T) {
	x := readSF(t)
	want := map[int]float64{1: 5731159103.675, 2: 4009098972.135, 3: 3385565397.532, 4: 2848268129.7145104, 5: 2554123350.188, 6: 2347055166.677,
		8: 2054687610.638}
	for _, p := range slices.Sorted(maps.Keys(want)) {
		found, err := Median{P: p}.Solve(t.Context(), x)
		if err != nil || !found.Proven || math.Abs(found.Value/want[p]-1) > 1e-12 {
			t.Errorf("p = %d: %+v, %v; want %v", p, found, err, want[p])
		}
		if p == 4 && math.Abs(found.Value/955113-2982.1268579890657) > 1e-9 {
			t.Errorf("mean %v", found.Value/955113)
		}
	}
}

// readPmed makes an instance of a file: every vertex is a demand of weight 1 and a site, costs are shortest paths, and of repeated edges
// the last one counts.
func readPmed(t testing.TB, which int) (x *Instance, p int) {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	raw, err := os.ReadFile(filepath.Join(root, "or-library-pmed", fmt.Sprintf("pmed%d.txt", which)))
	if err != nil {
		t.Fatalf("data missing: %v (set QUARTER_DATA)", err)
	}
	var numbers []int
	for _, f := range strings.Fields(string(raw)) {
		numbers = append(numbers, int(number(t, f)))
	}
	n := numbers[0]
	d := make([][]float64, n)
	for i := range d {
		d[i] = make([]float64, n)
		for j := range d[i] {
			if i != j {
				d[i][j] = math.Inf(1)
			}
		}
	}
	for e := numbers[3:]; len(e) >= 3; e = e[3:] {
		d[e[0]-1][e[1]-1], d[e[1]-1][e[0]-1] = float64(e[2]), float64(e[2])
	}
	for k := range d {
		for i := range d {
			for j := range d {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	w := make([]float64, n)
	for j := range w {
		w[j] = 1
	}
	return &Instance{Weights: w, Sites: make([]Site, n), Costs: NewMatrix(d)}, numbers[2]
}
