package report

import (
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
	"quarter/data"
)

// family is what the figures of one kind have in common: what they are made from, what counted and what did not.
type family struct {
	layers []data.Layer
	fields []data.Field
	used   func(*view) string
	left   func(*view) []string
}

var (
	placeLayers = []data.Layer{data.LayerCommunities, data.LayerGrids, data.LayerCenters}
	countFields = []data.Field{data.FieldHouseholds, data.FieldResident, data.FieldRegistered, data.FieldActual, data.FieldPopulation}
	placeFields = append(slices.Clone(countFields), data.FieldTier, data.FieldStatus, data.FieldLon, data.FieldLat, data.FieldLocation)
	floorFields = []data.Field{data.FieldHouseholds, data.FieldFloorArea, data.FieldServiceArea, data.FieldTier, data.FieldStatus, data.FieldCommunity}
	gridFields  = append(slices.Clone(countFields), data.FieldExclusive, data.FieldStaff, data.FieldHeads, data.FieldPoints, data.FieldBranch, data.FieldPartyGroups, data.FieldPartyMembers, data.FieldUnits)
	otherFields = []data.Field{data.FieldOpening, data.FieldStaff, data.FieldCompounds, data.FieldCompoundBranches, data.FieldStatus, data.FieldTier}
)

// families are told apart by the beginning of a rule's id, the more special first; what rests on every rule has a name in its place.
var families = []struct {
	prefix string
	family family
}{
	{planRule, family{append(slices.Clone(placeLayers), data.LayerCandidates), append(slices.Clone(placeFields), data.FieldPrice, data.FieldFloorArea), (*view).usedPeople, (*view).leftPeople}},
	{"COV-10", family{placeLayers, []data.Field{data.FieldCommunity, data.FieldTier, data.FieldStatus}, (*view).usedCenters, (*view).leftCenters}},
	{"COV", family{placeLayers, placeFields, (*view).usedPeople, (*view).leftPeople}},
	{"AREA", family{placeLayers, floorFields, (*view).usedFloor, (*view).leftFloor}},
	{"GRID", family{[]data.Layer{data.LayerGrids}, gridFields, (*view).usedGrids, (*view).leftGrids}},
	{"rules", family{placeLayers, nil, (*view).usedRules, (*view).leftRules}},
	{"cards", family{placeLayers, nil, (*view).usedRules, (*view).leftRules}},
	{"", family{placeLayers, otherFields, (*view).usedCenters, (*view).leftCenters}},
}

// familyOf is the family of a rule.
func familyOf(rule string) family {
	for _, f := range families {
		if strings.HasPrefix(rule, f.prefix) {
			return f.family
		}
	}
	panic("report: no family for " + rule) // the last one takes all
}

// countField is the field that a figure counts people or households by.
func (v *view) countField(key, rule string) data.Field {
	if strings.Contains(key, "households") || strings.HasPrefix(rule, "AREA") || strings.HasPrefix(rule, "GRID") && !strings.Contains(key, "people") {
		return data.FieldHouseholds
	}
	return map[data.Basis]data.Field{
		data.Resident: data.FieldResident, data.Unlabelled: data.FieldPopulation, data.Actual: data.FieldActual,
		data.Registered: data.FieldRegistered, data.ByHouseholds: data.FieldHouseholds,
	}[v.r.Basis.Basis]
}

// inputs are the layers with their files and the columns that were taken for the family's fields; of those that count people or households
// only the one that the figure counts by.
func (v *view) inputs(f family, counts data.Field) []Line {
	var out []Line
	for i := range v.r.City.Sources {
		s := &v.r.City.Sources[i]
		if !slices.Contains(f.layers, s.Layer) {
			continue
		}
		var columns []string
		for _, c := range s.Columns {
			if slices.Contains(f.fields, c.Field) && (c.Field == counts || !slices.Contains(countFields, c.Field)) {
				columns = append(columns, v.t("page.columnuse", "column", c.Column, "field", v.fieldName(c.Field)))
			}
		}
		text := v.t(charts.Plural("how.input", s.Used), "file", s.File, "used", charts.Count(s.Used), "columns", strings.Join(columns, v.t("page.comma")))
		out = append(out, Line{v.t("layer." + string(s.Layer)), text})
	}
	return out
}

// Each family says how many objects counted.

func (v *view) usedPeople() string {
	p := v.r.Total().People
	return v.t(charts.OfBasis(v.r, "how.used.people"), "units", charts.Count(p.Known), "centers", charts.Count(v.r.Total().Centers))
}

func (v *view) usedCenters() string {
	counted := 0
	for i := range v.r.Centers {
		if v.r.Centers[i].Use.Counted() {
			counted++
		}
	}
	return v.t("how.used.centers", "n", charts.Count(counted), "all", charts.Count(len(v.r.Centers)), "communities", charts.Count(v.r.Total().Communities))
}

func (v *view) usedFloor() string {
	f := v.r.Total().Floor
	facilities := 0
	for i := range v.r.Centers {
		if v.r.Centers[i].Facility {
			facilities++
		}
	}
	return v.t("how.used.floor", "n", charts.Count(f.Evaluated), "facilities", charts.Count(facilities))
}

// judgedRules counts the rules that some object attains or misses.
func (v *view) judgedRules() int {
	n := 0
	for _, s := range v.r.Rules {
		if s.Counts[coverage.Attained]+s.Counts[coverage.NotAttained] > 0 {
			n++
		}
	}
	return n
}

func (v *view) usedRules() string {
	return v.t("how.used.rules", "n", charts.Count(v.judgedRules()), "all", charts.Count(len(v.r.Rules)), "communities", charts.Count(v.r.Total().Communities))
}

func (v *view) usedGrids() string {
	g := v.r.Total().Grids
	return v.t("how.used.grids", "n", charts.Count(g.In+g.Over+g.Under), "all", charts.Count(g.Count))
}

// Each family says how many did not, and why.

func (v *view) leftPeople() []string {
	out := v.leftOver(charts.OfBasis(v.r, "how.left.people"), v.r.Total().People.Missing)
	return append(out, v.leftCenters()...)
}

func (v *view) leftCenters() []string {
	var out []string
	for _, use := range v.uses() {
		if !use.counted {
			out = append(out, v.t("how.left.centers", "use", use.text, "n", charts.Count(use.n)))
		}
	}
	return append(out, v.refused(data.LayerCenters)...)
}

func (v *view) leftFloor() []string {
	f := v.r.Total().Floor
	return append(v.leftOver("how.left.floor", f.Missing), v.leftOver("how.left.judged", max(0, f.Evaluated-f.Judged))...)
}

func (v *view) leftRules() []string {
	return v.leftOver("how.left.rules", len(v.r.Rules)-v.judgedRules())
}

func (v *view) leftGrids() []string {
	g := v.r.Total().Grids
	out := append(v.leftOver("how.left.grids", g.Missing), v.leftOver("how.left.exempt", g.Exempt)...)
	return append(out, v.refused(data.LayerGrids)...)
}

// leftOver is one reason with its count; nothing where it is 0.
func (v *view) leftOver(key string, n int) []string {
	if n == 0 {
		return nil
	}
	return []string{v.t(charts.Plural(key, n), "n", charts.Count(n))}
}

// refused are the rows of a layer that were not taken.
func (v *view) refused(layer data.Layer) []string {
	n := 0
	for i := range v.r.City.Sources {
		if s := &v.r.City.Sources[i]; s.Layer == layer {
			n += s.Refused
		}
	}
	if n == 0 {
		return nil
	}
	return []string{v.t(charts.Plural("how.left.refused", n), "n", charts.Count(n), "layer", v.t("layer."+string(layer)))}
}

// excluded is all of it in one text.
func (v *view) excluded(f family) string {
	if all := f.left(v); len(all) > 0 {
		return strings.Join(all, v.t("page.semicolon"))
	}
	return v.t("page.none")
}

// centerUse is what became of some centers.
type centerUse struct {
	text    string
	n       int
	counted bool
}

// uses counts the centers by what became of them, the most first.
func (v *view) uses() []centerUse {
	var out []centerUse
	for i := range v.r.Centers {
		text := charts.UseText(v.lang, v.r, i)
		if v.r.Centers[i].Outside {
			text = v.t("page.use.outside", "use", text)
		}
		at := slices.IndexFunc(out, func(u centerUse) bool { return u.text == text })
		if at < 0 {
			at = len(out)
			out = append(out, centerUse{text: text, counted: v.r.Centers[i].Use.Counted()})
		}
		out[at].n++
	}
	slices.SortStableFunc(out, func(a, b centerUse) int { return b.n - a.n })
	return out
}
