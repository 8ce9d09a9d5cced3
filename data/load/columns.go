package load

import (
	"slices"
	"strings"
	"unicode"

	"quarter/data"
)

// columnUse is a column taken for a field.
type columnUse struct {
	data.ColumnUse
	column int // index in the table
	of     dimension
	unit   unit // of the head; zero where it states none
}

// recognition is what the columns of one file mean.
type recognition struct {
	uses   []columnUse // in the order of layerFields
	by     map[data.Field]*columnUse
	unused []string
}

// has reports whether a column was found for the field.
func (r *recognition) has(f data.Field) bool { return r.by[f] != nil }

// hasAny reports whether a column was found for one of the fields.
func (r *recognition) hasAny(fields ...data.Field) bool { return slices.ContainsFunc(fields, r.has) }

// match says how well a column's name fits a field: lower is better.
type match struct {
	column int
	how    fit
	rank   int // of the synonym
	unit   unit
}

// fit is the manner in which a column's name fits a synonym, best first.
type fit uint8

const (
	fitAsked  fit = iota // named by --column
	fitExact             // the name itself, a unit in its head apart
	fitJoined            // with a word of a bracket joined on, or a year left out
	fitCut               // a 10-byte field name that was cut
	noFit
)

func (m match) better(o match) bool { return m.how < o.how || m.how == o.how && m.rank < o.rank }
func (m match) equal(o match) bool  { return m.how == o.how && m.rank == o.rank }

// recognise finds the column of each field. Exact names beat cut ones; among equals the order of the synonyms decides; two different
// columns that fit equally well are an error that names them. A column serves one field only.
func recognise(t *table, layer data.Layer, asked map[data.Field]string, log *faultLog) (*recognition, *data.Fault) {
	heads := readHeads(t.columns)
	out := &recognition{by: map[data.Field]*columnUse{}}
	taken := map[int]bool{}
	fields := layerFields[layer]
	for _, a := range fields {
		if name, ok := asked[a.field]; ok {
			column, fault := askedColumn(t, layer, a.field, name)
			if fault != nil {
				return nil, fault
			}
			taken[column] = true
		}
	}
	var found []match
	for i := range fields {
		m, fault := bestColumn(t, layer, &fields[i], heads, asked, taken)
		if fault != nil {
			return nil, fault
		}
		found = append(found, m)
	}
	resolveShared(found)
	for i, m := range found {
		if m.how < noFit {
			out.add(t, &fields[i], m)
		}
	}
	out.finish(t, layer, heads, log)
	return out, nil
}

// resolveShared gives a column that several fields want to the one that it fits best; the earlier field wins a tie.
func resolveShared(found []match) {
	owner := map[int]int{}
	for i, m := range found {
		if m.how == noFit || m.how == fitAsked { // one column may be asked for two fields
			continue
		}
		other, shared := owner[m.column]
		switch {
		case !shared:
			owner[m.column] = i
		case m.how < found[other].how:
			found[other].how = noFit
			owner[m.column] = i
		default:
			found[i].how = noFit
		}
	}
}

func (r *recognition) add(t *table, a *accepted, m match) {
	r.uses = append(r.uses, columnUse{
		ColumnUse: data.ColumnUse{Field: a.field, Column: t.columns[m.column], Unit: m.unit.name, Asked: m.how == fitAsked},
		column:    m.column, of: a.of, unit: m.unit,
	})
}

// finish lists what is left over: personal columns, columns not understood, and columns that would have fitted too.
func (r *recognition) finish(t *table, layer data.Layer, heads []head, log *faultLog) {
	used := map[int]bool{}
	for i := range r.uses {
		r.by[r.uses[i].Field] = &r.uses[i]
		used[r.uses[i].column] = true
	}
	var personal []string
	for i, name := range t.columns {
		switch {
		case t.private[i]:
			personal = append(personal, name)
		case !used[i] && name != "" && name != idColumn:
			r.unused = append(r.unused, name)
		}
	}
	if len(personal) > 0 {
		log.add(data.Fault{Key: keyPersonal, Severity: data.Notice, Column: strings.Join(personal, "、"), Count: len(personal)})
	}
	r.noteOthers(t, layer, heads, used, log)
}

// noteOthers remarks on a second column that means the same number, such as 常住户数 beside 户籍户数.
func (r *recognition) noteOthers(t *table, layer data.Layer, heads []head, used map[int]bool, log *faultLog) {
	for _, a := range layerFields[layer] {
		use := r.by[a.field]
		if use == nil || a.of == noNumber || use.Asked {
			continue
		}
		for i := range t.columns {
			if used[i] || t.private[i] {
				continue
			}
			if m := fitOf(&a, heads[i]); m.how <= fitExact {
				log.add(data.Fault{Key: keyChosen, Severity: data.Notice, Field: a.field, Column: use.Column,
					Args: map[string]string{"other": t.columns[i], "flag": flagFor(layer, a.field, t.columns[i])}})
			}
		}
	}
}

func flagFor(layer data.Layer, field data.Field, column string) string {
	return "--column " + placeOf(layer, field) + "=" + column
}

// bestColumn finds the column that fits a field best.
func bestColumn(t *table, layer data.Layer, a *accepted, heads []head, asked map[data.Field]string, taken map[int]bool) (match, *data.Fault) {
	if name, ok := asked[a.field]; ok {
		column, _ := askedColumn(t, layer, a.field, name)
		return match{column: column, how: fitAsked, unit: heads[column].unitOf(a.of)}, nil
	}
	if t.placed && (a.of == ofDegrees || a.field == data.FieldLocation) {
		return match{how: noFit}, nil
	}
	best, rival := match{how: noFit}, -1
	for i := range heads {
		if taken[i] || t.private[i] {
			continue
		}
		m := fitOf(a, heads[i])
		m.column = i
		switch {
		case m.better(best):
			best, rival = m, -1
		case m.how < noFit && m.equal(best):
			rival = i
		}
	}
	if rival >= 0 {
		return match{}, ambiguous(t, layer, a.field, best.column, rival)
	}
	return best, nil
}

func ambiguous(t *table, layer data.Layer, field data.Field, a, b int) *data.Fault {
	f := fatal(keyAmbiguous, "candidates", t.columns[a]+"、"+t.columns[b], "flag", flagFor(layer, field, t.columns[a]))
	f.Layer, f.Field, f.File = layer, field, t.file
	return f
}

// askedColumn finds a column that the user named: as written, else by its plain form.
func askedColumn(t *table, layer data.Layer, field data.Field, name string) (int, *data.Fault) {
	at := t.columnAt(name)
	if at < 0 {
		f := fatal(keyAskedColumn, "place", placeOf(layer, field), "available", strings.Join(t.visibleColumns(), "、"))
		f.Layer, f.Field, f.File, f.Column = layer, field, t.file, name
		return 0, f
	}
	if t.private[at] {
		f := fatal(keyAskedPrivate, "place", placeOf(layer, field))
		f.Layer, f.Field, f.File, f.Column = layer, field, t.file, t.columns[at]
		return 0, f
	}
	return at, nil
}

// fitOf says how well a head fits a field, by its best synonym.
func fitOf(a *accepted, h head) match {
	best := match{how: noFit}
	if h.unit.of != noNumber && !h.unit.fits(a.of) {
		return best
	}
	for rank, name := range a.names {
		m := match{how: h.fit(name), rank: rank, unit: h.unit}
		if m.better(best) {
			best = m
		}
	}
	return best
}

// head is a column's name taken apart.
type head struct {
	base   string   // in plain form, without unit and bracket
	joined []string // with the word of a bracket before or after it, and without a year
	unit   unit
	raw    string
	open   bool // a bracket was left that only joined may resolve
}

func readHeads(columns []string) []head {
	out := make([]head, len(columns))
	for i, c := range columns {
		out[i] = readHead(c)
	}
	return out
}

func readHead(name string) head {
	name = halfWidth(strings.TrimSpace(name))
	h := head{raw: name}
	base, inside := cutBracket(name)
	if u, ok := unitByName(inside); ok {
		h.unit, inside = u, ""
	}
	if inside == "" {
		base, h.unit = cutUnit(base, h.unit)
	}
	h.base = plain(base)
	if inside != "" {
		word := plain(inside)
		h.open = true
		h.joined = append(h.joined, word+h.base, h.base+word)
		if isYear(word) {
			h.joined = append(h.joined, h.base)
		}
	}
	if bare := withoutYear(h.base); bare != h.base {
		h.joined = append(h.joined, bare)
	}
	return h
}

func (h *head) unitOf(of dimension) unit {
	if h.unit.fits(of) {
		return h.unit
	}
	return unit{}
}

func (h *head) fit(name string) fit {
	switch {
	case !h.open && h.base == name:
		return fitExact
	case slices.Contains(h.joined, name):
		return fitJoined
	case !h.open && isCut(h.base, name):
		return fitCut
	}
	return noFit
}

// isCut reports whether a column's name is what a field name of 10 bytes leaves of the longer name: five characters in GBK, three in
// UTF-8, ten letters.
func isCut(column, name string) bool {
	if len(column) >= len(name) || !strings.HasPrefix(name, column) || len(name) <= 10 {
		return false
	}
	runes := len([]rune(column))
	if runes == len(column) {
		return runes == 10
	}
	return runes == 5 && 2*len([]rune(name)) > 10 || len(column) == 9 || len(column) == 10
}

// cutBracket splits "面积(亩)" into "面积" and "亩".
func cutBracket(s string) (base, inside string) {
	s = strings.NewReplacer("[", "(", "]", ")", "【", "(", "】", ")").Replace(s)
	at := strings.IndexByte(s, '(')
	if at <= 0 || !strings.HasSuffix(s, ")") {
		return s, ""
	}
	return s[:at], strings.TrimSpace(s[at+1 : len(s)-1])
}

// cutUnit takes a unit off the end of a name: 建筑面积/㎡, 建筑面积_平方米, floor_area_m2.
func cutUnit(base string, stated unit) (string, unit) {
	if rest, ok := strings.CutSuffix(base, "%"); ok && stated.of == noNumber {
		return rest, units["%"]
	}
	at := strings.LastIndexAny(base, "/_ ")
	if at <= 0 || stated.of != noNumber {
		return base, stated
	}
	if u, ok := unitByName(base[at+1:]); ok {
		return base[:at], u
	}
	return base, stated
}

// plain is the form in which column names are compared: half-width, lower case, without blanks and joining marks.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '_', r == '.', r == ':', r == '-' && !strings.ContainsAny(s, "岁"):
			return -1
		}
		return unicode.ToLower(r)
	}, halfWidth(strings.TrimSpace(s)))
}

// words lists names in plain form.
func words(s string) []string {
	names := strings.Fields(s)
	for i, n := range names {
		names[i] = plain(n)
	}
	return names
}

func join(lists ...[]accepted) []accepted { return slices.Concat(lists...) }

// withoutYear drops a year before or after a name: pop2000, 2020年常住人口.
func withoutYear(s string) string {
	if len(s) > 4 && isYear(s[len(s)-4:]) {
		return s[:len(s)-4]
	}
	if rest, ok := strings.CutSuffix(s, "年"); ok && len(rest) > 4 && isYear(rest[len(rest)-4:]) {
		return rest[:len(rest)-4]
	}
	if len(s) > 4 && isYear(s[:4]) {
		return strings.TrimPrefix(s[4:], "年")
	}
	return s
}

func isYear(s string) bool {
	s = strings.TrimSuffix(s, "年")
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && digits([]byte(s)) == 4
}

// isPersonal reports whether a column holds persons: names, numbers to call, papers.
func isPersonal(column string) bool {
	p := plain(column)
	counted := readHead(column).base // 网格长数（人）
	for _, end := range numberMarks {
		if strings.HasSuffix(p, end) || strings.HasSuffix(counted, end) {
			return false
		}
	}
	return slices.Contains(personalNames, p) || slices.ContainsFunc(personalMarks, func(m string) bool { return strings.Contains(p, m) })
}
