package coverage

import (
	"math"

	"quarter/data"
)

// floorRules are the numbers of AREA-01 and AREA-03 as the profile states them; what it does not state is not borrowed.
type floorRules struct {
	per100, least    data.Number // of AREA-01
	roundUp, onlyNew bool
	main             data.Number // of AREA-03
	every            bool
}

func (r *Result) floorRules() floorRules {
	return floorRules{
		per100: r.limitOf("AREA-01", "per_100"), least: r.limitOf("AREA-01", "minimum"),
		roundUp: r.limitOf("AREA-01", "round_up_hundreds").V == 1, onlyNew: r.limitOf("AREA-01", "new_only").V == 1,
		main: r.limitOf("AREA-03", "minimum"), every: r.limitOf("AREA-03", "every_facility").V == 1,
	}
}

// regulated reports whether the profile requires any floor area.
func (f floorRules) regulated() bool { return f.per100.Known || f.least.Known }

// required is AREA-01, in m²: max(a_min, a_100 · households ÷ 100). Households are not rounded up to full hundreds unless the
// profile says so; with new_only the 20 m² bind new compounds alone.
func (f floorRules) required(households float64, isNew data.Flag) float64 {
	if f.roundUp {
		households = math.Ceil(households/100) * 100
	}
	if f.onlyNew && isNew != data.Yes {
		return f.least.Or(0)
	}
	return math.Max(f.least.Or(0), f.per100.Or(0)*households/100)
}

// FloorPer100 is what AREA-01 of the profile asks for 100 households, m²; missing where it asks for nothing.
func (r *Result) FloorPer100() data.Number { return r.floorRules().per100 }

// FloorLimit names the value of AREA-01 that the required area of a community rests on, "minimum" or "per_100"; "" where none is required.
func (r *Result) FloorLimit(u *Unit) string {
	rules := r.floorRules()
	switch {
	case u.Level != LevelCommunity || u.Floor.Evaluated == 0:
		return ""
	case rules.least.Known && u.Floor.Required == rules.least.V:
		return "minimum"
	}
	return "per_100"
}

// shortfall is AREA-02, in m²: max(0, required − actual); a difference within 1e-9 of the requirement is none.
func shortfall(required, actual float64) float64 {
	if reached(actual, required) {
		return 0
	}
	return required - actual
}

// facilities are the counted facilities of one community.
type facilities struct {
	n, missing      int // of them without floor area
	actual          float64
	largest, least  float64 // whole floor area of one facility, shared or not
	office, service data.Number
	serviceOf       float64 // floor area of the facilities that state a service area
	serviceMissing  int     // facilities that do not
}

// measureFloor fills Floor of every community.
func (a *analysis) measureFloor() error {
	if !a.City.HasCenters() {
		return nil
	}
	found, rules := a.collectFacilities(), a.floorRules()
	for i := range a.City.Communities {
		u, f := a.Community(i), &found[i]
		u.facilities = *f
		if u.Virtual {
			continue
		}
		u.Floor = Floor{
			Actual: f.actual, ActualKnown: int(indicator(f.n == 0 || f.n > f.missing)), ActualMissing: int(indicator(f.missing > 0)),
			Office: f.office, Service: f.service, ServiceOf: f.serviceOf, ServiceMissing: f.serviceMissing,
		}
		if rules.regulated() {
			a.evaluateFloor(u, f, rules)
		}
	}
	return nil
}

// evaluateFloor judges one community. 0 or missing households: neither required nor short. Where no facility of the input states its
// area nothing is known of anybody's; one facility without area leaves the shortfall unknown unless the others already suffice.
func (a *analysis) evaluateFloor(u *Unit, f *facilities, rules floorRules) {
	if u.Households.Known == 0 || !a.facts.floorArea {
		u.Floor.Missing = 1
		return
	}
	if u.Households.Total == 0 {
		return
	}
	need := rules.required(u.Households.Total, a.City.Communities[u.Index].IsNew)
	gap := shortfall(need, f.actual)
	if gap > 0 && f.missing > 0 {
		u.Floor.Missing = 1
		return
	}
	u.Floor.Required, u.Floor.Gap = need, gap
	u.Floor.Evaluated, u.Floor.Short = 1, int(indicator(gap > 0))
	u.Floor.Households, u.Floor.ActualEvaluated = u.Households.Total, f.actual
	main := f.mainOutcome(rules)
	u.Floor.Judged = int(indicator(gap > 0 || main != NoData))
	u.Floor.Attained = int(indicator(gap == 0 && (main == Attained || main == NotApplicable)))
}

// mainOutcome is AREA-03: the main (largest) facility decides, or every one where the profile asks for that.
func (f *facilities) mainOutcome(rules floorRules) Outcome {
	least := rules.main.V
	switch {
	case !rules.main.Known:
		return NotApplicable
	case rules.every && f.n > f.missing && !reached(f.least, least):
		return NotAttained
	case !rules.every && f.n > f.missing && reached(f.largest, least):
		return Attained
	case f.missing > 0:
		return NoData
	case rules.every && f.n > 0:
		return Attained
	}
	return NotAttained
}

// collectFacilities adds every counted facility to its communities; one shared by several is split by their households, or evenly
// where those are not known.
func (a *analysis) collectFacilities() []facilities {
	out := make([]facilities, len(a.City.Communities))
	for i := range a.City.Centers {
		c := &a.City.Centers[i]
		if !a.Centers[i].Facility {
			continue
		}
		for k, share := range a.split(c.Communities) {
			out[c.Communities[k]].add(c, share)
		}
	}
	return out
}

func (a *analysis) split(communities []int) []float64 {
	shares := make([]float64, len(communities))
	total, known := 0.0, true
	for _, m := range communities {
		h := a.Community(m).Households
		known = known && h.Known > 0
		total += h.Total
	}
	for k, m := range communities {
		shares[k] = 1 / float64(len(communities))
		if known && total > 0 {
			shares[k] = a.Community(m).Households.Total / total
		}
	}
	return shares
}

func (f *facilities) add(c *data.Center, share float64) {
	f.n++
	if !c.FloorArea.Known || !c.ServiceArea.Known {
		f.serviceMissing++
	}
	if !c.FloorArea.Known {
		f.missing++
		return
	}
	area := c.FloorArea.V
	if f.n-f.missing == 1 || area < f.least {
		f.least = area
	}
	f.largest = math.Max(f.largest, area)
	f.actual += area * share
	addKnown(&f.office, c.OfficeArea, share)
	if c.ServiceArea.Known {
		addKnown(&f.service, c.ServiceArea, share)
		f.serviceOf += area * share
	}
}

func addKnown(to *data.Number, n data.Number, share float64) {
	if n.Known {
		*to = data.Num(to.V + n.V*share)
	}
}
