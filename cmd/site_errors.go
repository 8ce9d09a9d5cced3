package cmd

import (
	"fmt"
	"math"

	"quarter/charts"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// inputText says why a request makes no sense for the data.
func (a *app) inputText(e *siting.InputError) string {
	key := "siting." + e.Key
	for i := 1; i < len(e.Args); i += 2 {
		if n, ok := e.Args[i].(int); ok && e.Args[i-1] == "count" {
			key = charts.Plural(key, n)
		}
	}
	return a.t(key, a.written(e.Args)...)
}

// noPlan is a request that no choice of sites meets, in a city.
type noPlan struct {
	*siting.InfeasibleError
	request siting.Request
	city    *coverage.Result
}

// noPlanText says why no choice of sites meets a request, and what would cure it.
func (a *app) noPlanText(e *noPlan) string {
	community, now, reach := "", "", charts.AtLeast(e.Need)
	if e.Group >= 0 {
		unit := e.city.Community(e.Group)
		community = charts.NewNamer(e.city, a.lang).Distinct(unit)
		if total, covered := e.request.Objective.Of(unit); total > 0 {
			now, reach = charts.AtLeast(covered/total), charts.AtLeast(e.Need, covered/total)
		}
	}
	all, list := a.shortCommunities(e)
	need := ""
	if e.Need > 0 {
		need = charts.Whole(math.Ceil(e.Need)) // a count, or metres
	}
	return a.t("siting.infeasible."+e.Key, "points", charts.Count(len(e.Demand)), "people", charts.Whole(e.Weight), "community", community, "all", all, "list", list,
		"need", need, "now", now, "asked", charts.Limit(e.request.Floor), "share", reach, "money", charts.Money(a.lang, e.Need), "file", e.request.Matrix)
}

// mostShort is how many communities that cannot be served enough a message names.
const mostShort = 5

// shortCommunities are the number and the names of the communities that miss the least share with every candidate built, where they are several.
func (a *app) shortCommunities(e *noPlan) (number, list string) {
	if len(e.Groups) < 2 {
		return "", ""
	}
	names := charts.NewNamer(e.city, a.lang)
	var first []string
	for _, i := range e.Groups[:min(len(e.Groups), mostShort)] {
		first = append(first, names.Distinct(e.city.Community(i)))
	}
	list = a.list(first)
	if len(e.Groups) > mostShort {
		list = a.t("page.fault.more", "places", list)
	}
	return charts.Count(len(e.Groups)), list
}

// written puts the numbers and lists among the arguments of a text into the form that readers see.
func (a *app) written(args []any) []any {
	out := make([]any, len(args))
	for i, v := range args {
		switch v := v.(type) {
		case int:
			out[i] = charts.Count(v)
		case float64:
			out[i] = charts.Plain(v)
		case []string:
			out[i] = a.list(v)
		default:
			out[i] = fmt.Sprint(v)
		}
	}
	return out
}
