package cmd

import (
	"slices"

	"quarter/charts/words"
)

// wordOf is an argument of a message that is itself a key of charts/words, told in the language of the reader; what is no key, such as a name
// of the data, stands as it is.
type wordOf string

// wordsOf are the words of several choices.
func wordsOf(prefix string, choices []string) []wordOf {
	out := make([]wordOf, len(choices))
	for i, c := range choices {
		out[i] = wordOf(prefix + c)
	}
	return out
}

// chosen is the choice that a text names, by its key or by its word in either language; "" where it names none.
func chosen(prefix string, choices []string, text string) string {
	i := slices.IndexFunc(choices, func(c string) bool {
		return text == c || text == words.Chinese.T(prefix+c) || text == words.English.T(prefix+c)
	})
	if i < 0 {
		return ""
	}
	return choices[i]
}

// told puts the words among the arguments of a message into the language of the terminal.
func (a *app) told(args []any) []any {
	out := slices.Clone(args)
	for i, v := range args {
		switch v := v.(type) {
		case wordOf:
			out[i] = a.word(v)
		case []wordOf:
			list := make([]string, len(v))
			for k, w := range v {
				list[k] = a.word(w)
			}
			out[i] = a.list(list)
		}
	}
	return out
}

func (a *app) word(w wordOf) string {
	if words.Has(string(w)) {
		return a.t(string(w))
	}
	return string(w)
}
