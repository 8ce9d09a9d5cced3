package siting

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomLists are the lists of a small random instance with p of its sites to choose, nil where there is none.
func randomLists(t *testing.T, seed uint64) (*medianLists, *rand.Rand) {
	r := rand.New(rand.NewPCG(seed, 4))
	x := randomCase(r, 14, 12)
	l, err := newMedianLists(x, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	l.p = r.IntN(1 + len(l.sites))
	return l, r
}

// valueOf is what a choice of free sites costs, the penalty included.
func (l *medianLists) valueOf(open []int32) (total float64) {
	for j, least := range l.base {
		sites, costs := l.list(j)
		for k, i := range sites {
			if slices.Contains(open, i) {
				least = min(least, costs[k])
			}
		}
		total += least
	}
	return total
}

// What an exchange is said to save it saves, and no other saves more.
func TestMedianExchange(t *testing.T) {
	for seed := range uint64(2000) {
		l, r := randomLists(t, seed)
		s := newMedianPlan(l)
		var open []int32
		for _, i := range r.Perm(len(l.sites))[:l.p] {
			open = append(open, int32(i))
		}
		s.set(open)
		before := s.value
		if !near(before, l.valueOf(open)) {
			t.Fatalf("seed %d: value %v, not %v", seed, before, l.valueOf(open))
		}
		in, out, saved := s.exchange(nil)
		if in < 0 {
			continue
		}
		most := math.Inf(-1)
		for k := range open {
			for i := range l.sites {
				if !slices.Contains(open, int32(i)) {
					other := slices.Clone(open)
					other[k] = int32(i)
					most = max(most, before-l.valueOf(other))
				}
			}
		}
		off := func(a, b float64) bool { return math.Abs(a-b) > 1e-12*before }
		if s.replace(out, in); off(before-s.value, saved) || off(saved, most) || off(s.value, l.valueOf(s.open)) {
			t.Fatalf("seed %d: said to save %v, saves %v, most %v", seed, saved, before-s.value, most)
		}
	}
}

// Whatever the multipliers, no plan is better than the bound, none that opens a site better than the bound with it, none that closes it
// better than the bound without.
func TestMedianProof(t *testing.T) {
	for seed := range uint64(2000) {
		l, r := randomLists(t, seed)
		d := &medianNode{p: l.p, base: l.base, u: make([]float64, len(l.base))}
		for i := range l.sites {
			d.free = append(d.free, int32(i))
		}
		for j, b := range l.base {
			d.u[j] = r.Float64() * min(b, 1.5*float64(1+r.IntN(60)))
		}
		c := &medianProof{medianLists: l, rho: make([]int64, len(l.sites))}
		c.examine(d)
		checkProof(t, seed, l, c)
	}
}

// checkProof compares with every choice of p free sites.
func checkProof(t *testing.T, seed uint64, l *medianLists, c *medianProof) {
	free := &Instance{Sites: make([]Site, len(l.sites))}
	everyChoice(free, l.p, func(sites []int) {
		var open []int32
		for _, i := range sites {
			open = append(open, int32(i))
		}
		value := l.valueOf(open) * (1 + 1e-12)
		if b := c.bound(c.total); b > value {
			t.Fatalf("seed %d: bound %v, but %v is worth %v", seed, b, open, value)
		}
		for k, i := range c.free {
			if b := c.with(k); slices.Contains(open, i) && b > value {
				t.Fatalf("seed %d: bound %v with site %d, but %v is worth %v", seed, b, i, open, value)
			}
			if b := c.without(k); !slices.Contains(open, i) && b > value {
				t.Fatalf("seed %d: bound %v without site %d, but %v is worth %v", seed, b, i, open, value)
			}
		}
	})
}
