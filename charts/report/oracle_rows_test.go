package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// row says what the numbers of rows must be that are about no unit of the result: bars, grids, centers, zones, sites, rules, cards.
func (o *oracle) row(key, part, unit string) (float64, bool) {
	i, err := strconv.Atoi(strings.TrimLeft(unit, "rgfzxhvqc"))
	family, _, _ := strings.Cut(key, "_")
	if err != nil {
		if key == "tier_working" && unit == "" {
			return float64(o.r.Total().WorkingByTier[data.TierRegional]), true
		}
		return o.verdictRate(key, part, unit)
	}
	switch family {
	case "grid":
		return o.gridRow(key, i)
	case "center":
		return o.centerRow(key, i)
	case "zone":
		return o.zoneRow(key, i-1)
	case "cohort":
		return o.cohortRow(key, part, i)
	case "service":
		return o.serviceRow(key, i)
	case "class":
		return o.classCount(strings.TrimPrefix(key, "class_"), i)
	}
	return o.figureRow(key, part, unit, i)
}

// judged is the limit or the difference of a rule that a community misses, by the metric that it judges; AREA-02 judges the area that there is.
func (o *oracle) judged(key, part string, u *coverage.Unit) (float64, bool) {
	for _, v := range u.Verdicts {
		rule := &coverage.Rules[v.Rule]
		of, scale := rule.Metric, 1.0
		if of == "area_gap" {
			of = "area_actual"
		}
		if rule.Unit == coverage.UnitShare {
			scale = 100
		}
		if v.Outcome == coverage.NotAttained && of == key && rule.ID != "GRID-02" && rule.ID != "SIZE-01" {
			return map[string]float64{"limit": v.Limit.V, "gap": v.Gap.V}[part] * scale, true
		}
	}
	return 0, false
}

func known(n data.Number) (float64, bool) { return n.V, n.Known }

func (o *oracle) gridRow(key string, i int) (float64, bool) {
	if key == "grid_bin" {
		return o.gridBin(i), true
	}
	g := &o.r.Grids[i]
	switch key {
	case "grid_households":
		return known(g.Households)
	case "grid_people":
		return known(g.People)
	case "grid_rate":
		return g.Share * 100, true
	case "grid_strict":
		return g.StrictShare * 100, true
	case "grid_nearest":
		return known(g.NearestMean)
	case "grid_points":
		return known(g.Points)
	case "grid_workload":
		return known(g.Workload)
	}
	return 0, false
}

// gridBin counts the grids of a bar from the grids themselves: the bars are as wide as the figure has room for, the last is open.
func (o *oracle) gridBin(i int) float64 {
	const bars = 60
	step := o.r.GridSizes.Step * math.Ceil(float64(len(o.r.GridSizes.Counts))/bars)
	last := int(math.Ceil(float64(len(o.r.GridSizes.Counts))*o.r.GridSizes.Step/step)) - 1
	n := 0
	for k := range o.r.Grids {
		if g := &o.r.Grids[k]; g.Households.Known && !o.r.City.Grids[k].Exclusive && min(int(g.Households.V/step), last) == i {
			n++
		}
	}
	return float64(n)
}

func (o *oracle) centerRow(key string, i int) (float64, bool) {
	switch at, c := &o.r.Centers[i], &o.r.City.Centers[i]; key {
	case "center_people":
		return at.People, at.Use.Counted()
	case "center_alone":
		return at.Alone, at.Use.Counted()
	case "center_floor":
		return known(c.FloorArea)
	case "center_service":
		return known(c.ServiceArea)
	case "center_popularity":
		return known(at.Popularity)
	}
	return 0, false
}

// zoneRow is a blind zone; -1 is all that are too small to be listed.
func (o *oracle) zoneRow(key string, i int) (float64, bool) {
	rest := o.r.ZonesRest
	z := coverage.Zone{People: rest.People, Households: rest.Households, Area: rest.Area}
	if i >= 0 {
		z = o.r.Zones[i]
	}
	switch key {
	case "zone_people":
		return z.People, true
	case "zone_households":
		return z.Households, true
	case "zone_area":
		return z.Area / 1e4, true
	case "zone_distance":
		return known(z.Distance)
	}
	return 0, false
}

func (o *oracle) cohortRow(key, part string, i int) (float64, bool) {
	c := o.r.Total().Cohorts[i]
	switch key {
	case "cohort_total":
		return c.Total, true
	case "cohort_covered":
		return c.Covered, true
	case "cohort_rate":
		return c.Covered / c.Total * 100, true
	case "cohort_gap":
		return -c.GapPeople.V, c.GapPeople.Known
	case "cohort_points":
		if part == "amount" {
			return math.Abs(c.GapShare.V) * 100, c.GapShare.Known
		}
		return -c.GapShare.V * 100, c.GapShare.Known
	case "cohort_missing":
		return float64(c.Missing), true
	}
	return 0, false
}

func (o *oracle) serviceRow(key string, i int) (float64, bool) {
	switch people := o.r.Total().Services[i]; key {
	case "service_centers":
		return float64(o.r.Services[i].Centers), true
	case "service_people":
		return people, true
	case "service_rate":
		return people / o.r.Total().People.Total * 100, true
	}
	return 0, false
}

// classCount counts what is coloured as class i, and for the last class what is not drawn.
func (o *oracle) classCount(layer string, i int) (float64, bool) {
	if o.ground == nil {
		o.ground = charts.NewMap(o.r, words.Chinese)
	}
	at := slices.IndexFunc(o.ground.Layers, func(l charts.Layer) bool { return l.Key == layer })
	l := &o.ground.Layers[at]
	n := 0
	for _, class := range l.Of {
		if int(class) == i {
			n++
		}
	}
	if l.Classes[i].Swatch == "none" {
		n = l.Classes[i].Count
	}
	return float64(n), true
}

// figureRow is a row of a figure, or of the table of rules or cards.
func (o *oracle) figureRow(key, part, unit string, i int) (float64, bool) {
	r, total := o.r, o.r.Total()
	switch key {
	case "distance_people":
		return o.atDistance(i), true
	case "curve_people", "curve_rate":
		people := o.curve()[i]
		if key == "curve_rate" {
			return people / total.People.Total * 100, true
		}
		return people, true
	case "depth_people":
		return r.Depths[i], true
	case "depth_share":
		return r.Depths[i] / total.People.Total * 100, true
	case "tornado_rate", "tornado_width":
		a := r.Sensitivity.Tornado[i]
		if set, ok := map[string]float64{"set_low": a.Low.Value, "set_high": a.High.Value}[part]; ok {
			return set, true
		}
		return map[string]float64{"at_low": a.Low.Share, "at_high": a.High.Share, "": a.High.Share - a.Low.Share}[part] * 100, true
	case "balance_bin":
		return o.balanceBin(i, part), true
	case "site_covered":
		return r.Sites[i-1].Covered, true
	case "site_point":
		return r.Sites[i-1].Point[0], true
	case "site_rate":
		return total.Get("coverage_pop").V * 100, i == 0
	case "tier_working":
		tier := map[string]data.Tier{"PROV-01": data.TierDistrict, "PROV-02": data.TierStreet, "PROV-03": data.TierCommunity}[coverage.Rules[i].ID]
		return float64(total.WorkingByTier[tier]), true
	case "verdicts", "verdict_rate":
		return o.verdicts(key, part, i)
	case "card_count":
		return o.cards(coverage.Level(i), part), true
	case "rank_rate", "rank_gap", "rules_attained":
		return o.place(key, r.Community(i)), true
	case "sign_count":
		return o.signs(i)
	}
	return 0, false
}

// atDistance adds the people of a bar; the last one holds all that the others do not.
func (o *oracle) atDistance(i int) float64 {
	d := o.r.Distances
	n := min(len(d.People), max(20, int(math.Ceil(2*o.r.Circle.Radius.Meters()/d.Step))))
	if i < n {
		return d.People[i]
	}
	rest := d.Total
	for _, people := range d.People[:n] {
		rest -= people
	}
	return max(0, rest)
}

// curve is the people of all rows of the table of the curve: every 250 m, every radius of the run, and where it reaches 80, 90 and 95 %.
func (o *oracle) curve() []float64 {
	r, total := o.r, o.r.Total()
	named := []float64{r.Circle.Radius.Meters(), r.Circle.StrictRadius.Meters(), r.Sensitivity.Low.Meters(), r.Sensitivity.High.Meters()}
	for _, w := range r.Walkers {
		named = append(named, w.Radius)
	}
	type row struct{ radius, people float64 }
	var rows []row
	for i, radius := range r.Radii {
		if math.Mod(radius, 250) == 0 || slices.ContainsFunc(named, func(n float64) bool { return math.Abs(n-radius) < 1e-6 }) {
			rows = append(rows, row{radius, total.Within[i]})
		}
	}
	for _, percent := range []float64{80, 90, 95} {
		if n := total.Get("radius_" + strconv.Itoa(int(percent))); n.Known {
			rows = append(rows, row{n.V, percent / 100 * total.People.Total})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.radius, b.radius) })
	out := make([]float64, len(rows))
	for i := range rows {
		out[i] = rows[i].people
	}
	return out
}

// balanceBin counts communities by the variation of the households of their grids, in steps of 0.05, the last one open from 1 on.
func (o *oracle) balanceBin(i int, part string) float64 {
	n := 0
	for _, u := range o.r.Level(coverage.LevelCommunity) {
		cv := u.Get("cv_households")
		if !cv.Known || min(int(math.Floor(cv.V/.05+1e-9)), 20) != i {
			continue
		}
		outcome := coverage.NoData
		if v, ok := u.Verdict("GRID-02"); ok {
			outcome = v.Outcome
		}
		if part == "" || part == "balanced" && outcome == coverage.Attained || part == "unbalanced" && outcome == coverage.NotAttained {
			n++
		}
	}
	return float64(n)
}

var outcomeParts = map[string]coverage.Outcome{"attained": coverage.Attained, "not": coverage.NotAttained, "na": coverage.NotApplicable, "nodata": coverage.NoData}

func (o *oracle) verdicts(key, part string, rule int) (float64, bool) {
	for _, s := range o.r.Rules {
		if s.Rule == rule {
			if key == "verdict_rate" {
				return float64(s.Counts[coverage.Attained]) / float64(s.Counts[coverage.Attained]+s.Counts[coverage.NotAttained]) * 100, true
			}
			return float64(s.Counts[outcomeParts[part]]), true
		}
	}
	return 0, false
}

// verdictRate is the share of the communities of a unit that attain a rule, of those that could be judged.
func (o *oracle) verdictRate(key, id, unit string) (float64, bool) {
	u := o.units[unit]
	if key != "verdict_rate" || u == nil {
		return 0, false
	}
	attained, judged := 0.0, 0.0
	for i := range o.r.Level(coverage.LevelCommunity) {
		c := o.r.Community(i)
		v, ok := c.Verdict(id)
		if !ok || !o.within(c, u) {
			continue
		}
		switch v.Outcome {
		case coverage.Attained:
			attained, judged = attained+1, judged+1
		case coverage.NotAttained:
			judged++
		}
	}
	return attained / judged * 100, judged > 0
}

// within reports whether a unit lies in another.
func (o *oracle) within(u, in *coverage.Unit) bool {
	for u != in && u.Parent >= 0 {
		u = &o.r.Units[u.Parent]
	}
	return u == in
}

func (o *oracle) cards(level coverage.Level, part string) float64 {
	n := 0
	for _, u := range o.r.Level(level) {
		if u.Card.Color != coverage.CardNone && (part == "sum" || u.Card.Color.String() == part) {
			n++
		}
	}
	return float64(n)
}

// place is the rank of a community, and how many rules it attains.
func (o *oracle) place(key string, u *coverage.Unit) float64 {
	n := 1
	for _, other := range o.r.Level(coverage.LevelCommunity) {
		a, b := u.Get("coverage_pop"), other.Get("coverage_pop")
		switch {
		case other.Virtual:
		case key == "rank_rate" && b.Known && b.V < a.V, key == "rank_gap" && other.Floor.Gap > u.Floor.Gap:
			n++
		}
	}
	if key != "rules_attained" {
		return float64(n)
	}
	n = 0
	for _, v := range u.Verdicts {
		if v.Outcome == coverage.Attained {
			n++
		}
	}
	return float64(n)
}

// signs counts the signs of the legend: levels of counted centers, those not counted, service points, circles, zones and sites.
func (o *oracle) signs(i int) (float64, bool) {
	if o.ground == nil {
		o.ground = charts.NewMap(o.r, words.Chinese)
	}
	row := o.ground.Legends["coverage"][1].Rows[i]
	n := 0
	switch row.Swatch {
	case "zone":
		return float64(min(charts.MostZones, len(o.r.Zones))), true
	case "zone-rest":
		return float64(len(o.r.Zones) - min(charts.MostZones, len(o.r.Zones)) + o.r.ZonesRest.Count), true
	case "site":
		return float64(len(o.r.Sites)), true
	}
	for k, c := range o.r.Centers {
		tier := words.Chinese.T("tier." + o.r.City.Centers[k].Tier.String())
		point := c.Use == coverage.UsePoint
		switch {
		case c.Use.Counted() && row.Label == tier, row.Swatch == "none" && point, row.Swatch == "uncounted" && !point && !c.Use.Counted():
			n++
		}
	}
	return float64(n), true
}
