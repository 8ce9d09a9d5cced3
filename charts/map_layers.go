package charts

import "quarter/coverage"

// LayerKeys are the keys of all layers that a map can have, in their order.
var LayerKeys = []string{"plan", "coverage", "depth", "gap", "grids", "cards"}

// layers are those that the result has data for; coverage is always one of them. A plan comes first.
func (m *mapper) layers() []Layer {
	var out []Layer
	if m.plan != nil {
		out = append(out, m.planLayer())
	}
	out = append(out, m.coverageLayer())
	add := func(has bool, make func() Layer) {
		if has {
			out = append(out, make())
		}
	}
	communities, total := m.ground.kind == "communities", m.result.Total()
	add(communities && total.Get("coverage_pop").Known, m.depthLayer)
	add(communities && NoFloor(m.result, total) == Present, m.gapLayer)
	add(NoSizes(m.result, total) == Present, m.gridLayer)
	add(communities && m.dealt(), m.cardLayer)
	return out
}

// ofRegions is a layer that colours the regions; classOf is the class of the community of each.
func (m *mapper) ofRegions(l Layer, classes []Class, classOf func(*coverage.Unit) string) Layer {
	of := make([]string, len(m.ground.unit))
	for i, c := range m.ground.unit {
		of[i] = classOf(m.result.Community(c))
	}
	return m.paint(l, classes, of, m.ground.missing)
}

// paint numbers the classes of a layer and counts them; undrawn are the units that have no outline. Classes that need not be there, of what
// is not applicable or not drawn, are left out where nothing is in them.
func (m *mapper) paint(l Layer, classes []Class, of []string, undrawn int) Layer {
	count := map[string]int{classUndrawn: undrawn}
	for _, key := range of {
		count[key]++
	}
	number := map[string]int8{}
	for _, c := range append(classes, m.otherClasses(l.Key)...) {
		c.Count = count[c.Swatch]
		if c.Count > 0 || c.Swatch != classNA && c.Swatch != classUndrawn {
			number[c.Swatch] = int8(len(l.Classes))
			l.Classes = append(l.Classes, c)
		}
	}
	number[classUndrawn] = -1
	l.Of = make([]int8, len(of))
	for i, key := range of {
		l.Of[i] = number[key]
	}
	return m.described(l)
}

// otherClasses stand below the scale of every layer.
func (m *mapper) otherClasses(layer string) []Class {
	nodata := "map." + layer + ".nodata"
	if layer == "coverage" && !m.result.City.HasCenters() {
		nodata = "map.coverage.notevaluated"
	}
	out := []Class{class(classNA, m.lang.T("page.dash"), m.lang.T("map."+layer+".na"))}
	if layer != "cards" { // there the grey card says it
		out = append(out, class(classNoData, "", m.lang.T(OfBasis(m.result, nodata))))
	}
	return append(out, class(classUndrawn, "", m.lang.T("map.undrawn")))
}

// described adds what is said of a layer in words: its name, and its classes for those who cannot see them. Every unit's own number stands in the
// report's tables.
func (m *mapper) described(l Layer) Layer {
	l.Name = m.lang.T("map." + l.Key)
	l.Table = [][]string{{m.classHead(&l), m.lang.T("page.col.count")}}
	list := ""
	for _, c := range l.Classes {
		l.Table = append(l.Table, []string{c.Label, Count(c.Count)})
		if list != "" {
			list += m.lang.T("map.alt.and")
		}
		list += m.lang.T("map.alt.class", "label", c.Label, "n", Count(c.Count))
	}
	l.Alt = m.lang.T("map.alt", "finding", l.Title, "head", l.Table[0][0], "classes", list)
	return l
}

// counted is the end of the keys for what a layer counts: communities or grids.
func (m *mapper) counted(l *Layer) string {
	if l.Cells || m.ground.kind != "communities" {
		return "grids"
	}
	return "communities"
}

// classHead names what a layer's classes are of, and what is counted.
func (m *mapper) classHead(l *Layer) string {
	what := m.lang.T("map."+l.Key+".what", "people", peopleWord(m.result, m.lang), "rate", MetricName(m.lang, m.result, "coverage_pop"))
	return m.lang.T("map.head", "what", what, "counted", m.lang.T("map.counted."+m.counted(l)))
}

// absenceClass is the class of a unit that has no value.
func absenceClass(a Absence) string {
	if a == NotMeant {
		return classNA
	}
	return classNoData
}
