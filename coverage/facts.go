package coverage

import (
	"slices"

	"quarter/data"
)

// facts are what the input says anything about at all.
type facts struct {
	floorArea, serviceArea, tier, demoSite, comprehensive, servicePoints, opening bool
	looseDistrictCenter                                                           bool // a working district-level center lies in no district

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
}

// given reports whether any unit of a layer states one of the fields.
func (r *Result) given(layer data.Layer, fields ...data.Field) bool {
	return slices.ContainsFunc(fields, func(f data.Field) bool { return r.facts.fields[layer][f] })
}
