package charts

import "quarter/coverage"

// depthLayer colours communities by how many circles at least half of their people live in: a class, read from the people that
// coverage counted by depth.
func (m *mapper) depthLayer() Layer {
	total, people := m.result.Total(), peopleWord(m.result, m.lang)
	l := Layer{
		Key: "depth",
		Title: m.lang.T("map.depth.title", "people", people,
			"many", Percent((total.Depth[2]+total.Depth[3])/total.People.Total), "none", Percent(total.Depth[0]/total.People.Total)),
		Reading: m.lang.T("map.depth.reading", "people", people, "r", Radius(m.result, m.result.Circle.Radius.Meters())),
	}
	l.Tips = m.communityTips([]string{m.depthLabel(0), m.depthLabel(1), m.depthLabel(2), m.depthLabel(3)}, m.depthCells)
	var classes []Class
	for k := len(depthFills) - 1; k >= 0; k-- {
		classes = append(classes, class("depth-"+itoa(k), "", m.lang.T("map.depth."+itoa(k), "people", people)))
	}
	return m.ofRegions(l, classes, func(u *coverage.Unit) string {
		if !u.Get("coverage_pop").Known {
			return absenceClass(NoCoverage(m.result, u))
		}
		return "depth-" + itoa(medianDepth(u))
	})
}

// medianDepth is the largest number of circles, 3 at most, that at least half of a unit's people live in.
func medianDepth(u *coverage.Unit) int {
	atLeast := 0.0
	for k := len(u.Depth) - 1; k > 0; k-- {
		if atLeast += u.Depth[k]; Reached(2*atLeast, u.People.Total) {
			return k
		}
	}
	return 0
}

func (m *mapper) depthLabel(k int) string { return m.lang.T("map.depth.in." + itoa(k)) }

// depthCells are a unit's people by depth, as whole people that add up.
func (m *mapper) depthCells(u *coverage.Unit) []string {
	out := make([]string, len(u.Depth))
	known := u.Get("coverage_pop").Known
	people := apportion(u.Depth[:], round(u.People.Total))
	for k := range out {
		out[k] = NoCoverage(m.result, u).Word(m.lang)
		if known {
			out[k] = Whole(people[k])
		}
	}
	return out
}
