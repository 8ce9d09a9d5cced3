package cmd

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"quarter/data"
)

// projectSchema describes quarter.yaml. A word without a value is as good as none.
func projectSchema(t *testing.T) node {
	maybe := func(n node) node { return node{"anyOf": []any{n, node{"type": "null"}}} }
	list := func(item node) node { return maybe(node{"anyOf": []any{item, listOf(maybe(item))}}) }
	path := node{"type": "string", "minLength": 1}
	inputs, layers := node{}, layerOrderNames()
	for _, l := range layers {
		inputs[l] = list(path)
	}
	columns := node{"type": "object", "additionalProperties": maybe(path),
		"propertyNames": node{"pattern": "^(" + strings.Join(layers, "|") + `)\.(` + strings.Join(fieldKeys(t), "|") + ")$"}}
	words := optional(object(node{}), node{
		"title": maybe(anyText), "cutoff": maybe(anyText), "marking": maybe(anyText), "lang": maybe(oneOf("zh", "en")), "out": maybe(path),
		"inputs": maybe(optional(object(node{}), inputs)), "columns": maybe(columns), "options": maybe(optionsSchema(maybe, list)),
	})
	words["$schema"], words["$id"], words["type"] = draft, "project.schema.json", []any{"object", "null"}
	words["title"] = "quarter.yaml, a project file of Quarter"
	return words
}

func layerOrderNames() []string {
	var names []string
	for _, l := range layerOrder {
		names = append(names, string(l))
	}
	return names
}

// optionsSchema has the flags that a project file may set, by their kinds.
func optionsSchema(maybe, list func(node) node) node {
	a := testApp("en")
	c, _ := a.newRun()
	options := node{}
	for _, name := range a.projectOptions() {
		f := c.Flags().Lookup(name)
		var value node
		switch _, isList := f.Value.(pflag.SliceValue); {
		case isList:
			value = list(anyText)
		case f.Value.Type() == "float64":
			value = maybe(node{"type": "number", "exclusiveMinimum": 0})
		case f.Value.Type() == "int":
			value = maybe(node{"type": "integer", "minimum": 0, "maximum": 1000})
		case f.Value.Type() == "bool":
			value = maybe(aFlag)
		default:
			value = maybe(choices(name))
		}
		options[name] = about(value, strings.ReplaceAll(a.flagText(name), "`", ""))
	}
	options["tiers"] = about(list(tierChoice()), options["tiers"].(node)["description"].(string))
	o := optional(object(node{}), options)
	o["not"] = node{"anyOf": []any{
		node{"required": []any{"radius", "minutes"}, "properties": node{"radius": anyNumber, "minutes": anyNumber}},
		node{"required": []any{"profile", "profile-file"}, "properties": node{"profile": anyText, "profile-file": anyText}},
	}}
	return o
}

// choices are the values of an option that has few.
func choices(name string) node {
	switch name {
	case "population":
		return oneOf(append([]string{"auto"}, basisKeys()...)...)
	case "unknown-status":
		return oneOf("count", "exclude")
	case "profile":
		return oneOf(data.ProfileIDs...)
	}
	return anyText
}

// tierChoice is a tier, or several with commas.
func tierChoice() node {
	one := `\s*(` + strings.ReplaceAll(joinKeys(circleTiers), ", ", "|") + `)\s*`
	return node{"type": "string", "pattern": "^" + one + "(," + one + ")*$"}
}

// readYAML is a YAML text as JSON would have it: dates stay texts.
func readYAML(t *testing.T, text string) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	return plainNode(t, &n)
}

func plainNode(t *testing.T, n *yaml.Node) any {
	switch {
	case n.Kind == 0:
		return nil
	case n.Kind == yaml.DocumentNode:
		return plainNode(t, n.Content[0])
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plainNode(t, c))
		}
		return list
	case n.Kind == yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainNode(t, n.Content[i+1])
		}
		return m
	case n.Tag == "!!timestamp":
		return n.Value
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// What init writes, in both languages, and what the docs show is right by the schema.
func TestProjectFilesFitTheSchema(t *testing.T) {
	schema := compiled(t, "project.schema.json")
	folder := filepath.Join(t.TempDir(), "town")
	if err := os.CopyFS(folder, os.DirFS("testdata/town")); err != nil {
		t.Fatal(err)
	}
	texts := []string{"", "# nothing\n", docsExample(t)}
	for _, lang := range []string{"zh", "en"} {
		if code, _, errs := inMemory(lang, "init", folder, "--force"); code != exitFine {
			t.Fatal(errs)
		}
		raw, err := os.ReadFile(filepath.Join(folder, projectName))
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
		for _, m := range draftLine.FindAllStringSubmatchIndex(string(raw), -1) { // each line in force
			texts = append(texts, string(raw[:m[0]])+string(raw[m[2]:m[3]])+string(raw[m[4]:m[5]])+string(raw[m[1]:]))
		}
	}
	for _, text := range texts {
		if err := schema.Validate(readYAML(t, text)); err != nil {
			t.Errorf("%v:\n%s", err, text)
		}
	}
}

// docsExample is the first example of docs/project.md.
func docsExample(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../docs/project.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(raw), "```yaml\n")
	text, _, found := strings.Cut(text, "```")
	a := testApp("en")
	p, err := data.ReadProject(strings.NewReader(text), projectName, a.projectOptions())
	if !found || err != nil || len(p.Settings) < 10 {
		t.Fatalf("%+v, %v", p, err)
	}
	if err := a.checkProject(p, "."); err != nil {
		t.Fatal(a.errorText(err))
	}
	return text
}

// The schema refuses what the program refuses, and takes what it takes.
func TestProjectSchemaAgreesWithTheProgram(t *testing.T) {
	schema := compiled(t, "project.schema.json")
	a := testApp("zh")
	for text, right := range map[string]bool{
		"title: x":   true,
		"titel: x":   false,
		"title: [x]": false,
		"lang: en":   true,
		"lang: fr":   false,
		"inputs: {grids: g.geojson, centers: [a, b]}":  true,
		"inputs: {grid: g.geojson}":                    false,
		"inputs: [g.geojson]":                          false,
		"columns: {grids.households: HS}":              true,
		"columns: {grids: HS}":                         false,
		"options: {radius: 800}":                       true,
		"options: {radius: 0}":                         false,
		"options: {radius: -800}":                      false,
		"options: {radius: wide}":                      false,
		"options: {radius: 800, minutes: 10}":          false,
		"options: {radius: 800, minutes: }":            true,
		"options: {sites: 3.5}":                        false,
		"options: {sites: 1001}":                       false,
		"options: {strict: true}":                      true,
		"options: {strict: often}":                     false,
		"options: {tiers: [street, community]}":        true,
		"options: {tiers: 'street, community'}":        true,
		"options: {tiers: [street, village]}":          false,
		"options: {tiers: [point]}":                    false,
		"options: {population: households}":            true,
		"options: {population: everybody}":             false,
		"options: {unknown-status: exclude}":           true,
		"options: {unknown-status: ignore}":            false,
		"options: {profile: haikou2019}":               true,
		"options: {profile: beijing}":                  false,
		"options: {profile: general, profile-file: x}": false,
		"options: {set: [AREA-01.minimum=400]}":        true,
		"options: {set: {AREA-01.minimum: 400}}":       false,
		"options: {force: true}":                       false,
		"options: {grids: g.geojson}":                  false,
	} {
		p, err := data.ReadProject(strings.NewReader(text), projectName, a.projectOptions())
		if err == nil {
			err = a.checkProject(p, ".")
		}
		if fits := schema.Validate(readYAML(t, text)); (fits == nil) != right || (err == nil) != right {
			t.Errorf("%s: schema %v, program %v", text, fits, err)
		}
	}
}

// Every choice of the schema is one that the program takes.
func TestProjectChoicesAreTaken(t *testing.T) {
	a := testApp("en")
	for _, name := range []string{"population", "unknown-status", "profile"} {
		for _, v := range choices(name)["enum"].([]any) {
			if err := a.trySettings([]data.Setting{{Name: name, Value: v.(string)}}, "."); err != nil {
				t.Errorf("%s: %v: %v", name, v, err)
			}
		}
	}
	if got := a.projectOptions(); !slices.Contains(got, "group") || slices.Contains(got, "out") {
		t.Error(got)
	}
}
