package load

import (
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// sheet is a table whose columns and geometry are understood: one file of a layer, ready to become units.
type sheet struct {
	*table
	*recognition
	layer  data.Layer
	groups []groupColumn // one for each of City.Cohorts
	log    *faultLog
	codes  []string // by row
	shapes []*geo.Shape
	spots  []orb.Point // of rows that are points; of grids that are polygons, the centroid
	used   int

	attributes []attribute            // of attributeFields, those that have a column
	openings   map[string]openingCell // read so far, by text
}

func newSheet(t *table, layer data.Layer, asked map[data.Field]string, threads int) (*sheet, *data.Fault) {
	s := &sheet{table: t, layer: layer, log: newFaultLog(layer, t.file), openings: map[string]openingCell{}}
	for _, f := range t.faults {
		s.log.add(f)
	}
	var fault *data.Fault
	if s.recognition, fault = recognise(t, layer, asked, s.log); fault != nil {
		return nil, fault
	}
	for _, step := range []func() *data.Fault{s.checkColumns, s.checkTiers, s.placePoints, s.checkKinds, s.checkPlaces} {
		if fault := step(); fault != nil {
			return nil, fault
		}
	}
	s.readCodes()
	s.clean(threads)
	return s, nil
}

// checkColumns wants at least what a layer cannot do without. A bare geometry has no columns, and needs none; nor does a
// barrier.
func (s *sheet) checkColumns() *data.Fault {
	available := s.visibleColumns()
	if len(available) == 0 || s.layer == data.LayerBarriers {
		return nil
	}
	named := s.hasAny(data.FieldCode, data.FieldName)
	_, mayBePoints, _ := takes(s.layer)
	placed := !s.placed && (s.has(data.FieldLon) && s.has(data.FieldLat) || s.has(data.FieldLocation))
	switch {
	case s.layer == data.LayerCommunities && !s.placed:
		return fatal(keyTableOnly)
	case mayBePoints && !s.placed && !placed:
		return fatal(keyNoCoordinates, "available", strings.Join(available, "、"), "flag", flagFor(s.layer, data.FieldLon, "…"))
	case s.layer == data.LayerGrids && !s.hasAny(countFields...) && s.centerColumn() != "":
		return fatal(keyWrongLayer, "value", s.centerColumn(), "flag", flagFor(s.layer, data.FieldHouseholds, "…"))
	case mayBePoints:
		if len(s.uses) > 0 {
			return nil
		}
	case named:
		return nil
	}
	return fatal(keyNoColumns, "available", strings.Join(available, "、"), "flag", flagFor(s.layer, data.FieldName, "…"))
}

// countFields say how many live in a unit.
var countFields = []data.Field{data.FieldHouseholds, data.FieldPopulation, data.FieldResident, data.FieldRegistered, data.FieldActual}

// centerColumn is a column that only a file of centers has, or "".
func (s *sheet) centerColumn() string {
	as := columnsOf(s.table, data.LayerCenters)
	for _, f := range []data.Field{data.FieldTier, data.FieldStatus, data.FieldFloorArea} {
		if use := as.by[f]; use != nil {
			return use.Column
		}
	}
	return ""
}

// checkTiers drops a column of kinds that knows no level at all, such as the kinds of places in a map service: the levels are then
// left to the names.
func (s *sheet) checkTiers() *data.Fault {
	use := s.by[data.FieldTier]
	if use == nil || use.Asked || len(s.rows) == 0 {
		return nil
	}
	for i := range s.rows {
		if t, known := readTier(s.text(i, data.FieldTier)); known && t != data.TierUnknown {
			return nil
		}
	}
	example := shorten(s.text(0, data.FieldTier))
	s.log.add(data.Fault{Key: keyTierColumn, Severity: data.Notice, Field: data.FieldTier, Column: use.Column, Value: example,
		Args: map[string]string{"flag": flagFor(s.layer, data.FieldTier, use.Column)}})
	s.drop(data.FieldTier)
	return nil
}

// drop undoes the recognition of a field.
func (r *recognition) drop(f data.Field) {
	r.unused = append(r.unused, r.by[f].Column)
	delete(r.by, f)
	r.uses = slices.DeleteFunc(slices.Clone(r.uses), func(u columnUse) bool { return u.Field == f })
	for i := range r.uses {
		r.by[r.uses[i].Field] = &r.uses[i]
	}
}

// visibleColumns are the columns that the file itself names.
func (t *table) visibleColumns() []string {
	var out []string
	for _, c := range t.columns {
		if c != idColumn && c != "" {
			out = append(out, c)
		}
	}
	return out
}

// readCodes reads the code column, undoing what spreadsheets do to codes.
func (s *sheet) readCodes() {
	s.codes = make([]string, len(s.rows))
	use := s.by[data.FieldCode]
	if use == nil {
		s.codesFromIDs()
		return
	}
	for i := range s.rows {
		c := s.rows[i].cell(use.column)
		code, state := readCode(c)
		switch state {
		case codeRepaired:
			s.log.sum(s.faultAt(i, keyCodeRepaired, data.Repaired, use))
		case codeDamaged:
			f := s.faultAt(i, keyCodeDamaged, data.Doubtful, use)
			f.Value = shorten(c.text)
			s.log.add(f)
			continue
		}
		s.codes[i] = code
	}
}

// codesFromIDs takes the ids of features where no property is a code.
func (s *sheet) codesFromIDs() {
	at, ok := s.index[idColumn]
	if !ok || s.layer == data.LayerDistricts {
		return
	}
	for i := range s.rows {
		s.codes[i], _ = readCode(s.rows[i].cell(at))
	}
}

// text returns a cell of a field, trimmed; empty where it says that there is no value.
func (s *sheet) text(i int, f data.Field) string {
	use := s.by[f]
	if use == nil {
		return ""
	}
	c := s.rows[i].cell(use.column)
	if c.kind == cellNested || c.kind == cellSpecial {
		return ""
	}
	return clean(c.text)
}

// name returns the name of a row.
func (s *sheet) name(i int) string { return s.stated(i, data.FieldName) }

// stated returns the text of a field; missing words such as 无 state nothing.
func (s *sheet) stated(i int, f data.Field) string {
	if t := s.text(i, f); !isMissing(t) {
		return t
	}
	return ""
}

// label tells a row in a fault: its name, else its code.
func (s *sheet) label(i int) string {
	name := s.name(i)
	if name == "" && i < len(s.codes) {
		name = s.codes[i]
	}
	return shorten(name)
}

// faultAt makes a fault of a row, or of its cell in a column.
func (s *sheet) faultAt(i int, key string, severity data.Severity, use *columnUse) data.Fault {
	f := data.Fault{Key: key, Severity: severity, Feature: s.rows[i].at, ID: s.label(i), Args: map[string]string{"row": s.rowWord()}}
	if use != nil {
		f.Field, f.Column = use.Field, use.Column
		f.Value = shorten(s.rows[i].cell(use.column).text)
	}
	return f
}

// rowWord says what a row's number counts: "fault.row."+word in charts/words.
func (t *table) rowWord() string {
	if t.lines {
		return "line"
	}
	return "feature"
}

// problemAt turns a problem of a row into its fault.
func (s *sheet) problemAt(i int, p *problem, severity data.Severity) data.Fault {
	f := s.faultAt(i, p.key, severity, nil)
	if p.column >= 0 {
		f.Column = s.columns[p.column]
	}
	f.Value = p.value
	setArgs(&f, p.args)
	return f
}

// number reads a number of a row. What cannot be used is missing, and told.
func (s *sheet) number(i int, f data.Field) data.Number {
	use := s.by[f]
	if use == nil {
		return data.Number{}
	}
	return s.numberIn(i, use)
}

func (s *sheet) numberIn(i int, use *columnUse) data.Number {
	n := s.cellNumber(i, use)
	switch n.fault {
	case "":
	case keyNumberPending:
		s.log.add(s.faultAt(i, n.fault, data.Notice, use))
	default:
		fault := s.faultAt(i, n.fault, data.Doubtful, use)
		if n.fault == keyNumberText && slices.Contains(holdPersons, use.Field) {
			fault.Value = ""
		}
		s.log.add(fault)
	}
	if n.about {
		s.log.sum(withoutValue(s.faultAt(i, keyNumberAbout, data.Notice, use)))
	}
	return n.number()
}

func (s *sheet) cellNumber(i int, use *columnUse) numberCell {
	return readNumber(s.rows[i].cell(use.column), use.of, use.unit)
}

// withoutValue lets faults of many values be summed.
func withoutValue(f data.Fault) data.Fault {
	if f.Value != "" {
		f.Args["example"], f.Value = f.Value, ""
	}
	return f
}

// unit reads what every level has.
func (s *sheet) unit(i int) data.Unit {
	u := data.Unit{Code: s.codes[i], Name: s.name(i), Group: s.text(i, data.FieldGroup), Counts: s.counts(i)}
	if u.Name == "" {
		u.Name = u.Code
	}
	if u.Name == "" {
		u.Name = "#" + strconv.Itoa(s.rows[i].at)
		s.log.sum(s.faultAt(i, keyNoName, data.Notice, nil))
	}
	return u
}

func (s *sheet) counts(i int) data.Counts {
	var c data.Counts
	c.People[data.Resident] = s.number(i, data.FieldResident)
	c.People[data.Unlabelled] = s.number(i, data.FieldPopulation)
	c.People[data.Actual] = s.number(i, data.FieldActual)
	c.People[data.Registered] = s.number(i, data.FieldRegistered)
	c.Households = s.number(i, data.FieldHouseholds)
	return c
}

// flag reads yes or no of a row.
func (s *sheet) flag(i int, f data.Field) data.Flag {
	use := s.by[f]
	if use == nil {
		return data.Unstated
	}
	v, known := readFlag(s.text(i, f))
	if !known {
		s.log.sum(s.faultAt(i, keyFlagWord, data.Doubtful, use))
	}
	return v
}

// tell lists what was noted of a used row.
func (s *sheet) tell(i int) {
	for _, p := range s.rows[i].notes {
		f := s.problemAt(i, &p, p.severity)
		if p.key == keyDuplicateMember {
			s.log.add(f)
			continue
		}
		s.log.sum(f)
	}
}

// source is the sheet's entry in City.Sources.
func (s *sheet) source() data.Source {
	out := data.Source{Layer: s.layer, File: s.file, Path: s.path, Format: s.format, SHA256: s.sha256, Bytes: s.bytes,
		Read: len(s.rows), Used: s.used, Refused: len(s.rows) - s.used, Unused: s.unused}
	for _, u := range s.uses {
		out.Columns = append(out.Columns, u.ColumnUse)
	}
	for _, g := range s.groups {
		if g.use != nil && !g.known {
			out.Columns = append(out.Columns, g.use.ColumnUse)
		}
	}
	return out
}
