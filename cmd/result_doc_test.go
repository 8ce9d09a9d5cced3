package cmd

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The table of docs/result.md names every key of the schema's top level, and no other.
func TestResultDocNamesEveryKey(t *testing.T) {
	raw, err := os.ReadFile("../docs/result.md")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "| `") {
			cell, _, _ := strings.Cut(line[2:], "|")
			for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cell, -1) {
				told = append(told, m[1])
			}
		}
	}
	var schema struct{ Required []string }
	if raw, err = os.ReadFile("../docs/result.schema.json"); err == nil {
		err = json.Unmarshal(raw, &schema)
	}
	slices.Sort(told)
	slices.Sort(schema.Required)
	if err != nil || !slices.Equal(told, schema.Required) {
		t.Errorf("the table tells of\n%v, the schema of\n%v, %v", told, schema.Required, err)
	}
}
