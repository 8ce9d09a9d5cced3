package cmd

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quarter/charts/atlas"
	"quarter/coverage"
	"quarter/coverage/siting"
	"quarter/data"
	"quarter/data/load"
)

// analyzeOptions are the flags of analyze, of `quarter FOLDER` and of demo.
type analyzeOptions struct {
	folder  string
	project string // the project file
	listed  bool   // the project file lists the files of every layer
	sources map[data.Layer]*[]string
	columns []string
	written map[string]setAt // of columns, by layer.field: where the project file names them
	out     string

	radius, minutes, speed, detour, strictRadius float64
	tiers                                        []string
	population, unknownStatus                    string
	groups                                       []string
	sites                                        int

	profile, profileFile string
	set                  []string

	title, cutoff, marking string
	lang                   string // of the page, by the project file or an earlier run; "" where not given
	noPage                 bool
	maps                   []string // paper sizes of map files

	json, strict, force bool
	require             []string
	threads             int
}

func newAnalyzeOptions() *analyzeOptions {
	o := &analyzeOptions{sources: map[data.Layer]*[]string{}, written: map[string]setAt{}}
	for _, layer := range data.Layers {
		o.sources[layer] = new([]string)
	}
	return o
}

func (a *app) newAnalyze() *cobra.Command {
	o := newAnalyzeOptions()
	c := a.command("analyze", func(c *cobra.Command, _ []string) error { return a.runAnalyze(c.Context(), c, o) })
	a.addLayerFlags(c, o)
	c.Flags().StringVar(&o.project, "project", "", a.flagText("project"))
	inGroup(c, "input", "project")
	a.addAnalysisFlags(c, o)
	return c
}

// job is one analysis, ready to run: everything that the command line alone can get wrong is checked.
type job struct {
	*analyzeOptions
	columnOf map[string]string
	rules    data.Profile
	coverage coverage.Options
	targets  []target
	papers   []atlas.Paper
	inputs   []string // the files or the folder that are read

	// What the manifest says.
	version     string
	demo        *demoRecord    // of a sample city
	given       map[string]any // options as given
	projectRead *reference
	profileRead reference // of a profile file
	site        *siteRequest
	plan        *siting.Plan // of a run with site
	city        func(context.Context, *outputs, load.Options) (*data.City, error)
}

func (a *app) runAnalyze(ctx context.Context, c *cobra.Command, o *analyzeOptions) error {
	project, err := a.useProject(c, o)
	if err != nil {
		return err
	}
	j, err := o.job(c)
	if err != nil {
		return err
	}
	j.projectRead = project
	if err := j.chooseInput(); err != nil {
		return err
	}
	return a.perform(ctx, j)
}

// chooseInput takes the folder with the files that were named in place of its own, else those files alone, and the place of the outputs.
func (j *job) chooseInput() error {
	if j.out == "" && j.folder != "" {
		j.out = placeBeside(j.folder, "-report")
	}
	sources := j.files()
	for _, layer := range data.Layers {
		j.inputs = append(j.inputs, sources[layer]...)
	}
	if j.folder != "" && !j.listed {
		j.inputs = append(j.inputs, j.folder)
		j.city = func(ctx context.Context, _ *outputs, o load.Options) (*data.City, error) {
			o.Named = sources
			return load.Dir(ctx, j.folder, o)
		}
		return nil
	}
	j.folder = ""
	if !enough(sources) {
		return usage("nothing_to_analyze")
	}
	if j.out == "" && !j.json {
		return usage("no_out")
	}
	j.city = func(ctx context.Context, _ *outputs, o load.Options) (*data.City, error) {
		return load.City(ctx, sources, o)
	}
	return nil
}

// files are the files named for each layer.
func (o *analyzeOptions) files() load.Sources {
	sources := load.Sources{}
	for layer, files := range o.sources {
		if len(*files) > 0 {
			sources[layer] = *files
		}
	}
	return sources
}

// enough reports whether the layers can be analyzed at all.
func enough(s load.Sources) bool {
	return len(s[data.LayerCenters]) > 0 && len(s[data.LayerCommunities])+len(s[data.LayerGrids]) > 0
}

// placeBeside is where the outputs for a folder stand unless --out says otherwise: beside it, with a further word. The folders . and .. are
// named by their own names.
func placeBeside(folder, word string) string {
	if abs, err := filepath.Abs(folder); err == nil && slices.Contains([]string{".", ".."}, filepath.Base(filepath.Clean(folder))) {
		folder = abs
	}
	return strings.TrimRight(filepath.Clean(folder), `/\`) + word
}

// perform reads, measures, writes and answers.
func (a *app) perform(ctx context.Context, j *job) error {
	var clock stopwatch
	clock.start(a.now)
	out, err := a.openOutputs(j.out, j.force)
	if err != nil {
		return err
	}
	defer out.discard()
	if err := out.guard(j.inputs); err != nil {
		return err
	}
	result, err := a.find(ctx, j, out, &clock)
	if err != nil {
		return err
	}
	if err := a.write(ctx, j, out, result, &clock); err != nil {
		return err
	}
	return a.conclude(j, out, result)
}

// find makes the result that the outputs are about: of the data as they are, or with the plan for them.
func (a *app) find(ctx context.Context, j *job, out *outputs, clock *stopwatch) (*coverage.Result, error) {
	result, err := a.analyze(ctx, j, out, clock)
	if err == nil && j.site != nil {
		return a.choose(ctx, j, result, clock)
	}
	return result, err
}

// analyze makes the result, and tells what was read.
func (a *app) analyze(ctx context.Context, j *job, out *outputs, clock *stopwatch) (*coverage.Result, error) {
	city, err := a.read(ctx, j, out)
	if err != nil {
		return nil, err
	}
	clock.lap("read")
	a.sayRead(city)
	if err := a.checkStrict(j, city); err != nil {
		return nil, err
	}
	a.sayFaults(city.Faults)
	result, err := a.measure(ctx, j, city)
	clock.lap("analyze")
	return result, err
}

// conclude answers. The answer comes before the verdict on targets; the path of the page comes last.
func (a *app) conclude(j *job, out *outputs, result *coverage.Result) error {
	a.sayUnsaid(j.asGiven(result))
	a.sayChecks(result)
	if err := a.answer(j, result); err != nil {
		return err
	}
	missed := a.sayTargets(j, result)
	a.sayOutputs(j, out)
	if missed {
		return errMissed
	}
	return nil
}

// read makes the city, with progress.
func (a *app) read(ctx context.Context, j *job, out *outputs) (*data.City, error) {
	p := a.progress("progress.read")
	defer p.stop()
	circle, err := j.coverage.Circle(j.rules)
	if err != nil {
		return nil, err
	}
	city, err := j.city(ctx, out, load.Options{Columns: j.layerColumns(), Groups: j.groups, Reach: circle.Radius, Progress: p.update, Threads: j.threads})
	var fault *data.Fault
	if !errors.As(err, &fault) {
		return city, err
	}
	err = j.whereAsked(fault, err)
	if j.strict {
		p.stop()
		a.sayFault(err)
		return nil, errFaults
	}
	return nil, err
}

func (a *app) measure(ctx context.Context, j *job, city *data.City) (*coverage.Result, error) {
	p := a.progress("progress.measure")
	defer p.stop()
	return coverage.Analyze(ctx, city, j.rules, j.coverage)
}

// checkStrict ends a strict run whose input is not clean.
func (a *app) checkStrict(j *job, city *data.City) error {
	if !j.strict {
		return nil
	}
	var bad []data.Fault
	for _, f := range city.Faults {
		if f.Severity >= data.Repaired {
			bad = append(bad, f)
		}
	}
	if len(bad) == 0 {
		return nil
	}
	for i := range bad {
		a.line("  " + a.fault(&bad[i]))
	}
	a.line(a.t("cli.error", "text", a.t("fail.strict", "n", len(bad))))
	return errFaults
}

// stopwatch measures the parts of a run.
type stopwatch struct {
	now     func() time.Time
	began   time.Time
	last    time.Time
	seconds map[string]float64
}

func (s *stopwatch) start(now func() time.Time) {
	s.now, s.seconds = now, map[string]float64{}
	s.began = now()
	s.last = s.began
}

func (s *stopwatch) lap(name string) {
	t := s.now()
	s.seconds[name] = t.Sub(s.last).Seconds()
	s.last = t
}
