package report

import (
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage"
)

// further is a printed figure that is no metric of a unit: of a row of a figure or of a table, of a class of the map, of a sheet.
type further struct {
	key  string
	rule string             // that it belongs to; "rules" for what is counted of all rules, "cards" for warning cards
	unit coverage.ValueUnit // of its number; "" where it is no single number
	from string             // keys of the figures of its row that it is made from
	said func(*view) bool   // whether this run prints it outside figures and tables; nil: it stands in those alone
}

var furtherFigures = []further{
	{"coverage_walkers", "COV-02", coverage.UnitShare, "", func(v *view) bool { return len(v.walkers()) > 0 }},
	{"curve_people", "COV-04", coverage.UnitPeople, "", nil},
	{"curve_rate", "COV-04", coverage.UnitShare, "curve_people", nil},
	{"distance_people", "COV-07", coverage.UnitPeople, "", nil},
	{"near", "COV-07", "", "near", (*view).hasSheets},
	{"depth_people", "COV-09", coverage.UnitPeople, "", nil},
	{"depth_share", "COV-09", coverage.UnitShare, "depth_people", nil},
	{"tornado_rate", "COV-04", coverage.UnitShare, "tornado_rate tornado_width", nil},
	{"tornado_width", "COV-04", "", "tornado_rate", nil},
	{"rank_rate", "COV-04", "", "", (*view).hasSheets},
	{"class_coverage", "COV-04", coverage.UnitCount, "", hasLayer("coverage")},
	{"class_depth", "COV-09", coverage.UnitCount, "", hasLayer("depth")},
	{"class_gap", "AREA-02", coverage.UnitCount, "", hasLayer("gap")},
	{"class_grids", "GRID-01", coverage.UnitCount, "", hasLayer("grids")},
	{"class_cards", "cards", coverage.UnitCount, "", hasLayer("cards")},
	{"sign_count", "COV-10", coverage.UnitCount, "", hasLayer("coverage")},
	{"center_people", "COV-04", coverage.UnitPeople, "", nil},
	{"center_alone", "COV-09", coverage.UnitPeople, "center_people", nil},
	{"center_floor", "AREA-02", coverage.UnitSquareMeter, "", nil},
	{"center_service", "AREA-06", coverage.UnitSquareMeter, "center_floor", nil},
	{"center_popularity", "PROV-06", coverage.UnitRatio, "center_people", nil},
	{"zone_people", "COV-08", coverage.UnitPeople, "zone_area", func(v *view) bool { return len(v.r.Zones) > 0 }},
	{"zone_households", "COV-08", coverage.UnitHouseholds, "zone_area", nil},
	{"zone_area", "COV-08", "", "", nil},
	{"zone_distance", "COV-07", coverage.UnitMeter, "", func(v *view) bool { return len(v.r.Zones) > 0 }},
	{"site_new", "COV-11", coverage.UnitPeople, "", func(v *view) bool { return len(v.r.Sites) > 0 }},
	{"site_covered", "COV-11", coverage.UnitPeople, "site_new", nil},
	{"site_rate", "COV-11", coverage.UnitShare, "site_new site_covered", func(v *view) bool { return len(v.r.Sites) > 0 }},
	{"site_point", "COV-11", "", "", nil},
	{"gap_share", "AREA-02", coverage.UnitShare, "", func(v *view) bool { return v.r.Total().Floor.Gap > 0 }},
	{"rank_gap", "AREA-02", "", "", (*view).hasSheets},
	{"grid_bin", "GRID-01", coverage.UnitCount, "", nil},
	{"balance_bin", "GRID-02", coverage.UnitCount, "balance_bin", nil},
	{"grid_households", "GRID-01", coverage.UnitHouseholds, "", nil},
	{"grid_size", "GRID-01", "", "grid_households", nil},
	{"grid_people", "COV-04", coverage.UnitPeople, "", nil},
	{"grid_rate", "COV-04", coverage.UnitShare, "grid_people", nil},
	{"grid_strict", "COV-03", coverage.UnitShare, "grid_people", nil},
	{"grid_nearest", "COV-07", coverage.UnitMeter, "", nil},
	{"grid_points", "GRID-07", coverage.UnitCount, "", nil},
	{"grid_workload", "GRID-06", coverage.UnitRatio, "grid_households", nil},
	{"cohort_total", "COV-04", coverage.UnitPeople, "cohort_missing", nil},
	{"cohort_covered", "COV-04", coverage.UnitPeople, "cohort_total", nil},
	{"cohort_rate", "COV-04", coverage.UnitShare, "cohort_covered cohort_total", nil},
	{"cohort_gap", "COV-04", "", "cohort_covered cohort_total", nil},
	{"cohort_points", "COV-04", "", "cohort_rate", nil},
	{"cohort_missing", "COV-04", "", "", nil},
	{"service_centers", "COV-10", coverage.UnitCount, "", nil},
	{"service_people", "COV-04", coverage.UnitPeople, "service_centers", nil},
	{"service_rate", "COV-04", coverage.UnitShare, "service_people", nil},
	{"tier_working", "COV-10", coverage.UnitCount, "", nil},
	{"judged", "rules", "", "", nil},
	{"verdicts", "rules", "", "verdicts", nil},
	{"verdict_rate", "rules", coverage.UnitShare, "verdicts", nil},
	{"rules_attained", "rules", "", "", (*view).hasSheets},
	{"card_count", "cards", "", "card_count", nil},
	{"card", "cards", "", "", nil},
}

func hasLayer(key string) func(*view) bool {
	return func(v *view) bool {
		return v.ground != nil && slices.ContainsFunc(v.ground.Layers, func(l charts.Layer) bool { return l.Key == key })
	}
}

func (v *view) hasSheets() bool { n := len(v.sheetUnits()); return n > 0 && n <= mostSheets }

// explainFurther explains those that this run prints.
func (v *view) explainFurther() []*explanation {
	var out []*explanation
	asked := v.asked()
	for _, f := range slices.Concat(planFigures, furtherFigures) {
		if !asked[f.key] && (f.said == nil || !f.said(v)) {
			continue
		}
		name := v.t(charts.OfBasis(v.r, "how.name."+f.key))
		e := v.explain(f.key, name, f.rule)
		e.Name, e.From = name, f.from
		if f.unit != "" {
			e.Unit = v.withUnit(v.r.UnitOf(coverage.Metric{Unit: f.unit}), "{n}")
		}
		out = append(out, e)
	}
	return out
}

// asked are the figures that stand in the tables of the page and behind its figures, by key.
func (v *view) asked() map[string]bool {
	out := map[string]bool{}
	for _, t := range v.Tables {
		for _, c := range t.Columns {
			out[c.How] = true
		}
		for i := 0; t.Figure != nil && i < t.N; i++ {
			out[t.Figure(i)] = true
		}
	}
	for _, f := range v.figures {
		for _, how := range f.Hows {
			key, _, _ := strings.Cut(how, ".")
			out[key] = true
		}
	}
	return out
}
