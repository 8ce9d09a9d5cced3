package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// WGS 84 (NIMA TR8350.2). CGCS2000 differs by 0.1 mm in the polar radius, far below any error here.
const (
	semiMajor  = 6378137.0
	flattening = 1 / 298.257223563
	semiMinor  = semiMajor * (1 - flattening)
	ecc2       = flattening * (2 - flattening)

	radians = math.Pi / 180
)

// minCurvature is the smallest radius of curvature of the ellipsoid in metres: along the meridian at the equator.
const minCurvature = semiMajor * (1 - ecc2)

// vec3 is a geocentric position or difference in metres.
type vec3 struct{ X, Y, Z float64 }

func (v vec3) minus(w vec3) vec3    { return vec3{v.X - w.X, v.Y - w.Y, v.Z - w.Z} }
func (v vec3) length2() float64     { return v.X*v.X + v.Y*v.Y + v.Z*v.Z }
func (v vec3) plus(w vec3) vec3     { return vec3{v.X + w.X, v.Y + w.Y, v.Z + w.Z} }
func (v vec3) times(k float64) vec3 { return vec3{v.X * k, v.Y * k, v.Z * k} }

// geocentric returns the position of p on the ellipsoid.
func geocentric(p orb.Point) vec3 {
	sinLon, cosLon := math.Sincos(p[0] * radians)
	sinLat, cosLat := math.Sincos(p[1] * radians)
	n := semiMajor / math.Sqrt(1-ecc2*sinLat*sinLat)
	return vec3{n * cosLat * cosLon, n * cosLat * sinLon, n * (1 - ecc2) * sinLat}
}

// geodetic returns lon, lat of a position on or close to the surface. A height h shifts the latitude by at most
// h/a * e2/2 radians, 3 mm for one metre.
func geodetic(v vec3) orb.Point {
	lat := math.Atan2(v.Z, (1-ecc2)*math.Hypot(v.X, v.Y))
	return orb.Point{math.Atan2(v.Y, v.X) / radians, lat / radians}
}

// curvatures returns 1/M and 1/N, the curvatures along the meridian and across it, per metre.
func curvatures(sinLat float64) (along, across float64) {
	w2 := 1 - ecc2*sinLat*sinLat
	across = math.Sqrt(w2) / semiMajor
	return across * w2 / (1 - ecc2), across
}

// reduce brings a difference of longitudes into [-180, 180).
func reduce(degrees float64) float64 {
	if degrees >= -180 && degrees < 180 {
		return degrees
	}
	d := math.Mod(degrees+180, 360)
	if d < 0 {
		d += 360
	}
	return d - 180
}
