package atlas

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/data"
	"quarter/geo"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var imprint = Imprint{Title: "试验区社区服务覆盖分析", Cutoff: "2025-11-22", Marking: "内部资料　注意保存", Version: "0.0"}

// drawings are everything that is drawn of a map, by name.
func drawings(t testing.TB, m *charts.Map) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for i := range m.Layers {
		layer := &m.Layers[i]
		out["still-"+layer.Key] = Still(m, layer, 966, "m"+layer.Key)
		for _, p := range Papers {
			var b bytes.Buffer
			if err := Wall(&b, m, layer, p, imprint); err != nil {
				t.Fatal(err)
			}
			out["wall-"+layer.Key+"-"+p.Key] = b.Bytes()
		}
	}
	if m.Kind == "communities" {
		s := NewSheets(m)
		for i := range m.Geometry.Regions {
			out["sheet-"+strconv.Itoa(i)] = s.Draw(i, 470, "s", "alt")
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		all := drawings(t, mapOf(t, town(plainNames), lang))
		for _, name := range []string{"still-coverage", "still-grids", "still-cards", "wall-coverage-a3", "wall-gap-a4", "sheet-1", "sheet-5"} {
			file := filepath.Join("testdata", name+"-"+lang.String()+".svg")
			if *update {
				if err := os.WriteFile(file, all[name], 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(all[name], want) {
				t.Errorf("%s differs from its golden file (-update writes it): %v", file, err)
			}
		}
	}
}

// Equal maps give equal bytes, whatever ran before.
func TestDeterministic(t *testing.T) {
	a, b := drawings(t, mapOf(t, town(plainNames), words.Chinese)), drawings(t, mapOf(t, town(plainNames), words.Chinese))
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// element is one start of an element with its attributes, as a parser reads it.
type element struct {
	name string
	attr map[string]string
}

// parse reads a drawing strictly; it returns its elements and texts.
func parse(t testing.TB, svg []byte) (elements []element, texts []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	inText := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, texts
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, svg)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := element{x.Name.Local, map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			elements, inText = append(elements, e), x.Name.Local == "text" || x.Name.Local == "title" || x.Name.Local == "desc"
		case xml.CharData:
			if inText {
				texts = append(texts, string(x))
			}
		case xml.EndElement:
			inText = false
		}
	}
}

var known = map[string]bool{
	"svg": true, "title": true, "desc": true, "defs": true, "pattern": true, "clipPath": true, "g": true, "path": true, "rect": true,
	"circle": true, "text": true, "use": true,
}

// Hostile names stay text: every drawing parses, has our elements only, and refers to nothing outside itself.
func TestHostileNames(t *testing.T) {
	hostile := []string{
		`</script><script>alert(1)</script>`, `__f__(alert(2))__f__`, `<img src=x onerror="alert(3)">`, `"'&quot;]]><!--`, "😀𠮷\x00\x0b\xff",
		`</svg></noscript>`,
	}
	for name, svg := range drawings(t, mapOf(t, town(func(_ string, i int) string { return hostile[i%len(hostile)] }), words.Chinese)) {
		checkClosed(t, name, svg)
	}
}

// checkClosed wants a drawing that stands alone.
func checkClosed(t testing.TB, name string, svg []byte) {
	t.Helper()
	elements, _ := parse(t, svg)
	for _, e := range elements {
		if !known[e.name] {
			t.Errorf("%s: element %s", name, e.name)
		}
		for key, value := range e.attr {
			away := strings.Contains(value, "http") && key != "xmlns" || strings.Contains(value, "url(") && !strings.HasPrefix(value, "url(#")
			if strings.HasPrefix(key, "on") || key == "style" || away {
				t.Errorf("%s: attribute %s=%q", name, key, value)
			}
			if key == "href" && !strings.HasPrefix(value, "#") {
				t.Errorf("%s: link to %q", name, value)
			}
		}
	}
	if strings.HasPrefix(name, "wall") && bytes.Contains(svg, []byte("href")) {
		t.Errorf("%s: drawing programs do not know href", name)
	}
}

func TestAnyNames(t *testing.T) {
	m := mapOf(t, town(plainNames), words.English)
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.String().Draw(r, "name")
		m.Names[0].Text, m.Layers[0].Title, m.Layers[0].Tips.Rows[0][0] = name, name, name
		var b bytes.Buffer
		if err := Wall(&b, m, &m.Layers[0], Papers[2], Imprint{Title: name, Marking: name}); err != nil {
			r.Fatal(err)
		}
		checkClosed(t, "wall", b.Bytes())
		checkClosed(t, "still", Still(m, &m.Layers[0], 358, "m"))
	})
}

// group are the elements of a drawing between a group of ours and its end.
func group(svg []byte, class string) string {
	_, rest, found := strings.Cut(string(svg), `<g class="m-`+class+`"`)
	if !found {
		return ""
	}
	inside, _, _ := strings.Cut(rest, "</g>")
	return inside
}

// Of every class as many shapes are drawn as the legend counts; what has no outline and what lies in the plain class is not drawn.
func TestShapesOfClasses(t *testing.T) {
	m := mapOf(t, town(plainNames), words.Chinese)
	for i := range m.Layers {
		layer := &m.Layers[i]
		svg := Still(m, layer, 966, "m")
		for _, c := range layer.Classes {
			want := c.Count
			if c.Fill == "" {
				want = 0
			}
			if c.Plain && layer.Cells {
				want = 1
			}
			if got := strings.Count(group(svg, c.Swatch), "<path"); got != want {
				t.Errorf("%s, class %s: %d shapes, want %d", layer.Key, c.Swatch, got, want)
			}
		}
	}
	for _, s := range m.Signs {
		svg := group(Still(m, &m.Layers[0], 966, "m"), s.Key)
		if got := strings.Count(svg, "<path") + strings.Count(svg, "<circle"); got != len(s.At) {
			t.Errorf("%d signs %s, want %d", got, s.Key, len(s.At))
		}
	}
}

// The scale bar is as long on the drawing as its metres are on the ground, within half a percent.
func TestScaleBarIsTrue(t *testing.T) {
	m := mapOf(t, town(plainNames), words.Chinese)
	for name, d := range map[string]*drawing{
		"still": {frame: fit(m, box{0, 0, 966, 700}), m: m}, "wall": {frame: fit(m, box{10, 20, 300, 400}), m: m},
		"sheet": NewSheets(m).sheet(2, 470, "s").drawing,
	} {
		s := d.scaleBar(mapBar * d.w)
		west, north := d.west, m.Middle
		ground := geo.Distance([2]float64{west, north}, [2]float64{west + s.length/d.perLon, north}).Meters()
		if math.Abs(ground/s.Meters-1) > .005 {
			t.Errorf("%s: a bar of %v m is %v m long", name, s.Meters, ground)
		}
		up := geo.Distance([2]float64{west, north}, [2]float64{west, north + s.length/d.perLat}).Meters()
		if math.Abs(up/s.Meters-1) > .01 {
			t.Errorf("%s: upright a bar of %v m is %v m long", name, s.Meters, up)
		}
	}
}

// No two labels of a wall map, nor a label and the furniture, lie on each other.
func TestLabelsKeepApart(t *testing.T) {
	m := mapOf(t, town(plainNames), words.Chinese)
	for i := range m.Layers {
		for _, p := range Papers {
			d := newDrawing(m, &m.Layers[i], "q", p.look, wallPlaces)
			b := box{10, 30, p.Width * .7, p.Height * .7}
			d.frame = fit(m, b)
			boxes := []box{d.northBox(b), d.scaleBox(b, mapBar)}
			w := d.write(boxes...)
			add := func(size float64, labels []label) {
				for _, l := range labels {
					boxes = append(boxes, around(l.at, widest(l.lines, size), size*float64(len(l.lines))))
				}
			}
			for _, at := range append(w.sites, w.zones...) {
				boxes = append(boxes, around(at, zoneSize*d.px, zoneSize*d.px))
			}
			add(d.name, w.names)
			add(d.zone, w.people)
			for k, part := range communitySizes {
				add(part*d.community, w.communities[k])
			}
			for _, letters := range w.letters {
				add(d.letter, letters)
			}
			for i, a := range boxes {
				for _, other := range boxes[:i] {
					if a.meets(other) {
						t.Errorf("%s on %s: labels at %v and %v overlap", d.layer.Key, p.Key, a, other)
					}
				}
			}
		}
	}
}

// Communities stand on the wall by name, in the order of their size where room is short.
func TestWallHasNames(t *testing.T) {
	m := mapOf(t, town(plainNames), words.Chinese)
	var b bytes.Buffer
	if err := Wall(&b, m, &m.Layers[0], Papers[2], imprint); err != nil {
		t.Fatal(err)
	}
	_, texts := parse(t, b.Bytes())
	all := strings.Join(texts, "\n")
	for i := range m.Geometry.Regions {
		if name := m.Layers[0].Tips.Rows[i][0]; !strings.Contains(all, name) {
			t.Errorf("no %s", name)
		}
	}
	for _, text := range []string{imprint.Title, imprint.Marking, "2025-11-22", m.Permit, m.North, m.Zones[0].Tip[1], m.Zones[0].Tip[2]} {
		if !strings.Contains(all, text) {
			t.Errorf("no %s", text)
		}
	}
}

// What has nothing in it is drawn without it: no centers, no grids, grids or points in place of communities.
func TestLittleData(t *testing.T) {
	cut := map[string]func(*data.City){
		"no centers":     func(c *data.City) { c.Centers = nil },
		"no grids":       func(c *data.City) { c.Grids = nil },
		"no communities": func(c *data.City) { dropShapes(c) },
		"points": func(c *data.City) {
			dropShapes(c)
			for i := range c.Grids {
				c.Grids[i].Shape = nil
			}
		},
		"one": func(c *data.City) { c.Communities, c.Grids, c.Centers = c.Communities[:1], c.Grids[:4], c.Centers[:1] },
	}
	for name, change := range cut {
		c := town(plainNames)
		change(c)
		c.Link()
		for key, svg := range drawings(t, mapOf(t, c, words.English)) {
			checkClosed(t, name+" "+key, svg)
			if bytes.Contains(svg, []byte("NaN")) || bytes.Contains(svg, []byte("Inf")) {
				t.Errorf("%s: %s holds no numbers", name, key)
			}
		}
	}
}

func dropShapes(c *data.City) {
	for i := range c.Communities {
		c.Communities[i].Shape = nil
	}
}

// Every sign of a legend is drawn beside its words.
func TestEverySwatch(t *testing.T) {
	m := mapOf(t, town(plainNames), words.Chinese)
	for i := range m.Layers {
		d := &wall{drawing: newDrawing(m, &m.Layers[i], "q", Papers[0].look, wallPlaces), paper: Papers[0]}
		for _, g := range m.Legends[m.Layers[i].Key] {
			for _, r := range g.Rows {
				before := d.Len()
				d.swatch(r.Swatch, box{0, 0, 5, 3})
				if svg := d.Bytes()[before:]; !regexp.MustCompile(`<(path|rect|circle)`).Match(svg) {
					t.Errorf("swatch %s: %q", r.Swatch, svg)
				}
			}
		}
	}
}
