package cmd

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// newStandards is the parent of `standards list` and `standards show`; alone it lists.
func (a *app) newStandards() *cobra.Command {
	c := a.command("standards", nil)
	list, listJSON := a.newStandardsList()
	c.Flags().BoolVar(listJSON, "json", false, a.flagText("json"))
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage("unknown_command", "value", "standards "+args[0])
		}
		return list.RunE(c, nil)
	}
	c.Args = cobra.ArbitraryArgs
	c.AddCommand(list, a.newStandardsShow())
	return c
}

func (a *app) newStandardsList() (*cobra.Command, *bool) {
	asJSON := new(bool)
	c := a.command("list", func(*cobra.Command, []string) error { return a.listStandards(*asJSON) })
	c.Flags().BoolVar(asJSON, "json", false, a.flagText("json"))
	return c, asJSON
}

func (a *app) listStandards(asJSON bool) error {
	var rows [][]string
	var all []data.Profile
	for _, id := range data.ProfileIDs {
		p, err := data.BuiltinProfile(id)
		if err != nil {
			return err
		}
		all = append(all, p)
		rows = append(rows, []string{p.ID, in(a.lang, p.Name), in(a.lang, p.About)})
	}
	if asJSON {
		return printJSON(a.Out, all)
	}
	return a.printRows(rows)
}

func in(l words.Lang, t data.Text) string {
	if l == words.Chinese {
		return t.Zh
	}
	return t.En
}

func (a *app) newStandardsShow() *cobra.Command {
	var asJSON, asYAML bool
	c := a.command("show ID", func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usage("standards_id", "choices", strings.Join(data.ProfileIDs, ", "))
		}
		return a.showStandard(args[0], asJSON, asYAML)
	})
	c.Args = cobra.ArbitraryArgs
	c.ValidArgs = data.ProfileIDs
	c.Flags().BoolVar(&asYAML, "yaml", false, a.flagText("yaml"))
	c.Flags().BoolVar(&asJSON, "json", false, a.flagText("json"))
	return c
}

func (a *app) showStandard(id string, asJSON, asYAML bool) error {
	p, err := builtin(id)
	if err != nil {
		return err
	}
	switch {
	case asYAML:
		raw, err := data.ProfileSource(id)
		if err != nil {
			return err
		}
		_, err = a.Out.Write(raw)
		return err
	case asJSON:
		return printJSON(a.Out, p)
	}
	if a.OutTerminal {
		fmt.Fprintf(a.Out, "%s %s\n%s\n", p.ID, in(a.lang, p.Name), wrapped(in(a.lang, p.About), "", helpWidth))
	}
	return a.printRows(a.ruleRows(p))
}

// ruleRows are rule, name, level, value, number, unit, source and clause: one row for each value, one for a rule without values.
func (a *app) ruleRows(p data.Profile) [][]string {
	var rows [][]string
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		r := p.Rules[id]
		head := []string{id, a.t("rule." + id), a.t("enforcement." + string(r.Level))}
		for _, name := range slices.Sorted(maps.Keys(r.Values)) {
			l := r.Values[name]
			rows = append(rows, append(slices.Clone(head), name, limitText(l), a.t("limit."+l.Unit), a.source(p, l.Source), clause(a.lang, l.Clause, r.Clause)))
		}
		if len(r.Values) == 0 {
			rows = append(rows, append(head, "", "", "", a.source(p, r.Source), in(a.lang, r.Clause)))
		}
	}
	return rows
}

// limitText writes a limit exactly; shares in percent, as people type them.
func limitText(l data.Limit) string {
	if l.Unit == string(coverage.UnitShare) {
		return charts.Limit(l.Value)
	}
	return data.Num(l.Value).String()
}

func clause(l words.Lang, own, rule data.Text) string {
	if own != (data.Text{}) {
		return in(l, own)
	}
	return in(l, rule)
}

// source writes the marks with the titles that the profile gives them.
func (a *app) source(p data.Profile, marks string) string {
	var out []string
	for _, m := range strings.Split(marks, ",") {
		m = strings.TrimSpace(m)
		if title, ok := p.Documents[m]; ok {
			m = in(a.lang, title)
		}
		out = append(out, m)
	}
	return a.list(out)
}

// printRows prints a table for a person, tab-separated lines for a pipe.
func (a *app) printRows(rows [][]string) error {
	w := bufio.NewWriter(a.Out)
	if a.OutTerminal {
		if err := alignedTable(w, rows); err != nil {
			return err
		}
		return w.Flush()
	}
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r, "\t"))
	}
	return w.Flush()
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
