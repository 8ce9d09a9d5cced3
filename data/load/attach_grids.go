package load

import (
	"strconv"

	"github.com/paulmach/orb"

	"quarter/data"
)

func itoa(i int) string { return strconv.Itoa(i) }

// attachGrids gives each grid its community.
func (b *builder) attachGrids() {
	if !b.hasLayer(data.LayerCommunities) {
		b.communitiesFromGrids()
		return
	}
	c := b.city
	places := b.findPlaces(len(c.Grids), b.ground.community, func(i int) (orb.Point, bool) { return gridPlace(&c.Grids[i]), true })
	b.stated = map[communityKey]foundUnit{}
	for i := range c.Grids {
		from := b.gridFrom[i]
		said := from.sheet.parent(from.row, data.FieldCommunity, fieldCommunityCode)
		m := b.communityOfGrid(said, c.Grids[i].Code, from, places[i].unit)
		m = b.settle(m, places[i].unit, said, from, data.LayerCommunities)
		if m == data.None {
			b.orphan(said, from)
		}
		c.Grids[i].Community = m
	}
}

// communityOfGrid finds the community that a grid states, or that its own code begins with.
func (b *builder) communityOfGrid(said ref, code string, from origin, placed int) int {
	own, _ := b.communities.byCode(parentCode(code, data.LayerGrids))
	if !said.stated() {
		return own
	}
	district, street := b.statedUpper(from)
	m, count := b.statedCommunity(said, street, district)
	switch {
	case count == 1:
		return m
	case count > 1 && placed != data.None && normalName(b.city.Communities[placed].Name) == normalName(said.name):
		return placed // the place tells which of the same name
	case own != data.None:
		return own
	}
	b.unknown(said, data.LayerCommunities, count, from)
	return data.None
}

// communityKey is a statement of a community below a street and district.
type communityKey struct {
	ref
	street, district int
}

// foundUnit is the first unit that a statement fits, and how many it fits.
type foundUnit struct{ i, count int }

// statedCommunity is community for the many grids that state the same: while they are attached, an answer holds.
func (b *builder) statedCommunity(said ref, street, district int) (i, count int) {
	key := communityKey{said, street, district}
	found, ok := b.stated[key]
	if !ok {
		found.i, found.count = b.community(said, street, district)
		b.stated[key] = found
	}
	return found.i, found.count
}

// statedUpper finds the district and street that a grid states.
func (b *builder) statedUpper(from origin) (district, street int) {
	district = b.known(b.districts, b.madeDistricts, from.sheet.parent(from.row, data.FieldDistrict, fieldDistrictCode), data.None)
	street = b.known(b.streets, b.madeStreets, from.sheet.parent(from.row, data.FieldStreet, fieldStreetCode), district)
	return district, street
}

// upperKey is a statement of a street or district below another unit.
type upperKey struct {
	ref
	above int
	made  *madeUnits
}

// known finds a street or district that a grid or center states, without making one. All of them are made by now, so an answer holds.
func (b *builder) known(x *unitIndex, made *madeUnits, r ref, above int) int {
	if !r.stated() {
		return data.None
	}
	key := upperKey{r, above, made}
	i, ok := b.upper[key]
	if !ok {
		i = b.lookUp(x, made, r, above)
		b.upper[key] = i
	}
	return i
}

func (b *builder) lookUp(x *unitIndex, made *madeUnits, r ref, above int) int {
	if i, count := x.find(r, b.under(x, above)); count == 1 {
		return i
	}
	if i, ok := made.find(r, above); ok {
		return i
	}
	return data.None
}

// under lets the streets of one district pass; everything where none is stated.
func (b *builder) under(x *unitIndex, above int) func(int) bool {
	if x != b.streets || above == data.None {
		return anyUnit
	}
	return func(i int) bool { return b.city.Streets[i].District == above }
}

// orphan lists a grid that lies in no community.
func (b *builder) orphan(said ref, from origin) {
	f := from.sheet.faultAt(from.row, keyNoParent, data.Doubtful, nil)
	setArgs(&f, []string{"level", string(data.LayerCommunities)})
	from.sheet.log.add(f)
}

// communitiesFromGrids makes the communities that the grids name; a grid that names none stands directly under its street.
func (b *builder) communitiesFromGrids() {
	c := b.city
	made := map[grown]int{}
	inStreet := b.findPlaces(len(c.Grids), b.ground.street, func(i int) (orb.Point, bool) { return gridPlace(&c.Grids[i]), true })
	inDistrict := b.findPlaces(len(c.Grids), b.ground.district, func(i int) (orb.Point, bool) { return gridPlace(&c.Grids[i]), true })
	for i := range c.Grids {
		from := b.gridFrom[i]
		said := from.sheet.parent(from.row, data.FieldCommunity, fieldCommunityCode)
		code := said.code
		if code == "" {
			code = parentCode(c.Grids[i].Code, data.LayerGrids)
		}
		district := b.districtOfRow(from, code, inDistrict[i].unit)
		street := b.streetOfRow(from, code, district, inStreet[i].unit)
		c.Grids[i].Community = b.makeCommunity(said, street, district, made)
	}
	b.indexCommunities()
}

// grown is what tells communities made from grids apart: the code where there is one, else the name within street and district.
type grown struct {
	street, district int
	code, name       string
}

func (b *builder) makeCommunity(said ref, street, district int, made map[grown]int) int {
	if !said.stated() && street == data.None && district == data.None {
		return data.None
	}
	key := grown{street, district, "", normalName(said.name)}
	if said.code != "" {
		key = grown{code: said.code}
	}
	if i, ok := made[key]; ok {
		return i
	}
	u := unitOf(said)
	u.Virtual = !said.stated()
	b.city.Communities = append(b.city.Communities, data.Community{Unit: u, Street: street})
	b.communityFrom = append(b.communityFrom, origin{})
	b.districtOf = append(b.districtOf, district)
	made[key] = len(b.city.Communities) - 1
	return made[key]
}
