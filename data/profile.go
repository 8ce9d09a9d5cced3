package data

import (
	"embed"
	"errors"
	"fmt"
	"maps"
	"slices"
)

//go:embed profiles/*.yaml
var profileFiles embed.FS

// ProfileIDs lists the built-in profiles in the order in which they are shown.
var ProfileIDs = []string{"general", "kunming2018", "yunnan", "yingtan-type", "haikou2019", "national30"}

// Text is a phrase in both languages.
type Text struct {
	Zh string `yaml:"zh" json:"zh"`
	En string `yaml:"en" json:"en"`
}

// Enforcement is how a rule binds.
type Enforcement string

// The enforcements. Only Mandatory rules can give "not attained"; Advisory ones hint; Report ones only show a figure.
const (
	Mandatory Enforcement = "mandatory"
	Advisory  Enforcement = "advisory"
	Report    Enforcement = "report"
)

// Limit is one number of a rule, with its unit and where it comes from.
type Limit struct {
	Value  float64 `yaml:"value" json:"value"`
	Unit   string  `yaml:"unit" json:"unit"`     // m, min, m/min, share, m2, m2/100hh, hh, count, ratio, flag, yuan, hour
	Source string  `yaml:"source" json:"source"` // mark of a document: ZB19, K18, YN, YT, HK19, P, C, M
	Clause Text    `yaml:"clause,omitempty" json:"clause,omitzero"`
	Note   Text    `yaml:"note,omitempty" json:"note,omitzero"`
}

// Rule is what a profile says about one rule of DOMAIN section 4.
type Rule struct {
	Level  Enforcement      `yaml:"level" json:"level"`
	Source string           `yaml:"source" json:"source"` // marks, comma separated
	Clause Text             `yaml:"clause,omitempty" json:"clause,omitzero"`
	Values map[string]Limit `yaml:"values,omitempty" json:"values,omitempty"`
}

// Override is one value that a file or a flag changed.
type Override struct {
	Rule  string  `json:"rule"`
	Value string  `json:"value"`
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Unit  string  `json:"unit"`
	By    string  `json:"by"` // "--radius", or a file's base name
}

// Profile is a named set of rules. A rule that is absent is not regulated by this profile: its outcome is na, never a value
// borrowed from another one.
type Profile struct {
	ID        string          `yaml:"id" json:"id"`
	Name      Text            `yaml:"name" json:"name"`
	About     Text            `yaml:"about" json:"about"`
	Documents map[string]Text `yaml:"documents,omitempty" json:"documents,omitempty"` // title by source mark
	Extends   string          `yaml:"extends,omitempty" json:"extends,omitempty"`
	Rules     map[string]Rule `yaml:"rules" json:"rules"`
	Omit      []string        `yaml:"omit,omitempty" json:"-"` // what it does not regulate of the profile that it extends: COV-10, or one value, AREA-06.hint
	Overrides []Override      `yaml:"-" json:"overrides,omitempty"`
	File      string          `yaml:"-" json:"file,omitempty"` // base name of the user's file, "" for a built-in profile
}

// ErrUnknownProfile is returned for an id that is not built in.
var ErrUnknownProfile = errors.New("unknown profile")

// General returns the built-in profile 通用.
func General() Profile {
	p, err := BuiltinProfile("general")
	if err != nil {
		panic(err) // an embedded file of ours
	}
	return p
}

// BuiltinProfile returns a built-in profile by id.
func BuiltinProfile(id string) (Profile, error) {
	raw, err := ProfileSource(id)
	if err != nil {
		return Profile{}, err
	}
	return decodeProfile(raw, "", id+".yaml")
}

// ProfileSource returns the commented YAML of a built-in profile, to be copied and edited.
func ProfileSource(id string) ([]byte, error) {
	if !slices.Contains(ProfileIDs, id) {
		return nil, fmt.Errorf("%w: %s", ErrUnknownProfile, id)
	}
	return profileFiles.ReadFile("profiles/" + id + ".yaml")
}

// Rule returns what the profile says about a rule; ok is false where it does not regulate it.
func (p Profile) Rule(id string) (r Rule, ok bool) {
	r, ok = p.Rules[id]
	return r, ok
}

// Value returns one number of a rule, or other where the profile does not have it.
func (p Profile) Value(id, name string, other float64) float64 {
	if l, ok := p.Rules[id].Values[name]; ok {
		return l.Value
	}
	return other
}

// With returns a profile with one value changed, recorded as an Override; by says who changed it: "--radius". It does not check the value.
func (p Profile) With(id, name string, value float64, by string) Profile {
	base := p.Rules[id]
	limit := base.Values[name]
	if limit.Value == value {
		return p
	}
	out := p
	out.Overrides = append(slices.Clone(p.Overrides), Override{Rule: id, Value: name, From: limit.Value, To: value, Unit: limit.Unit, By: by})
	limit = Limit{Value: value, Unit: limit.Unit, Source: "C"} // the clause stood behind the old value
	rule := base
	rule.Values = maps.Clone(base.Values)
	if rule.Values == nil {
		rule.Values = map[string]Limit{}
	}
	rule.Values[name] = limit
	out.Rules = maps.Clone(p.Rules)
	out.Rules[id] = rule
	return out
}
