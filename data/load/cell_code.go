package load

import (
	"math/big"
	"strconv"
	"strings"
)

// codeState is what was done to a code.
type codeState uint8

const (
	codeFine codeState = iota
	codeRepaired
	codeDamaged // digits are lost: the code is not used
)

// readCode reads a code, which is text. What a spreadsheet made of it is undone where that is exact: 530102001001.0,
// 5.30102001001E+11. In 5.30102E+11 digits may be lost, and beyond 15 digits a number has lost them: such a code is damaged.
func readCode(c cell) (string, codeState) {
	if c.kind == cellNested || c.kind == cellSpecial {
		return "", codeFine
	}
	text := clean(halfWidth(c.text))
	text = strings.TrimPrefix(text, "'")
	if isMissing(text) {
		return "", codeFine
	}
	if !looksCounted(text) {
		return text, codeFine
	}
	whole, exact := wholeNumber(text, c.kind == cellNumber)
	switch {
	case !exact:
		return text, codeDamaged
	case c.kind == cellNumber && len(whole) > 15:
		return text, codeDamaged
	case whole == text:
		return text, codeFine
	}
	return whole, codeRepaired
}

// looksCounted reports whether a code is written as a decimal number with a fraction of zeros or an exponent, or is a long number.
func looksCounted(s string) bool {
	if !isNumber([]byte(s)) || s[0] == '-' {
		return false
	}
	mantissa, _, exponent := strings.Cut(strings.ToLower(s), "e")
	whole, decimals, point := strings.Cut(mantissa, ".")
	return exponent && point && len(whole) == 1 || point && !exponent && strings.Trim(decimals, "0") == "" || !point && !exponent
}

// wholeNumber writes a decimal number without point and exponent. exact is false where the exponent goes beyond the digits shown:
// a bare number (JSON) shows all its digits, the text of a spreadsheet may not.
func wholeNumber(s string, bare bool) (string, bool) {
	mantissa, power, exponent := strings.Cut(strings.ToLower(s), "e")
	if !exponent {
		whole, _, _ := strings.Cut(mantissa, ".")
		return whole, true
	}
	if n, err := strconv.Atoi(power); err != nil || n < 0 || n > 30 || len(mantissa) > 40 {
		return s, false
	}
	v, ok := new(big.Rat).SetString(strings.ToLower(s))
	if !ok || !v.IsInt() {
		return s, false
	}
	whole := v.Num().String()
	shown := len(strings.ReplaceAll(mantissa, ".", ""))
	return whole, bare || shown >= len(whole)
}
