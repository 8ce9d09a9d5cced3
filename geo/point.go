package geo

import "math"

// XY is a point or a vector in a local plane, in metres: X to the east, Y to the north.
type XY struct{ X, Y float64 }

func (p XY) plus(q XY) XY              { return XY{p.X + q.X, p.Y + q.Y} }
func (p XY) minus(q XY) XY             { return XY{p.X - q.X, p.Y - q.Y} }
func (p XY) times(k float64) XY        { return XY{p.X * k, p.Y * k} }
func (p XY) dot(q XY) float64          { return p.X*q.X + p.Y*q.Y }
func (p XY) cross(q XY) float64        { return p.X*q.Y - p.Y*q.X }
func (p XY) length() float64           { return math.Hypot(p.X, p.Y) }
func (p XY) toward(q XY, t float64) XY { return XY{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)} }

// planeBox is a closed axis-parallel box in a plane.
type planeBox struct{ lo, hi XY }

func emptyPlaneBox() planeBox {
	inf := math.Inf(1)
	return planeBox{XY{inf, inf}, XY{-inf, -inf}}
}

func (b *planeBox) add(p XY) {
	b.lo.X, b.lo.Y = min(b.lo.X, p.X), min(b.lo.Y, p.Y)
	b.hi.X, b.hi.Y = max(b.hi.X, p.X), max(b.hi.Y, p.Y)
}

func (b planeBox) diameter() float64 { return b.hi.minus(b.lo).length() }
func (b planeBox) center() XY        { return XY{(b.lo.X + b.hi.X) / 2, (b.lo.Y + b.hi.Y) / 2} }

// near2 returns the squared distance from p to the box, 0 inside.
func (b *planeBox) near2(p XY) float64 {
	dx := max(b.lo.X-p.X, 0, p.X-b.hi.X)
	dy := max(b.lo.Y-p.Y, 0, p.Y-b.hi.Y)
	return dx*dx + dy*dy
}

// far2 returns the squared distance from p to the farthest corner.
func (b *planeBox) far2(p XY) float64 {
	dx := max(p.X-b.lo.X, b.hi.X-p.X)
	dy := max(p.Y-b.lo.Y, b.hi.Y-p.Y)
	return dx*dx + dy*dy
}
