package cmd

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"quarter/charts/words"
)

// inMemory runs a command line with streams in memory.
func inMemory(lang string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	env := func(name string) string { return map[string]string{"LC_ALL": lang}[name] }
	code = Run(context.Background(), args, Streams{In: strings.NewReader(""), Out: &o, Err: &e}, env)
	return code, o.String(), e.String()
}

func allCommands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		all = append(all, allCommands(sub)...)
	}
	return all
}

func TestHelpIsGolden(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, c := range allCommands(testApp(lang).newRoot()) {
			args := append(strings.Fields(c.CommandPath())[1:], "--help")
			code, got, errs := inMemory(lang, args...)
			if code != exitFine || errs != "" {
				t.Errorf("%v: exit %d, %s", args, code, errs)
			}
			golden(t, strings.ReplaceAll(c.CommandPath(), " ", "_")+"."+lang+".txt", got)
		}
	}
}

// docs/cli.md is the help in both languages; -update writes it.
func TestDocsAreTheHelp(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Command line\n\nGenerated from the program's help by `go test ./cmd -run Docs -update`.\n")
	for _, lang := range []string{"en", "zh"} {
		a := testApp(lang)
		for _, c := range allCommands(a.newRoot()) {
			if !c.Hidden {
				b.WriteString("\n## " + c.CommandPath() + map[string]string{"en": "", "zh": "（中文）"}[lang] + "\n\n```text\n" + helpText(a.lang, c) + "```\n")
			}
		}
	}
	compareFile(t, "../docs/cli.md", b.String())
}

func testApp(lang string) *app {
	return newApp(nil, Streams{}, func(string) string { return lang })
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	compareFile(t, filepath.Join("testdata", "help", name), got)
}

func compareFile(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if that is right, run go test ./cmd -update. It is now:\n%s", file, got)
	}
}

// Every flag, in every command and language, has a text; in Chinese nothing but file names, flags and keys is in Latin letters.
func TestHelpIsInOneLanguage(t *testing.T) {
	typed := regexp.MustCompile(`--?[a-z-]+|\b(quarter|analyze|demo|data|show|ID|standards|completion|extends|GeoJSON|CSV|JSON|YAML|SVG|help|index\.html|docs/models\.md|count|exclude|auto|zh|en|bash|zsh|fish|powershell|make|bundle)\b|[a-z]+[._][a-zA-Z0-9_.]+(<?=[A-Za-z0-9]+)?|[A-Z]+-[0-9]+\.[a-z_]+`)
	keys := regexp.MustCompile(`\b(district|street|community|regional|unknown|resident|registered|actual|unlabelled|households|general|a[134]|all|people|file|lattice|zones|grids)\b`)
	for _, c := range allCommands(testApp("zh").newRoot()) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			rest := keys.ReplaceAllString(typed.ReplaceAllString(f.Usage, ""), "")
			if strings.ContainsFunc(rest, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) {
				t.Errorf("%s --%s: English in %q (%q)", c.CommandPath(), f.Name, f.Usage, rest)
			}
			if !strings.ContainsFunc(f.Usage, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s --%s: no Chinese in %q", c.CommandPath(), f.Name, f.Usage)
			}
		})
	}
	for _, c := range allCommands(testApp("en").newRoot()) {
		if text := helpText(words.English, c); strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: Chinese in the English help", c.CommandPath())
		}
	}
}

func TestHelpFits(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		a := testApp(lang)
		for _, c := range allCommands(a.newRoot()) {
			for _, line := range strings.Split(helpText(a.lang, c), "\n") {
				if columns(line) > helpWidth && !strings.Contains(line, "quarter analyze") {
					t.Errorf("%s in %s: %d columns: %s", c.CommandPath(), lang, columns(line), line)
				}
			}
		}
	}
}
