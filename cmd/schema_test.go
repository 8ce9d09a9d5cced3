package cmd

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The schemas in docs are made here, with every enumeration taken from the program's own tables, so that they cannot drift; -update writes
// them. Other tests hold real documents against them.

// node is a part of a schema.
type node = map[string]any

const draft = "https://json-schema.org/draft/2020-12/schema"

func TestSchemasAreCurrent(t *testing.T) {
	for name, schema := range map[string]node{"result.schema.json": resultSchema(t), "project.schema.json": projectSchema(t), "comparison.schema.json": comparisonSchema(), "plan.schema.json": planSchema()} {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(schema); err != nil {
			t.Fatal(err)
		}
		compareFile(t, filepath.Join("..", "docs", name), b.String())
		compiled(t, name)
	}
}

// compiled reads a schema from docs.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// object has all of the members required; further ones are added by optional.
func object(required node) node {
	o := node{"type": "object", "properties": required, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = slices.Sorted(maps.Keys(required))
	}
	return o
}

func optional(o, more node) node {
	all := maps.Clone(o["properties"].(node))
	maps.Copy(all, more)
	o["properties"] = all
	return o
}

func listOf(item any) node { return node{"type": "array", "items": item} }

func ref(name string) node { return node{"$ref": "#/$defs/" + name} }

func constant(v any) node { return node{"const": v} }

func oneOf[T ~string](keys ...T) node {
	all := []any{}
	for _, k := range keys {
		all = append(all, string(k))
	}
	return node{"enum": all}
}

// about says what a member means.
func about(n node, text string) node {
	n = maps.Clone(n)
	n["description"] = text
	return n
}

// keysFrom lists the keys of an enumeration from first on: String panics beyond its table.
func keysFrom[T ~uint8](first T, key func(T) string) (keys []string) {
	defer func() { _ = recover() }()
	for v := first; ; v++ {
		keys = append(keys, key(v))
	}
}

var (
	anyText      = node{"type": "string"}
	anyNumber    = node{"type": "number"}
	aCount       = node{"type": "integer", "minimum": 0}
	oneOrMore    = node{"type": "integer", "minimum": 1}
	aFlag        = node{"type": "boolean"}
	aKey         = node{"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
	numberOrNull = node{"type": []any{"number", "null"}}
	countOrNull  = node{"type": []any{"integer", "null"}, "minimum": 0}
	shareOrNull  = node{"type": []any{"number", "null"}, "minimum": 0, "maximum": 1.000000001}
	hexSum       = node{"type": "string", "pattern": "^[0-9a-f]{64}$"}
	lonLat       = node{"lon": node{"type": "number", "minimum": -180, "maximum": 180}, "lat": node{"type": "number", "minimum": -90, "maximum": 90}}
)

// with adds the members of several objects.
func with(all ...node) node {
	out := node{}
	for _, n := range all {
		maps.Copy(out, n)
	}
	return out
}

func quantity(unit string) node { return object(node{"value": anyNumber, "unit": constant(unit)}) }
