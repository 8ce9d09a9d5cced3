package charts

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"quarter/geo"
)

func TestPathsThereAndBack(t *testing.T) {
	corners := [][2]int32{{5, 7}, {5, 9}, {-3, 9}, {5, 7}}
	if got := path(corners).corners(); !slices.Equal(got, corners) {
		t.Errorf("%v", got)
	}
	if len(path(nil).corners()) != 0 {
		t.Error("empty path")
	}
}

// a | b      a and c are one group: the line between b and the others is inner,
// --+--      everything around is outer, the line between a and c is neither.
// c | d
func TestEdges(t *testing.T) {
	square := func(x, y int32) Region {
		return Region{{path([][2]int32{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}})}}
	}
	regions := []Region{square(0, 1), square(1, 1), square(0, 0), square(1, 0)}
	inner, outer := edges(regions, []int{0, 1, 0, 2})
	count := func(paths []Path) (n int) {
		for _, p := range paths {
			n += len(p)/2 - 1
		}
		return n
	}
	if count(inner) != 3 || count(outer) != 8 {
		t.Errorf("inner %d edges, want 3; outer %d, want 8", count(inner), count(outer))
	}
}

func TestOutlineOfOneCircleIsClosed(t *testing.T) {
	lines := outline([]orb.Point{at(0, 0)}, 1000)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	line := lines[0]
	if d := geo.Distance(line[0], line[len(line)-1]).Meters(); d > 1e-6 {
		t.Errorf("ends are %v m apart", d)
	}
	for _, p := range line {
		if d := geo.Distance(at(0, 0), p).Meters(); math.Abs(d-1000) > 1 {
			t.Errorf("point at %v m", d)
		}
	}
}

// No point of the outline lies inside another circle, and the arcs of two circles meet.
func TestOutlineOfManyCircles(t *testing.T) {
	centers := []orb.Point{at(0, 0), at(1200, 0), at(600, 900), at(600, 900), at(9000, 0), at(-1500, 300)}
	lines := outline(centers, 1000)
	for _, line := range lines {
		for _, p := range line {
			for _, c := range centers {
				if d := geo.Distance(c, p).Meters(); d < 998.5 {
					t.Fatalf("a point of the outline is %v m from a center", d)
				}
			}
		}
	}
	ends := 0
	for i, a := range lines {
		for j, b := range lines {
			if i != j && geo.Distance(a[len(a)-1], b[0]).Meters() < 3 {
				ends++
			}
		}
	}
	if len(lines) < 4 || ends != len(lines)-1 { // all but the far circle
		t.Errorf("%d lines, %d joints", len(lines), ends)
	}
}

func TestTinyRegionsVanish(t *testing.T) {
	q := quantizer{}
	if got := q.region(orb.MultiPolygon{{{{0, 0}, {1e-7, 0}, {0, 1e-7}, {0, 0}}}}); len(got) != 0 {
		t.Errorf("%v", got)
	}
}
