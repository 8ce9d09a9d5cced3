package load

import (
	"bytes"
	"io"
	"slices"

	"quarter/data"
)

// geojson is RFC 7946, with what older and hand-made files add: any order of members, a crs member, numbers as text, further
// ordinates. The text is read once, as a stream; a row holds only its own coordinates and cells.
var geojson = Format{
	Name:  "GeoJSON",
	Looks: func(head []byte, ext string) bool { return looksJSON(head) || ext == ".geojson" || ext == ".json" },
	Read:  readGeoJSON,
}

func looksJSON(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

func readGeoJSON(src io.Reader, t *table) *data.Fault {
	t.placed = true
	d := &geojsonReader{jsonScanner: newJSONScanner(src), table: t, chunk: chunkSize}
	return d.document()
}

func (d *geojsonReader) document() (fault *data.Fault) {
	d.base = d.table.mark
	defer catch(&fault)
	d.top()
	return nil
}

type geojsonReader struct {
	*jsonScanner
	table  *table
	coords coordReader
	texts  []byte // cells of the row being read
	spans  []span
	slab   []cell // unused room for the cells of coming rows

	chunk   int              // bytes of the text that one of several threads reads at a time, about
	readers []*geojsonReader // of the threads
	rows    int              // that a chunk is likely to have
}

// span is a cell whose text stands in texts.
type span struct {
	column   int32
	kind     cellKind
	from, to int32
}

// document is what the outermost object has said so far; its members come in any order.
type document struct {
	kind     string // its type
	typed    bool
	features bool
	feature  row
	has      featureParts
	geometry geometryParts
	seen     map[string]bool
}

func (d *geojsonReader) top() {
	switch d.peek() {
	case 0:
		panic(fatal(keyEmptyFile))
	case '{':
	default:
		d.skip()
		d.nothingMore()
		panic(fatal(keyNotGeoJSON, "what", "object"))
	}
	doc := document{seen: map[string]bool{}}
	d.open('{')
	for name, ok := d.member(true); ok; name, ok = d.member(false) {
		d.topMember(string(name), &doc)
	}
	d.nothingMore()
	d.finish(&doc)
}

func (d *geojsonReader) nothingMore() {
	if d.peek() != 0 {
		d.syntax("end")
	}
}

func (d *geojsonReader) topMember(name string, doc *document) {
	switch name {
	case "type", "features", "geometry", "properties", "coordinates", "geometries", "crs":
		if doc.seen[name] {
			panic(d.fault(keyDuplicateTop, "member", name))
		}
		doc.seen[name] = true
	}
	switch name {
	case "type":
		doc.kind, doc.typed = d.stringOr()
	case "features":
		d.features(doc)
	case "crs":
		d.crs()
	case "geometry", "properties", "id":
		d.featureMember(name, &doc.feature, &doc.has)
	case "coordinates", "geometries", "bbox":
		d.geometryMember(name, &doc.geometry, &doc.feature)
	default:
		d.skip()
	}
}

// stringOr reads a string; anything else is read over and gives false.
func (d *geojsonReader) stringOr() (string, bool) {
	if d.peek() != '"' {
		d.skip()
		return "", false
	}
	raw := d.text()
	for _, kind := range usualKinds {
		if string(raw) == kind {
			return kind, true
		}
	}
	return string(raw), true
}

// usualKinds are the types that nearly all objects of a file have; they need no string of their own.
var usualKinds = [...]string{"Feature", "Polygon", "MultiPolygon", "Point"}

func (d *geojsonReader) features(doc *document) {
	if d.peek() != '[' {
		d.skip()
		panic(fatal(keyNotGeoJSON, "what", "features"))
	}
	doc.features = true
	d.open('[')
	if parts := d.chunks(); len(parts) > 0 {
		defer d.table.prepend(parts) // where a fault follows, too
		if d.peek() == ']' {
			d.syntax("value")
		}
	}
	for first := true; d.element(first); first = false {
		d.feature()
	}
}

// finish decides what the outermost object was.
func (d *geojsonReader) finish(doc *document) {
	switch {
	case doc.kind == "FeatureCollection" && doc.features:
	case doc.kind == "FeatureCollection":
		panic(fatal(keyNotGeoJSON, "what", "features"))
	case doc.kind == "Feature":
		doc.has.typed = true
		d.emit(&doc.feature, &doc.has)
	case isGeometryType(doc.kind):
		doc.geometry.kind = doc.kind
		doc.feature.shape, doc.feature.refused = doc.geometry.build()
		doc.feature.at = 1
		d.table.rows = append(d.table.rows, doc.feature)
	case !doc.typed:
		panic(fatal(keyNotGeoJSON, "what", "type"))
	default:
		panic(fatal(keyNotGeoJSON, "what", "unknown", "value", shorten(doc.kind)))
	}
	if len(d.table.rows) == 0 {
		panic(fatal(keyNoFeatures))
	}
}

// featureParts says which members a feature had.
type featureParts struct {
	typed, geometry, properties bool
	kind                        string
}

func (d *geojsonReader) feature() {
	var r row
	var has featureParts
	if d.peek() != '{' {
		null := d.peek() == 'n'
		d.skip()
		r.refused = &problem{key: keyFeatureBad, column: -1, args: []string{"what", map[bool]string{true: "null", false: "object"}[null]}}
		d.append(r)
		return
	}
	d.open('{')
	for name, ok := d.member(true); ok; name, ok = d.member(false) {
		switch string(name) {
		case "type":
			has.kind, _ = d.stringOr()
			has.typed = has.kind == "Feature"
		case "geometry":
			d.featureMember("geometry", &r, &has)
		case "properties":
			d.featureMember("properties", &r, &has)
		case "id":
			d.featureMember("id", &r, &has)
		case "bbox":
			d.bbox(&r)
		default:
			d.skip()
		}
	}
	d.emit(&r, &has)
}

func (d *geojsonReader) emit(r *row, has *featureParts) {
	d.endCells(r)
	switch {
	case !has.typed:
		r.refused = &problem{key: keyFeatureBad, column: -1, value: shorten(has.kind), args: []string{"what", "type"}}
	case !has.geometry && r.refused == nil:
		r.refused = &problem{key: keyNoGeometry, column: -1}
	case !has.properties:
		r.note(problem{key: keyNoProperties, severity: data.Notice, column: -1})
	}
	d.append(*r)
}

func (d *geojsonReader) append(r row) {
	r.at = len(d.table.rows) + 1
	d.table.rows = append(d.table.rows, r)
}

func (r *row) note(p problem) { r.notes = append(r.notes, p) }

func (d *geojsonReader) featureMember(name string, r *row, has *featureParts) {
	switch name {
	case "geometry":
		if has.geometry {
			d.skip()
			r.refused = &problem{key: keyDuplicateMember, column: -1, args: []string{"member", name}}
			return
		}
		has.geometry = true
		var refused *problem
		if r.shape, refused = d.geometry(r); refused != nil {
			r.refused = refused
		}
	case "properties":
		if has.properties {
			r.note(problem{key: keyDuplicateMember, severity: data.Doubtful, column: -1, args: []string{"member", name}})
		}
		has.properties = true
		d.properties(r)
	case "id":
		d.id(r)
	}
}

// properties reads the cells of a row.
func (d *geojsonReader) properties(r *row) {
	if c := d.peek(); c != '{' {
		d.skip()
		if c != 'n' {
			r.note(problem{key: keyPropertiesBad, severity: data.Repaired, column: -1})
		}
		return
	}
	d.open('{')
	column := -1
	for name, ok := d.member(true); ok; name, ok = d.member(false) {
		column = d.table.column(name, column+1)
		d.property(column)
	}
}

func (d *geojsonReader) property(column int) {
	c := d.peek()
	if !d.table.readable(column) {
		d.skip()
		return
	}
	switch {
	case c == '"':
		d.addCell(column, cellText, d.text())
	case isNumberStart(c):
		raw := d.numberText()
		if isSpecial(raw) {
			d.addCell(column, cellSpecial, raw)
			return
		}
		d.addCell(column, cellNumber, raw)
	case c == 't':
		d.literal("true")
		d.addCell(column, cellBool, []byte("true"))
	case c == 'f':
		d.literal("false")
		d.addCell(column, cellBool, []byte("false"))
	case c == '{' || c == '[':
		d.skip()
		d.addCell(column, cellNested, nil)
	default:
		d.skip()
	}
}

// id reads the feature's own id as a column "id", which a property of that name overrules.
func (d *geojsonReader) id(r *row) {
	c := d.peek()
	if c != '"' && !isNumberStart(c) {
		d.skip()
		r.note(problem{key: keyIDBad, severity: data.Notice, column: -1})
		return
	}
	d.property(d.table.column([]byte(idColumn), 0))
}

// idColumn is the name under which the id member of features is known; no property of a file is likely to have it.
const idColumn = "feature id"

func (d *geojsonReader) addCell(column int, kind cellKind, text []byte) {
	from := int32(len(d.texts))
	d.texts = append(d.texts, text...)
	d.spans = append(d.spans, span{int32(column), kind, from, int32(len(d.texts))})
}

// endCells gives the cells read since the last row to this one: one string for all texts. Of a name that stands twice the last value
// holds, as everywhere.
func (d *geojsonReader) endCells(r *row) {
	texts := string(d.texts)
	if len(d.slab) < len(d.spans) {
		d.slab = make([]cell, max(4096, len(d.spans)))
	}
	cells := d.slab[:0:len(d.spans)]
	last := int32(-1) // of the columns so far
	for _, s := range d.spans {
		c := cell{column: s.column, kind: s.kind, text: texts[s.from:s.to]}
		if at := indexCell(cells, s.column, last); at >= 0 {
			r.note(problem{key: keyDuplicateMember, severity: data.Doubtful, column: int(s.column), value: shorten(c.text), args: []string{"member", d.table.columns[s.column]}})
			cells[at] = c
			continue
		}
		cells = append(cells, c)
		last = max(last, s.column)
	}
	d.slab = d.slab[len(cells):]
	r.cells = cells[:len(cells):len(cells)]
	d.texts, d.spans = d.texts[:0], d.spans[:0]
}

// indexCell returns the place of a column's cell, or -1. Columns mostly come in order, and nothing stands beyond the last.
func indexCell(cells []cell, column, last int32) int {
	if column > last {
		return -1
	}
	return slices.IndexFunc(cells, func(c cell) bool { return c.column == column })
}
