package data

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

const ownFile = `extends: general
name: {zh: 我区, en: Ours}
omit: [GRID-07, AREA-06.hint]
rules:
  COV-01:
    values:
      radius: {value: 800}
  GRID-01:
    level: advisory
    source: C
    clause: {zh: 我区规定, en: our rule}
    values:
      low: {value: 200}
      high: {value: 500}
  FUND-02:
    level: report
    values:
      community: {value: 60000}
`

func TestReadProfileExtends(t *testing.T) {
	p, err := ReadProfile(strings.NewReader("\ufeff"+ownFile), "ours.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := []Override{
		{Rule: "COV-01", Value: "radius", From: 1000, To: 800, Unit: "m", By: "ours.yaml"},
		{Rule: "GRID-01", Value: "low", From: 300, To: 200, Unit: "hh", By: "ours.yaml"},
	}
	if !slices.Equal(p.Overrides, want) {
		t.Errorf("overrides %v\nwant %v", p.Overrides, want)
	}
	if p.ID != "ours" || p.Name.Zh != "我区" || p.Value("COV-01", "radius_10", 0) != 500 || p.Rules["GRID-01"].Level != Advisory {
		t.Errorf("%s %v %+v", p.ID, p.Name, p.Rules["GRID-01"])
	}
	if l := p.Rules["FUND-02"].Values["community"]; l.Unit != "yuan" || l.Source != "C" || p.Rules["FUND-02"].Source != "C" {
		t.Errorf("a rule that general does not have: %+v", l)
	}
	if _, ok := p.Rule("GRID-07"); ok {
		t.Error("GRID-07 is omitted but there")
	}
	if r := p.Rules["AREA-06"]; r.Level != Advisory || len(r.Values) != 0 {
		t.Errorf("AREA-06 without its hint: %+v", r)
	}
	if p.Documents["ZB19"].Zh == "" {
		t.Error("the titles of the documents are lost")
	}
}

func TestReadProfileAlone(t *testing.T) {
	p, err := ReadProfile(strings.NewReader("rules: {COV-01: {level: report, values: {radius: {value: 700}}}}"), "alone.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Rules) != 1 || p.Name.En != "alone" || p.Rules["COV-01"].Values["radius"].Unit != "m" || p.Rules["COV-01"].Source != "C" {
		t.Errorf("%+v", p)
	}
}

func TestReadProfileFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want Fault
	}{
		"not YAML":           {"extends: general\nrules:\n\tCOV-01: 3\n", Fault{Key: "profile_syntax", Feature: 3}},
		"a list as rules":    {"extends: general\nrules: [1]\n", Fault{Key: "profile_syntax", Feature: 2}},
		"typo in a word":     {"extends: general\nrules:\n  COV-02:\n    valeus: {}\n", Fault{Key: "profile_word", Feature: 4, Column: "valeus"}},
		"typo in a limit":    {"extends: general\nrules:\n  COV-02:\n    values:\n      speed:\n        vaule: 70\n", Fault{Key: "profile_word", Feature: 6, Column: "vaule"}},
		"typo in a value":    {"extends: general\nrules:\n  COV-02:\n    values:\n      sped: {value: 70}\n", Fault{Key: "profile_word", Feature: 5, ID: "COV-02", Column: "sped"}},
		"no such rule":       {"extends: general\nrules:\n  COV-4: {}\n", Fault{Key: "profile_rule", Feature: 3, ID: "COV-4", Column: "COV-4"}},
		"omits no such rule": {"extends: general\nomit: [AREA-9.x]\n", Fault{Key: "profile_rule", Feature: 2, ID: "AREA-9", Column: "omit", Value: "AREA-9.x"}},
		"percent for share":  {"extends: general\nrules:\n  COV-04:\n    values:\n      target: {value: 90}\n", Fault{Key: "profile_value", Feature: 5, ID: "COV-04", Column: "target", Value: "90"}},
		"negative":           {"extends: general\nrules:\n  COV-01:\n    values:\n      radius: {value: -5}\n", Fault{Key: "profile_value", Feature: 5, ID: "COV-01", Column: "radius", Value: "-5"}},
		"not a number":       {"extends: general\nrules:\n  COV-01:\n    values:\n      radius: {value: .nan}\n", Fault{Key: "profile_value", Feature: 5, ID: "COV-01", Column: "radius", Value: "NaN"}},
		"a word as number":   {"extends: general\nrules:\n  COV-01:\n    values:\n      radius: {value: 八百}\n", Fault{Key: "profile_value", Feature: 5, Column: "value", Value: "八百"}},
		"another unit":       {"extends: general\nrules:\n  COV-01:\n    values:\n      radius: {value: 1, unit: km}\n", Fault{Key: "profile_unit", Feature: 5, ID: "COV-01", Column: "unit", Value: "km"}},
		"no such level":      {"extends: general\nrules:\n  COV-01: {level: strict}\n", Fault{Key: "profile_level", Feature: 3, ID: "COV-01", Column: "level", Value: "strict"}},
		"no level":           {"extends: general\nrules:\n  FUND-02: {source: C}\n", Fault{Key: "profile_level", Feature: 3, ID: "FUND-02", Column: "level"}},
		"low above high":     {"extends: general\nrules:\n  GRID-01:\n    values:\n      low: {value: 600}\n", Fault{Key: "profile_order", Feature: 5, ID: "GRID-01", Column: "low", Value: "600"}},
		"no such base":       {"id: x\nextends: beijing\n", Fault{Key: "profile_base", Feature: 2, Column: "extends", Value: "beijing"}},
		"too large":          {strings.Repeat("#", maxWritten+1), Fault{Key: "profile_size"}},
		"empty rules":        {"rules: {COV-01: }", Fault{Key: "profile_level", Feature: 1, ID: "COV-01", Column: "level"}},
	} {
		_, err := ReadProfile(strings.NewReader(c.text), "own.yaml")
		var f *Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: no fault: %v", name, err)
			continue
		}
		got := Fault{Key: f.Key, Feature: f.Feature, ID: f.ID, Column: f.Column, Value: f.Value}
		if f.Key == "profile_syntax" {
			got.Value = ""
		}
		if got.Error() != c.want.Error() || got.Key != c.want.Key || got.Feature != c.want.Feature {
			t.Errorf("%s:\n%+v, want\n%+v", name, got, c.want)
		}
		if f.File != "own.yaml" || f.Severity != Refused {
			t.Errorf("%s: file %q, severity %s", name, f.File, f.Severity)
		}
	}
	if _, err := ReadProfile(failingReader{}, "own.yaml"); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// Whatever the text, reading it gives a profile or a fault, and never panics.
func FuzzReadProfile(f *testing.F) {
	f.Add(ownFile)
	f.Add("a: &a [*a]\n")
	f.Add("rules: {COV-01: {values: {radius: }}}")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadProfile(strings.NewReader(text), "own.yaml")
		if err == nil && p.check(places{}) != nil {
			t.Error("a profile was read that does not pass its own check")
		}
	})
}
