package charts

import (
	"github.com/paulmach/orb"

	"quarter/coverage"
)

// edges are the lines of the level above the communities, and around everything.
func (m *mapper) edges() (inner, outer []Path) {
	if m.ground.kind != "communities" {
		return nil, nil
	}
	level, _ := Breakdown(m.result)
	group := make([]int, len(m.ground.unit))
	for i, c := range m.ground.unit {
		group[i] = groupOf(m.result, level, c)
	}
	return edges(m.ground.geometry.Regions, group)
}

// groupOf is the number of a community's unit at a level.
func groupOf(r *coverage.Result, level coverage.Level, community int) int {
	street := r.City.Communities[community].Street
	switch level {
	case coverage.LevelStreet:
		return street
	case coverage.LevelDistrict:
		return r.City.Streets[street].District
	}
	return 0
}

// circles is the outer edge of all service circles together, as the map shows it and with every corner: never single discs on top of each
// other.
func (m *mapper) circles() (shown, full []Path) {
	slack := m.ground.geometry.slack()
	for _, polygon := range m.result.ServiceArea(arcFlatness) {
		for _, ring := range polygon {
			corners := m.ground.snap.snap(ring)
			if len(corners) > 3 {
				full = append(full, path(corners))
			}
			if corners = simplify(corners, slack); len(corners) > 3 {
				shown = append(shown, path(corners))
			}
		}
	}
	return shown, full
}

// blind are all blind zones, those too small for the list last.
func (m *mapper) blind() []Region { return m.blindOf(m.result) }

// blindOf are those of another result of the same ground.
func (m *mapper) blindOf(r *coverage.Result) []Region {
	var out []Region
	slack := m.ground.geometry.slack()
	add := func(shape orb.MultiPolygon) {
		if region := m.ground.snap.area(shape, slack); len(region) > 0 {
			out = append(out, region)
		}
	}
	for i := range r.Zones {
		add(r.Zones[i].Shape)
	}
	add(r.ZonesRest.Shape)
	return out
}
