package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
)

// mapName is the name under which the page's script registers the ground.
const mapName = "quarter"

// coverageMap draws the ground in classes of population coverage, the edge of all service circles together, the centers by tier and
// the recommended sites. Where communities have no outline the grids are drawn, as areas or as points.
func coverageMap(r *coverage.Result, lang words.Lang) Figure {
	ground := newGround(r, lang)
	if ground == nil {
		return absent("map", lang.T("chart.map.noground"), lang)
	}
	m := &mapDrawing{result: r, lang: lang, ground: ground, names: NewNamer(r, lang)}
	title, alt := m.title()
	return Figure{
		ID: figureID("map"), Key: "map", Title: title, Alt: alt,
		Subtitle: lang.T("chart.map.subtitle."+m.drawn(), "circle", CircleName(lang, r), "people", lang.T("page.people."+r.Basis.Basis.String())),
		Note:     m.note(),
		Drawing:  m.drawing(),
		Table:    m.table(),
		Legend:   m.legend(),
	}
}

// ground is what the map colours: communities, or grids where no community has an outline.
type ground struct {
	kind     string // communities, grids, points
	shapes   []orb.MultiPolygon
	points   []orb.Point
	shares   []data.Number // population coverage of each
	missing  int           // without outline: not drawn, but counted
	unit     []int         // index of the community or grid of each
	geometry *Geometry
	snap     quantizer
}

func newGround(r *coverage.Result, lang words.Lang) *ground {
	g := communityGround(r)
	if len(g.shapes) == 0 {
		g = gridGround(r)
	}
	if len(g.shapes) == 0 && len(g.points) == 0 {
		return nil
	}
	boxes := g.shapes
	for _, p := range g.points {
		boxes = append(boxes, orb.MultiPolygon{{{p, p}}})
	}
	g.geometry, g.snap = newGeometry(boxes)
	g.geometry.Regions = g.geometry.Regions[:len(g.shapes)]
	return g
}

func communityGround(r *coverage.Result) *ground {
	g := &ground{kind: "communities"}
	for i := range r.City.Communities {
		shape := r.City.Communities[i].Shape
		if shape == nil {
			g.missing++
			continue
		}
		g.shapes = append(g.shapes, shape.Geometry())
		g.shares = append(g.shares, r.Community(i).Get("coverage_pop").Number)
		g.unit = append(g.unit, i)
	}
	return g
}

func gridGround(r *coverage.Result) *ground {
	g := &ground{kind: "grids"}
	for i := range r.City.Grids {
		grid := &r.City.Grids[i]
		if grid.Shape != nil {
			g.shapes = append(g.shapes, grid.Shape.Geometry())
			g.shares = append(g.shares, gridShare(r, i))
			g.unit = append(g.unit, i)
		}
	}
	if len(g.shapes) > 0 {
		g.missing = len(r.City.Grids) - len(g.shapes)
		return g
	}
	g.kind = "points"
	for i := range r.City.Grids {
		g.points = append(g.points, r.City.Grids[i].Point)
		g.shares = append(g.shares, gridShare(r, i))
		g.unit = append(g.unit, i)
	}
	return g
}

// gridShare is a grid's population coverage: people are spread evenly in it, so it is the share of its ground. No count, no rate.
func gridShare(r *coverage.Result, i int) data.Number {
	if GridAbsence(r, i) != Present {
		return data.Number{}
	}
	return data.Num(r.Grids[i].Share)
}

type mapDrawing struct {
	result *coverage.Result
	lang   words.Lang
	ground *ground
	names  *Namer
}

// drawn is the end of the key of the subtitle: what is coloured.
func (m *mapDrawing) drawn() string {
	if !m.result.Total().Get("coverage_pop").Known {
		return "nothing"
	}
	return m.ground.kind
}

func (m *mapDrawing) title() (title, alt string) {
	total := m.result.Total()
	people := PeopleOf(total.People)
	basis := m.result.Basis.Basis
	unit := m.lang.T("page.people.unit." + basis.String())
	if !m.result.City.HasCenters() {
		return m.lang.T("chart.map.title.nocenters"), m.lang.T("chart.map.title.nocenters")
	}
	if !total.Get("coverage_pop").Known {
		return m.lang.T("chart.map.title.nodata"), m.lang.T("chart.map.title.nodata")
	}
	key := "chart.map.title"
	args := []any{"circle", CircleName(m.lang, m.result), "covered", people.Covered, "uncovered", people.Uncovered, "unit", unit, "people", m.people()}
	if worst := m.mostUncovered(); worst != nil {
		key = "chart.map.title.worst"
		args = append(args, "name", m.names.Distinct(worst), "n", PeopleOf(worst.People).Uncovered)
	}
	title = m.lang.T(key, args...)
	return title, m.lang.T("chart.map.alt", "finding", title, "rate", CoverageRate(m.lang, m.result, total))
}

// mostUncovered is the unit of the breakdown with the most people outside; nil where the area has only one, or nobody is outside.
func (m *mapDrawing) mostUncovered() *coverage.Unit {
	_, units := Breakdown(m.result)
	if len(units) < 2 {
		return nil
	}
	worst := slices.MaxFunc(units, func(a, b coverage.Unit) int { return cmp.Compare(a.People.Uncovered, b.People.Uncovered) })
	if round(worst.People.Uncovered) < 1 {
		return nil
	}
	return &worst
}

func (m *mapDrawing) note() string {
	files := ""
	for _, s := range m.result.City.Sources {
		if files != "" {
			files += m.lang.T("page.comma")
		}
		files += s.File
	}
	if files == "" {
		return m.lang.T("chart.map.note.nofiles")
	}
	return m.lang.T("chart.map.note", "files", files)
}

// drawing is the option and the geometry kept apart from it.
func (m *mapDrawing) drawing() *Drawing {
	g := m.ground.geometry
	middle := (g.Bounds[1] + g.Bounds[3]) / 2
	aspect := degrees(math.Cos(middle * math.Pi / 180)) // a degree of longitude over one of latitude
	view := padded(g.Bounds, aspect)
	inner, outer := m.edges()
	d := &Drawing{
		Aspect: degrees((view[2] - view[0]) * aspect / (view[3] - view[1])),
		Map:    g,
		Paths:  map[string][]Path{"inner": inner, "outer": outer, "circles": m.circles()},
		Tips:   map[string]Tips{},
		Scale:  newScale(m.lang, view, middle),
		North:  m.lang.T("chart.map.north"),
	}
	s := newSketch()
	numbers := m.zonePoints(view)
	m.addPaths(s)
	m.addZones(s, d)
	m.addGround(s, d)
	m.addCenters(s, d)
	m.addLabels(s, view, numbers)
	m.addZoneNumbers(s, d, numbers)
	m.addSites(s, d)
	d.Option = s.option(m.geo(view, aspect))
	return d
}

// padded is the box that the map shows: the ground and a margin of 3 % of its longer side, with room for the scale bar below.
func padded(b [4]float64, aspect float64) [4]float64 {
	margin := max((b[2]-b[0])*aspect, b[3]-b[1], 4*quantum) * .03
	return [4]float64{degrees(b[0] - margin/aspect), degrees(b[1] - 1.8*margin), degrees(b[2] + margin/aspect), degrees(b[3] + margin)}
}

// geo is the coordinate system with its regions in class colours.
func (m *mapDrawing) geo(view [4]float64, aspect float64) map[string]any {
	regions := make([]any, len(m.ground.shapes))
	for i := range regions {
		regions[i] = map[string]any{"name": itoa(i), "itemStyle": classStyle(m.ground.shares[i])}
	}
	edge := .7
	if m.ground.kind == "grids" {
		edge = .45
	}
	return map[string]any{
		"nameProperty": "k", "aspectScale": aspect, "roam": false, "selectedMode": false, "z": 1,
		"left": 0, "right": 0, "top": 0, "bottom": 0, "preserveAspect": "contain",
		"boundingCoords": [][]float64{{view[0], view[3]}, {view[2], view[1]}},
		"itemStyle":      map[string]any{"areaColor": Paper, "borderColor": Paper, "borderWidth": edge},
		"label":          map[string]any{"show": false},
		"emphasis": map[string]any{
			"label":     map[string]any{"show": false},
			"itemStyle": map[string]any{"areaColor": "inherit", "borderColor": Ink, "borderWidth": 1.6},
		},
		"tooltip": map[string]any{"show": true, "formatter": "@tip"},
		"regions": regions,
	}
}

func classStyle(share data.Number) map[string]any {
	if !share.Known {
		return map[string]any{"areaColor": named("nodata")}
	}
	return map[string]any{"areaColor": coverageColors[CoverageClass(share.V)]}
}

// edges are the lines of the level above the communities, and around everything.
func (m *mapDrawing) edges() (inner, outer []Path) {
	if m.ground.kind != "communities" {
		return nil, nil
	}
	level, _ := Breakdown(m.result)
	group := make([]int, len(m.ground.unit))
	for i, c := range m.ground.unit {
		group[i] = groupOf(m.result, level, c)
	}
	return edges(m.ground.geometry.Regions, group)
}

// groupOf is the number of a community's unit at a level.
func groupOf(r *coverage.Result, level coverage.Level, community int) int {
	street := r.City.Communities[community].Street
	switch level {
	case coverage.LevelStreet:
		return street
	case coverage.LevelDistrict:
		return r.City.Streets[street].District
	}
	return 0
}

// circles is the outer edge of all service circles together: never single discs on top of each other.
func (m *mapDrawing) circles() []Path {
	var out []Path
	for _, polygon := range m.result.ServiceArea(arcFlatness) {
		for _, ring := range polygon {
			if corners := m.ground.snap.snap(ring); len(corners) > 1 {
				out = append(out, path(corners))
			}
		}
	}
	return out
}
