package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// testOutputs opens outputs at dir/report and fails the test where that is refused.
func testOutputs(t *testing.T, dir string, force bool) *outputs {
	t.Helper()
	a := &app{open: createFile}
	o, err := a.openOutputs(filepath.Join(dir, "report"), force)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func put(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// writeAll writes files and commits them.
func writeAll(t *testing.T, o *outputs, files map[string]string) error {
	t.Helper()
	for name, text := range files {
		if err := o.write(t.Context(), name, put(text)); err != nil {
			t.Fatal(err)
		}
	}
	return o.finish(t.Context(), manifest{Tool: "quarter", Outputs: o.files})
}

func tree(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == manifestName {
			return err
		}
		raw, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		fmt.Fprintf(&b, "%s=%s ", filepath.ToSlash(rel), raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

func TestOutputsAppearAndAreReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := writeAll(t, testOutputs(t, dir, false), map[string]string{"result.json": "1", "data/centers.geojson": "c"}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got != "report/data/centers.geojson=c report/result.json=1" {
		t.Error(got)
	}
	// The second run has no data folder: the old one goes with its run.
	if err := writeAll(t, testOutputs(t, dir, false), map[string]string{"result.json": "2", "index.html": "p"}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got != "report/index.html=p report/result.json=2" {
		t.Error(got)
	}
	if _, err := os.Stat(filepath.Join(dir, "report", "data")); err == nil {
		t.Error("an empty folder is left")
	}
}

func TestNothingShowsBeforeCommit(t *testing.T) {
	dir := t.TempDir()
	o := testOutputs(t, dir, false)
	if err := o.write(t.Context(), "result.json", put("1")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "report")); err == nil {
		t.Error("the report is there before commit")
	}
	o.discard()
	if got := tree(t, dir); got != "" {
		t.Errorf("litter: %s", got)
	}
}

// failing is a disk that is full after some bytes.
type failing struct {
	file  io.WriteCloser
	space int
	err   error
}

func (f *failing) Write(p []byte) (int, error) {
	n, err := f.file.Write(p[:min(len(p), f.space)])
	f.space -= n
	if err == nil && n < len(p) {
		err = &os.PathError{Op: "write", Path: "x", Err: f.err}
	}
	return n, err
}

func (f *failing) Close() error { return f.file.Close() }

// A disk that fails at any byte of any file leaves the earlier report and nothing else.
func TestFullDiskLeavesTheEarlierReport(t *testing.T) {
	for _, space := range []int{0, 1, 5, 9, 10, 11} {
		dir := t.TempDir()
		if err := writeAll(t, testOutputs(t, dir, false), map[string]string{"result.json": "old"}); err != nil {
			t.Fatal(err)
		}
		before := tree(t, dir)
		o := testOutputs(t, dir, false)
		left := space
		o.open = func(path string) (io.WriteCloser, error) {
			f, err := createFile(path)
			space := left
			left = max(0, left-10)
			return &failing{file: f, space: space, err: syscall.ENOSPC}, err
		}
		err := o.write(t.Context(), "index.html", put("0123456789"))
		if err == nil {
			err = o.write(t.Context(), "result.json", put("0123456789"))
		}
		var f *failure
		if !errors.As(err, &f) || f.key != "write" || !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("space %d: %v", space, err)
		}
		o.discard()
		if got := tree(t, dir); got != before {
			t.Errorf("space %d: %s, want %s", space, got, before)
		}
	}
}

func TestCancelledRunCommitsNothing(t *testing.T) {
	dir := t.TempDir()
	o := testOutputs(t, dir, false)
	ctx, cancel := context.WithCancel(t.Context())
	if err := o.write(ctx, "result.json", put("1")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := o.write(ctx, "index.html", put("1")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := o.finish(ctx, manifest{Tool: "quarter", Outputs: o.files}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	o.discard()
	if got := tree(t, dir); got != "" {
		t.Error(got)
	}
}

// merge puts everything back where a move fails half way.
func TestFailedMergePutsBack(t *testing.T) {
	dir := t.TempDir()
	if err := writeAll(t, testOutputs(t, dir, false), map[string]string{"index.html": "old", "result.json": "old"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "report", "mine.txt"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	o := testOutputs(t, dir, false)
	for _, name := range []string{"index.html", "result.json"} {
		if err := o.write(t.Context(), name, put("new")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(o.dir, "result.json")); err != nil { // somebody cleans up the hidden folder
		t.Fatal(err)
	}
	if err := o.finish(t.Context(), manifest{Tool: "quarter", Outputs: o.files}); err == nil {
		t.Fatal("committed without a file")
	}
	o.discard()
	if got := tree(t, dir); got != before {
		t.Errorf("%s, want %s", got, before)
	}
}

func TestForeignFilesAreRefused(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"not ours":           {"x.txt": "x"},
		"another run.json":   {"run.json": `{"tool":"other"}`},
		"broken run.json":    {"run.json": `{`},
		"a page beside ours": {"run.json": `{"tool":"quarter","outputs":[]}`, "index.html": "x"},
		"changed since":      {"run.json": `{"tool":"quarter","outputs":[{"file":"result.json","sha256":"00"}]}`, "result.json": "x"},
	} {
		dir := t.TempDir()
		report := filepath.Join(dir, "report")
		if err := os.Mkdir(report, 0o777); err != nil {
			t.Fatal(err)
		}
		for n, text := range files {
			if err := os.WriteFile(filepath.Join(report, n), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		before := tree(t, dir)
		a := &app{open: createFile}
		if _, err := a.openOutputs(report, false); err == nil {
			t.Errorf("%s: not refused", name)
		}
		if got := tree(t, dir); got != before {
			t.Errorf("%s: %s", name, got)
		}
		if err := writeAll(t, testOutputs(t, dir, true), map[string]string{"index.html": "new"}); err != nil {
			t.Errorf("%s: refused with force: %v", name, err)
		}
	}
}

// A manifest that names a file outside its folder must not make us touch that file.
func TestManifestCannotReachOut(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "secret.txt"), []byte("keep"), 0o666); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(dir, "report")
	if err := os.Mkdir(report, 0o777); err != nil {
		t.Fatal(err)
	}
	sum, err := fileSum(filepath.Join(dir, "secret.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := `{"tool":"quarter","outputs":[{"file":"../secret.txt","sha256":"` + sum + `"}]}`
	if err := os.WriteFile(filepath.Join(report, "run.json"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := writeAll(t, testOutputs(t, dir, false), map[string]string{"index.html": "new"}); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got != "report/index.html=new secret.txt=keep" {
		t.Error(got)
	}
}
