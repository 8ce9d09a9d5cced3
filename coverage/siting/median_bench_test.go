package siting

import (
	"fmt"
	"testing"
)

// Demand and sites at random in a square of 10 km, straight distances, weights 1 to 100. Beside the time: the gap that is left, in %, and
// the nodes of branch and bound.
func BenchmarkMedian(b *testing.B) {
	for _, size := range []struct{ demands, sites, p int }{{1000, 100, 10}, {3000, 500, 30}, {20000, 500, 50}} {
		b.Run(fmt.Sprintf("%dx%dp%d", size.demands, size.sites, size.p), func(b *testing.B) {
			x := planeInstance(1, size.demands, size.sites, false)
			benchmarkModel(b, Median{P: size.p}, x)
		})
	}
}

// The same by the Kolm-Pollak equivalent.
func BenchmarkKolm(b *testing.B) {
	benchmarkModel(b, Kolm{P: 10}, planeInstance(1, 1000, 100, false))
}

func benchmarkModel(b *testing.B, m Model, x *Instance) {
	b.ReportAllocs()
	for b.Loop() {
		found, err := m.Solve(b.Context(), x)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(100*found.Gap(), "gap%")
		b.ReportMetric(float64(found.Work.Nodes), "nodes")
	}
}
