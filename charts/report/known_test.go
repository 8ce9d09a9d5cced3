package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// A sheet lists the rules of its community as the matrix does: so many missed, so many attained, none said by another.
func TestSheetsCountLikeTheMatrix(t *testing.T) {
	r := sampleResult(t)
	v := newView(Page{Result: r, Lang: words.Chinese})
	m := v.newSheetMaker(v.sheetUnits())
	for i := range r.City.Communities {
		u := r.Community(i)
		var missed, attained int
		for _, rule := range charts.MatrixRules(r) {
			switch charts.VerdictOf(u, rule).Outcome {
			case coverage.NotAttained:
				missed++
			case coverage.Attained:
				attained++
			}
		}
		text := ""
		told := 0
		for _, l := range m.lacks(u) {
			line := textOf(l.Text)
			if l.Mark == markKey[coverage.NotAttained] {
				told++
				if more, ok := strings.CutPrefix(line, "另有"); ok {
					n, _, _ := printedNumber(more)
					told += int(n) - 1
				}
			}
			text += line + "\n"
		}
		if told != missed || !strings.Contains(text, "另有"+charts.Count(attained)+"项规则达标") {
			t.Errorf("%s: %d missed, %d attained, the sheet says\n%s", u.Name, missed, attained, text)
		}
	}
}

func textOf(spans []span) string {
	text := ""
	for _, s := range spans {
		text += s.Text
	}
	return text
}

// A gap is never nothing, and what was missed is named where a rule asks for several things.
func TestGapsAreNeverNothing(t *testing.T) {
	r := sampleResult(t)
	v := newView(Page{Result: r, Lang: words.Chinese})
	for _, c := range []struct {
		value, limit float64
		want         string
	}{{.4992, .5, "0.001"}, {.48, .5, "0.02"}, {2.0049, 2, "0.005"}} {
		gap := max(c.value-c.limit, c.limit-c.value)
		got := v.difference(coverage.Verdict{Value: data.Num(c.value), Limit: data.Num(c.limit), Gap: data.Num(gap)}, coverage.UnitRatio)
		if got != c.want {
			t.Errorf("%v against %v: off by %s, want %s", c.value, c.limit, got, c.want)
		}
	}
	m := v.newSheetMaker(v.sheetUnits())
	named := 0
	for i := range r.City.Communities {
		for _, l := range m.lacks(r.Community(i)) {
			line := textOf(l.Text)
			if rest, ok := strings.CutPrefix(line, "网格不均衡："); ok {
				named++
				if !strings.HasPrefix(rest, "现状最大最小比") && !strings.HasPrefix(rest, "现状变异系数") {
					t.Error(line)
				}
			}
		}
	}
	if named == 0 {
		t.Error("no community is unbalanced")
	}
}

// A sheet measures from where people live, or says that it does not.
func TestNearestCentersSayFromWhere(t *testing.T) {
	v := newView(page(t, town(), words.English))
	m := v.newSheetMaker(v.sheetUnits())
	if a, b := m.nearHead(v.r.Community(0)), m.nearHead(v.r.Community(3)); !strings.Contains(a, "people live") || strings.Contains(b, "people") {
		t.Errorf("%q, %q", a, b)
	}
}

// The community without households has a known existing area of 0 on its sheet and in the table of communities.
func TestExistingAreaOfZeroIsPrinted(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	u := v.r.Community(3)
	facts := v.newSheetMaker(v.sheetUnits()).facts(u)
	at := slices.IndexFunc(facts, func(f fact) bool { return f.How == "area_actual" })
	table := v.table(v.communityTable())
	column := slices.IndexFunc(table.Columns, func(c column) bool { return c.How == "area_actual" })
	if at < 0 || facts[at].Value != "0" || table.Row(3)[column] != "0" {
		t.Errorf("%+v, %v", facts, table.Row(3))
	}
}

// No table has two columns of one head, whatever the run counts.
func TestHeadsOfCommunitiesDiffer(t *testing.T) {
	for _, basis := range []data.Basis{data.Resident, data.ByHouseholds} {
		r, err := coverage.Analyze(t.Context(), town(), data.General(), coverage.Options{Basis: &basis})
		if err != nil {
			t.Fatal(err)
		}
		v := newView(Page{Result: r, Lang: words.English})
		for _, table := range []*table{v.table(v.communityTable()), v.table(v.gridTable())} {
			seen := map[string]bool{}
			for _, c := range table.Columns {
				if seen[c.Title] {
					t.Errorf("%s has two columns %q", table.ID, c.Title)
				}
				seen[c.Title] = true
			}
		}
	}
}

var aNumber = regexp.MustCompile(`\d+`)

// The title over the cards counts every community that got one.
func TestTitleOfCardsCountsAll(t *testing.T) {
	r := sampleResult(t)
	for i := range r.Level(coverage.LevelCommunity)[:7] {
		r.Community(i).Card.Color = coverage.CardGrey
	}
	v := newView(Page{Result: r, Lang: words.Chinese})
	n := 0.0
	for _, s := range rich(v.judgedSection().Title) {
		for _, digits := range aNumber.FindAllString(s.Text, -1) {
			value, _, _ := printedNumber(digits)
			n += value
		}
	}
	if cards := v.cards(coverage.LevelCommunity); int(n) != cards.dealt() {
		t.Errorf("the title counts %v of %d", n, cards.dealt())
	}
}

// The headline and the title of the ranking name the same unit as the lowest, or none.
func TestHeadlineNamesTheLowestOfTheRanking(t *testing.T) {
	r := sampleResult(t)
	v := newView(Page{Result: r, Lang: words.Chinese})
	low := charts.Lowest(r, words.Chinese)
	if low == nil || !strings.Contains(plainText(v.headline()), low.Name) || !strings.Contains(charts.RankingTitle(r, words.Chinese), low.Name+"最低") {
		t.Fatalf("%q, %q", v.headline(), charts.RankingTitle(r, words.Chinese))
	}
	metric := slices.IndexFunc(coverage.Metrics, func(m coverage.Metric) bool { return m.Key == "coverage_pop" })
	for i, u := range r.Level(coverage.LevelStreet)[:2] {
		u.Values[metric].Number = data.Num(.01 + 1e-6*float64(i)) // two alike in print
	}
	headline, title := plainText(v.headline()), charts.RankingTitle(r, words.Chinese)
	for _, u := range r.Level(coverage.LevelStreet) {
		if strings.Contains(headline, u.Name) || strings.Contains(title, u.Name) {
			t.Errorf("%s is named in %q or %q", u.Name, headline, title)
		}
	}
}
