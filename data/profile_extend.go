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
		out.recordChanges(id, file.Rules[id].Values, base, by)
	}
	return out
}

// recordChanges notes which of the values of a rule differ from the base's.
func (p *Profile) recordChanges(id string, values map[string]Limit, base Rule, by string) {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		from, had := base.Values[name]
		if to := p.Rules[id].Values[name]; !had || to.Value != from.Value {
			p.Overrides = append(p.Overrides, Override{Rule: id, Value: name, From: from.Value, To: to.Value, Unit: to.Unit, By: by})
		}
	}
}

// compareWith records how a whole profile of a user, most often an edited copy, differs from the built-in one.
func (p *Profile) compareWith(base Profile, by string) {
	for _, id := range slices.Sorted(maps.Keys(p.Rules)) {
		if rule, had := base.Rules[id]; had {
			p.recordChanges(id, p.Rules[id].Values, rule, by)
		}
	}
}

// nearestBuiltin is the built-in profile of that id, else the general one.
func nearestBuiltin(id string) Profile {
	if p, err := BuiltinProfile(id); err == nil {
		return p
	}
	return General()
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
