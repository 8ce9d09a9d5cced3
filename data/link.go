package data

import (
	"cmp"
	"slices"
)

// Link completes the hierarchy: it orders every layer by code, then name, then file order, and puts virtual units where a parent is
// None, so that after it every grid has a community, every community a street, every street a district. Call it once, last.
func (c *City) Link() {
	c.addVirtual()
	districts := order(c.Districts, func(d *District) *Unit { return &d.Unit })
	streets := order(c.Streets, func(s *Street) *Unit { return &s.Unit })
	communities := order(c.Communities, func(m *Community) *Unit { return &m.Unit })
	grids := order(c.Grids, func(g *Grid) *Unit { return &g.Unit })
	centers := orderSpots(c.Centers, func(s *Center) (string, string) { return s.Code, s.Name })
	candidates := orderSpots(c.Candidates, func(s *Candidate) (string, string) { return s.Code, s.Name })

	c.Districts, c.Streets = permute(c.Districts, districts), permute(c.Streets, streets)
	c.Communities, c.Grids = permute(c.Communities, communities), permute(c.Grids, grids)
	c.Centers, c.Candidates = permute(c.Centers, centers), permute(c.Candidates, candidates)
	c.permuteAttributes(map[Layer][]int{LayerDistricts: districts, LayerStreets: streets, LayerCommunities: communities, LayerGrids: grids, LayerCenters: centers})
	c.permuteCohorts(grids, communities)

	toDistrict, toStreet, toCommunity, toGrid := inverse(districts), inverse(streets), inverse(communities), inverse(grids)
	for i := range c.Streets {
		c.Streets[i].District = moved(toDistrict, c.Streets[i].District)
	}
	for i := range c.Communities {
		c.Communities[i].Street = moved(toStreet, c.Communities[i].Street)
	}
	for i := range c.Grids {
		c.Grids[i].Community = moved(toCommunity, c.Grids[i].Community)
	}
	for i := range c.Candidates {
		c.Candidates[i].Community = moved(toCommunity, c.Candidates[i].Community)
	}
	for i := range c.Centers {
		s := &c.Centers[i]
		served := make([]int, len(s.Communities))
		for k, m := range s.Communities {
			served[k] = moved(toCommunity, m)
		}
		slices.Sort(served)
		s.Communities = served
		s.Street, s.District, s.Grid = moved(toStreet, s.Street), moved(toDistrict, s.District), moved(toGrid, s.Grid)
	}
}

// addVirtual puts one virtual unit at each level that some unit below has no parent in.
func (c *City) addVirtual() {
	orphanGrid := slices.ContainsFunc(c.Grids, func(g Grid) bool { return g.Community == None })
	if orphanGrid {
		c.Communities = append(c.Communities, Community{Unit: Unit{Virtual: true}, Street: None})
		for i := range c.Grids {
			if c.Grids[i].Community == None {
				c.Grids[i].Community = len(c.Communities) - 1
			}
		}
	}
	if slices.ContainsFunc(c.Communities, func(m Community) bool { return m.Street == None }) {
		c.Streets = append(c.Streets, Street{Unit: Unit{Virtual: true}, District: None})
		for i := range c.Communities {
			if c.Communities[i].Street == None {
				c.Communities[i].Street = len(c.Streets) - 1
			}
		}
	}
	if slices.ContainsFunc(c.Streets, func(s Street) bool { return s.District == None }) {
		c.Districts = append(c.Districts, District{Unit: Unit{Virtual: true}})
		for i := range c.Streets {
			if c.Streets[i].District == None {
				c.Streets[i].District = len(c.Districts) - 1
			}
		}
	}
}

// order returns the old positions in the new order: real units by code and name, virtual ones last.
func order[T any](items []T, unit func(*T) *Unit) []int {
	return sortedPositions(len(items), func(a, b int) int {
		x, y := unit(&items[a]), unit(&items[b])
		if x.Virtual != y.Virtual {
			if x.Virtual {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(x.Code, y.Code), cmp.Compare(x.Name, y.Name))
	})
}

// orderSpots is order for what stands at a point.
func orderSpots[T any](items []T, called func(*T) (code, name string)) []int {
	return sortedPositions(len(items), func(a, b int) int {
		codeA, nameA := called(&items[a])
		codeB, nameB := called(&items[b])
		return cmp.Or(cmp.Compare(codeA, codeB), cmp.Compare(nameA, nameB))
	})
}

func sortedPositions(n int, compare func(a, b int) int) []int {
	at := make([]int, n)
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, compare)
	return at
}

// permute returns the items in a new order, which often is the old one.
func permute[T any](items []T, at []int) []T {
	if slices.IsSorted(at) {
		return items
	}
	out := make([]T, len(at))
	for to, from := range at {
		out[to] = items[from]
	}
	return out
}

func (c *City) permuteAttributes(at map[Layer][]int) {
	for layer, fields := range c.Attributes {
		for f, values := range fields {
			fields[f] = permute(grown(values, len(at[layer])), at[layer])
		}
	}
}

func (c *City) permuteCohorts(grids, communities []int) {
	for i := range c.Cohorts {
		k := &c.Cohorts[i]
		k.Grids, k.Communities = permute(grown(k.Grids, len(grids)), grids), permute(grown(k.Communities, len(communities)), communities)
	}
}

// grown adds what the units made since then have: no value.
func grown(values []Number, n int) []Number {
	return append(slices.Clip(values), make([]Number, n-len(values))...)
}

func inverse(at []int) []int {
	out := make([]int, len(at))
	for to, from := range at {
		out[from] = to
	}
	return out
}

func moved(to []int, i int) int {
	if i == None {
		return None
	}
	return to[i]
}
