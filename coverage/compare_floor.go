package coverage

import "quarter/data"

// FloorChange is the change of the shortfall of floor area, over the communities alone that both runs could evaluate: what one run cannot
// judge has neither grown nor shrunk.
type FloorChange struct {
	Gap         Delta // m², over the communities that both evaluated; missing where there is none
	Both        int   // these communities
	Lost, Found int   // matched communities that Before alone, and After alone, could evaluate
}

// ofEvaluated are the figures over those communities whose floor area could be evaluated: between two sets of them there is no change.
var ofEvaluated = []string{"area_required", "area_gap", "communities_short", "per100", "rate_attain"}

// oneSided is a figure of a unit of After to which one run alone could count a community.
type oneSided struct {
	key  string
	unit int
}

// compareFloor finds which communities one run alone could evaluate, and with them the units whose sums speak of other communities.
func (c *Comparison) compareFloor() {
	c.uneven = map[oneSided]bool{}
	byBefore := map[int]int{}
	for k := range c.Pairs {
		byBefore[c.Pairs[k].Before] = c.Pairs[k].After
	}
	var before, after sum
	communities := c.Level(LevelCommunity)
	for k := range communities {
		p := &communities[k]
		for _, key := range ofEvaluated {
			if d := c.Delta(p, key); d.Before.Known != d.After.Known {
				c.markUneven(key, p, byBefore)
			}
		}
		switch d := c.Delta(p, "area_gap"); {
		case d.Change.Known:
			before.add(d.Before.V)
			after.add(d.After.V)
			c.Floor.Both++
		case d.Before.Known:
			c.Floor.Lost++
		case d.After.Known:
			c.Floor.Found++
		}
	}
	if c.Floor.Both > 0 {
		b, a := before.value(), after.value()
		c.Floor.Gap = Delta{data.Num(b), data.Num(a), data.Num(Change(b, a))}
	}
}

// markUneven marks all units of either run that hold a community.
func (c *Comparison) markUneven(key string, p *Pair, byBefore map[int]int) {
	for i := p.After; i >= 0; i = c.After.Result.Units[i].Parent {
		c.uneven[oneSided{key, i}] = true
	}
	for i := p.Before; i >= 0; i = c.Before.Result.Units[i].Parent {
		if j, ok := byBefore[i]; ok {
			c.uneven[oneSided{key, j}] = true
		}
	}
}
