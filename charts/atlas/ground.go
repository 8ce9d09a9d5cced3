package atlas

import (
	"slices"

	"quarter/charts"
)

// Widths of lines, in pixels of the reference map.
const (
	outerWidth, innerDark, innerLight = 1.6, 2.6, 1.2
	regionWidth, cellWidth            = .7, .45
	reachWidth, zoneWidth             = 1.7, 1.1
	pointRadius                       = 2.6
	outsideOpacity                    = `.28`
)

// ground draws everything that lies on the ground, from below: outline of the circles outside, regions or cells, edges of the level
// above, blind zones, outline of the circles inside, edge of everything.
func (d *drawing) ground() {
	if d.layer.Circles || d.layer.Plan != nil {
		d.strokes("reach-outside", charts.Reach, reachWidth, ` opacity="`+outsideOpacity+`"`, d.m.Circles)
	}
	switch {
	case d.m.Kind == "points":
		d.points()
	case d.layer.Cells:
		d.under()
		d.classes(d.m.Cells, cellWidth)
		d.outlines()
	default:
		d.classes(d.m.Geometry.Regions, regionWidth)
	}
	d.strokes("inner", charts.Paper, innerDark, "", d.m.Inner)
	if d.layer.Light {
		d.strokes("inner-light", charts.Ink3, innerLight, "", d.m.Inner)
	}
	if d.layer.Circles {
		d.blind(d.m.Blind)
		d.reach()
	}
	if d.layer.Plan != nil {
		d.proposed()
	}
	d.strokes("outer", charts.Ink, outerWidth, "", d.m.Outer)
}

// group begins a group of the drawing under a name of its own; end it with raw("</g>").
func (d *drawing) group(class, rest string) {
	d.raw(`<g class="m-` + class + `" ` + rest + `>`)
}

func stroke(color string, width string) string {
	return `stroke="` + color + `" stroke-width="` + width + `"`
}

// width is a width of a line on the ground: that of the reference map, finer where the ground has many parts.
func (d *drawing) width(px float64) string { return short(px * d.px * d.fine) }

// classes draws units in the colours of their classes, one group for each class. What has no outline is left out, and of a layer of cells
// the plain class: the region below has its colour.
func (d *drawing) classes(units []charts.Region, width float64) {
	edge := charts.Paper
	if d.layer.Light {
		edge = charts.Line
	}
	for k, class := range d.layer.Classes {
		if class.Fill == "" || d.layer.Cells && class.Plain {
			continue
		}
		d.group(class.Swatch, `fill="`+d.fill(k)+`" `+stroke(edge, d.width(width))+` fill-rule="evenodd"`)
		for i, of := range d.layer.Of {
			if int(of) == k {
				d.unit(units[i])
			}
		}
		d.raw("</g>")
	}
}

func (d *drawing) unit(r charts.Region) {
	d.raw(`<path d="`)
	d.region(&d.frame, r)
	d.raw(`"/>`)
}

// under draws the ground below a layer of cells: in the colour of the plain class, white where a region has no cells.
func (d *drawing) under() {
	has := make([]bool, len(d.m.Geometry.Regions))
	for _, parent := range d.m.Parent {
		if parent >= 0 {
			has[parent] = true
		}
	}
	if k := slices.IndexFunc(d.layer.Classes, func(c charts.Class) bool { return c.Plain }); k >= 0 {
		d.group(d.layer.Classes[k].Swatch, `fill="`+d.layer.Classes[k].Fill+`" fill-rule="evenodd"`)
		d.raw(`<path d="`)
		d.edge()
		d.raw(`"/></g>`)
	}
	d.group("bare", `fill="`+charts.Paper+`" fill-rule="evenodd"`)
	for i, r := range d.m.Geometry.Regions {
		if !has[i] {
			d.unit(r)
		}
	}
	d.raw("</g>")
}

// edge writes the edge of everything as closed rings.
func (d *drawing) edge() {
	for _, ring := range closed(d.m.Outer) {
		d.room = d.frame.corners(ring, d.room[:0])
		d.line(d.room)
	}
}

// outlines draws the edges of the regions over a layer of cells.
func (d *drawing) outlines() {
	d.group("regions", `fill="none" `+stroke(charts.Line, d.width(regionWidth)))
	for _, r := range d.m.Geometry.Regions {
		d.unit(r)
	}
	d.raw("</g>")
}

// points draws units that are points.
func (d *drawing) points() {
	for k, class := range d.layer.Classes {
		style := `fill="` + class.Fill + `" ` + stroke(charts.Ink3, short(.6*d.px))
		if class.Pattern != "" {
			style = `fill="` + charts.Paper + `" ` + stroke(charts.NoDataInk, d.width(1))
		}
		d.group(class.Swatch, style)
		for i, of := range d.layer.Of {
			if int(of) == k {
				d.circle(d.at(d.m.Points[i]), pointRadius*d.px)
			}
		}
		d.raw("</g>")
	}
}

func (d *drawing) circle(at point, r float64) {
	d.raw("<circle")
	d.attr("cx", at.x)
	d.attr("cy", at.y)
	d.attr("r", r)
	d.raw("/>")
}

// strokes draws lines of the ground.
func (d *drawing) strokes(class, color string, width float64, rest string, paths []charts.Path) {
	if len(paths) == 0 {
		return
	}
	d.raw(`<path class="m-` + class + `" fill="none" ` + stroke(color, d.width(width)) + ` stroke-linejoin="round"` + rest + ` d="`)
	d.paths(&d.frame, paths)
	d.raw(`"/>`)
}

// blind draws the zones outside all circles, hatched.
func (d *drawing) blind(zones []charts.Region) {
	d.group("blind", `fill="url(#`+d.id+`b)" `+stroke(charts.NotMet, d.width(zoneWidth))+` fill-rule="evenodd"`)
	for _, r := range zones {
		d.unit(r)
	}
	d.raw("</g>")
}

// reach draws the outline of the circles where it lies inside the edge of everything.
func (d *drawing) reach() {
	if len(d.m.Circles) == 0 {
		return
	}
	if len(d.m.Outer) == 0 {
		d.strokes("reach", charts.Reach, reachWidth, "", d.m.Circles)
		return
	}
	d.raw(`<clipPath id="` + d.id + `e"><path clip-rule="evenodd" d="`)
	d.edge()
	d.raw(`"/></clipPath>`)
	d.strokes("reach", charts.Reach, reachWidth, ` clip-path="url(#`+d.id+`e)"`, d.m.Circles)
}
