package coverage

import (
	"slices"

	"quarter/data"
)

// rollUp sums communities into streets, streets into districts, districts into the whole area; rates are never averaged. Groups
// (GROUP-01) sum the communities of a label beside the hierarchy.
func (a *analysis) rollUp() error {
	a.countCenters()
	for i := len(a.Units) - 1; i > 0; i-- {
		u := &a.Units[i]
		a.Units[u.Parent].include(u)
	}
	a.groupUp()
	return nil
}

// include adds a unit below to u. The order is fixed (last unit first), so the sums are the same in every run.
func (u *Unit) include(below *Unit) {
	u.People.include(below.People)
	u.Households.include(below.Households)
	u.Ground.Total += below.Ground.Total
	u.Ground.Covered += below.Ground.Covered
	u.Floor.include(below.Floor)
	u.Grids.include(below.Grids)
	u.Communities += below.Communities
	u.WithCenter += below.WithCenter
	u.Balanced += below.Balanced
	u.BalanceJudged += below.BalanceJudged
}

func (a *Account) include(b Account) {
	a.Total += b.Total
	a.Covered += b.Covered
	a.Strict += b.Strict
	a.Own += b.Own
	a.Uncovered = a.Total - a.Covered
	a.Known += b.Known
	a.Missing += b.Missing
}

func (f *Floor) include(b Floor) {
	f.Required += b.Required
	f.Actual += b.Actual
	f.Gap += b.Gap
	f.Evaluated += b.Evaluated
	f.Short += b.Short
	f.Attained += b.Attained
	f.Missing += b.Missing
	f.ServiceOf += b.ServiceOf
	f.Households += b.Households
	f.ActualEvaluated += b.ActualEvaluated
	addKnown(&f.Office, b.Office, 1)
	addKnown(&f.Service, b.Service, 1)
}

func (t *Grids) include(b Grids) {
	t.Count += b.Count
	t.In += b.In
	t.Under += b.Under
	t.Over += b.Over
	t.Exempt += b.Exempt
	t.Missing += b.Missing
	t.Households += b.Households
	t.HouseholdsIn += b.HouseholdsIn
	t.WithPoint += b.WithPoint
	t.OverHouseholds += b.OverHouseholds
	t.UnderHouseholds += b.UnderHouseholds
}

// countCenters counts the counted centers of every unit. A center shared by two communities stands in both of them, but once in the
// levels above.
func (a *analysis) countCenters() {
	for i := range a.City.Centers {
		c := &a.City.Centers[i]
		if !a.Centers[i].Use.Counted() {
			continue
		}
		units := []int{0}
		if c.District != data.None {
			units = append(units, a.start[LevelDistrict]+c.District)
		}
		if c.Street != data.None {
			units = append(units, a.start[LevelStreet]+c.Street)
		}
		for _, m := range c.Communities {
			units = append(units, a.start[LevelCommunity]+m)
		}
		for _, u := range units {
			a.Units[u].Centers++
			a.Units[u].CentersByTier[c.Tier]++
		}
	}
	for i := range a.City.Communities {
		u := a.Community(i)
		u.WithCenter = int(indicator(u.Centers > 0))
	}
}

// groupUp makes one unit for every group label, in label order.
func (a *analysis) groupUp() {
	byLabel := map[string]*Unit{}
	var labels []string
	for i := range a.City.Communities {
		label := a.City.GroupOf(i)
		if label == "" {
			continue
		}
		if byLabel[label] == nil {
			byLabel[label] = &Unit{Level: LevelGroup, Parent: -1, Name: label, NearestCenter: data.None}
			labels = append(labels, label)
		}
		u := a.Community(i)
		byLabel[label].include(u)
		byLabel[label].Centers += u.Centers
	}
	slices.Sort(labels)
	for i, label := range labels {
		byLabel[label].Index = i
		a.Groups = append(a.Groups, *byLabel[label])
	}
}
