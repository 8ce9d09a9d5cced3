package atlas

import (
	"quarter/charts"
)

// Sizes of the furniture, in pixels of the reference map; text is as large as the small letters of the drawing.
const (
	furnitureMargin = 24.
	northHeight     = 34.
	barHeight       = 5.
	mapBar          = .16 // longest bar, in parts of the width of a map
	sheetBar        = .3  // and of a sheet
)

// bar is the scale bar: step metres on the ground are length units of the drawing.
type bar struct {
	charts.ScaleStep
	length float64
}

// scaleBar is the longest bar with a round number of metres that takes no more than the given length; where even the shortest is longer,
// the shortest.
func (d *drawing) scaleBar(longest float64) bar {
	best := d.m.Scale.Steps[0]
	for _, s := range d.m.Scale.Steps {
		if s.Meters*d.perMeter <= longest && s.Meters > best.Meters {
			best = s
		}
	}
	return bar{best, best.Meters * d.perMeter}
}

// northBox and scaleBox are where the furniture stands in a box.
func (d *drawing) northBox(b box) box {
	w := 18 * d.px
	return box{b.x + b.w - furnitureMargin*d.px - w, b.y + furnitureMargin*d.px*.7, w, northHeight*d.px + d.small*1.3}
}

func (d *drawing) scaleBox(b box, longest float64) box {
	s := d.scaleBar(longest * b.w)
	h := d.small*1.2 + barHeight*d.px
	return box{b.x + furnitureMargin*d.px, b.y + b.h - furnitureMargin*d.px*.6 - h, s.length + textWidth(s.Label, d.small), h}
}

// furniture draws the north arrow and the scale bar.
func (d *drawing) furniture(b box) {
	d.northArrow(d.northBox(b))
	d.scale(d.scaleBox(b, mapBar), d.scaleBar(mapBar*b.w))
}

// northArrow draws an arrow, half of it filled, with the word below it.
func (d *drawing) northArrow(b box) {
	top, h, half := point{b.x + b.w/2, b.y}, northHeight*d.px, 8*d.px
	left, right, notch := point{top.x - half, b.y + h}, point{top.x + half, b.y + h}, point{top.x, b.y + h*.78}
	d.raw(`<g fill="` + charts.Paper + `" ` + stroke(charts.Ink, short(d.px)) + ` stroke-linejoin="round">`)
	d.shape([]point{top, right, notch, left, top})
	d.raw(`<path fill="` + charts.Ink + `" d="`)
	d.line([]point{top, notch, left, top})
	d.raw(`"/></g>`)
	d.labels(d.plain(), label{point{top.x, b.y + h + d.small*.75}, []string{d.m.North}})
}

// scale draws a bar of two halves with its ends in words.
func (d *drawing) scale(b box, s bar) {
	y := b.y + b.h - barHeight*d.px
	d.raw(`<g ` + stroke(charts.Ink, short(d.px)) + ` class="m-scale">`)
	d.rect(box{b.x, y, s.length, barHeight * d.px}, `fill="`+charts.Paper+`"`)
	d.rect(box{b.x, y, s.length / 2, barHeight * d.px}, `fill="`+charts.Ink+`"`)
	d.raw("</g>")
	y = b.y + d.small*.5
	d.labels(d.plain(), label{point{b.x, y}, []string{"0"}}, label{point{b.x + s.length, y}, []string{s.Label}})
}

// plain is the script of small words on the map.
func (d *drawing) plain() script { return script{size: d.small, color: charts.Ink, halo: true} }
