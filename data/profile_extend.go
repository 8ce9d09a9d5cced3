package data

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// extendedBy lays a file over the profile value by value. by is the name of a user's file: its changes are recorded as overrides; a
// built-in profile (by "") is what it is and records none.
func (p Profile) extendedBy(file Profile, by string) Profile {
	out := file
	out.ID = cmp.Or(file.ID, p.ID)
	out.Name, out.About = cmp.Or(file.Name, p.Name), cmp.Or(file.About, p.About)
	out.Documents = merged(p.Documents, file.Documents)
	out.Overrides = slices.Clone(p.Overrides)
	out.Rules = maps.Clone(p.Rules)
	for _, place := range file.Omit {
		out.omit(place)
	}
	for _, id := range slices.Sorted(maps.Keys(file.Rules)) {
		base, had := out.Rules[id]
		rule := base.extendedBy(file.Rules[id])
		out.Rules[id] = rule
		if by == "" || !had {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(file.Rules[id].Values)) {
			if to, from := rule.Values[name], base.Values[name]; to.Value != from.Value {
				out.Overrides = append(out.Overrides, Override{Rule: id, Value: name, From: from.Value, To: to.Value, Unit: to.Unit, By: by})
			}
		}
	}
	return out
}

// omit takes a rule, or one value of a rule (AREA-06.hint), out.
func (p *Profile) omit(place string) {
	id, name, one := strings.Cut(place, ".")
	rule, ok := p.Rules[id]
	if !ok || !one {
		delete(p.Rules, id)
		return
	}
	rule.Values = maps.Clone(rule.Values)
	delete(rule.Values, name)
	p.Rules[id] = rule
}

// extendedBy lays what a file says about a rule over it. A value that is given anew loses the clause that stood behind the old one.
func (r Rule) extendedBy(file Rule) Rule {
	out := r
	out.Level = cmp.Or(file.Level, r.Level)
	out.Source = cmp.Or(file.Source, r.Source, "C")
	out.Clause = cmp.Or(file.Clause, r.Clause)
	out.Values = merged(r.Values, file.Values)
	return out
}

// merged returns both maps in one, over where they meet; never nil.
func merged[V any](base, over map[string]V) map[string]V {
	out := make(map[string]V, len(base)+len(over))
	maps.Copy(out, base)
	maps.Copy(out, over)
	return out
}
