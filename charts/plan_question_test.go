package charts

import (
	"slices"
	"strings"
	"testing"

	"quarter/charts/words"
	"quarter/coverage/siting"
	"quarter/data"
)

// says reports whether one of the sentences holds a text.
func says(sentences []string, text string) bool {
	return slices.ContainsFunc(sentences, func(s string) bool { return strings.Contains(s, text) })
}

// The gap is a share of the value: 100 served of a bound of 150 can be bettered by half of what is there, not by a third.
func TestTheGapIsAShareOfTheValue(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	for _, c := range []struct {
		value, bound float64
		proven       bool
		want, text   string
	}{{100, 150, false, "50.0%", "within 50.0% of the bound"}, {0, 150, false, "", "not proven optimal"}, {150, 150, true, "", "proven optimal, no choice is better"}} {
		p.Solution.Value, p.Solution.Bound, p.Solution.Proven = c.value, c.bound, c.proven
		text := NewPlanText(p, words.English)
		if got := text.Gap(); got != c.want || !says(text.Sentences(), c.text) {
			t.Errorf("%+v: %q %v", c, got, text.Sentences())
		}
	}
}

// Where a user's costs judge the question, sentences and curve say so and show their figures: by them 600 of the town's people are covered before
// and 900 after.
func TestAPlanByCostsSaysSo(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	total, _ := siting.People.Account(p.Base)
	p.Request.Matrix, p.Request.Cover, p.ByCosts = "od.csv", 850/total, &siting.ByCosts{Total: total, Before: 600, After: 900}
	for _, lang := range langs {
		text := NewPlanText(p, lang)
		for _, want := range []string{Rate(600 / total), Percent(900/total, p.Request.Cover), "od.csv"} {
			if !says(text.reached(), want) && !says(text.exact(), want) {
				t.Errorf("%s is in neither of %q %q", want, text.reached(), text.exact())
			}
		}
		f := MakePlan("plancurve", p, lang)
		if !strings.Contains(f.Subtitle, "od.csv") || strings.Contains(f.Note, lang.T("chart.plancurve.reading")) || f.Hows[1] != "" {
			t.Errorf("%s %s", f.Subtitle, f.Note)
		}
	}
}

// What a share asked for was before stands where only forced sites are built.
func TestAReachedShareWithForcedSites(t *testing.T) {
	p := plannedTown(t, func(a *siting.Ask) {
		a.Candidates[2].State = siting.Forced
		a.Request = siting.Request{Model: "partial", Cover: 0.01, Source: "file"}
	})
	if text := NewPlanText(p, words.English).reached(); len(p.Picks) != 1 || !says(text, "only the sites that must be chosen are built") {
		t.Errorf("%d picks: %q", len(p.Picks), text)
	}
}

// A mean on points stands beside that of the runs, and is called so.
func TestAimsOnPointsAndByAreas(t *testing.T) {
	p := plannedTown(t, func(a *siting.Ask) { a.Request.Model = "p-median" })
	text := NewPlanText(p, words.English)
	said := text.aim()[0]
	for _, want := range []string{"On points", "By exact areas it is " + Meters(p.After.Total().Reach.Mean.V), "before " + Meters(p.Base.Total().Reach.Mean.V)} {
		if !strings.Contains(said, want) {
			t.Errorf("%q lacks %q", said, want)
		}
	}
	p.Aim.ExactAfter = data.Number{}
	if said := text.aim()[0]; strings.Contains(said, "By exact areas") {
		t.Error(said)
	}
}

// Within a budget there is no curve by numbers of sites, and the figure says why.
func TestABudgetHasNoCurve(t *testing.T) {
	p := plannedTown(t, func(a *siting.Ask) { a.Request = siting.Request{Model: "budget", Budget: 2e6, Source: "file"} })
	if f := MakePlan("plancurve", p, words.English); f.Absent != words.English.T("chart.plancurve.none.budget") {
		t.Errorf("%+v", f)
	}
}

// The title of the map speaks of as many people as the sentence, which are those that the printed counts differ by: 900.2 and 1,000.6 print as 900
// and 1,001.
func TestTheTitleOfAPlanSaysWhatTheSentenceSays(t *testing.T) {
	p := plannedTown(t, func(*siting.Ask) {})
	p.Before.Total().People.Covered, p.After.Total().People.Covered = 900.2, 1000.6
	title, sentences := NewPlanMap(p, words.English).Layers[0].Title, NewPlanText(p, words.English).coverage()
	if !strings.Contains(title, "101 people newly covered") || !says(sentences, "101 people newly covered") {
		t.Errorf("%q beside %q", title, sentences)
	}
}
