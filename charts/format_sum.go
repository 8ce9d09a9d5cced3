package charts

import (
	"math"
	"strings"
)

// AddsUp reports whether the printed parts add up to the printed whole (DOMAIN section 7, Totals). Words in place of a number, such as the
// one for no data, are no parts; a whole that is a word has none.
func AddsUp(parts []string, whole string) bool {
	if !isNumber(whole) {
		return true
	}
	decimals, sum := decimalsOf(whole), 0.0
	for _, part := range parts {
		if isNumber(part) {
			decimals, sum = max(decimals, decimalsOf(part)), sum+printed(part)
		}
	}
	return math.Abs(sum-printed(whole)) < math.Pow10(-decimals)/2
}

// isNumber reports whether a text is a number as group writes them.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789,.−") == "" && strings.ContainsAny(text, "0123456789")
}
