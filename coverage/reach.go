package coverage

import (
	"math"

	"quarter/data"
	"quarter/geo"
)

// placePeople lists, community by community, who lives on which ground, and measures how far each ground lies from its nearest
// counted center.
func (a *analysis) placePeople() error {
	kind := a.kinds()[0]
	for i := range a.City.Communities {
		a.placesOf = append(a.placesOf, len(a.places))
		switch a.Community(i).Demand {
		case DemandGrid:
			for _, g := range a.gridsOf[i] {
				if n := kind.of(&a.City.Grids[g].Counts); n.Known {
					a.place(&a.grounds[g], n.V, i, g)
				}
			}
		case DemandCommunity, DemandEstimated:
			a.placeTotal(i, kind.of(&a.City.Communities[i].Counts).V)
		}
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

// placeTotal spreads a community's own total over its outline, or over its grids in proportion to their area.
func (a *analysis) placeTotal(i int, total float64) {
	if a.outlines[i].shape != nil {
		a.place(&a.outlines[i], total, i, data.None)
		return
	}
	area := a.communityGround(i).Total
	for _, g := range a.gridsOf[i] {
		if s := a.grounds[g].shape; s != nil {
			a.place(&a.grounds[g], total*s.Area()/area, i, g)
		}
	}
}

// within returns how many people of the place live within d of their nearest center.
func (p *place) within(d float64) float64 {
	if p.reach == nil {
		return p.people * indicator(p.near <= d)
	}
	return p.people * (p.reach.Within(geo.Length(d)) / p.reach.Area())
}

// measureReach fills Reach of every unit (COV-07), the distribution of the whole area, and the centroid distances.
func (a *analysis) measureReach() error {
	a.measureCentroids()
	a.Distances = a.distribution()
	return each(a.ctx, len(a.Units), a.Options.Threads, func(i int) {
		if len(a.disks.center) > 0 {
			a.Units[i].Reach = reachOf(a.placesIn(&a.Units[i]))
		}
	})
}

// placesIn returns the places of a unit, in order of community.
func (a *analysis) placesIn(u *Unit) []*place {
	first, last := 0, len(a.City.Communities)
	if u.Level == LevelCommunity {
		first, last = u.Index, u.Index+1
	}
	var out []*place
	for i := first; i < last; i++ {
		if !a.inside(i, u) {
			continue
		}
		for p := a.placesOf[i]; p < a.placesOf[i+1]; p++ {
			out = append(out, &a.places[p])
		}
	}
	return out
}

// inside reports whether community i belongs to unit u.
func (a *analysis) inside(i int, u *Unit) bool {
	street := a.City.Communities[i].Street
	switch u.Level {
	case LevelCommunity:
		return i == u.Index
	case LevelStreet:
		return street == u.Index
	case LevelDistrict:
		return a.City.Streets[street].District == u.Index
	}
	return true
}

// reachOf computes mean, quantiles and maximum of the distance by people:
// F(d) = share of people within d of a center; P50, P90 by root finding on F; mean = ∫ (1−F) dd = people-weighted mean distance.
func reachOf(places []*place) Reach {
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
	return Reach{
		Mean: data.Num(weighted.value() / total),
		P50:  data.Num(quantile(places, 0.5*total, farthest)),
		P90:  data.Num(quantile(places, 0.9*total, farthest)),
		Max:  data.Num(farthest),
	}
}

// precision of a quantile, m.
const precision = 1e-7

// quantile returns the smallest distance within which `people` residents live, to 1e-7 m. Regula falsi by the Illinois rule, with a
// bisection every fourth step for the jumps that points make; places that no longer matter are left out as the bracket narrows.
func quantile(places []*place, people, farthest float64) float64 {
	lo, hi := 0.0, farthest
	below, above := -people, 0.0 // people(lo) − people and people(hi) − people, weighted
	for _, p := range places {
		above += p.people
	}
	above -= people
	settled := 0.0 // people of places that lie wholly within lo
	open, side := places, 0
	for step := 1; hi-lo > precision; step++ {
		// A guess next to one end is moved off it, so that the next answer closes the bracket.
		at := math.Max(lo+precision/2, math.Min(hi-precision/2, lo+(hi-lo)*below/(below-above)))
		if step%4 == 0 {
			at = (lo + hi) / 2
		}
		var count sum
		count.add(settled)
		for _, p := range open {
			count.add(p.within(at))
		}
		excess := count.value() - people
		if reached(count.value(), people) {
			hi, above = at, math.Max(excess, 0)
			if side == 1 {
				below /= 2
			}
			side = 1
		} else {
			lo, below = at, excess
			if side == -1 {
				above /= 2
			}
			side = -1
		}
		open, settled = stillOpen(open, lo, hi, settled)
	}
	return hi
}

// stillOpen leaves out the places whose distances all lie beyond hi, and settles those that lie within lo.
func stillOpen(open []*place, lo, hi, settled float64) ([]*place, float64) {
	kept := make([]*place, 0, len(open))
	for _, p := range open {
		switch {
		case p.far <= lo:
			settled += p.people
		case p.near <= hi:
			kept = append(kept, p)
		}
	}
	return kept, settled
}

// Steps of the distance distribution: 100 m bars up to 3 km, the rest in one.
const (
	distanceStep = 100
	distanceBars = 30
)

// distribution bins the people of the whole area by the distance to their nearest counted center.
func (a *analysis) distribution() Distribution {
	d := Distribution{Step: distanceStep, People: make([]float64, distanceBars)}
	if len(a.disks.center) == 0 {
		return d
	}
	bars := make([]sum, distanceBars)
	var total, beyond sum
	for i := range a.places {
		p := &a.places[i]
		total.add(p.people)
		before := 0.0
		for k := max(0, int(math.Ceil(math.Min(p.near/distanceStep, distanceBars+1)))-1); k < distanceBars && before < p.people; k++ {
			reached := p.within(float64(k+1) * distanceStep)
			bars[k].add(reached - before)
			before = reached
		}
		beyond.add(p.people - before)
	}
	for k := range bars {
		d.People[k] = bars[k].value()
	}
	d.Beyond, d.Total = beyond.value(), total.value()
	return d
}

// measureCentroids fills the distance from the centroid of every grid and community to its nearest counted center.
func (a *analysis) measureCentroids() {
	for i := range a.City.Grids {
		a.Grids[i].Nearest, a.Grids[i].NearestCentroid = a.nearest(a.City.Grids[i].Point)
	}
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
}
