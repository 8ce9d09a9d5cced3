package coverage

import (
	"cmp"
	"slices"

	"quarter/data"
)

// rollUp sums communities into streets, streets into districts, districts into the whole area; rates are never averaged. Groups
// (GROUP-01) sum the communities of a label beside the hierarchy.
func (a *analysis) rollUp() error {
	a.countCenters()
	a.layOutGroups()
	a.sumUp((*Unit).include)
	return nil
}

// sumUp adds every unit to the one above it, and every community to its group. The order is fixed (last unit first, then groups in the
// order of communities), so the sums are the same in every run.
func (a *analysis) sumUp(add func(u, below *Unit)) {
	for i := len(a.Units) - 1; i > 0; i-- {
		u := &a.Units[i]
		add(&a.Units[u.Parent], u)
	}
	for i := range a.City.Communities {
		if g := a.groupOf(i); g != nil {
			add(g, a.Community(i))
		}
	}
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
	f.ActualKnown += b.ActualKnown
	f.ActualMissing += b.ActualMissing
	f.Judged += b.Judged
	f.Evaluated += b.Evaluated
	f.Short += b.Short
	f.Attained += b.Attained
	f.Missing += b.Missing
	f.ServiceOf += b.ServiceOf
	f.ServiceMissing += b.ServiceMissing
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
	t.PointsKnown += b.PointsKnown
	t.OverHouseholds += b.OverHouseholds
	t.UnderHouseholds += b.UnderHouseholds
}

// countCenters counts the centers of every unit. One shared by several communities stands in each of them, and once in every unit above.
func (a *analysis) countCenters() {
	for i := range a.City.Centers {
		c := &a.City.Centers[i]
		counted, works := a.Centers[i].Use.Counted(), a.Options.works(c)
		for _, u := range a.unitsOf(c) {
			if counted {
				a.Units[u].Centers++
			}
			if works {
				a.Units[u].WorkingByTier[c.Tier]++
			}
		}
	}
	for i := range a.City.Communities {
		u := a.Community(i)
		u.WithCenter = int(indicator(u.Centers > 0 && !u.Virtual))
	}
}

// unitsOf lists the units that a center belongs to, each once.
func (a *analysis) unitsOf(c *data.Center) []int {
	units := []int{0}
	add := func(level Level, i int) {
		if i != data.None && !slices.Contains(units, a.start[level]+i) {
			units = append(units, a.start[level]+i)
		}
	}
	add(LevelDistrict, c.District)
	add(LevelStreet, c.Street)
	for _, m := range c.Communities {
		street := a.City.Communities[m].Street
		add(LevelCommunity, m)
		add(LevelStreet, street)
		add(LevelDistrict, a.City.Streets[street].District)
	}
	return units
}

// layOutGroups makes one unit for every group label, in label order, and counts the centers that serve it.
func (a *analysis) layOutGroups() {
	var labels []string
	for i := range a.City.Communities {
		if label := a.City.GroupOf(i); label != "" {
			labels = append(labels, label)
		}
	}
	slices.Sort(labels)
	for i, label := range slices.Compact(labels) {
		a.Groups = append(a.Groups, Unit{Level: LevelGroup, Index: i, Parent: -1, Name: label, NearestCenter: data.None})
	}
	for i := range a.City.Centers {
		if a.Centers[i].Use.Counted() {
			a.countInGroups(&a.City.Centers[i])
		}
	}
}

// countInGroups counts a center once in every group that it serves.
func (a *analysis) countInGroups(c *data.Center) {
	for _, g := range a.groupsOf(c) {
		g.Centers++
	}
}

// groupsOf lists the groups that a center serves, each once.
func (a *analysis) groupsOf(c *data.Center) []*Unit {
	var out []*Unit
	for _, m := range c.Communities {
		if g := a.groupOf(m); g != nil && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	return out
}

// groupOf returns the group of community i, nil where it has none.
func (a *analysis) groupOf(i int) *Unit {
	at, found := slices.BinarySearchFunc(a.Groups, a.City.GroupOf(i), func(g Unit, label string) int { return cmp.Compare(g.Name, label) })
	if !found {
		return nil
	}
	return &a.Groups[at]
}
