package coverage

import "quarter/geo"

// land is a ground with those who live on it outside all circles.
type land struct {
	ground             *ground
	community          int
	at                 int // among the grounds of the community
	people, households float64
	pieces             []geo.Piece // its parts outside all circles; none for a point
	area               float64     // of the pieces, m²
}

// uncoveredLands lists the grounds of all communities with data, nobody's land included: grids when people stand in grids, else the outline.
func (a *analysis) uncoveredLands() ([]land, error) {
	var lands []land
	for i := range a.City.Communities {
		if a.Community(i).Demand == DemandMissing {
			continue
		}
		from := len(lands)
		for at, g := range a.groundsOf(i) {
			if g.share < 1 {
				lands = append(lands, land{ground: g, community: i, at: at})
			}
		}
		a.settle(i, lands[from:])
	}
	return lands, each(a.ctx, len(lands), a.Options.Threads, func(i int) { lands[i].cut(a.disks.base) })
}

// cut finds the parts of a land.
func (l *land) cut(disks *geo.Disks) {
	if l.ground.shape == nil {
		return
	}
	l.pieces = disks.Uncovered(l.ground.shape, zoneFlatness)
	for _, p := range l.pieces {
		l.area += p.Area
	}
}

// groundsOf lists the grounds that the people of community i stand on.
func (a *analysis) groundsOf(i int) []*ground {
	if a.Community(i).Demand != DemandGrid && a.outlines[i].shape != nil {
		return []*ground{&a.outlines[i]}
	}
	var out []*ground
	for _, g := range a.gridsOf[i] {
		out = append(out, &a.grounds[g])
	}
	return out
}

// settle puts the uncovered people and households of community i on its lands.
func (a *analysis) settle(i int, lands []land) {
	for k, kind := range a.kinds() {
		weights := a.uncoveredOn(i, kind, lands)
		account := kind.account(a.Community(i))
		var total sum
		for _, w := range weights {
			total.add(w)
		}
		// Where grounds and account speak of the same grids the factor is 1. Households may be counted for the community alone.
		factor := 1.0
		if t := total.value(); t > 1e-9*account.Total {
			factor = account.Uncovered / t
		}
		for n, w := range weights {
			if k == 0 {
				lands[n].people = w * factor
			} else {
				lands[n].households = w * factor
			}
		}
	}
}

// uncoveredOn is how many of one kind live uncovered on each land, or shares of it: by the count of the grid where grids are counted, else by
// area, a point counting as one square metre.
func (a *analysis) uncoveredOn(i int, kind kind, lands []land) []float64 {
	numbers, exempt := a.gridNumbers(i, kind)
	onGrids := demandLevel(kind.of(&a.City.Communities[i].Counts), numbers, exempt) == DemandGrid
	out := make([]float64, len(lands))
	for n := range lands {
		switch g := lands[n].ground; {
		case onGrids && g != &a.outlines[i]:
			out[n] = numbers[lands[n].at].Or(0) * (1 - g.share)
		case g.shape != nil:
			out[n] = g.shape.Area() * (1 - g.share)
		default:
			out[n] = 1 - g.share
		}
	}
	return out
}
