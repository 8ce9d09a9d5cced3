package charts

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// item is one sign of a series as the page's script gets it.
type item struct {
	name  string
	color string
	value []float64
}

// items are the signs of a series of a figure.
func items(t *testing.T, f Figure, series string) []item {
	t.Helper()
	for _, s := range f.Drawing.Option.(map[string]any)["series"].([]any) {
		if s := s.(map[string]any); s["id"] == series {
			var out []item
			for _, d := range s["data"].([]any) {
				d := d.(map[string]any)
				one := item{color: d["itemStyle"].(map[string]any)["color"].(string)}
				one.name, _ = d["name"].(string)
				for _, v := range d["value"].([]any) {
					one.value = append(one.value, v.(float64))
				}
				out = append(out, one)
			}
			return out
		}
	}
	t.Fatalf("%s has no series %s", f.Key, series)
	return nil
}

// alike reports whether a drawn value is the one it stands for.
func alike(got, want float64) bool { return math.Abs(got-want) <= 1e-4 }

// The parts of the bar of depths join end to end, and each is the people in so many circles.
func TestDepthPartsAreTheDepths(t *testing.T) {
	r := analyze(t, town())
	end := 0.0
	for k, p := range items(t, Make("depth", r, words.Chinese), "depth") {
		want := r.Depths[k]
		if k == depthParts-1 {
			for _, more := range r.Depths[k+1:] {
				want += more
			}
		}
		if !alike(p.value[0], end) || !alike(p.value[1]-p.value[0], want/r.Total().People.Total*100) {
			t.Errorf("part %d: %v, want a share of %v from %v", k, p.value, want, end)
		}
		end = p.value[1]
	}
	if !alike(end, 100) {
		t.Errorf("the bar ends at %v", end)
	}
}

// Every dot stands at the coverage of its unit, its strip between the ends of the range, and its sign is the verdict.
func TestRangesAreThoseOfTheResult(t *testing.T) {
	r := analyze(t, town())
	f := Make("ranges", r, words.Chinese)
	_, units := Breakdown(r)
	order := ByCoverage(units)
	dots, strips := items(t, f, "dots"), items(t, f, "strips")
	if len(dots) != len(units) {
		t.Fatalf("%d dots", len(dots))
	}
	for row, i := range order {
		v := units[i].Get("coverage_pop")
		verdict, _ := units[i].Verdict("COV-04")
		if !alike(dots[row].value[0], v.V*100) || dots[row].value[1] != float64(row) || (dots[row].value[2] == 1) != (verdict.Outcome == coverage.NotAttained) {
			t.Errorf("row %d: %v, want %v, %v", row, dots[row], v.V*100, verdict.Outcome)
		}
		if !alike(strips[row].value[0], v.Low.V*100) || !alike(strips[row].value[1], v.High.V*100) {
			t.Errorf("row %d: strip %v, want %v to %v", row, strips[row].value, v.Low.V*100, v.High.V*100)
		}
	}
}

// A community lies below the line exactly where it is short, and the line at its households is its required area.
func TestRequirementLineIsTheRequirement(t *testing.T) {
	c := town()
	for i := range c.Grids {
		if c.Grids[i].Households.Known {
			c.Grids[i].Households = data.Num(float64(150 + i*140))
		}
	}
	r := analyze(t, c)
	f := Make("required", r, words.Chinese)
	line := items(t, f, "rule")
	at := func(x float64) float64 {
		for i := 1; i < len(line); i++ {
			if a, b := line[i-1].value, line[i].value; x <= b[0] {
				return a[1] + (b[1]-a[1])*(x-a[0])/(b[0]-a[0])
			}
		}
		return math.NaN()
	}
	n := 0
	for _, p := range items(t, f, "communities") {
		for _, u := range r.Level(coverage.LevelCommunity) {
			if u.Floor.Evaluated == 0 || !alike(u.Households.Total, p.value[0]) {
				continue
			}
			n++
			if math.Abs(at(p.value[0])-u.Floor.Required) > .01 || (p.value[2] == 1) != (p.value[1] < u.Floor.Required) || (p.value[2] == 1) != (u.Floor.Gap > 0) {
				t.Errorf("%v: line at %v, required %v, gap %v", p.value, at(p.value[0]), u.Floor.Required, u.Floor.Gap)
			}
		}
	}
	if n == 0 || n != r.Total().Floor.Evaluated {
		t.Errorf("%d points of %d communities", n, r.Total().Floor.Evaluated)
	}
}

// Every community stands in its row once, with its outcome; as symbols and as parts of a bar alike.
func TestAttainedCountsEveryCommunity(t *testing.T) {
	few := town()
	many := town()
	for i := range mostSymbols {
		many.Communities = append(many.Communities, data.Community{Unit: data.Unit{Code: "9" + itoa(i), Name: "新" + itoa(i)}, Street: 1})
	}
	many.Link()
	for name, c := range map[string]*data.City{"few": few, "many": many} {
		r := analyze(t, c)
		f := Make("attained", r, words.Chinese)
		got := map[[2]float64]int{}
		next := map[float64]float64{}
		for _, s := range items(t, f, "communities") {
			if s.value[0] != next[s.value[1]] {
				t.Errorf("%s: %v does not follow the one before, at %v", name, s.value, next[s.value[1]])
			}
			next[s.value[1]] += s.value[3]
			got[[2]float64{s.value[1], s.value[2]}] += int(s.value[3])
		}
		names := NewNamer(r, words.Chinese)
		for row, cells := range f.Table[1:] {
			for _, u := range r.Level(coverage.LevelStreet) {
				if names.Distinct(&u) != cells[0] {
					continue
				}
				attained, judged, all := 0, 0, 0
				for i := range r.City.Communities {
					if r.City.Communities[i].Street == u.Index {
						k := r.Community(i).Floor
						attained, judged, all = attained+k.Attained, judged+k.Judged, all+1
					}
				}
				want := map[coverage.Outcome]int{coverage.Attained: attained, coverage.NotAttained: judged - attained, coverage.NoData: all - judged}
				for outcome, n := range want {
					if got[[2]float64{float64(row), float64(outcome)}] != n {
						t.Errorf("%s: %s: %d communities %v, want %d", name, cells[0], got[[2]float64{float64(row), float64(outcome)}], outcome, n)
					}
				}
			}
		}
	}
}

// The dots of area per 100 households are the metric, low to high; the lines are the standard of the profile and that of the national goal.
func TestPer100LinesComeFromProfiles(t *testing.T) {
	r := analyze(t, town())
	f := Make("per100", r, words.Chinese)
	last := math.Inf(-1)
	for _, d := range items(t, f, "dots") {
		if d.value[0] < last {
			t.Errorf("%v after %v", d.value[0], last)
		}
		last = d.value[0]
	}
	goal, err := data.BuiltinProfile("national30")
	if err != nil {
		t.Fatal(err)
	}
	lines := items(t, f, "standards")
	want := []float64{r.Profile.Rules["AREA-04"].Values["per_100"].Value, goal.Rules["AREA-04"].Values["per_100"].Value}
	if len(lines) != 2 || lines[0].value[0] != want[0] || lines[1].value[0] != want[1] {
		t.Errorf("%v, want %v", lines, want)
	}
	own, err := coverage.Analyze(t.Context(), town(), goal, coverage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if lines := items(t, Make("per100", own, words.Chinese), "standards"); len(lines) != 1 {
		t.Errorf("under the goal itself there is one line, not %v", lines)
	}
}

// The steps of the gain are the sites, after the coverage of today; only the one that reaches the standard and the last are named.
func TestGainStepsAreTheSites(t *testing.T) {
	r := analyze(t, town())
	steps := items(t, Make("gain", r, words.Chinese), "steps")
	if len(steps) != 1+len(r.Sites) || !alike(steps[0].value[1], r.Total().Get("coverage_pop").V*100) {
		t.Fatalf("%v", steps)
	}
	for i, s := range r.Sites {
		if steps[i+1].value[0] != float64(s.Rank) || !alike(steps[i+1].value[1], s.Share*100) {
			t.Errorf("%v, want %v", steps[i+1], s)
		}
	}
}

// The bars of distances add up to the people, and change colour at the radii.
func TestDistanceBarsAddUp(t *testing.T) {
	r := analyze(t, town())
	sum, radius := 0.0, r.Circle.Radius.Meters()
	last := -1.0
	for _, b := range items(t, Make("distance", r, words.Chinese), "people") {
		if b.value[0] >= radius != (b.color == Short) {
			t.Errorf("%v in %s", b.value, b.color)
		}
		if math.Floor(b.value[0]/r.Distances.Step) != last {
			sum += b.value[2]
			last = math.Floor(b.value[0] / r.Distances.Step)
		}
	}
	if math.Abs(sum-r.Distances.Total) > .01*float64(len(r.Distances.People)) {
		t.Errorf("bars add up to %v, want %v", sum, r.Distances.Total)
	}
}

// An axis holds its value, with at most five steps of a round length.
func TestAxis(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(0, 1e9).Draw(t, "value")
		end, step := axis(v)
		if end < v || end/step > 5+1e-9 || end < step {
			t.Fatalf("%v: end %v, step %v", v, end, step)
		}
	})
}

// A title names who turns, and no more than it has room for.
func TestRangesTitle(t *testing.T) {
	r := analyze(t, town())
	for i := range r.Units {
		for k := range r.Units[i].Verdicts {
			if v := &r.Units[i].Verdicts[k]; coverage.Rules[v.Rule].ID == "COV-04" {
				v.Low, v.High = v.Outcome, v.Outcome
			}
		}
	}
	if got := Make("ranges", r, words.Chinese).Title; !strings.HasPrefix(got, "没有一个") {
		t.Error(got)
	}
	streets := r.Level(coverage.LevelStreet)
	for k := range streets[0].Verdicts {
		if v := &streets[0].Verdicts[k]; coverage.Rules[v.Rule].ID == "COV-04" {
			v.Outcome, v.Low = coverage.Attained, coverage.NotAttained
		}
	}
	if got := Make("ranges", r, words.Chinese).Title; got != "只有东街街道的结论会随口径翻转" {
		t.Error(got)
	}
}
