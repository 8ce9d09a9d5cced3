package cmd

import (
	"slices"
	"strings"
	"testing"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/load"
)

// This file is the layout of result.json as a schema.

func resultSchema(t *testing.T) node {
	defs := node{
		"rule":      oneOf(ruleIDs()...),
		"outcome":   oneOf(keysFrom(coverage.NotApplicable, coverage.Outcome.String)...),
		"level":     oneOf(data.Mandatory, data.Advisory, data.Report),
		"layer":     oneOf(data.Layers...),
		"field":     oneOf(fieldKeys(t)...),
		"direction": oneOf(keysFrom(coverage.DirectionMiddle, coverage.Direction.String)...),
		"people":    oneOf(coverage.UnitPeople, coverage.UnitHouseholds),
		"profile":   profileSchema(), "metrics": metricsSchema(), "verdict": verdictSchema(), "unit": unitSchema(),
		"grid": gridSchema(), "center": centerSchema(), "zone": zoneSchema(), "source": sourceSchema(), "fault": faultSchema(t),
	}
	for _, m := range coverage.Metrics {
		defs["value_"+string(m.Unit)] = valueSchema(m.Unit)
	}
	root := object(with(runMembers(), node{
		"units":  about(listOf(ref("unit")), "the whole area, then districts, sub-districts, communities"),
		"groups": listOf(ref("unit")), "grids": listOf(ref("grid")), "centers": listOf(ref("center")), "zones": listOf(ref("zone")),
		"zones_rest":        object(node{"count": aCount, "people": anyNumber, "households": numberOrNull, "area_m2": anyNumber}),
		"sites":             listOf(siteSchema()),
		"services":          listOf(object(node{"name": anyText, "centers": aCount})),
		"population_groups": listOf(optional(object(node{"label": anyText}), node{"field": ref("field")})),
		"sources":           listOf(ref("source")), "faults": listOf(ref("fault")),
	}))
	root["$schema"], root["$id"], root["$defs"] = draft, "result.schema.json", defs
	root["title"] = "result.json of Quarter"
	root["description"] = "Every number of one analysis. Shares are 0 to 1; a missing number is null, never 0."
	return root
}

// runMembers are what stands once in a document, beside the lists of objects.
func runMembers() node {
	bars := func(unit any, by string, bar node) node {
		return node{"unit": unit, "step_unit": constant(by), "step": anyNumber, "bars": listOf(bar)}
	}
	return node{
		"schema": constant(2), "city": anyText, "profile": ref("profile"),
		"circle": object(node{"radius": quantity("m"), "radius_strict": quantity("m"), "minutes": quantity("min"), "speed": quantity("m/min"),
			"detour": quantity("ratio"), "from_walking": aFlag}),
		"population_basis": object(node{"basis": oneOf(basisKeys()...), "unit": ref("people"), "column": anyText, "points": aFlag,
			"communities": object(node{"by_grid": aCount, "by_community": aCount, "estimated": aCount, "missing": aCount})}),
		"radii": object(node{"unit": constant("m"), "values": listOf(anyNumber)}),
		"walkers": listOf(object(node{"walker": aKey, "speed": quantity("m/min"), "detour": quantity("ratio"), "minutes": quantity("min"),
			"radius": quantity("m")})),
		"sensitivity": sensitivitySchema(),
		"flips":       listOf(object(node{"unit_index": aCount, "rule": ref("rule"), "low": ref("outcome"), "base": ref("outcome"), "high": ref("outcome")})),
		"depths":      object(node{"unit": ref("people"), "values": node{"type": []any{"array", "null"}, "items": anyNumber}}),
		"guard":       object(node{"measured": aCount, "repeated": aCount, "differ": aCount}),
		"distances":   object(with(bars(ref("people"), "m", anyNumber), node{"beyond": anyNumber, "total": anyNumber})),
		"grid_sizes":  object(with(bars(constant("grids"), "households", aCount), node{"size_range_low": anyNumber, "size_range_high": anyNumber})),
		"rules": listOf(optional(object(node{"rule": ref("rule"), "object": oneOf(objectKeys()...), "attained": aCount, "not": aCount, "na": aCount,
			"nodata": aCount}), node{"level": ref("level"), "reason": aKey})),
		"checks": listOf(object(node{"key": aKey, "left": anyNumber, "right": anyNumber, "tolerance": anyNumber})),
		"unsaid": listOf(optional(object(node{"key": aKey}), node{"count": oneOrMore})),
	}
}

func ruleIDs() []string {
	var ids []string
	for _, r := range coverage.Rules {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func objectKeys() []string {
	var keys []string
	for _, r := range coverage.Rules {
		keys = append(keys, r.Object())
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func basisKeys() []string {
	var keys []string
	for _, b := range data.Bases {
		keys = append(keys, b.String())
	}
	return keys
}

// fieldKeys are what a column may mean.
func fieldKeys(t *testing.T) []string {
	fields := foundIn(t, "../data/fields.go", `Field\w+ +Field = "([a-z_0-9]+)"`, "", "")
	fields = append(fields, foundIn(t, "../data/load/*.go", `data\.Field = "([a-z_0-9]+)"`, "", "")...)
	slices.Sort(fields)
	return slices.Compact(fields)
}

func sensitivitySchema() node {
	setting := optional(object(node{"setting": aKey, "population_covered": anyNumber, "coverage_pop": shareOrNull}), node{"value": anyNumber, "unit": oneOf("m", "m/min", "ratio")})
	return object(node{
		"radius_low": quantity("m"), "radius_high": quantity("m"),
		"headlines": listOf(object(node{"metric": oneOf(metricNames()...), "unit": oneOf(units()...), "low": numberOrNull, "base": numberOrNull, "high": numberOrNull,
			"depends_on_walking": aFlag})),
		"tornado": listOf(object(node{"assumption": aKey, "low": setting, "high": setting})),
	})
}

func metricNames() []string { return strings.Split(metricKeys(), ", ") }

func units() []coverage.ValueUnit {
	var all []coverage.ValueUnit
	for _, m := range coverage.Metrics {
		all = append(all, m.Unit)
	}
	for _, r := range coverage.Rules {
		if r.Unit != "" {
			all = append(all, r.Unit)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// metricsSchema has every metric, by its unit.
func metricsSchema() node {
	metrics := node{}
	for _, m := range coverage.Metrics {
		metrics[m.Key] = ref("value_" + string(m.Unit))
	}
	return object(metrics)
}

// valueSchema is a metric of a unit. In a run that counts households, people are households.
func valueSchema(unit coverage.ValueUnit) node {
	value, name := numberOrNull, constant(string(unit))
	switch unit {
	case coverage.UnitShare:
		value = shareOrNull
	case coverage.UnitPeople:
		name = ref("people")
	}
	v := optional(object(node{"value": value, "unit": name}), node{"numerator": anyNumber, "denominator": anyNumber, "missing": oneOrMore, "low": value, "high": value})
	v["dependentRequired"] = together("numerator", "denominator", "low", "high")
	return v
}

// together wants the members of each pair both or neither.
func together(names ...string) node {
	out := node{}
	for i := 0; i+1 < len(names); i += 2 {
		out[names[i]], out[names[i+1]] = []any{names[i+1]}, []any{names[i]}
	}
	return out
}

func verdictSchema() node {
	v := optional(object(node{"rule": ref("rule"), "outcome": ref("outcome"), "value": numberOrNull, "limit": numberOrNull, "gap": numberOrNull}),
		node{"level": ref("level"), "unit": oneOf(units()...), "field": aKey, "reason": aKey, "sensitive": constant(true), "low": ref("outcome"), "high": ref("outcome")})
	v["dependentRequired"] = node{"sensitive": []any{"low", "high"}, "low": []any{"sensitive"}, "high": []any{"sensitive"}}
	return v
}

func unitSchema() node {
	numbers := node{"type": []any{"array", "null"}, "items": anyNumber}
	cohort := object(node{"total": numberOrNull, "covered": numberOrNull, "known": aCount, "missing": aCount, "gap_people": numberOrNull, "gap_share": numberOrNull})
	card := object(node{"color": oneOf(keysFrom(coverage.CardGrey, coverage.CardColor.String)...), "reasons": listOf(ref("rule")), "evaluated": aCount, "allowed": aCount})
	u := optional(object(node{
		"level": oneOf(keysFrom(coverage.LevelTotal, coverage.Level.String)...), "code": anyText, "name": anyText, "metrics": ref("metrics"),
		"verdicts": listOf(ref("verdict")),
		"curve":    about(numbers, "people within each of radii.values; null where no center counts"),
		"depth":    about(with(numbers, node{"minItems": 4, "maxItems": 4}), "people in exactly 0, 1 and 2 circles, and in 3 or more"),
		"zones":    countOrNull,
	}), node{
		"virtual": constant(true), "parent": about(aCount, "index into units"), "group": anyText, "nearest_center": anyText,
		"heart_lon": anyNumber, "heart_lat": anyNumber, "nearest_centers": with(listOf(object(node{"center": anyText, "distance_m": anyNumber})), node{"maxItems": coverage.NearCount}),
		"demand":   oneOf(keysFrom(coverage.DemandMissing, coverage.Demand.String)...),
		"services": listOf(anyNumber), "population_groups": listOf(cohort), "card": card,
	})
	u["if"] = node{"properties": node{"level": constant("community")}}
	u["then"] = node{"required": []any{"demand", "parent"}}
	u["else"] = node{"properties": node{"demand": false, "group": false}}
	return u
}

func gridSchema() node {
	return optional(object(node{
		"code": anyText, "community": anyText, "people": numberOrNull, "households": numberOrNull, "coverage": shareOrNull, "coverage_strict": shareOrNull,
		"coverage_own": shareOrNull, "nearest_centroid_m": numberOrNull, "nearest_mean_m": numberOrNull, "workload": numberOrNull, "service_points": numberOrNull,
		"size": oneOf(keysFrom(coverage.SizeMissing, coverage.SizeClass.String)...), "used": aFlag,
	}), node{"name": anyText, "area_m2": anyNumber, "nearest_center": anyText})
}

func centerSchema() node {
	return optional(object(with(lonLat, node{
		"code": anyText, "name": anyText, "tier": oneOf(keysFrom(data.TierUnknown, data.Tier.String)...),
		"status": oneOf(keysFrom(data.StatusUnknown, data.Status.String)...), "use": oneOf(keysFrom(coverage.UseCounted, coverage.CenterUse.String)...),
		"communities": listOf(anyText), "floor_area_m2": numberOrNull, "counts_toward_floor_area": aFlag, "people_in_circle": numberOrNull,
		"people_only_here": numberOrNull, "popularity": numberOrNull,
	})), node{"outside": constant(true), "planned": constant(true)})
}

func zoneSchema() node {
	return optional(object(with(lonLat, node{
		"rank": oneOrMore, "unit_index": aCount, "communities": listOf(anyText), "direction": ref("direction"), "people": anyNumber, "households": numberOrNull,
		"area_m2": anyNumber, "nearest_m": numberOrNull,
	})), node{"nearest_center": anyText})
}

func siteSchema() node {
	return optional(object(with(lonLat, node{
		"rank": oneOrMore, "community": anyText, "newly_covered_people": anyNumber, "population_covered_after": anyNumber, "coverage_pop_after": shareOrNull,
	})), node{"grid": anyText})
}

func sourceSchema() node {
	var formats []string
	for _, f := range load.Formats {
		formats = append(formats, f.Name)
	}
	column := optional(object(node{"field": ref("field"), "column": anyText}), node{"unit": anyText, "asked": constant(true)})
	return optional(object(node{"layer": ref("layer"), "file": anyText, "format": oneOf(formats...), "read": aCount, "used": aCount, "refused": aCount}),
		node{"sha256": hexSum, "bytes": oneOrMore, "columns": listOf(column), "unused": listOf(anyText)})
}

func faultSchema(t *testing.T) node {
	return optional(object(node{"key": aKey, "severity": oneOf(keysFrom(data.Notice, data.Severity.String)...)}), node{
		"layer": ref("layer"), "file": anyText, "feature": oneOrMore, "id": anyText, "field": oneOf(fieldKeys(t)...), "column": anyText, "value": anyText, "count": oneOrMore,
		"args": node{"type": "object", "additionalProperties": anyText},
	})
}

func profileSchema() node {
	bilingual := object(node{"zh": anyText, "en": anyText})
	limit := optional(object(node{"value": anyNumber, "unit": anyText, "source": anyText}), node{"clause": bilingual, "note": bilingual})
	rule := optional(object(node{"level": ref("level"), "source": anyText}), node{"clause": bilingual, "values": node{"type": "object", "additionalProperties": limit}})
	override := object(node{"rule": anyText, "value": anyText, "from": anyNumber, "to": anyNumber, "unit": anyText, "by": anyText})
	return optional(object(node{"id": anyText, "name": bilingual, "about": bilingual, "rules": node{"type": "object", "additionalProperties": rule}}), node{
		"documents": node{"type": "object", "additionalProperties": bilingual}, "extends": anyText, "overrides": listOf(override), "file": anyText,
	})
}
