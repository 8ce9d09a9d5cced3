//go:build data

package cmd

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/load"
	"quarter/geo"
)

// People within each distance of a hexagon that has the service, by the point rule: from the README of the data.
var portoAlegre = map[string]map[geo.Length]float64{
	"healthcare": {500: 452441, 800: 685569, 1000: 768470, 1200: 790005},
	"schools":    {500: 640123, 800: 792421, 1000: 808891, 1200: 811096},
}

func TestPortoAlegre(t *testing.T) {
	hexagons := filepath.Join(dataDir(t), "porto-alegre", "poa_hexgrid.csv")
	for service, want := range portoAlegre {
		city, err := load.City(t.Context(), load.Sources{
			data.LayerGrids:   {hexagons},
			data.LayerCenters: {hexagonsWith(t, hexagons, service)},
		}, load.Options{Columns: map[string]string{"grids.code": "id", "centers.code": "id"}})
		if err != nil {
			t.Fatal(err)
		}
		for radius, people := range want {
			r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{Radius: radius, Sites: -1})
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Total().People; got.Total != 812935 || got.Covered != people {
				t.Errorf("%s within %v m: %v of %v people, want %v", service, radius, got.Covered, got.Total, people)
			}
		}
	}
}

// hexagonsWith writes a file of the hexagons that have a service.
func hexagonsWith(t *testing.T, file, service string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := -1
	for i, name := range rows[0] {
		if name == service {
			column = i
		}
	}
	var out strings.Builder
	out.WriteString("id,lon,lat\n")
	for _, row := range rows[1:] {
		if row[column] != "0" && row[column] != "" {
			out.WriteString(strings.Join(row[:3], ",") + "\n")
		}
	}
	name := filepath.Join(t.TempDir(), "centers.csv")
	if err := os.WriteFile(name, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
