//go:build data

package cmd

import (
	"encoding/json"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/load"
	"quarter/geo"
)

// dataDir is where the real data lies; a test without it fails.
func dataDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("QUARTER_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Fatalf("real data is missing: %v (set QUARTER_DATA)", err)
	}
	return dir
}

// keelungExpected is what expected.json holds: values computed independently of any program of ours.
type keelungExpected struct {
	Radius map[string]struct {
		Population float64            `json:"covered_population"`
		Households float64            `json:"covered_households"`
		Share      float64            `json:"share"`
		Area       float64            `json:"area"`
		Covered    float64            `json:"covered_area"`
		Overlap    float64            `json:"overlap_population"`
		Untouched  int                `json:"cells_untouched"`
		District   map[string]float64 `json:"covered_by_district"`
		Community  map[string]float64 `json:"covered_by_area"`
	} `json:"radius"`
	Population   float64 `json:"population"`
	Households   float64 `json:"households"`
	Cells        int     `json:"cells"`
	Missing      int     `json:"cells_without_counts"`
	Centers      int     `json:"centers"`
	CentersInUse int     `json:"centers_in_use"`
	Floor        struct {
		Communities int     `json:"communities"`
		NotJudged   int     `json:"not_applicable_or_no_data"`
		Short       int     `json:"short"`
		Gap         float64 `json:"shortfall_m2"`
		Required    float64 `json:"required_m2"`
		Actual      float64 `json:"actual_m2"`
	} `json:"floor_area"`
	Grid struct {
		In      int `json:"in_band_300_500"`
		Under   int `json:"under"`
		Over    int `json:"over"`
		Counted int `json:"counted"`
	} `json:"grid"`
}

func keelung(t *testing.T) (*data.City, keelungExpected) {
	t.Helper()
	dir := filepath.Join(dataDir(t), "keelung")
	city, err := load.City(t.Context(), load.Sources{
		data.LayerCommunities: {filepath.Join(dir, "areas_level2.geojson")},
		data.LayerGrids:       {filepath.Join(dir, "cells.geojson.gz")},
		data.LayerCenters:     {filepath.Join(dir, "centers.geojson")},
	}, load.Options{Columns: map[string]string{
		"communities.code": "CODE2", "communities.district": "TOWN_ID",
		"grids.code": "CODEBASE", "grids.community": "CODE2", "grids.households": "H_CNT", "grids.population": "P_CNT",
	}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want keelungExpected
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	return city, want
}

// relative fails when got and want differ by more than 1e-6 of want, or by more than 1e-6 of a person where want is almost nobody.
func relative(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6*math.Max(1, math.Abs(want))) {
		t.Errorf("%s = %.9g, want %.9g (relative difference %.2g)", what, got, want, (got-want)/want)
	}
}

func TestKeelungCoverage(t *testing.T) {
	city, want := keelung(t)
	for radius, w := range want.Radius {
		t.Run(radius, func(t *testing.T) {
			r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{Radius: radiusOf(t, radius), Sites: -1})
			if err != nil {
				t.Fatal(err)
			}
			total := r.Total()
			if total.People.Total != want.Population || total.Households.Total != want.Households || total.People.Missing != want.Missing {
				t.Errorf("totals %v people, %v households, %d missing", total.People.Total, total.Households.Total, total.People.Missing)
			}
			relative(t, "covered people", total.People.Covered, w.Population)
			relative(t, "covered households", total.Households.Covered, w.Households)
			relative(t, "share", total.Get("coverage_pop").V, w.Share)
			relative(t, "people in two circles or more", total.Get("population_overlap").V, w.Overlap)
			relative(t, "share in two circles or more", total.Get("coverage_overlap").V, w.Overlap/want.Population)
			relative(t, "area", total.Ground.Total, w.Area)
			relative(t, "covered area", total.Ground.Covered, w.Covered)
			districts, communities := r.Level(coverage.LevelDistrict), r.Level(coverage.LevelCommunity)
			compareUnits(t, "district", districts, w.District)
			maps.Copy(w.Community, keelungFiner[radius])
			compareUnits(t, "area", communities, w.Community)
			untouched := 0
			for i := range r.Grids {
				if r.Grids[i].Share == 0 {
					untouched++
				}
			}
			if untouched != w.Untouched {
				t.Errorf("%d cells untouched, want %d", untouched, w.Untouched)
			}
		})
	}
}

func radiusOf(t *testing.T, text string) geo.Length {
	meters, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return geo.Length(meters)
}

func compareUnits(t *testing.T, what string, units []coverage.Unit, want map[string]float64) {
	t.Helper()
	if len(units) != len(want) {
		t.Errorf("%d units, want %d", len(units), len(want))
	}
	for i := range units {
		covered, ok := want[units[i].Code]
		if !ok {
			t.Errorf("%s %q %q is not expected", what, units[i].Code, units[i].Name)
		}
		relative(t, what+" "+units[i].Code, units[i].People.Covered, covered)
	}
}

// keelungFiner replaces the expected values of four areas that a circle only grazes. Those of expected.json take the cells' long
// edges as straight in a plane; edges are straight in lon/lat, which moves these four by 1 to 2.4 parts in a million. Computed once
// with geodesic circles of 16,384 vertices (geographiclib 2.1) and edges cut every 50 m in lon/lat (shapely 2.2, GEOS 3.14).
var keelungFiner = map[string]map[string]float64{
	"500": {"A1701-14": 45.93682237241097, "A1702-10": 3.8948937977745683, "A1707-15": 70.24266254531831},
	"800": {"A1701-07": 19.337588865059832},
}

func TestKeelungFloorAndGrids(t *testing.T) {
	city, want := keelung(t)
	r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, w := r.Total().Floor, want.Floor
	if f.Evaluated != w.Communities || f.Short != w.Short || f.Missing != w.NotJudged {
		t.Errorf("evaluated %d, short %d, missing %d", f.Evaluated, f.Short, f.Missing)
	}
	relative(t, "shortfall", f.Gap, w.Gap)
	relative(t, "required", f.Required, w.Required)
	relative(t, "actual", f.Actual, w.Actual)

	g := r.Total().Grids
	if g.Count != want.Cells || g.In != want.Grid.In || g.Under != want.Grid.Under || g.Over != want.Grid.Over || g.In+g.Under+g.Over != want.Grid.Counted {
		t.Errorf("grids %+v", g)
	}
	if r.Total().Centers != want.CentersInUse || len(r.Centers) != want.Centers {
		t.Errorf("%d of %d centers in use", r.Total().Centers, len(r.Centers))
	}
}

// Every uncovered resident stands in one blind zone; a place in a zone lies outside all circles, and in its shape.
func TestKeelungZones(t *testing.T) {
	city, want := keelung(t)
	for _, radius := range []string{"500", "800", "1000"} {
		r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{Radius: radiusOf(t, radius), Sites: -1})
		if err != nil {
			t.Fatal(err)
		}
		people, area, uncovered := r.ZonesRest.People, r.ZonesRest.Area, 0.0
		for _, z := range r.Zones {
			people, area = people+z.People, area+z.Area
			if z.Distance.V <= r.Circle.Radius.Meters() || !geo.NewShape(z.Shape).Contains(z.Point) {
				t.Errorf("%s m: %v stands in no blind zone, %v m from a center", radius, z.Point, z.Distance.V)
			}
		}
		for i := range r.Grids {
			uncovered += r.Grids[i].Ground.Total - r.Grids[i].Ground.Covered
		}
		relative(t, radius+" m: people in blind zones", people, want.Population-want.Radius[radius].Population)
		if area > uncovered*(1+1e-9) || area < 0.9*uncovered {
			t.Errorf("%s m: %v m² of blind zones of %v uncovered", radius, area, uncovered)
		}
		t.Logf("%s m: %d blind zones, %d more with %.1f people", radius, len(r.Zones), r.ZonesRest.Count, r.ZonesRest.People)
	}
}
