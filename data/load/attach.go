package load

import (
	"strings"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// Attachment finds the parent of every unit: by code, else by normalised name within the parent's parent, else by place. A stated
// parent wins over the place; where they disagree, or where a stated parent names nobody, it is listed.

// place is a unit's point and what its level above says of it.
type place struct {
	at   orb.Point
	unit int // the unit above that holds the point, or None
}

// ground finds the units of a level by place; nil for a level without any shape. Units that are made later have none.
type ground struct{ district, street, community, grid *geo.Locator }

// openGround makes the ground of the levels above grids.
func (b *builder) openGround() {
	c := b.city
	b.ground = ground{district: newLocator(districtShapes(c)), street: newLocator(streetShapes(c)), community: newLocator(communityShapes(c))}
}

func newLocator(shapes []*geo.Shape) *geo.Locator {
	if !anyShape(shapes) {
		return nil
	}
	return geo.NewLocator(shapes)
}

// attachAreas gives every street, community and grid its unit above.
func (b *builder) attachAreas() {
	b.attachStreets()
	b.attachCommunities()
	b.attachGrids()
}

// findPlaces locates n points among the shapes of a level, in parallel. Without any shape all units are None.
func (b *builder) findPlaces(n int, locator *geo.Locator, point func(i int) (orb.Point, bool)) []place {
	out := make([]place, n)
	for i := range out {
		out[i].unit = data.None
	}
	if locator == nil {
		return out
	}
	parallel(n, b.opts.threads(), func(i int) {
		if at, ok := point(i); ok {
			out[i] = place{at, locator.Locate(at)}
		}
	})
	return out
}

func anyShape(shapes []*geo.Shape) bool {
	for _, s := range shapes {
		if s != nil {
			return true
		}
	}
	return false
}

func shapePoint(s *geo.Shape) (orb.Point, bool) {
	if s == nil {
		return orb.Point{}, false
	}
	return s.InteriorPoint(), true
}

// attachStreets gives each street of the streets layer its district.
func (b *builder) attachStreets() {
	c := b.city
	places := b.findPlaces(len(c.Streets), b.ground.district, func(i int) (orb.Point, bool) { return shapePoint(c.Streets[i].Shape) })
	for i := range c.Streets {
		from := b.streetFrom[i]
		said := from.sheet.parent(from.row, data.FieldDistrict, fieldDistrictCode)
		d := b.district(said, from)
		if d == data.None {
			d, _ = b.districts.byCode(parentCode(c.Streets[i].Code, data.LayerStreets))
		}
		c.Streets[i].District = b.settle(d, places[i].unit, said, from, data.LayerDistricts)
	}
}

// settle decides between a stated parent and the place, and lists a disagreement. Where the layer has no shape for the place, the
// statement stands alone.
func (b *builder) settle(said, placed int, r ref, from origin, level data.Layer) int {
	if said == data.None {
		return placed
	}
	if placed != data.None && placed != said && !b.holds(level, said, placed, from) {
		f := from.sheet.faultAt(from.row, keyParentDisagrees, data.Doubtful, nil)
		f.Value = shorten(b.nameOf(level, said))
		setArgs(&f, []string{"level", string(level), "place", shorten(b.fullName(level, placed)), "said", shorten(b.saidName(level, said, placed, r))})
		from.sheet.log.add(f)
	}
	return said
}

// holds reports whether the stated parent has a shape that holds the unit's point too: neighbours that share a border or overlap.
func (b *builder) holds(level data.Layer, said, _ int, from origin) bool {
	at, ok := from.point()
	if !ok {
		return false
	}
	s := b.shapeOf(level, said)
	return s != nil && s.Contains(at)
}

// point is the place of the row's own geometry.
func (o origin) point() (orb.Point, bool) {
	if s := o.sheet.shapes[o.row]; s != nil {
		return s.InteriorPoint(), true
	}
	p := o.sheet.spots[o.row]
	return p, p != orb.Point{}
}

func (b *builder) shapeOf(level data.Layer, i int) *geo.Shape {
	switch level {
	case data.LayerDistricts:
		return b.city.Districts[i].Shape
	case data.LayerStreets:
		return b.city.Streets[i].Shape
	case data.LayerCommunities:
		return b.city.Communities[i].Shape
	}
	return b.city.Grids[i].Shape
}

func (b *builder) nameOf(level data.Layer, i int) string {
	switch level {
	case data.LayerDistricts:
		return b.city.Districts[i].Name
	case data.LayerStreets:
		return b.city.Streets[i].Name
	case data.LayerCommunities:
		return b.city.Communities[i].Name
	}
	return b.city.Grids[i].Name
}

// saidName is a parent as the row states it; where that is the name of the other unit too, with its street.
func (b *builder) saidName(level data.Layer, said, placed int, r ref) string {
	if b.nameOf(level, said) == b.nameOf(level, placed) {
		return b.fullName(level, said)
	}
	return r.String()
}

// fullName is a community's name with that of its street before it: several may share the name.
func (b *builder) fullName(level data.Layer, i int) string {
	if level == data.LayerCommunities {
		if s := b.city.Communities[i].Street; s != data.None {
			return b.city.Streets[s].Name + b.city.Communities[i].Name
		}
	}
	return b.nameOf(level, i)
}

// unknown lists a parent that names nobody, or several.
func (b *builder) unknown(r ref, level data.Layer, count int, from origin) {
	key := keyParentUnknown
	if count > 1 {
		key = keyParentAmbiguous
	}
	f := from.sheet.faultAt(from.row, key, data.Doubtful, nil)
	f.Value = shorten(r.String())
	setArgs(&f, []string{"level", string(level)})
	if key == keyParentUnknown {
		from.sheet.log.sum(f)
		return
	}
	from.sheet.log.add(f)
}

// district finds the district that a row states; one that no layer gives is made. A district that the districts layer does not have
// is listed, and made all the same: the planner's own word is better than none.
func (b *builder) district(r ref, from origin) int {
	if !r.stated() {
		return data.None
	}
	if i, count := b.districts.find(r, anyUnit); count == 1 {
		return i
	}
	if i, ok := b.madeDistricts.find(r, data.None); ok {
		b.madeDistricts.learn(r, data.None, i)
		return i
	}
	if b.hasLayer(data.LayerDistricts) {
		b.unknown(r, data.LayerDistricts, 0, from)
	}
	c := b.city
	c.Districts = append(c.Districts, data.District{Unit: unitOf(r)})
	b.madeDistrict = append(b.madeDistrict, true)
	i := len(c.Districts) - 1
	b.madeDistricts.add(r, data.None, i)
	return i
}

// street finds the street that a row states within its district (None: any); one that no layer gives is made, unless the row lies in
// one that a layer gives.
func (b *builder) street(r ref, district, placed int, from origin) int {
	if !r.stated() {
		return data.None
	}
	inDistrict := func(i int) bool {
		return district == data.None || b.city.Streets[i].District == data.None || b.city.Streets[i].District == district
	}
	i, count := b.streets.find(r, inDistrict)
	if count == 1 {
		return i
	}
	if i, ok := b.madeStreets.find(r, district); ok {
		b.madeStreets.learn(r, district, i)
		return i
	}
	if b.hasLayer(data.LayerStreets) {
		b.unknown(r, data.LayerStreets, count, from)
		if placed != data.None {
			return data.None // the place decides
		}
	}
	return b.makeStreet(r, district)
}

func (b *builder) makeStreet(r ref, district int) int {
	c := b.city
	c.Streets = append(c.Streets, data.Street{Unit: unitOf(r), District: district})
	b.madeStreet = append(b.madeStreet, true)
	b.streetFrom = append(b.streetFrom, origin{})
	i := len(c.Streets) - 1
	b.madeStreets.add(r, district, i)
	return i
}

// unitOf makes a unit of a reference. A value that is only a code is its name too.
func unitOf(r ref) data.Unit {
	u := data.Unit{Code: r.code, Name: r.name}
	if u.Code == "" && isCodeLike(u.Name) {
		u.Code = u.Name
	}
	if u.Name == "" {
		u.Name = u.Code
	}
	return u
}

// isCodeLike reports whether a value is a code, not a name: ASCII with a digit, without blanks.
func isCodeLike(s string) bool {
	digit := false
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] <= ' ' {
			return false
		}
		digit = digit || isDigit(s[i])
	}
	return digit
}

func (b *builder) hasLayer(layer data.Layer) bool {
	for _, s := range b.sheets {
		if s.layer == layer {
			return true
		}
	}
	return false
}

func districtShapes(c *data.City) []*geo.Shape {
	out := make([]*geo.Shape, len(c.Districts))
	for i := range out {
		out[i] = c.Districts[i].Shape
	}
	return out
}

func streetShapes(c *data.City) []*geo.Shape {
	out := make([]*geo.Shape, len(c.Streets))
	for i := range out {
		out[i] = c.Streets[i].Shape
	}
	return out
}

func communityShapes(c *data.City) []*geo.Shape {
	out := make([]*geo.Shape, len(c.Communities))
	for i := range out {
		out[i] = c.Communities[i].Shape
	}
	return out
}

func gridShapes(c *data.City) []*geo.Shape {
	out := make([]*geo.Shape, len(c.Grids))
	for i := range out {
		out[i] = c.Grids[i].Shape
	}
	return out
}

// splitNames cuts a cell that names several communities: A、B.
func splitNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,;；/|\n", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
