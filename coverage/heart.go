package coverage

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// The heart of a community (人口重心) is the mean of the centroids of the grounds that its people live on, weighted by people: Σ p·x ÷ Σ p in a
// local metric frame. Where nobody is counted it is the centroid of the outline, else the mean of the grids' points; a community with neither has none.
// The centers nearest to it say where its people would go.

// measureHearts fills Heart and Near of every community.
func (a *analysis) measureHearts() error {
	return each(a.ctx, len(a.City.Communities), a.Options.Threads, func(i int) {
		u := a.Community(i)
		if u.Heart = a.heart(i); u.Heart == nil {
			return
		}
		for _, n := range a.disks.base.Neighbors(*u.Heart, NearCount) {
			u.Near = append(u.Near, Near{Center: a.disks.center[n.Disk], Distance: n.Distance.Meters()})
		}
	})
}

// heart is the heart of community i, or nil.
func (a *analysis) heart(i int) *orb.Point {
	var points []orb.Point
	var weights []float64
	add := func(p orb.Point, people float64) { points, weights = append(points, p), append(weights, people) }
	for p := a.placesOf[i]; p < a.placesOf[i+1]; p++ {
		add(a.places[p].ground.middle(), a.places[p].people)
	}
	shape := a.City.Communities[i].Shape
	switch {
	case len(points) > 0:
	case shape != nil:
		add(shape.Centroid(), 1)
	default:
		for _, g := range a.gridsOf[i] {
			add(a.City.Grids[g].Point, 1)
		}
	}
	return meanPoint(points, weights)
}

// middle is the centroid of the ground.
func (g *ground) middle() orb.Point {
	if g.shape == nil {
		return g.point
	}
	return g.shape.Centroid()
}

// meanPoint is the weighted mean of points that lie near each other, in the tangent plane at the first; nil for no points.
func meanPoint(points []orb.Point, weights []float64) *orb.Point {
	if len(points) == 0 {
		return nil
	}
	frame := geo.NewFrame(points[0])
	var x, y, total sum
	for i, p := range points {
		at := frame.Project(p)
		x.add(at.X * weights[i])
		y.add(at.Y * weights[i])
		total.add(weights[i])
	}
	out := frame.Unproject(geo.XY{X: x.value() / total.value(), Y: y.value() / total.value()})
	return &out
}

func (r *Result) appendNear(t *jsonText, u *Unit) {
	if u.Heart == nil {
		return
	}
	t.number("heart_lon", u.Heart[0])
	t.number("heart_lat", u.Heart[1])
	t.open("nearest_centers", '[')
	for _, n := range u.Near {
		t.begin('{')
		t.text("center", r.City.Centers[n.Center].Code)
		t.known("distance_m", data.Num(n.Distance))
		t.end('}')
	}
	t.end(']')
}
