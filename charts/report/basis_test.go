package report

import (
	"regexp"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// What a page of households may say of people: the assumption that counts them, that none were counted, other kinds of coverage, persons.
var (
	ofPeopleZh = regexp.MustCompile(`人口口径|按常住人口|没有采用人口数|缺人口或户数|总人口和总户数|常住人口|社区的人口和户数|人口(变异系数|最大|最多|最少)|各网格人口|居民小组|各类人群`)
	ofPeopleEn = regexp.MustCompile(`(?i)population basis|resident population|not on people|people (or|and) households|population groups?|residents' groups?|people (in|per) (a )?cell|, people\b|population standard deviation|location, population|where people live|for people to fill in|(from|least|most) \d+ people\b`)
	peopleZh   = regexp.MustCompile(`人口|居民`)
	peopleEn   = regexp.MustCompile(`(?i)\b(people|population|residents)\b`)
)

func householdsPage(t *testing.T, c *data.City, lang words.Lang) Page {
	t.Helper()
	basis := data.ByHouseholds
	r, err := coverage.Analyze(t.Context(), c, data.General(), coverage.Options{Sites: 2, Basis: &basis})
	if err != nil {
		t.Fatal(err)
	}
	return Page{Result: r, Lang: lang}
}

// A run that counts households speaks of households.
func TestHouseholdsAreNotCalledPeople(t *testing.T) {
	en := town()
	english(en)
	for _, c := range []struct {
		lang           words.Lang
		city           *data.City
		people, of     *regexp.Regexp
		sure, problems string
	}{
		{words.Chinese, town(), peopleZh, ofPeopleZh, "服务户数覆盖率", "缺户数数据"},
		{words.English, en, peopleEn, ofPeopleEn, "Household coverage", "no data on households"},
	} {
		text := tags.ReplaceAllString(render(t, householdsPage(t, c.city, c.lang)), "\n")
		for _, line := range strings.Split(text, "\n") {
			if c.people.MatchString(c.of.ReplaceAllString(line, "")) {
				t.Errorf("%s", strings.TrimSpace(line))
			}
		}
		for _, want := range []string{c.sure, c.problems} {
			if !strings.Contains(text, want) {
				t.Errorf("the page lacks %q", want)
			}
		}
	}
}

// Uncovered zones of a run by households are listed from so many households; persons of another rule stay persons.
func TestZonesAreListedFromHouseholds(t *testing.T) {
	for basis, want := range map[bool]string{true: "列出户数不少于100户", false: "列出人数不少于100人"} {
		p := page(t, town(), words.Chinese)
		if basis {
			p = householdsPage(t, town(), words.Chinese)
		}
		v := newView(p)
		if got := v.limits("COV-08"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := v.limits("STAFF-01"); !strings.Contains(got, "4人") {
			t.Error(got)
		}
	}
}

// A range of no width, and nothing that lacks data, are said in words.
func TestTilesWithoutWidth(t *testing.T) {
	p := page(t, town(), words.Chinese)
	total := p.Result.Total()
	total.People.Missing = 0
	for lang, want := range map[words.Lang][2]string{words.Chinese: {"各种口径相同", "无"}, words.English: {"same in every case", "none"}} {
		p.Lang = lang
		v := answerOf(p)
		if fact := v.rangeFact("coverage_pop", [2]string{"low", "high"}, "0.0", "0.0", "%"); fact.Value != want[0] || narrow(fact.Label)+narrow(fact.Value) > mostFact {
			t.Errorf("a range of no width is %q", fact)
		}
		if got := v.demandMissing("coverage_pop").Value; got != want[1] {
			t.Errorf("nothing missing is %q", got)
		}
	}
}

// A part of the population is better or worse by the difference of the two rates as they are written, with the same number of decimals.
func TestGroupsAgainstAll(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	for _, c := range []struct {
		own, all    float64 // of 100,000
		rate, point string
	}{
		{87004, 86750, "87.00", "+0.25"}, {89996, 86750, "89.996", "+3.246"}, {86750, 89996, "86.750", "−3.246"}, {86750, 86751, "86.8", "持平"},
	} {
		account := coverage.CohortAccount{Total: 1e5, Covered: c.own, Known: 1, AllTotal: 1e5, AllCovered: c.all, GapShare: data.Num((c.all - c.own) / 1e5)}
		if rate, points := v.againstAll(account); rate != c.rate || points != c.point {
			t.Errorf("%v against %v: %s, %s", c.own, c.all, rate, points)
		}
	}
	if rate, points := v.againstAll(coverage.CohortAccount{Total: 100, Covered: 50, Known: 1}); rate != "50.0" || points != "缺数据" {
		t.Errorf("against nobody: %s, %s", rate, points)
	}
}
