//go:build data

package siting

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"quarter/geo"
)

// proven checks the proven optimum of p = 1, 2 ….
func proven(t *testing.T, x *Instance, radius float64, want ...float64) {
	t.Helper()
	for k, value := range want {
		s, err := MCLP{P: k + 1, Radius: radius}.Solve(t.Context(), x)
		if err != nil {
			t.Fatal(err)
		}
		if s.Value != value || s.Bound != value || !s.Proven || len(s.Sites) != k+1 {
			t.Errorf("radius %v p %d: value %v bound %v proven %v, want %v", radius, k+1, s.Value, s.Bound, s.Proven, value)
		}
	}
}

// Values of the README of sf-facility-location.
func TestMCLPSanFrancisco(t *testing.T) {
	x := readSF(t)
	proven(t, x, 5000, 448255, 671938, 791499, 875247, 927402, 941462, 950428, 955113)
	proven(t, x, 8000, 805302, 934831, 955113)
	if _, err := (MCLP{P: 1000, Radius: 5000}).Solve(t.Context(), x); err == nil {
		t.Error("1,000 of 16 stores chosen")
	}
}

// Values of the README of mclp-sjc.
func TestMCLPSaoJose(t *testing.T) {
	proven(t, readSJC(t, "SJC324.txt"), 800, 5461, 8790, 11604, 12106, 12152)
	proven(t, readSJC(t, "SJC402.txt"), 800, 6555, 11339, 14690, 15658, 15970, 15984)
}

// readSJC makes an instance of São José dos Campos: every point is demand and site.
func readSJC(t testing.TB, name string) *Instance {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(root, "mclp-sjc", name))
	if err != nil {
		t.Fatalf("data missing: %v (set QUARTER_DATA)", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	x := &Instance{}
	var points []geo.XY
	for lines.Scan() {
		var at geo.XY
		var weight float64
		if n, _ := fmt.Sscan(lines.Text(), &at.X, &at.Y, &weight); n < 3 {
			continue
		}
		points = append(points, at)
		x.Weights = append(x.Weights, weight)
	}
	x.Sites, x.Costs = make([]Site, len(points)), NewPlane(points, points)
	return x
}
