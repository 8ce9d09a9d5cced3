package charts

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A page carries tens of thousands of rows to its script, and most texts have stood above already, or begin as the one above. Column
// packs the texts of one column in their order; script/texts.js reads them.
type Column struct {
	seen map[string]int
	last string // the last text that was written
	now  string // the last text
}

// sharedFrom is the sign for "begins with none of the letters above"; the sign n places further stands for n letters (as UTF-16 counts
// them). They are the letters of two bytes that come after those of most languages' first hundred.
const sharedFrom, sharedMost = 0x100, 0x6FF

// Pack returns what stands for a text: nothing for the one above; its place among those already written, in digits; or the text itself,
// behind a ' where it would be read as one of these. Where it begins as the last one written, a sign for how many letters they share and then
// the rest.
func (c *Column) Pack(text string) string {
	if text == c.now {
		return ""
	}
	c.now = text
	if at, ok := c.seen[text]; ok {
		return strconv.Itoa(at)
	}
	if c.seen == nil {
		c.seen = map[string]int{}
	}
	c.seen[text] = len(c.seen)
	letters, bytes := shared(c.last, text)
	c.last = text
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case letters > 2 || first >= sharedFrom && first <= sharedFrom+sharedMost:
		return string(rune(sharedFrom+letters)) + text[bytes:]
	case text == "" || first == '\'' || first >= '0' && first <= '9':
		return "'" + text
	}
	return text
}

// PackRow joins the packed cells of a row to one text, which a script reads faster than a list: it ends with the last cell that holds
// something. Where a cell holds the sign between them the row stays a list.
func PackRow(cells []string) any {
	for _, cell := range cells {
		if strings.Contains(cell, "|") {
			return cells
		}
	}
	return strings.TrimRight(strings.Join(cells, "|"), "|")
}

// shared is how far two texts begin alike: in letters as UTF-16 counts them, and in bytes.
func shared(a, b string) (letters, bytes int) {
	for bytes < len(a) && bytes < len(b) && letters < sharedMost-1 {
		r, n := utf8.DecodeRuneInString(b[bytes:])
		if r == utf8.RuneError || !strings.HasPrefix(a[bytes:], b[bytes:bytes+n]) {
			break
		}
		letters, bytes = letters+utf16.RuneLen(r), bytes+n
	}
	return letters, bytes
}

// MarshalJSON packs the rows column by column.
func (t Tips) MarshalJSON() ([]byte, error) {
	columns := make([]Column, 1+len(t.Head))
	rows := make([]any, len(t.Rows))
	for i, row := range t.Rows {
		cells := make([]string, len(columns))
		for k := range columns {
			text := "" // a row may have fewer cells
			if k < len(row) {
				text = row[k]
			}
			cells[k] = columns[k].Pack(text)
		}
		rows[i] = PackRow(cells)
	}
	return json.Marshal(map[string]any{"head": t.Head, "packed": rows})
}

// pathLetters write five bits each; the sixth says that more follow.
const pathLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// MarshalJSON writes a path as one text: every number with its sign in the lowest bit, five bits a letter, the lowest first (as in
// Google's encoded polyline, with letters that JSON does not escape).
func (p Path) MarshalJSON() ([]byte, error) {
	out := append(make([]byte, 0, 3*len(p)+2), '"')
	for _, n := range p {
		v := uint32(n<<1 ^ n>>31)
		for ; v >= 32; v >>= 5 {
			out = append(out, pathLetters[32|v&31])
		}
		out = append(out, pathLetters[v])
	}
	return append(out, '"'), nil
}

// Indexes are places in another list.
type Indexes []int

// MarshalJSON writes the steps from one to the next as a path: those of neighbours are alike.
func (x Indexes) MarshalJSON() ([]byte, error) {
	steps := make(Path, len(x))
	last := 0
	for i, n := range x {
		steps[i], last = int32(n-last), n
	}
	return steps.MarshalJSON()
}
