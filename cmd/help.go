package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/charts/words"
)

// helpWidth is the number of terminal columns that help fills.
const helpWidth = 100

// flagGroup is the annotation that says under which heading a flag stands; "" is the last one, the general flags.
const flagGroup = "group"

var flagGroups = []string{"input", "goal", "places", "whatif", "search", "output", "definition", "rules", "page", "targets", ""}

// groupOf is the heading of a flag.
func groupOf(f *pflag.Flag) string {
	if g := f.Annotations[flagGroup]; len(g) > 0 {
		return g[0]
	}
	return ""
}

// flagText returns the help of a flag: "flag.NAME". The word in backquotes names its value.
func (a *app) flagText(name string) string { return a.t("flag." + name) }

// newHelp is `quarter help [COMMAND]`.
func (a *app) newHelp() *cobra.Command {
	c := a.command("help [COMMAND]", nil)
	c.Hidden = true
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		about, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return usage("unknown_command", "value", strings.Join(args, " "))
		}
		a.writeHelp(about)
		return nil
	}
	return c
}

// writeHelp prints the help of a command to stdout: it was asked for, so it is the answer.
func (a *app) writeHelp(c *cobra.Command) { fmt.Fprint(a.Out, helpText(a.lang, c)) }

// helpText is what it does, how it is called, examples, commands, flags.
func helpText(l words.Lang, c *cobra.Command) string {
	var b strings.Builder
	key := "help." + strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(c.CommandPath(), "quarter"), " "), " ", "_")
	if !c.HasParent() {
		key = "help.quarter"
	}
	name := c.Name()
	for _, k := range []string{key, "help." + name} {
		if words.Has(k + ".long") {
			b.WriteString(wrapped(l.T(k+".long"), "", helpWidth))
			b.WriteString("\n")
			break
		}
	}
	fmt.Fprintf(&b, "%s\n", l.T("help.usage"))
	for _, line := range useLines(l, c) {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	if k := "help." + name + ".example"; words.Has(k) {
		fmt.Fprintf(&b, "\n%s\n", l.T("help.examples"))
		for _, line := range strings.Split(l.T(k), "\n") {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	writeCommands(&b, l, c)
	writeFlags(&b, l, c)
	return b.String()
}

func useLines(l words.Lang, c *cobra.Command) []string {
	if k := "help." + c.Name() + ".use"; words.Has(k) {
		return strings.Split(l.T(k), "\n")
	}
	line := c.CommandPath()
	if _, args, found := strings.Cut(c.Use, " "); found {
		line += " " + args
	}
	return []string{line}
}

func writeCommands(b *strings.Builder, l words.Lang, c *cobra.Command) {
	var rows [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	writeRows(b, l.T("help.commands"), rows)
}

// writeFlags prints the flags under the headings of their groups.
func writeFlags(b *strings.Builder, l words.Lang, c *cobra.Command) {
	rows := map[string][][2]string{}
	add := func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		rows[groupOf(f)] = append(rows[groupOf(f)], flagRow(f))
	}
	general := c.Root().PersistentFlags()
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if general.Lookup(f.Name) == nil {
			add(f)
		}
	})
	general.VisitAll(add)
	for _, g := range flagGroups {
		heading := "help.flags"
		if g != "" {
			heading += "." + g
		}
		writeRows(b, l.T(heading), rows[g])
	}
}

func flagRow(f *pflag.Flag) [2]string {
	value, text := pflag.UnquoteUsage(f)
	left := "    --" + f.Name
	if f.Shorthand != "" {
		left = "-" + f.Shorthand + ", --" + f.Name
	}
	if value != "" {
		left += " " + value
	}
	return [2]string{left, text}
}

// writeRows prints two columns, the second wrapped, under a heading.
func writeRows(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	widest := 0
	for _, r := range rows {
		widest = max(widest, columns(r[0]))
	}
	fmt.Fprintf(b, "\n%s\n", heading)
	for _, r := range rows {
		lead := "  " + r[0] + strings.Repeat(" ", widest-columns(r[0])+2)
		text := wrapped(r[1], strings.Repeat(" ", widest+4), helpWidth)
		b.WriteString(lead + strings.TrimPrefix(text, strings.Repeat(" ", widest+4)))
	}
}
