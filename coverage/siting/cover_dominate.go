package siting

// reduce restricts and drops dominated columns, again and again until none is found: rows may merge when columns go, and columns may be
// dominated when rows merge. It marks the columns as dropped.
func (c *cover) reduce(state []decision) *coverPart {
	for {
		p := c.restrict(state)
		gone := p.dominated()
		if len(gone) == 0 {
			return p
		}
		for _, i := range gone {
			state[p.column[i]] = dropped
		}
	}
}

// dominated lists the columns without rows, and those whose rows another column covers too for no more money; of equals the first stays. It
// gives up, with what it found, after looking 20 times at every pair of row and column: to drop is a help, no duty.
func (c *cover) dominated() []int32 {
	var list []int32
	gone := make([]bool, c.width())
	work := 20*c.columns.Len() + 1000
	for i := range c.width() {
		gone[i] = len(c.columns.Of(i)) == 0 || c.isDominated(i, gone, &work)
		if gone[i] {
			list = append(list, int32(i))
		}
	}
	return list
}

// isDominated looks for a column that makes column i useless, among those that share its rarest row.
func (c *cover) isDominated(i int, gone []bool, work *int) bool {
	for _, other := range c.rows.Of(int(c.rarest(i))) {
		d := int(other)
		if d == i || gone[d] || c.prices[d] > c.prices[i] || *work < 0 {
			continue
		}
		inside, looked := c.inside(i, d)
		*work -= looked
		if inside && (d < i || c.prices[d] < c.prices[i] || len(c.columns.Of(d)) > len(c.columns.Of(i))) {
			return true
		}
	}
	return false
}

// rarest returns the row of column i that the fewest columns cover.
func (c *cover) rarest(i int) int32 {
	list := c.columns.Of(i)
	best := list[0]
	for _, j := range list {
		if len(c.rows.Of(int(j))) < len(c.rows.Of(int(best))) {
			best = j
		}
	}
	return best
}

// inside reports whether column d covers all rows of column i, and how many entries it looked at.
func (c *cover) inside(i, d int) (yes bool, looked int) {
	others := c.columns.Of(d)
	if len(c.columns.Of(i)) > len(others) {
		return false, 1
	}
	k := 0
	for at, j := range c.columns.Of(i) {
		for k < len(others) && others[k] < j {
			k++
		}
		if k == len(others) || others[k] != j {
			return false, at + k + 1
		}
	}
	return true, k + 1
}
