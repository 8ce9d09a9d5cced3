package geo

import (
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

var seedFlag = flag.Uint64("seed", 0, "seed of the random tests; 0 takes QUARTER_SEED, or 1")

// newRand returns the source of a random test and prints its seed.
func newRand(t testing.TB) *rand.Rand {
	seed := *seedFlag
	if seed == 0 {
		seed, _ = strconv.ParseUint(os.Getenv("QUARTER_SEED"), 10, 64)
	}
	if seed == 0 {
		seed = 1
	}
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// planeCase is one polygon with disks.
type planeCase struct {
	rings   [][]XY // outer counter-clockwise, holes clockwise
	centers []XY
	radii   []float64
}

func (c *planeCase) region() region { return newRegion(c.rings...) }

// tolerance is the accuracy asked for: 1e-9 of the area, and what float64 can do on slivers.
func (c *planeCase) tolerance(r *region) float64 {
	widest := 0.0
	for _, radius := range c.radii {
		widest = max(widest, radius)
	}
	d := widest + r.box.hi.minus(r.box.lo).length()
	return 1e-9*r.area + 1e-14*d*d
}

func (c *planeCase) union() (area float64, r region) {
	r = c.region()
	k := newKernel()
	return k.union(&r, c.centers, c.radii), r
}

// randomCase draws a star-shaped polygon, sometimes with a hole, and disks around it: anywhere, on a lattice with
// vertices and radii to match, or on a lattice and then moved by 1e-12 to 1e-6.
func randomCase(rng *rand.Rand) planeCase {
	c := planeCase{}
	size := 50 * math.Exp(rng.Float64()*3)
	lattice := rng.IntN(3) // 0 no, 1 exact, 2 moved a little
	step := size / float64(2+rng.IntN(6))
	move := math.Pow(10, -12+6*rng.Float64())
	snap := func(p XY) XY {
		if lattice > 0 {
			p = XY{math.Round(p.X/step) * step, math.Round(p.Y/step) * step}
		}
		if lattice == 2 {
			p = p.plus(XY{move * (rng.Float64()*2 - 1), move * (rng.Float64()*2 - 1)})
		}
		return p
	}
	c.rings = append(c.rings, star(rng, 3+rng.IntN(15), size, 1, snap))
	if rng.IntN(4) == 0 {
		if room := roomAtOrigin(c.rings[0]); room > 0 {
			c.rings = append(c.rings, star(rng, 3+rng.IntN(5), room*0.9, -1, func(p XY) XY { return p }))
		}
	}
	same := rng.IntN(2) == 0
	base := size * math.Exp(rng.Float64()*4-2)
	for range rng.IntN(13) {
		r := base
		if !same {
			r *= math.Exp(rng.Float64()*2 - 1)
		}
		if lattice > 0 {
			r = max(math.Round(r/step), 1) * step
			if rng.IntN(4) == 0 {
				r *= math.Sqrt2
			}
		}
		if lattice == 2 {
			r += move * (rng.Float64()*2 - 1)
		}
		at := (size + r) * (0.3 + 0.8*rng.Float64())
		p := snap(polar(at, rng.Float64()*2*math.Pi))
		c.centers = append(c.centers, p)
		c.radii = append(c.radii, r)
		if rng.IntN(12) == 0 { // a copy, exact or concentric
			c.centers = append(c.centers, p)
			c.radii = append(c.radii, r*float64(1+rng.IntN(2)))
		}
	}
	return c
}

// roomAtOrigin returns the distance from the origin to a ring around it, 0 if the ring does not hold it.
func roomAtOrigin(ring []XY) float64 {
	r := newRegion(ring)
	if r.winding(XY{}) != 1 {
		return 0
	}
	room := math.Inf(1)
	for i, b := range ring {
		room = min(room, math.Sqrt(originToEdge2(ring[(i+len(ring)-1)%len(ring)], b)))
	}
	return room
}

func polar(r, turn float64) XY {
	sin, cos := math.Sincos(turn)
	return XY{r * cos, r * sin}
}

// star returns a ring around the origin with radii from half to all of size; way -1 makes it clockwise. Snapped rings may fold onto
// themselves, so the ring is drawn again until it is simple.
func star(rng *rand.Rand, n int, size, way float64, snap func(XY) XY) []XY {
	for try := 0; ; try++ {
		ring := make([]XY, n)
		for i := range ring {
			turn := way * 2 * math.Pi * (float64(i) + 0.8*rng.Float64()) / float64(n)
			ring[i] = snap(polar(size*(0.5+0.5*rng.Float64()), turn))
		}
		if simple(ring) && ringArea(ring)*way > 0 {
			return ring
		}
		if try > 20 {
			snap = func(p XY) XY { return p }
		}
	}
}

// simple reports whether no two edges that are not neighbours come together, and neighbours do not fold back.
func simple(ring []XY) bool {
	n := len(ring)
	for i := range ring {
		a, b, c := ring[i], ring[(i+1)%n], ring[(i+2)%n]
		if a == b || (b.minus(a).cross(c.minus(b)) == 0 && b.minus(a).dot(c.minus(b)) <= 0) {
			return false
		}
		for j := i + 2; j < n; j++ {
			if (j+1)%n == i {
				continue
			}
			c, d := ring[j], ring[(j+1)%n]
			if b.minus(a).cross(c.minus(a))*b.minus(a).cross(d.minus(a)) <= 0 &&
				d.minus(c).cross(a.minus(c))*d.minus(c).cross(b.minus(c)) <= 0 {
				return false
			}
		}
	}
	return true
}
