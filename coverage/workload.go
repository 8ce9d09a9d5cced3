package coverage

import "quarter/data"

// workFactor is one of the four things that GRID-06 weighs.
type workFactor struct {
	value string // the weight's name in the profile, and the end of its key in "unsaid.workload_no_"
	of    func(a *analysis, grid int) data.Number
}

// Places of the factors that are asked for by name.
const (
	workHouseholds = iota
	workArea
	workParty
	workUnits
	works // how many they are
)

// workFactors are the factors, in the order of DOMAIN 4.3.
var workFactors = [...]workFactor{
	{"households", func(a *analysis, i int) data.Number { return a.City.Grids[i].Households }},
	{"area", func(a *analysis, i int) data.Number {
		return data.Number{V: a.Grids[i].Ground.Total, Known: a.City.Grids[i].Shape != nil}
	}},
	{"party", func(a *analysis, i int) data.Number {
		return a.City.Attribute(data.LayerGrids, data.FieldPartyMembers, i)
	}},
	{"units", func(a *analysis, i int) data.Number { return a.City.Attribute(data.LayerGrids, data.FieldUnits, i) }},
}

// workWeights are what the profile gives each factor; 0 where it gives none, and where no grid of the input states it.
func (a *analysis) workWeights() (w [works]float64) {
	for k := range workFactors {
		if a.facts.work[k] {
			w[k] = a.limitOf("GRID-06", "w_"+workFactors[k].value).V
		}
	}
	return w
}

// weighGrids fills Workload: Σ w_k · x_k ÷ mean_k over the factors that the input states, their weights raised in proportion so that
// they sum to 1; mean_k is that of the community's grids that are not exclusive, so that 1.00 is its average. A factor that is 0 in
// every grid of a community tells none from the other and is left out there. A grid without one of the stated factors has no index.
func (a *analysis) weighGrids() error {
	if !a.knowsWork() {
		return nil // the ground alone tells no workload
	}
	weights := a.workWeights()
	return each(a.ctx, len(a.City.Communities), a.Options.Threads, func(i int) {
		var factors [works]float64 // w_k ÷ mean_k
		total := 0.0
		for k := range workFactors {
			if mean := a.meanFactor(i, k); mean > 0 {
				factors[k] = weights[k] / mean
				total += weights[k]
			}
		}
		for _, g := range a.gridsOf[i] {
			if total > 0 && !a.City.Grids[g].Exclusive {
				a.Grids[g].Workload = a.workload(g, &weights, &factors, total)
			}
		}
	})
}

// workload is the index of one grid; missing where one of the stated factors is.
func (a *analysis) workload(g int, weights, factors *[works]float64, total float64) data.Number {
	var index sum
	for k := range workFactors {
		x := workFactors[k].of(a, g)
		if !x.Known && weights[k] > 0 {
			return data.Number{}
		}
		index.add(factors[k] * x.V)
	}
	return data.Num(index.value() / total)
}

// meanFactor is the mean of a factor over the grids of community i that state it and are not exclusive; 0 where none does.
func (a *analysis) meanFactor(i, k int) float64 {
	var total sum
	n := 0
	for _, g := range a.gridsOf[i] {
		if x := workFactors[k].of(a, g); x.Known && !a.City.Grids[g].Exclusive {
			total.add(x.V)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return total.value() / float64(n)
}

// findWork sets which factors any grid of the input states.
func (a *analysis) findWork() {
	for i := range a.City.Grids {
		g := &a.City.Grids[i]
		a.facts.work[workHouseholds] = a.facts.work[workHouseholds] || g.Households.Known
		a.facts.work[workArea] = a.facts.work[workArea] || g.Shape != nil
	}
	a.facts.work[workParty] = a.given(data.LayerGrids, data.FieldPartyMembers)
	a.facts.work[workUnits] = a.given(data.LayerGrids, data.FieldUnits)
}

// knowsWork reports whether the input states any factor beside the ground, which every boundary has.
func (r *Result) knowsWork() bool {
	return r.facts.work[workHouseholds] || r.facts.work[workParty] || r.facts.work[workUnits]
}

// factorsLeftOut are the factors that the profile weighs and no grid of the input states; none where nothing is weighed at all.
func (a *analysis) factorsLeftOut() []string {
	var out []string
	for k, factor := range workFactors {
		if a.knowsWork() && !a.facts.work[k] && a.limitOf("GRID-06", "w_"+factor.value).V > 0 {
			out = append(out, factor.value)
		}
	}
	return out
}
