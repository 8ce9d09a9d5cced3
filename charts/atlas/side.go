package atlas

import (
	"slices"

	"quarter/charts"
)

// row is a line of the side column: a heading, a class or sign of the legend, or a blind zone.
type row struct {
	head   bool
	swatch string // key of the legend's sign
	letter string // on the sign of a plan
	number string // of a zone, in its disc
	lines  []string
	count  string
	last   bool // of its group: space below
	sum    bool // bold, with a line above
}

// Parts of the size of the side column's text: the height of a line, the room of a swatch, and the space below a group.
const (
	rowHeight, swatchWidth, groupSpace = 1.6, 2.6, 1.1
	largestSide, smallestSide          = 1.25, .5 // of the body text
)

// side draws the legend with counts and the list of numbered zones. Where they are longer than the paper, the text becomes smaller.
func (d *wall) side(b box) {
	size := largestSide * d.paper.body
	rows := d.rows(b.w, size)
	for height(rows, size) > b.h && size > smallestSide*d.paper.body {
		size *= .96
		rows = d.rows(b.w, size)
	}
	y := b.y
	for _, r := range rows {
		h := r.height(size)
		d.row(r, box{b.x, y, b.w, h}, size)
		y += h
		if r.last {
			y += groupSpace * size
		}
	}
}

func (r row) height(size float64) float64 {
	return (float64(len(r.lines)-1)*lineHeight + rowHeight) * size
}

func height(rows []row, size float64) float64 {
	sum := 0.0
	for _, r := range rows {
		sum += r.height(size)
		if r.last {
			sum += groupSpace * size
		}
	}
	return sum
}

// rows are the lines of the column, wrapped to its width.
func (d *wall) rows(width, size float64) []row {
	var out []row
	for _, g := range d.m.Legends[d.layer.Key] {
		out = append(out, row{head: true, lines: wrap(g.Title, size, width)})
		for _, r := range g.Rows {
			room := width - swatchWidth*size - textWidth(r.Count, size) - size
			out = append(out, row{swatch: r.Swatch, letter: r.Letter, lines: wrap(r.Label, size, room), count: r.Count})
		}
		out[len(out)-1].last = true
	}
	if d.layer.Plan != nil {
		return append(out, d.sites(width, size)...)
	}
	if !d.layer.Circles || len(d.m.Zones) == 0 {
		return out
	}
	out = append(out, row{head: true, lines: wrap(d.m.Lang.T("map.wall.zones", "people", d.m.ZoneHead[1]), size, width)})
	for _, z := range d.m.Zones {
		name, people := z.Tip[1], z.Tip[2]
		room := width - swatchWidth*size - textWidth(people, size) - size
		out = append(out, row{number: z.Text, lines: wrap(name, size, room), count: people})
	}
	return append(out, d.totals(width, size)...)
}

// totals are the lines below the zones: the others, and the sum.
func (d *wall) totals(width, size float64) []row {
	var out []row
	rest := d.m.ZoneRest
	for i, r := range append(slices.Clone(rest.Rows), rest.Sum) {
		room := width - swatchWidth*size - textWidth(r.Count, size) - size
		out = append(out, row{lines: wrap(r.Label, size, room), count: r.Count, sum: i == len(rest.Rows)})
	}
	if rest.Note != "" {
		out = append(out, row{lines: wrap(rest.Note, size, width-swatchWidth*size)})
	}
	return out
}

// row draws one line.
func (d *wall) row(r row, b box, size float64) {
	y := b.y + b.h/2
	if r.head {
		d.rect(box{b.x, b.y, b.w, d.paper.px}, `fill="`+charts.Ink+`"`)
		d.labels(script{size: size, color: charts.Ink, anchor: "start", bold: true}, label{point{b.x, y + size*.15}, r.lines})
		return
	}
	if r.sum {
		d.rect(box{b.x, b.y, b.w, d.paper.px}, `fill="`+charts.Ink+`"`)
	}
	sign := box{b.x, b.y + (rowHeight-1.1)/2*size, 1.9 * size, 1.1 * size}
	switch {
	case r.number != "":
		d.disc(sign, r.number, size)
	case r.swatch != "" && !d.proposedSwatch(r.swatch, r.letter, sign):
		d.swatch(r.swatch, sign)
	}
	d.labels(script{size: size, color: charts.Ink, anchor: "start", bold: r.sum}, label{point{b.x + swatchWidth*size, y}, r.lines})
	if r.count != "" {
		d.labels(script{size: size, color: charts.Ink2, anchor: "end", bold: r.sum}, label{point{b.x + b.w, sign.y + sign.h/2}, []string{r.count}})
	}
}

// disc is the number of a zone as on the map.
func (d *wall) disc(b box, number string, size float64) {
	at := point{b.x + b.w/2, b.y + b.h/2}
	d.raw(`<g fill="` + charts.Paper + `" ` + stroke(charts.NotMet, d.width(1.4)) + `>`)
	d.circle(at, .68*size)
	d.raw("</g>")
	d.labels(script{size: .84 * size, color: charts.NotMetInk, bold: true}, label{at, []string{number}})
}

// swatch draws a sign of the legend as it looks on the map.
func (d *wall) swatch(key string, b box) {
	at := point{b.x + b.w/2, b.y + b.h/2}
	for k, c := range d.layer.Classes {
		if c.Swatch == key {
			d.rect(b, `fill="`+d.fill(k)+`" `+stroke(charts.Line, d.width(.8)))
			if c.Letter != "" {
				d.labels(script{size: .86 * b.h, color: letterColor(&c), bold: true}, label{at, []string{c.Letter}})
			}
			return
		}
	}
	switch key {
	case "star", "square", "triangle", "dot", "ring", "uncounted":
		d.raw("<g " + d.signStyle(key) + ">")
		d.sign(key, at, min(d.px, b.h*1.1/signSize(key)))
		d.raw("</g>")
	case "circle":
		d.rect(box{b.x, at.y - reachWidth*d.px/2, b.w, reachWidth * d.px}, `fill="`+charts.Reach+`"`)
	case "zone", "zone-rest":
		d.rect(b, `fill="url(#`+d.id+`b)" `+stroke(charts.NotMet, d.width(zoneWidth)))
		if key == "zone" {
			d.disc(b, d.m.Zones[0].Text, b.h*.62)
		}
	case "site":
		d.raw(`<g fill="` + charts.Ink + `">`)
		d.shape(diamond(at, .62*b.h))
		d.raw("</g>")
	default:
		d.rect(box{at.x - b.w/4, at.y, b.w / 2, d.px}, `fill="`+charts.Ink3+`"`)
	}
}
