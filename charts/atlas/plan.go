package atlas

import "quarter/charts"

// What a plan proposes is hollow and dashed: on a print without colours nothing planned is taken for what stands.
const (
	plannedSize, secondSize, candidateSize, goneSize = 24., 13., 6., 15.
	plannedWidth                                     = 2.
)

// dash is a dashed line in proportion to its width.
func (d *drawing) dash(px, on, off float64) string {
	return ` stroke-dasharray="` + short(on*px*d.px) + ` ` + short(off*px*d.px) + `"`
}

// proposed draws what lies on the ground: the blind zones of the present, on top of them those that are left, the outline of the circles that
// stand, and the circle of every new place.
func (d *drawing) proposed() {
	p := d.layer.Plan
	d.group("solved", d.solvedStyle()+` fill-rule="evenodd"`)
	for _, r := range d.m.Blind {
		d.unit(r)
	}
	d.raw("</g>")
	d.blind(p.Left)
	d.reach()
	if len(p.Circles) > 0 {
		d.raw(`<path class="m-planned-circles" fill="none" ` + stroke(charts.Met, d.width(plannedWidth)) + d.dash(plannedWidth, 3, 2) + ` d="`)
		d.paths(&d.frame, p.Circles)
		d.raw(`"/>`)
	}
}

func (d *drawing) solvedStyle() string {
	return `fill="` + charts.MidBlue + `" ` + stroke(charts.Met, d.width(zoneWidth)) + d.dash(1, 1.5, 2)
}

// candidates draws the places that were not chosen, and where centers stood.
func (d *drawing) candidates() {
	p := d.layer.Plan
	if p == nil {
		return
	}
	d.group("candidate", d.candidateStyle())
	for _, at := range p.Others {
		d.shape(diamond(d.at(at), candidateSize/2*d.px))
	}
	d.raw("</g>")
	d.group("second", d.secondStyle())
	for _, s := range p.Seconds {
		d.shape(diamond(d.at(s.At), secondSize/2*d.px))
	}
	d.raw("</g>")
}

func (d *drawing) candidateStyle() string {
	return `fill="` + charts.Paper + `" ` + stroke(charts.Ink3, short(.9*d.px))
}

func (d *drawing) secondStyle() string {
	return `fill="` + charts.Neutral + `" ` + stroke(charts.Paper, short(d.px))
}

// placePlanned keeps the room of the marks of a plan.
func (d *drawing) placePlanned(p *placer) []point {
	if d.layer.Plan == nil {
		return nil
	}
	out := make([]point, len(d.layer.Plan.Marks))
	for i, mark := range d.layer.Plan.Marks {
		out[i] = d.at(mark.At)
		p.take(around(out[i], plannedSize*d.px, plannedSize*d.px))
	}
	return out
}

// plannedSigns draws the marks, and crosses over the centers that go.
func (d *drawing) plannedSigns(at []point) {
	if d.layer.Plan == nil {
		return
	}
	for _, p := range d.layer.Plan.Gone {
		d.gone(d.at(p), goneSize/2*d.px)
	}
	for i, p := range at {
		d.planned(p, plannedSize/2*d.px, d.layer.Plan.Marks[i].Text, d.zone*.95)
	}
}

// planned is the mark of a new place: a white diamond with a dashed edge, its number in it.
func (d *drawing) planned(at point, r float64, text string, size float64) {
	d.group("planned", `fill="`+charts.Paper+`" `+stroke(charts.Ink, short(plannedWidth*d.px))+d.dash(plannedWidth, 1.6, 1))
	d.shape(diamond(at, r))
	d.raw("</g>")
	d.labels(script{size: size, color: charts.Ink, bold: true}, label{at, []string{text}})
}

// gone is a cross.
func (d *drawing) gone(at point, r float64) {
	d.group("gone", `fill="none" `+stroke(charts.NotMet, short(2.4*d.px)))
	d.shape([]point{{at.x - r, at.y - r}, {at.x + r, at.y + r}})
	d.shape([]point{{at.x - r, at.y + r}, {at.x + r, at.y - r}})
	d.raw("</g>")
}

// proposedSwatch draws a sign of a plan in the legend; false where the key is none.
func (d *wall) proposedSwatch(key, letter string, b box) bool {
	at := point{b.x + b.w/2, b.y + b.h/2}
	small := func(style string) {
		d.raw("<g " + style + ">")
		d.shape(diamond(at, .36*b.h))
		d.raw("</g>")
	}
	switch key {
	case "planned":
		d.planned(at, .72*b.h, letter, .62*b.h)
	case "planned-circle":
		d.raw(`<path fill="none" ` + stroke(charts.Met, d.width(plannedWidth)) + d.dash(plannedWidth, 3, 2) + ` d="`)
		d.line([]point{{b.x, at.y}, {b.x + b.w, at.y}})
		d.raw(`"/>`)
	case "second":
		small(d.secondStyle())
	case "candidate":
		small(d.candidateStyle())
	case "gone":
		d.gone(at, .4*b.h)
	case "solved":
		d.rect(b, d.solvedStyle())
	default:
		return false
	}
	return true
}

// sites are the lines of the side column that name the new places, with what each newly covers.
func (d *wall) sites(width, size float64) []row {
	p := d.layer.Plan
	if len(p.Marks) == 0 {
		return nil
	}
	out := []row{{head: true, lines: wrap(d.m.Lang.T("map.plan.list.new", "what", p.Head[1]), size, width)}}
	for _, mark := range p.Marks {
		room := width - textWidth(mark.Tip[2], size) - size
		out = append(out, row{swatch: "planned", letter: mark.Text, lines: wrap(mark.Tip[0], size, room-swatchWidth*size), count: mark.Tip[2]})
	}
	return out
}
