package siting

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"quarter/geo"
)

// family makes an instance of the kind of Cordeau, Furini and Ljubic (2019): demand and sites uniform in a square of 30 by 30, whole weights
// from 1 to 100.
func family(n, m int, seed uint64) *Instance {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	points := func(k int) []geo.XY {
		list := make([]geo.XY, k)
		for i := range list {
			list[i] = geo.XY{X: 30 * rng.Float64(), Y: 30 * rng.Float64()}
		}
		return list
	}
	x := &Instance{Weights: make([]float64, n), Sites: make([]Site, m), Costs: NewPlane(points(n), points(m))}
	for j := range x.Weights {
		x.Weights[j] = float64(1 + rng.IntN(100))
	}
	return x
}

// coverSizes are the sizes of docs/performance.md. The hard radii are those where p circles fill about 70 % of the square if they do not
// overlap: the relaxation is weakest there.
var coverSizes = []struct {
	n, m, p int
	radius  float64
	large   bool
}{
	{1_000, 100, 10, 4, false}, {1_000, 100, 15, 3.25, false},
	{10_000, 100, 10, 5.5, false}, {10_000, 100, 15, 4, false}, {100_000, 100, 15, 4, false},
	{10_000, 500, 20, 2.5, false}, {10_000, 500, 20, 3, false}, {10_000, 500, 20, 3.4, false}, {10_000, 500, 20, 4, false},
	{10_000, 500, 20, 3.6, false}, {10_000, 500, 20, 3.8, false}, {10_000, 500, 20, 4.2, false}, {10_000, 500, 20, 4.5, false},
	{100_000, 1_000, 50, 1.5, false}, {100_000, 1_000, 50, 1.8, false}, {100_000, 1_000, 50, 2.1, false}, {100_000, 1_000, 50, 3, false},
	{1_000_000, 1_000, 200, 1, true}, {12_000, 5_000, 200, 1, true}, {1_000_000, 5_000, 200, 1, true},
}

// BenchmarkMCLP solves from cover lists; the time of the lists is told apart, and the gap in per cent.
func BenchmarkMCLP(b *testing.B) {
	for _, c := range coverSizes {
		b.Run(fmt.Sprintf("%dx%d/p%d/r%v", c.n, c.m, c.p, c.radius), func(b *testing.B) {
			if testing.Short() && c.large {
				b.Skip("large")
			}
			x := family(c.n, c.m, 0)
			from := time.Now()
			x.Costs = x.catchments(c.radius)
			lists := time.Since(from)
			b.ReportAllocs()
			var s *Solution
			for b.Loop() {
				var err error
				if s, err = (MCLP{P: c.p, Radius: c.radius}).Solve(b.Context(), x); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(lists.Milliseconds()), "lists-ms")
			b.ReportMetric(100*s.Gap(), "gap-%")
			b.ReportMetric(float64(s.Work.Nodes), "nodes")
		})
	}
}

// BenchmarkCBC gives the same instances, rows merged already, to the MIP solver CBC where it is installed (Debian: coinor-cbc), with a
// minute each.
func BenchmarkCBC(b *testing.B) {
	if _, err := exec.LookPath("cbc"); err != nil {
		b.Skip("no cbc")
	}
	for _, c := range coverSizes {
		if c.large {
			continue
		}
		b.Run(fmt.Sprintf("%dx%d/p%d/r%v", c.n, c.m, c.p, c.radius), func(b *testing.B) {
			x := family(c.n, c.m, 0)
			lists := x.catchments(c.radius)
			all := &cover{weights: make([]int64, c.n), columns: lists, rows: lists.Reversed(), prices: make([]int64, c.m), budget: int64(c.p)}
			for i := range all.prices {
				all.prices[i] = 1
			}
			for j, w := range x.Weights {
				all.weights[j] = int64(w)
			}
			part := all.restrict(make([]decision, c.m))
			for b.Loop() {
				value, bound := runCBC(b, func(w io.Writer) error { return writeLP(w, &part.cover) })
				b.ReportMetric(100*(bound-value)/bound, "gap-%")
				b.ReportMetric(value, "value")
			}
		})
	}
}

// runCBC returns value and bound of what CBC finds within a minute for the model that is written.
func runCBC(b *testing.B, write func(io.Writer) error) (value, bound float64) {
	path := filepath.Join(b.TempDir(), "cover.lp")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := write(f); err != nil {
		b.Fatal(err)
	}
	f.Close()
	out, err := exec.Command("cbc", path, "timeMode", "elapsed", "threads", "2", "sec", "60", "solve", "quit").CombinedOutput()
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if rest, ok := strings.CutPrefix(line, "Objective value:"); ok {
			fmt.Sscan(rest, &value)
		}
		for _, label := range []string{"Upper bound:", "Lower bound:"} {
			if rest, ok := strings.CutPrefix(line, label); ok {
				fmt.Sscan(rest, &bound)
			}
		}
	}
	if value == 0 {
		b.Fatalf("cbc found nothing:\n%s", out)
	}
	if bound == 0 {
		bound = value // no bound is printed where the optimum was proven
	}
	return max(value, -value), max(bound, -bound)
}

// writeLP writes the model in the format of CPLEX: y are binary, z continuous, as they may be.
func writeLP(to io.Writer, c *cover) error {
	w := bufio.NewWriter(to)
	fmt.Fprint(w, "Maximize\n cover:")
	for j, weight := range c.weights {
		fmt.Fprintf(w, "\n + %d z%d", weight, j)
	}
	fmt.Fprint(w, "\nSubject To\n")
	for j := range c.weights {
		fmt.Fprintf(w, " r%d: z%d", j, j)
		for _, i := range c.rows.Of(j) {
			fmt.Fprintf(w, "\n - y%d", i)
		}
		fmt.Fprint(w, " <= 0\n")
	}
	fmt.Fprint(w, " p:")
	for i := range c.prices {
		fmt.Fprintf(w, "\n + %d y%d", c.prices[i], i)
	}
	fmt.Fprintf(w, " <= %d\nBounds\n", c.budget)
	for j := range c.weights {
		fmt.Fprintf(w, " z%d <= 1\n", j)
	}
	fmt.Fprint(w, "Binary\n")
	for i := range c.prices {
		fmt.Fprintf(w, " y%d\n", i)
	}
	fmt.Fprint(w, "End\n")
	return w.Flush()
}
