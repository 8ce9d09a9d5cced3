package atlas

import (
	"math"
	"slices"

	"quarter/charts"
)

// Sizes of signs across, in pixels of the reference map.
const (
	starSize, squareSize, triangleSize, dotSize, ringSize = 19., 8., 10., 5.5, 6.5
	siteSize, zoneSize                                    = 22., 20.
)

// signSize is how far a sign reaches across.
func signSize(key string) float64 {
	switch key {
	case "star":
		return starSize
	case "square":
		return squareSize
	case "triangle":
		return triangleSize
	case "dot":
		return dotSize
	}
	return ringSize
}

// signStyle is the fill and edge of a sign: ink with a white edge, or hollow.
func (d *drawing) signStyle(key string) string {
	switch key {
	case "triangle", "ring":
		return `fill="` + charts.Paper + `" ` + stroke(charts.Ink, short(1.4*d.px*d.signed))
	case "uncounted":
		return `fill="` + charts.Paper + `" ` + stroke(charts.Ink3, short(1.4*d.px*d.signed))
	}
	return `fill="` + charts.Ink + `" ` + stroke(charts.Paper, short(d.px*d.signed)) + ` paint-order="stroke"`
}

// signs draws the centers: each tier has its own shape; the last of the list lies on top.
func (d *drawing) signs() {
	for _, s := range d.m.Signs {
		if !d.explained(s.Key) {
			continue
		}
		d.group(s.Key, d.signStyle(s.Key))
		for _, p := range s.At {
			d.sign(s.Key, d.at(p), d.px*d.signed)
		}
		d.raw("</g>")
	}
}

// explained reports whether the legend of the layer has a sign; what it does not explain is not drawn.
func (d *drawing) explained(swatch string) bool {
	for _, g := range d.m.Legends[d.layer.Key] {
		if slices.ContainsFunc(g.Rows, func(r charts.LegendRow) bool { return r.Swatch == swatch }) {
			return true
		}
	}
	return false
}

// sign draws one center; px is a pixel of the reference map.
func (d *drawing) sign(key string, at point, px float64) {
	r := signSize(key) / 2 * px
	switch key {
	case "star":
		d.shape(star(at, r))
	case "square":
		d.shape([]point{{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}, {at.x - r, at.y - r}})
	case "triangle":
		d.shape([]point{{at.x, at.y - r}, {at.x + r, at.y + .75*r}, {at.x - r, at.y + .75*r}, {at.x, at.y - r}})
	default:
		d.circle(at, r)
	}
}

// star is a five-pointed star; its inner corners lie where the lines between its tips cross.
func star(at point, r float64) []point {
	inner := (3 - math.Sqrt(5)) / 2
	out := make([]point, 11)
	for i := range 10 {
		reach := r
		if i%2 == 1 {
			reach *= inner
		}
		sin, cos := math.Sincos(float64(i) * math.Pi / 5)
		out[i] = point{at.x + reach*sin, at.y - reach*cos}
	}
	out[10] = out[0]
	return out
}

// shape draws a closed line.
func (d *drawing) shape(corners []point) {
	d.raw(`<path d="`)
	d.line(corners)
	d.raw(`"/>`)
}

// diamond is the sign of a site.
func diamond(at point, r float64) []point {
	return []point{{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}, {at.x, at.y - r}}
}
