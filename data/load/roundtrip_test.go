package load

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"quarter/data"
)

// randomText makes a cell of what breaks readers: quotes, delimiters, line ends, marks of other languages, rare characters.
func randomText(r *rand.Rand) string {
	pieces := []string{"甲", "乙", `"`, ",", ";", "\t", "\\", "/", "</script>", "𠮷", "😀", "=cmd()", "a", "1", " ", "'", "\u00a0", "{", "}", "，"}
	var b strings.Builder
	for range r.IntN(8) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// What encoding/json writes is read back, cell by cell and bit by bit.
func TestGeoJSONRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		texts := map[string]string{}
		for k := range 1 + r.IntN(6) {
			texts[fmt.Sprint(k, randomText(r))] = randomText(r)
		}
		at := []float64{r.Float64()*360 - 180, r.Float64()*180 - 90}
		raw, err := json.Marshal(map[string]any{"type": "FeatureCollection", "features": []any{
			map[string]any{"type": "Feature", "properties": texts, "geometry": map[string]any{"type": "Point", "coordinates": at}}}})
		if err != nil {
			t.Fatal(err)
		}
		tab := mustDecode(t, string(raw))
		if p := tab.rows[0].shape.points[0]; p[0] != at[0] || p[1] != at[1] {
			t.Fatalf("%v, want %v", p, at)
		}
		for name, want := range texts {
			if i, ok := tab.index[name]; !ok || !tab.private[i] && tab.rows[0].cell(i).text != want {
				t.Fatalf("%s: %q is lost", raw, want)
			}
		}
	}
}

// What encoding/csv writes is read back, with every delimiter.
func TestCSVRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = []rune{',', ';', '\t'}[r.IntN(3)]
		w.Write([]string{"a", "b", "c", "d"})
		var want [][]string
		for range 1 + r.IntN(5) {
			cells := []string{"x" + randomText(r), strings.ReplaceAll(randomText(r), "=", ""), randomText(r), "\n" + randomText(r)}
			want = append(want, cells)
			w.Write(cells)
		}
		w.Flush()
		tab, fault := decodeCSV(b.String())
		if fault != nil || len(tab.rows) != len(want) {
			t.Fatalf("%q: %v", b.String(), fault)
		}
		for i, cells := range want {
			for k, text := range cells {
				if got := tab.rows[i].cell(k).text; got != text || tab.rows[i].refused != nil {
					t.Fatalf("%q: %q, want %q", b.String(), got, text)
				}
			}
		}
	}
}

// The same centers in both formats are the same centers.
func TestFormatsAgree(t *testing.T) {
	fromCSV := load(t, map[string]string{"communities.geojson": town, "centers.csv": "编码,名称,级别,状态,建筑面积,经度,纬度\nA,甲,社区,在用,842.1㎡,102.70500,25.04500\nB,乙,街道,在建,—,102.72500,25.04500\n"})
	fromMap := load(t, map[string]string{"communities.geojson": town, "centers.geojson": collection(
		point(0.5, 0.5, `"编码":"A","名称":"甲","级别":"社区","状态":"在用","建筑面积":842.1`), point(2.5, 0.5, `"编码":"B","名称":"乙","级别":"街道","状态":"在建","建筑面积":null`))})
	if !reflect.DeepEqual(fromCSV.Centers, fromMap.Centers) {
		t.Errorf("%+v\n%+v", fromCSV.Centers, fromMap.Centers)
	}
}

// Centers name their parents by code in every length that zero padding makes equal.
func TestCentersByCode(t *testing.T) {
	c := load(t, map[string]string{
		"districts.csv":       "区县编码,名称\n530102,云溪区\n",
		"streets.csv":         "街道编码,名称,所属区县\n530102001000,甲街道,云溪区\n530102002,乙街道,530102\n",
		"communities.geojson": town,
		"centers.csv": "名称,社区编码,街道编码,区县编码,经度,纬度\n" +
			"甲,530102001001,,,109,25\n乙,,530102002000,,109,25\n丙,,530102001,,109,25\n丁,,,530102000000,109,25\n",
	})
	for name, want := range map[string][2]string{"甲": {"甲街道", "翠湖社区"}, "乙": {"乙街道", ""}, "丙": {"甲街道", ""}} {
		s := centerOf(t, c, name)
		if c.Streets[s.Street].Name != want[0] || communityNames(c, s) != want[1] {
			t.Errorf("%s: %+v", name, s)
		}
	}
	if s := centerOf(t, c, "丁"); s.Street != data.None || c.Districts[s.District].Name != "云溪区" {
		t.Errorf("丁: %+v", s)
	}
	if len(c.Streets) != 2 || len(c.Districts) != 1 {
		t.Errorf("%d streets, %d districts", len(c.Streets), len(c.Districts))
	}
}
