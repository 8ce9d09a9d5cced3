package charts

import (
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Where several units share the lowest coverage, as it is printed, none of them is named; where all do, nothing is said of the lowest.
func TestLowestIsNamedOnlyAlone(t *testing.T) {
	for _, c := range []struct {
		name          string
		rates         []float64
		named, phrase string
	}{
		{"alone", []float64{.5, .4, .95}, "南街", "南街最低，为40.0%"},
		{"equal in print", []float64{.40004, .4, .95}, "", "最低的2个都为40.0%"},
		{"told apart beside the standard", []float64{.8996, .8999, .95}, "北街", "北街最低，为89.96%"},
		{"all equal", []float64{.4, .4, .4}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := analyze(t, streets("北街", "南街", "东街"))
			for i, u := range r.Level(coverage.LevelStreet) {
				u.Values[metricAt(t, "coverage_pop")].Number = data.Num(c.rates[i])
			}
			got := ""
			if u := Lowest(r, words.Chinese); u != nil {
				got = u.Name
			}
			title := RankingTitle(r, words.Chinese)
			if got != c.named || !strings.HasSuffix(title, c.phrase) || c.phrase == "" && strings.Contains(title, "最低") {
				t.Errorf("%q is lowest, title %q", got, title)
			}
		})
	}
}

// streets is the town with each community but the last in a street of its own.
func streets(names ...string) *data.City {
	c := town()
	c.Streets = nil
	for i, name := range names {
		c.Streets = append(c.Streets, data.Street{Unit: data.Unit{Code: "53010100" + itoa(i), Name: name}})
	}
	for i := range c.Communities {
		c.Communities[i].Street = min(i, len(names)-1)
	}
	c.Link()
	return c
}

func metricAt(t *testing.T, key string) int {
	t.Helper()
	for i, m := range coverage.Metrics {
		if m.Key == key {
			return i
		}
	}
	t.Fatal(key)
	return -1
}

// The title of the matrix names every mandatory rule that is missed as often as any other, counted one by one.
func TestMatrixTitleNamesTies(t *testing.T) {
	r := analyze(t, town())
	for title, missed := range map[string][]string{
		"没有社区达标":          nil,
		"“社区中心”不达标的社区最多：": {"PROV-03"},
		"不达标的社区最多的是“服务人口覆盖率”、“社区中心”，各有1个": {"PROV-03", "COV-04"},
		"不达标的社区最多的是4项规则，各有1个":             {"PROV-03", "COV-04", "COV-10", "AREA-02"},
	} {
		for i := range r.City.Communities {
			u := r.Community(i)
			for k := range u.Verdicts {
				u.Verdicts[k].Outcome = coverage.Attained
				for _, id := range missed {
					if i == 0 && coverage.Rules[u.Verdicts[k].Rule].ID == id {
						u.Verdicts[k].Outcome = coverage.NotAttained
					}
				}
			}
		}
		want := title
		if missed == nil {
			want = words.Chinese.T("chart.matrix.title.all")
		}
		if got := Make("matrix", r, words.Chinese).Title; !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A community without households has no requirement, but its existing area is known, and 0 where it has no facility; it is missing only where a
// facility does not state its area.
func TestExistingAreaNeedsNoHouseholds(t *testing.T) {
	c := town()
	r := analyze(t, c)
	last := r.Community(3)
	if NoFloor(r, last) == Present || ExistingArea(words.Chinese, r, last) != "0" {
		t.Errorf("existing area of a community without a facility: %q", ExistingArea(words.Chinese, r, last))
	}
	c = town()
	c.Centers[3].Status, c.Centers[3].FloorArea, c.Centers[3].Communities = data.StatusOpen, data.Number{}, []int{3}
	if got := ExistingArea(words.Chinese, analyze(t, c), analyze(t, c).Community(3)); got != "缺数据" {
		t.Errorf("a facility without an area: %q", got)
	}
	c = town()
	c.Centers[3].Status, c.Centers[3].Communities = data.StatusOpen, []int{3}
	if got := ExistingArea(words.Chinese, analyze(t, c), analyze(t, c).Community(3)); got != "400" {
		t.Errorf("a facility of 400 m²: %q", got)
	}
}

// Communities of one name are told apart by their street, by their code where they share it, and by the district where the streets' names are equal.
func TestEqualNamesAreToldApart(t *testing.T) {
	c := town()
	c.Districts = append(c.Districts, data.District{Unit: data.Unit{Code: "530102", Name: "邻区"}})
	c.Streets[1].District, c.Streets[1].Name = 1, c.Streets[0].Name
	c.Communities[1].Name = "新华社区"
	c.Communities[3].Name = "新华社区"
	c.Grids[0].Name = "新华社区第1网格"
	c.Link()
	r := analyze(t, c)
	n := NewNamer(r, words.Chinese)
	distinct, beside := map[string]bool{}, map[string]bool{}
	for i := range c.Communities {
		u := r.Community(i)
		distinct[n.Distinct(u)], beside[n.Parent(u)+n.Beside(u)] = true, true
	}
	if len(distinct) != 4 || len(beside) != 4 {
		t.Errorf("%v %v", distinct, beside)
	}
	if got := n.GridPlace(0); got != n.Distinct(r.Community(0))+"第1网格" {
		t.Error(got)
	}
	c = town() // two streets of one name, one 新华社区 in each
	c.Districts = append(c.Districts, data.District{Unit: data.Unit{Code: "530102", Name: "邻区"}})
	c.Streets[1].District, c.Streets[1].Name = 1, c.Streets[0].Name
	c.Link()
	r = analyze(t, c)
	if got := NewNamer(r, words.Chinese).Distinct(r.Community(2)); got != "新华社区（东街街道（邻区））" {
		t.Error(got)
	}
}

// A limit, and a difference from it, have the same decimals whatever was typed.
func TestLimitAndPointsAgree(t *testing.T) {
	for share, want := range map[float64]string{.867500268: "86.7500268", .29: "29", .57: "57", .8675: "86.75", .14: "14"} {
		if got := Limit(share); got != want {
			t.Errorf("Limit(%v) = %s", share, got)
		}
		beside := Rate(share, share)
		if strings.TrimSuffix(beside, ".0") != want || Points(share, 0, share) != beside {
			t.Errorf("limit %s, rate %s, points %s", want, beside, Points(share, 0, share))
		}
	}
}
