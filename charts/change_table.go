package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// changedMetrics are the figures of a community in change.csv.
var changedMetrics = []string{"population", "population_covered", "coverage_pop", "area_gap"}

// ChangeTable is every community of either side with exact figures, the first row the head: codes and names, then each figure before, after
// and its change, rates in percent and their changes in percentage points; an empty cell is missing.
func ChangeTable(c *coverage.Comparison, lang words.Lang) [][]string {
	names := NewCompareNames(c, lang)
	head := []string{lang.T("compare.csv.code"), names.After.ParentHead(), lang.T("level.community")}
	for _, key := range changedMetrics {
		name := lang.T("compare.csv.figure", "name", MetricName(lang, c.After.Result, key), "unit", lang.T("unit."+string(unitOf(c, key))))
		for _, of := range []string{"before", "after", "change"} {
			head = append(head, lang.T("compare.csv."+of, "name", name))
		}
	}
	out := [][]string{append(head, lang.T("compare.csv.state"))}
	rows := c.Communities()
	for i := range rows {
		row := &rows[i]
		line := []string{row.Unit.Code, names.Of(row).Parent(row.Unit), names.Of(row).Name(row.Unit)}
		for _, key := range changedMetrics {
			d, times := c.RowDelta(row, key), 1.0
			if unitOf(c, key) == coverage.UnitShare {
				times = 100
			}
			cell := func(n data.Number) string { return exactCell(n, times, unitOf(c, key)) }
			line = append(line, cell(d.Before), cell(d.After), cell(d.Change))
		}
		out = append(out, append(line, lang.T("compare.side."+row.State.String())))
	}
	return out
}

func unitOf(c *coverage.Comparison, key string) coverage.ValueUnit {
	m, _ := coverage.MetricByKey(key)
	return c.After.Result.UnitOf(m)
}

// exactCell is a number that a reader can calculate with, of floor area to 0.1 m²; empty where it is missing.
func exactCell(n data.Number, times float64, unit coverage.ValueUnit) string {
	switch {
	case !n.Known:
		return ""
	case unit == coverage.UnitSquareMeter:
		return Decimal(n.V, 1)
	}
	return Exact(n.V * times)
}
