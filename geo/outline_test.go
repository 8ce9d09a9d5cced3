package geo

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// ringDisks are n disks around a place, `distance` metres from it.
func ringDisks(at orb.Point, n int, distance float64, r Length) (out []Disk) {
	for i := range n {
		out = append(out, Disk{direct(at, 2*math.Pi*float64(i)/float64(n), distance), r})
	}
	return out
}

func TestOutlineCases(t *testing.T) {
	at := orb.Point{102.7, 25.04}
	east := func(m float64) orb.Point { return direct(at, math.Pi/2, m) }
	circle := math.Pi * 1e6
	for _, c := range []struct {
		name  string
		disks []Disk
		rings []int // of each polygon
		area  float64
	}{
		{"nothing", nil, nil, 0},
		{"one", []Disk{{at, 1000}}, []int{1}, circle},
		{"no radius", []Disk{{at, 0}, {at, -1}, {at, Length(math.NaN())}}, nil, 0},
		{"identical", slices.Repeat([]Disk{{at, 1000}}, 100), []int{1}, circle},
		{"nested and concentric", []Disk{{at, 500}, {at, 1000}, {east(300), 400}}, []int{1}, circle},
		{"tangent inside", []Disk{{at, 1000}, {east(600), 400}}, []int{1}, circle},
		{"tangent outside", []Disk{{at, 1000}, {east(2000), 1000}}, nil, 2 * circle},
		{"apart", []Disk{{at, 1000}, {east(5000), 1000}}, []int{1, 1}, 2 * circle},
		{"lens", []Disk{{at, 1000}, {east(1000), 1000}}, []int{1}, 2*circle - 1e6*lens},
		{"three through one point", ringDisks(at, 3, 1000, 1000), nil, 3*circle - 3*segmentPair(1000, math.Sqrt(3)*1000)},
		{"four through one point", ringDisks(at, 4, 1000, 1000), nil, 2e6 + 4*circle/2 + 2e6},
		{"a ring", ringDisks(at, 12, 3000, 1000), []int{2}, math.NaN()},
		{"one in a ring", append(ringDisks(at, 12, 3000, 1000), Disk{at, 100}), []int{2, 1}, math.NaN()},
		{"large", []Disk{{at, 50000}, {east(60000), 50000}}, []int{1}, math.NaN()},
	} {
		got := NewDisks(c.disks).Outline(0.1)
		var rings []int
		for _, polygon := range got {
			rings = append(rings, len(polygon))
		}
		if c.rings != nil && !slices.Equal(rings, c.rings) {
			t.Errorf("%s: rings %v, want %v", c.name, rings, c.rings)
		}
		if len(got) == 0 {
			continue
		}
		clean, repairs, err := Clean(got)
		if err != nil || repairs.Any() {
			t.Errorf("%s: %v, %v", c.name, err, repairs)
			continue
		}
		if area := NewShape(clean).Area(); math.Abs(area/c.area-1) > 3e-4 {
			t.Errorf("%s: area %v, want %v", c.name, area, c.area)
		}
	}
}

// segmentPair is the lens of two disks of radius r at a distance d.
func segmentPair(r, d float64) float64 { return 2 * segmentArea(r, d/2) }

// TestOutlineMany compares the area with the exact union, and looks at every vertex: on a circle, and in no disk.
func TestOutlineMany(t *testing.T) {
	rng := newRand(t)
	for _, at := range []orb.Point{{102.7, 25.04}, {179.99, 60}, {0, 0}} {
		for try := range 8 {
			n, r := 1+rng.IntN(100), Length(300+700*rng.Float64())
			disks := disksAround(rng, at, n, 10e3*rng.Float64(), r)
			if try%2 == 0 {
				for i := range disks {
					disks[i].Radius = Length(100 + 1900*rng.Float64())
				}
			}
			set := NewDisks(disks)
			got := set.Outline(0.3)
			clean, repairs, err := Clean(shifted(got))
			if err != nil || repairs.Any() {
				t.Fatalf("%d disks at %v: %v, %v", n, at, err, repairs)
			}
			frame := boxAround(at, 0.6)
			if want, area := set.UnionArea(frame), NewShape(clean).Area(); math.Abs(area/want-1) > 4e-3 { // chords of 0.3 m on circles of 100 m
				t.Errorf("%d disks at %v: area %v, want %v", n, at, area, want)
			}
			for _, polygon := range got {
				for _, ring := range polygon {
					for _, p := range ring {
						off := math.Inf(1)
						for _, d := range disks {
							off = min(off, (Distance(d.Center, p) - d.Radius).Meters())
						}
						if math.Abs(off) > 1e-3 {
							t.Fatalf("a vertex stands %v m from the edge", off)
						}
					}
				}
			}
		}
	}
}

// shifted moves a geometry off the antimeridian, for Clean.
func shifted(mp orb.MultiPolygon) orb.MultiPolygon {
	out := mp.Clone()
	for _, polygon := range out {
		for _, ring := range polygon {
			for i := range ring {
				ring[i][0] = reduce(ring[i][0])
			}
		}
	}
	return out
}

// boxAround is a square of `side` degrees.
func boxAround(at orb.Point, side float64) *Shape {
	box := lonLatSquare(at[0]-side/2, at[1]-side/2, side, side)
	return NewShape(box)
}

// TestOutlineLattice: circles on a lattice pass through common points by the dozen.
func TestOutlineLattice(t *testing.T) {
	for _, step := range []float64{1000, 1000 * math.Sqrt2, 2000, 500} {
		var disks []Disk
		for x := range 12 {
			for y := range 12 {
				disks = append(disks, Disk{direct(direct(orb.Point{110, 0}, math.Pi/2, step*float64(x)), 0, step*float64(y)), 1000})
			}
		}
		got := NewDisks(disks).Outline(0.1)
		clean, _, err := Clean(got)
		if err != nil {
			t.Errorf("step %v: %v", step, err)
			continue
		}
		if want, area := NewDisks(disks).UnionArea(boxAround(orb.Point{110, 0}, 0.6)), NewShape(clean).Area(); math.Abs(area/want-1) > 1e-3 {
			t.Errorf("step %v: area %v, want %v", step, area, want)
		}
	}
}

func TestUncoveredShapes(t *testing.T) {
	at := orb.Point{102.7, 25.04}
	small, large := boxAround(at, 0.01), boxAround(at, 0.2) // 1 km; 20 x 22 km, 25 tiles
	for _, c := range []struct {
		name   string
		s      *Shape
		disks  []Disk
		pieces int
	}{
		{"no disk", small, nil, 1},
		{"none near", large, []Disk{{orb.Point{103, 25}, 1000}}, 1},
		{"covered", small, []Disk{{at, 3000}}, 0},
		{"covered by several", large, ringDisks(at, 6, 8000, 13000), 0},
		{"one corner", small, []Disk{{at, 600}}, 4},
		{"hole", large, []Disk{{at, 3000}}, 1},
		{"ring", large, ringDisks(at, 24, 6000, 1000), 2},
		{"band", large, []Disk{{at, 2000}, {direct(at, math.Pi/2, 3500), 2000}, {direct(at, math.Pi/2, 7000), 2000}, {direct(at, math.Pi/2, 10500), 2000},
			{direct(at, -math.Pi/2, 3500), 2000}, {direct(at, -math.Pi/2, 7000), 2000}, {direct(at, -math.Pi/2, 10500), 2000}}, 2},
	} {
		set := NewDisks(c.disks)
		got := set.Uncovered(c.s, 0.1)
		want := c.s.Area() - set.UnionArea(c.s)
		if len(got) != c.pieces {
			t.Errorf("%s: %d pieces, want %d", c.name, len(got), c.pieces)
		}
		if sum := addUp(got); math.Abs(sum-want) > 1e-9*c.s.Area() {
			t.Errorf("%s: area %v, want %v", c.name, sum, want)
		}
		for i, p := range got {
			clean, repairs, err := Clean(p.Outline)
			if err != nil || repairs.Any() {
				t.Errorf("%s: piece %d: %v, %v", c.name, i, err, repairs)
			} else if drawn := NewShape(clean).Area(); math.Abs(drawn-p.Area) > 5e-3*p.Area {
				t.Errorf("%s: piece %d is drawn with %v, measured %v", c.name, i, drawn, p.Area)
			}
		}
	}
}

// TestUncoveredComb: the teeth of a comb are tied together where the tiles are cut; a disk over its back sets them apart.
func TestUncoveredComb(t *testing.T) {
	const teeth, w = 5, 0.3
	ring := orb.Ring{{102, 40.31}, {102, 40}}
	for i := range teeth {
		x, step := 102+w*float64(i)/teeth, w/teeth
		ring = append(ring, orb.Point{x + step/2, 40}, orb.Point{x + step/2, 40.3})
		if i+1 < teeth {
			ring = append(ring, orb.Point{x + step, 40.3}, orb.Point{x + step, 40})
		}
	}
	ring = append(ring, orb.Point{102 + w*(teeth-0.5)/teeth, 40.31}, orb.Point{102, 40.31})
	mp, _, err := Clean(ring)
	if err != nil {
		t.Fatal(err)
	}
	s := NewShape(mp)
	var disks []Disk
	for i := range 60 {
		disks = append(disks, Disk{orb.Point{102 + w*float64(i)/59, 40.305}, 2000})
	}
	got := NewDisks(disks).Uncovered(s, 0.1)
	if len(got) != teeth || len(s.tiles) < 20 {
		t.Errorf("%d pieces in %d tiles", len(got), len(s.tiles))
	}
	for _, p := range got {
		if e := math.Abs(p.Area/got[0].Area - 1); e > 0.1 {
			t.Errorf("a tooth is %v of another off", e)
		}
	}
}

func TestUncoveredUntouchedParts(t *testing.T) {
	mp := append(lonLatSquare(102, 25, 0.01, 0.01), lonLatSquare(102.02, 25, 0.02, 0.01)...)
	s := NewShape(mp)
	got := NewDisks(nil).Uncovered(s, 0.1)
	if len(got) != 2 || &got[0].Outline[0][0] != &mp[1][0][0] || math.Abs(got[0].Area/got[1].Area-2) > 1e-6 {
		t.Errorf("%v", got)
	}
}

func BenchmarkUncovered(b *testing.B) {
	for _, n := range []int{1, 4, 16} {
		rng := newRand(b)
		at := orb.Point{102.7, 25.04}
		s := boxAround(at, 0.003)
		sets := make([]*Disks, 64)
		for i := range sets {
			for {
				sets[i] = NewDisks(disksAround(rng, at, n, 2200, 1000))
				if a := sets[i].UnionArea(s); a > 0 && a < s.Area() {
					break
				}
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				sets[i%len(sets)].Uncovered(s, 0.1)
			}
		})
	}
}

func BenchmarkOutline800(b *testing.B) {
	set := NewDisks(disksAround(newRand(b), orb.Point{102.7, 25.04}, 800, 25e3, 1000))
	for b.Loop() {
		set.Outline(0.1)
	}
}

// TestUncoveredGlobe: shapes of one tile and of many, on the ellipsoid: boundaries close, areas add up, and outlines have the areas told.
func TestUncoveredGlobe(t *testing.T) {
	rng := newRand(t)
	for try := range 300 {
		size := 200 * math.Exp(5*rng.Float64())
		s := randomShape(rng, size)
		set := NewDisks(disksAround(rng, s.Centroid(), 1+rng.IntN(60), size, Length(size*(0.05+0.3*rng.Float64()))))
		if _, _, ok := set.uncovered(s, 0.1); !ok {
			t.Errorf("%d: the boundary does not close", try)
		}
		got := set.Uncovered(s, 0.1)
		if want := s.Area() - set.UnionArea(s); math.Abs(addUp(got)-want) > 1e-9*s.Area() {
			t.Errorf("%d: area %v, want %v", try, addUp(got), want)
		}
		for _, p := range got {
			around := 0.0
			for i := 1; i < len(p.Outline[0]); i++ {
				around += Distance(p.Outline[0][i-1], p.Outline[0][i]).Meters()
			}
			if drawn := NewShape(orb.MultiPolygon{p.Outline}).Area(); math.Abs(drawn-p.Area) > 0.3*around+1e-6*s.Area() {
				t.Errorf("%d: a piece of %v m² is drawn with %v", try, p.Area, drawn)
			}
		}
	}
}
