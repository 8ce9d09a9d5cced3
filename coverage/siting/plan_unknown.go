package siting

import "quarter/data"

// Unknown is what a user's costs and the city do not have in common: codes, in the order of the city and of the file.
type Unknown struct {
	Candidates []string // that the file does not have: they reach nobody
	Centers    []string // counted centers that it does not have
	Demands    []string // grids or communities that it does not have
	Extra      []string // codes of the file that nothing in the city has
}

// unmatched names what does not match.
func unmatched(m data.CostMatch, candidates int, sites, demands []data.Label) *Unknown {
	u := &Unknown{Extra: append(append([]string{}, m.ExtraSites...), m.ExtraDemands...)}
	for _, i := range m.LostSites {
		if i < candidates {
			u.Candidates = append(u.Candidates, sites[i].Code)
		} else {
			u.Centers = append(u.Centers, sites[i].Code)
		}
	}
	for _, j := range m.LostDemands {
		u.Demands = append(u.Demands, demands[j].Code)
	}
	return u
}
