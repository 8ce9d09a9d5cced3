package siting

import (
	"math/rand/v2"
	"slices"
	"testing"

	"quarter/geo"
)

// Within is what Row says, on lattices (ties), lines, single points and clouds; sites lie outside too.
func TestPlaneWithin(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for round := range 2000 {
		points := func(n int, wide, tall float64) (list []geo.XY) {
			for range n {
				list = append(list, geo.XY{X: float64(int(wide * r.Float64())), Y: tall * float64(r.IntN(9))})
			}
			return list
		}
		p := NewPlane(points(r.IntN(60), float64(round%30), float64(round%3)), points(5, 40, 5))
		row := make([]float64, len(p.demands))
		for i := range p.sites {
			limit := float64(r.IntN(12))
			p.Row(i, row)
			want := []int32{-1}
			for j, d := range row {
				if d <= limit {
					want = append(want, int32(j))
				}
			}
			if got := p.Within(i, limit, []int32{-1}); !slices.Equal(got, want) {
				t.Fatalf("round %d site %d limit %v: %v, want %v", round, i, limit, got, want)
			}
		}
	}
}

func TestPlaneEdge(t *testing.T) {
	p := NewPlane([]geo.XY{{X: 3, Y: 4}, {X: 3, Y: 4.000001}}, []geo.XY{{}})
	if got := p.Within(0, 5, nil); !slices.Equal(got, []int32{0}) {
		t.Errorf("within 5 of the origin: %v, want only (3, 4)", got)
	}
}
