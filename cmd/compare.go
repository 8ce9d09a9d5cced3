package cmd

import (
	"context"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"quarter/charts"
	"quarter/charts/report"
	"quarter/charts/words"
	"quarter/coverage"
)

// comparing is a comparison of two runs, ready to be made.
type comparing struct {
	paths          [2]string // of the runs: output folders, or their result.json
	out            string
	title, marking string
	force, json    bool

	lang    string // of the page, by an earlier comparison; "" where not given
	version string
	given   map[string]any // options as given
	records [2]comparedRecord
}

// comparedRecord is one of the runs in the manifest of a comparison.
type comparedRecord struct {
	Path   string `json:"path"` // of its result.json
	SHA256 string `json:"sha256"`
	Run    string `json:"run,omitempty"` // its id, where a manifest stands beside it
}

// compareNames are the files that a comparison may write, beside index.html and the manifest.
var compareNames = []string{"comparison.json", "change.csv", "change.geojson"}

func (a *app) newCompare() *cobra.Command {
	k := &comparing{version: Version}
	c := a.command("compare BEFORE AFTER", func(c *cobra.Command, args []string) error {
		if len(args) != 2 {
			return usage("compare_two")
		}
		k.paths, k.given = [2]string{args[0], args[1]}, given(c)
		return a.runCompare(c.Context(), k)
	})
	c.Args = cobra.ArbitraryArgs
	f := c.Flags()
	f.StringVarP(&k.out, "out", "o", "", a.flagText("compare.out"))
	f.BoolVar(&k.force, "force", false, a.flagText("force"))
	f.BoolVar(&k.json, "json", false, a.flagText("compare.json"))
	inGroup(c, "output", "out", "force", "json")
	f.StringVar(&k.title, "title", "", a.flagText("compare.title"))
	f.StringVar(&k.marking, "marking", "", a.flagText("marking"))
	inGroup(c, "page", "title", "marking")
	return c
}

// runCompare reads both runs, writes the comparison and answers.
func (a *app) runCompare(ctx context.Context, k *comparing) error {
	var clock stopwatch
	clock.start(a.now)
	out, err := a.openOutputs(k.out, k.force)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := out.guard([]string{resultFile(k.paths[0]), resultFile(k.paths[1])}); err != nil {
		return err
	}
	c, err := a.compare(k, out)
	if err != nil {
		return err
	}
	clock.lap("read")
	if err := a.writeComparison(ctx, k, out, c, &clock); err != nil {
		return err
	}
	a.sayAssumptions(c)
	if uneven := charts.FloorSaid(a.lang, c); uneven != "" {
		a.line(uneven)
	}
	if err := a.answerComparison(k, c); err != nil {
		return err
	}
	a.sayWritten(out, true)
	return nil
}

// compare reads both runs and sets them side by side.
func (a *app) compare(k *comparing, out *outputs) (*coverage.Comparison, error) {
	p := a.progress("progress.compare")
	defer p.stop()
	var sides [2]*coverage.Snapshot
	for i, path := range k.paths {
		var err error
		if sides[i], k.records[i], err = readRun(path); err != nil {
			return nil, err
		}
		k.records[i].Path = out.pathTo(resultFile(path))
	}
	return coverage.Compare(sides[0], sides[1])
}

// writeComparison makes the outputs and puts them in their place.
func (a *app) writeComparison(ctx context.Context, k *comparing, out *outputs, c *coverage.Comparison, clock *stopwatch) error {
	if out.target == "" {
		return nil
	}
	p := a.progress("progress.write")
	defer p.stop()
	lang := a.comparisonLanguage(k, c)
	m := k.manifest(a.asked)
	page := report.ComparePage{Comparison: c, Lang: lang, Title: k.title, Marking: k.marking, Version: k.version, RunID: m.ID}
	table := charts.ChangeTable(c, lang)
	err := out.writeAll(ctx, []content{
		{"index.html", func(w io.Writer) error { return report.WriteComparison(w, page) }},
		{"comparison.json", c.WriteJSON},
		{"change.csv", func(w io.Writer) error {
			return charts.WriteCSV(w, table[0], len(table)-1, func(i int) []string { return table[i+1] })
		}},
		{"change.geojson", c.WriteChanges},
	}, p.update)
	if err != nil {
		return err
	}
	clock.lap("write")
	m.Outputs, m.Timings = out.files, newTimings(clock, runtime.GOMAXPROCS(0))
	return out.finish(ctx, m)
}

// comparisonLanguage is the language of the page: the one asked for, else that of most place names of the second run.
func (a *app) comparisonLanguage(k *comparing, c *coverage.Comparison) words.Lang {
	return a.documentLanguage(&job{analyzeOptions: &analyzeOptions{lang: k.lang}}, c.After.Result.City)
}

// manifest says everything of a comparison but its outputs. Its id does not depend on where the files stand.
func (k *comparing) manifest(asked *words.Lang) manifest {
	m := manifest{Tool: "quarter", Version: k.version, Options: k.given}
	if asked != nil {
		m.Options["lang"] = asked.String()
	}
	for _, r := range k.records {
		r.Path = ""
		m.Compared = append(m.Compared, r)
	}
	m.ID = runID(m)
	m.Compared = k.records[:]
	return m
}
