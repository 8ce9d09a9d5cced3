package load

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"quarter/data"
)

// readWith reads a text with a number of threads that take chunks of about so many bytes.
func readWith(text string, threads, chunk int) (*table, *data.Fault) {
	t := &table{file: "x", threads: threads}
	d := &geojsonReader{jsonScanner: newJSONScanner(strings.NewReader(text)), table: t, chunk: chunk}
	fault := d.document()
	t.threads = 0 // may differ, as may nil and empty
	for i := range t.rows {
		if len(t.rows[i].cells) == 0 {
			t.rows[i].cells = nil
		}
	}
	return t, fault
}

// sameOnAllThreads reads a text by one thread, and by several in chunks of several sizes.
func sameOnAllThreads(t interface{ Errorf(string, ...any) }, text string) {
	want, wantFault := readWith(text, 1, chunkSize)
	for _, threads := range []int{2, 3, 8} {
		for _, chunk := range []int{1, 90, 1000, 20000} {
			got, fault := readWith(text, threads, chunk)
			if !reflect.DeepEqual(fault, wantFault) {
				t.Errorf("%d threads, chunks of %d: fault %v, not %v", threads, chunk, fault, wantFault)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%d threads, chunks of %d: another table of %d rows, not %d", threads, chunk, len(got.rows), len(want.rows))
			}
		}
	}
}

// oddFeatures are features with everything that a cut could mistake for the border between two.
var oddFeatures = []string{
	`{"type":"Feature","properties":{"名称":"甲"},"geometry":{"type":"Point","coordinates":[102.5,25]}}`,
	`{"type":"Feature","properties":{"s":"},{\"type\":\"Feature\"},{\"type\":","户数":12},"geometry":null}`,
	`{"type":"Feature","properties":{"list":[{"type":"x"},{"type":"y"}],"b":1},"geometry":{"type":"Point","coordinates":[1,2,3]}}`,
	`{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Point","coordinates":[1,2]}]},"properties":{}}`,
	`{ "type" : "Feature" , "id" : 7 , "properties" : { "联系电话" : "1390000" , "a" : true , "a" : 2 } , "geometry" : { "type" : "Polygon" , "coordinates" : [ [ [0,0] , [1,0] , [1,1] , [0,0] ] ] } }`,
	`{"type":"Feature","properties":{"\\\"},{":"\\","z":"\u4e2d"},"geometry":{"coordinates":[[[0,0],[2,0],[2,2],[0,0]]],"type":"Polygon"},"type":"Feature"}`,
	`null`, `[{"type":"Feature"},{"type":"Feature"}]`, `"},{\"type\":"`, `12`, `{}`,
}

// oddText joins n of them, by different blanks.
func oddText(random *rand.Rand, n, kinds int) string {
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection","features":[`)
	for i := range n {
		if i > 0 {
			b.WriteString([]string{",", ",\n", " ,\r\n\t", ", "}[random.IntN(4)])
		}
		b.WriteString(strings.ReplaceAll(oddFeatures[random.IntN(kinds)], "甲", fmt.Sprintf("第%d社区", i)))
	}
	b.WriteString("]}")
	return b.String()
}

func TestChunksReadAsOneThreadDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	plain := manyGrids(400)
	for name, text := range map[string]string{
		"usual":          plain,
		"longer":         manyGrids(1500),
		"odd":            oddText(random, 500, len(oddFeatures)),
		"odd features":   oddText(random, 500, 6),
		"comma at end":   strings.TrimSuffix(plain, "]}") + ", \n]}",
		"comma missing":  strings.Replace(plain, "},\n{\"type\":\"Feature\",\"properties\":{\"网格编码\":\"530100000000300\"", "}\n{\"type\":\"Feature\",\"properties\":{\"网格编码\":\"530100000000300\"", 1),
		"cut":            plain[:len(plain)-60],
		"cut at a comma": plain[:strings.LastIndex(plain, ",\n")+1],
		"more after it":  strings.TrimSuffix(plain, "}") + `,"crs":null,"x":[{"type":"Feature"},{"type":"Feature"}]}`,
		"twice":          strings.TrimSuffix(plain, "}") + `,"features":[]}`,
		"other crs":      strings.TrimSuffix(plain, "}") + `,"crs":{"name":"EPSG:4524"}}`,
		"no list":        `{"type":"FeatureCollection","features":{}}`,
		"empty list":     `{"type":"FeatureCollection","features":[` + strings.Repeat(" ", 5000) + `]}`,
		"zero byte":      strings.Replace(plain, "},\n", "},\x00\n", 300),
		"other encoding": strings.Replace(plain, "第350网格", "\xb5\xda", 1),
		"late columns":   plain[:len(plain)-2] + "," + strings.TrimPrefix(oddText(random, 200, 6), `{"type":"FeatureCollection","features":[`),
		"many columns":   columnsInEach(700, 5),
	} {
		t.Run(name, func(t *testing.T) { sameOnAllThreads(t, text) })
	}
}

// columnsInEach gives every feature columns of its own.
func columnsInEach(features, each int) string {
	var all []string
	for i := range features {
		var cells []string
		for k := range each {
			cells = append(cells, fmt.Sprintf(`"c%d":%d`, i*each+k, k))
		}
		all = append(all, `{"type":"Feature","properties":{`+strings.Join(cells, ",")+`},"geometry":null}`)
	}
	return collection(all...)
}

// TestChunksReadBrokenTextAsOneThreadDoes breaks a text at any place.
func TestChunksReadBrokenTextAsOneThreadDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	text := oddText(random, 60, 6)
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
		piece := rapid.SampledFrom([]string{"", "\"", "{", "}", "[", "]", ",", "\\", "\x00", "\xff", `},{"type":`, "é"}).Draw(t, "piece")
		drop := rapid.IntRange(0, 40).Draw(t, "drop")
		sameOnAllThreads(t, text[:at]+piece+text[min(at+drop, len(text)):])
	})
}

// TestChunksTellReadErrorsLast: what was read before an error is judged first, however far the window reached.
func TestChunksTellReadErrorsLast(t *testing.T) {
	text := manyGrids(400)
	for name, text := range map[string]string{"sound": text, "broken": strings.Replace(text, `"第200网格"`, `"第200网格`, 1)} {
		var keys []string
		for _, threads := range []int{1, 2, 5} {
			tab := &table{file: "x", threads: threads}
			src := iotest.TimeoutReader(strings.NewReader(text[:len(text)/2] + strings.Repeat(" ", windowSize)))
			d := &geojsonReader{jsonScanner: newJSONScanner(src), table: tab, chunk: 500}
			fault := d.document()
			if fault == nil {
				t.Fatalf("%s: no fault", name)
			}
			keys = append(keys, fault.Key)
		}
		if keys[0] != keys[1] || keys[0] != keys[2] {
			t.Errorf("%s: faults %v", name, keys)
		}
	}
}
