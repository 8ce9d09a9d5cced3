package cmd

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/charts/words"
	"quarter/data"
)

// setAt is where a project file says something.
type setAt struct {
	file string
	line int
}

// This file is about the project file: what a run needs, written down beside its data. Its settings are set as flags, so that both are
// understood, checked and recorded in one way.

// projectName is the file that `quarter FOLDER` looks for in the folder.
const projectName = "quarter.yaml"

// alternatives are flags of which a run has only one: the one on the command line takes the place of the other in the file.
var alternatives = map[string]string{"radius": "minutes", "minutes": "radius", "profile": "profile-file", "profile-file": "profile"}

// useProject gives a run the settings of its project file: that of --project, or quarter.yaml in its folder. It returns nil where there
// is none.
func (a *app) useProject(c *cobra.Command, o *analyzeOptions) (*reference, error) {
	path := o.projectPath()
	if path == "" {
		return nil, nil
	}
	raw, read, err := readSettings(path)
	if err != nil {
		return nil, fail("project_open", bare(err), "file", path)
	}
	p, err := data.ReadProject(bytes.NewReader(raw), read.File, a.projectOptions())
	if err != nil {
		return nil, err
	}
	a.say("cli.project", "file", path)
	if err := a.checkProject(p, filepath.Dir(path)); err != nil {
		return nil, err
	}
	o.folder = filepath.Dir(path)
	return &read, a.applyProject(c, o, p)
}

// projectPath is the place of the project file, or "".
func (o *analyzeOptions) projectPath() string {
	if o.project != "" || o.folder == "" {
		return o.project
	}
	path := filepath.Join(o.folder, projectName)
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return ""
	}
	return path
}

// newRun returns the flags of an analysis that belong to no command line: those of a project file, or of an earlier run.
func (a *app) newRun() (*cobra.Command, *analyzeOptions) {
	c, o := &cobra.Command{}, newAnalyzeOptions()
	c.Flags().SortFlags = false
	a.addLayerFlags(c, o)
	a.addAnalysisFlags(c, o)
	c.Flags().StringVar(&o.lang, "lang", "", "")
	return c, o
}

// projectOptions are what may stand under "options", in the order of help.
func (a *app) projectOptions() []string {
	var names []string
	c, _ := a.newRun()
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "strict" || f.Name == "maps" || slices.Contains([]string{"definition", "rules", "targets"}, groupOf(f)) {
			names = append(names, f.Name)
		}
	})
	return names
}

// checkProject tries the settings on flags of their own. Where they are wrong, the first of them, in the order of help, that makes them
// so is told with its line.
func (a *app) checkProject(p data.Project, dir string) error {
	c, _ := a.newRun()
	order := map[string]int{}
	c.Flags().VisitAll(func(f *pflag.Flag) { order[f.Name] = len(order) })
	settings := slices.Clone(p.Settings)
	slices.SortStableFunc(settings, func(a, b data.Setting) int { return order[a.Name] - order[b.Name] })
	if a.trySettings(settings, dir) == nil {
		return checkInputs(a, p)
	}
	for i, s := range settings {
		err := a.trySettings(settings[:i+1], dir)
		if why, ok := a.usageText(err); ok {
			return wrongSetting(p, s, why)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func wrongSetting(p data.Project, s data.Setting, why string) error {
	word := s.Name
	if word == "column" {
		word = "columns"
	}
	return fail("project", nil, "file", p.File, "line", s.Line, "word", word, "why", why)
}

// trySettings reports what a run with these settings alone would say of them.
func (a *app) trySettings(settings []data.Setting, dir string) error {
	c, o := a.newRun()
	for _, s := range settings {
		if err := setFlag(c, s.Name, placed(s, dir)); err != nil {
			return err
		}
	}
	if _, ok := words.Parse(o.lang); o.lang != "" && !ok {
		return usage("lang", "value", o.lang)
	}
	_, err := o.job(c)
	return err
}

// checkInputs refuses a file that names some inputs but not enough of them.
func checkInputs(a *app, p data.Project) error {
	_, o := a.newRun()
	var first *data.Setting
	for i, s := range p.Settings {
		if files, ok := o.sources[data.Layer(s.Name)]; ok {
			*files = append(*files, s.Value)
			if first == nil {
				first = &p.Settings[i]
			}
		}
	}
	if first == nil || enough(o.files()) {
		return nil
	}
	return wrongSetting(p, *first, a.t("usage.inputs_part"))
}

// applyProject sets what the command line left open.
func (a *app) applyProject(c *cobra.Command, o *analyzeOptions, p data.Project) error {
	typed := map[string]bool{}
	c.Flags().Visit(func(f *pflag.Flag) { typed["--"+f.Name] = true })
	won := map[string]bool{}
	for _, s := range p.Settings {
		o.listed = o.listed || knownLayer(s.Name)
		flag, other := "--"+s.Name, "--"+alternatives[s.Name]
		switch {
		case typed[flag]:
			won[flag] = true
		case typed[other]:
			won[other] = true
		default:
			if err := o.take(c, s.Name, placed(s, o.folder)); err != nil {
				return err
			}
			if s.Name == "column" {
				place, _, _ := strings.Cut(s.Value, "=")
				o.written[place] = setAt{p.File, s.Line}
			}
		}
	}
	if len(won) > 0 {
		a.say("cli.project_flags", "flags", a.list(slices.Sorted(maps.Keys(won))))
	}
	return nil
}

// whereAsked tells a column that cannot be had with the place where it was asked for: in the project file, or by --column.
func (j *job) whereAsked(fault *data.Fault, err error) error {
	place := fault.Args["place"]
	if place == "" {
		return err
	}
	if at, ok := j.written[place]; ok {
		return fail("project", err, "file", at.file, "line", at.line, "word", place)
	}
	return fail("column", err, "value", place+"="+j.columnOf[place])
}

// take sets one setting. `quarter FOLDER` has no flags for layers, and no command has one for the language of the page alone.
func (o *analyzeOptions) take(c *cobra.Command, name, value string) error {
	if files, ok := o.sources[data.Layer(name)]; ok {
		*files = append(*files, value)
		return nil
	}
	if name == "lang" {
		o.lang = value
		return nil
	}
	return setFlag(c, name, value)
}

func setFlag(c *cobra.Command, name, value string) error {
	if err := c.Flags().Set(name, value); err != nil {
		return flagError(c, err)
	}
	return nil
}

// placed is the value of a setting; paths, which the file writes as seen from its folder, as seen from here.
func placed(s data.Setting, dir string) string {
	path := filepath.FromSlash(s.Value)
	isPath := s.Name == "out" || s.Name == "profile-file" || slices.Contains(data.Layers, data.Layer(s.Name))
	if !isPath || filepath.IsAbs(path) {
		return s.Value
	}
	return filepath.Join(dir, path)
}
