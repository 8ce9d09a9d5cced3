package charts

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

func layerOf(t *testing.T, m *Map, key string) *Layer {
	t.Helper()
	for i := range m.Layers {
		if m.Layers[i].Key == key {
			return &m.Layers[i]
		}
	}
	t.Fatalf("no layer %s", key)
	return nil
}

// varied is the town with a grid of every class of size, a community without floor area data, one without households, one without an
// outline, and a fifth that has neither grids nor people.
func varied() *data.City {
	c := town()
	for i, households := range []float64{150, 151, 299, 300, 500, 501, 749, 750} {
		c.Grids[i].Households = data.Num(households)
	}
	c.Grids[8].Exclusive = true
	c.Grids[9].Shape = nil
	c.Communities = append(c.Communities,
		data.Community{Unit: data.Unit{Code: "530101002003", Name: "无界社区"}, Street: 1},
		data.Community{Unit: data.Unit{Code: "530101002004", Name: "空社区"}, Street: 1, Shape: rectangle(4000, 0, 500, 500)})
	c.Communities[5].People[data.Resident], c.Communities[5].Households = data.Num(0), data.Num(0)
	c.Link()
	return c
}

// Counts of every layer are those of a plain walk over the result, and every community or grid is in one class.
func TestLayersCountLikeThePlainWalk(t *testing.T) {
	for name, make := range map[string]func() *data.City{"town": town, "varied": varied} {
		r := analyze(t, make())
		for _, lang := range langs {
			m := NewMap(r, lang)
			for key, want := range plainCounts(r) {
				l, total := layerOf(t, m, key), 0
				for _, c := range l.Classes {
					if c.Count != want[c.Swatch] {
						t.Errorf("%s, %s, %s: %d, want %d", name, key, c.Swatch, c.Count, want[c.Swatch])
					}
					total += c.Count
				}
				if all := map[bool]int{false: len(r.City.Communities), true: len(r.City.Grids)}[key == "grids"]; total != all {
					t.Errorf("%s, %s: %d in all, want %d", name, key, total, all)
				}
			}
		}
	}
}

// plainCounts classify everything again, with the limits written out.
func plainCounts(r *coverage.Result) map[string]map[string]int {
	out := map[string]map[string]int{"coverage": {}, "depth": {}, "gap": {}, "cards": {}, "grids": {}}
	for i := range r.City.Communities {
		u := r.Community(i)
		for layer, class := range map[string]string{
			"coverage": plainCoverage(u), "depth": plainDepth(u), "gap": plainGap(u), "cards": "card-" + u.Card.Color.String(),
		} {
			if r.City.Communities[i].Shape == nil {
				class = "none"
			}
			out[layer][class]++
		}
	}
	for i := range r.City.Grids {
		out["grids"][plainSize(&r.City.Grids[i])]++
	}
	return out
}

// reachedOf is how many limits a value has reached, a hair forgiven.
func reachedOf(v float64, limits ...float64) string {
	n := 0
	for _, l := range limits {
		n += btoi(v >= l-1e-9)
	}
	return itoa(n)
}

func plainCoverage(u *coverage.Unit) string {
	switch v := u.Get("coverage_pop"); {
	case v.Known:
		return "class-" + reachedOf(v.V, .6, .8, .9, 1)
	case u.People.Known > 0:
		return "na"
	}
	return "nodata"
}

func plainDepth(u *coverage.Unit) string {
	if !u.Get("coverage_pop").Known {
		return plainCoverage(u)
	}
	half := u.People.Total / 2
	return "depth-" + itoa(btoi(u.Depth[1]+u.Depth[2]+u.Depth[3] >= half)+btoi(u.Depth[2]+u.Depth[3] >= half)+btoi(u.Depth[3] >= half))
}

func plainGap(u *coverage.Unit) string {
	switch verdict, _ := u.Verdict("AREA-02"); verdict.Outcome {
	case coverage.Attained, coverage.NotAttained:
		gap := u.Floor.Gap
		return "gap-" + itoa(btoi(gap > 0)+btoi(gap > 50)+btoi(gap > 100)+btoi(gap > 200))
	case coverage.NotApplicable:
		return "na"
	}
	return "nodata"
}

func plainSize(g *data.Grid) string {
	h := g.Households
	switch {
	case g.Shape == nil:
		return "none"
	case g.Exclusive:
		return "na"
	case !h.Known:
		return "nodata"
	}
	return "size-" + itoa(btoi(h.V > 150)+btoi(h.V >= 300)+btoi(h.V > 500)+btoi(h.V >= 750))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// What is drawn has one class, one key and one tooltip; what is not drawn has none.
func TestLayersFitTheGround(t *testing.T) {
	r := analyze(t, varied())
	m := NewMap(r, words.Chinese)
	if len(m.Keys) != len(m.Geometry.Regions) || len(m.Unit) != len(m.Keys) || len(m.Cells) != len(r.City.Grids) || len(m.Parent) != len(m.Cells) {
		t.Fatalf("%d keys, %d units, %d regions, %d cells, %d parents", len(m.Keys), len(m.Unit), len(m.Geometry.Regions), len(m.Cells), len(m.Parent))
	}
	for _, l := range m.Layers {
		ground := m.Geometry.Regions
		if l.Cells {
			ground = m.Cells
		}
		if len(l.Of) != len(ground) || len(l.Tips.Rows) != len(ground) || len(l.Table) != len(l.Classes)+1 || len(m.Legends[l.Key][0].Rows) != len(l.Classes) {
			t.Errorf("%s: %d classes, %d tips, %d shapes", l.Key, len(l.Of), len(l.Tips.Rows), len(ground))
		}
		for i, class := range l.Of {
			if (class < 0) != (len(ground[i]) == 0) || int(class) >= len(l.Classes) {
				t.Errorf("%s: shape %d of %d polygons is in class %d", l.Key, i, len(ground[i]), class)
			}
		}
		for _, row := range l.Tips.Rows {
			if len(row) != len(l.Tips.Head)+1 {
				t.Errorf("%s: %d cells under %d heads", l.Key, len(row), len(l.Tips.Head))
			}
		}
	}
	for i, parent := range m.Parent {
		if community := r.City.Grids[i].Community; m.Unit[parent] != community {
			t.Errorf("grid %d lies in community %d, region %d is %d", i, community, parent, m.Unit[parent])
		}
	}
}

func TestMapKeepsPlacesOfOneNameApart(t *testing.T) {
	m := NewMap(analyze(t, town()), words.Chinese)
	tips := m.Layers[0].Tips.Rows
	if tips[0][0] != "新华社区" || tips[2][0] != "新华社区" || tips[0][1] == tips[2][1] || tips[0][2] == tips[2][2] {
		t.Errorf("two 新华社区 must show two streets and two values: %v and %v", tips[0], tips[2])
	}
}

// Where a map writes the names of communities, two of one name are told apart.
func TestNamesOnTheMapAreDistinct(t *testing.T) {
	c := town()
	c.Streets = []data.Street{{Unit: data.Unit{Virtual: true}}}
	c.Districts = []data.District{{Unit: data.Unit{Virtual: true}}}
	for i := range c.Communities {
		c.Communities[i].Street = 0
	}
	for i := range c.Centers {
		c.Centers[i].Street = data.None
	}
	var names []string
	for _, p := range NewMap(analyze(t, c), words.Chinese).Names {
		names = append(names, p.Text)
	}
	slices.Sort(names)
	if len(names) != 4 || len(slices.Compact(names)) != 4 {
		t.Errorf("%v", names)
	}
}

var (
	without = map[string]func(*data.City){
		"nothing":  func(*data.City) {},
		"centers":  func(c *data.City) { c.Centers = nil },
		"grids":    func(c *data.City) { c.Grids = nil },
		"outlines": func(c *data.City) { eachCommunity(c, func(u *data.Community) { u.Shape = nil }) },
		"shapes": func(c *data.City) {
			eachCommunity(c, func(u *data.Community) { u.Shape = nil })
			for i := range c.Grids {
				c.Grids[i].Shape = nil
			}
		},
		"people": func(c *data.City) {
			for i := range c.Grids {
				c.Grids[i].Counts = data.Counts{}
			}
		},
		"floor area": func(c *data.City) {
			for i := range c.Centers {
				c.Centers[i].FloorArea = data.Number{}
			}
		},
		"streets": func(c *data.City) {
			c.Streets = []data.Street{{Unit: data.Unit{Virtual: true}}}
			eachCommunity(c, func(u *data.Community) { u.Street = 0 })
			for i := range c.Centers {
				c.Centers[i].Street = data.None
			}
		},
	}
	layersWithout = map[string]string{
		"nothing": "coverage depth gap grids cards", "centers": "coverage grids cards", "grids": "coverage cards", "outlines": "coverage grids", "shapes": "coverage grids",
		"people": "coverage cards", "floor area": "coverage depth grids cards", "streets": "coverage depth gap grids cards",
	}
)

func eachCommunity(c *data.City, do func(*data.Community)) {
	for i := range c.Communities {
		do(&c.Communities[i])
	}
}

// Whatever is missing, the map has the layers that the data bears, and each says what it shows in one language and without a number that
// nobody evaluated.
func TestMapSaysWhatItShows(t *testing.T) {
	cjk, latinWord := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`[A-Za-z]{2,}`)
	for name, change := range without {
		c := town()
		change(c)
		r := analyze(t, c)
		for _, lang := range langs {
			m := NewMap(r, lang)
			var keys []string
			for _, l := range m.Layers {
				keys = append(keys, l.Key)
				said := append([]string{l.Name, l.Title, l.Reading, l.Alt}, flat(l.Table)...)
				for _, text := range said {
					if text == "" {
						t.Errorf("without %s, %s: something is not said: %q", name, l.Key, said)
					}
					if lang == words.Chinese && latinWord.MatchString(text) {
						t.Errorf("without %s, %s: Latin letters in %q", name, l.Key, text)
					}
				}
				if lang == words.English && cjk.MatchString(strings.Join(flat(l.Table), " ")) {
					t.Errorf("without %s, %s: %q", name, l.Key, l.Table)
				}
			}
			if got := strings.Join(keys, " "); got != layersWithout[name] {
				t.Errorf("without %s: layers %q, want %q", name, got, layersWithout[name])
			}
			evaluated := r.Total().Get("coverage_pop").Known
			if title := m.Layers[0].Title; strings.ContainsAny(title, "0123456789") != evaluated {
				t.Errorf("without %s: %q", name, title)
			}
		}
	}
}

// A run of households speaks of households everywhere.
func TestMapOfHouseholds(t *testing.T) {
	basis := data.ByHouseholds
	r, err := coverage.Analyze(t.Context(), town(), data.General(), coverage.Options{Basis: &basis})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range NewMap(r, words.Chinese).Layers {
		for _, text := range append([]string{l.Title, l.Reading}, l.Table[0]...) {
			if strings.Contains(text, "居民") || strings.Contains(text, "人口") {
				t.Errorf("%s: %q", l.Key, text)
			}
		}
	}
	for _, l := range NewMap(r, words.English).Layers {
		for _, text := range append([]string{l.Title, l.Reading}, l.Table[0]...) {
			if strings.Contains(text, "resident") || strings.Contains(text, "people") {
				t.Errorf("%s: %q", l.Key, text)
			}
		}
	}
}

func TestMedianDepth(t *testing.T) {
	for _, c := range []struct {
		depth [4]float64
		want  int
	}{
		{[4]float64{10, 0, 0, 0}, 0}, {[4]float64{6, 4, 0, 0}, 0}, {[4]float64{5, 5, 0, 0}, 1}, {[4]float64{5, 0, 0, 5}, 3}, {[4]float64{4, 2, 2, 2}, 1}, {[4]float64{1, 4, 4, 1}, 2},
		{[4]float64{.3, .3, .3, .9}, 3},
	} {
		u := &coverage.Unit{Depth: c.depth}
		u.People.Total = c.depth[0] + c.depth[1] + c.depth[2] + c.depth[3]
		if got := medianDepth(u); got != c.want {
			t.Errorf("%v: %d, want %d", c.depth, got, c.want)
		}
	}
}

func TestGapClass(t *testing.T) {
	for gap, want := range map[float64]int{0: 0, .4: 1, 50: 1, 50 * (1 + 1e-12): 1, 50.1: 2, 100: 2, 100.1: 3, 200: 3, 200.5: 4, 5000: 4} {
		if got := gapClass(gap); got != want {
			t.Errorf("%v: %d, want %d", gap, got, want)
		}
	}
}

func TestSiteMarks(t *testing.T) {
	for rank, want := range map[int][2]string{1: {"甲", "A"}, 10: {"癸", "J"}, 11: {"11", "11"}} {
		if zh, en := SiteMark(words.Chinese, rank), SiteMark(words.English, rank); zh != want[0] || en != want[1] {
			t.Errorf("%d: %s, %s", rank, zh, en)
		}
	}
}

// Every class has its own look.
func TestPaletteHasNoDoubles(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Palette {
		if seen[c.Swatch] {
			t.Errorf("%s stands twice", c.Swatch)
		}
		seen[c.Swatch] = true
	}
}
