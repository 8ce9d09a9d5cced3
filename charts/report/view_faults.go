package report

import (
	"cmp"
	"strconv"
	"strings"

	"quarter/charts"
	"quarter/data"
)

// faultGroup is all faults of one kind in one layer: they are told once, with their number and the first places.
type faultGroup struct {
	first  *data.Fault
	n      int
	places []string
}

const mostPlaces = 5

func (v *view) faultGroups() []*faultGroup {
	type key struct {
		layer data.Layer
		key   string
		level data.Severity
		file  string
	}
	at := map[key]*faultGroup{}
	var out []*faultGroup
	for i := range v.r.City.Faults {
		f := &v.r.City.Faults[i]
		k := key{f.Layer, f.Key, f.Severity, f.File}
		g := at[k]
		if g == nil {
			g = &faultGroup{first: f}
			at[k] = g
			out = append(out, g)
		}
		g.n += max(1, f.Count)
		if place := v.place(f); place != "" && len(g.places) < mostPlaces {
			g.places = append(g.places, place)
		}
	}
	return out
}

// place names a row: its number, and its code or name.
func (v *view) place(f *data.Fault) string {
	var parts []string
	if f.Feature > 0 {
		parts = append(parts, v.t("page.fault.row", "n", strconv.Itoa(f.Feature), "row", cmp.Or(f.Args["row"], "line")))
	}
	if f.ID != "" {
		parts = append(parts, f.ID)
	}
	return strings.Join(parts, " ")
}

// faultTable lists what was repaired, left out or doubtful, by layer.
func (v *view) faultTable() *table {
	groups := v.faultGroups()
	t := &table{ID: "table-faults", Caption: v.t("page.faults"), N: len(groups), Page: 200, Wide: true, Columns: []column{
		text(v.t("page.col.layer")), text(v.t("page.col.severity")), code(v.t("page.col.file")), long(v.t("page.col.what")), number(v.t("page.col.count")), long(v.t("page.col.places")),
	}}
	t.Row = func(i int) []string {
		g := groups[i]
		layer := ""
		if g.first.Layer != "" {
			layer = v.t("layer." + string(g.first.Layer))
		}
		places := strings.Join(g.places, v.t("page.comma"))
		if g.n > len(g.places) && len(g.places) > 0 {
			places = v.t("page.fault.more", "places", places)
		}
		return []string{layer, v.t("page.severity." + g.first.Severity.String()), g.first.File, v.faultText(g.first), charts.Count(g.n), places}
	}
	t.Note = v.t("page.faults.note")
	return t
}

// faultText is the message of a fault in the page's language.
func (v *view) faultText(f *data.Fault) string {
	key := "fault." + f.Key
	if !hasWord(key) {
		return f.Key
	}
	field := ""
	if f.Field != "" {
		field = v.fieldName(f.Field)
	}
	args := []any{"file", f.File, "feature", f.Feature, "id", f.ID, "field", field, "column", f.Column, "value", f.Value, "count", charts.Count(f.Count)}
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	return v.t(key, args...)
}
