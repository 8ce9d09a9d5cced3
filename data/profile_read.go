package data

import (
	"cmp"
	"io"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Keys of the faults of a profile file ("fault."+key in charts/words). Feature is the line, ID the rule, Column the word or value.
const (
	faultProfileWord  = "profile_word"  // a word that profiles do not have: sped; Args: known
	faultProfileRule  = "profile_rule"  // a rule that does not exist: COV-4; Args: known
	faultProfileValue = "profile_value" // a number out of its range; Args: low, high, unit
	faultProfileUnit  = "profile_unit"  // another unit than the rule's; Args: unit
	faultProfileLevel = "profile_level" // a level that is none of the three, or missing
	faultProfileOrder = "profile_order" // a lower limit above the upper one; Args: low, high
	faultProfileBase  = "profile_base"  // extends a profile that is not built in; Args: known
)

// profilePlaces knows the words of a profile. Beside the faults above it makes profile_syntax (not YAML, or a text where a list belongs;
// Value is what the reader says) and profile_size.
func profilePlaces(file string) places {
	return places{file: file, kind: "profile", words: map[string]string{
		"Profile": "id, name, about, documents, extends, rules, omit",
		"Rule":    "level, source, clause, values",
		"Limit":   "value, unit, source, clause, note",
		"Text":    "zh, en",
	}}
}

// ReadProfile reads a user's profile file; name is its base name. With "extends" it changes only what it names, and each changed value is
// an Override by name; id and name of the profile default to the file's. What is wrong in it is returned as a *Fault with the line.
func ReadProfile(r io.Reader, name string) (Profile, error) {
	raw, err := profilePlaces(name).readWritten(r)
	if err != nil {
		return Profile{}, err
	}
	return decodeProfile(raw, name, name)
}

// decodeProfile reads a profile; by is the name of a user's file, "" for a built-in one.
func decodeProfile(raw []byte, by, file string) (Profile, error) {
	p, at, err := parseProfile(raw, file)
	if err != nil {
		return Profile{}, err
	}
	if by != "" {
		stem := strings.TrimSuffix(file, filepath.Ext(file))
		p.ID = cmp.Or(p.ID, stem)
		p.Name = cmp.Or(p.Name, Text{Zh: stem, En: stem})
		if err := p.checkAgainst(knownRules(), at); err != nil {
			return Profile{}, err
		}
		p.fill(knownRules())
	}
	if p.Extends != "" {
		base, err := BuiltinProfile(p.Extends)
		if err != nil {
			return Profile{}, at.fault(faultProfileBase, "extends", "", p.Extends, "known", strings.Join(ProfileIDs, ", "))
		}
		p = base.extendedBy(p, by)
	} else if by != "" {
		p.compareWith(nearestBuiltin(p.ID), by)
	}
	p.File = by
	return p, p.check(at)
}

// parseProfile reads the text as it stands; at knows the line of everything.
func parseProfile(raw []byte, file string) (p Profile, at places, err error) {
	at = profilePlaces(file)
	err = at.parse(raw, &p)
	return p, at, err
}

// knownRules are all rules of the built-in profiles with all their values: what a user's file may speak of.
var knownRules = sync.OnceValue(func() map[string]Rule {
	out := map[string]Rule{}
	for _, id := range ProfileIDs {
		raw, err := ProfileSource(id)
		if err != nil {
			panic(err) // an embedded file of ours
		}
		p, _, err := parseProfile(raw, id)
		if err != nil {
			panic(err)
		}
		for rule, r := range p.Rules {
			known := out[rule]
			known.Values = merged(known.Values, r.Values)
			out[rule] = known
		}
	}
	return out
})

// checkAgainst finds rules, values and units that no rule has: mistyped words would otherwise change nothing, silently.
func (p Profile) checkAgainst(known map[string]Rule, at places) error {
	ids := strings.Join(slices.Sorted(maps.Keys(known)), ", ")
	for _, place := range p.Omit {
		if id, _, _ := strings.Cut(place, "."); known[id].Values == nil {
			return at.fault(faultProfileRule, "omit", id, place, "known", ids)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		path := "rules/" + id
		rule, ok := known[id]
		if !ok {
			return at.fault(faultProfileRule, path, id, "", "known", ids)
		}
		for _, name := range slices.Sorted(maps.Keys(p.Rules[id].Values)) {
			unit, ok := rule.Values[name]
			if !ok {
				return at.fault(faultProfileWord, path+"/values/"+name, id, "", "known", strings.Join(slices.Sorted(maps.Keys(rule.Values)), ", "))
			}
			if u := p.Rules[id].Values[name].Unit; u != "" && u != unit.Unit {
				return at.fault(faultProfileUnit, path+"/values/"+name+"/unit", id, u, "unit", unit.Unit)
			}
		}
	}
	return nil
}

// fill gives the values of a user's file the units of their rules, and what has no source the mark of a convention.
func (p Profile) fill(known map[string]Rule) {
	for id, r := range p.Rules {
		if p.Extends == "" {
			r.Source = cmp.Or(r.Source, "C")
		}
		for name, l := range r.Values {
			l.Unit, l.Source = known[id].Values[name].Unit, cmp.Or(l.Source, "C")
			r.Values[name] = l
		}
		p.Rules[id] = r
	}
}

// check finds what no profile may say, a built-in one or a user's.
func (p Profile) check(at places) error {
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		r := p.Rules[id]
		path := "rules/" + id
		if r.Level != Mandatory && r.Level != Advisory && r.Level != Report {
			return at.fault(faultProfileLevel, path+"/level", id, string(r.Level))
		}
		for _, name := range slices.Sorted(maps.Keys(r.Values)) {
			l := r.Values[name]
			if low, high := limitRange(l.Unit); !(l.Value >= low && l.Value <= high) {
				return at.fault(faultProfileValue, path+"/values/"+name, id, Num(l.Value).String(), "low", Num(low).String(), "high", Num(high).String(), "unit", l.Unit)
			}
		}
		for _, o := range [][2]string{{"low", "high"}, {"red", "target"}} {
			low, ok := r.Values[o[0]]
			high, too := r.Values[o[1]]
			if ok && too && low.Value > high.Value {
				return at.fault(faultProfileOrder, path+"/values/"+o[0], id, Num(low.Value).String(), "low", o[0], "high", o[1], "limit", Num(high.Value).String())
			}
		}
	}
	return nil
}

// limitRange is what a number of a rule may be, by its unit: a share is 0 to 1, so that 90 for 90 % is found out.
func limitRange(unit string) (low, high float64) {
	switch unit {
	case "share", "flag":
		return 0, 1
	case "ratio":
		return 0, 100
	case "m":
		return 1, 100_000
	case "min":
		return 1, 600
	case "m/min":
		return 1, 500
	case "m2", "m2/100hh", "hh", "count", "people", "yuan", "hour":
		return 0, 1e9
	}
	return math.Inf(1), math.Inf(-1) // no unit of ours: nothing fits
}
