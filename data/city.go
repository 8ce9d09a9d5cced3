package data

import (
	"github.com/paulmach/orb"

	"quarter/geo"
)

// None is the index of an absent parent, of grids and centers only: after Link every community has a street and every street a district.
const None = -1

// City is one study area. Slices are ordered by code (then name, then file order), and that order breaks every tie.
// Parents are indexes into the slice of the level above.
type City struct {
	Name        string
	Districts   []District
	Streets     []Street
	Communities []Community
	Grids       []Grid
	Centers     []Center
	Candidates  []Candidate // places where a center could be built; nil where no file gives them

	// Attributes are the further numbers of a layer, by field; a slice is as long as its layer. A field that no file gave is absent.
	Attributes map[Layer]map[Field][]Number
	// Cohorts are the parts of the population that the run was asked to follow; see AllCohorts.
	Cohorts []CohortColumn
	// Sources say what was read from where, in reading order.
	Sources []Source
	// Faults are all that was repaired, left out or doubtful, in reading order.
	Faults []Fault
}

// Unit is what every level of the hierarchy has.
type Unit struct {
	Code string // as given, always text; empty where the file has none
	Name string
	// Virtual marks a unit that no file names: it stands where a level is absent, so that every level adds up.
	Virtual bool
	Group   string // 所属板块, empty where not given
	Counts         // the unit's own totals, where a file gives them
}

// District is a 县（市、区） or what stands at its level.
type District struct {
	Unit
	Shape *geo.Shape // nil where no file gives its boundary
}

// Street is a 街道（乡镇）.
type Street struct {
	Unit
	District int
	Shape    *geo.Shape
}

// Community is a 社区 or 村.
type Community struct {
	Unit
	Street int
	Shape  *geo.Shape // nil where no communities were given: then its grids are its ground
	IsNew  Flag       // 新建住宅小区, for apply_per100_to: new
	Seat   Seat       // 驻地类别, for FUND-03
}

// Grid is a 网格: a polygon, or a point that stands for one.
type Grid struct {
	Unit
	Community int // or None before Link; Link puts a grid without community into a virtual one
	Shape     *geo.Shape
	Point     orb.Point // lon, lat: the point itself where Shape is nil, else the shape's centroid
	Exclusive bool      // 专属网格: exempt from the size range and balance
}

// Tier is the level of a center.
type Tier uint8

// The tiers. TierUnknown is a center whose file does not say.
const (
	TierUnknown Tier = iota
	TierDistrict
	TierStreet
	TierCommunity
	TierRegional
	TierPoint // 党群服务点 in a grid: never a service circle
)

var tierKeys = [...]string{"unknown", "district", "street", "community", "regional", "point"}

// String returns the key used by flags and JSON.
func (t Tier) String() string { return tierKeys[t] }

// ParseTier is the inverse of String.
func ParseTier(s string) (Tier, bool) { return parseKey[Tier](tierKeys[:], s) }

// Status is whether a center works.
type Status uint8

// The statuses. Only StatusOpen counts; StatusUnknown counts and is listed, unless asked otherwise.
const (
	StatusUnknown    Status = iota
	StatusOpen              // 在用、运行
	StatusBuilding          // 在建
	StatusPlanned           // 规划
	StatusClosed            // 停用
	StatusRenovating        // 装修、改造中
)

var statusKeys = [...]string{"unknown", "open", "building", "planned", "closed", "renovating"}

// String returns the key used by JSON.
func (s Status) String() string { return statusKeys[s] }

// ParseStatus is the inverse of String.
func ParseStatus(k string) (Status, bool) { return parseKey[Status](statusKeys[:], k) }

// Center is a 党群服务中心（站、点）.
type Center struct {
	Code, Name string
	Point      orb.Point // lon, lat
	Tier       Tier
	Status     Status
	StatusText string // as given

	// Communities are those whose floor area this center serves: none for an area-wide center outside all communities, several for
	// one building shared by them. Street and District hold it by place or by name; None where it lies outside the study area.
	Communities []int
	Street      int
	District    int
	Grid        int // the grid that it lies in, or None
	// Outside is set where its point lies in no shape of the study area, whatever units it names.
	Outside bool
	// Planned is set where a plan proposes it: it does not stand yet.
	Planned bool

	FloorArea   Number // 建筑面积, m²
	OfficeArea  Number // 办公面积, m²
	ServiceArea Number // 服务面积, m²

	Comprehensive Flag // 综合型
	DemoSite      Flag // 示范点
	Opening       string
	Extended      Flag   // the opening hours hold a weekend or an evening; Unstated where they do not say
	Service       string // 服务类型 as given, several separated by 、 ; / or a comma; empty: not stated
}

// With returns a city that has the further centers too; the city itself stays as it was.
func (c *City) With(centers ...Center) *City {
	out := *c
	out.Centers = append(append(make([]Center, 0, len(c.Centers)+len(centers)), c.Centers...), centers...)
	out.Attributes = padAttributes(c.Attributes, LayerCenters, len(out.Centers))
	return &out
}

func padAttributes(all map[Layer]map[Field][]Number, layer Layer, n int) map[Layer]map[Field][]Number {
	out := make(map[Layer]map[Field][]Number, len(all))
	for l, fields := range all {
		if l != layer {
			out[l] = fields
			continue
		}
		padded := make(map[Field][]Number, len(fields))
		for f, values := range fields {
			padded[f] = append(append(make([]Number, 0, n), values...), make([]Number, n-len(values))...)
		}
		out[l] = padded
	}
	return out
}

// HasCenters reports whether the input had a layer of centers at all, be it empty: only then is "no center" a finding.
func (c *City) HasCenters() bool { return c.has(LayerCenters) || len(c.Centers) > 0 }

// HasGrids reports whether grids were given.
func (c *City) HasGrids() bool { return c.has(LayerGrids) || len(c.Grids) > 0 }

// HasCommunities reports whether communities were given, rather than made from the grids.
func (c *City) HasCommunities() bool { return c.has(LayerCommunities) || c.handMade() }

func (c *City) has(layer Layer) bool {
	for _, s := range c.Sources {
		if s.Layer == layer {
			return true
		}
	}
	return false
}

// handMade reports whether a city that was made without files has communities of its own.
func (c *City) handMade() bool {
	if len(c.Sources) > 0 {
		return false
	}
	for i := range c.Communities {
		if !c.Communities[i].Virtual {
			return true
		}
	}
	return false
}

// GroupOf returns the group label of community i: its own, else its street's, else its district's.
func (c *City) GroupOf(i int) string {
	m := &c.Communities[i]
	street := &c.Streets[m.Street]
	for _, g := range []string{m.Group, street.Group, c.Districts[street.District].Group} {
		if g != "" {
			return g
		}
	}
	return ""
}
