package load

import (
	"slices"

	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// placeSpots finds the units that the centers and candidates lie in. It needs nothing of how units are attached, and can run beside that.
func (b *builder) placeSpots() (centers, candidates spotPlaces) {
	c, on := b.city, b.ground
	on.grid = newLocator(gridShapes(c))
	return b.placesOn(on, len(c.Centers), func(i int) (orb.Point, bool) { return c.Centers[i].Point, true }),
		b.placesOn(on, len(c.Candidates), func(i int) (orb.Point, bool) { return c.Candidates[i].Point, true })
}

func (b *builder) placesOn(on ground, n int, point func(i int) (orb.Point, bool)) spotPlaces {
	return spotPlaces{
		community: b.findPlaces(n, on.community, point), grid: b.findPlaces(n, on.grid, point),
		street: b.findPlaces(n, on.street, point), district: b.findPlaces(n, on.district, point),
		known: on != ground{}, locator: on.grid,
	}
}

// attachCenters gives each center the communities it serves, its street, district and grid.
func (b *builder) attachCenters(at *spotPlaces) {
	c, n := b.city, len(b.city.Centers)
	at.outwards(c)
	outside := 0
	for i := range c.Centers {
		b.attachCenter(i, at)
		if c.Centers[i].Outside = at.known && at.outside(i); c.Centers[i].Outside {
			outside++
		}
	}
	if n > 0 && outside == n {
		from := b.centerFrom[0]
		b.loose = append(b.loose, data.Fault{Key: keyAllOutside, Severity: data.Doubtful, Layer: data.LayerCenters, File: from.sheet.file, Count: n})
		return
	}
	if outside > 0 {
		b.sayOutside()
	}
	if at.known && n > 0 && outside == 0 {
		b.loose = append(b.loose, data.Fault{Key: keyEdge, Severity: data.Notice, Layer: data.LayerCenters, File: b.centerFrom[0].sheet.file, Count: n})
	}
}

// sayOutside tells a neighbour's center, whose circle may reach in, from one that is too far away for that: most often its coordinates
// are wrong.
func (b *builder) sayOutside() {
	shapes := slices.Concat(districtShapes(b.city), streetShapes(b.city), communityShapes(b.city), gridShapes(b.city))
	shapes = slices.DeleteFunc(shapes, func(s *geo.Shape) bool { return s == nil })
	boxes := make([]orb.Bound, len(shapes))
	for i, s := range shapes {
		boxes[i] = s.Bound()
	}
	index := geo.NewIndex(boxes)
	for i := range b.city.Centers {
		c, from := &b.city.Centers[i], b.centerFrom[i]
		switch {
		case !c.Outside:
		case b.opts.Reach > 0 && !reaches(geo.Disk{Center: c.Point, Radius: b.opts.Reach}, shapes, index):
			from.sheet.log.sum(from.sheet.faultAt(from.row, keyCentersFar, data.Doubtful, nil))
		default:
			from.sheet.log.sum(from.sheet.faultAt(from.row, keyCentersOutside, data.Notice, nil))
		}
	}
}

// reaches reports whether a disk holds any part of the shapes, which the index finds by their boxes.
func reaches(disk geo.Disk, shapes []*geo.Shape, index *geo.Index) bool {
	disks, found := geo.NewDisks([]geo.Disk{disk}), false
	index.Search(geo.Pad(orb.Bound{Min: disk.Center, Max: disk.Center}, disk.Radius), func(i int) bool {
		found = disks.UnionArea(shapes[i]) > 0
		return !found
	})
	return found
}

// spotPlaces says in which unit of each level each center, or candidate, lies, by its point.
type spotPlaces struct {
	community, grid, street, district []place
	known                             bool         // some level has shapes: inside and outside can be told
	locator                           *geo.Locator // of the grids; nil where none has a shape
}

// outwards completes each level from the one below: the grid's community, the community's street, the street's district.
func (p *spotPlaces) outwards(c *data.City) {
	for i := range p.community {
		if g := p.grid[i].unit; g != data.None && p.community[i].unit == data.None {
			p.community[i].unit = c.Grids[g].Community
		}
		if m := p.community[i].unit; m != data.None {
			p.street[i].unit = c.Communities[m].Street
		}
		if s := p.street[i].unit; s != data.None {
			p.district[i].unit = c.Streets[s].District
		}
	}
}

func (p *spotPlaces) outside(i int) bool {
	return p.community[i].unit == data.None && p.grid[i].unit == data.None && p.street[i].unit == data.None && p.district[i].unit == data.None
}

func (b *builder) attachCenter(i int, at *spotPlaces) {
	c := b.city
	from, center := b.centerFrom[i], &c.Centers[i]
	district := b.statedDistrict(from)
	street := b.statedStreet(from, district)
	center.Communities = b.communitiesOf(from, street, district, at.community[i].unit)
	center.Grid = b.gridOf(from, center.Communities, at.grid[i].unit)
	switch {
	case street != data.None:
		center.Street = b.settle(street, at.street[i].unit, from.sheet.parent(from.row, data.FieldStreet, fieldStreetCode), from, data.LayerStreets)
	case len(center.Communities) > 0:
		center.Street = c.Communities[center.Communities[0]].Street
	default:
		center.Street = at.street[i].unit
	}
	switch {
	case center.Street != data.None:
		center.District = c.Streets[center.Street].District
	case district != data.None:
		center.District = district
	default:
		center.District = at.district[i].unit
	}
}

func (b *builder) statedDistrict(from origin) int {
	r := from.sheet.parent(from.row, data.FieldDistrict, fieldDistrictCode)
	d := b.known(b.districts, b.madeDistricts, r, data.None)
	if d == data.None && r.stated() && len(b.city.Districts) > 0 && !onlyVirtual(b.city.Districts) {
		b.unknown(r, data.LayerDistricts, 0, from)
	}
	return d
}

func (b *builder) statedStreet(from origin, district int) int {
	r := from.sheet.parent(from.row, data.FieldStreet, fieldStreetCode)
	s := b.known(b.streets, b.madeStreets, r, district)
	if s == data.None && r.stated() && slices.ContainsFunc(b.city.Streets, func(s data.Street) bool { return !s.Virtual }) {
		b.unknown(r, data.LayerStreets, 0, from)
	}
	return s
}

func onlyVirtual(districts []data.District) bool {
	return !slices.ContainsFunc(districts, func(d data.District) bool { return !d.Virtual })
}

// communitiesOf finds the communities that a center names, else the one that it lies in.
func (b *builder) communitiesOf(from origin, street, district, placed int) []int {
	said := from.sheet.parent(from.row, data.FieldCommunity, fieldCommunityCode)
	named := b.namedCommunities(said, from, street, district, placed)
	switch {
	case len(named) == 1:
		return []int{b.settle(named[0], placed, said, from, data.LayerCommunities)}
	case len(named) > 1:
		if placed != data.None && !slices.Contains(named, placed) {
			b.settle(named[0], placed, said, from, data.LayerCommunities)
		}
		return named
	case placed != data.None:
		return []int{placed}
	}
	return nil
}

// namedCommunities resolves a cell that names one community, or several: A、B.
func (b *builder) namedCommunities(said ref, from origin, street, district, placed int) []int {
	if !said.stated() || !slices.ContainsFunc(b.city.Communities, func(m data.Community) bool { return !m.Virtual }) {
		return nil
	}
	if m, count := b.community(said, street, district); count == 1 {
		return []int{m}
	}
	parts := splitNames(said.String())
	if said.code != "" && len(splitNames(said.code)) > 1 {
		parts = splitNames(said.code)
	}
	var out []int
	for _, part := range parts {
		r := ref{name: part}
		m, count := b.community(r, street, district)
		if count != 1 && street != data.None && len(parts) > 1 {
			m, count = b.community(r, data.None, district) // a shared building may serve a neighbour street
		}
		switch {
		case count == 1 && !slices.Contains(out, m):
			out = append(out, m)
		case count > 1 && placed != data.None && normalName(b.city.Communities[placed].Name) == normalName(part):
			out = append(out, placed)
		case count != 1:
			b.unknown(r, data.LayerCommunities, count, from)
		}
	}
	return out
}

// gridOf finds the grid that a center names within its communities, else the one that it lies in.
func (b *builder) gridOf(from origin, communities []int, placed int) int {
	said := from.sheet.parent(from.row, data.FieldGrid, fieldGridCode)
	if !said.stated() || len(b.city.Grids) == 0 {
		return placed
	}
	ok := func(i int) bool {
		return len(communities) == 0 || slices.Contains(communities, b.city.Grids[i].Community)
	}
	if b.grids == nil {
		b.indexGrids()
	}
	g, count := b.grids.find(said, ok)
	if count != 1 {
		b.unknown(said, data.LayerGrids, count, from)
		return placed
	}
	return b.settle(g, placed, said, from, data.LayerGrids)
}

// indexGrids is left until a center names a grid: few do, and the grids are many.
func (b *builder) indexGrids() {
	b.grids = newUnitIndex()
	for i := range b.city.Grids {
		b.grids.add(i, b.city.Grids[i].Unit)
	}
}

// fillGaps puts virtual units where a parent is absent, one street for each district: what a row says of its district is not lost.
func (b *builder) fillGaps() {
	c := b.city
	if slices.ContainsFunc(c.Grids, func(g data.Grid) bool { return g.Community == data.None }) {
		c.Communities = append(c.Communities, data.Community{Unit: data.Unit{Virtual: true}, Street: data.None})
		b.districtOf = append(b.districtOf, data.None)
		for i := range c.Grids {
			if c.Grids[i].Community == data.None {
				c.Grids[i].Community = len(c.Communities) - 1
			}
		}
	}
	under := map[int]int{}
	for i := range c.Communities {
		if c.Communities[i].Street == data.None {
			c.Communities[i].Street = b.virtualStreet(b.districtOf[i], under)
		}
	}
	orphan := func(s data.Street) bool { return s.District == data.None }
	if !slices.ContainsFunc(c.Streets, orphan) {
		return
	}
	c.Districts = append(c.Districts, data.District{Unit: data.Unit{Virtual: true}})
	for i := range c.Streets {
		if orphan(c.Streets[i]) {
			c.Streets[i].District = len(c.Districts) - 1
		}
	}
}

func (b *builder) virtualStreet(district int, under map[int]int) int {
	if s, ok := under[district]; ok {
		return s
	}
	b.city.Streets = append(b.city.Streets, data.Street{Unit: data.Unit{Virtual: true}, District: district})
	under[district] = len(b.city.Streets) - 1
	return under[district]
}

// deriveCodes gives streets and districts made from names the statistical code that all their communities' codes begin with.
func (b *builder) deriveCodes() {
	c := b.city
	streets, districts := newShared(len(c.Streets)), newShared(len(c.Districts))
	for i := range c.Communities {
		s := c.Communities[i].Street
		if s == data.None {
			continue
		}
		streets.add(s, parentCode(c.Communities[i].Code, data.LayerCommunities))
		if d := c.Streets[s].District; d != data.None && len(c.Communities[i].Code) == 12 {
			districts.add(d, parentCode(c.Communities[i].Code, data.LayerStreets))
		}
	}
	for i := range c.Streets {
		if b.madeStreet[i] && c.Streets[i].Code == "" {
			c.Streets[i].Code = streets.only(i)
		}
	}
	for i := range c.Districts {
		if b.madeDistrict[i] && c.Districts[i].Code == "" {
			c.Districts[i].Code = districts.only(i)
		}
	}
}

// shared remembers for each unit the one code that all below agree on; a code of two units is of none.
type shared struct {
	code  []string
	mixed []bool
}

func newShared(n int) *shared { return &shared{make([]string, n), make([]bool, n)} }

func (s *shared) add(i int, code string) {
	if code == "" || s.code[i] != "" && s.code[i] != code {
		s.mixed[i] = true
	}
	s.code[i] = code
}

func (s *shared) only(i int) string {
	if s.mixed[i] {
		return ""
	}
	n := 0
	for k, code := range s.code {
		if code == s.code[i] && !s.mixed[k] {
			n++
		}
	}
	if n > 1 {
		return ""
	}
	return s.code[i]
}
