package coverage

import "quarter/data"

// sayWhatIsMissing lists what the input does not allow to say, each once.
func (a *analysis) sayWhatIsMissing() error {
	c, t := a.City, a.Total()
	say := func(key string, missing bool, count int) {
		if missing {
			a.Unsaid = append(a.Unsaid, Unsaid{Key: key, Count: count})
		}
	}
	say("no_communities", !c.HasCommunities(), 0)
	say("no_grids", !c.HasGrids(), 0)
	say("no_centers", !c.HasCenters(), 0)
	say("no_counted_center", c.HasCenters() && len(a.disks.center) == 0, 0)
	say("no_districts", allVirtual(a.Level(LevelDistrict)), 0)
	say("no_streets", allVirtual(a.Level(LevelStreet)), 0)
	say("no_population", len(a.Basis.Present) == 0, 0)
	say("basis_households", len(a.Basis.Present) > 0 && a.Basis.Basis == data.ByHouseholds, 0)
	say("no_households", t.Households.Known == 0, 0)
	say("no_floor_area", c.HasCenters() && !a.anyCenter(func(s *data.Center) bool { return s.FloorArea.Known }), 0)
	say("no_tier", c.HasCenters() && !a.anyCenter(func(s *data.Center) bool { return s.Tier != data.TierUnknown }), 0)
	say("no_demo_site", c.HasCenters() && !a.anyCenter(func(s *data.Center) bool { return s.DemoSite != data.Unstated }), 0)
	say("no_service_points", c.HasGrids() && !a.knowsPoints(), 0)
	for _, factor := range a.factorsLeftOut() {
		say("workload_no_"+factor, true, 0)
	}
	say("people_missing", t.People.Missing > 0, t.People.Missing)
	say("households_missing", t.Households.Missing > 0, t.Households.Missing)
	say("people_estimated", a.Basis.Estimated > 0, a.Basis.Estimated)
	orphans := a.orphanGrids()
	say("grids_without_community", c.HasCommunities() && orphans > 0, orphans)
	exempt := a.exemptWithoutPeople()
	say("exempt_missing", exempt > 0, exempt)
	say("floor_missing", t.Floor.Missing > 0, t.Floor.Missing)
	say("floor_partial", a.partialFloors() > 0, a.partialFloors())
	say("depth_differs", a.Guard.Differ > 0, a.Guard.Differ)
	say("services_blank", a.centersWithoutService() > 0, a.centersWithoutService())
	say("strict_equals_radius", a.Circle.StrictRadius == a.Circle.Radius, 0)
	return nil
}

// orphanGrids counts the grids that belong to no community.
func (a *analysis) orphanGrids() int {
	n := 0
	for i := range a.City.Communities {
		if a.City.Communities[i].Virtual {
			n += len(a.gridsOf[i])
		}
	}
	return n
}

// exemptWithoutPeople counts the exclusive grids without a count: nobody is counted there, whoever may live in them.
func (a *analysis) exemptWithoutPeople() int {
	n := 0
	for i := range a.Grids {
		if g := &a.Grids[i]; g.Size == SizeExempt && g.Used && !g.People.Known {
			n++
		}
	}
	return n
}

func allVirtual(units []Unit) bool {
	for i := range units {
		if !units[i].Virtual {
			return false
		}
	}
	return true
}

func (a *analysis) anyCenter(has func(*data.Center) bool) bool {
	for i := range a.City.Centers {
		if has(&a.City.Centers[i]) {
			return true
		}
	}
	return false
}

// partialFloors counts the communities whose requirement rests on some of their grids only.
func (a *analysis) partialFloors() int {
	n := 0
	for i := range a.City.Communities {
		u := a.Community(i)
		if u.Floor.Evaluated == 1 && u.Households.Missing > 0 {
			n++
		}
	}
	return n
}
