package geo

import "math"

// gridFrom is the number of disks from which neighbours are looked up in a grid.
const gridFrom = 33

// grid sorts disks into square cells, about one disk to a cell.
type grid struct {
	lo            XY
	size          float64 // side of a cell, metres
	columns, rows int32   // 0 for a set too small to need a grid
	first         []int32
	items         []int32
}

func (g *grid) load(disks []planeDisk) {
	g.columns, g.rows = 0, 0
	if len(disks) < gridFrom {
		return
	}
	box := emptyPlaneBox()
	for i := range disks {
		box.add(disks[i].c)
	}
	side := box.hi.minus(box.lo)
	n := float64(len(disks))
	g.lo = box.lo
	g.size = math.Max(math.Sqrt(side.X*side.Y/n), math.Max(side.X, side.Y)/n)
	if g.size == 0 {
		g.size = 1
	}
	g.columns, g.rows = int32(side.X/g.size)+1, int32(side.Y/g.size)+1
	g.sort(disks)
}

func (g *grid) sort(disks []planeDisk) {
	cells := int(g.columns) * int(g.rows)
	g.first = append(g.first[:0], make([]int32, cells+1)...)
	for i := range disks {
		g.first[g.number(disks[i].c)+1]++
	}
	for c := range cells {
		g.first[c+1] += g.first[c]
	}
	g.items = append(g.items[:0], make([]int32, len(disks))...)
	for i := len(disks) - 1; i >= 0; i-- {
		c := g.number(disks[i].c) + 1
		g.first[c]--
		g.items[g.first[c]] = int32(i)
	}
	// first[c+1] has come down to the start of cell c: shift by one.
	copy(g.first, g.first[1:])
	g.first[cells] = int32(len(disks))
}

// at returns column and row of the cell that holds c.
func (g *grid) at(c XY) (x, y int32) {
	return min(int32((c.X-g.lo.X)/g.size), g.columns-1), min(int32((c.Y-g.lo.Y)/g.size), g.rows-1)
}

// clamp is at for places outside the grid.
func (g *grid) clamp(c XY) (x, y int32) {
	u := math.Min(math.Max((c.X-g.lo.X)/g.size, 0), float64(g.columns-1))
	v := math.Min(math.Max((c.Y-g.lo.Y)/g.size, 0), float64(g.rows-1))
	return int32(u), int32(v)
}

func (g *grid) number(c XY) int32 {
	x, y := g.at(c)
	return y*g.columns + x
}

func (g *grid) cell(x, y int32) []int32 {
	c := y*g.columns + x
	return g.items[g.first[c]:g.first[c+1]]
}
