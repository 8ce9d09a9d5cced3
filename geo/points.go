package geo

import (
	"math"
	"math/bits"
	"slices"

	"github.com/paulmach/orb"
)

// Points are many points, in which those near a place are found. Safe for concurrent use after they are made.
//
// They are sorted into cells of equal longitude and latitude, row by row, so that the cells of a box in one row stand beside each other; a
// chord tells nearly always on which side of a distance a point lies.
type Points struct {
	lonLat        []orb.Point // in the order given, longitudes in [-180, 180)
	at            []vec3      // in order of cells
	number        []int32     // of at[k] in lonLat; ascending within a cell
	first         []int32     // at[first[c]:first[c+1]] lie in cell c
	lo            orb.Point   // south-western corner of the cells
	size          orb.Point   // of a cell in degrees
	columns, rows int
}

// pointsPerCell is about how many points share a cell.
const pointsPerCell = 8

// NewPoints sorts points, given as lon, lat.
func NewPoints(points []orb.Point) *Points {
	x := &Points{lonLat: slices.Clone(points), columns: 1, rows: 1, at: make([]vec3, len(points)), number: make([]int32, len(points))}
	box := emptyBound()
	for i := range x.lonLat {
		x.lonLat[i][0] = reduce(x.lonLat[i][0])
		grow(&box, x.lonLat[i])
	}
	if len(points) > 0 {
		x.divide(box)
	}
	x.sort()
	return x
}

// divide chooses cells that are about square on the ground.
func (x *Points) divide(box orb.Bound) {
	x.lo = box.Min
	lon, lat := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
	narrow := math.Max(math.Cos((box.Min[1]+box.Max[1])/2*radians), 1e-3)
	cells := math.Max(float64(len(x.lonLat))/pointsPerCell, 1)
	side := math.Max(math.Sqrt(lon*narrow*lat/cells), math.Max(lon*narrow, lat)/cells)
	if side == 0 {
		side = 1
	}
	x.size = orb.Point{side / narrow, side}
	x.columns, x.rows = int(lon/x.size[0])+1, int(lat/x.size[1])+1
}

func (x *Points) sort() {
	x.first = make([]int32, x.columns*x.rows+1)
	for _, p := range x.lonLat {
		x.first[x.cell(p)+1]++
	}
	for c := range x.columns * x.rows {
		x.first[c+1] += x.first[c]
	}
	next := slices.Clone(x.first)
	for i, p := range x.lonLat {
		k := next[x.cell(p)]
		next[x.cell(p)]++
		x.at[k], x.number[k] = geocentric(p), int32(i)
	}
}

func (x *Points) cell(p orb.Point) int { return x.row(p[1])*x.columns + x.column(p[0]) }

func (x *Points) column(lon float64) int { return cellOf((lon-x.lo[0])/x.size[0], x.columns) }
func (x *Points) row(lat float64) int    { return cellOf((lat-x.lo[1])/x.size[1], x.rows) }

// cellOf holds a place along one side to the cells there are.
func cellOf(at float64, cells int) int { return int(max(0, min(at, float64(cells-1)))) }

// Len returns how many points there are.
func (x *Points) Len() int { return len(x.lonLat) }

// Distances fills row, as long as there are points, with the distance in metres from p to each: that of Distance.
func (x *Points) Distances(p orb.Point, row []float64) {
	from := newSite(p)
	for k, i := range x.number {
		row[i] = siteDistance(from, site{x.at[k], x.lonLat[i]}).Meters()
	}
}

// Within appends the numbers of the points within d of p, the edge included, ascending. Where edge is not nil it decides, by the distance,
// about the points that lie within a millionth of d, and a micrometre, from the edge.
func (x *Points) Within(p orb.Point, d Length, edge func(Length) bool, to []int32) []int32 {
	if !(d >= 0) || len(x.at) == 0 {
		return to
	}
	if edge == nil {
		edge = func(l Length) bool { return l <= d }
	}
	from, r := newSite(p), newBand(d)
	start := len(to)
	x.runs(p, Length(r.outer), func(low, high int32) {
		for k := low; k < high; k++ {
			c2 := x.at[k].minus(from.at).length2()
			if c2 < r.inner2 || c2 <= r.outer2 && edge(siteDistance(from, site{x.at[k], x.lonLat[x.number[k]]})) {
				to = append(to, x.number[k])
			}
		}
	})
	return to[:start+len(x.ascending(to[start:]))]
}

// ascending sorts numbers of points and drops those that stand twice: a cell at ±180 may be met from both sides. Many are put in order by
// marking them among all.
func (x *Points) ascending(found []int32) []int32 {
	if len(found) < len(x.at)/256 {
		slices.Sort(found)
		return slices.Compact(found)
	}
	marks := make([]uint64, (len(x.at)+63)/64)
	for _, i := range found {
		marks[i/64] |= 1 << (i % 64)
	}
	found = found[:0]
	for word, left := range marks {
		for ; left != 0; left &= left - 1 {
			found = append(found, int32(64*word+bits.TrailingZeros64(left)))
		}
	}
	return found
}

// band is where a chord does not tell whether a point lies within a distance.
type band struct{ inner2, outer, outer2 float64 }

// seriesLimit is up to which distance in metres newBand knows chords that are surely within.
const seriesLimit = 1e6

// newBand: a chord c is never longer than the geodesic, and the geodesic never longer than the arc over it with the smallest radius of
// curvature R, c (1 + c²/24R² + 3c⁴/640R⁴ …), which is less than c (1 + c²/20R²) up to the limit.
func newBand(d Length) band {
	const share, margin = 1e-6, 1e-6
	m := d.Meters()
	r := band{outer: m*(1+share) + margin}
	r.outer2 = r.outer * r.outer
	if inner := m*(1-share)/(1+m*m/(20*minCurvature*minCurvature)) - margin; inner > 0 && m <= seriesLimit {
		r.inner2 = inner * inner
	}
	return r
}

// runs calls visit with stretches of at that hold every point within d of p, and others.
func (x *Points) runs(p orb.Point, d Length, visit func(low, high int32)) {
	if d.Meters() >= boxLimit {
		visit(0, int32(len(x.at)))
		return
	}
	p[0] = reduce(p[0])
	box := Pad(orb.Bound{Min: p, Max: p}, d)
	turns := []float64{0, -360, 360}
	if box.Max[0]-box.Min[0] >= 360 {
		turns = turns[:1]
	}
	east := x.lo[0] + float64(x.columns)*x.size[0]
	for _, turn := range turns {
		if box.Max[0]+turn < x.lo[0] || box.Min[0]+turn > east+x.size[0] {
			continue
		}
		from, to := x.column(box.Min[0]+turn), x.column(box.Max[0]+turn)
		for row := x.row(box.Min[1]); row <= x.row(box.Max[1]); row++ {
			visit(x.first[row*x.columns+from], x.first[row*x.columns+to+1])
		}
	}
}
