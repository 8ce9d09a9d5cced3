package siting

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	loader "quarter/data/load"
)

// sample is the analysed sample city of some size.
func sample(b testing.TB, o demo.Options) *coverage.Result {
	b.Helper()
	dir := b.TempDir()
	if err := demo.Write(context.Background(), o, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }); err != nil {
		b.Fatal(err)
	}
	sources := loader.Sources{}
	for i, layer := range []data.Layer{data.LayerCommunities, data.LayerGrids, data.LayerCenters, data.LayerCandidates} {
		sources[layer] = []string{filepath.Join(dir, demo.Files[i])}
	}
	city, err := loader.City(context.Background(), sources, loader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, err := coverage.Analyze(context.Background(), city, data.General(), coverage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// gridCandidates puts a candidate in the middle of every grid.
func gridCandidates(c *data.City) []Candidate {
	out := make([]Candidate, len(c.Grids))
	for i, g := range c.Grids {
		out[i] = Candidate{Candidate: data.Candidate{Code: g.Code, Point: g.Point, Community: g.Community}, Origin: "grids", Zone: data.None}
	}
	return out
}

// BenchmarkPlan is a whole plan of three sites with everything that it explains, candidates being the grids.
func BenchmarkPlan(b *testing.B) {
	for name, o := range map[string]demo.Options{"sample": {}, "large": {Communities: 1000, Grids: 20000, Centers: 800}} {
		b.Run(name, func(b *testing.B) {
			r := sample(b, o)
			candidates := gridCandidates(r.City)
			b.ReportAllocs()
			for b.Loop() {
				plan, err := Solve(b.Context(), Ask{Before: r, Candidates: candidates, Request: Request{Model: "mclp", P: 3, Objective: People}})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(plan.Points), "points")
				b.ReportMetric(100*(plan.OnPoints/plan.Exact-1), "%off")
				b.ReportMetric(100*plan.Solution.Gap(), "%gap")
			}
		})
	}
}
