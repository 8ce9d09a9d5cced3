package siting

import "math"

// Floor is maximal cover with a least share for every group (epsilon constraint; Ogryczak 2000 on equity in location): choose P sites so that
// the weight within the radius is largest, and of each group at least the share Least is covered.
//
//	maximise sum w_j z_j;  z_j <= sum over i within Radius of y_i;  sum over j in g of w_j z_j >= Least W_g;  sum y_i = P
//
// W_g is all weight of the group, that which no site reaches included. A group without weight asks for nothing. Kept centers cover too and
// count in the value.
type Floor struct {
	P      int
	Radius float64 // in the unit of the costs, edge included
	Least  float64 // 0 to 1
	Search Search
}

// Key returns "floor".
func (Floor) Key() string { return "floor" }

// Solve finds the sites. Where the least share cannot be had the InfeasibleError names a group and the largest least share that can.
func (m Floor) Solve(ctx Context, x *Instance) (*Solution, error) {
	if !(m.Least >= 0 && m.Least <= 1) {
		return nil, &InputError{Key: "least", Args: []any{"least", m.Least}}
	}
	g, err := x.groupPairs(m.P, m.Radius)
	if err != nil {
		return nil, err
	}
	if err := g.beyond(m.Least); err != nil {
		return nil, err
	}
	s := g.floor(ctx, m.Least, m.Search)
	if m.Least <= g.most(ctx, m.Search) {
		s.startFrom(MCLP{P: m.P, Radius: m.Radius, Search: m.Search.lighter()})
		s.run()
	} else {
		s.done = true
	}
	if math.IsInf(s.target(), -1) {
		share := g.share(ctx, m.Search)
		share.run()
		if share.record.first < m.Least {
			return nil, g.short(m.Least, s, share)
		}
		s.offer(share.best)
	}
	found := s.solution(m, Maximize, m.Radius)
	found.Value, found.Bound = s.record.second, max(s.bound, s.record.second)
	return found, nil
}
