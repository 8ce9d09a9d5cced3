package cmd

import (
	"path/filepath"
	"slices"
	"testing"

	"quarter/coverage"
	"quarter/coverage/siting"
)

// This file is the layout of plan.json as a schema, and holds plans against it.

func planSchema() node {
	var models []string
	for _, m := range siteModels {
		models = append(models, m.key)
	}
	aShare := node{"type": "number", "minimum": 0, "maximum": 1.000000001}
	index := about(aCount, "index into candidates")
	point := with(listOf(anyNumber), node{"minItems": 2, "maxItems": 2})
	account := object(node{"total": anyNumber, "covered": anyNumber, "coverage": aShare})
	defs := node{
		"account": account, "candidate": index, "candidates": listOf(index),
		"model": oneOf(models...), "people": oneOf(coverage.UnitPeople, coverage.UnitHouseholds),
	}
	root := object(node{
		"schema": constant(1), "city": anyText, "unit": ref("people"), "request": requestSchema(),
		"before": ref("account"), "with_changes": ref("account"), "after": ref("account"), "solution": solutionSchema(),
		"exact": object(node{"points": aCount, "newly_covered_on_points": anyNumber, "newly_covered": anyNumber, "difference": anyNumber,
			"newly_covered_of_model": anyNumber, "swaps": aCount}),
		"picks": listOf(pickSchema(aShare)),
		"curve": listOf(object(node{"p": aCount, "covered": anyNumber, "coverage": aShare, "newly_covered": anyNumber, "covered_on_points": anyNumber,
			"bound_on_points": anyNumber, "proven": aFlag, "candidates": ref("candidates")})),
		"aim": about(node{"anyOf": []any{aimSchema(), node{"type": "null"}}}, "what the model is after; null where that is how many are covered"),
		"tradeoffs": listOf(object(node{"candidates": ref("candidates"), "covered": anyNumber, "covered_bound_on_points": numberOrNull, "mean_distance_m": numberOrNull,
			"mean_distance_bound_on_points_m": numberOrNull, "chosen": aFlag})),
		"losses": listOf(object(node{"center": anyText, "name": anyText, "lost": anyNumber, "coverage_after": aShare, "farther_m": numberOrNull})),
		"changes": listOf(optional(object(node{"change": oneOf(siting.ChangeOpen, siting.ChangeClose, siting.ChangeMove, siting.ChangeEnlarge), "name": anyText,
			"floor_area_m2": numberOrNull}), node{"center": anyText, "candidate": anyText, "from": point, "to": point})),
		"served":   listOf(object(node{"community": anyText, "name": anyText, "before": aShare, "after": aShare})),
		"left_out": listOf(anyText), "out_of_reach": listOf(anyText), "beyond_reach": anyNumber, "centers_without_floor_area": aCount, "cut": aFlag,
		"cost_matrix_unknown": node{"anyOf": []any{
			object(node{"candidates": listOf(anyText), "centers": listOf(anyText), "demands": listOf(anyText), "extra": listOf(anyText)}), node{"type": "null"},
		}},
		"covered_by_costs": about(node{"anyOf": []any{object(node{"total": anyNumber, "covered_before": anyNumber, "covered_after": anyNumber}), node{"type": "null"}}},
			"by a cost matrix, which then judges the question and the curve; null: circles do"),
		"radii":   object(node{"unit": constant("m"), "values": listOf(anyNumber)}),
		"refused": listOf(object(node{"reason": aKey, "count": oneOrMore})),
		"candidates": listOf(optional(object(with(lonLat, node{"code": anyText, "state": oneOf("free", "forced", "forbidden"), "origin": oneOf(siting.Sources...),
			"price_yuan": numberOrNull, "floor_area_m2": numberOrNull})), node{"name": anyText, "community": anyText, "zone": aCount})),
	})
	root["$schema"], root["$id"], root["$defs"] = draft, "plan.schema.json", defs
	root["title"] = "plan.json of Quarter"
	root["description"] = "One plan of sites, or of changes. Shares are 0 to 1; a missing number is null, never 0. People are those of unit."
	return root
}

func requestSchema() node {
	return optional(object(node{"radius_m": anyNumber, "objective": anyText, "seed": aCount, "time_limit": aFlag}), node{
		"model": ref("model"), "p": oneOrMore, "cover": anyNumber, "budget_yuan": anyNumber, "least_share": anyNumber, "source": oneOf(siting.Sources...),
		"spacing_m": anyNumber, "cost_matrix": anyText, "cost_unit": oneOf("m", "min"), "site_price_yuan": anyNumber, "site_area_m2": anyNumber,
	})
}

func solutionSchema() node {
	found := object(node{
		"model": ref("model"), "sense": oneOf("maximize", "minimize"), "value": numberOrNull, "bound": numberOrNull, "gap": numberOrNull, "proven": aFlag,
		"cut": aFlag, "sites": ref("candidates"), "unreachable": anyNumber,
		"work": object(node{"demands": aCount, "sites": aCount, "evaluations": aCount, "nodes": aCount, "fixed": aCount}),
	})
	return about(node{"anyOf": []any{found, node{"type": "null"}}}, "null where nothing was chosen")
}

func aimSchema() node {
	return optional(object(node{
		"key": oneOf(siting.AimKeys...), "unit": oneOf("m", "min", "share", "people", "households"), "before": numberOrNull, "after": anyNumber, "bound": numberOrNull,
		"exact_before": numberOrNull, "exact_after": numberOrNull,
	}), node{"no_room": anyNumber, "out_of_reach": anyNumber})
}

func pickSchema(aShare node) node {
	return object(node{
		"rank": oneOrMore, "candidate": ref("candidate"), "newly_covered": anyNumber, "covered_after": anyNumber, "coverage_after": aShare, "lost_without": anyNumber,
		"people_in_circle": anyNumber, "served_by_others_too": anyNumber, "communities": listOf(object(node{"community": anyText, "newly_covered": anyNumber})),
		"population_groups": listOf(anyNumber), "newly_covered_households": numberOrNull, "people_nearer": anyNumber, "distance_saved_m": numberOrNull,
		"floor_area_short_m2": numberOrNull, "runner_up": countOrNull, "runner_up_loss": numberOrNull, "price_yuan": numberOrNull,
		"yuan_per_newly_covered": numberOrNull, "share_of_radii": numberOrNull,
	})
}

func TestPlansFitTheSchema(t *testing.T) {
	schema := compiled(t, "plan.schema.json")
	folder := filepath.Join(t.TempDir(), "city")
	if code, _, errs := inMemory("en", "demo", "--communities", "30", "--grids", "200", "--centers", "15", "--data-only", "--quiet", "--out", folder); code != exitFine {
		t.Fatal(errs)
	}
	for _, ask := range [][]string{
		{"--p", "2"}, {"--p", "2", "--objective", "households"}, {"--budget", "500万"}, {"--p", "1", "--model", "p-median", "--from", "zones"},
		{"--p", "2", "--model", "center"}, {"--p", "2", "--model", "least-share"}, {"--p", "2", "--model", "capacitated-cover"}, {"--all"}, {"--open", "103.5,25.5,400"}, {"--p", "1", "--from", "lattice", "--open", "103.5,25.5"},
	} {
		code, text, errs := inMemory("en", slices.Concat([]string{"site", folder, "--json", "--no-page", "--quiet", "--force", "--out", folder + "-site"}, ask)...)
		if code != exitFine {
			t.Errorf("%v: %d %s", ask, code, errs)
			continue
		}
		if err := schema.Validate(parsed(t, []byte(text))); err != nil {
			t.Errorf("%v: %v", ask, err)
		}
	}
}
