package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the table of DESIGN: what each room of ours may import, and which libraries it may use. Data flows one way, once; imports
// run against it. The standard library and orb's types are free to all; cmd may import everything of ours.
//
//	files --data/load--> City --coverage--> Result --charts--> page, workbook, briefing, map
var rooms = map[string]room{
	"geo":             {libraries: []string{"github.com/tidwall/rtree"}},
	"data":            {ours: []string{"geo"}, libraries: []string{"go.yaml.in/yaml/v3"}},
	"data/load":       {ours: []string{"data", "geo"}, libraries: []string{"golang.org/x/text"}},
	"data/demo":       {ours: []string{"data", "geo"}},
	"coverage":        {ours: []string{"data", "geo"}},
	"coverage/siting": {ours: []string{"coverage", "data", "geo"}},
	"charts/words":    {tests: []string{"data"}}, // they hold the text of every fault against the reader that makes it
	"charts":          {ours: belowCharts, libraries: []string{"github.com/go-echarts/go-echarts/v2"}},
	"charts/atlas":    {ours: slices.Concat([]string{"charts"}, belowCharts)},
	"charts/report":   {ours: slices.Concat([]string{"charts/atlas", "charts"}, belowCharts), libraries: []string{"github.com/dop251/goja"}}, // draws the stills
	"charts/workbook": {ours: slices.Concat([]string{"charts/atlas", "charts"}, belowCharts)},
	"charts/brief":    {ours: slices.Concat([]string{"charts/atlas", "charts"}, belowCharts)},
	"cmd": {ours: []string{everything}, libraries: []string{
		"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/inconshreveable/mousetrap", "golang.org/x/term", "golang.org/x/text",
	}},
	"cmd/quarter":  {ours: []string{"cmd"}},
	"scripts/dist": {}, // a tool of make, no part of the program
}

var belowCharts = []string{"coverage", "coverage/siting", "data", "geo", "charts/words"}

const everything = "*"

// Tests may use further libraries, and may take a city from a file or a seed.
var (
	testLibraries = []string{"pgregory.net/rapid", "github.com/rogpeppe/go-internal", "github.com/santhosh-tekuri/jsonschema/v6", "go.yaml.in/yaml/v3"}
	testCities    = []string{"data/load", "data/demo"}
)

type room struct{ ours, libraries, tests []string } // tests: what only tests may import too

// source is one parsed Go file of the module.
type source struct {
	room, file string
	test       bool
	tree       *ast.File
	set        *token.FileSet
}

// moduleSources parses every Go file of the module, whatever its build tags.
func moduleSources(t *testing.T) []source {
	t.Helper()
	var all []source
	root := ".."
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != root && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"node_modules", "out", "dist", "bin", "testdata"}, d.Name())) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		file, err := filepath.Rel(root, p)
		file = filepath.ToSlash(file)
		all = append(all, source{room: path.Dir(file), file: file, test: strings.HasSuffix(p, "_test.go"), tree: tree, set: set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d Go files found", len(all))
	}
	return all
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range moduleSources(t) {
		r, known := rooms[s.room]
		if !known {
			t.Errorf("%s: the room %s is not in the table", s.file, s.room)
			continue
		}
		for _, spec := range s.tree.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			if !r.mayImport(s, p) {
				t.Errorf("%s: %s must not import %s", s.file, s.room, p)
			}
		}
	}
}

func (r room) mayImport(s source, p string) bool {
	if own, ours := strings.CutPrefix(p, "quarter/"); ours {
		return own == s.room || slices.Contains(r.ours, everything) || slices.Contains(r.ours, own) || s.test && slices.Contains(slices.Concat(r.tests, testCities), own)
	}
	if first, _, _ := strings.Cut(p, "/"); !strings.Contains(first, ".") {
		return mayUseStandard(s, p)
	}
	if p == "github.com/paulmach/orb" { // its types, not its verbs
		return true
	}
	allowed := slices.Clone(r.libraries)
	if s.test {
		allowed = append(allowed, testLibraries...)
	}
	return slices.ContainsFunc(allowed, func(l string) bool { return p == l || strings.HasPrefix(p, l+"/") })
}

// mayUseStandard keeps the network out of the program, and files, processes and logs out of the rooms that must not know them.
func mayUseStandard(s source, p string) bool {
	switch {
	case s.test || s.room == "scripts/dist":
		return true
	case p == "net" || strings.HasPrefix(p, "net/") && p != "net/url":
		return false
	case p == "os":
		return inCmd(s.room) || s.room == "data/load"
	case p == "log" || strings.HasPrefix(p, "log/") || p == "os/exec" || p == "os/signal" || p == "syscall":
		return inCmd(s.room)
	case p == "unsafe" || p == "C":
		return false
	}
	return true
}

func inCmd(room string) bool { return room == "cmd" || strings.HasPrefix(room, "cmd/") }

// Only cmd prints, exits, asks the clock and writes files; only data/load and cmd open files.
func TestOnlyCmdActs(t *testing.T) {
	for _, s := range moduleSources(t) {
		if s.test || inCmd(s.room) || s.room == "scripts/dist" {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if pkg, ok := n.X.(*ast.Ident); ok && acts(pkg.Name, n.Sel.Name) {
					t.Errorf("%s: only cmd may use %s.%s", s.set.Position(n.Pos()), pkg.Name, n.Sel.Name)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "println" || f.Name == "print") {
					t.Errorf("%s: only cmd prints", s.set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}

func acts(pkg, name string) bool {
	switch pkg {
	case "os":
		return !slices.Contains([]string{"Open", "Stat", "SameFile", "ReadDir", "DirEntry", "File", "FileInfo", "PathError", "ErrNotExist", "ErrPermission", "IsNotExist", "DirFS"}, name)
	case "fmt":
		return strings.HasPrefix(name, "Print") || strings.HasPrefix(name, "Scan")
	case "time":
		return slices.Contains([]string{"Now", "Since", "Until", "Sleep", "Tick", "After", "NewTimer", "NewTicker"}, name)
	}
	return false
}

// The table of this test would be worthless if it let anything pass.
func TestTheTableRefuses(t *testing.T) {
	for _, c := range []struct {
		room, path string
		test, want bool
	}{
		{"geo", "quarter/data", false, false},
		{"geo", "github.com/tidwall/rtree", false, true},
		{"data", "github.com/tidwall/rtree", false, false},
		{"data", "quarter/data/load", false, false},
		{"coverage", "quarter/charts/words", false, false},
		{"coverage", "quarter/data/demo", false, false},
		{"coverage", "quarter/data/demo", true, true},
		{"coverage", "quarter/charts", true, false},
		{"charts/report", "quarter/charts/brief", false, false},
		{"charts/report", "github.com/go-echarts/go-echarts/v2/charts", false, false},
		{"charts", "github.com/go-echarts/go-echarts/v2/charts", false, true},
		{"charts", "quarter/data/load", false, false},
		{"charts/words", "quarter/data", false, false},
		{"charts/words", "quarter/coverage", true, false},
		{"cmd", "quarter/charts/report", false, true},
		{"cmd", "net/http", false, false},
		{"coverage", "os", false, false},
		{"data/load", "os", false, true},
		{"data/load", "os/exec", false, false},
		{"geo", "github.com/paulmach/orb", false, true},
		{"geo", "github.com/paulmach/orb/geojson", false, false},
		{"geo", "github.com/spf13/cobra", false, false},
	} {
		if got := rooms[c.room].mayImport(source{room: c.room, test: c.test}, c.path); got != c.want {
			t.Errorf("%s imports %s (test %v): %v, want %v", c.room, c.path, c.test, got, c.want)
		}
	}
}
