package load

import "testing"

// Side by side is no overlap; a copy, a grid inside another one and one moved by half its width are, unless one of the two counts nobody.
func TestGridsOverlap(t *testing.T) {
	const people = `,"常住人口":500`
	for name, c := range map[string]struct {
		later string
		want  int
	}{
		"beside":        {square(1, 0, `"网格编码":"2"`+people), 0},
		"a sliver":      {rectangle(0.99, 0, 2, 1, `"网格编码":"2"`+people), 0},
		"a copy":        {square(0, 0, `"网格编码":"2"`+people), 1},
		"inside":        {rectangle(0.1, 0.1, 0.3, 0.3, `"网格编码":"2"`+people), 1},
		"around":        {rectangle(-0.5, -0.5, 1.5, 1.5, `"网格编码":"2"`+people), 1},
		"a copy, empty": {square(0, 0, `"网格编码":"2","常住人口":0`), 0},
	} {
		got := 0
		for _, f := range faultsOf(load(t, map[string]string{"grids.geojson": collection(square(0, 0, `"网格编码":"1"`+people), c.later)}), keyGridsOverlap) {
			got += f.Count
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
