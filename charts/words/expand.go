package words

import (
	"fmt"
	"strings"
)

// Two marks of a text depend on an argument. {?name:text} stands only where the argument is given and is neither empty nor 0;
// {@name:prefix} is the word whose key is the prefix and the argument: {@level:layer.} with level streets is the word of
// layer.streets. They are resolved before any argument is filled in, so that nothing in the data is taken for a mark.

// expand resolves the marks of a text.
func (l Lang) expand(text string, args []any) string {
	var out strings.Builder
	for {
		at := nextMark(text)
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		end := at + closing(text[at:])
		name, rest, _ := strings.Cut(text[at+2:end], ":")
		value := argOf(args, name)
		out.WriteString(text[:at])
		switch {
		case text[at+1] == '@':
			out.WriteString(l.wordFor(rest, value))
		case value != "" && value != "0":
			out.WriteString(l.expand(rest, args))
		}
		text = text[end+1:]
	}
}

func nextMark(s string) int {
	a, b := strings.Index(s, "{?"), strings.Index(s, "{@")
	if a < 0 || b >= 0 && b < a {
		return b
	}
	return a
}

// closing finds the brace that closes the one at the start.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	panic("words: a brace is not closed: " + s)
}

func argOf(args []any, name string) string {
	for i := 0; i+1 < len(args); i += 2 {
		if fmt.Sprint(args[i]) == name {
			return fmt.Sprint(args[i+1])
		}
	}
	return ""
}

// wordFor looks a word up; a value that has none stands for itself, without braces.
func (l Lang) wordFor(prefix, value string) string {
	if e, ok := table[prefix+value]; ok {
		if l == English {
			return e.en
		}
		return e.zh
	}
	return strings.NewReplacer("{", "", "}", "").Replace(value)
}

// englishLists writes the lists of column names in faults with commas; they come with the Chinese mark of enumeration.
func englishLists(args []any) []any {
	out := args
	for i := 0; i+1 < len(args); i += 2 {
		switch args[i] {
		case "available", "candidates", "column":
			if s, ok := args[i+1].(string); ok && strings.Contains(s, "、") {
				if &out[0] == &args[0] {
					out = append([]any(nil), args...)
				}
				out[i+1] = strings.ReplaceAll(s, "、", ", ")
			}
		}
	}
	return out
}
