package siting

// LeastShare is the lexicographic max-min of coverage: choose P sites so that the smallest covered share of any group is largest, and among
// all such choices the weight within the radius. Symbols as in Floor.
//
// Value and Bound are the smallest share, 0 to 1. Proven says that both the share and, for it, the weight cannot be better.
type LeastShare struct {
	P      int
	Radius float64 // in the unit of the costs, edge included
	Search Search
}

// Key returns "least-share".
func (LeastShare) Key() string { return "least-share" }

// Solve finds the sites.
func (m LeastShare) Solve(ctx Context, x *Instance) (*Solution, error) {
	g, err := x.groupPairs(m.P, m.Radius)
	if err != nil {
		return nil, err
	}
	share := g.share(ctx, m.Search)
	share.run()
	s := g.floor(ctx, share.record.first, m.Search)
	s.offer(share.best)
	s.run()
	found := s.solution(m, Maximize, m.Radius)
	found.Value, _ = g.covered(ascending(s.always(), s.best))
	found.Bound = max(share.bound, found.Value)
	found.Proven = s.done && share.done
	found.Work.Evaluations += share.rounds
	found.Work.Nodes += share.nodes
	return found, nil
}
