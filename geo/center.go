package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// centerTree finds centers near a place, by boxes that grow until they must hold the answer.
type centerTree struct {
	sites []site
	index *Index
	pace  float64 // first radius to try, metres: about the distance between neighbours
}

func newCenterTree(sites []site) *centerTree {
	boxes := make([]orb.Bound, len(sites))
	all := emptyBound()
	for i, s := range sites {
		boxes[i] = orb.Bound{Min: s.lonLat, Max: s.lonLat}
		grow(&all, s.lonLat)
	}
	t := &centerTree{sites: sites, index: NewIndex(boxes), pace: 1000}
	if len(sites) > 0 {
		w, h := extent(all)
		t.pace = math.Max(math.Sqrt(w*h/float64(len(sites))), 1)
	}
	return t
}

// boxLimit is the radius in metres from which looking at every center is simpler than boxes that reach around the globe.
const boxLimit = 4e6

// nearest returns the center nearest to p, the lowest number among equals, and its distance; -1 and +Inf if there is none.
func (t *centerTree) nearest(p site) (int, Length) {
	best, at := -1, Length(math.Inf(1))
	look := func(i int) bool {
		s := &t.sites[i]
		if best >= 0 && !within(s, &p, at) {
			return true
		}
		if d := siteDistance(*s, p); d < at || (d == at && i < best) {
			best, at = i, d
		}
		return true
	}
	for reach := t.pace; reach < boxLimit; reach *= 2 {
		t.near(p.lonLat, Length(reach), look)
		if at.Meters() <= reach {
			return best, at
		}
	}
	for i := range t.sites {
		look(i)
	}
	return best, at
}

// neighbors returns the k centers nearest to p, nearest first, the lower number first among equals; all where there are fewer.
func (t *centerTree) neighbors(p site, k int) []Neighbor {
	var found []Neighbor
	for reach := t.pace; ; reach *= 2 {
		found = found[:0]
		t.near(p.lonLat, Length(reach), func(i int) bool {
			found = append(found, Neighbor{i, siteDistance(t.sites[i], p)})
			return true
		})
		slices.SortFunc(found, func(a, b Neighbor) int {
			return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Disk, b.Disk))
		})
		if reach >= boxLimit || len(found) >= k && found[k-1].Distance.Meters() <= reach {
			return found[:min(k, len(found)):min(k, len(found))]
		}
	}
}

// near calls visit for every center within reach of p, and some beyond.
func (t *centerTree) near(p orb.Point, reach Length, visit func(i int) bool) {
	if reach.Meters() >= boxLimit {
		for i := range t.sites {
			visit(i)
		}
		return
	}
	t.index.Search(Pad(orb.Bound{Min: p, Max: p}, reach), visit)
}
