package siting

import "container/heap"

// picks is a choice of columns that is built up and changed step by step, with what each further change would bring.
type picks struct {
	c      *cover
	chosen []bool
	count  []int32 // of chosen columns over each row
	sum    []int32 // of their indexes: the column itself where there is one
	loss   []int64 // of each chosen column: weight that only it covers
	gain   []int64 // of each column: weight that nothing covers
	value  int64
	spent  int64
	work   int // entries looked at

	stale  []bool  // what exchanging the column brings may have changed since it was tried
	shared []int64 // scratch of trial: what the tried column would take over from each chosen one
}

func newPicks(c *cover) *picks {
	p := &picks{c: c, chosen: make([]bool, c.width()), count: make([]int32, c.height()), sum: make([]int32, c.height()),
		loss: make([]int64, c.width()), gain: make([]int64, c.width()), stale: make([]bool, c.width()), shared: make([]int64, c.width())}
	for i := range p.gain {
		for _, j := range c.columns.Of(i) {
			p.gain[i] += c.weights[j]
		}
		p.stale[i] = true
	}
	p.work += c.columns.Len()
	return p
}

// columns lists the chosen ones, ascending.
func (p *picks) columns() []int32 {
	var list []int32
	for i, yes := range p.chosen {
		if yes {
			list = append(list, int32(i))
		}
	}
	return list
}

// set chooses exactly these columns.
func (p *picks) set(columns []int32) {
	want := make([]bool, len(p.chosen))
	for _, i := range columns {
		want[i] = true
	}
	for i, yes := range p.chosen {
		if yes && !want[i] {
			p.remove(i)
		}
	}
	for _, i := range columns {
		if !p.chosen[i] {
			p.add(int(i))
		}
	}
}

// add and remove keep every figure in step: a row matters to others while at most two chosen columns cover it.
func (p *picks) add(i int) {
	p.chosen[i] = true
	p.spent += p.c.prices[i]
	for _, j := range p.c.columns.Of(i) {
		w := p.c.weights[j]
		switch p.count[j] {
		case 0:
			p.value += w
			p.loss[i] += w
			p.share(j, -w)
		case 1:
			p.loss[p.sum[j]] -= w
			p.disturb(j)
		}
		p.count[j]++
		p.sum[j] += int32(i)
	}
	p.work += len(p.c.columns.Of(i))
}

func (p *picks) remove(i int) {
	p.chosen[i] = false
	p.spent -= p.c.prices[i]
	p.loss[i] = 0
	for _, j := range p.c.columns.Of(i) {
		w := p.c.weights[j]
		p.count[j]--
		p.sum[j] -= int32(i)
		switch p.count[j] {
		case 0:
			p.value -= w
			p.share(j, w)
		case 1:
			p.loss[p.sum[j]] += w
			p.disturb(j)
		}
	}
	p.work += len(p.c.columns.Of(i))
}

// share adds the weight of a row to what its columns would gain.
func (p *picks) share(row int32, w int64) {
	for _, k := range p.c.rows.Of(int(row)) {
		p.gain[k] += w
		p.stale[k] = true
	}
	p.work += len(p.c.rows.Of(int(row)))
}

// disturb marks the columns of a row.
func (p *picks) disturb(row int32) {
	for _, k := range p.c.rows.Of(int(row)) {
		p.stale[k] = true
	}
	p.work += len(p.c.rows.Of(int(row)))
}

func (p *picks) fits(i int) bool { return p.spent+p.c.prices[i] <= p.c.budget }

// greedy adds what gains most for its price, as long as something fits and gains (Nemhauser, Wolsey and Fisher, 1978); lazily, since gains
// only fall (Minoux, 1978).
func (p *picks) greedy() {
	q := make(offers, 0, p.c.width())
	for i, yes := range p.chosen {
		if !yes && p.fits(i) {
			q = append(q, p.offer(i))
		}
	}
	heap.Init(&q)
	for len(q) > 0 && q[0].density > 0 {
		i := q[0].column
		if now := p.offer(i); p.fits(i) && now.density < q[0].density {
			q[0] = now
			heap.Fix(&q, 0)
			continue
		}
		heap.Pop(&q)
		if p.fits(i) {
			p.add(i)
		}
	}
}

// offer is a column and its gain per price.
type offer struct {
	column  int
	density float64
}

func (p *picks) offer(i int) offer { return offer{i, float64(p.gain[i]) / float64(p.c.prices[i])} }

// offers is a heap: the best first, of equals the lower column.
type offers []offer

func (q offers) Len() int { return len(q) }
func (q offers) Less(a, b int) bool {
	return q[a].density > q[b].density || q[a].density == q[b].density && q[a].column < q[b].column
}
func (q offers) Swap(a, b int) { q[a], q[b] = q[b], q[a] }
func (q *offers) Push(x any)   { *q = append(*q, x.(offer)) }
func (q *offers) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
