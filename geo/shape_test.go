package geo

import (
	"math"
	"sync"
	"testing"

	"github.com/paulmach/orb"
)

func TestShapeShifted(t *testing.T) {
	rng := newRand(t)
	for range 50 {
		s := randomShape(rng, 200*math.Exp(4*rng.Float64()))
		shift := math.Round(rng.Float64()*300 - 150)
		moved := s.Geometry().Clone()
		for _, p := range moved {
			for _, r := range p {
				for i := range r {
					r[i][0] = reduce(r[i][0] + shift)
				}
			}
		}
		other := NewShape(moved)
		if e := math.Abs(other.Area()/s.Area() - 1); e > 1e-9 {
			t.Errorf("area changes by %.2g when moved by %v°", e, shift)
		}
	}
}

func TestShapeTiles(t *testing.T) {
	// The parts of a square that is cut in tiles, each measured on its own, add up to it.
	whole := NewShape(lonLatSquare(102, 40, 0.4, 0.4))
	sum := 0.0
	for x := range 8 {
		for y := range 8 {
			sum += NewShape(lonLatSquare(102+0.05*float64(x), 40+0.05*float64(y), 0.05, 0.05)).Area()
		}
	}
	if e := math.Abs(sum/whole.Area() - 1); e > 1e-7 || len(whole.tiles) < 40 {
		t.Errorf("parts differ by %.2g of the whole, %d tiles", e, len(whole.tiles))
	}
	for i := range whole.tiles {
		if w, h := extent(whole.tiles[i].bound); w > tileSide*1.001 || h > tileSide*1.001 {
			t.Errorf("a tile of %v x %v m", w, h)
		}
	}
}

// TestShapeComb: teeth across several tiles leave stretches along the cuts; they must cancel.
func TestShapeComb(t *testing.T) {
	const teeth, w = 7, 0.4
	ring := orb.Ring{{102, 40.3}, {102, 40}}
	for i := range teeth {
		x := 102 + w*float64(i)/teeth
		step := w / teeth
		ring = append(ring, orb.Point{x + step/2, 40}, orb.Point{x + step/2, 40.2999}, orb.Point{x + step, 40.2999})
		if i+1 < teeth {
			ring = append(ring, orb.Point{x + step, 40})
		}
	}
	ring = append(ring, orb.Point{102 + w, 40.3}, orb.Point{102, 40.3})
	mp, _, err := Clean(ring)
	if err != nil {
		t.Fatal(err)
	}
	got := NewShape(mp).Area()
	want := NewShape(lonLatSquare(102, 40.2999, w, 0.0001)).Area()
	for i := range teeth {
		want += NewShape(lonLatSquare(102+w*float64(i)/teeth, 40, w/teeth/2, 0.2999)).Area()
	}
	if e := math.Abs(got/want - 1); e > 1e-7 {
		t.Errorf("area %v, want %v: %.2g off", got, want, e)
	}
	d := NewDisks([]Disk{{orb.Point{102.2, 40.15}, 12000}})
	covered := 0.0
	for i := range teeth {
		covered += d.UnionArea(NewShape(lonLatSquare(102+w*float64(i)/teeth, 40, w/teeth/2, 0.2999)))
	}
	if got := d.UnionArea(NewShape(mp)); math.Abs(got/covered-1) > 2e-7 {
		t.Errorf("covered %v, want %v", got, covered)
	}
}

func TestShapeContains(t *testing.T) {
	mp, _, err := Clean(orb.Polygon{shell, ringOf(2, 2, 2, 4, 4, 4, 4, 2, 2, 2)})
	if err != nil {
		t.Fatal(err)
	}
	s := NewShape(mp)
	for p, want := range map[orb.Point]bool{
		{1, 1}: true, {3, 3}: false, {2, 3}: true, {2, 2}: true, {0, 0}: true, {10, 10}: true, {10, 3}: true,
		{10.000000000000002, 3}: false, {361, 1}: true, {-359, 1}: true, {5, -5e-324}: false,
	} {
		if s.Contains(p) != want {
			t.Errorf("%v: %v", p, !want)
		}
	}
}

func TestShapeContainsBrute(t *testing.T) {
	rng := newRand(t)
	for range 30 {
		s := randomShape(rng, 1000)
		ring := s.Geometry()[0][0]
		for range 300 {
			b := s.Bound()
			p := orb.Point{b.Min[0] + rng.Float64()*(b.Max[0]-b.Min[0]), b.Min[1] + rng.Float64()*(b.Max[1]-b.Min[1])}
			if s.Contains(p) != (sideOf(ring, p) != outside) {
				t.Fatalf("%v in %v", p, ring)
			}
		}
		for _, p := range ring {
			if !s.Contains(p) {
				t.Fatalf("a vertex %v is not in %v", p, ring)
			}
		}
	}
}

func TestInteriorPoint(t *testing.T) {
	rng := newRand(t)
	for range 200 {
		s := randomShape(rng, 1000)
		if p := s.InteriorPoint(); s.side(p) != inside {
			t.Fatalf("%v is not inside %v", p, s.Geometry())
		}
	}
	ring := NewShape(orb.MultiPolygon{{shell, ringOf(1, 1, 1, 9, 9, 9, 9, 1, 1, 1)}})
	if ring.side(ring.InteriorPoint()) != inside || ring.Contains(ring.Centroid()) {
		t.Error("a ring's interior point, or its centroid")
	}
	thin := NewShape(orb.MultiPolygon{{ringOf(100, 30, 101, 31, 100.5, 30.500000000001, 100, 30)}})
	if thin.side(thin.InteriorPoint()) != inside {
		t.Error("a sliver's interior point")
	}
}

func TestCentroid(t *testing.T) {
	for _, size := range []float64{0.001, 0.03, 0.3} {
		c := NewShape(lonLatSquare(102, 0, size, size)).Centroid()
		if d := Distance(c, orb.Point{102 + size/2, size / 2}).Meters(); d > 1e-5*size*111e3*size {
			t.Errorf("%v° square: %v m off", size, d)
		}
	}
}

func TestShapeConcurrent(t *testing.T) {
	s := NewShape(lonLatSquare(102, 25, 0.1, 0.1))
	d := NewDisks([]Disk{{orb.Point{102, 25}, 3000}, {orb.Point{102.1, 25.1}, 3000}})
	want := NewDisks([]Disk{{orb.Point{102, 25}, 3000}, {orb.Point{102.1, 25.1}, 3000}}).UnionArea(s)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if d.UnionArea(s) != want || !s.Contains(orb.Point{102.05, 25.05}) || !d.Covers(orb.Point{102, 25}) {
					t.Error("answers differ")
				}
				if i, _ := d.Nearest(orb.Point{102.01, 25}); i != 0 || d.Reach(s).Within(3000) != d.Reach(s).Within(3000) {
					t.Error("answers differ")
				}
			}
		})
	}
	wait.Wait()
}

// TestShapeContinent: what is too large for 5 km tiles gets larger ones instead of a million.
func TestShapeContinent(t *testing.T) {
	s := NewShape(lonLatSquare(75, 20, 60, 30))
	// 2π a² Δλ/2π times the authalic height between two parallels, by the series of sin(lat).
	q := func(lat float64) float64 {
		e, sin := math.Sqrt(ecc2), math.Sin(lat*radians)
		return (1 - ecc2) / 2 * (sin/(1-ecc2*sin*sin) + math.Atanh(e*sin)/e)
	}
	want := semiMajor * semiMajor * 60 * radians * (q(50) - q(20))
	if e := math.Abs(s.Area()/want - 1); e > 1e-6 || float64(len(s.tiles)) > tilesMax {
		t.Errorf("area %v, want %v: %.2g off; %d tiles", s.Area(), want, e, len(s.tiles))
	}
}
