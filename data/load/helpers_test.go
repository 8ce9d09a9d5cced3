package load

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quarter/data"
)

// files writes texts by name into a folder of the test; the layer is what stands before the first dot or dash.
func files(t testing.TB, texts map[string]string) Sources {
	t.Helper()
	dir, src := t.TempDir(), Sources{}
	for _, layer := range data.Layers {
		for _, name := range sortedNames(texts) {
			if !strings.HasPrefix(name, string(layer)) {
				continue
			}
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(texts[name]), 0o600); err != nil {
				t.Fatal(err)
			}
			src[layer] = append(src[layer], path)
		}
	}
	return src
}

func sortedNames(texts map[string]string) []string {
	var names []string
	for n := range texts {
		names = append(names, n)
	}
	for i := range names {
		for k := i; k > 0 && names[k] < names[k-1]; k-- {
			names[k], names[k-1] = names[k-1], names[k]
		}
	}
	return names
}

func load(t testing.TB, texts map[string]string) *data.City {
	t.Helper()
	return loadWith(t, texts, Options{})
}

func loadWith(t testing.TB, texts map[string]string, opts Options) *data.City {
	t.Helper()
	c, err := City(context.Background(), files(t, texts), opts)
	if err != nil {
		t.Fatal(err)
	}
	checkCounts(t, c)
	return c
}

// square is a feature of 0.01 by 0.01 degrees at 102.70 + 0.01 x, 25.04 + 0.01 y.
func square(x, y float64, properties string) string {
	return rectangle(x, y, x+1, y+1, properties)
}

func rectangle(x0, y0, x1, y1 float64, properties string) string {
	at := func(x, y float64) string { return fmt.Sprintf("[%.5f,%.5f]", 102.70+x/100, 25.04+y/100) }
	return `{"type":"Feature","properties":{` + properties + `},"geometry":{"type":"Polygon","coordinates":[[` +
		at(x0, y0) + "," + at(x1, y0) + "," + at(x1, y1) + "," + at(x0, y1) + "," + at(x0, y0) + `]]}}`
}

func point(x, y float64, properties string) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{%s},"geometry":{"type":"Point","coordinates":[%.5f,%.5f]}}`, properties, 102.70+x/100, 25.04+y/100)
}

func collection(features ...string) string {
	return `{"type":"FeatureCollection","features":[` + strings.Join(features, ",\n") + `]}`
}

// faultsOf returns the faults of a key.
func faultsOf(c *data.City, key string) []data.Fault {
	var out []data.Fault
	for _, f := range c.Faults {
		if f.Key == key {
			out = append(out, f)
		}
	}
	return out
}

// gridIn returns the name of the community of a grid.
func gridIn(c *data.City, code string) string {
	for i := range c.Grids {
		if c.Grids[i].Code == code {
			return c.Communities[c.Grids[i].Community].Name
		}
	}
	return "no grid " + code
}

func centerOf(t testing.TB, c *data.City, name string) *data.Center {
	t.Helper()
	for i := range c.Centers {
		if c.Centers[i].Name == name {
			return &c.Centers[i]
		}
	}
	t.Fatalf("no center %s", name)
	return nil
}

func communityNames(c *data.City, center *data.Center) string {
	var names []string
	for _, m := range center.Communities {
		names = append(names, c.Communities[m].Name)
	}
	return strings.Join(names, " ")
}
