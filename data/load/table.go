package load

import (
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
)

// table is one file as it stands: rows in file order, cells as text. Columns of personal data are named but never held.
type table struct {
	path    string
	file    string // base name
	format  string
	sha256  string
	bytes   int64
	columns []string // in order of first appearance
	private []bool   // columns that are never read
	index   map[string]int
	rows    []row
	lines   bool  // rows are numbered by line of the file, else by feature
	placed  bool  // the format has a geometry of its own: no lon and lat columns are looked for
	mark    int64 // bytes before the text: a byte order mark
	threads int   // that may read it
	faults  []data.Fault
}

// row is one feature of a map, or one line of a table.
type row struct {
	at      int // 1-based feature, or line
	shape   shape
	refused *problem // why its geometry or structure cannot be used; nil for none
	notes   []problem
	cells   []cell // in file order; absent columns have none
}

// problem is a fault of a row before the row has a name.
type problem struct {
	key      string
	severity data.Severity
	column   int // index, or -1
	value    string
	args     []string
}

// shape is the geometry of a row as given. Exactly one of polygons and points is set for a geometry that Quarter can use.
type shape struct {
	kind     string // its GeoJSON type; empty for none
	polygons orb.MultiPolygon
	points   []orb.Point
	extra    bool // stood in a collection beside geometries of another kind
}

// first returns any vertex, for the checks of a whole file.
func (s *shape) first() (orb.Point, bool) {
	if len(s.points) > 0 {
		return s.points[0], true
	}
	for _, polygon := range s.polygons {
		for _, ring := range polygon {
			if len(ring) > 0 {
				return ring[0], true
			}
		}
	}
	return orb.Point{}, false
}

// cellKind is what a cell was in the file; a table has text only.
type cellKind uint8

const (
	cellText    cellKind = iota
	cellNumber           // a bare JSON number
	cellSpecial          // NaN or Infinity, which JSON does not have
	cellBool
	cellNested // an object or array: never a value
)

type cell struct {
	column int32
	kind   cellKind
	text   string
}

// cell returns a row's cell of a column; absent and null cells are empty text.
func (r *row) cell(column int) cell {
	if column < len(r.cells) && int(r.cells[column].column) == column {
		return r.cells[column]
	}
	for _, c := range r.cells {
		if int(c.column) == column {
			return c
		}
	}
	return cell{column: int32(column)}
}

// maxColumns bounds the columns of a file; more are not read.
const maxColumns = 2000

// column returns the number of a column by name, adding it where it is new; -1 where there are too many. It is likely the one asked for
// first: rows name their columns in one order.
func (t *table) column(name []byte, likely int) int {
	if likely < len(t.columns) && t.columns[likely] == string(name) {
		return likely
	}
	if i, ok := t.index[string(name)]; ok {
		return i
	}
	return t.addColumn(string(name))
}

// readable reports whether the cells of a column are read: it is none too many, and not private.
func (t *table) readable(column int) bool { return column >= 0 && !t.private[column] }

func (t *table) addColumn(name string) int {
	if t.index == nil {
		t.index = map[string]int{}
	}
	if len(t.columns) >= maxColumns {
		t.tooMany()
		return -1
	}
	i := len(t.columns)
	t.columns = append(t.columns, name)
	t.private = append(t.private, isPersonal(name))
	if _, twice := t.index[name]; !twice {
		t.index[name] = i
	}
	return i
}

func (t *table) tooMany() {
	const mark = "\x00too many"
	if _, told := t.index[mark]; told {
		return
	}
	t.index[mark] = -1
	t.faults = append(t.faults, data.Fault{Key: keyManyColumns, Severity: data.Doubtful, File: t.file, Value: strconv.Itoa(maxColumns)})
}
