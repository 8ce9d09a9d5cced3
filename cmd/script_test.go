package cmd

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"quarter": func() { os.Exit(Main()) }})
}

// TestScripts runs the program as people do: testdata/script/*.txtar, each with its inputs inside. $TOWN holds three communities in
// a row, six grids and three centers, one of them not yet open.
func TestScripts(t *testing.T) {
	town, err := filepath.Abs("testdata/town")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("TOWN", town)
			return nil
		},
		Condition: func(c string) (bool, error) {
			switch c {
			case "bundle":
				return hasBundle(), nil
			case "tmpfs":
				return canMount(), nil
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + c)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"tmpfs":  mountTmpfs,
			"exit":   wantExit,
			"litter": wantLitter,
			"appear": waitFor,
			"edit":   editFile,
		},
		UpdateScripts: *update,
	})
}

// hasBundle reports whether this test was built with the page's script.
func hasBundle() bool {
	_, err := os.Stat("../charts/report/bundle/quarter.js")
	return err == nil
}

// wantExit runs a command and wants exactly this exit code: exit 2 quarter …
func wantExit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE PROGRAM ARGUMENTS")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var status *exec.ExitError
	if errors.As(err, &status) {
		code = status.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want := args[0]; want != strconv.Itoa(code) {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
}

// wantLitter looks for hidden folders of ours: ! litter DIR wants none.
func wantLitter(ts *testscript.TestScript, neg bool, args []string) {
	found, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), stagePrefix+"*"))
	ts.Check(err)
	if neg == (len(found) > 0) {
		ts.Fatalf("hidden folders in %s: %v", args[0], found)
	}
}

// editFile changes a text of a file that must stand there: edit FILE OLD NEW.
func editFile(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if len(args) != 3 || !strings.Contains(text, args[1]) {
		ts.Fatalf("edit %v: no such text", args)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

// waitFor waits until a file that matches the pattern is there.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	for range 500 {
		if found, _ := filepath.Glob(ts.MkAbs(args[0])); len(found) > 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	ts.Fatalf("%s did not appear", args[0])
}

// mountTmpfs makes a tiny disk: tmpfs DIR SIZE.
func mountTmpfs(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(dir, 0o777))
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+args[1], "tmpfs", dir).CombinedOutput()
	if err != nil {
		ts.Fatalf("mount: %v: %s", err, out)
	}
	ts.Defer(func() { _ = exec.Command("umount", dir).Run() })
}

// canMount reports whether this process may mount a tmpfs.
func canMount() bool {
	if os.Geteuid() != 0 {
		return false
	}
	dir, err := os.MkdirTemp("", "quarter-mount-")
	if err != nil {
		return false
	}
	defer os.Remove(dir)
	if exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).Run() != nil {
		return false
	}
	return exec.Command("umount", dir).Run() == nil
}
