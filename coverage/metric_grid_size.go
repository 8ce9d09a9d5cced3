package coverage

import "quarter/data"

// GRID-01 sizes against the size range, GRID-02 balance inside a community (CV = population σ ÷ μ, max ÷ min without zeros, largest
// deviation from the mean, households in grids of the right size), GRID-07 grids with a service point. Source: DOMAIN 4.3.

func grids(_ *Result, u *Unit) Value { return count(u.Grids.Count) }

func gridsInRange(_ *Result, u *Unit) Value { return ofGrids(u, u.Grids.In) }
func gridsOver(_ *Result, u *Unit) Value    { return ofGrids(u, u.Grids.Over) }
func gridsUnder(_ *Result, u *Unit) Value   { return ofGrids(u, u.Grids.Under) }

func ofGrids(u *Unit, n int) Value { return counted(float64(n), u.Grids.judged(), u.Grids.Missing) }

func shareInRange(_ *Result, u *Unit) Value {
	return share(float64(u.Grids.In), float64(u.Grids.judged()), u.Grids.Missing)
}

func householdsInRange(_ *Result, u *Unit) Value {
	return share(u.Grids.HouseholdsIn, u.Grids.Households, u.Grids.Missing)
}

func cvPeople(_ *Result, u *Unit) Value { return ofBalance(u, u.BalancePeople, u.BalancePeople.CV) }
func cvHouseholds(_ *Result, u *Unit) Value {
	return ofBalance(u, u.BalanceHouseholds, u.BalanceHouseholds.CV)
}
func maxMinPeople(_ *Result, u *Unit) Value {
	return ofBalance(u, u.BalancePeople, u.BalancePeople.Ratio)
}

func maxMinHouseholds(_ *Result, u *Unit) Value {
	return ofBalance(u, u.BalanceHouseholds, u.BalanceHouseholds.Ratio)
}

func deviationPeople(_ *Result, u *Unit) Value {
	return ofBalance(u, u.BalancePeople, u.BalancePeople.Deviation)
}

func deviationHouseholds(_ *Result, u *Unit) Value {
	return ofBalance(u, u.BalanceHouseholds, u.BalanceHouseholds.Deviation)
}

// ofBalance is a figure of a community's grids; above communities there is none, for a mean of them would mean nothing.
func ofBalance(u *Unit, b Balance, n data.Number) Value {
	return Value{Number: n, Missing: max(0, u.Grids.Count-u.Grids.Exempt-b.N)}
}

func balancedCommunities(_ *Result, u *Unit) Value {
	return share(float64(u.Balanced), float64(u.BalanceJudged), u.Communities-u.BalanceJudged)
}

func gridsWithPoint(r *Result, u *Unit) Value {
	if !r.facts.servicePoints {
		return Value{}
	}
	return share(float64(u.Grids.WithPoint), float64(u.Grids.PointsKnown), u.Grids.Count-u.Grids.PointsKnown)
}
