package atlas

import (
	"strconv"
	"strings"

	"quarter/charts"
)

// label is a text in a drawing; at is the middle of its lines, or of their beginning or end.
type label struct {
	at    point
	lines []string
}

// script is how the labels of a group look.
type script struct {
	size   float64
	color  string
	anchor string // "" for the middle, start, end
	family string // other typefaces than the document's, or ""
	bold   bool
	halo   bool
}

// lineHeight and baseline are in parts of the size of a text: the distance of lines, and how far the foot of the letters lies below the
// middle of a line. haloWidth is the width of a halo's line, half of which is outside the letters.
const lineHeight, baseline, haloWidth = 1.15, .36, .3

// labels draws texts that look alike. In a file all halos are drawn first, by themselves: drawing programs do not know the order of paint
// that a page asks for.
func (d *drawing) labels(s script, all ...label) {
	if len(all) == 0 {
		return
	}
	if s.halo && d.file {
		d.texts(s, charts.Paper, s.edge(), all)
		s.halo = false
	}
	d.texts(s, s.color, s.haloed(), all)
}

// edge is the line of a halo; haloed is a halo where there is one, below the letters.
func (s script) edge() string {
	return " " + stroke(charts.Paper, short(haloWidth*s.size)) + ` stroke-linejoin="round"`
}

func (s script) haloed() string {
	if !s.halo {
		return ""
	}
	return s.edge() + ` paint-order="stroke"`
}

func (s script) attributes() string {
	out := ` font-size="` + short(s.size) + `"`
	if s.family != "" {
		out += ` font-family="` + attribute(s.family) + `"`
	}
	if s.bold {
		out += ` font-weight="700"`
	}
	switch s.anchor {
	case "":
		out += ` text-anchor="middle"`
	case "end":
		out += ` text-anchor="end"`
	}
	return out
}

func (d *drawing) texts(s script, color, halo string, all []label) {
	d.raw(`<g` + s.attributes() + ` fill="` + color + `"` + halo + `>`)
	for _, l := range all {
		y := l.at.y - float64(len(l.lines)-1)*s.size*lineHeight/2 + s.size*baseline
		for i, line := range l.lines {
			d.raw("<text")
			d.attr("x", l.at.x)
			d.attr("y", y+float64(i)*s.size*lineHeight)
			d.raw(">")
			d.text(line)
			d.raw("</text>")
		}
	}
	d.raw("</g>")
}

// short is a length as text, to a hundredth.
func short(v float64) string { return strconv.FormatFloat(float64(int(v*100+.5))/100, 'f', -1, 64) }

// attribute is a list of typefaces between the quotes of an attribute.
func attribute(faces string) string { return strings.ReplaceAll(faces, `"`, "'") }
