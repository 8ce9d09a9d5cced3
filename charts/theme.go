package charts

import "quarter/charts/words"

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
	Inside    = "#BBD2E3" // ground inside the circles, where it has no class
	MidBlue   = "#6FA0C7" // between the strict and the service radius
	DeepBlue  = "#245E8C"
	Band      = "#DFE8EF" // the sensitivity range
	Gain      = "#4E86B0" // more than the base
	Calm      = "#9BBAD5" // symbol of a unit that attains, beside those that do not
	Faint     = "#A9B3BB" // thin signs and leaders
	MetWash   = "#D5E3EF" // ground of a cell whose units attain
	NotWash   = "#FBE6CC" // ground of a cell, or of the side of a rule, where they do not
	Strip     = "#CFD8E1" // what a value may be under other assumptions

	SizeUnder    = "#B3A3D3"
	SizeUnderInk = "#5B3F92" // as text
	SizeIn       = "#7D8790"
	SizeOver     = "#EDB778"
	SizeFarOver  = "#B3560C" // too large by half or more
	SizeOverLine = "#4A2003" // hatch over them
)

// tokens are the colours by the names under which the style sheet (--ink) and the script (theme.ink) know them.
var tokens = []struct{ name, hex string }{
	{"ink", Ink}, {"ink2", Ink2}, {"ink3", Ink3}, {"rule", Line}, {"hair", Hair}, {"wash", Wash}, {"land", Land}, {"paper", Paper},
	{"met", Met}, {"not", NotMet}, {"not-ink", NotMetInk}, {"short", Short}, {"short-soft", ShortSoft}, {"neutral", Neutral},
	{"nodata", NoDataInk}, {"reach", Reach}, {"mid", MidBlue}, {"deep", DeepBlue}, {"band", Band}, {"gain", Gain}, {"calm", Calm}, {"faint", Faint}, {"met-wash", MetWash}, {"not-wash", NotWash}, {"strip", Strip},
	{"size-over", SizeOver}, {"size-far-over", SizeFarOver}, {"size-over-line", SizeOverLine},
}

// sans are the typefaces of text and figures by language; none is shipped or fetched.
var sans = map[words.Lang]string{
	words.Chinese: `"Microsoft YaHei","微软雅黑","PingFang SC","Source Han Sans SC","Noto Sans CJK SC","文泉驿微米黑",sans-serif`,
	words.English: `"Source Sans 3","Segoe UI","Helvetica Neue","Noto Sans CJK SC",Arial,sans-serif`,
}

// serif are the typefaces of headings and large figures.
var serif = map[words.Lang]string{
	words.Chinese: `"方正小标宋简体","FZXiaoBiaoSong-B05S","华文中宋","STZhongsong","Source Han Serif SC","Noto Serif CJK SC","Songti SC","宋体",SimSun,serif`,
	words.English: `"Source Serif 4","Source Serif Pro",Charter,Georgia,"Noto Serif CJK SC",serif`,
}

// Sans is the list for text and figures, as a style sheet writes it.
func Sans(lang words.Lang) string { return sans[lang] }

// Serif is the list for headings.
func Serif(lang words.Lang) string { return serif[lang] }

// StyleVariables declares the colours and the typefaces for a style sheet.
func StyleVariables() string {
	out := ":root{"
	for _, t := range tokens {
		out += "--" + t.name + ":" + t.hex + ";"
	}
	out += "}\n"
	for _, lang := range []words.Lang{words.Chinese, words.English} {
		out += ":lang(" + lang.String() + "){--serif:" + serif[lang] + ";--sans:" + sans[lang] + "}\n"
	}
	return out
}

// Theme is what the page's script draws with: the colours by name, and the typeface.
func Theme(lang words.Lang) map[string]any {
	colors := map[string]string{}
	for _, t := range tokens {
		colors[t.name] = t.hex
	}
	return map[string]any{"colors": colors, "font": sans[lang]}
}

// coverageColors are the classes of population coverage, light to dark; even steps of lightness, checked for deuteranopia and in grey.
var coverageColors = [...]string{"#E9F0F5", "#BBD2E3", "#86AECD", "#4E86B0", "#245E8C"}

// Fills of the other layers of a map: by depth the blues of coverage; the shortfall from none on in steps of amber; the size of grids from
// too small to too large, where the far ends look alike in grey, so that the large ones are hatched.
var (
	depthFills = [...]string{coverageColors[0], coverageColors[1], coverageColors[2], coverageColors[4]}
	gapFills   = [...]string{"#F4F2EC", "#F6DDB4", "#EBB266", "#CF7820", "#8F4209"}
	sizeFills  = [...]string{SizeUnderInk, SizeUnder, "#EEF0F1", SizeOver, SizeFarOver}
)

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

// sizeAxis is the size of axis labels, px; the page's script sets it, and every colour of an axis, in its theme.
const sizeAxis = 12

// axisLabel, axisLine, gridLine and noTick leave to the theme what go-echarts would say.
func axisLabel() map[string]any {
	return map[string]any{"hideOverlap": true, "showMinLabel": nil, "showMaxLabel": nil, "color": nil, "fontSize": nil}
}

func axisLine(show bool) map[string]any { return map[string]any{"show": show} }

func gridLine(show bool) map[string]any { return map[string]any{"show": show} }

func noTick() map[string]any { return map[string]any{"show": false} }
