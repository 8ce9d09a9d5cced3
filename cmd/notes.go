package cmd

import (
	"path/filepath"
	"strings"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// shownFaults is how many faults stand on the terminal; the page has all.
const shownFaults = 20

// sayRead tells for every file what was read, which column was taken for what, and what was left.
func (a *app) sayRead(c *data.City) {
	for _, s := range c.Sources {
		a.say("cli.read", "file", s.File, "layer", a.t("layer."+string(s.Layer)),
			"read", charts.Count(s.Read), "used", charts.Count(s.Used), "refused", charts.Count(s.Refused))
		if len(s.Columns) > 0 {
			a.say("cli.columns", "columns", a.columnList(s.Columns))
		}
		if len(s.Unused) > 0 {
			a.say("cli.unused", "columns", a.list(s.Unused))
		}
	}
}

// columnList is field ← column for every recognised column.
func (a *app) columnList(used []data.ColumnUse) string {
	parts := make([]string, len(used))
	for i, u := range used {
		parts[i] = a.t("field."+string(u.Field)) + "←" + u.Column
		if u.Unit != "" && !strings.Contains(u.Column, u.Unit) {
			parts[i] += "(" + u.Unit + ")"
		}
	}
	return a.list(parts)
}

func (a *app) list(parts []string) string { return strings.Join(parts, a.t("cli.comma")) }

// sayFaults lists the faults that changed something, then what is only worth knowing, and how many more of each there are.
func (a *app) sayFaults(faults []data.Fault) {
	var bad, notices []data.Fault
	for _, f := range faults {
		if f.Severity > data.Notice {
			bad = append(bad, f)
		} else {
			notices = append(notices, f)
		}
	}
	a.sayFaultList("cli.faults", bad)
	a.sayFaultList("cli.notices", notices)
}

func (a *app) sayFaultList(title string, faults []data.Fault) {
	if len(faults) == 0 || a.quiet {
		return
	}
	a.say(title, "n", charts.Count(len(faults)))
	for i := range faults[:min(len(faults), shownFaults)] {
		a.line("  " + a.fault(&faults[i]))
	}
	if more := len(faults) - shownFaults; more > 0 {
		a.say("cli.faults_more", "n", charts.Count(more))
	}
}

// sayUnsaid lists what the input does not allow to say.
func (a *app) sayUnsaid(r *coverage.Result) {
	if len(r.Unsaid) == 0 || a.quiet {
		return
	}
	a.say("cli.unsaid")
	for _, u := range r.Unsaid {
		a.line("  " + a.t(charts.Plural(charts.OfBasis(r, "unsaid."+u.Key), u.Count), "count", charts.Count(u.Count)))
	}
}

// sayChecks tells that the identities of the run hold; Analyze fails where one does not.
func (a *app) sayChecks(r *coverage.Result) {
	a.say("cli.checks", "n", charts.Count(len(r.Checks)))
}

// sayTargets judges every --require and reports whether one was missed. It speaks under --quiet too where one was.
func (a *app) sayTargets(j *job, r *coverage.Result) (missed bool) {
	for _, t := range j.targets {
		v := r.Total().Get(t.metric.Key)
		key := "target.met"
		switch {
		case !v.Known:
			key = "target.nodata"
		case !t.met(v.Number):
			key = "target.missed"
		}
		sign := "≥"
		if t.atMost {
			sign = "≤"
		}
		text := a.t(key, "metric", charts.MetricName(a.lang, r, t.metric.Key), "sign", sign,
			"value", a.withUnit(v.Number, t.metric.Unit, t.limit), "limit", a.limitWithUnit(t))
		if key != "target.met" {
			missed = true
			a.line(text)
		} else if !a.quiet {
			a.line(text)
		}
	}
	return missed
}

// withUnit writes a value and its unit; percent signs stand close.
func (a *app) withUnit(v data.Number, unit coverage.ValueUnit, limits ...float64) string {
	text := charts.Value(a.lang, v, unit, limits...)
	if !v.Known {
		return text
	}
	if unit == coverage.UnitShare {
		return text + "%"
	}
	return strings.TrimSpace(text + " " + a.t("unit."+string(unit)))
}

// limitWithUnit writes what a target asks for, as it was typed.
func (a *app) limitWithUnit(t target) string {
	if t.metric.Unit == coverage.UnitShare {
		return charts.Limit(t.limit) + "%"
	}
	return a.withUnit(data.Num(t.limit), t.metric.Unit)
}

// sayOutputs ends with the path of the page, alone on the last line.
func (a *app) sayOutputs(j *job, out *outputs) { a.sayWritten(out, !j.noPage) }

// sayWritten names the files that were written, and the page last.
func (a *app) sayWritten(out *outputs, page bool) {
	if out.target == "" {
		return
	}
	names := make([]string, len(out.files))
	for i, f := range out.files {
		names[i] = f.File
	}
	a.say("cli.outputs", "path", out.target, "files", a.list(names))
	if !page {
		return
	}
	a.page = filepath.Join(out.target, "index.html")
	if !a.quiet {
		a.line(a.page)
	}
}

// fault tells one fault in the language of the terminal.
func (a *app) fault(f *data.Fault) string {
	if !words.Has("fault." + f.Key) {
		return f.Error()
	}
	args := []any{"file", f.File, "feature", f.Feature, "id", f.ID, "column", f.Column, "value", f.Value, "count", charts.Count(f.Count)}
	if f.Field != "" {
		args = append(args, "field", a.t("field."+string(f.Field)))
	}
	if f.Layer != "" {
		args = append(args, "layer", a.t("layer."+string(f.Layer)))
	}
	return a.t("fault."+f.Key, append(args, pairs(f.Args)...)...)
}
