package charts

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// What is packed comes back, whatever the texts hold; the reader here is written after script/texts.js.
func TestColumnComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.StringMatching(`[āĀ߿ࠀ𠮷第x]{0,6}`),
			rapid.StringMatching(`新华社区第[0-9]{1,3}网格`),
		)
		texts := rapid.SliceOf(text).Draw(t, "texts")
		var c Column
		var seen []string
		last := ""
		for _, want := range texts {
			want = strings.ToValidUTF8(want, "") // JSON holds nothing else
			var packed any
			raw, err := json.Marshal(c.Pack(want))
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(raw, &packed); err != nil {
				t.Fatal(err)
			}
			got := ""
			switch v := packed.(type) {
			case float64:
				got = seen[int(v)]
			case string:
				got = v
				if first := []rune(v + "x")[0]; first >= sharedFrom && first <= sharedFrom+sharedMost {
					units := utf16.Encode([]rune(last))
					got = string(utf16.Decode(units[:first-sharedFrom])) + string([]rune(v)[1:])
				}
				last = got
				seen = append(seen, got)
			}
			if got != want {
				t.Fatalf("%q came back as %q", want, got)
			}
		}
	})
}

func TestPathComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Path(rapid.SliceOf(rapid.Int32()).Draw(t, "path"))
		raw, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var text string
		if err := json.Unmarshal(raw, &text); err != nil {
			t.Fatal(err)
		}
		got := Path{}
		var n uint64
		shift := 0
		for _, letter := range text {
			v := uint64(strings.IndexRune(pathLetters, letter))
			n |= v & 31 << shift
			shift += 5
			if v < 32 {
				got = append(got, int32(n>>1)^-int32(n&1))
				n, shift = 0, 0
			}
		}
		if !slices.Equal(got, append(Path{}, want...)) {
			t.Fatalf("%v came back as %v", want, got)
		}
	})
}
