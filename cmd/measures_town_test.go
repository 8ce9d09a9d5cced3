package cmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
	"quarter/data/load"
	"quarter/geo"
)

// The town of docs/town: where it stands, and what the program finds there under any profile.

const townDir = "../docs/town"

var (
	rectangleRow = regexp.MustCompile(`^\| ([A-E]\d?) \|(?:[^|\d]*\|[^|\d]*\|)? (-?\d+) \| (-?\d+) \| (\d+) \| (\d+) \|`)
	pointRow     = regexp.MustCompile(`^\| (K\d) \| (-?\d+) \| (-?\d+) \|`)
)

// The town stands where its page says, to the centimetre.
func TestTownStandsOnItsLattice(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(townDir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	places := townPlaces(readTown(t))
	found := 0
	for _, line := range strings.Split(string(text), "\n") {
		var want [4]float64 // west, south, east, north
		m := rectangleRow.FindStringSubmatch(line)
		switch {
		case m != nil:
			want = [4]float64{meters(m[2]), meters(m[3]), meters(m[2]) + meters(m[4]), meters(m[3]) + meters(m[5])}
		default:
			if m = pointRow.FindStringSubmatch(line); m == nil {
				continue
			}
			want = [4]float64{meters(m[2]), meters(m[3]), meters(m[2]), meters(m[3])}
		}
		found++
		for i, v := range places[m[1]] {
			if math.Abs(v-want[i]) > 0.01 {
				t.Errorf("%s stands at %v, its page says %v", m[1], places[m[1]], want)
				break
			}
		}
	}
	if found != len(places) {
		t.Errorf("the page places %d communities, cells and centers, the files hold %d", found, len(places))
	}
}

func meters(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// townPlaces measures west, south, east and north of everything in the town by its corners, in metres from the origin of the lattice.
func townPlaces(city *data.City) map[string][4]float64 {
	frame := geo.NewFrame(orb.Point{103.5, 25.5})
	box := func(points ...orb.Point) [4]float64 {
		out := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, p := range points {
			at := frame.Project(p)
			out = [4]float64{min(out[0], at.X), min(out[1], at.Y), max(out[2], at.X), max(out[3], at.Y)}
		}
		return out
	}
	places := map[string][4]float64{}
	for _, m := range city.Communities {
		places[m.Code] = box(m.Shape.Geometry()[0][0]...)
	}
	for _, g := range city.Grids {
		places[g.Code] = box(g.Shape.Geometry()[0][0]...)
	}
	for _, c := range city.Centers {
		places[c.Code] = box(c.Point)
	}
	return places
}

// townRuns are analyses of the town, by profile and minutes, as result.json says them.
type townRuns map[string]map[string]any

func (runs townRuns) get(t *testing.T, profile, minutes string) map[string]any {
	t.Helper()
	if run := runs[profile+minutes]; run != nil {
		return run
	}
	rules, err := data.BuiltinProfile(profile)
	if err != nil {
		t.Fatal(err)
	}
	options := coverage.Options{}
	if minutes != "" {
		if options.Minutes, err = strconv.ParseFloat(minutes, 64); err != nil {
			t.Fatal(err)
		}
	}
	result, err := coverage.Analyze(t.Context(), readTown(t), rules, options)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := result.WriteJSON(&text); err != nil {
		t.Fatal(err)
	}
	run := map[string]any{}
	if err := json.Unmarshal(text.Bytes(), &run); err != nil {
		t.Fatal(err)
	}
	runs[profile+minutes] = run
	return run
}

func readTown(t *testing.T) *data.City {
	t.Helper()
	city, err := load.Dir(t.Context(), townDir, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return city
}

// townFigure finds what a key says of an object: a unit, grid or center by its code, "zone 1", "site 1", "group" and its name, or "run".
func townFigure(run map[string]any, object, key string) (any, error) {
	found := townObject(run, object)
	if found == nil {
		return nil, fmt.Errorf("%s is not in result.json", object)
	}
	for _, word := range strings.Split(townPath(run, found, key), ".") {
		if found = member(found, word); found == nil {
			return nil, fmt.Errorf("%s has no %s", object, key)
		}
	}
	if v, ok := found.(map[string]any); ok {
		found = v["value"]
	}
	return found, nil
}

func townObject(run map[string]any, object string) any {
	kind, which, _ := strings.Cut(object, " ")
	switch kind {
	case "run":
		return run
	case "total":
		return run["units"].([]any)[0]
	case "zone", "site":
		i, _ := strconv.Atoi(which)
		return member(run[kind+"s"], strconv.Itoa(i-1))
	case "group":
		return member(run["groups"], which)
	}
	for _, list := range []string{"units", "grids", "centers"} {
		if found := member(run[list], object); found != nil {
			return found
		}
	}
	return nil
}

// townPath writes a short key out: the metric or verdict of a unit, the part of a list that goes with a list at the top.
func townPath(run map[string]any, object any, key string) string {
	first, rest, _ := strings.Cut(key, ".")
	of := object.(map[string]any)
	if metrics, _ := of["metrics"].(map[string]any); metrics[first] != nil {
		return "metrics." + key
	}
	if slices.ContainsFunc(coverage.Rules, func(r coverage.Rule) bool { return r.ID == first }) {
		return map[bool]string{true: "verdicts.", false: "rules."}[of["verdicts"] != nil] + key
	}
	if of["level"] == nil {
		return key
	}
	name, rest, _ := strings.Cut(rest, ".")
	for i, item := range asList(run, first) {
		if s, ok := item.(map[string]any); ok && (s["name"] == name || s["label"] == name) || fmt.Sprint(item) == name {
			return strings.TrimSuffix(fmt.Sprintf("%s.%d.%s", first, i, rest), ".")
		}
	}
	return key
}

// asList is the list at the top that a list of a unit goes with.
func asList(run map[string]any, name string) []any {
	list, _ := run[name].([]any)
	if name == "curve" {
		list = run["radii"].(map[string]any)["values"].([]any)
	}
	return list
}

// nameMembers are the members that tell the items of a list apart.
var nameMembers = []string{"code", "rule", "metric", "assumption", "key", "walker", "name", "label"}

// member is one step of a path: a member of an object, or the item of a list by its place or its name. A member that is null is json.RawMessage.
func member(of any, word string) any {
	switch v := of.(type) {
	case map[string]any:
		if found, ok := v[word]; ok && found == nil {
			return json.RawMessage("null")
		}
		return v[word]
	case []any:
		if i, err := strconv.Atoi(word); err == nil && i < len(v) {
			return v[i]
		}
		for _, item := range v {
			fields, _ := item.(map[string]any)
			if slices.ContainsFunc(nameMembers, func(name string) bool { return fields[name] == word }) {
				return item
			}
		}
	}
	return nil
}

var measureUnits = []struct {
	mark  string
	times float64
}{{" %", 100}, {" ha", 1e-4}, {" km²", 1e-6}, {"", 1}}

// printedLike writes a figure in the unit and with the digits of the printed one.
func printedLike(found any, printed string) string {
	switch v := found.(type) {
	case nil, json.RawMessage:
		return "null"
	case []any:
		return strings.Trim(fmt.Sprint(v), "[]")
	case float64:
		for _, unit := range measureUnits {
			if digits, ok := strings.CutSuffix(printed, unit.mark); ok {
				_, decimals, _ := strings.Cut(digits, ".")
				return strconv.FormatFloat(v*unit.times, 'f', len(decimals), 64) + unit.mark
			}
		}
	}
	return fmt.Sprint(found)
}
