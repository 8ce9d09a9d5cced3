package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// randomShape draws a star of about the size in metres around a place.
func randomShape(rng *rand.Rand, size float64) *Shape {
	f := NewFrame(orb.Point{100 + 10*rng.Float64(), 20 + 30*rng.Float64()})
	var ring orb.Ring
	for _, p := range star(rng, 4+rng.IntN(14), size/2, 1, func(p XY) XY { return p }) {
		ring = append(ring, f.Unproject(p))
	}
	return NewShape(orb.MultiPolygon{{append(ring, ring[0])}})
}

// disksAround places n disks of one radius within a distance of a place.
func disksAround(rng *rand.Rand, at orb.Point, n int, distance float64, r Length) []Disk {
	var disks []Disk
	for range n {
		p := direct(at, rng.Float64()*2*math.Pi, distance*math.Sqrt(rng.Float64()))
		disks = append(disks, Disk{p, r})
	}
	return disks
}

func TestReachEqualsUnion(t *testing.T) {
	rng := newRand(t)
	for range 300 {
		size := 200 * math.Exp(4*rng.Float64())
		s := randomShape(rng, size)
		disks := disksAround(rng, s.Centroid(), 1+rng.IntN(40), size*math.Exp(2*rng.Float64()-1), 0)
		if rng.IntN(4) == 0 {
			disks = append(disks, disks[0]) // a tie
		}
		r := NewDisks(disks).Reach(s)
		nearest, farthest := r.Range()
		last := 0.0
		for _, share := range []float64{0, 0.1, 0.4, 0.7, 0.9, 0.99, 1, 1.1} {
			d := nearest + Length(share)*(farthest-nearest)
			if d > 50_000 {
				continue
			}
			for i := range disks {
				disks[i].Radius = d
			}
			got, want := r.Within(d), NewDisks(disks).UnionArea(s)
			noise := 1e-12*s.Area() + 1e-15*(d.Meters()+size)*(d.Meters()+size)
			if math.Abs(got-want) > noise {
				t.Fatalf("within %v: %v, union %v, area %v", d, got, want, s.Area())
			}
			if got < last-noise {
				t.Fatalf("falls from %v to %v", last, got)
			}
			last = got
		}
		if r.Within(0) != 0 || r.Within(farthest) != s.Area() || r.Area() != s.Area() {
			t.Fatal("ends are not 0 and all")
		}
	}
}

func TestReachMean(t *testing.T) {
	rng := newRand(t)
	for range 50 {
		s := randomShape(rng, 300*math.Exp(2*rng.Float64()))
		r := NewDisks(disksAround(rng, s.Centroid(), 1+rng.IntN(9), 3000, 0)).Reach(s)
		// The mean is the integral of the share not yet reached: Within has its bends where a circle passes a
		// vertex, so many small steps.
		_, farthest := r.Range()
		const steps = 20_000
		want := 0.0
		for i := range steps {
			want += 1 - r.Within(farthest*(Length(i)+0.5)/steps)/r.Area()
		}
		want *= farthest.Meters() / steps
		if got := r.Mean().Meters(); math.Abs(got-want) > 1e-6*want {
			t.Errorf("mean %v, integral %v", got, want)
		}
	}
}

// TestReachFarthest samples points of the shape: none may be farther than farthest, and near the best ones it must be met. Shapes
// are stars, which Voronoi cells cut into pieces with vertices outside.
func TestReachFarthest(t *testing.T) {
	rng := newRand(t)
	for i := range 200 {
		size := 2000.0
		if i%10 == 0 {
			size = 15_000 // tiled
		}
		s := randomShape(rng, size)
		disks := NewDisks(disksAround(rng, s.Centroid(), 1+rng.IntN(6), size, 0))
		nearest, farthest := disks.Reach(s).Range()
		want, closest := 0.0, math.Inf(1)
		try := func(p orb.Point) {
			if s.Contains(p) {
				_, d := disks.Nearest(p)
				want, closest = max(want, d.Meters()), min(closest, d.Meters())
			}
		}
		b := s.Bound()
		eachEdge(s.world, func(e segment) {
			for i := range 50 {
				u := float64(i) / 50
				p := orb.Point{e.a[0] + u*(e.b[0]-e.a[0]), e.a[1] + u*(e.b[1]-e.a[1])}
				_, d := disks.Nearest(p)
				want = max(want, d.Meters())
			}
		})
		for range 1500 {
			try(orb.Point{b.Min[0] + rng.Float64()*(b.Max[0]-b.Min[0]), b.Min[1] + rng.Float64()*(b.Max[1]-b.Min[1])})
		}
		if farthest.Meters() < want-0.01 || farthest.Meters() > want+size/40 {
			t.Errorf("farthest %v, sampled %v", farthest, want)
		}
		if nearest.Meters() > closest+0.01 {
			t.Errorf("nearest %v, sampled %v", nearest, closest)
		}
	}
}

// TestReachOfEll has its single Voronoi vertex in the notch of an L: the farthest point is a corner instead.
//
//	+---+
//	|   |
//	|   +---+    centers left above, left below and right below; (0.5, 0.5)
//	|       |    of their unit square is the notch
//	+-------+
func TestReachOfEll(t *testing.T) {
	f := NewFrame(orb.Point{102, 25})
	ring := func(points ...XY) orb.MultiPolygon {
		var out orb.Ring
		for _, p := range points {
			out = append(out, f.Unproject(p))
		}
		return orb.MultiPolygon{{append(out, out[0])}}
	}
	ell := NewShape(ring(XY{0, 0}, XY{1000, 0}, XY{1000, 400}, XY{400, 400}, XY{400, 1000}, XY{0, 1000}))
	disks := NewDisks([]Disk{{f.Unproject(XY{0, 0}), 0}, {f.Unproject(XY{1000, 0}), 0}, {f.Unproject(XY{0, 1000}), 0}})
	_, farthest := disks.Reach(ell).Range()
	// (400, 400) is 566 m from the origin; the Voronoi vertex (500, 500), 707 m away, lies outside.
	notch := math.Hypot(500, 400) // where the bisector leaves: (500, 400)
	if math.Abs(farthest.Meters()-notch) > 1e-2 {
		t.Errorf("farthest %v, want %v", farthest, notch)
	}
}

func TestReachFarAway(t *testing.T) {
	s := NewShape(lonLatSquare(102, 25, 0.01, 0.01))
	for _, distance := range []float64{3e5, 3e6} {
		at := direct(s.Centroid(), 1, distance)
		r := NewDisks([]Disk{{at, 0}, {direct(at, 0, 50e3), 0}}).Reach(s)
		nearest, farthest := r.Range()
		want := Distance(s.Centroid(), at)
		if nearest > want || farthest < want || farthest-nearest > 2000 {
			t.Errorf("between %v and %v, want %v", nearest, farthest, want)
		}
		corner := Length(0)
		for _, p := range s.Geometry()[0][0] {
			corner = max(corner, Distance(p, at))
		}
		if math.Abs((farthest - corner).Meters()) > 0.05 {
			t.Errorf("farthest %v, want the corner's %v", farthest, corner)
		}
		if d := r.Mean() - want; math.Abs(d.Meters()) > 1 {
			t.Errorf("mean %v, want about %v", r.Mean(), want)
		}
	}
}

func TestReachManyCenters(t *testing.T) {
	rng := newRand(t)
	s := randomShape(rng, 4000)
	disks := disksAround(rng, s.Centroid(), 3000, 5000, 60)
	set := NewDisks(disks)
	r := set.Reach(s)
	if got, want := r.Within(60), set.UnionArea(s); math.Abs(got-want) > 1e-12*s.Area() {
		t.Errorf("within 60: %v, union %v", got, want)
	}
	pieces := 0.0
	for _, l := range r.loops {
		pieces += l.area
	}
	if math.Abs(pieces/s.Area()-1) > 1e-12 {
		t.Errorf("pieces add up to %v of %v", pieces, s.Area())
	}
}

func TestReachEmpty(t *testing.T) {
	r := NewDisks(nil).Reach(NewShape(lonLatSquare(102, 25, 0.01, 0.01)))
	nearest, farthest := r.Range()
	inf := Length(math.Inf(1))
	if r.Within(1e9) != 0 || r.Mean() != inf || nearest != inf || farthest != inf {
		t.Error("an empty set reaches something")
	}
}

// TestReachDerivative: the area grows by the length of the exposed arcs. Richardson's central difference, away from distances where
// arcs appear or vanish: there the growth has a bend.
func TestReachDerivative(t *testing.T) {
	rng := newRand(t)
	tried := 0
	for range 100 {
		s := randomShape(rng, 1000)
		disks := disksAround(rng, s.Centroid(), 1+rng.IntN(6), 600, 0)
		r := NewDisks(disks).Reach(s)
		var centers []XY
		for _, d := range disks {
			at := newSite(d.Center)
			centers = append(centers, s.tiles[0].frame.place(&at))
		}
		for range 10 {
			const h, margin = 0.02, 1
			d := 20 + 500*rng.Float64()
			arcs, length := exposed(&s.tiles[0].region, centers, d)
			before, _ := exposed(&s.tiles[0].region, centers, d-margin)
			after, _ := exposed(&s.tiles[0].region, centers, d+margin)
			if length == 0 || arcs != before || arcs != after {
				continue
			}
			tried++
			slope := func(h float64) float64 { return (r.Within(Length(d+h)) - r.Within(Length(d-h))) / (2 * h) }
			if got := (4*slope(h/2) - slope(h)) / 3; math.Abs(got-length) > 1e-5*length {
				t.Errorf("at %v: slope %v, exposed arcs %v", d, got, length)
			}
			if _, pace := r.WithinPace(Length(d)); math.Abs(pace-length) > 1e-6*length {
				t.Errorf("at %v: pace %v, exposed arcs %v", d, pace, length)
			}
		}
	}
	if tried < 300 {
		t.Errorf("only %d distances tried", tried)
	}
}

// exposed returns the number and the length of the arcs of equal circles that lie inside a region and outside all other circles: the
// circles are cut wherever they cross anything, and the middle of each arc tells where it lies.
func exposed(p *region, centers []XY, radius float64) (arcs int, length float64) {
	for i, c := range centers {
		cuts := []float64{-math.Pi, math.Pi}
		cut := func(q XY) { cuts = append(cuts, math.Atan2(q.Y-c.Y, q.X-c.X)) }
		for _, other := range centers {
			if how, q, r := meet(&planeDisk{c: c, r: radius}, &planeDisk{c: other, r: radius}); how == meeting {
				cut(q)
				cut(r)
			}
		}
		eachSide(p, func(a, b XY) {
			e, from := b.minus(a), a.minus(c)
			half := from.dot(e) / e.dot(e)
			if root := half*half - (from.dot(from)-radius*radius)/e.dot(e); root > 0 {
				for _, t := range [2]float64{-half - math.Sqrt(root), -half + math.Sqrt(root)} {
					if t > 0 && t < 1 {
						cut(a.toward(b, t))
					}
				}
			}
		})
		slices.Sort(cuts)
		for k := 1; k < len(cuts); k++ {
			middle := c.plus(polar(radius, (cuts[k-1]+cuts[k])/2))
			if p.winding(middle) != 0 && !slices.ContainsFunc(slices.Delete(slices.Clone(centers), i, i+1), func(o XY) bool {
				return middle.minus(o).length() < radius
			}) {
				arcs, length = arcs+1, length+radius*(cuts[k]-cuts[k-1])
			}
		}
	}
	return arcs, length
}

// eachSide calls visit with the ends of every edge.
func eachSide(p *region, visit func(a, b XY)) {
	for k := range p.ends {
		ring := p.ring(k)
		for i, b := range ring {
			visit(ring[(i+len(ring)-1)%len(ring)], b)
		}
	}
}
