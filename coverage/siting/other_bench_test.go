package siting

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// communityInstance is a plane instance whose sites hold 0.9 to 1.5 times the weight that each of p has to serve, and whose communities are
// the demands nearest to each of its first 40 sites.
func communityInstance(demands, sites, p int) *Instance {
	x := planeInstance(1, demands, sites, true)
	total := 0.0
	for _, w := range x.Weights {
		total += w
	}
	for i := range x.Sites {
		x.Sites[i].Capacity = math.Ceil(total * (0.9 + 0.03*float64(i%20)) / float64(p))
	}
	x.Groups = make([]int, demands)
	for j := range x.Groups {
		for g := range 40 {
			if x.cost(g, j) < x.cost(x.Groups[j], j) {
				x.Groups[j] = g
			}
		}
	}
	return x
}

// Demand, sites and weights as in BenchmarkMedian.
func BenchmarkCenter(b *testing.B) {
	for _, size := range []struct{ demands, sites, p int }{{1000, 100, 10}, {10000, 500, 10}, {10000, 500, 50}} {
		b.Run(fmt.Sprintf("%dx%dp%d", size.demands, size.sites, size.p), func(b *testing.B) {
			benchmarkModel(b, Center{P: size.p}, planeInstance(1, size.demands, size.sites, false))
		})
	}
}

// Sites at random in a square.
func BenchmarkDispersion(b *testing.B) {
	for _, size := range []struct{ sites, p int }{{100, 10}, {300, 10}, {300, 20}, {1000, 10}} {
		b.Run(fmt.Sprintf("%dp%d", size.sites, size.p), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 8))
			at, rows := make([][2]float64, size.sites), make([][]float64, size.sites)
			for i := range at {
				at[i] = [2]float64{r.Float64(), r.Float64()}
			}
			for i, p := range at {
				for _, q := range at {
					rows[i] = append(rows[i], math.Hypot(p[0]-q[0], p[1]-q[1]))
				}
			}
			benchmarkModel(b, Dispersion{P: size.p}, &Instance{Sites: make([]Site, size.sites), Between: NewMatrix(rows)})
		})
	}
}

// Coverage within 1,500 m with capacities, 2,000 m with communities; at least 10 % of each.
func BenchmarkOther(b *testing.B) {
	for _, size := range []struct{ demands, sites, p int }{{1000, 100, 10}, {5000, 300, 20}} {
		x := communityInstance(size.demands, size.sites, size.p)
		for _, m := range []Model{
			CapacitatedCover{P: size.p, Radius: 1500}, CapacitatedMedian{P: size.p},
			Floor{P: size.p, Radius: 2000, Least: 0.1}, LeastShare{P: size.p, Radius: 2000},
		} {
			b.Run(fmt.Sprintf("%s/%dx%dp%d", m.Key(), size.demands, size.sites, size.p), func(b *testing.B) { benchmarkModel(b, m, x) })
		}
	}
}
