package report

import (
	"bytes"
	"encoding/json"
	"html"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
	"quarter/data/demo"
	"quarter/data/load"
)

// printing is one place of the page where a figure stands.
type printing struct{ how, part, unit, text string }

// node is what the small reader below knows of an open element.
type node struct {
	tag   string
	attrs map[string]string
	text  strings.Builder
	heads []column // of a table: the figure of each column, if any
	cells int      // of a row: cells so far
}

var (
	tagOrText   = regexp.MustCompile(`<(/?)([a-zA-Z0-9]+)((?:\s+[-a-zA-Z]+(?:="[^"]*")?)*)\s*/?>|[^<]+|<`)
	anAttribute = regexp.MustCompile(`([-a-zA-Z]+)="([^"]*)"`)
	void        = map[string]bool{"meta": true, "br": true, "input": true, "img": true, "hr": true, "col": true}
	raw         = regexp.MustCompile(`(?s)<(script|style)[^>]*>.*?</(script|style)>`)
)

// printings reads all places of a page where a figure stands: elements with data-how, and the cells of a column whose head has it, in rows
// with data-u. The page is our own, so a small reader does.
func printings(page string) []printing {
	var out []printing
	var open []*node
	near := func(tag string) *node {
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].tag == tag {
				return open[i]
			}
		}
		return &node{attrs: map[string]string{}}
	}
	closed := func(n *node) {
		switch how := n.attrs["data-how"]; {
		case n.tag == "th":
			near("table").heads = append(near("table").heads, column{How: how, Part: n.attrs["data-part"]})
		case how != "":
			out = append(out, printing{how, n.attrs["data-part"], unitOf(n, open), n.text.String()})
		case n.tag == "td":
			row, table := near("tr"), near("table")
			if at := row.cells; at < len(table.heads) {
				out = table.heads[at].printed(out, row.attrs["data-figure"], unitOf(n, open), n.text.String())
			}
		}
		if n.tag == "td" {
			near("tr").cells++
		}
	}
	for _, m := range tagOrText.FindAllStringSubmatch(raw.ReplaceAllString(page, ""), -1) {
		switch {
		case m[2] == "":
			for _, n := range open {
				n.text.WriteString(html.UnescapeString(m[0]))
			}
		case m[1] == "" && !void[m[2]]:
			n := &node{tag: m[2], attrs: map[string]string{}}
			for _, a := range anAttribute.FindAllStringSubmatch(m[3], -1) {
				n.attrs[a[1]] = html.UnescapeString(a[2])
			}
			open = append(open, n)
		case m[1] == "/":
			for len(open) > 0 {
				n := open[len(open)-1]
				open = open[:len(open)-1]
				closed(n)
				if n.tag == m[2] {
					break
				}
			}
		}
	}
	return out
}

// printed adds what stands in a cell of a column, if it can be asked; figure is that of the row, where each row has its own.
func (c column) printed(out []printing, figure, unit, text string) []printing {
	how := c.How
	if how == ofRow {
		how = figure
	}
	if how == "" {
		return out
	}
	return append(out, printing{how, c.Part, unit, text})
}

// unitOf is the unit of an element: its own, else that of the nearest element around it that has one; "" is the whole area.
func unitOf(n *node, around []*node) string {
	unit, found := n.attrs["data-u"]
	for i := len(around) - 1; i >= 0 && !found; i-- {
		unit, found = around[i].attrs["data-u"]
	}
	if unit == "t" {
		return ""
	}
	return unit
}

// TestTheSameFigureEverywhere walks every printing of every figure, on the town and on the sample city: in sentences, tiles, figures, tables and
// their further rows, legends, sheets and tooltips of the map. All printings of one figure of one unit are the same number, with the same
// decimals, and it is that of the Result and of result.json; the files of the tables are checked in the browser (browser/tables.mjs).
func TestTheSameFigureEverywhere(t *testing.T) {
	lengthy(t)
	for name, c := range map[string]*data.City{"town": town(), "sample city": sampleCity(t)} {
		t.Run(name, func(t *testing.T) {
			r, err := coverage.Analyze(t.Context(), c, data.General(), coverage.Options{Sites: 5})
			if err != nil {
				t.Fatal(err)
			}
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				p := Page{Result: r, Lang: lang}
				page := render(t, p)
				further, rows := furtherPrintings(t, p, page)
				met := sameFigures(t, slices.Concat(printings(page), further, tipPrintings(r, lang)), newOracle(r), readPublished(t, r))
				if name == "sample city" && rows < 1000 {
					t.Errorf("only %d rows travel", rows)
				}
				if least := map[string]int{"town": 120, "sample city": 2000}[name]; met < least {
					t.Errorf("only %d figures met", met)
				}
			}
		})
	}
}

func sampleCity(t *testing.T) *data.City {
	t.Helper()
	dir := t.TempDir()
	err := demo.Write(t.Context(), demo.Options{}, func(name string) (io.WriteCloser, error) { return os.Create(filepath.Join(dir, name)) })
	if err != nil {
		t.Fatal(err)
	}
	city, err := load.Dir(t.Context(), dir, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return city
}

// inWords are figures whose places hold sentences, or several numbers; tests of their own read them.
var inWords = []string{"card", "judged", "near", "grid_size"}

// sameFigures checks every printing and returns how many different figures there were.
func sameFigures(t *testing.T, all []printing, o *oracle, p *published) int {
	t.Helper()
	type figure struct{ how, part, unit string }
	first := map[figure]string{}
	for _, at := range all {
		got, decimals, ok := printedNumber(at.text)
		if !ok || slices.Contains(inWords, at.how) || at.part == "limits" {
			continue // a word for why there is none, or a text with numbers of many kinds
		}
		f := figure{at.how, at.part, at.unit}
		o.check(t, at.how, at.part, at.unit, at.text)
		if at.part == "" {
			p.check(t, at.how, at.unit, got, decimals)
		}
		number := strconv.FormatFloat(got, 'f', decimals, 64)
		if was, met := first[f]; met && was != number {
			t.Errorf("%s %s of %q is printed as %s and as %s", at.how, at.part, at.unit, was, number)
		}
		first[f] = number
	}
	return len(first)
}

// published is result.json: the metrics of every unit, by its key, and the lists of grids, centers, zones and sites by the letter of theirs.
type published struct {
	units map[string]map[string]publishedValue
	lists map[string][]map[string]any
}

type publishedValue struct {
	Value *float64
	Unit  string
}

func readPublished(t *testing.T, r *coverage.Result) *published {
	t.Helper()
	var raw bytes.Buffer
	if err := r.WriteJSON(&raw); err != nil {
		t.Fatal(err)
	}
	type unit struct {
		Level   string
		Metrics map[string]publishedValue
	}
	var doc struct {
		Units, Groups                []unit
		Grids, Centers, Zones, Sites []map[string]any
	}
	if err := json.Unmarshal(raw.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	p := &published{map[string]map[string]publishedValue{}, map[string][]map[string]any{"g": doc.Grids, "f": doc.Centers, "z": doc.Zones, "x": doc.Sites}}
	letters, count := map[string]string{"total": "t", "district": "d", "street": "s", "community": "c", "group": "b"}, map[string]int{}
	for _, u := range append(append([]unit{}, doc.Units...), doc.Groups...) {
		key := letters[u.Level] + strconv.Itoa(count[u.Level])
		if count[u.Level]++; u.Level == "total" {
			key = ""
		}
		p.units[key] = u.Metrics
	}
	return p
}

// fields are the names in result.json of figures of grids, centers, zones and sites, and by how much they are printed larger.
var fields = map[string]struct {
	name  string
	scale float64
}{
	"grid_people": {"people", 1}, "grid_households": {"households", 1}, "grid_rate": {"coverage", 100}, "grid_strict": {"coverage_strict", 100},
	"grid_nearest": {"nearest_mean_m", 1}, "grid_points": {"service_points", 1}, "grid_workload": {"workload", 1},
	"center_people": {"people_in_circle", 1}, "center_alone": {"people_only_here", 1}, "center_floor": {"floor_area_m2", 1},
	"center_popularity": {"popularity", 1},
	"zone_people":       {"people", 1}, "zone_households": {"households", 1}, "zone_area": {"area_m2", 1e-4}, "zone_distance": {"nearest_m", 1},
	"site_new": {"newly_covered_people", 1}, "site_covered": {"population_covered_after", 1}, "site_rate": {"coverage_pop_after", 100},
}

// listed checks a figure of a grid, a center, a zone or a site.
func (p *published) listed(t *testing.T, how, unit string, got float64, decimals int) {
	t.Helper()
	field, ok := fields[how]
	if !ok || len(unit) < 2 {
		return
	}
	i, err := strconv.Atoi(unit[1:])
	if unit[:1] == "z" || unit[:1] == "x" { // counted from 1; 0 is what they add to, or leave
		i--
	}
	if err != nil || i < 0 {
		return
	}
	want, ok := p.lists[unit[:1]][i][field.name].(float64)
	if tolerance := .5 * math.Pow10(-decimals); !ok || math.Abs(got-want*field.scale) > tolerance*(1+1e-9)+1e-9 {
		t.Errorf("%s of %q is printed as %v, result.json has %s %v", how, unit, got, field.name, p.lists[unit[:1]][i][field.name])
	}
}

// check compares a printed metric with the published one; figures that are no metric are not in the units.
func (p *published) check(t *testing.T, how, unit string, got float64, decimals int) {
	t.Helper()
	m, ok := p.units[unit][how]
	if _, metric := coverage.MetricByKey(how); !metric {
		p.listed(t, how, unit, got, decimals)
		return
	}
	if !ok || m.Value == nil {
		t.Errorf("result.json has no %s of %q", how, unit)
		return
	}
	want, tolerance := *m.Value, .5*math.Pow10(-decimals)*(1+1e-9)
	if m.Unit == "share" {
		want *= 100
	}
	if strings.HasPrefix(how, "population") || how == "nearest_p90_minutes" {
		tolerance = 1
	}
	if math.Abs(got-want) > tolerance+1e-9 {
		t.Errorf("%s of %q is printed as %v, result.json has %v", how, unit, got, want)
	}
}
