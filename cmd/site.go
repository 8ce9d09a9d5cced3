package cmd

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"quarter/coverage"
	"quarter/coverage/siting"
)

// siteCommand is how the manifest calls a run of `quarter site`.
const siteCommand = "site"

// siteOptions are the flags of `quarter site`, as typed: what is asked, where centers may stand, what shall change, beside the flags of an
// analysis.
type siteOptions struct {
	*analyzeOptions
	demo bool

	p                          int
	cover, budget, leastShare  string
	all                        bool
	model, objective           string
	from, spacing              string
	avoid                      []string
	sitePrice, siteArea        string
	force, forbid              []string
	matrix, costUnit           string
	open, close, move, enlarge []string
	timeLimit                  string
	seed                       uint64
	placed                     bool // --out was typed
}

func (a *app) newSite() *cobra.Command {
	o := &siteOptions{analyzeOptions: newAnalyzeOptions()}
	c := a.command("site [FOLDER]", func(c *cobra.Command, args []string) error { return a.runSite(c.Context(), c, o, args) })
	c.Args = cobra.ArbitraryArgs
	a.addSiteFlags(c, o)
	c.Flags().BoolVar(&o.demo, "demo", false, a.flagText("site.demo"))
	inGroup(c, "input", "demo")
	a.addLayerFlags(c, o.analyzeOptions)
	c.Flags().StringVar(&o.project, "project", "", a.flagText("project"))
	inGroup(c, "input", "project")
	a.addAnalysisFlags(c, o.analyzeOptions)
	return c
}

// newSiteRun returns the flags of a site run that belong to no command line, those of an earlier one.
func (a *app) newSiteRun() (*cobra.Command, *siteOptions) {
	c, o := a.newRun()
	site := &siteOptions{analyzeOptions: o}
	a.addSiteFlags(c, site)
	return c, site
}

// runSite looks for sites in a folder, in files, or in the sample city.
func (a *app) runSite(ctx context.Context, c *cobra.Command, o *siteOptions, args []string) error {
	if err := o.chooseFolder(c, args); err != nil {
		return err
	}
	o.placed = c.Flag("out").Changed
	project, err := a.useProject(c, o.analyzeOptions)
	if err != nil {
		return err
	}
	j, err := o.job(c)
	if err != nil {
		return err
	}
	j.projectRead = project
	o.choosePlace()
	if o.demo {
		j.makeDemo((&demoOptions{}).record(a.lang))
	} else if err := j.chooseInput(); err != nil {
		return err
	}
	j.inputs = append(j.inputs, o.read()...)
	return a.perform(ctx, j)
}

// chooseFolder takes the one argument that there may be, which --demo takes the place of.
func (o *siteOptions) chooseFolder(c *cobra.Command, args []string) error {
	switch {
	case len(args) > 1:
		return usage("too_many_arguments", "value", args[1])
	case o.demo && (len(args) > 0 || len(o.files()) > 0 || o.project != ""):
		return usage("site_demo_and_data")
	case len(args) == 1:
		o.folder = args[0]
		return checkFolder(c.Root(), o.folder)
	case !o.demo && len(o.files()) == 0 && o.project == "":
		return usage("site_no_data")
	}
	return nil
}

// choosePlace takes a place beside that of the analysis, so that a plan never replaces the report on what there is.
func (o *siteOptions) choosePlace() {
	switch {
	case o.placed:
	case o.out != "":
		o.out += "-site"
	case o.demo:
		o.out = "quarter-site"
	case o.folder != "":
		o.out = placeBeside(o.folder, "-site")
	}
}

// job checks the flags of the analysis and of the request.
func (o *siteOptions) job(c *cobra.Command) (*job, error) {
	j, err := o.analyzeOptions.job(c)
	if err != nil {
		return nil, err
	}
	j.site, err = o.request(c)
	return j, err
}

// choose makes the plan for a result and puts it into the job; the result of the run is then that with the plan.
func (a *app) choose(ctx context.Context, j *job, before *coverage.Result, clock *stopwatch) (*coverage.Result, error) {
	ask, err := j.site.ask(ctx, j, before)
	if err == nil {
		err = a.sayFurther(j)
	}
	if err != nil {
		return nil, err
	}
	p := a.progress("progress.site")
	defer p.stop()
	if j.site.limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, j.site.limit)
		defer cancel()
	}
	j.plan, err = siting.Solve(ctx, ask)
	clock.lap("site")
	if none := (*siting.InfeasibleError)(nil); errors.As(err, &none) {
		return nil, &noPlan{none, ask.Request, before}
	}
	if err != nil {
		return nil, err
	}
	p.stop()
	a.sayMatch(j.plan)
	return j.plan.After, nil
}

// sayFurther tells what was read beside the layers. A strict run ends where that is not clean.
func (a *app) sayFurther(j *job) error {
	further := &j.site.further
	a.sayRead(further)
	if err := a.checkStrict(j, further); err != nil {
		return err
	}
	a.sayFaults(further.Faults)
	return nil
}
