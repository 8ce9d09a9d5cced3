package coverage

import (
	"testing"

	"quarter/data"
)

// Of two grids the center covers the first wholly and the second not at all. Residents live 750 to 250, those of 60 and over 100 to 300:
// coverage 0.75 against 0.25, so the gap is 0.5, or 200 people.
func TestCohortFaresWorse(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 300, 100)
	town.Grids[1].Shape = square(5000, 0, 200)
	town.Attributes = elderly([]data.Number{data.Num(100), data.Num(300)}, nil)
	town.Communities[m].Group = "East"
	town.center(100, 100, 300, m)
	r := analyze(t, town.city(), Options{})
	if len(r.Cohorts) != 1 || r.Cohorts[0] != (Cohort{Field: data.FieldElderly}) {
		t.Fatalf("cohorts %+v", r.Cohorts)
	}
	for _, u := range []*Unit{r.Total(), r.Community(0), &r.Groups[0], &r.Level(LevelStreet)[0]} {
		want := CohortAccount{Total: 400, Covered: 100, Known: 2, AllTotal: 1000, AllCovered: 750, GapPeople: data.Num(200), GapShare: data.Num(0.5)}
		if u.Cohorts[0] != want {
			t.Errorf("%v: %+v, want %+v", u.Level, u.Cohorts[0], want)
		}
	}
}

// A run by households compares the cohort with people all the same: half of the people live with the center, a third of the households.
// Where the input counts households alone there is nothing to compare with.
func TestCohortIsComparedWithPeople(t *testing.T) {
	for _, people := range []bool{true, false} {
		town := newTown()
		m := town.community("111", 0, 0, 100, 200)
		town.Grids[1].Shape = square(5000, 0, 200)
		for i := range town.Grids {
			town.Grids[i].People[data.Resident] = data.Number{V: 500, Known: people}
		}
		town.Attributes = elderly([]data.Number{data.Num(100), data.Num(100)}, nil)
		town.center(100, 100, 300, m)
		basis := data.ByHouseholds
		r := analyze(t, town.city(), Options{Basis: &basis})
		near(t, "coverage of households", r.Total().Get("coverage_pop").V, 1.0/3, 1e-12)
		want := CohortAccount{Total: 200, Covered: 100, Known: 2}
		if people {
			want.AllTotal, want.AllCovered, want.GapPeople, want.GapShare = 1000, 500, data.Num(0), data.Num(0)
		}
		if c := r.Total().Cohorts[0]; c != want {
			t.Errorf("people %v: %+v, want %+v", people, c, want)
		}
	}
}

// A community that does not state the cohort plays no part in the comparison, however well it is covered.
func TestCohortIsComparedWhereItIsStated(t *testing.T) {
	town := newTown()
	m := town.community("111", 0, 0, 400)
	town.community("112", 5000, 0, 400)
	town.Attributes = elderly([]data.Number{data.Num(100), {}}, nil)
	town.center(100, 100, 300, m)
	r := analyze(t, town.city(), Options{})
	near(t, "coverage of all", r.Total().Get("coverage_pop").V, 0.5, 1e-12)
	if c := r.Total().Cohorts[0]; c.GapShare != data.Num(0) || c.GapPeople != data.Num(0) || c.AllTotal != 1000 || c.AllCovered != 1000 {
		t.Errorf("cohort %+v", c)
	}
}

func elderly(grids, communities []data.Number) map[data.Layer]map[data.Field][]data.Number {
	out := map[data.Layer]map[data.Field][]data.Number{}
	for layer, values := range map[data.Layer][]data.Number{data.LayerGrids: grids, data.LayerCommunities: communities} {
		if values != nil {
			out[layer] = map[data.Field][]data.Number{data.FieldElderly: values}
		}
	}
	return out
}

// A cohort of the same numbers as the residents has no gap at all, to the last digit, at any level.
func TestCohortOfEverybody(t *testing.T) {
	city := demoCity(t)
	same := data.CohortColumn{Label: "everybody"}
	for i := range city.Grids {
		same.Grids = append(same.Grids, city.Grids[i].People[data.Resident])
	}
	for i := range city.Communities {
		same.Communities = append(same.Communities, city.Communities[i].People[data.Resident])
	}
	city.Cohorts = append(city.Cohorts, same)
	r := analyze(t, city, Options{Radius: 700, Sites: -1})
	last := len(r.Cohorts) - 1
	for _, units := range [][]Unit{r.Units, r.Groups} {
		for i := range units {
			c, people := units[i].Cohorts[last], units[i].People
			if c.Total != people.Total || c.Covered != people.Covered || c.Known != people.Known || c.Missing != people.Missing {
				t.Errorf("%s: %+v, people %+v", units[i].Name, c, people)
			}
			if c.GapShare.V != 0 || c.GapPeople.V != 0 || c.GapShare.Known != (people.Total > 0) {
				t.Errorf("%s: gap %v, %v", units[i].Name, c.GapShare, c.GapPeople)
			}
		}
	}
	// The demo's own column of the elderly is followed without being asked for.
	if r.Cohorts[0].Field != data.FieldElderly || r.Cohorts[0].Label != "60岁以上人口" || !(r.Total().Cohorts[0].Total > 0) {
		t.Errorf("%+v: %+v", r.Cohorts, r.Total().Cohorts)
	}
}

// Each community puts a cohort by its own numbers: by grid, evenly over its ground where a grid lacks one, not at all where there is none.
func TestCohortIsPlacedByItsOwnNumbers(t *testing.T) {
	town := newTown()
	a := town.community("111", 0, 0, 400, 400)
	town.community("112", 2000, 0, 400, 400)
	town.community("113", 4000, 0, 400, 400)
	for i := 1; i < 6; i += 2 {
		town.Grids[i].Shape = square(9000, 1000*float64(i), 200)
	}
	for i, east := range []float64{100, 2100, 4100} {
		town.center(east, 100, 300, a+i)
	}
	missing := data.Number{}
	town.Cohorts = []data.CohortColumn{{
		Label:       "残疾人",
		Grids:       []data.Number{data.Num(30), data.Num(10), data.Num(30), missing, missing, missing},
		Communities: []data.Number{missing, data.Num(50), missing},
	}}
	r := analyze(t, town.city(), Options{})
	for i, want := range []CohortAccount{{Total: 40, Covered: 30, Known: 2}, {Total: 50, Covered: 25, Known: 1}, {Missing: 2}} {
		got := r.Community(i).Cohorts[0]
		near(t, "total", got.Total, want.Total, 0)
		near(t, "covered", got.Covered, want.Covered, 0.01) // the two squares differ by the projection of the test
		if got.Known != want.Known || got.Missing != want.Missing || got.GapShare.Known != (want.Total > 0) {
			t.Errorf("community %d: %+v", i, got)
		}
	}
	if c := r.Total().Cohorts[0]; c.Known != 3 || c.Missing != 2 || c.Total != 90 {
		t.Errorf("total %+v", c)
	}
}

// Without a layer of centers nobody knows who is covered.
func TestCohortWithoutCenters(t *testing.T) {
	town := newTown()
	town.community("111", 0, 0, 400)
	town.Attributes = elderly(nil, []data.Number{data.Num(100)})
	r := analyze(t, town.city(), Options{})
	if c := r.Total().Cohorts[0]; c.Total != 100 || c.GapShare.Known || c.GapPeople.Known {
		t.Errorf("%+v", c)
	}
}
