package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Circle returns the outline of a geodesic circle around center (lon, lat) with n vertices (128 or more look round), closed and
// counter-clockwise. For drawing only: the outline lies inside the disk and loses 2π²/3n² of its area, 0.04 % for n = 128.
// Longitudes may pass ±180 so that the outline stays in one piece.
func Circle(center orb.Point, radius Length, n int) orb.Ring {
	n = max(n, 3)
	ring := make(orb.Ring, n+1)
	for i := range n {
		azimuth := -2 * math.Pi * float64(i) / float64(n)
		ring[i] = direct(center, azimuth, radius.Meters())
	}
	ring[n] = ring[0]
	return ring
}
