package siting

// The gain curve goes on beyond the plan, to this many sites, or until a further one gains next to nobody.
const (
	curveLeast = 10
	curveGain  = 0.5 // people
)

// curveEffort is how much work the steps of the curve get that are not the plan itself.
const curveEffort = 0.2

// curve fills the gain curve: for every number of sites the best plan by coverage that was found, with its bound. Within a budget there is none:
// numbers of sites are another question.
func (t *study) curve(sites []int) error {
	if t.Request.Budget > 0 {
		return nil
	}
	start := t.before()
	t.plan.Curve = []Step{{Covered: start, Share: start / t.total, Bound: start, OnPoint: start, Proven: true}}
	last := min(t.choosable(), max(len(sites), curveLeast))
	for p := max(1, len(t.forced())); p <= last; p++ {
		if t.late() && p != len(sites) {
			continue
		}
		found, chosen, err := t.cover(p, sites)
		if err != nil {
			return err
		}
		covered, before := start+t.newly(chosen), t.plan.Curve[len(t.plan.Curve)-1].Covered
		if p > len(sites) && covered-before < curveGain {
			break
		}
		t.plan.Curve = append(t.plan.Curve, Step{
			P: p, Covered: covered, Share: covered / t.total, Bound: start + found.Bound, OnPoint: start + found.Value,
			Proven: found.Proven, Sites: chosen, Gain: covered - before,
		})
	}
	return nil
}

// cover is the plan of p sites that covers most people, and its bound; the plan itself where that is what was asked.
func (t *study) cover(p int, sites []int) (*Solution, []int, error) {
	if t.Request.Model == (MCLP{}).Key() && p == len(sites) {
		return t.plan.Solution, sites, nil
	}
	search := t.Search
	search.Effort = max(search.Effort, 1) * curveEffort
	found, err := MCLP{P: p, Radius: t.limit, Search: search}.Solve(t.ctx, t.openInstance())
	if err != nil {
		return nil, nil, err
	}
	t.plan.Cut = t.plan.Cut || found.Cut
	return found, found.Sites, nil
}
