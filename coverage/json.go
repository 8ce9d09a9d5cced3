package coverage

import (
	"bufio"
	"encoding/json"
	"io"

	"quarter/data"
)

// schemaVersion is the version of the layout of result.json; it grows when a reader of the old one would be misled.
const schemaVersion = 1

// WriteJSON writes the whole result as one JSON document: every number with its unit, shares as 0 to 1, missing numbers as null. The
// same result gives the same bytes. Objects of a list stand on lines of their own.
func (r *Result) WriteJSON(w io.Writer) error {
	out := &jsonWriter{w: bufio.NewWriterSize(w, 1<<16)}
	out.raw("{\n")
	out.field("schema", schemaVersion)
	out.field("city", r.City.Name)
	out.field("profile", r.Profile)
	out.field("circle", r.circleJSON())
	out.field("population_basis", r.basisJSON())
	out.list("units", len(r.Units), func(i int) any { return r.unitJSON(&r.Units[i]) })
	out.list("groups", len(r.Groups), func(i int) any { return r.unitJSON(&r.Groups[i]) })
	out.list("grids", len(r.Grids), r.gridJSON)
	out.list("centers", len(r.Centers), r.centerJSON)
	out.list("sites", len(r.Sites), r.siteJSON)
	out.field("distances", distributionJSON{string(r.UnitOf(Metrics[0])), "m", r.Distances.Step, r.Distances.People, r.Distances.Beyond, r.Distances.Total})
	out.field("grid_sizes", histogramJSON{"grids", "households", r.GridSizes.Step, r.GridSizes.Counts, r.GridSizes.Lo, r.GridSizes.Hi})
	out.list("rules", len(r.Rules), r.ruleJSON)
	out.list("checks", len(r.Checks), func(i int) any { return checkJSON(r.Checks[i]) })
	out.list("unsaid", len(r.Unsaid), func(i int) any { return unsaidJSON(r.Unsaid[i]) })
	out.list("sources", len(r.City.Sources), func(i int) any { return &r.City.Sources[i] })
	out.list("faults", len(r.City.Faults), func(i int) any { return &r.City.Faults[i] })
	out.raw("\n}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// jsonWriter streams one object, so that a large result never stands in memory twice.
type jsonWriter struct {
	w      *bufio.Writer
	err    error
	fields int
}

func (o *jsonWriter) raw(s string) {
	if o.err == nil {
		_, o.err = o.w.WriteString(s)
	}
}

func (o *jsonWriter) value(v any) {
	b, err := json.Marshal(v)
	if o.err == nil {
		o.err = err
	}
	if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

// name begins the next field.
func (o *jsonWriter) name(name string) {
	if o.fields > 0 {
		o.raw(",\n")
	}
	o.fields++
	o.raw("\"" + name + "\": ")
}

func (o *jsonWriter) field(name string, v any) {
	o.name(name)
	o.value(v)
}

// list writes a named list, one item a line.
func (o *jsonWriter) list(name string, n int, item func(i int) any) {
	o.name(name)
	o.raw("[")
	for i := range n {
		o.raw([]string{"\n", ",\n"}[min(i, 1)])
		o.value(item(i))
	}
	o.raw("\n]")
}

type (
	quantity struct {
		Value float64 `json:"value"`
		Unit  string  `json:"unit"`
	}
	valueJSON struct {
		Value       data.Number `json:"value"`
		Unit        ValueUnit   `json:"unit"`
		Numerator   *float64    `json:"numerator,omitempty"`
		Denominator *float64    `json:"denominator,omitempty"`
		Missing     int         `json:"missing,omitempty"`
	}
	verdictJSON struct {
		Rule    string           `json:"rule"`
		Outcome string           `json:"outcome"`
		Level   data.Enforcement `json:"level,omitempty"`
		Value   data.Number      `json:"value"`
		Limit   data.Number      `json:"limit"`
		Gap     data.Number      `json:"gap"`
		Unit    ValueUnit        `json:"unit,omitempty"`
		Reason  string           `json:"reason,omitempty"`
	}
	unitJSON struct {
		Level    string               `json:"level"`
		Code     string               `json:"code"`
		Name     string               `json:"name"`
		Virtual  bool                 `json:"virtual,omitempty"`
		Parent   *int                 `json:"parent,omitempty"` // index into units
		Group    string               `json:"group,omitempty"`
		Demand   string               `json:"demand,omitempty"`
		Nearest  string               `json:"nearest_center,omitempty"`
		Metrics  map[string]valueJSON `json:"metrics"`
		Verdicts []verdictJSON        `json:"verdicts,omitempty"`
	}
	distributionJSON struct {
		Unit   string    `json:"unit"`
		By     string    `json:"step_unit"`
		Step   float64   `json:"step"`
		Bars   []float64 `json:"bars"`
		Beyond float64   `json:"beyond"`
		Total  float64   `json:"total"`
	}
	histogramJSON struct {
		Unit string  `json:"unit"`
		By   string  `json:"step_unit"`
		Step float64 `json:"step"`
		Bars []int   `json:"bars"`
		Lo   float64 `json:"size_range_low"`
		Hi   float64 `json:"size_range_high"`
	}
	checkJSON struct {
		Key       string  `json:"key"`
		Left      float64 `json:"left"`
		Right     float64 `json:"right"`
		Tolerance float64 `json:"tolerance"`
	}
	unsaidJSON struct {
		Key   string `json:"key"`
		Count int    `json:"count,omitempty"`
	}
)

var levelNames = [...]string{"total", "district", "street", "community", "group"}

// String returns the key of the level.
func (l Level) String() string { return levelNames[l] }

var demandKeys = [...]string{"missing", "grids", "community", "estimated"}

// String returns the key used by JSON.
func (d Demand) String() string { return demandKeys[d] }

var sizeKeys = [...]string{"missing", "under", "in", "over", "exempt", "unjudged"}

// String returns the key used by JSON.
func (s SizeClass) String() string { return sizeKeys[s] }

var useKeys = [...]string{"counted", "counted_unknown_status", "not_open", "unknown_status", "tier", "service_point"}

// String returns the key used by JSON ("use."+key in charts/words).
func (u CenterUse) String() string { return useKeys[u] }

func (r *Result) circleJSON() any {
	c := r.Circle
	return map[string]any{
		"radius":        quantity{c.Radius.Meters(), "m"},
		"radius_strict": quantity{c.StrictRadius.Meters(), "m"},
		"minutes":       quantity{c.Minutes, "min"},
		"speed":         quantity{c.Speed, "m/min"},
		"detour":        quantity{c.Detour, "ratio"},
		"from_walking":  c.FromWalking,
	}
}

func (r *Result) basisJSON() any {
	return map[string]any{
		"basis": r.Basis.Basis.String(), "column": r.Basis.Label, "points": r.Basis.Points,
		"communities": map[string]int{
			"by_grid": r.Basis.ByGrid, "by_community": r.Basis.ByCommunity, "estimated": r.Basis.Estimated, "missing": r.Basis.Missing,
		},
	}
}

func (r *Result) unitJSON(u *Unit) unitJSON {
	out := unitJSON{Level: u.Level.String(), Code: u.Code, Name: u.Name, Virtual: u.Virtual, Metrics: make(map[string]valueJSON, len(Metrics))}
	if u.Parent >= 0 {
		out.Parent = &u.Parent
	}
	if u.Level == LevelCommunity {
		out.Demand, out.Group = u.Demand.String(), r.City.GroupOf(u.Index)
	}
	if u.NearestCenter != data.None {
		out.Nearest = r.City.Centers[u.NearestCenter].Code
	}
	for k, v := range u.Values {
		out.Metrics[Metrics[k].Key] = v.json(r.UnitOf(Metrics[k]))
	}
	for _, v := range u.Verdicts {
		rule := Rules[v.Rule]
		out.Verdicts = append(out.Verdicts, verdictJSON{rule.ID, v.Outcome.String(), r.Profile.Rules[rule.ID].Level, v.Value, v.Limit, v.Gap, rule.Unit, v.Reason})
	}
	return out
}

func (v Value) json(unit ValueUnit) valueJSON {
	out := valueJSON{Value: v.Number, Unit: unit, Missing: v.Missing}
	if v.Denominator != 0 {
		out.Numerator, out.Denominator = &v.Numerator, &v.Denominator
	}
	return out
}

func (r *Result) gridJSON(i int) any {
	g, grid := &r.Grids[i], &r.City.Grids[i]
	return struct {
		Code       string      `json:"code"`
		Name       string      `json:"name,omitempty"`
		Community  string      `json:"community"`
		People     data.Number `json:"people"`
		Households data.Number `json:"households"`
		Share      data.Number `json:"coverage"`
		Strict     data.Number `json:"coverage_strict"`
		Own        data.Number `json:"coverage_own"`
		Area       float64     `json:"area_m2,omitempty"`
		Nearest    string      `json:"nearest_center,omitempty"`
		Centroid   data.Number `json:"nearest_centroid_m"`
		Mean       data.Number `json:"nearest_mean_m"`
		Size       string      `json:"size"`
		Points     data.Number `json:"service_points"`
		Used       bool        `json:"used"`
	}{grid.Code, grid.Name, r.City.Communities[grid.Community].Code, g.People, g.Households, r.said(g.Share), r.said(g.StrictShare), r.said(g.OwnShare),
		g.Ground.Total, r.centerCode(g.Nearest), g.NearestCentroid, g.NearestMean, g.Size.String(), g.Points, g.Used}
}

// said is a covered share, missing where no layer of centers was given.
func (r *Result) said(share float64) data.Number {
	return data.Number{V: share, Known: r.City.HasCenters()}
}

func (r *Result) centerCode(i int) string {
	if i == data.None {
		return ""
	}
	return r.City.Centers[i].Code
}

func (r *Result) centerJSON(i int) any {
	c, center := &r.Centers[i], &r.City.Centers[i]
	served := []string{}
	for _, m := range center.Communities {
		served = append(served, r.City.Communities[m].Code)
	}
	return struct {
		Code        string      `json:"code"`
		Name        string      `json:"name"`
		Tier        string      `json:"tier"`
		Status      string      `json:"status"`
		Use         string      `json:"use"`
		Outside     bool        `json:"outside,omitempty"`
		Communities []string    `json:"communities"`
		FloorArea   data.Number `json:"floor_area_m2"`
		Facility    bool        `json:"counts_toward_floor_area"`
		People      float64     `json:"people_in_circle"`
		Lon         float64     `json:"lon"`
		Lat         float64     `json:"lat"`
	}{center.Code, center.Name, center.Tier.String(), center.Status.String(), c.Use.String(), c.Outside, served, center.FloorArea,
		c.Facility, c.People, center.Point.Lon(), center.Point.Lat()}
}

func (r *Result) siteJSON(i int) any {
	s := &r.Sites[i]
	grid := ""
	if s.Grid != data.None {
		grid = r.City.Grids[s.Grid].Code
	}
	return struct {
		Rank      int     `json:"rank"`
		Grid      string  `json:"grid,omitempty"`
		Community string  `json:"community"`
		Lon       float64 `json:"lon"`
		Lat       float64 `json:"lat"`
		New       float64 `json:"newly_covered_people"`
		Covered   float64 `json:"population_covered_after"`
		Share     float64 `json:"coverage_pop_after"`
	}{s.Rank, grid, r.City.Communities[s.Community].Code, s.Point[0], s.Point[1], s.NewPeople, s.Covered, s.Share}
}

func (r *Result) ruleJSON(i int) any {
	s, rule := &r.Rules[i], Rules[r.Rules[i].Rule]
	object := "grid"
	if len(rule.Objects) > 0 {
		object = rule.Objects[0].String()
	}
	return struct {
		Rule     string           `json:"rule"`
		Level    data.Enforcement `json:"level,omitempty"`
		Object   string           `json:"object"`
		Attained int              `json:"attained"`
		Not      int              `json:"not"`
		NA       int              `json:"na"`
		NoData   int              `json:"nodata"`
		Reason   string           `json:"reason,omitempty"`
	}{rule.ID, s.Level, object, s.Counts[Attained], s.Counts[NotAttained], s.Counts[NotApplicable], s.Counts[NoData], s.Reason}
}
