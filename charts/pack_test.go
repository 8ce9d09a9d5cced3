package charts

import (
	"encoding/json"
	"slices"
	"strconv"
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
			rapid.StringMatching(`[0-9'|]{0,3}`),
			rapid.StringMatching(`[āĀ߿ࠀ𠮷第x]{0,6}`),
			rapid.StringMatching(`新华社区第[0-9]{1,3}网格`),
		)
		texts := rapid.SliceOf(text).Draw(t, "texts")
		var c Column
		var seen []string
		last, now := "", ""
		for _, want := range texts {
			want = strings.ToValidUTF8(want, "") // JSON holds nothing else
			packed := c.Pack(want)
			switch first := []rune(packed + "x")[0]; {
			case packed == "":
			case first >= '0' && first <= '9':
				at, err := strconv.Atoi(packed)
				if err != nil {
					t.Fatal(err)
				}
				now = seen[at]
			default:
				now = strings.TrimPrefix(packed, "'")
				if first >= sharedFrom && first <= sharedFrom+sharedMost {
					units := utf16.Encode([]rune(last))
					now = string(utf16.Decode(units[:first-sharedFrom])) + string([]rune(packed)[1:])
				}
				last = now
				seen = append(seen, now)
			}
			if now != want {
				t.Fatalf("%q came back as %q", want, now)
			}
		}
	})
}

// A row comes back as its cells, those at its end that hold nothing left out.
func TestPackRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.StringMatching(`[|a]{0,2}`))).Draw(t, "cells")
		got, ok := PackRow(want).([]string)
		if !ok {
			got = strings.Split(PackRow(want).(string), "|")
		}
		for i, cell := range want {
			if i < len(got) && got[i] != cell || i >= len(got) && cell != "" {
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
