package atlas

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
)

// bigCity is the map of 1,000 communities, 20,000 grids and 800 centers.
func bigCity(b *testing.B) *charts.Map {
	dir := b.TempDir()
	open := func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }
	if err := demo.Write(b.Context(), demo.Options{Communities: 1000, Grids: 20000, Centers: 800}, open); err != nil {
		b.Fatal(err)
	}
	city, err := load.Dir(b.Context(), dir, load.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, err := coverage.Analyze(b.Context(), city, data.General(), coverage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return charts.NewMap(r, words.Chinese)
}

func BenchmarkStill(b *testing.B) {
	m := bigCity(b)
	for i := range m.Layers {
		b.Run(m.Layers[i].Key, func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(Still(m, &m.Layers[i], 966, "m"))
			}
			b.ReportMetric(float64(size)/1e3, "kB")
		})
	}
}

func BenchmarkSheets(b *testing.B) {
	m := bigCity(b)
	size := 0
	for b.Loop() {
		s := NewSheets(m)
		size = 0
		for i := range m.Geometry.Regions {
			size += len(s.Draw(i, 470, "s", "alt"))
		}
	}
	b.ReportMetric(float64(size)/float64(len(m.Geometry.Regions))/1e3, "kB/sheet")
}

func BenchmarkWall(b *testing.B) {
	m := bigCity(b)
	for b.Loop() {
		if err := Wall(io.Discard, m, &m.Layers[0], Papers[2], imprint); err != nil {
			b.Fatal(err)
		}
	}
}
