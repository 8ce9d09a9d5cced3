package geo

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

func search(x *Index, b orb.Bound) []int {
	var found []int
	x.Search(b, func(i int) bool {
		found = append(found, i)
		return true
	})
	slices.Sort(found)
	return found
}

func TestIndexBrute(t *testing.T) {
	rng := newRand(t)
	box := func() orb.Bound {
		w := 20 * rng.Float64() * rng.Float64()
		if rng.IntN(50) == 0 {
			w = 400 * rng.Float64()
		}
		lo := orb.Point{math.Round(rng.Float64()*360 - 180), rng.Float64()*160 - 80}
		return orb.Bound{Min: lo, Max: orb.Point{lo[0] + math.Round(w), lo[1] + 10*rng.Float64()}}
	}
	meet := func(a, b orb.Bound) bool {
		if a.Min[1] > b.Max[1] || b.Min[1] > a.Max[1] {
			return false
		}
		for turn := -720.0; turn <= 720; turn += 360 {
			if a.Min[0]+turn <= b.Max[0] && b.Min[0] <= a.Max[0]+turn {
				return true
			}
		}
		return false
	}
	boxes := make([]orb.Bound, 500)
	for i := range boxes {
		boxes[i] = box()
	}
	x := NewIndex(boxes)
	for range 1000 {
		q := box()
		var want []int
		for i, b := range boxes {
			if meet(b, q) {
				want = append(want, i)
			}
		}
		if got := search(x, q); !slices.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", q, got, want)
		}
	}
}

func TestIndexCases(t *testing.T) {
	b := func(w, s, e, n float64) orb.Bound { return orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}} }
	x := NewIndex([]orb.Bound{b(179, 0, 181, 1), b(179, 0, -179, 1), b(-180, 0, -179, 1), b(10, 0, 11, 1), b(1, 1, -1, -1), b(-180, -90, 180, 90)})
	for _, c := range []struct {
		q    orb.Bound
		want []int
	}{
		{b(180, 0, 180, 0), []int{0, 1, 2, 5}},
		{b(-180, 0, -180, 0), []int{0, 1, 2, 5}},
		{b(-179.5, 0, -179.4, 0), []int{0, 1, 2, 5}},
		{b(179.5, 0, 179.6, 0), []int{0, 1, 5}},
		{b(11, 1, 12, 2), []int{3, 5}},
		{b(370, 0, 370, 0), []int{3, 5}},
		{b(0, 2, 400, 3), []int{5}},
		{b(0, 0, math.NaN(), 1), nil},
	} {
		if got := search(x, c.q); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.q, got, c.want)
		}
	}
	calls := 0
	x.Search(b(170, 0, 190, 1), func(int) bool { calls++; return false })
	if calls != 1 {
		t.Errorf("%d calls after the first said stop", calls)
	}
}

func TestPad(t *testing.T) {
	rng := newRand(t)
	for range 2000 {
		p := orb.Point{rng.Float64()*360 - 180, rng.Float64()*179 - 89.5}
		d := 100 * math.Exp(7*rng.Float64())
		box := Pad(orb.Bound{Min: p, Max: p}, Length(d))
		q := direct(p, rng.Float64()*2*math.Pi, d)
		if !slices.Equal(search(NewIndex([]orb.Bound{box}), orb.Bound{Min: q, Max: q}), []int{0}) {
			t.Fatalf("%v m from %v, %v is outside %v", d, p, q, box)
		}
	}
	if b := Pad(orb.Bound{Min: orb.Point{10, 89.9}, Max: orb.Point{10, 89.9}}, 20e3); b.Min[0] != -180 || b.Max != (orb.Point{180, 90}) {
		t.Errorf("at the pole: %v", b)
	}
}

func TestLocator(t *testing.T) {
	shapes := []*Shape{
		NewShape(lonLatSquare(0, 0, 1, 1)),
		nil,
		NewShape(lonLatSquare(1, 0, 1, 1)),
		NewShape(lonLatSquare(0, 1, 2, 1)),
		NewShape(orb.MultiPolygon{{ringOf(179, 0, -179, 0, -179, 1, 179, 1, 179, 0)}}),
	}
	l := NewLocator(shapes)
	for p, want := range map[orb.Point]int{
		{0.5, 0.5}: 0, {1, 0.5}: 0, {1.5, 0.5}: 2, {1, 1}: 0, {1.5, 1}: 2, {2, 2}: 3, {3, 3}: -1,
		{180, 0.5}: 4, {-180, 0.5}: 4, {-179, 1}: 4, {179, 0}: 4, {178.9, 0}: -1,
	} {
		if got := l.Locate(p); got != want {
			t.Errorf("%v: %d, want %d", p, got, want)
		}
	}
}
