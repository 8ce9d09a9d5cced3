package atlas

import (
	"strings"
	"unicode"
)

// textWidth is about how wide a text is drawn at a size: Han characters are square, Latin letters a little more than half as wide.
func textWidth(text string, size float64) float64 {
	width := 0.0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width * size
}

func runeWidth(r rune) float64 {
	switch {
	case r >= 0x2E80:
		return 1
	case strings.ContainsRune(" ,.:;'|ijl!()", r):
		return .3
	case r >= 'A' && r <= 'Z' || r == '%' || r == '—':
		return .7
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return .57
}

// wrap breaks a text into lines of at most a width: at spaces, between Han characters, and inside a word that is wider than a line.
// No line begins with a closing mark.
func wrap(text string, size, width float64) []string {
	var lines []string
	var line strings.Builder
	used := 0.0
	for _, piece := range pieces(text) {
		w := textWidth(piece, size)
		if used > 0 && used+textWidth(strings.TrimRight(piece, " "), size) > width {
			lines = append(lines, strings.TrimRight(line.String(), " "))
			line.Reset()
			used = 0
		}
		line.WriteString(piece)
		used += w
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	return lines
}

// longestWord is how many letters of a word stay together.
const longestWord = 24

// pieces are what may not be broken: words with the space behind them, Han characters with the closing marks behind them.
func pieces(text string) []string {
	var out []string
	runes := []rune(text)
	for i := 0; i < len(runes); {
		j := i + 1
		for j < len(runes) && j-i < longestWord && !breakable(runes[j-1], runes[j]) {
			j++
		}
		out = append(out, string(runes[i:j]))
		i = j
	}
	return out
}

// breakable reports whether a line may end between two characters.
func breakable(a, b rune) bool {
	switch {
	case strings.ContainsRune("，。、：；！？）》”％%", b), strings.ContainsRune("（《“", a), b == ' ':
		return false
	case a == ' ' || a == '/' || a == '\\':
		return true
	}
	return a >= 0x2E80 || b >= 0x2E80
}
