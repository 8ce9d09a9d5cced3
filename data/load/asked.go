package load

import (
	"maps"
	"slices"
	"strings"

	"quarter/data"
)

// askedColumns are the columns that the user named, by layer and field.
type askedColumns map[data.Layer]map[data.Field]string

// parseColumns reads Options.Columns. A layer or field that does not exist is a fault that lists those that do.
func parseColumns(columns map[string]string) (askedColumns, *data.Fault) {
	out := askedColumns{}
	for _, key := range slices.Sorted(maps.Keys(columns)) {
		layer, field, _ := strings.Cut(key, ".")
		fields, ok := layerFields[data.Layer(layer)]
		if !ok {
			return nil, fatal(keyAskedLayer, "value", key, "place", key, "available", joinKeys(data.Layers))
		}
		if !slices.ContainsFunc(fields, func(a accepted) bool { return string(a.field) == field }) {
			return nil, fatal(keyAskedField, "value", key, "place", key, "available", joinKeys(fieldsOf(data.Layer(layer))))
		}
		if out[data.Layer(layer)] == nil {
			out[data.Layer(layer)] = map[data.Field]string{}
		}
		out[data.Layer(layer)][data.Field(field)] = columns[key]
	}
	return out, nil
}

// givenTo refuses a column of a layer that no file was given for.
func (a askedColumns) givenTo(jobs []job) *data.Fault {
	var given []data.Layer
	for _, j := range jobs {
		if !slices.Contains(given, j.layer) {
			given = append(given, j.layer)
		}
	}
	for _, layer := range data.Layers {
		if len(a[layer]) > 0 && !slices.Contains(given, layer) {
			field := slices.Min(slices.Collect(maps.Keys(a[layer])))
			return fatal(keyAskedFile, "place", placeOf(layer, field), "level", string(layer), "layerflag", "--"+string(layer), "available", joinKeys(given))
		}
	}
	return nil
}

// placeOf is how --column writes a field.
func placeOf(layer data.Layer, field data.Field) string { return string(layer) + "." + string(field) }

func fieldsOf(layer data.Layer) []data.Field {
	var out []data.Field
	for _, a := range layerFields[layer] {
		out = append(out, a.field)
	}
	return out
}

func joinKeys[T ~string](keys []T) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = string(k)
	}
	return strings.Join(names, "、")
}

// in returns what was asked of one file of a layer. Where the layer has several files, a column that stands only in another one is not
// asked of this one.
func (a askedColumns) in(f *reading, files []*reading) map[data.Field]string {
	out := map[data.Field]string{}
	for field, name := range a[f.layer] {
		if f.table.hasColumn(name) || !slices.ContainsFunc(files, func(o *reading) bool { return o.table.hasColumn(name) }) {
			out[field] = name
		}
	}
	return out
}

func (t *table) hasColumn(column string) bool { return t.columnAt(column) >= 0 }

// columnAt finds a column by its name as written, else by its plain form; -1 for none.
func (t *table) columnAt(name string) int {
	if at := slices.Index(t.columns, name); at >= 0 {
		return at
	}
	return slices.IndexFunc(t.columns, func(c string) bool { return plain(c) == plain(name) })
}
