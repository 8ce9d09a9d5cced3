package coverage

import "quarter/data"

// measurePopularity fills PROV-06: visits ÷ residents served in the same period, of every center in service. The residents are those
// that the file states; else those of the street or district for a center of that level, else those of its own communities, else
// those inside its circle. It ranks centers and judges none.
func (a *analysis) measurePopularity() {
	for i := range a.City.Centers {
		visits := a.City.Attribute(data.LayerCenters, data.FieldVisits, i)
		if served := a.served(i); visits.Known && a.inService(i) && served > 0 {
			a.Centers[i].Popularity = data.Num(visits.V / served)
		}
	}
}

// served is how many residents a center serves; 0 where nobody knows, or knows of some only. Households are no residents.
func (a *analysis) served(i int) float64 {
	if stated := a.City.Attribute(data.LayerCenters, data.FieldServed, i); stated.Known {
		return stated.V
	}
	if a.Basis.Basis == data.ByHouseholds {
		return 0
	}
	c := &a.City.Centers[i]
	switch {
	case c.Tier == data.TierDistrict && c.District != data.None:
		return everybody(&a.Level(LevelDistrict)[c.District])
	case c.Tier == data.TierStreet && c.Street != data.None:
		return everybody(&a.Level(LevelStreet)[c.Street])
	case len(c.Communities) == 0:
		return a.Centers[i].People
	}
	var own sum
	for _, m := range c.Communities {
		people := everybody(a.Community(m))
		if people == 0 {
			return 0
		}
		own.add(people)
	}
	return own.value()
}

// everybody is the people of a unit; 0 where some of its ground has no count.
func everybody(u *Unit) float64 {
	if u.People.Missing > 0 {
		return 0
	}
	return u.People.Total
}
