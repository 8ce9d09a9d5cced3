package load

import (
	"slices"

	"quarter/data"
)

// KnownColumn is a field of a layer and the names of columns that are taken for it, best first. Names are in plain form: half-width, lower
// case, without blanks and joining marks; a column's name is compared in that form, so that case and width do not matter.
type KnownColumn struct {
	Field data.Field
	Names []string
}

// KnownColumns lists what can be read of a layer, in the order in which it is shown.
func KnownColumns(layer data.Layer) []KnownColumn {
	var out []KnownColumn
	for _, a := range layerFields[layer] {
		out = append(out, KnownColumn{a.field, slices.Clone(a.names)})
	}
	return out
}
