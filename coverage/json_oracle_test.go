package coverage

import (
	"encoding/json"

	"quarter/data"
)

// object is one JSON object of the oracle: encoding/json sorts its members.
type object map[string]any

// plainJSON renders a result with encoding/json alone, field by field: slow, and with nothing of the writer in it.
func plainJSON(r *Result) []byte {
	c := r.City
	doc := object{
		"schema": 2, "city": c.Name, "profile": r.Profile,
		"circle": object{
			"radius": quantityOf(r.Circle.Radius.Meters(), "m"), "radius_strict": quantityOf(r.Circle.StrictRadius.Meters(), "m"),
			"minutes": quantityOf(r.Circle.Minutes, "min"), "speed": quantityOf(r.Circle.Speed, "m/min"),
			"detour": quantityOf(r.Circle.Detour, "ratio"), "from_walking": r.Circle.FromWalking,
		},
		"population_basis": object{
			"basis": r.Basis.Basis.String(), "unit": r.UnitOf(Metrics[0]), "column": r.Basis.Label, "points": r.Basis.Points,
			"communities": object{"by_grid": r.Basis.ByGrid, "by_community": r.Basis.ByCommunity, "estimated": r.Basis.Estimated, "missing": r.Basis.Missing},
		},
		"radii":   object{"unit": "m", "values": listOf(r.Radii, func(v float64) any { return v })},
		"walkers": listOf(r.Walkers, plainWalker),
		"sensitivity": object{
			"radius_low": quantityOf(r.Sensitivity.Low.Meters(), "m"), "radius_high": quantityOf(r.Sensitivity.High.Meters(), "m"),
			"headlines": listOf(r.Sensitivity.Headlines, func(h Headline) any {
				return object{"metric": Metrics[h.Metric].Key, "unit": r.UnitOf(Metrics[h.Metric]), "low": h.Low, "base": h.Base, "high": h.High,
					"depends_on_walking": h.Depends}
			}),
			"tornado": listOf(r.Sensitivity.Tornado, func(a Assumption) any {
				return object{"assumption": a.Key, "low": plainCase(a.Low), "high": plainCase(a.High)}
			}),
		},
		"flips": listOf(r.Sensitivity.Flips, func(f Flip) any {
			return object{"unit_index": f.Unit, "rule": Rules[f.Rule].ID, "low": f.Low.String(), "base": f.Base.String(), "high": f.High.String()}
		}),
		"depths": object{"unit": r.UnitOf(Metrics[0]), "values": r.ifCenters(listOf(r.Depths, func(v float64) any { return v }))},
		"guard":  object{"measured": r.Guard.Measured, "repeated": r.Guard.Repeated, "differ": r.Guard.Differ},
		"units":  listOf(r.Units, r.plainUnit), "groups": listOf(r.Groups, r.plainUnit),
		"grids": indexed(len(r.Grids), r.plainGrid), "centers": indexed(len(r.Centers), r.plainCenter),
		"zones":      indexed(len(r.Zones), r.plainZone),
		"zones_rest": object{"count": r.ZonesRest.Count, "people": r.ZonesRest.People, "households": r.saidHouseholds(r.ZonesRest.Households), "area_m2": r.ZonesRest.Area},
		"sites":      listOf(r.Sites, r.plainSite),
		"services":   listOf(r.Services, func(s Service) any { return object{"name": s.Name, "centers": s.Centers} }),
		"population_groups": listOf(r.Cohorts, func(c Cohort) any {
			return object{"label": c.Label, "field": c.Field}.without("field", c.Field == "")
		}),
		"distances": object{"unit": r.UnitOf(Metrics[0]), "step_unit": "m", "step": r.Distances.Step, "bars": r.Distances.People,
			"beyond": r.Distances.Beyond, "total": r.Distances.Total},
		"grid_sizes": object{"unit": "grids", "step_unit": "households", "step": r.GridSizes.Step, "bars": r.GridSizes.Counts,
			"size_range_low": r.GridSizes.Lo, "size_range_high": r.GridSizes.Hi},
		"rules": listOf(r.Rules, plainRule),
		"checks": listOf(r.Checks, func(c Check) any {
			return object{"key": c.Key, "left": c.Left, "right": c.Right, "tolerance": c.Tolerance}
		}),
		"unsaid":  listOf(r.Unsaid, func(u Unsaid) any { return object{"key": u.Key, "count": u.Count}.without("count", u.Count == 0) }),
		"sources": listOf(c.Sources, func(s data.Source) any { return s }), "faults": listOf(c.Faults, func(f data.Fault) any { return f }),
	}
	raw, err := json.Marshal(doc)
	if err != nil {
		panic(err)
	}
	return raw
}

func (o object) without(name string, yes bool) object {
	if yes {
		delete(o, name)
	}
	return o
}

func listOf[T any](items []T, one func(T) any) []any {
	return indexed(len(items), func(i int) any { return one(items[i]) })
}

func indexed(n int, one func(i int) any) []any {
	out := []any{}
	for i := range n {
		out = append(out, one(i))
	}
	return out
}

func quantityOf(v float64, unit string) any { return object{"value": v, "unit": unit} }

func (r *Result) ifCenters(v any) any {
	if r.City.HasCenters() {
		return v
	}
	return nil
}

func plainWalker(w Walker) any {
	return object{"walker": w.Key, "speed": quantityOf(w.Speed, "m/min"), "detour": quantityOf(w.Detour, "ratio"),
		"minutes": quantityOf(w.Minutes, "min"), "radius": quantityOf(w.Radius, "m")}
}

func plainCase(c Case) any {
	unit := map[string]string{"radius": "m", "speed": "m/min", "detour": "ratio"}[c.Setting]
	out := object{"setting": c.Setting, "value": c.Value, "unit": unit, "population_covered": c.Covered, "coverage_pop": c.Share}
	return out.without("value", c.Value == 0).without("unit", unit == "")
}

func (r *Result) plainUnit(u Unit) any {
	out := object{"level": u.Level.String(), "code": u.Code, "name": u.Name, "virtual": true, "parent": u.Parent}
	out.without("virtual", !u.Virtual).without("parent", u.Parent < 0)
	if u.Level == LevelCommunity {
		out["demand"], out["group"] = u.Demand.String(), r.City.GroupOf(u.Index)
		out.without("group", out["group"] == "")
	}
	if u.NearestCenter >= 0 {
		out["nearest_center"] = r.City.Centers[u.NearestCenter].Code
	}
	if u.Heart != nil {
		out["heart_lon"], out["heart_lat"] = u.Heart[0], u.Heart[1]
		out["nearest_centers"] = listOf(u.Near, func(n Near) any {
			return object{"center": r.City.Centers[n.Center].Code, "distance_m": n.Distance}
		})
	}
	metrics := object{}
	for k, v := range u.Values {
		m := object{"value": v.Number, "unit": r.UnitOf(Metrics[k]), "numerator": v.Numerator, "denominator": v.Denominator, "missing": v.Missing,
			"low": v.Low, "high": v.High}
		m.without("numerator", v.Denominator == 0).without("denominator", v.Denominator == 0).without("missing", v.Missing == 0)
		metrics[Metrics[k].Key] = m.without("low", !v.Low.Known && !v.High.Known).without("high", !v.Low.Known && !v.High.Known)
	}
	out["metrics"], out["verdicts"] = metrics, listOf(u.Verdicts, r.plainVerdict)
	out["curve"], out["depth"], out["zones"] = any(u.Within), r.ifCenters(u.Depth[:]), r.ifCenters(u.Zones)
	if u.Within == nil {
		out["curve"] = nil
	}
	if len(r.Services) > 0 {
		out["services"] = listOf(u.Services, func(v float64) any { return v })
	}
	if len(r.Cohorts) > 0 {
		out["population_groups"] = listOf(u.Cohorts, plainCohort)
	}
	if u.Card.Color != CardNone {
		reasons := listOf(u.Card.Reasons, func(i int) any { return Rules[u.Verdicts[i].Rule].ID })
		out["card"] = object{"color": u.Card.Color.String(), "reasons": reasons, "evaluated": u.Card.Evaluated, "allowed": u.Card.Allowed}
	}
	return out
}

func (r *Result) plainVerdict(v Verdict) any {
	rule := Rules[v.Rule]
	level := r.Profile.Rules[rule.ID].Level
	out := object{"rule": rule.ID, "outcome": v.Outcome.String(), "level": level, "value": v.Value, "limit": v.Limit, "gap": v.Gap,
		"unit": rule.Unit, "field": v.Field, "reason": v.Reason}
	if v.Low != v.Outcome || v.High != v.Outcome {
		out["sensitive"], out["low"], out["high"] = true, v.Low.String(), v.High.String()
	}
	return out.without("level", level == "").without("unit", rule.Unit == "").without("field", v.Field == "").without("reason", v.Reason == "")
}

func plainCohort(c CohortAccount) any {
	out := object{"total": c.Total, "covered": c.Covered, "known": c.Known, "missing": c.Missing, "gap_people": c.GapPeople, "gap_share": c.GapShare}
	if c.Known == 0 {
		out["total"], out["covered"] = nil, nil
	}
	return out
}

func (r *Result) plainGrid(i int) any {
	g, grid := &r.Grids[i], &r.City.Grids[i]
	out := object{
		"code": grid.Code, "name": grid.Name, "community": r.City.Communities[grid.Community].Code, "people": g.People, "households": g.Households,
		"coverage": r.ifCenters(g.Share), "coverage_strict": r.ifCenters(g.StrictShare), "coverage_own": r.ifCenters(g.OwnShare),
		"area_m2": g.Ground.Total, "nearest_centroid_m": g.NearestCentroid, "nearest_mean_m": g.NearestMean, "size": g.Size.String(),
		"service_points": g.Points, "workload": g.Workload, "used": g.Used,
	}
	if g.Nearest >= 0 {
		out["nearest_center"] = r.City.Centers[g.Nearest].Code
	}
	return out.without("name", grid.Name == "").without("area_m2", g.Ground.Total == 0)
}

func (r *Result) plainCenter(i int) any {
	c, center := &r.Centers[i], &r.City.Centers[i]
	out := object{
		"code": center.Code, "name": center.Name, "tier": center.Tier.String(), "status": center.Status.String(), "use": c.Use.String(),
		"outside": true, "communities": listOf(center.Communities, func(m int) any { return r.City.Communities[m].Code }),
		"floor_area_m2": center.FloorArea, "counts_toward_floor_area": c.Facility, "people_in_circle": c.People, "people_only_here": c.Alone, "popularity": c.Popularity,
		"lon": center.Point[0], "lat": center.Point[1],
	}
	if !c.Use.Counted() {
		out["people_in_circle"], out["people_only_here"] = nil, nil
	}
	return out.without("outside", !c.Outside)
}

func (r *Result) plainZone(i int) any {
	z := &r.Zones[i]
	out := object{
		"rank": i + 1, "unit_index": z.Unit, "communities": listOf(z.Communities, func(m int) any { return r.City.Communities[m].Code }),
		"direction": z.Direction.String(), "people": z.People, "households": r.saidHouseholds(z.Households), "area_m2": z.Area, "lon": z.Point[0], "lat": z.Point[1],
		"nearest_m": z.Distance,
	}
	if z.Nearest >= 0 {
		out["nearest_center"] = r.City.Centers[z.Nearest].Code
	}
	return out
}

func (r *Result) plainSite(s Site) any {
	out := object{
		"rank": s.Rank, "community": r.City.Communities[s.Community].Code, "lon": s.Point[0], "lat": s.Point[1],
		"newly_covered_people": s.NewPeople, "population_covered_after": s.Covered, "coverage_pop_after": s.Share,
	}
	if s.Grid >= 0 {
		out["grid"] = r.City.Grids[s.Grid].Code
	}
	return out
}

func plainRule(s RuleSummary) any {
	rule := Rules[s.Rule]
	out := object{"rule": rule.ID, "level": s.Level, "object": rule.Object(), "attained": s.Counts[Attained], "not": s.Counts[NotAttained],
		"na": s.Counts[NotApplicable], "nodata": s.Counts[NoData], "reason": s.Reason}
	return out.without("level", s.Level == "").without("reason", s.Reason == "")
}
