package charts

import (
	"encoding/json"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A page carries tens of thousands of rows to its script, and most texts have stood above already, or begin as the one above. Column
// packs the texts of one column in their order; script/unpack.js reads them.
type Column struct {
	seen map[string]int
	last string // the last text that was written
}

// sharedFrom is the sign for "begins with none of the letters above"; the sign n places further stands for n letters (as UTF-16 counts
// them). They are the letters of two bytes that come after those of most languages' first hundred.
const sharedFrom, sharedMost = 0x100, 0x6FF

// Pack returns what stands for a text: its place among those already written, or the text itself; where it begins as the last one
// written, a sign for how many letters they share and then the rest.
func (c *Column) Pack(text string) any {
	if at, ok := c.seen[text]; ok {
		return at
	}
	if c.seen == nil {
		c.seen = map[string]int{}
	}
	c.seen[text] = len(c.seen)
	out := text
	first, _ := utf8.DecodeRuneInString(text)
	if letters, bytes := shared(c.last, text); letters > 2 || first >= sharedFrom && first <= sharedFrom+sharedMost {
		out = string(rune(sharedFrom+letters)) + text[bytes:]
	}
	c.last = text
	return out
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
	var columns []Column
	rows := make([][]any, len(t.Rows))
	for i, row := range t.Rows {
		for len(columns) < len(row) {
			columns = append(columns, Column{})
		}
		rows[i] = make([]any, len(row))
		for k, text := range row {
			rows[i][k] = columns[k].Pack(text)
		}
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
