package atlas

import (
	"regexp"
	"strconv"
	"strings"

	"quarter/charts"
)

// A page may hold a thousand sheets. What they share stands in it once: their looks as a style sheet (SheetStyle), their hatches as one
// hidden drawing (SheetHatches).

// hatchOutside and hatchNoData are the names of the hatches that all sheets of a page share.
const hatchOutside, hatchNoData = "sheet-outside", "sheet-nodata"

// sheetLooks are the attributes of the parts of a sheet, as the drawing code writes them; look i becomes the class l and its number.
var sheetLooks = func() []string {
	small := script{size: pageLook.small}
	halo := " " + stroke(charts.Paper, short(haloWidth*small.size)) + ` stroke-linejoin="round" paint-order="stroke"`
	words := func(color string) string {
		return strings.TrimPrefix(small.attributes(), " ") + ` fill="` + color + `"` + halo
	}
	d := drawing{look: look{px: 1, fine: 1, signed: 1}}
	return []string{
		`fill="none" ` + stroke(charts.Line, short(neighbourWidth)),
		`fill="none" ` + stroke(charts.Neutral, short(gridWidth)),
		`fill="none" ` + stroke(charts.Reach, short(reachWidth)),
		`fill="none" ` + stroke(charts.Ink, short(outerWidth)),
		`fill="url(#` + hatchOutside + `)"`,
		`fill="url(#` + hatchNoData + `)"`,
		words(charts.Ink2), words(charts.Ink),
		d.signStyle("dot"), d.signStyle("ring"), d.signStyle("uncounted"),
		stroke(charts.Ink, short(1)) + ` class="m-scale"`,
		`fill="` + charts.Inside + `"`, `fill="` + charts.Paper + `"`, `fill="` + charts.Ink + `"`,
	}
}()

// classes writes the looks of a sheet as classes.
var classes = func() *strings.Replacer {
	var pairs []string
	for i, look := range sheetLooks {
		pairs = append(pairs, look, `class="`+sheetClass(i)+`"`)
	}
	return strings.NewReplacer(pairs...)
}()

func sheetClass(i int) string { return "l" + strconv.Itoa(i) }

var attributeOf = regexp.MustCompile(`([a-z-]+)="([^"]*)"`)

// SheetStyle is the style sheet of the maps that Sheets.Draw makes.
func SheetStyle() string {
	var out strings.Builder
	out.WriteString(".sheetmap{background:" + charts.Land + "}.sheetmap use{fill-rule:evenodd;clip-rule:evenodd}\n")
	for i, look := range sheetLooks {
		out.WriteString(".sheetmap ." + sheetClass(i) + "{")
		for _, a := range attributeOf.FindAllStringSubmatch(look, -1) {
			switch a[1] {
			case "class":
			case "font-size", "stroke-width":
				out.WriteString(a[1] + ":" + a[2] + "px;")
			default:
				out.WriteString(a[1] + ":" + a[2] + ";")
			}
		}
		out.WriteString("}\n")
	}
	return out.String()
}

// SheetHatches is a drawing that shows nothing and holds the hatches of all sheets of a page.
func SheetHatches() []byte {
	d := drawing{pen: newPen(1), look: look{px: 1, fine: 1}}
	d.raw(`<svg class="hatches" width="0" height="0" aria-hidden="true"><defs>`)
	d.pattern(hatchOutside, outside)
	d.pattern(hatchNoData, noData)
	d.raw("</defs></svg>")
	return d.Bytes()
}
