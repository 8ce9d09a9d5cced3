package coverage

import (
	"cmp"
	"maps"
	"slices"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// A blind zone (COV-08, ALGORITHMS 2.6) is a connected part of a street outside all circles; of the district, or of the whole area, where the
// data have no streets. It is put together from the grounds that people stand on:
//
//	1 lands    the grounds of every community with data, and how many people and households live uncovered on each   (zone_land.go)
//	2 cut      the parts of each ground outside all circles; they share out its people by area                       (zone_land.go)
//	3 join     the parts that touch inside one street, over community borders                                        (here)
//	4 rank     most people first; those under the profile's limit are added up in the rest                           (here)
//	5 describe where a zone lies, and how far it is from a center                                                    (zone_view.go)
//
// People are exact: shares of exact areas of exact circles. Shapes are flattened at 0.1 m, and gaps of up to 1 m between grounds are closed.
const (
	zoneFlatness = 0.1 * geo.Meter // of all outlines with arcs, in files
	zoneGap      = 1 * geo.Meter   // parts closer than this touch; along a metre at least
)

// findZones lists the blind zones (COV-08).
func (a *analysis) findZones() error {
	rule, regulated := a.Profile.Rule("COV-08")
	if !regulated || !a.City.HasCenters() {
		return nil
	}
	lands, err := a.uncoveredLands()
	if err != nil {
		return err
	}
	zones, err := a.joinLands(lands)
	if err != nil {
		return err
	}
	slices.SortStableFunc(zones, func(y, z Zone) int { return cmp.Compare(z.People, y.People) })
	least := limit(rule, "min_people")
	listed := 0
	for listed < len(zones) && reached(zones[listed].People, least.Or(0)) {
		listed++
	}
	a.Zones = zones[:listed:listed]
	a.addRest(zones[listed:], lands)
	a.countZones()
	extents := a.extents()
	return each(a.ctx, len(a.Zones), a.Options.Threads, func(i int) { a.describe(&a.Zones[i], extents[a.Zones[i].Unit]) })
}

// joinLands puts the zones together, in order of units and of their first communities.
func (a *analysis) joinLands(lands []land) ([]Zone, error) {
	byUnit := map[int][]*land{}
	for i := range lands {
		u := a.zoneUnit(lands[i].community)
		byUnit[u] = append(byUnit[u], &lands[i])
	}
	units := slices.Sorted(maps.Keys(byUnit))
	found := make([][]Zone, len(units))
	err := each(a.ctx, len(units), a.Options.Threads, func(i int) {
		found[i] = append(joinPieces(byUnit[units[i]]), joinPoints(byUnit[units[i]])...)
		for k := range found[i] {
			found[i][k].Unit = units[i]
		}
		slices.SortStableFunc(found[i], func(y, z Zone) int { return cmp.Compare(slices.Min(y.Communities), slices.Min(z.Communities)) })
	})
	return slices.Concat(found...), err
}

// zoneUnit returns the unit that the zones of community i belong to: the lowest one above it that the data name.
func (a *analysis) zoneUnit(i int) int {
	u := a.Units[a.start[LevelCommunity]+i].Parent
	for u > 0 && a.Units[u].Virtual {
		u = a.Units[u].Parent
	}
	return u
}

// part is a share of what lives uncovered on a land.
type part struct {
	*land
	area, share float64
}

// joinPieces makes a zone of every group of pieces that touch. Land where nobody lives is part of a zone, but none by itself.
func joinPieces(lands []*land) []Zone {
	var polygons []orb.Polygon
	var parts []part
	for _, l := range lands {
		for _, p := range l.pieces {
			polygons = append(polygons, p.Outline)
			parts = append(parts, part{l, p.Area, p.Area / l.area})
		}
	}
	var zones []Zone
	for _, group := range geo.Join(polygons, zoneGap, zoneGap) {
		members := make([]part, len(group.Members))
		for i, m := range group.Members {
			members[i] = parts[m]
		}
		if z := newZone(members); z.People > 0 || z.Households > 0 {
			z.Shape = group.Outline
			zones = append(zones, z)
		}
	}
	return zones
}

// joinPoints makes one zone of the uncovered points of each community. It has no shape; its place is the point with most people.
func joinPoints(lands []*land) []Zone {
	var zones []Zone
	for from, to := 0, 0; from < len(lands); from = to {
		var members []part
		most := from
		for to = from; to < len(lands) && lands[to].community == lands[from].community; to++ {
			if l := lands[to]; l.ground.shape == nil && l.ground.share < 1 {
				members = append(members, part{l, 0, 1})
				if lands[most].ground.shape != nil || l.people > lands[most].people {
					most = to
				}
			}
		}
		if z := newZone(members); z.People > 0 || z.Households > 0 {
			z.Point = lands[most].ground.point
			zones = append(zones, z)
		}
	}
	return zones
}

// newZone adds up the parts of a zone.
func newZone(parts []part) Zone {
	var people, households, area sum
	byCommunity := map[int]float64{}
	for _, p := range parts {
		people.add(p.people * p.share)
		households.add(p.households * p.share)
		area.add(p.area)
		byCommunity[p.community] += p.people * p.share
	}
	z := Zone{People: people.value(), Households: households.value(), Area: area.value(), Nearest: data.None}
	z.Communities = slices.SortedFunc(maps.Keys(byCommunity), func(i, j int) int {
		return cmp.Or(cmp.Compare(byCommunity[j], byCommunity[i]), cmp.Compare(i, j))
	})
	return z
}

// addRest adds up the zones that are not listed, and what lives on slivers too thin for a part of their own.
func (a *analysis) addRest(zones []Zone, lands []land) {
	var people, households, area sum
	for _, z := range zones {
		people.add(z.People)
		households.add(z.Households)
		area.add(z.Area)
		a.ZonesRest.Shape = append(a.ZonesRest.Shape, z.Shape...)
	}
	for _, l := range lands {
		if l.ground.shape != nil && len(l.pieces) == 0 {
			people.add(l.people)
			households.add(l.households)
		}
	}
	a.ZonesRest.Count = len(zones)
	a.ZonesRest.People, a.ZonesRest.Households, a.ZonesRest.Area = people.value(), households.value(), area.value()
}

// countZones counts the listed zones of every unit that they reach into, each once.
func (a *analysis) countZones() {
	for _, z := range a.Zones {
		var seen []*Unit
		for _, m := range z.Communities {
			units := []*Unit{a.groupOf(m)}
			for i := a.start[LevelCommunity] + m; i >= 0; i = a.Units[i].Parent {
				units = append(units, &a.Units[i])
			}
			for _, u := range units {
				if u != nil && !slices.Contains(seen, u) {
					seen = append(seen, u)
					u.Zones++
				}
			}
		}
	}
}

// blindZones counts the listed blind zones that reach into a unit (COV-08).
func blindZones(r *Result, u *Unit) Value {
	if _, regulated := r.Profile.Rule("COV-08"); !regulated {
		return Value{}
	}
	return r.ofCircles(count(u.Zones))
}

// saidHouseholds is a number of households of blind zones, missing where no households were given.
func (r *Result) saidHouseholds(v float64) data.Number {
	if r.Total().Households.Known == 0 {
		return data.Number{}
	}
	return data.Num(v)
}
