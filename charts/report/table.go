package report

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
)

// table is one table of the page. Its first rows stand in the page; the script turns the others, which travel as JSON, into rows.
type table struct {
	ID      string
	Caption string
	Order   string // how the rows stand, in words; or ""
	Columns []column
	N       int
	Row     func(i int) []string
	Key     func(i int) string // charts.UnitKey of the unit that row i is about, "" for none; nil: no row is about one
	Figure  func(i int) string // key of the explanation of row i's numbers, for columns that are ofRow; nil: none
	Sum     []string           // the total row, or nil
	SumKey  string             // what the total row is about; empty: the whole area
	Page    int                // rows that stand in the page, and on paper; 0: all
	Screen  int                // rows that the screen shows at once; 0: all that stand in the page
	Note    string
	Wide    bool   // many columns: scrolls sideways on narrow screens
	Full    bool   // paper shows all its rows however many
	Long    bool   // paper shows more of its first rows than of another's (see listPrinted)
	Cut     bool   // paper shows the first rows
	Online  bool   // paper does not show it where it is long (see mostPrinted)
	More    string // what a reader without the script misses
	Paper   string // what a reader of the paper misses
	Words   words.Lang
}

// column is one column. Kind is text, long (wraps), code (breaks anywhere), desk (on screen only), name (of a unit: opens its sheet), rank
// (the place among the rows that are shown), num, blank (a dotted line for people to write on) or mark (a mark's cell is the key of an
// outcome, of markKey).
type column struct {
	Title, Kind string
	How, Part   string             // key of the explanation of its numbers, or "", and which of that figure's numbers they are
	Gauge       func(i int) *gauge // the bar beside the number of row i, on one scale for the column; nil: none
	Total       *gauge             // the bar of the total row; nil: none
	Sorted      string             // ascending or descending, where the rows stand in the order of this column
	Pick        bool               // its values can be chosen from a list
	Fix         bool               // stays in sight when a narrow screen scrolls sideways; the first column does where none is said to
	Chips       []chip             // its values with counts, to filter by
	left        bool               // left out of this run: the rows still hold its cell
}

// chip is one value of a column with the number of its rows; the first stands for all, without a value.
type chip struct {
	Value, Label string
	N            string
}

func (t *table) shown() int {
	if t.Page > 0 {
		return min(t.Page, t.N)
	}
	return t.N
}

// Whole says that the table is short enough to be never cut by the end of a page.
func (t *table) Whole() bool { return t.shown() <= 8 }

// line is one row for the template.
type line struct {
	Key, Figure string
	Cells       []cell
}

// Rows are the rows that stand in the page.
func (t *table) Rows() []line {
	out := make([]line, t.shown())
	for i := range out {
		out[i] = line{Key: of(t.Key, i), Figure: of(t.Figure, i), Cells: t.Cells(t.Row(i))}
		for k, c := range t.Columns {
			if c.Gauge != nil {
				out[i].Cells[k].Gauge = c.Gauge(i)
			}
		}
	}
	return out
}

// SumCells are the total row.
func (t *table) SumCells() []cell {
	out := t.Cells(t.Sum)
	for k, c := range t.Columns {
		out[k].Gauge = c.Total
	}
	return out
}

// SumUnit is the key of what the total row is about.
func (t *table) SumUnit() string { return cmp.Or(t.SumKey, "t") }

// Letter is the kind of units that the rows are about: the letter of the first key that stands in the page, or "".
func (t *table) Letter() string {
	for i := range t.shown() {
		if key := t.Key(i); key != "" {
			return key[:1]
		}
	}
	return ""
}

// keysOf are the keys of rows that are units.
func keysOf(units []*coverage.Unit) func(i int) string {
	return func(i int) string { return charts.UnitKey(units[i]) }
}

// of is what a function says of row i; "" where there is none.
func of(row func(i int) string, i int) string {
	if row == nil {
		return ""
	}
	return row(i)
}

// heading is the head of a column; the code of a rule that it starts with never breaks.
type heading struct{ Code, Rest string }

var leadingCode = regexp.MustCompile(`^[A-Z]+-[0-9]+`)

func newHeading(title string) heading {
	code := leadingCode.FindString(title)
	return heading{code, title[len(code):]}
}

// Cell pairs a cell with its column's kind, for the template.
type cell struct {
	Kind, Text string
	Gauge      *gauge
}

type cellWords struct {
	Cell  cell
	Words words.Lang
}

// Cells are a row with the classes of its cells.
func (t *table) Cells(row []string) []cell {
	out := make([]cell, len(row))
	for i, text := range row {
		out[i] = cell{Kind: t.Class(i), Text: text}
	}
	return out
}

// Class is the class of a column's cells: its kind, whether its numbers can be asked, and whether it stays in sight.
func (t *table) Class(i int) string {
	class := t.Columns[i].Kind
	if t.Columns[i].How != "" {
		class += " ask"
	}
	if fixed := slices.IndexFunc(t.Columns, func(c column) bool { return c.Fix }); i == max(fixed, 0) {
		class += " fix"
	}
	return class
}

// Base is the first word of a kind: how the script sorts and copies the column.
func (c column) Base() string {
	base, _, _ := strings.Cut(c.Kind, " ")
	return base
}

func text(title string) column   { return column{Title: title, Kind: "text"} }
func long(title string) column   { return column{Title: title, Kind: "text long"} }
func code(title string) column   { return column{Title: title, Kind: "code text"} }
func desk(title string) column   { return column{Title: title, Kind: "text desk"} }
func named(title string) column  { return column{Title: title, Kind: "name text"} }
func number(title string) column { return column{Title: title, Kind: "num"} }
func rank(title string) column   { return column{Title: title, Kind: "rank num"} }
func blank(title string) column  { return column{Title: title, Kind: "blank"} }
func marks(title string) column  { return column{Title: title, Kind: "mark"} }

// how says which explanation the numbers of a column have; after a dot, which of the figure's numbers they are.
func (c column) how(key string) column {
	c.How, c.Part, _ = strings.Cut(key, ".")
	return c
}

// ofRow is the explanation of a column whose rows have different figures: that of the row.
const ofRow = "*"

// pick lets a reader choose one value of a column.
func (c column) pick() column {
	c.Pick = true
	return c
}

// fix keeps a column in sight.
func (c column) fix() column {
	c.Fix = true
	return c
}

// rising and falling say that the rows stand in the order of a column.
func (c column) rising() column {
	c.Sorted = "ascending"
	return c
}

func (c column) falling() column {
	c.Sorted = "descending"
	return c
}

// bars draws a bar beside each number of a column.
func (c column) bars(of func(i int) *gauge) column {
	c.Kind, c.Gauge = "num bar", of
	return c
}

// shownIf keeps a column only where it has something to say.
func (c column) shownIf(shown bool) column {
	c.left = !shown
	return c
}

// compact drops the columns that are left out, from the heads and from every row.
func (t *table) compact() {
	all := t.Columns
	pick := func(row []string) []string {
		var out []string
		for i, cell := range row {
			if !all[i].left {
				out = append(out, cell)
			}
		}
		return out
	}
	t.Columns = slices.DeleteFunc(slices.Clone(all), func(c column) bool { return c.left })
	if row := t.Row; len(t.Columns) < len(all) {
		t.Row = func(i int) []string { return pick(row(i)) }
		if t.Sum != nil {
			t.Sum = pick(t.Sum)
		}
	}
}

// listed is a table of ready rows.
func listed(id string, columns []column, rows [][]string) *table {
	return &table{ID: id, Columns: columns, N: len(rows), Row: func(i int) []string { return rows[i] }}
}
