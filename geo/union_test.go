package geo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var unitSquare = []XY{{0, 0}, {1, 0}, {1, 1}, {0, 1}}

// square returns the ring with corners (x0, y0) and (x1, y1), clockwise if hole.
func square(x0, y0, x1, y1 float64, hole bool) []XY {
	ring := []XY{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
	if hole {
		slices.Reverse(ring)
	}
	return ring
}

const lens = 1.2283696986087567 // 2π/3 - √3/2, two unit disks at distance 1

// segmentArea is the part of a disk of radius r beyond a line at distance h from its center.
func segmentArea(r, h float64) float64 { return r*r*math.Acos(h/r) - h*math.Sqrt(r*r-h*h) }

// degenerate are the cases that break naive programs; area is known in closed form (NaN: only compared with the slabs).
var degenerate = []struct {
	name string
	planeCase
	area float64
}{
	{"no disk", planeCase{rings: [][]XY{unitSquare}}, 0},
	{"lens", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{0, 0}, {1, 0}}, []float64{1, 1}}, 2*math.Pi - lens},
	{"half disk", planeCase{[][]XY{square(0, -9, 9, 9, false)}, []XY{{0, 0}}, []float64{1}}, math.Pi / 2},
	{"segment", planeCase{[][]XY{square(0.5, -9, 9, 9, false)}, []XY{{0, 0}}, []float64{1}}, segmentArea(1, 0.5)},
	{"tangent outside", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{-1, 0}, {1, 0}}, []float64{1, 1}}, 2 * math.Pi},
	{"tangent inside", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{0, 0}, {1, 0}}, []float64{2, 1}}, 4 * math.Pi},
	{"two equal", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{1, 0}, {1, 0}}, []float64{1, 1}}, math.Pi},
	{"hundred equal", planeCase{[][]XY{square(0, -9, 9, 9, false)}, slices.Repeat([]XY{{0, 0}}, 100), slices.Repeat([]float64{1}, 100)}, math.Pi / 2},
	{"concentric", planeCase{[][]XY{square(-9, 0, 9, 9, false)}, []XY{{0, 0}, {0, 0}, {0, 0}}, []float64{1, 3, 2}}, 4.5 * math.Pi},
	{"through a vertex", planeCase{[][]XY{unitSquare}, []XY{{0, 0}}, []float64{math.Sqrt2}}, 1},
	{"through two vertices", planeCase{[][]XY{unitSquare}, []XY{{0, 0}}, []float64{1}}, math.Pi / 4},
	{"tangent to an edge at its middle", planeCase{[][]XY{unitSquare}, []XY{{0.5, -0.5}}, []float64{0.5}}, 0},
	{"inside, tangent to edges at their middles", planeCase{[][]XY{unitSquare}, []XY{{0.5, 0.5}}, []float64{0.5}}, math.Pi / 4},
	{"tangent to an edge at its end", planeCase{[][]XY{unitSquare}, []XY{{1, -1}}, []float64{1}}, 0},
	{"center on an edge", planeCase{[][]XY{unitSquare}, []XY{{0.5, 0}}, []float64{0.5}}, math.Pi / 8},
	{"center on a vertex", planeCase{[][]XY{unitSquare}, []XY{{1, 1}}, []float64{0.5}}, math.Pi / 16},
	{"three through one point", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{1, 0}, {-0.5, math.Sqrt(3) / 2}, {-0.5, -math.Sqrt(3) / 2}}, []float64{1, 1, 1}}, math.NaN()},
	{"in a hole", planeCase{[][]XY{square(-9, -9, 9, 9, false), square(-2, -2, 2, 2, true)}, []XY{{0, 0}}, []float64{1}}, 0},
	{"touching a hole's edges", planeCase{[][]XY{square(-9, -9, 9, 9, false), square(-1, -1, 1, 1, true)}, []XY{{0, 0}}, []float64{1}}, 0},
	{"around a hole", planeCase{[][]XY{square(-9, -9, 9, 9, false), square(-1, -1, 1, 1, true)}, []XY{{0, 0}}, []float64{5}}, 25*math.Pi - 4},
	{"disk holds all", planeCase{[][]XY{unitSquare}, []XY{{5, 5}}, []float64{100}}, 1},
	{"all disks inside", planeCase{[][]XY{square(-9, -9, 9, 9, false)}, []XY{{-4, 0}, {0, 0}, {4, 0}}, []float64{1, 1.5, 2}}, math.Pi * (1 + 2.25 + 4)},
	{"collinear and repeated vertices", planeCase{[][]XY{{{0, 0}, {0.5, 0}, {0.5, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0.5}}}, []XY{{0.5, 0}}, []float64{0.5}}, math.Pi / 8},
	{"closing vertex", planeCase{[][]XY{append(slices.Clone(unitSquare), XY{0, 0})}, []XY{{0, 0}}, []float64{1}}, math.Pi / 4},
	{"radius 0", planeCase{[][]XY{unitSquare}, []XY{{0.5, 0.5}, {0, 0}}, []float64{0, 0}}, 0},
	{"no area", planeCase{[][]XY{{{0, 0}, {1, 0}, {2, 0}}}, []XY{{0.5, 0}}, []float64{0.3}}, 0},
	{"covered by four together", planeCase{[][]XY{unitSquare}, []XY{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, slices.Repeat([]float64{0.75}, 4)}, 1},
	{"lattice through common points", planeCase{[][]XY{square(0, 0, 3, 3, false)}, []XY{{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}, {1, 2}}, slices.Repeat([]float64{1}, 7)}, math.NaN()},
}

func TestUnionDegenerate(t *testing.T) {
	for _, c := range degenerate {
		got, r := c.union()
		if !math.IsNaN(c.area) && math.Abs(got-c.area) > c.tolerance(&r) {
			t.Errorf("%s: %.15g, want %.15g", c.name, got, c.area)
		}
		if want := slabArea(c.rings, c.centers, c.radii); math.Abs(got-want) > c.tolerance(&r) {
			t.Errorf("%s: %.15g, slabs say %.15g", c.name, got, want)
		}
	}
}

// TestUnionDegenerateMoved moves everything by 1e-12 to 1e-6; a wrong sign near zero must cost rounding only.
func TestUnionDegenerateMoved(t *testing.T) {
	rng := newRand(t)
	for _, c := range degenerate {
		for try := range 200 / (1 + len(c.centers)/8) {
			moved := nudge(rng, c.planeCase, math.Pow(10, -12+6*rng.Float64()))
			got, r := moved.union()
			if want := slabArea(moved.rings, moved.centers, moved.radii); math.Abs(got-want) > moved.tolerance(&r)+sliver(&moved) {
				t.Errorf("%s, %d: %.15g, want %.15g\n%#v", c.name, try, got, want, moved)
			}
		}
	}
}

// sliver is zero but for rings that moving has folded: there even-odd and signed area differ by the folds.
func sliver(c *planeCase) float64 {
	for _, ring := range c.rings {
		if !simple(ring) {
			return 1e-5
		}
	}
	return 0
}

func nudge(rng *rand.Rand, c planeCase, by float64) planeCase {
	out := planeCase{}
	move := func(p XY) XY { return p.plus(XY{by * (2*rng.Float64() - 1), by * (2*rng.Float64() - 1)}) }
	for _, ring := range c.rings {
		moved := make([]XY, len(ring))
		for i, p := range ring {
			moved[i] = move(p)
		}
		if ringArea(ring) == 0 && ringArea(moved) < 0 {
			slices.Reverse(moved)
		}
		out.rings = append(out.rings, moved)
	}
	for i, p := range c.centers {
		out.centers = append(out.centers, move(p))
		out.radii = append(out.radii, max(0, c.radii[i]+by*(2*rng.Float64()-1)))
	}
	return out
}

// area is the union of a case as it stands.
func (c planeCase) area() float64 {
	a, _ := c.union()
	return a
}

func TestUnionLaws(t *testing.T) {
	rng := newRand(t)
	for range 2000 {
		c := randomCase(rng)
		got, r := c.union()
		tiny := 1e-12*r.area + (c.tolerance(&r)-1e-9*r.area)/10 // the latter 1e-15 (r_max + diameter)²
		check := func(law string, ok bool) {
			t.Helper()
			if !ok {
				t.Fatalf("%s\n%#v", law, c)
			}
		}
		check("between nothing and all", got >= 0 && got <= r.area)
		if n := len(c.centers); n > 0 {
			less := planeCase{c.rings, c.centers[:n-1], c.radii[:n-1]}
			check("another disk never lowers the area", less.area() <= got+tiny)
			more := planeCase{c.rings, c.centers, slices.Clone(c.radii)}
			more.radii[rng.IntN(n)] *= 1.1
			check("a larger radius never lowers the area", more.area() >= got-tiny)
		}
		shuffled := planeCase{c.rings, slices.Clone(c.centers), slices.Clone(c.radii)}
		rng.Shuffle(len(c.centers), func(i, j int) {
			shuffled.centers[i], shuffled.centers[j] = shuffled.centers[j], shuffled.centers[i]
			shuffled.radii[i], shuffled.radii[j] = shuffled.radii[j], shuffled.radii[i]
		})
		check("the order of disks plays no role", math.Abs(shuffled.area()-got) <= tiny)
		turned := transform(c, rng.Float64()*7, XY{1e6, -1e6})
		rounding := 1e-9 * r.box.hi.minus(r.box.lo).length() // coordinates of 1e6 m end at 1e-10 m
		check("moving and turning everything changes nothing", math.Abs(turned.area()-got) <= 1e-9*r.area+rounding)
	}
}

func transform(c planeCase, turn float64, shift XY) planeCase {
	sin, cos := math.Sincos(turn)
	move := func(p XY) XY { return XY{p.X*cos - p.Y*sin, p.X*sin + p.Y*cos}.plus(shift) }
	out := planeCase{radii: c.radii}
	for _, ring := range c.rings {
		moved := make([]XY, len(ring))
		for i, p := range ring {
			moved[i] = move(p)
		}
		out.rings = append(out.rings, moved)
	}
	for _, p := range c.centers {
		out.centers = append(out.centers, move(p))
	}
	return out
}

// TestUnionOfParts cuts the polygon along a line: the areas of the parts add up.
func TestUnionOfParts(t *testing.T) {
	rng := newRand(t)
	for range 1000 {
		c := randomCase(rng)
		got, r := c.union()
		d := polar(1, rng.Float64()*2*math.Pi)
		limit := 20 * (rng.Float64() - 0.5)
		sum := 0.0
		for _, side := range []float64{1, -1} {
			var half cell
			half.start(&r, XY{})
			if !half.cut(d.times(side), limit*side) {
				continue
			}
			half.copy()
			part := region{points: half.points, ends: half.ends}
			part.finish()
			k := newKernel()
			sum += k.union(&part, c.centers, c.radii)
		}
		if math.Abs(sum-got) > c.tolerance(&r) {
			t.Fatalf("parts %.15g, whole %.15g\n%#v", sum, got, c)
		}
	}
}

// TestUnionMany takes the road through the grid, and small against large radii.
func TestUnionMany(t *testing.T) {
	rng := newRand(t)
	for _, n := range []int{32, 33, 34, 100, 400} {
		for _, spread := range []float64{0, 1, 3} {
			t.Run(fmt.Sprintf("%d disks, radii within exp(%v)", n, spread), func(t *testing.T) {
				c := planeCase{rings: [][]XY{star(rng, 40, 2000, 1, func(p XY) XY { return p })}}
				for range n {
					c.centers = append(c.centers, XY{rng.Float64()*5000 - 2500, rng.Float64()*5000 - 2500})
					c.radii = append(c.radii, 1500/math.Sqrt(float64(n))*math.Exp(spread*(rng.Float64()-0.8)))
				}
				got, r := c.union()
				want := slabArea(c.rings, c.centers, c.radii)
				if math.Abs(got-want) > c.tolerance(&r) {
					t.Errorf("%v, want %v", got, want)
				}
				if want == 0 || want == r.area {
					t.Error("the case tests nothing")
				}
			})
		}
	}
}

func TestUnionMonteCarlo(t *testing.T) {
	rng := newRand(t)
	for range 10 {
		c := randomCase(rng)
		got, r := c.union()
		const n = 100_000
		hits := 0
		side := r.box.hi.minus(r.box.lo)
		for range n {
			p := r.box.lo.plus(XY{side.X * rng.Float64(), side.Y * rng.Float64()})
			if r.winding(p) > 0 && slices.ContainsFunc(c.disks(), func(d planeDisk) bool {
				return p.minus(d.c).length() <= d.r
			}) {
				hits++
			}
		}
		all := side.X * side.Y
		share := float64(hits) / n
		if sigma := all * math.Sqrt(share*(1-share)/n); math.Abs(share*all-got) > 4*sigma+all/n {
			t.Errorf("%v, sampled %v ± %v", got, share*all, sigma)
		}
	}
}

func (c *planeCase) disks() []planeDisk {
	var out []planeDisk
	for i, p := range c.centers {
		out = append(out, planeDisk{c: p, r: c.radii[i]})
	}
	return out
}

func TestAngle(t *testing.T) {
	for x := -4.0; x < 4; x += 0.001 {
		sin, cos := math.Sincos(x)
		got, want := angle(sin, cos), math.Atan2(sin, cos)
		if math.Abs(got-want) > 1e-15*math.Abs(want) {
			t.Errorf("angle(%v): %v, want %v", x, got, want)
		}
	}
	if angle(0, 0) != 0 {
		t.Error("no direction has an angle")
	}
}
