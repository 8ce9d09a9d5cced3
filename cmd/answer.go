package cmd

import (
	"bufio"
	"fmt"

	"quarter/charts"
	"quarter/coverage"
)

// headlines are the figures of the whole area that a person reads first; result.json has all.
var headlines = []string{
	"population", "population_covered", "population_uncovered", "coverage_pop", "coverage_pop_strict", "nearest_p90", "nearest_p90_minutes",
	"communities", "coverage_org", "centers",
	"area_required", "area_actual", "area_gap", "communities_short",
	"grids", "grids_in_range", "grids_over", "grids_under", "balanced_communities",
}

// answer prints the answer: a table for a person, tab-separated keys and exact numbers for a pipe, or all of result.json.
func (a *app) answer(j *job, r *coverage.Result) error {
	w := bufio.NewWriter(a.Out)
	var err error
	switch {
	case j.json && j.plan != nil:
		err = j.plan.WriteJSON(w)
	case j.json:
		err = r.WriteJSON(w)
	case j.plan != nil:
		err = a.planAnswer(w, j.plan)
	case a.OutTerminal:
		err = alignedTable(w, a.headlineRows(r), 1)
	default:
		err = metricLines(w, r)
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return fail("stdout", bare(err))
	}
	return nil
}

// headlineRows are name, value, unit, outcome.
func (a *app) headlineRows(r *coverage.Result) [][]string {
	total := r.Total()
	var rows [][]string
	for _, key := range headlines {
		m := metricByKey(key)
		v := total.Get(key)
		limit, outcome := a.judged(total, key)
		row := []string{charts.MetricName(a.lang, r, key), a.figure(total, m, v, limit), "", outcome}
		if v.Known {
			row[2] = a.t("unit." + string(r.UnitOf(m)))
		}
		rows = append(rows, row)
	}
	return rows
}

// figure writes a value. Covered and uncovered people add up to all people, as on the page.
func (a *app) figure(u *coverage.Unit, m coverage.Metric, v coverage.Value, limit []float64) string {
	people := charts.PeopleOf(u.People)
	switch {
	case !v.Known:
	case m.Key == "population_covered":
		return people.Covered
	case m.Key == "population_uncovered":
		return people.Uncovered
	}
	return charts.Value(a.lang, v.Number, m.Unit, limit...)
}

// judged returns the limit that the profile sets for a metric of a unit, and the outcome in words.
func (a *app) judged(u *coverage.Unit, key string) ([]float64, string) {
	for _, v := range u.Verdicts {
		if coverage.Rules[v.Rule].Metric == key && v.Limit.Known {
			return []float64{v.Limit.V}, a.t("outcome." + v.Outcome.String())
		}
	}
	return nil, ""
}

func metricByKey(key string) coverage.Metric {
	for _, m := range coverage.Metrics {
		if m.Key == key {
			return m
		}
	}
	panic("cmd: no metric " + key)
}

// metricLines prints key, value, unit; the value is empty where it is missing.
func metricLines(w *bufio.Writer, r *coverage.Result) error {
	for _, m := range coverage.Metrics {
		value := ""
		if v := r.Total().Get(m.Key); v.Known {
			value = v.Number.String()
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", m.Key, value, r.UnitOf(m)); err != nil {
			return err
		}
	}
	return nil
}
