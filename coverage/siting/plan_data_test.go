//go:build data

package siting

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	loader "quarter/data/load"
	"quarter/geo"
)

// keelung is a real city: 38 areas, thousands of cells with people, centers.
func keelung(t *testing.T, radius geo.Length) *coverage.Result {
	t.Helper()
	root := os.Getenv("QUARTER_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	dir := filepath.Join(root, "keelung")
	city, err := loader.City(t.Context(), loader.Sources{
		data.LayerCommunities: {filepath.Join(dir, "areas_level2.geojson")},
		data.LayerGrids:       {filepath.Join(dir, "cells.geojson.gz")},
		data.LayerCenters:     {filepath.Join(dir, "centers.geojson")},
	}, loader.Options{Columns: map[string]string{
		"communities.code": "CODE2", "communities.district": "TOWN_ID",
		"grids.code": "CODEBASE", "grids.community": "CODE2", "grids.households": "H_CNT", "grids.population": "P_CNT",
	}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{Radius: radius, Sites: -1})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Points and areas agree to 0.5 % of what a plan gains, on a real city and on the sample city.
func TestPointsAgreeWithAreas(t *testing.T) {
	for name, r := range map[string]*coverage.Result{
		"keelung 1000": keelung(t, 1000), "keelung 500": keelung(t, 500), "sample": sample(t, demo.Options{}),
	} {
		candidates := gridCandidates(r.City)
		for _, p := range []int{1, 3, 8} {
			plan := solve(t, Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: p, Objective: People}})
			checkPlan(t, plan)
			off := plan.OnPoints/plan.Exact - 1
			t.Logf("%s p=%d: %d points, gain %.0f, on points %+.3f %%, by the model %.0f, %d swaps, gap %.3f %%",
				name, p, plan.Points, plan.Exact, 100*off, plan.ModelExact, plan.Swaps, 100*plan.Solution.Gap())
			if math.Abs(off) > 0.005 {
				t.Errorf("%s, %d sites: %v on points, %v by areas", name, p, plan.OnPoints, plan.Exact)
			}
		}
	}
}
