package atlas

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"

	"quarter/charts"
)

// pen writes SVG. Coordinates have a fixed number of decimals; steps are taken between rounded corners, so that errors do not add up and
// neighbours stay side by side.
type pen struct {
	bytes.Buffer
	places  int
	scale   float64
	last    [2]int
	scratch []byte
	room    []point
}

func newPen(places int) pen { return pen{places: places, scale: math.Pow10(places)} }

// raw writes our own markup.
func (p *pen) raw(s string) { p.WriteString(s) }

// text writes text of the data, so that it can be nothing but text. What XML has no sign for becomes U+FFFD.
func (p *pen) text(s string) {
	_ = xml.EscapeText(p, []byte(s)) // a buffer takes everything
}

// num writes a number with the decimals of the drawing at most.
func (p *pen) num(v float64) { p.int(p.round(v)) }

func (p *pen) round(v float64) int { return int(math.Round(v * p.scale)) }

// int writes a rounded number: 125 is 12.5 where there is one decimal, 120 is 12, 5 is .5.
func (p *pen) int(n int) {
	b := p.scratch[:0]
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	whole, rest := n/int(p.scale), n%int(p.scale)
	if whole > 0 || rest == 0 {
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if rest > 0 {
		b = append(b, '.')
		for unit := int(p.scale) / 10; rest > 0; unit /= 10 {
			b = append(b, byte('0'+rest/unit))
			rest %= unit
		}
	}
	p.Write(b)
	p.scratch = b
}

// attr writes a number as an attribute.
func (p *pen) attr(name string, v float64) {
	p.raw(` ` + name + `="`)
	p.num(v)
	p.raw(`"`)
}

// spaced writes a number of a path: a minus needs no space before it.
func (p *pen) spaced(n int) {
	if n >= 0 {
		p.WriteByte(' ')
	}
	p.int(n)
}

// move begins a line of a path.
func (p *pen) move(at point) {
	p.last = [2]int{p.round(at.x), p.round(at.y)}
	p.WriteByte('M')
	p.int(p.last[0])
	p.spaced(p.last[1])
}

// lines goes on to further corners; those that round to the same place are left out.
func (p *pen) lines(corners []point) {
	began := false
	for _, c := range corners {
		to := [2]int{p.round(c.x), p.round(c.y)}
		dx, dy := to[0]-p.last[0], to[1]-p.last[1]
		if dx == 0 && dy == 0 {
			continue
		}
		p.last = to
		if !began {
			p.WriteByte('l')
			p.int(dx)
			began = true
		} else {
			p.spaced(dx)
		}
		p.spaced(dy)
	}
}

// line writes an open or closed line of a path. A closed one does not come back to its first corner.
func (p *pen) line(corners []point) {
	if len(corners) < 2 {
		return
	}
	closed := corners[0] == corners[len(corners)-1]
	if closed {
		corners = corners[:len(corners)-1]
	}
	p.move(corners[0])
	p.lines(corners[1:])
	if closed {
		p.WriteByte('z')
	}
}

// region writes the rings of a region as one path; holes are holes by the even-odd rule.
func (p *pen) region(f *frame, r charts.Region) {
	for _, polygon := range r {
		p.paths(f, polygon)
	}
}

// paths writes several lines of the ground.
func (p *pen) paths(f *frame, all []charts.Path) {
	for _, one := range all {
		p.room = f.corners(one, p.room[:0])
		p.line(p.room)
	}
}

// rect writes a rectangle.
func (p *pen) rect(b box, rest string) {
	p.raw("<rect")
	p.attr("x", b.x)
	p.attr("y", b.y)
	p.attr("width", b.w)
	p.attr("height", b.h)
	p.raw(" " + rest + "/>")
}

// open begins an SVG element; head ends before the numbers of its view box.
func (p *pen) open(head string, width, height float64) {
	p.raw("<svg " + head)
	p.num(width)
	p.raw(" ")
	p.num(height)
	p.raw(`">`)
}
