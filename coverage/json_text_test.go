package coverage

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAppendFloatIsThatOfEncodingJSON(t *testing.T) {
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 1e-6, 9.999999e-7, 1e-9, 1e-10, 5e-324, 1e20, 1e21, 123456789012345680000, 1 << 53, 1<<53 - 1,
		-1 << 53, -1 << 63, 1 << 63, math.MaxFloat64, 1234567, 0.30000000000000004}
	for range 100000 {
		if v := math.Float64frombits(rand.Uint64()); !math.IsNaN(v - v) {
			values = append(values, v, math.Trunc(v), math.Round(math.Mod(v, 1e6)*1e3)/1e3)
		}
	}
	for _, v := range values {
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(appendFloat(nil, v)); got != string(want) {
			t.Errorf("%v is written %s, not %s", v, got, want)
		}
	}
}

func TestAppendStringIsThatOfEncodingJSON(t *testing.T) {
	hostile := []string{"", "新华社区", "</script>", "a&b", `"\`, "\x00\x1f\x7f", "\u2028", "x\u2029y", "\xff", "\xe6\x96", "\xed\xa0\x80", "😀", "=cmd()", "\u200b\ufeff", "\b\f\n\r\t"}
	check := func(t interface{ Errorf(string, ...any) }, s string) {
		want, _ := json.Marshal(s)
		if got := appendString([]byte("x"), s); string(got) != "x"+string(want) {
			t.Errorf("%q is written %s, not %s", s, got[1:], want)
		}
	}
	for _, s := range hostile {
		check(t, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, string(slices.Concat(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"), []byte(rapid.String().Draw(t, "text")))))
	})
}
