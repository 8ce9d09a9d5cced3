package siting

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"quarter/data"
)

// Links are a matrix with holes: Row and Within say what a full table of the same costs says.
func TestLinksAreASparseMatrix(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for range 300 {
		demands, sites := 1+rng.IntN(8), 1+rng.IntN(6)
		var links []data.CostLink
		rows := make([][]float64, sites)
		for i := range rows {
			rows[i] = make([]float64, demands)
			for j := range rows[i] {
				rows[i][j] = math.Inf(1)
				if rng.IntN(3) > 0 {
					rows[i][j] = float64(rng.IntN(5))
					links = append(links, data.CostLink{From: int32(i), To: int32(j), Cost: rows[i][j]})
				}
			}
		}
		rng.Shuffle(len(links), func(a, b int) { links[a], links[b] = links[b], links[a] })
		given := slices.Clone(links)
		sparse, full := NewLinks(demands, sites, links), NewMatrix(rows)
		if n, m := sparse.Size(); n != demands || m != sites || sparse.Len() != len(links) || !slices.Equal(links, given) {
			t.Fatalf("%d demands, %d sites, %d links", n, m, sparse.Len())
		}
		a, b := make([]float64, demands), make([]float64, demands)
		for i := range sites {
			sparse.Row(i, a)
			full.Row(i, b)
			if !slices.Equal(a, b) {
				t.Fatalf("row %v, want %v", a, b)
			}
			for limit := -1.0; limit < 6; limit++ {
				if got, want := sparse.Within(i, limit, nil), full.Within(i, limit, nil); !slices.Equal(got, want) {
					t.Fatalf("within %v: %v, want %v", limit, got, want)
				}
			}
			if got, want := sparse.Within(i, math.Inf(1), nil), withinByRow(sparse, i, math.Inf(1)); !slices.Equal(got, want) {
				t.Fatalf("no way is no way: %v, want %v", got, want)
			}
		}
	}
}

func TestLinksThatAreNone(t *testing.T) {
	for name, links := range map[string][]data.CostLink{
		"site": {{From: 2}}, "demand": {{To: 3}}, "negative": {{Cost: -1}}, "not a number": {{Cost: math.NaN()}}, "no way": {{Cost: math.Inf(1)}},
		"twice": {{Cost: 1}, {To: 1, Cost: 1}, {Cost: 2}}, "below": {{From: -1}},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			NewLinks(3, 2, links)
		}()
	}
}
