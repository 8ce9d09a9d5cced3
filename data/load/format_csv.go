package load

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"quarter/data"
)

// csvFormat is a table of text with a head line: comma, semicolon or tab between the cells, quotes as in RFC 4180.
var csvFormat = Format{
	Name: "CSV",
	Looks: func(head []byte, ext string) bool {
		return ext == ".csv" || ext == ".tsv" || ext == ".txt" || looksTable(head)
	},
	Read: readCSV,
}

// looksTable reports whether the first line of a text has a delimiter.
func looksTable(head []byte) bool {
	line, _, _ := bytes.Cut(head, newline)
	return bytes.ContainsAny(line, ",;\t") && !bytes.ContainsRune(line, 0)
}

// maxRecord is the longest record in bytes: what stands in quotes may run over many lines, but not over the file.
const maxRecord = 1 << 20

func readCSV(src io.Reader, t *table) (fault *data.Fault) {
	t.lines = true
	r := &csvReader{src: bufio.NewReaderSize(src, windowSize)}
	defer catch(&fault)
	head := r.head()
	for _, name := range head {
		t.addColumn(strings.TrimSpace(unquoteFormula(string(name))))
	}
	for r.next() {
		t.rows = append(t.rows, r.row(t, len(head)))
	}
	if len(t.rows) == 0 {
		panic(fatal(keyNoRows))
	}
	return nil
}

type csvReader struct {
	src    *bufio.Reader
	comma  byte
	line   int // of the record, 1-based
	lines  int // read so far
	record []byte
	cells  [][]byte
	ends   []int // end of each cell in record
	slab   []cell
	broken string // why the record cannot be used
}

// head reads the first line that is not blank and finds the delimiter in it: the most frequent of comma, semicolon and tab. A line
// "sep=;", which spreadsheets write, states it.
func (r *csvReader) head() [][]byte {
	for {
		line, ok := r.readLine()
		if !ok && len(line) == 0 {
			panic(fatal(keyEmptyFile))
		}
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 5 && bytes.EqualFold(trimmed[:4], []byte("sep=")) {
			r.comma = trimmed[4]
			continue
		}
		if len(trimmed) == 0 {
			continue
		}
		if r.comma == 0 {
			r.comma = delimiter(line)
		}
		r.split(line)
		r.checkEncoding()
		return r.cells
	}
}

func delimiter(line []byte) byte {
	best, most := byte(','), 0
	for _, c := range []byte{',', ';', '\t'} {
		if n := bytes.Count(line, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}

// next reads the next record that is not blank.
func (r *csvReader) next() bool {
	for {
		line, ok := r.readLine()
		if !ok && len(line) == 0 {
			return false
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		r.split(line)
		r.checkEncoding()
		return true
	}
}

// readLine reads one line without its end; false at the end of the text. The result is good until the next call.
func (r *csvReader) readLine() ([]byte, bool) {
	line, err := r.src.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		line, err = r.longLine(line)
	}
	if err != nil && err != io.EOF {
		panic(readFault(err))
	}
	if len(line) > 0 {
		r.lines++
	}
	return bytes.TrimRight(line, "\r\n"), err == nil
}

func (r *csvReader) longLine(start []byte) ([]byte, error) {
	line := bytes.Clone(start)
	for {
		more, err := r.src.ReadSlice('\n')
		line = append(line, more...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
		if len(line) > maxRecord {
			panic(fatal(keyTokenLong, "line", strconv.Itoa(r.lines+1), "offset", ""))
		}
	}
}

// split cuts a record into cells. A quoted cell may run over line ends; a quote inside an unquoted cell is an ordinary character.
func (r *csvReader) split(line []byte) {
	r.line, r.broken = r.lines, ""
	r.record, r.ends = r.record[:0], r.ends[:0]
	for rest, more := line, true; more; {
		if trimmed := bytes.TrimLeft(rest, " "); len(trimmed) > 0 && trimmed[0] == '"' {
			rest, more = r.quoted(trimmed[1:])
		} else {
			rest, more = r.plain(rest)
		}
	}
	r.cut()
}

func (r *csvReader) plain(rest []byte) ([]byte, bool) {
	at := bytes.IndexByte(rest, r.comma)
	if at < 0 {
		at = len(rest)
	}
	r.record = append(r.record, rest[:at]...)
	r.ends = append(r.ends, len(r.record))
	return rest[min(at+1, len(rest)):], at < len(rest)
}

// quoted reads a cell after its opening quote.
func (r *csvReader) quoted(rest []byte) ([]byte, bool) {
	for {
		at := bytes.IndexByte(rest, '"')
		switch {
		case at < 0:
			r.record = append(append(r.record, rest...), '\n')
			line, ok := r.readLine()
			if !ok && len(line) == 0 || len(r.record) > maxRecord {
				panic(fatal(keyQuote, "line", strconv.Itoa(r.line)))
			}
			rest = line
		case at+1 < len(rest) && rest[at+1] == '"':
			r.record = append(r.record, rest[:at+1]...)
			rest = rest[at+2:]
		default:
			r.record = append(r.record, rest[:at]...)
			return r.afterQuote(rest[at+1:])
		}
	}
}

func (r *csvReader) afterQuote(rest []byte) ([]byte, bool) {
	tail := bytes.TrimLeft(rest, " ")
	if len(tail) > 0 && tail[0] != r.comma {
		r.broken = "quote"
	}
	return r.plain(tail)
}

// cut makes the cells, once the record stands in memory as a whole.
func (r *csvReader) cut() {
	r.cells = r.cells[:0]
	from := 0
	for _, to := range r.ends {
		r.cells = append(r.cells, r.record[from:to])
		from = to
	}
}

func (r *csvReader) checkEncoding() {
	if !utf8.Valid(r.record) {
		panic(fatal(keyEncoding, "encoding", guessEncoding(r.record), "line", strconv.Itoa(r.line), "offset", ""))
	}
}

// row makes a row of the record. Empty cells beyond the head are no matter; other surplus or missing cells refuse it.
func (r *csvReader) row(t *table, columns int) row {
	out := row{at: r.line}
	n := len(r.cells)
	for n > columns && len(bytes.TrimSpace(r.cells[n-1])) == 0 {
		n--
	}
	switch {
	case n != columns:
		out.refused = &problem{key: keyRowLength, column: -1, value: strconv.Itoa(n), args: []string{"expected", strconv.Itoa(columns)}}
	case r.broken != "":
		out.refused = &problem{key: keyRowQuote, column: -1}
	}
	r.fill(t, &out, min(n, columns))
	return out
}

func (r *csvReader) fill(t *table, out *row, n int) {
	if len(r.slab) < n {
		r.slab = make([]cell, max(4096, n))
	}
	texts := string(r.record)
	cells := r.slab[:0:n]
	from := 0
	for i := range n {
		to := r.ends[i]
		if i < len(t.private) && !t.private[i] {
			cells = append(cells, cell{column: int32(i), text: unquoteFormula(texts[from:to])})
		}
		from = to
	}
	r.slab = r.slab[n:]
	out.cells = cells
}

// unquoteFormula undoes ="530102", the way in which spreadsheets keep text as text.
func unquoteFormula(s string) string {
	if strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) && len(s) > 2 {
		return s[2 : len(s)-1]
	}
	return s
}
