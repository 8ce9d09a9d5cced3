package load

import "testing"

func TestTypedAmounts(t *testing.T) {
	for _, c := range []struct {
		read func(string) (Typed, bool)
		text string
		want Typed
		ok   bool
	}{
		{TypedMoney, "800万", Typed{8e6, false}, true},
		{TypedMoney, "800 万元", Typed{8e6, false}, true},
		{TypedMoney, "８００万元", Typed{8e6, false}, true},
		{TypedMoney, "0.08亿元", Typed{8e6, false}, true},
		{TypedMoney, "8million", Typed{8e6, false}, true},
		{TypedMoney, "8 million yuan", Typed{8e6, false}, true},
		{TypedMoney, "8,000,000", Typed{8e6, true}, true},
		{TypedMoney, "8000000", Typed{8e6, true}, true},
		{TypedMoney, "800元", Typed{800, false}, true},
		{TypedMoney, "约800万", Typed{}, false},
		{TypedMoney, "-1", Typed{}, false},
		{TypedMoney, "800㎡", Typed{}, false},
		{TypedMoney, "", Typed{}, false},
		{TypedMoney, "NaN", Typed{}, false},
		{TypedArea, "500", Typed{500, true}, true},
		{TypedArea, "500平方米", Typed{500, false}, true},
		{TypedArea, "500米", Typed{}, false},
		{TypedLength, "300", Typed{300, true}, true},
		{TypedLength, "300m", Typed{300, false}, true},
		{TypedLength, "0.3 公里", Typed{300, false}, true},
		{TypedLength, "300s", Typed{}, false},
		{TypedLength, "1e999", Typed{}, false},
		{TypedDuration, "30秒", Typed{30, false}, true},
		{TypedDuration, "2min", Typed{120, false}, true},
		{TypedDuration, "-3s", Typed{}, false},
		{TypedDuration, "soon", Typed{}, false},
	} {
		got, ok := c.read(c.text)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q: %v %v, want %v %v", c.text, got, ok, c.want, c.ok)
		}
	}
}
