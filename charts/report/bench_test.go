package report

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
)

// BenchmarkWrite writes the page of a city of 1,000 communities, 20,000 grids and 800 centers; the script is not counted.
func BenchmarkWrite(b *testing.B) {
	dir := b.TempDir()
	size := demo.Options{Communities: 1000, Grids: 20000, Centers: 800}
	open := func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }
	if err := demo.Write(b.Context(), size, open); err != nil {
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
	var size64 counter
	b.ReportAllocs()
	for b.Loop() {
		size64 = 0
		if err := write(&size64, Page{Result: r, Lang: words.Chinese}, testScript); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size64)/1e6, "MB/page")
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
