package siting

import "slices"

// way is how a model is asked about a city.
type way struct {
	instance func(t *study) *Instance
	model    func(t *study) Model
	swaps    bool // wants nothing but as many people covered as may be: exact gains may improve its plan
}

// ways are the models by their keys.
var ways = map[string]way{
	MCLP{}.Key():   {(*study).openInstance, func(t *study) Model { return MCLP{P: t.Request.P, Radius: t.limit, Search: t.Search} }, true},
	Budget{}.Key(): {(*study).openInstance, func(t *study) Model { return Budget{Money: t.Request.Budget, Radius: t.limit, Search: t.Search} }, true},
	Floor{}.Key(): {(*study).groupInstance, func(t *study) Model {
		return Floor{P: t.Request.P, Radius: t.limit, Least: t.Request.Floor, Search: t.Search}
	}, false},
	LeastShare{}.Key(): {(*study).movableInstance, func(t *study) Model {
		return LeastShare{P: t.Request.P, Radius: t.limit, Search: t.Search}
	}, false},
	Backup{}.Key():     {(*study).reachedInstance, func(t *study) Model { return Backup{Radius: t.limit, Search: t.Search} }, false},
	Median{}.Key():     {(*study).fullInstance, func(t *study) Model { return Median{P: t.Request.P, Search: t.Search} }, false},
	Center{}.Key():     {(*study).fullInstance, func(t *study) Model { return Center{P: t.Request.P, Search: t.Search} }, false},
	Kolm{}.Key():       {(*study).fullInstance, func(t *study) Model { return Kolm{P: t.Request.P, Search: t.Search} }, false},
	Dispersion{}.Key(): {(*study).farInstance, func(t *study) Model { return Dispersion{P: t.Request.P, Search: t.Search} }, false},
	CapacitatedCover{}.Key(): {(*study).roomInstance, func(t *study) Model {
		return CapacitatedCover{P: t.Request.P, Radius: t.limit, Search: t.Search}
	}, false},
	CapacitatedMedian{}.Key(): {(*study).roomInstance, func(t *study) Model {
		return CapacitatedMedian{P: t.Request.P, Search: t.Search}
	}, false},
}

// covers reports whether the plan is to cover as many people as may be.
func (t *study) covers() bool {
	return t.Request.Model != "" && (ways[t.Request.Model].swaps || t.Request.Cover > 0) && t.Matrix == nil
}

// choose finds the sites of the plan.
func (t *study) choose() ([]int, error) {
	if err := t.possible(); err != nil {
		return nil, err
	}
	if err := t.prepare(); err != nil {
		return nil, err
	}
	sites, err := t.chosen()
	if err != nil {
		return nil, err
	}
	t.plan.ModelExact = t.exact.cover(sites).people
	if t.covers() {
		sites = t.swap(sites)
	}
	t.plan.OnPoints = t.onPoints(sites)
	if t.Matrix != nil {
		t.plan.ByCosts = &ByCosts{t.total, t.before(), t.before() + t.plan.OnPoints}
	}
	return sites, nil
}

func (t *study) chosen() ([]int, error) {
	if t.Request.Cover > 0 {
		return t.reach()
	}
	w := ways[t.Request.Model]
	x := w.instance(t)
	t.plan.Points = len(x.Weights)
	found, err := w.model(t).Solve(t.ctx, x)
	if err != nil {
		return nil, err
	}
	found.Unreachable += t.beyond
	t.plan.Solution = found
	if aim := aims[t.Request.Model]; aim != nil {
		t.plan.Aim, err = aim(t, x, found)
	}
	return slices.Clone(found.Sites), err
}

// onPoints is how many people some sites newly cover as the model counts.
func (t *study) onPoints(sites []int) float64 {
	seen, sum := make([]bool, len(t.open.weights)), 0.0
	for _, s := range sites {
		for _, j := range t.lists.Of(s) {
			if !seen[j] {
				sum += t.open.weights[j]
				seen[j] = true
			}
		}
	}
	return sum
}

// possible refuses a request that contradicts itself or the candidates, and says what would cure it.
func (t *study) possible() error {
	r, most := &t.Request, t.choosable()
	_, known := ways[r.Model]
	switch {
	case !known && r.Cover == 0:
		return &InputError{Key: "model_unknown", Args: []any{"model", r.Model}}
	case most == 0:
		return &InputError{Key: "no_candidates", Args: []any{"refused", len(t.Refused)}}
	case r.Cover < 0 || r.Cover > 1:
		return &InputError{Key: "share_range", Args: []any{"share", r.Cover}}
	case r.Cover > 0:
		return nil
	case r.Model == (Backup{}).Key():
		return nil // finds the number itself
	case r.Budget > 0:
		return t.affordable()
	case r.Model == (CapacitatedCover{}).Key() || r.Model == (CapacitatedMedian{}).Key():
		if err := t.roomy(); err != nil {
			return err
		}
	}
	return t.countFits(most)
}

// countFits refuses a number of sites that is none, too small for the forced ones, or too large.
func (t *study) countFits(most int) error {
	switch p, forced := t.Request.P, len(t.forced()); {
	case p < 1:
		return &InputError{Key: "p", Args: []any{"p", p}}
	case p < forced:
		return &InfeasibleError{Key: "forced_exceed_p", Group: -1, Need: float64(forced)}
	case p > most:
		return &InfeasibleError{Key: "p_exceeds_sites", Group: -1, Need: float64(most)}
	}
	return nil
}

// roomy refuses models with capacities where nobody knows how many people the floor area of a site is good for.
func (t *study) roomy() error {
	if t.base.FloorPer100().Or(0) == 0 || t.base.Total().Households.Total == 0 {
		return &InputError{Key: "capacity_unknown"}
	}
	missing := 0
	for _, i := range t.usable() {
		if !t.area(i).Known {
			missing++
		}
	}
	if missing > 0 {
		return &InputError{Key: "area_missing", Args: []any{"count", missing}}
	}
	for _, i := range counted(t.base) {
		if !t.base.City.Centers[i].FloorArea.Known {
			t.plan.Roomless++
		}
	}
	return nil
}

// affordable refuses a budget where prices are missing, or that does not pay for the forced sites, or for any.
func (t *study) affordable() error {
	missing, cheapest, forced := 0, inf, 0.0
	for i := range t.Candidates {
		switch c := &t.Candidates[i]; {
		case c.State != Free && c.State != Forced:
		case !c.Price.Known && t.Request.SitePrice == 0:
			missing++
		case c.State == Forced:
			forced += t.price(i)
		default:
			cheapest = min(cheapest, t.price(i))
		}
	}
	switch {
	case missing > 0:
		return &InputError{Key: "price_missing", Args: []any{"count", missing}}
	case forced > t.Request.Budget:
		return &InfeasibleError{Key: "forced_exceed_budget", Group: -1, Need: forced}
	case forced == 0 && cheapest > t.Request.Budget:
		return &InfeasibleError{Key: "budget_low", Group: -1, Need: cheapest}
	}
	return nil
}
