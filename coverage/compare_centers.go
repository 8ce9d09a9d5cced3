package coverage

import (
	"slices"

	"quarter/data"
	"quarter/geo"
)

// CenterMoved is the distance from which a center has moved, and was not only located better: 30 m. A convention of this project.
const CenterMoved = 30 * geo.Meter

// CenterKind is one thing that happened to a center.
type CenterKind uint8

// The kinds. A center counts where it has a service circle (CenterUse.Counted).
const (
	CenterOpened   CenterKind = iota // counts now, did not before
	CenterClosed                     // counted before, does not now
	CenterShifted                    // stands elsewhere, by CenterMoved at least
	CenterEnlarged                   // more floor area
	CenterReduced                    // less floor area
	CenterListed                     // new in the data, does not count
	CenterDropped                    // no longer in the data, did not count
	centerKinds
)

var centerKindKeys = [...]string{"opened", "closed", "moved", "enlarged", "reduced", "listed", "dropped"}

// String returns the key used by JSON ("compare.center."+key in charts/words).
func (k CenterKind) String() string { return centerKindKeys[k] }

// CenterChange is a center that is not as it was. A center may have moved and grown.
type CenterChange struct {
	Before, After int // indexes into City.Centers; -1 where that side does not have it
	Kinds         []CenterKind
	Distance      geo.Length  // between its two places, m; 0 where a side does not have it
	Area          data.Number // further floor area, m²; missing where a side does not state it
}

// Is reports whether a kind is among those of the center.
func (c *CenterChange) Is(kind CenterKind) bool { return slices.Contains(c.Kinds, kind) }

// CenterCount counts the centers to which something happened.
func (c *Comparison) CenterCount(kind CenterKind) int {
	n := 0
	for i := range c.Centers {
		n += int(indicator(c.Centers[i].Is(kind)))
	}
	return n
}

// compareCenters matches centers by code, then those that are left by name.
func (c *Comparison) compareCenters() {
	b, a := c.Before.Result, c.After.Result
	m := newMatching(len(b.Centers), len(a.Centers))
	for _, key := range []func(*data.Center) string{func(c *data.Center) string { return c.Code }, func(c *data.Center) string { return c.Name }} {
		left := m.left(0, len(b.Centers), func(i int) string { return key(&b.City.Centers[i]) })
		m.join(left, m.right(0, len(a.Centers), func(j int) string { return key(&a.City.Centers[j]) }))
	}
	for j, i := range m.from {
		c.addCenter(i, j)
	}
	for i, j := range m.to {
		if j == data.None {
			c.addCenter(i, data.None)
		}
	}
}

func (c *Comparison) addCenter(i, j int) {
	change := CenterChange{Before: i, After: j}
	was, now := c.Before.Result.counts(i), c.After.Result.counts(j)
	switch {
	case !was && now:
		change.Kinds = append(change.Kinds, CenterOpened)
	case was && !now:
		change.Kinds = append(change.Kinds, CenterClosed)
	case i == data.None:
		change.Kinds = append(change.Kinds, CenterListed)
	case j == data.None:
		change.Kinds = append(change.Kinds, CenterDropped)
	}
	if i != data.None && j != data.None {
		change.measure(&c.Before.Result.City.Centers[i], &c.After.Result.City.Centers[j])
	}
	if len(change.Kinds) > 0 {
		c.Centers = append(c.Centers, change)
	}
}

// counts reports whether center i has a service circle; one that is not there has none.
func (r *Result) counts(i int) bool { return i != data.None && r.Centers[i].Use.Counted() }

// measure finds what changed of a center that both sides have.
func (c *CenterChange) measure(before, after *data.Center) {
	c.Distance = geo.Distance(before.Point, after.Point)
	if c.Distance > CenterMoved {
		c.Kinds = append(c.Kinds, CenterShifted)
	}
	if !before.FloorArea.Known || !after.FloorArea.Known {
		return
	}
	c.Area = data.Num(Change(before.FloorArea.V, after.FloorArea.V))
	switch {
	case c.Area.V > 0:
		c.Kinds = append(c.Kinds, CenterEnlarged)
	case c.Area.V < 0:
		c.Kinds = append(c.Kinds, CenterReduced)
	}
}
