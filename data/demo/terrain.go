package demo

import "math"

// vec is a point of the drawing plane in kilometres, x east, y north.
type vec struct{ x, y float64 }

func (a vec) add(b vec) vec           { return vec{a.x + b.x, a.y + b.y} }
func (a vec) sub(b vec) vec           { return vec{a.x - b.x, a.y - b.y} }
func (a vec) times(k float64) vec     { return vec{a.x * k, a.y * k} }
func (a vec) dot(b vec) float64       { return a.x*b.x + a.y*b.y }
func (a vec) cross(b vec) float64     { return a.x*b.y - a.y*b.x }
func (a vec) length() float64         { return math.Sqrt(a.x*a.x + a.y*a.y) }
func (a vec) dist2(b vec) float64     { d := a.sub(b); return d.dot(d) }
func lerp(a, b vec, t float64) vec    { return vec{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }
func (a vec) square(w, h float64) vec { return vec{a.x / w, a.y / h} }

// point is a place on the globe in units of 1e-7 degrees: longitude, latitude.
type point struct{ x, y int64 }

// The city lies at a fictional spot around 103.5 E, 25.5 N.
const (
	originLon  = 1035000000 // 1e-7 degrees
	originLat  = 255000000
	unitsPerKX = 1e7 / 100.48 // 1e-7 degrees of longitude per kilometre there
	unitsPerKY = 1e7 / 110.78 // of latitude
)

// place puts a point of the plane on the globe.
func place(v vec) point {
	return point{originLon + int64(math.Round(v.x*unitsPerKX)), originLat + int64(math.Round(v.y*unitsPerKY))}
}

// cell names a district by its row and column in the brick lattice; odd rows stand half a cell further east.
type cell struct{ row, col int }

func (c cell) key() uint64 { return uint64(c.row+1<<20)<<24 | uint64(c.col+1<<20) }

// terrain is the ground: where districts lie, how densely people live, where the river runs. Everything is a function of place.
type terrain struct {
	seed          uint64
	width, height float64 // of a lattice cell, km
	river         float64 // width of the river, km; 0 where communities are too few for one
	districts     int
	columns       int     // of the lattice
	centered      vec     // added to lattice positions so that the city lies around the origin
	close         float64 // communities per km² where the density is 1
	pairs         map[int][]pair
}

func (t *terrain) center(c cell) vec {
	x := float64(c.col)
	if c.row&1 != 0 {
		x += 0.5
	}
	return vec{x * t.width, float64(c.row) * t.height}.add(t.centered)
}

// district returns the lattice cell that holds v: the nearest center, seen through a bent glass. A cell of the city's rim keeps
// only what lies in an oval round its own center, so that the city has no corners.
func (t *terrain) district(v vec) cell {
	bend := 0.075 * t.height
	l := 2.4 / t.height
	w := vec{v.x + bend*noise(hash(t.seed, 1), v.x*l, v.y*l), v.y + bend*noise(hash(t.seed, 2), v.x*l, v.y*l)}
	row := int(math.Round((w.y - t.centered.y) / t.height))
	var best, second cell
	least, next := math.Inf(1), math.Inf(1)
	for r := row - 1; r <= row+1; r++ {
		col := int(math.Floor((w.x-t.centered.x)/t.width - float64(r&1)/2))
		for c := col; c <= col+1; c++ {
			d := w.dist2(t.center(cell{r, c}))
			switch {
			case d < least:
				best, second, least, next = cell{r, c}, best, d, least
			case d < next:
				second, next = cell{r, c}, d
			}
		}
	}
	if t.inCity(best) && !t.inCity(second) && w.sub(t.center(best)).square(0.57*t.width, 0.585*t.height).length() > 1 {
		return second
	}
	return best
}

// inCity reports whether a lattice cell is a district of the city; the others only make its border.
func (t *terrain) inCity(c cell) bool {
	return c.row >= 0 && c.col >= 0 && c.col < t.columns && c.row*t.columns+c.col < t.districts
}

// land is how people live in one district: dense in its core and in two outer towns, thin at its border.
type land struct {
	*terrain
	cell  cell
	core  vec
	towns [2]vec
}

func (t *terrain) land(c cell) land {
	r := random(hash(t.seed, 3, c.key()))
	l := land{terrain: t, cell: c, core: t.center(c).add(vec{r.between(-0.07, 0.05) * t.width, r.between(-0.06, 0.04) * t.height})}
	for i := range l.towns {
		angle, reach := r.between(0, 2*math.Pi), r.between(0.62, 0.78)
		l.towns[i] = l.core.add(vec{spanX * t.width * reach * math.Cos(angle), spanY * t.height * reach * math.Sin(angle)})
	}
	return l
}

// A district reaches from its core about this share of the lattice cell's width and height.
const spanX, spanY = 0.56, 0.58

// remoteness is 0 in the core and about 1 at the border.
func (l land) remoteness(v vec) float64 {
	d := v.sub(l.core).square(spanX*l.width, spanY*l.height)
	return max(0, d.length()+0.10*noise(hash(l.seed, 4), v.x*3/l.height, v.y*3/l.height))
}

// density is how close communities stand, about 1 in the core.
func (l land) density(v vec) float64 {
	u := l.remoteness(v)
	g := 0.07 + 0.93*math.Exp(-3.1*u*u)
	for _, town := range l.towns {
		d := v.sub(town).length() / (0.085 * l.width)
		g += 0.30 * math.Exp(-d*d)
	}
	return g
}

// bankY is the river's middle line in a lattice row: y as a function of x.
func (t *terrain) bankY(row int, x float64) float64 {
	k := hash(t.seed, 6, uint64(int64(row)))
	y := 0.13*noise(k, x/(0.42*t.width), 0.5) + 0.035*noise(k, x/(0.17*t.width), 7.5)
	return t.centered.y + (float64(row)+0.05+y)*t.height
}

// acrossRiver is the unit vector from the river's south bank to its north bank.
func (t *terrain) acrossRiver(row int, x float64) vec {
	const step = 0.02
	slope := (t.bankY(row, x+step) - t.bankY(row, x-step)) / (2 * step)
	l := math.Hypot(1, slope)
	return vec{-slope / l, 1 / l}
}
