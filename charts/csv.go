package charts

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
)

// plainNumber is a number as this package writes them.
var plainNumber = regexp.MustCompile(`^[−+-]?\d{1,3}(,\d{3})*(\.\d+)?%?$`)

// WriteCSV writes a table as spreadsheets read it: UTF-8 with its mark, the line ends of RFC 4180, numbers without commas between thousands,
// and no cell that would run as a formula. row is asked for i from 0 to n-1.
func WriteCSV(w io.Writer, heads []string, n int, row func(i int) []string) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(sheetCells(heads)); err != nil {
		return err
	}
	for i := range n {
		if err := out.Write(sheetCells(row(i))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func sheetCells(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = sheetCell(c)
	}
	return out
}

func sheetCell(s string) string {
	switch {
	case plainNumber.MatchString(s):
		return strings.NewReplacer(",", "", "−", "-").Replace(s)
	case s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])):
		return "'" + s
	}
	return s
}
