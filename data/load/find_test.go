package load

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"quarter/data"
)

func folder(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Content decides what a file is; its name only between layers that fit equally well.
func TestFind(t *testing.T) {
	dir := folder(t, map[string]string{
		"1.geojson":       town,
		"2.geojson":       collection(square(0, 0, `"网格编码":"g","户数":400,"社区":"翠湖社区"`)),
		"3.csv":           "名称,级别,经度,纬度\n甲,社区,102.705,25.045\n",
		"4.geojson":       collection(rectangle(0, 0, 2, 1, `"街道编码":"530102001000","街道名称":"甲街道"`)),
		"result.json":     `{"total":1}`,
		"readme.txt":      "nothing",
		"schools.geojson": collection(point(0.5, 0.5, `"name":"x"`)),
	})
	src, faults, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	for layer, want := range map[data.Layer][]string{
		data.LayerCommunities: {"1.geojson"}, data.LayerGrids: {"2.geojson"}, data.LayerStreets: {"4.geojson"}, data.LayerCenters: {"3.csv", "schools.geojson"},
	} {
		if len(src[layer]) != len(want) {
			t.Errorf("%s: %v", layer, src[layer])
			continue
		}
		for i, name := range want {
			if filepath.Base(src[layer][i]) != name {
				t.Errorf("%s: %v", layer, src[layer])
			}
		}
	}
	if len(faults) != 2 || faults[0].Key != keyFileIgnored || faults[0].File != "result.json" || faults[1].Key != keyLayerDoubtful {
		t.Errorf("%v", faults)
	}
	c, err := Dir(t.Context(), dir, Options{})
	if err != nil || len(c.Communities) != 4 || len(c.Grids) != 1 || c.Faults[0].Key != keyFileIgnored {
		t.Errorf("%v", err)
	}
}

// A file with fine shapes and columns that say nothing is told as that, with its columns and what to do.
func TestFindShapesWithoutColumns(t *testing.T) {
	dir := folder(t, map[string]string{"1.geojson": town, "a.geojson": collection(square(0, 0, `"foo":1,"bar":2`)), "b.csv": "just,notes\n1,2\n"})
	_, faults, err := Find(dir)
	if err != nil || len(faults) != 2 {
		t.Fatalf("%v %v", faults, err)
	}
	if f := faults[0]; f.Key != keyShapesUnknown || f.Count != 1 || f.Args["available"] != "foo、bar" || f.Args["layerflag"] != "--communities" {
		t.Errorf("%+v", f)
	}
	if f := faults[1]; f.Key != keyFileIgnored || f.Args["reason"] != keyNoColumns {
		t.Errorf("%+v", f)
	}
}

// Files named for a layer take the place of what the folder has, whether they lie in it or not; what gave way is told.
func TestDirTakesNamedFiles(t *testing.T) {
	dir := folder(t, map[string]string{"1.geojson": town, "2.geojson": collection(square(0, 0, `"foo":"x","bar":"甲"`)), "3.csv": "名称,级别,经度,纬度\n甲,社区,102.705,25.045\n"})
	opts := Options{Named: Sources{data.LayerCommunities: {filepath.Join(dir, "2.geojson")}}, Columns: map[string]string{"communities.name": "bar"}}
	c, err := Dir(t.Context(), dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Communities) != 1 || c.Communities[0].Name != "甲" || len(c.Centers) != 1 || c.Faults[0].Key != keyFileReplaced || c.Faults[0].File != "1.geojson" {
		t.Errorf("%+v %v", c.Communities, c.Faults)
	}
	if len(opts.Named) != 1 {
		t.Error("the caller's list was changed")
	}
	for _, f := range c.Faults {
		if f.File == "2.geojson" && f.Key == keyShapesUnknown {
			t.Errorf("a named file is passed over: %v", f)
		}
	}
}

// A column of a layer that no file was read for is told as that, with the files that were passed over.
func TestDirLacksTheLayerOfAColumn(t *testing.T) {
	dir := folder(t, map[string]string{"g.geojson": collection(square(0, 0, `"网格编码":"g","户数":400`)), "a.geojson": collection(square(0, 0, `"foo":1`)), "3.csv": "名称,级别,经度,纬度\n甲,社区,102.705,25.045\n"})
	_, err := Dir(t.Context(), dir, Options{Columns: map[string]string{"communities.code": "foo"}})
	var lacking *Lacking
	if !errors.As(err, &lacking) || lacking.Fault.Key != keyAskedFile || len(lacking.Passed) != 1 || lacking.Passed[0].File != "a.geojson" {
		t.Errorf("%v", err)
	}
}

// A map that is broken is never passed over in silence.
func TestFindStopsAtBrokenMaps(t *testing.T) {
	_, _, err := Find(folder(t, map[string]string{"grids.geojson": collection(square(0, 0, `"户数":3`)), "communities.geojson": town[:200]}))
	var f *data.Fault
	if !errors.As(err, &f) || f.Key != keyNotJSON || f.File != "communities.geojson" {
		t.Errorf("%v", err)
	}
}

func TestFindNothing(t *testing.T) {
	for dir, want := range map[string]string{t.TempDir(): keyFolderEmpty, filepath.Join(t.TempDir(), "absent"): keyFolderMissing} {
		_, _, err := Find(dir)
		var f *data.Fault
		if !errors.As(err, &f) || f.Key != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestLevelOfCode(t *testing.T) {
	for code, want := range map[string]data.Layer{
		"530102": data.LayerDistricts, "530102000000": data.LayerDistricts, "530102001": data.LayerStreets, "530102001000": data.LayerStreets,
		"530102001001": data.LayerCommunities, "530102001001001": data.LayerGrids, "A1": "", "12345": "",
	} {
		if got := levelOfCode(code); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

// A folder is a city only with centers and with communities or grids; what was passed over is named.
func TestFolderLacksALayer(t *testing.T) {
	for key, files := range map[string]map[string]string{
		keyFolderCenters: {"1.geojson": town, "中心.xlsx": "PK"},
		keyFolderArea:    {"3.csv": "编码,名称,级别,状态,经度,纬度\nA,甲,社区,在用,0.5,0.5\n", "社区.shp": "x"},
	} {
		_, err := Dir(t.Context(), folder(t, files), Options{})
		var fault *data.Fault
		if !errors.As(err, &fault) || fault.Key != key || fault.Args["passed"] == "" {
			t.Errorf("%s: %+v", key, fault)
		}
	}
}
