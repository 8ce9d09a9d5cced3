package cmd

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"quarter/charts"
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// planFolder holds the data of the city with the plan: in the layers beside the page no planned center stands among those that exist.
const planFolder = "after/"

// planNames are the files of a plan, beside those of an analysis of the city as it is.
var planNames = []string{
	"plan.json", "sites.csv", "sites.geojson", "assignments.csv", "assignments.geojson",
	planFolder + "result.json", planFolder + "communities.geojson", planFolder + "grids.geojson", planFolder + "centers.geojson", planFolder + "circles.geojson",
	planFolder + "service_area.geojson", planFolder + "blind_zones.geojson",
}

// planFiles are what is written of a plan; one that chooses no site has no files of sites.
func planFiles(p *siting.Plan, lang words.Lang) []content {
	t := charts.NewPlanText(p, lang)
	all := p.Assignments()
	files := []content{{"plan.json", p.WriteJSON}}
	if len(p.Picks) > 0 {
		files = append(files, content{"sites.csv", func(w io.Writer) error { return charts.WriteCSV(w, t.SiteHeads(), len(p.Picks), t.SiteRow) }},
			content{"sites.geojson", p.WriteSites})
	}
	files = append(files, []content{
		{"assignments.csv", func(w io.Writer) error {
			return charts.WriteCSV(w, t.AssignmentHeads(), len(all), func(i int) []string { return t.AssignmentRow(&all[i]) })
		}},
		{"assignments.geojson", p.WriteAssignments},
	}...)
	return append(files, layerFiles(planFolder, p.After)...)
}

// asGiven is the result about the data that were read, which the page, its layers and the manifest are about: not what a plan adds.
func (j *job) asGiven(r *coverage.Result) *coverage.Result {
	if j.plan != nil {
		return j.plan.Before
	}
	return r
}

// addSite notes what a site run read beside its layers; where that stood is added with the other paths.
func (m *manifest) addSite(r *siteRequest) {
	m.Command = siteCommand
	for _, f := range r.avoidRead {
		f.Path = ""
		m.Avoid = append(m.Avoid, f)
	}
	if r.matrixRead != nil {
		f := *r.matrixRead
		f.Path = ""
		m.CostMatrix = &f
	}
}

// siteFiles are the files that a site run read beside its layers.
func (m *manifest) siteFiles() []reference {
	if m.CostMatrix == nil {
		return m.Avoid
	}
	return append(slices.Clone(m.Avoid), *m.CostMatrix)
}

// newRecorded returns the flags of an earlier run, and what makes its job of them.
func (a *app) newRecorded(m manifest) (*cobra.Command, func(*cobra.Command) (*job, error)) {
	if m.Command == siteCommand {
		c, o := a.newSiteRun()
		return c, o.job
	}
	c, o := a.newRun()
	return c, o.job
}
