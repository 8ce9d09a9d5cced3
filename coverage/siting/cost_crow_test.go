package siting

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// scattered are points in a city of the given half width in degrees.
func scattered(rng *rand.Rand, n int, half float64) []orb.Point {
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = orb.Point{102.7 + (2*rng.Float64()-1)*half, 25 + (2*rng.Float64()-1)*half}
	}
	return out
}

// withinByRow is what Within has to be: the demands of the row that are at most the limit.
func withinByRow(c Costs, site int, limit float64) []int32 {
	n, _ := c.Size()
	row := make([]float64, n)
	c.Row(site, row)
	var out []int32
	for j, v := range row {
		if v <= limit && !math.IsInf(v, 1) {
			out = append(out, int32(j))
		}
	}
	return out
}

// Row is the distance times the factor; Within says the same, also where the limit is the very cost of a demand.
func TestCrowByBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	for range 300 {
		demands, sites := scattered(rng, 1+rng.IntN(60), 0.02), scattered(rng, 1+rng.IntN(5), 0.02)
		factor := []float64{1, 1.2, 1.3, 1.4, 1.2 / 80}[rng.IntN(5)]
		c := NewCrow(demands, sites, factor)
		n, m := c.Size()
		row := make([]float64, n)
		for i := range m {
			c.Row(i, row)
			for j := range row {
				if want := geo.Distance(sites[i], demands[j]).Meters() * factor; math.Abs(row[j]-want) > 1e-9*want {
					t.Fatalf("cost %v, want %v", row[j], want)
				}
			}
			for _, limit := range []float64{0, row[rng.IntN(n)], math.Nextafter(row[rng.IntN(n)], 0), 1000 * factor, -1, math.Inf(1)} {
				if got, want := c.Within(i, limit, nil), withinByRow(c, i, limit); !slices.Equal(got, want) {
					t.Fatalf("within %v: %v, want %v", limit, got, want)
				}
			}
		}
	}
}

// Cover lists are the same for any number of threads.
func TestCatchmentsOfCrow(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	x := &Instance{Costs: NewCrow(scattered(rng, 3000, 0.03), scattered(rng, 200, 0.03), 1)}
	lists := x.catchments(800)
	for i := range x.Costs.(*Crow).sites {
		if !slices.Equal(lists.Of(i), withinByRow(x.Costs, i, 800)) {
			t.Fatalf("list %d: %v", i, lists.Of(i))
		}
	}
}

// Cover lists of 1 km in a city of 10 by 10 km, and of 40 by 40 km.
func BenchmarkCrowCatchments(b *testing.B) {
	for _, size := range []struct {
		demands, sites int
		half           float64
	}{{10_000, 500, 0.05}, {100_000, 1000, 0.05}, {1_000_000, 1000, 0.05}, {1_000_000, 1000, 0.2}} {
		b.Run(fmt.Sprintf("demands=%d/sites=%d/degrees=%v", size.demands, size.sites, 2*size.half), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(7, 1))
			demands, sites := scattered(rng, size.demands, size.half), scattered(rng, size.sites, size.half)
			b.ReportAllocs()
			for b.Loop() {
				x := &Instance{Costs: NewCrow(demands, sites, 1.2)}
				b.ReportMetric(float64(x.catchments(1200).Len()), "pairs")
			}
		})
	}
}
