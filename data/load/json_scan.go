package load

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"unicode/utf8"

	"quarter/data"
)

// Limits of the JSON reader: what no honest file exceeds, and a hostile one cannot.
const (
	windowSize = 64 << 10 // bytes read at a time
	maxToken   = 4 << 20  // bytes of one string or number
	maxDepth   = 64       // objects and arrays inside each other
)

// jsonScanner reads JSON tokens from a stream through one window, which grows only for a long token. What is wrong with the text
// stops it by a panic with a *data.Fault, caught by catch: a syntax fault has byte offset and line.
type jsonScanner struct {
	src      io.Reader
	buf      []byte
	pos, end int   // the unread part of the window
	keep     int   // first byte that a refill must not drop, or -1
	base     int64 // offset of buf[0] in the text
	lines    int   // line ends before buf[0]
	depth    int
	scratch  []byte // an unescaped string
	err      error  // of src; io.EOF at the end
}

func newJSONScanner(src io.Reader) *jsonScanner {
	return &jsonScanner{src: src, buf: make([]byte, windowSize), keep: -1}
}

// catch turns the panic of a scanner into its fault.
func catch(fault **data.Fault) {
	switch p := recover().(type) {
	case nil:
	case *data.Fault:
		*fault = p
	default:
		panic(p)
	}
}

// fill reads more, dropping what was consumed. It reports false at the end of the text.
func (s *jsonScanner) fill() bool {
	if s.err == nil {
		s.drop()
		if s.end == len(s.buf) {
			s.grow()
		}
		if s.read() {
			return true
		}
	}
	if s.err != io.EOF {
		panic(readFault(s.err))
	}
	return false
}

// read reads more into the room that the window has. It reports false at the end of the text and when reading fails, which is told
// once all that was read is consumed.
func (s *jsonScanner) read() bool {
	for s.err == nil {
		var n int
		n, s.err = s.src.Read(s.buf[s.end:])
		s.end += n
		if n > 0 {
			return true
		}
	}
	return false
}

// drop moves the bytes still needed to the front of the window.
func (s *jsonScanner) drop() {
	from := s.pos
	if s.keep >= 0 {
		from = s.keep
	}
	if from == 0 {
		return
	}
	s.lines += bytes.Count(s.buf[:from], newline)
	s.base += int64(from)
	copy(s.buf, s.buf[from:s.end])
	s.pos, s.end = s.pos-from, s.end-from
	if s.keep >= 0 {
		s.keep = 0
	}
}

var newline = []byte{'\n'}

func (s *jsonScanner) grow() {
	if len(s.buf) >= maxToken {
		panic(s.fault(keyTokenLong))
	}
	s.buf = append(s.buf, make([]byte, len(s.buf))...)
}

// fault makes a fault at the current place.
func (s *jsonScanner) fault(key string, args ...string) *data.Fault {
	line := 1 + s.lines + bytes.Count(s.buf[:s.pos], newline)
	args = append(args, "offset", strconv.FormatInt(s.offset(), 10), "line", strconv.Itoa(line))
	return fatal(key, args...)
}

func (s *jsonScanner) offset() int64 { return s.base + int64(s.pos) }

// syntax stops at something that is not JSON. what is a key of charts/words: "fault.json."+what.
func (s *jsonScanner) syntax(what string) {
	if s.pos >= s.end {
		what = "cut"
	}
	panic(s.fault(keyNotJSON, "what", what, "value", s.here()))
}

// here shows the text at the current place.
func (s *jsonScanner) here() string {
	to := min(s.pos+20, s.end)
	return shorten(string(bytes.ToValidUTF8(s.buf[s.pos:to], nil)))
}

// peek skips blanks and returns the next byte, or 0 at the end.
func (s *jsonScanner) peek() byte {
	if s.pos < s.end && s.buf[s.pos] > ' ' { // nearly always
		return s.buf[s.pos]
	}
	return s.peekOn()
}

func (s *jsonScanner) peekOn() byte {
	for {
		for s.pos < s.end {
			switch c := s.buf[s.pos]; c {
			case ' ', '\n', '\r', '\t':
				s.pos++
			case 0:
				s.syntax("value")
			default:
				return c
			}
		}
		if !s.fill() {
			return 0
		}
	}
}

func (s *jsonScanner) expect(c byte, what string) {
	if s.peek() != c {
		s.syntax(what)
	}
	s.pos++
}

func (s *jsonScanner) open(c byte) {
	s.expect(c, "value")
	if s.depth++; s.depth > maxDepth {
		panic(s.fault(keyTooDeep))
	}
}

// element moves to the next element of an array whose [ was read; false after its ].
func (s *jsonScanner) element(first bool) bool {
	c := s.peek()
	if c == ']' {
		s.pos++
		s.depth--
		return false
	}
	if !first {
		if c != ',' {
			s.syntax("comma")
		}
		s.pos++
		if s.peek() == ']' {
			s.syntax("value")
		}
	}
	return true
}

// member moves to the next member of an object whose { was read, and returns its name; false after its }. The name is good until
// the next token.
func (s *jsonScanner) member(first bool) ([]byte, bool) {
	c := s.peek()
	if c == '}' {
		s.pos++
		s.depth--
		return nil, false
	}
	if !first {
		if c != ',' {
			s.syntax("comma")
		}
		s.pos++
		c = s.peek()
	}
	if c != '"' {
		s.syntax("name")
	}
	name := s.text()
	if s.peekIn() == ':' {
		s.pos++
		return name, true
	}
	name = append(s.scratch[:0], name...) // the window may move before the colon comes
	s.scratch = name
	s.expect(':', "colon")
	return name, true
}

// peekIn is peek without reading more: 0 where the window ends.
func (s *jsonScanner) peekIn() byte {
	for i := s.pos; i < s.end; i++ {
		if c := s.buf[i]; c > ' ' {
			s.pos = i
			return c
		}
	}
	return 0
}

// text reads a string. The result is good until the next token.
func (s *jsonScanner) text() []byte {
	s.expect('"', "value")
	s.keep = s.pos
	plain := true
	for {
		for s.pos < s.end && plainByte[s.buf[s.pos]] {
			s.pos++
		}
		if s.pos == s.end && !s.fill() {
			s.syntax("string")
		}
		switch c := s.buf[s.pos]; {
		case c == '"':
			raw := s.buf[s.keep:s.pos]
			s.keep = -1
			s.pos++
			if plain {
				return raw
			}
			return s.unescape(raw)
		case c == '\\':
			plain = false
			s.pos++
			if s.pos == s.end && !s.fill() {
				s.syntax("string")
			}
			s.pos++
		case c < ' ':
			s.syntax("string")
		case c >= utf8.RuneSelf:
			plain = false
			s.pos++
		}
	}
}

// plainByte tells the bytes that stand for themselves in a string.
var plainByte = func() (t [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// unescape checks the encoding of a string and resolves its escapes.
func (s *jsonScanner) unescape(raw []byte) []byte {
	if !utf8.Valid(raw) {
		panic(s.fault(keyEncoding, "encoding", guessEncoding(raw)))
	}
	at := bytes.IndexByte(raw, '\\')
	if at < 0 {
		return raw
	}
	out := append(s.scratch[:0], raw[:at]...)
	for i := at; i < len(raw); {
		if raw[i] != '\\' {
			out = append(out, raw[i])
			i++
			continue
		}
		r, n := escaped(raw[i:])
		if n == 0 {
			s.pos -= len(raw) + 1 - i
			s.syntax("escape")
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	s.scratch = out
	return out
}

// escaped decodes the escape at the start of b and returns its length, 0 for none. A lone surrogate becomes U+FFFD.
func escaped(b []byte) (rune, int) {
	if len(b) < 2 {
		return 0, 0
	}
	if b[1] != 'u' {
		if i := bytes.IndexByte([]byte(`"\/bfnrt`), b[1]); i >= 0 {
			return rune("\"\\/\b\f\n\r\t"[i]), 2
		}
		return 0, 0
	}
	hi, ok := hex4(b[2:])
	if !ok {
		return 0, 0
	}
	if hi < 0xD800 || hi > 0xDFFF {
		return hi, 6
	}
	if len(b) >= 12 && b[6] == '\\' && b[7] == 'u' {
		if lo, ok := hex4(b[8:]); ok && hi < 0xDC00 && lo >= 0xDC00 && lo <= 0xDFFF {
			return (hi-0xD800)<<10 + (lo - 0xDC00) + 0x10000, 12
		}
	}
	return utf8.RuneError, 6
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	v, err := strconv.ParseUint(string(b[:4]), 16, 16)
	return rune(v), err == nil
}

// numberText reads a number and returns its text, checked against the grammar; NaN and Infinity, which other programs write, pass
// and are for the caller to judge. The result is good until the next token.
func (s *jsonScanner) numberText() []byte {
	s.keep = s.pos
	for {
		for s.pos < s.end && numberByte[s.buf[s.pos]] {
			s.pos++
		}
		if s.pos < s.end || !s.fill() {
			break
		}
	}
	raw := s.buf[s.keep:s.pos]
	if !isNumber(raw) && !isSpecial(raw) {
		s.pos = s.keep
		s.keep = -1
		s.syntax("value")
	}
	s.keep = -1
	return raw
}

var numberByte = func() (t [256]bool) {
	for _, c := range "+-.0123456789eEINafinity" {
		t[c] = true
	}
	return t
}()

func isSpecial(b []byte) bool {
	switch string(b) {
	case "NaN", "-NaN", "Infinity", "-Infinity", "+Infinity", "inf", "-inf", "nan":
		return true
	}
	return false
}

// isNumber is the grammar of RFC 8259.
func isNumber(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte{'-'})
	n := digits(b)
	if n == 0 || n > 1 && b[0] == '0' {
		return false
	}
	b = b[n:]
	if len(b) > 0 && b[0] == '.' {
		if n = digits(b[1:]); n == 0 {
			return false
		}
		b = b[1+n:]
	}
	if len(b) > 0 && (b[0] == 'e' || b[0] == 'E') {
		b = b[1:]
		if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
			b = b[1:]
		}
		return len(b) > 0 && digits(b) == len(b)
	}
	return len(b) == 0
}

func digits(b []byte) int {
	for i, c := range b {
		if c < '0' || c > '9' {
			return i
		}
	}
	return len(b)
}

// number reads a number as a float64, correctly rounded; out of range gives ±Inf.
func (s *jsonScanner) number() float64 {
	if v, ok := s.shortNumber(); ok {
		return v
	}
	raw := s.numberText()
	if isSpecial(raw) {
		return math.NaN()
	}
	v, _ := strconv.ParseFloat(string(raw), 64)
	return v
}

// shortNumber is the fast road for what coordinates look like: up to 19 digits without exponent, wholly in the window. It is exact:
// an integer below 2^53 divided by a power of ten up to 10^22 rounds once (Clinger 1990).
func (s *jsonScanner) shortNumber() (float64, bool) {
	b := s.buf[s.pos:s.end]
	i := 0
	negative := len(b) > 0 && b[0] == '-'
	if negative {
		i++
	}
	start, point := i, -1
	var mantissa uint64
	for ; i < len(b) && isDigit(b[i]); i++ {
		mantissa = mantissa*10 + uint64(b[i]-'0')
	}
	if i < len(b) && b[i] == '.' {
		point = i
		for i++; i < len(b) && isDigit(b[i]); i++ {
			mantissa = mantissa*10 + uint64(b[i]-'0')
		}
	}
	if i == len(b) || numberByte[b[i]] || i-start > 19 || i == start {
		return 0, false
	}
	decimals := 0
	if point >= 0 {
		decimals = i - point - 1
		if decimals == 0 || point == start {
			return 0, false
		}
	}
	if mantissa >= 1<<53 || decimals > 22 || b[start] == '0' && i-start > 1 && point != start+1 {
		return 0, false
	}
	v := float64(mantissa) / pow10[decimals]
	if negative {
		v = -v
	}
	s.pos += i
	return v, true
}

var pow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// literal reads true, false or null.
func (s *jsonScanner) literal(word string) {
	for i := range len(word) {
		if s.pos == s.end && !s.fill() || s.buf[s.pos] != word[i] {
			s.syntax("value")
		}
		s.pos++
	}
}

// isNumberStart reports whether c begins a number, NaN or Infinity; not the n of null.
func isNumberStart(c byte) bool {
	return c == '-' || c >= '0' && c <= '9' || c == 'N' || c == 'I' || c == '+'
}

// skip reads one value of any kind and forgets it.
func (s *jsonScanner) skip() {
	switch c := s.peek(); {
	case c == '"':
		s.text()
	case c == '{':
		s.open('{')
		for _, ok := s.member(true); ok; _, ok = s.member(false) {
			s.skip()
		}
	case c == '[':
		s.open('[')
		for first := true; s.element(first); first = false {
			s.skip()
		}
	case c == 't':
		s.literal("true")
	case c == 'f':
		s.literal("false")
	case c == 'n':
		s.literal("null")
	case isNumberStart(c):
		s.numberText()
	default:
		s.syntax("value")
	}
}
