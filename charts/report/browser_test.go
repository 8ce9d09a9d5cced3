//go:build browser

package report

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
)

// TestBrowser opens pages in a real browser: browser/page.mjs says what must hold. It needs the bundle (npm run bundle), Node.js and
// Chromium (CHROMIUM, default /usr/bin/chromium). SCREENSHOTS names a folder for pictures; without it they go to a temporary one.
func TestBrowser(t *testing.T) {
	dir := t.TempDir()
	var cases []map[string]any
	add := func(name string, p Page, hostile bool) {
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
		cases = append(cases, map[string]any{"name": name, "path": path, "hostile": hostile})
	}
	add("town-zh", page(t, town(), words.Chinese), false)
	english := page(t, town(), words.English)
	add("town-en", english, false)
	c := town()
	rename(c)
	p := page(t, c, words.Chinese)
	p.Title, p.Marking = hostile[0], hostile[2]
	add("hostile", p, true)

	shots := os.Getenv("SCREENSHOTS")
	if shots == "" {
		shots = dir
	}
	plan, err := json.Marshal(map[string]any{"cases": cases, "hostile": hostile, "screenshots": shots, "figures": len(charts.Charts)})
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
