// Package words holds every word that a user of Quarter reads, in Simplified Chinese and English, by key. No other package holds
// user-visible text. The terms are those of the project's term table; a Chinese text holds no English word and the other way round,
// apart from names in the data, units, codes and the few accepted abbreviations.
//
// Texts may hold named arguments in braces: "{n}个社区". The tables stand in files by family: terms.go, faults.go, page.go, cli.go …
package words

import (
	"fmt"
	"strings"
)

// Lang is a language of the user interface.
type Lang int

// The languages.
const (
	Chinese Lang = iota
	English
)

// String returns the BCP 47 tag.
func (l Lang) String() string { return [...]string{"zh-CN", "en"}[l] }

// Parse reads zh or en (also zh-CN, en-US …).
func Parse(s string) (Lang, bool) {
	switch tag, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(s, "_", "-")), "-"); tag {
	case "zh":
		return Chinese, true
	case "en":
		return English, true
	}
	return English, false
}

// entry is one text in both languages.
type entry struct{ zh, en string }

// families are all tables; a key stands in one of them only.
var families = []map[string]entry{
	terms,
	chartWords,
	pageWords,
	cli,
	faults,
	documents,
	analysisWords,
	rulesWords,
	projectWords,
	figuresWords,
	mapWords,
	mapPageWords,
	liveWords,
	answerWords,
	explainWords,
	furtherWords,
	sheetWords,
	drawnWords,
	siteWords,
	sitingWords,
	inputWords,
	compareWords,
	medianWords,
	planWords,
}

var table = merge()

func merge() map[string]entry {
	all := map[string]entry{}
	for _, family := range families {
		for k, e := range family {
			if _, twice := all[k]; twice {
				panic("words: key stands twice: " + k)
			}
			all[k] = e
		}
	}
	return all
}

// Has reports whether a key exists.
func Has(key string) bool {
	_, ok := table[key]
	return ok
}

// T returns the text of a key with its arguments, given as name, value, name, value … A missing key or argument is our own broken
// invariant and panics; a test walks every key used in the program.
func (l Lang) T(key string, args ...any) string {
	e, ok := table[key]
	if !ok {
		panic("words: no text for " + key)
	}
	text := e.zh
	if l == English {
		text, args = e.en, englishLists(args)
	}
	return fill(key, l.expand(text, args), args)
}

// fill replaces each {name} of a text by its value; values are never looked at again, so a name in the data may hold braces.
func fill(key, text string, args []any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			panic("words: brace left open in " + key)
		}
		b.WriteString(fmt.Sprint(argument(key, name, args)))
		text = after
	}
}

func argument(key, name string, args []any) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	panic("words: " + key + " needs the argument " + name)
}
