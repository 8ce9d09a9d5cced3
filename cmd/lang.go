package cmd

import (
	"strings"
	"unicode"

	"quarter/charts/words"
	"quarter/data"
)

// language returns the language of the terminal, and the one that --lang asks for. It looks at the arguments before they are parsed,
// because help and errors of the parsing need it.
func language(args []string, getenv func(string) string) (words.Lang, *words.Lang) {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if l, ok := words.Parse(value); found && ok {
			return l, &l
		}
	}
	return localeLanguage(getenv), nil
}

// localeLanguage reads the locale of a Unix environment, and otherwise asks the system.
func localeLanguage(getenv func(string) string) words.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			l, _ := words.Parse(v)
			return l
		}
	}
	return systemLanguage()
}

// pageLanguage returns the language that the documents were asked to be in, by --lang or by the project file; nil where not asked.
func (a *app) pageLanguage(j *job) *words.Lang {
	if a.asked != nil {
		return a.asked
	}
	if l, ok := words.Parse(j.lang); ok {
		return &l
	}
	return nil
}

// documentLanguage returns the language of the documents: the one asked for, else that of most place names.
func (a *app) documentLanguage(j *job, c *data.City) words.Lang {
	if l := a.pageLanguage(j); l != nil {
		return *l
	}
	if mostlyHan(placeNames(c)) {
		return words.Chinese
	}
	return words.English
}

func placeNames(c *data.City) []string {
	var names []string
	for i := range c.Districts {
		names = append(names, c.Districts[i].Name)
	}
	for i := range c.Streets {
		names = append(names, c.Streets[i].Name)
	}
	for i := range c.Communities {
		names = append(names, c.Communities[i].Name)
	}
	for i := range c.Centers {
		names = append(names, c.Centers[i].Name)
	}
	return names
}

// mostlyHan reports whether at least half of the names that have letters hold a Chinese character.
func mostlyHan(names []string) bool {
	han, lettered := 0, 0
	for _, n := range names {
		if strings.ContainsFunc(n, unicode.IsLetter) {
			lettered++
		}
		if strings.ContainsFunc(n, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			han++
		}
	}
	return han > 0 && 2*han >= lettered
}
