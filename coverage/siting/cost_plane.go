package siting

import (
	"math"
	"slices"

	"quarter/geo"
)

// Plane is the straight-line distance between points of one plane, in the unit of their coordinates: for projected coordinates.
type Plane struct {
	demands, sites []geo.XY
	low            geo.XY
	cell           float64 // side of a bucket
	across, down   int
	start          []int32 // of each bucket, row by row, and one past the last
	sorted         []int32 // demands by bucket
}

// NewPlane makes the distances of finite coordinates.
func NewPlane(demands, sites []geo.XY) *Plane {
	p := &Plane{demands: demands, sites: sites, cell: 1, across: 1, down: 1}
	if len(demands) > 0 {
		p.frame()
	}
	p.start = make([]int32, p.across*p.down+1)
	for _, d := range demands {
		p.start[p.bucket(d)+1]++
	}
	for b := range p.across * p.down {
		p.start[b+1] += p.start[b]
	}
	next := slices.Clone(p.start)
	p.sorted = make([]int32, len(demands))
	for j, d := range demands {
		b := p.bucket(d)
		p.sorted[next[b]] = int32(j)
		next[b]++
	}
	return p
}

// frame lays about one bucket for four points over the demand.
func (p *Plane) frame() {
	low, high := p.demands[0], p.demands[0]
	for _, d := range p.demands {
		low.X, low.Y = math.Min(low.X, d.X), math.Min(low.Y, d.Y)
		high.X, high.Y = math.Max(high.X, d.X), math.Max(high.Y, d.Y)
	}
	p.low = low
	wide, tall := high.X-low.X, high.Y-low.Y
	buckets := float64(len(p.demands))/4 + 1
	p.cell = math.Max(math.Sqrt(wide*tall/buckets), math.Max(wide, tall)/buckets)
	if p.cell == 0 {
		p.cell = 1
	}
	p.across, p.down = int(wide/p.cell)+1, int(tall/p.cell)+1
}

func (p *Plane) bucket(d geo.XY) int {
	return int((d.Y-p.low.Y)/p.cell)*p.across + int((d.X-p.low.X)/p.cell)
}

// Size returns the numbers of demands and sites.
func (p *Plane) Size() (demands, sites int) { return len(p.demands), len(p.sites) }

// distance is written so that no platform fuses its steps: a tie is a tie everywhere.
func distance(a, b geo.XY) float64 {
	x, y := a.X-b.X, a.Y-b.Y
	return math.Sqrt(float64(x*x) + float64(y*y))
}

// Row fills row with the distances from site i.
func (p *Plane) Row(i int, row []float64) {
	for j, d := range p.demands {
		row[j] = distance(p.sites[i], d)
	}
}

// Within appends the demands within the limit of site i.
func (p *Plane) Within(i int, limit float64, to []int32) []int32 {
	from, s := len(to), p.sites[i]
	left, right := p.span(s.X-p.low.X, limit, p.across)
	bottom, top := p.span(s.Y-p.low.Y, limit, p.down)
	for row := bottom; row <= top && left <= right; row++ {
		for _, j := range p.sorted[p.start[row*p.across+left]:p.start[row*p.across+right+1]] {
			if distance(s, p.demands[j]) <= limit {
				to = append(to, j)
			}
		}
	}
	slices.Sort(to[from:])
	return to
}

// span returns the first and the last of n buckets that [at-limit, at+limit] touches, one further on each side for rounding.
func (p *Plane) span(at, limit float64, n int) (first, last int) {
	return int(math.Max(0, (at-limit)/p.cell-1)), int(math.Min(float64(n-1), (at+limit)/p.cell+1))
}
