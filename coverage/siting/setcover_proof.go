package siting

import "math/bits"

// setProof says why no solution of a setCover is as good as some limit: a search tree, written down in the order of visit. Its check
// (proofCheck) knows nothing of the search, only the problem as it was before any reduction.
type setProof struct {
	steps []proofStep
	rows  []int32 // of the multipliers of all bounds
	units []int64 // the multipliers, in 1/2^shift
	shift uint
}

// proofStep is one step; what follows it holds in the part of the tree below.
type proofStep struct {
	kind proofKind
	a, b int32
}

type proofKind uint8

const (
	impliedRow    proofKind = iota // row a need not be looked at: row b must be covered, and whatever covers b covers a
	worseColumn                    // column a is dropped: column b covers the same for no more
	takeFirst                      // split on column a: taken in what follows, dropped in what follows that
	dropFirst                      // the other way round
	closed                         // the bound with the multipliers from a to b is above the limit: end of this branch
	priced                         // the bound with the multipliers from a to b; it drops or takes the columns of the next steps:
	pricedTaken                    // column a, as the bound without it is above the limit
	pricedDropped                  // column a, as the bound with it is
)

// proofShift is how many binary places the multipliers of a problem have, so that no sum of them overflows.
func (c *setCover) proofShift() uint {
	total := int64(1)
	for _, p := range c.price {
		total += p
	}
	for j := range c.once {
		total += c.once[j] + c.twice[j]
	}
	return uint(max(0, min(32, 50-bits.Len64(uint64(total)))))
}

func (p *setProof) step(kind proofKind, a, b int32) { p.steps = append(p.steps, proofStep{kind, a, b}) }

// bound writes a step with multipliers.
func (p *setProof) bound(kind proofKind, rows []int32, units []int64) {
	from := len(p.rows)
	p.rows = append(p.rows, rows...)
	p.units = append(p.units, units...)
	p.step(kind, int32(from), int32(len(p.rows)))
}
