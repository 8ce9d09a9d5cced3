package geo

import (
	"math"
	"sync"

	"github.com/paulmach/orb"
)

// Validity is a statement about winding numbers: with shells counter-clockwise and holes clockwise every point of the globe must be
// wound around once or not at all, and then the signed area is the area. It is checked in four steps, all exact in lon/lat:
//
//	1 cut    no two edges cross in their interiors, no two edges of one ring overlap     (validate_edges.go)
//	2 touch  around every point where edges touch, the winding numbers stay in 0..1     (validate_nodes.go)
//	3 nest   rings that do not touch lie inside or outside each other as they should    (validate_nesting.go)
//	4 size   every polygon has area left
//
// Steps 1 and 2 make the boundary consistent, 3 ties its separate pieces together.

// segment is one directed edge of a ring.
type segment struct{ a, b orb.Point }

// ringSpan is one ring in the checker: its edges are segs[first:end]; part and hole tell where it belongs.
type ringSpan struct {
	first, end int32
	part       int32
	hole       bool
	box        orb.Bound
	points     []orb.Point // open, longitudes continuous
}

// checker holds the edges of one geometry while it is validated.
type checker struct {
	segs    []segment
	boxes   []orb.Bound // of each edge
	owner   []int32     // ring of each edge
	rings   []ringSpan
	touches []touch
	touched map[[2]int32]bool // pairs of rings, lower first, that touch and agree
	joined  map[[2]int32]bool // pairs of parts, likewise
	order   []int32
	active  []int32
}

var checkers = sync.Pool{New: func() any { return new(checker) }}

// validate returns a *Defect, or nil for a valid geometry. Rings must be closed, oriented and free of repeated points.
func validate(mp orb.MultiPolygon) error {
	c := checkers.Get().(*checker)
	defer checkers.Put(c)
	c.load(mp)
	for _, step := range []func() *Defect{c.cut, c.touch, c.nest, c.size} {
		if d := step(); d != nil {
			d.At[0] = reduceTo180(d.At[0])
			return d
		}
	}
	return nil
}

// reduceTo180 brings a longitude back into [-180, 180], leaving 180 alone.
func reduceTo180(lon float64) float64 {
	if lon >= -180 && lon <= 180 {
		return lon
	}
	return reduce(lon)
}

func (c *checker) load(mp orb.MultiPolygon) {
	c.segs, c.boxes, c.owner, c.rings, c.touches = c.segs[:0], c.boxes[:0], c.owner[:0], c.rings[:0], c.touches[:0]
	clear(c.touched)
	clear(c.joined)
	for part, polygon := range mp {
		for i, ring := range polygon {
			points, _ := unwrap(open(ring), mp[0][0][0][0])
			c.add(points, int32(part), i > 0)
		}
	}
}

func (c *checker) add(points []orb.Point, part int32, hole bool) {
	r := ringSpan{first: int32(len(c.segs)), part: part, hole: hole, box: emptyBound(), points: points}
	a := points[len(points)-1]
	for _, b := range points {
		c.segs = append(c.segs, segment{a, b})
		c.boxes = append(c.boxes, orb.Bound{Min: a, Max: a})
		grow(&c.boxes[len(c.boxes)-1], b)
		c.owner = append(c.owner, int32(len(c.rings)))
		grow(&r.box, b)
		a = b
	}
	r.end = int32(len(c.segs))
	c.rings = append(c.rings, r)
}

// next returns the edge after i on its ring, before the one in front of it.
func (c *checker) next(i int32) int32 {
	r := &c.rings[c.owner[i]]
	if i++; i == r.end {
		return r.first
	}
	return i
}

func (c *checker) before(i int32) int32 {
	r := &c.rings[c.owner[i]]
	if i == r.first {
		return r.end - 1
	}
	return i - 1
}

// thin is the mean width in degrees, 0.1 µm, below which a polygon counts as a line: its projected area would be rounding.
const thin = 1e-12

// size refuses polygons that are too thin, or whose holes leave nothing.
func (c *checker) size() *Defect {
	for i := 0; i < len(c.rings); {
		shell := &c.rings[i]
		twice, length := 0.0, 0.0
		for more := true; more; more = i < len(c.rings) && c.rings[i].hole {
			area, _ := shoelace(c.rings[i].points)
			twice += area
			for _, s := range c.segs[c.rings[i].first:c.rings[i].end] {
				length += math.Hypot(s.b[0]-s.a[0], s.b[1]-s.a[1])
			}
			i++
		}
		if twice <= thin*length {
			return &Defect{DefectZeroArea, shell.points[0]}
		}
	}
	return nil
}
