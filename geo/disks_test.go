package geo

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func TestDisksCovers(t *testing.T) {
	center := orb.Point{102.7, 25.04}
	p := direct(center, 1, 1000)
	edge := Distance(center, p)
	for _, c := range []struct {
		r    Length
		want bool
	}{{edge, true}, {Length(math.Nextafter(edge.Meters(), 0)), false}, {Length(math.Nextafter(edge.Meters(), 2000)), true}, {-1, false}, {Length(math.NaN()), false}} {
		if got := NewDisks([]Disk{{center, c.r}}).Covers(p); got != c.want {
			t.Errorf("radius %v: %v", c.r, got)
		}
	}
	point := NewDisks([]Disk{{center, 0}})
	if !point.Covers(center) || point.Covers(p) {
		t.Error("a radius of 0 covers its center alone")
	}
	across := NewDisks([]Disk{{orb.Point{179.999, 10}, 1000}, {orb.Point{0, 89.999}, 1000}})
	if !across.Covers(orb.Point{-179.999, 10}) || !across.Covers(orb.Point{180, 89.999}) || across.Covers(orb.Point{-179.98, 10}) {
		t.Error("antimeridian or pole")
	}
	if NewDisks(nil).Covers(center) {
		t.Error("nothing covers a point")
	}
}

func TestDisksNearest(t *testing.T) {
	rng := newRand(t)
	for _, spread := range []float64{2e3, 1e5, 1e7} {
		disks := disksAround(rng, orb.Point{179.9, 40}, 200, spread, 0)
		disks = append(disks, disks[:50]...) // ties
		set := NewDisks(disks)
		for range 200 {
			p := direct(orb.Point{179.9, 40}, rng.Float64()*7, 1.5*spread*rng.Float64())
			want, at := -1, Length(math.Inf(1))
			for i, d := range disks {
				if s := Distance(d.Center, p); s < at {
					want, at = i, s
				}
			}
			got, d := set.Nearest(p)
			if got != want || d != at {
				t.Fatalf("nearest to %v: %d at %v, want %d at %v", p, got, d, want, at)
			}
		}
	}
	if i, d := NewDisks(nil).Nearest(orb.Point{}); i != -1 || !math.IsInf(d.Meters(), 1) {
		t.Errorf("nearest of nothing: %d at %v", i, d)
	}
}

// Neighbors are the first of all disks sorted by distance, then number.
func TestDisksNeighbors(t *testing.T) {
	rng := newRand(t)
	for _, spread := range []float64{2e3, 1e5, 1e7} {
		disks := disksAround(rng, orb.Point{179.9, 40}, 60, spread, 0)
		disks = append(disks, disks[:20]...) // ties
		set := NewDisks(disks)
		for range 100 {
			p := direct(orb.Point{179.9, 40}, rng.Float64()*7, 1.5*spread*rng.Float64())
			all := make([]Neighbor, len(disks))
			for i, d := range disks {
				all[i] = Neighbor{i, Distance(d.Center, p)}
			}
			slices.SortStableFunc(all, func(a, b Neighbor) int { return cmp.Compare(a.Distance, b.Distance) })
			for _, k := range []int{1, 3, 7, 80, 100} {
				if got, want := set.Neighbors(p, k), all[:min(k, len(all))]; !slices.Equal(got, want) {
					t.Fatalf("%d neighbors of %v: %v, want %v", k, p, got, want)
				}
			}
		}
	}
	if got := NewDisks(nil).Neighbors(orb.Point{}, 3); len(got) != 0 {
		t.Errorf("neighbors of nothing: %v", got)
	}
}

func TestUnionAreaCases(t *testing.T) {
	s := NewShape(lonLatSquare(102, 25, 0.003, 0.003))
	middle := s.Centroid()
	if a := NewDisks([]Disk{{middle, 1000}}).UnionArea(s); a != s.Area() {
		t.Errorf("covered: %v of %v", a, s.Area())
	}
	if a := NewDisks([]Disk{{orb.Point{102.1, 25}, 1000}}).UnionArea(s); a != 0 {
		t.Errorf("apart: %v", a)
	}
	if a := NewDisks(nil).UnionArea(s, Disk{middle, 1000}); a != s.Area() {
		t.Errorf("extra: %v of %v", a, s.Area())
	}
	four := []Disk{}
	for _, p := range s.Geometry()[0][0][:4] {
		four = append(four, Disk{p, 230})
	}
	if a := NewDisks(four).UnionArea(s); a != s.Area() {
		t.Errorf("covered by four together: %v of %v", a, s.Area())
	}
	if a := NewDisks(four[:2]).UnionArea(s, four[2:]...); a != s.Area() {
		t.Errorf("covered with extras: %v of %v", a, s.Area())
	}
	for _, r := range []Length{0, -5, Length(math.NaN())} {
		if a := NewDisks([]Disk{{middle, r}}).UnionArea(s); a != 0 {
			t.Errorf("radius %v: %v", r, a)
		}
	}
}

func TestUnionAreaExtra(t *testing.T) {
	rng := newRand(t)
	for range 200 {
		s := randomShape(rng, 3000)
		disks := disksAround(rng, s.Centroid(), 12, 3000, 900)
		for i := range disks {
			disks[i].Radius *= Length(0.5 + rng.Float64())
		}
		all := NewDisks(disks).UnionArea(s)
		k := rng.IntN(12)
		if got := NewDisks(disks[:k]).UnionArea(s, disks[k:]...); math.Abs(got-all) > 1e-12*s.Area() {
			t.Fatalf("with extras %v, together %v", got, all)
		}
		before := NewDisks(disks[:k]).UnionArea(s)
		if before > all*(1+1e-12) {
			t.Fatalf("%v falls to %v", before, all)
		}
	}
}

// TestUnionAreaWide has radii up to 50 km, whose centers lie far outside the shape's frame.
func TestUnionAreaWide(t *testing.T) {
	for _, lat := range []float64{0.01, 25, 40, 60} {
		ring := lonLatSquare(102, lat, 0.02, 0.02)
		s := NewShape(ring)
		for _, r := range []Length{5000, 19990, 20010, 50000} {
			var disks []Disk
			for _, azimuth := range []float64{0.3, 2.2} {
				disks = append(disks, Disk{direct(s.Centroid(), azimuth, r.Meters()), r})
			}
			got := NewDisks(disks).UnionArea(s) / s.Area()
			all := ellipsoidUnion(ring[0][0], []Disk{{s.Centroid(), 1e5}}, 4)
			want := ellipsoidUnion(ring[0][0], disks, 800) / all
			if math.Abs(got-want) > 3e-7 {
				t.Errorf("r = %v at %v: share %.9f, want %.9f, %.2g off", r, lat, got, want, got-want)
			}
		}
	}
}

func TestDisksKeepInput(t *testing.T) {
	disks := []Disk{{orb.Point{1, 2}, 3}}
	d := NewDisks(disks)
	disks[0].Radius = 1e6
	if d.Len() != 1 || d.Covers(orb.Point{1.1, 2}) || slices.Equal(d.disks, disks) {
		t.Error("the set changed with the slice")
	}
}

func TestUnionAreaAllocates(t *testing.T) {
	rng := newRand(t)
	s := randomShape(rng, 3000)
	d := NewDisks(disksAround(rng, s.Centroid(), 50, 3000, 400))
	// The pool may be emptied by a collection in between, hence less than one.
	if n := testing.AllocsPerRun(100, func() { d.UnionArea(s) }); n >= 1 && !raceEnabled {
		t.Errorf("%v allocations a call", n)
	}
}
