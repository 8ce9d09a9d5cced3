package geo

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// without carves a plane case; left is what the power cells leave.
func (c *planeCase) without(tolerance Length) (pieces []Piece, left float64, t tile, ok bool) {
	t = tile{region: c.region(), frame: NewFrame(orb.Point{102, 0})}
	k := newKernel()
	area := k.union(&t.region, c.centers, c.radii)
	if area == t.area {
		return nil, 0, t, true
	}
	pieces, ok = t.without(k.disks, t.area-area, tolerance)
	return pieces, t.area - area, t, ok
}

// addUp is the sum of the areas.
func addUp(pieces []Piece) (sum float64) {
	for _, p := range pieces {
		sum += p.Area
	}
	return sum
}

func TestUncoveredDegenerate(t *testing.T) {
	rng := newRand(t)
	for _, c := range degenerate {
		if c.name == "no area" {
			continue
		}
		for move := 1.0; move > 1e-14; move /= 10 {
			moved := c.planeCase
			if move < 1e-5 {
				moved = nudge(rng, moved, move)
			}
			pieces, left, tile, ok := moved.without(0.001)
			if sum := addUp(pieces); !ok || math.Abs(sum-left) > 2e-9*tile.area+moved.tolerance(&tile.region)+sliver(&moved) {
				t.Errorf("%s moved by %.0e: %.15g, want %.15g (closed: %v)", c.name, move, sum, left, ok)
			}
		}
	}
}

// TestUncoveredRandom: every boundary closes, and the pieces add up to what the power cells leave; where the radii had to be changed, nearly.
func TestUncoveredRandom(t *testing.T) {
	rng := newRand(t)
	worst, changed := 0.0, 0
	for try := range 100_000 {
		c := randomCase(rng)
		pieces, left, tile, ok := c.without(0.1)
		if !ok {
			t.Fatalf("%d: the boundary does not close\n%#v", try, c)
		}
		off := math.Abs(addUp(pieces)-left) / (2e-9*tile.area + c.tolerance(&tile.region))
		if off > 1 {
			off /= 100
			changed++
		}
		if worst = max(worst, off); off > 1 {
			t.Fatalf("%d: pieces add up to %v of %v\n%#v", try, addUp(pieces), left, c)
		}
	}
	if t.Logf("worst error %.3g of the tolerance, %d cases with other radii", worst, changed); changed > 100 {
		t.Error("too many")
	}
}

// TestUncoveredParts compares the pieces with a flood fill of a raster, finer and finer until both find the same large parts.
func TestUncoveredParts(t *testing.T) {
	rng := newRand(t)
	checked := 0
	for try := range 400 {
		c := randomCase(rng)
		pieces, left, tile, ok := c.without(0.01)
		if !ok || left < 1e-3*tile.area || c.scaled(1+1e-2).largeParts() != c.scaled(1-1e-2).largeParts() {
			continue // a neck too thin for the raster
		}
		checked++
		if n := 100; !slices.ContainsFunc([]int{n, 3 * n, 9 * n, 27 * n}, func(n int) bool { return sameParts(&c, &tile, pieces, n) }) {
			t.Errorf("%d: %d pieces, a raster finds others\n%#v", try, len(pieces), c)
		}
	}
	if checked < 100 {
		t.Errorf("only %d cases", checked)
	}
}

// scaled returns the case with other radii.
func (c *planeCase) scaled(by float64) *planeCase {
	out := planeCase{c.rings, c.centers, slices.Clone(c.radii)}
	for i := range out.radii {
		out.radii[i] *= by
	}
	return &out
}

func (c *planeCase) largeParts() (n int) {
	pieces, _, tile, _ := c.without(1)
	for _, p := range pieces {
		if p.Area > 1e-4*tile.area {
			n++
		}
	}
	return n
}

// sameParts compares the areas of parts larger than 64 cells of an n x n raster with the pieces, to the cells along the edges.
func sameParts(c *planeCase, t *tile, pieces []Piece, n int) bool {
	side := t.box.hi.minus(t.box.lo)
	cell := side.X * side.Y / float64(n*n)
	var want, got []float64
	for _, p := range pieces {
		if p.Area > 64*cell {
			want = append(want, p.Area)
		}
	}
	for _, cells := range flood(c, t, n) {
		if cells > 64 {
			got = append(got, float64(cells)*cell)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	return slices.EqualFunc(want, got, func(a, b float64) bool { return math.Abs(a-b) < 0.15*a+64*cell })
}

// flood returns the sizes of the connected parts of what the disks leave, in cells.
func flood(c *planeCase, t *tile, n int) (sizes []int) {
	side := t.box.hi.minus(t.box.lo)
	free := make([]bool, n*n)
	for i := range free {
		p := t.box.lo.plus(XY{side.X * (float64(i%n) + 0.5) / float64(n), side.Y * (float64(i/n) + 0.5) / float64(n)})
		free[i] = t.winding(p) != 0 && !slices.ContainsFunc(c.disks(), func(d planeDisk) bool { return p.minus(d.c).length() <= d.r })
	}
	for i := range free {
		size := 0
		for todo := []int{i}; len(todo) > 0; {
			j := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if !free[j] {
				continue
			}
			free[j] = false
			size++
			if j%n > 0 {
				todo = append(todo, j-1)
			}
			if j%n < n-1 {
				todo = append(todo, j+1)
			}
			if j >= n {
				todo = append(todo, j-n)
			}
			if j < n*(n-1) {
				todo = append(todo, j+n)
			}
		}
		if size > 0 {
			sizes = append(sizes, size)
		}
	}
	return sizes
}

// TestUncoveredOutlines: a point outside all disks lies in one outline, one inside a disk in none.
func TestUncoveredOutlines(t *testing.T) {
	rng := newRand(t)
	const margin = 0.01
	for range 2000 {
		c := randomCase(rng)
		pieces, _, tile, ok := c.without(margin / 10)
		side := tile.box.hi.minus(tile.box.lo)
		for range 20 {
			p := tile.box.lo.plus(XY{side.X * rng.Float64(), side.Y * rng.Float64()})
			if !ok || tile.nearEdges(p, margin) || slices.ContainsFunc(c.disks(), func(d planeDisk) bool { return math.Abs(p.minus(d.c).length()-d.r) < margin }) {
				continue
			}
			want := 0
			if tile.winding(p) != 0 && !slices.ContainsFunc(c.disks(), func(d planeDisk) bool { return p.minus(d.c).length() < d.r }) {
				want = 1
			}
			got, at := 0, tile.frame.Unproject(p)
			for _, piece := range pieces {
				if NewShape(orb.MultiPolygon{piece.Outline}).Contains(at) {
					got++
				}
			}
			if got != want {
				t.Fatalf("%v lies in %d outlines, want %d\n%#v", p, got, want, c)
			}
		}
	}
}

func (t *tile) nearEdges(p XY, d float64) bool {
	for k := range t.ends {
		ring := t.ring(k)
		for i, b := range ring {
			if originToEdge2(ring[(i+len(ring)-1)%len(ring)].minus(p), b.minus(p)) < d*d {
				return true
			}
		}
	}
	return false
}
