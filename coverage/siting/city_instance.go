package siting

import (
	"math"
	"slices"

	"quarter/coverage"
	"quarter/data"
)

var inf = math.Inf(1)

// NewInstance makes the instance of a covering model from a city: the people of the account whom no counted center reaches, as points, and
// the candidates; costs are straight metres. Its value is people newly covered.
func NewInstance(r *coverage.Result, candidates []Candidate, whom Objective) *Instance {
	spots := whom.spots(r)
	d := newDemand(spots, r.CountedDisks(), evenSide(spots, r.Circle.Radius, sampleAim), r.Options.Threads)
	return &Instance{Weights: d.weights, Sites: freeSites(candidates), Costs: NewCrow(d.points, points(candidates), 1), Groups: d.groups}
}

// NewFullInstance makes the instance of a distance model from a city: all people of the account as points, the candidates, and after them the
// counted centers, which are kept; costs are straight metres.
func NewFullInstance(r *coverage.Result, candidates []Candidate, whom Objective) *Instance {
	d := newDemand(whom.spots(r), nil, fullSide(r), r.Options.Threads)
	sites, places := freeSites(candidates), points(candidates)
	for _, i := range counted(r) {
		sites, places = append(sites, Site{State: Kept, Capacity: inf}), append(places, r.City.Centers[i].Point)
	}
	return &Instance{Weights: d.weights, Sites: sites, Costs: NewCrow(d.points, places, 1), Groups: d.groups}
}

func freeSites(candidates []Candidate) []Site {
	out := make([]Site, len(candidates))
	for i := range candidates {
		out[i] = Site{State: candidates[i].State, Price: candidates[i].Price.Or(0)}
	}
	return out
}

func points(candidates []Candidate) []Point {
	out := make([]Point, len(candidates))
	for i := range candidates {
		out[i] = candidates[i].Point
	}
	return out
}

// openInstance is that of the covering models: the uncovered demand and the cover lists.
func (t *study) openInstance() *Instance {
	return &Instance{Weights: t.open.weights, Sites: t.sites(nil), Costs: t.lists, Groups: t.open.groups}
}

// fullInstance is that of the models that ask how far people have to go.
func (t *study) fullInstance() *Instance {
	return &Instance{Weights: t.all.weights, Sites: t.sites(t.keptCapacity()), Costs: t.costs, Groups: t.all.groups}
}

// roomInstance is that of the models with capacities, in which a ground is one point: they share demand out between sites, pair by pair.
func (t *study) roomInstance() *Instance {
	x := t.fullInstance()
	if t.Matrix != nil {
		return x
	}
	d := &demand{}
	for i := range t.spots {
		d.add(&t.spots[i], t.spots[i].People)
	}
	x.Weights, x.Groups, x.Costs = d.weights, d.groups, NewCrow(d.points, t.places(), 1)
	return x
}

// places are those of the candidates, and after them of the counted centers.
func (t *study) places() []Point {
	out := points(t.Candidates)
	for _, i := range counted(t.base) {
		out = append(out, t.base.City.Centers[i].Point)
	}
	return out
}

// reachedInstance leaves out whom neither a center nor a candidate reaches: their weight is 0, and Plan.Beyond tells them.
func (t *study) reachedInstance() *Instance {
	x := t.fullInstance()
	t.beyond = x.onlyReached(t.limit)
	t.plan.Beyond = t.beyond
	return x
}

// onlyReached leaves out the demand that no site may reach, and returns how much that is.
func (x *Instance) onlyReached(limit float64) (others float64) {
	reached := make([]bool, len(x.Weights))
	for i, s := range x.Sites {
		if s.State != Forbidden {
			for _, j := range x.Costs.Within(i, limit, nil) {
				reached[j] = true
			}
		}
	}
	x.Weights, others = onlyWhere(reached, x.Weights)
	return others
}

// onlyWhere keeps some weights, and sums the others.
func onlyWhere(kept []bool, weights []float64) (out []float64, others float64) {
	out = slices.Clone(weights)
	for j, k := range kept {
		if !k {
			others += out[j]
			out[j] = 0
		}
	}
	return out, others
}

// movableInstance is the group instance without the communities of which no candidate covers more people: the highest least share asks nothing
// of them, or a single one out of reach would decide it. Plan.Fixed lists them.
func (t *study) movableInstance() *Instance {
	x := t.groupInstance()
	movable := make([]bool, len(t.base.City.Communities))
	for _, i := range t.usable() {
		for _, j := range t.lists.Of(i) {
			movable[x.Groups[j]] = movable[x.Groups[j]] || x.Weights[j] > 0
		}
	}
	if !slices.Contains(movable, true) {
		return x
	}
	kept := make([]bool, len(x.Weights))
	for j, g := range x.Groups {
		kept[j] = movable[g]
	}
	n := len(t.open.weights)
	_, t.beyond = onlyWhere(kept[:n], x.Weights[:n])
	x.Weights, _ = onlyWhere(kept, x.Weights)
	t.movable = movable
	return x
}

// farInstance is that of p-dispersion.
func (t *study) farInstance() *Instance {
	x := t.fullInstance()
	x.Between = t.between()
	return x
}

// groupInstance is that of the models that ask how large a share of each community is covered: the uncovered demand, and for each community
// one more, which stands for all of it that is covered already, by the one kept site.
func (t *study) groupInstance() *Instance {
	x := t.openInstance()
	covered := make([]float64, len(t.base.City.Communities))
	for j, w := range t.all.weights {
		covered[t.all.groups[j]] += w
	}
	for j, w := range t.open.weights {
		covered[t.open.groups[j]] -= w
	}
	n := len(x.Weights)
	x.Weights, x.Groups = slices.Clone(x.Weights), slices.Clone(x.Groups)
	lists := make([][]int32, len(x.Sites)+1)
	for i := range x.Sites {
		lists[i] = t.lists.Of(i)
	}
	for m, w := range covered {
		x.Weights, x.Groups = append(x.Weights, max(0, w)), append(x.Groups, m)
		lists[len(x.Sites)] = append(lists[len(x.Sites)], int32(n+m))
	}
	x.Sites, x.Costs = append(x.Sites, Site{State: Kept}), NewCatchments(len(x.Weights), lists)
	return x
}

// between is what lies between all sites of the full instance, straight metres.
func (t *study) between() *Matrix {
	places := t.places()
	return table(NewCrow(places, places, 1), t.Search.Threads)
}

// sites are the candidates as the request prices them, and after them the counted centers with their capacities.
func (t *study) sites(kept []float64) []Site {
	out := freeSites(t.Candidates)
	for i := range out {
		out[i].Price, out[i].Capacity = t.price(i), t.capacity(t.area(i))
	}
	for _, c := range kept {
		out = append(out, Site{State: Kept, Capacity: c})
	}
	return out
}

// keptCapacity is what the counted centers can serve.
func (t *study) keptCapacity() []float64 {
	centers := counted(t.base)
	out := make([]float64, len(centers))
	for k, i := range centers {
		out[k] = t.capacity(t.base.City.Centers[i].FloorArea)
	}
	return out
}

// capacity is how many of the objective a floor area is good for: by the households for whom AREA-01 of the profile asks for it, and as many
// of the objective as there are for a household. 0 where area or rule are not known.
func (t *study) capacity(area data.Number) float64 {
	per100, households := t.base.FloorPer100(), t.base.Total().Households.Total
	if !area.Known || per100.Or(0) == 0 || households == 0 {
		return 0
	}
	return area.V / per100.V * 100 * (t.total / households)
}
