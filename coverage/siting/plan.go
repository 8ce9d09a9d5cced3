package siting

import (
	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/geo"
)

// Plan is the answer to one Request about a city: which sites, how good that is, and why. Pages, tables, sentences and JSON are made from
// it alone. People stand for the objective of the request throughout: people, households, or a part of the population.
type Plan struct {
	Request Request
	Before  *coverage.Result
	Base    *coverage.Result // the city with the changes and without the picks; Before itself where nothing is changed
	After   *coverage.Result // the city with the picks and the changes, by the same engine and options

	Candidates []Candidate // all places that could be chosen, in their order
	Refused    []Refusal   // candidates that were left out, counted by reason
	Solution   *Solution   // of the model, on points; its sites are indexes into Candidates; nil for a what-if without optimisation

	Match   *data.CostMatch // how a user's costs fit the city; nil: straight lines
	Unknown *Unknown        // what a user's costs leave out; nil: straight lines
	ByCosts *ByCosts        // how many are covered by a user's costs; nil: straight lines, or no choice of sites

	Points     int     // demand points that the model worked on
	OnPoints   float64 // people whom the chosen plan covers in addition, as the model counts on points
	Exact      float64 // the same by exact areas; the difference is printed beside it
	ModelExact float64 // exact, of the model's own choice, before the exact swap search
	Swaps      int     // exchanges that the exact swap search made
	Aim        *Aim    // what the model is after where that is not how many are covered; nil elsewhere
	Beyond     float64 // people whom neither centers nor candidates reach, where as many as can be reached are to be covered; 0 elsewhere
	Roomless   int     // counted centers of unknown floor area, which have no room in the models with capacities; 0 elsewhere
	Cut        bool    // the deadline ended the exchanges or the explanation before they were done; Solution.Cut tells it of the choice

	Picks     []Pick        // the chosen sites, best first
	Curve     []Step        // what the first, second … further site buys, each with its bound; none within a budget, which no number of sites stands for
	Losses    []Loss        // existing counted centers by whom nobody else serves, with the plan in place, least missed first
	Tradeoffs []Trade       // answers of the same size that no other beats in both coverage and distance
	Radii     []float64     // m: the sensitivity range of radii for which the plan was made again (Pick.Often)
	Changes   []Change      // --open, --close, --move, --enlarge, as they were understood
	Served    []ServedShare // by community, where a least share was asked for or is the aim; nil elsewhere
	LeftOut   []int         // communities that a least share is not asked of, since nobody is known to live there
	Fixed     []int         // communities that the highest least share leaves out, since no candidate covers more of them
}

// ByCosts is how many people have a center within the limit by a user's costs, without and with the sites of a plan. The question (Request.Cover,
// Plan.Curve, Solution) is then judged by these costs alone; circles are told beside it and never stand in one sum with them.
type ByCosts struct {
	Total, Before, After float64
}

// Request is what was asked, as resolved.
type Request struct {
	Model     string     // key of the model; empty for a what-if
	P         int        // further centers to build; 0 where the model finds the number
	Cover     float64    // share of people to be covered, 0 to 1; 0: not asked
	Budget    float64    // yuan; 0: not asked
	Floor     float64    // least share of every community; 0: not asked
	Radius    geo.Length // of the new circles, straight
	Objective Objective
	Spacing   geo.Length // least distance between two generated candidates
	Source    string     // where candidates come from: file, lattice, zones, grids
	Matrix    string     // base name of the cost matrix; empty: straight line
	Unit      string     // of the costs: m, min
	SitePrice float64    // yuan, of candidates without a price; 0: not stated
	SiteArea  float64    // m², of candidates without an area; 0: not stated
	Seed      uint64
	Limited   bool // a time limit was given
}

// Objective is whom to count; the zero value is People.
type Objective struct {
	Households bool
	Cohort     int // number of a population group in Result.Cohorts, from 1; 0: not by group
}

// People is the objective of nearly every plan: the people of the run's basis.
var People = Objective{}

// Candidate is a place where a center could be built.
type Candidate struct {
	data.Candidate        // as the file says, or generated
	State          State  // free, forced, forbidden
	Origin         string // file, lattice, zones, grids
	Zone           int    // blind zone it lies in, index into Result.Zones, or -1
}

// Refusal counts candidates that were left out for one reason ("refusal."+Key in charts/words): outside, barrier, spacing.
type Refusal struct {
	Key   string
	Count int
}

// Pick is one recommended site. All figures are exact.
type Pick struct {
	Rank      int
	Candidate int     // index into Plan.Candidates
	Gain      float64 // newly covered, the picks before it being in place
	Covered   float64 // people covered after it
	Share     float64 // of all
	Alone     float64 // what the whole plan loses without it
	Overlap   float64 // people in its circle whom others serve: existing centers or other picks
	Within    float64 // all people in its circle

	Communities []CommunityGain // newly covered by community, most first
	Cohorts     []float64       // newly covered of each Result.Cohorts
	Households  data.Number     // newly covered households, where the run counts them

	Saved      data.Number // mean straight distance that the people for whom it becomes the nearest save, m; missing where no center stood before
	Nearer     float64     // how many these are
	FloorShort data.Number // m² that its community was short of before

	RunnerUp     int     // best other candidate in its place, the rest of the plan staying; -1: none
	RunnerUpLoss float64 // people that the plan would cover less with it

	Price     data.Number // yuan
	PerPerson data.Number // yuan for one newly covered
	Often     float64     // share of Plan.Radii for which the answer to the same question takes this site, or one within Near of it
}

// CommunityGain is how many people of a community are newly covered.
type CommunityGain struct {
	Community int
	People    float64
}

// Step is a point of the gain curve: the best plan of P further sites that was found.
type Step struct {
	P       int
	Covered float64 // people covered in all, exact; by a user's costs where these are given (Plan.ByCosts), and so is all of the curve
	Share   float64
	Bound   float64 // no plan of P sites covers more, as the model counts on points
	OnPoint float64 // people covered in all, on points
	Proven  bool
	Sites   []int   // candidates
	Gain    float64 // beyond the step before it
}

// Loss is what the closing of one existing center would cost, the plan being in place.
type Loss struct {
	Center  int // index into City.Centers
	Lost    float64
	Share   float64 // coverage of all after it
	Farther float64 // mean further distance of those who must go elsewhere, m; +Inf where no center is left
}

// Trade is a plan of the same size on the edge between coverage and distance.
type Trade struct {
	Sites        []int
	Covered      float64 // exact
	CoveredBound float64
	Mean         float64 // people-weighted mean straight distance, m
	MeanBound    float64
	Chosen       bool // it is the plan itself
}

// Change is one step of a what-if.
type Change struct {
	Kind   ChangeKind
	Center int    // of Before, for close, move and enlarge; -1 for open
	Name   string // of the center or candidate; of a place by coordinates its community
	Code   string // of the candidate that opens, which the new center keeps; empty elsewhere
	Asked  string // the part of the name that was written; empty where it was written in full, or the code was
	Placed bool   // the place was given by coordinates
	From   orb.Point
	To     orb.Point
	Area   data.Number // m² after it
}

// ChangeKind is open, close, move or enlarge.
type ChangeKind string

// The changes.
const (
	ChangeOpen    ChangeKind = "open"
	ChangeClose   ChangeKind = "close"
	ChangeMove    ChangeKind = "move"
	ChangeEnlarge ChangeKind = "enlarge"
)

// ServedShare is the coverage of a community before and after the plan, 0 to 1.
type ServedShare struct {
	Community     int
	Before, After float64
}
