// Package geo measures on the globe: local metric frames, polygons, disks, and the index that finds them.
//
// Coordinates are WGS 84 / CGCS2000 degrees in the order longitude, latitude (orb.Point{lon, lat}); lengths are metres
// (Length), areas square metres. Polygon edges are straight in lon/lat (RFC 7946). Truth is the WGS 84 ellipsoid; planes are
// local tangent planes, made for one piece of work and thrown away, so nothing here knows of zones or national grids.
//
// A service circle is a geodesic disk and is never replaced by a polygon in a measured number.
//
// Geometry comes in through Clean, which repairs what is harmless and refuses the rest with a Defect. A clean geometry becomes a
// Shape; disks become Disks; UnionArea and Reach put the two together:
//
//	clean, repairs, err := geo.Clean(polygon)
//	shape := geo.NewShape(clean)
//	disks := geo.NewDisks([]geo.Disk{{Center: orb.Point{102.70, 25.04}, Radius: 1 * geo.Kilometer}})
//	share := disks.UnionArea(shape) / shape.Area()
//
// Accuracy: a covered share errs by less than 1e-6 against geodesics, and by 1e-9 against exact arithmetic in the plane; an area by
// 2e-7 of itself; a distance by 1e-6 m up to 10 km and 0.2 mm beyond. Predicates in lon/lat (Contains, Clean) are exact.
package geo
