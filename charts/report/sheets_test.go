package report

import (
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

var (
	aStore = regexp.MustCompile(`(?s)<noscript id="sheets">(.*?)</noscript>`)
	aSheet = regexp.MustCompile(`(?s)<article class="sheet" id="sheet-(\d+)" data-u="c(\d+)"( data-first)?>.*?</article>`)
)

// sheetsOf are the sheets of a page, in its order.
func sheetsOf(t *testing.T, page string) [][]string {
	t.Helper()
	store := aStore.FindStringSubmatch(page)
	if store == nil {
		t.Fatal("no store of sheets")
	}
	return aSheet.FindAllStringSubmatch(store[1], -1)
}

// Every community has one sheet, street by street, and one of them is opened first.
func TestEveryCommunityHasASheet(t *testing.T) {
	r := sampleResult(t)
	sheets := sheetsOf(t, render(t, Page{Result: r, Lang: words.Chinese}))
	communities := r.Level(coverage.LevelCommunity)
	if len(sheets) != len(communities) {
		t.Fatalf("%d sheets of %d communities", len(sheets), len(communities))
	}
	seen, first, parent := map[int]bool{}, 0, 0
	for _, s := range sheets {
		at, _ := strconv.Atoi(s[1])
		if s[1] != s[2] || seen[at] || communities[at].Parent < parent {
			t.Errorf("sheet %s of c%s stands twice or after another street", s[1], s[2])
		}
		seen[at], parent = true, communities[at].Parent
		if s[3] != "" {
			first++
		}
		if strings.Count(s[0], "<dt>") != 9 || !strings.Contains(s[0], "<svg") {
			t.Errorf("sheet %s: %d figures, or no map", s[1], strings.Count(s[0], "<dt>"))
		}
	}
	if first != 1 {
		t.Errorf("%d sheets are opened first", first)
	}
}

// The number of threads changes no byte.
func TestSheetsDoNotDependOnThreads(t *testing.T) {
	r := sampleResult(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := render(t, Page{Result: r, Lang: words.English})
	runtime.GOMAXPROCS(4)
	if four := render(t, Page{Result: r, Lang: words.English}); one != four {
		t.Error("pages differ")
	}
}

var placeOf = regexp.MustCompile(`覆盖率由低到高排第([\d,]+)，共([\d,]+)个`)

var anyTag = regexp.MustCompile(`<[^>]*>`)

// A rank is one more than the communities below, counted one by one among those with data; those that tie share it.
func TestRanksByBruteForce(t *testing.T) {
	r := sampleResult(t)
	communities := r.Level(coverage.LevelCommunity)
	ranked := 0
	for _, s := range sheetsOf(t, render(t, Page{Result: r, Lang: words.Chinese})) {
		at, _ := strconv.Atoi(s[1])
		mine := communities[at].Get("coverage_pop")
		place := placeOf.FindStringSubmatch(anyTag.ReplaceAllString(s[0], ""))
		if (place != nil) != mine.Known {
			t.Fatalf("c%d: rank %v, coverage %v", at, place, mine)
		}
		if place == nil {
			continue
		}
		below, known := 0, 0
		for i := range communities {
			if other := communities[i].Get("coverage_pop"); other.Known {
				known++
				if other.V < mine.V {
					below++
				}
			}
		}
		if place[1] != charts.Count(below+1) || place[2] != charts.Count(known) {
			t.Errorf("c%d: %s of %s, want %d of %d", at, place[1], place[2], below+1, known)
		}
		ranked++
	}
	if ranked < 100 {
		t.Errorf("only %d ranks", ranked)
	}
}

// Names are text in a sheet, and nothing in the store can end it.
func TestHostileNamesInSheets(t *testing.T) {
	c := town()
	rename(c)
	got := render(t, page(t, c, words.Chinese))
	if n := len(sheetsOf(t, got)); n != 4 {
		t.Errorf("%d sheets", n)
	}
	store := aStore.FindStringSubmatch(got)[1]
	for _, forbidden := range []string{"<script", "<img", "</noscript", "{{"} {
		if strings.Contains(strings.ReplaceAll(store, "{{.}}", ""), forbidden) {
			t.Errorf("the sheets hold %q", forbidden)
		}
	}
}

// A sheet names every rule that its community misses, also those that no longer stand one by one.
func TestSheetsNameAllThatIsMissed(t *testing.T) {
	v := newView(Page{Result: sampleResult(t), Lang: words.Chinese})
	units := v.sheetUnits()
	m, most := v.newSheetMaker(units), 0
	for _, u := range units {
		told, missed := "", 0
		for _, l := range m.lacks(u) {
			for _, s := range l.Text {
				told += s.Text
			}
		}
		for _, rule := range m.rules {
			if verdict := charts.VerdictOf(u, rule); verdict.Outcome == coverage.NotAttained {
				missed++
				if name := v.problem(shortfall{u, verdict}); !strings.Contains(told, name) {
					t.Errorf("%s: %q is not told: %s", u.Code, name, told)
				}
			}
		}
		most = max(most, missed)
	}
	if most <= mostLacks {
		t.Errorf("no community misses more than %d rules", mostLacks)
	}
}

func TestManyCommunitiesHaveNoSheets(t *testing.T) {
	c := town()
	for len(c.Communities) <= mostSheets {
		c.Communities = append(c.Communities, data.Community{Unit: data.Unit{Code: strconv.Itoa(len(c.Communities)), Name: "社区"}, Street: 1})
	}
	c.Link()
	r := analyze(t, c)
	s := newView(Page{Result: r, Lang: words.Chinese}).sheetSection()
	if s.Sheets != "" || !strings.Contains(s.Note, "3,001") {
		t.Errorf("%d bytes of sheets, note %q", len(s.Sheets), s.Note)
	}
}

func sampleResult(t *testing.T) *coverage.Result {
	t.Helper()
	r, err := coverage.Analyze(t.Context(), sampleCity(t), data.General(), coverage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
