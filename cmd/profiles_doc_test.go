package cmd

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/data"
)

// The tables of docs/profiles.md are made from the profiles; -update rewrites them between the two marks.
func TestProfileTables(t *testing.T) {
	const begin, end = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"
	path := filepath.Join("..", "docs", "profiles.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), begin)
	_, tail, too := strings.Cut(rest, end)
	if !ok || !too {
		t.Fatalf("%s: the marks of the tables are missing", path)
	}
	want := []byte(head + begin + profileTables(t) + end + tail)
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(text, want) {
		t.Errorf("%s does not tell what the profiles say; run go test ./cmd -run ProfileTables -update and read the change", path)
	}
}

func profileTables(t *testing.T) string {
	t.Helper()
	var all []data.Profile
	for _, id := range data.ProfileIDs {
		p, err := data.BuiltinProfile(id)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	rules := map[string]bool{}
	for _, p := range all {
		for id := range p.Rules {
			rules[id] = true
		}
	}
	d := profileDoc{profiles: all, rules: slices.SortedFunc(maps.Keys(rules), compareRules)}
	d.documents()
	d.levels()
	d.values()
	d.clauses()
	return d.String()
}

// compareRules orders rules as DOMAIN section 4 does: by family, then by number.
func compareRules(a, b string) int {
	families := []string{"COV", "AREA", "GRID", "SIZE", "GROUP", "PROV", "STAFF", "FUND", "WALK"}
	family := func(id string) int {
		name, _, _ := strings.Cut(id, "-")
		return slices.Index(families, name)
	}
	if x, y := family(a), family(b); x != y {
		return x - y
	}
	return strings.Compare(a, b)
}

// profileDoc writes the tables, Chinese and English side by side.
type profileDoc struct {
	strings.Builder
	profiles []data.Profile
	rules    []string
}

func (d *profileDoc) row(cells ...string) {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(c, "|", "\\|")
	}
	fmt.Fprintf(d, "| %s |\n", strings.Join(cells, " | "))
}

func (d *profileDoc) head(title string, cells ...string) {
	fmt.Fprintf(d, "\n### %s\n\n", title)
	d.row(cells...)
	d.row(slices.Repeat([]string{"---"}, len(cells))...)
}

func (d *profileDoc) names() []string {
	var out []string
	for _, p := range d.profiles {
		out = append(out, p.Name.Zh+"<br>"+p.Name.En)
	}
	return out
}

func (d *profileDoc) documents() {
	d.head("出处标记 · Source marks", "标记 · Mark", "文件", "Document")
	titles := d.profiles[0].Documents
	for _, mark := range slices.Sorted(maps.Keys(titles)) {
		d.row(mark, titles[mark].Zh, titles[mark].En)
	}
}

// levels is a matrix of rules and profiles.
func (d *profileDoc) levels() {
	d.head("规则和方案 · Rules and profiles", slices.Concat([]string{"编号 · Id", "规则", "Rule"}, d.names())...)
	for _, id := range d.rules {
		cells := []string{id, words.Chinese.T("rule." + id), words.English.T("rule." + id)}
		for _, p := range d.profiles {
			level := "—"
			if r, ok := p.Rule(id); ok {
				level = words.Chinese.T("enforcement."+string(r.Level)) + "<br>" + words.English.T("enforcement."+string(r.Level))
			}
			cells = append(cells, level)
		}
		d.row(cells...)
	}
}

func (d *profileDoc) values() {
	d.head("数值 · Values", slices.Concat([]string{"规则.数值 · Rule.value", "单位", "Unit"}, d.names())...)
	for _, id := range d.rules {
		units := map[string]string{}
		for _, p := range d.profiles {
			for name, l := range p.Rules[id].Values {
				units[name] = l.Unit
			}
		}
		for _, name := range slices.Sorted(maps.Keys(units)) {
			cells := []string{id + "." + name, unitWord(words.Chinese, units[name]), unitWord(words.English, units[name])}
			for _, p := range d.profiles {
				cell := "—"
				if l, ok := p.Rules[id].Values[name]; ok {
					cell = data.Num(l.Value).String() + " [" + l.Source + "]"
				}
				cells = append(cells, cell)
			}
			d.row(cells...)
		}
	}
}

func unitWord(l words.Lang, unit string) string {
	if unit == "share" {
		return "0–1"
	}
	return l.T("limit." + unit)
}

// clauses tells on what each rule rests; profiles that say the same share a row.
func (d *profileDoc) clauses() {
	d.head("出处和条款 · Sources and clauses", "编号 · Id", "方案 · Profiles", "出处 · Source", "条款", "Clause")
	for _, id := range d.rules {
		type saying struct{ source, zh, en string }
		var order []saying
		who := map[saying][]string{}
		for _, p := range d.profiles {
			r, ok := p.Rule(id)
			if !ok {
				continue
			}
			s := saying{r.Source, r.Clause.Zh, r.Clause.En}
			if who[s] == nil {
				order = append(order, s)
			}
			who[s] = append(who[s], p.ID)
		}
		for _, s := range order {
			d.row(id, strings.Join(who[s], ", "), s.source, s.zh, s.en)
		}
	}
}
