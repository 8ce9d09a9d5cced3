package charts

import "quarter/coverage"

// A grid is far out of the size range where it holds half of the lower end or less, or one and a half of the upper end or more.
const farUnder, farOver = .5, 1.5

// sizeSwatches are the classes of size, from too small to too large.
var sizeSwatches = [...]string{"size-0", "size-1", "size-2", "size-3", "size-4"}

// sizeSwatch is the class of a grid; far classes begin on their limits.
func sizeSwatch(r *coverage.Result, i int) string {
	g := &r.Grids[i]
	lo, hi := r.GridSizes.Lo, r.GridSizes.Hi
	switch {
	case g.Size == coverage.SizeUnder && Reached(lo*farUnder, g.Households.V):
		return sizeSwatches[0]
	case g.Size == coverage.SizeUnder:
		return sizeSwatches[1]
	case g.Size == coverage.SizeIn:
		return sizeSwatches[2]
	case g.Size == coverage.SizeOver && Reached(g.Households.V, hi*farOver):
		return sizeSwatches[4]
	case g.Size == coverage.SizeOver:
		return sizeSwatches[3]
	case g.Size == coverage.SizeExempt:
		return classNA
	}
	return classNoData
}

// gridLayer colours grids by their households against the size range: as cells over the communities, or as the ground itself.
func (m *mapper) gridLayer() Layer {
	r, size := m.result, m.result.GridSizes
	g := r.Total().Grids
	l := Layer{
		Key: "grids", Light: true, Cells: m.ground.kind == "communities",
		Title: m.lang.T(Plural("map.grids.title", g.Under+g.Over), "n", Count(g.Under+g.Over), "judged", Count(g.In+g.Under+g.Over),
			"under", Count(g.Under), "over", Count(g.Over), "lo", Whole(size.Lo), "hi", Whole(size.Hi)),
		Reading: m.lang.T("map.grids.reading", "lo", Whole(size.Lo), "hi", Whole(size.Hi)),
	}
	unit, undrawn := m.ground.unit, m.ground.missing
	if l.Cells {
		unit, undrawn = everyIndex(len(r.Grids)), 0
	}
	classes := m.sizeClasses()
	of := make([]string, len(unit))
	for k, i := range unit {
		if of[k] = sizeSwatch(r, i); l.Cells && r.City.Grids[i].Shape == nil {
			of[k] = classUndrawn
		}
	}
	l.Tips = m.sizeTips(unit, classes)
	return m.paint(l, classes, of, undrawn)
}

func everyIndex(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// sizeTips are short: there are tens of thousands of grids.
func (m *mapper) sizeTips(unit []int, classes []Class) Tips {
	word := map[string]string{classNA: m.lang.T("map.grids.na"), classNoData: m.lang.T("outcome.nodata")}
	for _, c := range classes {
		word[c.Swatch] = c.Label
	}
	t := Tips{Head: []string{m.lang.T("page.col.households"), m.lang.T("page.col.size")}}
	for _, i := range unit {
		t.Rows = append(t.Rows, []string{m.names.Grid(i), Number(m.lang, m.result.Grids[i].Households, Whole), word[sizeSwatch(m.result, i)]})
	}
	return t
}

func (m *mapper) sizeClasses() []Class {
	var out []Class
	for i, key := range sizeSwatches {
		out = append(out, class(key, "", m.lang.T("map.grids."+itoa(i))))
	}
	return out
}
