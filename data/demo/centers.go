package demo

import (
	"cmp"
	"math"
	"slices"

	"quarter/data"
)

// spot is where in its community a center stands.
type spot uint8

const (
	spotMiddle    spot = iota // in the grid nearest to the middle
	spotGrid                  // in some grid
	spotExclusive             // in the exclusive grid
	spotOutside               // beyond the border of the city
)

// center is a center as planned; its floor area follows when the households are counted.
type center struct {
	tier     data.Tier
	status   data.Status
	spot     spot
	extra    bool    // a second, smaller room
	share    float64 // of the required floor area; 0: not stated
	also     *community
	demo     bool
	complete bool // 综合型
}

// assignCenters plans the district's centers, each in the community where it stands.
func (d *district) assignCenters() {
	left := part(d.Centers, d.number, d.plan.districts)
	take := func(n int) int { n = min(max(n, 0), left); left -= n; return n }
	share := func(s float64) int { return int(math.Round(s * float64(part(d.Centers, d.number, d.plan.districts)))) }

	if take(1) == 1 {
		d.put(d.coreCommunity(), center{tier: data.TierDistrict, status: data.StatusOpen, spot: spotGrid, demo: true, complete: true, share: 1})
	}
	stations := take(min(max(len(d.streets)-1, 1), share(0.1)))
	points, regional := take(share(0.022)), take(share(0.055))
	d.putStations(stations)
	d.putRegional(regional)
	d.putPoints(points)
	d.putCommunityCenters(left)
}

func (d *district) put(i int, c center) {
	d.communities[i].centers = append(d.communities[i].centers, c)
}

// coreCommunity is the least remote community.
func (d *district) coreCommunity() int {
	best := 0
	for i := range d.communities {
		if d.communities[i].remote < d.communities[best].remote {
			best = i
		}
	}
	return best
}

// putStations gives the first n streets a station each; the last street in code order is the one that has none.
func (d *district) putStations(n int) {
	for k := range n {
		s := d.streets[k%len(d.streets)]
		i := s.members[len(s.members)/2]
		c := center{tier: data.TierStreet, status: data.StatusOpen, spot: spotGrid, share: 1, demo: k == 1}
		c.complete = k == 2
		d.put(i, c)
	}
}

// putRegional puts centers into exclusive grids first.
func (d *district) putRegional(n int) {
	order := d.shuffled(50)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(min(1, d.communities[b].trait.exclusive+1), min(1, d.communities[a].trait.exclusive+1))
	})
	for k := range n {
		i := order[k%len(order)]
		c := center{tier: data.TierRegional, status: data.StatusOpen, spot: spotExclusive, share: 1}
		if d.communities[i].trait.exclusive < 0 {
			c.spot = spotGrid
		}
		d.put(i, c)
	}
}

func (d *district) putPoints(n int) {
	order := d.shuffled(51)
	for k := range n {
		d.put(order[k%len(order)], center{tier: data.TierPoint, status: data.StatusOpen, spot: spotGrid, share: 1})
	}
}

// putCommunityCenters gives centers to communities from the core outwards, with exceptions; a few get a second room, one center
// serves two communities, one stands beyond the border.
func (d *district) putCommunityCenters(n int) {
	extra := n / 38
	outside := 0
	if d.number == 0 && n >= 20 {
		outside = 1
	}
	order := d.byNeed()
	first := min(n-extra-outside, len(order))
	extra = n - outside - first
	made := make([]center, first)
	d.shade(made)
	for k := range made {
		d.put(order[k], made[k])
	}
	for k := range extra {
		d.put(order[(k*7)%first], center{tier: data.TierCommunity, status: data.StatusOpen, spot: spotGrid, extra: true, share: 1})
	}
	if outside > 0 {
		d.putOutside(order[first:])
	}
	d.share(order[:first], order[first:])
}

// byNeed orders the communities by how likely they are to have a center: core first, towns last.
func (d *district) byNeed() []int {
	score := make([]float64, len(d.communities))
	order := make([]int, len(d.communities))
	for i := range d.communities {
		c := &d.communities[i]
		r := random(hash(c.key, 5))
		score[i], order[i] = c.remote+0.42*r.float(), i
		if d.streets[c.street].town {
			score[i] += 0.22
		}
		if c.trait.blank == c.grids && c.grids > 0 {
			score[i] += 0.3
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[a], score[b]) })
	return order
}

// shade gives the community centers status and size: about a quarter are short of floor area, one in seven has plenty. The communities
// without a center are short as well.
func (d *district) shade(made []center) {
	r := random(hash(d.seed, 52, d.at(d.number).key()))
	n := len(made)
	order := make([]int, n)
	for i := range order {
		k := r.below(i + 1)
		order[i] = order[k]
		order[k] = i
	}
	short, plenty := n*24/100, n*14/100
	for rank, i := range order {
		made[i] = center{tier: data.TierCommunity, status: data.StatusOpen}
		switch {
		case rank < short:
			made[i].share = r.between(0.45, 0.94)
		case rank < short+plenty:
			made[i].share = r.between(1.7, 2.6)
		default:
			made[i].share = r.between(1.02, 1.45)
		}
	}
	slices.Reverse(order) // the following have enough floor area otherwise
	at := 0
	mark := func(share float64, set func(*center)) {
		for range int(math.Round(share * float64(n))) {
			if at < n {
				set(&made[order[at]])
				at++
			}
		}
	}
	mark(0.026, func(c *center) { c.status = data.StatusUnknown })
	mark(0.026, func(c *center) { c.status = data.StatusBuilding })
	mark(0.013, func(c *center) { c.status = data.StatusPlanned })
	mark(0.013, func(c *center) { c.status = data.StatusClosed })
	mark(0.013, func(c *center) { c.status = data.StatusRenovating })
	mark(0.038, func(c *center) { c.share = 0 })
	mark(0.115, func(c *center) { c.demo = true })
}

// putOutside puts a neighbour's center beyond the border, where the widest border is and nobody else has a center.
func (d *district) putOutside(without []int) {
	best := -1
	for i := range d.communities {
		c := &d.communities[i]
		if c.outward == (vec{}) || len(without) > 0 && !slices.Contains(without, i) {
			continue
		}
		if best < 0 || c.outward.length() < d.communities[best].outward.length() {
			best = i
		}
	}
	if best < 0 {
		best = 0
	}
	c := center{tier: data.TierCommunity, status: data.StatusOpen, spot: spotOutside, share: 1.1}
	if d.communities[best].outward == (vec{}) {
		c.spot = spotMiddle
	}
	d.put(best, c)
}

// share makes one center serve a second community too: the nearest of its street that has none.
func (d *district) share(with, without []int) {
	from, to, least := -1, -1, math.Inf(1)
	for _, i := range with {
		for _, j := range without {
			a, b := &d.communities[i], &d.communities[j]
			if l := a.site.at.dist2(b.site.at); a.street == b.street && len(a.centers) == 1 && a.centers[0].status == data.StatusOpen && l < least {
				from, to, least = i, j, l
			}
		}
	}
	if from >= 0 {
		d.communities[from].centers[0].also = &d.communities[to]
	}
}
