package cmd

import (
	"maps"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/coverage/siting"
	"quarter/data"
)

// shownCodes is how many codes of a matrix that nobody has are shown.
const shownCodes = 5

// layerColumns are the columns of the layers: those of a cost matrix are left to its reader, where one is read.
func (j *job) layerColumns() map[string]string {
	if j.site == nil || j.site.matrix == "" {
		return j.columnOf
	}
	out := maps.Clone(j.columnOf)
	maps.DeleteFunc(out, func(place, _ string) bool { return strings.HasPrefix(place, string(data.LayerCostMatrix)+".") })
	return out
}

// sayMatch tells what of the city a user's costs leave out: a place that they do not know reaches nobody, and the figures rest on the others.
func (a *app) sayMatch(p *siting.Plan) {
	if p == nil || p.Match == nil {
		return
	}
	candidates := 0
	for _, i := range p.Match.LostSites {
		if i < len(p.Candidates) {
			candidates++
		}
	}
	a.sayCount("cli.matrix.candidates", candidates)
	a.sayCount("cli.matrix.centers", len(p.Match.LostSites)-candidates)
	a.sayCount("cli.matrix.demands", len(p.Match.LostDemands))
	extra := slices.Concat(p.Match.ExtraSites, p.Match.ExtraDemands)
	a.sayCount("cli.matrix.extra", len(extra), "codes", a.list(extra[:min(shownCodes, len(extra))]))
}

// sayCount tells how many there are of something, where there are any.
func (a *app) sayCount(key string, n int, args ...any) {
	if n > 0 {
		a.line(a.t(charts.Plural(key, n), append(args, "n", charts.Count(n))...))
	}
}
