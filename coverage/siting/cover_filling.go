package siting

// filling solves the fractional knapsack: the budget goes to the columns of most worth per price, the last of them in part.
type filling struct {
	prices []float64
	worth  []float64
	y      []float64 // 0 to 1
	order  []int32
	at     int // in order: all before it are wholly in
}

func newFilling(c *cover) filling {
	m := c.width()
	f := filling{prices: make([]float64, m), worth: make([]float64, m), y: make([]float64, m), order: make([]int32, m)}
	for i, price := range c.prices {
		f.prices[i] = float64(price)
		f.order[i] = int32(i)
	}
	return f
}

// run fills and returns what the filling is worth. It orders only as much as it must: the median of a part is settled with everything on
// one side of it (Balas and Zemel, 1980).
func (f *filling) run(budget float64) float64 {
	from, to := 0, len(f.order)
	for from < to {
		middle := f.split(from, to)
		var price float64
		for _, i := range f.order[from : middle+1] {
			price += f.prices[i]
		}
		if price <= budget {
			budget -= price
			from = middle + 1
		} else {
			to = middle
		}
	}
	return f.settle(from, budget)
}

// settle sets y: the columns before the place are in, that at the place takes what is left.
func (f *filling) settle(at int, budget float64) float64 {
	f.at = at
	clear(f.y)
	var worth float64
	for _, i := range f.order[:at] {
		f.y[i] = 1
		worth += f.worth[i]
	}
	if at < len(f.order) {
		i := f.order[at]
		f.y[i] = budget / f.prices[i]
		worth += f.worth[i] * f.y[i]
	}
	return worth
}

// split orders the part so that all before the returned place are denser than what stands there, all after it not.
func (f *filling) split(from, to int) int {
	o := f.order
	f.middle(from, (from+to)/2, to-1)
	pivot := o[to-1]
	place := from
	for k := from; k < to-1; k++ {
		if f.denser(o[k], pivot) {
			o[k], o[place] = o[place], o[k]
			place++
		}
	}
	o[place], o[to-1] = o[to-1], o[place]
	return place
}

// middle moves the median of three places to the last of them.
func (f *filling) middle(a, b, c int) {
	o := f.order
	if f.denser(o[b], o[a]) {
		a, b = b, a
	}
	switch { // a is denser than b
	case f.denser(o[c], o[a]):
		o[a], o[c] = o[c], o[a]
	case f.denser(o[b], o[c]):
		o[b], o[c] = o[c], o[b]
	}
}

func (f *filling) denser(a, b int32) bool {
	x, y := f.worth[a]*f.prices[b], f.worth[b]*f.prices[a]
	return x > y || x == y && a < b
}

// wholly lists the columns that are wholly in.
func (f *filling) wholly() []int32 { return append([]int32(nil), f.order[:f.at]...) }
