package charts

// Edges of a level above the regions are found from the regions themselves: an edge that two regions of different groups share is an
// inner edge, one that a single region has is the outer edge. Both are drawn; neither is measured.

// edgeKey is an edge without direction.
type edgeKey struct{ a, b [2]int32 }

func keyOf(a, b [2]int32) edgeKey {
	if b[0] < a[0] || (b[0] == a[0] && b[1] < a[1]) {
		a, b = b, a
	}
	return edgeKey{a, b}
}

// owners are the regions beside an edge; second is -1 at the outside.
type owners struct{ first, second int32 }

type edgeKind uint8

const (
	edgeHidden edgeKind = iota // inside one group, or drawn from the other side
	edgeInner
	edgeOuter
)

// edges returns the lines between groups and around everything. group[i] is the group of region i.
func edges(regions []Region, group []int) (inner, outer []Path) {
	owned := owned(regions)
	kind := func(i int, k edgeKey) edgeKind {
		switch o := owned[k]; {
		case o.second < 0:
			return edgeOuter
		case int(o.first) == i && group[o.first] != group[o.second]:
			return edgeInner
		}
		return edgeHidden
	}
	for i, region := range regions {
		for _, polygon := range region {
			for _, ring := range polygon {
				inner = append(inner, runs(ring.corners(), func(k edgeKey) bool { return kind(i, k) == edgeInner })...)
				outer = append(outer, runs(ring.corners(), func(k edgeKey) bool { return kind(i, k) == edgeOuter })...)
			}
		}
	}
	return inner, outer
}

func owned(regions []Region) map[edgeKey]owners {
	out := map[edgeKey]owners{}
	for i, region := range regions {
		for _, polygon := range region {
			for _, ring := range polygon {
				c := ring.corners()
				for j := 1; j < len(c); j++ {
					k := keyOf(c[j-1], c[j])
					if o, seen := out[k]; seen {
						out[k] = owners{o.first, int32(i)}
					} else {
						out[k] = owners{int32(i), -1}
					}
				}
			}
		}
	}
	return out
}

// runs are the unbroken stretches of a ring whose edges are wanted.
func runs(corners [][2]int32, wanted func(edgeKey) bool) []Path {
	var out []Path
	from := -1
	for j := 1; j < len(corners); j++ {
		is := wanted(keyOf(corners[j-1], corners[j]))
		if is && from < 0 {
			from = j - 1
		}
		if !is && from >= 0 {
			out = append(out, path(corners[from:j]))
			from = -1
		}
	}
	if from >= 0 {
		out = append(out, path(corners[from:]))
	}
	return out
}
