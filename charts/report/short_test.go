package report

import (
	"slices"
	"strings"
	"testing"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// Under the national goal a community below 1,000 households is held to the 300 m² of another document: each line cites the number that
// binds it. A number that the user set is of neither.
func TestShortfallCitesTheLimitThatBinds(t *testing.T) {
	goal, err := data.BuiltinProfile("national30")
	if err != nil {
		t.Fatal(err)
	}
	city := town()
	for i := range city.Grids[:4] { // the first community: 4 × 100 households
		city.Grids[i].Households = data.Num(100)
	}
	for _, c := range []struct {
		profile     data.Profile
		least, rate string
	}{
		{goal, "City plan, article 8, list item 18", "Public material, no less than 30 m² per 100 households"},
		{goal.With("AREA-01", "minimum", 400, "--set"), "Definition of this report", "Public material, no less than 30 m² per 100 households"},
		{data.General(), "City plan, article 8", "City plan, article 8"},
	} {
		r, err := coverage.Analyze(t.Context(), city, c.profile, coverage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		v := newView(Page{Result: r, Lang: words.English})
		rows := slices.DeleteFunc(v.shortfalls(), func(s shortfall) bool { return coverage.Rules[s.verdict.Rule].ID != "AREA-02" })
		if len(rows) < 2 {
			t.Fatalf("%d communities are short", len(rows))
		}
		for _, s := range rows {
			want := c.rate
			if s.u.Index == 0 {
				want = c.least
			}
			if got := v.basis(s); !strings.HasPrefix(got, want) {
				t.Errorf("%s %s: %q, want %q", c.profile.ID, s.u.Name, got, want)
			}
		}
	}
}

// A community with a blank grid has no data of balance, and is not named as the least balanced one by its known grids: their CV is 0.345,
// their max ÷ min 1.97, and the others' CV is 0.28 at most.
func TestBlankGridIsNotTheLeastBalanced(t *testing.T) {
	city := town()
	for i, households := range []float64{300, 300, 590} {
		city.Grids[i].Households, city.Grids[i].People[data.Resident] = data.Num(households), data.Num(2.5*households)
	}
	city.Grids[3].Counts = data.Counts{}
	v := newView(Page{Result: analyze(t, city), Lang: words.English})
	if verdict, _ := v.r.Community(0).Verdict("GRID-02"); verdict.Outcome != coverage.NoData {
		t.Errorf("judged as %v", verdict.Outcome)
	}
	if worst := v.leastBalanced(); worst == nil || worst.Index != 1 {
		t.Errorf("the least balanced one is %+v", worst)
	}
	if figure := v.figure("balance"); !strings.Contains(figure.Subtitle, "1 with cells that lack a count") || strings.Contains(figure.Title, charts.NewNamer(v.r, v.lang).Distinct(v.r.Community(0))) {
		t.Errorf("figure: %s: %s", figure.Title, figure.Subtitle)
	}
}
