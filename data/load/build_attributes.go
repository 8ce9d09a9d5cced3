package load

import (
	"slices"

	"quarter/data"
)

// Attributes are the further numbers of units that stand in City.Attributes (attributeFields).

// openAttributes makes the columns of further numbers that the sheet fills; the units of earlier files have no value.
func (b *builder) openAttributes(s *sheet) {
	for _, f := range attributeFields {
		if !s.has(f) {
			continue
		}
		s.attributes = append(s.attributes, f)
		of := b.attributesOf(s.layer)
		n := b.units(s.layer)
		of[f] = slices.Grow(append(of[f], make([]data.Number, n-len(of[f]))...), len(s.rows))
	}
}

// addAttributes keeps the further numbers of the row just added.
func (b *builder) addAttributes(s *sheet, i int) {
	if len(s.attributes) == 0 {
		return
	}
	of := b.city.Attributes[s.layer]
	for _, f := range s.attributes {
		of[f] = append(of[f], s.number(i, f))
	}
	if s.layer == data.LayerCommunities {
		b.checkCompounds(s, i)
	}
}

// checkCompounds drops the compounds of the row just added where more of them have a branch than there are.
func (b *builder) checkCompounds(s *sheet, i int) {
	of := b.city.Attributes[data.LayerCommunities]
	all, with := of[data.FieldCompounds], of[data.FieldCompoundBranches]
	if !s.has(data.FieldCompounds) || !s.has(data.FieldCompoundBranches) {
		return
	}
	n, m := &all[len(all)-1], &with[len(with)-1]
	if n.Known && m.Known && m.V > n.V {
		s.log.sum(s.faultAt(i, keyBranchesAbove, data.Doubtful, nil))
		*n, *m = data.Number{}, data.Number{}
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
