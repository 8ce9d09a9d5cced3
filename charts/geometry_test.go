package charts

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"
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

func TestTinyRegionsVanish(t *testing.T) {
	var rings ringsOf
	rings.add(quantizer{}, 0, orb.MultiPolygon{{{{0, 0}, {1e-7, 0}, {0, 1e-7}, {0, 0}}}})
	if got := rings.regions(1); len(got[0]) != 0 {
		t.Errorf("%v", got)
	}
}
