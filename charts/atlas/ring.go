package atlas

import (
	"github.com/paulmach/orb"

	"quarter/charts"
)

// closed joins the stretches of an outline, end to end, to rings. Every end of a stretch is the beginning of another one, since each region
// gives its stretches in the direction of its own ring.
func closed(stretches []charts.Path) []charts.Path {
	begins := map[[2]int32][]int{}
	for i, s := range stretches {
		begins[[2]int32{s[0], s[1]}] = append(begins[[2]int32{s[0], s[1]}], i)
	}
	used := make([]bool, len(stretches))
	var out []charts.Path
	for i := range stretches {
		if used[i] {
			continue
		}
		var ring charts.Path
		var at [2]int32
		for next := i; next >= 0; next = take(begins, at, used) {
			used[next] = true
			ring, at = joined(ring, at, stretches[next])
		}
		out = append(out, ring)
	}
	return out
}

// take is an unused stretch that begins at a corner, or -1.
func take(begins map[[2]int32][]int, at [2]int32, used []bool) int {
	for _, i := range begins[at] {
		if !used[i] {
			return i
		}
	}
	return -1
}

// joined is a line with a stretch that begins at its end; it returns the new end as well.
func joined(line charts.Path, at [2]int32, s charts.Path) (charts.Path, [2]int32) {
	if len(line) == 0 {
		line, at = append(line, s[0], s[1]), [2]int32{s[0], s[1]}
	}
	for i := 2; i+1 < len(s); i += 2 {
		line = append(line, s[i], s[i+1])
		at[0], at[1] = at[0]+s[i], at[1]+s[i+1]
	}
	return line, at
}

// shape is a region on the globe.
func shape(g *charts.Geometry, r charts.Region) orb.MultiPolygon {
	var out orb.MultiPolygon
	for _, polygon := range r {
		var rings orb.Polygon
		for _, path := range polygon {
			var ring orb.Ring
			var x, y int32
			for i := 0; i+1 < len(path); i += 2 {
				x, y = x+path[i], y+path[i+1]
				ring = append(ring, orb.Point{g.Origin[0] + float64(x)*g.Quantum, g.Origin[1] + float64(y)*g.Quantum})
			}
			rings = append(rings, ring)
		}
		out = append(out, rings)
	}
	return out
}

// centroid is the centre of gravity of a closed ring; its first corner where it has no area.
func centroid(ring []point) point {
	var x, y, area float64
	o := ring[0]
	for i := 1; i < len(ring); i++ {
		ax, ay, bx, by := ring[i-1].x-o.x, ring[i-1].y-o.y, ring[i].x-o.x, ring[i].y-o.y
		cross := ax*by - bx*ay
		x, y, area = x+(ax+bx)*cross, y+(ay+by)*cross, area+cross
	}
	if area == 0 {
		return o
	}
	return point{o.x + x/(3*area), o.y + y/(3*area)}
}

// inside is the even-odd rule for a closed ring.
func inside(ring []point, p point) bool {
	odd := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(p.y-a.y)*(b.x-a.x)/(b.y-a.y) {
			odd = !odd
		}
	}
	return odd
}
