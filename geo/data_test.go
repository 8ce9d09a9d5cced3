//go:build data

package geo

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"
)

// dataFile reads a file of the real data: the folder is QUARTER_DATA, by default ../shared/data beside the repository.
func dataFile(t *testing.T, path ...string) []byte {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "data")
	}
	text, err := os.ReadFile(filepath.Join(append([]string{root}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// feature is what these tests read of GeoJSON.
type feature struct {
	Properties struct{ Name string }
	Geometry   *jsonGeometry
	Features   []feature

	jsonGeometry // a file may be a bare geometry
}

type jsonGeometry struct {
	Type        string
	Coordinates json.RawMessage
}

func (g jsonGeometry) orb(t *testing.T) orb.Geometry {
	t.Helper()
	var (
		polygon orb.Polygon
		multi   orb.MultiPolygon
		err     error
	)
	switch g.Type {
	case "Polygon":
		err = json.Unmarshal(g.Coordinates, &polygon)
		multi = orb.MultiPolygon{polygon}
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &multi)
	}
	if err != nil {
		t.Fatal(err)
	}
	return multi
}

// features lists the features of a file, whatever it is wrapped in.
func features(t *testing.T, text []byte) []feature {
	t.Helper()
	var file feature
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	switch {
	case file.Features != nil:
		return file.Features
	case file.Geometry == nil:
		file.Geometry = &file.jsonGeometry
	}
	return []feature{file}
}

func TestKunming(t *testing.T) {
	// Areas in km² from an equal-area projection of the file as it is.
	want := map[string]float64{
		"东川": 1866, "寻甸": 3598, "五华": 378, "宜良": 1914, "石林": 1682, "晋宁": 1338, "安宁": 1300,
		"富民": 994, "嵩明": 828, "官渡": 638, "呈贡": 499, "禄劝": 4225, "盘龙": 864,
	}
	seen := 0
	for _, f := range features(t, dataFile(t, "kunming-districts", "kunming_districts.geojson")) {
		name := f.Properties.Name
		clean, _, err := Clean(f.Geometry.orb(t))
		if name == "西山区" {
			var d *Defect
			if !errors.As(err, &d) || d.Kind != DefectHoleOutside || Distance(d.At, orb.Point{102.50728, 24.86059}) > 50 {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		km2, ok := want[string([]rune(name)[:2])]
		if got := NewShape(clean).Area() / 1e6; !ok || math.Abs(got-km2) > 0.6 {
			t.Errorf("%s: %v km², want %v", name, got, km2)
		}
		seen++
	}
	if seen != len(want) {
		t.Errorf("%d districts", seen)
	}
}

func TestInvalidGeoJSON(t *testing.T) {
	for path, kind := range map[string]string{
		"invalid_geometries/invalid_exterior_not_ccw.geojson":                          "",
		"invalid_geometries/invalid_interior_not_cw.geojson":                           "",
		"invalid_geometries/invalid_unclosed.geojson":                                  "",
		"invalid_geometries/invalid_less_three_unique_nodes.geojson":                   DefectTooFewPoints,
		"problematic_geometries/problematic_duplicate_nodes.geojson":                   "",
		"problematic_geometries/problematic_excessive_vertices.geojson":                "",
		"problematic_geometries/problematic_holes.geojson":                             "",
		"problematic_geometries/problematic_crosses_antimeridian.geojson":              "",
		"problematic_geometries/problematic_inner_and_exterior_ring_intersect.geojson": DefectHoleOutside,
		"problematic_geometries/problematic_self_intersection_large.geojson":           DefectSelfCrossing,
		"problematic_geometries/problematic_self_intersection_small.geojson":           DefectSelfCrossing,
		"problematic_geometries/problematic_outside_lat_lon_boundaries.geojson":        DefectOutOfRange,
	} {
		got := ""
		for _, f := range features(t, dataFile(t, "geojson-invalid", filepath.FromSlash(path))) {
			_, repairs, err := Clean(f.Geometry.orb(t))
			t.Logf("%s: %+v %v", path, repairs, err)
			var d *Defect
			if errors.As(err, &d) && got == "" {
				got = d.Kind
			}
		}
		if got != kind {
			t.Errorf("%s: %q, want %q", path, got, kind)
		}
	}
}
