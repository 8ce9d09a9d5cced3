package load

import "math"

// This file reads amounts that a person types, not a file: the same words for units as in cells.

// Typed is an amount as it was typed.
type Typed struct {
	Value float64 // yuan, m², or m
	Bare  bool    // no unit was typed
}

// TypedMoney reads a sum of money: 800万, 800 万元, 8000000, 0.08亿元, 8 million. ok is false for anything else, below 0 and beyond reason.
func TypedMoney(text string) (Typed, bool) {
	if m, ok := typedIn(text, millions); ok && !m.Bare && m.Value <= mostMoney {
		return m, true
	}
	return typed(text, ofMoney)
}

// millions are what English adds to the units of money in cells.
var millions = wordsOf[float64]{{1e6, words("million millionyuan millionrmb")}}

// TypedArea reads floor area: 500, 500㎡, 500平方米.
func TypedArea(text string) (Typed, bool) { return typed(text, ofArea) }

func typed(text string, of dimension) (Typed, bool) {
	c := cell{kind: cellText, text: text}
	n := readNumber(c, of, unit{})
	_, rest, _ := leadingNumber(clean(halfWidth(text)))
	return Typed{n.value, rest == ""}, n.known && n.fault == "" && !n.about
}

// lengths are the units of a typed length in metres.
var lengths = wordsOf[float64]{{1, words("m 米 meter meters metre metres")}, {1000, words("km 公里 千米")}}

// TypedLength reads a length: 300, 300m, 300米, 0.3 km.
func TypedLength(text string) (Typed, bool) { return typedIn(text, lengths) }

// durations are the units of a typed time in seconds.
var durations = wordsOf[float64]{{1, words("s 秒 sec second seconds")}, {60, words("m min 分 分钟 minute minutes")}}

// TypedDuration reads a time in seconds: 30, 30s, 30秒, 2min.
func TypedDuration(text string) (Typed, bool) { return typedIn(text, durations) }

func typedIn(text string, units wordsOf[float64]) (Typed, bool) {
	v, rest, ok := leadingNumber(clean(halfWidth(text)))
	if !ok || math.IsNaN(v-v) || v < 0 {
		return Typed{}, false
	}
	if rest == "" {
		return Typed{v, true}, true
	}
	factor, known := units.find(plain(rest))
	return Typed{v * factor, false}, known
}
