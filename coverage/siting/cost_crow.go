package siting

import (
	"math"

	"github.com/paulmach/orb"

	"quarter/geo"
)

// Crow are straight lines on the globe, as the crow flies: the geodesic distance of geo.Distance times a factor.
type Crow struct {
	demands *geo.Points
	sites   []orb.Point
	factor  float64
}

// NewCrow makes costs between demands and sites, given as lon, lat. factor is what one straight metre costs: 1 for metres, the detour factor
// (1.2 to 1.4) for metres walked, detour ÷ speed for minutes; it panics where that is not above 0 and finite.
func NewCrow(demands, sites []orb.Point, factor float64) *Crow {
	if !(factor > 0) || math.IsInf(factor, 1) {
		panic("siting: a metre has to cost something")
	}
	return &Crow{geo.NewPoints(demands), sites, factor}
}

// Size returns the numbers of demands and sites.
func (c *Crow) Size() (demands, sites int) { return c.demands.Len(), len(c.sites) }

// Row fills row with the costs from site i.
func (c *Crow) Row(i int, row []float64) {
	c.demands.Distances(c.sites[i], row)
	for j := range row {
		row[j] *= c.factor
	}
}

// Within appends the demands whose cost from site i, as Row has it, is at most the limit, ascending.
func (c *Crow) Within(i int, limit float64, to []int32) []int32 {
	edge := func(straight geo.Length) bool { return straight.Meters()*c.factor <= limit }
	return c.demands.Within(c.sites[i], geo.Length(limit/c.factor), edge, to)
}
