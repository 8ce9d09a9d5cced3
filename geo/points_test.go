package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// Within and Distances are what Distance says of every point alone, everywhere on the globe and at every distance, edges included.
func TestPointsByBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	for _, c := range []struct{ lon, lat, width float64 }{
		{102.7, 25, 0.2}, {102.7, 25, 1e-5}, {180, 10, 0.5}, {-180, -20, 3}, {30, 89.5, 40}, {0, 0, 180}, {0, -89.9, 180}, {10, 40, 0},
	} {
		points := make([]orb.Point, 1+rng.IntN(400))
		for i := range points {
			lat := c.lat + (rng.Float64()-0.5)*min(c.width, 90)
			points[i] = orb.Point{c.lon + (rng.Float64()-0.5)*2*c.width, max(-90, min(lat, 90))}
			if i > 0 && rng.IntN(8) == 0 {
				points[i] = points[rng.IntN(i)]
			}
		}
		x, row := NewPoints(points), make([]float64, len(points))
		for range 60 {
			p := points[rng.IntN(len(points))]
			if rng.IntN(2) == 0 {
				p = orb.Point{c.lon + (rng.Float64()-0.5)*2*c.width, p[1]}
			}
			x.Distances(p, row)
			d := Distance(p, points[rng.IntN(len(points))]) // exactly on the edge
			d *= Length([]float64{1, 1, rng.Float64(), 2, 1 - 1e-9, 0}[rng.IntN(6)])
			var want []int32
			for i, q := range points {
				if math.Abs(row[i]-Distance(p, q).Meters()) > 1e-6 {
					t.Fatalf("%v to %v: %v, want %v", p, q, row[i], Distance(p, q))
				}
				if row[i] <= d.Meters() {
					want = append(want, int32(i))
				}
			}
			if got := x.Within(p, d, nil, nil); !slices.Equal(got, want) {
				t.Fatalf("%+v: within %v of %v: %v, want %v", c, d, p, got, want)
			}
		}
	}
}

// The edge function is asked only where it matters, and is believed.
func TestPointsAskAboutTheEdge(t *testing.T) {
	points := []orb.Point{{102.7, 25}, {102.71, 25}, {102.72, 25}}
	x, d := NewPoints(points), Distance(points[0], points[1])
	for _, answer := range []bool{true, false} {
		asked := 0
		got := x.Within(points[0], d, func(l Length) bool { asked++; return answer }, []int32{9})
		if asked != 1 || got[0] != 9 || len(got) != 2+indicator(answer) {
			t.Errorf("%v: asked %d times, %v", answer, asked, got)
		}
	}
}

func indicator(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestPointsOfNothing(t *testing.T) {
	if got := NewPoints(nil).Within(orb.Point{1, 2}, 5, nil, nil); len(got) != 0 {
		t.Error(got)
	}
	x := NewPoints([]orb.Point{{1, 2}})
	for _, d := range []Length{-1, Length(math.NaN())} {
		if got := x.Within(orb.Point{1, 2}, d, nil, nil); len(got) != 0 {
			t.Errorf("%v: %v", d, got)
		}
	}
	if got := x.Within(orb.Point{100, -2}, Length(math.Inf(1)), nil, nil); len(got) != 1 {
		t.Error(got)
	}
}
