package siting

// Dispersion is the p-dispersion problem (Kuby 1987): choose P sites so that the least distance between two of them is largest.
//
//	maximise D;  D <= d_ik for each pair of chosen sites i, k;  sum y_i = P.
//
// Distances are those of Instance.Between, the smaller of both directions; Costs and Weights may be nil. Forced sites count like all chosen
// ones. A kept center is a place to stay away from: its distance to each chosen site counts, that between two kept ones does not. The
// value is in the unit of Between. Solved by a search over the distinct distances, each step a clique search (Tomita et al. 2010).
type Dispersion struct {
	P      int
	Search Search
}

// Key returns "dispersion".
func (Dispersion) Key() string { return "dispersion" }

// Solve finds the sites. There must be two places between which there is a distance.
func (m Dispersion) Solve(ctx Context, x *Instance) (*Solution, error) {
	if err := x.checkBetween(); err != nil {
		return nil, err
	}
	c, err := x.sorted(m.P)
	if err != nil {
		return nil, err
	}
	if m.P == 0 || m.P == 1 && len(c.kept) == 0 {
		return nil, &InputError{Key: "dispersion_pair", Args: []any{"p", m.P, "kept", len(c.kept)}}
	}
	s := newDispersionSearch(ctx, x.Between, c, m.Search)
	s.start()
	s.narrow()
	found := &Solution{Model: m.Key(), Sense: Maximize, Sites: ascending(c.forced, s.best), Value: s.value, Bound: s.bound}
	found.Proven = s.value == s.bound
	found.Cut = ctx.Err() != nil && !found.Proven
	found.Work = Work{Sites: len(c.usable()), Evaluations: s.tests, Nodes: s.nodes}
	return found, nil
}

// checkBetween refuses a table of distances that does not fit the sites.
func (x *Instance) checkBetween() error {
	if x.Between == nil {
		return &InputError{Key: "no_between"}
	}
	columns, rows := x.Between.Size()
	if rows != len(x.Sites) || columns != rows {
		return &InputError{Key: "between_size", Args: []any{"sites", len(x.Sites), "rows", rows, "columns", columns}}
	}
	for i := range rows {
		for k := range columns {
			if d := x.Between.At(i, k); !(d >= 0) {
				return &InputError{Key: "between", Args: []any{"from", i, "to", k, "value", d}}
			}
		}
	}
	return nil
}
