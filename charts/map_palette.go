package charts

// Classes beside those of a layer's own scale, by the keys of their swatches.
const (
	classNoData  = "nodata" // 缺数据, hatched
	classNA      = "na"     // 不适用
	classUndrawn = "none"   // no outline: counted, not drawn
)

// patternOver is the hatch over grids that are too large: in grey the two far ends of the scale look alike.
const patternOver = "over"

// changeFills run from much less to much more; a letter says which way, for in grey the two ends look alike.
var changeFills = [...]string{Short, ShortSoft, Paper, Calm, MidBlue}

// planFills are the same below a plan, paler: the ground that it newly covers is what must be seen.
var planFills = [...]string{ShortSoft, NotWash, Paper, Band, Inside}

// Palette is every class that a layer of a map may have, by how it looks: swatch, fill and pattern. Red and green are no colours of ours: of
// the cards a letter says which is which.
var Palette = palette()

func palette() []Class {
	var out []Class
	scale := func(family string, fills ...string) {
		for i, fill := range fills {
			out = append(out, Class{Swatch: family + "-" + itoa(i), Fill: fill})
		}
	}
	scale("class", coverageColors[:]...)
	scale("depth", depthFills[:]...)
	scale("gap", gapFills[:]...)
	scale("size", sizeFills[:]...)
	for i := len(out) - 2; i < len(out); i++ {
		out[i].Pattern = patternOver
	}
	out[len(out)-3].Plain = true // grids in the range
	scale("change", changeFills[:]...)
	scale("plan", planFills[:]...)
	return append(out,
		Class{Swatch: "card-red", Fill: NotMet}, Class{Swatch: "card-yellow", Fill: Short}, Class{Swatch: "card-green", Fill: coverageColors[2]},
		Class{Swatch: "card-grey", Fill: Paper, Pattern: classNoData},
		Class{Swatch: classNoData, Fill: Paper, Pattern: classNoData}, Class{Swatch: classNA, Fill: Paper}, Class{Swatch: classUndrawn},
	)
}

// class is a class of the palette with its words.
func class(swatch, letter, label string) Class {
	for _, c := range Palette {
		if c.Swatch == swatch {
			c.Letter, c.Label = letter, label
			return c
		}
	}
	panic("charts: no class " + swatch)
}
