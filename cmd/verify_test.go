package cmd

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// townReport analyzes the test town and returns the folder of its report, beside the folder of its data.
func townReport(t *testing.T, args ...string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "town")
	if err := os.CopyFS(folder, os.DirFS("testdata/town")); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := inMemory("en", append([]string{folder, "--no-page", "--quiet"}, args...)...); code != exitFine {
		t.Fatal(errs)
	}
	return folder + "-report"
}

// verified runs quarter verify and returns its findings.
func verified(t *testing.T, args ...string) (code int, v verification) {
	t.Helper()
	code, out, errs := inMemory("en", append([]string{"verify", "--json"}, args...)...)
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatalf("%v: %s %s", err, out, errs)
	}
	if v.Same != (code == exitFine) {
		t.Errorf("same is %v, the exit code %d", v.Same, code)
	}
	return code, v
}

func (v verification) state(kind, file string) string {
	for _, c := range v.Checks {
		if c.Kind == kind && c.File == file {
			return c.State
		}
	}
	return ""
}

// Any byte of any file that the record names is found when it changes, and the file is named.
func TestVerifyFindsEveryByte(t *testing.T) {
	report := townReport(t)
	files := []string{"result.json", "communities.geojson", "grids.geojson", "centers.geojson", "../town/communities.geojson", "../town/grids.geojson", "../town/centers.csv"}
	rapid.Check(t, func(rt *rapid.T) {
		file := rapid.SampledFrom(files).Draw(rt, "file")
		path := filepath.Join(report, filepath.FromSlash(file))
		raw, err := os.ReadFile(path)
		if err != nil {
			rt.Fatal(err)
		}
		at, bit := rapid.IntRange(0, len(raw)-1).Draw(rt, "byte"), rapid.IntRange(0, 7).Draw(rt, "bit")
		raw[at] ^= 1 << bit
		save(t, path, raw)
		code, v := verified(t, report, "--quick")
		raw[at] ^= 1 << bit
		save(t, path, raw)
		kind := "output"
		if strings.HasPrefix(file, "../") {
			kind = "input"
		}
		if code != exitFailed || v.state(kind, file) != stateChanged {
			rt.Fatalf("%s: exit %d, %+v", file, code, v.Checks)
		}
	})
}

func save(t *testing.T, path string, raw []byte) {
	t.Helper()
	if err := os.WriteFile(path, raw, 0o666); err != nil {
		t.Fatal(err)
	}
}

// Every option that decides something, changed in the record, is found by the new run, even where no number depends on it.
func TestVerifyFindsEveryOption(t *testing.T) {
	args := []string{
		"--radius", "900", "--strict-radius", "700", "--tiers", "community", "--population", "resident", "--unknown-status", "exclude", "--sites", "2",
		"--set", "AREA-01.minimum=400", "--title", "T", "--cutoff", "2025-11-22", "--marking", "M", "--require", "coverage_pop=1%", "--column", "centers.floor_area=建筑面积",
	}
	report := townReport(t, args...)
	path := filepath.Join(report, manifestName)
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if code, v := verified(t, report); code != exitFine {
		t.Fatalf("%+v", v.Checks)
	}
	for name := range map[string]bool{"radius": true, "strict-radius": true, "tiers": true, "population": true, "unknown-status": true, "sites": true,
		"set": true, "title": true, "cutoff": true, "marking": true, "require": true, "column": true} {
		var m map[string]any
		if err := json.Unmarshal(kept, &m); err != nil {
			t.Fatal(err)
		}
		options := m["options"].(map[string]any)
		if options[name] == nil {
			t.Errorf("%s is not recorded", name)
		}
		delete(options, name)
		raw, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		save(t, path, raw)
		if code, v := verified(t, report); code != exitFailed || v.state("rerun", manifestName) != stateDiffers {
			t.Errorf("without %s: exit %d, %+v", name, code, v.Checks)
		}
	}
}

// A newer program that gives the same bytes is no fault of the report, but is told.
func TestVerifyTellsTheVersion(t *testing.T) {
	kept := Version
	defer func() { Version = kept }()
	Version = "0.0.7"
	report := townReport(t)
	Version = kept
	code, v := verified(t, report)
	if code != exitFine || v.Recorded != "0.0.7" || v.Version != kept || v.state("version", "") != stateOther || v.state("rerun", manifestName) != stateSame {
		t.Errorf("exit %d: %+v", code, v)
	}
	_, out, _ := inMemory("zh", "verify", report)
	if !strings.Contains(out, "记录为0.0.7，本程序为"+kept+"；差别可能由版本而来") {
		t.Error(out)
	}
}

// The folder stays as it is, to the last time of change.
func TestVerifyChangesNothing(t *testing.T) {
	report := townReport(t)
	before := stamps(t, filepath.Dir(report))
	save(t, filepath.Join(report, "result.json"), []byte("{}"))
	after := stamps(t, filepath.Dir(report))
	verified(t, report)
	if got := stamps(t, filepath.Dir(report)); got != after || got == before {
		t.Errorf("before %s\nafter %s", after, got)
	}
}

func stamps(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			b.WriteString(path + " " + info.ModTime().Format(time.RFC3339Nano) + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String() + tree(t, dir)
}

// A record that names files elsewhere, a device or options of its own makes us neither read endlessly nor write anywhere.
func TestVerifyOfAHostileRecord(t *testing.T) {
	for name, text := range map[string]string{
		"a path outside":  `{"tool":"quarter","outputs":[{"file":"../secret.txt","sha256":"00"}]}`,
		"an endless file": `{"tool":"quarter","outputs":[],"inputs":[{"layer":"grids","file":"zero","path":"/dev/zero","sha256":"00"}]}`,
		"another place":   `{"tool":"quarter","outputs":[],"options":{"out":"elsewhere"},"profile":{"id":"general"}}`,
		"no layer":        `{"tool":"quarter","outputs":[],"inputs":[{"layer":"roads","file":"r","path":"run.json","sha256":"00"}]}`,
		"odd options":     `{"tool":"quarter","outputs":[],"options":{"radius":{"a":[null]}}}`,
		"nothing":         `{"tool":"quarter"}`,
	} {
		dir := t.TempDir()
		save(t, filepath.Join(dir, "secret.txt"), []byte("keep"))
		report := filepath.Join(dir, "report")
		if err := os.Mkdir(report, 0o777); err != nil {
			t.Fatal(err)
		}
		save(t, filepath.Join(report, manifestName), []byte(text))
		if code, v := verified(t, report); code != exitFailed {
			t.Errorf("%s: exit %d, %+v", name, code, v.Checks)
		}
		if got := tree(t, dir); got != "secret.txt=keep" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
