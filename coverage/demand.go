package coverage

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// kind is what is being counted: people by the run's basis, or households. They are never mixed.
type kind struct {
	of      func(*data.Counts) data.Number
	account func(*Unit) *Account
}

func (r *Result) kinds() [2]kind {
	basis := r.Basis.Basis
	return [2]kind{
		{func(c *data.Counts) data.Number { return c.Of(basis) }, func(u *Unit) *Account { return &u.People }},
		{func(c *data.Counts) data.Number { return c.Households }, func(u *Unit) *Account { return &u.Households }},
	}
}

// ground is a piece of land, or a point, with the shares of it that are covered.
type ground struct {
	shape              *geo.Shape
	point              orb.Point
	share, strict, own float64
	depth              depth // where people live
}

// place is some people on a ground: what distances and site ranking work on.
type place struct {
	ground    *ground
	people    float64
	community int
	grid      int        // or data.None where the community's outline is the ground
	reach     *geo.Reach // nil for a point
	// Distances to the nearest counted center, m: at which the first and the last resident is reached, and their mean. All equal for
	// a point.
	near, far, mean float64
}

// demandLevel decides where the people of a community are put (note a of DOMAIN 4.1): the grid level when every non-exempt grid has a
// value or the community has no total of its own; else the community's total, area-proportional.
func demandLevel(own data.Number, grids []data.Number, exempt []bool) Demand {
	complete, some := true, false
	for i, n := range grids {
		some = some || n.Known
		complete = complete && (n.Known || exempt[i])
	}
	switch {
	case some && (complete || !own.Known):
		return DemandGrid
	case own.Known && len(grids) == 0:
		return DemandCommunity
	case own.Known:
		return DemandEstimated
	}
	return DemandMissing
}

// measure computes the covered shares of one ground; deep asks for all depths too.
func (g *ground) measure(disks circles, community int, deep *depths) {
	if deep != nil {
		g.share = deep.measure(g, disks.base)
	} else {
		g.share = g.in(disks.base)
	}
	g.strict = g.in(disks.strict)
	if own := disks.own[community]; own != nil {
		g.own = g.in(own)
	}
}

// in returns the share of the ground that lies in at least one of the disks, 0 to 1.
func (g *ground) in(disks *geo.Disks) float64 {
	if g.shape == nil {
		return indicator(disks.Covers(g.point))
	}
	return disks.UnionArea(g.shape) / g.shape.Area()
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// mean returns the area-weighted covered shares of several grounds: the ground of a community that has no outline of its own.
func meanGround(grounds []*ground) (g ground, ok bool) {
	var area, share, strict, own sum
	for _, one := range grounds {
		if one.shape == nil {
			continue
		}
		a := one.shape.Area()
		area.add(a)
		share.add(a * one.share)
		strict.add(a * one.strict)
		own.add(a * one.own)
	}
	if area.value() == 0 {
		return ground{}, false
	}
	return ground{share: share.value() / area.value(), strict: strict.value() / area.value(), own: own.value() / area.value()}, true
}

// tally adds people on grounds to an account.
type tally struct{ total, covered, strict, own sum }

func (t *tally) add(people float64, g *ground) {
	t.total.add(people)
	t.covered.add(people * g.share)
	t.strict.add(people * g.strict)
	t.own.add(people * g.own)
}

func (t *tally) account(known, missing int) Account {
	a := Account{Total: t.total.value(), Covered: t.covered.value(), Strict: t.strict.value(), Own: t.own.value(), Known: known, Missing: missing}
	a.Uncovered = a.Total - a.Covered
	return a
}
