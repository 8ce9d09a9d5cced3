package coverage

import "quarter/data"

// measureCohorts fills Cohorts. Each part of the population is put where its own numbers allow, by the rule that holds for all people,
// and covered by the same circles.
func (a *analysis) measureCohorts() error {
	columns, people := a.City.AllCohorts(), a.allPeople()
	for _, units := range [][]Unit{a.Units, a.Groups} {
		for i := range units {
			units[i].Cohorts = make([]CohortAccount, len(columns))
		}
	}
	for k, column := range columns {
		a.Cohorts = append(a.Cohorts, Cohort{Label: column.Label, Field: column.Field})
		for i := range a.City.Communities {
			numbers, exempt := a.listGrids(i, func(g int) data.Number { return column.Grids[g] })
			_, found := a.account(i, column.Communities[i], numbers, exempt)
			c := CohortAccount{Total: found.Total, Covered: found.Covered, Known: found.Known, Missing: found.Missing}
			if all := people[i]; found.Known > 0 && all.Known > 0 {
				c.AllTotal, c.AllCovered = all.Total, all.Covered
			}
			a.Community(i).Cohorts[k] = c
		}
	}
	a.sumUp(func(u, below *Unit) {
		for k := range u.Cohorts {
			u.Cohorts[k].include(below.Cohorts[k])
		}
	})
	a.compareCohorts()
	return a.ctx.Err()
}

// allPeople are the people of every community that a cohort is held against. A run that counts households takes the best count of people
// that the input has, else none: a part of the people is no part of the households.
func (a *analysis) allPeople() []Account {
	out := make([]Account, len(a.City.Communities))
	basis := a.Basis.Present
	if len(basis) == 0 {
		return out
	}
	for i := range out {
		switch {
		case a.Basis.Basis != data.ByHouseholds:
			out[i] = a.Community(i).People
		case basis[0] != data.ByHouseholds:
			numbers, exempt := a.listGrids(i, func(g int) data.Number { return a.City.Grids[g].Of(basis[0]) })
			_, out[i] = a.account(i, a.City.Communities[i].Of(basis[0]), numbers, exempt)
		}
	}
	return out
}

func (c *CohortAccount) include(b CohortAccount) {
	c.Total += b.Total
	c.Covered += b.Covered
	c.AllTotal += b.AllTotal
	c.AllCovered += b.AllCovered
	c.Known += b.Known
	c.Missing += b.Missing
}

// compareCohorts holds every cohort against all people of the same communities: one that does not state the cohort says nothing of how
// it fares, however well its people are covered.
func (a *analysis) compareCohorts() {
	for _, units := range [][]Unit{a.Units, a.Groups} {
		for i := range units {
			for k := range units[i].Cohorts {
				c := &units[i].Cohorts[k]
				if a.City.HasCenters() && c.Total > 0 && c.AllTotal > 0 {
					gap := c.AllCovered/c.AllTotal - c.Covered/c.Total
					c.GapShare, c.GapPeople = data.Num(gap), data.Num(gap*c.Total)
				}
			}
		}
	}
}
