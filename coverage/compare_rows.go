package coverage

import "quarter/data"

// Side says which runs have a community.
type Side uint8

// The sides.
const (
	SideBoth Side = iota
	SideAfter
	SideBefore
	SideRedrawn // both, with another boundary: a change may come from the boundary alone
)

var sideKeys = [...]string{"both", "added", "gone", "redrawn"}

// String returns the key used by GeoJSON and CSV ("compare.side."+key in charts/words).
func (s Side) String() string { return sideKeys[s] }

// Row is one community of either side. Unit is that of After, of Before where After does not have it.
type Row struct {
	State Side
	Pair  int // index into Pairs; -1 where one side alone has it
	Unit  *Unit
}

// Communities lists every community of both sides once: those of After in its order, then those of Before alone.
func (c *Comparison) Communities() []Row {
	pairOf := map[int]int{}
	for k := range c.Pairs {
		pairOf[c.Pairs[k].After] = k
	}
	var out []Row
	r := c.After.Result
	for i := r.start[LevelCommunity]; i < r.start[LevelCommunity+1]; i++ {
		row := Row{State: SideAfter, Pair: data.None, Unit: &r.Units[i]}
		if k, ok := pairOf[i]; ok {
			row.State, row.Pair = SideBoth, k
			if c.Pairs[k].Redrawn {
				row.State = SideRedrawn
			}
		}
		out = append(out, row)
	}
	for _, i := range c.Gone {
		if u := &c.Before.Result.Units[i]; u.Level == LevelCommunity {
			out = append(out, Row{State: SideBefore, Pair: data.None, Unit: u})
		}
	}
	return out
}

// RowDelta returns a metric of a community on both sides; of one side alone there is no change.
func (c *Comparison) RowDelta(row *Row, key string) Delta {
	switch row.State {
	case SideAfter:
		return Delta{After: row.Unit.Get(key).Number}
	case SideBefore:
		return Delta{Before: row.Unit.Get(key).Number}
	}
	return c.Delta(&c.Pairs[row.Pair], key)
}

// community is the city's own entry of a row.
func (c *Comparison) community(row *Row) *data.Community {
	side := c.After
	if row.State == SideBefore {
		side = c.Before
	}
	return &side.Result.City.Communities[row.Unit.Index]
}
