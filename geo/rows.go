package geo

import (
	"cmp"
	"math"
	"slices"
)

// rows finds points near an edge: they are sorted into rows of one height, and from west to east in each.
type rows struct {
	south, height float64
	perHeight     float64 // 1 / height; 0 where all points have one ordinate
	first         []int32 // points[first[k]:first[k+1]] lie in row k
	points        []rowPoint
}

type rowPoint struct {
	x float64
	i int32
}

func (p rowPoint) compare(q rowPoint) int {
	if c := cmp.Compare(p.x, q.x); c != 0 {
		return c
	}
	return int(p.i - q.i)
}

// newRows sorts points; the height is enlarged where there would be many more rows than points.
func newRows(points []XY, height float64) *rows {
	box := boxOf(points)
	span := math.Max(box.hi.Y-box.lo.Y, 0)
	height = math.Max(height, span/float64(2*len(points)+1))
	r := &rows{south: box.lo.Y, height: height, points: make([]rowPoint, len(points))}
	count := 1
	if height > 0 {
		r.perHeight = 1 / height
		count += int(span * r.perHeight)
	}
	r.first = make([]int32, count+1)
	for _, p := range points {
		r.first[r.row(p.Y)+1]++
	}
	for k := range count {
		r.first[k+1] += r.first[k]
	}
	next := slices.Clone(r.first)
	for i, p := range points {
		k := r.row(p.Y)
		r.points[next[k]] = rowPoint{p.X, int32(i)}
		next[k]++
	}
	for k := range count {
		slices.SortFunc(r.points[r.first[k]:r.first[k+1]], rowPoint.compare)
	}
	return r
}

func (r *rows) row(y float64) int {
	return int(max(0, min((y-r.south)*r.perHeight, float64(len(r.first)-2))))
}

// near visits every point within d of the edge from a to b, and some beyond.
func (r *rows) near(a, b XY, d float64, visit func(i int32)) {
	if a.Y > b.Y {
		a, b = b, a
	}
	low, high := r.row(a.Y-d), r.row(b.Y+d)
	for k := low; k <= high; k++ {
		row := r.points[r.first[k]:r.first[k+1]]
		if len(row) == 0 {
			continue
		}
		west, east := min(a.X, b.X)-d, max(a.X, b.X)+d
		if low < high && a.X != b.X {
			west, east = r.stretch(a, b, d, k)
		}
		for _, p := range row[firstFrom(row, west):] {
			if p.x > east {
				break
			}
			visit(p.i)
		}
	}
}

// firstFrom returns the first place in a row that is not west of x: sort.Search without a call for every step.
func firstFrom(row []rowPoint, x float64) int {
	low, high := 0, len(row)
	for low < high {
		if middle := (low + high) / 2; row[middle].x < x {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// stretch returns the abscissas within d of the edge from a up to b in row k.
func (r *rows) stretch(a, b XY, d float64, k int) (west, east float64) {
	low, high := 0.0, 1.0
	if rise := b.Y - a.Y; rise > 0 {
		bottom := r.south + float64(k)*r.height - d
		low = max(low, min((bottom-a.Y)/rise, 1))
		high = min(high, max((bottom+r.height+2*d-a.Y)/rise, 0))
	}
	from, to := a.X+low*(b.X-a.X), a.X+high*(b.X-a.X)
	margin := d + 1e-9*(math.Abs(from)+math.Abs(to)) // for the rounding of low and high
	return min(from, to) - margin, max(from, to) + margin
}
