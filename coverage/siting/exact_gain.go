package siting

import (
	"slices"

	"quarter/coverage"
	"quarter/geo"
)

// exact measures plans by exact areas: what circles at some candidates newly cover together.
type exact struct {
	*coverage.Gains
	points  []Point // of the candidates
	threads int
}

// covering is a choice of candidates and what it newly covers.
type covering struct {
	sites  []int
	disks  []geo.Disk
	share  []float64 // of each spot, the counted centers included
	people float64
}

// nothing is the covering of no sites.
func (e *exact) nothing() *covering {
	c := &covering{share: make([]float64, len(e.Spots))}
	for i := range e.Spots {
		c.share[i] = e.Spots[i].Share
	}
	return c
}

// cover measures several sites together.
func (e *exact) cover(sites []int) *covering {
	c := e.nothing()
	for _, s := range sites {
		c.disks = append(c.disks, e.Disk(e.points[s]))
	}
	c.sites = slices.Clone(sites)
	reached := e.reached(sites)
	eachIndex(len(reached), e.threads, func(k int) {
		i := reached[k]
		c.share[i] = max(c.share[i], e.Share(i, c.disks...))
	})
	for _, i := range reached {
		c.people += e.Spots[i].People * (c.share[i] - e.Spots[i].Share)
	}
	return c
}

// reached lists the spots that circles at some sites may reach, ascending.
func (e *exact) reached(sites []int) []int {
	var out []int
	for _, s := range sites {
		e.Around(e.points[s], func(i int) { out = append(out, i) })
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// gains visits the spots of which one more site newly covers people, ascending.
func (e *exact) gains(c *covering, site int, visit func(spot int, people float64)) {
	further := append(slices.Clip(c.disks), e.Disk(e.points[site]))
	for _, i := range e.reached([]int{site}) {
		if c.share[i] >= 1 {
			continue
		}
		if g := e.Spots[i].People * (e.Share(i, further...) - c.share[i]); g > 0 {
			visit(i, g)
		}
	}
}

// gain is how many people one more site newly covers.
func (e *exact) gain(c *covering, site int) float64 {
	sum := 0.0
	e.gains(c, site, func(_ int, people float64) { sum += people })
	return sum
}
