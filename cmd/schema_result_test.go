package cmd

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

// townFile is a file of the test town.
func townFile(name string) string { return filepath.Join("testdata", "town", name) }

// resultRuns are command lines that give results of every kind.
func resultRuns(t *testing.T) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	own := filepath.Join(dir, "own.yaml")
	save(t, own, []byte("rules: {COV-04: {level: mandatory, values: {target: {value: 0.9, note: {zh: 试, en: try}}}}}\n"))
	poor := filepath.Join(dir, "centers.csv")
	save(t, poor, []byte("名称,级别,状态,建筑面积,服务类型,lon,lat\n甲,社区级,,约300,便民服务、养老服务,102.705,25.005\n乙,,在建,abc,养老服务,102.715,25.005\n丙,,,,便民服务,0,0\n丁,区级,停用,1,,102.725,25.005\n"))
	empty := filepath.Join(dir, "none.geojson")
	save(t, empty, []byte(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x","人口":"—"},"geometry":{"type":"Point","coordinates":[102.7,25]}}]}`))
	all := []string{"analyze", "--communities", townFile("communities.geojson"), "--grids", townFile("grids.geojson")}
	good := []string{"--centers", townFile("centers.csv")}
	return map[string][]string{
		"town":          slices.Concat(all, good),
		"town, Chinese": slices.Concat(all, good, []string{"--lang", "zh", "--title", "试"}),
		"no grids":      slices.Concat(all[:3], good),
		"grids alone":   slices.Concat([]string{"analyze"}, all[3:], good),
		"minutes":       slices.Concat(all, good, []string{"--minutes", "10", "--speed", "60", "--sites", "3", "--population", "households"}),
		"other rules":   slices.Concat(all, good, []string{"--profile", "kunming2018", "--set", "COV-01.radius=700"}),
		"own rules":     slices.Concat(all, good, []string{"--profile-file", own}),
		"dirty centers": slices.Concat(all, []string{"--centers", poor, "--unknown-status", "exclude"}),
		"none counts":   slices.Concat(all, []string{"--centers", poor, "--tiers", "street"}),
		"no people":     {"analyze", "--grids", empty, "--centers", poor},
		"asked column":  slices.Concat(all, good, []string{"--column", "grids.households=户数", "--group", "户数"}),
		"demo":          {"demo", "--communities", "12", "--grids", "60", "--centers", "10", "--lang", "en"},
		"demo, Chinese": {"demo", "--communities", "12", "--grids", "60", "--centers", "10", "--lang", "zh", "--profile", "haikou2019"},
		"demo, scaled":  {"demo", "--communities", "40", "--grids", "300", "--centers", "20", "--seed", "7", "--profile", "yingtan-type", "--radius", "500"},
	}
}

func resultDocument(t *testing.T, args []string) any {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	code, text, errs := inMemory("en", slices.Concat(args, []string{"--json", "--no-page", "--quiet", "--out", out})...)
	if code != exitFine {
		t.Fatalf("%v: %d %s", args, code, errs)
	}
	raw, err := os.ReadFile(filepath.Join(out, "result.json"))
	if err != nil || string(raw) != text {
		t.Fatalf("%v: result.json is not what --json prints, %v", args, err)
	}
	return parsed(t, raw)
}

func parsed(t *testing.T, raw []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestResultsFitTheSchema(t *testing.T) {
	schema := compiled(t, "result.schema.json")
	runs := resultRuns(t)
	for _, name := range slices.Sorted(maps.Keys(runs)) {
		if err := schema.Validate(resultDocument(t, runs[name])); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// spots are the objects of a document whose members are fixed, and the required members of each.
func spots(v any, path string, out *[]spot) {
	switch v := v.(type) {
	case map[string]any:
		open := strings.HasSuffix(path, ".args") || strings.HasSuffix(path, ".documents") || path == ".profile.rules" || strings.HasSuffix(path, ".values")
		if !open {
			*out = append(*out, spot{path, v})
		}
		for _, k := range slices.Sorted(maps.Keys(v)) {
			spots(v[k], path+"."+k, out)
		}
	case []any:
		for _, item := range v {
			spots(item, path+"[]", out)
		}
	}
}

type spot struct {
	path   string
	object map[string]any
}

// mayLack are members that a reader must not count on, wherever they stand.
var mayLack = []string{"numerator", "denominator", "missing", "low", "high", "virtual", "parent", "group", "nearest_center", "heart_lon", "heart_lat", "nearest_centers", "demand", "services",
	"population_groups", "card", "level", "unit", "reason", "sensitive", "name", "area_m2", "outside", "grid", "field", "count", "sha256", "bytes",
	"columns", "unused", "asked", "layer", "file", "feature", "id", "column", "value", "args", "clause", "note", "values", "documents", "extends", "overrides"}

// A document with one member too many, one too few, or one of another kind is refused, wherever that is.
func TestTheResultSchemaIsStrict(t *testing.T) {
	schema := compiled(t, "result.schema.json")
	doc := resultDocument(t, resultRuns(t)["demo, Chinese"])
	var all []spot
	spots(doc, "", &all)
	if len(all) < 1000 {
		t.Fatalf("only %d objects", len(all))
	}
	rapid.Check(t, func(rt *rapid.T) {
		s := all[rapid.IntRange(0, len(all)-1).Draw(rt, "object")]
		s.object["surplus"] = json.Number("1")
		if schema.Validate(doc) == nil {
			rt.Errorf("%s: a surplus member passes", s.path)
		}
		delete(s.object, "surplus")
		names := slices.Sorted(maps.Keys(s.object))
		if len(names) == 0 {
			return
		}
		name := rapid.SampledFrom(names).Draw(rt, "member")
		kept := s.object[name]
		s.object[name] = map[string]any{"odd": []any{}}
		if schema.Validate(doc) == nil {
			rt.Errorf("%s.%s: an object of another kind passes", s.path, name)
		}
		delete(s.object, name)
		if schema.Validate(doc) == nil && !slices.Contains(mayLack, name) {
			rt.Errorf("%s.%s: it may be left out", s.path, name)
		}
		s.object[name] = kept
	})
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
}

// Values that a wrong number would have are refused.
func TestTheResultSchemaRefusesWrongNumbers(t *testing.T) {
	schema := compiled(t, "result.schema.json")
	raw, err := json.Marshal(resultDocument(t, resultRuns(t)["town"]))
	if err != nil {
		t.Fatal(err)
	}
	for path, wrong := range map[string]any{
		"schema": 1.0, "city": nil, "circle.radius.value": "1000", "circle.radius.unit": "km", "population_basis.basis": "everybody",
		"units.0.metrics.coverage_pop.value": 69.0, "units.0.metrics.coverage_pop.unit": "percent", "units.0.metrics.coverage_own.value": -0.1,
		"units.0.level": "city", "units.0.verdicts.0.outcome": "passed", "units.0.verdicts.0.rule": "COV-99", "units.0.verdicts.0.level": "strict",
		"grids.0.size": "small", "centers.0.tier": "village", "centers.0.status": "closing", "centers.0.lat": 102.7, "rules.0.attained": -1.0,
		"sources.0.layer": "roads", "sources.0.sha256": "00", "units.3.demand": nil, "distances.bars": nil,
	} {
		var doc any
		if err := json.Unmarshal(raw, &doc); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Fatal(err)
		}
		replaceAt(t, doc, strings.Split(path, "."), wrong)
		if schema.Validate(doc) == nil {
			t.Errorf("%s: %v passes", path, wrong)
		}
	}
}

func replaceAt(t *testing.T, doc any, path []string, v any) {
	t.Helper()
	for i, p := range path {
		last := i == len(path)-1
		switch at := doc.(type) {
		case []any:
			doc = at[int(p[0]-'0')]
		case map[string]any:
			if _, ok := at[p]; !ok {
				t.Fatalf("no %s in %v", p, path)
			}
			if last {
				at[p] = v
			}
			doc = at[p]
		}
	}
}
