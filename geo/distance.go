package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// chordLimit is the longest chord in metres that is turned into an arc by Euler's radius of curvature; the error there is below 1e-6 m.
const chordLimit = 10e3

// Distance returns the length in metres of the shortest geodesic between two points given as lon, lat.
//
// Up to 10 km it is the chord c lengthened to an arc of the normal section, c (1 + c²/24R² + 3c⁴/640R⁴) with Euler's radius R in
// its azimuth, right to 1e-6 m; beyond that Vincenty's inverse, right to about 0.1 mm.
//
// Laws: Distance(a, a) = 0; symmetric; longitudes 360° apart are the same place.
func Distance(a, b orb.Point) Length {
	return siteDistance(newSite(a), newSite(b))
}

func siteDistance(a, b site) Length {
	c2 := a.at.minus(b.at).length2()
	if c2 > chordLimit*chordLimit {
		// The order of the ends changes the last digits of the iteration.
		if b.lonLat[0] < a.lonLat[0] || (b.lonLat[0] == a.lonLat[0] && b.lonLat[1] < a.lonLat[1]) {
			a, b = b, a
		}
		s, _ := inverse(a.lonLat, b.lonLat)
		return Length(s)
	}
	if c2 == 0 {
		return 0
	}
	return Length(arc(a.lonLat, b.lonLat, c2))
}

// arc returns the length above a chord with squared length c2.
func arc(a, b orb.Point, c2 float64) float64 {
	sin, cos := math.Sincos((a[1] + b[1]) / 2 * radians)
	along, across := curvatures(sin)
	north := (b[1] - a[1]) * across
	east := reduce(b[0]-a[0]) * cos * along
	n2, e2 := north*north, east*east
	bend := across
	if n2+e2 > 0 {
		bend = (n2*along + e2*across) / (n2 + e2)
	}
	x := c2 * bend * bend
	return math.Sqrt(c2) * (1 + x/24 + 3*x*x/640)
}
