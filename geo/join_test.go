package geo

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// Towns of cells on the plane near the origin, where a degree is the same in both directions.
const joinDegree = semiMajor * radians

func joinAt(p XY) orb.Point { return orb.Point{10 + p.X/joinDegree, p.Y / joinDegree} }

func joinPolygon(rings ...[]XY) orb.Polygon {
	var out orb.Polygon
	for _, ring := range rings {
		var points orb.Ring
		for _, p := range ring {
			points = append(points, joinAt(p))
		}
		out = append(out, append(points, points[0]))
	}
	return out
}

// planeSize is the drawn area of a geometry, m².
func planeSize(mp orb.MultiPolygon) float64 {
	sum := 0.0
	for _, polygon := range mp {
		for _, ring := range polygon {
			twice, _ := shoelace(open(ring))
			sum += twice / 2 * joinDegree * joinDegree
		}
	}
	return sum
}

// +--+--+
// | a| b|   +--+      a and b share a side, c stands apart, d touches b in a corner
// +--+--+   | c|
//
//	|d| +--+
func TestJoinCases(t *testing.T) {
	box := func(x, y, w, h float64) orb.Polygon { return joinPolygon(square(x, y, x+w, y+h, false)) }
	cases := []struct {
		name     string
		polygons []orb.Polygon
		groups   [][]int
		outlines []int // polygons in each outline
		holes    int   // of the first one
	}{
		{"nothing", nil, nil, nil, 0},
		{"one", []orb.Polygon{box(0, 0, 10, 10)}, [][]int{{0}}, []int{1}, 0},
		{"side by side", []orb.Polygon{box(0, 0, 10, 10), box(10, 0, 10, 10), box(40, 0, 5, 5), box(20, -10, 10, 10)}, [][]int{{0, 1}, {2}, {3}}, []int{1, 1, 1}, 0},
		{"a gap below the tolerance", []orb.Polygon{box(0, 0, 10, 10), box(10.4, 0.2, 10, 10)}, [][]int{{0, 1}}, []int{1}, 0},
		{"a gap above it", []orb.Polygon{box(0, 0, 10, 10), box(10.6, 0, 10, 10)}, [][]int{{0}, {1}}, []int{1, 1}, 0},
		{"a stretch too short", []orb.Polygon{box(0, 0, 10, 10), box(10, 8.5, 10, 10)}, [][]int{{0}, {1}}, []int{1, 1}, 0},
		{"two stretches that are long enough together", []orb.Polygon{
			joinPolygon([]XY{{0, 0}, {30, 0}, {30, 2}, {28, 2}, {28, 4}, {2, 4}, {2, 2}, {0, 2}}), joinPolygon([]XY{{0, 2}, {2, 2}, {2, 6}, {28, 6}, {28, 2}, {30, 2}, {30, 9}, {0, 9}}),
		}, [][]int{{0, 1}}, []int{1}, 1},
		{"through a third", []orb.Polygon{box(0, 0, 10, 10), box(20, 0, 10, 10), box(10, 2, 10, 6)}, [][]int{{0, 1, 2}}, []int{1}, 0},
		{"around a hole", []orb.Polygon{box(0, 0, 30, 10), box(0, 20, 30, 10), box(0, 10, 10, 10), box(20, 10, 10, 10)}, [][]int{{0, 1, 2, 3}}, []int{1}, 1},
		{"in a hole", []orb.Polygon{joinPolygon(square(0, 0, 30, 30, false), square(10, 10, 20, 20, true)), box(10, 10, 10, 10)}, [][]int{{0, 1}}, []int{1}, 0},
		{"a hole that touches the outside", []orb.Polygon{joinPolygon(square(0, 0, 30, 30, false), []XY{{0, 0}, {10, 20}, {20, 10}})}, [][]int{{0}}, []int{1}, 1},
		{"same corner twice", []orb.Polygon{box(0, 0, 10, 10), box(10, 10, 10, 10), box(10, 0, 10, 10)}, [][]int{{0, 1, 2}}, []int{1}, 0},
	}
	// Cells on top of each other belong together: aligned, crossing, one across the other.
	for _, lapped := range [][]orb.Polygon{
		{box(0, 0, 105, 100), box(100, 0, 100, 100)}, {box(0, 0, 105, 100), box(100, 50, 100, 100)}, {box(0, 0, 100, 10), box(40, -50, 10, 100)},
	} {
		if got := Join(lapped, 2, 0.5); len(got) != 1 {
			t.Errorf("%v: %d groups", lapped, len(got))
		}
	}
	for _, c := range cases {
		got := Join(c.polygons, 2, 0.5)
		var groups [][]int
		var outlines []int
		for i, g := range got {
			groups, outlines = append(groups, g.Members), append(outlines, len(g.Outline))
			if _, repairs, err := Clean(g.Outline); err != nil || repairs.Any() {
				t.Errorf("%s: outline %d: %v, %v", c.name, i, err, repairs)
			}
		}
		if !slices.EqualFunc(groups, c.groups, slices.Equal) || !slices.Equal(outlines, c.outlines) {
			t.Errorf("%s: groups %v with %v polygons, want %v with %v", c.name, groups, outlines, c.groups, c.outlines)
		} else if len(got) > 0 && len(got[0].Outline[0])-1 != c.holes {
			t.Errorf("%s: %d holes, want %d", c.name, len(got[0].Outline[0])-1, c.holes)
		}
	}
}

// cut divides a box into cells at random, so that T-junctions are the rule; corners are moved by up to `off` metres in each cell.
func cut(next func() float64, x0, y0, x1, y1, off float64, depth int) []orb.Polygon {
	at := 0.3 + 0.4*next()
	switch {
	case depth == 0:
		ring := square(x0, y0, x1, y1, false)
		for i := range ring {
			ring[i] = ring[i].plus(XY{off * (2*next() - 1), off * (2*next() - 1)})
		}
		return []orb.Polygon{joinPolygon(ring)}
	case x1-x0 > y1-y0:
		m := x0 + at*(x1-x0)
		return append(cut(next, x0, y0, m, y1, off, depth-1), cut(next, m, y0, x1, y1, off, depth-1)...)
	}
	m := y0 + at*(y1-y0)
	return append(cut(next, x0, y0, x1, m, off, depth-1), cut(next, x0, m, x1, y1, off, depth-1)...)
}

// TestJoinRandom: cells of a box, whose corners differ by a centimetre, joined again are the box; of half of them the area is kept and
// the outlines are valid.
func TestJoinRandom(t *testing.T) {
	rng := newRand(t)
	for try := range 60 {
		off := []float64{0, 0.01}[try%2]
		cells := cut(rng.Float64, 0, 0, 3000, 2000, off, 8)
		whole := Join(cells, 0.1, 0.05)
		if len(whole) != 1 || len(whole[0].Members) != len(cells) || len(whole[0].Outline) != 1 || len(whole[0].Outline[0]) != 1 {
			t.Fatalf("%d: %d groups", try, len(whole))
		}
		if size := planeSize(whole[0].Outline); math.Abs(size-6e6) > 1e4*off+1e-3 {
			t.Errorf("%d: area %v", try, size)
		}
		var some []orb.Polygon
		want := 0.0
		for _, c := range cells {
			if rng.IntN(2) == 0 {
				some, want = append(some, c), want+planeSize(orb.MultiPolygon{c})
			}
		}
		got, members := 0.0, 0
		for _, g := range Join(some, 0.1, 0.05) {
			got, members = got+planeSize(g.Outline), members+len(g.Members)
			if _, repairs, err := Clean(g.Outline); err != nil || repairs.Any() {
				t.Errorf("%d: %v, %v", try, err, repairs)
			}
		}
		if members != len(some) || math.Abs(got-want) > 1e4*off+10 { // corners that fall within the tolerance of each other are moved
			t.Errorf("%d: %d of %d members, area %v, want %v", try, members, len(some), got, want)
		}
	}
}

func TestJoinAcrossTheAntimeridian(t *testing.T) {
	a := orb.Polygon{{{179.9, 10}, {180, 10}, {180, 10.1}, {179.9, 10.1}, {179.9, 10}}}
	b := orb.Polygon{{{-180, 10}, {-179.9, 10}, {-179.9, 10.1}, {-180, 10.1}, {-180, 10}}}
	got := Join([]orb.Polygon{a, b}, 1, 0.1)
	if len(got) != 1 || len(got[0].Outline) != 1 || got[0].Outline.Bound().Max[0] != 180.1 {
		t.Errorf("%v", got)
	}
}

func BenchmarkJoin50000(b *testing.B) {
	rng := newRand(b)
	cells := cut(rng.Float64, 0, 0, 30000, 20000, 0.01, 13)
	for i, c := range cells { // six edges each
		r := c[0]
		cells[i] = orb.Polygon{{r[0], middle(r[0], r[1]), r[1], r[2], middle(r[2], r[3]), r[3], r[0]}}
	}
	b.ReportAllocs()
	for b.Loop() {
		Join(cells, 1, 0.1)
	}
	b.ReportMetric(float64(6*len(cells)), "edges")
}

func middle(a, b orb.Point) orb.Point { return orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2} }
