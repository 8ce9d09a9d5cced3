package demo

import (
	"math"
	"strconv"
)

// trait is the character of a community's people and numbers.
type trait struct {
	perGrid      float64 // households of an average grid
	uneven       float64 // spread of its grids' sizes, share of the average
	perHousehold float64 // people
	elderly      float64 // share of 60 and over
	exclusive    int     // which grid is a 专属网格, or -1
	kind         int     // of the exclusive grid, index into exclusives
	blank        int     // how many grids have no counts
	own          own     // the community's own totals
}

// own says what a community's own totals are.
type own uint8

const (
	ownAgrees  own = iota // the sum of its grids
	ownNone               // not given
	ownDiffers            // about 4 % above the sum
)

// exclusives are the kinds of 专属网格: names, people in them, ground beside an ordinary grid.
var exclusives = []struct {
	zh, en string
	people float64 // per household of an ordinary grid
	ground float64
	inner  bool // stands in the core
}{
	{"商城", "Mall", 0, 0.4, true},
	{"学校", "School", 0.9, 0.55, true},
	{"医院", "Hospital", 0.2, 0.45, true},
	{"公园", "Park", 0, 1.1, false},
	{"产业园", "Business Park", 0.5, 1, false},
}

// assignTraits gives each community its character, and the district its few odd ones.
func (d *district) assignTraits() {
	n := part(d.Grids, d.number, d.plan.districts)
	for i := range d.communities {
		c := &d.communities[i]
		r := random(hash(c.key, 2))
		t := &c.trait
		t.perHousehold = 2.61 + 0.09*r.normal() + 0.10*(c.remote-0.45)
		t.elderly = min(0.3, max(0.1, 0.19+0.03*r.normal()))
		t.perGrid = 1.036 * householdsAGrid
		if c.grids > 0 {
			t.perGrid *= math.Pow(c.weight*float64(n)/float64(c.grids), 0.7)
		}
		t.uneven = unevenness(&r)
		t.exclusive = -1
		if c.grids >= 4 && r.chance(0.24) {
			t.exclusive = r.below(c.grids)
			t.kind = r.below(3)
			if c.remote > 0.5 {
				t.kind = 3 + r.below(2)
			}
		}
	}
	d.assignOdd()
}

// unevenness: most communities divide themselves evenly, some do not, a few hardly tried.
func unevenness(r *random) float64 {
	switch x := r.float(); {
	case x < 0.72:
		return r.between(0.06, 0.17)
	case x < 0.92:
		return r.between(0.20, 0.30)
	}
	return r.between(0.36, 0.52)
}

// assignOdd picks the communities whose numbers a careful reader should stumble over.
func (d *district) assignOdd() {
	pickers := []func(*community){
		func(c *community) { c.trait.blank, c.trait.own = c.grids, ownNone }, // nothing known: no data
		func(c *community) { c.trait.blank = 1 },                             // its own total stands in
		func(c *community) { c.trait.blank = 2 },
		func(c *community) { c.trait.blank, c.trait.own = 1, ownNone }, // the grid stays without people
		func(c *community) { c.trait.own = ownDiffers },
	}
	each := len(d.communities) / 20 // none in a small town
	order := d.shuffled(40)
	next := 0
	for k, set := range pickers {
		for ; k < each && next < len(order); next++ {
			c := &d.communities[order[next]]
			if k == 0 && c.remote < 0.55 || c.grids < 4 {
				continue
			}
			set(c)
			next++
			break
		}
	}
}

// shuffled returns the numbers of the communities in a random order.
func (d *district) shuffled(salt uint64) []int {
	r := random(hash(d.seed, salt, d.at(d.number).key()))
	order := make([]int, len(d.communities))
	for i := range order {
		k := r.below(i + 1)
		order[i] = order[k]
		order[k] = i
	}
	return order
}

// grid is one finished grid.
type grid struct {
	code, name                string
	ring                      []point
	exclusive, blank          bool
	households, people, older int
	party, units, staff       int
	points, heads             int
	branch                    string // as a cell holds it
}

// grids cuts a community and counts its people.
func (d *district) cutGrids(c *community) []grid {
	r := random(hash(c.key, 3))
	out := make([]grid, c.grids)
	weights := make([]float64, c.grids)
	width := max(3, len(strconv.Itoa(c.grids)))
	for k := range out {
		out[k] = d.grid(c, k, width, &r)
		weights[k] = (float64(out[k].households) + 0.2*c.trait.perGrid) * math.Exp(0.10*r.normal())
		if out[k].exclusive {
			weights[k] = 1.2 * c.trait.perGrid * exclusives[c.trait.kind].ground
		}
	}
	if c.grids == 0 {
		return nil
	}
	d.organise(c, out)
	for k, ring := range pieces(c.ring, weights, &r) {
		out[k].ring = ring
	}
	for k := range min(c.trait.blank, c.grids) {
		at := (k*3 + c.grids/2) % c.grids
		if c.trait.blank == c.grids {
			at = k
		}
		out[at].blank = true
	}
	return out
}

func (d *district) grid(c *community, k, width int, r *random) grid {
	t := c.trait
	number := strconv.Itoa(k + 1)
	for len(number) < width {
		number = "0" + number
	}
	g := grid{code: c.code + number, name: d.gridName(c, k)}
	g.households = max(36, int(math.Round(t.perGrid*(1+t.uneven*r.normal()))))
	g.people = int(math.Round(float64(g.households) * t.perHousehold * (1 + 0.03*r.normal())))
	share := t.elderly * (1 + 0.1*r.normal())
	g.units, g.staff = r.below(9), 1+r.below(3)/2
	if k == t.exclusive {
		e := exclusives[t.kind]
		g.name = d.exclusiveName(c)
		g.exclusive = true
		g.people = int(e.people * float64(g.households))
		g.households = 0
		g.units += 6
		share = 0
	}
	g.older = int(math.Round(float64(g.people) * share))
	g.party = int(math.Round(float64(g.people) * r.between(0.03, 0.06)))
	if r.chance(0.03) {
		g.staff = 0
	}
	if r.chance(0.74) {
		g.points = 1
	}
	return g
}

func (d *district) exclusiveName(c *community) string {
	e := exclusives[c.trait.kind]
	if d.english {
		return c.name + " " + e.en + " Grid"
	}
	return c.name + e.zh + "专属网格"
}

// counts are the totals of a community.
type counts struct{ households, people, older, party int }

// sum adds the grids up; a community without grids has people all the same.
func (c *community) sum(grids []grid) counts {
	var s counts
	for _, g := range grids {
		s.households += g.households
		s.people += g.people
		s.older += g.older
		s.party += g.party
	}
	if len(grids) == 0 {
		r := random(hash(c.key, 4))
		s.households = int(householdsAGrid * 7 * r.between(0.5, 1.4))
		s.people = int(float64(s.households) * c.trait.perHousehold)
		s.older = int(float64(s.people) * c.trait.elderly)
		s.party = int(0.05 * float64(s.people))
	}
	return s
}
