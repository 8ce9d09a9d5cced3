package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
)

// The index of docs/measures is made from its pages; -update rewrites it between the two marks.
func TestMeasuresIndex(t *testing.T) {
	const begin, end = "<!-- index: begin -->\n", "<!-- index: end -->\n"
	path := filepath.Join(measuresDir, "README.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), begin)
	_, tail, too := strings.Cut(rest, end)
	if !ok || !too {
		t.Fatalf("%s: the marks of the index are missing", path)
	}
	want := head + begin + indexOfPages(readMeasures(t)) + indexOfMetrics() + end + tail
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(text) != want {
		t.Errorf("%s does not list the pages as they are; run go test ./cmd -run MeasuresIndex -update", path)
	}
}

// measureFamilies are the headings of the index, by what familyOf says of the pages under them.
var measureFamilies = []struct {
	title string
	of    []string
}{
	{"覆盖 · Coverage", []string{"COV"}}, {"用房面积 · Floor area", []string{"AREA"}},
	{"网格与社区规模 · Grid cells and size of communities", []string{"GRID", "SIZE", "GROUP"}},
	{"阵地 · Provision", []string{"PROV"}}, {"队伍 · Staff", []string{"STAFF"}}, {"经费 · Funds", []string{"FUND"}},
	{"专题 · Topics", []string{"topic"}},
}

func familyOf(id string) string {
	if slices.Contains(measureTopics, id) {
		return "topic"
	}
	family, _, _ := strings.Cut(id, "-")
	return family
}

// indexOfPages lists the pages by family, with their questions.
func indexOfPages(pages []measurePage) string {
	var out strings.Builder
	inOneLine := strings.NewReplacer("\n\n", "<br>", "\n", " ")
	for _, family := range measureFamilies {
		fmt.Fprintf(&out, "\n### %s\n\n| 页 Page | 名称 Name | 问题 Question |\n| --- | --- | --- |\n", family.title)
		for _, p := range pages {
			if slices.Contains(family.of, familyOf(p.id)) {
				names := p.title()
				fmt.Fprintf(&out, "| [%s](%s.md) | %s<br>%s | %s |\n", p.id, p.id, names[len(names)-2], names[len(names)-1], inOneLine.Replace(p.parts[measureParts[0]]))
			}
		}
	}
	return out.String()
}

// indexOfMetrics says which page explains each metric.
func indexOfMetrics() string {
	var out strings.Builder
	out.WriteString("\n### 每个指标在哪一页 · Where each metric is explained\n\n| 键 Key | 指标 | Metric | 页 Page |\n| --- | --- | --- | --- |\n")
	for _, m := range coverage.Metrics {
		fmt.Fprintf(&out, "| `%s` | %s | %s | [%s](%s.md) |\n", m.Key, words.Chinese.T("metric."+m.Key), words.English.T("metric."+m.Key), m.ID, m.ID)
	}
	return out.String() + "\n"
}
