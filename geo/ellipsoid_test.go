package geo

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// lonLatSquare returns the square with its south-western corner at (lon, lat), sides in degrees.
func lonLatSquare(lon, lat, w, h float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{lon, lat}, {lon + w, lat}, {lon + w, lat + h}, {lon, lat + h}, {lon, lat}}}}
}

func TestAreaTable(t *testing.T) {
	for _, row := range readTable(t, "squares.txt") {
		got, want := NewShape(lonLatSquare(row[0], row[1], row[2], row[2])).Area(), row[3]
		// The table's own area runs along 20,000 geodesics a side; its printed digits are good to 1e-9.
		if e := math.Abs(got/want - 1); e > 2e-7 {
			t.Errorf("%v° square at %v: %v, want %v, %.2g off", row[2], row[1], got, want, e)
		}
	}
}

// ellipsoidUnion is the true area of a polygon within geodesic disks: the integral over latitude of M N cos(lat) times the covered
// length in longitude, the disks' edges found by bisection on the geodesic distance.
func ellipsoidUnion(ring orb.Ring, disks []Disk, panels int) float64 {
	var events []float64
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, p := range ring {
		lo, hi = min(lo, p[1]), max(hi, p[1])
		events = append(events, p[1])
	}
	for _, d := range disks {
		events = append(events, direct(d.Center, 0, d.Radius.Meters())[1], direct(d.Center, math.Pi, d.Radius.Meters())[1])
	}
	events = slices.DeleteFunc(events, func(lat float64) bool { return lat < lo || lat > hi })
	slices.Sort(events)
	sum := 0.0
	for i := 1; i < len(events); i++ {
		sum += overLatitudes(events[i-1], events[i], panels, func(lat float64) float64 {
			along, across := curvatures(math.Sin(lat * radians))
			return coveredLongitude(ring, disks, lat) * radians * math.Cos(lat*radians) / (along * across)
		})
	}
	return sum
}

// overLatitudes integrates f with roots at both ends smoothed away by lat = middle - half cos(u), five Gauss points a panel.
func overLatitudes(from, to float64, panels int, f func(lat float64) float64) float64 {
	x := [5]float64{-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640}
	w := [5]float64{0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891}
	middle, half, sum := (from+to)/2, (to-from)/2, 0.0
	step := math.Pi / float64(panels)
	for p := range panels {
		for k := range x {
			u := (float64(p) + (1+x[k])/2) * step
			sin, cos := math.Sincos(u)
			sum += w[k] / 2 * step * half * radians * sin * f(middle-half*cos)
		}
	}
	return sum
}

// coveredLongitude returns the degrees of a parallel inside the ring and at least one disk.
func coveredLongitude(ring orb.Ring, disks []Disk, lat float64) float64 {
	var land, cover [][2]float64
	var lons []float64
	for i := 1; i < len(ring); i++ {
		if a, b := ring[i-1], ring[i]; (a[1] < lat) != (b[1] < lat) {
			lons = append(lons, a[0]+(b[0]-a[0])*(lat-a[1])/(b[1]-a[1]))
		}
	}
	slices.Sort(lons)
	for i := 1; i < len(lons); i += 2 {
		land = append(land, [2]float64{lons[i-1], lons[i]})
	}
	for _, d := range disks {
		if w := halfWidth(d, lat); w > 0 {
			cover = append(cover, [2]float64{d.Center[0] - w, d.Center[0] + w})
		}
	}
	slices.SortFunc(cover, func(a, b [2]float64) int { return int(math.Copysign(1, a[0]-b[0])) })
	sum := 0.0
	for _, l := range land {
		from := l[0]
		for _, c := range cover {
			a, b := max(from, c[0]), min(l[1], c[1])
			if b > a {
				sum += b - a
				from = b
			}
		}
	}
	return sum
}

// halfWidth returns half the extent of a disk along a parallel, in degrees, by the secant rule on squared distances.
func halfWidth(d Disk, lat float64) float64 {
	r2 := d.Radius.Meters() * d.Radius.Meters()
	over := func(w float64) float64 {
		s := Distance(d.Center, orb.Point{d.Center[0] + w, lat}).Meters()
		return s*s - r2
	}
	if over(0) >= 0 {
		return 0
	}
	// Nearly linear in w², so the secant rule in w² ends in a few steps.
	scale := d.Radius.Meters() / (semiMajor * radians * math.Cos(lat*radians))
	x0, f0 := 0.0, over(0)
	x1 := scale * scale
	for range 30 {
		f1 := over(math.Sqrt(x1))
		if f1 == f0 || math.Abs(f1) < 1e-9*r2*1e-3 {
			break
		}
		x0, x1, f0 = x1, math.Max(x1-f1*(x1-x0)/(f1-f0), 0), f1
	}
	return math.Sqrt(x1)
}

// TestUnionOnEllipsoid holds shares of polygons covered by geodesic disks against the integral: 1e-6 is the budget.
func TestUnionOnEllipsoid(t *testing.T) {
	rng := newRand(t)
	for _, lat := range []float64{0.01, 25, 40, 60} {
		for _, c := range []struct{ size, radius float64 }{{300, 1000}, {300, 5000}, {1500, 1000}, {5000, 1500}, {5000, 10000}, {30000, 8000}} {
			t.Run(fmt.Sprintf("%v m at %v, r = %v", c.size, lat, c.radius), func(t *testing.T) {
				unit := star(rng, 7, c.size/2, 1, func(p XY) XY { return p })
				f := NewFrame(orb.Point{102.5, lat})
				var ring orb.Ring
				for _, p := range unit {
					ring = append(ring, f.Unproject(p))
				}
				ring = append(ring, ring[0])
				var disks []Disk
				for range 3 {
					at := direct(f.origin, rng.Float64()*2*math.Pi, c.radius+c.size*(0.4*rng.Float64()-0.3))
					disks = append(disks, Disk{at, Length(c.radius)})
				}
				s := NewShape(orb.MultiPolygon{{ring}})
				share := NewDisks(disks).UnionArea(s) / s.Area()
				all := ellipsoidUnion(ring, []Disk{{f.origin, Length(5 * c.size)}}, 4)
				want := ellipsoidUnion(ring, disks, 600) / all
				if math.Abs(share-want) > 1e-6 {
					t.Errorf("share %.9f, want %.9f, %.2g off", share, want, share-want)
				}
				if e := math.Abs(s.Area()/all - 1); e > 1e-6 {
					t.Errorf("area %v, want %v, %.2g off", s.Area(), all, e)
				}
				t.Logf("share %.6f, %.2g off; area %.2g off", share, share-want, s.Area()/all-1)
			})
		}
	}
}
