package data

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

var testOptions = []string{"strict", "radius", "tiers", "set"}

const ownProject = `# 项目
title: "新华: 片区"
cutoff: 2025-11-22
out: ../out
inputs:
  grids: [甲.geojson, "乙 2.geojson"]
  communities: c.geojson
columns:
  grids.households: 户 数
options:
  strict: true
  radius: 800
  set:
  - A=1
  - B=2
  tiers:
`

func TestReadProject(t *testing.T) {
	p, err := ReadProject(strings.NewReader("\ufeff"+ownProject), "quarter.yaml", testOptions)
	if err != nil {
		t.Fatal(err)
	}
	want := []Setting{
		{"title", "新华: 片区", 2}, {"cutoff", "2025-11-22", 3}, {"out", "../out", 4},
		{"communities", "c.geojson", 7}, {"grids", "甲.geojson", 6}, {"grids", "乙 2.geojson", 6},
		{"column", "grids.households=户 数", 9},
		{"radius", "800", 12}, {"set", "A=1", 14}, {"set", "B=2", 15}, {"strict", "true", 11},
	}
	if p.File != "quarter.yaml" || !slices.Equal(p.Settings, want) {
		t.Errorf("%+v\nwant %+v", p.Settings, want)
	}
}

func TestReadProjectOfNothing(t *testing.T) {
	for _, text := range []string{"", "# nothing\n", "---\n", "title:\ninputs:\ncolumns:\noptions:\n", "inputs: {}\noptions: {set: []}\n", "options: {set: [~]}\n"} {
		p, err := ReadProject(strings.NewReader(text), "quarter.yaml", testOptions)
		if err != nil || len(p.Settings) != 0 {
			t.Errorf("%q: %+v, %v", text, p.Settings, err)
		}
	}
}

func TestReadProjectFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text, key, column string
		line              int
	}{
		"not YAML":            {"title: x\n\tout: y\n", "project_syntax", "", 2},
		"a list":              {"- a\n", "project_syntax", "", 1},
		"typo":                {"\n\nradius: 800\n", "project_word", "radius", 3},
		"no such layer":       {"inputs:\n  grid: g.geojson\n", "project_word", "grid", 2},
		"no such option":      {"options:\n  radius: 1\n  sites: 2\n", "project_word", "sites", 3},
		"a map for a text":    {"title: x\noptions:\n  radius: {m: 800}\n", "project_syntax", "", 3},
		"a list in a list":    {"options:\n  set:\n  - [A=1]\n", "project_syntax", "", 3},
		"a list for a title":  {"title: [x]\n", "project_syntax", "", 1},
		"twice":               {"title: x\nout: y\ntitle: z\n", "project_syntax", "title", 3},
		"the same list twice": {"options:\n  set: [A=1]\n  set: [B=1]\n", "project_syntax", "set", 3},
		"a text for options":  {"options: radius\n", "project_syntax", "", 1},
		"too large":           {strings.Repeat("#", maxWritten+1), "project_size", "", 0},
	} {
		_, err := ReadProject(strings.NewReader(c.text), "quarter.yaml", testOptions)
		var f *Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: no fault: %v", name, err)
			continue
		}
		if f.Key != c.key || f.Column != c.column || f.Feature != c.line || f.File != "quarter.yaml" || f.Severity != Refused {
			t.Errorf("%s: %+v", name, f)
		}
		if f.Key == "project_word" && f.Args["known"] == "" {
			t.Errorf("%s: does not say what is known", name)
		}
	}
	if _, err := ReadProject(failingReader{}, "quarter.yaml", nil); err == nil {
		t.Error("a file that cannot be read is taken")
	}
}

// What the reader of YAML says is told in words of ours, at the line that was written wrong.
func TestReadProjectBlamesTheLine(t *testing.T) {
	for text, want := range map[string]struct {
		what, value string
		line        int
	}{
		"title: x\ncutoff：2025\nlang: zh\n":     {"colon", "cutoff：2025", 2},
		"title：一刻钟服务圈一刻钟服务圈一刻钟服务圈\n":            {"colon", "title：一刻钟服务圈一刻钟服务圈一刻钟服务圈", 1},
		"options:\n  radius：800\n":              {"colon", "radius：800", 2},
		"options:\n  radius:800\n":              {"colon", "radius:800", 2},
		"options:\n  radius: 1\n\tsites: 2\n":   {"tab", "sites: 2", 3},
		"title: [x\n":                           {"other", "", 0},
		"title: 说明：x\noptions: radius\n":        {"kind", "options: radius", 2},
		"title: \xc9\xe7\n":                     {"encoding", "", 0},
		"title: x\ntitle: y\n":                  {"twice", "", 2},
		"options:\n  radius: {m: 800}\nlang: a": {"kind", "radius: {m: 800}", 2},
	} {
		_, err := ReadProject(strings.NewReader(text), "quarter.yaml", testOptions)
		var f *Fault
		if !errors.As(err, &f) || f.Key != "project_syntax" || f.Args["what"] != want.what || want.line > 0 && (f.Value != want.value || f.Feature != want.line) {
			t.Errorf("%q: %+v", text, f)
		}
	}
}

// Whatever the text, reading it gives settings with their lines or a fault, and never panics.
func FuzzReadProject(f *testing.F) {
	f.Add(ownProject)
	f.Add("options: {set: &a [*a]}\n")
	f.Add("inputs: {grids: &a x, centers: *a}\n")
	f.Add("<<: {title: x}\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadProject(strings.NewReader(text), "quarter.yaml", testOptions)
		if err != nil {
			if f := (*Fault)(nil); !errors.As(err, &f) {
				t.Errorf("%v is not a fault", err)
			}
			return
		}
		for _, s := range p.Settings {
			if s.Line < 1 || s.Name == "" || s.Value == "" {
				t.Errorf("%+v", s)
			}
		}
	})
}
