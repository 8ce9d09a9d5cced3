package coverage

import "quarter/data"

// measureGrounds computes the covered share of every grid and of every community outline.
func (a *analysis) measureGrounds() error {
	c := a.City
	a.grounds = make([]ground, len(c.Grids))
	a.outlines = make([]ground, len(c.Communities))
	grids, outlines := a.inhabited()
	err := each(a.ctx, len(c.Grids), a.Options.Threads, func(i int) {
		g := &c.Grids[i]
		a.grounds[i] = ground{shape: g.Shape, point: g.Point}
		a.grounds[i].measure(a.disks, g.Community, a.deep(grids[i]))
	})
	if err != nil {
		return err
	}
	return each(a.ctx, len(c.Communities), a.Options.Threads, func(i int) {
		if c.Communities[i].Shape != nil {
			a.outlines[i] = ground{shape: c.Communities[i].Shape}
			a.outlines[i].measure(a.disks, i, a.deep(outlines[i]))
		}
	})
}

// inhabited says which grids and which outlines people are put on.
func (a *analysis) inhabited() (grids, outlines []bool) {
	grids, outlines = make([]bool, len(a.City.Grids)), make([]bool, len(a.City.Communities))
	kind := a.kinds()[0]
	for i := range a.City.Communities {
		own := kind.of(&a.City.Communities[i].Counts)
		numbers, exempt := a.gridNumbers(i, kind)
		onGrids := demandLevel(own, numbers, exempt) == DemandGrid
		outlines[i] = !onGrids && own.Or(0) > 0
		for n, g := range a.gridsOf[i] {
			grids[g] = onGrids && numbers[n].Or(0) > 0 || outlines[i] && a.City.Communities[i].Shape == nil
		}
	}
	return grids, outlines
}

// countCommunities fills people, households and ground of every community.
func (a *analysis) countCommunities() error {
	for i := range a.City.Communities {
		u := a.Community(i)
		u.Communities = int(indicator(!u.Virtual))
		u.Ground = a.communityGround(i)
		for k, kind := range a.kinds() {
			demand, account := a.communityAccount(i, kind)
			*kind.account(u) = account
			if k == 0 {
				u.Demand = demand
			}
		}
		if !u.Virtual || u.Demand != DemandMissing {
			a.countBasis(u.Demand)
		}
	}
	return a.ctx.Err()
}

func (a *analysis) countBasis(d Demand) {
	switch d {
	case DemandGrid:
		a.Basis.ByGrid++
	case DemandCommunity:
		a.Basis.ByCommunity++
	case DemandEstimated:
		a.Basis.Estimated++
	case DemandMissing:
		a.Basis.Missing++
	}
}

// communityGround is the outline's area, or that of the grids where there is no outline.
func (a *analysis) communityGround(i int) Area {
	if o := &a.outlines[i]; o.shape != nil {
		return Area{Total: o.shape.Area(), Covered: o.shape.Area() * o.share}
	}
	var total, covered sum
	for _, g := range a.gridsOf[i] {
		if s := a.grounds[g].shape; s != nil {
			total.add(s.Area())
			covered.add(s.Area() * a.grounds[g].share)
		}
	}
	return Area{Total: total.value(), Covered: covered.value()}
}

// communityAccount counts one kind of demand of community i, at the one level that its numbers allow.
func (a *analysis) communityAccount(i int, k kind) (Demand, Account) {
	numbers, exempt := a.gridNumbers(i, k)
	return a.account(i, k.of(&a.City.Communities[i].Counts), numbers, exempt)
}

// account counts what community i states itself and by its grids; exempt are the grids that may go without a number.
func (a *analysis) account(i int, own data.Number, numbers []data.Number, exempt []bool) (Demand, Account) {
	demand := demandLevel(own, numbers, exempt)
	var t tally
	switch demand {
	case DemandGrid:
		known, missing := 0, 0
		for n, g := range a.gridsOf[i] {
			switch {
			case numbers[n].Known:
				t.add(numbers[n].V, &a.grounds[g])
				known++
			case !exempt[n]:
				missing++
			}
		}
		return demand, t.account(known, missing)
	case DemandCommunity, DemandEstimated:
		if g, ok := a.spread(i); ok {
			t.add(own.V, &g)
			return demand, t.account(1, 0)
		}
	}
	return DemandMissing, Account{Missing: max(1, len(numbers))}
}

// gridNumbers lists the counts of a community's grids and which of them are exempt.
func (a *analysis) gridNumbers(i int, k kind) (numbers []data.Number, exempt []bool) {
	return a.listGrids(i, func(g int) data.Number { return k.of(&a.City.Grids[g].Counts) })
}

func (r *Result) listGrids(i int, of func(g int) data.Number) (numbers []data.Number, exempt []bool) {
	numbers, exempt = make([]data.Number, 0, len(r.gridsOf[i])), make([]bool, 0, len(r.gridsOf[i]))
	for _, g := range r.gridsOf[i] {
		numbers = append(numbers, of(g))
		exempt = append(exempt, r.City.Grids[g].Exclusive)
	}
	return numbers, exempt
}

// spread returns the covered shares of the ground over which a community's own total is spread evenly.
func (a *analysis) spread(i int) (ground, bool) {
	if a.outlines[i].shape != nil {
		return a.outlines[i], true
	}
	var grounds []*ground
	for _, g := range a.gridsOf[i] {
		grounds = append(grounds, &a.grounds[g])
	}
	return meanGround(grounds)
}
