package coverage

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// Level is a level of the hierarchy.
type Level uint8

// The levels, from the whole area down. Groups (所属板块) stand beside them.
const (
	LevelTotal Level = iota
	LevelDistrict
	LevelStreet
	LevelCommunity
	LevelGroup
)

// Result is everything that one analysis found.
type Result struct {
	City    *data.City // the input, for geometry and names
	Profile data.Profile
	Options Options // as resolved: no zero values left
	Circle  Circle
	Basis   BasisUse

	// Units holds the whole area, then districts, streets, communities, each level in the city's order; see Level.
	Units   []Unit
	Groups  []Unit // by group label, in label order; empty where no group is given
	Grids   []Grid // in the city's order
	Centers []Center

	// Distances is how far residents of the whole area live from their nearest counted center, in steps of 100 m.
	Distances Distribution
	// Radii are the distances of the coverage curve, m, ascending: every 50 m up to 3 km, and every radius that the run names. Unit.Within
	// holds the people within each of them.
	Radii       []float64
	Walkers     []Walker // adult, elderly, child: the same walk at their own speed
	Sensitivity Sensitivity

	// Depths is people of the whole area by the number of circles they live in: Depths[k] in exactly k.
	Depths []float64
	Guard  Guard // how often the two ways to the covered area had to be compared twice

	Zones     []Zone // COV-08, most people first
	ZonesRest ZoneRest

	Services []Service // by type of service, in name order; empty where the centers state no type or one only
	Cohorts  []Cohort  // parts of the population given by a column, such as residents of 60 and over

	GridSizes Histogram // households per grid
	Sites     []Site    // COV-11, best first

	Rules  []RuleSummary // one for every rule, in the order of Rules
	Checks []Check       // identities, all holding
	Unsaid []Unsaid      // what the input does not allow to say

	asked   asked
	start   [5]int  // first unit of each level, and one past the last
	gridsOf [][]int // by community
	facts   facts
	medians [2]float64 // of the communities' sizes, in the order of sizeAccounts
}

// Circle is the service circle that the run used.
type Circle struct {
	Radius       geo.Length // straight radius, m
	StrictRadius geo.Length // of the strict check, m
	Minutes      float64    // the walk that Radius stands for, min
	Speed        float64    // m/min
	Detour       float64    // path ÷ straight line, >= 1
	FromWalking  bool       // the radius was computed from minutes (COV-02)
}

// WalkMinutes returns how long a straight distance takes to walk: d · detour ÷ speed.
func (c Circle) WalkMinutes(d float64) float64 { return d * c.Detour / c.Speed }

// BasisUse says which people were counted, and where they were put.
type BasisUse struct {
	Basis   data.Basis
	Present []data.Basis // those that some grid or community has a value for; empty: nobody is counted at all
	Label   string       // the column's own name; empty where several files name it differently
	// Communities by where their people were put (note a of DOMAIN 4.1).
	ByGrid, ByCommunity, Estimated, Missing int
	Points                                  bool // some demand is points: tested by exact distance
}

// Demand says where a community's people were put.
type Demand uint8

// The demand levels.
const (
	DemandMissing   Demand = iota // no count at all: 缺数据
	DemandGrid                    // evenly inside each grid
	DemandCommunity               // evenly inside the community, which has no grids
	DemandEstimated               // evenly inside the community, because some grid has no count: 估算
)

// Account counts one kind of demand (people or households) of a unit once. Covered + Uncovered = Total.
type Account struct {
	Total     float64
	Covered   float64
	Uncovered float64
	Strict    float64 // covered at the strict radius
	Own       float64 // covered by centers of the same community
	Known     int     // demand units (grids, or communities without grids) with a count
	Missing   int     // demand units without
}

// Area is ground in m².
type Area struct{ Total, Covered float64 }

// Floor is the floor-area position of a community, or the sum over communities, in m².
type Floor struct {
	Required        float64
	Actual          float64     // of counted facilities, whether or not Required is known
	Gap             float64     // sum of community shortfalls: a surplus never offsets
	ActualKnown     int         // communities whose area is known, at least in part
	ActualMissing   int         // communities with a facility that does not state its area
	Judged          int         // communities for which AREA-01 to AREA-03 together could be judged
	Evaluated       int         // communities with a verdict
	Short           int         // of them with Gap > 0
	Attained        int         // of them passing AREA-01 to AREA-03
	Missing         int         // communities whose requirement or area is not known
	Office, Service data.Number // m², where given
	ServiceOf       float64     // floor area of the facilities that state a service area
	ServiceMissing  int         // facilities that do not; one shared by several communities counts in each
	Households      float64     // of the communities evaluated
	ActualEvaluated float64     // Actual of the communities evaluated
}

// Grids counts the grids of a unit by size.
type Grids struct {
	Count                           int // all grids
	In                              int // lo <= households <= hi
	Under                           int
	Over                            int
	Exempt                          int     // 专属网格
	Missing                         int     // no households
	Households, HouseholdsIn        float64 // of the judged grids; in those in range
	WithPoint, PointsKnown          int     // with a service point; that say how many they have
	OverHouseholds, UnderHouseholds float64 // excess over hi, deficit below lo
}

// Balance is how evenly a community's people or households are spread over its grids.
type Balance struct {
	N         int // non-exempt grids with a count
	Zero      int // of them with 0, left out of Ratio
	Mean      float64
	Deviation data.Number // largest |x − μ| ÷ μ
	CV        data.Number // population σ ÷ μ; missing for N < 2 or mean 0
	Ratio     data.Number // max ÷ min of the grids above 0
}

// Reach is how far the people of a unit live from their nearest counted center, in metres; missing where there is no center or no people.
type Reach struct {
	Mean, P50, P80, P90, P95, Max data.Number
}

// Unit is the position of one unit of the hierarchy.
type Unit struct {
	Level   Level
	Index   int // in the city's slice of that level; 0 for the total; label order for a group
	Parent  int // index into Result.Units; -1 for the total and for groups
	Code    string
	Name    string
	Virtual bool
	Demand  Demand // communities only

	People, Households Account
	Ground             Area
	Floor              Floor
	Grids              Grids
	BalancePeople      Balance // communities only
	BalanceHouseholds  Balance
	Balanced           int // communities that pass GRID-02, of BalanceJudged
	BalanceJudged      int
	Reach              Reach
	Communities        int         // below and including this one
	WithCenter         int         // of them with >= 1 center of their own
	Centers            int         // counted centers that lie in or belong to the unit
	WorkingByTier      [6]int      // working centers by data.Tier, whether or not they have a circle
	NearestCenter      int         // communities: counted center nearest to the centroid, index into Centers; -1
	NearestCentroid    data.Number // communities: its distance, m
	Heart              *orb.Point  // communities: where the people live on average, lon, lat; nil where the community has no place
	Near               []Near      // communities: up to NearCount counted centers nearest to the heart, nearest first

	Within   []float64       // people within Result.Radii[i] of a counted center; nil where no center counts or nobody is counted
	Depth    [4]float64      // people in exactly 0, 1 and 2 circles, and in 3 or more
	Zones    int             // blind zones listed that lie in the unit; of a community: that reach into it
	Services []float64       // people within reach of Result.Services[i]
	Cohorts  []CohortAccount // of Result.Cohorts[i]
	Card     Card            // warning card; communities and streets

	Provision Provision // what the rules of grids and centers count

	facilities facilities // communities only

	// Values holds one value per entry of Metrics, in that order.
	Values []Value
	// Verdicts holds one verdict per rule whose object is this unit, in the order of Rules.
	Verdicts []Verdict
}

// NearCount is how many centers Unit.Near holds at most.
const NearCount = 3

// Near is a center and its straight distance from the heart of a community, m.
type Near struct {
	Center   int // index into City.Centers
	Distance float64
}

// Value is one number with what it was made of. Numerator and Denominator are present for shares and ratios.
type Value struct {
	data.Number
	Numerator, Denominator float64
	Missing                int // objects left out for lack of data
	// Low and High are the value at the slow and at the fast end of walking (DOMAIN 4.7): Low is the smaller share but the longer walk
	// and the more people left out. Missing where the value does not depend on walking, or is no headline.
	Low, High data.Number
}

// SizeClass places a grid in the size range.
type SizeClass uint8

// The size classes.
const (
	SizeMissing SizeClass = iota
	SizeUnder
	SizeIn
	SizeOver
	SizeExempt
	SizeUnjudged // the profile has no size range
)

// Grid is the position of one grid.
type Grid struct {
	People, Households data.Number // as given
	Share, StrictShare float64     // of its area (or of its point) covered, 0 to 1
	OwnShare           float64
	Ground             Area
	Nearest            int         // counted center nearest to the centroid, index into City.Centers; -1
	NearestCentroid    data.Number // its distance, m
	NearestMean        data.Number // mean distance over the grid, m
	Size               SizeClass
	Used               bool        // its people stand in the account (not an estimated community)
	Points             data.Number // service points in it
	Workload           data.Number // GRID-06: 1.00 is the average of its community; missing for exclusive grids and where a factor is
}

// CenterUse is whether and why a center counts.
type CenterUse uint8

// The uses. Only UseCounted and UseUnknown make circles.
const (
	UseCounted  CenterUse = iota
	UseUnknown            // status not stated: counted and listed
	UseNotOpen            // 在建、规划、停用、装修
	UseExcluded           // status not stated, --unknown-status exclude
	UseTier               // tier not asked for
	UsePoint              // a service point has no circle
)

// Counted reports whether the center has a service circle.
func (u CenterUse) Counted() bool { return u == UseCounted || u == UseUnknown }

// Center is the position of one center.
type Center struct {
	Use      CenterUse
	Outside  bool    // lies outside the study area, whatever units it names; its circle may reach in
	People   float64 // residents inside its circle alone, whoever else reaches them
	Alone    float64 // residents whom no other center reaches: what is lost if it closes
	Facility bool    // counts toward the floor area of its communities

	Popularity data.Number // PROV-06: visits ÷ residents served in the same period, for ranking alone
}

// Distribution is people by distance to the nearest counted center. Bar i holds the distances above i·Step up to and including
// (i+1)·Step (the first one also 0), so that the bars up to the radius add up to the people covered.
type Distribution struct {
	Step   float64 // m
	People []float64
	Beyond float64 // people beyond the last step
	Total  float64
}

// Histogram counts grids by households; bin i is [i·Step, (i+1)·Step), the last one open.
type Histogram struct {
	Step   float64
	Counts []int
	Lo, Hi float64 // size range
}

// Site is one proposed place of COV-11.
type Site struct {
	Rank      int
	Grid      int        // index into City.Grids, or -1
	Community int        // index into City.Communities
	Point     [2]float64 // lon, lat
	NewPeople float64    // newly covered residents, with the sites before it in place
	Covered   float64    // residents covered after it
	Share     float64    // coverage_pop after it
}

// Outcome is what a rule says of an object.
type Outcome uint8

// The outcomes.
const (
	NotApplicable Outcome = iota // 不适用
	NoData                       // 缺数据
	Attained                     // 达标
	NotAttained                  // 不达标
)

var outcomeKeys = [...]string{"na", "nodata", "attained", "not"}

// String returns the key of DOMAIN section 2.
func (o Outcome) String() string { return outcomeKeys[o] }

// Verdict is the outcome of one rule for one unit.
type Verdict struct {
	Rule    int // index into Rules
	Outcome Outcome
	Value   data.Number // what was judged, unrounded
	Limit   data.Number // what it was judged against
	Gap     data.Number // how much is missing, in the unit of the rule; 0 when attained
	Reason  string      // key of the reason for na and nodata ("reason."+Reason in charts/words)
	// Field is what decided, of a rule that asks for several things; empty for others.
	Field data.Field
	// Low and High are the outcome at both ends of the sensitivity range; both equal Outcome where it does not depend on walking.
	Low, High Outcome
}

// Sensitive reports whether the outcome changes inside the sensitivity range (结论对口径敏感).
func (v Verdict) Sensitive() bool { return v.Low != v.Outcome || v.High != v.Outcome }

// RuleSummary counts the outcomes of one rule over its objects.
type RuleSummary struct {
	Rule   int
	Level  data.Enforcement // empty where the profile does not regulate the rule
	Counts [4]int           // by Outcome
	Reason string           // one reason for all, where no object could be judged
}

// Check is an identity that was tested in this run. A failed one ends the run with an error.
type Check struct {
	Key         string // "check."+Key in charts/words
	Left, Right float64
	Tolerance   float64
}

// Unsaid is something that the input does not allow to say ("unsaid."+Key in charts/words).
type Unsaid struct {
	Key   string
	Count int
}

// Level returns the units of one level, a window into Units (or Groups).
func (r *Result) Level(l Level) []Unit {
	if l == LevelGroup {
		return r.Groups
	}
	return r.Units[r.start[l]:r.start[l+1]]
}

// Total returns the unit of the whole area.
func (r *Result) Total() *Unit { return &r.Units[0] }

// Community returns the unit of community i of the city.
func (r *Result) Community(i int) *Unit { return &r.Units[r.start[LevelCommunity]+i] }

// Get returns the value of a metric by key; it panics for a key that is not in Metrics.
func (u *Unit) Get(key string) Value { return u.Values[metricIndex[key]] }

// Verdict returns the unit's verdict for a rule by id; ok is false where the rule is not about this unit.
func (u *Unit) Verdict(id string) (v Verdict, ok bool) {
	for _, v := range u.Verdicts {
		if Rules[v.Rule].ID == id {
			return v, true
		}
	}
	return Verdict{}, false
}
