package load

import (
	"math"
	"strconv"
	"strings"

	"quarter/data"
)

// numberCell is what a cell of a number column says.
type numberCell struct {
	value float64
	known bool
	about bool   // 约300: used, and remarked on
	fault string // key of what is wrong; the value is then missing
}

func (n numberCell) number() data.Number { return data.Number{V: n.value, Known: n.known} }

// Largest values that anybody could mean. What is above is a mistake of unit or column.
const (
	mostPeople = 1e9  // persons, households, visits and other counts
	mostArea   = 1e8  // m² of floor
	mostMoney  = 1e10 // yuan, once or a year
	mostHours  = 8784 // a whole year
	mostShare  = 1
)

func (of dimension) most() float64 {
	switch of {
	case ofArea:
		return mostArea
	case ofMoney, ofPrice:
		return mostMoney
	case ofHours:
		return mostHours
	case ofShare:
		return mostShare
	}
	return mostPeople
}

// readNumber reads a cell by DOMAIN section 6: 1,234 １２３４ 1.2万 约300 300㎡ 0.5亩 3公顷 — / 无 待核实. head is the unit that the
// column's name states; a unit in the cell overrides it. Result in persons, households, m², yuan, hours, or as a share 0 to 1.
func readNumber(c cell, of dimension, head unit) numberCell {
	if of == ofPresence && c.kind != cellNested {
		if n, ok := readPresence(c.text); ok {
			return n
		}
	}
	switch c.kind {
	case cellSpecial:
		return numberCell{fault: keyNumberFinite}
	case cellBool, cellNested:
		return numberCell{fault: keyNumberText}
	}
	if v, ok := plainDigits(c.text); ok && of != ofShare { // most cells
		factor, _ := unitFactor("", of, head)
		return judge(v*factor, of, false).unlessUnclear(of, head)
	}
	text := clean(halfWidth(c.text))
	switch {
	case isMissing(text):
		return numberCell{}
	case isPending(text):
		return numberCell{fault: keyNumberPending}
	case isNotANumber(text):
		return numberCell{fault: keyNumberFinite}
	}
	text, about := cutAbout(text)
	value, rest, ok := leadingNumber(text)
	if !ok {
		return numberCell{fault: keyNumberText}
	}
	if of == ofShare {
		return readShare(value, rest, head, about)
	}
	factor, ok := unitFactor(rest, of, head)
	if !ok {
		return numberCell{fault: keyNumberText}
	}
	n := judge(value*factor, of, about)
	if rest == "" {
		n = n.unlessUnclear(of, head)
	}
	return n
}

// leastPrice is the least that a building costs in yuan; what is below may be meant in 10,000 yuan.
const leastPrice = 1e4

// unlessUnclear drops a price in no stated unit that is too small to be in yuan: it is not guessed. 0 is free of charge in every unit.
func (n numberCell) unlessUnclear(of dimension, head unit) numberCell {
	if of == ofPrice && head.of == noNumber && n.value > 0 && n.value < leastPrice {
		return numberCell{fault: keyPriceUnclear}
	}
	return n
}

// readShare reads 92%, 0.92, 92, and 92 below a head in percent. Below such a head a bare number up to 1 may be a share as well as a
// percentage: it is not guessed.
func readShare(value float64, rest string, head unit, about bool) numberCell {
	switch {
	case rest != "" && rest != "%":
		return numberCell{fault: keyNumberText}
	case rest == "" && head.of == ofShare && value > 0 && value <= 1:
		return numberCell{fault: keyShareUnclear}
	case rest == "%" || head.of == ofShare || value > 1:
		value /= 100
	}
	return judge(value, ofShare, about)
}

var presenceWords = wordsOf[float64]{
	{1, words("有 是 √ ✓ ✔ true yes y 已建 已建立 已成立 已设立 已组建 建立 成立 党支部 党小组 党总支 联合党支部 大党委")},
	{0, words("无 没有 否 × ✗ x false no n 未建 未建立 未成立 未设立 未组建 没建")},
}

// readPresence reads a word for one or none; ok is false for any other text, such as a number.
func readPresence(text string) (n numberCell, ok bool) {
	v, ok := presenceWords.find(plain(text))
	return numberCell{value: v, known: ok}, ok
}

func judge(v float64, of dimension, about bool) numberCell {
	switch {
	case math.IsNaN(v - v):
		return numberCell{fault: keyNumberFinite}
	case v < 0:
		return numberCell{fault: keyNumberNegative}
	case v > of.most():
		return numberCell{fault: keyNumberLarge}
	}
	return numberCell{value: v + 0, known: true, about: about} // + 0: no negative zero
}

func isNotANumber(s string) bool {
	switch strings.ToLower(strings.TrimLeft(s, "+-")) {
	case "nan", "inf", "infinity", "∞":
		return true
	}
	return false
}

// cutAbout takes words of rough counting off: 约300, 300左右, 300余户.
func cutAbout(s string) (string, bool) {
	about := false
	for _, w := range []string{"大约", "约", "近", "≈", "~", "about ", "approx. ", "approx ", "ca. "} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s, about = strings.TrimSpace(rest), true
			break
		}
	}
	if rest, ok := strings.CutSuffix(s, "左右"); ok {
		s, about = rest, true
	}
	if i := strings.IndexRune(s, '余'); i > 0 && isDigit(s[i-1]) {
		s, about = s[:i]+s[i+len("余"):], true
	}
	return s, about
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// plainDigits reads a whole number that nothing but digits is written with, and that a float64 holds exactly.
func plainDigits(s string) (float64, bool) {
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
		if n >= 1<<53 {
			return 0, false
		}
	}
	return float64(n), s != ""
}

// leadingNumber reads the number at the start of a text: sign, digits with thousands separators in their right places, decimals, an
// exponent.
func leadingNumber(s string) (v float64, rest string, ok bool) {
	n := numberLength(s)
	plain := strings.ReplaceAll(s[:n], ",", "")
	if !separatorsFit(s[:n]) {
		return 0, s, false
	}
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, s, false
	}
	return v, strings.TrimSpace(s[n:]), true
}

func numberLength(s string) int {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	for i < len(s) && (isDigit(s[i]) || s[i] == ',' || s[i] == '.') {
		i++
	}
	if i+1 < len(s) && i > 0 && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if s[j] == '-' || s[j] == '+' {
			j++
		}
		if n := digits([]byte(s[j:])); n > 0 {
			i = j + n
		}
	}
	return i
}

// separatorsFit accepts 1,234,567.8 and refuses 1,23 and 12,3456: a comma there is a decimal mark or a slip.
func separatorsFit(s string) bool {
	whole, decimals, _ := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	if strings.ContainsRune(decimals, ',') {
		return false
	}
	groups := strings.Split(whole, ",")
	if len(groups) == 1 {
		return true
	}
	for i, g := range groups {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// unitFactor finds what one unit of the cell is worth; a cell without unit is in the unit of the head.
func unitFactor(rest string, of dimension, head unit) (float64, bool) {
	if rest == "" {
		if head.factor > 0 {
			return head.factor, true
		}
		return 1, true
	}
	if of == ofDegrees {
		return 0, false
	}
	u, ok := unitByName(rest)
	return u.factor, ok && u.of != noNumber && u.fits(of)
}
