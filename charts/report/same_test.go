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
	heads []string // of a table: the figure of each column, empty for none
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
			near("table").heads = append(near("table").heads, how)
		case how != "":
			out = append(out, printing{how, n.attrs["data-part"], unitOf(n, open), n.text.String()})
		case n.tag == "td":
			row, table := near("tr"), near("table")
			if at := row.cells; at < len(table.heads) && table.heads[at] != "" && row.attrs["data-u"] != "" {
				how := table.heads[at]
				if how == "*" { // each row has its own
					how = row.attrs["data-figure"]
				}
				if how != "" {
					out = append(out, printing{how, "", unitOf(n, open), n.text.String()})
				}
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

// TestTheSameFigureEverywhere walks every printing of every figure, on the town and on the sample city: all printings of one figure of one
// unit are the same number, and it is that of the Result and of result.json.
func TestTheSameFigureEverywhere(t *testing.T) {
	for name, c := range map[string]*data.City{"town": town(), "sample city": sampleCity(t)} {
		t.Run(name, func(t *testing.T) {
			r, err := coverage.Analyze(t.Context(), c, data.General(), coverage.Options{Sites: 5})
			if err != nil {
				t.Fatal(err)
			}
			for _, lang := range []words.Lang{words.Chinese, words.English} {
				met := sameFigures(t, r, render(t, Page{Result: r, Lang: lang}), newOracle(r), readPublished(t, r))
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

// sameFigures checks every printing and returns how many different figures there were.
func sameFigures(t *testing.T, r *coverage.Result, page string, o *oracle, p *published) int {
	t.Helper()
	type figure struct{ how, part, unit string }
	first := map[figure]string{}
	for _, at := range printings(page) {
		got, decimals, ok := printedNumber(at.text)
		if !ok {
			continue // a word for why there is none
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

// published is result.json: the metrics of every unit, by its key.
type published struct {
	units map[string]map[string]publishedValue
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
		Units, Groups []unit
	}
	if err := json.Unmarshal(raw.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	p := &published{map[string]map[string]publishedValue{}}
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

// check compares a printed metric with the published one; figures that are no metric are not in the units.
func (p *published) check(t *testing.T, how, unit string, got float64, decimals int) {
	t.Helper()
	m, ok := p.units[unit][how]
	if _, metric := coverage.MetricByKey(how); !metric || strings.HasPrefix(unit, "g") { // grids stand in a list of their own
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
