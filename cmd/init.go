package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"quarter/data"
	"quarter/data/load"
)

func (a *app) newInit() *cobra.Command {
	var force bool
	c := a.command("init [FOLDER]", func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return a.runInit(c.Context(), ".", force)
		case 1:
			return a.runInit(c.Context(), args[0], force)
		}
		return usage("too_many_arguments", "value", args[1])
	})
	c.Args = cobra.ArbitraryArgs
	c.Flags().BoolVar(&force, "force", false, a.flagText("init.force"))
	return c
}

// runInit looks at a folder and writes its project file. Data that cannot be analyzed yet still gets one, with what was recognised.
func (a *app) runInit(ctx context.Context, folder string, force bool) error {
	path := filepath.Join(folder, projectName)
	if _, err := os.Lstat(path); err == nil && !force {
		return fail("init_exists", nil, "path", path)
	}
	src, passed, err := load.Find(folder)
	if err != nil {
		return err
	}
	city, err := load.City(ctx, src, load.Options{})
	var fault *data.Fault
	switch {
	case errors.As(err, &fault):
		a.line(a.fault(fault))
		city = &data.City{}
	case err != nil:
		return err
	}
	if err := a.replaceFile(path, a.projectText(src, passed, city.Sources)); err != nil {
		return err
	}
	if _, err = fmt.Fprintln(a.Out, path); err == nil {
		a.say("init.next", "folder", folder)
	}
	return err
}

// replaceFile writes a file aside and moves it to its place.
func (a *app) replaceFile(path, text string) error {
	dir, err := hiddenFolder(filepath.Dir(path))
	if err != nil {
		return fail("write", bare(err), "file", path)
	}
	defer os.RemoveAll(dir)
	aside := filepath.Join(dir, filepath.Base(path))
	w, err := a.open(aside)
	if err == nil {
		_, err = io.WriteString(w, text)
		err = errors.Join(err, w.Close())
	}
	if err == nil {
		err = os.Rename(aside, path)
	}
	if err != nil {
		return fail("write", bare(err), "file", path)
	}
	return nil
}

// projectDraft writes a project file: every word of it, as comments where it is as without the file.
type projectDraft struct {
	strings.Builder
	a *app
}

// projectText is the project file for files as they were found or passed over, and columns as they were recognised.
func (a *app) projectText(src load.Sources, passed []data.Fault, sources []data.Source) string {
	d := &projectDraft{a: a}
	d.comment("", a.t("init.head"))
	d.page()
	d.inputs(src, passed)
	d.columns(sources)
	d.options()
	return d.String()
}

// comment writes lines of explanation.
func (d *projectDraft) comment(indent, text string) {
	text = strings.Map(oneLine, text)
	for _, line := range strings.Split(strings.TrimSuffix(wrapped(text, "", helpWidth-len(indent)-2), "\n"), "\n") {
		fmt.Fprintf(d, "%s# %s\n", indent, line)
	}
}

// flag explains a setting in the words of its flag.
func (d *projectDraft) flag(indent, name string) {
	d.comment(indent, strings.ReplaceAll(d.a.flagText(name), "`", ""))
}

// page is what stands on the page, and where it goes. The date is left to be filled in.
func (d *projectDraft) page() {
	for _, name := range []string{"title", "cutoff", "marking", "out"} {
		d.WriteString("\n")
		d.flag("", name)
		if name == "cutoff" {
			fmt.Fprintf(d, "%s:\n", name)
		} else {
			fmt.Fprintf(d, "# %s:\n", name)
		}
	}
	d.WriteString("\n")
	d.comment("", d.a.t("init.lang"))
	d.WriteString("# lang:\n")
}

// oneLine turns what YAML may take for the end of a line, or for no text at all, into a blank.
func oneLine(r rune) rune {
	if r != '\n' && (unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Cs, unicode.Co, unicode.Cf)) || r == utf8.RuneError {
		return ' '
	}
	return r
}

func (d *projectDraft) inputs(src load.Sources, passed []data.Fault) {
	d.WriteString("\n")
	d.comment("", d.a.t("init.inputs"))
	d.WriteString("inputs:\n")
	for _, layer := range layerOrder {
		var files []string
		for _, path := range src[layer] {
			files = append(files, yamlText(filepath.Base(path)))
		}
		switch text := strings.Join(files, ", "); len(files) {
		case 0:
			fmt.Fprintf(d, "  # %s:\n", layer)
		case 1:
			fmt.Fprintf(d, "  # %s: %s\n", layer, text)
		default:
			fmt.Fprintf(d, "  # %s: [%s]\n", layer, text)
		}
	}
	for i := range passed {
		d.comment("  ", d.a.t("init.passed")+d.a.t("cli.colon")+d.a.fault(&passed[i]))
	}
}

func (d *projectDraft) columns(sources []data.Source) {
	d.WriteString("\n")
	d.comment("", d.a.t("init.columns"))
	d.WriteString("columns:\n")
	var written []string
	for _, s := range sources {
		for _, u := range s.Columns {
			line := fmt.Sprintf("  # %s.%s: %s", s.Layer, u.Field, yamlText(u.Column))
			if slices.Contains(written, line) {
				continue
			}
			written = append(written, line)
			fmt.Fprintf(d, "%s  # %s\n", line, d.a.t("init.found", "field", d.a.t("field."+string(u.Field))))
		}
		if len(s.Unused) > 0 {
			d.comment("  ", d.a.t("init.unused", "file", s.File, "columns", d.a.list(s.Unused)))
		}
	}
	for _, layer := range layerOrder {
		d.absent(layer, sources)
	}
}

// mainFields are what the README asks of each layer. Of fields that say the same one is enough.
var mainFields = map[data.Layer][][]data.Field{
	data.LayerCommunities: {{data.FieldCode}, {data.FieldName}, {data.FieldStreet, "street_code"}, peopleFields, {data.FieldHouseholds}},
	data.LayerGrids:       {{data.FieldCode}, {data.FieldCommunity, "community_code"}, peopleFields, {data.FieldHouseholds}},
	data.LayerCenters:     {{data.FieldName}, {data.FieldTier}, {data.FieldStatus}, {data.FieldFloorArea}, {data.FieldCommunity, "community_code"}},
	data.LayerCandidates:  {{data.FieldName}, {data.FieldPrice}, {data.FieldFloorArea}},
}

var peopleFields = []data.Field{data.FieldPopulation, data.FieldResident, data.FieldRegistered, data.FieldActual}

// counted reports whether communities may leave a field to the sums of their grid cells.
func counted(f data.Field) bool { return f == data.FieldHouseholds || slices.Contains(peopleFields, f) }

// absent writes lines to be filled in for the main fields that no file of a layer has.
func (d *projectDraft) absent(layer data.Layer, sources []data.Source) {
	has, read := map[data.Field]bool{}, false
	for _, s := range sources {
		for _, u := range s.Columns {
			has[u.Field] = has[u.Field] || s.Layer == layer || layer == data.LayerCommunities && s.Layer == data.LayerGrids && counted(u.Field)
		}
		read = read || s.Layer == layer
	}
	for _, fields := range mainFields[layer] {
		if read && !slices.ContainsFunc(fields, func(f data.Field) bool { return has[f] }) {
			fmt.Fprintf(d, "  # %s.%s:  # %s\n", layer, fields[0],
				d.a.t("init.absent", "field", d.a.t("field."+string(fields[0])), "names", d.a.list(knownNames(layer, fields[0]))))
		}
	}
}

// knownNames are the first names by which a field is known.
func knownNames(layer data.Layer, field data.Field) []string {
	for _, k := range load.KnownColumns(layer) {
		if k.Field == field {
			return k.Names[:min(4, len(k.Names))]
		}
	}
	return nil
}

// options writes every option with what it is without the file.
func (d *projectDraft) options() {
	d.WriteString("\n")
	d.comment("", d.a.t("init.options"))
	d.WriteString("options:\n")
	c, _ := d.a.newRun()
	general := profileDefaults(data.General())
	for _, name := range d.a.projectOptions() {
		value, ok := general[name]
		if !ok {
			value = c.Flags().Lookup(name).DefValue
		}
		d.flag("  ", name)
		fmt.Fprintf(d, "  # %s\n\n", strings.TrimRight(name+": "+value, " "))
	}
}

// profileDefaults are the options that a profile answers where they are not given.
func profileDefaults(p data.Profile) map[string]string {
	out := map[string]string{}
	for name, at := range map[string][2]string{
		"radius": {"COV-01", "radius"}, "minutes": {"COV-02", "minutes"}, "speed": {"COV-02", "speed"}, "detour": {"COV-02", "detour"},
		"strict-radius": {"COV-03", "radius_strict"}, "sites": {"COV-11", "sites"},
	} {
		out[name] = data.Num(p.Rules[at[0]].Values[at[1]].Value).String()
	}
	return out
}

// plainYAML is a text that needs no quotes in YAML: it begins with a letter, holds no mark that means something, and is no word of YAML.
var plainYAML = regexp.MustCompile(`^\p{L}[\p{L}\p{N}_./（）-]*$`)

// yamlText writes a text of the data, whatever it holds, as one line of YAML. Go's escapes are those of YAML.
func yamlText(s string) string {
	words := []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
	if plainYAML.MatchString(s) && !slices.Contains(words, strings.ToLower(s)) {
		return s
	}
	return strconv.Quote(s)
}
