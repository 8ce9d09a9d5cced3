package report

import "quarter/charts/words"

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
	More    string // what a reader without the script misses
	Words   words.Lang
}

// column is one column: Kind is text, long (wraps), code (breaks anywhere), num or mark (a mark's cell is the key of an outcome).
type column struct{ Title, Kind string }

func (t *table) shown() int {
	if t.Page > 0 {
		return min(t.Page, t.N)
	}
	return t.N
}

// Rows are the rows that stand in the page.
func (t *table) Rows() [][]string {
	out := make([][]string, t.shown())
	for i := range out {
		out[i] = t.Row(i)
	}
	return out
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

func text(title string) column   { return column{title, "text"} }
func long(title string) column   { return column{title, "text long"} }
func code(title string) column   { return column{title, "text code"} }
func number(title string) column { return column{title, "num"} }
func marks(title string) column  { return column{title, "mark"} }

// listed is a table of ready rows.
func listed(id string, columns []column, rows [][]string) *table {
	return &table{ID: id, Columns: columns, N: len(rows), Row: func(i int) []string { return rows[i] }}
}
