package coverage

import (
	"math"
	"sort"

	"quarter/data"
	"quarter/geo"
)

// placePeople lists, community by community, who lives on which ground, and measures how far each ground lies from its nearest
// counted center.
func (a *analysis) placePeople() error {
	kind := a.kinds()[0]
	inGrid := func(g int) data.Number { return kind.of(&a.City.Grids[g].Counts) }
	for i := range a.City.Communities {
		a.placesOf = append(a.placesOf, len(a.places))
		a.lodge(i, kind.of(&a.City.Communities[i].Counts), inGrid, func(people float64, grid int) {
			ground := &a.outlines[i]
			if grid != data.None {
				ground = &a.grounds[grid]
			}
			a.place(ground, people, i, grid)
		})
	}
	a.placesOf = append(a.placesOf, len(a.places))
	return each(a.ctx, len(a.places), a.Options.Threads, func(i int) {
		a.places[i].measure(a.disks.base)
	})
}

func (p *place) measure(disks *geo.Disks) {
	if p.ground.shape == nil {
		_, d := disks.Nearest(p.ground.point)
		p.near, p.far, p.mean = d.Meters(), d.Meters(), d.Meters()
		return
	}
	p.reach = disks.Reach(p.ground.shape)
	near, far := p.reach.Range()
	p.near, p.far, p.mean = near.Meters(), far.Meters(), p.reach.Mean().Meters()
}

func (a *analysis) place(g *ground, people float64, community, grid int) {
	if people > 0 {
		a.Basis.Points = a.Basis.Points || g.shape == nil
		a.places = append(a.places, place{ground: g, people: people, community: community, grid: grid})
	}
}

// within returns how many people of the place live within d of their nearest center.
func (p *place) within(d float64) float64 {
	n, _ := p.withinPace(d)
	return n
}

// withinPace returns within, and how many people a metre more would add.
func (p *place) withinPace(d float64) (people, pace float64) {
	if p.reach == nil {
		return p.people * indicator(p.near <= d), 0
	}
	area, pace := p.reach.WithinPace(geo.Length(d))
	return p.people * (area / p.reach.Area()), p.people * (pace / p.reach.Area())
}

// measureReach fills Reach of every unit (COV-07), and the centroid distances.
func (a *analysis) measureReach() error {
	if err := a.measureCentroids(); err != nil || len(a.disks.center) == 0 {
		return err
	}
	below := a.communitiesBelow()
	return eachChunk(a.ctx, len(below), a.Options.Threads, 1, func(i int) {
		a.unit(i).Reach = a.reachOf(a.unit(i), a.placesOn(below[i]))
	})
}

// communitiesBelow lists the communities of every unit, itself included, in the city's order.
func (a *analysis) communitiesBelow() [][]int {
	below := make([][]int, len(a.Units)+len(a.Groups))
	for i := range a.City.Communities {
		for u := a.start[LevelCommunity] + i; u >= 0; u = a.Units[u].Parent {
			below[u] = append(below[u], i)
		}
		if g := a.groupOf(i); g != nil {
			below[len(a.Units)+g.Index] = append(below[len(a.Units)+g.Index], i)
		}
	}
	return below
}

// placesOn returns the places of some communities, in their order.
func (a *analysis) placesOn(communities []int) []*place {
	var out []*place
	for _, i := range communities {
		for p := a.placesOf[i]; p < a.placesOf[i+1]; p++ {
			out = append(out, &a.places[p])
		}
	}
	return out
}

// reachOf computes mean, quantiles and maximum of the distance by people:
// F(d) = share of people within d of a center, the curve; quantiles are its inverse; mean = ∫ (1−F) dd = people-weighted mean distance.
func (a *analysis) reachOf(u *Unit, places []*place) Reach {
	var people, weighted sum
	farthest := 0.0
	for _, p := range places {
		people.add(p.people)
		weighted.add(p.people * p.mean)
		farthest = math.Max(farthest, p.far)
	}
	total := people.value()
	if total == 0 {
		return Reach{}
	}
	scratch := make([]*place, len(places))
	at := func(share float64) data.Number {
		people := share * total * (1 - 1e-9) // within 1e-9 of a share is that share: see reached
		return data.Num(quantile(places, people, a.bracketOf(u, people, farthest), scratch))
	}
	return Reach{Mean: data.Num(weighted.value() / total), P50: at(0.5), P80: at(0.8), P90: at(0.9), P95: at(0.95), Max: data.Num(farthest)}
}

// bracket is two distances: fewer people live within lo than are looked for, at least as many within hi.
type bracket struct {
	lo, hi       float64
	below, above float64 // people within lo and hi at the start, less those looked for
}

// bracketOf takes the neighbours on the unit's curve.
func (a *analysis) bracketOf(u *Unit, people, farthest float64) bracket {
	b := bracket{hi: farthest, below: -people, above: u.People.Total - people}
	k := sort.Search(len(u.Within), func(k int) bool { return u.Within[k] >= people })
	if k > 0 {
		b.lo, b.below = a.Radii[k-1], u.Within[k-1]-people
	}
	if k < len(u.Within) && a.Radii[k] < farthest {
		b.hi, b.above = a.Radii[k], u.Within[k]-people
	}
	return b
}

// precision of a quantile, m.
const precision = 1e-7

// quantile returns the smallest distance within which `people` residents live, to 1e-7 m: Newton's method between two ends, with a
// bisection where four steps did not narrow the bracket well, as at the jumps that points make; places that no longer matter are left
// out as it narrows. The scratch space is as long as the places.
func quantile(places []*place, people float64, b bracket, scratch []*place) float64 {
	open, settled := stillOpen(scratch, places, b, 0) // settled: people of places that lie wholly within lo
	at, width := b.guess(), b.hi-b.lo
	for step := 1; b.hi-b.lo > precision; step++ {
		var count sum
		count.add(settled)
		pace := 0.0
		for _, p := range open {
			n, faster := p.withinPace(at)
			count.add(n)
			pace += faster
		}
		at = b.narrow(at, count.value()-people, pace)
		if step%4 == 0 {
			if b.hi-b.lo > width/16 {
				at = (b.lo + b.hi) / 2
			}
			width = b.hi - b.lo
		}
		open, settled = stillOpen(open, open, b, settled)
	}
	return b.hi
}

// guess is where the line between both ends meets 0, inside the bracket.
func (b *bracket) guess() float64 {
	at := b.lo + (b.hi-b.lo)*b.below/(b.below-b.above)
	return math.Max(b.lo+precision/2, math.Min(b.hi-precision/2, at))
}

// narrow moves one end and returns where to look next: a Newton step, and a quarter of the precision more, so that it comes down on the
// other side and the bracket closes.
func (b *bracket) narrow(at, excess, pace float64) float64 {
	next := at - excess/pace
	if excess >= 0 {
		b.hi = at
		next -= precision / 4
	} else {
		b.lo = at
		next += precision / 4
	}
	if !(next > b.lo && next < b.hi) { // NaN where nobody lives at this distance
		return (b.lo + b.hi) / 2
	}
	return next
}

// stillOpen leaves out the places whose distances all lie beyond hi, and settles those that lie within lo. What it keeps it writes to
// kept, which may be open itself.
func stillOpen(kept, open []*place, b bracket, settled float64) ([]*place, float64) {
	kept = kept[:0]
	for _, p := range open {
		switch {
		case p.far <= b.lo:
			settled += p.people
		case p.near <= b.hi:
			kept = append(kept, p)
		}
	}
	return kept, settled
}

// measureCentroids fills the distance from the centroid of every grid and community to its nearest counted center.
func (a *analysis) measureCentroids() error {
	err := each(a.ctx, len(a.City.Grids), a.Options.Threads, func(i int) {
		a.Grids[i].Nearest, a.Grids[i].NearestCentroid = a.nearest(a.City.Grids[i].Point)
	})
	for i := range a.City.Communities {
		if s := a.City.Communities[i].Shape; s != nil {
			u := a.Community(i)
			u.NearestCenter, u.NearestCentroid = a.nearest(s.Centroid())
		}
	}
	for i := range a.places {
		if p := &a.places[i]; p.grid != data.None && len(a.disks.center) > 0 {
			a.Grids[p.grid].NearestMean = data.Num(p.mean)
		}
	}
	return err
}
