package charts

import (
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/paulmach/orb"

	"quarter/coverage"
)

// numbered are the zones that carry a number on the map: those of the ranking.
func (m *mapDrawing) numbered() []coverage.Zone {
	return m.result.Zones[:min(MostZones, len(m.result.Zones))]
}

// zoneAreas are all blind zones in the units of the map, the small ones too.
func (m *mapDrawing) zoneAreas() []Region {
	var out []Region
	bounds := m.ground.geometry.Bounds
	slack := math.Max(areaSlack, math.Max(bounds[2]-bounds[0], bounds[3]-bounds[1])/quantum/areaPixels)
	add := func(shape orb.MultiPolygon) {
		if region := m.ground.snap.area(shape, slack); len(region) > 0 {
			out = append(out, region)
		}
	}
	for i := range m.result.Zones {
		add(m.result.Zones[i].Shape)
	}
	add(m.result.ZonesRest.Shape)
	return out
}

// addZones hatches the blind zones and numbers the largest.
func (m *mapDrawing) addZones(s *sketch, d *Drawing) {
	areas := m.zoneAreas()
	if len(areas) > 0 {
		d.Areas = map[string][]Region{"zones": areas}
		s.add("zones", types.ChartCustom, []opts.GeoData{{Value: []any{0, 0}}}, map[string]any{
			"renderItem": named("areas"), "silent": true, "z": 2, "tooltip": map[string]any{"show": false},
			"itemStyle": map[string]any{"borderColor": NotMet, "borderWidth": 1.1},
		})
	}
}

// addZoneNumbers adds the numbers of the largest zones, clear of the sites and of one another.
func (m *mapDrawing) addZoneNumbers(s *sketch, d *Drawing, at []orb.Point) {
	if len(at) == 0 {
		return
	}
	var points []opts.GeoData
	var rows [][]string
	for i := range m.numbered() {
		z := &m.result.Zones[i]
		points = append(points, place(at[i], itoa(i+1)))
		rows = append(rows, []string{
			m.lang.T("chart.map.zone", "n", i+1), m.names.Zone(z), Whole(z.People), ZoneCenter(m.names, z), Number(m.lang, z.Distance, Meters),
		})
	}
	d.Tips["zone-numbers"] = Tips{Head: []string{m.lang.T("page.col.place"), m.people(), m.lang.T("page.col.nearestcenter"), m.lang.T("page.col.away")}, Rows: rows}
	s.add("zone-numbers", types.ChartScatter, points, map[string]any{
		"coordinateSystem": "geo", "symbol": "circle", "symbolSize": zonePixels, "z": 8,
		"itemStyle": map[string]any{"color": Paper, "borderColor": NotMet, "borderWidth": 1.8, "opacity": 1},
		"label":     map[string]any{"show": true, "position": "inside", "formatter": "@name", "color": NotMetInk, "fontSize": 12, "fontWeight": "bold"},
	})
}

// zonePixels is the size of a zone's number on the map as drawn on a desktop page.
const zonePixels = 20

// zonePoints are where the numbers stand: in their zones, moved a little where a site or another number would lie on them.
func (m *mapDrawing) zonePoints(view [4]float64) []orb.Point {
	pixel := (view[2] - view[0]) / mapPixels // degrees of longitude
	var taken, out []orb.Point
	for _, s := range m.result.Sites {
		taken = append(taken, s.Point)
	}
	for i := range m.numbered() {
		p := m.result.Zones[i].Point
		shrink := math.Cos(p.Lat() * math.Pi / 180)
		free := func(at orb.Point) bool {
			return !slices.ContainsFunc(taken, func(t orb.Point) bool {
				return math.Hypot(t[0]-at[0], (t[1]-at[1])/shrink) < zonePixels*pixel
			})
		}
		for _, step := range [][2]float64{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			if at := (orb.Point{p[0] + step[0]*movedPixels*pixel, p[1] + step[1]*movedPixels*pixel*shrink}); free(at) {
				p = at
				break
			}
		}
		taken, out = append(taken, p), append(out, p)
	}
	return out
}

// zoneLegend counts the zones with and without a number.
func (m *mapDrawing) zoneLegend() []LegendRow {
	n := len(m.numbered())
	var rows []LegendRow
	if n > 0 {
		rows = append(rows, LegendRow{"zone", m.lang.T("chart.map.zones"), Count(n)})
	}
	if rest := len(m.result.Zones) - n + m.result.ZonesRest.Count; rest > 0 {
		rows = append(rows, LegendRow{"zone-rest", m.lang.T("chart.map.zones.rest"), Count(rest)})
	}
	return rows
}
