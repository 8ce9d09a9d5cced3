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

// The sizes for which the page has limits.
var (
	district  = demo.Options{Communities: 200, Grids: 2000, Centers: 160}
	largeCity = demo.Options{Communities: 1000, Grids: 20000, Centers: 800}
)

// demoResult is the analysis of the sample city of a size.
func demoResult(t testing.TB, size demo.Options) *coverage.Result {
	t.Helper()
	dir := t.TempDir()
	open := func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) }
	if err := demo.Write(t.Context(), size, open); err != nil {
		t.Fatal(err)
	}
	city, err := load.Dir(t.Context(), dir, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := coverage.Analyze(t.Context(), city, data.General(), coverage.Options{Sites: 10})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A page with its script stays small enough for an office PC and for a mail.
func TestPageSize(t *testing.T) {
	lengthy(t)
	if _, err := script(); err != nil {
		t.Skip(err)
	}
	for _, tt := range []struct {
		name string
		size demo.Options
		most counter
	}{{"district", district, 5_000_000}, {"city", largeCity, 12_000_000}} {
		r := demoResult(t, tt.size)
		for _, lang := range []words.Lang{words.Chinese, words.English} {
			var size counter
			if err := Write(&size, Page{Result: r, Lang: lang}); err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %s: %.2f MB", tt.name, lang, float64(size)/1e6)
			if size >= tt.most {
				t.Errorf("%s, %s: %d bytes, the limit is %d", tt.name, lang, size, tt.most)
			}
		}
	}
}

// BenchmarkWrite writes the page of a city of 1,000 communities, 20,000 grids and 800 centers; the script is not counted.
func BenchmarkWrite(b *testing.B) {
	r := demoResult(b, largeCity)
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
