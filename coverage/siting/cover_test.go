package siting

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomCover has up to 18 columns and many rows, so that bounds and branches are needed; prices of 1 in every second case.
func randomCover(r *rand.Rand) *cover {
	n, m := 1+r.IntN(60), 1+r.IntN(18)
	lists := make([][]int32, m)
	for i := range lists {
		density := 1 + r.IntN(6)
		for j := range n {
			if r.IntN(density+2) == 0 {
				lists[i] = append(lists[i], int32(j))
			}
		}
		if i > 0 && r.IntN(8) == 0 {
			lists[i] = slices.Clone(lists[r.IntN(i)])
		}
	}
	c := &cover{weights: make([]int64, n), columns: NewCatchments(n, lists), prices: make([]int64, m), budget: int64(r.IntN(5))}
	c.rows = c.columns.Reversed()
	for j := range c.weights {
		c.weights[j] = int64(r.IntN(21))
	}
	money := r.IntN(2) == 0
	if money {
		c.budget = int64(r.IntN(40))
	}
	for i := range c.prices {
		c.prices[i] = 1
		if money {
			c.prices[i] += int64(r.IntN(12))
		}
	}
	return c
}

// bestOf is the most that any choice under the decisions is worth, by trying all that fit; -1 where none does. Rows are bits.
func bestOf(c *cover, state []decision) int64 {
	masks := make([]uint64, c.width())
	for i := range masks {
		for _, j := range c.columns.Of(i) {
			masks[i] |= 1 << j
		}
	}
	var grow func(i int, rows uint64, rest int64) int64
	grow = func(i int, rows uint64, rest int64) int64 {
		switch {
		case rest < 0:
			return -1
		case i == len(state):
			return c.weigh(rows)
		case state[i] == dropped:
			return grow(i+1, rows, rest)
		case state[i] == taken:
			return grow(i+1, rows|masks[i], rest-c.prices[i])
		}
		return max(grow(i+1, rows, rest), grow(i+1, rows|masks[i], rest-c.prices[i]))
	}
	return grow(0, 0, c.budget)
}

func (c *cover) weigh(rows uint64) (total int64) {
	for ; rows > 0; rows &= rows - 1 {
		total += c.weights[bits.TrailingZeros64(rows)]
	}
	return total
}

// The search against all choices, with whole weights (exactly) and as if they were not.
func TestCoverBruteForce(t *testing.T) {
	cases := 2000
	if testing.Short() {
		cases = 300
	}
	for seed := range cases {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		c := randomCover(r)
		want := bestOf(c, make([]decision, c.width()))
		s := newCoverSearch(t.Context(), c, Search{Seed: uint64(seed)}, seed%5 > 0)
		if bound := s.run(); s.value != want || bound != want || c.worth(s.best) != want {
			t.Fatalf("seed %d: value %d (%d) bound %d, want %d", seed, s.value, c.worth(s.best), bound, want)
		}
	}
}

// Whatever the multipliers, the proof bounds every choice; and settling a column the other way is bounded by other.
func TestProofHolds(t *testing.T) {
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 4))
		c := randomCover(r)
		state := make([]decision, c.width())
		if i := r.IntN(c.width()); c.prices[i] <= c.budget {
			state[i] = decision(r.IntN(3))
		}
		lambda := make([]int64, c.height())
		for j, w := range c.weights {
			lambda[j] = r.Int64N(w + 1)
		}
		proof := c.prove(state, lambda)
		if best := bestOf(c, state); best >= 0 && proof.bound < best {
			t.Fatalf("seed %d: bound %d below %d", seed, proof.bound, best)
		}
		for i := range min(4, len(state)) {
			if state[i] != undecided {
				continue
			}
			other := slices.Clone(state)
			other[i] = taken
			if proof.filled[i] {
				other[i] = dropped
			}
			if best := bestOf(c, other); best >= 0 && proof.other(i) < best {
				t.Fatalf("seed %d: column %d the other way: bound %d below %d", seed, i, proof.other(i), best)
			}
		}
	}
}

// Merging rows and dropping dominated columns keep the best choice.
func TestReduceKeepsBest(t *testing.T) {
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		c := randomCover(r)
		part := c.reduce(make([]decision, c.width()))
		if got, want := bestOf(&part.cover, make([]decision, part.width())), bestOf(c, make([]decision, c.width())); got+part.base != want {
			t.Fatalf("seed %d: %d after, %d before", seed, got, want)
		}
	}
}

// What picks keep in step is what a fresh count says, after many random changes.
func TestPicksInStep(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	for range 200 {
		c := randomCover(r)
		p := newPicks(c)
		for range 40 {
			if i := r.IntN(c.width()); p.chosen[i] {
				p.remove(i)
			} else {
				p.add(i)
			}
		}
		fresh := newPicks(c)
		fresh.set(p.columns())
		if p.value != c.worth(p.columns()) || p.spent != fresh.spent || !slices.Equal(p.gain, fresh.gain) || !slices.Equal(p.loss, fresh.loss) {
			t.Fatal("value, gain or loss out of step")
		}
	}
}

// The filling in floating point is that of the proof.
func TestFilling(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 500 {
		c := randomCover(r)
		f := newFilling(c)
		for i := range f.worth {
			f.worth[i] = float64(r.IntN(50))
		}
		got, rest, want := f.run(float64(c.budget)), float64(c.budget), 0.0
		order := slices.SortedFunc(slices.Values(f.order), func(a, b int32) int {
			if f.denser(a, b) {
				return -1
			}
			return 1
		})
		for _, i := range order {
			share := min(1, rest/f.prices[i])
			rest -= share * f.prices[i]
			want += share * f.worth[i]
		}
		if !near(got, want) {
			t.Fatalf("filling %v, want %v", got, want)
		}
	}
}

// The wider search keeps within the budget, says what its choice is worth, and finds the same whatever the number of threads.
func TestExplore(t *testing.T) {
	for seed := range 100 {
		r := rand.New(rand.NewPCG(uint64(seed), 8))
		whole := randomCover(r)
		c := &whole.reduce(make([]decision, whole.width())).cover
		y := make([]float32, c.width())
		for i := range y {
			y[i] = r.Float32()
		}
		want := bestOf(c, make([]decision, c.width()))
		var first []int32
		for threads := 1; threads <= 3; threads++ {
			s := newCoverSearch(t.Context(), c, Search{Threads: threads}, true)
			s.explore(y, 1_000_000)
			var price int64
			for _, i := range s.best {
				price += c.prices[i]
			}
			if price > c.budget || s.value != c.worth(s.best) || s.value > want {
				t.Fatalf("seed %d: price %d of %d, value %d (%d) of at most %d", seed, price, c.budget, s.value, c.worth(s.best), want)
			}
			if threads > 1 && !slices.Equal(s.best, first) {
				t.Fatalf("seed %d: %v with %d threads, %v with one", seed, s.best, threads, first)
			}
			first = s.best
		}
	}
}
