package load

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"quarter/data"
)

// builder makes units of sheets, layer by layer from the top, and remembers what each unit said of its parents.
type builder struct {
	opts   *Options
	sheets []*sheet
	city   *data.City
	loose  []data.Fault // faults of no single file

	codes map[data.Layer]map[string]origin // where each code was first used

	districts, streets, communities, grids *unitIndex // grids: once a center names one
	madeDistricts, madeStreets             *madeUnits // those that no layer gives

	ground        ground
	upper         map[upperKey]int           // what known found
	stated        map[communityKey]foundUnit // what statedCommunity found
	streetNames   []string                   // in normal form
	madeStreet    []bool                     // streets made from a column
	madeDistrict  []bool
	districtOf    []int // district of each community that states one, or None
	streetFrom    []origin
	communityFrom []origin
	gridFrom      []origin
	centerFrom    []origin
	candidateFrom []origin
}

// origin is the row that a unit came from; sheet is nil for a unit made from a column or put in a gap.
type origin struct {
	sheet *sheet
	row   int
}

func newBuilder(sheets []*sheet, opts *Options) *builder {
	c := &data.City{}
	none := func(int) *int { above := data.None; return &above }
	return &builder{
		opts: opts, sheets: sheets, city: c,
		codes: map[data.Layer]map[string]origin{}, upper: map[upperKey]int{},
		districts: newUnitIndex(), streets: newUnitIndex(), communities: newUnitIndex(),
		madeDistricts: newMadeUnits(func(i int) *data.Unit { return &c.Districts[i].Unit }, none),
		madeStreets:   newMadeUnits(func(i int) *data.Unit { return &c.Streets[i].Unit }, func(i int) *int { return &c.Streets[i].District }),
	}
}

func (b *builder) build() *data.Fault {
	for _, s := range b.sheets {
		b.addRows(s)
		if s.used == 0 {
			return s.nothingUsable()
		}
	}
	b.openGround()
	var centers, candidates spotPlaces // found while the areas are attached
	steps := []func(){b.attachAreas, func() { centers, candidates = b.placeSpots() }}
	parallel(len(steps), b.opts.threads(), func(i int) { steps[i]() })
	b.deriveCodes()
	b.fillGaps()
	b.attachCenters(&centers)
	b.attachCandidates(&candidates)
	b.sayOverlaps(centers.locator)
	b.finish()
	return nil
}

// addRows turns each row into a unit of its layer, or refuses it.
func (b *builder) addRows(s *sheet) {
	b.grow(s.layer, len(s.rows))
	b.openAttributes(s)
	for i := range s.rows {
		if p := s.rows[i].refused; p != nil {
			s.log.add(s.problemAt(i, p, data.Refused))
			continue
		}
		if !b.claimCode(s, i) {
			continue
		}
		s.used++
		s.tell(i)
		b.addUnit(s, i)
	}
	b.closeAttributes(s)
}

// grow makes room for the units of a layer that may be large.
func (b *builder) grow(layer data.Layer, n int) {
	switch c := b.city; layer {
	case data.LayerCommunities:
		c.Communities, b.communityFrom = slices.Grow(c.Communities, n), slices.Grow(b.communityFrom, n)
	case data.LayerGrids:
		c.Grids, b.gridFrom = slices.Grow(c.Grids, n), slices.Grow(b.gridFrom, n)
	}
}

// claimCode refuses a row whose code another row of the layer has used.
func (b *builder) claimCode(s *sheet, i int) bool {
	code := s.codes[i]
	if code == "" {
		return true
	}
	if b.codes[s.layer] == nil {
		b.codes[s.layer] = make(map[string]origin, len(s.rows))
	}
	first, twice := b.codes[s.layer][code]
	if !twice {
		b.codes[s.layer][code] = origin{s, i}
		return true
	}
	f := s.faultAt(i, keyDuplicateCode, data.Refused, nil)
	f.Value = shorten(code)
	setArgs(&f, []string{"firstfile", first.sheet.file, "first", strconv.Itoa(first.sheet.rows[first.row].at), "firstid", first.sheet.label(first.row)})
	s.log.add(f)
	return false
}

// nothingUsable refuses a file of which no row could be used; it tells the first reason.
func (s *sheet) nothingUsable() *data.Fault {
	for _, f := range s.log.faults {
		if f.Severity == data.Refused {
			if len(s.rows) > 1 {
				f.Args = maps.Clone(f.Args)
				setArgs(&f, []string{"reason", f.Key})
				f.Key, f.Count = keyNothingUsable, len(s.rows)
			}
			return &f
		}
	}
	return fatal(keyNoFeatures)
}

func (b *builder) addUnit(s *sheet, i int) {
	c, from := b.city, origin{s, i}
	switch s.layer {
	case data.LayerDistricts:
		b.madeDistrict = append(b.madeDistrict, false)
		c.Districts = append(c.Districts, data.District{Unit: s.unit(i), Shape: s.shapes[i]})
		b.districts.add(len(c.Districts)-1, c.Districts[len(c.Districts)-1].Unit)
	case data.LayerStreets:
		b.madeStreet = append(b.madeStreet, false)
		b.streetFrom = append(b.streetFrom, from)
		c.Streets = append(c.Streets, data.Street{Unit: s.unit(i), Shape: s.shapes[i], District: data.None})
		b.streets.add(len(c.Streets)-1, c.Streets[len(c.Streets)-1].Unit)
	case data.LayerCommunities:
		b.communityFrom = append(b.communityFrom, from)
		c.Communities = append(c.Communities, data.Community{Unit: s.unit(i), Shape: s.shapes[i], Street: data.None, IsNew: s.flag(i, data.FieldIsNew), Seat: s.seat(i)})
	case data.LayerGrids:
		b.gridFrom = append(b.gridFrom, from)
		c.Grids = append(c.Grids, s.grid(i))
	case data.LayerCenters:
		b.centerFrom = append(b.centerFrom, from)
		c.Centers = append(c.Centers, s.center(i))
	case data.LayerCandidates:
		b.candidateFrom = append(b.candidateFrom, from)
		c.Candidates = append(c.Candidates, s.candidate(i))
	}
	s.addAttributes(i)
	b.addGroups(s, i)
}

func (s *sheet) grid(i int) data.Grid {
	return data.Grid{
		Unit: s.unit(i), Community: data.None, Shape: s.shapes[i], Point: s.spots[i],
		Exclusive: s.flag(i, data.FieldExclusive) == data.Yes,
	}
}

func (s *sheet) center(i int) data.Center {
	c := data.Center{
		Code: s.codes[i], Name: s.spotName(i), Point: s.spots[i],
		Street: data.None, District: data.None, Grid: data.None,
		FloorArea:   s.number(i, data.FieldFloorArea),
		OfficeArea:  s.number(i, data.FieldOfficeArea),
		ServiceArea: s.number(i, data.FieldServiceArea),

		Comprehensive: s.flag(i, data.FieldComprehensive),
		DemoSite:      s.flag(i, data.FieldDemoSite),
		Opening:       s.text(i, data.FieldOpening),
		Service:       s.stated(i, data.FieldServiceType),
	}
	c.Extended = s.extended(i, c.Opening)
	c.Tier = s.tier(i, c.Name)
	c.Status, c.StatusText = s.status(i)
	if c.FloorArea.Known && max(c.ServiceArea.V, c.OfficeArea.V) > c.FloorArea.V {
		s.log.sum(s.faultAt(i, keyPartsAboveFloor, data.Doubtful, nil))
	}
	return c
}

// spotName is the name of a center or candidate, else its code, else the number of its row.
func (s *sheet) spotName(i int) string {
	if name := cmp.Or(s.name(i), s.codes[i]); name != "" {
		return name
	}
	s.log.sum(s.faultAt(i, keyNoName, data.Notice, nil))
	return "#" + strconv.Itoa(s.rows[i].at)
}

func (s *sheet) candidate(i int) data.Candidate {
	return data.Candidate{
		Code: s.codes[i], Name: s.spotName(i), Point: s.spots[i], Community: data.None,
		Price: s.number(i, data.FieldPrice), FloorArea: s.number(i, data.FieldFloorArea),
	}
}

// tier reads the level of a center; where the file does not say, its name may.
func (s *sheet) tier(i int, name string) data.Tier {
	use := s.by[data.FieldTier]
	t, known := readTier(s.text(i, data.FieldTier))
	switch {
	case !known:
		s.log.sum(s.faultAt(i, keyTierWord, data.Doubtful, use))
		return data.TierUnknown
	case t != data.TierUnknown:
		return t
	}
	if t = inferTier(name); t != data.TierUnknown {
		s.log.sum(s.faultAt(i, keyTierInferred, data.Notice, nil))
		return t
	}
	s.log.sum(s.faultAt(i, keyTierMissing, data.Notice, nil))
	return data.TierUnknown
}

func (s *sheet) status(i int) (data.Status, string) {
	text := s.text(i, data.FieldStatus)
	v, known := readStatus(text)
	switch {
	case !known:
		s.log.sum(s.faultAt(i, keyStatusWord, data.Doubtful, s.by[data.FieldStatus]))
	case v == data.StatusUnknown:
		s.log.sum(s.faultAt(i, keyStatusMissing, data.Notice, nil))
	}
	return v, text
}

// units counts the units of a layer so far.
func (b *builder) units(layer data.Layer) int {
	c := b.city
	switch layer {
	case data.LayerDistricts:
		return len(c.Districts)
	case data.LayerStreets:
		return len(c.Streets)
	case data.LayerCommunities:
		return len(c.Communities)
	case data.LayerGrids:
		return len(c.Grids)
	case data.LayerCandidates:
		return len(c.Candidates)
	}
	return len(c.Centers)
}

// finish lists sources and faults in reading order, names the city and links it.
func (b *builder) finish() {
	c := b.city
	for _, s := range b.sheets {
		c.Sources = append(c.Sources, s.source())
		c.Faults = append(c.Faults, s.log.faults...)
	}
	c.Faults = append(c.Faults, b.loose...)
	b.padAttributes()
	c.Name = b.opts.CityName
	if c.Name == "" {
		c.Name = cityName(c.Districts)
	}
	c.Link()
}

// cityName is the name of the only district, or the city that the names of all begin with: 昆明市 of 昆明市五华区 and 昆明市盘龙区.
func cityName(districts []data.District) string {
	var names []string
	for i := range districts {
		if !districts[i].Virtual {
			names = append(names, districts[i].Name)
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	shared := []rune(slices.Min(names))
	last := []rune(slices.Max(names))
	n := 0
	for n < len(shared) && n < len(last) && shared[n] == last[n] {
		n++
	}
	for ; n > 1; n-- {
		if strings.ContainsRune("市州盟", shared[n-1]) {
			return string(shared[:n])
		}
	}
	return ""
}

// at returns the point by which a unit is placed: an inner point of its polygon, or the point itself.
func gridPlace(g *data.Grid) orb.Point {
	if g.Shape != nil {
		return g.Shape.InteriorPoint()
	}
	return g.Point
}
