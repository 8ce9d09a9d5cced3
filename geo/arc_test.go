package geo

import (
	"math"
	"testing"
)

func TestTurn(t *testing.T) {
	last := -1.0
	for i := range 100_000 {
		x := 2 * math.Pi * float64(i) / 100_000
		u := polar(3, x)
		got := turn(u)
		if got <= last || got < 0 || got > 4 || math.Abs(got-x*2/math.Pi) > 0.12 {
			t.Fatalf("turn at %v: %v after %v", x, got, last)
		}
		if back := math.Abs(turn(u.times(-1)) - got); math.Abs(back-2) > 1e-15 {
			t.Fatalf("opposites at %v differ by %v", x, back)
		}
		last = got
	}
}

func TestBulge(t *testing.T) {
	const r, tiny = 1000.0, 1e-13
	for x := 1e-9; x < 2*math.Pi; x *= 1.01 {
		for _, from := range []float64{0, 1, 4} {
			want := r * r * (x - math.Sin(x))
			if x < 0.1 { // where the difference has few digits
				x2 := x * x
				want = r * r * x * x2 / 6 * (1 - x2/20*(1-x2/42*(1-x2/72)))
			}
			got := bulge(polar(r, from), polar(r, from+x), r, x > math.Pi)
			// Angles and ends are rounded to a few 1e-16, and the chord's length counts three times.
			if math.Abs(got-want) > (tiny+3*2e-15/x)*want {
				t.Errorf("angle %v from %v: %v, want %v", x, from, got, want)
			}
		}
	}
}

// TestMeet moves one disk across another one. Drawn: p and q of disk a, going counter-clockwise.
//
//	  .--q--.
//	 /  / \  \
//	| a |  | b|
//	 \  \ /  /
//	  '--p--'
func TestMeet(t *testing.T) {
	a := planeDisk{c: XY{5, 7}, r: 2}
	for _, c := range []struct {
		distance, r float64
		want        relation
	}{
		{4, 1, apart}, {3, 1, apart}, {3 - 1e-12, 1, meeting}, {2, 1, meeting}, {1 + 1e-12, 1, meeting}, {1, 1, secondInside}, {0.5, 1, secondInside},
		{0, 1, secondInside}, {0, 2, secondInside}, {1e-9, 2, meeting}, {1, 3, firstInside}, {0, 3, firstInside}, {1 + 1e-12, 3, meeting}, {9, 3, apart},
	} {
		for way := range 8 {
			d := polar(c.distance, float64(way)*math.Pi/4)
			b := planeDisk{c: a.c.plus(d), r: c.r}
			how, p, q := meet(&a, &b)
			if way == 0 && how != c.want { // in other directions rounding decides who touches
				t.Errorf("%+v: %v", c, how)
			}
			if how != meeting {
				continue
			}
			for _, x := range [2]XY{p, q} {
				if math.Abs(x.minus(a.c).length()-a.r) > 1e-8 || math.Abs(x.minus(b.c).length()-b.r) > 1e-8 {
					t.Errorf("%+v: %v is on neither circle", c, x)
				}
			}
			if d.cross(p.minus(a.c)) >= 0 || d.cross(q.minus(a.c)) <= 0 {
				t.Errorf("%+v: the wrong way round", c)
			}
		}
	}
}
