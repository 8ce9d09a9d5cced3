package siting

import (
	"math"
	"slices"
)

// choice is what the states of the sites and P leave open.
type choice struct {
	forced, kept, free []int // sites, ascending
	picks              int   // free sites to choose
}

// choose checks the instance and lists the sites by state; exactly p forced and free ones are to be chosen.
func (x *Instance) choose(p int) (choice, error) {
	if err := x.check(); err != nil {
		return choice{}, err
	}
	return x.sorted(p)
}

// sorted lists the sites by state.
func (x *Instance) sorted(p int) (c choice, err error) {
	for i, s := range x.Sites {
		switch s.State {
		case Forced:
			c.forced = append(c.forced, i)
		case Kept:
			c.kept = append(c.kept, i)
		case Free:
			c.free = append(c.free, i)
		}
	}
	c.picks = p - len(c.forced)
	switch most := len(c.forced) + len(c.free); {
	case p < 0:
		return c, &InputError{Key: "p", Args: []any{"p", p}}
	case c.picks < 0:
		return c, &InfeasibleError{Key: "forced_exceed_p", Group: -1, Need: float64(len(c.forced))}
	case p > most:
		return c, &InfeasibleError{Key: "p_exceeds_sites", Group: -1, Need: float64(most)}
	}
	return c, nil
}

// open returns the sites that serve in any case, ascending.
func (c choice) open() []int { return ascending(c.forced, c.kept) }

// usable returns all sites that may serve, ascending.
func (c choice) usable() []int { return ascending(c.forced, c.kept, c.free) }

func ascending(lists ...[]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return all
}

// solution makes the parts of a Solution that every model has: the sites in order, who serves whom within the limit, who cannot be served.
func (x *Instance) solution(model string, sense Sense, sites []int, limit float64) *Solution {
	s := &Solution{Model: model, Sense: sense, Sites: ascending(sites), Assigned: make([]int32, len(x.Weights))}
	cost := make([]float64, len(x.Weights))
	reached := make([]bool, len(x.Weights))
	for j := range s.Assigned {
		s.Assigned[j] = -1
	}
	row := make([]float64, len(x.Weights))
	for i, site := range x.Sites {
		if site.State == Forbidden {
			continue
		}
		x.Costs.Row(i, row)
		open := site.State == Kept || slices.Contains(s.Sites, i)
		for j, d := range row {
			if d > limit || math.IsInf(d, 1) {
				continue
			}
			reached[j] = true
			if open && (s.Assigned[j] < 0 || d < cost[j]) {
				s.Assigned[j], cost[j] = int32(i), d
			}
		}
	}
	for j, w := range x.Weights {
		if !reached[j] {
			s.Unreachable += w
		}
	}
	return s
}
