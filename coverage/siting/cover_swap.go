package siting

import "math/rand/v2"

// swap exchanges columns until no exchange of one, and no addition, gains: a column in turn is tried against all that it could replace, at
// once (Resende and Werneck, 2007): the change is gain + what it takes over from the replaced one - what only the replaced one covers.
func (p *picks) swap() {
	width := p.c.width()
	least := p.leastLoss()
	for i, idle := 0, 0; idle < width; i = (i + 1) % width {
		idle++
		if p.chosen[i] || p.gain[i] == 0 || !p.stale[i] && p.gain[i] <= least && !p.fits(i) {
			continue
		}
		p.stale[i] = false
		if victim, better := p.trial(i); better {
			if victim >= 0 {
				p.remove(victim)
			}
			p.add(i)
			least = p.leastLoss()
			idle = 0
		}
	}
}

// leastLoss is the least that can be lost by removing a chosen column. A column that was tried in vain, and whose rows count as before, can
// replace only columns far from it, and only if it gains more than that.
func (p *picks) leastLoss() int64 {
	least := int64(1) << 62
	for s, yes := range p.chosen {
		if yes {
			least = min(least, p.loss[s])
		}
	}
	return least
}

// trial finds the chosen column whose place column i takes best, -1 for none where it fits beside all, and whether that gains.
func (p *picks) trial(i int) (victim int, better bool) {
	if p.fits(i) {
		return -1, p.gain[i] > 0
	}
	clear(p.shared)
	for _, j := range p.c.columns.Of(i) {
		if p.count[j] == 1 {
			p.shared[p.sum[j]] += p.c.weights[j]
		}
	}
	p.work += len(p.c.columns.Of(i)) + p.c.width()
	over, best := p.spent+p.c.prices[i]-p.c.budget, int64(0)
	for s, yes := range p.chosen {
		if yes && p.c.prices[s] >= over {
			if change := p.gain[i] + p.shared[s] - p.loss[s]; change > best {
				victim, best = s, change
			}
		}
	}
	return victim, best > 0
}

// shake disturbs the choice around a random column, refills, swaps up to a local best, and goes on from there unless that is worse by much
// more than a ten-thousandth; at last it returns to the best choice seen. It ends after so many rounds in a row without a better one, or
// when the work is done (iterated local search).
func (p *picks) shake(rng *rand.Rand, rounds, work int) {
	best, value := p.columns(), p.value
	here, level := best, value
	until := p.work + work
	for round := 0; round < rounds && p.work < until && len(best) > 0 && len(best) < p.c.width(); round++ {
		p.perturb(rng)
		p.greedy()
		p.swap()
		if float64(level-p.value) > 1e-4*rng.ExpFloat64()*float64(level) {
			p.set(here)
			continue
		}
		here, level = p.columns(), p.value
		if level > value {
			best, value, round = here, level, -1
		}
	}
	p.set(best)
}

// perturb puts two to five columns around a random one into the choice, and takes out what is missed least until the budget holds.
func (p *picks) perturb(rng *rand.Rand) {
	center := rng.IntN(p.c.width())
	for range 2 + rng.IntN(4) {
		rows := p.c.columns.Of(center)
		columns := p.c.rows.Of(int(rows[rng.IntN(len(rows))]))
		if i := int(columns[rng.IntN(len(columns))]); !p.chosen[i] {
			p.add(i)
		}
	}
	p.relieve(rng)
}

// relieve takes out what is missed least until the budget holds.
func (p *picks) relieve(rng *rand.Rand) {
	for p.spent > p.c.budget {
		p.remove(p.leastMissed(rng))
	}
}

// leastMissed returns the chosen column that loses least, for its price.
func (p *picks) leastMissed(rng *rand.Rand) int {
	best, least := -1, 0.0
	for s, yes := range p.chosen {
		if yes {
			if loss := float64(p.loss[s]) / float64(p.c.prices[s]) * (0.5 + rng.Float64()); best < 0 || loss < least {
				best, least = s, loss
			}
		}
	}
	return best
}
