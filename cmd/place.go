package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// This file is about the place of the outputs: whose files stand there, and how the new ones get in.

// check refuses a place whose files are not ours.
func (o *outputs) check() error {
	info, err := os.Stat(o.target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fail("out_place", bare(err), "path", o.target)
	}
	if !info.IsDir() {
		return fail("out_file", nil, "path", o.target)
	}
	if o.force {
		return nil
	}
	return o.checkOurs()
}

// checkOurs lets a folder be replaced that is empty, or whose run.json names every file that would be lost, unchanged since.
func (o *outputs) checkOurs() error {
	entries, err := os.ReadDir(o.target)
	if err != nil {
		return fail("out_place", bare(err), "path", o.target)
	}
	if len(entries) == 0 {
		return nil
	}
	m, err := readManifest(filepath.Join(o.target, manifestName))
	if err != nil {
		return fail("out_foreign", nil, "path", o.target, "file", entries[0].Name())
	}
	if err := o.checkNewNames(m); err != nil {
		return err
	}
	for _, record := range m.Outputs {
		sum, err := o.sum(filepath.Join(o.target, filepath.FromSlash(record.File)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return fail("out_place", bare(err), "path", filepath.Join(o.target, record.File))
		case sum != record.SHA256:
			return fail("out_changed", nil, "path", o.target, "file", record.File)
		}
	}
	return nil
}

// checkNewNames refuses a file that has the name of an output and is not among those of the earlier run.
func (o *outputs) checkNewNames(earlier manifest) error {
	for _, name := range outputNames {
		ours := name == manifestName || slices.ContainsFunc(earlier.Outputs, func(r fileRecord) bool { return r.File == name })
		if _, err := os.Lstat(filepath.Join(o.target, name)); err == nil && !ours {
			return fail("out_foreign", nil, "path", o.target, "file", name)
		}
	}
	return nil
}

// knownSum is the sum of a file that had this size and time.
type knownSum struct {
	size int64
	time time.Time
	sum  string
}

// sum is fileSum, computed again only where the file has changed since.
func (o *outputs) sum(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if k, ok := o.sums[path]; ok && k.size == info.Size() && k.time.Equal(info.ModTime()) {
		return k.sum, nil
	}
	text, err := fileSum(path)
	if err == nil {
		o.sums[path] = knownSum{info.Size(), info.ModTime(), text}
	}
	return text, err
}

func fileSum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// commit moves the outputs to their place. A new place gets the whole folder in one rename; in a folder that exists, our earlier files
// are put aside, the new ones moved in, and everything is put back if that fails. Files of others stay where they are.
func (o *outputs) commit() error {
	if o.target == "" || o.trial {
		return nil
	}
	if err := o.check(); err != nil {
		return err
	}
	err := os.Remove(o.target) // succeeds for an empty folder only
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(o.dir, o.target); err != nil {
			return fail("out_place", bare(err), "path", o.target)
		}
		o.dir = ""
		return nil
	}
	return o.merge()
}

// merge exchanges our files in a folder that exists.
func (o *outputs) merge() error {
	aside, err := hiddenFolder(filepath.Dir(o.target))
	if err != nil {
		return fail("out_place", bare(err), "path", o.target)
	}
	var done []move
	earlier := o.earlier()
	for _, m := range o.moves(earlier, aside) {
		if err := m.do(); err != nil {
			for _, d := range slices.Backward(done) {
				d.undo()
			}
			_ = os.RemoveAll(aside)
			return fail("out_place", bare(err), "path", m.shown())
		}
		done = append(done, m)
	}
	removeEmptyFolders(o.target, earlier)
	os.RemoveAll(aside)
	return nil
}

// move is one rename that can be taken back.
type move struct {
	from, to string
	optional bool // from may be absent
}

func (m *move) do() error {
	if err := os.MkdirAll(filepath.Dir(m.to), 0o777); err != nil {
		return err
	}
	err := os.Rename(m.from, m.to)
	if m.optional && errors.Is(err, fs.ErrNotExist) {
		m.from = ""
		return nil
	}
	return err
}

func (m *move) undo() {
	if m.from != "" {
		os.Rename(m.to, m.from)
	}
}

// shown is the place of the move that the user knows.
func (m *move) shown() string {
	if strings.Contains(m.from, stagePrefix) {
		return m.to
	}
	return m.from
}

// moves lists the renames: the earlier files to put aside, then the new ones to move in.
func (o *outputs) moves(earlier []string, aside string) []move {
	var out []move
	for _, name := range earlier {
		local := filepath.FromSlash(name)
		out = append(out, move{filepath.Join(o.target, local), filepath.Join(aside, local), true})
	}
	for _, f := range o.files {
		local := filepath.FromSlash(f.File)
		out = append(out, move{filepath.Join(o.dir, local), filepath.Join(o.target, local), false})
	}
	return out
}

// earlier lists the files that give way: those of the earlier run as it wrote them, and whatever has the name of a new one.
func (o *outputs) earlier() []string {
	names := map[string]bool{}
	if m, err := readManifest(filepath.Join(o.target, manifestName)); err == nil {
		for _, f := range m.Outputs {
			local := filepath.FromSlash(f.File)
			if !filepath.IsLocal(local) {
				continue
			}
			if sum, err := o.sum(filepath.Join(o.target, local)); err == nil && sum == f.SHA256 {
				names[f.File] = true
			}
		}
	}
	for _, f := range o.files {
		names[f.File] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// removeEmptyFolders removes the folders that the earlier outputs have left empty.
func removeEmptyFolders(target string, names []string) {
	for _, n := range names {
		if dir := filepath.Dir(filepath.FromSlash(n)); dir != "." {
			os.Remove(filepath.Join(target, dir)) // fails where something is in it
		}
	}
}

// guard refuses a run whose outputs would take the place of one of its inputs, even with --force. Inputs are files, or a folder whose own
// files are read, not those below its subfolders.
func (o *outputs) guard(inputs []string) error {
	if o.target == "" {
		return nil
	}
	for _, in := range inputs {
		real, err := resolve(in)
		if err != nil {
			return fail("out_place", bare(err), "path", in)
		}
		if real == o.target || slices.ContainsFunc(o.losing(), func(lost string) bool { return lost == real || filepath.Dir(lost) == real }) {
			return fail("out_is_input", nil, "path", in)
		}
	}
	return nil
}

// losing lists the files that this run may replace.
func (o *outputs) losing() []string {
	var out []string
	for _, n := range slices.Concat(outputNames, o.earlier()) {
		out = append(out, filepath.Join(o.target, filepath.FromSlash(n)))
	}
	return out
}

// pathTo returns a path as seen from the output folder, for the manifest.
func (o *outputs) pathTo(path string) string {
	dir, err := resolve(filepath.Dir(filepath.Clean(path)))
	if err != nil {
		return filepath.ToSlash(path)
	}
	real, base := filepath.Join(dir, filepath.Base(path)), o.target
	if rel, err := filepath.Rel(o.dir, real); err == nil && filepath.IsLocal(rel) {
		base = o.dir // a file of the outputs, not yet in its place
	}
	rel, err := filepath.Rel(base, real)
	if err != nil {
		return filepath.ToSlash(real)
	}
	return filepath.ToSlash(rel)
}
