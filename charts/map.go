package charts

import (
	"github.com/paulmach/orb"

	"quarter/charts/words"
	"quarter/coverage"
)

// Map is the map of a result in one language, ready to be drawn. The page's live map and charts/atlas draw the same things in the same
// order from this one value: ground, regions or cells in the classes of one layer, edges of the level above, blind zones, the outline of
// the service circles, the edge of everything, centers, names, numbers of the zones, sites.
type Map struct {
	Lang words.Lang
	Kind string // what Regions are: communities; grids where no community has an outline; points where grids have none either

	Geometry *Geometry   // of Regions; simplified without gaps, in whole quanta
	Unit     []int       // index in the city of the community (of the grid, where Kind is not communities) of each region or point
	Points   []orb.Point // where Kind is points: lon, lat of each
	Cells    []Region    // outlines of the city's grids, in the city's order, in the units of Geometry; only where Kind is communities
	Parent   []int       // region of each cell, -1 for none

	View   [4]float64 // west, south, east, north of what is drawn, degrees
	Middle float64    // latitude on which the scale bar is true
	Aspect float64    // width ÷ height on the ground

	Inner, Outer []Path   // edges of the level above the regions; of everything
	Circles      []Path   // outline of all service circles together
	Blind        []Region // the blind zones
	Layers       []Layer  // what can be shown; never empty

	Names []Place // names of the units of the breakdown, the largest first
	Zones []Place // numbered blind zones, in the order of the list
	Sites []Place // recommended sites, best first
	Signs []Sign  // centers by tier, and those that are not counted

	North   string // the word at the arrow
	Source  string // where it comes from, coordinates, distance method
	Permit  string // the words before the blank of a map approval number
	Scale   *Scale
	Legends map[string][]LegendGroup // by layer
}

// Layer is one way to colour the ground.
type Layer struct {
	Key     string // coverage, depth, gap, grids, cards
	Name    string // of its tab
	Title   string // the finding
	Reading string // one sentence under the map: what is coloured by what
	Alt     string
	Cells   bool // colours Cells in place of Regions
	Light   bool // light fills: the edges of the level above are dark
	Circles bool // shows blind zones, circles and sites: the coverage layer
	Classes []Class
	Of      []int8 // class of every region (or cell); -1: not drawn
	Tips    Tips   // one row for each region (or cell)
	Table   [][]string
}

// Class is one class of a layer: how it looks and how many units are in it.
type Class struct {
	Swatch  string // key of the legend's swatch; a style sheet class as well
	Fill    string // colour
	Pattern string // hatch over the fill: "", nodata, over
	Letter  string // written inside the unit where there is room, so that the class can be read without colour; or ""
	Label   string
	Count   int
}

// Place is a text that stands somewhere on the map.
type Place struct {
	At   orb.Point
	Text string   // name, or number
	More string   // second line, such as the people of a zone; or ""
	Unit string   // key of the unit (UnitKey) or ""
	Tip  []string // cells of its tooltip
}

// Sign is the centers that look alike.
type Sign struct {
	Key    string // star, square, triangle, dot, ring, uncounted
	At     []orb.Point
	Center []int // index in the city of each
	Tips   Tips
}

// UnitKey is how a page calls a unit, in its elements, its address and its data: t, d3, s12, c140; g and f stand for grids and centers.
func UnitKey(u *coverage.Unit) string {
	return map[coverage.Level]string{
		coverage.LevelTotal: "t", coverage.LevelDistrict: "d", coverage.LevelStreet: "s", coverage.LevelCommunity: "c", coverage.LevelGroup: "b",
	}[u.Level] + unitNumber(u)
}

func unitNumber(u *coverage.Unit) string {
	if u.Level == coverage.LevelTotal {
		return ""
	}
	return itoa(u.Index)
}
