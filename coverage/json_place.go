package coverage

import "quarter/data"

var sizeKeys = [...]string{"missing", "under", "in", "over", "exempt", "unjudged"}

// String returns the key used by JSON.
func (s SizeClass) String() string { return sizeKeys[s] }

var useKeys = [...]string{"counted", "counted_unknown_status", "not_open", "unknown_status", "tier", "service_point"}

// String returns the key used by JSON ("use."+key in charts/words).
func (u CenterUse) String() string { return useKeys[u] }

func (r *Result) appendGrid(t *jsonText, i int) {
	g, grid := &r.Grids[i], &r.City.Grids[i]
	t.begin('{')
	t.text("code", grid.Code)
	t.textIf("name", grid.Name)
	t.text("community", r.City.Communities[grid.Community].Code)
	t.known("people", g.People)
	t.known("households", g.Households)
	t.known("coverage", r.said(g.Share))
	t.known("coverage_strict", r.said(g.StrictShare))
	t.known("coverage_own", r.said(g.OwnShare))
	if g.Ground.Total != 0 {
		t.number("area_m2", g.Ground.Total)
	}
	t.textIf("nearest_center", r.centerCode(g.Nearest))
	t.known("nearest_centroid_m", g.NearestCentroid)
	t.known("nearest_mean_m", g.NearestMean)
	t.text("size", g.Size.String())
	t.known("service_points", g.Points)
	t.known("workload", g.Workload)
	t.flag("used", g.Used)
	t.end('}')
}

// said is a figure of the centers' circles, missing where no layer of centers was given.
func (r *Result) said(v float64) data.Number {
	return data.Number{V: v, Known: r.City.HasCenters()}
}

func (r *Result) centerCode(i int) string {
	if i == data.None {
		return ""
	}
	return r.City.Centers[i].Code
}

func (r *Result) appendCenter(t *jsonText, i int) {
	c, center := &r.Centers[i], &r.City.Centers[i]
	t.begin('{')
	t.text("code", center.Code)
	t.text("name", center.Name)
	t.text("tier", center.Tier.String())
	t.text("status", center.Status.String())
	t.text("use", c.Use.String())
	t.flagIf("outside", c.Outside)
	t.flagIf("planned", center.Planned)
	t.texts("communities", len(center.Communities), func(k int) string { return r.City.Communities[center.Communities[k]].Code })
	t.known("floor_area_m2", center.FloorArea)
	t.flag("counts_toward_floor_area", c.Facility)
	t.known("people_in_circle", c.inCircle(c.People))
	t.known("people_only_here", c.inCircle(c.Alone))
	t.known("popularity", c.Popularity)
	t.place(center.Point)
	t.end('}')
}

// inCircle is a number of people inside the circle of a center, missing where it has none.
func (c *Center) inCircle(people float64) data.Number {
	return data.Number{V: people, Known: c.Use.Counted()}
}

func (t *jsonText) place(at [2]float64) {
	t.number("lon", at[0])
	t.number("lat", at[1])
}

func (r *Result) appendSite(t *jsonText, i int) {
	s := &r.Sites[i]
	t.begin('{')
	t.count("rank", s.Rank)
	if s.Grid != data.None {
		t.text("grid", r.City.Grids[s.Grid].Code)
	}
	t.text("community", r.City.Communities[s.Community].Code)
	t.place(s.Point)
	t.number("newly_covered_people", s.NewPeople)
	t.number("population_covered_after", s.Covered)
	t.number("coverage_pop_after", s.Share)
	t.end('}')
}

func (r *Result) appendZone(t *jsonText, i int) {
	z := &r.Zones[i]
	t.begin('{')
	t.count("rank", i+1)
	t.count("unit_index", z.Unit)
	t.texts("communities", len(z.Communities), func(k int) string { return r.City.Communities[z.Communities[k]].Code })
	t.text("direction", z.Direction.String())
	t.number("people", z.People)
	t.known("households", r.saidHouseholds(z.Households))
	t.number("area_m2", z.Area)
	t.place(z.Point)
	t.textIf("nearest_center", r.centerCode(z.Nearest))
	t.known("nearest_m", z.Distance)
	t.end('}')
}

func (r *Result) appendZonesRest(t *jsonText) {
	t.begin('{')
	t.count("count", r.ZonesRest.Count)
	t.number("people", r.ZonesRest.People)
	t.known("households", r.saidHouseholds(r.ZonesRest.Households))
	t.number("area_m2", r.ZonesRest.Area)
	t.end('}')
}
