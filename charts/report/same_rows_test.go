package report

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
)

// texts reads the texts of one column as script/texts.js does.
type texts struct {
	seen []string
	last []uint16
	now  string
}

func (c *texts) read(packed string) string {
	if packed == "" {
		return c.now
	}
	if at, err := strconv.Atoi(packed); err == nil && packed[0] != '-' && packed[0] != '+' {
		c.now = c.seen[at]
		return c.now
	}
	text := utf16.Encode([]rune(strings.TrimPrefix(packed, "'")))
	if len(text) > 0 && text[0] >= 0x100 && text[0] <= 0x7ff && packed[0] != '\'' {
		text = append(slices.Clone(c.last[:text[0]-0x100]), text[1:]...)
	}
	c.last = text
	c.now = string(utf16.Decode(text))
	c.seen = append(c.seen, c.now)
	return c.now
}

// cellsOf are the n first cells of a packed row.
func cellsOf(t *testing.T, row json.RawMessage, n int) []string {
	t.Helper()
	var text string
	if err := json.Unmarshal(row, &text); err == nil {
		return append(strings.Split(text, "|"), make([]string, n)...)
	}
	var cells []string
	if err := json.Unmarshal(row, &cells); err != nil {
		t.Fatal(err)
	}
	return cells
}

// travelling are the rows of a table that the page holds as JSON: cells, key of the unit, figure of the row.
func travelling(t *testing.T, page string, tab *table) (rows [][]string) {
	t.Helper()
	block := regexp.MustCompile(`(?s)<script type="application/json" id="` + tab.ID + `-rows">(.*?)</script>`).FindStringSubmatch(page)
	if block == nil {
		if tab.N > tab.shown() {
			t.Errorf("%s: no further rows", tab.ID)
		}
		return nil
	}
	var packed []json.RawMessage
	if err := json.Unmarshal([]byte(block[1]), &packed); err != nil {
		t.Fatal(err)
	}
	columns, key := make([]texts, len(tab.Columns)+1), ""
	for _, raw := range packed {
		row := cellsOf(t, raw, len(tab.Columns)+2)
		var out []string
		for i := range tab.Columns {
			out = append(out, columns[i].read(row[i]))
		}
		at := len(tab.Columns)
		if tab.Key != nil {
			if key = following(key); row[at] != "" {
				key = strings.TrimPrefix(row[at], noKey)
			}
			at++
		}
		figure := ""
		if tab.Figure != nil {
			figure = columns[len(tab.Columns)].read(row[at])
		}
		rows = append(rows, append(out, key, figure))
	}
	return rows
}

// furtherPrintings are the figures in the rows that travel as JSON.
func furtherPrintings(t *testing.T, p Page, page string) (out []printing, rows int) {
	t.Helper()
	for _, tab := range newView(p).Tables {
		for i, row := range travelling(t, page, tab) {
			rows++
			n := len(tab.Columns)
			if want := tab.Row(tab.shown() + i); !slices.Equal(row[1:n], want[1:]) {
				t.Errorf("%s: row %q travels as %q", tab.ID, want, row[:n])
			}
			for k, c := range tab.Columns {
				out = c.printed(out, row[n+1], row[n], row[k])
			}
		}
	}
	return out, rows
}

// tipPrintings are the figures of the tooltips of the map: those of communities.
func tipPrintings(r *coverage.Result, lang words.Lang) []printing {
	m := charts.NewMap(r, lang)
	if m == nil || m.Kind != "communities" {
		return nil
	}
	hows := map[string][]string{
		"coverage": {"coverage_pop", "coverage_pop.n", "coverage_pop_strict", "population_uncovered", "centers", "area_gap"},
		"gap":      {"area_required", "area_actual", "area_gap"},
	}
	var out []printing
	for _, l := range m.Layers {
		for i, row := range l.Tips.Rows {
			for k, how := range hows[l.Key] {
				if row[2+k] != "" {
					c := column{}.how(how)
					out = c.printed(out, "", m.Keys[i], row[2+k])
				}
			}
		}
	}
	return out
}

// Every row of the lists is a rule that its community misses, with the value, the limit and the difference of that verdict.
func TestListsSayTheVerdicts(t *testing.T) {
	r := sampleResult(t)
	v := newView(Page{Result: r, Lang: words.Chinese})
	short := v.shortfalls()
	for i, row := range short {
		rule := &coverage.Rules[row.verdict.Rule]
		cells := v.shortTable(short).Row(i)
		scale := map[coverage.ValueUnit]float64{coverage.UnitShare: 100, coverage.UnitYuan: 1e-4}[rule.Unit]
		if scale == 0 {
			scale = 1
		}
		for k, want := range []float64{row.verdict.Value.V, row.verdict.Limit.V, row.verdict.Gap.V} {
			_, after, found := strings.Cut(cells[4+k], "：") // the name of what is missed
			if !found {
				after = cells[4+k]
			}
			got, decimals, ok := printedNumber(after)
			if !ok || math.Abs(got-want*scale) > 1.01*math.Pow10(-decimals)+1e-9 {
				t.Errorf("%s of %s: %q, want %v", rule.ID, cells[2], cells[4+k], want*scale)
			}
		}
	}
	if len(short) < 100 {
		t.Errorf("only %d rows", len(short))
	}
}

var nearRow = regexp.MustCompile(`<tr><td>([^<]*)<td>[^<]*<td>([0-9,]+)<td>([0-9,]+)`)

// A sheet names the nearest centers with their distance and the walk to it.
func TestSheetsSayTheNearestCenters(t *testing.T) {
	r := sampleResult(t)
	for _, s := range sheetsOf(t, render(t, Page{Result: r, Lang: words.Chinese})) {
		at, _ := strconv.Atoi(s[1])
		u := r.Community(at)
		rows := nearRow.FindAllStringSubmatch(s[0], -1)
		if len(rows) != len(u.Near) {
			t.Fatalf("%s: %d rows of %d centers", u.Name, len(rows), len(u.Near))
		}
		for k, row := range rows {
			walk := u.Near[k].Distance * r.Circle.Detour / r.Circle.Speed
			metres, _, _ := printedNumber(row[2])
			minutes, _, _ := printedNumber(row[3])
			if row[1] != r.City.Centers[u.Near[k].Center].Name || math.Abs(metres-u.Near[k].Distance) > .5 || minutes < walk-1e-6 || minutes >= walk+1 {
				t.Errorf("%s: %q, want %v m and %v min", u.Name, row[1:], u.Near[k].Distance, walk)
			}
		}
	}
}
