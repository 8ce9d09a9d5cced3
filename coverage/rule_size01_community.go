package coverage

import (
	"slices"

	"quarter/data"
)

// SIZE-01: a community's households against the median of all communities; below half or above twice of it is named. Advisory.
var ruleSIZE01 = Rule{ID: "SIZE-01", Metric: "households", Objects: []Level{LevelCommunity}, Unit: UnitRatio,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		size := sizeOf(u)
		switch {
		case u.Virtual:
			return na(ReasonVirtual)
		case !size.Known || r.medianSize == 0:
			return noData(ReasonNoPeople)
		}
		ratio := data.Num(size.V / r.medianSize)
		if low := atLeast(ratio, rule.Values["low"].Value); low.Outcome == NotAttained {
			return low
		}
		return atMost(ratio, rule.Values["high"].Value)
	}}

// sizeOf is a community's households, or its people where no households are known anywhere.
func sizeOf(u *Unit) data.Number {
	switch {
	case u.Households.Known > 0:
		return data.Num(u.Households.Total)
	case u.People.Known > 0:
		return data.Num(u.People.Total)
	}
	return data.Number{}
}

// findMedian sets the median size of the communities that have one.
func (a *analysis) findMedian() error {
	var sizes []float64
	for i := range a.City.Communities {
		u := a.Community(i)
		if n := sizeOf(u); n.Known && !u.Virtual {
			sizes = append(sizes, n.V)
		}
	}
	if len(sizes) == 0 {
		return nil
	}
	slices.Sort(sizes)
	mid := len(sizes) / 2
	a.medianSize = sizes[mid]
	if len(sizes)%2 == 0 {
		a.medianSize = (sizes[mid-1] + sizes[mid]) / 2
	}
	return nil
}
