package coverage

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// Walker is a kind of walker and how far the run's minutes take them: radius = speed · minutes ÷ detour. Source: WALK of the profile.
type Walker struct {
	Key     string // "walker."+Key in charts/words: adult, elderly, child
	Speed   float64
	Detour  float64
	Minutes float64
	Radius  float64 // straight, m; one of Result.Radii
}

// Sensitivity is what the headlines become under other assumptions (DOMAIN 4.7).
type Sensitivity struct {
	// Straight radii of the slowest and the fastest walk of the run's minutes, Low <= radius of the run <= High; both in Result.Radii.
	// 0 where the profile states no range: then no value has one.
	Low, High             geo.Length
	SpeedLow, SpeedHigh   float64 // of all walkers, m/min, that of the run between them
	DetourLow, DetourHigh float64 // likewise

	Headlines []Headline
	Flips     []Flip // verdicts that change between Low and High, in order of units
	Tornado   []Assumption
}

// Headline is one figure of the whole area at both ends of the range.
type Headline struct {
	Metric          int // index into Metrics
	Low, Base, High data.Number
	Depends         bool // on walking; where not, the three are equal. Low and High are missing where the profile states no range
}

// Flip is a verdict that hangs on the walking assumptions.
type Flip struct {
	Unit            int // index into Units
	Rule            int // index into Rules
	Low, Base, High Outcome
}

// Assumption is one bar of the tornado: population coverage of the whole area with one assumption changed, all others as in the run.
type Assumption struct {
	Key       string // "assumption."+Key in charts/words: walking, speed, detour, strict, tiers, basis, unknown_status
	Low, High Case   // Low.Share <= High.Share
}

// Case is one setting of an assumption.
type Case struct {
	Setting string  // "setting."+Setting in charts/words, with {n} for Value; see tornado.go
	Value   float64 // m, m/min or a ratio; 0 where the setting is no number
	Covered float64 // people; under another basis those of that basis
	Share   float64 // 0 to 1
}

// Guard counts how often the area within at least one disk, measured by arc sweep, differed from that by power cells (ALGORITHMS 2.2).
type Guard struct {
	Measured int // grounds
	Repeated int // measured again with radii changed by 1e-12
	Differ   int // still different then: the report says so
}

// Zone is a blind zone (服务盲区): a connected part of a street outside all circles.
type Zone struct {
	Unit        int       // index into Result.Units of the street that it lies in; of the district or the whole area where there is none
	Communities []int     // that it reaches into, most of its people first
	Direction   Direction // where it lies in that unit
	People      float64   // uncovered people in it, exact
	Households  float64
	Area        float64   // m²
	Point       orb.Point // lon, lat: a place in it, where its number is drawn
	Nearest     int       // counted center nearest to Point, index into City.Centers; data.None where none counts
	Distance    data.Number
	Shape       orb.MultiPolygon // for drawing, flattened at 0.1 m; empty for people at points
}

// ZoneRest is what is too small to be listed one by one.
type ZoneRest struct {
	Count                    int
	People, Households, Area float64
	Shape                    orb.MultiPolygon // for drawing
}

// Direction is where a part of a unit lies, seen from the middle of the unit.
type Direction uint8

// The directions, clockwise from north; DirectionMiddle is a part that holds the middle or lies around it.
const (
	DirectionMiddle Direction = iota
	DirectionN
	DirectionNE
	DirectionE
	DirectionSE
	DirectionS
	DirectionSW
	DirectionW
	DirectionNW
)

var directionKeys = [...]string{"middle", "n", "ne", "e", "se", "s", "sw", "w", "nw"}

// String returns the key used by JSON ("direction."+key in charts/words).
func (d Direction) String() string { return directionKeys[d] }

// Service is one type of service that centers offer.
type Service struct {
	Name    string // as given
	Centers int    // counted centers that offer it
}

// Cohort is a part of the population, counted by a column of its own.
type Cohort struct {
	Label string     // the column's name
	Field data.Field // for a column that Quarter knows; else empty
}

// CohortAccount is how well a cohort is served.
type CohortAccount struct {
	Total, Covered float64
	Known, Missing int // demand units with and without a count
	// AllTotal and AllCovered are all people of the communities that state the cohort: what it is compared with. They are people in a run
	// that counts households too, and 0 where the input has no count of people.
	AllTotal, AllCovered float64
	// GapPeople is how many more of the cohort would be covered at the coverage of all people of those communities (negative where it
	// fares better); GapShare is that coverage − coverage of the cohort. Missing where either is not known.
	GapPeople, GapShare data.Number
}

// CardColor is the colour of a warning card.
type CardColor uint8

// The colours.
const (
	CardNone   CardColor = iota // a level that gets none
	CardGrey                    // fewer than half of the mandatory rules could be evaluated
	CardGreen                   // all evaluated rules pass
	CardYellow                  // some rule is not attained
	CardRed                     // a mandatory rule is missed by half or more, or coverage is below the red line
)

var cardKeys = [...]string{"none", "grey", "green", "yellow", "red"}

// String returns the key used by JSON ("card."+key in charts/words).
func (c CardColor) String() string { return cardKeys[c] }

// Card is the warning card (亮牌) of a unit. The convention is this project's own (DOMAIN 4.4).
type Card struct {
	Color              CardColor
	Reasons            []int // indexes into Unit.Verdicts that decide the colour, worst first; empty for green and grey
	Evaluated, Allowed int   // mandatory rules that were judged, of those that the input says anything about
}
