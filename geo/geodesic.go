package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// inverse returns the length in metres of the shortest geodesic from a to b and its azimuth at a, clockwise from north in
// radians.
//
// It is Vincenty's inverse (Survey Review 23, 1975), right to about 0.1 mm. That iteration fails within about half a degree of the
// antipode; there the geodesic is found by turning a great half: see aroundTheWorld.
func inverse(a, b orb.Point) (s, azimuth float64) {
	if s, azimuth, ok := vincenty(a, b); ok {
		return s, azimuth
	}
	return aroundTheWorld(a, b)
}

// vincenty solves the inverse problem; ok is false where the iteration does not settle.
func vincenty(a, b orb.Point) (s, azimuth float64, ok bool) {
	sinU1, cosU1 := reducedLatitude(a[1])
	sinU2, cosU2 := reducedLatitude(b[1])
	l := reduce(b[0]-a[0]) * radians
	lambda := l
	for range 100 {
		sinL, cosL := math.Sincos(lambda)
		east := cosU2 * sinL
		north := cosU1*sinU2 - sinU1*cosU2*cosL
		sinSigma := math.Hypot(east, north)
		cosSigma := sinU1*sinU2 + cosU1*cosU2*cosL
		if sinSigma == 0 {
			return 0, 0, cosSigma > 0
		}
		sigma := math.Atan2(sinSigma, cosSigma)
		sinAlpha := cosU1 * cosU2 * sinL / sinSigma
		cos2Alpha := 1 - sinAlpha*sinAlpha
		cos2Mid := 0.0 // on the equator
		if cos2Alpha > 1e-18 {
			cos2Mid = cosSigma - 2*sinU1*sinU2/cos2Alpha
		}
		next := l + lambdaExcess(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2Mid)
		if math.Abs(next) > math.Pi {
			return 0, 0, false
		}
		if math.Abs(next-lambda) < 1e-14 {
			return greatArc(cos2Alpha, sigma, sinSigma, cosSigma, cos2Mid), math.Atan2(east, north), true
		}
		lambda = next
	}
	return 0, 0, false
}

// reducedLatitude returns sine and cosine of the latitude (degrees) on the auxiliary sphere.
func reducedLatitude(lat float64) (sin, cos float64) {
	sin, cos = math.Sincos(lat * radians)
	sin *= 1 - flattening
	h := math.Hypot(sin, cos)
	return sin / h, cos / h
}

// lambdaExcess is the difference of longitude on the auxiliary sphere and on the ellipsoid, radians: Vincenty's (10), (11).
func lambdaExcess(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2Mid float64) float64 {
	c := flattening / 16 * cos2Alpha * (4 + flattening*(4-3*cos2Alpha))
	inner := cos2Mid + c*cosSigma*(2*cos2Mid*cos2Mid-1)
	return (1 - c) * flattening * sinAlpha * (sigma + c*sinSigma*inner)
}

// series returns Vincenty's A and B, with Helmert's expansion parameter.
func series(cos2Alpha float64) (a, b float64) {
	u2 := cos2Alpha * (semiMajor*semiMajor - semiMinor*semiMinor) / (semiMinor * semiMinor)
	root := math.Sqrt(1 + u2)
	k := (root - 1) / (root + 1)
	return (1 + k*k/4) / (1 - k), k * (1 - 3*k*k/8)
}

// sigmaExcess is Vincenty's Δσ, his (6).
func sigmaExcess(b, sinSigma, cosSigma, cos2Mid float64) float64 {
	double := 2*cos2Mid*cos2Mid - 1
	return b * sinSigma * (cos2Mid + b/4*(cosSigma*double-b/6*cos2Mid*(4*sinSigma*sinSigma-3)*(2*double-1)))
}

// greatArc turns an arc of the auxiliary sphere into metres.
func greatArc(cos2Alpha, sigma, sinSigma, cosSigma, cos2Mid float64) float64 {
	a, b := series(cos2Alpha)
	return semiMinor * a * (sigma - sigmaExcess(b, sinSigma, cosSigma, cos2Mid))
}

// direct returns the point s metres from p along the geodesic that leaves at the azimuth (radians): Vincenty's direct solution.
func direct(p orb.Point, azimuth, s float64) orb.Point {
	sinU, cosU := reducedLatitude(p[1])
	sinA, cosA := math.Sincos(azimuth)
	start := math.Atan2(sinU, cosU*cosA)
	sinAlpha := cosU * sinA
	cos2Alpha := 1 - sinAlpha*sinAlpha
	a, b := series(cos2Alpha)

	straight := s / (semiMinor * a)
	sigma := straight
	var sinSigma, cosSigma, cos2Mid float64
	for range 20 {
		sinSigma, cosSigma = math.Sincos(sigma)
		cos2Mid = math.Cos(2*start + sigma)
		next := straight + sigmaExcess(b, sinSigma, cosSigma, cos2Mid)
		if math.Abs(next-sigma) < 1e-15 {
			break
		}
		sigma = next
	}
	north := sinU*cosSigma + cosU*sinSigma*cosA
	across := sinU*sinSigma - cosU*cosSigma*cosA
	lat := math.Atan2(north, (1-flattening)*math.Hypot(sinAlpha, across))
	lambda := math.Atan2(sinSigma*sinA, cosU*cosSigma-sinU*sinSigma*cosA)
	l := lambda - lambdaExcess(sinAlpha, cos2Alpha, sigma, sinSigma, cosSigma, cos2Mid)
	return orb.Point{p[0] + l/radians, lat / radians}
}

// aroundTheWorld measures nearly antipodal points: among the paths that run a fixed 10,000 km from a and then straight to b, the
// shortest is the geodesic. The length is flat at its minimum, so a golden section gives it to 1e-6 m though the azimuth only to 1e-6.
func aroundTheWorld(a, b orb.Point) (s, azimuth float64) {
	const leg, steps = 1e7, 72
	length := func(azimuth float64) float64 {
		rest, _, ok := vincenty(direct(a, azimuth, leg), b)
		if !ok {
			return math.Inf(1)
		}
		return leg + rest
	}
	best := math.Inf(1)
	for i := range steps {
		if turn := float64(i) * 2 * math.Pi / steps; length(turn) < best {
			best, azimuth = length(turn), turn
		}
	}
	const golden = 0.6180339887498949
	lo, hi := azimuth-2*math.Pi/steps, azimuth+2*math.Pi/steps
	for range 60 {
		u, v := hi-golden*(hi-lo), lo+golden*(hi-lo)
		if length(u) <= length(v) {
			hi = v
		} else {
			lo = u
		}
	}
	azimuth = (lo + hi) / 2
	return length(azimuth), azimuth
}
