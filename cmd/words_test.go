package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Every key that this package asks for has a text: a missing one would panic in front of a planner.
func TestEveryKeyHasAText(t *testing.T) {
	prefix := map[string]string{"t": "", "say": "", "usage": "usage.", "fail": "fail.", "progress": "", "flagText": "flag.", "bilingual": ""}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			before, known := prefix[calledName(call)]
			if text, ok := call.Args[0].(*ast.BasicLit); ok && known && text.Kind == token.STRING {
				key, _ := strconv.Unquote(text.Value)
				seen++
				if !words.Has(before + key) {
					t.Errorf("%s: no text for %s", file, before+key)
				}
			}
			return true
		})
	}
	if seen < 60 {
		t.Errorf("only %d keys found", seen)
	}
}

func calledName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// Keys that are put together from data.
func TestEveryMadeKeyHasAText(t *testing.T) {
	var keys []string
	for _, m := range coverage.Metrics {
		keys = append(keys, "metric."+m.Key, "unit."+string(m.Unit))
	}
	for _, h := range headlines {
		metricByKey(h) // panics for an unknown one
	}
	for _, id := range data.ProfileIDs {
		p, err := data.BuiltinProfile(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
		}
		for rule, r := range p.Rules {
			keys = append(keys, "rule."+rule, "enforcement."+string(r.Level))
			for _, l := range r.Values {
				keys = append(keys, "limit."+l.Unit)
			}
		}
	}
	for o := coverage.NotApplicable; o <= coverage.NotAttained; o++ {
		keys = append(keys, "outcome."+o.String())
	}
	for _, kind := range []string{"profile", "project"} {
		keys = append(keys, "fault."+kind+"_syntax", "fault."+kind+"_word", "fault."+kind+"_size")
	}
	keys = append(keys, foundIn(t, "verify.go", `state[A-Z]\w+ += "([a-z]+)"`, "verify.state.", "")...)
	keys = append(keys, foundIn(t, "verify*.go", `(?:Kind: |addHashed\()"([a-z]+)"`, "verify.check.", "")...)
	for _, l := range data.Layers {
		keys = append(keys, "layer."+string(l), "flag."+string(l))
	}
	keys = append(keys, foundIn(t, "../coverage/*.go", `OptionError\{Key: "([a-z_]+)"`, "usage.", "")...)
	keys = append(keys, foundIn(t, "../coverage/*.go", `inRange\("([a-z_]+)"`, "usage.", "_range")...)
	keys = append(keys, foundIn(t, "../data/fields.go", `Field\w+ +Field = "([a-z_0-9]+)"`, "field.", "")...)
	keys = append(keys, foundIn(t, "../data/load/*.go", `data\.Field = "([a-z_0-9]+)"`, "field.", "")...)
	keys = append(keys, tornadoKeys(t)...)
	for _, k := range keys {
		if !words.Has(k) {
			t.Errorf("no text for %s", k)
		}
	}
}

// tornadoKeys are those of walkers, and of the bars of the tornado and their ends.
func tornadoKeys(t *testing.T) []string {
	const tornado = "../coverage/tornado.go"
	keys := []string{"walker.adult", "walker.elderly", "walker.child"}
	for _, b := range data.Bases {
		keys = append(keys, "setting.basis_"+b.String())
	}
	keys = append(keys, foundIn(t, tornado, `appendBar\(out, "([a-z_]+)"`, "assumption.", "")...)
	keys = append(keys, foundIn(t, tornado, `\{"([a-z]+)", "[a-z]+", `, "assumption.", "")...)
	keys = append(keys, foundIn(t, tornado, `\{"[a-z]+", "([a-z]+)", `, "setting.", "")...)
	return append(keys, foundIn(t, tornado, `case(?:With|Of)\("([a-z_]+)"`, "setting.", "")...)
}

// foundIn lists what a pattern finds in sources, as keys.
func foundIn(t *testing.T, glob, pattern, before, after string) []string {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files, %v", glob, err)
	}
	var keys []string
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(raw, -1) {
			keys = append(keys, before+string(m[1])+after)
		}
	}
	if len(keys) == 0 {
		t.Fatalf("nothing like %s in %s", pattern, glob)
	}
	return keys
}
