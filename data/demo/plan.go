package demo

import (
	"cmp"
	"math"
	"slices"
)

// The default city, which every other size is scaled from.
const (
	defaultCommunities  = 120   // of one district
	defaultGrids        = 900   // of one district
	defaultArea         = 102.0 // km² of a lattice cell; a city of one district keeps about 93 of it
	communitiesAStreet  = 12    // on average
	householdsAGrid     = 400.0 // on average
	communitiesForRiver = 30    // a district with fewer has no river
)

// plan is a whole city before any ground is drawn.
type plan struct {
	Options
	terrain
	names
	known map[cell]settlement // of the rows around the one in work
}

func newPlan(opts Options) (*plan, error) {
	opts, err := opts.withDefaults()
	if err != nil {
		return nil, err
	}
	p := &plan{Options: opts, names: namesIn(opts.English), known: map[cell]settlement{}}
	p.districts = max(1, (opts.Communities+defaultCommunities/2)/defaultCommunities)
	p.columns = max(1, int(math.Round(math.Sqrt(float64(p.districts)*0.75))))
	grids := float64(max(opts.Grids, 2*opts.Communities)) / float64(p.districts)
	ground := defaultArea * grids / defaultGrids // of one district, km²
	p.seed = opts.Seed
	p.height = math.Sqrt(ground * 0.62)
	p.width = ground / p.height
	rows := (p.districts + p.columns - 1) / p.columns
	p.centered = vec{-float64(p.columns-1) / 2 * p.width, -float64(rows-1) / 2 * p.height}
	p.pairs = map[int][]pair{}
	each := float64(opts.Communities) / float64(p.districts)
	p.close = p.closeness(each)
	if each >= communitiesForRiver {
		p.river = min(0.095, 0.12*math.Sqrt(ground/each))
	}
	return p, nil
}

// part returns how many of n things the i-th of k parts has: sums to n, parts differ by at most one.
func part(n, i, k int) int { return n*(i+1)/k - n*i/k }

// at returns the lattice cell of district d.
func (p *plan) at(d int) cell { return cell{d / p.columns, d % p.columns} }

// settlement returns the sites of a lattice cell; cells outside the city have sites too, close ones, which make its border round.
func (p *plan) settlement(c cell) settlement {
	s, ok := p.known[c]
	switch {
	case ok:
		return s
	case p.inCity(c):
		s = p.settle(c, part(p.Communities, c.row*p.columns+c.col, p.districts), samplesPerSite, relaxations)
	default:
		s = p.settle(c, max(2, 2*p.Communities/p.districts), samplesPerSite/3, relaxations/2)
	}
	p.known[c] = s
	return s
}

// forget drops the sites of rows that no later district needs.
func (p *plan) forget(before int) {
	for c := range p.known {
		if c.row < before {
			delete(p.known, c)
		}
	}
}

// district is one district in work: its communities with shape and character.
type district struct {
	*plan
	number      int
	code, name  string
	streets     []street
	communities []community
}

// street is a group of communities.
type street struct {
	code, name, group string
	members           []int
	middle            vec
	rank              float64 // mean rank of remoteness of its members, 0 to 1
	town              bool
}

// community is one community before its grids are cut.
type community struct {
	site       site
	ring       []point
	area       float64 // km²
	remote     float64 // 0 core, about 1 edge
	outward    vec     // from the site over a border of the city, zero where it has none
	street     int
	code, name string
	grids      int
	weight     float64 // share of the district's people
	key        uint64  // of its random numbers
	trait      trait
	centers    []center  // planned in it
	idle       *building // in it; nil for none
}

// district draws district d.
func (p *plan) district(d int) *district {
	own := p.settlement(p.at(d))
	out := &district{plan: p, number: d, code: p.districtCode(d), name: p.districtName(d)}
	m := p.mosaic(own)
	out.communities = make([]community, len(own.sites))
	for i := range own.sites {
		out.communities[i] = m.community(i)
	}
	out.groupStreets(own)
	out.order()
	out.allotGrids()
	out.assignTraits()
	out.assignCenters()
	out.assignIdle()
	return out
}

// mosaic gathers the sites in and around a district, its own first.
func (p *plan) mosaic(own settlement) *mosaic {
	m := &mosaic{terrain: &p.terrain, sites: slices.Clone(own.sites), cells: map[int][]side{}}
	c := own.cell
	for row := c.row - 1; row <= c.row+1; row++ {
		for col := c.col - 2; col <= c.col+2; col++ {
			if near := (cell{row, col}); near != c && p.center(near).sub(p.center(c)).length() < 1.3*p.width {
				m.sites = append(m.sites, p.settlement(near).sites...)
			}
		}
	}
	m.finer = 4.5 * math.Sqrt(max(1, float64(p.Grids)/float64(p.Communities)))
	return m
}

// community draws the outline of the i-th own site.
func (m *mosaic) community(i int) community {
	cell := m.voronoi(i)
	s := m.sites[i]
	out := community{site: s, ring: m.ring(i), area: area(cell), remote: m.land(s.cell).remoteness(s.at), key: hash(m.seed, 31, s.id)}
	var widest float64
	for k, e := range cell {
		to := cell[(k+1)%len(cell)].from
		if l := to.sub(e.from).length(); m.sites[e.neighbor].ghost && l > widest {
			widest, out.outward = l, lerp(e.from, to, 0.5).sub(s.at)
		}
	}
	return out
}

// groupStreets makes the streets, core first, then round the edge, and names them.
func (d *district) groupStreets(own settlement) {
	n := max(1, (len(own.sites)+communitiesAStreet/2)/communitiesAStreet)
	of := d.terrain.streets(own, n)
	core := d.land(own.cell).core
	disc := d.disc(own)
	streets := make([]street, n)
	for i, k := range of {
		s := &streets[k]
		s.members = append(s.members, i)
		s.middle = s.middle.add(own.sites[i].at.sub(core))
		s.rank += disc[i].length()
	}
	streets = slices.DeleteFunc(streets, func(s street) bool { return len(s.members) == 0 })
	for k := range streets {
		count := float64(len(streets[k].members))
		streets[k].middle = streets[k].middle.times(1 / count)
		streets[k].rank /= count
	}
	slices.SortFunc(streets, func(a, b street) int { return cmp.Compare(a.rank, b.rank) })
	inner := min(len(streets), (len(streets)*3+5)/10)
	slices.SortFunc(streets[inner:], func(a, b street) int { return cmp.Compare(clock(a.middle), clock(b.middle)) })
	d.streets = streets
	d.nameStreets(inner)
	for k, s := range d.streets {
		for _, i := range s.members {
			d.communities[i].street = k
		}
	}
}

// clock is the direction of a vector as the share of a turn, clockwise from north.
func clock(v vec) float64 {
	turn := math.Atan2(v.x, v.y) / (2 * math.Pi)
	if turn < 0 {
		turn++
	}
	return turn
}

// order sorts the communities by street, west to east inside it, and gives codes and names.
func (d *district) order() {
	slices.SortFunc(d.communities, func(a, b community) int {
		return cmp.Or(cmp.Compare(a.street, b.street), cmp.Compare(a.site.at.x, b.site.at.x))
	})
	for k := range d.streets {
		d.streets[k].members = d.streets[k].members[:0]
	}
	for i := range d.communities {
		c := &d.communities[i]
		s := &d.streets[c.street]
		s.members = append(s.members, i)
		c.code = s.code + threeDigits(len(s.members))
	}
	d.nameCommunities()
}

// allotGrids shares the district's grids out by people: by the largest remainder, everybody at least one if there are enough.
func (d *district) allotGrids() {
	n := part(d.Grids, d.number, d.plan.districts)
	l := d.land(d.at(d.number))
	weights := make([]float64, len(d.communities))
	for i := range d.communities {
		c := &d.communities[i]
		r := random(hash(c.key, 1))
		g := l.density(c.site.at)
		weights[i] = c.area * math.Pow(g, 1.15) * math.Exp(0.22*r.normal())
	}
	least := 0
	if n >= len(weights) {
		least = 1
	}
	sum := total(weights)
	for i, k := range apportion(n-least*len(weights), weights) {
		d.communities[i].grids = k + least
		d.communities[i].weight = weights[i] / sum
	}
}

// apportion shares n out by weight: largest remainder, ties to the first.
func apportion(n int, weights []float64) []int {
	sum := total(weights)
	out := make([]int, len(weights))
	order := make([]int, len(weights))
	rest := make([]float64, len(weights))
	left := n
	for i, w := range weights {
		exact := float64(n) * w / sum
		out[i] = int(exact)
		rest[i], order[i] = exact-float64(out[i]), i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for k := 0; left > 0; k, left = k+1, left-1 {
		out[order[k]]++
	}
	for k := len(order) - 1; left < 0; k, left = k-1, left+1 { // only where rounding lifted a whole number
		out[order[k]]--
	}
	return out
}
