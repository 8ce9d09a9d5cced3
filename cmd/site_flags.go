package cmd

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"quarter/coverage/siting"
	"quarter/data"
	"quarter/data/load"
)

// This file is about the flags of `quarter site`: what they are, and what they may not say.

func (a *app) addSiteFlags(c *cobra.Command, o *siteOptions) {
	f := c.Flags()
	text := func(to *string, name string) { f.StringVar(to, name, "", a.flagText("site."+name)) }
	list := func(to *[]string, name string) { f.StringArrayVar(to, name, nil, a.flagText("site."+name)) }
	f.IntVar(&o.p, "p", 0, a.flagText("site.p"))
	text(&o.cover, "cover")
	f.BoolVar(&o.all, "all", false, a.flagText("site.all"))
	text(&o.budget, "budget")
	text(&o.leastShare, "least-share")
	text(&o.objective, "objective")
	text(&o.model, "model")
	inGroup(c, "goal", "p", "cover", "all", "budget", "least-share", "objective", "model")

	text(&o.from, "from")
	text(&o.spacing, "spacing")
	list(&o.avoid, "avoid")
	text(&o.sitePrice, "site-cost")
	text(&o.siteArea, "site-area")
	list(&o.force, "force-site")
	list(&o.forbid, "forbid")
	text(&o.matrix, "cost-matrix")
	text(&o.costUnit, "cost-unit")
	inGroup(c, "places", "from", "spacing", "avoid", "site-cost", "site-area", "force-site", "forbid", "cost-matrix", "cost-unit")

	list(&o.open, "open")
	list(&o.close, "close")
	list(&o.move, "move")
	list(&o.enlarge, "enlarge")
	inGroup(c, "whatif", "open", "close", "move", "enlarge")

	text(&o.timeLimit, "time-limit")
	f.Uint64Var(&o.seed, "seed", 0, a.flagText("site.seed"))
	inGroup(c, "search", "time-limit", "seed")
}

// siteRequest is a request that the command line alone cannot find fault with. What depends on the data is resolved by ask.
type siteRequest struct {
	siting.Request
	goal      string // the flag that says how many sites; empty: none are chosen
	objective string
	steps     []whatIf
	limit     time.Duration

	force, forbid []string
	avoid         []string
	matrix        string
	costUnit      string
	avoidRead     []reference // what the files were, once they are read
	matrixRead    *reference
	further       data.City // sources and faults of these files
}

// whatIf is one --open, --close, --move or --enlarge.
type whatIf struct {
	kind siting.ChangeKind
	text string
}

// read lists the files that are read beside those of the layers.
func (o *siteOptions) read() []string {
	if o.matrix == "" {
		return o.avoid
	}
	return append(slices.Clone(o.avoid), o.matrix)
}

// request checks the flags one after the other.
func (o *siteOptions) request(c *cobra.Command) (*siteRequest, error) {
	r := &siteRequest{objective: o.objective, force: o.force, forbid: o.forbid, avoid: o.avoid, matrix: o.matrix, costUnit: o.costUnit, steps: o.whatIfs()}
	r.Seed = o.seed
	for _, step := range []func() error{
		func() error { return o.readGoal(c, r) },
		func() error { return o.readModel(r) },
		func() error { return o.readAmounts(c, r) },
		func() error { return o.readPlaces(r) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// whatIfs lists the changes: what is closed comes first, so that something else may open in its place.
func (o *siteOptions) whatIfs() []whatIf {
	var all []whatIf
	for _, group := range []struct {
		kind  siting.ChangeKind
		texts []string
	}{{siting.ChangeClose, o.close}, {siting.ChangeMove, o.move}, {siting.ChangeEnlarge, o.enlarge}, {siting.ChangeOpen, o.open}} {
		for _, text := range group.texts {
			all = append(all, whatIf{group.kind, text})
		}
	}
	return all
}

// goals are the flags that say how many sites; a run has one of them, or changes by hand alone.
var goals = []string{"p", "cover", "all", "budget"}

// readGoal reads how many sites are asked for.
func (o *siteOptions) readGoal(c *cobra.Command, r *siteRequest) error {
	var given []string
	for _, g := range goals {
		if c.Flag(g).Changed {
			given = append(given, g)
		}
	}
	switch {
	case len(given) > 1:
		return usage("site_goals", "one", "--"+given[0], "other", "--"+given[1])
	case len(given) == 0 && len(r.steps) == 0 && c.Flag("least-share").Changed:
		return usage("site_least_alone")
	case len(given) == 0 && len(r.steps) == 0:
		return usage("site_nothing")
	case len(given) == 0:
		return o.checkNoGoal(c)
	}
	r.goal = given[0]
	return o.readGoalValue(r)
}

// checkNoGoal refuses flags that steer a choice where nothing is chosen.
func (o *siteOptions) checkNoGoal(c *cobra.Command) error {
	for _, name := range []string{"model", "least-share", "from", "spacing", "avoid", "force-site", "forbid", "cost-matrix", "cost-unit", "time-limit", "seed"} {
		if c.Flag(name).Changed {
			return usage("site_no_goal", "flag", "--"+name)
		}
	}
	return nil
}

func (o *siteOptions) readGoalValue(r *siteRequest) (err error) {
	switch r.goal {
	case "p":
		r.P = o.p
		if o.p < 1 || o.p > mostSites {
			err = usage("site_p", "value", strconv.Itoa(o.p), "most", strconv.Itoa(mostSites))
		}
	case "cover":
		r.Cover, err = typedShare("cover", o.cover)
	case "budget":
		r.Budget, err = typedMoney("budget", o.budget)
	}
	return err
}

// mostSites is how many sites one request may ask for.
const mostSites = 10000

// typedShare reads a share above 0, typed in percent.
func typedShare(flag, text string) (float64, error) {
	v, err := typedNumber(text, true)
	if err == nil && v == 0 {
		return 0, usage("not_positive", "flag", "--"+flag, "value", text)
	}
	if err != nil {
		return 0, orUsage(err, "site_share", "flag", "--"+flag, "value", text)
	}
	return v, nil
}

// smallMoney is the sum, yuan, below which a number without unit was more likely meant in 万元.
const smallMoney = 10000

func typedMoney(flag, text string) (float64, error) {
	m, ok := load.TypedMoney(text)
	switch {
	case !ok || m.Value == 0:
		return 0, usage("site_money", "flag", "--"+flag, "value", text)
	case m.Bare && m.Value < smallMoney:
		return 0, usage("site_money_unit", "flag", "--"+flag, "value", text)
	}
	return m.Value, nil
}

// readAmounts reads what is typed with a unit.
func (o *siteOptions) readAmounts(c *cobra.Command, r *siteRequest) error {
	for _, amount := range []struct {
		flag, text string
		read       func(flag, text string) error
	}{
		{"least-share", o.leastShare, func(f, s string) (err error) { r.Floor, err = typedShare(f, s); return }},
		{"site-cost", o.sitePrice, func(f, s string) (err error) { r.SitePrice, err = typedMoney(f, s); return }},
		{"site-area", o.siteArea, func(f, s string) error { return typedInto(load.TypedArea, &r.SiteArea, "site_area", f, s) }},
		{"spacing", o.spacing, func(f, s string) error {
			return typedInto(load.TypedLength, (*float64)(&r.Spacing), "site_length", f, s)
		}},
		{"time-limit", o.timeLimit, r.readLimit},
	} {
		if !c.Flag(amount.flag).Changed {
			continue
		}
		if err := amount.read(amount.flag, amount.text); err != nil {
			return err
		}
	}
	return nil
}

// typedInto reads an amount above 0.
func typedInto(read func(string) (load.Typed, bool), to *float64, key, flag, text string) error {
	v, ok := read(text)
	if !ok || v.Value == 0 {
		return usage(key, "flag", "--"+flag, "value", text)
	}
	*to = v.Value
	return nil
}

func (r *siteRequest) readLimit(flag, text string) error {
	var seconds float64
	err := typedInto(load.TypedDuration, &seconds, "site_time", flag, text)
	r.limit, r.Limited = time.Duration(seconds*float64(time.Second)), true
	return err
}

// readModel takes the model asked for, or that of the question, and refuses one that answers another.
func (o *siteOptions) readModel(r *siteRequest) error {
	switch {
	case r.goal == "":
		return nil
	case o.model == "" && o.leastShare != "":
		r.Model = "floor"
	case o.model == "":
		r.Model = modelFor(r.goal)
	default:
		r.Model = o.model
	}
	fits := goalsOf(r.Model)
	switch {
	case fits == nil:
		return usage("choice", "flag", "--model", "value", o.model, "choices", modelKeys())
	case !slices.Contains(fits, r.goal):
		return usage("site_model_goal", "name", wordOf("model."+r.Model), "goal", "--"+r.goal, "fits", "--"+strings.Join(fits, ", --"))
	case (r.Model == "floor") != (o.leastShare != ""):
		return usage("site_floor", "floor", wordOf("model.floor"), "name", wordOf("model."+r.Model))
	}
	return nil
}

// costUnits are those that a cost matrix without a unit in its head may be given.
var costUnits = []string{"m", "km", "min", "s", "米", "公里", "分钟", "秒"}

// readPlaces reads where candidates come from.
func (o *siteOptions) readPlaces(r *siteRequest) error {
	if r.Source = chosen("site.from.", siting.Sources, o.from); o.from != "" && r.Source == "" {
		return usage("choice", "flag", "--from", "value", o.from, "choices", wordsOf("site.from.", siting.Sources))
	}
	switch {
	case r.costUnit == "":
	case r.matrix == "":
		return usage("site_cost_unit", "flag", "--cost-unit")
	case !slices.Contains(costUnits, r.costUnit):
		return usage("choice", "flag", "--cost-unit", "value", r.costUnit, "choices", strings.Join(costUnits, ", "))
	}
	if r.matrix != "" {
		r.Matrix = filepath.Base(r.matrix)
	}
	return nil
}
