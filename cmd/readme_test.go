package cmd

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What the first screen of the README shows is what the program prints.
func TestReadmeIsReal(t *testing.T) {
	for _, c := range []struct{ file, lang string }{{"../README.md", "en"}, {"../README.zh-CN.md", "zh"}} {
		raw, err := os.ReadFile(c.file)
		if err != nil {
			t.Fatal(err)
		}
		head := strings.Join(strings.SplitAfterN(string(raw), "\n", 31)[:30], "")
		_, shown, found := strings.Cut(head, "```console\n")
		shown, _, closed := strings.Cut(shown, "```")
		if !found || !closed || !strings.Contains(head, "](docs/images/page.") {
			t.Errorf("%s: the first 30 lines do not hold the picture and the two commands", c.file)
		}
		printed := readmeRuns(t, c.lang) + testsClose(t)
		text := string(raw)
		for _, line := range strings.Split(strings.TrimSpace(shown), "\n") {
			switch {
			case strings.HasPrefix(line, "$ ") || line == "…":
			case strings.HasPrefix(line, "…") && !hasBundle(): // without the script there is no page
			case *update:
				text = strings.Replace(text, line+"\n", sameLabel(printed, line)+"\n", 1)
			case !strings.Contains(printed, strings.TrimPrefix(line, "…")+"\n"):
				t.Errorf("%s shows what the program does not print; if that is right, run go test ./cmd -update: %s", c.file, line)
			}
		}
		if *update {
			compareFile(t, c.file, text)
		}
	}
}

// sameLabel returns the printed line that begins as the shown one does, up to its number; the shown one where there is none.
func sameLabel(printed, shown string) string {
	label, _, table := strings.Cut(shown, "  ")
	if !table {
		label = shown[:max(0, strings.IndexAny(shown, "0123456789"))]
	}
	for _, line := range strings.Split(printed, "\n") {
		if label != "" && strings.HasPrefix(line, label) && (!table || strings.HasPrefix(line, label+"  ")) {
			return line
		}
	}
	return shown
}

// readmeRuns runs the demo as on a terminal and returns everything that it prints.
func readmeRuns(t *testing.T, lang string) string {
	t.Helper()
	var all bytes.Buffer
	args := []string{"demo", "--out", filepath.Join(t.TempDir(), "out", "demo")}
	if !hasBundle() {
		args = append(args, "--no-page")
	}
	s := Streams{In: strings.NewReader(""), Out: &all, Err: &all, OutTerminal: true}
	Run(t.Context(), args, s, func(string) string { return lang })
	return all.String()
}

// testsClose is the last line of a green "make test": every step of scripts/test has passed.
func testsClose(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../scripts/test")
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d passed, 0 failed\n", strings.Count(string(raw), "\nstep "))
}
