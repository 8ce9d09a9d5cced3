package coverage

import "math"

// Way is how the population coverage of a community changed: a class of the map.
type Way uint8

// The ways, from the worst to the best; WayUnknown is a community without a rate on either side, or one that Before does not have.
const (
	WayUnknown Way = iota
	WayMuchLess
	WayLess
	WaySame
	WayMore
	WayMuchMore
)

var wayKeys = [...]string{"unknown", "much_less", "less", "same", "more", "much_more"}

// String returns the key used by GeoJSON ("compare.way."+key in charts/words).
func (w Way) String() string { return wayKeys[w] }

// MuchChange is the change of a share from which it counts as much: ten percentage points. A convention of this project.
const MuchChange = 0.1

// Way returns the class of a change of a share.
func (d Delta) Way() Way {
	switch v := d.Change; {
	case !v.Known:
		return WayUnknown
	case v.V < 0 && reached(-v.V, MuchChange):
		return WayMuchLess
	case v.V < 0:
		return WayLess
	case reached(v.V, MuchChange):
		return WayMuchMore
	case v.V > 0:
		return WayMore
	}
	return WaySame
}

// steady is the relative change that is none: the same areas summed in another order.
const steady = 1e-9

// Change is after − before, and 0 where the two differ by 1e-9 or less, relative to the larger (of figures below 1: absolute).
func Change(before, after float64) float64 {
	if math.Abs(after-before) <= steady*max(1, math.Abs(before), math.Abs(after)) {
		return 0
	}
	return after - before
}

// Differs reports whether a figure changed, or is known on one side alone.
func (d Delta) Differs() bool {
	return d.Before.Known != d.After.Known || d.Change.Known && d.Change.V != 0
}
