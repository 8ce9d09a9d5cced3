package siting

import "slices"

// coverPart is what is left of a cover when some of its columns are settled: the rows that no taken column covers, those with the same
// columns merged into one.
type coverPart struct {
	cover
	base   int64   // weight that the taken columns cover
	column []int32 // of the whole, for each of the part
	row    []int32 // of the part, for each of the whole; -1: covered, out of reach or without weight
}

// restrict leaves out the columns that are settled and those that the rest of the budget does not buy. The best choice of the part and the
// taken columns together are the best of the whole under these decisions.
func (c *cover) restrict(state []decision) *coverPart {
	p := &coverPart{row: make([]int32, c.height())}
	p.budget = c.budget
	for i, s := range state {
		if s == taken {
			p.budget -= c.prices[i]
			p.settle(c, i)
		}
	}
	index := make([]int32, c.width())
	for i, s := range state {
		index[i] = -1
		if s == undecided && c.prices[i] <= p.budget {
			index[i] = int32(len(p.column))
			p.column = append(p.column, int32(i))
			p.prices = append(p.prices, c.prices[i])
		}
	}
	p.merge(c, index)
	return p
}

// settle marks the rows of a column as covered.
func (p *coverPart) settle(c *cover, column int) {
	for _, j := range c.columns.Of(column) {
		if p.row[j] == 0 {
			p.row[j] = -1
			p.base += c.weights[j]
		}
	}
}

// merge makes one row of all that the same columns cover; index gives the column of the part for each of the whole, or -1.
func (p *coverPart) merge(c *cover, index []int32) {
	rows := &Catchments{demands: len(p.column), start: make([]int64, 1)}
	seen := newListSet(c.height())
	for j, w := range c.weights {
		if p.row[j] < 0 || w == 0 {
			p.row[j] = -1
			continue
		}
		from := len(rows.list)
		for _, i := range c.rows.Of(j) {
			if index[i] >= 0 {
				rows.list = append(rows.list, index[i])
			}
		}
		if len(rows.list) == from {
			p.row[j] = -1
			continue
		}
		r := seen.find(rows, rows.list[from:])
		if int(r) < len(p.weights) {
			rows.list = rows.list[:from]
			p.weights[r] += w
		} else {
			rows.start = append(rows.start, int64(len(rows.list)))
			p.weights = append(p.weights, w)
		}
		p.row[j] = r
	}
	p.rows, p.columns = rows, rows.Reversed()
}

// listSet finds equal lists: a hash table with open addressing.
type listSet struct {
	slots []int32 // 1 + number of a list, or 0
}

func newListSet(most int) *listSet {
	n := 16
	for n < 2*most {
		n *= 2
	}
	return &listSet{slots: make([]int32, n)}
}

// find returns the number of the equal list among those known; a list that is not known gets the next number and is expected to join them.
func (s *listSet) find(known *Catchments, list []int32) int32 {
	mask := uint64(len(s.slots) - 1)
	for at := mixed(list) & mask; ; at = (at + 1) & mask {
		if s.slots[at] == 0 {
			s.slots[at] = int32(len(known.start))
		}
		n := s.slots[at] - 1
		if int(n) == len(known.start)-1 || slices.Equal(known.Of(int(n)), list) {
			return n
		}
	}
}

// mixed hashes a list with the steps of splitmix64 (Steele, Lea and Flood, 2014).
func mixed(list []int32) uint64 {
	h := uint64(len(list))
	for _, v := range list {
		h = (h ^ uint64(uint32(v))) + 0x9e3779b97f4a7c15
		h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
		h = (h ^ h>>27) * 0x94d049bb133111eb
		h ^= h >> 31
	}
	return h
}
