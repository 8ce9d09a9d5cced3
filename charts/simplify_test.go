package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// lattice is a made-up city: size × size cells with wiggling edges; every 2 × 2 of them are a community, and a pond lies in the middle of
// the first cell. All of its rings go to simplifyRings, the communities first.
//
//	+~~~+~~~+
//	~ o ~   ~     community 0 is the ring around these four cells
//	+~~~+~~~+
//	~   ~   ~
//	+~~~+~~~+
type lattice struct {
	size   int
	random *rand.Rand
	lines  map[[4]int][][2]int32 // from node x, y to node x, y
}

const latticeStep = 1000

func newLattice(size int, seed uint64) *lattice {
	return &lattice{size: size, random: rand.New(rand.NewPCG(seed, 7)), lines: map[[4]int][][2]int32{}}
}

// line is the edge between two nodes, without the second. It strays from the straight way by less than a fifth of what remains of it to
// the nearer node, so that no two lines cross.
func (l *lattice) line(x, y, toX, toY int) [][2]int32 {
	if toX < x || toY < y {
		back := slices.Clone(l.whole(toX, toY, x, y))
		slices.Reverse(back)
		return back[:len(back)-1]
	}
	whole := l.whole(x, y, toX, toY)
	return whole[:len(whole)-1]
}

func (l *lattice) whole(x, y, toX, toY int) [][2]int32 {
	key := [4]int{x, y, toX, toY}
	if _, ok := l.lines[key]; !ok {
		const parts = 16
		var out [][2]int32
		for i := range parts + 1 {
			off := (l.random.Float64()*2 - 1) * .2 * float64(min(i, parts-i)) / parts * latticeStep
			along := float64(i) / parts * latticeStep
			p := [2]int32{int32(x*latticeStep) + int32(along), int32(y*latticeStep) + int32(off)}
			if toY > y {
				p = [2]int32{int32(x*latticeStep) + int32(off), int32(y*latticeStep) + int32(along)}
			}
			out = append(out, p)
		}
		l.lines[key] = out
	}
	return l.lines[key]
}

// block is the ring around cells, anticlockwise.
func (l *lattice) block(x, y, n int) [][2]int32 {
	var out [][2]int32
	for i := range n {
		out = append(out, l.line(x+i, y, x+i+1, y)...)
	}
	for i := range n {
		out = append(out, l.line(x+n, y+i, x+n, y+i+1)...)
	}
	for i := range n {
		out = append(out, l.line(x+n-i, y+n, x+n-i-1, y+n)...)
	}
	for i := range n {
		out = append(out, l.line(x, y+n-i, x, y+n-i-1)...)
	}
	return append(out, out[0])
}

func (l *lattice) rings() (rings [][][2]int32, communities int) {
	for y := 0; y < l.size; y += 2 {
		for x := 0; x < l.size; x += 2 {
			rings = append(rings, l.block(x, y, 2))
		}
	}
	communities = len(rings)
	for y := range l.size {
		for x := range l.size {
			rings = append(rings, l.block(x, y, 1))
		}
	}
	var pond [][2]int32
	for i := range 30 {
		angle := -2 * math.Pi * float64(i) / 30
		r := 60 + 20*l.random.Float64()
		pond = append(pond, [2]int32{500 + int32(r*math.Cos(angle)), 500 + int32(r*math.Sin(angle))})
	}
	return append(rings, append(pond, pond[0])), communities
}

// A simplified city is judged by brute force: no two edges meet but in a corner, communities run along their cells, every ring is left,
// turns as before and keeps its ground, and doing it again changes nothing.
func TestSimplifiedRingsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLattice(2*rapid.IntRange(1, 2).Draw(t, "half"), rapid.Uint64().Draw(t, "seed"))
		slack := rapid.Float64Range(0, 400).Draw(t, "slack")
		rings, communities := l.rings()
		before := slices.Clone(rings[0])
		got := simplifyRings(rings, slack)
		if !slices.Equal(before, rings[0]) {
			t.Fatal("the input was changed")
		}
		if len(got) != len(rings) {
			t.Fatalf("%d rings of %d", len(got), len(rings))
		}
		for i := range got {
			sameRing(t, rings[i], got[i], slack)
		}
		noEdgesMeet(t, got)
		alongCells(t, got[:communities], got[communities:])
		if again := simplifyRings(got, slack); !slices.EqualFunc(got, again, func(a, b [][2]int32) bool { return slices.Equal(a, b) }) {
			t.Fatal("simplifying again changes something")
		}
	})
}

// sameRing checks that a ring is closed, has only corners of the old one, turns the same way, and has kept its ground to within a strip of
// width slack along it.
func sameRing(t *rapid.T, old, ring [][2]int32, slack float64) {
	if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
		t.Fatalf("not closed: %v", ring)
	}
	for _, p := range ring {
		if !slices.Contains(old, p) {
			t.Fatalf("a new corner %v", p)
		}
	}
	was, is := float64(turn(old))/2, float64(turn(ring))/2
	if was*is <= 0 {
		t.Fatalf("ground was %v, is %v", was, is)
	}
	length := 0.0
	for i := 1; i < len(old); i++ {
		length += math.Hypot(float64(old[i][0]-old[i-1][0]), float64(old[i][1]-old[i-1][1]))
	}
	if math.Abs(was-is) > length*slack {
		t.Fatalf("ground was %v, is %v; a strip along it has %v", was, is, length*slack)
	}
}

func edgesOf(rings [][][2]int32) map[edgeKey]int {
	out := map[edgeKey]int{}
	for _, ring := range rings {
		for i := 1; i < len(ring); i++ {
			out[keyOf(ring[i-1], ring[i])]++
		}
	}
	return out
}

func noEdgesMeet(t *rapid.T, rings [][][2]int32) {
	var all []edgeKey
	for e := range edgesOf(rings) {
		all = append(all, e)
	}
	for i, e := range all {
		for _, f := range all[:i] {
			if meet(e, f) {
				t.Fatalf("%v meets %v", e, f)
			}
		}
	}
}

// meet reports whether two edges have a point in common that is not a corner of both.
func meet(e, f edgeKey) bool {
	on := func(p [2]int32, g edgeKey) bool {
		return p != g.a && p != g.b && cross(g.a, g.b, p) == 0 &&
			min(g.a[0], g.b[0]) <= p[0] && p[0] <= max(g.a[0], g.b[0]) && min(g.a[1], g.b[1]) <= p[1] && p[1] <= max(g.a[1], g.b[1])
	}
	if on(e.a, f) || on(e.b, f) || on(f.a, e) || on(f.b, e) {
		return true
	}
	side := func(g edgeKey, p [2]int32) int { return int(min(max(cross(g.a, g.b, p), -1), 1)) }
	return side(e, f.a)*side(e, f.b) < 0 && side(f, e.a)*side(f, e.b) < 0
}

// alongCells checks that every edge of a community is one of a cell, and that nothing has more than two sides.
func alongCells(t *rapid.T, communities, cells [][][2]int32) {
	of := edgesOf(cells)
	for e, n := range of {
		if n > 2 {
			t.Fatalf("%v has %d cells", e, n)
		}
	}
	for e := range edgesOf(communities) {
		if of[e] == 0 {
			t.Fatalf("%v of a community is no edge of a cell", e)
		}
	}
}

// The slack is used: wiggles within it vanish, those beyond stay.
func TestSimplifyRingsUsesItsSlack(t *testing.T) {
	ring := [][2]int32{{0, 0}, {50, 3}, {100, 0}, {100, 50}, {90, 75}, {100, 100}, {0, 100}, {0, 0}}
	want := [][2]int32{{0, 0}, {100, 0}, {100, 50}, {90, 75}, {100, 100}, {0, 100}, {0, 0}}
	if got := simplifyRings([][][2]int32{ring}, 5)[0]; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// Cells end in the middle of a community's straight edge, where the community has no corner: they stay on it.
func TestCellsStayOnALongEdge(t *testing.T) {
	community := [][2]int32{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}
	left := [][2]int32{{0, 0}, {40, 0}, {41, 50}, {40, 100}, {0, 100}, {0, 0}}
	right := [][2]int32{{40, 0}, {100, 0}, {100, 100}, {40, 100}, {41, 50}, {40, 0}}
	got := simplifyRings([][][2]int32{community, left, right}, 30)
	want := [][][2]int32{community, {{0, 0}, {40, 0}, {40, 100}, {0, 100}, {0, 0}}, {{40, 0}, {100, 0}, {100, 100}, {40, 100}, {40, 0}}}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%v", got[i])
		}
	}
}

// Whatever the rings are, crossing themselves or running back on themselves, none is lost and none is left open.
func TestSimplifyAnyRings(t *testing.T) {
	corner := rapid.Custom(func(t *rapid.T) [2]int32 {
		return [2]int32{rapid.Int32Range(-20, 20).Draw(t, "x"), rapid.Int32Range(-2e6, 2e6).Draw(t, "y") / 1e5}
	})
	rapid.Check(t, func(t *rapid.T) {
		var rings [][][2]int32
		for range rapid.IntRange(0, 6).Draw(t, "n") {
			ring := slices.Compact(rapid.SliceOfN(corner, 2, 30).Draw(t, "ring"))
			rings = append(rings, append(ring, ring[0]))
		}
		for i, ring := range simplifyRings(rings, rapid.Float64Range(0, 30).Draw(t, "slack")) {
			if len(ring) < 2 || ring[0] != ring[len(ring)-1] || len(ring) > len(rings[i]) {
				t.Fatalf("%v became %v", rings[i], ring)
			}
		}
	})
}

// One place far off must not put all others into one bucket.
func TestBucketsAfarOff(t *testing.T) {
	rings, _ := newLattice(12, 1).rings()
	far := int32(100_000_000)
	rings = append(rings, [][2]int32{{far, far}, {far + 10, far}, {far, far + 10}, {far, far}})
	index, corners := newBuckets(rings)
	for i, ring := range rings {
		for k, p := range ring[:len(ring)-1] {
			if index.at[corners[i][k]] != p {
				t.Fatalf("corner %v is found as %v", p, index.at[corners[i][k]])
			}
		}
	}
	most := int32(0)
	for i := 1; i < len(index.start); i++ {
		most = max(most, index.start[i]-index.start[i-1])
	}
	if most > 200 {
		t.Errorf("a bucket holds %d of %d corners", most, len(index.at))
	}
}

// BenchmarkSimplify simplifies a city of about 1,000 communities and 20,000 grids in one net.
func BenchmarkSimplify(b *testing.B) {
	var rings [][][2]int32
	for _, ring := range first(newLattice(142, 1).rings()) {
		var thin [][2]int32 // a lattice line has 16 parts, the line of a real grid about 5
		for i, p := range ring {
			if i%3 == 0 {
				thin = append(thin, p)
			}
		}
		rings = append(rings, append(thin, thin[0]))
	}
	corners := 0
	for _, r := range rings {
		corners += len(r)
	}
	b.ReportMetric(float64(corners), "corners")
	for b.Loop() {
		simplifyRings(rings, 20)
	}
}

func first[A, B any](a A, _ B) A { return a }
