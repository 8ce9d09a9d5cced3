//go:build browser

package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"quarter/charts/words"
	"quarter/data"
)

// putResult writes result.json beside a page.
func putResult(t *testing.T, dir, name string, p Page) string {
	t.Helper()
	var raw bytes.Buffer
	if err := p.Result.WriteJSON(&raw); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name+".json")
	if err := os.WriteFile(path, raw.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// mostPages is how many pages the report of the sample city may take on paper.
var mostPages = map[words.Lang]int{words.Chinese: 20, words.English: 24}

// TestBrowser opens pages in a real browser: browser/page.mjs says what must hold. It needs the bundle (npm run bundle), Node.js and
// Chromium (CHROMIUM, default /usr/bin/chromium). SCREENSHOTS names a folder for pictures; without it they go to a temporary one.
func TestBrowser(t *testing.T) {
	dir := t.TempDir()
	var cases []map[string]any
	put := func(name string, p Page) string {
		path := filepath.Join(dir, name+".html")
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := Write(f, p); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	add := func(name string, p Page, hostile bool) {
		cases = append(cases, map[string]any{"name": name, "path": put(name, p), "result": putResult(t, dir, name, p), "hostile": hostile})
	}
	add("town-zh", page(t, town(), words.Chinese), false)
	english := page(t, town(), words.English)
	add("town-en", english, false)
	c := town()
	rename(c)
	p := page(t, c, words.Chinese)
	p.Title, p.Marking = hostile[0], hostile[2]
	add("hostile", p, true)

	var printed []map[string]any // with the most pages that the report may have without the sheets
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		name := "sample-" + lang.String()
		printed = append(printed, map[string]any{"name": name, "path": put(name, Page{Result: sampleResult(t), Lang: lang}), "most": mostPages[lang]})
	}

	var compared []map[string]any
	for name, p := range map[string]ComparePage{
		"compare-zh": {Comparison: comparedTown(t, func(*data.City) {}), Lang: words.Chinese}, "compare-en": {Comparison: comparedTown(t, func(*data.City) {}), Lang: words.English},
		"compare-hostile": {Comparison: comparedTown(t, rename), Lang: words.Chinese, Title: hostile[0]},
	} {
		var out bytes.Buffer
		path := filepath.Join(dir, name+".html")
		if err := errors.Join(WriteComparison(&out, p), os.WriteFile(path, out.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
		compared = append(compared, map[string]any{"name": name, "path": path})
	}

	var plans []map[string]any // with their sites, and the most pages that they may have
	addPlan := func(name string, p Page) {
		plans = append(plans, map[string]any{"name": name, "path": put(name, p), "sites": len(p.Plan.Picks), "most": 24})
	}
	addPlan("plan-zh", planned(t, town(), words.Chinese, asIs))
	addPlan("plan-en", planned(t, town(), words.English, asIs))
	addPlan("plan-whatif", planned(t, town(), words.Chinese, changedOnly))
	renamed := town()
	rename(renamed)
	addPlan("plan-hostile", planned(t, renamed, words.Chinese, rearranged))

	shots := os.Getenv("SCREENSHOTS")
	if shots == "" {
		shots = dir
	}
	plan, err := json.Marshal(map[string]any{"cases": cases, "paper": printed, "compared": compared, "planned": plans, "hostile": hostile, "screenshots": shots})
	if err != nil {
		t.Fatal(err)
	}
	planFile := filepath.Join(dir, "plan.json")
	if err := os.WriteFile(planFile, plan, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", "browser/page.mjs", planFile)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
