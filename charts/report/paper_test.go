package report

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quarter/charts/words"
)

// cssEscape is an escape as a browser reads it: a space after it belongs to it.
var cssEscape = regexp.MustCompile(`\\([0-9a-f]{1,6})[ \t\n]?`)

// A string of the style sheet says the text that it was made from, and holds nothing that could end it.
func TestCSSString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.StringMatching(`["\\</>{};\n]*`)).Draw(t, "text")
		got := cssString(text)
		inside := got[1 : len(got)-1]
		if strings.ContainsAny(inside, "\"<>{};\n\r\f/*") {
			t.Fatalf("%q becomes %s", text, got)
		}
		back := cssEscape.ReplaceAllStringFunc(inside, func(e string) string {
			code, _ := strconv.ParseInt(strings.TrimSpace(e[1:]), 16, 32)
			return string(rune(code))
		})
		if want := strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD"); strings.ToValidUTF8(back, "\uFFFD") != want && !strings.ContainsRune(text, 0xFFFD) {
			t.Fatalf("%q comes back as %q", text, back)
		}
	})
}

// The note on rounding stands where the printed rows of some additive column do not add up, and only there.
func TestRoundedNote(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	note := v.t("page.streets.rounded")
	for _, c := range []struct {
		name string
		how  string
		rows []string
		sum  string
		want string
	}{
		{"adds up", "population", []string{"1,000", "2,345"}, "3,345", ""},
		{"does not", "population", []string{"1,000", "2,345"}, "3,346", note},
		{"missing is no part", "area_gap", []string{"缺数据", "12"}, "12", ""},
		{"a rate need not", "coverage_pop", []string{"50.0", "60.0"}, "55.0", ""},
	} {
		table := &table{Columns: []column{text("社区"), number("数").how(c.how)}, N: len(c.rows), Sum: []string{"", c.sum}, Row: func(i int) []string { return []string{"", c.rows[i]} }}
		if got := v.roundedNote(table); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// Paper shows a table in full, or its first rows with a note that says how many there are.
func TestRowsOnPaper(t *testing.T) {
	v := newView(page(t, town(), words.English))
	for _, c := range []struct {
		n                  int
		full, online, long bool
		cut                bool
		paper              string
	}{
		{mostPrinted, false, false, false, false, ""},
		{mostPrinted + 1, false, false, false, true, v.t("page.more.paper", "shown", "10", "n", "31")},
		{mostPrinted + 1, true, false, false, false, ""},
		{firstPrinted, false, true, false, false, ""},
		{firstPrinted + 1, false, true, false, true, v.t("page.more.online", "name", "Centers")},
		{listPrinted, false, false, true, false, ""},
		{listPrinted + 1, false, false, true, true, v.t("page.more.paper", "shown", "40", "n", "41")},
	} {
		table := v.table(&table{Caption: "Centers", N: c.n, Full: c.full, Online: c.online, Long: c.long})
		if table.Cut != c.cut || table.Paper != c.paper {
			t.Errorf("%d rows: cut %v, %q", c.n, table.Cut, table.Paper)
		}
	}
}
