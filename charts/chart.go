package charts

import (
	"quarter/charts/words"
	"quarter/coverage"
	"quarter/data"
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
	{"distance", distances},
	{"curve", coverageCurve},
	{"depth", coverageDepth},
	{"alone", servedAlone},
	{"tornado", tornado},
	{"ranges", coverageRanges},
	{"required", requiredArea},
	{"floor", floorArea},
	{"attained", floorAttained},
	{"per100", per100Units},
	{"service", serviceShares},
	{"grids", gridSizes},
	{"balance", gridBalance},
	{"unbalanced", unbalanced},
	{"gain", siteGain},
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
	Hows    []string   `json:",omitempty"` // by column of Table: the key of its explanation, "." and a part of that figure after it, or ""
	Units   []string   `json:",omitempty"` // by row of Table after the head: the UnitKey of what it is about, or a key that numbers it (see numbered)
	Legend  []LegendGroup
	Map     *Map `json:",omitempty"` // of the map, which has no Drawing
}

// Drawing is what the page's script draws: an ECharts option without functions, and the data that is kept apart from it to stay
// small. Where the option wants a function it holds a name, "@thousands"; the script knows the names.
type Drawing struct {
	Option any             `json:"option"`
	Height int             `json:"height,omitempty"` // px
	Low    int             `json:"-"`                // least height of a still, px, where its rows need it
	Names  []int           `json:"names,omitempty"`  // room for the names of rows, px: on a phone, else
	Margin int             `json:"margin,omitempty"` // room at the right for the names of lines, px, where there is room at all
	Cross  *Cross          `json:"cross,omitempty"`  // of a figure of two category axes
	Tips   map[string]Tips `json:"tips,omitempty"`   // by series id
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
	How   string // key of the explanation of its counts
	Rows  []LegendRow
}

// LegendRow is one entry. Swatch names the sign: that of a class of the map (Class.Swatch), of a kind of center (Sign.Key), circle, site,
// zone or zone-rest. Letter is written inside the swatch of some classes.
type LegendRow struct{ Swatch, Letter, Label, Count string }

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

// OfBasis is the key of a text in this run: key.households where it counts households and the text has words of its own for them.
func OfBasis(r *coverage.Result, key string) string {
	if own := key + ".households"; r.Basis.Basis == data.ByHouseholds && words.Has(own) {
		return own
	}
	return key
}

func figureID(key string) string { return "figure-" + key }
