package siting

import (
	"math"

	"quarter/data"
)

// Aim is what a model is after where that is not how many people are covered, on the model's points: without the plan, with it, and what no
// choice of sites can pass.
type Aim struct {
	Key    AimKey
	Unit   string      // m or min for costs; people or households; share, 0 to 1
	Before data.Number // with the standing centers alone; missing where they leave somebody without service, or where it says nothing
	After  float64
	Bound  float64

	// The same by exact areas, as the two runs have it: farthest and mean straight distance of all people; missing elsewhere.
	ExactBefore, ExactAfter data.Number

	NoRoom  float64 // capacitated cover: people within reach of a center or site who find no room
	Outside float64 // capacitated cover: people within reach of none
}

// AimKey says which figure an Aim is.
type AimKey string

// The aims.
const (
	AimFarthest   AimKey = "farthest"   // largest cost of anybody to the nearest center
	AimMean       AimKey = "mean"       // mean cost
	AimAssigned   AimKey = "assigned"   // mean cost to the center that has room
	AimEquivalent AimKey = "equivalent" // Kolm-Pollak equal of the costs
	AimApart      AimKey = "apart"      // least distance between two sites, or a site and a center
	AimServed     AimKey = "served"     // people who find room within reach
	AimTwice      AimKey = "twice"      // people within reach of two
	AimLeast      AimKey = "least"      // covered share of the community where it is least
)

// AimKeys lists the aims.
var AimKeys = []AimKey{AimFarthest, AimMean, AimAssigned, AimEquivalent, AimApart, AimServed, AimTwice, AimLeast}

// aims are what the models are after, by their keys; none for those that count the covered.
var aims = map[string]func(t *study, x *Instance, s *Solution) (*Aim, error){
	Center{}.Key():            (*study).farthestAim,
	Median{}.Key():            (*study).meanAim,
	CapacitatedMedian{}.Key(): (*study).roomMeanAim,
	Kolm{}.Key():              (*study).equivalentAim,
	Dispersion{}.Key():        (*study).apartAim,
	CapacitatedCover{}.Key():  (*study).servedAim,
	Backup{}.Key():            (*study).twiceAim,
	LeastShare{}.Key():        (*study).leastAim,
}

// measureAim sets what the runs without and with the plan say beside the figures on points.
func (t *study) measureAim() {
	a := t.plan.Aim
	if a == nil || t.Matrix != nil || t.Request.Objective != People {
		return
	}
	before, after := &t.base.Total().Reach, &t.plan.After.Total().Reach
	switch a.Key {
	case AimFarthest:
		a.ExactBefore, a.ExactAfter = before.Max, after.Max
	case AimMean:
		a.ExactBefore, a.ExactAfter = before.Mean, after.Mean
	}
}

// costUnit is that of the model's costs.
func (t *study) costUnit() string {
	if t.Matrix != nil {
		return t.Matrix.Unit
	}
	return "m"
}

func (t *study) farthestAim(x *Instance, s *Solution) (*Aim, error) {
	worst := 0.0
	for j, d := range x.served(&Solution{}) {
		if x.Weights[j] > 0 {
			worst = max(worst, d)
		}
	}
	return &Aim{Key: AimFarthest, Unit: t.costUnit(), Before: finite(worst), After: s.Value, Bound: s.Bound}, nil
}

func (t *study) meanAim(x *Instance, s *Solution) (*Aim, error) {
	return t.meanOf(s, x.travel(x.solution("", Minimize, nil, inf)), x.unserved(s)), nil
}

// meanOf turns weight times cost into the mean of those who can be served; before says nothing where somebody is served only with the plan.
func (t *study) meanOf(s *Solution, before, newly float64) *Aim {
	served := t.total - s.Unreachable
	a := &Aim{Key: AimMean, Unit: t.costUnit(), After: s.Value / served, Bound: s.Bound / served}
	if newly == 0 {
		a.Before = data.Num(before / served)
	}
	return a
}

// unserved is the weight that the standing centers do not serve and a solution does.
func (x *Instance) unserved(s *Solution) (sum float64) {
	for j, d := range x.served(&Solution{}) {
		if math.IsInf(d, 1) && s.Assigned[j] >= 0 {
			sum += x.Weights[j]
		}
	}
	return sum
}

// standing is the instance in which nothing may be built.
func (x *Instance) standing() *Instance {
	out := *x
	out.Sites = make([]Site, len(x.Sites))
	for i, s := range x.Sites {
		if out.Sites[i] = s; s.State != Kept {
			out.Sites[i].State = Forbidden
		}
	}
	return &out
}

func (t *study) roomMeanAim(x *Instance, s *Solution) (*Aim, error) {
	now, err := CapacitatedMedian{}.Solve(t.ctx, x.standing())
	a := t.meanOf(s, 0, t.total)
	if err == nil { // else the standing centers have no room for all
		a = t.meanOf(s, now.Value, now.Unreachable-s.Unreachable)
	}
	a.Key = AimAssigned
	return a, nil
}

func (t *study) equivalentAim(x *Instance, s *Solution) (*Aim, error) {
	a := &Aim{Key: AimEquivalent, Unit: t.costUnit(), After: s.Value, Bound: s.Bound}
	if x.unserved(s) == 0 {
		k := kolmCosts{weights: x.Weights, kappa: s.Kappa, weight: t.total - s.Unreachable}
		a.Before = data.Num(k.equivalent(k.burden(x.served(&Solution{}))))
	}
	return a, nil
}

func (t *study) apartAim(_ *Instance, s *Solution) (*Aim, error) {
	return &Aim{Key: AimApart, Unit: "m", After: s.Value, Bound: s.Bound}, nil
}

func (t *study) servedAim(x *Instance, s *Solution) (*Aim, error) {
	now, err := CapacitatedCover{Radius: t.limit, Search: t.Search}.Solve(t.ctx, x.standing())
	if err != nil {
		return nil, err
	}
	a := &Aim{Key: AimServed, Unit: string(t.Request.Objective.Unit(t.base)), Before: data.Num(now.Value), After: s.Value, Bound: s.Bound}
	for j, d := range x.served(s) {
		if d <= t.limit {
			a.NoRoom += s.Unserved[j]
		}
	}
	a.Outside = max(0, t.total-s.Value-a.NoRoom)
	return a, nil
}

func (t *study) twiceAim(x *Instance, s *Solution) (*Aim, error) {
	now := &setTask{x: x, lists: x.catchments(t.limit)}
	return &Aim{
		Key: AimTwice, Unit: string(t.Request.Objective.Unit(t.base)), Before: data.Num(now.covered(nil, 0, 1)), After: s.Value, Bound: s.Bound,
	}, nil
}

func (t *study) leastAim(x *Instance, s *Solution) (*Aim, error) {
	g, err := x.standing().groupPairs(0, t.limit)
	if err != nil {
		return nil, err
	}
	before, _ := g.covered(g.always())
	return &Aim{Key: AimLeast, Unit: "share", Before: data.Num(before), After: s.Value, Bound: s.Bound}, nil
}
