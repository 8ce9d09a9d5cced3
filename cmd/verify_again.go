package cmd

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"quarter/data"
)

// This file runs an earlier run again, as its run.json says, and compares what comes out byte for byte.

// checkAgain adds the checks of a new run.
func (a *app) checkAgain(ctx context.Context, v *verification) {
	for _, c := range v.Checks {
		if c.State == stateMissing && (c.Kind == "input" || c.Kind == "profile") {
			v.add(check{Kind: "rerun", State: stateSkipped, Why: a.t("verify.skipped", "file", c.File)})
			return
		}
	}
	out, err := a.rerun(ctx, v)
	if out != nil {
		defer out.discard()
	}
	if err == nil {
		err = v.compare(out)
	}
	if err != nil {
		v.add(check{Kind: "rerun", State: stateFailed, Why: a.errorText(err)})
	}
}

// errorText is one sentence about any error.
func (a *app) errorText(err error) string {
	var (
		fault *data.Fault
		own   *failure
	)
	if errors.As(err, &fault) && !errors.As(err, &own) {
		return a.fault(fault)
	}
	if text, ok := a.usageText(err); ok {
		return text
	}
	return a.failureText(err)
}

// rerun makes the outputs anew, in a temporary folder but as if they should stand in place of the old ones: paths and version in them are
// the recorded ones, so that only what matters can differ.
func (a *app) rerun(ctx context.Context, v *verification) (*outputs, error) {
	dir, err := os.MkdirTemp("", "quarter-verify-")
	if err != nil {
		return nil, err
	}
	out := &outputs{target: v.root, dir: dir, trial: true, open: a.open, sums: map[string]knownSum{}}
	if out.dir, err = resolve(dir); err != nil {
		return out, err
	}
	m := v.manifest
	if m.Profile == nil && m.Demo != nil {
		return out, m.Demo.writeData(ctx, out, m.Version)
	}
	silent := *a
	silent.quiet, silent.asked, silent.Err = true, nil, io.Discard
	if m.Compared != nil {
		return out, silent.compareAgain(ctx, v, out)
	}
	j, err := silent.recorded(v)
	if err != nil {
		return out, err
	}
	var clock stopwatch
	clock.start(a.now)
	result, err := silent.find(ctx, j, out, &clock)
	if err != nil {
		return out, err
	}
	return out, silent.write(ctx, j, out, result, &clock)
}

// compareAgain makes the comparison that a manifest tells of.
func (a *app) compareAgain(ctx context.Context, v *verification, out *outputs) error {
	m := v.manifest
	if len(m.Compared) != 2 {
		return usage("compare_two")
	}
	text := func(name string) string {
		s, _ := m.Options[name].(string)
		return s
	}
	k := &comparing{
		paths: [2]string{v.at(m.Compared[0].Path), v.at(m.Compared[1].Path)}, title: text("title"), marking: text("marking"), lang: text("lang"),
		version: m.Version, given: m.Options,
	}
	c, err := a.compare(k, out)
	if err != nil {
		return err
	}
	var clock stopwatch
	clock.start(a.now)
	return a.writeComparison(ctx, k, out, c, &clock)
}

// recorded is the job that a manifest tells of.
func (a *app) recorded(v *verification) (*job, error) {
	m := v.manifest
	c, run := a.newRecorded(m)
	for _, name := range slices.Sorted(maps.Keys(m.Options)) {
		f := c.Flags().Lookup(name)
		if f == nil || name != "lang" && !decides(f) {
			return nil, usage("unknown_flag", "flag", "--"+name)
		}
		for _, value := range recordedValues(m.Options[name]) {
			if err := setFlag(c, name, value); err != nil {
				return nil, err
			}
		}
	}
	if m.Profile != nil && m.Profile.Path != "" {
		if err := setFlag(c, "profile-file", v.at(m.Profile.Path)); err != nil {
			return nil, err
		}
	}
	for _, f := range m.Avoid {
		if err := setFlag(c, "avoid", v.at(f.Path)); err != nil {
			return nil, err
		}
	}
	if m.CostMatrix != nil {
		if err := setFlag(c, "cost-matrix", v.at(m.CostMatrix.Path)); err != nil {
			return nil, err
		}
	}
	j, err := run(c)
	if err != nil {
		return nil, err
	}
	j.version, j.out = m.Version, v.root
	if m.Project != nil {
		project := *m.Project
		project.Path = v.at(project.Path)
		j.projectRead = &project
	}
	return j, v.chooseRecorded(j)
}

// recordedValues are the values of a flag as recordValue wrote them.
func recordedValues(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = fmt.Sprint(item)
	}
	return out
}

// chooseRecorded takes the recorded input: a sample city, a folder, or files.
func (v *verification) chooseRecorded(j *job) error {
	m := v.manifest
	if m.Demo != nil {
		j.makeDemo(*m.Demo)
		return nil
	}
	if m.Folder != "" {
		j.folder = v.at(m.Folder)
	}
	for _, in := range m.Inputs {
		if files, ok := j.sources[in.Layer]; ok && (m.Folder == "" || slices.Contains(m.Named, in.Layer)) {
			*files = append(*files, v.at(in.Path))
		}
	}
	return j.chooseInput()
}

// compare adds a check for every file of the new run, and for every recorded one that it did not make.
func (v *verification) compare(out *outputs) error {
	made := map[string]bool{}
	for _, f := range out.files {
		made[f.File] = true
		c := check{Kind: "rerun", File: f.File, State: stateSame}
		again, stands := filepath.Join(out.dir, filepath.FromSlash(f.File)), v.at(f.File)
		compare := compareFiles
		if f.File == manifestName {
			compare = compareManifests
		}
		if err := compare(&c, again, stands); err != nil {
			return err
		}
		v.add(c)
	}
	for _, o := range v.manifest.Outputs {
		if !made[o.File] {
			v.add(check{Kind: "rerun", File: o.File, State: stateMissing})
		}
	}
	return v.findNewInputs(filepath.Join(out.dir, manifestName))
}

// findNewInputs names files of the folder that were not there, or not understood, at the time.
func (v *verification) findNewInputs(path string) error {
	again, err := readManifest(path)
	if err != nil {
		return err
	}
	for _, in := range again.Inputs {
		if !slices.ContainsFunc(v.manifest.Inputs, func(r inputRecord) bool { return r.Path == in.Path }) {
			v.add(check{Kind: "input", File: in.Path, State: stateExtra})
		}
	}
	return nil
}

// compareFiles finds the first difference of a file that was made again.
func compareFiles(c *check, again, stands string) error {
	x, err := os.Open(again)
	if err != nil {
		return err
	}
	defer x.Close()
	y, err := os.Open(stands)
	if errors.Is(err, fs.ErrNotExist) {
		c.State = stateMissing
		return nil
	}
	if err != nil {
		return err
	}
	defer y.Close()
	offset, line, err := firstDifference(x, y)
	if err != nil || line == 0 {
		return err
	}
	c.State, c.Line = stateDiffers, line
	if !strings.HasSuffix(c.File, "json") {
		return nil
	}
	if _, err := x.Seek(0, io.SeekStart); err != nil {
		return err
	}
	c.Place = jsonPlace(x, offset)
	return nil
}

// compareManifests compares everything but the timings.
func compareManifests(c *check, again, stands string) error {
	x, err := untimed(again)
	if err != nil {
		return err
	}
	y, err := untimed(stands)
	if err != nil {
		return err
	}
	if offset, line, _ := firstDifference(bytes.NewReader(x), bytes.NewReader(y)); line > 0 {
		c.State, c.Place = stateDiffers, jsonPlace(bytes.NewReader(x), offset)
	}
	return nil
}

// untimed is a manifest without its timings.
func untimed(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil, err
	}
	delete(m, "timings")
	return json.MarshalIndent(m, "", " ")
}

// firstDifference returns the offset (from 0) and the line (from 1) at which two texts part; line 0 means nowhere.
func firstDifference(x, y io.Reader) (offset int64, line int, err error) {
	p, q := bufio.NewReaderSize(x, 1<<16), bufio.NewReaderSize(y, 1<<16)
	for line = 1; ; offset++ {
		a, errA := p.ReadByte()
		b, errB := q.ReadByte()
		switch {
		case errA == io.EOF && errB == io.EOF:
			return 0, 0, nil
		case errA != nil && errA != io.EOF:
			return 0, 0, errA
		case errB != nil && errB != io.EOF:
			return 0, 0, errB
		case a != b || errA != nil || errB != nil:
			return offset, line, nil
		case a == '\n':
			line++
		}
	}
}
