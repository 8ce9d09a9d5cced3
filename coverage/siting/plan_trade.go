package siting

import (
	"cmp"
	"slices"
)

// tradePairs is the largest number of pairs of demand and site for which coverage and distance are weighed against each other.
const tradePairs = 1 << 23

// tradeWeights are the weights of coverage beside distance: 0 is the p-median.
var tradeWeights = []float64{0, 0.3, 0.6, 0.85}

// blend is the cost of a plan that is to cover many and to be near: weight for one person beyond the radius, and the rest for one person
// at the radius, in proportion to the distance (Hillsman 1984: covering as a p-median of other costs).
type blend struct {
	Costs
	radius, weight float64
}

// Row fills the costs from a site.
func (b *blend) Row(site int, row []float64) {
	b.Costs.Row(site, row)
	for j, d := range row {
		row[j] = (1 - b.weight) * d / b.radius
		if d > b.radius {
			row[j] += b.weight
		}
	}
}

// Within lists the demands of which a site costs at most the limit.
func (b *blend) Within(site int, limit float64, to []int32) []int32 {
	demands, _ := b.Size()
	row := make([]float64, demands)
	b.Row(site, row)
	for j, d := range row {
		if d <= limit {
			to = append(to, int32(j))
		}
	}
	return to
}

// tradeoffs fills the answers of the same size that no other found one beats in both coverage and mean distance; none where the city has too many
// pairs. The bounds are those of all plans of this size: by coverage that of the curve, by distance that of the p-median.
func (t *study) tradeoffs(sites []int) error {
	demands, places := t.costs.Size()
	if !t.covers() || len(sites) == 0 || demands*places > tradePairs || t.late() {
		return nil
	}
	most, costs := t.coverBound(len(sites)), table(t.costs, t.Search.Threads)
	own := t.trade(sites)
	own.Chosen, own.CoveredBound = true, most
	found := []Trade{own}
	median := 0.0
	for _, weight := range tradeWeights {
		x := t.fullInstance()
		x.Costs = &blend{costs, t.limit, weight}
		search := t.Search
		search.Effort = max(search.Effort, 1) * curveEffort
		s, err := Median{P: len(sites), Search: search}.Solve(t.ctx, x)
		if err != nil {
			return err
		}
		if t.late() {
			return nil
		}
		one := t.trade(s.Sites)
		if weight == 0 {
			median = s.Bound * t.limit / t.total
		}
		if one.CoveredBound = most; t.answers(&one) {
			found = append(found, one)
		}
	}
	for i := range found {
		found[i].MeanBound = median
	}
	t.plan.Tradeoffs = notBeaten(found)
	return nil
}

// table works costs out once that are asked for again and again.
func table(c Costs, threads int) *Matrix {
	demands, sites := c.Size()
	m := &Matrix{columns: demands, values: make([]float64, demands*sites)}
	eachChunk(sites, threads, 1, func(i int) { c.Row(i, m.values[i*demands:(i+1)*demands]) })
	return m
}

// coverBound is what no plan of p sites passes in coverage, on points.
func (t *study) coverBound(p int) float64 {
	for i := range t.plan.Curve {
		if t.plan.Curve[i].P == p {
			return t.plan.Curve[i].Bound
		}
	}
	return t.start + t.plan.Solution.Bound // of a budget
}

// answers reports whether a plan of the same size answers the question too: within the budget, and covering as many as were asked for.
func (t *study) answers(one *Trade) bool {
	return t.budgetBeside(one.Sites) >= -1e-9*t.Request.Budget && one.Covered >= t.start+t.want-1e-9*t.total
}

// trade measures a plan in both ways.
func (t *study) trade(sites []int) Trade {
	distances := t.nearestNow()
	for _, s := range sites {
		t.save(distances, t.Candidates[s].Point)
	}
	sum := 0.0
	for j, d := range distances {
		sum += t.all.weights[j] * d
	}
	return Trade{Sites: slices.Clone(sites), Covered: t.start + t.exact.cover(sites).people, Mean: sum / t.total}
}

// notBeaten keeps the plans that no other beats in both, most coverage first; of equal ones the first.
func notBeaten(all []Trade) []Trade {
	slices.SortStableFunc(all, func(a, b Trade) int { return cmp.Or(cmp.Compare(b.Covered, a.Covered), cmp.Compare(a.Mean, b.Mean)) })
	var out []Trade
	for _, one := range all {
		if len(out) == 0 || one.Mean < out[len(out)-1].Mean*(1-1e-9) || one.Chosen {
			out = append(out, one)
		}
	}
	return out
}
