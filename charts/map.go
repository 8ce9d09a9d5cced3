package charts

import (
	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
	"quarter/coverage/siting"
)

// Map is the map of a result in one language, ready to be drawn. The page's live map and charts/atlas draw the same things in the same
// order from this one value: ground, regions or cells in the classes of one layer, edges of the level above, blind zones, the outline of
// the service circles, the edge of everything, centers, names, numbers of the zones, sites.
type Map struct {
	Lang words.Lang `json:"-"`
	Kind string     `json:"kind"` // what Regions are: communities; grids where no community has an outline; points where grids have none either

	Geometry *Geometry   `json:"ground"`           // of Regions; simplified without gaps, in whole quanta
	Keys     []string    `json:"units"`            // UnitKey of each region or point; g and its number for grids
	Unit     []int       `json:"-"`                // index in the city of the community (of the grid, where Kind is not communities) of each region or point
	Points   []orb.Point `json:"points,omitempty"` // where Kind is points: lon, lat of each
	Cells    []Region    `json:"cells,omitempty"`  // outlines of the city's grids, in the city's order, in the units of Geometry; only where Kind is communities
	Parent   Indexes     `json:"parent,omitempty"` // region of each cell, -1 for none

	View   [4]float64 `json:"view"`   // west, south, east, north of what is drawn, degrees
	Middle float64    `json:"-"`      // latitude on which the scale bar is true
	Aspect float64    `json:"aspect"` // width ÷ height on the ground

	Inner   []Path   `json:"inner"`   // edges of the level above the regions
	Outer   []Path   `json:"outer"`   // of everything
	Circles []Path   `json:"circles"` // outline of all service circles together
	Arcs    []Path   `json:"-"`       // the same with every corner, for maps of a small part
	Blind   []Region `json:"blind"`   // the blind zones
	Layers  []Layer  `json:"layers"`  // what can be shown; never empty

	Names []Place `json:"names"` // names of the units of the breakdown, the largest first
	Zones []Place `json:"zones"` // numbered blind zones, in the order of the list
	Sites []Place `json:"sites"` // recommended sites, best first

	ZoneRest ZoneRest `json:"-"`     // what stands below the numbered zones in their list
	Signs    []Sign   `json:"signs"` // centers by tier, and those that are not counted

	ZoneHead []string `json:"zoneHead"` // labels of the cells after the first of their tooltips
	SiteHead []string `json:"siteHead"`

	North   string                   `json:"north"` // the word at the arrow
	Source  string                   `json:"-"`     // where it comes from, coordinates, distance method
	Permit  string                   `json:"-"`     // the words before the blank of a map approval number
	Scale   *Scale                   `json:"scale"`
	Legends map[string][]LegendGroup `json:"-"` // by layer
}

// mapper draws up the map of a result.
type mapper struct {
	result *coverage.Result
	lang   words.Lang
	ground *ground
	names  *Namer
	plan   *siting.Plan // nil where there is none
}

// NewMap draws up the map of a result; nil where nothing has a place on the ground.
func NewMap(r *coverage.Result, lang words.Lang) *Map {
	return drawUp(&mapper{result: r, lang: lang, names: NewNamer(r, lang)})
}

func drawUp(m *mapper) *Map {
	g := newGround(m.result)
	if g == nil {
		return nil
	}
	m.ground = g
	layers := m.layers()
	out := m.draft(layers, m.legends(layers))
	out.Blind, out.Zones, out.Sites, out.ZoneHead, out.SiteHead = m.blind(), m.zones(), m.sites(), m.zoneHead(), m.siteHead()
	out.ZoneRest = m.zoneRest()
	if g.kind == "communities" {
		out.Cells, out.Parent = g.cells, m.parents()
	}
	return out
}

// draft is the map without blind zones, sites and cells.
func (m *mapper) draft(layers []Layer, legends map[string][]LegendGroup) *Map {
	g, bounds := m.ground, m.ground.geometry.Bounds
	aspect := lonScale(bounds)
	view := padded(bounds, aspect)
	middle := (bounds[1] + bounds[3]) / 2
	out := &Map{
		Lang: m.lang, Kind: g.kind, Geometry: g.geometry, Unit: g.unit, Points: g.points,
		View: view, Middle: middle, Aspect: degrees((view[2] - view[0]) * aspect / (view[3] - view[1])),
		Layers: layers, Legends: legends, Keys: m.keys(), Names: m.nameUnits(), Signs: m.signsOf(),
		North: m.lang.T("chart.map.north"), Source: m.source(), Permit: m.lang.T("map.permit"), Scale: newScale(m.lang, view, middle),
	}
	out.Inner, out.Outer = m.edges()
	out.Circles, out.Arcs = m.circles()
	return out
}

// Layer is the layer of a key, nil where the map has none.
func (m *Map) Layer(key string) *Layer {
	for i := range m.Layers {
		if m.Layers[i].Key == key {
			return &m.Layers[i]
		}
	}
	return nil
}

// keys are the keys of the regions or points.
func (m *mapper) keys() []string {
	out := make([]string, len(m.ground.unit))
	for i, unit := range m.ground.unit {
		out[i] = "g" + itoa(unit)
		if m.ground.kind == "communities" {
			out[i] = UnitKey(m.result.Community(unit))
		}
	}
	return out
}

// parents are the regions of the grids' communities, -1 where a community is not drawn.
func (m *mapper) parents() Indexes {
	region := make([]int, len(m.result.City.Communities))
	for i := range region {
		region[i] = -1
	}
	for i, c := range m.ground.unit {
		region[c] = i
	}
	out := make(Indexes, len(m.result.City.Grids))
	for i := range out {
		out[i] = region[m.result.City.Grids[i].Community]
	}
	return out
}

// source names the files that the map was made from, coordinates and the method.
func (m *mapper) source() string {
	files := ""
	for i, s := range m.result.City.Sources {
		if i > 0 {
			files += m.lang.T("page.comma")
		}
		files += s.File
	}
	if files == "" {
		return m.lang.T("chart.map.note.nofiles")
	}
	return m.lang.T("chart.map.note", "files", files)
}

// Layer is one way to colour the ground.
type Layer struct {
	Key     string     `json:"key"` // coverage, depth, gap, grids, cards; plan
	Name    string     `json:"-"`   // of its tab
	Title   string     `json:"-"`   // the finding
	Reading string     `json:"-"`   // one sentence under the map: what is coloured by what
	Alt     string     `json:"-"`
	Cells   bool       `json:"cells,omitempty"`   // colours Cells in place of Regions
	Light   bool       `json:"light,omitempty"`   // light fills: the edges of the level above are dark
	Circles bool       `json:"circles,omitempty"` // shows blind zones, circles and sites: the coverage layer
	Plan    *Proposal  `json:"plan,omitempty"`    // shows what a plan proposes; nil on every other layer
	Classes []Class    `json:"classes"`
	Of      []int8     `json:"of"`   // class of every region (or cell); -1: not drawn
	Tips    Tips       `json:"tips"` // one row for each region (or cell)
	Table   [][]string `json:"-"`
}

// Class is one class of a layer: how it looks and how many units are in it.
type Class struct {
	Swatch  string `json:"-"`                 // key of the legend's swatch; a style sheet class as well
	Fill    string `json:"fill"`              // colour
	Pattern string `json:"pattern,omitempty"` // hatch over the fill: "", nodata, over
	Letter  string `json:"letter,omitempty"`  // written inside the unit where there is room, so that the class can be read without colour; or ""
	Plain   bool   `json:"plain,omitempty"`   // of a layer of cells: not drawn one by one, the region below them has this fill
	Label   string `json:"-"`
	Count   int    `json:"-"`
}

// Place is a text that stands somewhere on the map.
type Place struct {
	At   orb.Point `json:"at"`
	Text string    `json:"text"`           // name, or number
	More string    `json:"more,omitempty"` // second line, such as the people of a zone; or ""
	Unit string    `json:"unit,omitempty"` // key of the unit (UnitKey) or ""
	Tip  []string  `json:"tip,omitempty"`  // cells of its tooltip
}

// Sign is the centers that look alike.
type Sign struct {
	Key    string      `json:"key"` // star, square, triangle, dot, ring, uncounted
	At     []orb.Point `json:"at"`
	Center []int       `json:"-"` // index in the city of each
	Tips   Tips        `json:"tips"`
}

// UnitKey is how a page calls a unit, in its elements, its address and its data: t, d3, s12, c140; g and f stand for grids and centers, z and x for blind zones and sites from 1 on.
func UnitKey(u *coverage.Unit) string {
	return map[coverage.Level]string{
		coverage.LevelTotal: "t", coverage.LevelDistrict: "d", coverage.LevelStreet: "s", coverage.LevelCommunity: "c", coverage.LevelGroup: "b",
	}[u.Level] + unitNumber(u)
}

// unitKeys are the keys of units.
func unitKeys(units []*coverage.Unit) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = UnitKey(u)
	}
	return out
}

// numbered are keys of n rows in their order: r0, r1 … for rows about no unit, z1 … for blind zones, x0 … for sites.
func numbered(letter string, from, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = letter + itoa(from+i)
	}
	return out
}

func unitNumber(u *coverage.Unit) string {
	if u.Level == coverage.LevelTotal {
		return ""
	}
	return itoa(u.Index)
}
