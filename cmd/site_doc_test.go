package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shownPlan is a command of `quarter site` in a document, and what it prints.
var shownPlan = regexp.MustCompile("(?s)```console\n\\$ quarter (site --demo[^\n]*)\n.*?```")

// What the documents show of `quarter site` is what the program prints; -update writes it.
func TestShownPlansAreReal(t *testing.T) {
	for file, lang := range map[string]string{"../docs/site.md": "zh", "../README.md": "en", "../README.zh-CN.md": "zh"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shown := 0
		now := shownPlan.ReplaceAllStringFunc(string(raw), func(block string) string {
			shown++
			line := shownPlan.FindStringSubmatch(block)[1]
			return "```console\n$ quarter " + line + "\n" + printedPlan(t, lang, strings.Fields(line)) + "```"
		})
		if shown == 0 {
			t.Errorf("%s shows no plan", file)
		}
		compareFile(t, file, now)
	}
}

// printedPlan is what a person sees of a run.
func printedPlan(t *testing.T, lang string, args []string) string {
	t.Helper()
	var out, errs bytes.Buffer
	args = append(args, "--no-page", "--quiet", "--out", filepath.Join(t.TempDir(), "plan"))
	code := Run(t.Context(), args, Streams{In: strings.NewReader(""), Out: &out, Err: &errs, OutTerminal: true}, func(string) string { return lang })
	if code != exitFine {
		t.Errorf("%v: %d %s", args, code, errs.String())
	}
	return out.String()
}
