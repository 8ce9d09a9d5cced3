package cmd

import (
	"cmp"
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
	j.makeDemo(o.record(a.lang))
	return a.perform(ctx, j)
}

// makeDemo takes the sample city for input.
func (j *job) makeDemo(size demoRecord) {
	j.demo = &size
	j.cutoff = cmp.Or(j.cutoff, demo.Cutoff)
	j.city = func(ctx context.Context, out *outputs, l load.Options) (*data.City, error) {
		if err := size.generate(ctx, out, demoFolder); err != nil {
			return nil, err
		}
		l.CityName = demo.Title(size.English())
		return load.Dir(ctx, filepath.Join(out.dir, demoFolder), l)
	}
}

// writeDemo writes the files of the sample city alone.
func (a *app) writeDemo(ctx context.Context, o *demoOptions) error {
	out, err := a.openOutputs(o.out, o.force)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := o.record(a.lang).writeData(ctx, out, Version); err != nil {
		return err
	}
	for _, f := range demo.Files {
		if _, err := fmt.Fprintln(a.Out, filepath.Join(out.target, f)); err != nil {
			return fail("stdout", bare(err))
		}
	}
	return nil
}

// demoRecord is what the manifest says of a sample city; 0 stands for the size and seed of the built-in one.
type demoRecord struct {
	Communities int    `json:"communities"`
	Grids       int    `json:"grids"`
	Centers     int    `json:"centers"`
	Seed        uint64 `json:"seed"`
	Lang        string `json:"lang"`
}

// English reports whether the names are English.
func (d demoRecord) English() bool { return d.Lang == words.English.String() }

// writeData makes the outputs of a sample city without analysis.
func (d demoRecord) writeData(ctx context.Context, out *outputs, version string) error {
	if err := d.generate(ctx, out, ""); err != nil {
		return err
	}
	return out.finish(ctx, manifest{Tool: "quarter", Version: version, Demo: &d, Outputs: out.files})
}

// generate writes the sample city into a folder of the outputs.
func (d demoRecord) generate(ctx context.Context, out *outputs, folder string) error {
	options := demo.Options{Communities: d.Communities, Grids: d.Grids, Centers: d.Centers, Seed: d.Seed, English: d.English()}
	err := demo.Write(ctx, options, func(name string) (io.WriteCloser, error) { return out.create(ctx, path.Join(folder, name)) })
	if errors.Is(err, demo.ErrSize) {
		return usage("demo_size", "communities", charts.Count(demo.MaxCommunities), "grids", charts.Count(demo.MaxGrids), "centers", charts.Count(demo.MaxCenters))
	}
	return err
}

func (o *demoOptions) record(lang words.Lang) demoRecord {
	return demoRecord{o.communities, o.grids, o.centers, o.seed, lang.String()}
}
