package charts

import (
	"cmp"
	"slices"

	"quarter/coverage"
)

// gapBreaks are the upper ends of the classes of a shortfall, m²; the first class has none, the last no end.
var gapBreaks = [...]float64{0, 50, 100, 200}

// gapClass returns the class of a shortfall in m², 0 to 4.
func gapClass(gap float64) int {
	for i, to := range gapBreaks {
		if gap <= to || near(gap, to) {
			return i
		}
	}
	return len(gapBreaks)
}

// gapLayer colours communities by their shortfall of floor area.
func (m *mapper) gapLayer() Layer {
	l := Layer{Key: "gap", Title: m.gapTitle(), Reading: m.lang.T("map.gap.reading"), Light: true}
	l.Tips = m.communityTips([]string{m.lang.T("page.col.required"), m.lang.T("page.col.actual"), m.lang.T("page.col.gap")}, m.gapCells)
	var classes []Class
	for i := len(gapFills) - 1; i >= 0; i-- {
		classes = append(classes, class("gap-"+itoa(i), "", m.lang.T("map.gap."+itoa(i))))
	}
	return m.ofRegions(l, classes, func(u *coverage.Unit) string {
		if a := NoFloor(m.result, u); a != Present {
			return absenceClass(a)
		}
		return "gap-" + itoa(gapClass(u.Floor.Gap))
	})
}

func (m *mapper) gapTitle() string {
	total := m.result.Total().Floor
	units := m.result.Level(coverage.LevelCommunity)
	worst := slices.MaxFunc(units, func(a, b coverage.Unit) int { return cmp.Compare(a.Floor.Gap, b.Floor.Gap) })
	key := Plural("map.gap.title", total.Short)
	if total.Short == 0 {
		key = Plural("map.gap.title.none", total.Evaluated)
	}
	if where, share := m.gapWhere(); where != "" {
		return m.lang.T("map.gap.title.where", "n", Count(total.Short), "gap", Area(total.Gap), "where", where, "share", Rate(share))
	}
	return m.lang.T(key, "n", Count(total.Short), "of", Count(total.Evaluated), "gap", Area(total.Gap),
		"name", m.names.Distinct(&worst), "worst", Area(worst.Floor.Gap))
}

// gapWhere names the three units of the breakdown with the largest shortfalls and their share of all, where there are twice as many; else
// the map speaks of communities.
func (m *mapper) gapWhere() (where string, share float64) {
	const named = 3
	level, units := Breakdown(m.result)
	if level == coverage.LevelCommunity || len(units) < 2*named {
		return "", 0
	}
	units = slices.SortedStableFunc(slices.Values(units), func(a, b coverage.Unit) int { return cmp.Compare(b.Floor.Gap, a.Floor.Gap) })
	for i := range named {
		if units[i].Floor.Gap == 0 {
			return "", 0
		}
		switch i {
		case 0:
		case named - 1:
			where += m.lang.T("map.and")
		default:
			where += m.lang.T("page.comma")
		}
		where += m.names.Distinct(&units[i])
		share += units[i].Floor.Gap / m.result.Total().Floor.Gap
	}
	return where, share
}

func (m *mapper) gapCells(u *coverage.Unit) []string {
	none := NoFloor(m.result, u)
	return []string{none.Or(m.lang, MetricText(m.lang, m.result, u, "area_required")), ExistingArea(m.lang, m.result, u), FloorGap(m.lang, m.result, u)}
}
