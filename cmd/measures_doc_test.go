package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"quarter/charts/words"
	"quarter/coverage"
)

// The pages of docs/measures: one for every rule and every ID of a metric, each with an example worked by hand on docs/town. What their
// tables say is what the program finds there, to the printed digit.

const measuresDir = "../docs/measures"

// measureParts are the headings of every page, in order.
var measureParts = []string{
	"规划人员的问题 · The planner's question", "看什么，在哪里 · What is shown, and where", "算法 · Formula", "手算 · By hand",
	"达标线与缺数据 · At the limit, and missing data", "不宜使用 · When not to use it", "出处 · Source", "代码 · Code",
}

// shownOnlyMeasures are the IDs of DOMAIN section 4 that no rule judges and no metric bears; topics are pages beside the IDs.
var (
	shownOnlyMeasures = []string{"COV-01", "COV-02", "COV-11", "GROUP-01"}
	measureTopics     = []string{"sensitivity", "cards", "services", "population-groups", "identities"}
)

// measurePage is one page as read.
type measurePage struct {
	id, text string
	parts    map[string]string
}

// title is the first line without its mark: id, Chinese name, English name.
func (p measurePage) title() []string {
	line, _, _ := strings.Cut(p.text, "\n")
	return strings.Split(strings.TrimPrefix(line, "# "), " · ")
}

func readMeasures(t *testing.T) []measurePage {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(measuresDir, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []measurePage
	for _, path := range paths {
		id := strings.TrimSuffix(filepath.Base(path), ".md")
		if id == "README" {
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p := measurePage{id: id, text: string(raw), parts: map[string]string{}}
		for _, part := range strings.Split(p.text, "\n## ")[1:] {
			head, body, _ := strings.Cut(part, "\n")
			p.parts[head] = strings.TrimSpace(body)
		}
		pages = append(pages, p)
	}
	slices.SortFunc(pages, func(p, q measurePage) int { return slices.Index(measureIDs(), p.id) - slices.Index(measureIDs(), q.id) })
	return pages
}

// measureIDs are the pages that there must be, in the order of the index.
func measureIDs() []string {
	ids := slices.Clone(shownOnlyMeasures)
	for _, rule := range coverage.Rules {
		ids = append(ids, rule.ID)
	}
	for _, m := range coverage.Metrics {
		ids = append(ids, m.ID)
	}
	slices.SortFunc(ids, compareRules)
	return append(slices.Compact(ids), measureTopics...)
}

func TestMeasuresHaveAllPages(t *testing.T) {
	pages, want := readMeasures(t), measureIDs()
	byID := map[string]measurePage{}
	for _, p := range pages {
		byID[p.id] = p
		if !slices.Contains(want, p.id) {
			t.Errorf("%s.md is about no rule, metric or topic", p.id)
		}
	}
	for _, id := range want {
		if _, ok := byID[id]; !ok {
			t.Errorf("%s has no page in docs/measures", id)
		}
	}
	for _, m := range coverage.Metrics {
		if !strings.Contains(byID[m.ID].text, "`"+m.Key+"`") {
			t.Errorf("%s.md does not explain %s", m.ID, m.Key)
		}
	}
}

func TestMeasuresHaveAllParts(t *testing.T) {
	for _, p := range readMeasures(t) {
		var heads []string
		for _, line := range strings.Split(p.text, "\n") {
			if head, ok := strings.CutPrefix(line, "## "); ok {
				heads = append(heads, head)
			}
		}
		if !slices.Equal(heads, measureParts) {
			t.Errorf("%s.md has the parts %q", p.id, heads)
		}
		for _, part := range measureParts[:len(measureParts)-1] {
			if zh, en := spoken(p.parts[part]); !zh || !en {
				t.Errorf("%s.md: %q does not stand in both languages", p.id, part)
			}
		}
		p.checkTitle(t)
		p.checkCode(t)
	}
}

var notProse = regexp.MustCompile("(?m)^(?: {4}|\\||方案 Profile).*$|`[^`]*`")

// spoken reports whether a text has a paragraph of Chinese, and one of English; terms and names of the other do not count.
func spoken(text string) (zh, en bool) {
	for _, paragraph := range strings.Split(notProse.ReplaceAllString(text, ""), "\n\n") {
		han, letters := 0, 0
		for _, r := range paragraph {
			if unicode.Is(unicode.Han, r) {
				han++
			} else if r <= unicode.MaxASCII && unicode.IsLetter(r) {
				letters++
			}
		}
		zh = zh || 3*han > letters
		en = en || letters > 3*han
	}
	return zh, en
}

// checkTitle compares the names of a rule with those that readers of the report see.
func (p measurePage) checkTitle(t *testing.T) {
	if slices.Contains(measureTopics, p.id) {
		return
	}
	if want := []string{p.id, words.Chinese.T("rule." + p.id), words.English.T("rule." + p.id)}; !slices.Equal(p.title(), want) {
		t.Errorf("%s.md is headed %q, want %q", p.id, p.title(), want)
	}
}

// checkCode sees that the files that a page names exist.
func (p measurePage) checkCode(t *testing.T) {
	files := regexp.MustCompile("`([a-z]+/[a-z0-9_/.-]+)`").FindAllStringSubmatch(p.parts[measureParts[7]], -1)
	if len(files) == 0 {
		t.Errorf("%s.md names no file of the code", p.id)
	}
	for _, f := range files {
		if _, err := os.Stat(filepath.Join("..", f[1])); err != nil {
			t.Errorf("%s.md: %v", p.id, err)
		}
	}
}

var (
	measureRun = regexp.MustCompile("^方案 Profile: `([a-z0-9-]+)`(?:, `--minutes ([0-9.]+)`)?$")
	measureRow = regexp.MustCompile("^\\| ([^|]+) \\| `([^|`]+)` \\| ([^|]+) \\|$")
)

func TestMeasuresAreWhatTheProgramFinds(t *testing.T) {
	runs := townRuns{}
	for _, p := range readMeasures(t) {
		run, rows := map[string]any(nil), 0
		for i, line := range strings.Split(p.text, "\n") {
			if m := measureRun.FindStringSubmatch(line); m != nil {
				run = runs.get(t, m[1], m[2])
			}
			m := measureRow.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			rows++
			if run == nil {
				t.Fatalf("%s.md:%d: a row before any profile", p.id, i+1)
			}
			if found, err := townFigure(run, m[1], m[2]); err != nil {
				t.Errorf("%s.md:%d: %v", p.id, i+1, err)
			} else if got := printedLike(found, m[3]); got != m[3] {
				t.Errorf("%s.md:%d: %s of %s is %s (%v), the page says %s", p.id, i+1, m[2], m[1], got, found, m[3])
			}
		}
		if rows == 0 {
			t.Errorf("%s.md has no row to check", p.id)
		}
	}
}
