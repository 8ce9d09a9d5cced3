package siting

import (
	"cmp"
	"slices"

	"quarter/geo"
)

// reachTries is how often the share asked for on points is raised until the plan reaches it by areas.
const reachTries = 4

// reach finds the fewest sites with which the share of people is covered that was asked for, by exact areas: the model is asked for a
// little more on points until that is so, and at last sites are added by exact gains.
func (t *study) reach() ([]int, error) {
	want, most := max(0, t.Request.Cover*t.total-t.before()), t.reachable()
	if t.Request.Model == (LSCP{}).Key() { // everybody within reach
		t.plan.Beyond = max(0, t.total-t.before()-most)
		want = most
	}
	t.want = want
	if want <= 1e-9*t.total && len(t.forced()) == 0 {
		t.plan.Solution = &Solution{Model: t.Request.Model, Sense: Minimize, Proven: true, Unreachable: max(0, t.open.total()-t.onPoints(t.usable()))}
		return nil, nil
	}
	if most < want-1e-9*t.total {
		return nil, &InfeasibleError{Key: "cover_unreachable", Group: -1, Need: (t.before() + most) / t.total}
	}
	all := t.onPoints(t.usable()) // on points a little may be out of reach that is within it by areas
	var sites []int
	for try, asked := 0, want; try < reachTries; try++ {
		x := t.openInstance()
		found, err := t.fewest(x, min(asked, all)/t.open.total(), asked >= all, t.limit, t.Search).Solve(t.ctx, x)
		if err != nil {
			return nil, err
		}
		if t.plan.Solution == nil { // its bound holds for what was asked; those of later tries for more
			t.plan.Solution = found
		}
		sites = slices.Clone(found.Sites)
		short := want - t.exact.cover(sites).people
		if short <= 1e-9*t.total || asked >= all || t.Matrix != nil {
			break
		}
		asked += max(short, 1e-6*t.total)
	}
	if t.Matrix == nil {
		sites = t.topUp(sites, want)
	}
	t.plan.Solution = t.plan.Solution.with(sites)
	t.plan.Solution.Unreachable += t.beyond
	return sites, nil
}

// with is a solution by the number of sites whose plan became another one: its bound stays.
func (s *Solution) with(sites []int) *Solution {
	out := *s
	out.Sites, out.Value = sites, float64(len(sites))
	out.Proven = s.Proven && out.Value == s.Bound
	return &out
}

// fewest is the model for a share of an instance. Where all within reach is asked for, and that is all, the instance loses whom nobody reaches.
func (t *study) fewest(x *Instance, share float64, all bool, radius float64, search Search) Model {
	if t.Request.Model == (LSCP{}).Key() && all {
		t.beyond = x.onlyReached(radius)
		return LSCP{Radius: radius, Search: search}
	}
	return Partial{Share: share, Radius: radius, Search: search}
}

// topUp adds sites by exact gain until so many people are newly covered, and then leaves out what has become needless.
func (t *study) topUp(sites []int, want float64) []int {
	c := t.exact.cover(sites)
	enough := func(c *covering) bool { return c.people >= want-1e-9*t.total }
	for !enough(c) {
		site := t.filler(c)
		if site < 0 {
			break // rounding: all that can be gained is gained
		}
		c = t.exact.cover(append(c.sites, site))
	}
	for k := len(c.sites) - 1; k >= 0; k-- {
		if t.Candidates[c.sites[k]].State == Free {
			if less := t.exact.cover(slices.Delete(slices.Clone(c.sites), k, k+1)); enough(less) {
				c = less
			}
		}
	}
	slices.Sort(c.sites)
	return c.sites
}

// filler is the free candidate that newly covers most people, be they so few that no point stands for them; -1 where none covers anybody. Who is
// uncovered on the grounds around a candidate bounds what it gains.
func (t *study) filler(c *covering) int {
	bounds, order := make([]float64, len(t.Candidates)), []int(nil)
	eachIndex(len(bounds), t.Search.Threads, func(i int) {
		t.exact.Around(t.exact.points[i], func(spot int) { bounds[i] += t.exact.Spots[spot].People * (1 - c.share[spot]) })
	})
	for i, b := range bounds {
		if b > 0 && t.Candidates[i].State == Free && !slices.Contains(c.sites, i) {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(bounds[b], bounds[a]), cmp.Compare(a, b)) })
	best, most := -1, 0.0
	for _, i := range order {
		if bounds[i] <= most {
			break
		}
		if g := t.exact.gain(c, i); g > most*(1+1e-9) {
			best, most = i, g
		}
	}
	return best
}

// usable lists the candidates that may be chosen.
func (t *study) usable() []int {
	var out []int
	for i := range t.Candidates {
		if s := t.Candidates[i].State; s == Free || s == Forced {
			out = append(out, i)
		}
	}
	return out
}

// reachable is how many people all candidates together newly cover: exactly, or by the user's costs.
func (t *study) reachable() float64 {
	if t.Matrix != nil {
		return t.onPoints(t.usable())
	}
	disks := t.base.CountedDisks()
	for _, i := range t.usable() {
		disks = append(disks, t.exact.Disk(t.Candidates[i].Point))
	}
	set, shares, sum := geo.NewDisks(disks), make([]float64, len(t.exact.Spots)), 0.0
	eachIndex(len(shares), t.Search.Threads, func(i int) {
		if s := &t.exact.Spots[i]; s.Shape != nil {
			shares[i] = set.UnionArea(s.Shape) / s.Shape.Area()
		} else if set.Covers(s.Point) {
			shares[i] = 1
		}
	})
	for i, s := range shares {
		sum += t.exact.Spots[i].People * max(0, s-t.exact.Spots[i].Share)
	}
	return sum
}
