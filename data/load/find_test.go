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
