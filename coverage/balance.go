package coverage

import (
	"math"

	"quarter/data"
)

// histogramStep is the width of a bar of Result.GridSizes, in households.
const histogramStep = 50

// histogramBars is the number of bars; the last one is open.
const histogramBars = 21

// measureGrids fills Grids of the Result and sizes, balance and service points of every community.
func (a *analysis) measureGrids() error {
	lo, hi := a.limitOf("GRID-01", "low"), a.limitOf("GRID-01", "high")
	a.GridSizes = Histogram{Step: histogramStep, Counts: make([]int, histogramBars), Lo: lo.V, Hi: hi.V}
	points := a.servicePoints()
	kind := a.kinds()[0]
	a.Grids = make([]Grid, len(a.City.Grids))
	for i := range a.Grids {
		g, ground := &a.City.Grids[i], &a.grounds[i]
		out := Grid{
			People: kind.of(&g.Counts), Households: g.Households,
			Share: ground.share, StrictShare: ground.strict, OwnShare: ground.own,
			Size: sizeClass(g, lo, hi), Points: points[i],
			Used: a.Community(g.Community).Demand == DemandGrid,
		}
		if ground.shape != nil {
			area := ground.shape.Area()
			out.Ground = Area{Total: area, Covered: area * ground.share}
		}
		if g.Households.Known && !g.Exclusive {
			a.GridSizes.Counts[min(int(g.Households.V/histogramStep), histogramBars-1)]++
		}
		a.Grids[i] = out
	}
	for i := range a.City.Communities {
		a.countGrids(i, lo.V, hi.V)
	}
	return nil
}

// sizeClass is GRID-01: lo <= households <= hi; exclusive grids are exempt. A profile without both ends has no range.
func sizeClass(g *data.Grid, lo, hi data.Number) SizeClass {
	switch {
	case g.Exclusive:
		return SizeExempt
	case !g.Households.Known:
		return SizeMissing
	case !lo.Known || !hi.Known:
		return SizeUnjudged
	case !reached(g.Households.V, lo.V):
		return SizeUnder
	case !within(g.Households.V, hi.V):
		return SizeOver
	}
	return SizeIn
}

func (a *analysis) countGrids(i int, lo, hi float64) {
	u := a.Community(i)
	t := &u.Grids
	var people, households []float64
	for _, g := range a.gridsOf[i] {
		grid := &a.Grids[g]
		t.add(grid, lo, hi)
		if grid.Size == SizeExempt {
			continue
		}
		if grid.People.Known {
			people = append(people, grid.People.V)
		}
		if grid.Households.Known {
			households = append(households, grid.Households.V)
		}
	}
	u.BalancePeople, u.BalanceHouseholds = balance(people), balance(households)
	if rule, ok := a.Profile.Rule("GRID-02"); ok {
		v := judgeBalance(a.Result, u, rule)
		u.BalanceJudged = int(indicator(v.Outcome == Attained || v.Outcome == NotAttained))
		u.Balanced = int(indicator(v.Outcome == Attained))
	}
}

func (t *Grids) add(g *Grid, lo, hi float64) {
	t.Count++
	t.PointsKnown += int(indicator(g.Points.Known))
	if g.Points.V > 0 {
		t.WithPoint++
	}
	switch g.Size {
	case SizeMissing:
		t.Missing++
		return
	case SizeExempt:
		t.Exempt++
		return
	case SizeUnjudged:
		return
	case SizeIn:
		t.In++
		t.HouseholdsIn += g.Households.V
	case SizeOver:
		t.Over++
		t.OverHouseholds += g.Households.V - hi
	case SizeUnder:
		t.Under++
		t.UnderHouseholds += lo - g.Households.V
	}
	t.Households += g.Households.V
}

// judged is the number of grids that the size range was applied to.
func (t *Grids) judged() int { return t.In + t.Over + t.Under }

// balance is GRID-02 for one kind of count: CV = σ ÷ μ with the population σ, max ÷ min without the zeros, largest deviation ÷ μ.
// CV and deviation are missing for fewer than two grids or a mean of 0, max ÷ min for fewer than two grids above 0.
func balance(x []float64) Balance {
	b := Balance{N: len(x)}
	var total sum
	least, most := math.Inf(1), 0.0
	for _, v := range x {
		total.add(v)
		if v == 0 {
			b.Zero++
			continue
		}
		least, most = math.Min(least, v), math.Max(most, v)
	}
	if b.N == 0 {
		return b
	}
	b.Mean = total.value() / float64(b.N)
	if b.N-b.Zero >= 2 {
		b.Ratio = data.Num(most / least)
	}
	if b.N < 2 || b.Mean == 0 {
		return b
	}
	var squares sum
	deviation := 0.0
	for _, v := range x {
		squares.add((v - b.Mean) * (v - b.Mean))
		deviation = math.Max(deviation, math.Abs(v-b.Mean))
	}
	b.CV = data.Num(math.Sqrt(squares.value()/float64(b.N)) / b.Mean)
	b.Deviation = data.Num(deviation / b.Mean)
	return b
}

// servicePoints gives the working service points of each grid: what a column of the grids says, missing where it is blank; without
// such a column the centers of that tier that lie in it.
func (a *analysis) servicePoints() []data.Number {
	if column := a.City.Attributes[data.LayerGrids][data.FieldPoints]; len(column) > 0 {
		return column
	}
	out := make([]data.Number, len(a.City.Grids))
	for i := range out {
		out[i].Known = a.facts.servicePoints
	}
	for i := range a.City.Centers {
		if c := &a.City.Centers[i]; c.Tier == data.TierPoint && c.Grid != data.None && a.Options.works(c) {
			out[c.Grid].V++
		}
	}
	return out
}

// knowsPoints reports whether the input says anything about service points.
func (a *analysis) knowsPoints() bool {
	if len(a.City.Attributes[data.LayerGrids][data.FieldPoints]) > 0 {
		return true
	}
	for i := range a.City.Centers {
		if a.City.Centers[i].Tier == data.TierPoint {
			return true
		}
	}
	return false
}
