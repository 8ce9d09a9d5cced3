// Package atlas draws the maps of a result as SVG that stands alone: in a page where no script runs and on paper, in community sheets,
// and as files of a paper size for the wall. One drawing code makes them all from a charts.Map.
package atlas

import (
	"errors"
	"io"

	"quarter/charts"
)

// Paper is a paper size.
type Paper struct {
	Key           string  // a4, a3, a1
	Width, Height float64 // mm, landscape
}

// Papers are the sizes that wall maps come in.
var Papers = []Paper{{"a4", 297, 210}, {"a3", 420, 297}, {"a1", 841, 594}}

// Imprint is what a wall map says beside the map, in the map's language.
type Imprint struct {
	Title, Cutoff, Marking, Made string
}

// Still returns one layer of the map as an SVG element of a width in pixels, to stand in a page. id starts the names of its patterns.
func Still(m *charts.Map, layer *charts.Layer, width float64, id string) []byte { return nil }

// Sheet returns the map of one community for its sheet: its ground inside and outside the circles, its grids by number, its neighbours,
// centers near it. region is the index in m.Geometry.Regions.
func Sheet(m *charts.Map, region int, width float64, id string) []byte { return nil }

// Wall writes one layer as a map that fills a sheet of paper, with title, legend, scale, source and maker.
func Wall(w io.Writer, m *charts.Map, layer *charts.Layer, p Paper, about Imprint) error {
	return errors.ErrUnsupported
}
