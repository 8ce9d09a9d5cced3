package siting

// setPicks is a choice of the right number of columns of a setCover with worth, improved by exchange: as long as that is worth more, the column
// in whose place another gains most is exchanged for it.
type setPicks struct {
	*setCover
	columnsIn []int32
	fixed     []bool
	in        []bool
	times     []int32
	dear      int64 // more than all worth: what covering a row is worth that must be covered
}

func newSetPicks(c *setCover) *setPicks {
	rows, columns := c.size()
	p := &setPicks{setCover: c, fixed: make([]bool, columns), in: make([]bool, columns), times: make([]int32, rows), dear: 1}
	for j := range c.once {
		p.dear += c.once[j] + c.twice[j]
	}
	for _, i := range c.given {
		p.fixed[i] = true
		p.add(i)
	}
	return p
}

func (p *setPicks) add(i int32) {
	p.in[i] = true
	p.columnsIn = append(p.columnsIn, i)
	for _, j := range p.columns.Of(int(i)) {
		p.times[j]++
	}
}

// remove takes out the column at a place.
func (p *setPicks) remove(place int) {
	i := p.columnsIn[place]
	p.in[i] = false
	p.columnsIn[place] = p.columnsIn[len(p.columnsIn)-1]
	p.columnsIn = p.columnsIn[:len(p.columnsIn)-1]
	for _, j := range p.columns.Of(int(i)) {
		p.times[j]--
	}
}

// gain is what a column adds that is not in.
func (p *setPicks) gain(i int32) (sum int64) {
	for _, j := range p.columns.Of(int(i)) {
		switch p.times[j] {
		case 0:
			if sum += p.once[j]; !p.optional {
				sum += p.dear
			}
		case 1:
			sum += p.twice[j]
		}
	}
	return sum
}

// best returns the column that adds most; of equals the first.
func (p *setPicks) best() (column int32, most int64) {
	column, most = -1, -1
	for i, in := range p.in {
		if in {
			continue
		}
		if g := p.gain(int32(i)); g > most {
			column, most = int32(i), g
		}
	}
	return column, most
}

// fill adds the best columns until there are enough.
func (p *setPicks) fill() {
	for len(p.columnsIn) < p.pick {
		i, _ := p.best()
		p.add(i)
	}
}

// improve exchanges columns until no exchange is worth anything.
func (p *setPicks) improve(ctx Context) {
	for quiet, place := 0, 0; quiet < len(p.columnsIn) && ctx.Err() == nil; place = (place + 1) % len(p.columnsIn) {
		quiet++
		i := p.columnsIn[place]
		if p.fixed[i] {
			continue
		}
		p.remove(place)
		old := p.gain(i)
		if better, most := p.best(); most > old {
			i, quiet = better, 0
		}
		p.add(i)
		last := len(p.columnsIn) - 1
		p.columnsIn[place], p.columnsIn[last] = p.columnsIn[last], p.columnsIn[place]
	}
}
