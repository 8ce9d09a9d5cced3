package cmd

import (
	"bufio"
	"fmt"
	"strings"

	"quarter/charts"
	"quarter/coverage/siting"
	"quarter/data"
)

// planAnswer prints the plan: a table and sentences for a person; exact numbers for a pipe, the sentences then being beside the answer.
func (a *app) planAnswer(w *bufio.Writer, p *siting.Plan) error {
	t := charts.NewPlanText(p, a.lang)
	said := strings.Join(t.Sentences(), "\n")
	if !a.OutTerminal {
		if !a.quiet {
			a.line(said)
		}
		return planLines(w, p)
	}
	err := a.planTable(w, t, p)
	fmt.Fprint(w, wrapped(said, "", helpWidth))
	return err
}

// planTable prints the picks for a person.
func (a *app) planTable(w *bufio.Writer, t *charts.PlanText, p *siting.Plan) error {
	if len(p.Picks) == 0 {
		return nil
	}
	rows := [][]string{brief(t.PickHeads())}
	for i := range p.Picks {
		rows = append(rows, brief(t.PickRow(i)))
	}
	return alignedTable(w, rows, 0, 2, 3, 4)
}

// brief are the columns that a terminal has room for; sites.csv has all.
func brief(row []string) []string {
	return []string{row[charts.PickRank], row[charts.PickName], row[charts.PickGain], row[charts.PickAfter], row[charts.PickPrice], row[charts.PickOther]}
}

// planLines prints exact numbers for a pipe: key, value, unit; then one line for each pick: site, rank, code, lon, lat, newly covered, unit.
func planLines(w *bufio.Writer, p *siting.Plan) error {
	unit := string(p.Request.Objective.Unit(p.Before))
	all, before := p.Request.Objective.Account(p.Before)
	_, after := p.Request.Objective.Account(p.After)
	line := func(key string, value float64) { fmt.Fprintf(w, "%s\t%s\t%s\n", key, data.Num(value).String(), unit) }
	line("total", all)
	line("covered_before", before)
	line("covered_after", after)
	if p.Solution != nil {
		line("newly_covered", p.Exact)
		line("newly_covered_on_points", p.OnPoints)
	}
	if c := p.ByCosts; c != nil {
		line("covered_before_by_costs", c.Before)
		line("covered_after_by_costs", c.After)
	}
	for i := range p.Picks {
		k := &p.Picks[i]
		c := &p.Candidates[k.Candidate]
		fmt.Fprintf(w, "site\t%d\t%s\t%s\t%s\t%s\t%s\n", k.Rank, c.Code, data.Num(c.Point.Lon()).String(), data.Num(c.Point.Lat()).String(), data.Num(k.Gain).String(), unit)
	}
	return nil // a bufio.Writer keeps the first error
}
