package load

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/paulmach/orb"

	"quarter/data"
)

// decode reads a text as GeoJSON.
func decode(text string) (*table, *data.Fault) { return decodeFrom(strings.NewReader(text)) }

func decodeFrom(src io.Reader) (*table, *data.Fault) {
	t := &table{file: "x.geojson"}
	return t, readGeoJSON(src, t)
}

func mustDecode(t *testing.T, text string) *table {
	t.Helper()
	tab, fault := decode(text)
	if fault != nil {
		t.Fatalf("%s: %v %v", text, fault, fault.Args)
	}
	return tab
}

func TestGeoJSONKinds(t *testing.T) {
	const ring = `[[102,25],[103,25],[103,26],[102,25]]`
	for text, want := range map[string]shape{
		`{"type":"Point","coordinates":[102.5,25.5]}`:                                        {kind: "Point", points: []orb.Point{{102.5, 25.5}}},
		`{"coordinates":[102.5,25.5],"type":"Point"}`:                                        {kind: "Point", points: []orb.Point{{102.5, 25.5}}},
		`{"type":"MultiPoint","coordinates":[[102.5,25.5]]}`:                                 {kind: "MultiPoint", points: []orb.Point{{102.5, 25.5}}},
		`{"type":"Polygon","coordinates":[` + ring + `]}`:                                    {kind: "Polygon", polygons: orb.MultiPolygon{{{{102, 25}, {103, 25}, {103, 26}, {102, 25}}}}},
		`{"type":"Feature","geometry":{"type":"Polygon","coordinates":[` + ring + `]}}`:      {kind: "Polygon", polygons: orb.MultiPolygon{{{{102, 25}, {103, 25}, {103, 26}, {102, 25}}}}},
		`{"type":"MultiPolygon","coordinates":[[` + ring + `],[` + ring + `,` + ring + `]]}`: {kind: "MultiPolygon", polygons: orb.MultiPolygon{{{{102, 25}, {103, 25}, {103, 26}, {102, 25}}}, {{{102, 25}, {103, 25}, {103, 26}, {102, 25}}, {{102, 25}, {103, 25}, {103, 26}, {102, 25}}}}},
		`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}`:  {kind: "GeometryCollection", points: []orb.Point{{1, 2}}},
		`{"type":"Point","coordinates":[1,2,3,4]}`:                                           {kind: "Point", points: []orb.Point{{1, 2}}},
		`{"type":"LineString","coordinates":[[1,2],[3,4]]}`:                                  {kind: "LineString"},
		`{"type":"Polygon","coordinates":[]}`:                                                {},
	} {
		tab := mustDecode(t, text)
		if len(tab.rows) != 1 || !reflect.DeepEqual(tab.rows[0].shape, want) {
			t.Errorf("%s: %+v", text, tab.rows)
		}
	}
}

// Members come in any order: type after features, geometry before properties, type of a geometry after its coordinates.
func TestGeoJSONOrderOfMembers(t *testing.T) {
	tab := mustDecode(t, `{"crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"},"type":"name"},"name":"x","features":[
		{"geometry":{"coordinates":[[[1,2],[3,2],[3,4],[1,2]]],"type":"Polygon"},"id":7,"properties":{"a":"甲","b":{"c":[1,{"d":2}]},"e":null,"f":true,"g":1.50},"type":"Feature"}],
		"type":"FeatureCollection"}`)
	r := &tab.rows[0]
	if r.refused != nil || r.shape.kind != "Polygon" {
		t.Fatalf("%+v", r)
	}
	for name, want := range map[string]cell{idColumn: {kind: cellNumber, text: "7"}, "a": {text: "甲"}, "b": {kind: cellNested}, "e": {}, "f": {kind: cellBool, text: "true"}, "g": {kind: cellNumber, text: "1.50"}} {
		got := r.cell(tab.index[name])
		got.column = 0
		if got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestGeoJSONCoordinateSystems(t *testing.T) {
	for name, ok := range map[string]bool{
		"urn:ogc:def:crs:OGC:1.3:CRS84": true, "urn:ogc:def:crs:EPSG::4326": true, "EPSG:4326": true, "EPSG:4490": true, "urn:ogc:def:crs:EPSG::4490": true,
		"WGS 84": true, "WGS84": true, "CGCS2000": true, "GCS_China_Geodetic_Coordinate_System_2000": true, "GCS_WGS_1984": true,
		"urn:ogc:def:crs:EPSG::4547": false, "EPSG:3857": false, "EPSG:4214": false, "EPSG:14326": false, "CGCS2000_3_Degree_GK_Zone_34": false, "": false,
	} {
		_, fault := decode(`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"` + name + `"}},"features":[{"type":"Feature","properties":{},"geometry":null}]}`)
		if (fault == nil) != ok || fault != nil && (fault.Key != keyCRS || fault.Value != name) {
			t.Errorf("%s: %v", name, fault)
		}
	}
	for _, text := range []string{`null`, `{"type":"EPSG","properties":{"code":4326}}`} {
		if _, fault := decode(`{"type":"FeatureCollection","crs":` + text + `,"features":[null]}`); fault != nil {
			t.Errorf("%s: %v", text, fault)
		}
	}
}

// What encoding/json reads from a string, this reads.
func TestStringsAgreeWithEncodingJSON(t *testing.T) {
	for _, s := range []string{`""`, `"a"`, `"甲乙"`, `"\u4e2d\u56fd"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\udc00x"`, `"a\"b\\c\/d\b\f\n\r\t"`, `"𠮷"`, `"</script>"`, `"\u0000"`} {
		var want string
		if err := json.Unmarshal([]byte(s), &want); err != nil {
			t.Fatal(err)
		}
		tab := mustDecode(t, `{"type":"Feature","geometry":null,"properties":{"a":`+s+`}}`)
		if got := tab.rows[0].cell(0).text; got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// Coordinates are read to the last bit, by the fast road and by the slow one.
func TestNumbersAgreeWithStrconv(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	texts := []string{"0", "-0", "0.1", "102.712", "121.72410314569", "25.146921579128", "-51.1582459466033", "1e2", "1E-7", "9007199254740993", "9007199254740992.5", "0.000001", "123456789012345678901234567890", "1.7976931348623157e308", "5e-324", "102.71000000000001"}
	for range 20000 {
		texts = append(texts, fmt.Sprintf("%.*f", r.IntN(20), (r.Float64()-0.5)*360), fmt.Sprint(r.Float64()), fmt.Sprint(math.Float64frombits(r.Uint64()&^(0x7ff<<52)|uint64(1023-60+r.IntN(120))<<52)))
	}
	tab := mustDecode(t, `{"type":"MultiPoint","coordinates":[[`+strings.Join(texts, ",0],[")+`,0]]}`)
	for i, text := range texts {
		var want float64
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		if got := tab.rows[0].shape.points[i][0]; math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%s: %v, want %v", text, got, want)
		}
	}
}

// Blanks lead to the slow road for positions: it reads the same, and refuses the same.
func TestBlanksInPositions(t *testing.T) {
	wrap := strings.NewReplacer("[", " [ ", "]", " ] ", ",", " , ")
	for _, ring := range []string{
		"[[0,0],[1.25,-0.5],[1e0,1],[0,0]]", "[[0,0],[1,0,9],[1,1],[0,0]]", "[[0,0],[1],[1,1],[0,0]]", "[[0,0],[],[1,1],[0,0]]",
		"[[0,0],[[1,2]],[1,1],[0,0]]", `[[0,0],["1",2],[1,1],[0,0]]`, "[[0,0],[NaN,2],[1,1],[0,0]]", "[[0,0],[1,2,null],[1,1],[0,0]]",
		"[[0,0],[01,2],[1,1],[0,0]]", "[[0,0],[1,2.],[1,1],[0,0]]", "[[0,0],[1,2],[1,1],[0,0]", "[[0,0],[1,],[1,1],[0,0]]", "[[1,2}]", "[[1", "[[1,2",
	} {
		got, fault := decode(`{"type":"Polygon","coordinates":[` + ring + `]}`)
		want, wantFault := decode(`{"type":"Polygon","coordinates":[` + wrap.Replace(ring) + `]}`)
		if (fault == nil) != (wantFault == nil) || fault != nil && (fault.Key != wantFault.Key || fault.Args["what"] != wantFault.Args["what"]) {
			t.Errorf("%s: %v, with blanks %v", ring, fault, wantFault)
		}
		if !reflect.DeepEqual(got.rows, want.rows) {
			t.Errorf("%s: %v, with blanks %v", ring, got.rows, want.rows)
		}
	}
}

// The text comes in pieces of any size; the result is the same.
func TestPiecesChangeNothing(t *testing.T) {
	text := collection(square(0, 0, `"名称":"甲\u4e59","long \"name\"":"`+strings.Repeat("长", 50000)+`"`), square(1, 0, `"n":1.25e3,"名称":"乙"`), point(1, 1, ""))
	want, fault := decode(text)
	if fault != nil {
		t.Fatal(fault)
	}
	for name, src := range map[string]io.Reader{"byte by byte": iotest.OneByteReader(strings.NewReader(text)), "halves": iotest.HalfReader(strings.NewReader(text)), "data with the end": iotest.DataErrReader(strings.NewReader(text))} {
		got, fault := decodeFrom(src)
		if fault != nil || !reflect.DeepEqual(got.rows, want.rows) || !reflect.DeepEqual(got.columns, want.columns) {
			t.Errorf("%s: %v", name, fault)
		}
	}
}

// A window edge may fall anywhere: blanks before the text move it through every byte.
func TestWindowEdge(t *testing.T) {
	text := square(0, 0, `"名称" : "甲\n乙","户数": 123.5, "b":true,"c":null`)
	want, _ := decode(text)
	for shift := range len(text) + 2 {
		got, fault := decode(strings.Repeat(" ", windowSize-shift) + text)
		if fault != nil || !reflect.DeepEqual(got.rows, want.rows) {
			t.Fatalf("shift %d: %v", shift, fault)
		}
	}
}

func TestSyntaxOffsets(t *testing.T) {
	for _, c := range []struct{ text, what, offset, line string }{
		{`{"type" "x"}`, "colon", "8", "1"},
		{"{\n\"a\":1\n\"b\":2}", "comma", "8", "3"},
		{`{"a":}`, "value", "5", "1"},
		{`{"a":tru}`, "value", "8", "1"},
		{`{"a":1,}`, "name", "7", "1"},
		{`{"a":[1,]}`, "value", "8", "1"},
		{`{"a":01}`, "value", "5", "1"},
		{`{"a":+1}`, "value", "5", "1"},
		{`{"a":1.}`, "value", "5", "1"},
		{`{"a":"b`, "cut", "7", "1"},
		{`{"a":1`, "cut", "6", "1"},
		{`{"a":1}}`, "end", "7", "1"},
		{`{"a":"` + "\x01" + `"}`, "string", "6", "1"},
		{"{'a':1}", "name", "1", "1"},
	} {
		_, fault := decode(c.text)
		if fault == nil || fault.Key != keyNotJSON || fault.Args["what"] != c.what || fault.Args["offset"] != c.offset || fault.Args["line"] != c.line {
			t.Errorf("%s: %v %v", c.text, fault, fault.Args)
		}
	}
}

func TestDepthIsBounded(t *testing.T) {
	for _, text := range []string{strings.Repeat(`{"a":`, 1e6), `{"a":` + strings.Repeat("[", 1e6), `{"type":"Polygon","coordinates":` + strings.Repeat("[", 1e6),
		`{"geometry":` + strings.Repeat(`{"geometries":[`, 1e5), `{"crs":` + strings.Repeat(`{"properties":`, 1e5)} {
		if _, fault := decode(text); fault == nil || fault.Key != keyTooDeep {
			t.Errorf("%.30s…: %v", text, fault)
		}
	}
}

func TestLongToken(t *testing.T) {
	for _, text := range []string{`{"a":"` + strings.Repeat("x", 3*maxToken) + `"}`, `{"a":` + strings.Repeat("1", 3*maxToken) + `}`} {
		if _, fault := decode(text); fault == nil || fault.Key != keyTokenLong {
			t.Errorf("%v", fault)
		}
	}
}

func TestManyColumns(t *testing.T) {
	var b strings.Builder
	for i := range 2 * maxColumns {
		fmt.Fprintf(&b, `"c%d":1,`, i)
	}
	c := load(t, map[string]string{"grids.geojson": collection(square(0, 0, `"户数":3,`+b.String()+`"人口":5`))})
	if f := faultsOf(c, keyManyColumns); len(f) != 1 || c.Grids[0].Households.V != 3 {
		t.Errorf("%v", c.Faults)
	}
}

// A million bad cells do not make a million faults.
func TestFaultsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("编码,经度,纬度,人口\n")
	for i := range 3 * maxSame {
		fmt.Fprintf(&b, "%d,102.7,25.0,x%d\n", i, i)
	}
	c := load(t, map[string]string{"grids.csv": b.String()})
	more := faultsOf(c, keyMore)
	if len(faultsOf(c, keyNumberText)) != maxSame || len(more) != 1 || more[0].Count != 2*maxSame || more[0].Args["of"] != keyNumberText {
		t.Errorf("%d listed, %v", len(c.Faults), more)
	}
}

func TestUnpackedBound(t *testing.T) {
	u := &unpacked{src: strings.NewReader("0123456789"), left: 5}
	_, err := io.ReadAll(u)
	if f := readFault(err); f.Key != keyTooLarge {
		t.Error(err)
	}
}

func TestMarksAndCompression(t *testing.T) {
	text := "\ufeff" + collection(square(0, 0, `"名称":"甲","户数":3`))
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, text)
	z.Close()
	dir := t.TempDir()
	for name, raw := range map[string][]byte{"mark.geojson": []byte(text), "packed.geojson.gz": packed.Bytes(), "packed-without-saying.geojson": packed.Bytes()} {
		path := filepath.Join(dir, name)
		os.WriteFile(path, raw, 0o600)
		c, err := City(t.Context(), Sources{data.LayerGrids: {path}}, Options{})
		if err != nil || c.Grids[0].Name != "甲" || c.Sources[0].Bytes != int64(len(raw)) || len(c.Sources[0].SHA256) != 64 {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, fault := readTable(t.Context(), filepath.Join(dir, "absent"), nil, 1)
	if fault.Key != keyFileMissing {
		t.Error(fault)
	}
	bad := filepath.Join(dir, "bad.geojson")
	os.WriteFile(bad, []byte("\ufeff{x"), 0o600)
	if _, fault = readTable(t.Context(), bad, nil, 1); fault.Args["offset"] != "4" {
		t.Errorf("the mark counts in the offset: %v", fault.Args)
	}
}

// Of a name that stands twice the last value holds, in whatever order the columns come.
func TestGeoJSONNameTwice(t *testing.T) {
	tab := mustDecode(t, `{"type":"FeatureCollection","features":[
		{"type":"Feature","properties":{"a":1,"b":2,"c":3},"geometry":null},
		{"type":"Feature","properties":{"c":4,"a":5,"c":6},"geometry":null}]}`)
	r := &tab.rows[1]
	if c := r.cell(tab.index["c"]); c.text != "6" || len(r.cells) != 2 || len(r.notes) != 1 || r.notes[0].key != keyDuplicateMember {
		t.Errorf("cells %v, notes %v", r.cells, r.notes)
	}
}
