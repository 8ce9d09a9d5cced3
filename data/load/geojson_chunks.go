package load

import (
	"bytes"
	"io"
	"maps"
	"slices"

	"quarter/data"
)

// A long list of features is read by several threads at once. The window is filled wide, cut into chunks in front of what looks like a
// feature, and every chunk is read for itself. Where a cut was right, the chunk before it ends there with a comma between two features,
// and what a reader knows at such a place is always the same: so the rows are those of reading on. Where a chunk ends in any other way
// (a cut inside a string, the end of the list, a fault) its rows are dropped, and the text is read again from its start by one thread,
// which then tells the fault, with its place, or finds what follows the list.

// Sizes of the wide window. It is windowSize times a power of two, so that the longest token is the same as in a narrow one.
const (
	chunkSize  = 128 << 10 // bytes, about: a few hundred features
	chunksEach = 4         // per thread in one window: the threads end at nearly the same time
)

// chunk is a part of the list that was read for itself.
type chunk struct {
	text  []byte
	table table
	whole bool // it holds whole features, with a comma after the last
}

// chunks reads features as long as chunks come out whole, and leaves the rest of the list to one thread. Where it returns any rows, the
// last one was read together with its comma, so that another must follow.
func (d *geojsonReader) chunks() (parts [][]row) {
	for whole := true; whole && d.table.threads > 1 && d.widen(); {
		chunks := d.cut()
		if len(chunks) < 2 {
			break
		}
		d.readChunks(chunks)
		for i := range chunks {
			c := &chunks[i]
			if whole = c.whole && d.table.join(&c.table); !whole {
				break
			}
			d.pos += len(c.text)
			parts = append(parts, c.table.rows)
		}
	}
	return parts
}

// prepend puts the rows of chunks before the rows read since. All are copied once, for they are large.
func (t *table) prepend(parts [][]row) {
	t.rows = slices.Concat(append(parts, t.rows)...)
	for i := range t.rows {
		t.rows[i].at = i + 1
	}
}

// wideWindow is the size of the window for a number of threads.
func wideWindow(threads, chunk int) int {
	size := windowSize
	for size < threads*chunksEach*chunk && size < maxToken {
		size *= 2
	}
	return size
}

// widen fills a wide window. It reports false where the text is too short for one: then there is nothing to share.
func (d *geojsonReader) widen() bool {
	size := wideWindow(d.table.threads, d.chunk)
	d.drop()
	if len(d.buf) < size {
		d.buf = append(d.buf, make([]byte, size-len(d.buf))...)
	}
	for d.end < len(d.buf) && d.read() {
	}
	return d.end-d.pos > 2*d.chunk
}

// cut cuts the window in front of features. What follows the last cut stays.
func (d *geojsonReader) cut() []chunk {
	text := d.buf[d.pos:d.end]
	head := featureHead(text)
	var out []chunk
	for from := 0; head != nil; {
		to := nextFeature(text, from+d.chunk, head)
		if to < 0 {
			break
		}
		out = append(out, chunk{text: text[from:to], table: d.table.columnsOnly()})
		from = to
	}
	return out
}

// featureHead is how the features of this file begin, up to the first colon: {"type": or { "id":.
func featureHead(text []byte) []byte {
	text = bytes.TrimLeft(text, " \t\r\n")
	colon := bytes.IndexByte(text, ':')
	if colon < 0 || colon > 40 || text[0] != '{' {
		return nil
	}
	return text[:colon+1]
}

// nextFeature returns the place of the next text that begins as a feature and follows a closing bracket and a comma, or -1.
func nextFeature(text []byte, from int, head []byte) int {
	for from < len(text) {
		at := bytes.Index(text[from:], head)
		if at < 0 {
			return -1
		}
		from += at
		before := bytes.TrimRight(text[:from], " \t\r\n")
		if rest, comma := bytes.CutSuffix(before, []byte{','}); comma && bytes.HasSuffix(bytes.TrimRight(rest, " \t\r\n"), []byte{'}'}) {
			return from
		}
		from++
	}
	return -1
}

func (d *geojsonReader) readChunks(chunks []chunk) {
	readers := make(chan *geojsonReader, d.table.threads)
	for len(d.readers) < d.table.threads {
		d.readers = append(d.readers, &geojsonReader{jsonScanner: &jsonScanner{keep: -1}})
	}
	for _, r := range d.readers {
		readers <- r
	}
	parallel(len(chunks), d.table.threads, func(i int) {
		r := <-readers
		chunks[i].read(r, d.depth)
		readers <- r
	})
}

// read reads the features of a chunk; any fault leaves it unwhole.
func (c *chunk) read(d *geojsonReader, depth int) {
	var fault *data.Fault
	defer catch(&fault)
	*d.jsonScanner = jsonScanner{buf: c.text, end: len(c.text), err: io.EOF, keep: -1, depth: depth, scratch: d.scratch}
	d.table, d.texts, d.spans = &c.table, d.texts[:0], d.spans[:0]
	c.table.rows = make([]row, 0, d.rows)
	for {
		d.feature()
		d.expect(',', "comma")
		if d.peek() == 0 {
			break
		}
	}
	c.whole, d.rows = len(c.table.faults) == 0, len(c.table.rows)+8
}

// columnsOnly is an empty table that knows the columns of t.
func (t *table) columnsOnly() table {
	return table{columns: slices.Clip(t.columns), private: slices.Clip(t.private), index: maps.Clone(t.index)}
}

// join gives the rows of a chunk the columns of t, and t the columns of the chunk. It reports false, and changes nothing, where the columns
// might become too many.
func (t *table) join(c *table) bool {
	if len(t.columns)+len(c.columns) > maxColumns {
		return false
	}
	same := true
	to := make([]int32, len(c.columns))
	for i, name := range c.columns {
		at, known := t.index[name]
		if !known {
			at = t.addColumn(name)
		}
		to[i] = int32(at)
		same = same && at == i
	}
	for i := range c.rows {
		if !same {
			c.rows[i].renumber(to)
		}
	}
	return true
}

// renumber gives the cells and notes of a row the columns of another table.
func (r *row) renumber(to []int32) {
	for i := range r.cells {
		r.cells[i].column = to[r.cells[i].column]
	}
	for i := range r.notes {
		if c := r.notes[i].column; c >= 0 {
			r.notes[i].column = int(to[c])
		}
	}
}
