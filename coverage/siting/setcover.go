package siting

import "math"

// setCover is the problem that the set cover models come down to, in whole numbers:
//
//	minimise   sum price_i y_i - sum over rows (once_j where covered, and twice_j more where covered twice)
//	such that  every row is covered, unless rows are optional, and exactly pick columns are chosen (any number where pick < 0).
//
// Plain set cover has prices; backup cover has worth, where once_j >= twice_j >= 0 if rows are optional and once_j is 0 if they are not.
type setCover struct {
	columns *Catchments // rows of each column, ascending
	rows    *Catchments // columns of each row, ascending
	price   []int64     // of each column, >= 0
	once    []int64     // nil where there is no worth; so is twice
	twice   []int64
	pick    int     // with those given
	given   []int32 // columns that are taken in any case, where there is worth

	optional bool // rows may stay uncovered
	loose    bool // prices or worth are rounded: a bound within 2^-31 of a value meets it
}

// size returns the numbers of rows and columns.
func (c *setCover) size() (rows, columns int) { return c.columns.Size() }

// value returns the objective of some columns, and whether they are a solution. It counts from scratch.
func (c *setCover) value(columns []int32) (total int64, ok bool) {
	rows, _ := c.size()
	count := make([]int32, rows)
	for _, i := range columns {
		total += c.price[i]
		for _, j := range c.columns.Of(int(i)) {
			count[j]++
		}
	}
	ok = c.pick < 0 || c.pick == len(columns)
	for j, n := range count {
		if n == 0 {
			ok = ok && c.optional
		} else if c.once != nil {
			total -= c.worth(j, int(n))
		}
	}
	return total, ok
}

// worth is that of a row covered n times, n >= 1.
func (c *setCover) worth(row, n int) int64 {
	if n > 1 {
		return c.once[row] + c.twice[row]
	}
	return c.once[row]
}

// setState is a setCover in which some columns are decided.
type setState struct {
	*setCover
	marks []decision
	trail []int32 // decided columns, in order
	times []int32 // taken columns of each row
	left  []int32 // undecided columns of each row
	spent int64   // price of the taken columns
	lost  int     // rows that nothing can cover any more
	picks int     // columns still to be taken, where their number is fixed
}

func newSetState(c *setCover) *setState {
	rows, columns := c.size()
	p := &setState{setCover: c, marks: make([]decision, columns), times: make([]int32, rows), left: make([]int32, rows), picks: c.pick}
	for j := range p.left {
		p.left[j] = int32(len(c.rows.Of(j)))
		if p.left[j] == 0 {
			p.lost++
		}
	}
	for _, i := range c.given {
		p.take(i)
	}
	return p
}

// take decides for a column.
func (p *setState) take(i int32) {
	p.marks[i] = taken
	p.trail = append(p.trail, i)
	p.spent += p.price[i]
	p.picks--
	for _, j := range p.columns.Of(int(i)) {
		p.times[j]++
		p.left[j]--
	}
}

// drop decides against a column.
func (p *setState) drop(i int32) {
	p.marks[i] = dropped
	p.trail = append(p.trail, i)
	for _, j := range p.columns.Of(int(i)) {
		p.left[j]--
		if p.left[j] == 0 && p.times[j] == 0 {
			p.lost++
		}
	}
}

// undo takes back all decisions but the first n.
func (p *setState) undo(n int) {
	for len(p.trail) > n {
		i := p.trail[len(p.trail)-1]
		p.trail = p.trail[:len(p.trail)-1]
		if p.marks[i] == taken {
			p.untake(i)
		} else {
			p.undrop(i)
		}
		p.marks[i] = undecided
	}
}

func (p *setState) untake(i int32) {
	p.spent -= p.price[i]
	p.picks++
	for _, j := range p.columns.Of(int(i)) {
		p.times[j]--
		p.left[j]++
	}
}

func (p *setState) undrop(i int32) {
	for _, j := range p.columns.Of(int(i)) {
		if p.left[j] == 0 && p.times[j] == 0 {
			p.lost--
		}
		p.left[j]++
	}
}

// hopeless reports whether a row that must be covered cannot be any more.
func (p *setState) hopeless() bool { return p.lost > 0 && !p.optional }

// chosen returns the taken columns and more.
func (p *setState) chosen(more ...int32) []int32 {
	for _, i := range p.trail {
		if p.marks[i] == taken {
			more = append(more, i)
		}
	}
	return more
}

// grains are numbers >= 0 as multiples of one that divides them all. Whole numbers are exact; others are rounded, down for a minimum and up
// for a maximum, so that a bound stays one, and loose says so.
type grains struct {
	count []int64
	unit  float64 // of a grain
	loose bool
}

// grainTotal is about the sum of numbers that are not whole, in grains.
const grainTotal = 1 << 50

func newGrains(values []float64, round func(float64) float64) grains {
	total, scale := 0.0, 1.0
	for _, v := range values {
		total += v
	}
	g := grains{count: make([]int64, len(values)), loose: !whole(values) || total > grainTotal}
	if g.loose {
		scale = math.Ldexp(1, math.Ilogb(grainTotal)-math.Ilogb(total))
	}
	for k, v := range values {
		g.count[k] = int64(round(v * scale))
	}
	divisor := (&cover{weights: g.count}).grain()
	for k := range g.count {
		g.count[k] /= divisor
	}
	g.unit = float64(divisor) / scale
	return g
}
