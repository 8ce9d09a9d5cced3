package coverage

import (
	"math"

	"quarter/data"
)

// required is AREA-01, in m²: max(a_min, a_100 · households ÷ 100). Households are not rounded up to full hundreds unless the
// profile says so; with new_only the 20 m² bind new compounds alone.
func required(p data.Profile, households float64, isNew data.Flag) float64 {
	if p.Value("AREA-01", "round_up_hundreds", 0) == 1 {
		households = math.Ceil(households/100) * 100
	}
	least := p.Value("AREA-01", "minimum", 300)
	if p.Value("AREA-01", "new_only", 0) == 1 && isNew != data.Yes {
		return least
	}
	return math.Max(least, p.Value("AREA-01", "per_100", 20)*households/100)
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
}

// measureFloor fills Floor of every community whose profile regulates AREA-01.
func (a *analysis) measureFloor() error {
	if !a.City.HasCenters() {
		return nil
	}
	found := a.collectFacilities()
	_, regulated := a.Profile.Rule("AREA-01")
	for i := range a.City.Communities {
		u := a.Community(i)
		f := &found[i]
		u.Floor = Floor{Actual: f.actual, Office: f.office, Service: f.service, ServiceOf: f.serviceOf}
		if regulated {
			a.evaluateFloor(u, f)
		}
		u.facilities = *f
	}
	return nil
}

// evaluateFloor judges one community. 0 or missing households: neither required nor short. A facility without floor area leaves the
// shortfall unknown unless the others already suffice.
func (a *analysis) evaluateFloor(u *Unit, f *facilities) {
	if u.Households.Known == 0 {
		u.Floor.Missing = 1
		return
	}
	if u.Households.Total == 0 {
		return
	}
	need := required(a.Profile, u.Households.Total, a.City.Communities[u.Index].IsNew)
	gap := shortfall(need, f.actual)
	if gap > 0 && f.missing > 0 {
		u.Floor.Missing = 1
		return
	}
	u.Floor.Required, u.Floor.Gap = need, gap
	u.Floor.Evaluated, u.Floor.Short = 1, int(indicator(gap > 0))
	u.Floor.Households, u.Floor.ActualEvaluated = u.Households.Total, f.actual
	if gap == 0 && f.mainOutcome(a.Profile) == Attained {
		u.Floor.Attained = 1
	}
}

// mainOutcome is AREA-03: the main (largest) facility decides, or every one where the profile asks for that.
func (f *facilities) mainOutcome(p data.Profile) Outcome {
	least := p.Value("AREA-03", "minimum", 300)
	if p.Value("AREA-03", "every_facility", 0) == 1 {
		switch {
		case f.n == 0 || f.n > f.missing && !reached(f.least, least):
			return NotAttained
		case f.missing > 0:
			return NoData
		}
		return Attained
	}
	switch {
	case reached(f.largest, least):
		return Attained
	case f.missing > 0:
		return NoData
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
