package siting

import (
	"math"
	"slices"
)

// Costs says what it costs to serve each demand from each site: metres, minutes, anything >= 0; +Inf where there is no way. Safe for
// concurrent reading.
type Costs interface {
	// Size returns the numbers of demands and sites.
	Size() (demands, sites int)
	// Row fills row, as long as there are demands, with the costs from one site.
	Row(site int, row []float64)
	// Within appends the demands within the limit of a site, the edge included, ascending.
	Within(site int, limit float64, to []int32) []int32
}

// Matrix is a full table of costs, one row per site.
type Matrix struct {
	columns int
	values  []float64
}

// NewMatrix makes a matrix of rows of equal length, of values >= 0 or +Inf; it panics where the lengths differ.
func NewMatrix(rows [][]float64) *Matrix {
	m := &Matrix{}
	for i, row := range rows {
		if i == 0 {
			m.columns = len(row)
			m.values = make([]float64, 0, len(row)*len(rows))
		}
		if len(row) != m.columns {
			panic("siting: rows of different lengths")
		}
		m.values = append(m.values, row...)
	}
	return m
}

// Size returns the numbers of demands and sites.
func (m *Matrix) Size() (demands, sites int) {
	if m.columns == 0 {
		return 0, 0
	}
	return m.columns, len(m.values) / m.columns
}

// At returns the cost from site i to demand j.
func (m *Matrix) At(i, j int) float64 { return m.values[i*m.columns+j] }

// Row copies row i.
func (m *Matrix) Row(i int, row []float64) { copy(row, m.values[i*m.columns:(i+1)*m.columns]) }

// Within lists the columns of row i that are at most the limit.
func (m *Matrix) Within(i int, limit float64, to []int32) []int32 {
	for j, v := range m.values[i*m.columns : (i+1)*m.columns] {
		if v <= limit {
			to = append(to, int32(j))
		}
	}
	return to
}

// Catchments are cover lists: for each site the demands within reach, ascending. As Costs they are 0 within and +Inf beyond, so that a
// coverage model runs on lists alone, with any radius >= 0.
type Catchments struct {
	demands int
	start   []int64 // of each site, and one past the last
	list    []int32
}

// NewCatchments makes cover lists of ascending demands below the given number.
func NewCatchments(demands int, lists [][]int32) *Catchments {
	pairs := 0
	for _, l := range lists {
		pairs += len(l)
	}
	c := &Catchments{demands: demands, start: make([]int64, 1, len(lists)+1), list: make([]int32, 0, pairs)}
	for _, l := range lists {
		c.list = append(c.list, l...)
		c.start = append(c.start, int64(len(c.list)))
	}
	return c
}

// Of returns the demands that site i reaches, a window not to be changed.
func (c *Catchments) Of(i int) []int32 { return c.list[c.start[i]:c.start[i+1]] }

// Len returns the number of pairs.
func (c *Catchments) Len() int { return len(c.list) }

// Size returns the numbers of demands and sites.
func (c *Catchments) Size() (demands, sites int) { return c.demands, len(c.start) - 1 }

// Row fills row with 0 and +Inf.
func (c *Catchments) Row(i int, row []float64) {
	for j := range row {
		row[j] = math.Inf(1)
	}
	for _, j := range c.Of(i) {
		row[j] = 0
	}
}

// Within returns the list of a site, whatever the limit, if it is not negative.
func (c *Catchments) Within(i int, limit float64, to []int32) []int32 {
	if limit < 0 {
		return to
	}
	return append(to, c.Of(i)...)
}

// Reversed returns for each demand the sites that reach it, ascending.
func (c *Catchments) Reversed() *Catchments {
	_, sites := c.Size()
	r := &Catchments{demands: sites, start: make([]int64, c.demands+1), list: make([]int32, len(c.list))}
	for _, j := range c.list {
		r.start[j+1]++
	}
	for j := range c.demands {
		r.start[j+1] += r.start[j]
	}
	next := slices.Clone(r.start[:c.demands])
	for i := range sites {
		for _, j := range c.Of(i) {
			r.list[next[j]] = int32(i)
			next[j]++
		}
	}
	return r
}

// catchments lists what every site reaches within the limit.
func (x *Instance) catchments(limit float64) *Catchments {
	if c, ok := x.Costs.(*Catchments); ok {
		return c
	}
	demands, sites := x.Costs.Size()
	lists := make([][]int32, sites)
	eachIndex(sites, 0, func(i int) { lists[i] = x.Costs.Within(i, limit, nil) })
	return NewCatchments(demands, lists)
}
