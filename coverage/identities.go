package coverage

import "math"

// identities are what must hold in every result: covered + uncovered = total at every level, levels add up, shares lie in [0, 1],
// the shortfall is the sum of gaps, the distance distribution at the radius is the coverage.
func (a *analysis) identities() []Check {
	total := a.Total()
	people := 1e-9 * math.Max(1, total.People.Total)
	out := []Check{{Key: "population_input", Left: total.People.Total, Right: a.inputPeople(), Tolerance: people}}
	if a.City.HasCenters() {
		out = append(out, Check{Key: "covered_uncovered", Left: total.People.Covered + total.People.Uncovered, Right: total.People.Total, Tolerance: people})
	}
	for _, l := range []Level{LevelDistrict, LevelStreet, LevelCommunity} {
		out = append(out, a.levelChecks(l)...)
	}
	if a.City.HasCenters() {
		out = append(out, Check{Key: "shares", Left: a.sharesOutside(), Right: 0}, a.gapCheck())
		out = append(out, a.depthChecks()...)
		out = append(out, a.zoneChecks()...)
	}
	return append(out, a.reachChecks()...)
}

// inputPeople adds up the counts once more, straight from the input.
func (a *analysis) inputPeople() float64 {
	var s sum
	kind := a.kinds()[0]
	for i := range a.City.Communities {
		switch a.Community(i).Demand {
		case DemandGrid:
			for _, g := range a.gridsOf[i] {
				s.add(kind.of(&a.City.Grids[g].Counts).Or(0))
			}
		case DemandCommunity, DemandEstimated:
			s.add(kind.of(&a.City.Communities[i].Counts).V)
		}
	}
	return s.value()
}

var levelKeys = [...]string{"total", "districts", "streets", "communities", "groups"}

// levelChecks compares the sum over one level with the whole area.
func (a *analysis) levelChecks(l Level) []Check {
	var people, covered, households, gap sum
	for i := range a.Level(l) {
		u := &a.Level(l)[i]
		people.add(u.People.Total)
		covered.add(u.People.Covered)
		households.add(u.Households.Total)
		gap.add(u.Floor.Gap)
	}
	t := a.Total()
	check := func(key string, left, right float64) Check {
		return Check{Key: key + "_" + levelKeys[l], Left: left, Right: right, Tolerance: 1e-9 * math.Max(1, math.Abs(right))}
	}
	out := []Check{check("population", people.value(), t.People.Total), check("households", households.value(), t.Households.Total)}
	if a.City.HasCenters() {
		out = append(out, check("covered", covered.value(), t.People.Covered), check("gap", gap.value(), t.Floor.Gap))
	}
	return out
}

// sharesOutside counts covered shares outside [0, 1].
func (a *analysis) sharesOutside() float64 {
	n := 0.0
	for _, grounds := range [][]ground{a.grounds, a.outlines} {
		for i := range grounds {
			for _, v := range []float64{grounds[i].share, grounds[i].strict, grounds[i].own} {
				if !(v >= 0 && v <= 1) {
					n++
				}
			}
		}
	}
	return n
}

func (a *analysis) gapCheck() Check {
	var gaps sum
	for i := range a.City.Communities {
		f := a.Community(i).Floor
		if f.Evaluated == 1 {
			gaps.add(shortfall(f.Required, f.ActualEvaluated))
		}
	}
	t := a.Total().Floor.Gap
	return Check{Key: "shortfall", Left: t, Right: gaps.value(), Tolerance: 1e-9 * math.Max(1, t)}
}

// depthChecks compare depths from the arc sweep with the union by power cells, and with every circle by itself.
func (a *analysis) depthChecks() []Check {
	var people, times, inCircles, served sum
	for k, n := range a.Depths {
		people.add(n)
		times.add(float64(k) * n)
	}
	for i := range a.Centers {
		inCircles.add(a.Centers[i].People)
		served.add(a.Centers[i].Alone)
	}
	check := func(key string, left, right float64) Check {
		return Check{Key: key, Left: left, Right: right, Tolerance: 1e-9 * math.Max(1, math.Max(right, a.Total().People.Total))}
	}
	return []Check{
		check("depth_population", people.value(), a.Total().People.Total),
		check("depth_uncovered", a.inExactly(0), a.Total().People.Uncovered),
		check("depth_circles", times.value(), inCircles.value()),
		check("depth_alone", served.value(), a.inExactly(1)),
	}
}

// zoneChecks compare the people of all blind zones with those uncovered.
func (a *analysis) zoneChecks() []Check {
	if _, regulated := a.Profile.Rule("COV-08"); !regulated {
		return nil
	}
	var people sum
	for _, z := range a.Zones {
		people.add(z.People)
	}
	people.add(a.ZonesRest.People)
	p := a.Total().People
	return []Check{{Key: "zones_people", Left: people.value(), Right: p.Uncovered, Tolerance: 1e-9 * math.Max(1, p.Total)}}
}

// inExactly returns the people of the whole area in exactly k circles.
func (r *Result) inExactly(k int) float64 {
	if k < len(r.Depths) {
		return r.Depths[k]
	}
	return 0
}

// reachChecks compare two independent ways to the same figure: power cells at the radius, Voronoi pieces at every distance; and see
// that curves rise, and no farther than to all people.
func (a *analysis) reachChecks() []Check {
	if len(a.disks.center) == 0 {
		return nil
	}
	t, c := a.Total(), a.Circle
	tolerance := 1e-9 * math.Max(1, t.People.Total)
	return []Check{
		{Key: "distance_at_radius", Left: a.WithinRadius(t, c.Radius.Meters()).V, Right: t.People.Covered, Tolerance: tolerance},
		{Key: "distance_at_strict", Left: a.WithinRadius(t, c.StrictRadius.Meters()).V, Right: t.People.Strict, Tolerance: tolerance},
		{Key: "curve", Left: a.noise, Right: 0, Tolerance: tolerance},
	}
}
