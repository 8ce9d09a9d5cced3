package siting

// cliqueTest asks whether a graph has so many vertices that are all friends of each other.
type cliqueTest struct {
	ctx     Context
	friends []bitset
	size    int
	taken   []int
	nodes   int
	work    int           // words of bitsets looked at
	limit   int           // of the work
	levels  []cliqueLevel // work space by number of vertices taken
	left    bitset
	class   bitset
}

// cliqueLevel is the work space of one depth.
type cliqueLevel struct {
	rest          bitset
	order, colors []int
}

// newCliqueTest makes a test of a graph with so many vertices, no friends yet.
func newCliqueTest(ctx Context, vertices, size, limit int) *cliqueTest {
	t := &cliqueTest{ctx: ctx, friends: make([]bitset, vertices), size: size, limit: limit, left: newBitset(vertices), class: newBitset(vertices),
		levels: make([]cliqueLevel, size)}
	for v := range t.friends {
		t.friends[v] = newBitset(vertices)
	}
	for k := range t.levels {
		t.levels[k].rest = newBitset(vertices)
	}
	return t
}

// grow extends what is taken from the candidates, all of them friends of it. The bound: vertices that are no friends of each other share a
// colour, and a clique takes at most one of each, so a vertex whose colour number is too small cannot complete a clique of candidates
// coloured before it.
func (t *cliqueTest) grow(candidates bitset) answer {
	t.nodes++
	if len(t.taken) == t.size {
		return yes
	}
	if t.work >= t.limit || t.nodes%1024 == 0 && t.ctx.Err() != nil {
		return unknown
	}
	level := &t.levels[len(t.taken)]
	t.color(candidates, level)
	for k := len(level.order) - 1; k >= 0 && len(t.taken)+level.colors[k] >= t.size; k-- {
		v := level.order[k]
		level.rest.and(candidates, t.friends[v])
		t.taken = append(t.taken, v)
		if found := t.grow(level.rest); found != no {
			return found
		}
		t.taken = t.taken[:len(t.taken)-1]
		candidates.remove(v)
	}
	return no
}

// color colours the candidates greedily and orders them by ascending colour number, from 1.
func (t *cliqueTest) color(candidates bitset, level *cliqueLevel) {
	level.order, level.colors = level.order[:0], level.colors[:0]
	copy(t.left, candidates)
	for color := 1; ; color++ {
		copy(t.class, t.left)
		v := t.class.first()
		if v < 0 {
			return
		}
		for ; v >= 0; v = t.class.first() {
			t.left.remove(v)
			t.class.remove(v)
			for w := range t.class {
				t.class[w] &^= t.friends[v][w]
			}
			level.order, level.colors = append(level.order, v), append(level.colors, color)
			t.work += 2 * len(t.class)
		}
	}
}
