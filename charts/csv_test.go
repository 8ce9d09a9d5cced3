package charts

import (
	"strings"
	"testing"
)

func TestCSVCells(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "1,234": "1234", "−1,234.5": "-1234.5", "+2.6": "+2.6", "95.0%": "95.0%", "530102001001": "530102001001", "新华社区": "新华社区",
		"=1+1": "'=1+1", "@cmd": "'@cmd", "-x": "'-x", "\tx": "'\tx", "1,23": "1,23",
	} {
		if got := sheetCell(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestCSVIsForSpreadsheets(t *testing.T) {
	var b strings.Builder
	rows := [][]string{{"a,b", `say "x"`}, {"1,000", "=cmd()"}}
	if err := WriteCSV(&b, []string{"甲", "b"}, len(rows), func(i int) []string { return rows[i] }); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff甲,b\r\n\"a,b\",\"say \"\"x\"\"\"\r\n1000,'=cmd()\r\n"; b.String() != want {
		t.Errorf("%q", b.String())
	}
}
