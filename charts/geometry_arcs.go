package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// arcStep is the largest angle between two drawn points of a circle: 3 degrees, 0.4 m off the true arc at a radius of 1 km.
const arcStep = math.Pi / 60

// disc is a service circle in degrees, with the ground metres of a degree at its center.
type disc struct {
	at             orb.Point
	perLon, perLat float64
}

func newDisc(at orb.Point) disc {
	const d = 1e-3
	return disc{
		at:     at,
		perLon: geo.Distance(at, orb.Point{at[0] + d, at[1]}).Meters() / d,
		perLat: geo.Distance(at, orb.Point{at[0], at[1] + d}).Meters() / d,
	}
}

// span is an angle range, from <= to, radians; 0 is east.
type span struct{ from, to float64 }

// outline is the edge of the union of equal circles: the arcs of each that lie in no other. It is drawn, never measured; its points
// are within 1e-3 of the radius of the true circle below 75 degrees of latitude.
func outline(centers []orb.Point, radius geo.Length) [][]orb.Point {
	discs := make([]disc, len(centers))
	for i, p := range centers {
		discs[i] = newDisc(p)
	}
	slices.SortStableFunc(discs, func(a, b disc) int { return cmp.Or(cmp.Compare(a.at[1], b.at[1]), cmp.Compare(a.at[0], b.at[0])) })
	discs = slices.CompactFunc(discs, func(a, b disc) bool { return a.at == b.at })
	var out [][]orb.Point
	for i, d := range discs {
		for _, s := range free(hidden(discs, i, radius.Meters())) {
			out = append(out, d.arc(s, radius.Meters()))
		}
	}
	return out
}

// hidden are the spans of circle i that other circles cover. discs are in order of latitude.
func hidden(discs []disc, i int, r float64) []span {
	var out []span
	try := func(j int) (near bool) {
		dx, dy := (discs[j].at[0]-discs[i].at[0])*discs[i].perLon, (discs[j].at[1]-discs[i].at[1])*discs[i].perLat
		if math.Abs(dy) >= 2*r {
			return false
		}
		if d := math.Hypot(dx, dy); d < 2*r {
			half, at := math.Acos(d/(2*r)), math.Atan2(dy, dx)
			out = append(out, wrapped(at-half, at+half)...)
		}
		return true
	}
	for j := i - 1; j >= 0 && try(j); j-- {
	}
	for j := i + 1; j < len(discs) && try(j); j++ {
	}
	return out
}

// wrapped brings a span into [-π, π), cut where it passes the seam.
func wrapped(from, to float64) []span {
	switch {
	case from < -math.Pi:
		return []span{{from + 2*math.Pi, math.Pi}, {-math.Pi, to}}
	case to > math.Pi:
		return []span{{from, math.Pi}, {-math.Pi, to - 2*math.Pi}}
	}
	return []span{{from, to}}
}

// free is what the hidden spans leave of a full turn. A circle that nothing hides is one closed span.
func free(hidden []span) []span {
	slices.SortFunc(hidden, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var out []span
	at := -math.Pi
	for _, h := range hidden {
		if h.from > at {
			out = append(out, span{at, h.from})
		}
		at = max(at, h.to)
	}
	if at < math.Pi {
		out = append(out, span{at, math.Pi})
	}
	if n := len(out); n > 1 && out[0].from == -math.Pi && out[n-1].to == math.Pi { // one arc that passes the seam
		out[0].from = out[n-1].from - 2*math.Pi
		out = out[:n-1]
	}
	return out
}

func (d disc) arc(s span, r float64) []orb.Point {
	n := max(1, int(math.Ceil((s.to-s.from)/arcStep)))
	out := make([]orb.Point, n+1)
	for k := range out {
		angle := s.from + (s.to-s.from)*float64(k)/float64(n)
		out[k] = orb.Point{d.at[0] + r*math.Cos(angle)/d.perLon, d.at[1] + r*math.Sin(angle)/d.perLat}
	}
	return out
}
