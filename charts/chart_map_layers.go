package charts

import (
	"cmp"
	"math"
	"slices"

	gocharts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
	"github.com/paulmach/orb"

	"quarter/coverage"
	"quarter/data"
)

// sketch is a map under construction: go-echarts series, and beside each what go-echarts has no field for.
type sketch struct {
	chart *gocharts.Geo
	extra []map[string]any
}

func newSketch() *sketch {
	s := &sketch{chart: gocharts.NewGeo()}
	s.chart.GeoComponent = opts.GeoComponent{Map: mapName}
	return s
}

func (s *sketch) add(id, kind string, points []opts.GeoData, extra map[string]any) {
	s.chart.AddSeries(id, kind, points)
	extra["id"] = id
	s.extra = append(s.extra, extra)
}

func (s *sketch) option(geo map[string]any) map[string]any {
	return option(s.chart, map[string]any{"geo": geo, "series": s.extra})
}

// addPaths adds the lines; their geometry travels in Drawing.Paths.
func (m *mapDrawing) addPaths(s *sketch) {
	line := func(id, color string, width float64, z int) {
		s.add(id, types.ChartCustom, []opts.GeoData{{Value: []any{0, 0}}}, map[string]any{
			"renderItem": named("paths"), "silent": true, "z": z, "tooltip": map[string]any{"show": false},
			"itemStyle": map[string]any{"borderColor": color, "borderWidth": width},
		})
	}
	line("inner", Paper, 2.4, 2)
	line("outer", Ink, 1.6, 3)
	line("circles", Reach, 1.4, 4)
}

// degrees is a coordinate as a page holds it: 1e-6 degrees, a tenth of a metre.
func degrees(v float64) float64 { return math.Round(v*1e6) / 1e6 }

func place(p orb.Point, name string) opts.GeoData {
	return opts.GeoData{Name: name, Value: []any{degrees(p[0]), degrees(p[1])}}
}

// addGround adds the tooltips of the regions, or the ground itself where it is points.
func (m *mapDrawing) addGround(s *sketch, d *Drawing) {
	if m.ground.kind != "points" {
		d.Tips["geo"] = m.tips(func(int) bool { return true })
		return
	}
	for class := -1; class < len(coverageColors); class++ {
		var points []opts.GeoData
		in := func(i int) bool { return classOf(m.ground.shares[i]) == class }
		for i, p := range m.ground.points {
			if in(i) {
				points = append(points, place(p, ""))
			}
		}
		if len(points) == 0 {
			continue
		}
		id := "points-" + itoa(class)
		d.Tips[id] = m.tips(in)
		s.add(id, types.ChartScatter, points, map[string]any{
			"coordinateSystem": "geo", "symbol": "circle", "symbolSize": 5, "z": 2, "itemStyle": pointStyle(class),
		})
	}
}

func classOf(share data.Number) int {
	if !share.Known {
		return -1
	}
	return CoverageClass(share.V)
}

func pointStyle(class int) map[string]any {
	if class < 0 {
		return map[string]any{"color": Paper, "borderColor": NoDataInk, "borderWidth": 1, "opacity": 1}
	}
	return map[string]any{"color": coverageColors[class], "borderColor": Ink3, "borderWidth": .4, "opacity": 1}
}

// sign is how the centers of one tier look.
type sign struct {
	key    string // of the series and of the legend's swatch
	tier   data.Tier
	symbol string
	size   float64
	hollow bool
}

// starPath and trianglePath are drawn by us, so that they look the same everywhere.
const (
	starPath     = "path://M0,-10L2.35,-3.24L9.51,-3.09L3.8,1.24L5.88,8.09L0,4L-5.88,8.09L-3.8,1.24L-9.51,-3.09L-2.35,-3.24Z"
	trianglePath = "path://M0,-8L8,6L-8,6Z"
)

// signs are drawn from the last to the first, so that the rare ones lie on top.
var signs = []sign{
	{"star", data.TierDistrict, starPath, 17, false},
	{"square", data.TierStreet, "rect", 8, false},
	{"triangle", data.TierRegional, trianglePath, 9, true},
	{"dot", data.TierCommunity, "circle", 5.5, false},
	{"ring", data.TierUnknown, "circle", 6.5, true},
}

// addCenters adds the counted centers by tier, and in grey those that are not counted. Service points have no circle and no sign.
func (m *mapDrawing) addCenters(s *sketch, d *Drawing) {
	m.addSign(s, d, sign{"uncounted", 0, "circle", 5.5, true}, Ink3, func(i int) bool { return uncounted(m.result.Centers[i].Use) })
	for _, g := range slices.Backward(signs) {
		m.addSign(s, d, g, Ink, func(i int) bool { return m.shown(i, g.tier) })
	}
}

func (m *mapDrawing) shown(i int, tier data.Tier) bool {
	return m.result.Centers[i].Use.Counted() && m.result.City.Centers[i].Tier == tier
}

func uncounted(u coverage.CenterUse) bool { return !u.Counted() && u != coverage.UsePoint }

func (m *mapDrawing) addSign(s *sketch, d *Drawing, g sign, ink string, wanted func(int) bool) {
	var points []opts.GeoData
	var rows [][]string
	for i := range m.result.Centers {
		if wanted(i) {
			points = append(points, place(m.result.City.Centers[i].Point, ""))
			rows = append(rows, m.centerTip(i))
		}
	}
	if len(points) == 0 {
		return
	}
	id := "centers-" + g.key
	d.Tips[id] = Tips{Head: []string{m.lang.T("page.col.tier"), m.lang.T("page.col.use"), m.lang.T("page.col.within", "people", m.people())}, Rows: rows}
	style := map[string]any{"color": ink, "borderColor": Paper, "borderWidth": 1, "opacity": 1}
	if g.hollow {
		style = map[string]any{"color": Paper, "borderColor": ink, "borderWidth": 1.4, "opacity": 1}
	}
	s.add(id, types.ChartScatter, points, map[string]any{
		"coordinateSystem": "geo", "symbol": g.symbol, "symbolSize": g.size, "symbolKeepAspect": true, "z": 6, "itemStyle": style,
	})
}

func (m *mapDrawing) people() string { return m.lang.T("page.people." + m.result.Basis.Basis.String()) }

func (m *mapDrawing) centerTip(i int) []string {
	c := &m.result.Centers[i]
	people := "–"
	if c.Use.Counted() {
		people = Whole(c.People)
	}
	return []string{m.names.Center(i), m.lang.T("tier." + m.result.City.Centers[i].Tier.String()), UseText(m.lang, m.result, i), people}
}

// addSites adds the recommended sites as numbered diamonds.
func (m *mapDrawing) addSites(s *sketch, d *Drawing) {
	if len(m.result.Sites) == 0 {
		return
	}
	var points []opts.GeoData
	var rows [][]string
	for _, site := range m.result.Sites {
		points = append(points, place(site.Point, itoa(site.Rank)))
		rows = append(rows, []string{
			m.lang.T("chart.map.site", "n", site.Rank), SitePlace(m.names, m.result, site), Whole(site.NewPeople), Rate(site.Share) + "%",
		})
	}
	d.Tips["sites"] = Tips{Head: []string{m.lang.T("page.col.place"), m.lang.T("page.col.newcov"), m.lang.T("page.col.after")}, Rows: rows}
	s.add("sites", types.ChartScatter, points, map[string]any{
		"coordinateSystem": "geo", "symbol": "diamond", "symbolSize": 22, "z": 8,
		"itemStyle": map[string]any{"color": Ink, "borderColor": Paper, "borderWidth": 1.5, "opacity": 1},
		"label":     map[string]any{"show": true, "position": "inside", "formatter": "@name", "color": Paper, "fontSize": 11, "fontWeight": "bold"},
	})
}

// addLabels writes the names of the units that the report lists by, at most as many as a map can bear; numbers are where those of the
// blind zones stand.
func (m *mapDrawing) addLabels(s *sketch, view [4]float64, numbers []orb.Point) {
	const most = 40
	level, units := Breakdown(m.result)
	if len(units) > most && level == coverage.LevelStreet {
		level, units = coverage.LevelDistrict, m.result.Level(coverage.LevelDistrict)
	}
	if m.ground.kind != "communities" || len(units) > most || len(units) < 2 {
		return
	}
	byPosition, obstacles := map[string][]opts.GeoData{}, m.obstacles(numbers)
	for i := range units {
		if at, ok := m.heart(level, &units[i]); ok && !units[i].Virtual {
			name := m.names.Name(&units[i])
			position := namePosition(at, name, view, obstacles)
			byPosition[position] = append(byPosition[position], place(at, name))
		}
	}
	for _, position := range namePositions {
		m.addNames(s, "labels-"+position, position, byPosition[position])
	}
}

// namePositions are where a name may stand, best first.
var namePositions = []string{"inside", "top", "bottom"}

// Sizes on the map as drawn on a desktop page, in pixels: the map, a line of text, the sign of a site and of a center, the distance of a
// name that moved.
const (
	mapPixels, linePixels, sitePixels, centerPixels, movedPixels = 960, 17, 22, 12, 24
)

// namePosition is the first position at which no sign of a site or of a larger center would lie on the name; inside where there is none.
func namePosition(p orb.Point, name string, view [4]float64, obstacles []obstacle) string {
	pixel := (view[2] - view[0]) / mapPixels // degrees of longitude
	shrink := math.Cos(p.Lat() * math.Pi / 180)
	for k, shift := range []float64{0, movedPixels, -movedPixels} {
		lat := p.Lat() + shift*pixel*shrink
		hit := slices.ContainsFunc(obstacles, func(o obstacle) bool {
			halfWidth, halfHeight := (textPixels(name)+o.size)/2*pixel, (linePixels+o.size)/2*pixel*shrink
			return math.Abs(o.at[0]-p.Lon()) < halfWidth && math.Abs(o.at[1]-lat) < halfHeight
		})
		if !hit {
			return namePositions[k]
		}
	}
	return namePositions[0]
}

// obstacle is a sign that a name must not lie on; size in pixels.
type obstacle struct {
	at   orb.Point
	size float64
}

// obstacles are the sites, the numbers of the blind zones, the district and street centers, and the centers that are not counted. The many community centers are not:
// no name would find a place between them.
func (m *mapDrawing) obstacles(numbers []orb.Point) []obstacle {
	var out []obstacle
	for _, p := range numbers {
		out = append(out, obstacle{p, zonePixels})
	}
	for _, s := range m.result.Sites {
		out = append(out, obstacle{s.Point, sitePixels})
	}
	for i := range m.result.Centers {
		c := &m.result.City.Centers[i]
		if m.shown(i, data.TierDistrict) || m.shown(i, data.TierStreet) || uncounted(m.result.Centers[i].Use) {
			out = append(out, obstacle{c.Point, centerPixels})
		}
	}
	return out
}

// textPixels is about how wide a name is drawn: Han characters are square, Latin letters half as wide.
func textPixels(name string) float64 {
	width := 0.0
	for _, r := range name {
		if r < 0x2E80 {
			width += 7.4
			continue
		}
		width += 13.5
	}
	return width
}

func (m *mapDrawing) addNames(s *sketch, id, position string, points []opts.GeoData) {
	if len(points) == 0 {
		return
	}
	s.add(id, types.ChartScatter, points, map[string]any{
		"coordinateSystem": "geo", "symbolSize": 1, "silent": true, "z": 7, "itemStyle": map[string]any{"color": "transparent", "opacity": 1},
		"label": map[string]any{
			"show": true, "position": position, "distance": 16, "formatter": "@name", "color": Ink, "fontSize": 13.5, "fontWeight": "bold",
			"textBorderColor": "rgba(255,255,255,.92)", "textBorderWidth": 4,
		},
		"labelLayout": map[string]any{"hideOverlap": true, "moveOverlap": "shiftY"},
		"tooltip":     map[string]any{"show": false},
	})
}

// heart is a point well inside a unit: inside its own outline where it has one, else inside the community nearest to its middle.
func (m *mapDrawing) heart(level coverage.Level, u *coverage.Unit) (orb.Point, bool) {
	city := m.result.City
	switch {
	case level == coverage.LevelStreet && city.Streets[u.Index].Shape != nil:
		return city.Streets[u.Index].Shape.InteriorPoint(), true
	case level == coverage.LevelDistrict && city.Districts[u.Index].Shape != nil:
		return city.Districts[u.Index].Shape.InteriorPoint(), true
	}
	var inside []orb.Point
	var middle orb.Point
	var weight float64
	for i := range city.Communities {
		shape := city.Communities[i].Shape
		if shape == nil || !belongs(m.result, level, i, u.Index) {
			continue
		}
		p, w := shape.InteriorPoint(), shape.Area()
		inside = append(inside, p)
		middle[0], middle[1], weight = middle[0]+p[0]*w, middle[1]+p[1]*w, weight+w
	}
	if len(inside) == 0 || weight <= 0 {
		return orb.Point{}, false
	}
	middle[0], middle[1] = middle[0]/weight, middle[1]/weight
	far := func(p orb.Point) float64 { return math.Hypot(p[0]-middle[0], p[1]-middle[1]) }
	return slices.MinFunc(inside, func(a, b orb.Point) int { return cmp.Compare(far(a), far(b)) }), true
}

func belongs(r *coverage.Result, level coverage.Level, community, index int) bool {
	if level == coverage.LevelCommunity {
		return community == index
	}
	return groupOf(r, level, community) == index
}
