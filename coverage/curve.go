package coverage

import (
	"math"
	"slices"

	"quarter/data"
)

// The coverage curve of a unit is how many of its people live within a distance of a counted center, for every distance of
// Result.Radii. Circles of one radius never change the Voronoi cells of their centers, so each ground is cut once (geo.Reach) and the
// share within any distance is a sum over the edges of its pieces: exact, and cheap enough for a hundred distances (ALGORITHMS 3).
//
// Laws: a curve never falls; at the service radius it is the people covered, at the strict radius those covered strictly; the curve
// of a unit is the sum of those of its communities; from the farthest place on it is all people.

// Distances of the curve that no assumption names, m.
const (
	curveStep = 50
	curveEnd  = 3000
)

// measureCurves fills Within of every unit and the distribution of distances.
func (a *analysis) measureCurves() error {
	a.Walkers = a.walkers()
	a.Sensitivity = a.walkingRange()
	a.Radii = a.radii()
	if len(a.disks.center) > 0 {
		err := each(a.ctx, len(a.City.Communities), a.Options.Threads, func(i int) {
			if u := a.Community(i); u.People.Known > 0 {
				u.Within = curve(a.places[a.placesOf[i]:a.placesOf[i+1]], a.Radii)
			}
		})
		if err != nil {
			return err
		}
		a.sumUp(addCurve)
	}
	for i := range len(a.Units) + len(a.Groups) {
		a.noise = math.Max(a.noise, a.unit(i).straighten())
	}
	a.Distances = a.distribution()
	return nil
}

// unit returns one of all units, groups behind the others.
func (a *analysis) unit(i int) *Unit {
	if i < len(a.Units) {
		return &a.Units[i]
	}
	return &a.Groups[i-len(a.Units)]
}

// radii lists all distances of the curve, ascending. Of two within 1e-9 of each other the one named first stays.
func (a *analysis) radii() []float64 {
	named := []float64{a.Circle.Radius.Meters(), a.Circle.StrictRadius.Meters()}
	for _, b := range a.radiusBars() {
		named = append(named, b.lowRadius, b.highRadius)
	}
	for _, w := range a.Walkers {
		named = append(named, w.Radius)
	}
	for _, name := range []string{"radius_10", "radius_5"} {
		if r := a.limitOf("COV-01", name); r.V > 0 {
			named = append(named, r.V)
		}
	}
	for d := curveStep; d <= curveEnd; d += curveStep {
		named = append(named, float64(d))
	}
	var out []float64
	for _, d := range named {
		if at, found := findRadius(out, d); !found {
			out = slices.Insert(out, at, d)
		}
	}
	return out
}

// findRadius looks a distance up among ascending ones, to 1e-9 of it; where there is none it says where it would stand.
func findRadius(radii []float64, d float64) (int, bool) {
	at, _ := slices.BinarySearch(radii, d-1e-9*d)
	return at, at < len(radii) && within(radii[at], d)
}

// curve counts the people of some places within each of the radii. A place costs nothing at radii that reach none of it or all.
func curve(places []place, radii []float64) []float64 {
	part, whole := make([]sum, len(radii)), make([]sum, len(radii)+1) // whole[k]: wholly within reach from radii[k] on
	for i := range places {
		p := &places[i]
		k, _ := slices.BinarySearch(radii, p.near)
		for ; k < len(radii) && radii[k] < p.far; k++ {
			part[k].add(p.within(radii[k]))
		}
		whole[k].add(p.people)
	}
	out := make([]float64, len(radii))
	var settled sum
	for k := range radii {
		settled.include(whole[k])
		all := settled
		all.include(part[k])
		out[k] = all.value()
	}
	return out
}

func addCurve(u, below *Unit) {
	if u.Within == nil && below.Within != nil {
		u.Within = make([]float64, len(below.Within))
	}
	addTo(u.Within, below.Within)
}

// straighten takes rounding out of a curve, so that it never falls and never passes all people; it returns the most people that it
// had to move.
func (u *Unit) straighten() float64 {
	moved, before := 0.0, 0.0
	for k, n := range u.Within {
		u.Within[k] = math.Min(math.Max(n, before), u.People.Total)
		moved = math.Max(moved, math.Abs(u.Within[k]-n))
		before = u.Within[k]
	}
	return moved
}

// WithinRadius returns how many people of the unit live within a straight distance of a counted center, for the distances of Radii
// (to 1e-9). It is missing for any other distance, where nobody is counted, and where no layer of centers was given; 0 where no
// center counts.
func (r *Result) WithinRadius(u *Unit, radius float64) data.Number {
	at, found := findRadius(r.Radii, radius)
	switch {
	case !found || u.People.Known == 0 || !r.City.HasCenters():
		return data.Number{}
	case u.Within == nil:
		return data.Num(0)
	}
	return data.Num(u.Within[at])
}

// Steps of the distance distribution: 100 m bars up to 3 km, the rest in one.
const (
	distanceStep = 100
	distanceBars = 30
)

// distribution bins the people of the whole area by the distance to their nearest counted center: the steps of the curve.
func (a *analysis) distribution() Distribution {
	d, t := Distribution{Step: distanceStep, People: make([]float64, distanceBars)}, a.Total()
	if t.Within == nil {
		return d
	}
	before := 0.0
	for k := range d.People {
		reached := a.WithinRadius(t, float64(k+1)*distanceStep).V
		d.People[k], before = reached-before, reached
	}
	d.Beyond, d.Total = t.People.Total-before, t.People.Total
	return d
}
