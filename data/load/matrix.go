package load

import (
	"bytes"
	"context"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"quarter/data"
)

// MatrixOptions change how a cost matrix is read. The zero value is useful.
type MatrixOptions struct {
	// Columns names the column of a field: "cost_matrix.from", "cost_matrix.to", "cost_matrix.cost" to column name.
	Columns map[string]string
	// Unit is what the costs are in where the head does not say: m, km, min, s and their other names; empty: not known.
	Unit string
	// Progress is told the bytes read so far; nil: nobody is.
	Progress func(done, total int64)
}

// CostMatrix reads a table of from, to and cost, one pair a row, as any routing program can write it. It streams: a pair takes 24 bytes. The
// error is a *data.Fault for a file that cannot be used; what concerns single rows stands in Faults.
//
// The same pair twice with the same cost is one; with another cost the later row is refused. No cost, or an infinite one, means no way.
func CostMatrix(ctx context.Context, path string, opts MatrixOptions) (*data.CostMatrix, error) {
	t := newTable(path, 1)
	r := &matrixReader{
		table: t, opts: &opts, log: newFaultLog(data.LayerCostMatrix, t.file),
		matrix: &data.CostMatrix{}, from: map[string]int32{}, to: map[string]int32{},
	}
	told := &progress{report: opts.Progress, total: totalSize([]job{{path: path}})}
	if fault := t.open(ctx, told, r.read); fault != nil {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		fault.Layer = data.LayerCostMatrix
		return nil, fault
	}
	r.finish()
	if len(r.matrix.Links) == 0 {
		return nil, matrixFault(t, fieldCost, keyMatrixEmpty)
	}
	return r.matrix, nil
}

type matrixReader struct {
	*table
	opts     *MatrixOptions
	log      *faultLog
	head     matrixHead
	csv      csvReader
	matrix   *data.CostMatrix
	from, to map[string]int32 // indexes of labels by their text
	links    []matrixLink
	rows     int
	refused  int
}

// matrixLink is a link and the line that it stands in.
type matrixLink struct {
	data.CostLink
	line int32
}

func (r *matrixReader) read(raw io.Reader) (fault *data.Fault) {
	text, format, fault := r.unfold(raw)
	if fault != nil {
		return fault
	}
	if format.Name != csvFormat.Name {
		return matrixFault(r.table, "", keyMatrixTable)
	}
	defer catch(&fault)
	r.csv.src, r.lines = text, true
	for _, name := range r.csv.head() {
		r.addColumn(strings.TrimSpace(unquoteFormula(string(name))))
	}
	if r.head, fault = readMatrixHead(r.table, r.opts); fault != nil {
		return fault
	}
	for r.csv.next() {
		r.rows++
		r.row()
	}
	return nil
}

// row takes one pair.
func (r *matrixReader) row() {
	cells := r.csv.cells
	for len(cells) > len(r.columns) && len(bytes.TrimSpace(cells[len(cells)-1])) == 0 {
		cells = cells[:len(cells)-1]
	}
	switch {
	case len(cells) != len(r.columns):
		r.refuse(keyRowLength, "value", strconv.Itoa(len(cells)), "expected", strconv.Itoa(len(r.columns)))
		return
	case r.csv.broken != "":
		r.refuse(keyRowQuote)
		return
	}
	from, okFrom := label(cells[r.head.from], r.from, &r.matrix.From)
	to, okTo := label(cells[r.head.to], r.to, &r.matrix.To)
	if !okFrom || !okTo {
		r.refuse(keyMatrixCode)
		return
	}
	switch v, why := r.cost(string(cells[r.head.cost])); {
	case why != "":
		r.refuse(keyMatrixCost, "value", shorten(string(cells[r.head.cost])), "why", why)
	case math.IsInf(v, 1):
		r.matrix.NoWay++
	default:
		r.links = append(r.links, matrixLink{data.CostLink{From: from, To: to, Cost: v}, int32(r.csv.line)})
	}
}

// label returns the index of a place by its text, adding it where it is new; ok is false for none.
func label(raw []byte, index map[string]int32, labels *[]data.Label) (i int32, ok bool) {
	if i, ok := index[string(raw)]; ok {
		return i, true
	}
	text := clean(halfWidth(unquoteFormula(string(raw))))
	if isMissing(text) {
		return 0, false
	}
	i, known := index[text]
	if !known {
		i = int32(len(*labels))
		l := data.Label{Code: text, Name: text}
		if code, state := readCode(cell{text: text}); state == codeRepaired {
			l.Code = code
		}
		*labels = append(*labels, l)
		index[text] = i
	}
	index[string(raw)] = i
	return i, true
}

// cost reads a cell in metres or minutes, +Inf for no way; why says what is wrong ("fault.matrix."+why in charts/words).
func (r *matrixReader) cost(text string) (v float64, why string) {
	text = clean(halfWidth(text))
	switch lower := strings.ToLower(strings.TrimPrefix(text, "+")); {
	case isMissing(text), lower == "inf", lower == "infinity", lower == "∞":
		return math.Inf(1), ""
	case isNotANumber(text):
		return 0, "number"
	}
	v, rest, ok := leadingNumber(text)
	unit := r.head.unit
	if rest != "" && ok {
		unit, ok = travelUnitOf(rest)
	}
	switch {
	case !ok:
		return 0, "text"
	case unit.of != r.head.unit.of:
		return 0, "unit"
	case v < 0:
		return 0, "negative"
	}
	if v = unit.cost(v) + 0; math.IsInf(v, 1) { // + 0: no negative zero
		return 0, "number"
	}
	return v, ""
}

// refuse lists the row of the reader as not used; args are as those of fatal.
func (r *matrixReader) refuse(key string, args ...string) { r.refuseLine(r.csv.line, key, args...) }

func (r *matrixReader) refuseLine(line int, key string, args ...string) {
	f := data.Fault{Key: key, Severity: data.Refused, Feature: line, Field: fieldCost, Column: r.columns[r.head.cost]}
	setArgs(&f, append(args, "row", r.rowWord()))
	r.log.add(f)
	r.refused++
}

// finish brings the links into order, settles pairs that stand twice, and says what was read.
func (r *matrixReader) finish() {
	m := r.matrix
	m.Unit = r.head.unit.of
	r.settle()
	if r.head.assumed {
		r.log.add(data.Fault{Key: keyMatrixAssumed, Severity: data.Doubtful, Field: fieldCost, Column: r.columns[r.head.cost]})
	}
	if m.NoWay > 0 {
		r.log.add(data.Fault{Key: keyMatrixNoWay, Severity: data.Notice, Count: m.NoWay})
	}
	m.Faults = r.log.faults
	m.Source = data.Source{Layer: data.LayerCostMatrix, File: r.file, Path: r.path, Format: r.format, SHA256: r.sha256, Bytes: r.bytes,
		Read: r.rows, Used: r.rows - r.refused, Refused: r.refused}
	used := []int{r.head.from, r.head.to, r.head.cost}
	for k, field := range []data.Field{fieldFrom, fieldTo, fieldCost} {
		use := data.ColumnUse{Field: field, Column: r.columns[used[k]], Asked: r.opts.Columns[placeOf(data.LayerCostMatrix, field)] != ""}
		if field == fieldCost {
			use.Unit = r.head.unit.name
		}
		m.Source.Columns = append(m.Source.Columns, use)
	}
	for i, c := range r.columns {
		if !slices.Contains(used, i) && c != "" {
			m.Source.Unused = append(m.Source.Unused, c)
		}
	}
}

// settle keeps the first row of each pair.
func (r *matrixReader) settle() {
	slices.SortStableFunc(r.links, func(a, b matrixLink) int { return a.Compare(b.CostLink) })
	repeated := 0
	for i := range r.links {
		l, kept := r.links[i], r.matrix.Links
		switch {
		case len(kept) == 0 || kept[len(kept)-1].Compare(l.CostLink) != 0:
			r.matrix.Links = append(kept, l.CostLink)
		case kept[len(kept)-1].Cost == l.Cost:
			repeated++
		default:
			first := r.firstOf(i)
			r.refuseLine(int(l.line), keyMatrixTwice, "value", costText(l.Cost), "first", strconv.Itoa(int(first.line)), "other", costText(first.Cost),
				"from", shorten(r.matrix.From[l.From].Name), "to", shorten(r.matrix.To[l.To].Name))
		}
	}
	if repeated > 0 {
		r.log.add(data.Fault{Key: keyMatrixRepeated, Severity: data.Notice, Count: repeated})
	}
}

// firstOf returns the first row of the pair of link i.
func (r *matrixReader) firstOf(i int) matrixLink {
	for i > 0 && r.links[i-1].Compare(r.links[i].CostLink) == 0 {
		i--
	}
	return r.links[i]
}

// costText writes a cost for a message: in metres or minutes.
func costText(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
