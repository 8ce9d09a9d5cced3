package load

import (
	"strings"

	"github.com/paulmach/orb"

	"quarter/data"
)

// attachCommunities gives each community its street and district; without a communities layer the communities are those that the grids
// name.
func (b *builder) attachCommunities() {
	if !b.hasLayer(data.LayerCommunities) {
		return
	}
	c := b.city
	point := func(i int) (orb.Point, bool) { return shapePoint(c.Communities[i].Shape) }
	inStreet := b.findPlaces(len(c.Communities), b.ground.street, point)
	inDistrict := b.findPlaces(len(c.Communities), b.ground.district, point)
	b.districtOf = make([]int, len(c.Communities))
	for i := range c.Communities {
		from := b.communityFrom[i]
		b.districtOf[i] = b.districtOfRow(from, c.Communities[i].Code, inDistrict[i].unit)
		c.Communities[i].Street = b.streetOfRow(from, c.Communities[i].Code, b.districtOf[i], inStreet[i].unit)
	}
	b.indexCommunities()
	b.listSameNames()
}

// districtOfRow finds the district of a community by statement, code and place.
func (b *builder) districtOfRow(from origin, code string, placed int) int {
	said := from.sheet.parent(from.row, data.FieldDistrict, fieldDistrictCode)
	d := b.district(said, from)
	if d == data.None && len(code) >= 12 {
		d, _ = b.districts.byCode(parentCode(code[:12], data.LayerStreets))
	}
	return b.settle(d, placed, said, from, data.LayerDistricts)
}

// streetOfRow finds the street of a community by statement, code and place. A street made from its column lies in the community's
// district.
func (b *builder) streetOfRow(from origin, code string, district, placed int) int {
	said := from.sheet.parent(from.row, data.FieldStreet, fieldStreetCode)
	s := b.street(said, district, placed, from)
	if s == data.None {
		s, _ = b.streets.byCode(parentCode(code, data.LayerCommunities))
	}
	s = b.settle(s, placed, said, from, data.LayerStreets)
	if s != data.None && b.city.Streets[s].District == data.None {
		b.city.Streets[s].District = district
	}
	return s
}

// indexCommunities makes communities findable by name, with and without the name of their street before it.
func (b *builder) indexCommunities() {
	c := b.city
	b.communities, b.streetNames = newUnitIndex(), make([]string, len(c.Streets))
	for i := range c.Streets {
		b.streetNames[i] = normalName(c.Streets[i].Name)
	}
	for i := range c.Communities {
		u := c.Communities[i].Unit
		b.communities.add(i, u)
		if s := c.Communities[i].Street; s != data.None {
			name := normalName(u.Name)
			if rest, ok := strings.CutPrefix(name, b.streetNames[s]); ok && rest != "" {
				b.communities.addName(i, rest)
			}
		}
	}
}

// listSameNames lists communities that nothing tells apart: one name in one street, and no codes.
func (b *builder) listSameNames() {
	type key struct {
		street int
		name   string
	}
	seen := map[key]origin{}
	for i := range b.city.Communities {
		m := &b.city.Communities[i]
		if m.Code != "" {
			continue
		}
		k := key{m.Street, normalName(m.Name)}
		from := b.communityFrom[i]
		first, twice := seen[k]
		if !twice {
			seen[k] = from
			continue
		}
		f := from.sheet.faultAt(from.row, keyDuplicateName, data.Doubtful, nil)
		f.Value = shorten(m.Name)
		setArgs(&f, []string{"firstfile", first.sheet.file, "first", itoa(first.sheet.rows[first.row].at)})
		from.sheet.log.add(f)
	}
}

// community resolves a statement of a community within a street (None: any). count is how many fit.
func (b *builder) community(r ref, street, district int) (i, count int) {
	c := b.city
	ok := func(i int) bool {
		s := c.Communities[i].Street
		switch {
		case street != data.None:
			return s == street
		case district != data.None && s != data.None && c.Streets[s].District != data.None:
			return c.Streets[s].District == district
		}
		return true
	}
	if i, count = b.communities.find(r, ok); count > 0 {
		return i, count
	}
	return b.communityAfterStreet(normalName(r.name))
}

// communityAfterStreet reads 华山街道翠湖社区: a community with the name of its street before it.
func (b *builder) communityAfterStreet(name string) (i, count int) {
	at := strings.IndexAny(name, "街乡镇")
	if at < 0 {
		return data.None, 0
	}
	for s, street := range b.streetNames {
		rest, ok := strings.CutPrefix(name, street)
		if !ok || rest == "" || street == "" {
			continue
		}
		if i, count = b.communities.byName(rest, func(i int) bool { return b.city.Communities[i].Street == s }); count > 0 {
			return i, count
		}
	}
	return data.None, 0
}
