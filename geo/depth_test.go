package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// depth measures a case in the plane, the way Disks.Depth measures a tile.
func (c *planeCase) depth(s *sweep) (out Depth, r region) {
	r = c.region()
	s.disks, s.holders = s.disks[:0], s.holders[:0]
	for i, p := range c.centers {
		if s.gather(&r, p, c.radii[i], int32(i)) {
			s.holders = append(s.holders, int32(i))
		}
	}
	area, full := s.depths(&r, &out)
	if full {
		area = r.area
	}
	out.finish(math.Min(math.Max(area, 0), r.area))
	return out, r
}

// at returns the area in at least k disks.
func (out *Depth) at(k int) float64 {
	if k > len(out.AtLeast) {
		return 0
	}
	return out.AtLeast[k-1]
}

func (out *Depth) aloneIn(disk int) float64 {
	for _, a := range out.Alone {
		if a.Disk == disk {
			return a.Area
		}
	}
	return 0
}

// compareDepth returns the worst error of the sweep against the slabs over all depths and all disks, in units of the tolerance.
func compareDepth(c *planeCase, s *sweep) (worst float64, got Depth) {
	got, r := c.depth(s)
	want := measureSlabs(c.rings, c.centers, c.radii)
	tolerance := c.tolerance(&r)
	for k := range c.centers {
		worst = max(worst, math.Abs(got.at(k+1)-want.atLeast(k+1))/tolerance)
		worst = max(worst, math.Abs(got.aloneIn(k)-want.alone[k].sum)/tolerance)
	}
	return worst, got
}

func newSweep() *sweep { return sweeps.New().(*sweep) }

func TestDepthAgainstSlabs(t *testing.T) {
	rng, s, worst, repeated := newRand(t), newSweep(), 0.0, 0
	for i := range 20_000 {
		c := randomCase(rng)
		e, got := compareDepth(&c, s)
		if e > 1 || got.Differs {
			t.Fatalf("case %d: %+v, %v tolerances off\n%#v", i, got, e, c)
		}
		worst = max(worst, e)
		if got.Repeated {
			repeated++
		}
	}
	t.Logf("worst error %.2g of the tolerance, %d repeated", worst, repeated)
}

// deeper are more cases that break naive programs, beside those of the union.
var deeper = []struct {
	name string
	planeCase
}{
	{"three tangent in one point", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{1, 0}, {2, 0}, {-1, 0}}, []float64{1, 2, 1}}},
	{"tangent with each other and an edge", planeCase{[][]XY{square(0, -9, 9, 9, false)}, []XY{{1, 0}, {2, 0}, {-1, 0}, {3, 0}}, []float64{1, 2, 1, 3}}},
	{"tangent with an edge and a circle around a vertex", planeCase{[][]XY{unitSquare}, []XY{{0.5, 0}, {0, 1}, {0.5, 0.5}}, []float64{1, 1, 0.5}}},
	{"a vertex pokes at a circle", planeCase{[][]XY{{{-9, -9}, {9, -9}, {9, 9}, {0, 1}, {-9, 9}}}, []XY{{0, 0}, {0, -1}}, []float64{1, 2}}},
	{"edges through a common point of circles", planeCase{[][]XY{{{0, 0}, {9, 0}, {9, 9}}}, []XY{{0, 1}, {1, 0}, {1, 1}}, []float64{1, 1, 1}}},
	{"forth and back along a line", planeCase{[][]XY{{{0, 0}, {3, 0}, {3, 1}, {2, 1}, {2, 0}, {1, 0}, {1, 1}, {0, 1}}}, []XY{{1.5, 0}, {1.5, 0.2}, {1.5, -0.3}}, []float64{1, 0.9, 0.7}}},
	{"copies in disks in disks", planeCase{[][]XY{unitSquare}, []XY{{0, 0}, {0, 0}, {0.1, 0}, {0.1, 0}, {0.2, 0}}, []float64{0.9, 0.9, 0.8, 0.8, 0.7}}},
	{"half circles", planeCase{[][]XY{square(0, -9, 9, 9, false)}, []XY{{0, 0}, {0, 0.5}, {0, 1}}, []float64{1, 0.5, 1}}},
	{"radii of rounding", planeCase{[][]XY{square(1000, 1000, 1001, 1001, false)}, []XY{{1000.3, 1000.7}, {1000.3, 1000.7}, {1000.3, 1001}}, []float64{1e-13, 2e-13, 3e-13}}},
	{"small disks on a large circle", planeCase{[][]XY{square(-2, -2, 2, 2, false)}, []XY{{1e4, 0}, {0, 0}, {0.5, 0}, {-0.5, 0}}, []float64{1e4, 0.5, 0.5, 0.5}}},
}

// eachDegenerate calls visit with all cases as they stand and then moved by 1e-12 to 1e-6.
func eachDegenerate(rng *rand.Rand, visit func(name string, c *planeCase)) {
	all := slices.Clone(deeper)
	for _, c := range degenerate {
		all = append(all, struct {
			name string
			planeCase
		}{c.name, c.planeCase})
	}
	for _, c := range all {
		visit(c.name, &c.planeCase)
		for range 200 / (1 + len(c.centers)/8) {
			moved := nudge(rng, c.planeCase, math.Pow(10, -12+6*rng.Float64()))
			visit(c.name+" moved", &moved)
		}
	}
}

func TestDepthDegenerate(t *testing.T) {
	s, cases, repeated := newSweep(), 0, 0
	eachDegenerate(newRand(t), func(name string, c *planeCase) {
		e, got := compareDepth(c, s)
		if folded := sliver(c); folded > 0 {
			r := c.region()
			e -= folded / c.tolerance(&r)
		}
		if e > 1 || got.Differs {
			t.Errorf("%s: %+v, %v tolerances off\n%#v", name, got, e, c)
		}
		cases++
		if got.Repeated {
			repeated++
		}
	})
	t.Logf("%d of %d repeated", repeated, cases)
}

// TestDepthClosed has depths known in closed form.
func TestDepthClosed(t *testing.T) {
	wide := square(-9, -9, 9, 9, false)
	three := (math.Pi - math.Sqrt(3)) / 2 // Reuleaux triangle of width 1
	half := segmentArea(1, 0.5)
	for _, c := range []struct {
		name string
		planeCase
		atLeast, alone []float64
	}{
		{"lens", planeCase{[][]XY{wide}, []XY{{0, 0}, {1, 0}}, []float64{1, 1}},
			[]float64{2*math.Pi - lens, lens}, []float64{math.Pi - lens, math.Pi - lens}},
		{"three disks in a triangle", planeCase{[][]XY{wide}, []XY{{0, 0}, {1, 0}, {0.5, math.Sqrt(3) / 2}}, []float64{1, 1, 1}},
			[]float64{3*math.Pi - 3*lens + three, 3*lens - 2*three, three}, slices.Repeat([]float64{math.Pi - 2*lens + three}, 3)},
		{"two quarters", planeCase{[][]XY{unitSquare}, []XY{{0, 0}, {1, 1}}, []float64{1, 1}},
			[]float64{1, math.Pi/2 - 1}, []float64{1 - math.Pi/4, 1 - math.Pi/4}},
		{"rings", planeCase{[][]XY{square(0, -9, 9, 9, false)}, []XY{{0, 0}, {0, 0}, {0, 0}}, []float64{1, 3, 2}},
			[]float64{4.5 * math.Pi, 2 * math.Pi, math.Pi / 2}, []float64{0, 2.5 * math.Pi, 0}},
		{"copies in a half plane", planeCase{[][]XY{square(0.5, -9, 9, 9, false)}, []XY{{0, 0}, {0, 0}}, []float64{1, 1}},
			[]float64{half, half}, []float64{0, 0}},
		{"one holds all", planeCase{[][]XY{unitSquare}, []XY{{5, 5}}, []float64{100}}, []float64{1}, []float64{1}},
		{"one holds all, one a quarter", planeCase{[][]XY{unitSquare}, []XY{{5, 5}, {0, 0}}, []float64{100, 1}},
			[]float64{1, math.Pi / 4}, []float64{1 - math.Pi/4, 0}},
		{"two hold all, one a quarter", planeCase{[][]XY{unitSquare}, []XY{{5, 5}, {0, 0}, {5, 5}}, []float64{100, 1, 90}},
			[]float64{1, 1, math.Pi / 4}, []float64{0, 0, 0}},
		{"nothing", planeCase{[][]XY{unitSquare}, []XY{{5, 5}}, []float64{1}}, nil, []float64{0}},
	} {
		got, r := c.depth(newSweep())
		if len(got.AtLeast) != len(c.atLeast) {
			t.Errorf("%s: %v, want %v", c.name, got.AtLeast, c.atLeast)
			continue
		}
		for k, want := range c.atLeast {
			if math.Abs(got.AtLeast[k]-want) > c.tolerance(&r) {
				t.Errorf("%s: %.15g in at least %d, want %.15g", c.name, got.AtLeast[k], k+1, want)
			}
		}
		for i, want := range c.alone {
			if a := got.aloneIn(i); math.Abs(a-want) > c.tolerance(&r) || (want == 0) != (a == 0) {
				t.Errorf("%s: %.15g alone in %d, want %.15g", c.name, a, i, want)
			}
		}
	}
}

func TestDepthLaws(t *testing.T) {
	rng, s := newRand(t), newSweep()
	worst := 0.0
	for range 2000 {
		c := randomCase(rng)
		got, r := c.depth(s)
		tiny := 1e-12*r.area + (c.tolerance(&r)-1e-9*r.area)/10 // the latter 1e-15 (r_max + diameter)²
		check := func(law string, ok bool) {
			t.Helper()
			if !ok {
				t.Fatalf("%s: %+v\n%#v", law, got, c)
			}
		}
		sum, alone, last := 0.0, 0.0, r.area
		for _, a := range got.AtLeast {
			check("depths fall", a > 0 && a <= last)
			sum, last = sum+a, a
		}
		for _, a := range got.Alone {
			alone += a.Area
		}
		check("the depth 1 is the union", got.at(1) == got.Union && math.Abs(got.Union-c.area()) <= 1e-14*r.area)
		check("what is held alone is at least 1 but not at least 2", math.Abs(alone-(got.at(1)-got.at(2))) <= tiny)
		worst = max(worst, math.Abs(alone-(got.at(1)-got.at(2)))/tiny)
		singles := 0.0
		for i := range c.centers {
			singles += planeCase{c.rings, c.centers[i : i+1], c.radii[i : i+1]}.area()
		}
		check("depths add up to the disks", math.Abs(sum-singles) <= c.tolerance(&r)*float64(1+len(c.centers)))
		same := func(law string, other Depth, number func(i int) int, noise float64) {
			t.Helper()
			for k := range c.centers {
				check(law, math.Abs(other.at(k+1)-got.at(k+1)) <= noise)
				check(law, math.Abs(other.aloneIn(number(k))-got.aloneIn(k)) <= noise)
			}
		}
		order := rng.Perm(len(c.centers))
		shuffled := planeCase{c.rings, slices.Clone(c.centers), slices.Clone(c.radii)}
		for i, to := range order {
			shuffled.centers[to], shuffled.radii[to] = c.centers[i], c.radii[i]
		}
		other, _ := shuffled.depth(s)
		if !got.Repeated && !other.Repeated {
			same("the order of disks plays no role", other, func(i int) int { return order[i] }, tiny)
		}
		turned := transform(c, rng.Float64()*7, XY{1e6, -1e6})
		other, _ = turned.depth(s)
		rounding := 1e-9 * r.box.diameter() // coordinates of 1e6 m end at 1e-10 m
		same("moving and turning everything changes nothing", other, func(i int) int { return i }, 1e-9*r.area+rounding)
		if n := len(c.centers); n > 0 {
			less := planeCase{c.rings, c.centers[:n-1], c.radii[:n-1]}
			fewer, _ := less.depth(s)
			more := planeCase{c.rings, c.centers, slices.Clone(c.radii)}
			more.radii[rng.IntN(n)] *= 1.1
			larger, _ := more.depth(s)
			for k := 1; k <= n; k++ {
				check("another disk never lowers a depth", fewer.at(k) <= got.at(k)+c.tolerance(&r))
				check("a larger radius never lowers a depth", larger.at(k) >= got.at(k)-c.tolerance(&r))
			}
		}
	}
	t.Logf("worst difference of what is held alone %.2g of the tolerance", worst)
}

// TestDepthOfParts cuts the polygon along a line: depths and what is held alone add up. The parts run forth and back along the cut.
func TestDepthOfParts(t *testing.T) {
	rng, s := newRand(t), newSweep()
	for range 1000 {
		c := randomCase(rng)
		got, r := c.depth(s)
		d := polar(1, rng.Float64()*2*math.Pi)
		limit := 20 * (rng.Float64() - 0.5)
		atLeast, alone := make([]float64, len(c.centers)), make([]float64, len(c.centers))
		for _, side := range []float64{1, -1} {
			part := planeCase{halfPlane(&r, d.times(side), limit*side), c.centers, c.radii}
			if len(part.rings) == 0 {
				continue
			}
			of, _ := part.depth(s)
			for k := range c.centers {
				atLeast[k] += of.at(k + 1)
				alone[k] += of.aloneIn(k)
			}
		}
		for k := range c.centers {
			if math.Abs(atLeast[k]-got.at(k+1)) > c.tolerance(&r) || math.Abs(alone[k]-got.aloneIn(k)) > c.tolerance(&r) {
				t.Fatalf("parts %v, alone %v; whole %+v\n%#v", atLeast, alone, got, c)
			}
		}
	}
}

// halfPlane returns the rings of a region cut to x·d <= limit.
func halfPlane(r *region, d XY, limit float64) [][]XY {
	var half cell
	half.start(r, XY{})
	if !half.cut(d, limit) {
		return nil
	}
	half.copy()
	part := region{points: half.points, ends: half.ends}
	var rings [][]XY
	for k := range part.ends {
		rings = append(rings, part.ring(k))
	}
	return rings
}

// TestDepthOfShapes goes through the index, small shapes and tiled ones, against the slabs tile by tile.
func TestDepthOfShapes(t *testing.T) {
	rng := newRand(t)
	var out Depth
	for i := range 60 {
		size := 200 * math.Exp(4.6*rng.Float64())
		s := randomShape(rng, size)
		disks := disksAround(rng, s.Centroid(), 1+rng.IntN(40), size, 0)
		for k := range disks {
			disks[k].Radius = Length(size * (0.1 + rng.Float64()))
		}
		set := NewDisks(append(disks, disks[0]))
		set.Depth(s, &out)
		if out.Union != set.UnionArea(s) || out.at(1) != out.Union || out.Repeated || out.Differs {
			t.Fatalf("%d: %+v, union %v", i, out, set.UnionArea(s))
		}
		atLeast, alone := slabsOfShape(set, s)
		for k := range atLeast {
			if math.Abs(out.at(k+1)-atLeast[k])+math.Abs(out.aloneIn(k)-alone[k]) > 1e-9*s.Area() {
				t.Fatalf("%d, %d tiles: %v in at least %d and %v alone, want %v and %v", i, len(s.tiles), out.at(k+1), k+1, out.aloneIn(k), atLeast[k], alone[k])
			}
		}
	}
}

// slabsOfShape measures tile by tile.
func slabsOfShape(set *Disks, s *Shape) (atLeast, alone []float64) {
	atLeast, alone = make([]float64, set.Len()), make([]float64, set.Len())
	for i := range s.tiles {
		tile := &s.tiles[i]
		var c planeCase
		for k := range tile.ends {
			c.rings = append(c.rings, tile.ring(k))
		}
		for k := range set.disks {
			c.centers = append(c.centers, tile.frame.place(&set.sites[k]))
			c.radii = append(c.radii, set.disks[k].Radius.Meters())
		}
		o := measureSlabs(c.rings, c.centers, c.radii)
		for k := range atLeast {
			atLeast[k] += o.atLeast(k + 1)
			alone[k] += o.alone[k].sum
		}
	}
	return atLeast, alone
}

// TestDepthMany has hundreds of disks in one tile, small beside large.
func TestDepthMany(t *testing.T) {
	rng, s := newRand(t), newSweep()
	for _, n := range []int{33, 100, 400} {
		for _, spread := range []float64{0, 1, 3} {
			c := planeCase{rings: [][]XY{star(rng, 40, 2000, 1, func(p XY) XY { return p })}}
			for range n {
				c.centers = append(c.centers, XY{rng.Float64()*5000 - 2500, rng.Float64()*5000 - 2500})
				c.radii = append(c.radii, 5000/math.Sqrt(float64(n))*math.Exp(spread*(rng.Float64()-0.8)))
			}
			e, got := compareDepth(&c, s)
			if e > 1 || got.Repeated {
				t.Errorf("%d disks, radii within exp(%v): %v tolerances off", n, spread, e)
			}
			if len(got.AtLeast) < 3 {
				t.Error("the case tests nothing")
			}
		}
	}
}

// touchingCase draws circles that touch in one point, with each other and with an edge or a vertex there, and mostly moves
// everything by 1e-14 to 1e-5.
func touchingCase(rng *rand.Rand) planeCase {
	size, way := 50*math.Exp(rng.Float64()*3), rng.Float64()*2*math.Pi
	if rng.IntN(2) == 0 {
		way = float64(rng.IntN(4)) * math.Pi / 2
	}
	c := planeCase{rings: [][]XY{star(rng, 3+rng.IntN(9), size, 1, func(p XY) XY { return p })}}
	switch rng.IntN(4) {
	case 0: // an edge across the origin
		n := polar(size, way)
		c.rings[0] = []XY{n.times(-1), {n.Y, -n.X}, {-n.Y, n.X}}
	case 1: // a vertex at the origin
		ring := append([]XY{{}}, c.rings[0][1:]...)
		if simple(ring) && ringArea(ring) > 0 {
			c.rings[0] = ring
		}
	}
	base := size * math.Exp(rng.Float64()*4-1)
	for range 2 + rng.IntN(5) {
		r, to := base*float64(1+rng.IntN(5))/2, way
		switch rng.IntN(6) {
		case 0, 1:
			to += math.Pi
		case 2:
			to = rng.Float64() * 2 * math.Pi
		case 3:
			r = base * math.Exp(rng.Float64()*3-1)
		}
		c.centers, c.radii = append(c.centers, polar(r, to)), append(c.radii, r)
	}
	c = transform(c, 0, polar(size*rng.Float64(), rng.Float64()*2*math.Pi))
	if rng.IntN(4) == 0 {
		return c
	}
	return nudge(rng, c, math.Pow(10, -14+9*rng.Float64()))
}

// TestDepthTouching shows the guard at work: circles that nearly touch in one point make a boundary whose ends do not meet.
func TestDepthTouching(t *testing.T) {
	rng, s, worst, repeated := newRand(t), newSweep(), 0.0, 0
	for range 20_000 {
		c := touchingCase(rng)
		e, got := compareDepth(&c, s)
		if e > 1 {
			t.Fatalf("%+v, %v tolerances off\n%#v", got, e, c)
		}
		worst = max(worst, e)
		if got.Repeated {
			repeated++
		}
	}
	t.Logf("worst error %.2g of the tolerance, %d repeated", worst, repeated)
	if repeated == 0 {
		t.Error("the cases test nothing")
	}
}

func TestDepthEmpty(t *testing.T) {
	s := NewShape(lonLatSquare(102, 25, 0.003, 0.003))
	out := Depth{Union: 7, AtLeast: []float64{7}, Alone: []Alone{{1, 7}}, Repeated: true, Differs: true}
	for _, d := range []*Disks{NewDisks(nil), NewDisks([]Disk{{orb.Point{102.1, 25}, 1000}, {s.Centroid(), 0}, {s.Centroid(), -5}})} {
		if d.Depth(s, &out); out.Union != 0 || len(out.AtLeast) != 0 || len(out.Alone) != 0 || out.Repeated || out.Differs {
			t.Errorf("%+v", out)
		}
	}
	all := NewDisks([]Disk{{orb.Point{102.1, 25}, 1000}, {s.Centroid(), 1000}})
	if all.Depth(s, &out); out.Union != s.Area() || !slices.Equal(out.AtLeast, []float64{s.Area()}) || !slices.Equal(out.Alone, []Alone{{1, s.Area()}}) {
		t.Errorf("%+v", out)
	}
}

func TestCovering(t *testing.T) {
	rng := newRand(t)
	for _, spread := range []float64{2e3, 1e5} {
		around := orb.Point{179.99, 40}
		disks := disksAround(rng, around, 200, spread, 0)
		for i := range disks {
			disks[i].Radius = Length(spread * (rng.Float64() - 0.1))
		}
		for range 200 {
			p := direct(around, rng.Float64()*7, 1.5*spread*rng.Float64())
			k := rng.IntN(len(disks))
			disks[k].Radius = Distance(disks[k].Center, p) // p lies on its edge
			set := NewDisks(disks)
			var want []int
			for i, d := range disks {
				if Distance(d.Center, p) <= d.Radius {
					want = append(want, i)
				}
			}
			got := set.Covering(p)
			if !slices.Equal(got, want) || !slices.Contains(got, k) || set.Covers(p) != (len(got) > 0) {
				t.Fatalf("%v, want %v with %d", got, want, k)
			}
		}
	}
	if NewDisks(nil).Covering(orb.Point{}) != nil {
		t.Error("nothing covers a point")
	}
}

func TestDepthAllocates(t *testing.T) {
	rng := newRand(t)
	s := randomShape(rng, 3000)
	d := NewDisks(disksAround(rng, s.Centroid(), 50, 3000, 400))
	var out Depth
	// The pool may be emptied by a collection in between, hence less than one.
	if n := testing.AllocsPerRun(100, func() { d.Depth(s, &out) }); n >= 1 && !raceEnabled {
		t.Errorf("%v allocations a call", n)
	}
}
