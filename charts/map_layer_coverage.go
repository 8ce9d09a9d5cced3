package charts

import (
	"cmp"
	"slices"

	"quarter/coverage"
)

// coverageLayer colours the ground by population coverage, in classes that stand on the standards. Blind zones, circles and sites belong
// to it.
func (m *mapper) coverageLayer() Layer {
	l := Layer{Key: "coverage", Title: m.coverageTitle(), Reading: m.coverageReading(), Circles: true, Tips: m.regionTips()}
	classes := m.coverageClasses()
	if m.ground.kind == "communities" {
		return m.ofRegions(l, classes, func(u *coverage.Unit) string {
			if v := u.Get("coverage_pop"); v.Known {
				return coverageSwatch(v.V)
			}
			return absenceClass(NoCoverage(m.result, u))
		})
	}
	of := make([]string, len(m.ground.unit))
	for i, grid := range m.ground.unit {
		of[i] = classNoData
		if share := gridShare(m.result, grid); share.Known {
			of[i] = coverageSwatch(share.V)
		}
	}
	return m.paint(l, classes, of, m.ground.missing)
}

func coverageSwatch(share float64) string { return "class-" + itoa(CoverageClass(share)) }

// coverageClasses go from high to low; without centers there are none.
func (m *mapper) coverageClasses() []Class {
	var out []Class
	for i := len(coverageColors) - 1; i >= 0 && m.result.City.HasCenters(); i-- {
		out = append(out, class("class-"+itoa(i), "", m.lang.T("map.coverage."+itoa(i))))
	}
	return out
}

// largeZone is the share of the people outside from which one blind zone is the finding of the map.
const largeZone = .2

func (m *mapper) coverageTitle() string {
	total := m.result.Total()
	if !m.result.City.HasCenters() {
		return m.lang.T("map.coverage.title.nocenters")
	}
	if !total.Get("coverage_pop").Known {
		return m.lang.T("map.coverage.title.nopeople")
	}
	people := PeopleOf(total.People)
	args := []any{
		"circle", CircleName(m.lang, m.result), "covered", people.Covered, "uncovered", people.Uncovered,
		"unit", peopleUnit(m.result, m.lang), "people", peopleWord(m.result, m.lang),
	}
	switch worst := m.mostUncovered(); {
	case round(total.People.Uncovered) < 1:
		return m.lang.T("map.coverage.title.all", args...)
	case len(m.result.Zones) > 0:
		z, key := &m.result.Zones[0], "map.coverage.title.zone"
		share := z.People / total.People.Uncovered
		switch {
		case share < largeZone:
			key = "map.coverage.title.zones"
		case near(share, 1) || Whole(z.People) == people.Uncovered:
			key = "map.coverage.title.only"
		}
		return m.lang.T(key, append(args, "name", m.names.Zone(z), "n", Whole(z.People), "share", Rate(share))...)
	case worst != nil:
		return m.lang.T("map.coverage.title.worst", append(args, "name", m.names.Distinct(worst), "n", PeopleOf(worst.People).Uncovered)...)
	}
	return m.lang.T("map.coverage.title", args...)
}

// mostUncovered is the unit of the breakdown with the most people outside; nil where the area has only one, or nobody is outside.
func (m *mapper) mostUncovered() *coverage.Unit {
	_, units := Breakdown(m.result)
	if len(units) < 2 {
		return nil
	}
	worst := slices.MaxFunc(units, func(a, b coverage.Unit) int { return cmp.Compare(a.People.Uncovered, b.People.Uncovered) })
	if round(worst.People.Uncovered) < 1 {
		return nil
	}
	return &worst
}

// coverageReading says what is coloured by what, and how much of the ground and of the people is inside.
func (m *mapper) coverageReading() string {
	total := m.result.Total()
	if !total.Get("coverage_pop").Known {
		return m.lang.T("map.coverage.reading.nothing")
	}
	area := total.Get("coverage_area")
	people, rate := peopleWord(m.result, m.lang), CoverageRate(m.lang, m.result, total)
	return m.lang.T("map.coverage.reading."+m.ground.kind, "circle", CircleName(m.lang, m.result), "people", people) +
		m.lang.T("map.coverage.reading", "area", shownIf(area.Known, Rate(area.V)), "rate", rate, "people", people)
}
