package report

import (
	"regexp"
	"slices"

	"quarter/charts/words"
)

// table is one table of the page. Its first rows stand in the page; the script turns the others, which travel as JSON, into rows.
type table struct {
	ID      string
	Caption string
	Columns []column
	N       int
	Row     func(i int) []string
	Sum     []string // the total row, or nil
	Page    int      // rows that stand in the page, and on paper; 0: all
	Screen  int      // rows that the screen shows at once; 0: all that stand in the page
	Note    string
	Wide    bool   // many columns: scrolls sideways on narrow screens
	Slim    bool   // few columns and many rows: stands in two columns on paper
	More    string // what a reader without the script misses
	Paper   string // what a reader of the paper misses
	Words   words.Lang
}

// column is one column: Kind is text, long (wraps), code (breaks anywhere), desk (on screen only), num or mark (a mark's cell is the key of an outcome, of markKey).
type column struct {
	Title, Kind string
	left        bool // left out of this run: the rows still hold its cell
}

func (t *table) shown() int {
	if t.Page > 0 {
		return min(t.Page, t.N)
	}
	return t.N
}

// Whole says that the table is short enough to stand on one sheet of paper.
func (t *table) Whole() bool { return t.shown() <= 20 && !t.Slim }

// Rows are the rows that stand in the page.
func (t *table) Rows() [][]string {
	out := make([][]string, t.shown())
	for i := range out {
		out[i] = t.Row(i)
	}
	return out
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
	First      bool
}

type cellWords struct {
	Cell  cell
	Words words.Lang
}

// Cells are a row with its kinds.
func (t *table) Cells(row []string) []cell {
	out := make([]cell, len(row))
	for i, text := range row {
		out[i] = cell{t.Columns[i].Kind, text, i == 0}
	}
	return out
}

func text(title string) column   { return column{Title: title, Kind: "text"} }
func long(title string) column   { return column{Title: title, Kind: "text long"} }
func code(title string) column   { return column{Title: title, Kind: "text code"} }
func desk(title string) column   { return column{Title: title, Kind: "text desk"} }
func number(title string) column { return column{Title: title, Kind: "num"} }
func marks(title string) column  { return column{Title: title, Kind: "mark"} }

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
