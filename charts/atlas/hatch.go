package atlas

import (
	"strconv"

	"quarter/charts"
)

// hatch is parallel lines over a ground: degrees from the vertical, clockwise; distance and width of the lines in pixels of the reference
// map; ground and lines as attributes.
type hatch struct {
	angle           int
	distance, width float64
	ground, lines   string
}

// noData rises to the right in grey, outside falls to the right in orange: in grey print the directions tell them apart.
var (
	noData  = hatch{45, 6, 1.6, `fill="` + charts.Paper + `"`, `stroke="` + charts.NoDataInk + `"`}
	outside = hatch{-45, 5, 1.5, `fill="` + charts.Paper + `" fill-opacity=".93"`, `stroke="` + charts.NotMet + `"`}
)

// over is dark lines over the fill of a class that is too large.
func over(fill string) hatch {
	return hatch{45, 4, 1.1, `fill="` + fill + `"`, `stroke="` + charts.Ink + `" stroke-opacity=".55"`}
}

// hatched reports the name of a class's pattern in this drawing, "" for none.
func (d *drawing) hatched(class int) string {
	switch d.layer.Classes[class].Pattern {
	case "nodata":
		return d.id + "n"
	case "":
		return ""
	}
	return d.id + "o" + strconv.Itoa(class)
}

// fill is the colour or hatch of a class.
func (d *drawing) fill(class int) string {
	if name := d.hatched(class); name != "" {
		return "url(#" + name + ")"
	}
	return d.layer.Classes[class].Fill
}

// patterns defines the hatches that the layer needs.
func (d *drawing) patterns() {
	d.raw("<defs>")
	seen := map[string]bool{}
	for k, c := range d.layer.Classes {
		name := d.hatched(k)
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		if c.Pattern == "nodata" {
			d.pattern(name, noData)
		} else {
			d.pattern(name, over(c.Fill))
		}
	}
	if d.layer.Circles || d.layer.Plan != nil {
		d.pattern(d.id+"b", outside)
	}
	d.raw("</defs>")
}

// pattern defines a hatch under a name.
func (d *drawing) pattern(name string, h hatch) {
	side := d.width(h.distance)
	square := `width="` + side + `" height="` + side + `" `
	d.raw(`<pattern id="` + name + `" ` + square + `patternUnits="userSpaceOnUse" patternTransform="rotate(` + strconv.Itoa(h.angle) + `)">`)
	d.raw(`<rect ` + square + h.ground + `/><path d="M0 0V` + side + `" ` + h.lines + ` stroke-width="` + d.width(h.width) + `"/></pattern>`)
}
