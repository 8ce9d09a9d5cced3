//go:build data

package siting

import (
	"encoding/csv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// readSF makes the instance of 205 census tracts and 16 candidate stores of PySAL spopt, with distances along streets and the straight
// ones between the stores; tracts and stores in text order of their names.
func readSF(t testing.TB) *Instance {
	t.Helper()
	rows := readSFTable(t, "SF_network_distance_candidateStore_16_censusTract_205_new.csv")
	weights, costs := map[string]float64{}, map[string]map[string]float64{}
	for _, row := range rows {
		store, tract := row["name"], row["DestinationName"]
		if costs[store] == nil {
			costs[store] = map[string]float64{}
		}
		costs[store][tract] = number(t, row["distance"])
		weights[tract] = number(t, row["demand"])
	}
	tracts, stores := slices.Sorted(maps.Keys(weights)), slices.Sorted(maps.Keys(costs))
	x := &Instance{Sites: make([]Site, len(stores)), Between: storesApart(t, stores)}
	table := make([][]float64, len(stores))
	for i, store := range stores {
		for _, tract := range tracts {
			table[i] = append(table[i], costs[store][tract])
		}
	}
	for _, tract := range tracts {
		x.Weights = append(x.Weights, weights[tract])
	}
	x.Costs = NewMatrix(table)
	return x
}

// readSFTable reads a file of the San Francisco set as rows by column name.
func readSFTable(t testing.TB, name string) []map[string]string {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(root, "sf-facility-location", name))
	if err != nil {
		t.Fatalf("data missing: %v (set QUARTER_DATA)", err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for k, column := range all[0] {
			row[column] = record[k]
		}
		rows = append(rows, row)
	}
	return rows
}

func number(t testing.TB, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// storesApart measures between the stores in the plane of EPSG:7131.
func storesApart(t testing.TB, names []string) *Matrix {
	t.Helper()
	at := map[string][2]float64{}
	for _, row := range readSFTable(t, "SF_store_site_16_longlat.csv") {
		at[row["NAME"]] = cs13(number(t, row["long"]), number(t, row["lat"]))
	}
	table := make([][]float64, len(names))
	for i, a := range names {
		for _, b := range names {
			table[i] = append(table[i], math.Hypot(at[a][0]-at[b][0], at[a][1]-at[b][1]))
		}
	}
	return NewMatrix(table)
}

// cs13 projects to NAD83(2011) / San Francisco CS13, EPSG:7131: transverse Mercator on GRS 1980, natural origin 37°45'N 122°27'W, scale
// 1.000007 there; false origins do not change distances. Series of Krüger (1912) to the third order of n, far below 1 mm.
func cs13(lon, lat float64) [2]float64 {
	const f = 1 / 298.257222101
	const n = f / (2 - f)
	const radius = 6378137 / (1 + n) * (1 + n*n/4) * 1.000007
	alpha := [...]float64{n/2 - 2*n*n/3 + 5*n*n*n/16, 13*n*n/48 - 3*n*n*n/5, 61 * n * n * n / 240}
	e := 2 * math.Sqrt(n) / (1 + n)
	sin, along := math.Sin(lat*math.Pi/180), (lon+122.45)*math.Pi/180
	t := math.Sinh(math.Atanh(sin) - e*math.Atanh(e*sin))
	xi, eta := math.Atan2(t, math.Cos(along)), math.Atanh(math.Sin(along)/math.Hypot(1, t))
	x, y := eta, xi
	for k, a := range alpha {
		m := 2 * float64(k+1)
		x += a * math.Cos(m*xi) * math.Sinh(m*eta)
		y += a * math.Sin(m*xi) * math.Cosh(m*eta)
	}
	return [2]float64{radius * x, radius * y}
}
