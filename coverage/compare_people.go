package coverage

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Moved is who gains and who loses, counted in people covered (or households): each community once.
//
//	Net = Gained − Lost + Redrawn + Entered − Left = covered after − covered before
type Moved struct {
	Known   bool    // both sides count the same kind, and both know how many are covered
	Gained  float64 // sum over the communities where more people are covered
	Lost    float64 // sum over those where fewer are, above 0
	Redrawn float64 // net change in communities whose boundary was changed: people moved between communities neither gain nor lose cover
	Entered float64 // covered in communities that Before does not have or has no count for
	Left    float64 // covered in communities that After does not have or has no count for
	Net     float64

	Gainers, Losers []Shift // most first; those that stay are in neither
	Redrew          []Shift // the communities of Redrawn with another number of people covered, the largest change first
	Same            int     // communities where as many are covered as before
	Unknown         int     // matched communities without a count on either side
}

// Shift is the change of one community.
type Shift struct {
	Pair   int     // index into Comparison.Pairs
	People float64 // further people covered; below 0 for a loss
}

func (c *Comparison) movePeople() {
	before, after := c.Before.Result.Total().Get("population_covered"), c.After.Result.Total().Get("population_covered")
	if c.People.Known = c.SamePeople() && before.Known && after.Known; !c.People.Known {
		return
	}
	c.People.Net = Change(before.V, after.V)
	var gained, lost, redrawn, entered, left sum
	first := len(c.Pairs) - len(c.Level(LevelCommunity))
	for k := first; k < len(c.Pairs); k++ {
		d := c.Delta(&c.Pairs[k], "population_covered")
		switch {
		case !d.Before.Known && !d.After.Known:
			c.People.Unknown++
		case !d.Before.Known:
			entered.add(d.After.V)
		case !d.After.Known:
			left.add(d.Before.V)
		case d.Change.V == 0:
			c.People.Same++
		case c.Pairs[k].Redrawn:
			redrawn.add(d.Change.V)
			c.People.Redrew = append(c.People.Redrew, Shift{k, d.Change.V})
		case d.Change.V > 0:
			gained.add(d.Change.V)
			c.People.Gainers = append(c.People.Gainers, Shift{k, d.Change.V})
		default:
			lost.add(-d.Change.V)
			c.People.Losers = append(c.People.Losers, Shift{k, d.Change.V})
		}
	}
	addCovered(&entered, c.After.Result, c.Added)
	addCovered(&left, c.Before.Result, c.Gone)
	c.People.Gained, c.People.Lost, c.People.Redrawn = gained.value(), lost.value(), redrawn.value()
	c.People.Entered, c.People.Left = entered.value(), left.value()
	for _, list := range [][]Shift{c.People.Gainers, c.People.Losers, c.People.Redrew} {
		sortShifts(list)
	}
}

// addCovered adds the covered people of the communities among some units.
func addCovered(to *sum, r *Result, units []int) {
	for _, i := range units {
		if u := &r.Units[i]; u.Level == LevelCommunity {
			to.add(u.Get("population_covered").Or(0))
		}
	}
}

// sortShifts puts the largest change first, equal ones in the order of the pairs.
func sortShifts(all []Shift) {
	slices.SortStableFunc(all, func(x, y Shift) int {
		return cmp.Or(cmp.Compare(max(y.People, -y.People), max(x.People, -x.People)), cmp.Compare(x.Pair, y.Pair))
	})
}

// check holds the identities of a comparison.
func (c *Comparison) check() error {
	p := &c.People
	if p.Known {
		size := math.Max(c.Before.Result.Total().People.Total, c.After.Result.Total().People.Total)
		c.Checks = append(c.Checks, Check{Key: "compare_net", Left: p.Gained - p.Lost + p.Redrawn + p.Entered - p.Left, Right: p.Net, Tolerance: 1e-6 * math.Max(1, size)})
	}
	was, now := c.shortBefore(), c.shortAfter()
	n := &c.Short
	c.Checks = append(c.Checks,
		Check{Key: "compare_short_before", Left: float64(n[ShortSolved] + n[ShortRemaining] + n[ShortUnjudged] + n[ShortGone]), Right: float64(was)},
		Check{Key: "compare_short_after", Left: float64(n[ShortNew] + n[ShortRemaining] + n[ShortFound] + n[ShortAdded]), Right: float64(now)})
	for _, k := range c.Checks {
		if !(math.Abs(k.Left-k.Right) <= k.Tolerance) {
			return fmt.Errorf("coverage: compare: identity %s fails: %v ≠ %v", k.Key, k.Left, k.Right)
		}
	}
	return nil
}
