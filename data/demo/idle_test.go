package demo

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quarter/data"
	"quarter/data/load"
)

// readCity writes a city into a folder and reads it.
func readCity(t *testing.T, opts Options) *data.City {
	t.Helper()
	folder := t.TempDir()
	err := Write(context.Background(), opts, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(folder, name)) })
	if err != nil {
		t.Fatal(err)
	}
	c, err := load.Dir(context.Background(), folder, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every third community has an idle building inside it, at a price and of a size that a planner believes; half of them stand where there
// is no center.
func TestIdleBuildings(t *testing.T) {
	for _, opts := range []Options{{}, {English: true}, {Communities: 1}, {Communities: 400, Seed: 3}} {
		c := readCity(t, opts)
		want := max(1, (len(c.Communities)+1)/3)
		within(t, "candidates", len(c.Candidates), want-1, want+1)
		without, names := 0, map[string]bool{}
		served := map[int]bool{}
		for _, s := range c.Centers {
			for _, m := range s.Communities {
				served[m] = true
			}
		}
		for _, s := range c.Candidates {
			if s.Community == data.None || !c.Communities[s.Community].Shape.Contains(s.Point) {
				t.Errorf("%s does not lie in its community", s.Name)
			}
			within(t, s.Name+" price", int(s.Price.V), 800_000, 4_000_000)
			within(t, s.Name+" floor area", int(s.FloorArea.V), 300, 2500)
			names[strings.TrimSpace(s.Name)] = true
			if !served[s.Community] {
				without++
			}
		}
		within(t, "different names", len(names), len(c.Candidates), len(c.Candidates))
		if len(c.Communities) > 100 {
			within(t, "in communities without a center", without, len(c.Candidates)*4/10, len(c.Candidates)*6/10)
		}
	}
}
