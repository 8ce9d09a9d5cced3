package coverage

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"testing"

	"quarter/data"
)

func TestJSONHoldsEveryNumberWithItsUnit(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400, 450))
	town.community("112", 9000, 0, -1)
	town.Communities[0].Name = `<script>"新华"` + "\u2028"
	r := analyze(t, town.city(), Options{})
	var out bytes.Buffer
	if err := r.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Units []struct {
			Name    string
			Metrics map[string]struct {
				Value *float64
				Unit  string
			}
			Verdicts []struct{ Rule, Outcome string }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	for i, u := range doc.Units {
		if len(u.Metrics) != len(Metrics) {
			t.Errorf("%s has %d metrics", u.Name, len(u.Metrics))
		}
		for key, m := range u.Metrics {
			v := r.Units[i].Get(key)
			if m.Unit == "" || v.Known != (m.Value != nil) || v.Known && *m.Value != v.V {
				t.Errorf("%s of %s: %v in JSON, %v in the result", key, u.Name, m.Value, v)
			}
		}
	}
	if bytes.Contains(out.Bytes(), []byte("<script>")) {
		t.Error("markup stands in the JSON unescaped")
	}
}

func TestLayersAreGeoJSON(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400, 450))
	town.center(100, 100, 500, 0).Status = data.StatusBuilding
	r := analyze(t, town.city(), Options{})
	for name, write := range map[string]func(io.Writer) error{
		"communities": r.WriteCommunities, "grids": r.WriteGrids, "centers": r.WriteCenters, "circles": r.WriteCircles,
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Type     string
			Features []struct {
				Properties map[string]any
				Geometry   *struct{ Type string }
			}
		}
		if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := map[string]int{"communities": 1, "grids": 2, "centers": 2, "circles": 1}[name]
		if doc.Type != "FeatureCollection" || len(doc.Features) != want {
			t.Errorf("%s: %s with %d features, want %d", name, doc.Type, len(doc.Features), want)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReported(t *testing.T) {
	town := newTown()
	town.center(100, 100, 500, town.community("111", 0, 0, 400, 450))
	r := analyze(t, town.city(), Options{})
	for i, write := range []func(io.Writer) error{r.WriteJSON, r.WriteCommunities, r.WriteGrids, r.WriteCenters, r.WriteCircles} {
		if err := write(fullDisk{}); !errors.Is(err, errFull) {
			t.Errorf("writer %d: %v", i, err)
		}
	}
}
