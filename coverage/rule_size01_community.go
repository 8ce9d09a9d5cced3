package coverage

import (
	"slices"

	"quarter/data"
)

// SIZE-01: a community's households and its people, each against the median of all communities; one that is below half or above
// twice of it is named. The two are never mixed: each is compared with its own median. Advisory.
var ruleSIZE01 = Rule{ID: "SIZE-01", Metric: "households", Objects: []Level{LevelCommunity}, Unit: UnitRatio,
	Judge: func(r *Result, u *Unit, rule data.Rule) Verdict {
		if u.Virtual {
			return na(ReasonVirtual)
		}
		verdict := noData(ReasonNoPeople)
		for k, median := range r.medians {
			account := sizeAccounts[k](u)
			if account.Known == 0 || median == 0 {
				continue
			}
			v := between(data.Num(account.Total/median), limit(rule, "low"), limit(rule, "high"))
			if verdict.Outcome == NoData || v.Outcome == NotAttained && verdict.Outcome != NotAttained {
				verdict = v
			}
		}
		return verdict
	}}

// sizeAccounts are the counts that are compared, households first.
var sizeAccounts = [2]func(*Unit) *Account{
	func(u *Unit) *Account { return &u.Households },
	func(u *Unit) *Account { return &u.People },
}

// findMedian sets the median of each count over the communities that have it.
func (a *analysis) findMedian() error {
	for k, account := range sizeAccounts {
		var sizes []float64
		for i := range a.City.Communities {
			if u := a.Community(i); !u.Virtual && account(u).Known > 0 {
				sizes = append(sizes, account(u).Total)
			}
		}
		a.medians[k] = median(sizes)
	}
	return nil
}

// median returns the middle of the values, 0 where there are none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	mid := len(values) / 2
	if len(values)%2 == 1 {
		return values[mid]
	}
	return (values[mid-1] + values[mid]) / 2
}
