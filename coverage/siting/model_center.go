package siting

import (
	"math"
	"slices"
)

// Center is the p-center problem (Hakimi 1964): choose P sites so that the largest distance of any demand to its nearest open site is least.
//
//	minimise r;  r >= d_ij for each demand j and the open site i nearest to it;  sum y_i = P.
//
// Demand of weight 0 does not count, since nobody waits there, unless All is set (PySAL spopt counts all demand). The value is in the unit
// of the costs. Solved by a binary search over the distinct distances, each step a cover test (Minieka 1970) on a few demands only; demand
// that a cover leaves out joins them (Chen and Chen 2009).
type Center struct {
	P      int
	All    bool // demand of weight 0 counts too
	Search Search
}

// Key returns "center".
func (Center) Key() string { return "center" }

// Solve finds the sites. Demand that no site can serve, or too few sites for all, are an InfeasibleError.
func (m Center) Solve(ctx Context, x *Instance) (*Solution, error) {
	c, err := x.choose(m.P)
	if err != nil {
		return nil, err
	}
	s := newCenterSearch(ctx, x, c, m)
	if err := s.reachable(); err != nil {
		return nil, err
	}
	s.start()
	s.narrow()
	if math.IsInf(s.value, 1) {
		return nil, s.tooFew()
	}
	picks := s.fill(s.best)
	found := x.solution(m.Key(), Minimize, slices.Concat(c.forced, picks), math.Inf(1))
	found.Value = s.farthest(picks)
	found.Bound = min(s.least, found.Value)
	found.Proven = found.Bound == found.Value
	found.Cut = ctx.Err() != nil && !found.Proven
	found.Work = Work{Demands: len(s.rows), Sites: len(c.usable()), Evaluations: s.work.did.Evaluations, Nodes: s.work.did.Nodes}
	return found, nil
}
