package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// benchCell is the case the speed targets are stated for: a cell 150 to 400 m across with 8 to 20 vertices and 16 disks of 1 km
// that touch its box, placed uniformly at random.
type benchCell struct {
	region  region
	centers []XY
	radii   []float64
}

// The three outcomes are reported apart: covered whole, in part, and not at all.
const (
	cellFull = iota
	cellPart
	cellNone
)

const benchRadius = 1000.0

func newBenchCell(rng *rand.Rand, disks int) benchCell {
	c := benchCell{}
	ring := star(rng, 8+rng.IntN(13), 75+125*rng.Float64(), 1, func(p XY) XY { return p })
	c.region = newRegion(ring)
	for len(c.centers) < disks {
		p := XY{(rng.Float64()*2 - 1) * 1200, (rng.Float64()*2 - 1) * 1200}
		if c.region.box.near2(p) < benchRadius*benchRadius {
			c.centers = append(c.centers, p)
			c.radii = append(c.radii, benchRadius)
		}
	}
	return c
}

func (c *benchCell) outcome() int {
	k := newKernel()
	switch area := k.union(&c.region, c.centers, c.radii); {
	case area == 0:
		return cellNone
	case area >= c.region.area*(1-1e-12):
		return cellFull
	}
	return cellPart
}

// benchCells returns 256 cells of one outcome. Sixteen disks placed at random nearly always cover a cell, so cells
// covered in part are picked out of many; want < 0 takes all cells as they come.
func benchCells(rng *rand.Rand, disks, want int) []benchCell {
	var cells []benchCell
	for len(cells) < 256 {
		c := newBenchCell(rng, disks)
		if want < 0 || c.outcome() == want {
			cells = append(cells, c)
		}
	}
	return cells
}

func benchUnion(b *testing.B, disks, want int) {
	cells := benchCells(rand.New(rand.NewPCG(1, 2)), disks, want)
	k := newKernel()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c := &cells[i%len(cells)]
		k.union(&c.region, c.centers, c.radii)
	}
}

func BenchmarkKernelMean16(b *testing.B) { benchUnion(b, 16, -1) }
func BenchmarkKernelFull16(b *testing.B) { benchUnion(b, 16, cellFull) }
func BenchmarkKernelPart4(b *testing.B)  { benchUnion(b, 4, cellPart) }

// The cells of these have sixteen disks that together leave something of the cell out, or do not reach it.
func BenchmarkKernelPart16(b *testing.B) { benchPicked(b, cellPart) }
func BenchmarkKernelNone16(b *testing.B) { benchPicked(b, cellNone) }

func benchPicked(b *testing.B, want int) {
	cells := pickedCells(rand.New(rand.NewPCG(1, 2)), 16, want)
	k := newKernel()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c := &cells[i%len(cells)]
		k.union(&c.region, c.centers, c.radii)
	}
}

// pickedCells draws each disk anew while it would spoil the outcome.
func pickedCells(rng *rand.Rand, disks, want int) []benchCell {
	var cells []benchCell
	for len(cells) < 256 {
		c := newBenchCell(rng, 0)
		for try := 0; len(c.centers) < disks && try < 10_000; try++ {
			p := XY{(rng.Float64()*2 - 1) * 1200, (rng.Float64()*2 - 1) * 1200}
			if c.region.box.near2(p) >= benchRadius*benchRadius {
				continue
			}
			c.centers, c.radii = append(c.centers, p), append(c.radii, benchRadius)
			if got := c.outcome(); got == cellFull || (want == cellNone && got != cellNone) {
				c.centers, c.radii = c.centers[:len(c.centers)-1], c.radii[:len(c.radii)-1]
			}
		}
		if len(c.centers) == disks && c.outcome() == want {
			cells = append(cells, c)
		}
	}
	return cells
}

// globe puts a plane cell and its disks on the ellipsoid around (lon, lat).
func (c *benchCell) globe(lon, lat float64) (*Shape, []Disk) {
	f := NewFrame(orb.Point{lon, lat})
	var ring orb.Ring
	for _, p := range c.region.points {
		ring = append(ring, f.Unproject(p))
	}
	ring = append(ring, ring[0])
	var disks []Disk
	for i, p := range c.centers {
		disks = append(disks, Disk{f.Unproject(p), Length(c.radii[i])})
	}
	return NewShape(orb.MultiPolygon{{ring}}), disks
}

// benchGlobe lays the cells out 0.2 degrees apart, with one index for all disks.
func benchGlobe(cells []benchCell) ([]*Shape, *Disks) {
	var shapes []*Shape
	var disks []Disk
	for i := range cells {
		s, d := cells[i].globe(100+0.2*float64(i%16), 20+0.2*float64(i/16))
		shapes, disks = append(shapes, s), append(disks, d...)
	}
	return shapes, NewDisks(disks)
}

func benchUnionArea(b *testing.B, cells []benchCell) {
	shapes, disks := benchGlobe(cells)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		disks.UnionArea(shapes[i%len(shapes)])
	}
}

func BenchmarkUnionAreaMean16(b *testing.B) {
	benchUnionArea(b, benchCells(rand.New(rand.NewPCG(1, 2)), 16, -1))
}

func BenchmarkUnionAreaPart16(b *testing.B) {
	benchUnionArea(b, pickedCells(rand.New(rand.NewPCG(1, 2)), 16, cellPart))
}

func BenchmarkUnionAreaNone(b *testing.B) {
	shapes, _ := benchGlobe(benchCells(rand.New(rand.NewPCG(1, 2)), 16, -1))
	disks := NewDisks([]Disk{{orb.Point{0, 0}, 1000}, {orb.Point{100.1, 20.1}, 1000}})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		disks.UnionArea(shapes[i%len(shapes)])
	}
}

// benchDepth measures all depths of cells on the globe.
func benchDepth(b *testing.B, cells []benchCell) {
	shapes, disks := benchGlobe(cells)
	var out Depth
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		disks.Depth(shapes[i%len(shapes)], &out)
	}
}

func BenchmarkDepthMean16(b *testing.B) {
	benchDepth(b, benchCells(rand.New(rand.NewPCG(1, 2)), 16, -1))
}

func BenchmarkDepthFull16(b *testing.B) {
	benchDepth(b, benchCells(rand.New(rand.NewPCG(1, 2)), 16, cellFull))
}

func BenchmarkDepthPart16(b *testing.B) {
	benchDepth(b, pickedCells(rand.New(rand.NewPCG(1, 2)), 16, cellPart))
}

func BenchmarkDepthNone16(b *testing.B) {
	benchDepth(b, pickedCells(rand.New(rand.NewPCG(1, 2)), 16, cellNone))
}

func BenchmarkDepthMean40(b *testing.B) {
	benchDepth(b, benchCells(rand.New(rand.NewPCG(1, 2)), 40, -1))
}

// Cells with 300 vertices.
func BenchmarkDepthVertices300(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	cells := benchCells(rng, 16, -1)
	for i := range cells {
		cells[i].region = newRegion(star(rng, 300, 75+125*rng.Float64(), 1, func(p XY) XY { return p }))
	}
	benchDepth(b, cells)
}

func BenchmarkReachMake(b *testing.B) {
	shapes, disks := benchGlobe(benchCells(rand.New(rand.NewPCG(1, 2)), 16, -1))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		disks.Reach(shapes[i%len(shapes)])
	}
}

func benchWithin(b *testing.B, radii int) {
	shapes, disks := benchGlobe(pickedCells(rand.New(rand.NewPCG(1, 2)), 16, cellPart))
	reaches := make([]*Reach, len(shapes))
	for i, s := range shapes {
		reaches[i] = disks.Reach(s)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r := reaches[i%len(reaches)]
		for k := range radii {
			r.Within(Length(500 + 1000*(float64(k)+0.5)/float64(radii)))
		}
	}
}

func BenchmarkWithin1(b *testing.B)   { benchWithin(b, 1) }
func BenchmarkWithin100(b *testing.B) { benchWithin(b, 100) }

func BenchmarkNewShape(b *testing.B) {
	shapes, _ := benchGlobe(benchCells(rand.New(rand.NewPCG(1, 2)), 1, -1))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		NewShape(shapes[i%len(shapes)].Geometry())
	}
}

func BenchmarkClean(b *testing.B) {
	shapes, _ := benchGlobe(benchCells(rand.New(rand.NewPCG(1, 2)), 1, -1))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, _, err := Clean(shapes[i%len(shapes)].Geometry()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCleanLarge(b *testing.B) {
	c := star(rand.New(rand.NewPCG(1, 2)), 16, 1, 1, func(p XY) XY { return p })
	ring := orb.Ring{}
	for i, p := range c { // 100,000 vertices on a jagged outline
		q := c[(i+1)%len(c)]
		n := 100_000 / len(c)
		for k := range n {
			v := p.toward(q, float64(k)/float64(n)).times(1 + 1e-5*math.Sin(float64(k)))
			ring = append(ring, orb.Point{100 + v.X, 30 + v.Y})
		}
	}
	ring = append(ring, ring[0])
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Clean(orb.Polygon{ring}); err != nil {
			b.Fatal(err)
		}
	}
}

// benchCity is an outline of 400 vertices 25 km across with 800 centers, as a study area has.
func benchCity() (*Shape, *Disks) {
	rng := rand.New(rand.NewPCG(1, 2))
	f := NewFrame(orb.Point{102.7, 25})
	var ring orb.Ring
	for _, p := range star(rng, 400, 12_500, 1, func(p XY) XY { return p }) {
		ring = append(ring, f.Unproject(p))
	}
	s := NewShape(orb.MultiPolygon{{append(ring, ring[0])}})
	return s, NewDisks(disksAround(rng, f.origin, 800, 12_500, benchRadius))
}

func BenchmarkUnionAreaCity(b *testing.B) {
	s, d := benchCity()
	b.ReportAllocs()
	for b.Loop() {
		d.UnionArea(s)
	}
}

func BenchmarkDepthCity(b *testing.B) {
	s, d := benchCity()
	var out Depth
	b.ReportAllocs()
	for b.Loop() {
		d.Depth(s, &out)
	}
}

func BenchmarkReachCity(b *testing.B) {
	s, d := benchCity()
	b.ReportAllocs()
	for b.Loop() {
		d.Reach(s)
	}
}

func BenchmarkNewDisks10000(b *testing.B) {
	disks := disksAround(rand.New(rand.NewPCG(1, 2)), orb.Point{102.7, 25}, 10_000, 100e3, benchRadius)
	b.ReportAllocs()
	for b.Loop() {
		NewDisks(disks)
	}
}
