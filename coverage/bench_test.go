package coverage

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
)

// benchTown is the sample city of 1,000 communities, 20,000 grids and 800 centers.
var benchTown = sync.OnceValues(func() (*data.City, error) {
	dir, err := os.MkdirTemp("", "quarter-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	o := demo.Options{Communities: 1000, Grids: 20000, Centers: 800}
	if err := demo.Write(context.Background(), o, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }); err != nil {
		return nil, err
	}
	sources := load.Sources{}
	for i, layer := range []data.Layer{data.LayerCommunities, data.LayerGrids, data.LayerCenters} {
		sources[layer] = []string{filepath.Join(dir, demo.Files[i])}
	}
	return load.City(context.Background(), sources, load.Options{})
})

func benchCity(b *testing.B) *data.City {
	b.Helper()
	city, err := benchTown()
	if err != nil {
		b.Fatal(err)
	}
	return city
}

// BenchmarkAnalyze is everything but reading and writing.
func BenchmarkAnalyze(b *testing.B) {
	city := benchCity(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Analyze(b.Context(), city, data.General(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCurves is distances, curves, walkers, ranges and the tornado, with all else in place.
func BenchmarkCurves(b *testing.B) {
	city := benchCity(b)
	for b.Loop() {
		b.StopTimer()
		a, err := newAnalysis(b.Context(), city, data.General(), Options{})
		if err != nil {
			b.Fatal(err)
		}
		prepare := []func() error{a.measureGrounds, a.countCommunities, a.placePeople, a.measureFloor, a.measureGrids, a.rollUp}
		timed := []func() error{a.measureReach, a.measureCurves}
		run := func(steps ...func() error) {
			for _, step := range steps {
				if err := step(); err != nil {
					b.Fatal(err)
				}
			}
		}
		run(prepare...)
		b.StartTimer()
		run(timed...)
		b.StopTimer()
		run(a.compute, a.findMedian, a.judge)
		b.StartTimer()
		run(a.measureSensitivity)
	}
}

// BenchmarkZones is the blind zones, with all else in place.
func BenchmarkZones(b *testing.B) {
	city := benchCity(b)
	a, err := newAnalysis(b.Context(), city, data.General(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, step := range []func() error{a.measureGrounds, a.countCommunities, a.placePeople, a.measureFloor, a.measureGrids, a.rollUp} {
		if err := step(); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		a.Zones, a.ZonesRest = nil, ZoneRest{}
		if err := a.findZones(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(a.Zones)), "zones")
	b.ReportMetric(float64(a.ZonesRest.Count), "unlisted")
}
