package words

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"quarter/data"
	"quarter/data/load"
)

// faultKeys reads the keys of the faults that package load makes from its source, and the kinds of defects from geo.
func faultKeys(t *testing.T) []string {
	t.Helper()
	var keys []string
	for _, m := range constants(t, "../../data/load/faults.go", "key") {
		if m != "geometry_" {
			keys = append(keys, m)
		}
	}
	for _, kind := range constants(t, "../../geo/defect.go", "Defect") {
		keys = append(keys, "geometry_"+kind)
	}
	return keys
}

// constants returns the values of the string constants of a source file whose names begin so.
func constants(t *testing.T, path, prefix string) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range regexp.MustCompile(`(?m)^\t`+prefix+`\w+\s*= "([a-z_]+)"`).FindAllStringSubmatch(string(raw), -1) {
		out = append(out, m[1])
	}
	if len(out) < 8 {
		t.Fatalf("%s: only %v", path, out)
	}
	return out
}

func TestEveryFaultHasItsWords(t *testing.T) {
	keys := faultKeys(t)
	for _, key := range keys {
		if !Has("fault." + key) {
			t.Errorf("no words for fault %s", key)
		}
	}
	for _, family := range []map[string]entry{fileFaults, rowFaults, manyFaults} {
		for key := range family {
			if !slices.Contains(keys, key) {
				t.Errorf("fault %s is made nowhere", key)
			}
		}
	}
}

// A message of a row names file, row and name; one of a cell also column and value; each says what to do, after a full stop.
func TestFaultsSayWhereAndWhatToDo(t *testing.T) {
	for key, e := range rowFaults {
		for _, name := range []string{"{file}", "{feature}", "{?id:"} {
			if !strings.Contains(e.zh, name) || !strings.Contains(e.en, name) {
				t.Errorf("%s lacks %s", key, name)
			}
		}
		if strings.HasPrefix(key, "number_") && !(strings.Contains(e.zh, "{column}") && strings.Contains(e.zh, "{value}")) {
			t.Errorf("%s names no column or value", key)
		}
	}
	quiet := map[string]bool{"personal_columns": true, "column_unknown_layer": true, "column_unknown_field": true, "column_unknown": true}
	for _, family := range []map[string]entry{fileFaults, rowFaults, manyFaults} {
		for key, e := range family {
			if !quiet[key] && (!regexp.MustCompile(`。|，无需处理|如需`).MatchString(e.zh) || !regexp.MustCompile(`\. [A-Z]`).MatchString(e.en)) {
				t.Errorf("%s does not say what to do: %s / %s", key, e.zh, e.en)
			}
		}
	}
}

// faultLatin are the names that a Chinese message about files may hold, beside latinAllowed.
var faultLatin = regexp.MustCompile(`quarter\.yaml|GeoJSON|GeoPackage|Shapefile|CSV|UTF-8|JSON|QGIS|PDF|XML|KML|\{[?@][a-z_]+:|fault\.[a-z]+\.|layer\.`)

func TestFaultsAreChinese(t *testing.T) {
	for key, e := range faults {
		left := latinAllowed.ReplaceAllString(faultLatin.ReplaceAllString(e.zh, ""), "")
		for _, r := range left {
			if unicode.IsLetter(r) && r < 0x250 {
				t.Errorf("%s: Latin letters in the Chinese text: %s", key, left)
				break
			}
			if strings.ContainsRune(`,;:?!"`, r) && !strings.Contains(e.zh, "102.71,25.04") {
				t.Errorf("%s: half-width %c in the Chinese text: %s", key, r, left)
				break
			}
		}
	}
}

// render makes a message as the command line and the page do.
func render(l Lang, f *data.Fault) string {
	args := []any{"file", f.File, "feature", f.Feature, "id", f.ID, "column", f.Column, "value", f.Value, "count", f.Count}
	if f.Field != "" {
		args = append(args, "field", l.T("field."+string(f.Field)))
	}
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	return l.T("fault."+f.Key, args...)
}

// Every input of load's bad cases gives messages that can be read, in both languages.
func TestBadInputIsTold(t *testing.T) {
	dirs, _ := filepath.Glob("../../data/load/testdata/bad/*")
	if len(dirs) < 90 {
		t.Fatalf("%d cases", len(dirs))
	}
	for _, dir := range dirs {
		for _, f := range badFaults(t, dir) {
			for _, l := range []Lang{Chinese, English} {
				text := render(l, &f)
				if strings.ContainsAny(text, "{}") && !strings.Contains(f.Value, "{") && !strings.Contains(f.Value, "}") || !strings.Contains(text, f.File) || strings.Contains(text, "（）") || strings.Contains(text, "“”") {
					t.Errorf("%s: %s", dir, text)
				}
				if testing.Verbose() {
					fmt.Println(filepath.Base(dir), "|", text)
				}
			}
		}
	}
}

func badFaults(t *testing.T, dir string) []data.Fault {
	t.Helper()
	src, opts := load.Sources{}, load.Options{Columns: map[string]string{}}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.Name() == "columns" {
			raw, _ := os.ReadFile(path)
			key, name, _ := strings.Cut(strings.TrimSpace(string(raw)), "=")
			opts.Columns[key] = name
			continue
		}
		layer, _, _ := strings.Cut(e.Name(), ".")
		src[data.Layer(layer)] = append(src[data.Layer(layer)], path)
	}
	city, err := load.City(t.Context(), src, opts)
	var fault *data.Fault
	if errors.As(err, &fault) {
		return []data.Fault{*fault}
	}
	if err != nil {
		t.Fatal(err)
	}
	return city.Faults
}

// Nothing in the data is taken for a mark of a text.
func TestMarksInDataAreText(t *testing.T) {
	got := English.T("fault.no_place", "file", "{?id:x}", "feature", 3, "row", "line", "id", "{@row:fault.}", "value", "{file}")
	if got != "{?id:x}, line 3 ({@row:fault.}): has no coordinates ({file}) and was not used. Add longitude and latitude" {
		t.Error(got)
	}
}
