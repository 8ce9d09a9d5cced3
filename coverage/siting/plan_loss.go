package siting

import (
	"cmp"
	"slices"

	"quarter/coverage"
	"quarter/geo"
)

func mostFirst(a, b CommunityGain) int {
	return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(a.Community, b.Community))
}

// losses fills what the closing of each existing counted center would cost with the plan in place, least missed first.
func (t *study) losses() {
	centers := counted(t.plan.After)
	lost, farther := t.alone(), t.farther(len(centers))
	total, covered := t.Request.Objective.Account(t.plan.After)
	for k, i := range centers {
		if i < len(t.plan.Before.City.Centers) { // those behind are new
			t.plan.Losses = append(t.plan.Losses, Loss{Center: i, Lost: lost[k], Share: (covered - lost[k]) / total, Farther: farther[k]})
		}
	}
	slices.SortStableFunc(t.plan.Losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(a.missed(), b.missed()), cmp.Compare(a.Farther, b.Farther), cmp.Compare(a.Center, b.Center))
	})
}

// missed is how many lose their cover, 0 where that is less than half a person: then distance decides who is missed least.
func (l *Loss) missed() float64 {
	if l.Lost < 0.5 {
		return 0
	}
	return l.Lost
}

// alone is how many of the objective only one counted center reaches.
func (t *study) alone() []float64 {
	set, spots := geo.NewDisks(t.plan.After.CountedDisks()), t.Request.Objective.spots(t.plan.After)
	parts := make([][]geo.Alone, len(spots))
	eachIndex(len(spots), t.Search.Threads, func(i int) { parts[i] = aloneOn(set, &spots[i]) })
	out := make([]float64, set.Len())
	for i := range spots {
		for _, one := range parts[i] {
			out[one.Disk] += spots[i].People * one.Area
		}
	}
	return out
}

// aloneOn lists the shares of a spot that one disk alone holds.
func aloneOn(set *geo.Disks, s *coverage.Spot) []geo.Alone {
	if s.Shape == nil {
		if around := set.Covering(s.Point); len(around) == 1 {
			return []geo.Alone{{Disk: around[0], Area: 1}}
		}
		return nil
	}
	if s.Share == 0 {
		return nil
	}
	var depth geo.Depth
	set.Depth(s.Shape, &depth)
	out := slices.Clone(depth.Alone)
	for k := range out {
		out[k].Area /= s.Shape.Area()
	}
	return out
}

// farther is how many metres those have to go farther on average to whom each of n counted centers is the nearest, if it closes.
func (t *study) farther(n int) []float64 {
	set := geo.NewDisks(t.plan.After.CountedDisks())
	near := make([][]geo.Neighbor, len(t.all.points))
	if n > 0 {
		eachIndex(len(near), t.Search.Threads, func(j int) { near[j] = set.Neighbors(t.all.points[j], 2) })
	}
	out, people := make([]float64, n), make([]float64, n)
	for j, w := range t.all.weights {
		if len(near[j]) > 0 && w > 0 {
			first, second := near[j][0], inf
			if len(near[j]) > 1 {
				second = near[j][1].Distance.Meters()
			}
			people[first.Disk] += w
			out[first.Disk] += w * (second - first.Distance.Meters())
		}
	}
	for k := range out {
		if people[k] > 0 {
			out[k] /= people[k]
		}
	}
	return out
}
