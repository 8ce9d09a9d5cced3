package siting

import (
	"encoding/json"
	"io"
	"math"

	"github.com/paulmach/orb"

	"quarter/data"
)

// planSchema is the version of the layout of plan.json; it grows when a reader of the old one would be misled.
const planSchema = 1

// WriteJSON writes the plan as one JSON document: shares 0 to 1, numbers that are missing or without bound null, lengths in metres, money in
// yuan, floor area in m². People stand for the objective; "unit" says whether they are people or households. Candidates are referred to by
// their index in "candidates", from 0; communities and centers by code. The Results themselves stand in result.json (the present) and after/result.json.
// The same plan gives the same bytes.
func (p *Plan) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(p.document())
}

// planJSON is the layout of plan.json.
type planJSON struct {
	Schema     int             `json:"schema"`
	City       string          `json:"city"`
	Unit       string          `json:"unit"`
	Request    requestJSON     `json:"request"`
	Before     accountJSON     `json:"before"`
	Base       accountJSON     `json:"with_changes"`
	After      accountJSON     `json:"after"`
	Solution   *solutionJSON   `json:"solution"`
	Exact      exactJSON       `json:"exact"`
	Picks      []pickJSON      `json:"picks"`
	Curve      []stepJSON      `json:"curve"`
	Aim        *aimJSON        `json:"aim"`
	Tradeoffs  []tradeJSON     `json:"tradeoffs"`
	Losses     []lossJSON      `json:"losses"`
	Changes    []changeJSON    `json:"changes"`
	Served     []servedJSON    `json:"served"`
	LeftOut    []string        `json:"left_out"`
	Fixed      []string        `json:"out_of_reach"`
	Beyond     float64         `json:"beyond_reach"`
	Roomless   int             `json:"centers_without_floor_area"`
	Cut        bool            `json:"cut"`
	Unknown    *unknownJSON    `json:"cost_matrix_unknown"`
	ByCosts    *byCostsJSON    `json:"covered_by_costs"`
	Radii      radiiJSON       `json:"radii"`
	Refused    []refusalJSON   `json:"refused"`
	Candidates []candidateJSON `json:"candidates"`
}

type requestJSON struct {
	Model     string      `json:"model,omitempty"`
	P         int         `json:"p,omitempty"`
	Cover     float64     `json:"cover,omitempty"`
	Budget    float64     `json:"budget_yuan,omitempty"`
	Floor     float64     `json:"least_share,omitempty"`
	Radius    float64     `json:"radius_m"`
	Objective string      `json:"objective"`
	Source    string      `json:"source,omitempty"`
	Spacing   float64     `json:"spacing_m,omitempty"`
	Matrix    string      `json:"cost_matrix,omitempty"`
	Unit      string      `json:"cost_unit,omitempty"`
	SitePrice float64     `json:"site_price_yuan,omitempty"`
	SiteArea  float64     `json:"site_area_m2,omitempty"`
	Seed      json.Number `json:"seed"`
	Limited   bool        `json:"time_limit"`
}

// accountJSON is what one Result says of the objective.
type accountJSON struct {
	Total    float64 `json:"total"`
	Covered  float64 `json:"covered"`
	Coverage float64 `json:"coverage"`
}

type solutionJSON struct {
	Model       string      `json:"model"`
	Sense       string      `json:"sense"`
	Value       data.Number `json:"value"`
	Bound       data.Number `json:"bound"`
	Gap         data.Number `json:"gap"`
	Proven      bool        `json:"proven"`
	Cut         bool        `json:"cut"`
	Sites       []int       `json:"sites"`
	Unreachable float64     `json:"unreachable"`
	Work        workJSON    `json:"work"`
}

type workJSON struct {
	Demands     int `json:"demands"`
	Sites       int `json:"sites"`
	Evaluations int `json:"evaluations"`
	Nodes       int `json:"nodes"`
	Fixed       int `json:"fixed"`
}

// exactJSON sets what the model counts on points beside the exact areas.
type exactJSON struct {
	Points     int     `json:"points"`
	OnPoints   float64 `json:"newly_covered_on_points"`
	Exact      float64 `json:"newly_covered"`
	Difference float64 `json:"difference"`
	ModelExact float64 `json:"newly_covered_of_model"`
	Swaps      int     `json:"swaps"`
}

type pickJSON struct {
	Rank         int         `json:"rank"`
	Candidate    int         `json:"candidate"`
	Gain         float64     `json:"newly_covered"`
	Covered      float64     `json:"covered_after"`
	Share        float64     `json:"coverage_after"`
	Alone        float64     `json:"lost_without"`
	Within       float64     `json:"people_in_circle"`
	Overlap      float64     `json:"served_by_others_too"`
	Communities  []gainJSON  `json:"communities"`
	Cohorts      []float64   `json:"population_groups"`
	Households   data.Number `json:"newly_covered_households"`
	Nearer       float64     `json:"people_nearer"`
	Saved        data.Number `json:"distance_saved_m"`
	FloorShort   data.Number `json:"floor_area_short_m2"`
	RunnerUp     *int        `json:"runner_up"`
	RunnerUpLoss data.Number `json:"runner_up_loss"`
	Price        data.Number `json:"price_yuan"`
	PerPerson    data.Number `json:"yuan_per_newly_covered"`
	Often        data.Number `json:"share_of_radii"`
}

type gainJSON struct {
	Community string  `json:"community"`
	People    float64 `json:"newly_covered"`
}

type stepJSON struct {
	P       int     `json:"p"`
	Covered float64 `json:"covered"`
	Share   float64 `json:"coverage"`
	Gain    float64 `json:"newly_covered"`
	OnPoint float64 `json:"covered_on_points"`
	Bound   float64 `json:"bound_on_points"`
	Proven  bool    `json:"proven"`
	Sites   []int   `json:"candidates"`
}

// aimJSON is what the model was after, where that is not how many are covered.
type aimJSON struct {
	Key    AimKey      `json:"key"`
	Unit   string      `json:"unit"`
	Before data.Number `json:"before"`
	After  float64     `json:"after"`
	Bound  data.Number `json:"bound"`

	// Figures of the two runs, by exact areas, where they have them.
	ExactBefore data.Number `json:"exact_before"`
	ExactAfter  data.Number `json:"exact_after"`

	NoRoom  *float64 `json:"no_room,omitempty"`
	Outside *float64 `json:"out_of_reach,omitempty"`
}

// byCostsJSON is how many are covered by a user's costs.
type byCostsJSON struct {
	Total  float64 `json:"total"`
	Before float64 `json:"covered_before"`
	After  float64 `json:"covered_after"`
}

// unknownJSON lists codes that a user's costs and the city do not have in common.
type unknownJSON struct {
	Candidates []string `json:"candidates"`
	Centers    []string `json:"centers"`
	Demands    []string `json:"demands"`
	Extra      []string `json:"extra"`
}

type tradeJSON struct {
	Sites        []int       `json:"candidates"`
	Covered      float64     `json:"covered"`
	CoveredBound data.Number `json:"covered_bound_on_points"`
	Mean         data.Number `json:"mean_distance_m"`
	MeanBound    data.Number `json:"mean_distance_bound_on_points_m"`
	Chosen       bool        `json:"chosen"`
}

type lossJSON struct {
	Center  string      `json:"center"`
	Name    string      `json:"name"`
	Lost    float64     `json:"lost"`
	Share   float64     `json:"coverage_after"`
	Farther data.Number `json:"farther_m"`
}

type changeJSON struct {
	Kind   ChangeKind  `json:"change"`
	Center string      `json:"center,omitempty"`
	Name   string      `json:"name"`
	Code   string      `json:"candidate,omitempty"`
	From   *[2]float64 `json:"from,omitempty"`
	To     *[2]float64 `json:"to,omitempty"`
	Area   data.Number `json:"floor_area_m2"`
}

type servedJSON struct {
	Community string  `json:"community"`
	Name      string  `json:"name"`
	Before    float64 `json:"before"`
	After     float64 `json:"after"`
}

type radiiJSON struct {
	Unit   string    `json:"unit"`
	Values []float64 `json:"values"`
}

type refusalJSON struct {
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

type candidateJSON struct {
	Code      string      `json:"code"`
	Name      string      `json:"name,omitempty"`
	Community string      `json:"community,omitempty"`
	Lon       float64     `json:"lon"`
	Lat       float64     `json:"lat"`
	State     string      `json:"state"`
	Origin    string      `json:"origin"`
	Price     data.Number `json:"price_yuan"`
	Area      data.Number `json:"floor_area_m2"`
	Zone      *int        `json:"zone,omitempty"`
}

// finite is a number that JSON can hold: an infinite one is missing.
func finite(v float64) data.Number { return data.Number{V: v, Known: !math.IsInf(v, 0)} }

// index is nil for a negative one.
func index(i int) *int {
	if i < 0 {
		return nil
	}
	return &i
}

// mapped makes a list, never null, of what f says of each item.
func mapped[T, U any](items []T, f func(*T) U) []U {
	out := make([]U, len(items))
	for i := range items {
		out[i] = f(&items[i])
	}
	return out
}

func place(p orb.Point) *[2]float64 { return &[2]float64{p.Lon(), p.Lat()} }

var stateKeys = [...]string{"free", "forced", "kept", "forbidden"}

// String returns the key used by JSON.
func (s State) String() string { return stateKeys[s] }

var senseKeys = [...]string{"maximize", "minimize"}

// String returns the key used by JSON.
func (s Sense) String() string { return senseKeys[s] }
