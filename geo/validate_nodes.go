package geo

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// spoke is half an edge leaving a node: toward is its far end, out whether the ring runs away from the node along it.
type spoke struct {
	toward orb.Point
	ring   int32
	out    bool
}

// touch checks every point where edges touch.
func (c *checker) touch() *Defect {
	slices.SortFunc(c.touches, func(s, t touch) int {
		return cmp.Or(cmp.Compare(s.at[0], t.at[0]), cmp.Compare(s.at[1], t.at[1]),
			cmp.Compare(s.i, t.i), cmp.Compare(s.j, t.j))
	})
	for from := 0; from < len(c.touches); {
		to := from + 1
		for to < len(c.touches) && c.touches[to].at == c.touches[from].at {
			to++
		}
		if d := c.node(c.touches[from].at, c.touches[from:to]); d != nil {
			return d
		}
		from = to
	}
	return nil
}

// node looks around p. Walking once around it counter-clockwise, each spoke that runs out adds one to the winding number of its
// ring, each that runs in takes one off; rows[k] holds the numbers of one ring in the sectors between the spokes.
//
//	   1 | 0            a ring that passes p has 0 and 1 (a hole -1 and 0);
//	<----p---->         wider ranges, and sums outside 0..1, are the defects
func (c *checker) node(p orb.Point, touches []touch) *Defect {
	spokes := c.spokes(p, touches)
	sectors := 0
	var rings []int32
	for i := range spokes {
		if i == 0 || compareSpokes(p, spokes[i-1].toward, spokes[i].toward) != 0 {
			sectors++
		}
		if !slices.Contains(rings, spokes[i].ring) {
			rings = append(rings, spokes[i].ring)
		}
	}
	slices.Sort(rings)
	rows := make([][]int, len(rings))
	for k, r := range rings {
		row, ok := windings(p, spokes, r, sectors, c.rings[r].hole)
		if !ok {
			return &Defect{DefectSelfCrossing, p}
		}
		rows[k] = row
	}
	if kind := c.clash(rings, rows, sectors); kind != "" {
		return &Defect{kind, p}
	}
	return nil
}

// spokes lists the half edges at p in counter-clockwise order.
func (c *checker) spokes(p orb.Point, touches []touch) []spoke {
	var edges []int32
	for _, t := range touches {
		for _, e := range [2]int32{t.i, t.j} {
			edges = append(edges, e)
			if c.segs[e].a == p {
				edges = append(edges, c.before(e))
			}
			if c.segs[e].b == p {
				edges = append(edges, c.next(e))
			}
		}
	}
	slices.Sort(edges)
	var spokes []spoke
	for _, e := range slices.Compact(edges) {
		if c.segs[e].b != p {
			spokes = append(spokes, spoke{c.segs[e].b, c.owner[e], true})
		}
		if c.segs[e].a != p {
			spokes = append(spokes, spoke{c.segs[e].a, c.owner[e], false})
		}
	}
	slices.SortStableFunc(spokes, func(s, t spoke) int { return compareSpokes(p, s.toward, t.toward) })
	return spokes
}

// compareSpokes orders directions from p by angle in [0, 360), exactly.
func compareSpokes(p, s, t orb.Point) int {
	if hs, ht := lowerHalf(p, s), lowerHalf(p, t); hs != ht {
		return cmp.Compare(hs, ht)
	}
	return -orient(p, s, t)
}

func lowerHalf(p, q orb.Point) int {
	if q[1] > p[1] || (q[1] == p[1] && q[0] > p[0]) {
		return 0
	}
	return 1
}

// windings returns the winding numbers of one ring in the sectors around p, the outside of the ring at 0; ok is false if the ring
// has more than two different ones, so that its chains cross at p.
func windings(p orb.Point, spokes []spoke, ring int32, sectors int, hole bool) (row []int, ok bool) {
	row = make([]int, sectors)
	w, k := 0, -1
	for i, s := range spokes {
		if i == 0 || compareSpokes(p, spokes[i-1].toward, s.toward) != 0 {
			k++
		}
		if s.ring == ring {
			if s.out {
				w++
			} else {
				w--
			}
		}
		row[k] = w
	}
	lo, hi := slices.Min(row), slices.Max(row)
	base := lo
	if hole {
		base = hi
	}
	for k := range row {
		row[k] -= base
	}
	return row, hi-lo <= 1
}

// clash adds up the rows of pairs of rings and of whole parts; it returns the kind of defect, and notes the pairs that agree.
func (c *checker) clash(rings []int32, rows [][]int, sectors int) string {
	for k := range rings {
		for l := k + 1; l < len(rings); l++ {
			r, q := &c.rings[rings[k]], &c.rings[rings[l]]
			c.note(rings[k], rings[l])
			if r.part != q.part {
				continue
			}
			lo, kind := 0, DefectHoleOutside // shell and hole: 0..1
			if r.hole {
				lo, kind = -1, DefectHolesOverlap
			}
			for s := range sectors {
				if sum := rows[k][s] + rows[l][s]; sum < lo || sum > lo+1 {
					return kind
				}
			}
		}
	}
	if c.partsClash(rings, rows, sectors) {
		return DefectPartsOverlap
	}
	return ""
}

// partsClash reports whether two parts cover one sector; a part whose shell does not pass the node covers it but for its holes.
func (c *checker) partsClash(rings []int32, rows [][]int, sectors int) bool {
	first := c.rings[rings[0]].part
	if c.rings[rings[len(rings)-1]].part == first {
		return false // rings are in order of parts
	}
	for s := range sectors {
		covered := 0
		for k := 0; k < len(rings); {
			part := c.rings[rings[k]].part
			w := 0
			if c.rings[rings[k]].hole {
				w = 1
			}
			for ; k < len(rings) && c.rings[rings[k]].part == part; k++ {
				w += rows[k][s]
			}
			covered += w
		}
		if covered > 1 {
			return true
		}
	}
	return false
}

// note records that two rings, and their parts, touch and agree.
func (c *checker) note(r, q int32) {
	if c.touched == nil {
		c.touched, c.joined = map[[2]int32]bool{}, map[[2]int32]bool{}
	}
	c.touched[ordered(r, q)] = true
	c.joined[ordered(c.rings[r].part, c.rings[q].part)] = true
}

func ordered(r, q int32) [2]int32 { return [2]int32{min(r, q), max(r, q)} }
