package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"quarter/data"
	"quarter/data/load"
)

// Whatever files and columns are called, the project file is read and says nothing, in both languages.
func TestProjectDraftSaysNothing(t *testing.T) {
	src := load.Sources{data.LayerGrids: {"网格.geojson", "a\nout: stolen.geojson"}, data.LayerCenters: {"x: y # z.csv", "true", "-", "'\"\\\u2028\x7f\u0085.csv"}}
	columns := []data.ColumnUse{{Field: data.FieldName, Column: "名称"}, {Field: data.FieldCode, Column: "a\r\ntitle: stolen"}, {Field: data.FieldGroup, Column: ""}}
	for _, lang := range []string{"zh", "en"} {
		a := testApp(lang)
		passed := []data.Fault{{Key: "file_ignored", File: "a\r\ntitle: stolen\u2028out: x\u0085out: y", Args: map[string]string{"reason": "no_columns", "name": "yes"}}}
		text := a.projectText(src, passed, []data.Source{{Layer: data.LayerCenters, File: "a\nout: x", Columns: columns, Unused: []string{"b\ntitle: stolen", "\x00\ufeff"}}})
		p, err := data.ReadProject(strings.NewReader(text), projectName, a.projectOptions())
		if err != nil || len(p.Settings) != 0 {
			t.Errorf("%s: %+v, %v:\n%s", lang, p.Settings, err, text)
		}
	}
}

// Names come back as they were once the number sign is gone.
func TestYAMLText(t *testing.T) {
	for _, name := range []string{"a.geojson", "社区 2.geojson", "true", "No", "1e3", "", "a: b", "#", "- x", "a\nb", "\t", "'", `"\`, "\u2028", "\x7f", "😀", "𠮷", "{}", "[x]", "*a", "&a", "!x", "%", "@", "`", "~", "C:\\data"} {
		text := "title: " + yamlText(name) + " # comment\n"
		p, err := data.ReadProject(strings.NewReader(text), projectName, nil)
		if err != nil || name != "" && (len(p.Settings) != 1 || p.Settings[0].Value != name) {
			t.Errorf("%q: %s: %+v, %v", name, text, p.Settings, err)
		}
	}
}

var draftLine = regexp.MustCompile(`(?m)^( *)# (([a-z-]+(?:\.[a-z_0-9]+)?): *(\S.*))$`)

// The values in the comments are what holds without them: with any one of them in force, the result is the same. minutes is another way to
// the same radius, and the page says which was taken.
func TestProjectDraftTellsDefaults(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "city")
	if err := os.CopyFS(folder, os.DirFS("testdata/town")); err != nil {
		t.Fatal(err)
	}
	plain := resultOf(t, folder)
	if code, out, errs := inMemory("en", "init", folder); code != exitFine || strings.TrimSpace(out) != filepath.Join(folder, projectName) {
		t.Fatalf("%d %s %s", code, out, errs)
	}
	draft, err := os.ReadFile(filepath.Join(folder, projectName))
	if err != nil {
		t.Fatal(err)
	}
	if resultOf(t, folder) != plain {
		t.Error("the file as written changes the result")
	}
	seen := 0
	for _, m := range draftLine.FindAllSubmatchIndex(draft, -1) {
		line, name := string(draft[m[4]:m[5]]), string(draft[m[6]:m[7]])
		if name == "minutes" || knownLayer(name) {
			continue
		}
		text := string(draft[:m[0]]) + string(draft[m[2]:m[3]]) + line + string(draft[m[1]:])
		if err := os.WriteFile(filepath.Join(folder, projectName), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		seen++
		if got := strings.ReplaceAll(resultOf(t, folder), `,"asked":true`, ""); got != plain {
			t.Errorf("with %s the result is another", line)
		}
	}
	if seen < 20 {
		t.Errorf("only %d lines could be tried", seen)
	}
}

// resultOf is result.json of a folder.
func resultOf(t *testing.T, folder string) string {
	t.Helper()
	code, _, errs := inMemory("en", folder, "--no-page", "--quiet")
	if code != exitFine {
		t.Fatalf("%d %s", code, errs)
	}
	raw, err := os.ReadFile(filepath.Join(folder+"-report", "result.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
