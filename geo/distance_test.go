package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

func TestDistanceTable(t *testing.T) {
	for _, row := range readTable(t, "geodesic.txt") {
		a, b, want := orb.Point{row[0], row[1]}, orb.Point{row[2], row[3]}, row[4]
		got := Distance(a, b).Meters()
		limit := 1e-6
		if want > chordLimit {
			limit = 2e-4
		}
		if math.Abs(got-want) > limit {
			t.Errorf("Distance(%v, %v) = %.9f, want %.9f: %.2g off", a, b, got, want, got-want)
		}
		if back := Distance(b, a).Meters(); back != got && math.Abs(back-got) > 1e-9*got {
			t.Errorf("Distance(%v, %v) is not symmetric: %v and %v", a, b, got, back)
		}
	}
}

// walk integrates the differential equations of a geodesic (Runge-Kutta of order 4): an independent direct solution.
func walk(p orb.Point, azimuth, s float64) orb.Point {
	type state struct{ lat, lon, az float64 }
	slope := func(x state) state {
		along, across := curvatures(math.Sin(x.lat))
		sin, cos := math.Sincos(x.az)
		return state{cos * along, sin * across / math.Cos(x.lat), sin * across * math.Tan(x.lat)}
	}
	step := func(x, d state, h float64) state {
		return state{x.lat + h*d.lat, x.lon + h*d.lon, x.az + h*d.az}
	}
	x, steps := state{p[1] * radians, 0, azimuth}, math.Ceil(s/500)
	for range int(steps) {
		h := s / steps
		k1 := slope(x)
		k2 := slope(step(x, k1, h/2))
		k3 := slope(step(x, k2, h/2))
		k4 := slope(step(x, k3, h))
		x = step(x, k1, h/6)
		x = step(x, k2, h/3)
		x = step(x, k3, h/3)
		x = step(x, k4, h/6)
	}
	return orb.Point{p[0] + x.lon/radians, x.lat / radians}
}

func TestDistanceOfWalks(t *testing.T) {
	rng := newRand(t)
	for _, band := range []float64{0, 25, 40, 60} {
		for _, s := range []float64{300, 1000, 1500, 5000, 9999.999, 10000.001, 40000} {
			for range 1000 {
				a := orb.Point{rng.Float64()*360 - 180, band + rng.Float64() - 0.5}
				azimuth := rng.Float64() * 2 * math.Pi
				b := walk(a, azimuth, s)
				limit := 1e-6 // the coordinates themselves carry 4e-9 m
				if s > chordLimit {
					limit = 1e-5
				}
				if got := Distance(a, b).Meters(); math.Abs(got-s) > limit {
					t.Fatalf("from %v by %v: %.9f, want %v", a, azimuth, got, s)
				}
				if d := direct(a, azimuth, s); Distance(d, b) > 1e-5 {
					t.Fatalf("direct from %v by %v, %v m: %v, want %v", a, azimuth, s, d, b)
				}
			}
		}
	}
}

func TestDistanceLaws(t *testing.T) {
	a := orb.Point{120.123, 31.7}
	if Distance(a, a) != 0 {
		t.Error("a point is away from itself")
	}
	if d := Distance(a, orb.Point{a[0] + 360, a[1]}); d > 1e-7 {
		t.Errorf("a turn makes %v m", d)
	}
	if d := Distance(orb.Point{10, 90}, orb.Point{-130, 90}); d > 1e-7 {
		t.Errorf("the pole is %v m from itself", d)
	}
}

func TestCircle(t *testing.T) {
	for _, center := range []orb.Point{{0, 0}, {179.999, -30}, {102.7, 25}, {20, 89.9}} {
		ring := Circle(center, 1500, 128)
		if len(ring) != 129 || ring[0] != ring[128] {
			t.Fatalf("%v: not closed", center)
		}
		for _, p := range ring {
			if d := Distance(center, p).Meters(); math.Abs(d-1500) > 1e-5 {
				t.Errorf("%v: a vertex is %v m away", center, d)
			}
		}
	}
	if windingSign(open(Circle(orb.Point{102, 25}, 1000, 128))) != 1 {
		t.Error("not counter-clockwise")
	}
}

func TestFrameErrors(t *testing.T) {
	rng := newRand(t)
	for _, lat := range []float64{0, 25, 40, 60} {
		origin := orb.Point{102.5, lat}
		f := NewFrame(origin)
		for _, c := range []struct{ s, foot, placed float64 }{
			{1000, 1e-5, 1e-7}, {1500, 3e-5, 1e-7}, {5000, 1.2e-3, 1e-6}, {19000, 0.1, 1e-5}, {50000, 2, 1e-3}, {300000, 200, 1e-3},
		} {
			p := direct(origin, rng.Float64()*2*math.Pi, c.s)
			at := newSite(p)
			if e := math.Abs(f.Project(p).length() - c.s); e > c.foot {
				t.Errorf("Project at %v m, lat %v: %v m off", c.s, lat, e)
			}
			if e := math.Abs(f.place(&at).length() - c.s); e > c.placed {
				t.Errorf("place at %v m, lat %v: %v m off", c.s, lat, e)
			}
			if c.s <= 5000 {
				if d := Distance(f.Unproject(f.Project(p)), p); d > 1e-3 {
					t.Errorf("Unproject at %v m, lat %v: %v m off", c.s, lat, d)
				}
			}
		}
	}
}

func TestPlaceDistancesAcrossTile(t *testing.T) {
	rng := newRand(t)
	origin := orb.Point{102.5, 40}
	f := NewFrame(origin)
	for _, c := range []struct{ s, limit float64 }{{1000, 2e-4}, {5000, 4e-4}, {50000, 4e-3}, {300000, 2e-2}} {
		for range 200 {
			center := direct(origin, rng.Float64()*2*math.Pi, c.s)
			p := direct(origin, rng.Float64()*2*math.Pi, 3500*rng.Float64())
			at := newSite(center)
			got := f.Project(p).minus(f.place(&at)).length()
			if want := Distance(p, center).Meters(); math.Abs(got-want) > c.limit {
				t.Errorf("center %v m away: distance %v, want %v: %.2g off", c.s, got, want, got-want)
			}
		}
	}
}
