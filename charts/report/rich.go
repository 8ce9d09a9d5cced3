package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"quarter/charts"
	"quarter/coverage"
)

// Sentences are made of texts of charts/words, and their numbers and names are arguments. What a number is travels with it through the
// sentence: it stands between noncharacters, which no text holds and which are taken out of everything that comes from the data.
const (
	markOpen  = '\uFDD0' // then key, part, unit and look, each closed by markNext
	markNext  = '\uFDD1'
	markClose = '\uFDD2'
)

// look is how a number or a name stands out from its sentence.
type look string

const (
	plain  look = ""
	strong look = "key"   // a key figure: bold
	short  look = "short" // a key figure of what is missing: bold, and in the orange of text
)

// span is a run of a sentence. One with How is a number that can be asked how it came about.
type span struct {
	Text            string
	How, Part, Unit string
	Look            look
	Tight           bool // never breaks: a name, or a number with its unit
}

// num marks a number of a unit of the result: key is that of its explanation, part says which number of it (n, d, missing, low, high, limit,
// gap …; empty: the figure itself).
func num(key, part string, u *coverage.Unit, l look, text string) string {
	unit := ""
	if u != nil && u.Level != coverage.LevelTotal {
		unit = charts.UnitKey(u)
	}
	return marked(key, part, unit, l, text)
}

// name marks a name from the data, so that it does not break.
func name(text string) string { return marked("", "", "", plain, text) }

func marked(key, part, unit string, l look, text string) string {
	var b strings.Builder
	b.WriteRune(markOpen)
	for _, s := range []string{key, part, unit, string(l)} {
		b.WriteString(s)
		b.WriteRune(markNext)
	}
	b.WriteString(unmarked(text))
	b.WriteRune(markClose)
	return b.String()
}

// unmarked takes the marks out of a text: what they held stays.
func unmarked(text string) string {
	if !strings.ContainsFunc(text, isMark) {
		return text
	}
	var b strings.Builder
	for _, s := range rich(text) {
		b.WriteString(s.Text)
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, b.String())
}

func isMark(r rune) bool { return r >= markOpen && r <= markClose }

// rich takes a text apart at its marks. Numbers outside marks hold fast to their units.
func rich(text string) []span {
	var out []span
	for text != "" {
		before, rest, found := strings.Cut(text, string(markOpen))
		out = append(out, tight(before)...)
		if !found {
			break
		}
		inside, after, _ := strings.Cut(rest, string(markClose))
		if f := strings.SplitN(inside, string(markNext), 5); len(f) == 5 {
			out = append(out, span{Text: f[4], How: f[0], Part: f[1], Unit: f[2], Look: look(f[3]), Tight: utf8.RuneCountInString(f[4]) <= mostTight})
		} else {
			out = append(out, span{Text: inside})
		}
		text = after
	}
	return out
}

// mostTight is the most letters that are kept on one line: more would not fit on a phone.
const mostTight = 18

// quantity is a number with its unit, in both languages.
var quantity = regexp.MustCompile(`−?[0-9][0-9,.]*(?:–[0-9][0-9,.]*)?(?:%|个百分点|平方米／百户|平方米|公顷|分钟|米／分|㎡|[人户米处个]| ?m²| ?m/min| ?min\b| ?m\b| ?ha\b)`)

// tight splits a text so that no number is torn from its unit.
func tight(text string) []span {
	var out []span
	for text != "" {
		at := quantity.FindStringIndex(text)
		if at == nil {
			return append(out, span{Text: text})
		}
		if at[0] > 0 {
			out = append(out, span{Text: text[:at[0]]})
		}
		out = append(out, span{Text: text[at[0]:at[1]], Tight: true})
		text = text[at[1]:]
	}
	return out
}

// narrow is the width of a text in halves of a Chinese letter, for what must fit into a column.
func narrow(text string) int {
	n := 0
	for _, r := range text {
		n++
		if unicode.Is(unicode.Han, r) || r >= 0xFF00 {
			n++
		}
	}
	return n
}
