package cmd

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// verification is what `quarter verify` finds out about an output folder.
type verification struct {
	Folder   string  `json:"folder"`
	Same     bool    `json:"same"`             // every check is the same
	Recorded string  `json:"recorded_version"` // of the program that wrote the folder
	Version  string  `json:"version"`          // of this program
	Checks   []check `json:"checks"`

	root     string // the folder, absolute
	manifest manifest
}

// check is one thing that was compared with the record.
type check struct {
	Kind     string `json:"check"` // version, output, input, project, profile, rerun
	File     string `json:"file,omitempty"`
	State    string `json:"state"`
	Recorded string `json:"recorded,omitempty"` // start of the SHA-256
	Found    string `json:"found,omitempty"`
	Line     int    `json:"line,omitempty"`  // of the first difference
	Place    string `json:"place,omitempty"` // of the first difference in a JSON text: units[3].metrics.coverage_pop.value
	Why      string `json:"why,omitempty"`

	err error // why a file could not be read
}

// The states of a check; see check.right.
const (
	stateSame    = "same"
	stateChanged = "changed" // since it was written or read
	stateMissing = "missing"
	stateExtra   = "extra"   // not in the record
	stateDiffers = "differs" // the new run gives something else
	stateFailed  = "failed"  // the new run did not end
	stateSkipped = "skipped" // for lack of an input
	stateOther   = "other"
)

// right reports whether a check speaks for the report. Another version of the program is told, as are further files beside the outputs, such as
// a planner's notes; neither changes what was recorded.
func (c *check) right() bool {
	return c.State == stateSame || c.State == stateOther || c.Kind == "output" && c.State == stateExtra
}

func (a *app) newVerify() *cobra.Command {
	var quick, asJSON bool
	c := a.command("verify FOLDER", func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usage("verify_folder")
		}
		return a.runVerify(c.Context(), args[0], quick, asJSON)
	})
	c.Args = cobra.ArbitraryArgs
	c.Flags().BoolVar(&quick, "quick", false, a.flagText("quick"))
	c.Flags().BoolVar(&asJSON, "json", false, a.flagText("json"))
	return c
}

// runVerify compares a folder with its run.json, and with a new run unless quick. It changes nothing in the folder.
func (a *app) runVerify(ctx context.Context, folder string, quick, asJSON bool) error {
	root, err := resolve(folder)
	if err != nil {
		return fail("verify_none", nil, "path", folder)
	}
	m, err := readManifest(filepath.Join(root, manifestName))
	if err != nil {
		return fail("verify_none", nil, "path", folder)
	}
	v := &verification{Folder: folder, Recorded: m.Version, Version: Version, root: root, manifest: m}
	v.checkVersion()
	v.checkOutputs()
	v.checkInputs()
	if !quick {
		a.checkAgain(ctx, v)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return a.sayVerification(v, asJSON)
}

func (v *verification) add(c check) { v.Checks = append(v.Checks, c) }

func (v *verification) checkVersion() {
	state := stateSame
	if v.Recorded != v.Version {
		state = stateOther
	}
	v.add(check{Kind: "version", State: state, Recorded: v.Recorded, Found: v.Version})
}

// checkOutputs hashes what the run wrote, and names what it did not write.
func (v *verification) checkOutputs() {
	for _, o := range v.manifest.Outputs {
		local := filepath.FromSlash(o.File)
		if !filepath.IsLocal(local) {
			v.add(check{Kind: "output", File: o.File, State: stateMissing}) // outputs lie inside the folder
			continue
		}
		v.addHashed("output", o.File, filepath.Join(v.root, local), o.SHA256)
	}
	for _, file := range v.extra() {
		v.add(check{Kind: "output", File: file, State: stateExtra})
	}
}

// checkInputs hashes what the run read.
func (v *verification) checkInputs() {
	m := v.manifest
	for _, in := range m.Inputs {
		v.addHashed("input", in.Path, v.at(in.Path), in.SHA256)
	}
	for _, in := range m.siteFiles() {
		v.addHashed("input", in.Path, v.at(in.Path), in.SHA256)
	}
	for _, r := range m.Compared {
		v.addHashed("input", r.Path, v.at(r.Path), r.SHA256)
	}
	if m.Profile != nil && m.Profile.Path != "" {
		v.addHashed("profile", m.Profile.Path, v.at(m.Profile.Path), m.Profile.SHA256)
	}
	if m.Project != nil {
		v.addHashed("project", m.Project.Path, v.at(m.Project.Path), m.Project.SHA256)
	}
}

// at is the place of a recorded path.
func (v *verification) at(path string) string {
	local := filepath.FromSlash(path)
	if filepath.IsAbs(local) {
		return local
	}
	return filepath.Join(v.root, local)
}

func (v *verification) addHashed(kind, file, path, recorded string) {
	c := check{Kind: kind, File: file, State: stateSame, Recorded: start(recorded)}
	found, err := regularSum(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.State = stateMissing
	case err != nil:
		c.State, c.err = stateMissing, bare(err)
	case found != recorded:
		c.State, c.Found = stateChanged, start(found)
	}
	v.add(c)
}

// start is as much of a hash as a person compares.
func start(sum string) string { return sum[:min(len(sum), 12)] }

// regularSum is fileSum of a file proper: a record that names a device or a pipe must not make us wait for its end.
func regularSum(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fs.ErrNotExist
	}
	return fileSum(path)
}

// extra lists the files of the folder that its run neither wrote nor read, in order. Files that systems leave behind do not count.
func (v *verification) extra() []string {
	known := map[string]bool{v.at(manifestName): true}
	for _, o := range v.manifest.Outputs {
		known[v.at(o.File)] = true
	}
	for _, path := range v.manifest.readPaths() {
		known[v.at(path)] = true
	}
	var out []string
	_ = filepath.WalkDir(v.root, func(path string, d fs.DirEntry, err error) error {
		left := path != v.root && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"Thumbs.db", "desktop.ini"}, d.Name()))
		switch {
		case err != nil || left && d.IsDir():
			return fs.SkipDir
		case !d.IsDir() && !left && !known[path]:
			rel, _ := filepath.Rel(v.root, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return nil
	})
	return out
}

// readPaths are all recorded paths of what was read.
func (m *manifest) readPaths() []string {
	var paths []string
	for _, in := range m.Inputs {
		paths = append(paths, in.Path)
	}
	for _, r := range m.Compared {
		paths = append(paths, r.Path)
	}
	for _, in := range m.siteFiles() {
		paths = append(paths, in.Path)
	}
	if m.Profile != nil && m.Profile.Path != "" {
		paths = append(paths, m.Profile.Path)
	}
	if m.Project != nil {
		paths = append(paths, m.Project.Path)
	}
	return paths
}

// sayVerification prints the checks; it is an error where one of them is not the same.
func (a *app) sayVerification(v *verification, asJSON bool) error {
	wrong, same := 0, 0
	var rows [][]string
	for i := range v.Checks {
		c := &v.Checks[i]
		switch {
		case !c.right():
			wrong++
		case c.State != stateExtra:
			same++
		}
		if c.err != nil {
			c.Why = a.systemText(c.err)
		}
		rows = append(rows, []string{a.t("verify.check." + c.Kind), c.File, a.t("verify.state." + c.State), a.checkDetail(*c)})
	}
	v.Same = wrong == 0
	if err := a.printVerification(v, rows, asJSON); err != nil {
		return fail("stdout", bare(err))
	}
	if wrong > 0 {
		return fail("verify", nil, "n", wrong, "path", v.Folder, "advice", a.advice(v))
	}
	a.say("verify.same", "n", same, "path", v.Folder)
	return nil
}

// advice says what to do about a report that is not as recorded.
func (a *app) advice(v *verification) string {
	read := func(c check) bool {
		return !c.right() && slices.Contains([]string{"input", "profile", "project"}, c.Kind)
	}
	if slices.ContainsFunc(v.Checks, read) {
		return a.t("verify.advice.input")
	}
	return a.t("verify.advice.output")
}

func (a *app) printVerification(v *verification, rows [][]string, asJSON bool) error {
	if !asJSON {
		return a.printRows(rows)
	}
	w := bufio.NewWriter(a.Out)
	if err := printJSON(w, v); err != nil {
		return err
	}
	return w.Flush()
}

// checkDetail says what differs, and where.
func (a *app) checkDetail(c check) string {
	switch {
	case c.Kind == "version" && c.State == stateOther:
		return a.t("verify.version", "recorded", c.Recorded, "found", c.Found)
	case c.State == stateChanged:
		return a.t("verify.hash", "recorded", c.Recorded, "found", c.Found)
	case c.State == stateDiffers && c.Line == 0 && c.Place != "":
		return a.t("verify.place", "place", c.Place)
	case c.State == stateDiffers && c.Line > 0:
		return a.t("verify.where", "line", c.Line, "place", c.Place)
	}
	return c.Why
}
