package siting

import (
	"slices"

	"quarter/data"
	"quarter/geo"
)

// explain fills what a plan says about its sites, which are ranked.
func (t *study) explain(order []int) error {
	t.pick(order)
	if t.Request.Model != "" {
		t.runnersUp(order)
		if err := t.curve(order); err != nil {
			return err
		}
		if err := t.tradeoffs(order); err != nil {
			return err
		}
		if err := t.robustness(order); err != nil {
			return err
		}
	}
	t.losses()
	t.served()
	return nil
}

// rank orders the sites of a plan: each covers most in addition to those before it; ties by number. A gain never grows while sites are
// added, so that an old one is an upper bound and only those that still top the best are measured again.
func (t *study) rank(sites []int) []int {
	bounds := make([]float64, len(sites))
	for k := range bounds {
		bounds[k] = inf
	}
	left, c := slices.Clone(sites), t.exact.nothing()
	for len(left) > 0 {
		best, gain := -1, -1.0
		for k := range left {
			if bounds[k] > gain {
				bounds[k] = t.exact.gain(c, left[k])
			}
			if bounds[k] > gain*(1+1e-9) {
				best, gain = k, bounds[k]
			}
		}
		c = t.exact.cover(append(c.sites, left[best]))
		left, bounds = slices.Delete(left, best, best+1), slices.Delete(bounds, best, best+1)
	}
	return c.sites
}

// pick fills Picks, in the order of the sites.
func (t *study) pick(order []int) {
	all := t.exact.cover(order)
	cohorts := make([][]float64, len(t.base.Cohorts))
	for k := range cohorts {
		cohorts[k] = t.exactOf(t.base.CohortSpots(k), t.base.CountedDisks()).steps(order)
	}
	var households []float64
	if t.base.Total().Households.Known > 0 {
		households = t.exactOf(t.base.HouseholdSpots(), t.base.CountedDisks()).steps(order)
	}
	distances := t.nearestNow()
	before := t.exact.nothing()
	for n, site := range order {
		p := Pick{Rank: n + 1, Candidate: site, RunnerUp: -1}
		t.gainOf(&p, before)
		p.Covered = t.start + before.people + p.Gain
		p.Share = p.Covered / t.total
		p.Alone = all.people - t.exact.cover(slices.Delete(slices.Clone(order), n, n+1)).people
		p.Within = t.whole.gain(t.whole.nothing(), site)
		p.Overlap = max(0, p.Within-p.Alone)
		for k := range cohorts {
			p.Cohorts = append(p.Cohorts, cohorts[k][n])
		}
		if households != nil {
			p.Households = data.Num(households[n])
		}
		p.Nearer, p.Saved = t.save(distances, t.Candidates[site].Point)
		t.costOf(&p)
		t.plan.Picks = append(t.plan.Picks, p)
		before = t.exact.cover(order[:n+1])
	}
}

// steps are what each site adds to those before it.
func (e *exact) steps(order []int) []float64 {
	out, before := make([]float64, len(order)), 0.0
	for n := range order {
		people := e.cover(order[:n+1]).people
		out[n], before = people-before, people
	}
	return out
}

// gainOf fills the gain of a pick, and whose it is.
func (t *study) gainOf(p *Pick, before *covering) {
	people := make(map[int]float64)
	t.exact.gains(before, p.Candidate, func(spot int, gain float64) {
		p.Gain += gain
		people[t.exact.Spots[spot].Community] += gain
	})
	for m, n := range people {
		p.Communities = append(p.Communities, CommunityGain{m, n})
	}
	slices.SortFunc(p.Communities, mostFirst)
}

// costOf fills what a pick costs, and what its community was short of.
func (t *study) costOf(p *Pick) {
	c := &t.Candidates[p.Candidate]
	if c.Community != data.None {
		if f := t.base.Community(c.Community).Floor; f.Evaluated > 0 {
			p.FloorShort = data.Num(f.Gap)
		}
	}
	if c.Price.Known || t.Request.SitePrice > 0 {
		p.Price = data.Num(t.price(p.Candidate))
		if p.Gain > 0 {
			p.PerPerson = data.Num(p.Price.V / p.Gain)
		}
	}
}

// nearestNow is how far everybody is from the nearest counted center, m; +Inf where there is none.
func (t *study) nearestNow() []float64 {
	set, out := geo.NewDisks(t.base.CountedDisks()), make([]float64, len(t.all.points))
	eachIndex(len(out), t.Search.Threads, func(j int) {
		_, d := set.Nearest(t.all.points[j])
		out[j] = d.Meters()
	})
	return out
}

// save counts the people to whom a new center at p is nearer than any other, and how many metres that saves them on average, which nobody knows
// where none stood; the distances become those with it.
func (t *study) save(distances []float64, p Point) (nearer float64, saved data.Number) {
	now, sum := make([]float64, len(distances)), 0.0
	eachIndex(len(now), t.Search.Threads, func(j int) { now[j] = geo.Distance(t.all.points[j], p).Meters() })
	for j, d := range now {
		if d < distances[j] {
			nearer += t.all.weights[j]
			sum += t.all.weights[j] * (distances[j] - d)
			distances[j] = d
		}
	}
	if nearer > 0 {
		saved = finite(sum / nearer)
	}
	return nearer, saved
}

// runnersUp fills the best other candidate in the place of each pick.
func (t *study) runnersUp(order []int) {
	if !t.covers() {
		return
	}
	for n := range order {
		if t.Candidates[order[n]].State != Free || t.late() {
			continue
		}
		p := &t.plan.Picks[n]
		other, more := t.substitute(order, n)
		if p.RunnerUp = other; other >= 0 {
			p.RunnerUpLoss = max(0, -more)
		}
	}
}

// served fills the shares of every community, where a least share was asked for.
func (t *study) served() {
	if t.Request.Floor == 0 && t.Request.Model != (LeastShare{}).Key() {
		return
	}
	whom := t.Request.Objective
	for m := range t.base.City.Communities {
		total, before := whom.Of(t.plan.Before.Community(m))
		if total == 0 {
			t.plan.LeftOut = append(t.plan.LeftOut, m)
			continue
		}
		_, after := whom.Of(t.plan.After.Community(m))
		t.plan.Served = append(t.plan.Served, ServedShare{m, before / total, after / total})
		if t.movable != nil && !t.movable[m] && after < total*(1-1e-9) {
			t.plan.Fixed = append(t.plan.Fixed, m)
		}
	}
}
