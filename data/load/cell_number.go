package load

import (
	"math"
	"strconv"
	"strings"
)

// numberCell is what a cell of a number column says.
type numberCell struct {
	value float64
	known bool
	about bool   // 约300: used, and remarked on
	fault string // key of what is wrong; the value is then missing
}

// Largest values that anybody could mean. What is above is a mistake of unit or column.
const (
	mostPeople = 1e9 // persons, households, visits and other counts
	mostArea   = 1e8 // m² of floor
)

func (of dimension) most() float64 {
	if of == ofArea {
		return mostArea
	}
	return mostPeople
}

// readNumber reads a cell by DOMAIN section 6: 1,234 １２３４ 1.2万 约300 300㎡ 0.5亩 3公顷 — / 无 待核实. head is the unit that the
// column's name states; a unit in the cell overrides it. Result in persons, households or m².
func readNumber(c cell, of dimension, head unit) numberCell {
	switch c.kind {
	case cellSpecial:
		return numberCell{fault: keyNumberFinite}
	case cellBool, cellNested:
		return numberCell{fault: keyNumberText}
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
	factor, ok := unitFactor(rest, of, head)
	if !ok {
		return numberCell{fault: keyNumberText}
	}
	return judge(value*factor, of, about)
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
