package load

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// manyGrids is a file of grid cells of ten corners with seven properties, the common shape of such data.
func manyGrids(n int) string {
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection","features":[` + "\n")
	side := 1
	for side*side < n {
		side++
	}
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		x, y := 102.5+float64(i%side)*0.004, 24.5+float64(i/side)*0.004
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"网格编码":"5301%011d","网格名称":"第%d网格","社区编码":"5301%08d","常住人口":%d,"户数":%d,"党员数":%d,"备注":"无"},"geometry":{"type":"Polygon","coordinates":[[`,
			i, i, i/20, i%1700, i%600, i%40)
		for k, c := range [][2]float64{{0, 0}, {1, -0.1}, {2, 0}, {3, 0.1}, {4, 0}, {4, 2}, {4, 4}, {2, 4.1}, {0, 4}, {0, 0}} {
			if k > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "[%.12f,%.12f]", x+c[0]/1000, y+c[1]/1000)
		}
		b.WriteString("]]}}")
	}
	b.WriteString("]}")
	return b.String()
}

// BenchmarkGeoJSON reads text to rows, by one thread and by all.
func BenchmarkGeoJSON(b *testing.B) {
	text := []byte(manyGrids(20000))
	for _, threads := range []int{1, runtime.GOMAXPROCS(0)} {
		b.Run(fmt.Sprintf("threads-%d", threads), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				t := &table{file: "x", threads: threads}
				if fault := readGeoJSON(bytes.NewReader(text), t); fault != nil || len(t.rows) != 20000 {
					b.Fatal(fault)
				}
			}
		})
	}
}

func BenchmarkCSV(b *testing.B) {
	var s strings.Builder
	s.WriteString("编码,名称,级别,状态,经度,纬度,建筑面积\n")
	for i := range 20000 {
		fmt.Fprintf(&s, "C%05d,第%d社区党群服务中心,社区,在用,%.7f,%.7f,%d\n", i, i, 102.5+float64(i%500)/1000, 25+float64(i/500)/1000, i%900)
	}
	text := []byte(s.String())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		t := &table{file: "x"}
		if fault := readCSV(bytes.NewReader(text), t); fault != nil || len(t.rows) != 20000 {
			b.Fatal(fault)
		}
	}
}

// BenchmarkCity loads a city of 1,000 communities, 20,000 grids and 800 centers, from files to linked City.
func BenchmarkCity(b *testing.B) {
	src := files(b, bigCity())
	size := totalSize(jobsOf(src))
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := City(b.Context(), src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func bigCity() map[string]string {
	var communities, centers []string
	for i := range 1000 {
		x, y := float64(i%40)*1.6, float64(i/40)*2
		communities = append(communities, rectangle(x, y, x+1.6, y+2, fmt.Sprintf(`"社区编码":"5301%08d","社区名称":"第%d社区","街道":"第%d街道"`, i, i, i/20)))
	}
	for i := range 800 {
		centers = append(centers, point(float64(i%40)*1.6+0.5, float64(i/40)*2+0.5, fmt.Sprintf(`"编码":"C%d","名称":"第%d社区党群服务中心","状态":"在用","建筑面积":%d`, i, i, 200+i)))
	}
	return map[string]string{"communities.geojson": collection(communities...), "grids.geojson": manyGrids(20000), "centers.geojson": collection(centers...)}
}
