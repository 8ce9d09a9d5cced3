package geo

import "math"

// Reach tells how far the points of a shape are from their nearest center, exactly, for every distance at once. The shape is clipped
// once into the Voronoi cells of the centers; the area within a distance is then a sum over the edges of the pieces.
//
// Laws: Within(0) = 0; Within never falls; Within(d) = Area() from the farthest point on; Within(d) = UnionArea for equal
// radii d; Mean lies between the two ends of Range.
type Reach struct {
	area              float64
	edges             []seenEdge
	loops             []loop
	nearest, farthest float64
}

// seenEdge is an edge of a piece as it is seen from the nearest center: what a sum at one distance needs of it, made once for all. It
// starts where the edge before it in its loop ends.
type seenEdge struct {
	end   XY      // relative to the center
	angle float64 // at the center
}

func newSeenEdge(a, b XY) seenEdge {
	return seenEdge{b, angle(a.cross(b.minus(a)), a.dot(b))}
}

// loop is one closed ring of a piece.
type loop struct {
	end       int32   // of its edges in those of the Reach
	turns     int32   // how often it winds around the center
	near, far float64 // distances from the center to its nearest and farthest boundary point, metres
	area      float64 // signed, m²
}

// Area returns the area of the shape in m².
func (r *Reach) Area() float64 { return r.area }

// Range returns a lower bound of the distance of the nearest point (0 if a center lies in the shape) and the distance of the farthest
// point, which is exact; both in metres, +Inf for an empty set.
func (r *Reach) Range() (nearest, farthest Length) {
	return Length(r.nearest), Length(r.farthest)
}

// Within returns the area in m² within d of the nearest center, 0 to Area().
func (r *Reach) Within(d Length) float64 {
	area, _ := r.WithinPace(d)
	return area
}

// WithinPace returns Within(d), and how fast it grows with d: the length in metres of the arcs at distance d that lie in the shape.
func (r *Reach) WithinPace(d Length) (area, pace float64) {
	radius := d.Meters()
	if !(radius > r.nearest) {
		return 0, 0
	}
	if radius >= r.farthest {
		return r.area, 0
	}
	sum, angles, start := 0.0, 0.0, int32(0)
	for i := range r.loops {
		l := &r.loops[i]
		switch {
		case radius >= l.far:
			sum += l.area
		case radius > l.near:
			part, arcs := seenArea(r.edges[start:l.end], radius*radius)
			sum += part
			angles += arcs
		case l.turns != 0:
			sum += float64(l.turns) * math.Pi * radius * radius
			angles += float64(l.turns) * 2 * math.Pi
		}
		start = l.end
	}
	return math.Min(math.Max(sum, 0), r.area), angles * radius
}

// seenArea is diskArea of edges that were looked at before.
func seenArea(edges []seenEdge, r2 float64) (area, angles float64) {
	triangles := 0.0
	a := edges[len(edges)-1].end
	aIn := a.dot(a) <= r2
	for i := range edges {
		s := &edges[i]
		b := s.end
		bIn := b.dot(b) <= r2
		e := b.minus(a)
		cross := a.cross(e)
		switch {
		case aIn && bIn:
			triangles += cross
		case !aIn && !bIn && beside(a, e, cross, r2):
			angles += s.angle
		default:
			triangle, sector := crossingEdge(a, b, e, cross, r2, aIn, bIn)
			triangles += triangle
			angles += sector
		}
		a, aIn = b, bIn
	}
	return (triangles + r2*angles) / 2, angles
}

// Mean returns the mean distance to the nearest center over the area, in metres; +Inf for an empty set.
func (r *Reach) Mean() Length {
	if len(r.loops) == 0 {
		return Length(math.Inf(1))
	}
	sum, start := 0.0, int32(0)
	for _, l := range r.loops {
		edges := r.edges[start:l.end]
		a := edges[len(edges)-1].end
		for i := range edges {
			sum += distanceMoment(a, edges[i].end)
			a = edges[i].end
		}
		start = l.end
	}
	return Length(math.Min(math.Max(sum/r.area, r.nearest), r.farthest))
}

// distanceMoment returns the integral of |x| over the triangle (0, a, b), m³, negative if it is clockwise. With h the distance
// of the line through a and b, and t the place on it from the foot of h:
//
//	1/6 [ h |x| t + h³ asinh(t/h) ]  from a to b,
//
// which is h³/6 [sec θ tan θ + ln |sec θ + tan θ|] with tan θ = t/h.
func distanceMoment(a, b XY) float64 {
	e := b.minus(a)
	length := e.length()
	if length == 0 {
		return 0
	}
	signed := a.cross(e) / length
	h := math.Abs(signed)
	if h < 1e-100 {
		return 0
	}
	ta, tb := a.dot(e)/length, b.dot(e)/length
	straight := b.length()*tb - a.length()*ta
	return signed / 6 * (straight + h*h*(math.Asinh(tb/h)-math.Asinh(ta/h)))
}
