package coverage

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"quarter/data"
	"quarter/geo"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fullResult is the result of a small town in which every member of the document has something to say.
func fullResult(t *testing.T) *Result {
	t.Helper()
	town := newTown()
	town.Streets[0].Group = "北片"
	town.center(100, 100, 500, town.community("111", 0, 0, 400, 450, 120))
	town.community("112", 9000, 0, -1, 300)
	town.community("113", 3000, 500, 600, 10, 1.5)
	town.center(3100, 600, -1, 2).Status = data.StatusBuilding
	town.center(4900, 600, 700)
	town.Communities[0].Name = `<b>"新华"\` + "\u2028"
	town.Grids[1].Name = "a\tb\xff😀"
	town.Faults = []data.Fault{{Key: "code_repaired", Severity: data.Repaired, Layer: data.LayerGrids, File: "g.csv", Count: 2, Args: map[string]string{"row": "line"}}}
	town.Sources = []data.Source{{Layer: data.LayerCenters, File: "c.csv", Read: 3, Used: 3, Columns: []data.ColumnUse{{Field: data.FieldName, Column: "名称"}}}}
	r := analyze(t, town.city(), Options{})
	fill(r)
	return r
}

// fill says something under every member that this town leaves empty.
func fill(r *Result) {
	r.Radii, r.Depths = []float64{50, 714.2857142857143, 1000}, []float64{10, 1e-9, 0.1}
	r.Walkers = []Walker{{"adult", 80, 1.2, 15, 1000}}
	low, high := Case{"speed", 67, 100, 0.25}, Case{"tiers_all", 0, 400.5, 1}
	r.Sensitivity = Sensitivity{Low: 714.5, High: 1042,
		Headlines: []Headline{{3, data.Num(0.5), data.Num(0.75), data.Num(1), true}, {0, data.Number{}, data.Number{}, data.Number{}, false}},
		Flips:     []Flip{{1, 0, NotAttained, Attained, Attained}}, Tornado: []Assumption{{"speed", low, high}}}
	r.Guard = Guard{7, 2, 1}
	r.Zones = []Zone{{Unit: 2, Communities: []int{1, 0}, Direction: DirectionNE, People: 12.5, Households: 5, Area: 1e6, Point: at(1, 2), Nearest: 0, Distance: data.Num(1200)},
		{Unit: 2, Nearest: data.None}}
	r.ZonesRest = ZoneRest{Count: 3, People: 1.25, Households: 0.5, Area: 900}
	r.Services = []Service{{"养老", 2}, {"托育", 1}}
	r.Cohorts = []Cohort{{"60岁以上", data.FieldElderly}, {"高龄", ""}}
	for _, units := range [][]Unit{r.Units, r.Groups} {
		for i := range units {
			u := &units[i]
			u.Within, u.Depth, u.Zones, u.Services = []float64{0, 1.5, 1e21}, [4]float64{1, 2, 3, 4.25}, i, []float64{3, 0}
			u.Cohorts = []CohortAccount{{Total: 10, Covered: 5, Known: 2, Missing: 1, GapPeople: data.Num(-1), GapShare: data.Num(-0.1)}, {Missing: 4}}
			u.Values[3].Low, u.Values[3].High = data.Num(0.25), data.Number{}
			if len(u.Verdicts) > 0 {
				u.Verdicts[0].Low = NoData
				u.Card = Card{CardRed, []int{0}, 3, 4}
			}
		}
	}
}

func written(t *testing.T, r *Result) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := r.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// decoded reads JSON with numbers as they are written.
func decoded(t *testing.T, raw []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestJSONEqualsEncodingJSON holds the document against one that encoding/json makes: the same members, strings and digits.
func TestJSONEqualsEncodingJSON(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 400, 450)
	for name, r := range map[string]*Result{"full": fullResult(t), "without centers": analyze(t, town.city(), Options{})} {
		got, want := decoded(t, written(t, r)).(map[string]any), decoded(t, plainJSON(r)).(map[string]any)
		for key := range want {
			if !reflect.DeepEqual(got[key], want[key]) {
				t.Errorf("%s: %s is\n%v\nnot\n%v", name, key, got[key], want[key])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d members, not %d", name, len(got), len(want))
		}
	}
}

// TestJSONKeys holds the layout: every member by its path, in the order of the document.
func TestJSONKeys(t *testing.T) {
	const golden = "testdata/result_keys.txt"
	d := json.NewDecoder(bytes.NewReader(written(t, fullResult(t))))
	var paths []string
	seen := map[string]bool{}
	walkKeys(t, d, "", func(path string) {
		if !seen[path] {
			seen[path] = true
			paths = append(paths, path)
		}
	})
	got := strings.Join(paths, "\n") + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the layout differs from %s; a reader of the old one may be misled: see schemaVersion\n%s", golden, got)
	}
}

// walkKeys tells the path of every member. Those of the profile and the keys of metrics have places of their own.
func walkKeys(t *testing.T, d *json.Decoder, path string, tell func(path string)) {
	token, err := d.Token()
	if err != nil {
		t.Fatal(err)
	}
	switch token {
	case json.Delim('['):
		for d.More() {
			walkKeys(t, d, path+"[]", tell)
		}
	case json.Delim('{'):
		for d.More() {
			name, err := d.Token()
			if err != nil {
				t.Fatal(err)
			}
			below := strings.TrimPrefix(path+"."+name.(string), ".")
			silent := strings.HasPrefix(path, "profile")
			if strings.HasSuffix(path, ".metrics") {
				below = path + ".*"
			}
			if !silent {
				tell(below)
			}
			walkKeys(t, d, below, tell)
		}
	default:
		return
	}
	if _, err := d.Token(); err != nil { // the closing bracket
		t.Fatal(err)
	}
}

// TestJSONSameBytesOnAllThreads writes more items than a block holds.
func TestJSONSameBytesOnAllThreads(t *testing.T) {
	r := fullResult(t)
	for len(r.Grids) < 3*blockItems+1 {
		r.Grids = append(r.Grids, r.Grids...)
		r.City.Grids = append(r.City.Grids, r.City.Grids...)
	}
	r.Options.Threads = 1
	want := written(t, r)
	for _, threads := range []int{0, 2, 3, 7} {
		r.Options.Threads = threads
		if !bytes.Equal(written(t, r), want) {
			t.Errorf("%d threads write other bytes", threads)
		}
	}
	if !json.Valid(want) {
		t.Error("not JSON")
	}
}

// TestJSONRefusesWhatIsNoNumber: a NaN or an infinity is a defect that must not reach a file, in any member.
func TestJSONRefusesWhatIsNoNumber(t *testing.T) {
	for name, spoil := range map[string]func(r *Result, v float64){
		"value":  func(r *Result, v float64) { r.Units[2].Values[0].Number = data.Num(v) },
		"grid":   func(r *Result, v float64) { r.Grids[1].Ground.Total = v },
		"curve":  func(r *Result, v float64) { r.Units[0].Within[1] = v },
		"radius": func(r *Result, v float64) { r.Circle.Radius = geo.Length(v) },
		"check":  func(r *Result, v float64) { r.Checks[0].Left = v },
	} {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			r := fullResult(t)
			spoil(r, v)
			if err := r.WriteJSON(io.Discard); err == nil {
				t.Errorf("%s: %v was written", name, v)
			}
		}
	}
}

// BenchmarkWriteJSON writes the result of 1,000 communities, 20,000 grids and 800 centers.
func BenchmarkWriteJSON(b *testing.B) {
	r, err := Analyze(b.Context(), benchCity(b), data.General(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	var size countingWriter
	if err := r.WriteJSON(&size); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if err := r.WriteJSON(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

type countingWriter int

func (c *countingWriter) Write(b []byte) (int, error) {
	*c += countingWriter(len(b))
	return len(b), nil
}

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
