package coverage

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"quarter/data"
)

// jsonText is a piece of JSON in the making. Names, numbers and strings read as encoding/json writes them; a number that JSON does not
// have (NaN, ±Inf) is a defect of the program and becomes err, never text.
type jsonText struct {
	bytes []byte
	err   error
}

// comma separates a value or name from what stands before it in the same object or list.
func (t *jsonText) comma() {
	if n := len(t.bytes); n > 0 {
		switch t.bytes[n-1] {
		case '{', '[', ':', '\n':
		default:
			t.bytes = append(t.bytes, ',')
		}
	}
}

// begin opens an object or a list, end closes it.
func (t *jsonText) begin(bracket byte) {
	t.comma()
	t.bytes = append(t.bytes, bracket)
}

func (t *jsonText) end(bracket byte) { t.bytes = append(t.bytes, bracket) }

// key writes the name of a member. The names are ours: nothing in them needs an escape.
func (t *jsonText) key(name string) {
	t.comma()
	t.bytes = append(t.bytes, '"')
	t.bytes = append(t.bytes, name...)
	t.bytes = append(t.bytes, '"', ':')
}

// open begins the object or list of a member.
func (t *jsonText) open(name string, bracket byte) {
	t.key(name)
	t.begin(bracket)
}

func (t *jsonText) text(name, s string) {
	t.key(name)
	t.bytes = appendString(t.bytes, s)
}

// textIf leaves an empty string out, as countIf leaves out 0 and flagIf false.
func (t *jsonText) textIf(name, s string) {
	if s != "" {
		t.text(name, s)
	}
}

func (t *jsonText) texts(name string, n int, text func(i int) string) {
	t.open(name, '[')
	for i := range n {
		t.comma()
		t.bytes = appendString(t.bytes, text(i))
	}
	t.end(']')
}

func (t *jsonText) flag(name string, v bool) {
	t.key(name)
	t.bytes = strconv.AppendBool(t.bytes, v)
}

func (t *jsonText) flagIf(name string, v bool) {
	if v {
		t.flag(name, v)
	}
}

func (t *jsonText) count(name string, n int) {
	t.key(name)
	t.bytes = strconv.AppendInt(t.bytes, int64(n), 10)
}

func (t *jsonText) countIf(name string, n int) {
	if n != 0 {
		t.count(name, n)
	}
}

func (t *jsonText) number(name string, v float64) {
	t.key(name)
	t.float(v)
}

// known writes a number that may be missing: then null.
func (t *jsonText) known(name string, v data.Number) {
	t.key(name)
	if !v.Known {
		t.bytes = append(t.bytes, "null"...)
		return
	}
	t.float(v.V)
}

func (t *jsonText) numbers(name string, values []float64) {
	t.open(name, '[')
	for _, v := range values {
		t.comma()
		t.float(v)
	}
	t.end(']')
}

// numbersOr writes null for a list that is missing.
func (t *jsonText) numbersOr(name string, values []float64, known bool) {
	if !known {
		t.known(name, data.Number{})
		return
	}
	t.numbers(name, values)
}

func (t *jsonText) counts(name string, values []int) {
	t.open(name, '[')
	for _, n := range values {
		t.comma()
		t.bytes = strconv.AppendInt(t.bytes, int64(n), 10)
	}
	t.end(']')
}

func (t *jsonText) quantity(name string, v float64, unit string) {
	t.open(name, '{')
	t.number("value", v)
	t.text("unit", unit)
	t.end('}')
}

func (t *jsonText) float(v float64) {
	if math.IsNaN(v - v) {
		if t.err == nil {
			t.err = fmt.Errorf("coverage: %v cannot be written as JSON", v)
		}
		return
	}
	t.bytes = appendFloat(t.bytes, v)
}

// marshal writes what data says about its own layout.
func (t *jsonText) marshal(v any) {
	t.comma()
	raw, err := json.Marshal(v)
	if t.err == nil {
		t.err = err
	}
	t.bytes = append(t.bytes, raw...)
}

// appendFloat writes the shortest decimal that reads back as v: whole numbers and fractions plainly, exponents below 1e-6 and from
// 1e21, as encoding/json and ECMAScript do.
func appendFloat(b []byte, v float64) []byte {
	if whole := int64(v); float64(whole) == v && whole != 0 && -1<<53 < whole && whole < 1<<53 {
		return strconv.AppendInt(b, whole, 10)
	}
	if size := math.Abs(v); size == 0 || size >= 1e-6 && size < 1e21 {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	b = strconv.AppendFloat(b, v, 'e', -1, 64)
	if n := len(b); b[n-4] == 'e' && b[n-2] == '0' { // 1e-09 is written 1e-9
		b = append(b[:n-2], b[n-1])
	}
	return b
}

// appendString writes a string as encoding/json does: markup, control characters and the line ends of scripts escaped, broken UTF-8
// replaced.
func appendString(b []byte, s string) []byte {
	if !plainText(s) {
		raw, _ := json.Marshal(s) // a string always marshals
		return append(b, raw...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// plainText reports whether a string stands in JSON as it is.
func plainText(s string) bool {
	ascii, lineEnds := true, false // lineEnds: perhaps; U+2028 and U+2029 begin with 0xE2
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&':
			return false
		case c >= utf8.RuneSelf:
			ascii, lineEnds = false, lineEnds || c == 0xE2
		}
	}
	return ascii || utf8.ValidString(s) && !(lineEnds && strings.ContainsAny(s, "\u2028\u2029"))
}
