package atlas

import (
	"fmt"
	"io"

	"quarter/charts"
)

// Paper is a paper size. Its text is made for the distance from which such a sheet is read: A4 and A3 in the hand, A1 from two metres.
type Paper struct {
	Key           string  // a4, a3, a1
	Width, Height float64 // mm, landscape

	look
	title, subtitle, body float64 // sizes of text, mm
}

// Papers are the sizes that wall maps come in.
var Papers = []Paper{
	{"a4", 297, 210, look{px: .22, name: 3.1, zone: 2.5, letter: 2.2, small: 2.5, community: 2.2}, 7.4, 3.2, 2.7},
	{"a3", 420, 297, look{px: .29, name: 3.8, zone: 3.1, letter: 2.6, small: 3.2, community: 2.5}, 10, 4.2, 3.5},
	{"a1", 841, 594, look{px: .56, name: 7.2, zone: 5.6, letter: 4.6, small: 6.2, community: 4.4}, 19, 8.4, 6.8},
}

// Imprint is what a wall map says beside the map, in the map's language.
type Imprint struct {
	Title   string // of the whole report
	Cutoff  string // data cut-off date as printed; "" where not stated
	Marking string // 内部资料　注意保存; "" for none
	Version string // of the program that drew it; "" where not printed
}

// wallPlaces are the decimals of coordinates on paper: a hundredth of a millimetre.
const wallPlaces = 2

// wall is a wall map in the making; its unit is the millimetre.
type wall struct {
	*drawing
	paper Paper
	about Imprint
}

// Wall writes one layer as a file that fills a sheet of paper: title, map, legend, blind zones, scale, source, maker, and the blanks that a
// printed map needs. It stands alone and opens in browsers and in drawing programs.
func Wall(w io.Writer, m *charts.Map, layer *charts.Layer, p Paper, about Imprint) error {
	l := p.look
	if layer.Cells {
		l.community = 0 // cells are too many to keep names clear of
	}
	d := &wall{drawing: newDrawing(m, layer, "q", l, wallPlaces), paper: p, about: about}
	d.file = true
	d.draw()
	_, err := w.Write(d.Bytes())
	return err
}

// margin is the blank edge of the paper, gap the space between its parts.
func (d *wall) margin() float64 { return d.paper.Height * .038 }
func (d *wall) gap() float64    { return d.paper.Height * .022 }

// sideShare is the width of the side column in parts of the paper's.
const sideShare = .232

func (d *wall) draw() {
	d.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	d.raw(fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="%s" width="%gmm" height="%gmm" font-family="%s" viewBox="0 0 `,
		d.m.Lang, d.paper.Width, d.paper.Height, attribute(charts.Sans(d.m.Lang))))
	d.num(d.paper.Width)
	d.raw(" ")
	d.num(d.paper.Height)
	d.raw(`">`)
	d.describe(d.layer.Title, d.layer.Alt)
	inner := box{0, 0, d.paper.Width, d.paper.Height}.inset(d.margin())
	d.rect(box{0, 0, d.paper.Width, d.paper.Height}, `fill="`+charts.Paper+`"`)
	top := d.head(inner)
	foot := d.foot(inner)
	body := box{inner.x, top, inner.w, inner.y + inner.h - foot - top - d.gap()}
	side := sideShare * inner.w
	d.patterns()
	d.mapIn(box{body.x, body.y, body.w - side - d.gap(), body.h})
	d.side(box{body.x + body.w - side, body.y, side, body.h})
	d.raw("</svg>\n")
}

// tightTitle is how small a title becomes, in parts of its size, to stand in one line.
const tightTitle = .84

// head writes the name of the report, the marking and the finding; it returns where the body may begin.
func (d *wall) head(b box) float64 {
	size := d.paper.subtitle
	y := b.y + size/2
	d.labels(script{size: size, color: charts.Ink2, anchor: "start"}, label{point{b.x, y}, []string{d.about.Title}})
	if d.about.Marking != "" {
		d.labels(script{size: size, color: charts.Ink, anchor: "end", bold: true}, label{point{b.x + b.w, y}, []string{d.about.Marking}})
	}
	title := d.paper.title
	lines := wrap(d.layer.Title, title, b.w)
	if one := title * tightTitle; len(lines) == 2 && len(wrap(d.layer.Title, one, b.w)) == 1 {
		title, lines = one, wrap(d.layer.Title, one, b.w)
	}
	for len(lines) > 2 {
		title *= .94
		lines = wrap(d.layer.Title, title, b.w)
	}
	height := float64(len(lines)) * title * lineHeight
	y = b.y + size*1.5
	d.labels(script{size: title, color: charts.Ink, anchor: "start", bold: true, family: charts.Serif(d.m.Lang)}, label{point{b.x, y + height/2}, lines})
	y += height + d.gap()*.5
	d.rect(box{b.x, y, b.w, d.paper.px * 2}, `fill="`+charts.Ink+`"`)
	return y + d.gap()
}

// foot writes how to read the map, where it comes from, the date, the maker and the blank for an approval number; it returns its height.
func (d *wall) foot(b box) float64 {
	body, small := d.paper.body, d.paper.body*.9
	right := 0.0
	permit := d.m.Permit + d.m.Lang.T("map.wall.blank")
	date := d.m.Lang.T("map.wall.cutoff", "date", d.cutoff())
	maker := []string{permit, date}
	if d.about.Version != "" {
		maker = append(maker, d.m.Lang.T("map.wall.made", "version", d.about.Version))
	}
	for _, m := range maker {
		right = max(right, textWidth(m, small))
	}
	reading := wrap(d.layer.Reading, body, b.w-right-d.gap())
	source := wrap(d.m.Source, small, b.w-right-d.gap())
	left := float64(len(reading))*body*lineHeight + float64(len(source))*small*lineHeight + small*.4
	height := max(left, float64(len(maker))*small*lineHeight)
	y := b.y + b.h - height
	d.labels(script{size: body, color: charts.Ink, anchor: "start"}, label{point{b.x, y + float64(len(reading))*body*lineHeight/2}, reading})
	y += float64(len(reading))*body*lineHeight + small*.4
	d.labels(script{size: small, color: charts.Ink2, anchor: "start"}, label{point{b.x, y + float64(len(source))*small*lineHeight/2}, source})
	d.labels(script{size: small, color: charts.Ink2, anchor: "end"},
		label{point{b.x + b.w, b.y + b.h - height + float64(len(maker))*small*lineHeight/2}, maker})
	return height
}

func (d *wall) cutoff() string {
	if d.about.Cutoff == "" {
		return d.m.Lang.T("page.cutoff.none")
	}
	return d.about.Cutoff
}

// mapIn draws the map into a box.
func (d *wall) mapIn(b box) {
	d.frame = fit(d.m, b)
	d.raw(`<clipPath id="` + d.id + `f">`)
	d.rect(b, "")
	d.raw(`</clipPath>`)
	d.rect(b, `fill="`+charts.Land+`"`)
	d.raw(`<g clip-path="url(#` + d.id + `f)">`)
	d.ground()
	d.candidates()
	d.signs()
	d.letters(d.write(d.northBox(b), d.scaleBox(b, mapBar)))
	d.furniture(b)
	d.raw("</g>")
	d.rect(b, `fill="none" `+stroke(charts.Line, short(d.px)))
}
