package geo

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// nest places rings that do not touch by one point each.
func (c *checker) nest() *Defect {
	if len(c.rings) == 1 {
		return nil
	}
	shells := c.shells()
	for k, shell := range shells {
		end := int32(len(c.rings))
		if k+1 < len(shells) {
			end = shells[k+1]
		}
		if d := c.nestHoles(shell, end); d != nil {
			return d
		}
	}
	return c.nestParts(shells)
}

// shells returns the first ring of each part.
func (c *checker) shells() []int32 {
	var shells []int32
	for i := range c.rings {
		if !c.rings[i].hole {
			shells = append(shells, int32(i))
		}
	}
	return shells
}

// nestHoles checks the holes shell+1 .. end-1 of one part.
func (c *checker) nestHoles(shell, end int32) *Defect {
	for h := shell + 1; h < end; h++ {
		hole := &c.rings[h]
		if !c.touched[ordered(shell, h)] && sideOf(c.rings[shell].points, hole.points[0]) != inside {
			return &Defect{DefectHoleOutside, hole.points[0]}
		}
	}
	holes := make([]int32, 0, end-shell)
	for h := shell + 1; h < end; h++ {
		holes = append(holes, h)
	}
	return c.eachNear(holes, func(h, g int32) *Defect {
		if c.touched[ordered(h, g)] {
			return nil
		}
		for _, pair := range [2][2]int32{{h, g}, {g, h}} {
			if p := c.rings[pair[1]].points[0]; sideOf(c.rings[pair[0]].points, p) == inside {
				return &Defect{DefectHolesOverlap, p}
			}
		}
		return nil
	})
}

// nestParts checks that no part lies in the area of another; where rings of two parts touch, the nodes have decided.
func (c *checker) nestParts(shells []int32) *Defect {
	return c.eachNear(shells, func(s, t int32) *Defect {
		if c.joined[ordered(c.rings[s].part, c.rings[t].part)] {
			return nil
		}
		for _, pair := range [2][2]int32{{s, t}, {t, s}} {
			if p := c.rings[pair[1]].points[0]; c.inPart(pair[0], p) {
				return &Defect{DefectPartsOverlap, p}
			}
		}
		return nil
	})
}

// inPart reports whether p lies in the area of the part whose shell is ring s.
func (c *checker) inPart(s int32, p orb.Point) bool {
	if sideOf(c.rings[s].points, p) != inside {
		return false
	}
	for h := s + 1; h < int32(len(c.rings)) && c.rings[h].hole; h++ {
		if sideOf(c.rings[h].points, p) == inside {
			return false
		}
	}
	return true
}

// eachNear calls check for the pairs of rings whose boxes meet.
func (c *checker) eachNear(rings []int32, check func(r, q int32) *Defect) *Defect {
	slices.SortFunc(rings, func(r, q int32) int {
		return cmp.Compare(c.rings[r].box.Min[0], c.rings[q].box.Min[0])
	})
	for k, r := range rings {
		for _, q := range rings[k+1:] {
			if c.rings[q].box.Min[0] > c.rings[r].box.Max[0] {
				break
			}
			if !c.rings[r].box.Intersects(c.rings[q].box) {
				continue
			}
			if d := check(r, q); d != nil {
				return d
			}
		}
	}
	return nil
}
