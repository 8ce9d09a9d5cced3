package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
)

// Chart makes one figure of a result.
type Chart struct {
	Key  string // "chart."+Key+".…" in charts/words
	Make func(*coverage.Result, words.Lang) Figure
}

// Charts are all figures, in the order in which a report shows them.
var Charts = []Chart{
	{"map", coverageMap},
	{"zones", blindZones},
	{"streets", coverageByStreet},
	{"distance", distances},
	{"curve", coverageCurve},
	{"depth", coverageDepth},
	{"alone", servedAlone},
	{"tornado", tornado},
	{"floor", floorArea},
	{"grids", gridSizes},
	{"balance", gridBalance},
	{"unbalanced", unbalanced},
	{"pyramid", provision},
	{"matrix", ruleMatrix},
}

// Make returns one figure by key; it panics for a key that is not in Charts.
func Make(key string, r *coverage.Result, lang words.Lang) Figure {
	for _, c := range Charts {
		if c.Key == key {
			return c.Make(r, lang)
		}
	}
	panic("charts: no chart " + key)
}

// Figure is one picture of a result, ready for a page: words, plain JSON and the numbers behind it.
type Figure struct {
	ID       string // of its element; fixed: "figure-"+Key
	Key      string
	Title    string // the finding
	Subtitle string // what is drawn, with unit and denominator
	Note     string // how to read it, or what was left out; may be empty
	Alt      string // for those who cannot see it
	Absent   string // why there is nothing to draw; then Drawing is nil and Table empty

	Drawing *Drawing
	Table   [][]string // the drawn numbers, formatted; the first row is the head
	Legend  []LegendGroup
}

// Drawing is what the page's script draws: an ECharts option without functions, and the data that is kept apart from it to stay
// small. Where the option wants a function it holds a name, "@thousands"; the script knows the names.
type Drawing struct {
	Option any                 `json:"option"`
	Height int                 `json:"height,omitempty"` // px; 0: by Aspect
	Names  []int               `json:"names,omitempty"`  // room for the names of rows, px: on a phone, else
	Cross  *Cross              `json:"cross,omitempty"`  // of a figure of two category axes
	Aspect float64             `json:"aspect,omitempty"` // width ÷ height on the ground
	Map    *Geometry           `json:"map,omitempty"`
	Paths  map[string][]Path   `json:"paths,omitempty"` // by series id; in the units of Map
	Areas  map[string][]Region `json:"areas,omitempty"` // likewise
	Tips   map[string]Tips     `json:"tips,omitempty"`  // by series id; "geo" for regions
	Scale  *Scale              `json:"scale,omitempty"`
	North  string              `json:"north,omitempty"` // the word beside the arrow
}

// Cross is what a narrow screen needs to draw columns: it slides a figure sideways rather than squeeze them, and heads them by codes.
type Cross struct {
	Column int `json:"column"` // least width of a column, px
	Heads  int `json:"heads"`  // height of the full heads, px
	Codes  int `json:"codes"`  // height of the codes that start them, px
}

// Tips are the rows of the tooltips: row i belongs to data item i, its first cell is the heading.
type Tips struct {
	Head []string   `json:"head"` // labels of the cells after the first
	Rows [][]string `json:"rows"`
}

// LegendGroup is one block of a legend.
type LegendGroup struct {
	Title string
	Rows  []LegendRow
}

// LegendRow is one entry: Swatch names the sign (class-0 … class-4, nodata, none, star, square, dot, triangle, ring, circle, site, zone, zone-rest).
type LegendRow struct{ Swatch, Label, Count string }

// absent is a figure that cannot be drawn, and says why.
func absent(key, why string, lang words.Lang) Figure {
	return Figure{ID: figureID(key), Key: key, Title: lang.T("chart." + key + ".absent"), Absent: why}
}

// Plural is the key of a text for n things: key.one for a single one, where the language needs it.
func Plural(key string, n int) string {
	if one := key + ".one"; n == 1 && words.Has(one) {
		return one
	}
	return key
}

func figureID(key string) string { return "figure-" + key }
