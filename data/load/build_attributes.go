package load

import (
	"slices"

	"quarter/data"
)

// Attributes are the further numbers of units that stand in City.Attributes (attributeFields).

// attribute is a column of further numbers of a sheet whose rows are being added.
type attribute struct {
	use    *columnUse
	values []data.Number // of the layer's units so far
}

// openAttributes makes the columns of further numbers that the sheet fills; the units of earlier files have no value.
func (b *builder) openAttributes(s *sheet) {
	for _, f := range attributeFields {
		if !s.has(f) {
			continue
		}
		values := b.city.Attributes[s.layer][f]
		values = append(values, make([]data.Number, b.units(s.layer)-len(values))...)
		s.attributes = append(s.attributes, attribute{s.by[f], slices.Grow(values, len(s.rows))})
	}
}

// addAttributes keeps the further numbers of the row just added.
func (s *sheet) addAttributes(i int) {
	for k := range s.attributes {
		a := &s.attributes[k]
		a.values = append(a.values, s.numberIn(i, a.use))
	}
	if s.layer == data.LayerCommunities {
		s.checkCompounds(i)
	}
}

// checkCompounds drops the compounds of the row just added where more of them have a branch than there are.
func (s *sheet) checkCompounds(i int) {
	n, m := s.lastOf(data.FieldCompounds), s.lastOf(data.FieldCompoundBranches)
	if n != nil && m != nil && n.Known && m.Known && m.V > n.V {
		s.log.sum(s.faultAt(i, keyBranchesAbove, data.Doubtful, nil))
		*n, *m = data.Number{}, data.Number{}
	}
}

// lastOf returns the number of the row just added, or nil where the sheet has no such column.
func (s *sheet) lastOf(f data.Field) *data.Number {
	for _, a := range s.attributes {
		if a.use.Field == f {
			return &a.values[len(a.values)-1]
		}
	}
	return nil
}

// closeAttributes gives the city the columns that the sheet filled.
func (b *builder) closeAttributes(s *sheet) {
	for _, a := range s.attributes {
		b.attributesOf(s.layer)[a.use.Field] = a.values
	}
}

func (b *builder) attributesOf(layer data.Layer) map[data.Field][]data.Number {
	if b.city.Attributes == nil {
		b.city.Attributes = map[data.Layer]map[data.Field][]data.Number{}
	}
	if b.city.Attributes[layer] == nil {
		b.city.Attributes[layer] = map[data.Field][]data.Number{}
	}
	return b.city.Attributes[layer]
}

// padAttributes makes every slice as long as its layer: units of a second file, and units made from columns, have no value.
func (b *builder) padAttributes() {
	for layer, of := range b.city.Attributes {
		for f, values := range of {
			of[f] = append(values, make([]data.Number, b.units(layer)-len(values))...)
		}
	}
}
