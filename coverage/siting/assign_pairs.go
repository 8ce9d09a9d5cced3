package siting

import (
	"math"
	"slices"
)

// assignPairs are the pairs of usable site and demand of positive weight within the limit: what the models with capacities or groups work
// on. A place is the position of a site among the usable ones.
type assignPairs struct {
	x      *Instance
	choice choice
	sites  []int     // usable, ascending
	weight []float64 // of each demand; 0 where no place reaches it
	state  []bool    // of each place: open in any case
	start  []int     // of the pairs of each place, and one past the last
	demand []int32   // of each pair
	cost   []float64 // of each pair
}

// assignLimit is the largest number of pairs that is held at once, 12 bytes each.
const assignLimit = 1 << 27

func (x *Instance) assignPairs(c choice, limit float64) (*assignPairs, error) {
	a := &assignPairs{x: x, choice: c, sites: c.usable(), start: []int{0}, weight: make([]float64, len(x.Weights))}
	row := make([]float64, len(x.Weights))
	for _, i := range a.sites {
		x.Costs.Row(i, row)
		for j, d := range row {
			if d <= limit && !math.IsInf(d, 1) && x.Weights[j] > 0 {
				a.demand = append(a.demand, int32(j))
				a.cost = append(a.cost, d)
				a.weight[j] = x.Weights[j]
			}
		}
		a.start = append(a.start, len(a.demand))
		a.state = append(a.state, x.Sites[i].State != Free)
		if len(a.demand) > assignLimit {
			return nil, &InputError{Key: "pairs", Args: []any{"sites", len(a.sites), "demands", len(x.Weights), "limit", assignLimit}}
		}
	}
	return a, nil
}

// of returns the demands and costs of a place.
func (a *assignPairs) of(place int) ([]int32, []float64) {
	from, to := a.start[place], a.start[place+1]
	return a.demand[from:to], a.cost[from:to]
}

// total is the weight of the demand that any place reaches.
func (a *assignPairs) total() (sum float64) {
	for _, w := range a.weight {
		sum += w
	}
	return sum
}

// always lists the places that are open in any case.
func (a *assignPairs) always() []int {
	var open []int
	for place, s := range a.state {
		if s {
			open = append(open, place)
		}
	}
	return open
}

// every lists all places.
func (a *assignPairs) every() []int {
	all := make([]int, len(a.sites))
	for place := range all {
		all[place] = place
	}
	return all
}

// nearest is what each demand costs from the nearest of some places, +Inf where none reaches it.
func (a *assignPairs) nearest(places []int) []float64 {
	near := make([]float64, len(a.weight))
	for j := range near {
		near[j] = math.Inf(1)
	}
	for _, place := range places {
		demands, costs := a.of(place)
		for k, j := range demands {
			near[j] = min(near[j], costs[k])
		}
	}
	return near
}

// chosen lists the sites at open places but for the kept ones.
func (a *assignPairs) chosen(open []int) []int {
	var sites []int
	for _, place := range open {
		if i := a.sites[place]; a.x.Sites[i].State != Kept {
			sites = append(sites, i)
		}
	}
	return ascending(sites)
}

// picked lists the places of those of the sites that are not open in any case.
func (a *assignPairs) picked(sites []int) []int {
	var places []int
	for place, i := range a.sites {
		if !a.state[place] && slices.Contains(sites, i) {
			places = append(places, place)
		}
	}
	return places
}
