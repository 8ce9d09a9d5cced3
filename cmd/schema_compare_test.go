package cmd

import (
	"os"
	"path/filepath"
	"testing"

	"quarter/coverage"
)

// This file is the layout of comparison.json as a schema.

func comparisonSchema() node {
	delta := optional(object(node{"before": numberOrNull, "after": numberOrNull, "change": about(numberOrNull, "after − before; of shares, 0.01 is one percentage point"),
		"unit": oneOf(units()...)}), node{"unit_before": oneOf(units()...)})
	metrics := node{"type": "object", "propertyNames": oneOf(metricNames()...), "additionalProperties": delta}
	level := oneOf(keysFrom(coverage.LevelTotal, coverage.Level.String)...)
	card := oneOf(keysFrom(coverage.CardNone, coverage.CardColor.String)...)
	kinds := keysFrom(coverage.ShortSolved, coverage.ShortKind.String)
	counts := node{}
	for _, k := range kinds {
		counts[k] = aCount
	}
	root := object(node{
		"schema": constant(1), "before": ref("run"), "after": ref("run"),
		"assumptions": about(listOf(ref("assumption")), "those that differ: where there is any, changes are not the city's alone"),
		"people": object(node{"unit": oneOf(coverage.UnitPeople, coverage.UnitHouseholds), "gained": numberOrNull, "lost": numberOrNull, "redrawn": about(numberOrNull, "net change in communities with another boundary"),
			"entered": numberOrNull, "left": numberOrNull, "net": about(numberOrNull, "gained − lost + redrawn + entered − left"), "communities_gaining": aCount, "communities_losing": aCount, "communities_redrawn": aCount, "communities_same": aCount, "communities_unknown": aCount}),
		"shortfalls": object(counts),
		"shortfall_list": listOf(optional(object(node{"kind": oneOf(kinds...), "rule": oneOf(ruleIDs()...), "code": anyText, "name": anyText, "before": ref("side"), "after": ref("side"),
			"gap_change": numberOrNull}), node{"unit": oneOf(units()...)})),
		"units": listOf(optional(object(node{"level": level, "code": anyText, "name": anyText, "metrics": metrics}),
			node{"virtual": constant(true), "code_before": anyText, "name_before": anyText, "redrawn": constant(true), "recounted": constant(true), "card_before": card, "card_after": card})),
		"population_groups": about(listOf(optional(object(node{"label": anyText, "coverage_before": shareOrNull, "coverage_after": shareOrNull, "coverage_change": numberOrNull}),
			node{"field": aKey})), "parts of the population that both runs count"),
		"groups": listOf(object(node{"name": anyText, "metrics": metrics})), "gone": listOf(ref("alone")), "added": listOf(ref("alone")),
		"centers": listOf(object(node{"kinds": listOf(oneOf(keysFrom(coverage.CenterOpened, coverage.CenterKind.String)...)), "before": ref("center"), "after": ref("center"), "moved_m": numberOrNull,
			"floor_area_change_m2": numberOrNull})),
		"grids":  listOf(object(node{"code": anyText, "people_before": numberOrNull, "people_after": numberOrNull, "coverage_before": shareOrNull, "coverage_after": shareOrNull})),
		"checks": listOf(object(node{"key": aKey, "left": anyNumber, "right": anyNumber, "tolerance": anyNumber})),
	})
	root["$schema"], root["$id"], root["title"] = draft, "comparison.schema.json", "comparison.json of Quarter"
	root["description"] = "What changed between two runs. Changes are after − before; a figure that a side lacks is null, never 0."
	root["$defs"] = comparisonParts(level)
	return root
}

func comparisonParts(level node) node {
	center := object(with(lonLat, node{"code": anyText, "name": anyText, "use": oneOf(keysFrom(coverage.UseCounted, coverage.CenterUse.String)...), "floor_area_m2": numberOrNull}))
	center["type"] = []any{"object", "null"}
	return node{
		"run": optional(object(node{"city": anyText, "profile": about(anyText, "id of the rule profile"), "radius": quantity("m"), "basis": oneOf(basisKeys()...),
			"unit": oneOf(coverage.UnitPeople, coverage.UnitHouseholds)}),
			node{"cutoff": anyText, "run": anyText, "planned": constant(true), "profile_file": anyText, "tiers": anyText, "unknown_status": oneOf("count", "exclude")}),
		"assumption": optional(object(node{"assumption": aKey}), node{"rule": anyText, "name": anyText, "before": numberOrNull, "after": numberOrNull, "unit": anyText,
			"before_setting": anyText, "after_setting": anyText}),
		"side":   object(node{"outcome": oneOf(keysFrom(coverage.NotApplicable, coverage.Outcome.String)...), "value": numberOrNull, "limit": numberOrNull, "gap": numberOrNull}),
		"alone":  optional(object(node{"level": level, "code": anyText, "name": anyText, "population": numberOrNull, "population_covered": numberOrNull}), node{"virtual": constant(true)}),
		"center": center,
	}
}

// Comparisons of runs of every kind fit the schema, in both directions.
func TestComparisonsFitTheSchema(t *testing.T) {
	schema := compiled(t, "comparison.schema.json")
	runs := resultRuns(t)
	dir := t.TempDir()
	place := func(name string) string { return filepath.Join(dir, name) }
	names := []string{"town", "minutes", "other rules", "dirty centers", "no grids", "no people", "asked column"}
	for _, name := range names {
		code, _, errs := inMemory("en", append(runs[name], "--no-page", "--quiet", "--out", place(name))...)
		if code != exitFine {
			t.Fatalf("%s: %s", name, errs)
		}
	}
	for _, name := range names {
		for _, pair := range [][]string{{"town", name}, {name, "town"}} {
			code, out, errs := inMemory("en", "compare", place(pair[0]), filepath.Join(place(pair[1]), "result.json"), "--json")
			if code != exitFine {
				t.Fatalf("%v: %s", pair, errs)
			}
			if err := schema.Validate(parsed(t, []byte(out))); err != nil {
				t.Errorf("%v: %v", pair, err)
			}
		}
	}
}

// A run that was changed since it was written is refused.
func TestCompareRefusesAChangedRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if code, _, errs := inMemory("en", append(resultRuns(t)["town"], "--no-page", "--quiet", "--out", dir)...); code != exitFine {
		t.Fatal(errs)
	}
	file := filepath.Join(dir, "result.json")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	save(t, file, append(raw, '\n'))
	if code, _, errs := inMemory("en", "compare", dir, dir); code != exitFailed || errs == "" {
		t.Errorf("exit %d: %s", code, errs)
	}
}
