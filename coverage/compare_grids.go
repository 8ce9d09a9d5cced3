package coverage

import (
	"cmp"
	"slices"

	"quarter/data"
)

// GridPair is a grid on both sides, as indexes into City.Grids.
type GridPair struct {
	Before, After int
	People        [2]data.Number
	Share         [2]data.Number // of its ground inside the circles
}

// compareGrids finds the grids with another share or count; grids are matched by code within the same community, where both are unique.
func (c *Comparison) compareGrids() {
	before := gridsByCode(c.Before.Result)
	for code, j := range gridsByCode(c.After.Result) {
		i, ok := before[code]
		if !ok {
			continue
		}
		p := GridPair{
			Before: i, After: j, People: [2]data.Number{c.Before.Result.Grids[i].People, c.After.Result.Grids[j].People},
			Share: [2]data.Number{c.Before.Result.said(c.Before.Result.Grids[i].Share), c.After.Result.said(c.After.Result.Grids[j].Share)},
		}
		if differ(p.People) || differ(p.Share) {
			c.Grids = append(c.Grids, p)
		}
	}
	slices.SortFunc(c.Grids, func(x, y GridPair) int { return cmp.Compare(x.After, y.After) })
}

func differ(v [2]data.Number) bool {
	return v[0].Known != v[1].Known || Change(v[0].V, v[1].V) != 0
}

// gridsByCode are the grids whose code no other has.
func gridsByCode(r *Result) map[string]int {
	return uniqueKeys(0, len(r.City.Grids), func(i int) string { return r.City.Grids[i].Code })
}
