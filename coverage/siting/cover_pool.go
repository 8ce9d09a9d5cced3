package siting

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// coverPool holds good choices that differ, the best first, and breeds further ones from them (a memetic search; Moscato, 1989): two
// parents together, without what is missed least until the budget holds, filled up, exchanged up to a local best and shaken a little.
type coverPool struct {
	s    *coverSearch
	y    []float32 // average choice of the relaxation, from which the first ones are drawn
	list []coverChoice
	born int
}

type coverChoice struct {
	columns []int32
	value   int64
}

const (
	coverPoolSize   = 12
	coverPoolDraws  = 3 * coverPoolSize // choices drawn at first, fewer where the pool is full before
	coverPoolMixed  = 0.6               // share of the second parent that goes into the child
	coverPoolRounds = 3
	coverPoolIdle   = 75 // batches in a row that bring no better choice
)

// explore searches far from the best choice, several choices side by side, whatever the number of threads.
func (s *coverSearch) explore(y []float32, work int) {
	pool := &coverPool{s: s, y: y}
	pool.keep(coverChoice{s.best, s.value})
	batch := make([]*picks, coverBatch)
	for k := range batch {
		batch[k] = newPicks(s.c)
	}
	until, seed := s.work-work, s.rng.Uint64()
	for idle := 0; idle < coverPoolIdle && s.work > until && !s.met() && s.ctx.Err() == nil; idle++ {
		eachChunk(len(batch), s.threads, 1, func(k int) {
			pool.breed(batch[k], rand.New(rand.NewPCG(seed, uint64(pool.born+k))), work)
		})
		pool.born += len(batch)
		for _, p := range batch {
			s.work -= p.work
			p.work = 0
			pool.keep(coverChoice{p.columns(), p.value})
		}
		if best := pool.list[0]; best.value > s.value {
			s.offer(best.columns, best.value)
			idle = -1
		}
	}
}

// breed makes a new choice.
func (l *coverPool) breed(p *picks, rng *rand.Rand, work int) {
	if len(l.list) < coverPoolSize && l.born < coverPoolDraws {
		p.set(nil)
		p.draw(rng, l.y)
	} else {
		p.set(l.list[rng.IntN(len(l.list))].columns)
		p.mix(rng, l.list[rng.IntN(len(l.list))].columns)
	}
	p.swap()
	p.shake(rng, coverPoolRounds, work)
}

// keep takes a choice into the pool unless one of the same worth, most likely the same, is there; the last of too many goes.
func (l *coverPool) keep(c coverChoice) {
	at, known := slices.BinarySearchFunc(l.list, c, func(a, b coverChoice) int { return cmp.Compare(b.value, a.value) })
	if known || at == coverPoolSize {
		return
	}
	l.list = slices.Insert(l.list, at, c)
	l.list = l.list[:min(len(l.list), coverPoolSize)]
}

// draw adds columns at random, as likely as the average choice has it, and fills up with what gains most.
func (p *picks) draw(rng *rand.Rand, y []float32) {
	for _, i := range rng.Perm(len(y)) {
		if p.fits(i) && rng.Float32() < y[i] {
			p.add(i)
		}
	}
	p.greedy()
}

// mix brings most of the other columns in, and takes out what is missed least.
func (p *picks) mix(rng *rand.Rand, columns []int32) {
	for _, i := range columns {
		if !p.chosen[i] && rng.Float64() < coverPoolMixed {
			p.add(int(i))
		}
	}
	p.relieve(rng)
	p.greedy()
}
