package charts

import (
	"testing"

	"pgregory.net/rapid"
)

func TestAddsUp(t *testing.T) {
	for _, c := range []struct {
		parts []string
		whole string
		want  bool
	}{
		{nil, "0", true},
		{nil, "1", false},
		{[]string{"1,000", "234"}, "1,234", true},
		{[]string{"1,000", "235"}, "1,234", false},
		{[]string{"1,000", "缺数据", "234"}, "1,234", true},
		{[]string{"0.1", "0.2"}, "0.3", true},
		{[]string{"0.1", "0.25"}, "0.3", false},
		{[]string{"缺数据"}, "缺数据", true},
		{[]string{"1"}, "未提供", true},
		{[]string{"−5", "6"}, "1", true},
		{[]string{"33.3", "33.3", "33.3"}, "100", false},
	} {
		if got := AddsUp(c.parts, c.whole); got != c.want {
			t.Errorf("%v and %s: %v", c.parts, c.whole, got)
		}
	}
}

// Whole numbers add up exactly when their sum is the whole, however they are written.
func TestAddsUpOnWholeNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.IntRange(-1e6, 1e9)).Draw(t, "parts")
		off := rapid.IntRange(-1, 1).Draw(t, "off")
		sum, parts := off, []string{}
		for _, v := range values {
			sum += v
			parts = append(parts, Count(v))
		}
		if got := AddsUp(parts, Count(sum)); got != (off == 0) {
			t.Errorf("%v and %d: %v", parts, sum, got)
		}
	})
}
