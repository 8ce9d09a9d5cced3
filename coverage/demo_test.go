package coverage

import "testing"

// The rule matrix of the sample city is what a new user sees first: it shows all four outcomes, and so do most of its rows of rules.
func TestTheSampleCityShowsAllOutcomes(t *testing.T) {
	r := analyze(t, demoCity(t), Options{})
	var all [4]int
	full := 0
	for i := range Rules {
		var counts [4]int
		for k := range r.Level(LevelCommunity) {
			if v, ok := r.Community(k).Verdict(Rules[i].ID); ok {
				counts[v.Outcome]++
				all[v.Outcome]++
			}
		}
		if counts[Attained] > 0 && counts[NotAttained] > 0 {
			full++
		}
	}
	for outcome, n := range all {
		if n < 10 {
			t.Errorf("%v stands %d times in the matrix", Outcome(outcome), n)
		}
	}
	if full < 12 {
		t.Errorf("only %d rules are attained by some communities and not by others", full)
	}
}
