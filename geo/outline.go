package geo

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// Outline returns the boundary of the union of all disks, its arcs cut into chords that stray less than the tolerance. For drawing,
// never for measuring. Polygons stand in the order of their first disks; longitudes may pass ±180 so that each stays in one piece.
//
// Every circle is walked in its own frame, so the set may span a country. The crossings of two circles are computed once, in the frame of
// the first, to 0.01 mm for radii of 1 km. Where rounding keeps a boundary from closing, the radii are changed as in Uncovered; should that
// fail to the last, the circles themselves are returned.
func (d *Disks) Outline(tolerance Length) orb.MultiPolygon {
	for try := range tries {
		if w := newWreath(d, try); w.close(len(w.at)) {
			return w.polygons(tolerance.Meters())
		}
	}
	var out orb.MultiPolygon
	for _, disk := range d.disks {
		if disk.Radius > 0 {
			out = append(out, orb.Polygon{Circle(disk.Center, disk.Radius, 360)})
		}
	}
	return out
}

// wreath is the arrangement of all circles of a set, walked clockwise, with what lies outside on the left.
type wreath struct {
	chain
	set    *Disks
	radii  []float64 // 0 for a disk that lies in another
	frames []Frame
	at     []crossroads
	group  unions // disks whose circles cross
}

// crossroads is where the boundary passes from one circle to another; leave and enter are the place in their frames.
type crossroads struct {
	lonLat       orb.Point
	leave, enter XY
}

func newWreath(d *Disks, try int) *wreath {
	n := d.Len()
	w := &wreath{set: d, radii: make([]float64, n), frames: make([]Frame, n), group: newUnions(n)}
	for i, disk := range d.disks {
		w.frames[i] = NewFrame(disk.Center)
		if disk.Radius > 0 {
			w.radii[i] = disk.Radius.Meters() * (1 + change(int32(i), try))
		}
	}
	w.dropInner()
	crossed := make([]bool, n)
	for i := range w.radii {
		around := w.around(int32(i))
		for k := range around {
			if j := around[k].id; int(j) > i && w.cross(int32(i), around, &around[k]) {
				crossed[i], crossed[j] = true, true
			}
		}
		if w.radii[i] > 0 && !crossed[i] {
			w.whole(int32(i))
		}
	}
	return w
}

// disk is disk i in its own frame.
func (w *wreath) disk(i int32) planeDisk { return planeDisk{r: w.radii[i], id: i} }

// around lists the disks that may meet disk i, in its frame and by number.
func (w *wreath) around(i int32) []planeDisk {
	var out []planeDisk
	disk := w.set.disks[i]
	if w.radii[i] == 0 {
		return nil
	}
	w.set.index.Search(Pad(orb.Bound{Min: disk.Center, Max: disk.Center}, Length(w.radii[i])), func(j int) bool {
		if w.radii[j] > 0 && j != int(i) {
			out = append(out, planeDisk{c: w.frames[i].place(&w.set.sites[j]), r: w.radii[j], id: int32(j)})
		}
		return true
	})
	slices.SortFunc(out, func(a, b planeDisk) int { return cmp.Compare(a.id, b.id) })
	return out
}

// dropInner gives radius 0 to the disks that lie in others. Each pair is looked at once, in the frame of the first.
func (w *wreath) dropInner() {
	inner := make([]bool, len(w.radii))
	for i := range w.radii {
		a := w.disk(int32(i))
		for _, b := range w.around(int32(i)) {
			if int(b.id) < i {
				continue
			}
			switch how, _, _ := meet(&a, &b); how {
			case secondInside:
				inner[b.id] = true
			case firstInside:
				inner[i] = true
			}
		}
	}
	for i, is := range inner {
		if is {
			w.radii[i] = 0
		}
	}
}

// cross adds the places where circles i and b cross and no other disk around i holds them; it returns false if they do not cross.
func (w *wreath) cross(i int32, around []planeDisk, b *planeDisk) bool {
	a := w.disk(i)
	how, p, q := meet(&a, b)
	if how != meeting {
		return false
	}
	w.group.unite(i, b.id)
	hidden := func(p XY) bool {
		return slices.ContainsFunc(around, func(d planeDisk) bool {
			u := p.minus(d.c)
			return d.id != b.id && u.dot(u) < d.r*d.r
		})
	}
	if !hidden(q) {
		w.pass(i, b.id, i, q)
	}
	if !hidden(p) {
		w.pass(b.id, i, i, p)
	}
	return true
}

// pass adds the place where circle i, walked clockwise, enters disk j; p is in the frame of one of them.
func (w *wreath) pass(i, j, frame int32, p XY) {
	at := w.frames[frame].spot(p)
	s := newSite(at)
	c := crossroads{at, p, p}
	if frame == i {
		c.enter = w.frames[j].place(&s)
	} else {
		c.leave = w.frames[i].place(&s)
	}
	w.change(int32(len(w.at)), i, -turn(c.leave), j, -turn(c.enter))
	w.at = append(w.at, c)
}

// whole adds circle i, which nothing crosses.
func (w *wreath) whole(i int32) {
	p := XY{w.radii[i], 0}
	w.chain.around(i, int32(len(w.at)))
	w.at = append(w.at, crossroads{w.frames[i].spot(p), p, p})
}

// polygons makes a polygon of every group of disks: its largest loop is the outside, those that run the other way are holes.
func (w *wreath) polygons(tolerance float64) orb.MultiPolygon {
	rings := map[int32][]orb.Ring{}
	var first []int32
	w.eachLoop(func(loop []link) {
		g := w.group.first(loop[0].curve)
		if rings[g] == nil {
			first = append(first, g)
		}
		rings[g] = append(rings[g], w.trace(loop, tolerance))
	})
	slices.Sort(first)
	var out orb.MultiPolygon
	for _, g := range first {
		out = append(out, polygonOf(rings[g]))
	}
	return out
}

// polygonOf makes a polygon of an outside and its holes, in any order.
func polygonOf(rings []orb.Ring) orb.Polygon {
	area := func(r orb.Ring) float64 { twice, _ := shoelace(open(r)); return twice }
	outside := slices.MaxFunc(rings, func(a, b orb.Ring) int { return cmp.Compare(area(a), area(b)) })
	out := orb.Polygon{outside}
	for _, r := range rings {
		if area(r) < 0 {
			points, _ := unwrap(open(r), outside[0][0])
			out = append(out, append(orb.Ring(points), points[0]))
		}
	}
	return out
}

// trace walks around a loop and turns it, so that the disks lie on the left.
func (w *wreath) trace(loop []link, tolerance float64) orb.Ring {
	var ring orb.Ring
	for n, l := range loop {
		start, stop := w.at[l.node], w.at[loop[(n+1)%len(loop)].node]
		ring = append(ring, start.lonLat)
		eachChord(start.enter, l.angle(start.enter, stop.leave), tolerance, func(p XY) { ring = append(ring, w.frames[l.curve].spot(p)) })
	}
	slices.Reverse(ring)
	points, _ := unwrap(ring, w.set.disks[w.group.first(loop[0].curve)].Center[0])
	return append(orb.Ring(points), points[0])
}
