package coverage

import (
	"slices"

	"quarter/data"
)

// facts are what the input says anything about at all.
type facts struct {
	floorArea, serviceArea, tier, demoSite, comprehensive, servicePoints, opening bool
	looseDistrictCenter                                                           bool // a working district-level center lies in no district

	gridCounts [2]bool // by kind of count, people and households: some grid that is not exclusive states it

	work   [works]bool // GRID-06: factors that some grid states
	fields map[data.Layer]map[data.Field]bool
}

func (a *analysis) findFacts() {
	a.facts = facts{
		floorArea:     a.anyCenter(func(s *data.Center) bool { return s.FloorArea.Known }),
		serviceArea:   a.anyCenter(func(s *data.Center) bool { return s.ServiceArea.Known }),
		tier:          a.anyCenter(func(s *data.Center) bool { return s.Tier != data.TierUnknown }),
		demoSite:      a.anyCenter(func(s *data.Center) bool { return s.DemoSite != data.Unstated }),
		comprehensive: a.anyCenter(func(s *data.Center) bool { return s.Comprehensive != data.Unstated }),
		opening:       a.anyCenter(func(s *data.Center) bool { return s.Extended != data.Unstated }),
		servicePoints: a.knowsPoints(),
		looseDistrictCenter: a.anyCenter(func(s *data.Center) bool {
			return s.Tier == data.TierDistrict && s.District == data.None && a.Options.works(s)
		}),
		fields: map[data.Layer]map[data.Field]bool{},
	}
	for layer, fields := range a.City.Attributes {
		a.facts.fields[layer] = map[data.Field]bool{}
		for field, values := range fields {
			a.facts.fields[layer][field] = slices.ContainsFunc(values, func(n data.Number) bool { return n.Known })
		}
	}
	a.findWork()
	for k, kind := range a.kinds() {
		a.facts.gridCounts[k] = slices.ContainsFunc(a.City.Grids, func(g data.Grid) bool { return !g.Exclusive && kind.of(&g.Counts).Known })
	}
}

// given reports whether any unit of a layer states one of the fields.
func (r *Result) given(layer data.Layer, fields ...data.Field) bool {
	return slices.ContainsFunc(fields, func(f data.Field) bool { return r.facts.fields[layer][f] })
}
