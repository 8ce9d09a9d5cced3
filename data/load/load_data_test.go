//go:build data

package load

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quarter/data"
)

// dataFile returns a file of the shared data sets; a missing one is a failure, never a skip.
func dataFile(t *testing.T, parts ...string) string {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("data missing: %v (set QUARTER_DATA)", err)
	}
	return path
}

func loadData(t *testing.T, src Sources, opts Options) *data.City {
	t.Helper()
	c, err := City(t.Context(), src, opts)
	if err != nil {
		t.Fatal(err)
	}
	checkCounts(t, c)
	return c
}

func keelung(t *testing.T) Sources {
	return Sources{data.LayerCommunities: {dataFile(t, "keelung", "areas_level2.geojson")}, data.LayerGrids: {dataFile(t, "keelung", "cells.geojson.gz")},
		data.LayerCenters: {dataFile(t, "keelung", "centers.geojson")}}
}

// Every column of Keelung is found without help.
func TestKeelung(t *testing.T) {
	checkKeelung(t, loadData(t, keelung(t), Options{}))
}

// Naming the columns gives the same city.
func TestKeelungWithColumns(t *testing.T) {
	checkKeelung(t, loadData(t, keelung(t), Options{Columns: map[string]string{"grids.code": "CODEBASE", "grids.community": "CODE2", "grids.district": "TOWN_ID",
		"grids.population": "P_CNT", "grids.households": "H_CNT", "communities.code": "CODE2", "communities.district": "TOWN_ID"}}))
}

// And so does the folder: the level-1 areas in it are no communities, for their codes are not their own.
func TestKeelungFolder(t *testing.T) {
	src, faults, err := Find(filepath.Dir(dataFile(t, "keelung", "README.md")))
	if err != nil {
		t.Fatal(err)
	}
	if len(src[data.LayerCommunities]) != 1 || len(src[data.LayerGrids]) != 1 || len(src[data.LayerCenters]) != 1 {
		t.Fatalf("%v %v", src, faults)
	}
	checkKeelung(t, loadData(t, src, Options{}))
}

func checkKeelung(t *testing.T, c *data.City) {
	t.Helper()
	people, households, missing := 0.0, 0.0, 0
	byDistrict := map[string]float64{}
	for i := range c.Grids {
		g := &c.Grids[i]
		if !g.Households.Known || !g.People[data.Unlabelled].Known {
			missing++
		}
		people += g.People[data.Unlabelled].Or(0)
		households += g.Households.Or(0)
		m := c.Communities[g.Community]
		byDistrict[c.Districts[c.Streets[m.Street].District].Code] += g.People[data.Unlabelled].Or(0)
		if !m.Shape.Contains(g.Shape.InteriorPoint()) {
			t.Errorf("cell %s does not lie in %s", g.Code, m.Code)
		}
	}
	if people != 371442 || households != 152183 || missing != 186 {
		t.Errorf("%v people, %v households, %d missing", people, households, missing)
	}
	if len(c.Grids) != 1750 || len(c.Communities) != 140 || len(c.Districts) != 7 || len(c.Centers) != 49 {
		t.Errorf("%d cells, %d areas, %d districts, %d centers", len(c.Grids), len(c.Communities), len(c.Districts), len(c.Centers))
	}
	if byDistrict["10017010"] != 52291 || byDistrict["10017060"] != 82117 {
		t.Errorf("%v", byDistrict)
	}
	open, floor := 0, 0.0
	for i := range c.Centers {
		if c.Centers[i].Status == data.StatusOpen {
			open++
			floor += c.Centers[i].FloorArea.V
		}
		if c.Centers[i].Tier != data.TierCommunity && c.Centers[i].Tier != data.TierStreet && c.Centers[i].Tier != data.TierDistrict {
			t.Errorf("%s: tier %s", c.Centers[i].Name, c.Centers[i].Tier)
		}
	}
	if open != 47 || math.Abs(floor-37915.1) > 1e-6 {
		t.Errorf("%d open, %v m²", open, floor)
	}
	for _, f := range c.Faults {
		if f.Severity > data.Repaired {
			t.Errorf("%v", f)
		}
	}
}

// Points as grids, and a derived file of centers: the hexagons with health care.
func TestPortoAlegre(t *testing.T) {
	hexagons := dataFile(t, "porto-alegre", "poa_hexgrid.csv")
	raw, err := os.ReadFile(hexagons)
	if err != nil {
		t.Fatal(err)
	}
	var health strings.Builder
	health.WriteString("id,lon,lat\n")
	for line := range strings.Lines(string(raw)) {
		if cells := strings.Split(strings.TrimSpace(line), ","); len(cells) == 7 && cells[6] != "0" && cells[6] != "" && cells[6] != "healthcare" {
			fmt.Fprintf(&health, "%s,%s,%s\n", cells[0], cells[1], cells[2])
		}
	}
	centers := filepath.Join(t.TempDir(), "centers.csv")
	if err := os.WriteFile(centers, []byte(health.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	c := loadData(t, Sources{data.LayerGrids: {hexagons}, data.LayerCenters: {centers}}, Options{})
	people := 0.0
	for i := range c.Grids {
		people += c.Grids[i].People[data.Unlabelled].V
	}
	if len(c.Grids) != 1227 || people != 812935 || len(c.Centers) != 117 {
		t.Errorf("%d hexagons, %v people, %d centers", len(c.Grids), people, len(c.Centers))
	}
	if c.Grids[0].Shape != nil || c.Grids[0].Point[1] > -29 {
		t.Errorf("%+v", c.Grids[0])
	}
}

// 西山区 has a hole outside its shell: it is refused by name with the place, and the others are read.
func TestKunming(t *testing.T) {
	for _, layer := range []data.Layer{data.LayerCommunities, data.LayerDistricts} {
		c := loadData(t, Sources{layer: {dataFile(t, "kunming-districts", "kunming_districts.geojson")}}, Options{})
		f := faultsOf(c, keyGeometryInvalid+"hole_outside")
		if len(f) != 1 || f[0].ID != "西山区" || f[0].Severity != data.Refused || !strings.HasPrefix(f[0].Value, "102.507") {
			t.Errorf("%v", f)
		}
		if c.Sources[0].Read != 14 || c.Sources[0].Used != 13 {
			t.Errorf("%+v", c.Sources[0])
		}
	}
}

// Latitude stands before longitude in this table, under its own name.
func TestShanghaiHospitals(t *testing.T) {
	c := loadData(t, Sources{data.LayerCenters: {dataFile(t, "shanghai-districts-gbk", "shanghai_hospital.csv")}}, Options{})
	if len(c.Centers) != 7513 || c.Sources[0].Read != 7513 {
		t.Errorf("%d", len(c.Centers))
	}
	for i := range c.Centers {
		if p := c.Centers[i].Point; p[0] < 120 || p[0] > 123 || p[1] < 30 || p[1] > 32 {
			t.Errorf("%s at %v", c.Centers[i].Name, p)
		}
	}
	if len(c.Faults) > 20 {
		t.Errorf("%d faults", len(c.Faults))
	}
}

func TestSanFrancisco(t *testing.T) {
	c := loadData(t, Sources{data.LayerGrids: {dataFile(t, "sf-facility-location", "SF_demand_205_centroid_uniform_weight.csv")},
		data.LayerCenters: {dataFile(t, "sf-facility-location", "SF_store_site_16_longlat.csv")}}, Options{})
	people := 0.0
	for i := range c.Grids {
		people += c.Grids[i].People[data.Unlabelled].V
		if !strings.Contains(c.Grids[i].Name, ".") {
			t.Errorf("a name that looks like a number stays text: %s", c.Grids[i].Name)
		}
	}
	if people != 955113 || len(c.Centers) != 16 {
		t.Errorf("%v people, %d sites", people, len(c.Centers))
	}
}

// rightAnyway are files that have a remark in their name but are right by RFC 7946, or whose oddity changes nothing; each with the reason.
var rightAnyway = map[string]string{
	"problematic_crosses_antimeridian":                      "longitudes may run on beyond 180 or jump; the area is right",
	"problematic_excessive_coordinate_precision":            "digits do no harm",
	"problematic_excessive_vertices":                        "a long ring is a ring",
	"problematic_holes":                                     "holes inside their shell are right",
	"problematic_multitype_geometry_with_just_one_geometry": "a MultiPolygon of one polygon is right",
	"problematic_wrong_bbox_coordinate_order":               "bbox is never used",
	"problematic_geometry_not_wrapped":                      "a bare geometry is accepted",
	"problematic_geometrycollection_single":                 "a collection of one kind is accepted",
}

// Every file under valid is accepted by the decoder; every other is refused, repaired or remarked on with a fault, and never crashes.
func TestInvalidGeoJSON(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(filepath.Dir(dataFile(t, "geojson-invalid", "README.md")), "*", "*.geojson"))
	if len(paths) < 74 {
		t.Fatalf("%d files", len(paths))
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".geojson")
		tab, fault := readTable(t.Context(), path, nil, 1)
		if strings.HasPrefix(name, "valid") {
			if fault != nil && fault.Key != keyNoFeatures {
				t.Errorf("%s is refused: %v", name, fault)
			}
			for _, r := range tab.rows {
				if r.refused != nil && r.refused.key != keyNoGeometry {
					t.Errorf("%s: %+v", name, r.refused)
				}
			}
			continue
		}
		told := toldOf(t, path)
		if reason := rightAnyway[name]; reason != "" {
			if fault != nil {
				t.Errorf("%s: %v", name, fault)
			}
			continue
		}
		if len(told) == 0 {
			t.Errorf("%s: nothing is told", name)
		}
	}
}

// toldOf returns what reading the file as grids tells about it, apart from the lack of a name.
func toldOf(t *testing.T, path string) []data.Fault {
	c, err := City(t.Context(), Sources{data.LayerGrids: {path}}, Options{})
	var f *data.Fault
	if errors.As(err, &f) {
		if f.File != filepath.Base(path) {
			t.Errorf("%v names no file", f)
		}
		return []data.Fault{*f}
	}
	if err != nil {
		t.Fatal(err)
	}
	checkCounts(t, c)
	return slices.DeleteFunc(slices.Clone(c.Faults), func(f data.Fault) bool { return f.Key == keyNoName })
}
