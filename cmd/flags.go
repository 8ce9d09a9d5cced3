package cmd

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// layerOrder is the order of the layer flags in help: what everybody has first.
var layerOrder = []data.Layer{data.LayerCommunities, data.LayerGrids, data.LayerCenters, data.LayerStreets, data.LayerDistricts, data.LayerCandidates}

func (a *app) addLayerFlags(c *cobra.Command, o *analyzeOptions) {
	for _, layer := range layerOrder {
		c.Flags().StringArrayVar(o.sources[layer], string(layer), nil, a.flagText(string(layer)))
		inGroup(c, "input", string(layer))
	}
}

// addAnalysisFlags adds what an analysis of any input understands.
func (a *app) addAnalysisFlags(c *cobra.Command, o *analyzeOptions) {
	f := c.Flags()
	f.StringArrayVar(&o.columns, "column", nil, a.flagText("column"))
	f.BoolVar(&o.strict, "strict", false, a.flagText("strict"))
	inGroup(c, "input", "column", "strict")

	f.StringVarP(&o.out, "out", "o", "", a.flagText("out"))
	f.BoolVar(&o.force, "force", false, a.flagText("force"))
	f.BoolVar(&o.json, "json", false, a.flagText("json"))
	f.BoolVar(&o.noPage, "no-page", false, a.flagText("no-page"))
	f.StringSliceVar(&o.maps, "maps", nil, a.flagText("maps"))
	inGroup(c, "output", "out", "force", "json", "no-page", "maps")

	f.Float64Var(&o.radius, "radius", 0, a.flagText("radius"))
	f.Float64Var(&o.minutes, "minutes", 0, a.flagText("minutes"))
	f.Float64Var(&o.speed, "speed", 0, a.flagText("speed"))
	f.Float64Var(&o.detour, "detour", 0, a.flagText("detour"))
	f.Float64Var(&o.strictRadius, "strict-radius", 0, a.flagText("strict-radius"))
	f.StringSliceVar(&o.tiers, "tiers", nil, a.flagText("tiers"))
	f.StringVar(&o.population, "population", "auto", a.flagText("population"))
	f.StringArrayVar(&o.groups, "group", nil, a.flagText("group"))
	f.StringVar(&o.unknownStatus, "unknown-status", "count", a.flagText("unknown-status"))
	f.IntVar(&o.sites, "sites", 0, a.flagText("sites"))
	inGroup(c, "definition", "radius", "minutes", "speed", "detour", "strict-radius", "tiers", "population", "group", "unknown-status", "sites")

	f.StringVar(&o.profile, "profile", "general", a.flagText("profile"))
	f.StringVar(&o.profileFile, "profile-file", "", a.flagText("profile-file"))
	f.StringArrayVar(&o.set, "set", nil, a.flagText("set"))
	inGroup(c, "rules", "profile", "profile-file", "set")

	f.StringVar(&o.title, "title", "", a.flagText("title"))
	f.StringVar(&o.cutoff, "cutoff", "", a.flagText("cutoff"))
	f.StringVar(&o.marking, "marking", "", a.flagText("marking"))
	inGroup(c, "page", "title", "cutoff", "marking")

	f.StringArrayVar(&o.require, "require", nil, a.flagText("require"))
	inGroup(c, "targets", "require")

	f.IntVar(&o.threads, "threads", 0, a.flagText("threads"))
}

func inGroup(c *cobra.Command, group string, names ...string) {
	for _, n := range names {
		f := c.Flags().Lookup(n)
		f.Annotations = map[string][]string{flagGroup: {group}}
	}
}

// hideInherited keeps the many flags of an analysis out of the first help; `quarter analyze --help` lists them.
func (a *app) hideInherited(c *cobra.Command) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "version" {
			f.Hidden = true
		}
	})
}

// job checks the flags and makes of them what the rooms below understand.
func (o *analyzeOptions) job(c *cobra.Command) (*job, error) {
	j := &job{analyzeOptions: o, given: given(c), version: Version}
	steps := []func() error{
		func() error { return o.checkNumbers(c) },
		func() error { return checkCutoff(o.cutoff) },
		func() (err error) { j.columnOf, err = parseColumns(o.columns); return },
		func() (err error) { j.rules, err = j.readProfile(c); return },
		func() (err error) { j.coverage, err = o.coverageOptions(); return },
		func() error { return j.coverage.Check(j.rules) },
		func() (err error) { j.targets, err = parseTargets(o.require); return },
		func() (err error) { j.papers, err = parsePapers(o.maps); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return j, nil
}

// checkNumbers refuses what would otherwise read as "not given", and both ways of giving a radius at once.
func (o *analyzeOptions) checkNumbers(c *cobra.Command) error {
	for _, n := range []struct {
		flag  string
		value float64
	}{{"radius", o.radius}, {"minutes", o.minutes}, {"speed", o.speed}, {"detour", o.detour}, {"strict-radius", o.strictRadius}} {
		if f := c.Flag(n.flag); f != nil && f.Changed && !(n.value > 0 && !math.IsInf(n.value, 0)) {
			return usage("not_positive", "flag", "--"+n.flag, "value", f.Value.String())
		}
	}
	if o.radius != 0 && o.minutes != 0 {
		return usage("radius_and_minutes")
	}
	if o.threads < 0 || o.threads > 1024 {
		return usage("not_positive", "flag", "--threads", "value", strconv.Itoa(o.threads))
	}
	if f := c.Flag("sites"); f != nil && f.Changed && (o.sites < 0 || o.sites > 1000) {
		return usage("sites_range", "value", strconv.Itoa(o.sites))
	}
	return nil
}

func (o *analyzeOptions) coverageOptions() (coverage.Options, error) {
	out := coverage.Options{
		Radius: geo.Length(o.radius), Minutes: o.minutes, Speed: o.speed, Detour: o.detour,
		StrictRadius: geo.Length(o.strictRadius), Sites: o.sites, Threads: o.threads,
	}
	switch o.unknownStatus {
	case "count":
	case "exclude":
		out.ExcludeUnknown = true
	default:
		return out, usage("choice", "flag", "--unknown-status", "value", o.unknownStatus, "choices", "count, exclude")
	}
	if o.population != "auto" {
		b, ok := data.ParseBasis(o.population)
		if !ok {
			return out, usage("choice", "flag", "--population", "value", o.population, "choices", "auto, "+joinKeys(data.Bases))
		}
		out.Basis = &b
	}
	for _, key := range o.tiers {
		t, ok := data.ParseTier(strings.TrimSpace(key))
		if !ok || t == data.TierPoint {
			return out, usage("choice", "flag", "--tiers", "value", key, "choices", joinKeys(circleTiers))
		}
		out.Tiers = append(out.Tiers, t)
	}
	return out, nil
}

// circleTiers are the tiers that --tiers may name: all that can have a service circle.
var circleTiers = []data.Tier{data.TierDistrict, data.TierStreet, data.TierCommunity, data.TierRegional, data.TierUnknown}

func joinKeys[T interface{ String() string }](all []T) string {
	keys := make([]string, len(all))
	for i, v := range all {
		keys[i] = v.String()
	}
	return strings.Join(keys, ", ")
}

// parseColumns reads layer.field=NAME.
func parseColumns(all []string) (map[string]string, error) {
	out := map[string]string{}
	for _, s := range all {
		place, column, found := strings.Cut(s, "=")
		layer, field, dotted := strings.Cut(strings.TrimSpace(place), ".")
		if !found || !dotted || field == "" || strings.TrimSpace(column) == "" {
			return nil, usage("column", "value", s)
		}
		if !knownLayer(layer) {
			return nil, usage("column_layer", "value", s, "layer", layer, "choices", layerNames())
		}
		if before, twice := out[layer+"."+field]; twice && before != column {
			return nil, usage("column_twice", "value", layer+"."+field)
		}
		out[layer+"."+field] = column
	}
	return out, nil
}

func knownLayer(name string) bool {
	return slices.Contains(data.Layers, data.Layer(name)) || data.Layer(name) == data.LayerCostMatrix
}

func layerNames() string {
	var names []string
	for _, l := range layerOrder {
		names = append(names, string(l))
	}
	return strings.Join(names, ", ")
}

// readProfile takes the profile by id or from a file, and lays single values over it.
func (j *job) readProfile(c *cobra.Command) (data.Profile, error) {
	if j.profileFile != "" && c.Flag("profile").Changed {
		return data.Profile{}, usage("profile_and_file")
	}
	p, err := j.baseProfile()
	for _, s := range j.set {
		if err != nil {
			return p, err
		}
		p, err = setValue(p, s)
	}
	return p, err
}

func (j *job) baseProfile() (data.Profile, error) {
	if j.profileFile == "" {
		return builtin(j.profile)
	}
	raw, read, err := readSettings(j.profileFile)
	if err != nil {
		return data.Profile{}, fail("profile_open", bare(err), "file", j.profileFile)
	}
	j.profileRead = read
	return data.ReadProfile(bytes.NewReader(raw), read.File)
}

func builtin(id string) (data.Profile, error) {
	p, err := data.BuiltinProfile(id)
	if errors.Is(err, data.ErrUnknownProfile) {
		return p, usage("unknown_profile", "value", id, "choices", strings.Join(data.ProfileIDs, ", "))
	}
	return p, err
}

// setValue reads RULE.value=NUMBER; shares are typed in percent.
func setValue(p data.Profile, s string) (data.Profile, error) {
	place, typed, found := strings.Cut(s, "=")
	id, name, dotted := strings.Cut(strings.TrimSpace(place), ".")
	if !found || !dotted {
		return p, usage("set", "value", s)
	}
	rule, ok := p.Rule(id)
	if !ok {
		return p, usage("set_rule", "rule", id, "profile", p.ID, "known", shownProfile(p))
	}
	limit, ok := rule.Values[name]
	if !ok {
		return p, usage("set_value", "rule", id, "value", name, "choices", sortedKeys(rule.Values))
	}
	v, err := typedNumber(typed, limit.Unit == string(coverage.UnitShare))
	if err != nil || v > 1e9 {
		return p, orUsage(err, "set_number", "place", id+"."+name, "value", strings.TrimSpace(typed))
	}
	return p.With(id, name, v, "--set"), nil
}

// shownProfile is the built-in profile whose rules `quarter standards show` lists: this one, or that which it extends.
func shownProfile(p data.Profile) string {
	for _, id := range []string{p.ID, p.Extends} {
		if slices.Contains(data.ProfileIDs, id) {
			return id
		}
	}
	return data.General().ID
}
