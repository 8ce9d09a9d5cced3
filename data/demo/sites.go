package demo

import (
	"cmp"
	"math"
	"slices"
)

// site is the middle of a community before it has a shape.
type site struct {
	id    uint64 // unique in the city: district and number
	at    vec
	cell  cell // of its district
	north bool // of the river
	ghost bool // outside the city: makes the border, is never written
}

// settlement is the sites of one lattice cell, in no meaningful order.
type settlement struct {
	cell  cell
	sites []site
}

const (
	samplesPerSite = 32
	relaxations    = 5
)

// settle places n sites in a district: pairs along the river first, the rest spread by density and relaxed (Lloyd).
func (t *terrain) settle(c cell, n, samples, rounds int) settlement {
	r := random(hash(t.seed, 10, c.key()))
	l := t.land(c)
	ground := l.sample(n*samples, &r)
	out := settlement{cell: c, sites: make([]site, n)}
	fixed := t.pairsIn(c, n*2/3)
	points := append(slices.Clone(fixed), spread(ground, n-len(fixed), fixed, &r)...)
	for range rounds {
		relax(points, len(fixed), ground)
	}
	for i, p := range points {
		if i >= len(fixed) {
			wobble := 0.09 * l.spacing(p)
			p = l.offRiver(p.add(vec{r.between(-wobble, wobble), r.between(-wobble, wobble)}))
		}
		out.sites[i] = site{id: c.key()<<16 | uint64(i), at: p, cell: c, north: p.y > t.bankY(c.row, p.x), ghost: !t.inCity(c)}
	}
	return out
}

// sample draws at least n points of the district with probability ∝ density²: relaxed sites then stand ∝ density.
func (l land) sample(n int, r *random) []vec {
	want := max(400, n)
	out := make([]vec, 0, want)
	middle := l.center(l.cell)
	for len(out) < want {
		v := middle.add(vec{r.between(-0.75, 0.75) * l.width, r.between(-0.85, 0.85) * l.height})
		g := l.density(v)
		if r.float() < g*g && l.district(v) == l.cell {
			out = append(out, v)
		}
	}
	return out
}

// spacing returns the distance at which neighbouring sites stand around a point of a district, km.
func (l land) spacing(v vec) float64 { return 1 / math.Sqrt(l.close*l.density(v)) }

// closeness returns the sites per km² at density 1 where a district has n. Samples stand ∝ density²: ∫density = ground · Σ(1/g) ÷ Σ(1/g²).
func (t *terrain) closeness(n float64) float64 {
	var once, twice float64
	r := random(hash(t.seed, 12))
	l := t.land(cell{})
	for _, v := range l.sample(3000, &r) {
		g := l.density(v)
		once += 1 / g
		twice += 1 / (g * g)
	}
	return n / (t.width * t.height * once / twice)
}

// pair is two sites mirrored at the river, and the point of the river between them.
type pair struct{ river, north, south vec }

// riverPairs returns the pairs along the river of a lattice row, from west to east. They make the borders beside the river run along it.
func (t *terrain) riverPairs(row int) []pair {
	if t.river == 0 {
		return nil
	}
	if known, ok := t.pairs[row]; ok {
		return known
	}
	var out []pair
	r := random(hash(t.seed, 11, uint64(int64(row))))
	x, end := t.center(cell{row, -3}).x, t.center(cell{row, t.columns + 2}).x
	for x < end {
		at := vec{x, t.bankY(row, x)}
		h := t.land(t.district(at)).spacing(at)
		along := t.acrossRiver(row, x).y
		mid := vec{x + 0.45*h*along, 0}
		mid.y = t.bankY(row, mid.x)
		off := t.acrossRiver(row, mid.x).times(h * r.between(0.40, 0.52))
		out = append(out, pair{mid, mid.add(off), mid.sub(off)})
		x += 0.9 * h * along * r.between(0.9, 1.1)
	}
	t.pairs[row] = out
	return out
}

// pairsIn returns the sites of the pairs whose river point lies in a district, at most n.
func (t *terrain) pairsIn(c cell, n int) []vec {
	var out []vec
	for _, p := range t.riverPairs(c.row) {
		if math.Abs(p.river.x-t.center(c).x) < t.width && len(out)+2 <= n && t.district(p.river) == c {
			out = append(out, p.north, p.south)
		}
	}
	return out
}

// offRiver moves a site that stands between the pairs of the river away from it, so that it does not bend the banks.
func (l land) offRiver(v vec) vec {
	if l.river == 0 {
		return v
	}
	across := l.acrossRiver(l.cell.row, v.x)
	height := (v.y - l.bankY(l.cell.row, v.x)) * across.y
	least := 0.95 * l.spacing(v)
	switch {
	case height >= 0 && height < least:
		return v.add(across.times(least - height))
	case height < 0 && height > -least:
		return v.sub(across.times(least + height))
	}
	return v
}

// spread picks n points of the ground, each the best of a few candidates: far from the others for its place.
func spread(ground []vec, n int, fixed []vec, r *random) []vec {
	const candidates = 8
	out := make([]vec, 0, n)
	for len(out) < n {
		best, far := vec{}, -1.0
		for range candidates {
			v := ground[r.below(len(ground))]
			if d := min(nearest2(v, fixed), nearest2(v, out)); d > far {
				best, far = v, d
			}
		}
		out = append(out, best.add(vec{r.between(-1e-6, 1e-6), r.between(-1e-6, 1e-6)}))
	}
	return out
}

func nearest2(v vec, others []vec) float64 {
	least := math.Inf(1)
	for _, o := range others {
		least = min(least, v.dist2(o))
	}
	return least
}

// relax moves each free point to the middle of the ground that is nearest to it.
func relax(points []vec, fixed int, ground []vec) {
	sum := make([]vec, len(points))
	count := make([]float64, len(points))
	for _, v := range ground {
		i := closest(v, points)
		sum[i] = sum[i].add(v)
		count[i]++
	}
	for i := fixed; i < len(points); i++ {
		if count[i] > 0 {
			points[i] = sum[i].times(1 / count[i])
		}
	}
}

func closest(v vec, points []vec) int {
	best, least := 0, math.Inf(1)
	for i, p := range points {
		if d := v.dist2(p); d < least {
			best, least = i, d
		}
	}
	return best
}

// streets groups the sites of a district into n streets of about equal size, none across the river; it returns the street of each
// site. Grouping happens in a disc where the sites are evenly spread, so that core and edge streets have equally many communities.
func (t *terrain) streets(s settlement, n int) []int {
	disc := t.disc(s)
	sides := [2][]int{}
	for i, x := range s.sites {
		side := 0
		if t.river > 0 && !x.north {
			side = 1
		}
		sides[side] = append(sides[side], i)
	}
	share := int(math.Round(float64(n) * float64(len(sides[0])) / float64(len(s.sites))))
	if len(sides[1]) > 0 && n > 1 {
		share = min(max(share, 1), n-1)
	} else {
		share = n
	}
	out := make([]int, len(s.sites))
	group(disc, sides[0], 0, share, out)
	group(disc, sides[1], share, n-share, out)
	return out
}

// disc maps the sites to a unit disc by rank of remoteness, keeping directions.
func (t *terrain) disc(s settlement) []vec {
	core := t.land(s.cell).core
	order := make([]int, len(s.sites))
	for i := range order {
		order[i] = i
	}
	far := func(i int) float64 { return s.sites[i].at.sub(core).square(t.width, t.height).length() }
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(far(a), far(b)) })
	out := make([]vec, len(order))
	for rank, i := range order {
		d := s.sites[i].at.sub(core).square(t.width, t.height)
		out[i] = d.times(math.Sqrt((float64(rank)+0.5)/float64(len(order))) / max(d.length(), 1e-9))
	}
	return out
}

// group divides members into n clusters numbered from first (k-means, started from far-apart members).
func group(at []vec, members []int, first, n int, out []int) {
	if n <= 0 || len(members) == 0 {
		return
	}
	heads := []vec{at[members[0]]}
	for len(heads) < n {
		best, far := 0, -1.0
		for _, m := range members {
			if d := nearest2(at[m], heads); d > far {
				best, far = m, d
			}
		}
		heads = append(heads, at[best])
	}
	for range 12 {
		sum := make([]vec, n)
		count := make([]float64, n)
		for _, m := range members {
			k := closest(at[m], heads)
			out[m] = first + k
			sum[k] = sum[k].add(at[m])
			count[k]++
		}
		for k := range heads {
			if count[k] > 0 {
				heads[k] = sum[k].times(1 / count[k])
			}
		}
	}
}
