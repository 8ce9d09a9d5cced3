package siting

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"testing"
)

// setSizes are the sizes of docs/performance.md: 10,000 × 500 at radii where 13 to 51 sites are needed. What no site reaches does not count.
var setSizes = []struct {
	n, m   int
	radius float64
}{{1_000, 100, 7}, {10_000, 500, 6}, {10_000, 500, 5.5}, {10_000, 500, 5}, {10_000, 500, 4.5}, {10_000, 500, 4}, {10_000, 500, 3}}

// BenchmarkLSCP solves three instances of each size, lists included.
func BenchmarkLSCP(b *testing.B) {
	benchmarkSet(b, func(radius float64) Model { return LSCP{Radius: radius} })
}

// BenchmarkPartial covers 95 % of the weight of the same instances.
func BenchmarkPartial(b *testing.B) {
	benchmarkSet(b, func(radius float64) Model { return Partial{Share: 0.95, Radius: radius} })
}

// BenchmarkBackup covers the same instances with most backup.
func BenchmarkBackup(b *testing.B) {
	benchmarkSet(b, func(radius float64) Model { return Backup{Radius: radius} })
}

func benchmarkSet(b *testing.B, model func(radius float64) Model) {
	for _, c := range setSizes {
		for seed := range uint64(3) {
			b.Run(fmt.Sprintf("%dx%d/r%v/seed%d", c.n, c.m, c.radius, seed), func(b *testing.B) {
				x := coverable(c.n, c.m, c.radius, seed)
				b.ReportAllocs()
				var s *Solution
				for b.Loop() {
					var err error
					if s, err = model(c.radius).Solve(b.Context(), x); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(s.Value, "value")
				b.ReportMetric(s.Bound, "bound")
				b.ReportMetric(float64(s.Work.Nodes), "nodes")
			})
		}
	}
}

// coverable is a family without weight on the demand that no site reaches.
func coverable(n, m int, radius float64, seed uint64) *Instance {
	x := family(n, m, seed)
	by := x.catchments(radius).Reversed()
	for j := range x.Weights {
		if len(by.Of(j)) == 0 {
			x.Weights[j] = 0
		}
	}
	return x
}

// BenchmarkSetCBC gives the first instance of each size, reduced already, to CBC, with a minute each.
func BenchmarkSetCBC(b *testing.B) {
	if _, err := exec.LookPath("cbc"); err != nil {
		b.Skip("no cbc")
	}
	for _, c := range setSizes {
		b.Run(fmt.Sprintf("%dx%d/r%v", c.n, c.m, c.radius), func(b *testing.B) {
			t, err := newSetTask(coverable(c.n, c.m, c.radius, 0), "lscp", c.radius)
			if err != nil {
				b.Fatal(err)
			}
			t.settle(LSCP{}.counted(t.x), ones(c.m))
			left := newSetSearch(b.Context(), t.problem(), Search{}).p
			for b.Loop() {
				value, bound := runCBC(b, func(w io.Writer) error { return writeSetLP(w, left) })
				b.ReportMetric(value+float64(left.spent), "value")
				b.ReportMetric(bound+float64(left.spent), "bound")
			}
		})
	}
}

// writeSetLP writes what is left of a set cover in the format of CPLEX.
func writeSetLP(to io.Writer, p *setState) error {
	w := bufio.NewWriter(to)
	fmt.Fprint(w, "Minimize\n sites:")
	for i, d := range p.marks {
		if d == undecided {
			fmt.Fprintf(w, "\n + %d y%d", p.price[i], i)
		}
	}
	fmt.Fprint(w, "\nSubject To\n")
	for j := range p.left {
		for _, i := range p.rows.Of(j) {
			fmt.Fprintf(w, " + y%d\n", i)
		}
		fmt.Fprint(w, " >= 1\n")
	}
	fmt.Fprint(w, "Binary\n")
	for i, d := range p.marks {
		if d == undecided {
			fmt.Fprintf(w, " y%d\n", i)
		}
	}
	fmt.Fprint(w, "End\n")
	return w.Flush()
}
