package atlas

import (
	"github.com/paulmach/orb"

	"quarter/charts"
	"quarter/geo"
)

// Sheets draws the small maps of communities. What lies near each is found by an index that is built once. Safe for concurrent use.
type Sheets struct {
	m       *charts.Map
	layer   *charts.Layer // coverage: it tells which regions have no data
	regions *geo.Index
	cells   [][]int // of each region, in order
	circles []outline
	centers []center
	places  *geo.Index
}

// center is a sign and its place.
type center struct {
	key string
	at  orb.Point
}

// NewSheets prepares the maps of all communities; the regions of the map must be communities.
func NewSheets(m *charts.Map) *Sheets {
	s := &Sheets{m: m, layer: m.Layer("coverage"), cells: make([][]int, len(m.Geometry.Regions))}
	bounds := make([]orb.Bound, len(m.Geometry.Regions))
	for i, r := range m.Geometry.Regions {
		bounds[i] = shape(m.Geometry, r).Bound()
	}
	s.regions = geo.NewIndex(bounds)
	for i, parent := range m.Parent {
		if parent >= 0 {
			s.cells[parent] = append(s.cells[parent], i)
		}
	}
	for _, path := range m.Arcs {
		s.circles = append(s.circles, newOutline(path))
	}
	var places []orb.Bound
	for _, sign := range m.Signs {
		for _, p := range sign.At {
			s.centers = append(s.centers, center{sign.Key, p})
			places = append(places, orb.Bound{Min: p, Max: p})
		}
	}
	s.places = geo.NewIndex(places)
	return s
}

// Draw returns the map of one community as an SVG element of a width in pixels: its ground pale inside the circles and hatched outside
// (grey where it has no data), its grids with their numbers in order, neighbours, the outline of the circles, centers. region is the index in
// Geometry.Regions; without an outline there is no map: nil. alt says what it shows; id starts the names of its parts. It needs SheetStyle
// and SheetHatches in the same page.
func (s *Sheets) Draw(region int, width float64, id, alt string) []byte {
	if len(s.m.Geometry.Regions[region]) == 0 {
		return nil
	}
	d := s.sheet(region, width, id)
	d.open(`role="img" class="sheetmap" viewBox="0 0 `, d.w, d.h)
	d.describe(alt, "")
	d.parts()
	d.neighbours()
	d.inside()
	d.grids()
	d.lines()
	p := &placer{within: d.box, taken: []box{d.scaleBox(d.box, sheetBar)}}
	d.near(p)
	d.numbers(p)
	d.scale(d.scaleBox(d.box, sheetBar), d.scaleBar(sheetBar*d.w))
	d.raw("</svg>")
	return []byte(classes.Replace(d.String()))
}
