package cmd

import (
	"slices"
	"strings"
)

// siteModels are the models, in the order in which documents list them, each with the flags whose question it answers. The first that answers
// a question is the one taken where no model is asked for.
var siteModels = []struct {
	key   string
	goals []string
}{
	{"mclp", []string{"p"}},
	{"partial", []string{"cover"}},
	{"lscp", []string{"all"}},
	{"budget", []string{"budget"}},
	{"backup", []string{"all"}},
	{"p-median", []string{"p"}},
	{"center", []string{"p"}},
	{"dispersion", []string{"p"}},
	{"capacitated-cover", []string{"p"}},
	{"capacitated-median", []string{"p"}},
	{"floor", []string{"p"}},
	{"least-share", []string{"p"}},
	{"kolm-pollak", []string{"p"}},
}

// modelFor is the model of a question where none is asked for.
func modelFor(goal string) string {
	for _, m := range siteModels {
		if slices.Contains(m.goals, goal) {
			return m.key
		}
	}
	panic("cmd: no model for " + goal)
}

// goalsOf are the flags that a model goes with; none for a model that there is not.
func goalsOf(model string) []string {
	for _, m := range siteModels {
		if m.key == model {
			return m.goals
		}
	}
	return nil
}

func modelKeys() string {
	keys := make([]string, len(siteModels))
	for i, m := range siteModels {
		keys[i] = m.key
	}
	return strings.Join(keys, ", ")
}
