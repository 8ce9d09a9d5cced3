package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
)

// coverageMap is the figure of the map. It is drawn from its Map: by the page's script, and by charts/atlas.
func coverageMap(r *coverage.Result, lang words.Lang) Figure {
	return mapFigure(NewMap(r, lang), lang)
}

func mapFigure(m *Map, lang words.Lang) Figure {
	if m == nil {
		return absent("map", lang.T("chart.map.noground"), lang)
	}
	first := &m.Layers[0]
	return Figure{
		ID: figureID("map"), Key: "map", Title: first.Title, Subtitle: first.Reading, Alt: first.Alt, Note: m.Source,
		Map: m, Table: first.Table, Hows: []string{"", "class_" + first.Key}, Units: numbered("r", 0, len(first.Classes)), Legend: m.Legends[first.Key],
	}
}
