package siting

import "math"

// Kolm chooses P sites so that the Kolm-Pollak equally-distributed equivalent of the cost is least (Sheriff, Maguire 2020; Logan, Anderson,
// Williams, Conrow 2021; as a location model Horton, Logan, Murrell, Skipper, Speakman 2024). It is the cost, in its own unit, that
// everybody could have alike and be as well off together: the mean, and above it the more, the more unequal the costs are.
//
//	EDE = -1/kappa ln( sum w_j exp(-kappa z_j) / sum w_j );   kappa = alpha epsilon;   alpha = sum w_j z_j / sum w_j z_j^2
//
// z_j is the cost of demand j from the nearest open site. Costs are burdens, so epsilon and kappa are negative: -0.5 mild, -1 usual, -2
// strong aversion to inequality; near 0 the plan is that of the p-median, far below it that of the p-center. For a fixed kappa the EDE rises
// with sum w_j exp(-kappa z_j), which is a p-median of other costs: it is solved as one, with its bound.
//
// Alpha, which makes epsilon free of units, belongs to a distribution. Here it is that of the plan of the p-median with the same P. Values
// are comparable only for the same kappa: take it from Scale and set it.
type Kolm struct {
	P        int     // free and forced sites to choose; 0 only where centers are kept
	Aversion float64 // epsilon, < 0; 0: -1
	Kappa    float64 // < 0, per unit of cost, in place of Aversion; 0: from it
	Search   Search
}

// Key is kolm-pollak.
func (Kolm) Key() string { return "kolm-pollak" }

// kolmRange is the largest product of kappa and the largest cost: beyond it the mean and the far end cannot both be seen in a number.
const kolmRange = 300

// Solve returns the best plan found; Value and Bound are equivalents in the unit of the costs.
func (m Kolm) Solve(ctx Context, x *Instance) (*Solution, error) {
	if !(m.Aversion <= 0) || !(m.Kappa <= 0) {
		return nil, &InputError{Key: "aversion", Args: []any{"epsilon", m.Aversion, "kappa", m.Kappa}}
	}
	median, err := Median{P: m.P, Search: m.Search}.Solve(ctx, x)
	if err != nil {
		return nil, err
	}
	k := newKolmCosts(x, median, m.kappa(x, median))
	if -k.kappa*k.top > kolmRange {
		return nil, &InputError{Key: "aversion_range", Args: []any{"kappa", k.kappa, "cost", k.top, "limit", -kolmRange / k.top}}
	}
	changed := *x
	changed.Costs = k
	found, err := Median{P: m.P, Search: m.Search}.Solve(ctx, &changed)
	if err != nil {
		return nil, err
	}
	s := x.solution(m.Key(), Minimize, found.Sites, math.Inf(1))
	s.Value = k.equivalent(k.burden(x.served(s)))
	s.Bound = min(max(0, k.equivalent(found.Bound)), s.Value)
	s.Kappa, s.Proven, s.Cut, s.Work = k.kappa, found.Proven, found.Cut || median.Cut, found.Work
	return s, nil
}

// Scale returns the kappa that Solve uses for the instance, per unit of cost.
func (m Kolm) Scale(ctx Context, x *Instance) (float64, error) {
	median, err := Median{P: m.P, Search: m.Search}.Solve(ctx, x)
	if err != nil {
		return 0, err
	}
	return m.kappa(x, median), nil
}

// kappa is the one given, or that of the distribution of a plan. Where nobody has a cost any will do.
func (m Kolm) kappa(x *Instance, plan *Solution) float64 {
	if m.Kappa != 0 {
		return m.Kappa
	}
	var sum, squares float64
	for j, z := range x.served(plan) {
		if x.Weights[j] > 0 && !math.IsInf(z, 1) {
			sum += x.Weights[j] * z
			squares += x.Weights[j] * z * z
		}
	}
	epsilon := m.Aversion
	if epsilon == 0 {
		epsilon = -1
	}
	if squares == 0 {
		return epsilon
	}
	return epsilon * sum / squares
}

// kolmCosts are the costs exp(-kappa d) - 1 of another instance; the 1, which no plan changes, is left out so that small costs keep all
// their digits. What alone costs more than twice a known plan is cut there: no best plan holds it, and sums stay exact.
type kolmCosts struct {
	Costs
	weights []float64
	kappa   float64
	top     float64 // largest cost of the known plan
	weight  float64 // that can be served
	cut     float64 // most that one demand can add in a best plan, > 0
}

// newKolmCosts changes the costs of an instance, a plan of it being known.
func newKolmCosts(x *Instance, plan *Solution, kappa float64) *kolmCosts {
	k := &kolmCosts{Costs: x.Costs, weights: x.Weights, kappa: kappa}
	z := x.served(plan)
	for j, w := range x.Weights {
		if w > 0 && !math.IsInf(z[j], 1) {
			k.weight += w
			k.top = max(k.top, z[j])
		}
	}
	if k.cut = 2 * k.burden(z); k.cut == 0 {
		k.cut = 1
	}
	return k
}

// burden is sum w (exp(-kappa z) - 1) over all demand that is served.
func (k *kolmCosts) burden(z []float64) (sum float64) {
	for j, w := range k.weights {
		if w > 0 && !math.IsInf(z[j], 1) {
			sum += w * math.Expm1(-k.kappa*z[j])
		}
	}
	return sum
}

// equivalent turns a burden into the cost that is its equal when everybody has it, 0 where nobody is served.
func (k *kolmCosts) equivalent(burden float64) float64 {
	if k.weight == 0 {
		return 0
	}
	return -math.Log1p(burden/k.weight) / k.kappa
}

// Row fills row with the changed costs from one site.
func (k *kolmCosts) Row(site int, row []float64) {
	k.Costs.Row(site, row)
	for j, d := range row {
		if w := k.weights[j]; w > 0 && !math.IsInf(d, 1) {
			row[j] = min(math.Expm1(-k.kappa*d), k.cut/w)
		}
	}
}
