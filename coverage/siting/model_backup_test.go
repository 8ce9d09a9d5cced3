package siting

import (
	"errors"
	"math/rand/v2"
	"testing"
)

// Against every choice of small cases: first the fewest sites, then the most that they cover twice.
func TestBackupBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		x := randomCase(r, 14, 12)
		part := []float64{1, 1, 0.1}[r.IntN(3)]
		for j := range x.Weights {
			x.Weights[j] *= part
		}
		m := Backup{Radius: float64(r.IntN(12)), All: r.IntN(2) == 0, Search: Search{Seed: uint64(seed)}}
		all := func(sites []int) bool { return reachesAll(x, sites, m.Radius, m.All) }
		p, _ := fewestSites(x, false, all)
		examine(t, seed, x, int(p), m, func(sites []int) (float64, bool) { return doubly(x, sites, m.Radius, 0, 1), all(sites) })
	}
}

func TestWeightedBackupBruteForce(t *testing.T) {
	for seed := range 5000 {
		r := rand.New(rand.NewPCG(uint64(seed), 6))
		x, p := randomInstance(r)
		first := []float64{1, 3, 0.7}[r.IntN(3)]
		m := WeightedBackup{P: p, Radius: float64(r.IntN(12)), First: first, Second: first * float64(r.IntN(5)) / 4, Search: Search{Seed: uint64(seed)}}
		examine(t, seed, x, p, m, func(sites []int) (float64, bool) { return doubly(x, sites, m.Radius, m.First, m.Second), true })
	}
}

// doubly is the weight covered once and twice, each so many times.
func doubly(x *Instance, sites []int, radius, first, second float64) (total float64) {
	for j, w := range x.Weights {
		switch n := times(x, sites, j, radius); {
		case n > 1:
			total += (first + second) * w
		case n == 1:
			total += first * w
		}
	}
	return total
}

// A second cover worth more than the first is refused.
func TestWeightedBackupRefuses(t *testing.T) {
	x := &Instance{Weights: []float64{1}, Sites: make([]Site, 2), Costs: NewMatrix([][]float64{{0}, {0}})}
	var input *InputError
	if _, err := (WeightedBackup{P: 1, First: 1, Second: 1.5}).Solve(t.Context(), x); !errors.As(err, &input) || input.Key != "backup_weights" {
		t.Error(err)
	}
}
