package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Piece is a connected part of a shape outside all disks.
type Piece struct {
	Area    float64     // m², from the arcs themselves
	Outline orb.Polygon // lon, lat; for drawing and for joining, arcs cut as in Outline
}

// Uncovered returns the parts of s outside all disks, largest first; their areas add up to s.Area() − UnionArea(s). A shape that no disk
// reaches is returned as it is, part by part, a covered one gives nothing. Parts of less than 1e-9 of a tile are left out.
//
// Where three curves pass one point rounding can keep a boundary from closing. Then the radii are changed by 1e-11 of themselves, and by ten
// times as much at each further try. Should even that fail the shape's own outline stands for all that is uncovered.
func (d *Disks) Uncovered(s *Shape, tolerance Length) []Piece {
	pieces, left, ok := d.uncovered(s, tolerance)
	if !ok || left == s.area {
		pieces = s.pieces()
	}
	scale(pieces, left)
	slices.SortStableFunc(pieces, func(a, b Piece) int { return cmp.Compare(b.Area, a.Area) })
	return pieces
}

// uncovered returns the pieces with areas to be scaled to what is left, the uncovered area.
func (d *Disks) uncovered(s *Shape, tolerance Length) (pieces []Piece, left float64, ok bool) {
	k := kernels.Get().(*kernel)
	defer kernels.Put(k)
	ok = true
	left = s.area - s.sum(func(t *tile) (float64, bool) {
		area, full := k.tile(d, t, nil)
		if !full && ok {
			var more []Piece
			more, ok = t.without(k.disks, t.area-area, tolerance)
			pieces = append(pieces, more...)
		}
		return area, full
	})
	if left == 0 || left == s.area {
		return nil, left, true
	}
	if len(s.tiles) > 1 {
		pieces = joinPieces(pieces, tolerance)
	}
	return pieces, left, ok
}

// without returns the pieces of a tile outside disks, of which those with radius 0 lie in others. left is the area to be found.
func (t *tile) without(disks []planeDisk, left float64, tolerance Length) ([]Piece, bool) {
	size := t.box.diameter()
	disks = slices.DeleteFunc(slices.Clone(disks), func(d planeDisk) bool { return d.r < speck*size })
	for try := range tries {
		parts, sum, ok := t.carve(changed(disks, try), try, tolerance)
		if ok && math.Abs(sum-left) <= t.slack(disks, size, try) {
			return t.pieces(parts, tolerance.Meters()/10), true
		}
	}
	return nil, false
}

// carve carves the regions of the tile one by one.
func (t *tile) carve(disks []planeDisk, try int, tolerance Length) (parts []carved, sum float64, ok bool) {
	regions := []region{t.region}
	if t.seam != nil || try > 0 {
		regions = t.connected()
	}
	for k := range regions {
		more, area, ok := carve(&regions[k], disks, tolerance.Meters())
		if !ok {
			return nil, 0, false
		}
		parts, sum = append(parts, more...), sum+area
	}
	return parts, sum, true
}

// slack is how far the area of the pieces may differ from what the power cells leave: rounding, and the changes of a try.
func (t *tile) slack(disks []planeDisk, size float64, try int) float64 {
	slack := speck * t.area
	if t.seam != nil || try > 0 {
		slack += meshTolerance * size
	}
	for _, d := range disks {
		slack += change(0, try)*d.r*8*size + 1e-14*(d.r+size)*(d.r+size)
	}
	return slack
}

// tries is how often a boundary is made before it is given up.
const tries = 7

// change is by how much of itself the radius of a disk is changed in a try: a fixed pattern, of one size for all that is tried at once.
func change(disk int32, try int) float64 {
	if try == 0 {
		return 0
	}
	const golden = 0.6180339887498949
	_, place := math.Modf(float64(disk) * golden)
	return math.Pow(10, float64(try-12)) * (1 - place/2)
}

func changed(disks []planeDisk, try int) []planeDisk {
	if try == 0 {
		return disks
	}
	out := slices.Clone(disks)
	for i := range out {
		out[i].r *= 1 + change(out[i].id, try)
	}
	return out
}

// pieces brings parts of the tile back to the globe, without the vertices that stray less than `off` metres from the line.
func (t *tile) pieces(parts []carved, off float64) []Piece {
	out := make([]Piece, len(parts))
	for i, part := range parts {
		out[i].Area = part.area
		for _, ring := range part.rings {
			ring = straightened(ring, off)
			points := make(orb.Ring, 0, len(ring)+1)
			for _, p := range ring {
				points = append(points, t.frame.Unproject(p))
			}
			out[i].Outline = append(out[i].Outline, append(points, points[0]))
		}
	}
	return out
}

// straightened drops the vertices that were put into straight edges for measuring.
func straightened(ring []XY, off float64) []XY {
	out := append(make([]XY, 0, len(ring)), ring[0])
	for i := 1; i < len(ring); i++ {
		a, b, c := out[len(out)-1], ring[i], ring[(i+1)%len(ring)]
		if e := c.minus(a); math.Abs(e.cross(b.minus(a))) > off*e.length() || e.dot(b.minus(a)) < 0 || e.dot(c.minus(b)) < 0 {
			out = append(out, b)
		}
	}
	if len(out) < 3 {
		return ring
	}
	return out
}

// connected returns the connected regions of a tile, freed of what has no width: stretches along the cuts that tie them together, and
// needles that come with the data.
func (t *tile) connected() []region {
	rings := make([][]XY, len(t.ends))
	for k := range rings {
		rings[k] = t.ring(k)
	}
	m := newMesh(rings, make([]int32, len(rings)), meshTolerance)
	m.dissolve([]int32{0})
	var out []region
	m.eachPart(func(_ int32, loops [][]int32) {
		var r region
		for _, loop := range loops {
			r.points = append(r.points, m.points(loop)...)
			r.ends = append(r.ends, int32(len(r.points)))
		}
		r.finish()
		out = append(out, r)
	})
	return out
}

// meshTolerance is how far, in metres, vertices on a cut may stand from the straight edges along it (see edges.stride).
const meshTolerance = 2e-3

// joinPieces joins the pieces of tiles over the cuts.
func joinPieces(pieces []Piece, tolerance Length) []Piece {
	polygons := make([]orb.Polygon, len(pieces))
	for i := range pieces {
		polygons[i] = pieces[i].Outline
	}
	var out []Piece
	for _, group := range Join(polygons, tolerance, tolerance) {
		whole := 0.0
		for _, i := range group.Members {
			whole += pieces[i].Area
		}
		// Several polygons touch in points only: then the drawn areas share out the exact one.
		from := len(out)
		for _, polygon := range group.Outline {
			area, _ := measure(orb.MultiPolygon{polygon}, polygon.Bound())
			out = append(out, Piece{area, polygon})
		}
		scale(out[from:], whole)
	}
	return out
}

// pieces are the parts of the shape itself.
func (s *Shape) pieces() []Piece {
	out := make([]Piece, len(s.world))
	for i, polygon := range s.world {
		out[i] = Piece{s.area, polygon}
		if len(s.world) > 1 {
			out[i].Area = NewShape(orb.MultiPolygon{polygon}).area
		}
	}
	return out
}

// scale makes the areas add up to a sum.
func scale(pieces []Piece, sum float64) {
	total := 0.0
	for i := range pieces {
		total += pieces[i].Area
	}
	for i := range pieces {
		pieces[i].Area *= sum / total
	}
}
