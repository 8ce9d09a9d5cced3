package cmd

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "社区": 4, "社区a，": 7, "m²": 2} {
		if got := columns(s); got != want {
			t.Errorf("%q takes %d columns, want %d", s, got, want)
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"one two three", "  one two\n  three\n"},
		{"社区服务中心，好", "  社区服务\n  中心，好\n"},
		{"社区服务，中心", "  社区服\n  务，中心\n"}, // punctuation never begins a line
		{"averyverylongword x", "  averyverylongword\n  x\n"},
		{"a\n\nb", "  a\n\n  b\n"},
	} {
		if got := wrapped(c.text, "  ", 10); got != c.want {
			t.Errorf("%q:\n%s", c.text, got)
		}
	}
}

func TestAlignedTable(t *testing.T) {
	var b strings.Builder
	if err := alignedTable(&b, [][]string{{"人口", "1,000", "人"}, {"coverage", "5", ""}}, 1); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "人口      1,000  人\ncoverage      5\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}
