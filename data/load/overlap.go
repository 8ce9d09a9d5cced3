package load

import (
	"github.com/paulmach/orb"

	"quarter/data"
	"quarter/geo"
)

// sayOverlaps lists the grids whose inner point lies on an earlier one: whoever both count is counted twice. Slivers along a border hold
// no inner point and are none, and a grid without people or households counts nobody.
func (b *builder) sayOverlaps(locator *geo.Locator) {
	grids := b.city.Grids
	point := func(i int) (orb.Point, bool) { return shapePoint(grids[i].Shape) }
	for i, at := range b.findPlaces(len(grids), locator, point) {
		if k := at.unit; k != data.None && k < i && peopled(&grids[k].Counts) && peopled(&grids[i].Counts) {
			from := b.gridFrom[i]
			from.sheet.log.sum(from.sheet.faultAt(from.row, keyGridsOverlap, data.Doubtful, nil))
		}
	}
}

// peopled reports whether anybody is counted at all.
func peopled(c *data.Counts) bool {
	for _, b := range data.Bases {
		if c.Of(b).V > 0 {
			return true
		}
	}
	return false
}
