package geo

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func ringOf(xy ...float64) orb.Ring {
	var r orb.Ring
	for i := 0; i < len(xy); i += 2 {
		r = append(r, orb.Point{xy[i], xy[i+1]})
	}
	return r
}

var (
	shell = ringOf(0, 0, 10, 0, 10, 10, 0, 10, 0, 0)
	nan   = math.NaN()
)

func TestCleanDefects(t *testing.T) {
	tests := []struct {
		name string
		g    orb.Geometry
		kind string
		at   orb.Point
	}{
		{"nil", nil, DefectEmpty, orb.Point{}},
		{"a point", orb.Point{1, 2}, DefectEmpty, orb.Point{}},
		{"no part", orb.MultiPolygon{}, DefectEmpty, orb.Point{}},
		{"empty parts only", orb.MultiPolygon{{}, {{}}}, DefectEmpty, orb.Point{}},
		{"NaN", ringOf(0, 0, 1, nan, 1, 1, 0, 0), DefectNotFinite, orb.Point{1, nan}},
		{"infinite", ringOf(0, 0, math.Inf(1), 0, 1, 1, 0, 0), DefectNotFinite, orb.Point{math.Inf(1), 0}},
		{"latitude 124", ringOf(0, 0, 1, 124, 1, 1, 0, 0), DefectOutOfRange, orb.Point{1, 124}},
		{"longitude 181", ringOf(180, 0, 181, 0, 180, 1, 180, 0), DefectOutOfRange, orb.Point{181, 0}},
		{"one point", ringOf(1, 1, 1, 1, 1, 1), DefectTooFewPoints, orb.Point{1, 1}},
		{"two points", ringOf(0, 0, 1, 1, 0, 0, 1, 1, 0, 0), DefectTooFewPoints, orb.Point{0, 0}},
		{"around the pole", ringOf(0, 80, 120, 80, -120, 80, 0, 80), DefectPole, orb.Point{0, 80}},
		{"at the pole", ringOf(0, 80, 90, 80, 45, 90, 0, 80), DefectPole, orb.Point{45, 90}},
		{"on a line", ringOf(0, 0, 1, 1, 3, 3, 0, 0), DefectZeroArea, orb.Point{0, 0}},
		{"thinner than the plane resolves", ringOf(100, 0, 103, 1, 104, 4./3, 100, 0), DefectZeroArea, orb.Point{100, 0}},
		{"bow tie", ringOf(0, 0, 2, 2, 2, 0, 0, 2, 0, 0), DefectSelfCrossing, orb.Point{1, 1}},
		// Two lobes that meet in a vertex, wound opposite ways.
		{"eight", ringOf(0, 0, 1, 1, 2, 2, 2, 0, 1, 1, 0, 2, 0, 0), DefectSelfCrossing, orb.Point{1, 1}},
		{"eight, one lobe larger", ringOf(0, 0, 1, 1, 3, 3, 3, -1, 1, 1, 0, 2, 0, 0), DefectSelfCrossing, orb.Point{1, 1}},
		{"wound twice", ringOf(0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 2, 1, 2, 2, 0, 0), DefectSelfCrossing, orb.Point{0, 0}},
		{"crossing at a vertex on an edge", ringOf(0, 0, 4, 0, 4, 4, 2, 0, 2, -1, -1, -1, 0, 0), DefectSelfCrossing, orb.Point{2, 0}},
		{"spike outwards", ringOf(0, 0, 4, 0, 4, 4, 8, 4, 4, 4, 0, 4, 0, 0), DefectOverlappingEdges, orb.Point{}},
		{"spike back along the edge", ringOf(0, 0, 4, 0, 2, 0, 4, 4, 0, 0), DefectOverlappingEdges, orb.Point{4, 0}},
		{"hole outside", orb.Polygon{shell, ringOf(20, 1, 20, 2, 21, 1, 20, 1)}, DefectHoleOutside, orb.Point{}},
		{"hole crosses", orb.Polygon{shell, ringOf(9, 1, 9, 2, 11, 1, 9, 1)}, DefectHoleOutside, orb.Point{10, 1}},
		{"hole outside, touching", orb.Polygon{shell, ringOf(10, 5, 12, 6, 12, 4, 10, 5)}, DefectHoleOutside, orb.Point{10, 5}},
		{"hole around the shell", orb.Polygon{ringOf(4, 4, 5, 4, 5, 5, 4, 4), shell}, DefectHoleOutside, orb.Point{}},
		{"hole fills the shell", orb.Polygon{shell, shell}, DefectZeroArea, orb.Point{}},
		{"holes cross", orb.Polygon{shell, ringOf(1, 1, 1, 4, 4, 1, 1, 1), ringOf(1, 3, 4, 4, 3, 1, 1, 3)}, DefectHolesOverlap, orb.Point{}},
		{"hole in a hole", orb.Polygon{shell, ringOf(1, 1, 1, 9, 9, 9, 9, 1, 1, 1), ringOf(3, 3, 3, 4, 4, 3, 3, 3)}, DefectHolesOverlap, orb.Point{}},
		{"equal holes", orb.Polygon{shell, ringOf(1, 1, 1, 4, 4, 1, 1, 1), ringOf(1, 1, 1, 4, 4, 1, 1, 1)}, DefectHolesOverlap, orb.Point{}},
		{"parts cross", orb.MultiPolygon{{shell}, {ringOf(5, 5, 15, 5, 15, 7, 5, 7, 5, 5)}}, DefectPartsOverlap, orb.Point{}},
		{"part in a part", orb.MultiPolygon{{shell}, {ringOf(5, 5, 6, 5, 6, 7, 5, 5)}}, DefectPartsOverlap, orb.Point{}},
		{"equal parts", orb.MultiPolygon{{shell}, {shell}}, DefectPartsOverlap, orb.Point{}},
		{"part touches from inside", orb.MultiPolygon{{shell}, {ringOf(10, 5, 6, 7, 6, 5, 10, 5)}}, DefectPartsOverlap, orb.Point{10, 5}},
		{"part overlaps along an edge", orb.MultiPolygon{{shell}, {ringOf(10, 2, 10, 4, 8, 4, 8, 2, 10, 2)}}, DefectPartsOverlap, orb.Point{}},
		// The second part fills three quarters around (10, 5), the shell's straight edge one half.
		{"parts overlap though their nodes are quiet", orb.MultiPolygon{{shell}, {ringOf(10, 5, 10, 0, 12, 0, 12, 8, 8, 8, 8, 5, 10, 5)}}, DefectPartsOverlap, orb.Point{}},
	}
	for _, test := range tests {
		_, _, err := Clean(test.g)
		var d *Defect
		if !errors.As(err, &d) {
			t.Errorf("%s: accepted (%v)", test.name, err)
			continue
		}
		if d.Kind != test.kind {
			t.Errorf("%s: %v, want %s", test.name, d, test.kind)
		}
		if test.at != (orb.Point{}) && test.at == test.at && d.At != test.at {
			t.Errorf("%s: at %v, want %v", test.name, d.At, test.at)
		}
		if d.Error() == "" {
			t.Errorf("%s: no message", test.name)
		}
	}
}

func TestCleanAccepts(t *testing.T) {
	hole := ringOf(2, 2, 2, 4, 4, 4, 4, 2, 2, 2)
	tests := []struct {
		name string
		g    orb.Geometry
		area float64 // square degrees
	}{
		{"ring", shell, 100},
		{"hole", orb.Polygon{shell, hole}, 96},
		{"hole touches the shell in a point", orb.Polygon{shell, ringOf(0, 5, 4, 6, 4, 4, 0, 5)}, 96},
		{"hole touches in a vertex of the shell", orb.Polygon{shell, ringOf(0, 0, 2, 4, 4, 2, 0, 0)}, 94},
		{"hole along the shell", orb.Polygon{shell, ringOf(0, 2, 0, 4, 4, 4, 4, 2, 0, 2)}, 92},
		{"holes touch", orb.Polygon{shell, hole, ringOf(4, 4, 5, 6, 6, 5, 4, 4)}, 94.5},
		// A shell that comes back to (5, 0) and so encloses a hole.
		{"shell touches itself", ringOf(0, 0, 5, 0, 3, 4, 7, 4, 5, 0, 10, 0, 10, 10, 0, 10, 0, 0), 92},
		// Two triangles, one outline, same way round.
		{"lobes of one way round", ringOf(0, 0, 2, 2, 4, 0, 4, 4, 2, 2, 0, 4, 0, 0), 8},
		{"parts apart", orb.MultiPolygon{{shell}, {ringOf(20, 0, 21, 0, 21, 1, 20, 0)}}, 100.5},
		{"parts touch in a point", orb.MultiPolygon{{shell}, {ringOf(10, 5, 12, 4, 12, 6, 10, 5)}}, 102},
		{"parts share an edge", orb.MultiPolygon{{shell}, {ringOf(10, 2, 12, 2, 12, 4, 10, 4, 10, 2)}}, 104},
		{"part in a hole", orb.MultiPolygon{{shell, hole}, {ringOf(2.5, 2.5, 3.5, 2.5, 3.5, 3.5, 2.5, 3.5, 2.5, 2.5)}}, 97},
		{"part fills a hole", orb.MultiPolygon{{shell, hole}, {hole}}, 100},
		{"part in a hole touches it", orb.MultiPolygon{{shell, hole}, {ringOf(2, 2, 3, 2.5, 2.5, 3, 2, 2)}}, 96.375},
		{"part fills a hole that touches the shell", orb.MultiPolygon{{shell, ringOf(0, 0, 2, 4, 4, 2, 0, 0)}, {ringOf(0, 0, 4, 2, 2, 4, 0, 0)}}, 100},
		{"part in a hole, parts in another order", orb.MultiPolygon{{ringOf(2.5, 2.5, 3.5, 2.5, 3.5, 3.5, 2.5, 2.5)}, {shell, hole}}, 96.5},
	}
	for _, test := range tests {
		mp, _, err := Clean(test.g)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		area := 0.0
		for _, p := range mp {
			for _, r := range p {
				twice, _ := shoelace(r)
				area += twice / 2
			}
		}
		if math.Abs(area-test.area) > 1e-9 {
			t.Errorf("%s: area %v, want %v", test.name, area, test.area)
		}
	}
}

func TestCleanRepairs(t *testing.T) {
	tests := []struct {
		name string
		g    orb.Geometry
		want orb.MultiPolygon
		done Repairs
	}{
		{"nothing", orb.Polygon{shell}, orb.MultiPolygon{{shell}}, Repairs{}},
		{"unclosed", ringOf(0, 0, 1, 0, 1, 1), orb.MultiPolygon{{ringOf(0, 0, 1, 0, 1, 1, 0, 0)}}, Repairs{Closed: 1}},
		{"clockwise", ringOf(0, 0, 1, 1, 1, 0, 0, 0), orb.MultiPolygon{{ringOf(0, 0, 1, 0, 1, 1, 0, 0)}}, Repairs{Oriented: 1}},
		{"hole counter-clockwise", orb.Polygon{shell, ringOf(1, 1, 2, 1, 2, 2, 1, 1)}, orb.MultiPolygon{{shell, ringOf(1, 1, 2, 2, 2, 1, 1, 1)}}, Repairs{Oriented: 1}},
		{"repeated", ringOf(0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0), orb.MultiPolygon{{ringOf(0, 0, 1, 0, 1, 1, 0, 0)}}, Repairs{Repeated: 4}},
		{"empty parts", orb.MultiPolygon{{}, {shell, {}}, {{}}}, orb.MultiPolygon{{shell}}, Repairs{EmptyParts: 3}},
		{"two names of one meridian", ringOf(180, 0, -180, 0, -179, 1, 180, 1, 180, 0), orb.MultiPolygon{{ringOf(180, 0, -179, 1, 180, 1, 180, 0)}}, Repairs{Repeated: 1}},
	}
	for _, test := range tests {
		got, done, err := Clean(test.g)
		if err != nil || !reflect.DeepEqual(got, test.want) || done != test.done || done.Any() != (test.done != Repairs{}) {
			t.Errorf("%s: %v, %+v, %v", test.name, got, done, err)
		}
	}
}

func TestCleanKeepsInput(t *testing.T) {
	given := orb.Polygon{ringOf(0, 0, 1, 1, 1, 1, 1, 0)}
	before := given.Clone()
	if _, _, err := Clean(given); err != nil || !reflect.DeepEqual(given, before) {
		t.Errorf("the input changed to %v, %v", given, err)
	}
}

func TestCleanAntimeridian(t *testing.T) {
	mp, done, err := Clean(ringOf(179, 10, -179, 10, -179, 11, 179, 11, 179, 10))
	if err != nil || done.Any() {
		t.Fatal(done, err)
	}
	s := NewShape(mp)
	plain := NewShape(lonLatSquare(20, 10, 2, 1))
	if math.Abs(s.Area()/plain.Area()-1) > 1e-9 {
		t.Errorf("area %v, want %v", s.Area(), plain.Area())
	}
	for lon, want := range map[float64]bool{179.5: true, -179.5: true, 180: true, -180: true, 178: false, -178: false, 0: false} {
		if s.Contains(orb.Point{lon, 10.5}) != want {
			t.Errorf("contains %v: %v", lon, !want)
		}
	}
	if c := s.Centroid(); math.Abs(math.Abs(c[0])-180) > 1e-9 {
		t.Errorf("centroid %v", c)
	}
}

// TestCleanRoads compares the three ways of finding pairs of edges.
func TestCleanRoads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 60).Draw(t, "n")
		ring := orb.Ring{}
		for range n {
			ring = append(ring, orb.Point{
				float64(rapid.IntRange(0, 12).Draw(t, "x")),
				float64(rapid.IntRange(0, 12).Draw(t, "y")),
			})
		}
		c := new(checker)
		c.load(orb.MultiPolygon{{ring}})
		brute := c.brute()
		touches := len(c.touches)
		c.touches = c.touches[:0]
		swept, ok := c.sweep()
		if !ok || (swept == nil) != (brute == nil) || (brute == nil && len(c.touches) != touches) {
			t.Fatalf("sweep %v, brute force %v", swept, brute)
		}
		c.touches = c.touches[:0]
		probed := c.probe()
		if (probed == nil) != (brute == nil) || (brute == nil && len(c.touches) != touches) {
			t.Fatalf("index %v, brute force %v", probed, brute)
		}
	})
}

// TestCleanAgainstWinding decides by winding numbers: on a small lattice every cell between lattice lines is sampled. Rings
// that Clean accepts must wind 0 or 1 times everywhere.
func TestCleanAgainstWinding(t *testing.T) {
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		var mp orb.MultiPolygon
		for range rapid.IntRange(1, 2).Draw(t, "parts") {
			var p orb.Polygon
			for range rapid.IntRange(1, 2).Draw(t, "rings") {
				var r orb.Ring
				for range rapid.IntRange(3, 6).Draw(t, "points") {
					r = append(r, orb.Point{float64(rapid.IntRange(0, 4).Draw(t, "x")), float64(rapid.IntRange(0, 4).Draw(t, "y"))})
				}
				p = append(p, r)
			}
			mp = append(mp, p)
		}
		clean, _, err := Clean(mp)
		if err != nil {
			return
		}
		accepted++
		for x := 0.013; x < 4; x += 0.0917 {
			for y := 0.017; y < 4; y += 0.0913 {
				w := 0
				eachEdge(clean, func(e segment) {
					turn, _ := edgeVote(e.a, e.b, orb.Point{x, y})
					w += turn
				})
				if w != 0 && w != 1 {
					t.Fatalf("%v winds %d times around %v %v", clean, w, x, y)
				}
			}
		}
	})
	if accepted == 0 {
		t.Error("no case accepted")
	}
}

func FuzzClean(f *testing.F) {
	f.Add([]byte{0, 0, 4, 0, 4, 4, 0, 4})
	f.Add([]byte{0, 0, 2, 2, 2, 0, 0, 2, 255, 0, 0, 1, 0, 1, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, _, err := Clean(decode(data))
		if err != nil {
			var d *Defect
			if !errors.As(err, &d) {
				t.Fatalf("%T", err)
			}
			return
		}
		again, done, err := Clean(clean)
		if err != nil || done.Any() || !reflect.DeepEqual(again, clean) {
			t.Fatalf("%v becomes %v, %+v, %v", clean, again, done, err)
		}
		if b := orb.MultiPolygon(clean).Bound(); b.Max[0]-b.Min[0] > 0.1 || b.Max[1]-b.Min[1] > 0.1 {
			return // many tiles
		}
		s := NewShape(clean)
		if !(s.Area() > 0) || !s.Contains(s.InteriorPoint()) {
			t.Fatalf("%v: area %v, interior point %v", clean, s.Area(), s.InteriorPoint())
		}
	})
}

// decode makes a multipolygon of bytes: pairs are lattice points, 255 ends a ring, 254 a polygon, 253 makes the next point odd.
func decode(data []byte) orb.MultiPolygon {
	mp := orb.MultiPolygon{{{}}}
	for i := 0; i+1 < len(data); i += 2 {
		p := len(mp) - 1
		switch r := len(mp[p]) - 1; data[i] {
		case 255:
			mp[p] = append(mp[p], orb.Ring{})
		case 254:
			mp = append(mp, orb.Polygon{{}})
		case 253:
			odd := []float64{math.NaN(), math.Inf(1), 180, -180, 90, 1e-300, 89.99999999999999, 1e300}[data[i+1]%8]
			mp[p][r] = append(mp[p][r], orb.Point{odd, float64(data[i+1])})
		default:
			mp[p][r] = append(mp[p][r], orb.Point{100 + float64(data[i]%16)/300, float64(data[i+1]%16) / 700})
		}
	}
	return mp
}
