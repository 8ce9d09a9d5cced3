package cmd

import (
	"bufio"
	"fmt"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// sayAssumptions warns of assumptions that differ, under --quiet too: without them the numbers mislead.
func (a *app) sayAssumptions(c *coverage.Comparison) {
	if len(c.Assumptions) == 0 {
		return
	}
	if warning := charts.Elsewhere(a.lang, c); warning != "" {
		a.line(a.t("compare.say.list", "list", warning))
	}
	a.line(a.t("compare.terminal.warn"))
	for i := range c.Assumptions {
		row := charts.AssumedRow(a.lang, c, &c.Assumptions[i])
		if row[1] == "" && row[2] == "" {
			a.line("  " + row[0])
			continue
		}
		a.line(a.t("compare.terminal.item", "name", row[0], "before", row[1], "after", row[2]))
	}
}

// answerComparison prints the answer: a table for a person, tab-separated keys and exact numbers for a pipe, or all of comparison.json.
func (a *app) answerComparison(k *comparing, c *coverage.Comparison) error {
	w := bufio.NewWriter(a.Out)
	var err error
	switch {
	case k.json:
		err = c.WriteJSON(w)
	case a.OutTerminal:
		err = alignedTable(w, a.changeRows(c), 1, 2, 3)
	default:
		err = changeLines(w, c)
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return fail("stdout", bare(err))
	}
	return nil
}

// changeRows are name, before, after, change and unit of the headlines, then the shortfalls by what became of them.
func (a *app) changeRows(c *coverage.Comparison) [][]string {
	rows := [][]string{{"", a.t("compare.before"), a.t("compare.after"), a.t("compare.col.what"), ""}}
	for _, key := range headlines {
		d := c.Delta(c.Total(), key)
		if !d.Before.Known && !d.After.Known {
			continue
		}
		t, unit := charts.MetricChange(a.lang, c, c.Total(), key), c.After.Result.UnitOf(metricByKey(key))
		rows = append(rows, []string{charts.MetricName(a.lang, c.After.Result, key), t.Before, t.After, t.Change, a.t("unit." + string(unit))})
	}
	for _, p := range c.Cohorts {
		t := charts.CohortChange(a.lang, c, p)
		rows = append(rows, []string{charts.CohortRate(a.lang, c, p), t.Before, t.After, t.Change, a.t("unit." + string(coverage.UnitShare))})
	}
	for kind, n := range c.Short {
		if n > 0 {
			rows = append(rows, []string{a.t("compare.terminal.short", "kind", a.t("compare.short."+coverage.ShortKind(kind).String())), "", "", charts.Count(n), ""})
		}
	}
	return rows
}

// changeLines prints key, before, after, change, unit of every figure of the whole area; what is missing is empty. The shortfalls by what
// became of them have a count alone.
func changeLines(w *bufio.Writer, c *coverage.Comparison) error {
	for _, m := range coverage.Metrics {
		d := c.Delta(c.Total(), m.Key)
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", m.Key, exactNumber(d.Before), exactNumber(d.After), exactNumber(d.Change), c.After.Result.UnitOf(m)); err != nil {
			return err
		}
	}
	for kind, n := range c.Short {
		if _, err := fmt.Fprintf(w, "shortfalls_%s\t\t\t%d\tcount\n", coverage.ShortKind(kind), n); err != nil {
			return err
		}
	}
	return nil
}

// exactNumber is a number with all its digits, empty where it is missing.
func exactNumber(n data.Number) string {
	if !n.Known {
		return ""
	}
	return n.String()
}
