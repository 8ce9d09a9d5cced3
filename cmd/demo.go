package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
)

// demoFolder is where the files of the sample city stand inside the outputs.
const demoFolder = "data"

// demoOptions are the size and seed of a sample city, beside the flags of an analysis.
type demoOptions struct {
	analyzeOptions
	communities, grids, centers int
	seed                        uint64
	dataOnly                    bool
}

func (a *app) newDemo() *cobra.Command {
	o := &demoOptions{}
	c := a.command("demo", func(c *cobra.Command, _ []string) error { return a.runDemo(c.Context(), c, o) })
	f := c.Flags()
	f.IntVar(&o.communities, "communities", 0, a.flagText("demo.communities"))
	f.IntVar(&o.grids, "grids", 0, a.flagText("demo.grids"))
	f.IntVar(&o.centers, "centers", 0, a.flagText("demo.centers"))
	f.Uint64Var(&o.seed, "seed", 0, a.flagText("demo.seed"))
	f.BoolVar(&o.dataOnly, "data-only", false, a.flagText("demo.data-only"))
	inGroup(c, "input", "communities", "grids", "centers", "seed", "data-only")
	a.addAnalysisFlags(c, &o.analyzeOptions)
	return c
}

func (a *app) runDemo(ctx context.Context, c *cobra.Command, o *demoOptions) error {
	for _, n := range []struct {
		flag  string
		value int
	}{{"communities", o.communities}, {"grids", o.grids}, {"centers", o.centers}} {
		if c.Flag(n.flag).Changed && n.value <= 0 {
			return usage("not_positive", "flag", "--"+n.flag, "value", c.Flag(n.flag).Value.String())
		}
	}
	j, err := o.job(c)
	if err != nil {
		return err
	}
	if o.out == "" {
		o.out = "quarter-demo"
	}
	if o.dataOnly {
		return a.writeDemo(ctx, o)
	}
	j.demo = o.record(a.lang)
	j.city = func(ctx context.Context, out *outputs, l load.Options) (*data.City, error) {
		if err := o.generate(ctx, a.lang, out, demoFolder); err != nil {
			return nil, err
		}
		l.CityName = demo.Title(a.lang == words.English)
		return load.Dir(ctx, filepath.Join(out.dir, demoFolder), l)
	}
	return a.perform(ctx, j)
}

// writeDemo writes the files of the sample city alone.
func (a *app) writeDemo(ctx context.Context, o *demoOptions) error {
	out, err := a.openOutputs(o.out, o.force)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := o.generate(ctx, a.lang, out, ""); err != nil {
		return err
	}
	m := manifest{Tool: "quarter", Version: Version, Demo: o.record(a.lang), Outputs: out.files}
	if err := out.finish(ctx, m); err != nil {
		return err
	}
	for _, f := range demo.Files {
		if _, err := fmt.Fprintln(a.Out, filepath.Join(out.target, f)); err != nil {
			return fail("stdout", bare(err))
		}
	}
	return nil
}

// generate writes the sample city into a folder of the outputs.
func (o *demoOptions) generate(ctx context.Context, lang words.Lang, out *outputs, folder string) error {
	options := demo.Options{Communities: o.communities, Grids: o.grids, Centers: o.centers, Seed: o.seed, English: lang == words.English}
	err := demo.Write(ctx, options, func(name string) (io.WriteCloser, error) { return out.create(ctx, path.Join(folder, name)) })
	if errors.Is(err, demo.ErrSize) {
		return usage("demo_size", "communities", charts.Count(demo.MaxCommunities), "grids", charts.Count(demo.MaxGrids), "centers", charts.Count(demo.MaxCenters))
	}
	return err
}

// record is what the manifest says of the sample city; 0 stands for the size and seed of the built-in one.
func (o *demoOptions) record(lang words.Lang) map[string]any {
	return map[string]any{"communities": o.communities, "grids": o.grids, "centers": o.centers, "seed": o.seed, "lang": lang.String()}
}
