package charts

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage/siting"
	"quarter/data"
)

// plannedTown is a plan of some sites for the town, out of four candidates.
func plannedTown(t *testing.T, edit func(*siting.Ask)) *siting.Plan {
	t.Helper()
	ask := siting.Ask{Before: analyze(t, town()), Request: siting.Request{Model: "mclp", P: 2, Objective: siting.People, Source: "file"}}
	for i, at := range []orb.Point{at(1700, 600), at(1400, 900), at(3700, 2700), at(900, 300)} {
		ask.Candidates = append(ask.Candidates, siting.Candidate{
			Candidate: data.Candidate{Code: "b" + itoa(i), Name: "点位" + itoa(i), Point: at, Community: 2, Price: data.Num(1e6)}, Origin: "file", Zone: data.None,
		})
	}
	edit(&ask)
	p, err := siting.Solve(t.Context(), ask)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every figure of every plan has a title, a fixed element, and either a drawing or the reason for none.
func TestPlanFigures(t *testing.T) {
	plans := map[string]*siting.Plan{
		"two":    plannedTown(t, func(*siting.Ask) {}),
		"median": plannedTown(t, func(a *siting.Ask) { a.Request.Model = "p-median" }),
		"changes": plannedTown(t, func(a *siting.Ask) {
			a.Changes = []siting.Change{{Kind: siting.ChangeClose, Center: 0, Name: "新华中心"}}
		}),
		"what-if": plannedTown(t, func(a *siting.Ask) {
			a.Request, a.Candidates = siting.Request{Objective: siting.People}, nil
			a.Changes = []siting.Change{{Kind: siting.ChangeClose, Center: 0, Name: "新华中心"}}
		}),
	}
	for name, p := range plans {
		for _, lang := range langs {
			for _, c := range PlanCharts {
				f := c.Make(p, lang)
				if f.Title == "" || f.ID != "figure-"+c.Key || (f.Drawing == nil) == (f.Absent == "") {
					t.Errorf("%s, %s: title %q, element %q, absent %q", name, c.Key, f.Title, f.ID, f.Absent)
				}
				raw, err := json.Marshal(f)
				if err != nil || strings.Contains(string(raw), "http") {
					t.Errorf("%s, %s: %v", name, c.Key, err)
				}
				for _, row := range f.Table {
					if len(row) != len(f.Table[0]) {
						t.Errorf("%s, %s: a row of %d cells, the head has %d", name, c.Key, len(row), len(f.Table[0]))
					}
				}
				for _, text := range append([]string{f.Title, f.Subtitle, f.Note}, flat(f.Table)...) {
					if lang == words.Chinese && latin.MatchString(text) {
						t.Errorf("%s, %s: Latin letters in %q", name, c.Key, text)
					}
				}
			}
		}
	}
}

// The curve shows the plan where it stands: a step is called the plan only where it is the same sites, and begins at the city with the changes.
func TestCurveIsThePlan(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	steps := items(t, MakePlan("plancurve", p, words.Chinese), "steps")
	if len(steps) != len(p.Curve) {
		t.Fatalf("%d steps, want %d", len(steps), len(p.Curve))
	}
	for i, s := range steps {
		if !alike(s.value[0], float64(p.Curve[i].P)) || !alike(s.value[1], p.Curve[i].Share*100) {
			t.Errorf("step %d stands at %v", i, s.value)
		}
	}
	bounds := items(t, MakePlan("plancurve", p, words.Chinese), "bound")
	all, _ := p.Request.Objective.Account(p.Base)
	for i, b := range bounds {
		if !alike(b.value[1], p.Curve[i].Bound/all*100) {
			t.Errorf("bound %d stands at %v", i, b.value)
		}
	}
	if !strings.Contains(steps[2].name, "本方案") {
		t.Errorf("the step of the plan is called %q", steps[2].name)
	}
	p.Picks[0].Candidate = 2 // other sites than those of the step
	f := MakePlan("plancurve", p, words.Chinese)
	if name := items(t, f, "steps")[2].name; strings.Contains(name, "本方案") {
		t.Errorf("other sites are called %q", name)
	}
	if own := items(t, f, "own"); !alike(own[0].value[1], drawn(NewPlanText(p, words.Chinese).share(p.After)*100)) {
		t.Errorf("the plan stands at %v", own[0].value)
	}
}

// The map holds every site at its place, dashed circles for what is new, the present's signs, and none of the sites of COV-11.
func TestPlanMap(t *testing.T) {
	p := plannedTown(t, func(a *siting.Ask) {
		a.Changes = []siting.Change{{Kind: siting.ChangeMove, Center: 1, Name: "河湾中心", From: at(2600, 1600), To: at(3400, 2000)}}
	})
	m := NewPlanMap(p, words.Chinese)
	l := m.Layer("plan")
	if &m.Layers[0] != l || l.Circles || len(m.Sites) != 0 {
		t.Fatal("the plan is not the first layer, or not the only recommendation")
	}
	for i := range p.Picks {
		c := p.Candidates[p.Picks[i].Candidate].Point
		if mark := l.Plan.Marks[i]; math.Hypot(mark.At[0]-c[0], mark.At[1]-c[1]) > 1e-6 || mark.Text != itoa(i+1) {
			t.Errorf("site %d is marked %s at %v", i+1, mark.Text, mark.At)
		}
	}
	if len(l.Plan.Marks) != len(p.Picks)+1 || len(l.Plan.Circles) != len(p.Picks)+1 || len(l.Plan.Gone) != 1 {
		t.Errorf("%d marks, %d circles, %d gone", len(l.Plan.Marks), len(l.Plan.Circles), len(l.Plan.Gone))
	}
	if got := len(p.Picks) + len(l.Plan.Seconds) + len(l.Plan.Others); got != len(p.Candidates) {
		t.Errorf("%d candidates are drawn, there are %d", got, len(p.Candidates))
	}
	for _, s := range m.Signs {
		for _, i := range s.Center {
			if i >= len(p.Before.City.Centers) {
				t.Error("a planned center has the sign of an existing one")
			}
		}
	}
	if got := NewMap(p.Before, words.Chinese); got.Layer("plan") != nil || got.Layers[0].Key != "coverage" {
		t.Error("a map without a plan has its layer")
	}
}
