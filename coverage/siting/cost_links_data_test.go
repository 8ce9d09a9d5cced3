//go:build data

package siting

import (
	"os"
	"path/filepath"
	"testing"

	"quarter/data"
	"quarter/data/load"
)

// The matrix of San Francisco is read by load, matched by name with tracts and stores, and gives the stated answers.
func TestSFMatrixAsAUserGivesIt(t *testing.T) {
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	file := func(name string) string { return filepath.Join(root, "sf-facility-location", name) }
	city, err := load.City(t.Context(), load.Sources{
		data.LayerGrids:      {file("SF_demand_205_centroid_uniform_weight.csv")},
		data.LayerCandidates: {file("SF_store_site_16_longlat.csv")},
	}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	matrix, err := load.CostMatrix(t.Context(), file("SF_network_distance_candidateStore_16_censusTract_205_new.csv"), load.MatrixOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if matrix.Unit != "m" || matrix.Source.Read != 3280 || len(matrix.Links) != 3280 || len(matrix.Faults) != 1 {
		t.Fatalf("%d links in %s, %v", len(matrix.Links), matrix.Unit, matrix.Faults)
	}
	var sites, demands []data.Label
	x := &Instance{}
	for _, c := range city.Candidates {
		sites, x.Sites = append(sites, data.Label{Code: c.Code, Name: c.Name}), append(x.Sites, Site{})
	}
	for i := range city.Grids {
		g := &city.Grids[i]
		demands, x.Weights = append(demands, data.Label{Code: g.Code, Name: g.Name}), append(x.Weights, g.People[data.Unlabelled].V)
	}
	match := matrix.Match(sites, demands)
	if match.Turned || len(match.LostSites)+len(match.LostDemands)+len(match.ExtraSites)+len(match.ExtraDemands) > 0 {
		t.Fatalf("%+v", match)
	}
	x.Costs = NewLinks(len(demands), len(sites), match.Links)
	for p, want := range map[int]float64{1: 448255, 2: 671938, 3: 791499, 4: 875247, 5: 927402, 8: 955113} {
		got, err := MCLP{P: p, Radius: 5000}.Solve(t.Context(), x)
		if err != nil || got.Value != want || !got.Proven {
			t.Errorf("p = %d: %+v, %v, want %v", p, got, err, want)
		}
	}
}
