package load

import (
	"slices"
	"strings"

	"quarter/data"
)

// groupColumn is the column of a file that counts a part of the population.
type groupColumn struct {
	use   *columnUse // nil where the file has no such column
	known bool       // recognised as a field, too: what is wrong with its cells is told there
}

// findGroups finds the columns that Options.Groups names, by the names that they have in the files of grids and communities. One that no
// file has, or that holds persons, is a fault. What is followed without being asked for is not followed twice.
func findGroups(sheets []*sheet, asked []string) ([]data.CohortColumn, *data.Fault) {
	var out []data.CohortColumn
	var seen []string
	for _, name := range asked {
		if slices.Contains(seen, plain(name)) {
			continue
		}
		seen = append(seen, plain(name))
		columns, fault := groupColumns(sheets, name)
		if fault != nil {
			return nil, fault
		}
		if cohort := cohortOf(columns, name); !cohort.Field.IsCohort() {
			out = append(out, cohort)
			for i, s := range sheets {
				s.follow(columns[i])
			}
		}
	}
	return out, nil
}

// follow takes a column for the next part of the population.
func (s *sheet) follow(c groupColumn) {
	s.groups = append(s.groups, c)
	if c.use != nil {
		s.unused = slices.DeleteFunc(s.unused, func(name string) bool { return name == c.use.Column })
	}
}

// groupColumns finds one column in every file.
func groupColumns(sheets []*sheet, name string) ([]groupColumn, *data.Fault) {
	out := make([]groupColumn, len(sheets))
	var available []string
	found := false
	for i, s := range sheets {
		if s.layer != data.LayerGrids && s.layer != data.LayerCommunities {
			continue
		}
		available = append(available, s.visibleColumns()...)
		at := s.columnAt(name)
		if at < 0 {
			continue
		}
		var fault *data.Fault
		if out[i], fault = s.groupColumn(at); fault != nil {
			return nil, fault
		}
		found = true
	}
	if !found {
		slices.Sort(available)
		return nil, fatal(keyGroupUnknown, "value", name, "available", strings.Join(slices.Compact(available), "、"))
	}
	return out, nil
}

// groupColumn reads a column as people, or as what its field counts where it is one.
func (s *sheet) groupColumn(at int) (groupColumn, *data.Fault) {
	refused := func(key string) (groupColumn, *data.Fault) {
		f := fatal(key)
		f.Layer, f.File, f.Column = s.layer, s.file, s.columns[at]
		return groupColumn{}, f
	}
	if s.private[at] {
		return refused(keyGroupPersonal)
	}
	for i := range s.uses {
		use := &s.uses[i]
		switch {
		case use.column != at:
		case use.of.counts():
			return groupColumn{use: use, known: true}, nil
		default:
			return refused(keyGroupUnit)
		}
	}
	h := readHead(s.columns[at])
	if !h.unit.fits(ofPeople) || slices.ContainsFunc(shareMarks, func(end string) bool { return strings.HasSuffix(h.base, end) }) {
		return refused(keyGroupUnit)
	}
	return groupColumn{use: &columnUse{column: at, of: ofPeople, unit: h.unit,
		ColumnUse: data.ColumnUse{Field: data.FieldCohort, Column: s.columns[at], Unit: h.unit.name, Asked: true}}}, nil
}

// shareMarks end the names of columns of shares, which count nobody.
var shareMarks = []string{"率", "占比", "比例", "比重", "rate", "share", "percent", "pct", "ratio"}

// counts reports whether numbers of the dimension count people, households or things, rather than money or shares.
func (of dimension) counts() bool {
	return of == ofPeople || of == ofHouseholds || of == ofCount || of == ofVisits
}

// cohortOf names a part of the population after its column.
func cohortOf(columns []groupColumn, name string) data.CohortColumn {
	out := data.CohortColumn{Label: name}
	for _, c := range columns {
		if c.use == nil {
			continue
		}
		out.Label = c.use.Column
		if c.known {
			out.Field = c.use.Field
		}
	}
	return out
}

// addGroups keeps what the row just added says of each part of the population.
func (b *builder) addGroups(s *sheet, i int) {
	for k, column := range s.groups {
		if column.use == nil {
			continue
		}
		cohort := &b.city.Cohorts[k]
		values, n := &cohort.Grids, len(b.city.Grids)
		if s.layer == data.LayerCommunities {
			values, n = &cohort.Communities, len(b.city.Communities)
		}
		*values = append(*values, make([]data.Number, n-1-len(*values))...)
		*values = append(*values, s.groupNumber(i, column))
	}
}

func (s *sheet) groupNumber(i int, column groupColumn) data.Number {
	if column.known {
		return s.cellNumber(i, column.use).number()
	}
	return s.numberIn(i, column.use)
}
