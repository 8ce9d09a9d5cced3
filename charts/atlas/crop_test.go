package atlas

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"quarter/charts"
)

// A window sees the same inside of a cropped ring as of the whole one, and the same lines.
func TestCroppedLooksTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Int32Range(-50, 50)
		n := rapid.IntRange(3, 90).Draw(t, "n")
		var p charts.Path
		var at, first [2]int32
		for i := range n {
			c := [2]int32{coordinate.Draw(t, "x"), coordinate.Draw(t, "y")}
			if i == 0 {
				first = c
			}
			p, at = append(p, c[0]-at[0], c[1]-at[1]), c
		}
		p = append(p, first[0]-at[0], first[1]-at[1])
		x, y := rapid.Int32Range(-40, 30).Draw(t, "west"), rapid.Int32Range(-40, 30).Draw(t, "south")
		w := window{x, y, x + rapid.Int32Range(0, 15).Draw(t, "w"), y + rapid.Int32Range(0, 15).Draw(t, "h")}
		o := newOutline(p)
		cropped := o.cropped(w)
		if len(cropped) > len(o.corners) {
			t.Fatalf("%d corners of %d", len(cropped), len(o.corners))
		}
		for sx := w.west; sx < w.east; sx++ {
			for sy := w.south; sy < w.north; sy++ {
				p := point{float64(sx) + .4871, float64(sy) + .5129}
				if inside(plane(o.corners), p) != inside(plane(cropped), p) {
					t.Fatalf("%v in %v: whole %v, cropped %v", p, w, o.corners, cropped)
				}
			}
		}
		for i := 1; i < len(o.corners); i++ {
			if a, b := o.corners[i-1], o.corners[i]; w.beyond(a) == 0 && w.beyond(b) == 0 && a != b && !has(cropped, a, b) {
				t.Fatalf("the line %v to %v is gone", a, b)
			}
		}
	})
}

func plane(corners [][2]int32) []point {
	out := make([]point, len(corners))
	for i, c := range corners {
		out[i] = point{float64(c[0]), float64(c[1])}
	}
	return out
}

func has(line [][2]int32, a, b [2]int32) bool {
	for i := 1; i < len(line); i++ {
		if line[i-1] == a && line[i] == b {
			return true
		}
	}
	return false
}

// The centroid of a rectangle is its middle, that of a triangle the mean of its corners; that of a hook lies outside of it.
func TestCentroid(t *testing.T) {
	for _, c := range []struct {
		ring   []point
		want   point
		inside bool
	}{
		{[]point{{2, 1}, {6, 1}, {6, 3}, {2, 3}, {2, 1}}, point{4, 2}, true},
		{[]point{{0, 0}, {0, 9}, {9, 0}, {0, 0}}, point{3, 3}, true},
		{[]point{{0, 0}, {9, 0}, {9, 1}, {1, 1}, {1, 9}, {0, 9}, {0, 0}}, point{(9*4.5 + 8*.5) / 17, (9*.5 + 8*5) / 17}, false},
		{[]point{{5, 5}, {6, 6}, {5, 5}}, point{5, 5}, false},
	} {
		got := centroid(c.ring)
		if math.Hypot(got.x-c.want.x, got.y-c.want.y) > 1e-12 || inside(c.ring, got) != c.inside {
			t.Errorf("%v: %v, inside %v", c.ring, got, inside(c.ring, got))
		}
	}
}

// Stretches of an outline, cut anywhere, come together again as a ring of the same ground.
func TestClosedJoinsStretches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 40).Draw(t, "corners")
		ring := make([][2]int32, n+1)
		for i := range n {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			ring[i] = [2]int32{int32(1000 * cos), int32(1000 * sin)}
		}
		ring[n] = ring[0]
		var parts []charts.Path
		for from := 0; from < n; {
			to := rapid.IntRange(from+1, n).Draw(t, "to")
			parts = append(parts, stretch(ring[from:to+1]))
			from = to
		}
		order := rapid.Permutation(parts).Draw(t, "order")
		rings := closed(order)
		if len(rings) != 1 {
			t.Fatalf("%d rings", len(rings))
		}
		if got := quanta(rings[0]); got[0] != got[len(got)-1] || len(got) != n+1 {
			t.Fatalf("%d corners, want %d, from %v to %v", len(got), n+1, got[0], got[len(got)-1])
		}
	})
}

func stretch(corners [][2]int32) charts.Path {
	var p charts.Path
	var at [2]int32
	for _, c := range corners {
		p, at = append(p, c[0]-at[0], c[1]-at[1]), c
	}
	return p
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		v      float64
		places int
		want   string
	}{{0, 1, "0"}, {-.04, 1, "0"}, {.5, 1, ".5"}, {-.5, 1, "-.5"}, {12, 1, "12"}, {12.34, 1, "12.3"}, {-1.05, 2, "-1.05"}, {.07, 2, ".07"}, {3.999, 2, "4"}} {
		p := newPen(c.places)
		p.num(c.v)
		if p.String() != c.want {
			t.Errorf("%v with %d decimals is %s, want %s", c.v, c.places, p.String(), c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 5, 1}, {"社区", 5, 1}, {"石门街道东南片社区", 5, 2}, {"North Silvergarden Community", 11, 2},
		{"一二三四五。", 5, 2},
	} {
		lines := wrap(c.text, 1, c.width)
		if len(lines) != c.want {
			t.Errorf("%s in %v: %q", c.text, c.width, lines)
		}
	}
	if lines := wrap("一二三四五。", 1, 5); lines[1] != "五。" {
		t.Errorf("a full stop begins a line: %q", lines)
	}
}
