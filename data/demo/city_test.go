package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// files holds what Write made, by name.
type files map[string][]byte

type memory struct {
	bytes.Buffer
	done func([]byte)
}

func (m *memory) Close() error { m.done(m.Bytes()); return nil }

func write(t testing.TB, opts Options) files {
	t.Helper()
	out := files{}
	err := Write(context.Background(), opts, func(name string) (io.WriteCloser, error) {
		return &memory{done: func(b []byte) { out[name] = b }}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// feature is one feature as the files hold it.
type feature struct {
	Geometry struct {
		Type        string
		Coordinates json.RawMessage
	}
	Properties map[string]any
}

func (f *feature) text(column string) string { s, _ := f.Properties[column].(string); return s }

func (f *feature) number(column string) (n float64, known bool) {
	n, known = f.Properties[column].(float64)
	return n, known
}

func (f *feature) polygon(t testing.TB) orb.Polygon {
	t.Helper()
	var p orb.Polygon
	if err := json.Unmarshal(f.Geometry.Coordinates, &p); err != nil || f.Geometry.Type != "Polygon" {
		t.Fatal(f.Geometry.Type, err)
	}
	return p
}

// city is a written city, parsed.
type city struct{ communities, grids, centers []feature }

func parse(t testing.TB, f files) city {
	t.Helper()
	var c city
	for name, to := range map[string]*[]feature{"communities.geojson": &c.communities, "grids.geojson": &c.grids, "centers.geojson": &c.centers} {
		var collection struct {
			Type     string
			Features []feature
		}
		if err := json.Unmarshal(f[name], &collection); err != nil || collection.Type != "FeatureCollection" {
			t.Fatalf("%s: %q %v", name, collection.Type, err)
		}
		*to = collection.Features
	}
	return c
}

func count(features []feature, is func(*feature) bool) int {
	n := 0
	for i := range features {
		if is(&features[i]) {
			n++
		}
	}
	return n
}

// byCommunity gathers the grids by the community code that their own code begins with.
func (c *city) byCommunity() map[string][]*feature {
	out := map[string][]*feature{}
	for i := range c.grids {
		g := &c.grids[i]
		code := g.text("网格编码") + g.text("code")
		out[code[:12]] = append(out[code[:12]], g)
	}
	return out
}

func hasHan(s string) bool { return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2e80 }) }
