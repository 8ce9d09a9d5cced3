package load

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"quarter/data"
)

// Whatever the bytes, a reader gives a table or a fault, and counts every row.

func FuzzGeoJSON(f *testing.F) {
	f.Add([]byte(collection(square(0, 0, `"名称":"甲","户数":"1,234"`), point(1, 1, `"n":null`))))
	f.Add([]byte(`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}`))
	addBadCases(f, ".geojson")
	f.Fuzz(func(t *testing.T, raw []byte) { fuzzCity(t, "grids.geojson", raw) })
}

// FuzzChunks holds what several threads read against what one reads.
func FuzzChunks(f *testing.F) {
	f.Add([]byte(collection(oddFeatures...)))
	f.Add([]byte(collection(square(0, 0, `"名称":"甲"`), square(1, 1, `"名称":"乙","户数":"1,234"`), point(1, 1, `"n":null`))))
	addBadCases(f, ".geojson")
	f.Fuzz(func(t *testing.T, raw []byte) { sameOnAllThreads(t, string(raw)) })
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("编码,名称,级别,状态,经度,纬度,建筑面积\nA,\"甲\",社区,在用,102.7,25.0,300㎡\n"))
	f.Add([]byte("名称;坐标\n甲;POINT(1 2)\n"))
	addBadCases(f, ".csv")
	f.Fuzz(func(t *testing.T, raw []byte) { fuzzCity(t, "centers.csv", raw) })
}

func addBadCases(f *testing.F, ext string) {
	paths, _ := filepath.Glob("testdata/bad/*/*" + ext)
	for _, p := range paths {
		if raw, err := os.ReadFile(p); err == nil {
			f.Add(raw)
		}
	}
}

// fuzzCity reads a file as one layer. Polygons that are large on the globe are left out: measuring them is not reading.
func fuzzCity(t *testing.T, name string, raw []byte) {
	src := files(t, map[string]string{name: string(raw)})
	for layer, paths := range src {
		tab, fault := readTable(t.Context(), paths[0], nil, 2)
		if fault != nil {
			checkFault(t, fault)
			return
		}
		for i := range tab.rows {
			dropLarge(&tab.rows[i])
		}
		s, fault := newSheet(tab, layer, nil, 1)
		if fault != nil {
			checkFault(t, fault)
			return
		}
		b := newBuilder([]*sheet{s}, &Options{Threads: 1})
		if fault := b.build(); fault != nil {
			checkFault(t, fault)
			return
		}
		checkCounts(t, b.city)
		checkNumbers(t, b.city)
		for i := range b.city.Faults {
			checkFault(t, &b.city.Faults[i])
		}
	}
}

func dropLarge(r *row) {
	b := r.shape.polygons.Bound()
	if b.Max[0]-b.Min[0] > 0.5 || b.Max[1]-b.Min[1] > 0.5 {
		r.shape.polygons = nil
	}
}

func checkFault(t *testing.T, f *data.Fault) {
	if f.Key == "" || !utf8.ValidString(f.Value) || utf8.RuneCountInString(f.Value) > 200 {
		t.Errorf("%+v", f)
	}
}

func checkNumbers(t *testing.T, c *data.City) {
	for i := range c.Grids {
		for _, b := range data.Bases {
			if n := c.Grids[i].Of(b); n.Known && !(n.V >= 0 && n.V <= mostPeople) {
				t.Errorf("%v people", n)
			}
		}
	}
	for i := range c.Centers {
		if n := c.Centers[i].FloorArea; n.Known && !(n.V >= 0 && n.V <= mostArea) {
			t.Errorf("%v square metres", n)
		}
		if p := c.Centers[i].Point; !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
			t.Errorf("center at %v", p)
		}
	}
}

func FuzzNumberCell(f *testing.F) {
	for _, s := range strings.Fields("1,234 １２３４ 1.2万 约300 300㎡ 0.5亩 3公顷 — / 无 待核实 -5 1e999 NaN 300余户 1,23 1e10 8784 0.92") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for of := ofPeople; of <= ofDegrees; of++ {
			n := readNumber(cell{text: s}, of, unit{})
			if n.known && (n.fault != "" || !(n.value >= 0 && n.value <= of.most())) {
				t.Errorf("%q: %+v", s, n)
			}
		}
		readCode(cell{text: s})
		readCode(cell{text: s, kind: cellNumber})
		readTier(s)
		readHead(s)
	})
}

func FuzzLocationCell(f *testing.F) {
	for _, s := range []string{"102.71,25.04", "102.71，25.04", "E102°42′44″N25°2′24″", "POINT(102.71 25.04)", "东经102度42分 北纬25度", "SRID=4326;POINT(1 2)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := readLocation(s); ok && (math.IsNaN(p[0]-p[0]) || math.IsNaN(p[1]-p[1])) {
			t.Errorf("%q: %v", s, p)
		}
	})
}
