package charts

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// area snaps a multipolygon that is drawn by itself: with few corners, outsides anticlockwise and holes clockwise, so that one path
// holds them all. It has no neighbour to fit.
func (q quantizer) area(mp orb.MultiPolygon, slack float64) Region {
	var out Region
	for _, polygon := range mp {
		var rings []Path
		for i, ring := range polygon {
			corners := simplify(q.snap(ring), slack)
			if len(corners) < 4 {
				if i == 0 {
					break // without its outside a polygon has no holes either
				}
				continue
			}
			if (turn(corners) > 0) != (i == 0) {
				slices.Reverse(corners)
			}
			rings = append(rings, path(corners))
		}
		if len(rings) > 0 {
			out = append(out, rings)
		}
	}
	return out
}

// turn is twice the signed area of a closed ring, above 0 for anticlockwise.
func turn(ring [][2]int32) int64 {
	var sum int64
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += int64(a[0])*int64(b[1]) - int64(b[0])*int64(a[1])
	}
	return sum
}

// simplify drops the corners of a line that lie within slack of what remains (Douglas and Peucker 1973). The ends stay.
func simplify(line [][2]int32, slack float64) [][2]int32 {
	if len(line) < 3 {
		return slices.Clone(line)
	}
	last := len(line) - 1
	at, far := 0, slack
	for i := 1; i < last; i++ {
		if d := offLine(line[i], line[0], line[last]); d > far {
			at, far = i, d
		}
	}
	if at == 0 {
		return [][2]int32{line[0], line[last]}
	}
	return append(simplify(line[:at+1], slack), simplify(line[at:], slack)[1:]...)
}

// offLine is the distance of p from the stretch a to b; a closed ring begins and ends in one point.
func offLine(p, a, b [2]int32) float64 { return math.Sqrt(offLineSquared(p, a, b)) }

func offLineSquared(p, a, b [2]int32) float64 {
	dx, dy := float64(b[0]-a[0]), float64(b[1]-a[1])
	x, y := float64(p[0]-a[0]), float64(p[1]-a[1])
	if along, length := x*dx+y*dy, dx*dx+dy*dy; along >= length {
		x, y = x-dx, y-dy
	} else if along > 0 {
		away := x*dy - y*dx
		return away * away / length
	}
	return x*x + y*y
}
