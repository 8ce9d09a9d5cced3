package coverage

import (
	"math"
	"math/rand/v2"
	"testing"

	"quarter/data"
)

// randomTown scatters communities and centers by a seed.
func randomTown(seed uint64) *data.City {
	random := rand.New(rand.NewPCG(seed, 1))
	town := newTown()
	for i := range 6 {
		households := make([]float64, 1+random.IntN(4))
		for k := range households {
			households[k] = float64(random.IntN(800)) - 40 // some negative: not given
		}
		m := town.community(string(rune('a'+i)), 1100*float64(i%3)+float64(random.IntN(100)), 700*float64(i/3), households...)
		if random.IntN(2) == 0 {
			town.center(1100*float64(i%3)+float64(random.IntN(500)), 700*float64(i/3)+float64(random.IntN(300)), float64(random.IntN(900)), m)
		}
	}
	return town.city()
}

// The lazy ranking gives what plain greedy gives, which analyses the city anew with every candidate in place.
func TestSitesAreGreedy(t *testing.T) {
	for seed := range uint64(12) {
		city := randomTown(seed)
		opts := Options{Radius: 350, StrictRadius: 300, Sites: 3}
		got := analyze(t, city, opts)
		opts.Sites = -1
		for n, site := range got.Sites {
			best, bestGain := -1, 0.0
			base := analyze(t, city, opts).Total().People.Covered
			for g := range city.Grids {
				gain := analyze(t, city.With(newCenter(city, g)), opts).Total().People.Covered - base
				if gain > bestGain*(1+1e-9) {
					best, bestGain = g, gain
				}
			}
			near(t, "gain", site.NewPeople, bestGain, 1e-6)
			chosen := analyze(t, city.With(newCenter(city, site.Grid)), opts).Total().People
			near(t, "covered after", site.Covered, chosen.Covered, 1e-6)
			near(t, "share after", site.Share, chosen.Covered/chosen.Total, 1e-9)
			if site.Rank != n+1 || best < 0 {
				t.Errorf("seed %d: site %+v, greedy finds %d", seed, site, best)
			}
			city = city.With(newCenter(city, site.Grid))
		}
	}
}

func newCenter(c *data.City, grid int) data.Center {
	return data.Center{Code: "new", Point: c.Grids[grid].Point, Tier: data.TierCommunity, Status: data.StatusOpen,
		Street: data.None, District: data.None, Grid: data.None}
}

// Equal gains: the site with the shorter mean distance first, then code order. Two lone grids of equal people are equal in both.
func TestSiteTies(t *testing.T) {
	town := newTown()
	town.community("2", 0, 0, 400)
	town.community("1", 9000, 0, 400)
	town.center(30000, 0, 300)
	r := analyze(t, town.city(), Options{})
	if len(r.Sites) != 2 || r.City.Grids[r.Sites[0].Grid].Code != "1000" {
		t.Errorf("sites %+v", r.Sites)
	}
}

// Everybody covered: nothing to recommend.
func TestNoSiteWhereAllAreCovered(t *testing.T) {
	town := newTown()
	town.center(100, 100, 300, town.community("1", 0, 0, 400))
	if r := analyze(t, town.city(), Options{}); len(r.Sites) != 0 {
		t.Errorf("sites %+v", r.Sites)
	}
}

// Laws of every city: identities hold (Analyze fails otherwise), the strict coverage is not above the base one, own-center coverage
// not above either, a larger radius never covers fewer, quantiles are ordered.
func TestLaws(t *testing.T) {
	for seed := range uint64(60) {
		city := randomTown(seed)
		last := 0.0
		for _, radius := range []float64{50, 200, 400, 900, 3000} {
			r := analyze(t, city, Options{Radius: lengthOf(radius), StrictRadius: lengthOf(radius * 0.8), Sites: -1})
			for i := range r.Units {
				p := r.Units[i].People
				if p.Strict > p.Covered+1e-9 || p.Own > p.Covered+1e-9 || p.Covered > p.Total*(1+1e-12) {
					t.Fatalf("seed %d radius %v unit %d: %+v", seed, radius, i, p)
				}
				q := r.Units[i].Reach
				if q.Mean.Known && !(q.P50.V <= q.P90.V+1e-6 && q.P90.V <= q.Max.V+1e-6 && q.Mean.V <= q.Max.V) {
					t.Fatalf("seed %d radius %v unit %d: %+v", seed, radius, i, q)
				}
			}
			covered := r.Total().People.Covered
			if covered < last-1e-9 {
				t.Fatalf("seed %d: radius %v covers %v, less than %v", seed, radius, covered, last)
			}
			last = covered
		}
	}
}

// P90 is the inverse of coverage: a run with P90 as its radius covers 90 %.
func TestQuantileInvertsCoverage(t *testing.T) {
	for seed := range uint64(20) {
		city := randomTown(seed)
		reach := analyze(t, city, Options{Sites: -1}).Total().Reach
		if !reach.P90.Known || reach.P90.V < 1 {
			continue
		}
		for share, d := range map[float64]float64{0.5: reach.P50.V, 0.8: reach.P80.V, 0.9: reach.P90.V, 0.95: reach.P95.V, 1: reach.Max.V + 1e-6} {
			r := analyze(t, city, Options{Radius: lengthOf(d), Sites: -1})
			near(t, "coverage at the quantile", r.Total().Get("coverage_pop").V, share, 1e-8)
		}
	}
}

// The mean distance against sums over a fine raster of points.
func TestMeanDistance(t *testing.T) {
	town := newTown()
	m := town.community("1", 0, 0, 400, 400)
	town.center(50, 30, 300, m)
	town.center(330, 210, 300, m)
	r := analyze(t, town.city(), Options{})
	var total float64
	const n = 400
	for i := range 2 * n {
		for k := range n {
			x, y := (float64(i)+0.5)*200/n, (float64(k)+0.5)*200/n
			total += math.Min(math.Hypot(x-50, y-30), math.Hypot(x-330, y-210))
		}
	}
	near(t, "mean", r.Total().Reach.Mean.V, total/(2*n*n), 0.02)
}
