package cmd

import (
	"io"
	"slices"
	"strings"

	"quarter/charts"
	"quarter/charts/atlas"
	"quarter/charts/report"
	"quarter/coverage"
)

// This file is about the maps of a paper size, one file for each layer and size.

// mapsFolder is where they stand inside the outputs.
const mapsFolder = "maps"

// everyPaper is the word for all sizes.
const everyPaper = "all"

// parsePapers reads the sizes of --maps: a4, a3, a1 or all. They come out in their own order, each once.
func parsePapers(keys []string) ([]atlas.Paper, error) {
	wanted := map[string]bool{}
	for _, key := range keys {
		key = strings.ToLower(strings.TrimSpace(key))
		if key != everyPaper && !slices.ContainsFunc(atlas.Papers, func(p atlas.Paper) bool { return p.Key == key }) {
			return nil, usage("choice", "flag", "--maps", "value", key, "choices", paperKeys())
		}
		wanted[key] = true
	}
	return slices.DeleteFunc(slices.Clone(atlas.Papers), func(p atlas.Paper) bool { return !wanted[p.Key] && !wanted[everyPaper] }), nil
}

func paperKeys() string {
	var keys []string
	for _, p := range atlas.Papers {
		keys = append(keys, p.Key)
	}
	return strings.Join(append(keys, everyPaper), ", ")
}

// mapName is the file of a layer on a paper.
func mapName(layer string, p atlas.Paper) string {
	return mapsFolder + "/" + layer + "-" + p.Key + ".svg"
}

// mapNames are the files of all maps that there can be.
func mapNames() []string {
	var names []string
	for _, layer := range charts.LayerKeys {
		for _, p := range atlas.Papers {
			names = append(names, mapName(layer, p))
		}
	}
	return names
}

// maps are the maps asked for; where nothing has a place on the ground there are none, and the user is told.
func (a *app) maps(j *job, r *coverage.Result, page report.Page) []content {
	if len(j.papers) == 0 {
		return nil
	}
	m := charts.NewMap(r, page.Lang)
	if page.Plan != nil {
		m = charts.NewPlanMap(page.Plan, page.Lang)
	}
	if m == nil {
		a.say("cli.maps_none")
		return nil
	}
	about := atlas.Imprint{
		Title: page.Title, Cutoff: charts.Date(page.Lang, page.Cutoff), Marking: page.Marking, Version: page.Version,
	}
	switch {
	case about.Title != "":
	case page.Plan != nil:
		about.Title = charts.PlanTitle(page.Plan, page.Lang)
	default:
		about.Title = charts.ReportTitle(r, page.Lang)
	}
	var out []content
	for i := range m.Layers {
		for _, p := range j.papers {
			layer := &m.Layers[i]
			out = append(out, content{mapName(layer.Key, p), func(w io.Writer) error { return atlas.Wall(w, m, layer, p, about) }})
		}
	}
	return out
}
