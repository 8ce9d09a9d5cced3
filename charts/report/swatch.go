package report

import (
	"fmt"
	"html/template"
	"strings"

	"quarter/charts"
)

// swatches are the signs of a legend as small drawings: ours, no data is in them. They match what the map draws.
var swatches = makeSwatches()

// Hatches as lines in a swatch of 29 × 15: missing data rises to the right, uncovered ground falls, and what is too large is dense.
var (
	nodataLines = slanted(5, false)
	blindLines  = slanted(5, true)
	overLines   = slanted(3, false)
)

func makeSwatches() map[string]string {
	const star = "M0-10L2.35-3.24 9.51-3.09 3.8 1.24 5.88 8.09 0 4-5.88 8.09-3.8 1.24-9.51-3.09-2.35-3.24Z"
	filled, hollow := `fill="`+charts.Ink+`"`, `fill="`+charts.Paper+`" stroke="`+charts.Ink+`" stroke-width="1.5"`
	zone := frame(charts.Paper, charts.NotMet) + blindLines(charts.NotMet)
	out := map[string]string{
		"star":      `<path transform="translate(15 9) scale(.82)" d="` + star + `" ` + filled + `/>`,
		"square":    `<rect x="11" y="5" width="8" height="8" ` + filled + `/>`,
		"dot":       `<circle cx="15" cy="9" r="2.9" ` + filled + `/>`,
		"triangle":  `<path d="M15 4L20 13H10Z" ` + hollow + `/>`,
		"ring":      `<circle cx="15" cy="9" r="3.4" ` + hollow + `/>`,
		"uncounted": `<circle cx="15" cy="9" r="2.9" fill="` + charts.Paper + `" stroke="` + charts.Ink3 + `" stroke-width="1.4"/>`,
		"circle":    `<path d="M2 14.5A13 13 0 0 1 28 14.5" fill="none" stroke="` + charts.Reach + `" stroke-width="1.7"/>`,
		"zone-rest": zone,
		"zone": zone + `<circle cx="15" cy="9" r="6.4" fill="` + charts.Paper + `" stroke="` + charts.NotMet + `" stroke-width="1.4"/>` +
			letter("1", 9, charts.NotMetInk),
		"site": `<path d="M15 0L24 9 15 18 6 9Z" ` + filled + `/>`,
	}
	for key, sign := range plannedSwatches {
		out[key] = sign
	}
	for _, c := range charts.Palette {
		out[c.Swatch] = classSwatch(&c)
	}
	return out
}

// plannedSwatches are the signs of a plan: hollow and dashed, for nothing stands there.
var plannedSwatches = map[string]string{
	"planned":        `<path d="M15 0L24 9 15 18 6 9Z" fill="` + charts.Paper + `" stroke="` + charts.Ink + `" stroke-width="1.5" stroke-dasharray="2.6 1.6"/>`,
	"planned-circle": `<path d="M2 14.5A13 13 0 0 1 28 14.5" fill="none" stroke="` + charts.Met + `" stroke-width="1.8" stroke-dasharray="5 3.4"/>`,
	"second":         `<path d="M15 3L21 9 15 15 9 9Z" fill="` + charts.Neutral + `"/>`,
	"candidate":      `<path d="M15 5.5L18.5 9 15 12.5 11.5 9Z" fill="` + charts.Paper + `" stroke="` + charts.Ink3 + `" stroke-width="1.1"/>`,
	"gone":           `<path d="M10 4L20 14M20 4L10 14" stroke="` + charts.NotMet + `" stroke-width="2.2"/>`,
	"solved":         `<rect x=".5" y="1.5" width="29" height="15" fill="` + charts.MidBlue + `" stroke="` + charts.Met + `" stroke-width="1.1" stroke-dasharray="1.6 2"/>`,
}

// classSwatch is a class of a map as a patch; one that is not drawn is a dash.
func classSwatch(c *charts.Class) string {
	switch {
	case c.Fill == "":
		return `<path d="M9 9H21" stroke="` + charts.Faint + `" stroke-width="1.4"/>`
	case c.Pattern == "nodata":
		return frame(c.Fill, charts.Faint) + nodataLines(charts.NoDataInk)
	case c.Pattern == "over" && c.Fill == charts.SizeOver:
		return frame(c.Fill, charts.Faint) + overLines(charts.SizeFarOver)
	case c.Pattern == "over":
		return frame(c.Fill, charts.Faint) + overLines(charts.SizeOverLine)
	}
	return frame(c.Fill, charts.Faint)
}

func frame(fill, stroke string) string {
	return `<rect x=".5" y="1.5" width="29" height="15" fill="` + fill + `" stroke="` + stroke + `"/>`
}

// slanted draws lines at 45 degrees across the frame, so many pixels apart along its side, that rise to the right or fall.
func slanted(apart float64, fall bool) func(color string) string {
	const left, top, wide, high = .5, 1.5, 29, 15
	var d strings.Builder
	for at := apart; at < wide+high; at += apart {
		from, to := top+min(at, high), top+max(0, at-wide)
		if fall {
			from, to = 2*top+high-from, 2*top+high-to
		}
		fmt.Fprintf(&d, "M%g %gL%g %g", left+max(0, at-high), from, left+min(at, wide), to)
	}
	return func(color string) string {
		return `<path d="` + d.String() + `" stroke="` + color + `" stroke-width=".9"/>`
	}
}

func letter(text string, size int, color string) string {
	return fmt.Sprintf(`<text x="15" y="%.1f" font-size="%d" font-weight="700" fill="%s" text-anchor="middle">%s</text>`,
		9+float64(size)*.36, size, color, template.HTMLEscapeString(text))
}

// swatch is a sign by its key, with the letter of its class on it.
func swatch(key string, of ...string) template.HTML {
	inside := swatches[key]
	for _, text := range of {
		size, color := 12, charts.Ink
		switch key {
		case "card-red":
			color = charts.Paper
		case "site": // a diamond holds no more
			size, color = 10, charts.Paper
		case "planned":
			size = 10
		}
		if text != "" {
			inside += letter(text, size, color)
		}
	}
	return template.HTML(`<svg viewBox="0 0 30 18" aria-hidden="true">` + inside + `</svg>`)
}
