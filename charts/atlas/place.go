package atlas

import (
	"math"
	"slices"
)

// placer keeps labels apart: what was placed first stays.
type placer struct {
	within box
	taken  []box
}

// free reports whether nothing lies in a box yet.
func (p *placer) free(b box) bool {
	return p.within.holds(b) && !slices.ContainsFunc(p.taken, b.meets)
}

func (p *placer) take(b box) { p.taken = append(p.taken, b) }

// place finds the first free place for a box of a size about a point, moved by one of the shifts, and takes it.
func (p *placer) place(at point, w, h float64, shifts []point) (point, bool) {
	for _, s := range shifts {
		moved := point{at.x + s.x, at.y + s.y}
		if b := around(moved, w, h); p.free(b) {
			p.take(b)
			return moved, true
		}
	}
	return at, false
}

func around(at point, w, h float64) box { return box{at.x - w/2, at.y - h/2, w, h} }

// nearby are places for a name of a size: at its point, above and below, a little beside. The point stays under the name or near its edge, so
// that nobody takes it for the name of something else.
func nearby(w, h float64) []point {
	out := []point{{}}
	for _, k := range []float64{.6, 1.2, 1.9} {
		out = append(out, point{0, -k * h}, point{0, k * h})
		for _, side := range []float64{.25, .5} {
			x, y := side*w, (k-.6)*h
			out = append(out, point{x, -y}, point{-x, -y}, point{x, y}, point{-x, y})
		}
	}
	return out
}

// about are places around a sign of a size, the nearest first.
func about(size float64) []point {
	out := []point{{}}
	for _, r := range []float64{.6, 1.1, 1.8} {
		for k := range 8 {
			sin, cos := math.Sincos(float64(k) * math.Pi / 4)
			out = append(out, point{r * size * cos, r * size * sin})
		}
	}
	return out
}
