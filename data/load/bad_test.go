package load

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quarter/data"
)

// Each folder of testdata/bad holds an input with one thing wrong; the folder's name begins with the key of the fault that it must
// give. Files are named by layer; "columns" holds what --column would.

// readCase reads a folder of testdata/bad and returns every fault: those of the city, or the one that ended the run.
func readCase(t *testing.T, dir string) []data.Fault {
	t.Helper()
	src, opts := Sources{}, Options{Columns: map[string]string{}}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		layer, _, _ := strings.Cut(e.Name(), ".")
		if layer == "columns" {
			raw, _ := os.ReadFile(path)
			key, name, _ := strings.Cut(strings.TrimSpace(string(raw)), "=")
			opts.Columns[key] = name
			continue
		}
		src[data.Layer(layer)] = append(src[data.Layer(layer)], path)
	}
	city, err := City(context.Background(), src, opts)
	var fault *data.Fault
	switch {
	case errors.As(err, &fault):
		return []data.Fault{*fault}
	case err != nil:
		t.Fatalf("%s: not a fault: %v", dir, err)
	}
	checkCounts(t, city)
	return city.Faults
}

// checkCounts holds the first law of reading: read = used + refused, and each refused row is listed.
func checkCounts(t testing.TB, c *data.City) {
	t.Helper()
	for _, s := range c.Sources {
		refused := 0
		for _, f := range c.Faults {
			if f.File == s.File && f.Layer == s.Layer && f.Severity == data.Refused {
				refused += max(1, f.Count)
			}
		}
		if s.Read != s.Used+s.Refused || refused != s.Refused {
			t.Errorf("%s: read %d, used %d, refused %d, listed %d", s.File, s.Read, s.Used, s.Refused, refused)
		}
	}
}

func TestBadInput(t *testing.T) {
	dirs, _ := filepath.Glob("testdata/bad/*")
	if len(dirs) < 90 {
		t.Fatalf("only %d cases", len(dirs))
	}
	for _, dir := range dirs {
		name := filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			want, _, _ := strings.Cut(name, "-")
			faults := readCase(t, dir)
			i := slices.IndexFunc(faults, func(f data.Fault) bool { return f.Key == want })
			if i < 0 {
				t.Fatalf("no fault %s among %v", want, faults)
			}
			if f := faults[i]; f.File == "" && !strings.HasPrefix(want, "column_unknown_") {
				t.Errorf("the fault names no file: %+v", f)
			}
		})
	}
}

// Every key of faults.go has a case, or is made by a test that is named here.
func TestEveryKeyHasACase(t *testing.T) {
	elsewhere := map[string]string{
		keyFileMissing: "TestMissingFiles", keyFileUnread: "TestMissingFiles", keyFileFolder: "TestMissingFiles", keyFolderMissing: "TestFindNothing",
		keyFolderEmpty: "TestFindNothing", keyFolderCenters: "TestFolderLacksALayer", keyFolderArea: "TestFolderLacksALayer", keyNoLayers: "TestMissingFiles", keyTooLarge: "TestUnpackedBound", keyTokenLong: "TestLongToken",
		keyManyColumns: "TestManyColumns", keyMore: "TestFaultsAreBounded", keyLayerDoubtful: "TestFind", keyFileIgnored: "TestFind", keyShapesUnknown: "TestFindShapesWithoutColumns", keyFileReplaced: "TestDirTakesNamedFiles",
		keyGroupUnknown: "TestGroupsAreRefused", keyGroupPersonal: "TestGroupsAreRefused", keyGroupUnit: "TestGroupsAreRefused",
		keyCentersFar: "TestCentersOutOfReach", keyGridsOverlap: "TestGridsOverlap",
		keyMatrixTable: "TestMatrixIsRefused", keyMatrixColumns: "TestMatrixIsRefused", keyMatrixSeveral: "TestMatrixIsRefused", keyMatrixUnit: "TestMatrixIsRefused", keyMatrixEmpty: "TestMatrixIsRefused",
		keyMatrixCode: "TestMatrixRows", keyMatrixCost: "TestMatrixRows", keyMatrixTwice: "TestMatrixRows", keyMatrixAssumed: "TestMatrixRows", keyMatrixNoWay: "TestMatrixRows", keyMatrixRepeated: "TestMatrixRows",
		keyGeometryInvalid: "the geometry_ cases",
	}
	for _, key := range faultKeys(t) {
		cases, _ := filepath.Glob("testdata/bad/" + key + "*")
		if len(cases) == 0 && elsewhere[key] == "" {
			t.Errorf("%s has no case", key)
		}
	}
}

// faultKeys reads the keys from the source, so that none is forgotten.
func faultKeys(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile("faults.go")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for line := range strings.Lines(string(raw)) {
		name, value, found := strings.Cut(strings.TrimSpace(line), "= \"")
		if found && strings.HasPrefix(name, "key") {
			key, _, _ := strings.Cut(value, `"`)
			keys = append(keys, key)
		}
	}
	if len(keys) < 60 {
		t.Fatalf("only %d keys found", len(keys))
	}
	return keys
}

func TestMissingFiles(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		src  Sources
		want string
	}{
		{Sources{data.LayerGrids: {filepath.Join(dir, "absent.geojson")}}, keyFileMissing},
		{Sources{data.LayerGrids: {dir}}, keyFileFolder},
		{Sources{}, keyNoLayers},
		{Sources{data.LayerGrids: {"bad\x00name"}}, keyFileUnread},
	} {
		_, err := City(context.Background(), c.src, Options{})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Key != c.want {
			t.Errorf("%v gives %v, want %s", c.src, err, c.want)
		}
	}
}

func TestSyntaxFaultsNamePlace(t *testing.T) {
	faults := readCase(t, "testdata/bad/not_json")
	f := faults[0]
	if f.Args["line"] != "3" || f.Args["offset"] != "60" || f.Args["what"] != "name" {
		t.Errorf("%+v", f)
	}
}

func TestRefusalsNameRowAndPlace(t *testing.T) {
	for _, c := range []struct{ dir, id, value string }{
		{"geometry_self_crossing", "蝴蝶社区", "102.705, 25.005"},
		{"duplicate_code", "530102001001001", "530102001001001"},
		{"number_negative", "1", "-5"},
		{"wrong_geometry", "x", "LineString"},
	} {
		faults := readCase(t, "testdata/bad/"+c.dir)
		i := slices.IndexFunc(faults, func(f data.Fault) bool { return f.Key == c.dir })
		if f := faults[i]; f.ID != c.id || f.Value != c.value || f.Feature == 0 {
			t.Errorf("%s: %+v", c.dir, f)
		}
	}
}
