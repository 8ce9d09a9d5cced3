package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// A row that travels to the script has its cells, then its unit, then its bars; what stood above is left out, and a bar has nothing for
// what it has not.
func TestPackedRows(t *testing.T) {
	cells := [][]string{{"1", "</script>", "33.3"}, {"2", "</script>", "33.3"}, {"3", "b", "90.0"}}
	tab := &table{N: 3, Columns: []column{rank("no"), text("name"), number("rate").bars(func(i int) *gauge {
		if i == 1 {
			return nil
		}
		return &gauge{Fill: 33.333333, Class: "n", Low: 10, High: 40, Target: 90, HasTarget: true}
	})}, Row: func(i int) []string { return cells[i] }, Key: func(i int) string { return []string{"c9", "c10", "c1"}[i] }}
	pack := newPacker(tab)
	for i, want := range []string{
		`"|\u003c/script\u003e|'33.3|c9|'33.33,n,10,30,,90"`, `"||||'"`, `"|b|'90.0|c1|0"`,
	} {
		got, err := json.Marshal(pack.pack(i))
		if err != nil || string(got) != want {
			t.Errorf("%s (%v), want %s", got, err, want)
		}
	}
}

// A column that is left out takes its cells with it; what else a column has stays with it.
func TestCompactKeepsWhatAColumnHas(t *testing.T) {
	tab := &table{N: 1, Columns: []column{rank("no"), text("gone").shownIf(false), named("name").fix(), number("rate").how("coverage_pop")},
		Row: func(int) []string { return []string{"1", "x", "A", "2"} }, Sum: []string{"", "x", "all", "2"}}
	tab.compact()
	if got := tab.Row(0); !slices.Equal(got, []string{"1", "A", "2"}) {
		t.Error(got)
	}
	var classes []string
	for i := range tab.Columns {
		classes = append(classes, tab.Class(i))
	}
	if want := []string{"rank num", "name text fix", "num ask"}; !slices.Equal(classes, want) {
		t.Errorf("%q, want %q", classes, want)
	}
	if tab.Columns[2].Base() != "num" || tab.Columns[0].Base() != "rank" {
		t.Error("bases", tab.Columns)
	}
}

// The first chip counts all rows, and the others add up to it, each with the rows that say what it says.
func TestChipsAddUp(t *testing.T) {
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		v := newView(page(t, town(), lang))
		short, doubts := v.shortfalls(), v.concerns()
		for _, tab := range []*table{v.shortTable(short), v.problemTable(doubts)} {
			for k, c := range tab.Columns {
				if len(c.Chips) == 0 {
					continue
				}
				count := map[string]int{}
				for i := range tab.N {
					count[tab.Row(i)[k]]++
				}
				if c.Chips[0].N != charts.Count(tab.N) || len(c.Chips) != len(count)+1 {
					t.Errorf("%s: %v of %d rows", tab.ID, c.Chips, tab.N)
				}
				for _, chip := range c.Chips[1:] {
					if chip.N != charts.Count(count[chip.Value]) || chip.Label == "" {
						t.Errorf("%s: %v, want %d", tab.ID, chip, count[chip.Value])
					}
				}
			}
		}
	}
}

// Every mandatory rule that a community misses is a line, or is said by another line of that community; nothing else is.
func TestShortfallsAreAll(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	listed := map[string]bool{}
	for _, s := range v.shortfalls() {
		key := coverage.Rules[s.verdict.Rule].ID + " " + s.u.Code
		if listed[key] {
			t.Errorf("%s stands twice", key)
		}
		listed[key] = true
	}
	want := 0
	for _, u := range v.r.Level(coverage.LevelCommunity) {
		for _, verdict := range u.Verdicts {
			rule := coverage.Rules[verdict.Rule]
			if verdict.Outcome != coverage.NotAttained || v.r.Profile.Rules[rule.ID].Level != data.Mandatory || rule.Check {
				continue
			}
			if listed[rule.ID+" "+u.Code] {
				want++
			} else if other := coverage.SaidBy(rule.ID); !listed[other+" "+u.Code] {
				t.Errorf("%s of %s is not listed", rule.ID, u.Name)
			}
		}
	}
	if want != len(listed) || want == 0 {
		t.Errorf("%d listed, %d missed", len(listed), want)
	}
}

// The largest gap of a problem comes first, and the tasks are the same lines by community with three cells left blank.
func TestTasksAreTheShortfalls(t *testing.T) {
	v := newView(page(t, town(), words.Chinese))
	rows := v.shortfalls()
	for i := range rows[1:] {
		if a, b := rows[i].verdict, rows[i+1].verdict; a.Rule == b.Rule && a.Gap.V < b.Gap.V {
			t.Errorf("line %d: gap %v before %v", i+1, a.Gap.V, b.Gap.V)
		}
	}
	short, tasks := v.shortTable(rows), v.taskTable(rows)
	var a, b []string
	for i := range rows {
		a = append(a, strings.Join(short.Row(i)[1:], "\t"))
		line := tasks.Row(i)
		b = append(b, strings.Join(line[1:len(line)-3], "\t"))
		if blank := line[len(line)-3:]; !slices.Equal(blank, []string{"", "", ""}) {
			t.Errorf("invented: %q", blank)
		}
		if i > 0 && tasks.Key(i) < tasks.Key(i-1) {
			t.Errorf("%s after %s", tasks.Key(i), tasks.Key(i-1))
		}
	}
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Error("the tasks are not the shortfalls")
	}
}

// What has to be checked names every community without data, every doubtful fault with its remedy apart, and every estimate.
func TestProblemsOfTheData(t *testing.T) {
	c := town()
	c.Sources = []data.Source{{Layer: data.LayerGrids, File: "网格.geojson"}, {Layer: data.LayerCenters, File: "中心.csv"}}
	c.Communities[1].Counts.People[data.Resident] = data.Num(9000)
	c.Grids[4].People[data.Resident] = data.Number{}
	c.Faults = []data.Fault{
		{Key: "parent_disagrees", Severity: data.Doubtful, Layer: data.LayerCenters, File: "中心.csv", Feature: 3, ID: "乙中心", Args: map[string]string{"row": "line", "said": "甲", "place": "乙"}},
		{Key: "rings_closed", Severity: data.Repaired, Layer: data.LayerGrids, File: "网格.geojson", Feature: 1, Count: 2, Args: map[string]string{"row": "feature"}},
	}
	v := newView(page(t, c, words.Chinese))
	count := map[string]int{}
	for _, c := range v.concerns() {
		count[c.kind]++
		if c.what == "" || c.do == "" || c.object == "" {
			t.Errorf("blank: %+v", c)
		}
		if c.kind == "fault" && (c.do != "请核对" || !strings.Contains(c.what, "写明属于") || strings.Contains(c.what, "中心.csv") || c.file != "中心.csv") {
			t.Errorf("%+v", c)
		}
		if c.kind == "estimate" && (c.object != "河湾社区" || c.file != "网格.geojson") {
			t.Errorf("%+v", c)
		}
	}
	if count["fault"] != 1 || count["estimate"] != 1 || count["missing"] == 0 || count["flip"] != len(v.r.Sensitivity.Flips) {
		t.Error(count)
	}
}
