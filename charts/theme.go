package charts

// Colours have a meaning: blue is inside or attained, orange outside or not, grey structure, hatching no data. Nothing else has one.
const (
	Ink   = "#17212B"
	Ink2  = "#46535F"
	Ink3  = "#66727D"
	Line  = "#C9D0D6"
	Hair  = "#E6EAED"
	Wash  = "#F5F7F8"
	Land  = "#F3F4F4"
	Paper = "#FFFFFF"

	Met       = "#1F5F99" // attained
	NotMet    = "#C2560B" // not attained
	NotMetInk = "#8A3C06" // orange as text
	Short     = "#E9A65A" // bar fill where the verdict is not
	ShortSoft = "#F2C78D" // the part that is missing
	Neutral   = "#7D8790" // bar fill where there is no target
	NoDataInk = "#8E979F" // lines of the no-data hatch
	Reach     = "#0F2E49" // outline of the service circles
	MidBlue   = "#6FA0C7" // between the strict and the service radius
	DeepBlue  = "#245E8C"
	Band      = "#DFE8EF" // the sensitivity range
	Gain      = "#4E86B0" // more than the base

	SizeUnder = "#B3A3D3"
	SizeIn    = "#7D8790"
	SizeOver  = "#EDB778"
)

// tokens are the colours by the names under which the style sheet (--ink) and the script (theme.ink) know them.
var tokens = []struct{ name, hex string }{
	{"ink", Ink}, {"ink2", Ink2}, {"ink3", Ink3}, {"rule", Line}, {"hair", Hair}, {"wash", Wash}, {"land", Land}, {"paper", Paper},
	{"met", Met}, {"not", NotMet}, {"not-ink", NotMetInk}, {"short", Short}, {"short-soft", ShortSoft}, {"neutral", Neutral},
	{"nodata", NoDataInk}, {"reach", Reach}, {"mid", MidBlue}, {"deep", DeepBlue}, {"band", Band}, {"gain", Gain},
}

// StyleVariables declares the colours for a style sheet.
func StyleVariables() string {
	out := ":root{"
	for _, t := range tokens {
		out += "--" + t.name + ":" + t.hex + ";"
	}
	return out + "}\n"
}

// Theme is what the page's script draws with: the colours by name.
func Theme() map[string]any {
	colors := map[string]string{}
	for _, t := range tokens {
		colors[t.name] = t.hex
	}
	return map[string]any{"colors": colors}
}

// coverageColors are the classes of population coverage, light to dark; even steps of lightness, checked for deuteranopia and in grey.
var coverageColors = [...]string{"#E9F0F5", "#BBD2E3", "#86AECD", "#4E86B0", "#245E8C"}

// coverageBreaks stand on the standards, never on quantiles. Class i holds shares of at least coverageBreaks[i].
var coverageBreaks = [...]float64{0, .60, .80, .90, 1}

// CoverageClass returns the class of a share, 0 to 4. A share within 1e-9 (relative) of a break has reached it.
func CoverageClass(share float64) int {
	class := 0
	for i, at := range coverageBreaks {
		if share >= at || near(share, at) {
			class = i
		}
	}
	return class
}

// sizeAxis is the size of axis labels, px.
const sizeAxis = 12

// axisLabel, axisLine and gridLine are the same on every axis.
func axisLabel() map[string]any {
	return map[string]any{"color": Ink2, "fontSize": sizeAxis, "hideOverlap": true, "showMinLabel": nil, "showMaxLabel": nil}
}

func axisLine(show bool) map[string]any {
	return map[string]any{"show": show, "onZero": false, "lineStyle": map[string]any{"color": Line, "width": 1}}
}

func gridLine(show bool) map[string]any {
	return map[string]any{"show": show, "lineStyle": map[string]any{"color": Hair, "width": 1}}
}

func noTick() map[string]any { return map[string]any{"show": false} }
